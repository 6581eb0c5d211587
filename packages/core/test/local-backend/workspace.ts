// A small workspace for tests. Ada manages Ben and the guest Gus; Fay made Ada's and Ben's relationship and Cleo was given
// access to it; Dora is an admin who is party to nothing; Eve knows nobody. Hal is Gus's colleague, Ivy another customer's.
import assert from 'node:assert/strict';
import { type Backend, BackendError } from '@followthrough/core/backend';
import { createLocalBackend, createMemoryRepository, type Repository } from '@followthrough/core/local-backend';
import type { SnapshotAction, WorkspaceSnapshot } from '@followthrough/core/local-backend';
import type { ActionDraft, ActionRecord, Person, RelationshipRecord } from '@followthrough/core/schema';

/** Friday 15 May 2026, noon in Berlin. */
export const NOW = Date.UTC(2026, 4, 15, 10);
export const YESTERDAY = '2026-05-14';
export const TODAY = '2026-05-15';
export const TOMORROW = '2026-05-16';
const LONG_AGO = '2026-01-05T08:00:00.000Z';

export function person(id: string, more: Partial<Person> = {}): Person {
  const defaults = { email: `${id}@example.com`, avatarUrl: null, companyId: null, timeZone: null, version: 1 };
  return { id, name: id, side: 'internal', role: 'member', ...defaults, ...more };
}

export function guest(id: string, companyId: string): Person {
  return person(id, { side: 'external', role: 'guest', companyId });
}

export function relationship(id: string, more: Partial<RelationshipRecord>): RelationshipRecord {
  const times = { createdAt: LONG_AGO, updatedAt: LONG_AGO, version: 1 };
  return { id, managerId: 'ada', reportId: 'ben', createdBy: 'ada', viewerIds: [], timeZone: null, ...times, ...more };
}

export function dueOn(date: string): ActionRecord['due'] {
  const set = { setBy: 'ada', setAt: LONG_AGO };
  return { rule: { type: 'fixed', date }, pinned: null, date, basis: 'fixed', waitingOn: [], ...set };
}

/** An action as it is stored; personal to Ada unless it says otherwise. */
export function record(id: string, more: Partial<ActionRecord> = {}): ActionRecord {
  const { createdBy = 'ada' } = more;
  return {
    id,
    context: { type: 'personal' },
    title: `Title of ${id}`,
    description: '',
    assignee: { type: 'person', personId: createdBy },
    start: null,
    due: null,
    position: null,
    state: 'todo',
    closed: null,
    createdBy,
    createdAt: LONG_AGO,
    updatedAt: LONG_AGO,
    updatedBy: createdBy,
    version: 1,
    deleted: null,
    ...more,
  };
}

/** An action of Ada's and Ben's relationship, made by Ada for Ben. */
export function promise(id: string, more: Partial<ActionRecord> = {}): ActionRecord {
  const context = { type: 'relationship', relationshipId: 'ada-ben' } as const;
  return record(id, { context, assignee: { type: 'person', personId: 'ben' }, due: dueOn(TOMORROW), ...more });
}

export function snapshot(more: Partial<WorkspaceSnapshot> = {}): WorkspaceSnapshot {
  const calendar = { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] };
  return {
    workspace: { id: 'acme', name: 'Acme', timeZone: 'Europe/Berlin', locale: 'en-GB', calendar, version: 1 },
    companies: [
      { id: 'globex', name: 'Globex', version: 1 },
      { id: 'initech', name: 'Initech', version: 1 },
    ],
    people: [
      ...['ada', 'ben', 'cleo', 'eve', 'fay'].map((id) => person(id)),
      person('dora', { role: 'admin' }),
      guest('gus', 'globex'),
      guest('hal', 'globex'),
      guest('ivy', 'initech'),
    ],
    groups: [{ id: 'first', name: 'First cohort', memberIds: ['ben', 'gus'], version: 1 }],
    relationships: [
      relationship('ada-ben', { createdBy: 'fay', viewerIds: ['cleo'] }),
      relationship('ada-gus', { reportId: 'gus' }),
    ],
    meetings: [
      meeting('monday', 'ada-ben', '2026-05-11T09:00:00Z'),
      meeting('with-gus', 'ada-gus', '2026-05-12T09:00:00Z'),
    ],
    ...more,
  };
}

function meeting(id: string, relationshipId: string, startsAt: string) {
  const times = { createdAt: LONG_AGO, updatedAt: LONG_AGO, version: 1 };
  return { id, relationshipId, title: null, startsAt, endedAt: null, createdBy: 'ada', ...times };
}

/** A workspace with a backend for each person, all over one repository. */
export interface Scene {
  repository: Repository;
  /** The backend of a person. */
  as: (viewerId: string) => Backend;
  /** Lets time go by, in milliseconds. */
  wait: (time: number) => void;
}

/** @param wrap puts something between the backends and the repository */
export function scene(
  actions: readonly SnapshotAction[] = [],
  more: Partial<WorkspaceSnapshot> = {},
  wrap: (repository: Repository) => Repository = (repository) => repository,
): Scene {
  const repository = createMemoryRepository(snapshot({ actions, ...more }));
  let now = NOW;
  let ids = 0;
  const backends = new Map<string, Backend>();
  return {
    repository,
    as(viewerId) {
      let backend = backends.get(viewerId);
      if (!backend) {
        backend = createLocalBackend({
          repository: wrap(repository),
          viewerId,
          now: () => now,
          newId: () => `new-${++ids}`,
        });
        backends.set(viewerId, backend);
      }
      return backend;
    },
    wait(time) {
      now += time;
    },
  };
}

/** What is written to make an action of Ada's and Ben's relationship. */
export function promiseDraft(more: Partial<ActionDraft> = {}): ActionDraft {
  return {
    context: { type: 'relationship', relationshipId: 'ada-ben' },
    title: 'Send the deck',
    assignee: { type: 'person', personId: 'ben' },
    due: { rule: { type: 'fixed', date: TOMORROW } },
    ...more,
  };
}

/** How a call fails; an error where it does not. */
export async function failureOf(call: Promise<unknown>): Promise<BackendError> {
  try {
    const answer = await call;
    assert.fail(`It was done: ${JSON.stringify(answer)}`);
  } catch (error) {
    if (error instanceof BackendError) return error;
    throw error;
  }
}

/** A refusal in short: its code, with the rule that refused or the pointers of its faults. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  const { code, rule, errors } = await failureOf(call);
  return [code, ...(rule ? [rule] : []), ...errors.map(({ pointer, code: fault }) => `${pointer} ${fault}`)].join(
    ' · ',
  );
}

/** Everything the repository holds of actions and their changes of state. */
export async function everything(repository: Repository) {
  return repository.transaction(async (tx) => ({
    actions: await tx.find('action', {}),
    stateChanges: await tx.find('stateChange', {}),
    relationships: await tx.find('relationship', {}),
    meetings: await tx.find('meeting', {}),
    rooms: await tx.find('room', {}),
    sections: await tx.find('section', {}),
    templates: await tx.find('template', {}),
  }));
}
