// Migrations run when the server starts: forward only, one server at a time, all or nothing. A database that a newer
// program has changed is left alone.
import { sql } from 'kysely';
import type { Database, Query } from './database.ts';
import type { Migration } from './migration.ts';
import { spine } from './migrations/0001-spine.ts';
import { lastEditor } from './migrations/0002-last-editor.ts';
import { orderedLists } from './migrations/0003-ordered-lists.ts';
import { rooms } from './migrations/0004-rooms.ts';
import { templates } from './migrations/0005-templates.ts';
import { roomLists } from './migrations/0006-room-lists.ts';
import { judgedBy } from './migrations/0007-judged-by.ts';
import { engagements } from './migrations/0008-engagements.ts';
import { engagementParts } from './migrations/0009-engagement-parts.ts';
import { roomPeople } from './migrations/0010-room-people.ts';
import { notifications } from './migrations/0011-notifications.ts';
import { engagementActionLists } from './migrations/0012-engagement-action-lists.ts';
import { TENANT_TABLES } from './tenant-tables.ts';

/** Every migration, in order; a new one is added at the end and none is ever changed. */
export const MIGRATIONS: readonly Migration[] = [
  spine,
  lastEditor,
  orderedLists,
  rooms,
  templates,
  roomLists,
  judgedBy,
  engagements,
  engagementParts,
  roomPeople,
  notifications,
  engagementActionLists,
];

/** The database was changed by a newer program than this. */
export class DatabaseTooNew extends Error {
  override readonly name = 'DatabaseTooNew';
}

/** Any number that no other program locks on this database by. */
const LOCK = 4_711_204_400;

/**
 * Brings the tables up to date, and the role that tenants' transactions act as.
 * @returns the numbers of the migrations that ran
 * @throws DatabaseTooNew where the database has a migration that this program does not know
 */
export async function migrate(database: Database, migrations: readonly Migration[] = MIGRATIONS): Promise<number[]> {
  return database.query.transaction().execute(async (query) => {
    await sql`set local statement_timeout = 0`.execute(query);
    await sql`select pg_advisory_xact_lock(${LOCK}::bigint)`.execute(query);
    await sql`create table if not exists migration (
      number integer primary key, name text not null, applied_at timestamptz not null default now()
    )`.execute(query);
    const ran = await sql<{ number: number; name: string }>`select number, name from migration order by number`.execute(
      query,
    );
    const known = new Set(migrations.map(({ number }) => number));
    const unknown = ran.rows.find(({ number }) => !known.has(number));
    if (unknown) {
      throw new DatabaseTooNew(
        `The database has migration ${unknown.number} (${unknown.name}), which this program does not know. ` +
          'Start a program at least as new as the one that made it.',
      );
    }
    const done = new Set(ran.rows.map(({ number }) => number));
    const due = migrations.filter(({ number }) => !done.has(number));
    for (const migration of due) {
      for (const statement of migration.statements) {
        await (typeof statement === 'string' ? sql.raw(statement).execute(query) : statement(query));
      }
      await sql`insert into migration (number, name) values (${migration.number}, ${migration.name})`.execute(query);
    }
    if (database.tenantRole !== null) await grantTenantRole(query, database.tenantRole);
    return due.map(({ number }) => number);
  });
}

/** The role that a superuser's transactions take on, so that row-level security binds them too. */
async function grantTenantRole(query: Query, role: string): Promise<void> {
  // Roles belong to the whole cluster: another database of it may have made this one, even in this moment.
  await sql`select pg_advisory_xact_lock(${LOCK + 1}::bigint)`.execute(query);
  const { rows } = await sql`select 1 from pg_roles where rolname = ${role}`.execute(query);
  if (rows.length === 0) {
    await sql`do ${sql.lit(`begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end`)}`.execute(
      query,
    );
  }
  const made = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_name = any(${[...TENANT_TABLES]}::text[])`.execute(query);
  const tables = sql.join(made.rows.map(({ name }) => sql.table(name)));
  await sql`grant select, insert, update, delete on ${tables} to ${sql.ref(role)}`.execute(query);
  await sql`grant select on tenant to ${sql.ref(role)}`.execute(query);
}
