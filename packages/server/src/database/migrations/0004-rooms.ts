// Rooms and the sections of their plans, and what a room's action has besides: the version that guests see, and who the
// primary contact was when it closed.
import type { Migration } from '../migration.ts';

const REF = `text collate "C"`;
const TENANT = `workspace_id ${REF} not null references tenant (id)`;
const ID = `text collate "C" check (id ~ '^[A-Za-z0-9_-]{1,64}$')`;
const VERSION = 'version integer not null check (version >= 1)';
const KEYS = 'primary key (workspace_id, id), unique (id)';

export const rooms: Migration = {
  number: 4,
  name: 'rooms',
  statements: [
    `create table room (
      ${TENANT},
      id ${ID},
      name text not null,
      name_key text collate "C" not null,
      search_key text not null,
      company_id ${REF} not null,
      target_date text,
      time_zone text,
      member_ids text[] not null,
      guests jsonb not null,
      primary_contact_id ${REF},
      created_by ${REF} not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      updated_by ${REF} not null,
      ${VERSION},
      deleted jsonb,
      ${KEYS},
      foreign key (workspace_id, company_id) references company (workspace_id, id),
      foreign key (workspace_id, primary_contact_id) references person (workspace_id, id),
      foreign key (workspace_id, created_by) references person (workspace_id, id),
      foreign key (workspace_id, updated_by) references person (workspace_id, id)
    )`,
    'create index room_by_name on room (workspace_id, name_key, id) where deleted is null',
    'create index room_members on room using gin (member_ids) where deleted is null',
    'create index room_guests on room using gin (guests jsonb_path_ops) where deleted is null',

    `create table section (
      ${TENANT},
      id ${ID},
      room_id ${REF} not null,
      name text not null,
      position text collate "C" not null,
      created_by ${REF} not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      updated_by ${REF} not null,
      ${VERSION},
      deleted jsonb,
      ${KEYS},
      unique (workspace_id, room_id, id),
      foreign key (workspace_id, room_id) references room (workspace_id, id),
      foreign key (workspace_id, created_by) references person (workspace_id, id),
      foreign key (workspace_id, updated_by) references person (workspace_id, id)
    )`,

    // An action's section is one of its own room.
    `alter table action
      add column shown_version integer check (shown_version >= 0),
      add column shown_updated_at timestamptz,
      add column shown_updated_by ${REF},
      add column closed_contact_told boolean not null default false,
      add column closed_contact_id ${REF},
      add constraint shown_whole check (num_nonnulls(shown_version, shown_updated_at, shown_updated_by) in (0, 3)),
      add constraint action_section_fkey foreign key (workspace_id, room_id, section_id)
        references section (workspace_id, room_id, id)`,

    ...['room', 'section'].flatMap((table) => [
      `alter table ${table} enable row level security`,
      // The owner too, which a server that connects as the owner otherwise passes by.
      `alter table ${table} force row level security`,
      `create policy of_workspace on ${table}
        using (workspace_id = current_setting('followthrough.workspace', true))
        with check (workspace_id = current_setting('followthrough.workspace', true))`,
    ]),
  ],
};
