// What the page shows: for each action the latest server state with its pending operations replayed over it. Worked out
// again for those actions alone of which something changed, and told as a list of changes.
import { atom, batch, type ReadableAtom } from 'nanostores';
import { type Day, restand } from '../domain/index.ts';
import type { Action, Id } from '../schema/index.ts';
import { LiveMap } from './live-map.ts';

/** One action that is shown otherwise than before: new where nothing was before, gone where nothing is now. */
export interface ShownChange {
  readonly id: Id;
  readonly previous: Action | undefined;
  readonly action: Action | undefined;
  /** A change made on this page is behind it, which the backend has not answered yet. */
  readonly own: boolean;
}

export interface ShownActions {
  readonly $actions: ReadableAtom<ReadonlyMap<Id, Action>>;
  get: (id: Id) => Action | undefined;
  /** Replays these actions anew. */
  refresh: (ids: Iterable<Id>) => void;
  /** Derives every status anew, for another day. */
  turnDay: () => void;
  onChange: (listener: (changes: readonly ShownChange[]) => void) => () => void;
}

export function createShownActions(sources: {
  /** The latest server state of an action with its pending operations over it. */
  replayed: (id: Id) => Action | undefined;
  isPending: (id: Id) => boolean;
  todayOf: (action: Action) => Day;
}): ShownActions {
  const { isPending, todayOf } = sources;
  const shown = new Map<Id, Action>();
  const $actions = atom<ReadonlyMap<Id, Action>>(new LiveMap(shown));
  const listeners = new Set<(changes: readonly ShownChange[]) => void>();

  function replayed(id: Id): Action | undefined {
    const action = sources.replayed(id);
    return action && restand(action, todayOf(action));
  }

  function show(ids: Iterable<Id>, next: (id: Id) => Action | undefined): void {
    const changes: ShownChange[] = [];
    for (const id of ids) {
      const previous = shown.get(id);
      const action = next(id);
      if (action === previous) continue;
      if (action) shown.set(id, action);
      else shown.delete(id);
      changes.push({ id, previous, action, own: isPending(id) });
    }
    if (changes.length === 0) return;
    batch(() => {
      for (const listener of listeners) listener(changes);
      $actions.set(new LiveMap(shown));
    });
  }

  return {
    $actions,
    get: (id) => shown.get(id),
    refresh: (ids) => show(ids, replayed),
    turnDay: () =>
      show([...shown.keys()], (id) => {
        const action = shown.get(id);
        return action && restand(action, todayOf(action));
      }),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
