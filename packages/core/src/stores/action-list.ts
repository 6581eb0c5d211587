// One list over the actions of a workspace: its filter, order and groups, what of it is loaded, and what is selected.
import type { ReadableAtom } from 'nanostores';
import type { BackendError } from '../backend.ts';
import type { Action, ActionFilter, ActionSort, Id } from '../schema/index.ts';
import type { LoadStatus } from './workspace.ts';

/** How rows are grouped. `due`: Overdue, Today, This week, Later, No date, Closed. */
export type Grouping = 'none' | 'due' | 'status' | 'assignee' | 'context';

/** One group of rows: a stable key (such as `overdue`, a person's id, `relationship:ID`) and its rows. */
export interface ActionGroup {
  readonly key: string;
  readonly rows: readonly Action[];
}

/** What a list shows. */
export interface ActionListView {
  readonly rows: readonly Action[];
  /** One group with key '' where grouping is `none`. */
  readonly groups: readonly ActionGroup[];
}

export interface ActionListStore {
  readonly $status: ReadableAtom<LoadStatus>;
  /** A reload of what is already shown is under way. */
  readonly $refreshing: ReadableAtom<boolean>;
  readonly $error: ReadableAtom<BackendError | null>;
  /** Whether all pages of the query are here. */
  readonly $complete: ReadableAtom<boolean>;
  readonly $filter: ReadableAtom<ActionFilter>;
  readonly $sort: ReadableAtom<ActionSort>;
  readonly $grouping: ReadableAtom<Grouping>;
  readonly $view: ReadableAtom<ActionListView>;
  readonly $selection: ReadableAtom<ReadonlySet<Id>>;

  setFilter(filter: ActionFilter): void;
  setSort(sort: ActionSort): void;
  setGrouping(grouping: Grouping): void;
  select(ids: Iterable<Id>): void;
  toggleSelected(id: Id): void;
  /** Selects from the last toggled row to this one, in the order shown. */
  extendSelection(id: Id): void;
  clearSelection(): void;
  selectAll(): void;
  /** Loads again all that the filter asks for, keeping what is shown meanwhile. */
  refresh(): Promise<void>;
  dispose(): void;
}
