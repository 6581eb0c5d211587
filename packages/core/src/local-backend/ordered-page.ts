// A page of what lies in order in one place or several (api.md R-L-1): found by halving and not by looking at everything,
// the next after a position place by place, then the first of them all.
import type { Id } from '../schema/index.ts';
import type { ListAnswer, PageRequest, Position } from './repository.ts';

/** A thing with its place in an order. */
export interface Ordered<T> extends Position {
  record: T;
}

/** One place: what is committed there, in order, less what a transaction wrote itself, and what it wrote. */
export interface Walk<T> {
  committed: readonly Ordered<T>[];
  own: readonly Ordered<T>[];
  /** Whose committed form does not count. */
  covered: ReadonlyMap<Id, unknown>;
  wanted: (record: T) => boolean;
}

type Compare = (a: Position, b: Position) => number;

/** One page of what is wanted of the places together. */
export function pageOfWalks<T>(
  walks: Iterable<Walk<T>>,
  { after, limit, count }: PageRequest,
  compare: Compare,
): ListAnswer<T> {
  const page: Ordered<T>[] = [];
  let counted = 0;

  for (const { committed, own, covered, wanted } of walks) {
    let taken = 0;
    for (let at = after && !count ? firstAfter(committed, after, compare) : 0; at < committed.length; at++) {
      const thing = committed[at] as Ordered<T>;
      if (covered.has(thing.id) || !wanted(thing.record)) continue;
      counted++;
      if (taken > limit || (after && compare(thing, after) <= 0)) continue;
      page.push(thing);
      // One more than the page holds tells whether more follow; no place can fill more than that.
      if (++taken > limit && !count) break;
    }
    for (const thing of own) {
      if (!wanted(thing.record)) continue;
      counted++;
      if (!after || compare(thing, after) > 0) page.push(thing);
    }
  }

  page.sort(compare);
  return {
    records: page.slice(0, limit).map(({ record }) => record),
    more: page.length > limit,
    count: count ? counted : null,
  };
}

/** The index of the first that comes after the position. */
export function firstAfter(order: readonly Position[], position: Position, compare: Compare): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(order[middle] as Position, position) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
