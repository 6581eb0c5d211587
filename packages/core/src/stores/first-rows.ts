// The rows of a list from its first moment: filtered and ordered anew as a whole whenever something changes, until what
// keeps them up to date change by change has come (list-rows.ts), which knows groups, lets rows linger and is fetched
// once there are rows to see. What is asked of it before is kept and done then.
import { atom } from 'nanostores';
import { matches, sortedActions, statusOf } from '../domain/index.ts';
import type { Action, ActionStatus, Id } from '../schema/index.ts';
import { type ActionListOptions, type ActionListStore, listOver } from './list-over-rows.ts';
import type * as listRows from './list-rows.ts';
import type { ActionListView, ListRows, RowsSetting, StatusCounts } from './list-rows.ts';

/**
 * As `createActionList`, for a page that is to show rows before it has loaded all that keeps them. Grouped rows, and the
 * grace of a row that leaves, come a moment later.
 * @example createFirstActionList({ workspace, filter: { assignee: 'me' } })
 */
export function createFirstActionList(options: ActionListOptions): ActionListStore {
  return listOver(options, createFirstRows);
}

function createFirstRows(setting: RowsSetting): ListRows {
  const { actions } = setting.workspace;
  let query = setting.query;
  let rows: ListRows | undefined;
  let fetching = false;
  const kept: ((rows: ListRows) => void)[] = [];
  const begun = look();
  const $view = atom(begun.view);
  const $counts = atom(begun.counts);
  const $selection = atom<ReadonlySet<Id>>(new Set());
  const $lingering = atom<ReadonlySet<Id>>(new Set());

  function look(): { view: ActionListView; counts: StatusCounts } {
    const { status, ...others } = query.filter;
    const counts: Record<ActionStatus, number> = {
      todo: 0,
      overdue: 0,
      inProgress: 0,
      done: 0,
      doneLate: 0,
      notDone: 0,
      cancelled: 0,
    };
    const listed: Action[] = [];
    for (const action of actions.$actions.get().values()) {
      const today = actions.todayOf(action);
      const around = actions.around(action);
      if (!matches(action, others, today, query.me, around)) continue;
      const shown = statusOf(action, today);
      // A state that came after this was written is listed and not counted.
      if (Object.hasOwn(counts, shown)) counts[shown]++;
      if (status === undefined || matches(action, { status }, today, query.me, around)) listed.push(action);
    }
    const inOrder = sortedActions(listed, query.sort);
    return { view: { rows: inOrder, groups: [{ key: '', rows: inOrder }] }, counts };
  }

  function publish(): void {
    const { view, counts } = look();
    $view.set(view);
    $counts.set(counts);
    if (view.rows.length > 0) fetch();
  }

  function fetch(): void {
    if (fetching) return;
    fetching = true;
    // Where it cannot be had, the next change asks again.
    const arrived = ({ createListRows }: typeof listRows) => take(createListRows({ ...setting, query }));
    void import('./list-rows.ts').then(arrived, () => (fetching = false));
  }

  function take(full: ListRows): void {
    rows = full;
    full.$view.subscribe((view) => $view.set(view));
    full.$counts.subscribe((counts) => $counts.set(counts));
    full.selection.$selection.subscribe((selection) => $selection.set(selection));
    full.lingering.$lingering.subscribe((lingering) => $lingering.set(lingering));
    for (const run of kept.splice(0)) run(full);
  }

  /** Done once the rows are kept as they should be. */
  function later(run: (rows: ListRows) => void): void {
    if (rows) return run(rows);
    kept.push(run);
    fetch();
  }

  if (begun.view.rows.length > 0) fetch();

  return {
    $view,
    $counts,
    selection: {
      $selection,
      select: (ids) => later(({ selection }) => selection.select(ids)),
      toggle: (id) => later(({ selection }) => selection.toggle(id)),
      extend: (id) => later(({ selection }) => selection.extend(id)),
      all: () => later(({ selection }) => selection.all()),
      clear: () => later(({ selection }) => selection.clear()),
      prune: (ids) => rows?.selection.prune(ids),
    },
    lingering: {
      $lingering,
      hold: (id) => later(({ lingering }) => lingering.hold(id)),
      release: (id) => later(({ lingering }) => lingering.release(id)),
    },
    ids: () => rows?.ids() ?? $view.get().rows.map(({ id }) => id),
    take: (changes) => (rows ? rows.take(changes) : publish()),
    setQuery(next) {
      query = next;
      if (rows) rows.setQuery(next);
      else publish();
    },
    turnDay: () => (rows ? rows.turnDay() : publish()),
    settle: () => rows?.settle(),
  };
}
