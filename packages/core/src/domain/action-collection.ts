// A live list over many actions: filter, order, groups and counts are kept up to date change by change, so that after one
// edit among 100,000 a query answers at once. A change looks at that action alone; all changes since the last view find
// their places together. Nothing else is filtered or sorted again. Status is asked of the rules with today's date, never
// kept with an action.
import type { ActionSort, ActionStatus, Id } from '../schema/index.ts';
import { type Grouping, groupOf, groupOrder, STATUS_GROUPS } from './action-group.ts';
import {
  comparatorOf,
  hasStatus,
  type Listed,
  matches,
  type NarrowedFilter,
  sortKey,
  type Surroundings,
} from './action-list.ts';
import type { Day } from './civil-date.ts';
import { type PlacedRow, RowGroup, type ShownGroup } from './row-group.ts';
import { statusOf } from './status.ts';

/** What a live list shows. */
export interface CollectionQuery {
  filter: NarrowedFilter;
  sort: ActionSort;
  grouping: Grouping;
  /** Who `assignee: 'me'` is. */
  me?: Id | undefined;
  /** The ISO weekday that weeks begin on, for the group "this week"; Monday where not given. */
  weekStart?: number | undefined;
  /** The order of groups, where the keys alone do not give the wanted one (by people's names). */
  groupOrder?: ((a: string, b: string) => number) | undefined;
}

/** The rows of a list as they stand. Nothing in it is changed afterwards; what did not change since is the same object. */
export interface CollectionView<T> {
  /** All rows in the order shown: group by group. */
  readonly rows: readonly T[];
  /** The groups that have rows; one with key `''` where grouping is `none`, even when empty. */
  readonly groups: readonly ShownGroup<T>[];
  /** How many there are of each shown status, the filter's own choice of status aside. */
  readonly counts: Readonly<Record<ActionStatus, number>>;
}

/**
 * Actions by id with one live list over them. Put every change in by `set` and `delete`, then read `view()`, which is the
 * very same object until something it shows has changed. When a day has turned, call `turnDay()`. What is kept must not
 * be changed in place: `set` a new object.
 */
export interface ActionCollection<T extends Listed> {
  readonly size: number;
  get(id: Id): T | undefined;
  /** All actions, whether the list shows them or not. */
  values(): Iterable<T>;
  /** Replaces everything. */
  load(actions: Iterable<T>): void;
  /** Adds or replaces one. */
  set(action: T): void;
  /** Whether it was there. */
  delete(id: Id): boolean;
  /** Shows something else. */
  setQuery(query: CollectionQuery): void;
  /** Judges every action anew, after `todayOf` has begun to answer another day. */
  turnDay(): void;
  view(): CollectionView<T>;
}

interface Entry<T> extends PlacedRow<T> {
  /** The group it is shown in; null where the filter leaves it out. */
  group: string | null;
  /** The status it is counted under; null where the filter, its choice of status aside, leaves it out. */
  counted: ActionStatus | null;
}

const NOWHERE: Surroundings = {};

const NO_COUNTS: Record<ActionStatus, number> = {
  todo: 0,
  overdue: 0,
  inProgress: 0,
  done: 0,
  doneLate: 0,
  notDone: 0,
  cancelled: 0,
};

/**
 * An empty collection.
 * @param todayOf today on the clock of an action's container
 * @param placedAs as what an action is filtered, grouped and ordered, where that is not as what it is: a row that stays
 *   a moment where it was. It is counted as what it is. Where the answer changes, `delete` and `set` the action again.
 * @param around of a room's action, what is known of its room
 * @example
 * const list = createActionCollection({ query: { filter: {}, sort: 'due', grouping: 'due' }, todayOf: () => today });
 * list.load(actions);
 * list.set(edited);
 * list.view().groups // [{ key: 'overdue', rows: [...] }, ...]
 */
export function createActionCollection<T extends Listed>(options: {
  query: CollectionQuery;
  todayOf: (action: T) => Day;
  placedAs?: ((action: T) => T) | undefined;
  around?: ((action: T) => Surroundings) | undefined;
}): ActionCollection<T> {
  const { todayOf, placedAs = (action) => action, around = () => NOWHERE } = options;
  let query = options.query;
  let compare = comparatorOf(query.sort);
  let filterBesideStatus = besideStatus(query.filter);
  const entries = new Map<Id, Entry<T>>();
  const groups = new Map<string, RowGroup<T>>();
  let counts = { ...NO_COUNTS };
  let shown: CollectionView<T> | null = null;
  let shownCounts: CollectionView<T>['counts'] = counts;

  const keyOf = (action: T) => sortKey(placedAs(action), query.sort);

  const judge = (action: T, key: number | string): Entry<T> => {
    const { filter, grouping, me, weekStart = 1 } = query;
    const { status } = filter;
    const today = todayOf(action);
    const counted = matches(action, filterBesideStatus, today, me, around(action)) ? statusOf(action, today) : null;
    const placed = placedAs(action);
    const isListed =
      placed === action ? counted !== null : matches(placed, filterBesideStatus, today, me, around(placed));
    const isShown = isListed && (status === undefined || hasStatus(placed, status, today));
    const group = isShown ? groupOf(placed, grouping, today, weekStart, around(placed)) : null;
    return { id: action.id, key, action, stage: 'coming', counted, group };
  };

  const groupAt = (key: string): RowGroup<T> => {
    let group = groups.get(key);
    if (!group) groups.set(key, (group = new RowGroup(key, compare)));
    return group;
  };

  // A state that came after this was written is listed and not counted.
  const count = ({ counted }: Entry<T>, by: 1 | -1) => {
    if (counted !== null && Object.hasOwn(counts, counted)) counts[counted] += by;
  };

  const putIn = (entry: Entry<T>) => {
    entries.set(entry.id, entry);
    count(entry, 1);
    if (entry.group !== null) groupAt(entry.group).add(entry);
    if (entry.counted !== null || entry.group !== null) shown = null;
  };

  const takeOut = (entry: Entry<T>) => {
    count(entry, -1);
    if (entry.group !== null) groupAt(entry.group).remove(entry);
    if (entry.counted !== null || entry.group !== null) shown = null;
  };

  /** Judges all anew. */
  const rebuild = (all: readonly Pick<Entry<T>, 'action' | 'key'>[]) => {
    entries.clear();
    groups.clear();
    counts = { ...NO_COUNTS };
    shown = null;
    for (const { action, key } of all) putIn(judge(action, key));
  };

  const makeView = (): CollectionView<T> => {
    if (query.grouping === 'none') groupAt('');
    const order = query.groupOrder ?? groupOrder(query.grouping, query.me);
    const all = [...groups.values()].map((group) => group.shown);
    for (const { key, rows } of all) if (rows.length === 0) groups.delete(key);
    const shownGroups = all
      .filter(({ rows }) => rows.length > 0 || query.grouping === 'none')
      .sort((a, b) => order(a.key, b.key));
    const [first, ...others] = shownGroups;
    const rows =
      others.length > 0 ? (first?.rows ?? []).concat(...others.map((group) => group.rows)) : (first?.rows ?? []);
    if (STATUS_GROUPS.some((status) => counts[status] !== shownCounts[status])) shownCounts = { ...counts };
    return { rows, groups: shownGroups, counts: shownCounts };
  };

  return {
    get size() {
      return entries.size;
    },
    get: (id) => entries.get(id)?.action,
    *values() {
      for (const { action } of entries.values()) yield action;
    },
    load(actions) {
      const byId = new Map(Array.from(actions, (action) => [action.id, action]));
      rebuild(Array.from(byId.values(), (action) => ({ action, key: keyOf(action) })));
    },
    set(action) {
      const before = entries.get(action.id);
      if (before?.action === action) return;
      if (before) takeOut(before);
      putIn(judge(action, keyOf(action)));
    },
    delete(id) {
      const entry = entries.get(id);
      if (entry) takeOut(entry);
      return entries.delete(id);
    },
    setQuery(next) {
      const isSameOrder = next.sort === query.sort;
      query = next;
      compare = comparatorOf(query.sort);
      filterBesideStatus = besideStatus(query.filter);
      const all = [...entries.values()];
      rebuild(isSameOrder ? all : all.map(({ action }) => ({ action, key: keyOf(action) })));
    },
    turnDay() {
      rebuild([...entries.values()]);
    },
    view: () => (shown ??= makeView()),
  };
}

function besideStatus(filter: NarrowedFilter): NarrowedFilter {
  const { status: _, ...others } = filter;
  return others;
}
