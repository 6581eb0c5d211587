import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Backend } from '@followthrough/core/backend';
import { LostRace, type Repository, type Transaction } from '@followthrough/core/local-backend';
import { dueOn, everything, failureOf, promise, promiseDraft, record, scene, YESTERDAY } from './workspace.ts';

/** The repository with one write of a transaction, the nth (from 1), failing – before or after it is made. */
function failing(repository: Repository, nth: number, when: 'before' | 'after', error: Error): Repository {
  return {
    transaction: (work) =>
      repository.transaction((tx) => {
        let writes = 0;
        const writing = async (write: () => Promise<void>) => {
          const fails = ++writes === nth;
          if (fails && when === 'before') throw error;
          await write();
          if (fails) throw error;
        };
        const faulty: Transaction = {
          ...tx,
          insert: (kind, entity) => writing(() => tx.insert(kind, entity)),
          insertAll: (kind, entities) => writing(() => tx.insertAll(kind, entities)),
          replace: (kind, entity) => writing(() => tx.replace(kind, entity)),
          replaceAll: (kind, entities) => writing(() => tx.replaceAll(kind, entities)),
          restate: (kind, entities) => writing(() => tx.restate(kind, entities)),
        };
        return work(faulty);
      }),
  };
}

const actions = [promise('deck', { due: dueOn(YESTERDAY) }), promise('report'), record('own')];
const operations: [what: string, writes: number, call: (backend: Backend) => Promise<unknown>][] = [
  ['making an action', 2, ({ actions: a }) => a.create(promiseDraft())],
  ['editing an action', 1, ({ actions: a }) => a.update('deck', { title: 'x' }, { version: 1 })],
  ['changing a state', 2, ({ actions: a }) => a.setState('deck', 'notDone')],
  ['deleting an action', 1, ({ actions: a }) => a.remove('deck', { version: 1 })],
  [
    'a bulk operation',
    6,
    ({ actions: a }) => a.bulk({ operation: 'setState', ids: ['deck', 'report', 'own'], state: 'done' }),
  ],
  ['making a relationship', 1, ({ relationships: r }) => r.create({ managerId: 'ada', reportId: 'eve' })],
  ['changing a relationship', 1, ({ relationships: r }) => r.update('ada-ben', { viewerIds: [] }, { version: 1 })],
  ['making a meeting', 1, ({ meetings: m }) => m.create('ada-ben', { startsAt: '2026-05-18T09:00:00Z' })],
];

describe('Where a write fails,', () => {
  for (const [what, writes, call] of operations) {
    for (const when of ['before', 'after'] as const) {
      it(`${what} leaves nothing half written (${when} each of its ${writes} writes)`, async () => {
        const disk = new Error('the disk is gone');
        for (let nth = 1; nth <= writes; nth++) {
          const { as, repository } = scene(actions, {}, (sound) => failing(sound, nth, when, disk));
          const before = await everything(repository);
          const failure = await failureOf(call(as('ada')));
          assert.deepEqual([failure.code, failure.cause], ['internal', disk]);
          assert.ok(failure.transient);
          assert.deepEqual(await everything(repository), before);
        }
        const { as, repository } = scene(actions, {}, (sound) => failing(sound, writes + 1, when, disk));
        const before = await everything(repository);
        await call(as('ada'));
        assert.notDeepEqual(await everything(repository), before);
      });
    }
  }

  it('because others are always faster, it is told as unavailable for now', async () => {
    const { as } = scene(actions, {}, (sound) => failing(sound, 1, 'before', new LostRace('again')));
    assert.equal((await failureOf(as('ada').actions.setState('own', 'done'))).code, 'unavailable');
  });
});

describe('An aborted call', () => {
  it('rejects with the reason of its signal, and writes nothing', async () => {
    const { as, repository } = scene(actions);
    const before = await everything(repository);
    const reason = new Error('the page is gone');
    const aborted = AbortSignal.abort(reason);
    await assert.rejects(as('ada').actions.list({}, { signal: aborted }), reason);
    await assert.rejects(as('ada').actions.setState('own', 'done', { signal: aborted }), reason);

    const midway = new AbortController();
    const call = as('ada').actions.setState('own', 'done', { signal: midway.signal });
    midway.abort(reason);
    await assert.rejects(call, reason);
    assert.deepEqual(await everything(repository), before);
  });
});

describe('An intent', () => {
  const intent = 'intent-0123456789abcdef';

  it('takes effect once, however often it is tried, and is answered alike', async () => {
    const { as, repository } = scene(actions);
    const create = () => as('ada').actions.create(promiseDraft({ id: 'mine' }), { intent });
    const [first, second] = await Promise.all([create(), create()]);
    assert.deepEqual(second, first);
    assert.deepEqual(await create(), first);
    assert.equal((await everything(repository)).actions.length, actions.length + 1);
  });

  it('that failed can be tried again', async () => {
    let fails = true;
    const disk = new Error('the disk is gone');
    const { as } = scene(actions, {}, (sound) => ({
      transaction: (work) => (fails ? failing(sound, 1, 'after', disk) : sound).transaction(work),
    }));
    const create = () => as('ada').actions.create(promiseDraft({ id: 'mine' }), { intent });
    assert.equal((await failureOf(create())).code, 'internal');
    fails = false;
    assert.equal((await create()).version, 1);
  });

  it('means one thing only', async () => {
    const { as } = scene(actions);
    await as('ada').actions.setState('own', 'done', { intent });
    const other = await failureOf(as('ada').actions.setState('own', 'todo', { intent }));
    assert.equal(other.code, 'idempotency-key-reuse');
    assert.equal((await as('ada').actions.get('own')).state, 'done');
  });
});
