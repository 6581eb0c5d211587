// A page of a list that is small enough to be held whole, such as people or relationships (api.md R-L-1). Actions are
// paged where they are kept.
import type { Page } from '../schema/index.ts';
import { cursorAfter, positionOf } from './cursor.ts';
import type { Position } from './repository.ts';

/** What of a list is asked for. */
export interface PageRequest {
  limit: number;
  cursor?: string | undefined;
  count?: boolean | undefined;
}

/**
 * One page of a list that is small enough to be held whole, in the order of its keys and then ids.
 * @param keyOf what it is ordered by, compared by code unit
 */
export function pageOf<T extends { id: string }>(
  items: readonly T[],
  keyOf: (item: T) => string,
  { limit, cursor, count }: PageRequest,
  scope: readonly unknown[],
  direction: 1 | -1 = 1,
): Page<T> {
  const compare = (a: Position, b: Position) =>
    a.key === b.key ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : a.key < b.key ? -direction : direction;
  const after = positionOf(cursor, scope);
  const rows = items.map((item) => ({ key: keyOf(item), id: item.id, item })).sort(compare);
  const rest = after ? rows.filter((row) => compare(row, after) > 0) : rows;
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ item }) => item),
    next: last && rest.length > limit ? cursorAfter(last, scope) : null,
    ...(count ? { count: items.length } : {}),
  };
}
