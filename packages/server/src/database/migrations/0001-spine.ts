// The first tables: a tenant's people, relationships and actions, and the outcomes of its writes. Every row names its
// workspace, every key begins with it, and row-level security binds each transaction to one.
//
// Days are whole days since 1970-01-01, as in core; instants have a zone. An action's `due_key`, `title_key` and
// `search_key` are made by core (sortKey, searchKey) and are only compared here.
import type { Migration } from '../migration.ts';

/** The tables of this migration that hold a tenant's rows: each gets row-level security. */
const TABLES = [
  'workspace',
  'company',
  'person',
  'member_group',
  'relationship',
  'meeting',
  'action',
  'state_change',
  'intent',
  'revocation',
] as const;

const ID = `text collate "C" check (id ~ '^[A-Za-z0-9_-]{1,64}$')`;
const REF = `text collate "C"`;
const TENANT = `workspace_id ${REF} not null references tenant (id)`;
const VERSION = 'version integer not null check (version >= 1)';
/** An id is unique in the whole database, so that a collision answers alike whoever holds it (api.md R-G-6). */
const KEYS = 'primary key (workspace_id, id), unique (id)';

/** The orders of a list (see sortKey in core): ids go upwards in either direction, so each has an index of its own. */
const LIST_ORDERS = {
  due: 'due_key',
  due_down: 'due_down_key desc',
  created: 'created_at',
  created_down: 'created_at desc',
  updated: 'updated_at',
  updated_down: 'updated_at desc',
  title: 'title_key',
  title_down: 'title_key desc',
};
const OPEN = `state in ('todo', 'inProgress')`;

export const spine: Migration = {
  number: 1,
  name: 'spine',
  statements: [
    // Which workspaces there are, and the origins whose pages may call for them. Holds nothing of theirs besides.
    `create table tenant (id ${REF} primary key, origins text[] not null default '{}')`,

    `create table workspace (
      workspace_id ${REF} primary key references tenant (id),
      name text not null,
      time_zone text not null,
      locale text not null,
      working_weekdays smallint[] not null check (cardinality(working_weekdays) between 1 and 7),
      holidays text[] not null,
      ${VERSION}
    )`,

    `create table company (${TENANT}, id ${ID}, name text not null, ${VERSION}, ${KEYS})`,

    `create table person (
      ${TENANT},
      id ${ID},
      name text not null,
      email text,
      avatar_url text,
      side text not null check (side in ('internal', 'external')),
      role text not null check (role in ('admin', 'member', 'guest') and (side = 'internal' or role = 'guest')),
      company_id ${REF},
      time_zone text,
      ${VERSION},
      ${KEYS},
      foreign key (workspace_id, company_id) references company (workspace_id, id)
    )`,

    `create table member_group (
      ${TENANT}, id ${ID}, name text not null, member_ids text[] not null, ${VERSION}, ${KEYS}
    )`,

    `create table relationship (
      ${TENANT},
      id ${ID},
      manager_id ${REF} not null,
      report_id ${REF} not null,
      created_by ${REF} not null,
      viewer_ids text[] not null,
      time_zone text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      ${VERSION},
      ${KEYS},
      foreign key (workspace_id, manager_id) references person (workspace_id, id),
      foreign key (workspace_id, report_id) references person (workspace_id, id),
      foreign key (workspace_id, created_by) references person (workspace_id, id)
    )`,
    'create index relationship_manager on relationship (workspace_id, manager_id)',
    'create index relationship_report on relationship (workspace_id, report_id)',
    'create index relationship_creator on relationship (workspace_id, created_by)',
    'create index relationship_viewers on relationship using gin (viewer_ids)',

    `create table meeting (
      ${TENANT},
      id ${ID},
      relationship_id ${REF} not null,
      title text,
      starts_at timestamptz not null,
      ended_at timestamptz,
      created_by ${REF} not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      ${VERSION},
      ${KEYS},
      foreign key (workspace_id, relationship_id) references relationship (workspace_id, id),
      foreign key (workspace_id, created_by) references person (workspace_id, id)
    )`,
    'create index meeting_relationship on meeting (workspace_id, relationship_id, starts_at)',

    `create table action (
      ${TENANT},
      id ${ID},
      container text collate "C" not null,
      context_type text not null check (context_type in ('personal', 'relationship', 'room', 'engagement')),
      relationship_id ${REF},
      meeting_id ${REF},
      room_id ${REF},
      section_id ${REF},
      internal_only boolean,
      engagement_id ${REF},
      item_id ${REF},
      title text not null check (char_length(title) between 1 and 500),
      title_key text collate "C" not null,
      description text not null check (char_length(description) <= 10000),
      search_key text not null,
      assignee_type text check (assignee_type in ('person', 'primaryContact', 'company')),
      assignee_id ${REF},
      start jsonb,
      due jsonb,
      due_day integer,
      due_binding_day integer,
      due_key integer not null,
      due_down_key integer not null,
      position text collate "C",
      state text not null,
      closed_at timestamptz,
      closed_by ${REF},
      closed_due_day integer,
      closed_on_day integer,
      closed_day integer,
      created_by ${REF} not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      ${VERSION},
      deleted_at timestamptz,
      deleted_by ${REF},
      ${KEYS},
      foreign key (workspace_id, relationship_id) references relationship (workspace_id, id),
      foreign key (workspace_id, meeting_id) references meeting (workspace_id, id),
      foreign key (workspace_id, created_by) references person (workspace_id, id),
      constraint context_whole check (case context_type
        when 'personal' then num_nonnulls(relationship_id, meeting_id, room_id, section_id, engagement_id, item_id) = 0
        when 'relationship' then relationship_id is not null
          and num_nonnulls(room_id, section_id, engagement_id, item_id) = 0
        when 'room' then num_nonnulls(room_id, section_id, internal_only) = 3
        else num_nonnulls(engagement_id, item_id) = 2 end),
      constraint state_of_context check (case context_type
        when 'room' then state in ('todo', 'inProgress', 'done', 'cancelled')
        else state in ('todo', 'done', 'notDone') end),
      constraint closing_of_closed check (
        (${OPEN}) = (closed_at is null) and (closed_at is null) = (closed_day is null)
      ),
      constraint assignee_whole check ((assignee_type is not distinct from 'person') = (assignee_id is not null)),
      constraint deletion_whole check ((deleted_at is null) = (deleted_by is null))
    )`,
    ...Object.entries(LIST_ORDERS).map(
      ([name, key]) =>
        `create index action_by_${name} on action (workspace_id, container, ${key}, id) where deleted_at is null`,
    ),
    // What the default views ask for: the open ones, whatever history lies beside them.
    `create index action_open_by_due on action (workspace_id, container, due_key, id)
      where deleted_at is null and ${OPEN}`,

    `create table state_change (
      ${TENANT},
      id ${ID},
      action_id ${REF} not null,
      from_state text,
      to_state text not null,
      at timestamptz not null,
      by ${REF} not null,
      ${KEYS},
      foreign key (workspace_id, action_id) references action (workspace_id, id)
    )`,
    'create index state_change_action on state_change (workspace_id, action_id, at)',

    // What became of a write, kept with its effect so that the same intent takes effect once (api.md R-I-1).
    `create table intent (
      ${TENANT},
      subject ${REF} not null,
      key text collate "C" not null,
      fingerprint text not null,
      status smallint not null check (status between 200 and 299),
      resource_type text,
      resource_id ${REF},
      body jsonb,
      created_at timestamptz not null,
      primary key (workspace_id, subject, key),
      constraint outcome_whole check ((resource_type is null) = (resource_id is null))
    )`,
    'create index intent_age on intent (workspace_id, created_at)',

    // Sessions and people whose tokens no longer count.
    `create table revocation (
      ${TENANT},
      type text not null check (type in ('sid', 'sub')),
      value text not null,
      revoked_at timestamptz not null,
      primary key (workspace_id, type, value)
    )`,

    ...TABLES.flatMap((table) => [
      `alter table ${table} enable row level security`,
      // The owner too, which a server that connects as the owner otherwise passes by.
      `alter table ${table} force row level security`,
      `create policy of_workspace on ${table}
        using (workspace_id = current_setting('followthrough.workspace', true))
        with check (workspace_id = current_setting('followthrough.workspace', true))`,
    ]),
  ],
};
