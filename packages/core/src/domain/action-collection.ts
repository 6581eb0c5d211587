// A live list over many actions: filter, order, groups and counts are kept up to date change by change, so that after one
// edit among 100,000 a query answers at once. One edit looks at that action alone and finds its place by halving; nothing
// else is filtered or sorted again. Status is asked of the rules with today's date, never kept with an action.
import type { ActionFilter, ActionSort, ActionStatus, Id } from '../schema/index.ts';
import { type Grouping, groupOf, groupOrder } from './action-group.ts';
import { comparatorOf, hasStatus, type Listed, matches, sortKey, type SortPosition } from './action-list.ts';
import type { Day } from './civil-date.ts';
import { statusOf } from './status.ts';

/** What a live list shows. */
export interface CollectionQuery {
  filter: ActionFilter;
  sort: ActionSort;
  grouping: Grouping;
  /** Who `assignee: 'me'` is. */
  me?: Id | undefined;
  /** The ISO weekday that weeks begin on, for the group "this week"; Monday where not given. */
  weekStart?: number | undefined;
  /** The order of groups, where the keys alone do not give the wanted one (by people's names). */
  groupOrder?: ((a: string, b: string) => number) | undefined;
}

/** The rows of a list as they stand. Arrays are never changed afterwards; a group that did not change keeps its own. */
export interface CollectionView<T> {
  /** All rows in the order shown: group by group. */
  readonly rows: readonly T[];
  /** The groups that have rows; one with key `''` where grouping is `none`, even when empty. */
  readonly groups: readonly { readonly key: string; readonly rows: readonly T[] }[];
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
  /** Replaces everything; sorts once. */
  load(actions: Iterable<T>): void;
  /** Adds or replaces one: O(log n) comparisons. */
  set(action: T): void;
  /** Whether it was there. */
  delete(id: Id): boolean;
  /** Shows something else. */
  setQuery(query: CollectionQuery): void;
  /** Judges every action anew, after `todayOf` has begun to answer another day. */
  turnDay(): void;
  view(): CollectionView<T>;
}

interface Entry<T> extends SortPosition {
  action: T;
  /** The group it is shown in; null where the filter leaves it out. */
  group: string | null;
  /** The status it is counted under; null where the filter, its choice of status aside, leaves it out. */
  counted: ActionStatus | null;
}

interface Group<T> {
  key: string;
  /** In order, each with its row at the same index. */
  entries: Entry<T>[];
  rows: T[];
  /** What a view was given: its rows are copied before they change. Null where nothing is. */
  shown: CollectionView<T>['groups'][number] | null;
}

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
}): ActionCollection<T> {
  const { todayOf, placedAs = (action) => action } = options;
  let query = options.query;
  let compare = comparatorOf(query.sort);
  let filterBesideStatus = besideStatus(query.filter);
  const entries = new Map<Id, Entry<T>>();
  let groups = new Map<string, Group<T>>();
  let counts = { ...NO_COUNTS };
  let shown: CollectionView<T> | null = null;

  const keyOf = (action: T) => sortKey(placedAs(action), query.sort);

  const judge = (action: T, key: number | string): Entry<T> => {
    const { filter, grouping, me, weekStart = 1 } = query;
    const { status } = filter;
    const today = todayOf(action);
    const placed = placedAs(action);
    const isListed = (one: T) => matches(one, filterBesideStatus, today, me);
    const counted = isListed(action) ? statusOf(action, today) : null;
    const isShown =
      (placed === action ? counted !== null : isListed(placed)) &&
      (status === undefined || hasStatus(placed, status, today));
    return { id: action.id, key, action, counted, group: isShown ? groupOf(placed, grouping, today, weekStart) : null };
  };

  const groupAt = (key: string): Group<T> => {
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { key, entries: [], rows: [], shown: null }));
    return group;
  };

  const count = (entry: Entry<T>, by: 1 | -1) => {
    if (entry.counted === null) return;
    counts = { ...counts, [entry.counted]: counts[entry.counted] + by };
    shown = null;
  };

  const indexIn = (group: Group<T>, entry: Entry<T>): number => {
    let low = 0;
    let high = group.entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(group.entries[middle] as Entry<T>, entry) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /** Puts `entry` into its place in the group, or in the place of its former self, or takes it out. */
  const change = (group: Group<T>, entry: Entry<T>, how: 'insert' | 'replace' | 'remove') => {
    const at = indexIn(group, entry);
    if (group.shown) group.rows = group.rows.slice();
    group.shown = null;
    shown = null;
    if (how === 'replace') {
      group.entries[at] = entry;
      group.rows[at] = entry.action;
    } else if (how === 'insert') {
      group.entries.splice(at, 0, entry);
      group.rows.splice(at, 0, entry.action);
    } else {
      group.entries.splice(at, 1);
      group.rows.splice(at, 1);
      if (group.entries.length === 0) groups.delete(group.key);
    }
  };

  const takeOut = (entry: Entry<T>) => {
    count(entry, -1);
    if (entry.group !== null) change(groupAt(entry.group), entry, 'remove');
  };

  /** Judges all anew and sorts each group once. */
  const rebuild = (all: readonly Entry<T>[]) => {
    entries.clear();
    groups = new Map();
    counts = { ...NO_COUNTS };
    shown = null;
    for (const { action, key } of all) {
      const entry = judge(action, key);
      entries.set(entry.id, entry);
      if (entry.counted !== null) counts[entry.counted]++;
      if (entry.group !== null) groupAt(entry.group).entries.push(entry);
    }
    for (const group of groups.values()) {
      group.entries.sort(compare);
      group.rows = group.entries.map(({ action }) => action);
    }
  };

  const makeView = (): CollectionView<T> => {
    if (query.grouping === 'none') groupAt('');
    const order = query.groupOrder ?? groupOrder(query.grouping, query.me);
    const shownGroups = [...groups.values()]
      .sort((a, b) => order(a.key, b.key))
      .map((group) => (group.shown ??= { key: group.key, rows: group.rows }));
    const [first, ...others] = shownGroups;
    const rows = first
      ? others.length > 0
        ? first.rows.concat(...others.map((group) => group.rows))
        : first.rows
      : [];
    return { rows, groups: shownGroups, counts };
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
      rebuild(Array.from(byId.values(), (action) => judge(action, keyOf(action))));
    },
    set(action) {
      const before = entries.get(action.id);
      if (before?.action === action) return;
      const entry = judge(action, keyOf(action));
      entries.set(entry.id, entry);
      const stays = before !== undefined && before.group === entry.group && before.key === entry.key;
      if (stays) {
        count(before, -1);
        if (entry.group !== null) change(groupAt(entry.group), entry, 'replace');
      } else {
        if (before) takeOut(before);
        if (entry.group !== null) change(groupAt(entry.group), entry, 'insert');
      }
      count(entry, 1);
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
      rebuild(isSameOrder ? all : all.map((entry) => ({ ...entry, key: keyOf(entry.action) })));
    },
    turnDay() {
      rebuild([...entries.values()]);
    },
    view: () => (shown ??= makeView()),
  };
}

function besideStatus(filter: ActionFilter): ActionFilter {
  const { status: _, ...others } = filter;
  return others;
}
