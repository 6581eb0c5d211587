// How each kind of thing lies in its table: which field is which column. Things with nothing of their own to say are
// listed field by field; an action has a file of its own.
import type { Kind, Kinds } from '@followthrough/core/local-backend';
import type { Workspace } from '@followthrough/core/schema';
import { actionStorage } from './action-row.ts';
import type { Row, Storage } from './storage.ts';

/** A storage of which every field has one column. */
function plain<K extends Kind>(table: string, columns: { [F in keyof Kinds[K]]-?: string }): Storage<K> {
  const pairs = Object.entries(columns) as [keyof Kinds[K], string][];
  return {
    table,
    columns,
    toRow: (entity) => Object.fromEntries(pairs.map(([field, column]) => [column, entity[field]])),
    fromRow: (row) => Object.fromEntries(pairs.map(([field, column]) => [field, row[column]])) as Kinds[K],
  };
}

export const STORAGES: { [K in Kind]: Storage<K> } = {
  company: plain('company', { id: 'id', name: 'name', version: 'version' }),
  person: plain('person', {
    id: 'id',
    name: 'name',
    email: 'email',
    avatarUrl: 'avatar_url',
    side: 'side',
    role: 'role',
    companyId: 'company_id',
    timeZone: 'time_zone',
    version: 'version',
  }),
  group: plain('member_group', { id: 'id', name: 'name', memberIds: 'member_ids', version: 'version' }),
  relationship: plain('relationship', {
    id: 'id',
    managerId: 'manager_id',
    reportId: 'report_id',
    createdBy: 'created_by',
    viewerIds: 'viewer_ids',
    timeZone: 'time_zone',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
    version: 'version',
  }),
  meeting: plain('meeting', {
    id: 'id',
    relationshipId: 'relationship_id',
    title: 'title',
    startsAt: 'starts_at',
    endedAt: 'ended_at',
    createdBy: 'created_by',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
    version: 'version',
  }),
  action: actionStorage,
  stateChange: plain('state_change', {
    id: 'id',
    actionId: 'action_id',
    from: 'from_state',
    to: 'to_state',
    at: 'at',
    by: 'by',
  }),
};

/** A workspace as its row holds it; its id is the tenant's. */
export function workspaceRow(workspace: Workspace): Row {
  return {
    workspace_id: workspace.id,
    name: workspace.name,
    time_zone: workspace.timeZone,
    locale: workspace.locale,
    working_weekdays: workspace.calendar.workingWeekdays,
    holidays: workspace.calendar.holidays,
    version: workspace.version,
  };
}

/** The workspace of a row. */
export function workspaceOf(row: Row): Workspace {
  return {
    id: row['workspace_id'],
    name: row['name'],
    timeZone: row['time_zone'],
    locale: row['locale'],
    calendar: { workingWeekdays: row['working_weekdays'], holidays: row['holidays'] },
    version: row['version'],
  } as Workspace;
}
