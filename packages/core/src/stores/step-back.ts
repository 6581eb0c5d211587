// A bulk meets no versions, so before one is taken back the backend is asked how its actions stand: what another wrote over
// since is theirs, and is left as it is. What the bulk just changed was changed last of all, so a list in that order has it
// on its first pages, and reads stay few however many actions there are.
import { type Backend, BackendError } from '../backend.ts';
import type { Action, Id } from '../schema/index.ts';
import { LARGEST_PAGE } from '../schema/limits.ts';
import { agreeOn, type Change } from './change.ts';
import { asBackendError } from './connection.ts';
import type { StepBack } from './operation.ts';

/** An action as it was before something was done with it, and as that left it. */
export interface Taken {
  readonly before: Action;
  readonly after: Action;
}

/** How a bulk takes an earlier one back, alone or as one of several that go through states one after the other. */
export interface Taking {
  readonly taken: ReadonlyMap<Id, Taken>;
  readonly isFirst: boolean;
  /** What the first found that another had written over; the later ones leave it as it is. */
  readonly overwritten: Set<Id>;
}

/** What stands in the way of taking these actions back. */
export function createStepBack(ids: readonly Id[], { taken, isFirst, overwritten }: Taking): StepBack {
  let looked: Promise<ReadonlyMap<Id, Action | null>> | null = null;

  return {
    current(backend) {
      looked ??= currentOf(backend, ids, taken.size).catch((thrown: unknown) => {
        looked = null;
        throw thrown;
      });
      return looked;
    },
    answerTo({ id, change }, current) {
      const row = taken.get(id);
      if (!current) return { type: 'refused', error: new BackendError('not-found') };
      const isTold = !isFirst && overwritten.has(id);
      if (!row || isTold || isAlike(change, current, row.before)) return { type: 'agreed', action: current };
      if (isAlike(change, current, row.after)) return null;
      overwritten.add(id);
      const error = new BackendError('version-conflict', { current, currentVersion: current.version });
      return { type: 'refused', error };
    },
  };
}

/** Whether two actions agree in what the change writes. */
export function isAlike(change: Change, one: Action, other: Action): boolean {
  if (change.type === 'setState') return one.state === other.state;
  return change.type === 'update' && agreeOn(change.patch, one, other);
}

/** How many pages are read beyond those that the actions fill by themselves; others may have changed some more since. */
const MORE_PAGES = 2;
/** How many are asked for at once by their ids. */
const AT_ONCE = 20;

/** @param among how many were changed with them */
async function currentOf(backend: Backend, ids: readonly Id[], among: number): Promise<ReadonlyMap<Id, Action | null>> {
  const found = new Map<Id, Action | null>();
  if (ids.length > AT_ONCE) await lookThrough(backend, new Set(ids), among, found);
  const left = ids.filter((id) => !found.has(id));
  for (let start = 0; start < left.length; start += AT_ONCE) {
    await Promise.all(
      left.slice(start, start + AT_ONCE).map(async (id) => {
        found.set(id, await lookAt(backend, id));
      }),
    );
  }
  return found;
}

async function lookThrough(
  backend: Backend,
  ids: ReadonlySet<Id>,
  among: number,
  found: Map<Id, Action | null>,
): Promise<void> {
  try {
    let cursor: string | undefined;
    for (let pages = Math.ceil(among / LARGEST_PAGE) + MORE_PAGES; pages > 0; pages--) {
      const page = await backend.actions.list({ sort: '-updated', limit: LARGEST_PAGE, cursor });
      for (const action of page.items) if (ids.has(action.id)) found.set(action.id, action);
      cursor = page.next ?? undefined;
      if (cursor === undefined || found.size === ids.size) return;
    }
  } catch (thrown) {
    // A list that cannot be read to the end leaves the rest to be asked for by their ids.
    if (asBackendError(thrown).transient) throw thrown;
  }
}

async function lookAt(backend: Backend, id: Id): Promise<Action | null> {
  try {
    return await backend.actions.get(id);
  } catch (thrown) {
    if (asBackendError(thrown).code === 'not-found') return null;
    throw thrown;
  }
}
