// How many open actions of rooms are overdue, due this week, waiting on us or on them, and nobody's, whatever is loaded. The
// backend counts: five counts along its indexes are there at once where 100,000 actions would be 500 pages, most of which
// nobody looks at. What is changed on this page is added and taken off in the same tick, and counted anew once the backend
// has agreed, for a change may have moved the dates of others.
import { atom, type ReadableAtom } from 'nanostores';
import { matches, type NarrowedFilter, ROOM_TILES, type RoomTile, tileFilter } from '../domain/index.ts';
import type { Action, Id } from '../schema/index.ts';
import type { ShownChange } from './shown-actions.ts';
import type { WorkspaceStore } from './workspace.ts';

/** How many there are of each. */
export type RoomCounts = Readonly<Record<RoomTile, number>>;

export interface RoomCountsStore {
  /** Null until they were counted. */
  readonly $counts: ReadableAtom<RoomCounts | null>;
  /** Counts anew; never rejects: what cannot be counted now stays as it was. */
  refresh(): Promise<void>;
  dispose(): void;
}

export interface RoomCountsOptions {
  workspace: WorkspaceStore;
  /** These rooms alone, or, where none is named, all that the viewer sees. */
  roomIds?: readonly Id[] | undefined;
}

/** How long after a change it rests before it is counted anew, in milliseconds. */
const REST = 400;

const NONE: RoomCounts = { overdue: 0, thisWeek: 0, us: 0, them: 0, unassigned: 0 };

/**
 * The counts over the actions of rooms. They are asked for at once.
 * @example createRoomCounts({ workspace }).$counts.subscribe((counts) => show(counts?.overdue))
 */
export function createRoomCounts({ workspace, roomIds = [] }: RoomCountsOptions): RoomCountsStore {
  const { actions, backend, environment } = workspace;
  const contexts = roomIds.length === 0 ? ['room'] : roomIds.map((id) => `room:${id}`);
  const $counts = atom<RoomCounts | null>(null);
  let counted: RoomCounts | null = null;
  /** What was changed here since it was counted, as it was then. */
  const before = new Map<Id, Action | undefined>();
  let counting: AbortController | null = null;
  let cancel: (() => void) | null = null;
  let disposed = false;

  function setting() {
    const me = workspace.$me.get();
    const zone = me?.person.timeZone ?? me?.workspace.timeZone ?? 'UTC';
    return { today: workspace.todayIn(zone), weekStart: workspace.$weekStart.get() };
  }

  function isCounted(action: Action | undefined, filter: NarrowedFilter): boolean {
    return action !== undefined && matches(action, filter, actions.todayOf(action), '', actions.around(action));
  }

  /** What was counted, with what was changed here since. */
  function publish(): void {
    if (!counted) return;
    const counts = { ...counted };
    const at = setting();
    for (const tile of ROOM_TILES) {
      const filter = { ...tileFilter(tile, at), contexts };
      for (const [id, then] of before) {
        counts[tile] += Number(isCounted(actions.get(id), filter)) - Number(isCounted(then, filter));
      }
      counts[tile] = Math.max(0, counts[tile]);
    }
    const shown = $counts.get();
    if (shown && ROOM_TILES.every((tile) => shown[tile] === counts[tile])) return;
    $counts.set(counts);
  }

  function take(changes: readonly ShownChange[]): void {
    let touched = false;
    for (const { id, previous, own } of changes) {
      // What a load tells is no change of the world; the backend has counted it.
      if (!own && !before.has(id)) continue;
      if (!before.has(id)) before.set(id, previous);
      touched = true;
    }
    if (!touched) return;
    // An answer that is on its way may have counted this or not.
    if (counting) later();
    counting?.abort();
    publish();
  }

  function later(): void {
    cancel?.();
    cancel = environment.after(REST, () => void count());
  }

  async function count(): Promise<void> {
    cancel?.();
    // While a change is on its way nobody knows whether a count holds it.
    if (disposed || workspace.$status.get() !== 'ready' || actions.$pending.get().size > 0) return;
    counting?.abort();
    const controller = new AbortController();
    counting = controller;
    try {
      const answer = await ask(controller.signal);
      if (controller.signal.aborted) return;
      counted = answer;
      before.clear();
      publish();
    } catch {
      // The list tells what went wrong; what was counted stays.
    } finally {
      if (counting === controller) counting = null;
    }
  }

  async function ask(signal: AbortSignal): Promise<RoomCounts> {
    const at = setting();
    const all = ROOM_TILES.flatMap((tile) => contexts.map((context) => ({ ...tileFilter(tile, at), context, tile })));
    const answers = await Promise.all(
      all.map(async ({ tile, ...filter }) => {
        const query = { ...filter, limit: 1, count: true };
        const { count = 0 } = await workspace.call(() => backend.actions.list(query, { signal }));
        return { tile, count };
      }),
    );
    return answers.reduce<RoomCounts>((sum, { tile, count }) => ({ ...sum, [tile]: sum[tile] + count }), NONE);
  }

  const stops = [
    actions.onChange(take),
    actions.$pending.listen((pending) => {
      if (pending.size === 0 && before.size > 0) later();
    }),
    workspace.$status.listen(() => void count()),
    workspace.$day.listen(() => void count()),
    workspace.$weekStart.listen(() => void count()),
    workspace.$online.listen((online) => {
      if (online) later();
    }),
    workspace.onWake(() => void count()),
  ];
  void count();

  return {
    $counts,
    refresh: count,
    dispose() {
      disposed = true;
      for (const stop of stops) stop();
      cancel?.();
      counting?.abort();
    },
  };
}
