// One query layer over two engines: PostgreSQL by address, and PGlite (PostgreSQL in WebAssembly) in a folder or in
// memory. PGlite has one connection and does not flush to disk at each commit: it is for trying and for tests.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { lockFolder } from './folder-lock.ts';
import { PGliteDialect } from './pglite-dialect.ts';

/** The tables are written and read by SQL text, so Kysely is told of none. */
export type Query = Kysely<Record<never, never>>;

/** An opened database. */
export interface Database {
  readonly engine: 'pglite' | 'postgresql';
  readonly query: Query;
  /**
   * The role that a tenant's transactions take on, where the user they connect as would pass by row-level security
   * (a superuser does, PGlite's user included); null where that user is bound by it.
   */
  readonly tenantRole: string | null;
  /** Ends its connections and lets go of its folder. */
  close(): Promise<void>;
}

/** Where the data is. */
export type DatabaseAddress =
  /** A folder for PGlite, held by this process alone; `fresh` empties the database in it first. */
  | { folder: string; fresh?: boolean }
  /** PostgreSQL: `postgres://user:password@host:port/database`. */
  | { url: string; connections?: number }
  /** PGlite in memory: gone when closed. */
  | { memory: true };

/** There is no such database, it cannot be reached, or it lets this user not in. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}

const TENANT_ROLE = 'followthrough_tenant';
const TYPE = { int8: 20, date: 1082, timestamptz: 1184 } as const;

/**
 * Opens the database; `migrate` brings its tables up to date.
 * @throws FolderInUse where another process has the folder open
 * @throws FolderUnusable where it cannot be made or written
 * @throws CannotOpen where PostgreSQL does not let us in
 * @example const database = await openDatabase({ folder: '.data' })
 */
export async function openDatabase(address: DatabaseAddress): Promise<Database> {
  if ('url' in address) return openPostgres(address.url, address.connections ?? 10);
  if ('memory' in address) return openPGlite(undefined, () => Promise.resolve());
  const lock = await lockFolder(address.folder);
  const dataDir = join(address.folder, 'database');
  try {
    if (address.fresh) await rm(dataDir, { recursive: true, force: true });
    return await openPGlite(dataDir, () => lock.release());
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openPGlite(dataDir: string | undefined, afterClose: () => Promise<void>): Promise<Database> {
  const client = await PGlite.create({
    ...(dataDir === undefined ? {} : { dataDir }),
    parsers: { [TYPE.int8]: Number, [TYPE.date]: String, [TYPE.timestamptz]: instant },
  });
  const query: Query = new Kysely({ dialect: new PGliteDialect(client) });
  await sql`set time zone 'UTC'`.execute(query);
  return {
    engine: 'pglite',
    query,
    tenantRole: TENANT_ROLE,
    async close() {
      await query.destroy();
      await afterClose();
    },
  };
}

async function openPostgres(connectionString: string, max: number): Promise<Database> {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 3000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
    application_name: 'followthrough',
    types: { getTypeParser: typeParser },
  });
  // An idle connection that breaks is replaced by the pool; the query that meets it fails and says so.
  pool.on('error', () => undefined);
  const query: Query = new Kysely({
    dialect: new PostgresDialect({
      pool,
      onCreateConnection: async (connection) => {
        await connection.executeQuery(sql`set time zone 'UTC'`.compile(query));
      },
    }),
  });
  try {
    const { rows } = await sql<{ bypasses: boolean }>`
      select rolsuper or rolbypassrls as bypasses from pg_roles where rolname = current_user
    `.execute(query);
    return {
      engine: 'postgresql',
      query,
      tenantRole: rows[0]?.bypasses === true ? TENANT_ROLE : null,
      close: () => query.destroy(),
    };
  } catch (cause) {
    await query.destroy();
    throw new CannotOpen(`The database of DATABASE_URL cannot be opened: ${reasonsOf(cause).join('; ')}.`, { cause });
  }
}

/** What an error says; of several in one, what each says. */
function reasonsOf(error: unknown): string[] {
  if (error instanceof AggregateError) return error.errors.flatMap(reasonsOf);
  return [error instanceof Error ? error.message : String(error)];
}

/** `2026-05-15 09:30:00.123+00`, as the server writes it in UTC, as an ISO instant with milliseconds. */
function instant(text: string): string {
  return new Date(`${text.slice(0, 10)}T${text.slice(11).replace(/\+00$/, 'Z')}`).toISOString();
}

const OWN_PARSERS = new Map<number, (text: string) => unknown>([
  [TYPE.int8, Number],
  [TYPE.date, String],
  [TYPE.timestamptz, instant],
]);

function typeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  return OWN_PARSERS.get(oid) ?? (pg.types.getTypeParser(oid, format) as (text: string) => unknown);
}
