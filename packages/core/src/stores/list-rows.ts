// The rows of one list: those of the page's actions that its query holds, in order and groups, kept up to date change by
// change. Among them are rows that linger; what is shown no more is selected no more.
import { atom, type ReadableAtom } from 'nanostores';
import { type CollectionQuery, createActionCollection, matches } from '../domain/index.ts';
import type { Action, ActionStatus, Id } from '../schema/index.ts';
import { groupOrderByName } from './group-names.ts';
import { createLingering, type Lingering } from './lingering.ts';
import { createSelection, type Selection } from './selection.ts';
import type { ShownChange } from './shown-actions.ts';
import type { WorkspaceStore } from './workspace.ts';

/** How many there are of each shown status, the list's own choice of status aside. */
export type StatusCounts = Readonly<Record<ActionStatus, number>>;

/** One group of rows: a stable key (such as `overdue`, a person's id, `relationship:ID`) and its rows. */
export interface ActionGroup {
  readonly key: string;
  readonly rows: readonly Action[];
}

/** What a list asks its rows for; the order of groups comes from their names. */
export type ListQuery = Omit<CollectionQuery, 'groupOrder' | 'me'> & { me: Id };

export interface RowsSetting {
  readonly workspace: WorkspaceStore;
  /** How long a row lingers after a change made here, in milliseconds. */
  readonly grace: number;
  readonly query: ListQuery;
}

/** What a list shows. */
export interface ActionListView {
  readonly rows: readonly Action[];
  /** One group with key '' where grouping is `none`. */
  readonly groups: readonly ActionGroup[];
}

export interface ListRows {
  readonly $view: ReadableAtom<ActionListView>;
  readonly $counts: ReadableAtom<StatusCounts>;
  readonly selection: Selection;
  readonly lingering: Pick<Lingering, '$lingering' | 'hold' | 'release'>;
  /** The ids of the rows, but for those that linger. */
  ids: () => Id[];
  take: (changes: readonly ShownChange[]) => void;
  /** Shows something else. */
  setQuery: (query: ListQuery) => void;
  /** Judges every row anew, for another day. */
  turnDay: () => void;
  /** Nothing lingers any more. Not told until something else is. */
  settle: () => void;
}

export function createListRows({ workspace, grace, query: first }: RowsSetting): ListRows {
  const { actions, environment } = workspace;
  const named = (query: ListQuery) => ({ ...query, groupOrder: groupOrderByName(workspace, query.grouping) });
  let query = first;
  const lingering = createLingering(environment.after, grace, (ids) => {
    ids.forEach(relist);
    publish(ids);
  });
  const collection = createActionCollection<Action>({
    query: named(query),
    todayOf: actions.todayOf,
    around: actions.around,
    placedAs: (action) => lingering.listed.get(action.id) ?? action,
  });
  collection.load(actions.$actions.get().values());
  const $view = atom<ActionListView>(collection.view());
  const $counts = atom<StatusCounts>(collection.view().counts);
  const selection = createSelection(() => $view.get().rows, isListed);

  function isPart(action: Action): boolean {
    return matches(action, query.filter, actions.todayOf(action), query.me, actions.around(action));
  }

  function isListed(id: Id): boolean {
    const action = lingering.listed.get(id) ?? actions.get(id);
    return action !== undefined && isPart(action);
  }

  /** Places an action anew that ceased to linger. */
  function relist(id: Id): void {
    const action = actions.get(id);
    collection.delete(id);
    if (action) collection.set(action);
  }

  /** @param ids those that may have left the list; all, where it is not known */
  function publish(ids?: readonly Id[]): void {
    const { rows, groups, counts } = collection.view();
    lingering.tell();
    if (groups !== $view.get().groups) $view.set({ rows, groups });
    $counts.set(counts);
    selection.prune(ids);
  }

  function take(changes: readonly ShownChange[]): void {
    changes.forEach(takeOne);
    publish(changes.map(({ id }) => id));
  }

  function takeOne({ id, previous, action, own }: ShownChange): void {
    const listedAs = lingering.listed.get(id);
    if (!action) {
      lingering.end(id);
      collection.delete(id);
    } else if (listedAs && isPart(action)) {
      lingering.end(id);
      relist(id);
    } else {
      const mayLinger = lingering.isHeld(id) || (own && grace > 0);
      // Changed again, the grace begins anew.
      if (listedAs && own) lingering.start(id, listedAs);
      else if (previous && mayLinger && isPart(previous) && !isPart(action)) lingering.start(id, previous);
      collection.set(action);
    }
  }

  return {
    $view,
    $counts,
    selection,
    lingering,
    ids: () => $view.get().rows.flatMap(({ id }) => (lingering.listed.has(id) ? [] : [id])),
    take,
    setQuery(next) {
      query = next;
      collection.setQuery(named(query));
      publish();
    },
    turnDay() {
      collection.turnDay();
      publish();
    },
    settle: () => lingering.clear().forEach(relist),
  };
}
