// Templates of room plans: what is in one is read and written as a whole.
import type { Migration } from '../migration.ts';

const REF = `text collate "C"`;

export const templates: Migration = {
  number: 5,
  name: 'templates',
  statements: [
    `create table template (
      workspace_id ${REF} not null references tenant (id),
      id text collate "C" check (id ~ '^[A-Za-z0-9_-]{1,64}$'),
      name text not null,
      name_key text collate "C" not null,
      search_key text not null,
      content jsonb not null,
      created_by ${REF} not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      updated_by ${REF} not null,
      version integer not null check (version >= 1),
      deleted jsonb,
      primary key (workspace_id, id),
      unique (id),
      foreign key (workspace_id, created_by) references person (workspace_id, id),
      foreign key (workspace_id, updated_by) references person (workspace_id, id)
    )`,
    'create index template_by_name on template (workspace_id, name_key, id) where deleted is null',
    'alter table template enable row level security',
    // The owner too, which a server that connects as the owner otherwise passes by.
    'alter table template force row level security',
    `create policy of_workspace on template
      using (workspace_id = current_setting('followthrough.workspace', true))
      with check (workspace_id = current_setting('followthrough.workspace', true))`,
  ],
};
