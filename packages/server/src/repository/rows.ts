// How each kind of thing lies in its table: which field is which column. Things with nothing of their own to say are
// listed field by field; an action has a file of its own.
import type { Kind, Kinds } from '@followthrough/core/local-backend';
import type { Instant, Workspace } from '@followthrough/core/schema';
import { actionStorage } from './action-row.ts';
import { exact } from './instant.ts';
import { nameKeys } from './name-keys.ts';
import type { Row, Storage } from './storage.ts';

type Columns<K extends Kind> = { [F in keyof Kinds[K]]-?: string };

/**
 * A storage of which every field has one column.
 * @param besides columns that are made of the fields, for lists and search to go by
 */
function plain<K extends Kind>(
  table: string,
  columns: Columns<K>,
  besides: (entity: Kinds[K]) => Row = () => ({}),
): Storage<K> {
  const pairs = Object.entries(columns) as [keyof Kinds[K], string][];
  return {
    table,
    columns: columns as Storage<K>['columns'],
    toRow: (entity) => ({
      ...Object.fromEntries(pairs.map(([field, column]) => [column, entity[field]])),
      ...besides(entity),
    }),
    fromRow: (row) => Object.fromEntries(pairs.map(([field, column]) => [field, row[column]])) as Kinds[K],
  };
}

/** What is listed by its name has the keys of core's for order and search. */
function named<K extends 'person' | 'company' | 'group'>(table: string, columns: Columns<K>): Storage<K> {
  return plain(table, columns, ({ name }: { name: string }) => nameKeys(name));
}

/** Instants to the millisecond, as they will be read again and a list's next page begins after them. */
function dated<K extends 'relationship' | 'meeting' | 'room' | 'section' | 'template' | 'stateChange'>(
  table: string,
  columns: Columns<K>,
  instants: readonly (keyof Kinds[K])[],
  besides: (entity: Kinds[K]) => Row = () => ({}),
): Storage<K> {
  return plain(table, columns, (entity) => ({
    ...Object.fromEntries(instants.map((field) => [columns[field], exact(entity[field] as Instant | null)])),
    ...besides(entity),
  }));
}

/** Leaves a field out where its column holds nothing. */
function sparse<K extends Kind>(storage: Storage<K>, field: keyof Kinds[K]): Storage<K> {
  return {
    ...storage,
    fromRow(row) {
      const entity = storage.fromRow(row);
      if (entity[field] === null) delete entity[field];
      return entity;
    },
  };
}

export const STORAGES: { [K in Kind]: Storage<K> } = {
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
