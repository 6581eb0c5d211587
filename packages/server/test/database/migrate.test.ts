// Migrations: forward only, one at a time, all or nothing; a newer database is left alone. Row-level security binds every
// tenant's table, the owner of the tables included.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { DatabaseTooNew, migrate } from '../../src/database/migrate.ts';
import { spine, TENANT_TABLES } from '../../src/database/migrations/0001-spine.ts';
import { inWorkspace } from '../../src/database/tenant.ts';
import { createSqlRepository } from '../../src/repository/sql-repository.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { acme } from '../support/world.ts';

describe('Migrations', () => {
  let postgres: TestPostgres;
  before(async () => {
    postgres = await startPostgres();
  });
  after(() => postgres.stop());

  async function opened<T>(work: (database: Database, url: string) => Promise<T>): Promise<T> {
    const url = await postgres.createDatabase();
    const database = await openDatabase({ url });
    try {
      return await work(database, url);
    } finally {
      await database.close();
    }
  }

  it('run once', () =>
    opened(async (database) => {
      assert.deepEqual(await migrate(database), [1, 2, 3]);
      assert.deepEqual(await migrate(database), []);
    }));

  it('run once where several servers start at the same moment', () =>
    opened(async (first, url) => {
      const second = await openDatabase({ url });
      try {
        const ran = await Promise.all([migrate(first), migrate(second), migrate(first), migrate(second)]);
        assert.deepEqual(ran.flat(), [1, 2, 3]);
      } finally {
        await second.close();
      }
    }));

  it('go forward from where the database is', () =>
    opened(async (database) => {
      assert.deepEqual(await migrate(database, [spine]), [1]);
      const next = { number: 2, name: 'next', statements: ['create table next (id integer)'] };
      assert.deepEqual(await migrate(database, [spine, next]), [2]);
    }));

  it('leave a newer database alone, and say so', () =>
    opened(async (database) => {
      await migrate(database);
      await sql`insert into migration (number, name) values (7, 'rooms')`.execute(database.query);
      await assert.rejects(migrate(database), (error: Error) => {
        assert.ok(error instanceof DatabaseTooNew);
        assert.match(error.message, /migration 7 \(rooms\), which this program does not know/);
        return true;
      });
    }));

  it('leave nothing behind where one fails', () =>
    opened(async (database) => {
      const broken = { number: 2, name: 'broken', statements: ['create table half (id integer)', 'create nonsense'] };
      await assert.rejects(migrate(database, [spine, broken]));
      const { rows } = await sql`select from pg_tables where tablename in ('half', 'action', 'migration')`.execute(
        database.query,
      );
      assert.equal(rows.length, 0);
      assert.deepEqual(await migrate(database), [1, 2, 3]);
    }));

  it('force row-level security on every table with a workspace', () =>
    opened(async (database) => {
      await migrate(database);
      const { rows } = await sql<{ table_name: string; secured: boolean }>`
        select c.table_name, p.relrowsecurity and p.relforcerowsecurity as secured
        from information_schema.columns c join pg_class p on p.relname = c.table_name
        where c.column_name = 'workspace_id' and c.table_schema = 'public' and p.relkind = 'r'`.execute(database.query);
      assert.deepEqual(rows.map((row) => row.table_name).sort(), TENANT_TABLES.toSorted());
      assert.ok(rows.every((row) => row.secured));
    }));

  it('give an owner who is no superuser tables that bind them too', async () => {
    const url = await postgres.createDatabase();
    const name = new URL(url).pathname.slice(1);
    await postgres.run(url, [
      `create role keeper login password 'keeper'`,
      `alter database ${name} owner to keeper`,
      `alter schema public owner to keeper`,
    ]);
    const database = await openDatabase({ url: url.replace('postgres:postgres@', 'keeper:keeper@') });
    try {
      assert.equal(database.tenantRole, null);
      await migrate(database);
      await seedWorkspace(database, acme());
      assert.equal((await createSqlRepository(database, 'acme').transaction((tx) => tx.find('person', {}))).length, 7);
      const unbound = await sql`select from person`.execute(database.query);
      assert.equal(unbound.rows.length, 0, 'outside of a workspace nothing is seen');
      const elsewhere = await inWorkspace(database, 'elsewhere', (query) => sql`select from person`.execute(query));
      assert.equal(elsewhere.rows.length, 0);
    } finally {
      await database.close();
    }
  });
});
