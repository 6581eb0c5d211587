// The columns of the list, in order. A list of one relationship names no place, a read-only one has nothing to select;
// which of the others are shown, and in what order, the host page may say (`columns`).
import type { ActionSort } from '@followthrough/core/schema';

/** The columns beside the title, which a host page may leave out, add and put in order. */
const OFFERED = ['due', 'assignee', 'where', 'status', 'updated'] as const;

/** A column that a host page chooses. */
export type OfferedColumn = (typeof OFFERED)[number];
export type Column = 'select' | 'done' | 'title' | OfferedColumn | 'more';

/** The columns that can be sorted by, with what the store calls it. */
const SORTED_BY: { readonly [column in Column]?: 'title' | 'due' | 'updated' } = {
  title: 'title',
  due: 'due',
  updated: 'updated',
};

/** Which columns a list has. */
export function columnsOf(list: {
  selectable: boolean;
  places: boolean;
  readonly: boolean;
  offered: readonly OfferedColumn[] | undefined;
}): readonly Column[] {
  const columns: Column[] = list.selectable ? ['select', 'done', 'title'] : ['done', 'title'];
  columns.push(
    ...(list.offered ?? OFFERED.filter((column) => column !== 'updated' && (column !== 'where' || list.places))),
  );
  if (!list.readonly) columns.push('more');
  return columns;
}

/**
 * The columns that a host page names, each once, in its order; undefined where it names none.
 * @example offeredColumns('due, assignee') // ['due', 'assignee']
 * @throws TypeError for a name that is none of them
 */
export function offeredColumns(
  named: string | readonly OfferedColumn[] | null | undefined,
): readonly OfferedColumn[] | undefined {
  if (named == null) return undefined;
  const names: readonly string[] = typeof named === 'string' ? named.split(/[\s,]+/).filter(Boolean) : named;
  const unknown = names.find((name) => !(OFFERED as readonly string[]).includes(name));
  if (unknown !== undefined) {
    throw new TypeError(`columns of <action-list> names “${unknown}”, which is none of ${OFFERED.join(', ')}.`);
  }
  return [...new Set(names as readonly OfferedColumn[])];
}

/** How the column is sorted, as `aria-sort` says it; null where it cannot be. */
export function sortOf(column: Column, sort: ActionSort): 'ascending' | 'descending' | 'none' | null {
  const key = SORTED_BY[column];
  if (key === undefined) return null;
  if (sort === key) return 'ascending';
  return sort === `-${key}` ? 'descending' : 'none';
}

/** The order that a press on the column's header brings: its own upwards first, then downwards; the latest update first. */
export function nextSort(column: Column, sort: ActionSort): ActionSort {
  const key = SORTED_BY[column];
  if (key === undefined) return sort;
  if (key === 'updated') return sort === '-updated' ? 'updated' : '-updated';
  return sort === key ? `-${key}` : key;
}
