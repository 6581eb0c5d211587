// What people are told (rulebook §7), the channels they chose, and what of it is to go out by e-mail. A row of `mail` comes to be with
// its notification, by the database itself, so that neither is there without the other; it says no more than which notification is
// whose in which workspace, which is why it is kept for all tenants together: whoever sends looks once for all, and then into one.
import type { Migration } from '../migration.ts';

const REF = `text collate "C"`;
const TENANT = `workspace_id ${REF} not null references tenant (id)`;
const ID = `text collate "C" check (id ~ '^[A-Za-z0-9_-]{1,64}$')`;
const VERSION = 'version integer not null check (version >= 1)';

export const notifications: Migration = {
  number: 11,
  name: 'notifications',
  statements: [
    `create table notification (
      ${TENANT},
      id ${ID},
      kind text not null,
      person_id ${REF} not null,
      cause ${REF} not null,
      engagement_id ${REF} not null,
      by ${REF} not null,
      at timestamptz not null,
      channels jsonb not null,
      on_platform boolean not null,
      read_at timestamptz,
      ${VERSION},
      primary key (workspace_id, id),
      unique (id),
      unique (workspace_id, person_id, cause),
      foreign key (workspace_id, person_id) references person (workspace_id, id),
      foreign key (workspace_id, engagement_id) references engagement (workspace_id, id),
      foreign key (workspace_id, by) references person (workspace_id, id)
    )`,
    'create index notification_latest on notification (workspace_id, person_id, at desc, id) where on_platform',
    `create index notification_unread on notification (workspace_id, person_id, at desc, id)
      where on_platform and read_at is null`,

    `create table preferences (
      ${TENANT},
      id ${ID},
      channels jsonb not null,
      ${VERSION},
      primary key (workspace_id, id),
      foreign key (workspace_id, id) references person (workspace_id, id)
    )`,

    `create table mail (
      workspace_id ${REF} not null references tenant (id) on delete cascade,
      notification_id ${REF} not null primary key,
      person_id ${REF} not null,
      /* waiting: to be sent, at the earliest at send_at. sent, dropped (not wanted any more, or not to be seen), failed: done with. */
      state text not null default 'waiting' check (state in ('waiting', 'sent', 'dropped', 'failed')),
      send_at timestamptz not null,
      tries integer not null default 0,
      settled_at timestamptz
    )`,
    "create index mail_waiting on mail (send_at, notification_id) where state = 'waiting'",
    "create index mail_of_person on mail (workspace_id, person_id) where state = 'waiting'",
    'create index mail_settled on mail (settled_at) where settled_at is not null',
    `create function post_notification() returns trigger language plpgsql security definer set search_path from current as $$ begin
      insert into mail (workspace_id, notification_id, person_id, send_at)
        values (new.workspace_id, new.id, new.person_id, new.at);
      return null;
    end $$`,
    `create trigger notification_made after insert on notification for each row
      when (new.channels @> '["email"]') execute function post_notification()`,

    ...['notification', 'preferences'].flatMap((table) => [
      `alter table ${table} enable row level security`,
      // The owner too, which a server that connects as the owner otherwise passes by.
      `alter table ${table} force row level security`,
      `create policy of_workspace on ${table}
        using (workspace_id = current_setting('followthrough.workspace', true))
        with check (workspace_id = current_setting('followthrough.workspace', true))`,
    ]),
  ],
};
