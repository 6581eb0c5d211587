// A small workspace for the tests of elements: Ana manages Ben and has things of her own to do; Cleo looks on.
import { type BackendError, type Backend } from '@followthrough/core/backend';
import { fixedDate, newAction } from '@followthrough/core/domain';
import type { ActionContext, ActionRecord, Id, Person, RelationshipRecord } from '@followthrough/core/schema';
import { createDataBackend } from '../../src/workspace-scope/data-backend.ts';
import type { WorkspaceSnapshot } from '@followthrough/core/local-backend';

/** Wednesday 13 May 2026, nine o'clock in UTC. */
const NOW = Date.UTC(2026, 4, 13, 9);
export const now = (): number => NOW;

const AT = '2026-05-01T09:00:00Z';

function person(id: string, name: string): Person {
  return {
    id,
    name,
    email: null,
    avatarUrl: null,
    side: 'internal',
    role: 'member',
    companyId: null,
    timeZone: null,
    version: 1,
  };
}

const RELATIONSHIP: RelationshipRecord = {
  id: 'ana-ben',
  managerId: 'ana',
  reportId: 'ben',
  createdBy: 'ana',
  viewerIds: ['cleo'],
  timeZone: null,
  createdAt: AT,
  updatedAt: AT,
  version: 1,
};

export const PERSONAL: ActionContext = { type: 'personal' };
const WITH_BEN: ActionContext = { type: 'relationship', relationshipId: 'ana-ben' };

/** An open action of Ana's unless said otherwise. */
export function action(
  id: string,
  title: string,
  due: string | null,
  { context = PERSONAL, by = 'ana', assignee = by }: { context?: ActionContext; by?: string; assignee?: string } = {},
): ActionRecord {
  const draft = {
    context,
    title,
    assignee: { type: 'person' as const, personId: assignee },
    due: due === null ? null : fixedDate(due),
  };
  return newAction(draft, id, { by, at: AT });
}

/** What Ana has to do, and what is Ben's. */
export const ACTIONS: readonly ActionRecord[] = [
  action('late', 'Send the minutes', '2026-05-11', { context: WITH_BEN }),
  action('today', 'Call the supplier', '2026-05-13'),
  action('friday', 'Prepare the review', '2026-05-15', { context: WITH_BEN }),
  action('someday', 'Read the book', null),
  action('bens', 'Draft the plan', '2026-05-14', { context: WITH_BEN, by: 'ben' }),
  action('from-ben', 'Answer Ben', '2026-05-20', { context: WITH_BEN, by: 'ben', assignee: 'ana' }),
];

/** The workspace as plain data, seen by `viewerId`. */
export function smallWorkspace(
  viewerId = 'ana',
  actions: readonly ActionRecord[] = ACTIONS,
): WorkspaceSnapshot & { viewerId: Id } {
  return {
    viewerId,
    workspace: {
      id: 'small',
      name: 'Small',
      timeZone: 'UTC',
      locale: 'en-GB',
      calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] },
      version: 1,
    },
    people: [person('ana', 'Ana Petrovic'), person('ben', 'Ben Okafor'), person('cleo', 'Cleo Marin')],
    relationships: [{ ...RELATIONSHIP, createdBy: 'ana' }],
    actions,
  };
}

/** A backend over it; what `actions` gives replaces those calls. */
export function smallBackend(viewerId = 'ana', actions: Partial<Backend['actions']> = {}, records = ACTIONS): Backend {
  const backend = createDataBackend(smallWorkspace(viewerId, records), now);
  return { ...backend, actions: { ...backend.actions, ...actions } };
}

/** A call that fails. */
export function failing(error: BackendError): () => Promise<never> {
  return () => Promise.reject(error);
}
