// The columns of the list, in order. A list of one relationship names no place, a read-only one has nothing to select.
import type { ActionSort } from '@followthrough/core/schema';

export type Column = 'select' | 'done' | 'title' | 'due' | 'assignee' | 'where' | 'status' | 'more';

/** The columns that can be sorted by, with what the store calls it. */
const SORTED_BY: { readonly [column in Column]?: 'title' | 'due' } = { title: 'title', due: 'due' };

/** Which columns a list has. */
export function columnsOf(list: { selectable: boolean; places: boolean; readonly: boolean }): readonly Column[] {
  const columns: Column[] = [];
  if (list.selectable) columns.push('select');
  columns.push('done', 'title', 'due', 'assignee');
  if (list.places) columns.push('where');
  columns.push('status');
  if (!list.readonly) columns.push('more');
  return columns;
}

/** How the column is sorted, as `aria-sort` says it; null where it cannot be. */
export function sortOf(column: Column, sort: ActionSort): 'ascending' | 'descending' | 'none' | null {
  const key = SORTED_BY[column];
  if (key === undefined) return null;
  if (sort === key) return 'ascending';
  return sort === `-${key}` ? 'descending' : 'none';
}

/** The order that a press on the column's header brings: its own upwards first, then downwards. */
export function nextSort(column: Column, sort: ActionSort): ActionSort {
  const key = SORTED_BY[column];
  if (key === undefined) return sort;
  return sort === key ? `-${key}` : key;
}
