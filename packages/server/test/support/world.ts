// Builders of a small workspace: people, relationships, meetings and actions, each with sensible rest.
import { bindingDue, dayAt, formatDay, formatInstant, parseDay } from '@followthrough/core/domain';
import type { WorkspaceSnapshot } from '@followthrough/core/local-backend';
import type {
  ActionRecord,
  CivilDate,
  Meeting,
  Person,
  PlannedDateRecord,
  RelationshipRecord,
  Workspace,
} from '@followthrough/core/schema';

/** When the tests' world is: Friday 15 May 2026, 09:30 in UTC. */
export const NOW = Date.UTC(2026, 4, 15, 9, 30);
/** Today there in UTC. */
export const TODAY = dayAt(NOW, 'UTC');
const AT = formatInstant(NOW - 30 * 86_400_000);

/** A date so many days from today. */
export function inDays(days: number): CivilDate {
  return formatDay(TODAY + days);
}

export function workspace(fields: Partial<Workspace> = {}): Workspace {
  return {
    id: 'acme',
    name: 'Acme',
    timeZone: 'UTC',
    locale: 'en-GB',
    calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: ['2026-05-25'] },
    version: 1,
    ...fields,
  };
}

export function person(id: string, fields: Partial<Person> = {}): Person {
  return {
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    email: `${id}@acme.example`,
    avatarUrl: null,
    side: 'internal',
    role: 'member',
    companyId: null,
    timeZone: null,
    version: 1,
    ...fields,
  };
}

export function relationship(
  id: string,
  managerId: string,
  reportId: string,
  fields: Partial<RelationshipRecord> = {},
): RelationshipRecord {
  return {
    id,
    managerId,
    reportId,
    createdBy: managerId,
    viewerIds: [],
    timeZone: null,
    createdAt: AT,
    updatedAt: AT,
    version: 1,
    ...fields,
  };
}

export function meeting(id: string, relationshipId: string, fields: Partial<Meeting> = {}): Meeting {
  return {
    id,
    relationshipId,
    title: null,
    startsAt: AT,
    endedAt: null,
    createdBy: 'mia',
    createdAt: AT,
    updatedAt: AT,
    version: 1,
    ...fields,
  };
}

/** A fixed due date as it is stored. */
export function dueOn(date: CivilDate): PlannedDateRecord {
  return {
    rule: { type: 'fixed', date },
    pinned: null,
    date,
    basis: 'fixed',
    waitingOn: [],
    setBy: 'mia',
    setAt: AT,
  };
}

/** An open action; personal of `mia` unless told otherwise. */
export function action(id: string, fields: Partial<ActionRecord> = {}): ActionRecord {
  const createdBy = fields.createdBy ?? 'mia';
  return {
    id,
    context: { type: 'personal' },
    title: `Action ${id}`,
    description: '',
    assignee: { type: 'person', personId: createdBy },
    start: null,
    due: null,
    position: null,
    state: 'todo',
    closed: null,
    createdBy,
    createdAt: AT,
    updatedAt: AT,
    updatedBy: createdBy,
    version: 1,
    deleted: null,
    ...fields,
  };
}

/** The same action, closed on a day by whoever made it. */
export function closed(record: ActionRecord, state: 'done' | 'notDone', on: CivilDate): ActionRecord {
  const at = formatInstant(parseDay(on) * 86_400_000 + 3_600_000);
  return { ...record, state, closed: { at, by: record.createdBy, due: bindingDue(record), on }, updatedAt: at };
}

/**
 * Mia manages Rob (relationship `mia-rob`), Vic may read it, Ada is an admin with no part in it, Sam a stranger, Gus a
 * customer's contact. Mia also manages Nia (`mia-nia`).
 */
export function acme(fields: Partial<WorkspaceSnapshot> = {}): WorkspaceSnapshot {
  return {
    workspace: workspace(),
    companies: [{ id: 'globex', name: 'Globex', version: 1 }],
    people: [
      person('mia'),
      person('rob', { timeZone: 'America/Los_Angeles' }),
      person('vic'),
      person('nia'),
      person('sam'),
      person('ada', { role: 'admin' }),
      person('gus', { side: 'external', role: 'guest', companyId: 'globex' }),
    ],
    groups: [{ id: 'leads', name: 'Leads', memberIds: ['mia', 'nia'], version: 1 }],
    relationships: [
      relationship('mia-rob', 'mia', 'rob', { viewerIds: ['vic'] }),
      relationship('mia-nia', 'mia', 'nia', { timeZone: 'Pacific/Kiritimati' }),
    ],
    meetings: [meeting('monday', 'mia-rob')],
    ...fields,
  };
}

/** An action of a relationship, made by its manager and assigned to its report. */
export function shared(id: string, fields: Partial<ActionRecord> = {}): ActionRecord {
  return action(id, {
    context: { type: 'relationship', relationshipId: 'mia-rob' },
    assignee: { type: 'person', personId: 'rob' },
    due: dueOn(inDays(3)),
    ...fields,
  });
}
