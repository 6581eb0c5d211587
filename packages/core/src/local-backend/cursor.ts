// Where the next page of a list begins: opaque, and bound to the caller, the list and its filter (api.md R-L-1). A
// cursor made for another of them is refused, for its place means nothing there. It opens nothing: whoever forges one
// still sees only what they may see.
import * as z from 'zod/mini';
import { idSchema } from '../schema/index.ts';
import { cursorInvalid } from './failures.ts';
import type { Position } from './repository.ts';

/** Longer than any of ours. */
const LONGEST_CURSOR = 2048;

const cursorSchema = z.tuple([z.string(), z.union([z.number(), z.string()]), idSchema]);

/**
 * The cursor of what follows a position.
 * @param scope what it is bound to: caller, list, filter and order
 */
export function cursorAfter({ key, id }: Position, scope: readonly unknown[]): string {
  const json = JSON.stringify([digestOf(scope), key, id]);
  const bytes = new TextEncoder().encode(json);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The position that a cursor stands for; null where there is no cursor.
 * @throws BackendError `cursor-invalid` where it is not one of this scope
 */
export function positionOf(cursor: string | undefined, scope: readonly unknown[]): Position | null {
  if (cursor === undefined) return null;
  if (cursor.length > LONGEST_CURSOR) throw cursorInvalid();
  const parsed = cursorSchema.safeParse(decoded(cursor));
  if (!parsed.success || parsed.data[0] !== digestOf(scope)) throw cursorInvalid();
  return { key: parsed.data[1], id: parsed.data[2] };
}

function decoded(cursor: string): unknown {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Not base64, not UTF-8 or not JSON: no cursor of ours, which the schema then says.
    return null;
  }
}

/** A digest of plain data (FNV-1a, twice 32 bits): the same for equal data with its fields in any order. */
function digestOf(data: unknown): string {
  const text = JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  let first = 0x811c9dc5;
  let second = 0xcbf29ce4;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x01000197);
  }
  return (first >>> 0).toString(36) + (second >>> 0).toString(36);
}
