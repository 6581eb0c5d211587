import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryRepository, IdTaken, joined, LostRace } from '@followthrough/core/local-backend';
import type { Repository, Transaction } from '@followthrough/core/local-backend';
import { person, promise, record, snapshot } from './workspace.ts';

const ofBen = { type: 'relationship', id: 'ada-ben', today: 20_588 } as const;
const ofAda = { type: 'personal', id: 'ada', today: 20_588 } as const;

function list(tx: Transaction, more: Partial<Parameters<Transaction['listActions']>[0]> = {}) {
  const all = { containers: [ofBen, ofAda], filter: {}, sort: 'due', after: null, limit: 10, count: true } as const;
  return tx.listActions({ ...all, ...more });
}

const nameOf = (repository: Repository, id: string) =>
  repository.transaction(async (tx) => (await tx.get('company', id))?.name);

describe('A repository in memory', () => {
  it('keeps all writes of a transaction that ends well, and shows them to itself before', async () => {
    const repository = createMemoryRepository(snapshot());
    await repository.transaction(async (tx) => {
      await tx.insert('company', { id: 'hooli', name: 'Hooli', version: 1 });
      await tx.replace('company', { id: 'hooli', name: 'Hooli Ltd', version: 2 });
      await tx.replace('company', { id: 'globex', name: 'Globex Ltd', version: 2 });
      assert.equal((await tx.get('company', 'hooli'))?.name, 'Hooli Ltd');
      assert.deepEqual(
        (await tx.find('company', {})).map(({ name }) => name),
        ['Globex Ltd', 'Initech', 'Hooli Ltd'],
      );
    });
    assert.equal(await nameOf(repository, 'hooli'), 'Hooli Ltd');
    assert.equal(await nameOf(repository, 'globex'), 'Globex Ltd');
  });

  it('keeps none of a transaction that rejects, and tells why', async () => {
    const repository = createMemoryRepository(snapshot());
    const reason = new Error('no');
    const work = repository.transaction(async (tx) => {
      await tx.insert('company', { id: 'hooli', name: 'Hooli', version: 1 });
      await tx.replace('company', { id: 'globex', name: 'Globex Ltd', version: 2 });
      throw reason;
    });
    await assert.rejects(work, reason);
    assert.equal(await nameOf(repository, 'hooli'), undefined);
    assert.equal(await nameOf(repository, 'globex'), 'Globex');
  });

  it('refuses an id in use, and a version that does not follow', async () => {
    const repository = createMemoryRepository(snapshot());
    const doing = (work: (tx: Transaction) => Promise<void>) => repository.transaction(work);
    await assert.rejects(
      doing((tx) => tx.insert('person', person('ada'))),
      IdTaken,
    );
    await assert.rejects(
      doing((tx) => tx.replace('person', person('ada'))),
      LostRace,
    );
    await assert.rejects(
      doing((tx) => tx.replace('person', person('ada', { version: 3 }))),
      LostRace,
    );
    await assert.rejects(
      doing((tx) => tx.replace('person', person('nobody', { version: 2 }))),
      LostRace,
    );
    await doing((tx) => tx.replace('person', person('ada', { version: 2 })));
  });

  it('finds by values, by lists of values and by id', async () => {
    const repository = createMemoryRepository(snapshot());
    await repository.transaction(async (tx) => {
      const ids = async (where: Parameters<typeof tx.find<'person'>>[1]) =>
        (await tx.find('person', where)).map(({ id }) => id);
      assert.deepEqual(await ids({ companyId: 'globex' }), ['gus', 'hal']);
      assert.deepEqual(await ids({ companyId: ['globex', 'initech'], id: ['ivy', 'gus', 'gus', 'ada', 'nobody'] }), [
        'ivy',
        'gus',
      ]);
      assert.deepEqual(await ids({ role: 'admin', side: 'internal' }), ['dora']);
      assert.deepEqual(await ids({ id: [] }), []);
    });
  });

  it('runs transactions one after another, whatever each waits for', async () => {
    const repository = createMemoryRepository(snapshot());
    const rename = () =>
      repository.transaction(async (tx) => {
        const company = await tx.get('company', 'globex');
        assert.ok(company);
        await new Promise((resolve) => setImmediate(resolve));
        await tx.replace('company', { ...company, name: `${company.name}!`, version: company.version + 1 });
      });
    await Promise.all([rename(), rename(), rename()]);
    assert.equal(await nameOf(repository, 'globex'), 'Globex!!!');
  });

  it('refuses calls on a transaction that has ended', async () => {
    const repository = createMemoryRepository(snapshot());
    const tx = await repository.transaction(async (open) => open);
    await assert.rejects(tx.get('person', 'ada'), TypeError);
    await assert.rejects(tx.insert('company', { id: 'late', name: 'Late', version: 1 }), TypeError);
    assert.equal(await nameOf(repository, 'late'), undefined);
  });

  it('lists what its transaction wrote over what was there, deleted ones left out', async () => {
    const repository = createMemoryRepository(
      snapshot({ actions: [promise('a'), promise('b'), promise('c'), record('own')] }),
    );
    await repository.transaction(async (tx) => {
      await tx.replace('action', promise('a', { due: null, version: 2 }));
      await tx.replace('action', promise('b', { deleted: { at: '2026-05-15T10:00:00.000Z', by: 'ada' }, version: 2 }));
      await tx.insert('action', promise('d'));
      const inside = await list(tx);
      assert.deepEqual(
        inside.records.map(({ id }) => id),
        ['c', 'd', 'a', 'own'],
      );
      const page = await list(tx, { limit: 2 });
      assert.deepEqual([page.records.map(({ id }) => id), page.more, page.count], [['c', 'd'], true, 4]);
    });
    const after = await repository.transaction((tx) => list(tx));
    assert.deepEqual(
      after.records.map(({ id }) => id),
      ['c', 'd', 'a', 'own'],
    );
  });

  it('begins empty where it is given nothing', async () => {
    const repository = createMemoryRepository();
    assert.deepEqual(await repository.transaction((tx) => tx.find('person', {})), []);
    assert.equal((await repository.transaction((tx) => tx.workspace())).timeZone, 'UTC');
  });

  it('does not freeze or keep hold of its seed', async () => {
    const seed = snapshot({ actions: [record('own')] });
    const repository = createMemoryRepository(seed);
    for (const thing of [seed.workspace, seed.companies?.[0], seed.actions?.[0]?.context]) {
      Object.assign(thing ?? {}, { name: 'Changed', type: 'room' });
    }
    await repository.transaction(async (tx) => {
      assert.equal((await tx.workspace()).name, 'Acme');
      assert.equal((await tx.get('company', 'globex'))?.name, 'Globex');
      assert.equal((await tx.get('action', 'own'))?.context.type, 'personal');
    });
  });
});

describe('A joined repository', () => {
  it('writes in the transaction it was joined to, kept or dropped with it', async () => {
    const repository = createMemoryRepository(snapshot());
    const insert = (id: string) => (tx: Transaction) => tx.insert('company', { id, name: id, version: 1 });
    await repository.transaction((tx) => joined(tx).transaction(insert('kept')));
    const dropped = repository.transaction(async (tx) => {
      await joined(tx).transaction(insert('dropped'));
      throw new Error('no');
    });
    await assert.rejects(dropped);
    assert.deepEqual([await nameOf(repository, 'kept'), await nameOf(repository, 'dropped')], ['kept', undefined]);
  });
});
