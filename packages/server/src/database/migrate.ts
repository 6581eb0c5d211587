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

/** The database's user passes by row-level security, and may not take on the role that does not. */
export class NoTenantRole extends Error {
  override readonly name = 'NoTenantRole';
}

/** Any number that no other program locks on this database by. */
const LOCK = 4_711_204_400;

/**
 * Brings the tables up to date, and the role that tenants' transactions act as.
 * @returns the numbers of the migrations that ran
 * @throws DatabaseTooNew where the database has a migration that this program does not know
 * @throws NoTenantRole where nothing would keep tenants apart but the queries themselves
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

/** The role that the transactions of a user take on who is not bound by row-level security, so that it binds them too. */
async function grantTenantRole(query: Query, role: string): Promise<void> {
  await takeOn(query, role);
  const made = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_name = any(${[...TENANT_TABLES]}::text[])`.execute(query);
  const tables = sql.join(made.rows.map(({ name }) => sql.table(name)));
  await sql`grant select, insert, update, delete on ${tables} to ${sql.ref(role)}`.execute(query);
  await sql`grant select on tenant to ${sql.ref(role)}`.execute(query);
}

/** Makes the role where there is none, and lets this user act as it where they may not yet. */
async function takeOn(query: Query, role: string): Promise<void> {
  // Roles belong to the whole cluster: another database of it may have made this one, even in this moment.
  await sql`select pg_advisory_xact_lock(${LOCK + 1}::bigint)`.execute(query);
  const { rows } = await sql<{ user: string; made: boolean; version: number }>`select current_user as "user",
    exists (select from pg_roles where rolname = ${role}) as made,
    current_setting('server_version_num')::integer as version`.execute(query);
  const [{ user, made, version } = { user: '', made: false, version: 0 }] = rows;
  // From version 16 on, who is a member of a role may yet not be allowed to act as it.
  const knowsSet = version >= 160_000;
  try {
    if (!made) {
      await sql`do ${sql.lit(`begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end`)}`.execute(
        query,
      );
    }
    const acting = await sql<{ acts: boolean }>`select rolsuper or pg_has_role(current_user, ${role},
      ${knowsSet ? 'SET' : 'MEMBER'}) as acts from pg_roles where rolname = current_user`.execute(query);
    if (acting.rows[0]?.acts) return;
    await sql`grant ${sql.ref(role)} to current_user ${sql.raw(knowsSet ? 'with set true' : '')}`.execute(query);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === DENIED)) throw cause;
    throw new NoTenantRole(
      `${user} passes by row-level security (BYPASSRLS) and may not act as ${role}, the role that does not. ` +
        `Have a superuser run: ${made ? '' : `CREATE ROLE ${role} NOLOGIN; `}GRANT ${role} TO ${user}; ` +
        'or connect as a user without BYPASSRLS.',
      { cause },
    );
  }
}

/** What PostgreSQL refuses for want of rights. */
const DENIED = '42501';
