// The latest that the server told of each action. Answers come out of order: an action is only ever replaced by the same
// or a newer version, and what is gone is remembered with its version, so that a list which was read before does not bring
// it back. What was deleted comes back with a later version alone; what the backend did not find may only have been out of
// sight. Each answer taken in is a moment; a read that began before some moment cannot speak against it.
import type { Action, Id } from '../schema/index.ts';

export interface ServerState {
  get: (id: Id) => Action | undefined;
  /** An action as it was last told, gone or not. */
  last: (id: Id) => Action | undefined;
  /** Counts the answers taken in: taken before a read begins, it dates what the read says. */
  moment: () => number;
  /**
   * Takes in an action as the server told it.
   * @param guessed it was worked out from a version alone, so an answer of the same version replaces it
   * @param since `moment()` before the read began that told it; without it, it tells nothing of what is gone
   * @returns whether it was newer than what was known
   */
  accept: (action: Action, guessed?: boolean, since?: number) => boolean;
  /**
   * Takes in that there is no such action (any more): it comes back with a later version than `version`, or, unless it was
   * deleted, by a read that began after this.
   */
  gone: (id: Id, version?: number, deleted?: boolean) => void;
  /** Lets go of actions that a read, begun at `since`, did not have. Returns those that it could speak of. */
  missing: (ids: Iterable<Id>, since: number) => Id[];
}

interface Known {
  action: Action;
  guessed: boolean;
  moment: number;
}

export function createServerState(): ServerState {
  const known = new Map<Id, Known>();
  const graves = new Map<Id, { version: number; since: number; action: Action | undefined }>();
  let moment = 0;

  function accept(action: Action, guessed = false, since = 0): boolean {
    const { id, version } = action;
    const grave = graves.get(id);
    if (grave && (version < grave.version || (version === grave.version && since < grave.since))) return false;
    const before = known.get(id);
    if (before && version < before.action.version) return false;
    moment++;
    if (grave !== undefined) graves.delete(id);
    // The same answer again keeps the object, so that nothing is drawn anew.
    const same = before && !before.guessed && version === before.action.version && isSame(action, before.action);
    known.set(id, { action: same ? before.action : action, guessed, moment });
    return !same;
  }

  function gone(id: Id, version = known.get(id)?.action.version ?? 0, deleted = false): void {
    moment++;
    const grave = graves.get(id);
    graves.set(id, {
      version: Math.max(version, grave?.version ?? 0),
      since: deleted || grave?.since === Infinity ? Infinity : moment,
      action: known.get(id)?.action ?? grave?.action,
    });
    known.delete(id);
  }

  function missing(ids: Iterable<Id>, since: number): Id[] {
    const lost: Id[] = [];
    for (const id of ids) {
      const entry = known.get(id);
      if (!entry || entry.moment > since) continue;
      known.delete(id);
      lost.push(id);
    }
    return lost;
  }

  return {
    get: (id) => known.get(id)?.action,
    last: (id) => (known.get(id) ?? graves.get(id))?.action,
    moment: () => moment,
    accept,
    gone,
    missing,
  };
}

// Of one version only what depends on the reader or the clock can differ.
function isSame(one: Action, other: Action): boolean {
  return (
    one.status === other.status &&
    one.may.edit === other.may.edit &&
    one.may.setState === other.may.setState &&
    one.may.delete === other.may.delete &&
    one.start?.date === other.start?.date &&
    one.start?.basis === other.start?.basis &&
    one.due?.date === other.due?.date &&
    one.due?.basis === other.due?.basis
  );
}
