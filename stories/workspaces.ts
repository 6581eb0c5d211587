// The workspaces that stories show: the demo's data on the local backend, with the clock stopped on Friday, 15 May 2026,
// and backends that are slow, broken or closed on purpose.
import { type Backend, BackendError } from '@followthrough/core/backend';
import { createLocalBackend, createMemoryRepository, type WorkspaceSnapshot } from '@followthrough/core/local-backend';
import { demoSnapshot } from '../demo/seed/snapshot.ts';

/** Friday, 15 May 2026, 09:00 UTC. */
const FROZEN = Date.UTC(2026, 4, 15, 9);

/** The stopped clock. */
export const now = () => FROZEN;

/** The demo's data as it would have been on that Friday. */
export const fernhill = await demoSnapshot(FROZEN);

let made = 0;

/** A backend over its own copy of the data, as one person sees it. */
export function backendFor(viewerId = 'ana-petrovic', snapshot: WorkspaceSnapshot = fernhill): Backend {
  return createLocalBackend({
    repository: createMemoryRepository(snapshot),
    viewerId,
    now,
    newId: () => `made-${++made}`,
  });
}

/** Nothing was ever promised here. */
export const nothingYet: WorkspaceSnapshot = { ...fernhill, actions: [], stateChanges: [] };

/** Everything there was is done. */
export const allDone: WorkspaceSnapshot = {
  ...fernhill,
  actions: (fernhill.actions ?? []).filter(({ state }) => state !== 'todo'),
};

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

/** Every open action has a title that wants more room than there is, or markup that must stay text. */
export const longNames: WorkspaceSnapshot = {
  ...fernhill,
  people: fernhill.people.map((person) => ({ ...person, name: `${person.name} ${LONG}` })),
  rooms: (fernhill.rooms ?? []).map((room) => ({ ...room, name: `${room.name} ${LONG}` })),
  sections: (fernhill.sections ?? []).map((section) => ({ ...section, name: `${section.name} ${LONG}` })),
  actions: (fernhill.actions ?? []).map((action, at) => ({
    ...action,
    title:
      at % 3 === 0
        ? `${action.title} ${LONG}`
        : at % 3 === 1
          ? '<img src=x onerror=alert(1)> & <b>bold</b>'
          : action.title.repeat(3),
  })),
};

/** Ten thousand actions on one person's list. */
export const tenThousand: WorkspaceSnapshot = {
  ...fernhill,
  actions: Array.from({ length: 10_000 }, (_, at) => {
    const pattern = (fernhill.actions ?? []).filter(({ state }) => state === 'todo');
    const action = pattern[at % pattern.length];
    if (action === undefined) throw new Error('the demo has no open action');
    return {
      ...action,
      id: `many-${at}`,
      title: `${at + 1}. ${action.title}`,
      context: { type: 'personal' as const },
      createdBy: 'ana-petrovic',
      assignee: { type: 'person' as const, personId: 'ana-petrovic' },
    };
  }),
  stateChanges: [],
};

/** Its lists never answer. */
export function silent(backend: Backend): Backend {
  return { ...backend, actions: { ...backend.actions, list: () => new Promise(() => {}) } };
}

/** Its lists fail with this. */
export function failing(backend: Backend, error: BackendError): Backend {
  return { ...backend, actions: { ...backend.actions, list: () => Promise.reject(error) } };
}

/** Its first list is good, and all after that fail; meanwhile two hours pass on its clock. */
export function aging(backend: Backend, error: BackendError): { backend: Backend; now: () => number } {
  let asked = 0;
  const list: Backend['actions']['list'] = (...query) =>
    asked++ === 0 ? backend.actions.list(...query) : Promise.reject(error);
  return {
    backend: { ...backend, actions: { ...backend.actions, list } },
    now: () => FROZEN + (asked > 1 ? 2 * 3_600_000 : 0),
  };
}

/** Nothing can be written to it: every change is refused with this, half a second later. */
export function refusing(backend: Backend, error: BackendError): Backend {
  const refuse = () => new Promise<never>((_, reject) => setTimeout(() => reject(error), 500));
  return {
    ...backend,
    actions: { ...backend.actions, create: refuse, update: refuse, setState: refuse, remove: refuse, bulk: refuse },
  };
}

export const serverDown = new BackendError('unavailable', {
  detail: 'The server is being restarted.',
  requestId: 'req-7f3a',
});
export const noAccess = new BackendError('insufficient-scope', { detail: 'Your sign-in does not include actions.' });
export const noNetwork = new BackendError('network', { detail: 'No answer came.' });
