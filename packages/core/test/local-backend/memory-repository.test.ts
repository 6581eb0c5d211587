import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryRepository, joined, type Repository, type Transaction } from '@followthrough/core/local-backend';
import { listSuite } from './list-suite.ts';
import { company, world } from './repository-samples.ts';
import { repositorySuite } from './repository-suite.ts';
import { record, snapshot } from './workspace.ts';

const nameOf = (repository: Repository, id: string) =>
  repository.transaction(async (tx) => (await tx.get('company', id))?.name);

describe('A repository in memory', () => {
  const tests = {
    it,
    deepEqual: assert.deepEqual,
    open: (seed = world()) => Promise.resolve(createMemoryRepository(seed)),
  };
  repositorySuite(tests);
  describe('lists', () => listSuite({ ...tests, runs: 100 }));

  it('runs transactions one after another, whatever each waits for', async () => {
    const repository = createMemoryRepository(snapshot());
    const order: string[] = [];
    const run = (name: string, wait: number) =>
      repository.transaction(async () => {
        order.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, wait));
        order.push(`${name} ends`);
      });
    await Promise.all([run('one', 5), run('two', 0)]);
    assert.deepEqual(order, ['one begins', 'one ends', 'two begins', 'two ends']);
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
    const repository = createMemoryRepository(world());
    const insert = (id: string) => (tx: Transaction) => tx.insert('company', company(id));
    await repository.transaction((tx) => joined(tx).transaction(insert('kept')));
    const dropped = repository.transaction(async (tx) => {
      await joined(tx).transaction(insert('dropped'));
      throw new Error('no');
    });
    await assert.rejects(dropped);
    assert.deepEqual([await nameOf(repository, 'kept'), await nameOf(repository, 'dropped')], ['kept', undefined]);
  });
});
