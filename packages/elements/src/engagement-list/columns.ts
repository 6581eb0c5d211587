// The columns of the list of engagements: which there are, which a host page chooses, and by which it can be sorted.
import type { EngagementSort } from '@followthrough/core/schema';

const OFFERED = ['coachees', 'coach', 'status', 'shared', 'dates', 'progress', 'updated'] as const;

/** What a row tells beside the title; the host page chooses. */
export type EngagementColumn = (typeof OFFERED)[number];
export type Column = 'select' | 'title' | EngagementColumn;

/** The columns that can be sorted by, with what the store calls it. */
const SORTED_BY: { readonly [column in Column]?: 'title' | 'start' | 'updated' } = {
  title: 'title',
  dates: 'start',
  updated: 'updated',
};

/** Which columns a list has. */
export function columnsOf(selectable: boolean, named: readonly EngagementColumn[] = OFFERED): readonly Column[] {
  return [...(selectable ? (['select'] as const) : []), 'title', ...named];
}

/**
 * The columns that a host page names, each once, in its order; undefined where it names none.
 * @example namedColumns('coach, status') // ['coach', 'status']
 * @throws TypeError for a name that is none of them
 */
export function namedColumns(
  named: string | readonly EngagementColumn[] | null | undefined,
): readonly EngagementColumn[] | undefined {
  if (named == null) return undefined;
  const names: readonly string[] = typeof named === 'string' ? named.split(/[\s,]+/).filter(Boolean) : named;
  const unknown = names.find((name) => !(OFFERED as readonly string[]).includes(name));
  if (unknown !== undefined) {
    throw new TypeError(`columns of <engagement-list> names “${unknown}”, which is none of ${OFFERED.join(', ')}.`);
  }
  return [...new Set(names as readonly EngagementColumn[])];
}

/** How the column is sorted, as `aria-sort` says it; null where it cannot be. */
export function sortOf(column: Column, sort: EngagementSort): 'ascending' | 'descending' | 'none' | null {
  const key = SORTED_BY[column];
  if (key === undefined) return null;
  if (sort === key) return 'ascending';
  return sort === `-${key}` ? 'descending' : 'none';
}

/** The order that a press on the column's header brings: its own upwards first, then downwards; the latest update first. */
export function nextSort(column: Column, sort: EngagementSort): EngagementSort {
  const key = SORTED_BY[column];
  if (key === undefined) return sort;
  if (key === 'updated') return sort === '-updated' ? 'updated' : '-updated';
  return sort === key ? `-${key}` : key;
}

/** The name that a column's cells have for their looks. */
export function classOf(column: Column): string {
  return column === 'progress' ? 'so-far' : column;
}
