// One list over the actions of a workspace: its filter, order and groups, what of it is loaded, and what is selected.
import type { Grouping } from '../domain/index.ts';
import { type ActionListOptions, type ActionListStore, listOver } from './list-over-rows.ts';
import { createListRows } from './list-rows.ts';

/** How rows are grouped. `due`: Overdue, Today, This week, Later, No date, Closed. */
export type { Grouping };
export type { ActionListOptions, ActionListStore } from './list-over-rows.ts';
export type { ActionGroup, ActionListView, StatusCounts } from './list-rows.ts';

/**
 * A list over the actions of a workspace. It begins to load at once.
 * @example createActionList({ workspace, filter: { status: ['todo', 'overdue'], assignee: 'me' }, grouping: 'due' })
 */
export function createActionList(options: ActionListOptions): ActionListStore {
  return listOver(options, createListRows);
}
