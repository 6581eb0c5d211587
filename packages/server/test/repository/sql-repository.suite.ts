// What a SQL repository is besides a repository, on both engines: workspaces are kept apart, and what core's rules would
// never write is refused by the tables too.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { IdTaken, LostRace } from '@followthrough/core/local-backend';
import { sql } from 'kysely';
import { inWorkspace } from '../../src/database/tenant.ts';
import { createSqlRepository, type SqlRepository } from '../../src/repository/sql-repository.ts';
import { removeWorkspace } from '../../src/repository/remove-workspace.ts';
import { hasWorkspace, seedWorkspace } from '../../src/repository/seed-workspace.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { acme, action, person, relationship, workspace } from '../support/world.ts';

export const sqlRepositorySuite: Suite = { title: 'The tables of a SQL repository', tests };

function tests(engine: Engine): void {
  let acmes: SqlRepository;
  let others: SqlRepository;
  before(async () => {
    await seedWorkspace(engine.database, acme());
    await seedWorkspace(engine.database, {
      workspace: workspace({ id: 'other', name: 'Other' }),
      people: [person('otto')],
    });
    acmes = createSqlRepository(engine.database, 'acme');
    others = createSqlRepository(engine.database, 'other');
  });

  it('refuses an id that another workspace uses just alike', async () => {
    await assert.rejects(
      others.transaction((tx) => tx.insert('person', person('mia'))),
      IdTaken,
    );
    assert.equal(await others.transaction((tx) => tx.get('person', 'mia')), null);
  });

  it('lets no workspace write over another’s', async () => {
    const record = action('versions');
    await acmes.transaction((tx) => tx.insert('action', record));
    const theirs = others.transaction((tx) => tx.replace('action', { ...record, title: 'Theirs', version: 2 }));
    await assert.rejects(theirs, LostRace);
    assert.equal((await acmes.transaction((tx) => tx.get('action', 'versions')))?.title, record.title);
  });

  it('is kept apart by row-level security even where a query forgets its workspace', async () => {
    const seen = await inWorkspace(engine.database, 'other', async (query) => {
      const people = await sql<{ id: string }>`select id from person`.execute(query);
      const updated = await sql`update person set name = 'Mine'`.execute(query);
      const deleted = await sql`delete from relationship`.execute(query);
      return { people: people.rows, updated: updated.numAffectedRows, deleted: deleted.numAffectedRows };
    });
    assert.deepEqual(seen, { people: [{ id: 'otto' }], updated: 1n, deleted: 0n });
    const write = inWorkspace(engine.database, 'other', (query) =>
      sql`insert into company (workspace_id, id, name, version) values ('acme', 'planted', 'Planted', 1)`.execute(
        query,
      ),
    );
    await assert.rejects(write, /row-level security/);
  });

  it('refuses a state that the context does not have, whoever writes it', async () => {
    const write = acmes.transaction((tx) => tx.insert('action', { ...action('odd'), state: 'inProgress' }));
    await assert.rejects(write, /state_of_context/);
  });

  it('removes a workspace whole, and no other', async () => {
    const doomed = workspace({ id: 'doomed' });
    const snapshot = {
      workspace: doomed,
      people: [person('dan'), person('don')],
      relationships: [relationship('dan-don', 'dan', 'don')],
      actions: [action('dan-1', { createdBy: 'dan' })],
      stateChanges: [
        { id: 'dc', actionId: 'dan-1', from: null, to: 'todo' as const, at: '2026-05-14T00:00:00.000Z', by: 'dan' },
      ],
    };
    await seedWorkspace(engine.database, snapshot);
    await removeWorkspace(engine.database, 'doomed');
    assert.equal(await hasWorkspace(engine.database, 'doomed'), false);
    assert.equal(await hasWorkspace(engine.database, 'acme'), true);
    await seedWorkspace(engine.database, snapshot);
    assert.equal(await hasWorkspace(engine.database, 'doomed'), true);
  });
}
