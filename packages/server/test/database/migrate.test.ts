// Migrations: forward only, one at a time, all or nothing; a newer database is left alone. Row-level security binds every
// tenant's table, the owner of the tables included.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { DatabaseTooNew, migrate, MIGRATIONS, NoTenantRole } from '../../src/database/migrate.ts';
import { spine } from '../../src/database/migrations/0001-spine.ts';
import { TENANT_TABLES } from '../../src/database/tenant-tables.ts';
import { inWorkspace } from '../../src/database/tenant.ts';
import { createSqlRepository } from '../../src/repository/sql-repository.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { acme } from '../support/world.ts';

/** The numbers of all migrations, in order. */
const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

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

  /** A database whose owner passes by security by row though they are no superuser, with what else they may. */
  async function openedAsBypasser<T>(
    name: string,
    rights: string,
    work: (database: Database) => Promise<T>,
  ): Promise<T> {
    const url = await postgres.createDatabase();
    const database = new URL(url).pathname.slice(1);
    await postgres.run(url, [
      `create role ${name} login password '${name}' bypassrls ${rights}`,
      `alter database ${database} owner to ${name}`,
      `alter schema public owner to ${name}`,
    ]);
    const opened = await openDatabase({ url: url.replace('postgres:postgres@', `${name}:${name}@`) });
    try {
      return await work(opened);
    } finally {
      await opened.close();
    }
  }

  // First: once a superuser has made the role of the whole cluster, it is no other's to take on.
  it('give an owner who passes by security by row the role that does not, where they may make it', async () => {
    await openedAsBypasser('maker', 'createrole', async (database) => {
      await migrate(database);
      await migrate(database);
      await seedWorkspace(database, acme());
      const elsewhere = await inWorkspace(database, 'elsewhere', (query) => sql`select from person`.execute(query));
      assert.equal(elsewhere.rows.length, 0);
      assert.equal((await createSqlRepository(database, 'acme').transaction((tx) => tx.find('person', {}))).length, 7);
    });
  });

  it('run once', () =>
    opened(async (database) => {
      assert.deepEqual(await migrate(database), NUMBERS);
      assert.deepEqual(await migrate(database), []);
    }));

  it('run once where several servers start at the same moment', () =>
    opened(async (first, url) => {
      const second = await openDatabase({ url });
      try {
        const ran = await Promise.all([migrate(first), migrate(second), migrate(first), migrate(second)]);
        assert.deepEqual(ran.flat(), NUMBERS);
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
      await sql`insert into migration (number, name) values (999, 'moonshots')`.execute(database.query);
      await assert.rejects(migrate(database), (error: Error) => {
        assert.ok(error instanceof DatabaseTooNew);
        assert.match(error.message, /migration 999 \(moonshots\), which this program does not know/);
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
      assert.deepEqual(await migrate(database), NUMBERS);
    }));

  it('force row-level security on every table of a workspace', () =>
    opened(async (database) => {
      await migrate(database);
      const { rows } = await sql<{ table_name: string; secured: boolean }>`
        select c.table_name, p.relrowsecurity and p.relforcerowsecurity as secured
        from information_schema.columns c join pg_class p on p.relname = c.table_name
        where c.column_name = 'workspace_id' and c.table_schema = 'public' and p.relkind = 'r'`.execute(database.query);
      // What is to be sent is looked through for all at once, and is no tenant's to read.
      assert.deepEqual(rows.map((row) => row.table_name).sort(), [...TENANT_TABLES, 'mail'].sort());
      assert.deepEqual(
        rows.filter(({ secured }) => !secured).map((row) => row.table_name),
        ['mail'],
      );
    }));

  /** A database whose owner is no superuser, so that security by row binds them too. */
  async function openedAsOwner<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const url = await postgres.createDatabase();
    const name = new URL(url).pathname.slice(1);
    await postgres.run(url, [
      `do $$ begin create role keeper login password 'keeper'; exception when duplicate_object then null; end $$`,
      `alter database ${name} owner to keeper`,
      `alter schema public owner to keeper`,
    ]);
    const database = await openDatabase({ url: url.replace('postgres:postgres@', 'keeper:keeper@') });
    try {
      assert.equal(database.tenantRole, null);
      return await work(database);
    } finally {
      await database.close();
    }
  }

  it('give an owner who is no superuser tables that bind them too', () =>
    openedAsOwner(async (database) => {
      await migrate(database);
      await seedWorkspace(database, acme());
      assert.equal((await createSqlRepository(database, 'acme').transaction((tx) => tx.find('person', {}))).length, 7);
      const unbound = await sql`select from person`.execute(database.query);
      assert.equal(unbound.rows.length, 0, 'outside of a workspace nothing is seen');
      const elsewhere = await inWorkspace(database, 'elsewhere', (query) => sql`select from person`.execute(query));
      assert.equal(elsewhere.rows.length, 0);
    }));

  it('tell an owner who passes by security by row, and may not take on that role, what to do', async () => {
    await opened((database) => migrate(database));
    await openedAsBypasser('passer', '', async (database) => {
      await assert.rejects(migrate(database), (error: Error) => {
        assert.ok(error instanceof NoTenantRole);
        assert.match(error.message, /GRANT followthrough_tenant TO passer/);
        return true;
      });
      const { rows } = await sql`select from pg_tables where tablename = 'action'`.execute(database.query);
      assert.equal(rows.length, 0);
    });
  });

  it('give a room that was kept before the rows by which its people find it, whoever owns the tables', async () => {
    const found = async (database: Database) => {
      await migrate(
        database,
        MIGRATIONS.filter(({ number }) => number < 10),
      );
      const world = acme();
      await sql`insert into tenant (id) values ('acme')`.execute(database.query);
      await inWorkspace(database, 'acme', async (query) => {
        await sql`insert into workspace values ('acme', 'Acme', 'UTC', 'en-GB', '{1}', '{}', 1)`.execute(query);
        await sql`insert into company (workspace_id, id, name, version, name_key, search_key)
          values ('acme', 'globex', 'Globex', 1, 'globex', 'globex')`.execute(query);
        for (const { id, side, role } of world.people) {
          await sql`insert into person (workspace_id, id, name, side, role, version, name_key, search_key)
            values ('acme', ${id}, ${id}, ${side}, ${role}, 1, ${id}, ${id})`.execute(query);
        }
        await sql`insert into room (workspace_id, id, name, name_key, search_key, company_id, member_ids, guests,
            created_by, created_at, updated_at, updated_by, version)
          values ('acme', 'evaluation', 'Evaluation', 'evaluation', 'evaluation', 'globex', '{mia,rob}',
            '[{"personId": "gus", "sharedAt": "2026-05-01T08:00:00.000Z"}]', 'mia', now(), now(), 'mia', 1)`.execute(
          query,
        );
      });
      assert.deepEqual(await migrate(database), NUMBERS.slice(9));
      const roomsOf = (personId: string) =>
        createSqlRepository(database, 'acme').transaction(async (tx) =>
          (await tx.roomsOf(personId)).map(({ id }) => id),
        );
      for (const personId of ['mia', 'rob', 'gus']) assert.deepEqual(await roomsOf(personId), ['evaluation'], personId);
      assert.deepEqual(await roomsOf('vic'), []);
    };
    await opened(found);
    await openedAsOwner(found);
  });

  /** A workspace as the first version of the program kept it: 1,201 people, an action of the last one's. */
  async function keepAsAtFirst(database: Database, workspaceId: string): Promise<void> {
    await sql`insert into tenant (id) values (${workspaceId})`.execute(database.query);
    await inWorkspace(database, workspaceId, async (query) => {
      await sql`insert into workspace values (${workspaceId}, 'Acme', 'UTC', 'en-GB', '{1}', '{}', 1)`.execute(query);
      await sql`insert into company values (${workspaceId}, ${`${workspaceId}-company`}, 'Straße', 1)`.execute(query);
      await sql`insert into member_group values (${workspaceId}, ${`${workspaceId}-group`}, 'Élan', '{}', 1)`.execute(
        query,
      );
      await sql`insert into person (workspace_id, id, name, side, role, version)
        select ${workspaceId}, ${workspaceId} || '-' || n, 'É' || n, 'internal', 'member', 1
        from generate_series(0, 1200) as n`.execute(query);
      await sql`insert into action (workspace_id, id, container, context_type, title, title_key, description, search_key,
          due_key, due_down_key, state, created_by, created_at, updated_at, version)
        values (${workspaceId}, ${`${workspaceId}-action`}, ${`personal:${workspaceId}-1200`}, 'personal', 'Call', 'call',
          '', 'call', 1000000000, -1000000000, 'todo', ${`${workspaceId}-1200`}, now(), now(), 3)`.execute(query);
    });
  }

  it('give what an earlier version kept what it lacks, in every workspace, whoever owns the tables', async () => {
    const told = async (database: Database) => {
      assert.deepEqual(await migrate(database, [spine]), [1]);
      for (const workspaceId of ['acme', 'other']) await keepAsAtFirst(database, workspaceId);
      assert.deepEqual(await migrate(database), NUMBERS.slice(1));
      for (const workspaceId of ['acme', 'other']) {
        await createSqlRepository(database, workspaceId).transaction(async (tx) => {
          const action = await tx.get('action', `${workspaceId}-action`);
          assert.deepEqual([action?.updatedBy, action?.version], [`${workspaceId}-1200`, 3]);
          const page = { after: null, limit: 1, count: true };
          const people = await tx.list('person', { seen: 'everybody', query: 'é120' }, page);
          assert.deepEqual([people.records[0]?.id, people.count], [`${workspaceId}-120`, 2]);
          assert.equal((await tx.list('company', { query: 'STRASSE' }, page)).count, 1);
          const after = { key: 'elam', id: 'x' };
          assert.equal((await tx.list('group', {}, { ...page, after })).records.length, 1);
          assert.equal((await tx.list('person', { seen: 'everybody' }, page)).count, 1201);
        });
      }
      const seen = await inWorkspace(database, 'acme', (query) => sql`select from person`.execute(query));
      assert.equal(seen.rows.length, 1201, 'kept apart as before');
    };
    await opened(told);
    await openedAsOwner(told);
  });
});
