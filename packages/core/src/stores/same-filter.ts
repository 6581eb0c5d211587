// Whether another filter asks for anything else: only then a list loads again.
import type { ActionFilter } from '../schema/index.ts';

/** Whether both ask for the same: statuses in any order, none of them as all, a search of spaces as no search. */
export function isSameFilter(one: ActionFilter, other: ActionFilter): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf({ status = [], query = '', ...others }: ActionFilter): string {
  const parts = Object.entries(others).filter(([, part]) => part !== undefined);
  return JSON.stringify([[...new Set(status)].sort(), query.trim() && query, parts.sort()]);
}
