// The SQL repository keeps the local backend's contract of a repository, on both engines.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { IdTaken, type Kind, type Kinds, LostRace } from '@followthrough/core/local-backend';
import { sql } from 'kysely';
import { inWorkspace } from '../../src/database/tenant.ts';
import { createSqlRepository, type SqlRepository } from '../../src/repository/sql-repository.ts';
import { removeWorkspace } from '../../src/repository/remove-workspace.ts';
import { hasWorkspace, seedWorkspace } from '../../src/repository/seed-workspace.ts';
import type { Engine, Suite } from '../support/engine.ts';
import {
  acme,
  action,
  closed,
  dueOn,
  inDays,
  meeting,
  person,
  relationship,
  shared,
  workspace,
} from '../support/world.ts';

export const sqlRepositorySuite: Suite = { title: 'A SQL repository', tests };

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

  const kept: { [K in Kind]: Kinds[K][] } = {
    company: [{ id: 'k-company', name: 'Initech <b>&"\'', version: 1 }],
    person: [person('k-person', { email: null, avatarUrl: 'https://example.com/a.png', timeZone: 'Asia/Tokyo' })],
    group: [
      { id: 'k-group', name: 'Coachees', memberIds: ['mia', 'rob'], version: 1 },
      { id: 'k-group-2', name: 'Nobody', memberIds: [], version: 1 },
    ],
    relationship: [
      relationship('k-relationship', 'rob', 'nia', { viewerIds: ['vic', 'sam'], timeZone: 'Europe/Berlin' }),
    ],
    meeting: [meeting('k-meeting', 'mia-rob', { title: 'Retro', startsAt: '2026-05-04T08:00:00.000Z' })],
    action: [
      action('k-personal', {
        updatedBy: 'rob',
        description: 'two\nlines\tand a tab',
        title: '<img src=x onerror=alert(1)> 🎯',
      }),
      shared('k-shared', { context: { type: 'relationship', relationshipId: 'mia-rob', meetingId: 'monday' } }),
      closed(shared('k-late', { due: dueOn(inDays(-9)) }), 'done', inDays(-2)),
      {
        ...closed(action('k-utc'), 'done', inDays(-2)),
        closed: { at: '2026-05-13T01:00:00.123Z', by: 'mia', due: null },
      },
      action('k-relative', {
        due: {
          ...dueOn(inDays(1)),
          rule: { type: 'relative', amount: -2, unit: 'businessDay', anchor: { type: 'actionDue', actionId: 'k-x' } },
          pinned: inDays(1),
          basis: 'projected',
          waitingOn: ['k-x'],
        },
        position: 'a0V',
      }),
      action('k-room', {
        context: { type: 'room', roomId: 'room', sectionId: 'section', internalOnly: true },
        assignee: { type: 'primaryContact' },
        state: 'inProgress',
      }),
      action('k-engagement', {
        context: { type: 'engagement', engagementId: 'engagement', itemId: 'item' },
        assignee: null,
      }),
      action('k-deleted', { deleted: { at: '2026-05-14T00:00:00.000Z', by: 'mia' } }),
    ],
    stateChange: [
      { id: 'k-change', actionId: 'k-personal', from: null, to: 'todo', at: '2026-05-14T00:00:00.000Z', by: 'mia' },
    ],
  };
  for (const kind of Object.keys(kept) as Kind[]) {
    it(`gives back every ${kind} as it was kept`, async () => {
      for (const entity of kept[kind]) {
        await acmes.transaction((tx) => tx.insert(kind, entity));
        assert.deepEqual(await acmes.transaction((tx) => tx.get(kind, entity.id)), entity);
      }
    });
  }

  it('gives the workspace with its calendar', async () => {
    assert.deepEqual(await acmes.transaction((tx) => tx.workspace()), workspace());
  });

  it('finds by any field, by one of several values, and by none', async () => {
    const found = await acmes.transaction(async (tx) => [
      (await tx.find('person', { id: ['rob', 'mia', 'nobody', 'otto'] })).map(({ id }) => id).sort(),
      (await tx.find('meeting', { relationshipId: 'mia-rob' })).map(({ id }) => id).sort(),
      (await tx.find('person', { companyId: 'globex' })).map(({ id }) => id),
      (await tx.find('person', { companyId: null, role: 'admin' })).map(({ id }) => id),
      await tx.find('person', { id: [] }),
    ]);
    assert.deepEqual(found, [['mia', 'rob'], ['k-meeting', 'monday'], ['gus'], ['ada'], []]);
  });

  it('finds a person’s relationships by each of their parts', async () => {
    const of = (id: string) => acmes.transaction(async (tx) => (await tx.relationshipsOf(id)).map((r) => r.id).sort());
    assert.deepEqual(await of('mia'), ['mia-nia', 'mia-rob']);
    assert.deepEqual(await of('vic'), ['k-relationship', 'mia-rob']);
    assert.deepEqual(await of('ada'), []);
  });

  it('keeps nothing of a transaction that rejects', async () => {
    const work = acmes.transaction(async (tx) => {
      await tx.insert('company', { id: 'half', name: 'Half', version: 1 });
      throw new Error('after the first write');
    });
    await assert.rejects(work, /after the first write/);
    assert.equal(await acmes.transaction((tx) => tx.get('company', 'half')), null);
  });

  it('refuses an id in use, and the transaction goes on', async () => {
    const after = await acmes.transaction(async (tx) => {
      await assert.rejects(tx.insert('person', person('mia')), IdTaken);
      return tx.get('person', 'mia');
    });
    assert.equal(after?.name, 'Mia');
  });

  it('refuses an id that another workspace uses just alike', async () => {
    await assert.rejects(
      others.transaction((tx) => tx.insert('person', person('mia'))),
      IdTaken,
    );
    assert.equal(await others.transaction((tx) => tx.get('person', 'mia')), null);
  });

  it('writes the next version only over the one that was read', async () => {
    const record = action('versions');
    await acmes.transaction((tx) => tx.insert('action', record));
    await acmes.transaction((tx) => tx.replace('action', { ...record, title: 'Second', version: 2 }));
    assert.equal((await acmes.transaction((tx) => tx.get('action', 'versions')))?.title, 'Second');
    await assert.rejects(
      acmes.transaction((tx) => tx.replace('action', { ...record, title: 'Lost', version: 2 })),
      LostRace,
    );
    await assert.rejects(
      others.transaction((tx) => tx.replace('action', { ...record, title: 'Theirs', version: 3 })),
      LostRace,
    );
    assert.equal((await acmes.transaction((tx) => tx.get('action', 'versions')))?.title, 'Second');
  });

  it('runs a transaction again that another one crossed, until all went through', async () => {
    await acmes.transaction((tx) => tx.insert('company', { id: 'raced', name: 'Raced', version: 1 }));
    const raise = () =>
      acmes.transaction(async (tx) => {
        const company = await tx.get('company', 'raced');
        assert.ok(company);
        await new Promise((resolve) => setTimeout(resolve, 1));
        await tx.replace('company', { ...company, version: company.version + 1 });
      });
    await Promise.all(Array.from({ length: 5 }, raise));
    assert.equal((await acmes.transaction((tx) => tx.get('company', 'raced')))?.version, 6);
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
