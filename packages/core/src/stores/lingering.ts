// A row completed in a list of open actions would jump away under the pointer. It lingers instead: for a moment, or as
// long as an element holds it (its menu is open, focus is in it), it is listed where it was, showing what it has become.
import { atom, type ReadableAtom } from 'nanostores';
import type { Action, Id } from '../schema/index.ts';
import type { Environment } from './environment.ts';

export interface Lingering {
  readonly $lingering: ReadableAtom<ReadonlySet<Id>>;
  /** All that linger, as they are listed. */
  readonly listed: ReadonlyMap<Id, Action>;
  isHeld: (id: Id) => boolean;
  /** The row stays where it was: for the grace, begun anew, or until it is released. */
  start: (id: Id, listedAs: Action) => void;
  /** It is listed as what it is again. */
  end: (id: Id) => void;
  hold: (id: Id) => void;
  release: (id: Id) => void;
  /** Ends all at once; returns what lingered. */
  clear: () => Id[];
  /** Tells `$lingering` what changed since it was told last: once, be it one row or thousands. */
  tell: () => void;
}

/**
 * @param grace how long a row lingers, in milliseconds
 * @param expired told of the rows whose grace is over, together where it ends together
 */
export function createLingering(
  after: Environment['after'],
  grace: number,
  expired: (ids: readonly Id[]) => void,
): Lingering {
  const $lingering = atom<ReadonlySet<Id>>(new Set());
  const listed = new Map<Id, Action>();
  const holds = new Map<Id, number>();
  // Graces that begin together share a timer and end together.
  const graceOf = new Map<Id, Set<Id>>();
  const timers = new Set<() => void>();
  let begun: Set<Id> | null = null;
  let changed = false;

  function tell(): void {
    if (changed) $lingering.set(new Set(listed.keys()));
    changed = false;
  }

  function beginGrace(id: Id): void {
    graceOf.delete(id);
    if (holds.has(id)) return;
    begun ??= openGrace();
    begun.add(id);
    graceOf.set(id, begun);
  }

  function openGrace(): Set<Id> {
    const ids = new Set<Id>();
    queueMicrotask(() => {
      begun = null;
    });
    const cancel = after(grace, () => {
      timers.delete(cancel);
      const over = [...ids].filter((id) => graceOf.get(id) === ids);
      for (const id of over) end(id);
      if (over.length > 0) expired(over);
    });
    timers.add(cancel);
    return ids;
  }

  function end(id: Id): void {
    graceOf.delete(id);
    if (listed.delete(id)) changed = true;
  }

  function start(id: Id, action: Action): void {
    if (!listed.has(id)) {
      listed.set(id, action);
      changed = true;
    }
    beginGrace(id);
  }

  function hold(id: Id): void {
    holds.set(id, (holds.get(id) ?? 0) + 1);
    graceOf.delete(id);
  }

  function release(id: Id): void {
    const count = (holds.get(id) ?? 0) - 1;
    if (count > 0) holds.set(id, count);
    else if (holds.delete(id) && listed.has(id)) beginGrace(id);
  }

  function clear(): Id[] {
    const ids = [...listed.keys()];
    for (const id of ids) end(id);
    for (const cancel of timers) cancel();
    timers.clear();
    begun = null;
    return ids;
  }

  return { $lingering, listed, isHeld: (id) => holds.has(id), start, end, hold, release, clear, tell };
}
