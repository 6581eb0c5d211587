// How each kind of thing lies in its table: which field is which column. Things with nothing of their own to say are
// listed field by field; actions, and engagements with what is in them, have files of their own.
import type { Kind } from '@followthrough/core/local-backend';
import type { Workspace } from '@followthrough/core/schema';
import { actionStorage } from './action-row.ts';
import { engagementStorage, invoicingMethodStorage, itemStorage } from './engagement-rows.ts';
import { nameKeys } from './name-keys.ts';
import { notificationStorage, preferencesStorage } from './notification-rows.ts';
import { dated, named, sparse } from './plain-storage.ts';
import type { Row, Storage } from './storage.ts';

export const STORAGES: { [K in Kind]: Storage<K> } = {
  workspace: { table: 'workspace', columns: { id: 'workspace_id' }, toRow: workspaceRow, fromRow: workspaceOf },
  company: named('company', { id: 'id', name: 'name', version: 'version' }),
  person: named('person', {
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
  group: named('member_group', { id: 'id', name: 'name', memberIds: 'member_ids', version: 'version' }),
  relationship: dated(
    'relationship',
    {
      id: 'id',
      managerId: 'manager_id',
      reportId: 'report_id',
      createdBy: 'created_by',
      viewerIds: 'viewer_ids',
      timeZone: 'time_zone',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
      version: 'version',
    },
    ['createdAt', 'updatedAt'],
  ),
  meeting: dated(
    'meeting',
    {
      id: 'id',
      relationshipId: 'relationship_id',
      title: 'title',
      startsAt: 'starts_at',
      endedAt: 'ended_at',
      createdBy: 'created_by',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
      version: 'version',
    },
    ['startsAt', 'endedAt', 'createdAt', 'updatedAt'],
  ),
  room: sparse(
    dated(
      'room',
      {
        id: 'id',
        name: 'name',
        companyId: 'company_id',
        targetDate: 'target_date',
        timeZone: 'time_zone',
        memberIds: 'member_ids',
        guests: 'guests',
        primaryContactId: 'primary_contact_id',
        createdBy: 'created_by',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        updatedBy: 'updated_by',
        version: 'version',
        deleted: 'deleted',
        turnsOn: 'turns_on',
      },
      ['createdAt', 'updatedAt'],
      ({ name }) => nameKeys(name),
    ),
    'turnsOn',
  ),
  section: sparse(
    dated(
      'section',
      {
        id: 'id',
        roomId: 'room_id',
        name: 'name',
        position: 'position',
        createdBy: 'created_by',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        updatedBy: 'updated_by',
        version: 'version',
        deleted: 'deleted',
        shown: 'shown',
      },
      ['createdAt', 'updatedAt'],
    ),
    'shown',
  ),
  template: dated(
    'template',
    {
      id: 'id',
      name: 'name',
      content: 'content',
      createdBy: 'created_by',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
      updatedBy: 'updated_by',
      version: 'version',
      deleted: 'deleted',
    },
    ['createdAt', 'updatedAt'],
    ({ name }) => nameKeys(name),
  ),
  invoicingMethod: invoicingMethodStorage,
  engagement: engagementStorage,
  item: itemStorage,
  action: actionStorage,
  stateChange: sparse(
    dated(
      'state_change',
      {
        id: 'id',
        actionId: 'action_id',
        from: 'from_state',
        to: 'to_state',
        at: 'at',
        by: 'by',
        due: 'due',
      },
      ['at'],
    ),
    'due',
  ),
  notification: notificationStorage,
  preferences: preferencesStorage,
};

/** A workspace as its row holds it; its id is the tenant's. */
function workspaceRow(workspace: Workspace): Row {
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
function workspaceOf(row: Row): Workspace {
  return {
    id: row['workspace_id'],
    name: row['name'],
    timeZone: row['time_zone'],
    locale: row['locale'],
    calendar: { workingWeekdays: row['working_weekdays'], holidays: row['holidays'] },
    version: row['version'],
  } as Workspace;
}
