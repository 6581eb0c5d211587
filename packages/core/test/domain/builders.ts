// What the tests of the rules are made of: small actions, relationships and people.
import type {
  ActionContext,
  ActionRecord,
  Closing,
  DateBasis,
  PlannedDateRecord,
  RelationshipRecord,
  WorkspaceRole,
} from '@followthrough/core/schema';
import { type Access, accessOf, type Day, parseDay, type Viewer } from '@followthrough/core/domain';

export const AT = '2026-05-13T09:00:00.000Z';
export const TODAY: Day = parseDay('2026-05-13');

export const PERSONAL: ActionContext = { type: 'personal' };
export const RELATIONSHIP: ActionContext = { type: 'relationship', relationshipId: 'r1' };
export const ROOM: Extract<ActionContext, { type: 'room' }> = {
  type: 'room',
  roomId: 'room1',
  sectionId: 's1',
  internalOnly: false,
};
export const ENGAGEMENT: ActionContext = { type: 'engagement', engagementId: 'e1', itemId: 'i1' };

/** A due date that is what it is on this basis. */
export function dated(date: string | null, basis: DateBasis = 'fixed'): PlannedDateRecord {
  const rule = { type: 'fixed' as const, date: date ?? '2026-01-01' };
  return { rule, pinned: null, date, basis, waitingOn: [], setBy: 'manager', setAt: AT };
}

export function closing(on: string, due: string | null): Closing {
  return { at: `${on}T10:00:00.000Z`, by: 'report', due, on };
}

export function actionRecord(over: Partial<ActionRecord> = {}): ActionRecord {
  const { createdBy = 'manager' } = over;
  return {
    id: 'a1',
    context: RELATIONSHIP,
    title: 'Send the deck',
    description: '',
    assignee: { type: 'person', personId: 'report' },
    start: null,
    due: dated('2026-05-20'),
    position: null,
    state: 'todo',
    closed: null,
    createdBy,
    createdAt: AT,
    updatedAt: AT,
    updatedBy: createdBy,
    version: 1,
    deleted: null,
    ...over,
  };
}

export function relationship(over: Partial<RelationshipRecord> = {}): RelationshipRecord {
  return {
    id: 'r1',
    managerId: 'manager',
    reportId: 'report',
    createdBy: 'maker',
    viewerIds: ['viewer'],
    timeZone: null,
    createdAt: AT,
    updatedAt: AT,
    version: 1,
    ...over,
  };
}

export function viewer(personId: string, role: WorkspaceRole = 'member'): Viewer {
  return { personId, role };
}

/** What somebody has access to where there is the one relationship. */
export function accessFor(personId: string, role: WorkspaceRole = 'member', all = [relationship()]): Access {
  return accessOf(viewer(personId, role), all);
}
