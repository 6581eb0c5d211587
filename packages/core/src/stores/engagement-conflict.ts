// Two people changed one item: in which of its fields it is another than the one who was second saw it.
import { isSameValue } from '../domain/index.ts';
import type { OpenItem } from '../schema/index.ts';

const FIELDS = ['title', 'content', 'release', 'due', 'session', 'completed', 'position'] as const;

/** A field of an item that two people may change at once. */
export type ItemField = (typeof FIELDS)[number];

/**
 * The fields in which an item differs from what its editor saw.
 * @param seen as its editor saw it
 * @param current as the backend told it with the conflict; anything else differs in nothing that could be named
 */
export function changedFields(seen: OpenItem, current: unknown): readonly ItemField[] {
  if (typeof current !== 'object' || current === null) return [];
  const now = current as Partial<OpenItem>;
  // What its editor was not told could not be seen to change.
  const told = FIELDS.filter((field) => field in now && (field !== 'content' || seen.content !== null));
  return told.filter((field) => !isSameValue(now[field], seen[field]));
}
