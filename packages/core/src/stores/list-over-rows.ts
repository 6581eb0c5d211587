// What a list does, whatever keeps its rows: asks for what its filter says, loads again when that is due, and tells its
// rows of another filter, order, grouping or day.
import { atom, type ReadableAtom } from 'nanostores';
import type { BackendError } from '../backend.ts';
import type { Grouping, NarrowedFilter } from '../domain/index.ts';
import type { ActionFilter, ActionSort, Id } from '../schema/index.ts';
import type { ActionListView, ListQuery, ListRows, RowsSetting, StatusCounts } from './list-rows.ts';
import { createListWalk } from './list-walk.ts';
import { isSameFilter } from './same-filter.ts';
import type { LoadStatus, WorkspaceStore } from './workspace.ts';

export interface ActionListStore {
  readonly $status: ReadableAtom<LoadStatus>;
  /** A reload of what is already shown is under way. */
  readonly $refreshing: ReadableAtom<boolean>;
  readonly $error: ReadableAtom<BackendError | null>;
  /** Whether all pages of the query are here. */
  readonly $complete: ReadableAtom<boolean>;
  /** As of when what is shown is: the moment at which the last load that went well began; null before the first. */
  readonly $loadedAt: ReadableAtom<number | null>;
  readonly $filter: ReadableAtom<ActionFilter>;
  readonly $sort: ReadableAtom<ActionSort>;
  readonly $grouping: ReadableAtom<Grouping>;
  readonly $view: ReadableAtom<ActionListView>;
  /**
   * How many there are of each status, the filter's choice of status aside. Of what the page knows: exact, once
   * `$complete`, for the statuses that the filter asks for.
   */
  readonly $counts: ReadableAtom<StatusCounts>;
  readonly $selection: ReadableAtom<ReadonlySet<Id>>;
  /** Rows that are part of the list no more and stay a moment where they were, showing what they have become. */
  readonly $lingering: ReadableAtom<ReadonlySet<Id>>;

  /** Asks for other actions. What is known of them shows at once, the rest when it was loaded. */
  setFilter(filter: ActionFilter): void;
  setSort(sort: ActionSort): void;
  setGrouping(grouping: Grouping): void;
  select(ids: Iterable<Id>): void;
  toggleSelected(id: Id): void;
  /** Selects from the last toggled row to this one, in the order shown. */
  extendSelection(id: Id): void;
  clearSelection(): void;
  selectAll(): void;
  /** Keeps the row where it is, whatever it becomes, until it is released as often (a menu is open, focus is in it). */
  hold(id: Id): void;
  release(id: Id): void;
  /** Loads again all that the filter asks for, keeping what is shown meanwhile. */
  refresh(): Promise<void>;
  dispose(): void;
}

export interface ActionListOptions {
  workspace: WorkspaceStore;
  filter?: ActionFilter | undefined;
  /** `due` by default. */
  sort?: ActionSort | undefined;
  grouping?: Grouping | undefined;
  /** What every filter is narrowed by, such as `{ context: 'relationship:ID' }`, or several places; it is no part of `$filter`. */
  scope?: NarrowedFilter | undefined;
  /** How long a row stays that is part of the list no more after a change made here, in milliseconds; 3,000 by default. */
  grace?: number | undefined;
}

const GRACE = 3_000;
/** How long typing into the search field rests before it is asked for, in milliseconds. */
const TYPING = 200;
/** After how long a page that is looked at again asks anew, in milliseconds. */
const STALE = 300_000;

/** @param createRows what keeps the rows */
export function listOver(options: ActionListOptions, createRows: (setting: RowsSetting) => ListRows): ActionListStore {
  const { workspace, scope = {}, grace = GRACE } = options;
  const { actions, environment } = workspace;

  // ── state ───────────────────────────────────────────────────────────────────────────────────

  const $filter = atom<ActionFilter>(withoutNothing(options.filter ?? {}));
  const $sort = atom<ActionSort>(options.sort ?? 'due');
  const $grouping = atom<Grouping>(options.grouping ?? 'none');
  let loadedAt = environment.now();
  let cancelTyping: (() => void) | null = null;

  let judgedBy = query();

  // ── derived ─────────────────────────────────────────────────────────────────────────────────

  const rows = createRows({ workspace, grace, query: judgedBy });
  const { selection, lingering } = rows;
  const loading = createListWalk(workspace, rows.ids);

  function query(): ListQuery {
    return {
      filter: { ...$filter.get(), ...scope },
      sort: $sort.get(),
      grouping: $grouping.get(),
      me: workspace.$me.get()?.person.id ?? '',
      weekStart: workspace.$weekStart.get(),
    };
  }

  function rejudge(): void {
    judgedBy = query();
    rows.setQuery(judgedBy);
  }

  // ── commands ────────────────────────────────────────────────────────────────────────────────

  function load(again: boolean): Promise<void> {
    cancelTyping?.();
    loadedAt = environment.now();
    return loading.walk({ filter: judgedBy.filter, sort: judgedBy.sort }, again);
  }

  function setFilter(next: ActionFilter): void {
    const before = $filter.get();
    if (isSameFilter(before, next)) return;
    const isTyping = isSameFilter({ ...before, query: '' }, { ...next, query: '' });
    $filter.set(withoutNothing(next));
    rows.settle();
    rejudge();
    if (!isTyping) return void load(false);
    loading.unsettle();
    cancelTyping?.();
    cancelTyping = environment.after(TYPING, () => void load(false));
  }

  function setSort(sort: ActionSort): void {
    if (sort === $sort.get()) return;
    $sort.set(sort);
    rejudge();
    // What is all here only changes places; else what comes first in the new order is to come first.
    if (!loading.$complete.get()) void load(true);
  }

  function setGrouping(grouping: Grouping): void {
    if (grouping === $grouping.get()) return;
    $grouping.set(grouping);
    rejudge();
  }

  function turnDay(): void {
    rows.turnDay();
    void load(true);
  }

  const stops = [
    actions.onChange(rows.take),
    workspace.$me.listen(rejudge),
    workspace.$people.listen(rejudge),
    workspace.$relationships.listen(rejudge),
    workspace.$weekStart.listen(rejudge),
    workspace.$day.listen(turnDay),
    workspace.$online.listen((online) => {
      if (online && loading.$error.get()) void load(true);
    }),
    workspace.onWake(() => {
      if (loading.$error.get() || environment.now() - loadedAt > STALE) void load(true);
    }),
  ];
  void load(false);

  return {
    $status: loading.$status,
    $refreshing: loading.$refreshing,
    $error: loading.$error,
    $complete: loading.$complete,
    $loadedAt: loading.$loadedAt,
    $filter,
    $sort,
    $grouping,
    $view: rows.$view,
    $counts: rows.$counts,
    $selection: selection.$selection,
    $lingering: lingering.$lingering,
    setFilter,
    setSort,
    setGrouping,
    select: selection.select,
    toggleSelected: selection.toggle,
    extendSelection: selection.extend,
    clearSelection: selection.clear,
    selectAll: selection.all,
    hold: lingering.hold,
    release: lingering.release,
    refresh: () => load(true),
    dispose() {
      for (const stop of stops) stop();
      cancelTyping?.();
      rows.settle();
      loading.stop();
    },
  };
}

// No status chosen is every status.
function withoutNothing({ status, ...filter }: ActionFilter): ActionFilter {
  return status === undefined || status.length === 0 ? filter : { ...filter, status };
}
