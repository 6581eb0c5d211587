// Engagements, their items, and what the parties are billed; and of an engagement's action the versions that its coachees and
// spectators see, who have it in order of when it changed to their eyes. What is in an item is read and written as a whole,
// and kept as it was written (`json`), so that it compares alike wherever it is kept.
//
// The keys of titles and starts are made by core (titleKey, engagementSortKey) and are only compared here.
import type { Migration } from '../migration.ts';

const REF = `text collate "C"`;
const TENANT = `workspace_id ${REF} not null references tenant (id)`;
const ID = `text collate "C" check (id ~ '^[A-Za-z0-9_-]{1,64}$')`;
const VERSION = 'version integer not null check (version >= 1)';
const KEYS = 'primary key (workspace_id, id), unique (id)';
const DAY = `text collate "C" check (length(%) = 10)`;
const day = (column: string) => `${column} ${DAY.replace('%', column)}`;

/** The orders of their list: ids go upwards in either direction, so each has an index of its own. */
const LIST_ORDERS = {
  title: 'title_key',
  title_down: 'title_key desc',
  start: 'start_key',
  start_down: 'start_down_key desc',
  updated: 'updated_at',
  updated_down: 'updated_at desc',
};

/** Those who have an engagement's actions in an order of their own. */
const AUDIENCES = ['coachees', 'spectators'];
const THERE = "where deleted_at is null and context_type = 'engagement'";

const MADE = `created_by ${REF} not null,
      created_at timestamptz not null,
      updated_at timestamptz not null`;
const MAKER = 'foreign key (workspace_id, created_by) references person (workspace_id, id)';
const EDITOR = 'foreign key (workspace_id, updated_by) references person (workspace_id, id)';

export const engagements: Migration = {
  number: 8,
  name: 'engagements',
  statements: [
    `create table invoicing_method (
      ${TENANT},
      id ${ID},
      name text not null,
      name_key text collate "C" not null,
      search_key text not null,
      amount text not null,
      currency text not null,
      per text not null check (per in ('session', 'hour', 'engagement')),
      ${MADE},
      ${VERSION},
      ${KEYS},
      ${MAKER}
    )`,
    'create index invoicing_method_by_name on invoicing_method (workspace_id, name_key, id)',

    `create table engagement (
      ${TENANT},
      id ${ID},
      title text not null check (char_length(title) between 1 and 500),
      title_key text collate "C" not null,
      search_key text not null,
      status text not null check (status in ('draft', 'active')),
      shared_at timestamptz,
      share_count integer not null check (share_count >= 0),
      activated_at timestamptz,
      coach_id ${REF} not null,
      coachee_ids text[] not null check (cardinality(coachee_ids) > 0),
      group_id ${REF},
      spectator_ids text[] not null,
      ${day('start_date')},
      ${day('end_date')},
      start_key integer not null,
      start_down_key integer not null,
      time_zone text,
      self_scheduling boolean not null,
      welcome json,
      coach_invoicing_method_id ${REF},
      coachee_invoicing_method_id ${REF},
      ${MADE},
      updated_by ${REF} not null,
      ${VERSION},
      shown jsonb,
      deleted jsonb,
      turns_on text collate "C" not null,
      ${KEYS},
      foreign key (workspace_id, coach_id) references person (workspace_id, id),
      foreign key (workspace_id, group_id) references member_group (workspace_id, id),
      foreign key (workspace_id, coach_invoicing_method_id) references invoicing_method (workspace_id, id),
      foreign key (workspace_id, coachee_invoicing_method_id) references invoicing_method (workspace_id, id),
      ${MAKER},
      ${EDITOR},
      constraint only_active_is_shared check (shared_at is null or status = 'active')
    )`,
    ...Object.entries(LIST_ORDERS).map(
      ([name, key]) =>
        `create index engagement_by_${name} on engagement (workspace_id, ${key}, id) where deleted is null`,
    ),
    'create index engagement_coach on engagement (workspace_id, coach_id) where deleted is null',
    'create index engagement_group on engagement (workspace_id, group_id) where deleted is null and group_id is not null',
    'create index engagement_coachees on engagement using gin (coachee_ids) where deleted is null',
    'create index engagement_spectators on engagement using gin (spectator_ids) where deleted is null',

    `create table item (
      ${TENANT},
      id ${ID},
      engagement_id ${REF} not null,
      title text not null check (char_length(title) between 1 and 500),
      position text collate "C" not null,
      content json not null,
      session json,
      release json,
      due json,
      responses json not null,
      completed json,
      action_ids text[] not null,
      ${MADE},
      updated_by ${REF} not null,
      ${VERSION},
      shown jsonb,
      deleted jsonb,
      ${KEYS},
      unique (workspace_id, engagement_id, id),
      foreign key (workspace_id, engagement_id) references engagement (workspace_id, id),
      ${MAKER},
      ${EDITOR}
    )`,

    'alter table action add column shown_to jsonb',
    ...AUDIENCES.map((audience) => `alter table action add column ${audience}_updated_at timestamptz`),
    // The rows of every workspace at once, which security by row keeps even from the tables' owner.
    'alter table action no force row level security',
    `update action set coachees_updated_at = updated_at, spectators_updated_at = updated_at
      where context_type = 'engagement'`,
    'alter table action force row level security',
    `alter table action
      add constraint audiences_updated_in_engagements check (case context_type
        when 'engagement' then num_nonnulls(coachees_updated_at, spectators_updated_at) = 2
        else num_nonnulls(coachees_updated_at, spectators_updated_at, shown_to) = 0 end),
      add constraint action_item_fkey foreign key (workspace_id, engagement_id, item_id)
        references item (workspace_id, engagement_id, id) not valid`,
    ...AUDIENCES.flatMap((audience) => [
      `create index action_by_${audience}_updated
        on action (workspace_id, container, ${audience}_updated_at, id) ${THERE}`,
      `create index action_by_${audience}_updated_down
        on action (workspace_id, container, ${audience}_updated_at desc, id) ${THERE}`,
    ]),

    ...['invoicing_method', 'engagement', 'item'].flatMap((table) => [
      `alter table ${table} enable row level security`,
      // The owner too, which a server that connects as the owner otherwise passes by.
      `alter table ${table} force row level security`,
      `create policy of_workspace on ${table}
        using (workspace_id = current_setting('followthrough.workspace', true))
        with check (workspace_id = current_setting('followthrough.workspace', true))`,
    ]),
  ],
};
