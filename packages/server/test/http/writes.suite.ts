// Writes: one intent takes effect once, in the transaction of its effect (api.md R-I-1); versions meet (R-V-1 … R-V-5);
// whatever crosses, nothing is lost and nothing is half done.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Action, BulkResponse, Meeting, Relationship } from '@followthrough/core/schema';
import { sql } from 'kysely';
import { inWorkspace } from '../../src/database/tenant.ts';
import { createSqlRepository } from '../../src/repository/sql-repository.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { newKey, type Service, startService, type TestRequest } from '../support/service.ts';
import { acme, action, dueOn, inDays, NOW, shared } from '../support/world.ts';

export const writesSuite: Suite = { title: 'Writes', tests };

const DAY_MS = 86_400_000;

function tests(engine: Engine): void {
  let service: Service;
  before(async () => {
    const actions = [
      shared('shared'),
      shared('to-leave'),
      action('own', { due: dueOn(inDays(1)) }),
      action('overdue', { due: dueOn(inDays(-1)) }),
      action('raced'),
      action('toggled'),
    ];
    await seedWorkspace(engine.database, acme({ actions }));
    service = await startService(engine.database);
  });
  after(() => service.stop());

  const personal = (title: string, fields: object = {}) => ({ context: { type: 'personal' }, title, ...fields });
  const make = async (title: string, request: TestRequest = {}): Promise<Action> =>
    (await service.call('POST', '/actions', { body: personal(title), ...request })).body as Action;
  const read = async (id: string, as = 'mia') => (await service.call('GET', `/actions/${id}`, { as })).body as Action;
  const counted = async (table: string, condition = sql`true`) => {
    const query = sql<{ count: number }>`select count(*) as count from ${sql.table(table)} where ${condition}`;
    const { rows } = await inWorkspace(engine.database, 'acme', (transaction) => query.execute(transaction));
    return rows[0]?.count ?? 0;
  };

  it('a new action is answered with its place and its version', async () => {
    const { status, headers, body } = await service.call('POST', '/actions', {
      body: personal('Made', { id: 'chosen' }),
    });
    assert.equal(status, 201);
    assert.equal(headers.get('location'), '/api/v1/actions/chosen');
    assert.equal(headers.get('etag'), '"1"');
    assert.deepEqual([(body as Action).createdBy, (body as Action).updatedBy], ['mia', 'mia']);
    const again = await service.call('GET', '/actions/chosen');
    assert.deepEqual([again.headers.get('etag'), again.body], ['"1"', body]);
  });

  it('an id in use is refused alike, whether or not its holder may be seen', async () => {
    const seen = await service.call('POST', '/actions', { as: 'sam', body: personal('x', { id: 'own' }) });
    const unseen = await service.call('POST', '/actions', { as: 'mia', body: personal('x', { id: 'own' }) });
    assert.deepEqual([seen.status, seen.problem], [409, 'id-conflict']);
    assert.deepEqual(seen.body, unseen.body);
  });

  it('an edit moves the version on, and the next one must name it', async () => {
    const { id } = await make('First');
    const edit = (title: string, version: number) =>
      service.call('PATCH', `/actions/${id}`, { body: { title }, version });
    const second = await edit('Second', 1);
    assert.deepEqual([second.status, second.headers.get('etag')], [200, '"2"']);
    assert.equal((await edit('Lost', 1)).status, 412);
    assert.equal((await edit('Third', 2)).status, 200);
    assert.equal((await read(id)).title, 'Third');
  });

  it('a conflict names whoever made the version that stands', async () => {
    const done = await service.call('PUT', '/actions/shared/state', { as: 'rob', body: { state: 'done' } });
    assert.equal((done.body as Action).updatedBy, 'rob');
    const stale = await service.call('PATCH', '/actions/shared', { body: { title: 'x' }, version: 1 });
    assert.equal(stale.status, 412);
    assert.equal((stale.body as { current: Action }).current.updatedBy, 'rob');
    assert.equal((await read('shared', 'vic')).updatedBy, 'rob');
    await service.call('PUT', '/actions/shared/state', { body: { state: 'todo' } });
    assert.equal((await read('shared', 'vic')).updatedBy, 'mia');
  });

  it('a state that is there already is answered unchanged', async () => {
    const to = (state: string) => service.call('PUT', '/actions/toggled/state', { body: { state } });
    const done = await to('done');
    const again = await to('done');
    assert.deepEqual(again.body, done.body);
    assert.equal((await to('todo')).headers.get('etag'), '"3"');
    assert.equal(await counted('state_change', sql`action_id = 'toggled'`), 2);
  });

  it('an overdue action is dismissed as Not done, and then done late', async () => {
    const to = async (state: string) =>
      (await service.call('PUT', '/actions/overdue/state', { body: { state } })).body as Action;
    assert.equal((await to('notDone')).status, 'notDone');
    assert.equal((await to('done')).status, 'doneLate');
  });

  it('a deleted action is gone until its deleter restores it', async () => {
    const { id } = await make('To delete');
    const removed = await service.call('DELETE', `/actions/${id}`, { version: 1 });
    assert.deepEqual([removed.status, removed.body], [204, undefined]);
    const gone = await service.call('GET', `/actions/${id}`);
    const never = await service.call('GET', '/actions/never');
    assert.deepEqual([gone.status, gone.body], [404, never.body]);
    assert.equal((await service.call('POST', `/actions/${id}/restore`, { as: 'rob' })).status, 403);
    assert.equal((await service.call('POST', `/actions/${id}/restore`, { as: 'sam' })).status, 404);
    const restored = await service.call('POST', `/actions/${id}/restore`);
    assert.equal(restored.status, 200);
    assert.equal((await read(id)).title, 'To delete');
  });

  it('a bulk answers for each in the order asked, and a dry run changes nothing', async () => {
    const { id } = await make('Bulk');
    const body = { operation: 'setState', ids: [id, 'never', 'own', id, 'shared'], state: 'notDone' };
    const dry = await service.call('POST', '/actions/bulk', { body: { ...body, state: 'done', dryRun: true } });
    assert.deepEqual((await read(id)).state, 'todo');
    const outcomes = (reply: { body: unknown }) => (reply.body as BulkResponse).results.map(({ outcome }) => outcome);
    assert.deepEqual(outcomes(dry), ['done', 'refused', 'done', 'skipped', 'done']);
    const refused = (await service.call('POST', '/actions/bulk', { body })).body as BulkResponse;
    assert.deepEqual(refused.results, [
      { id, outcome: 'refused', reason: 'not-done-only-when-overdue' },
      { id: 'never', outcome: 'refused', reason: 'not-found' },
      { id: 'own', outcome: 'refused', reason: 'not-done-only-when-overdue' },
      { id, outcome: 'skipped', reason: 'duplicate' },
      { id: 'shared', outcome: 'refused', reason: 'not-done-only-when-overdue' },
    ]);
  });

  describe('the same intent again', () => {
    it('makes nothing twice, and is answered alike and marked', async () => {
      const request = { body: personal('Once'), key: newKey() };
      const first = await service.call('POST', '/actions', request);
      const again = await service.call('POST', '/actions', request);
      assert.equal(first.headers.get('idempotency-replayed'), null);
      assert.equal(again.headers.get('idempotency-replayed'), 'true');
      assert.deepEqual([again.status, again.body], [201, first.body]);
      assert.equal(again.headers.get('location'), first.headers.get('location'));
      assert.equal(again.headers.get('etag'), first.headers.get('etag'));
      assert.equal(await counted('action', sql`title = 'Once'`), 1);
    });

    it('is answered with the action as it is now', async () => {
      const request = { body: personal('Then'), key: newKey() };
      const { id } = (await service.call('POST', '/actions', request)).body as Action;
      await service.call('PATCH', `/actions/${id}`, { body: { title: 'Now' }, version: 1 });
      const again = await service.call('POST', '/actions', request);
      assert.deepEqual([(again.body as Action).title, again.headers.get('etag')], ['Now', '"2"']);
    });

    it('an edit under its old version is no conflict', async () => {
      const { id } = await make('Edited');
      const request = { body: { title: 'Edited once' }, version: 1, key: newKey() };
      assert.equal((await service.call('PATCH', `/actions/${id}`, request)).status, 200);
      const again = await service.call('PATCH', `/actions/${id}`, request);
      assert.deepEqual([again.status, again.headers.get('etag')], [200, '"2"']);
    });

    it('a delete again is the same empty answer', async () => {
      const { id } = await make('Deleted');
      const request = { version: 1, key: newKey() };
      assert.equal((await service.call('DELETE', `/actions/${id}`, request)).status, 204);
      const again = await service.call('DELETE', `/actions/${id}`, request);
      assert.deepEqual([again.status, again.headers.get('idempotency-replayed')], [204, 'true']);
    });

    it('a bulk again has no second effect', async () => {
      const { id } = await make('Bulk once');
      const request = { body: { operation: 'setState', ids: [id], state: 'done' }, key: newKey() };
      const first = await service.call('POST', '/actions/bulk', request);
      await service.call('PUT', `/actions/${id}/state`, { body: { state: 'todo' } });
      const again = await service.call('POST', '/actions/bulk', request);
      assert.deepEqual(again.body, first.body);
      assert.equal((await read(id)).state, 'todo');
    });

    it('a relationship and its meeting again are the same ones', async () => {
      const body = { managerId: 'sam', reportId: 'nia' };
      const pair = { as: 'sam', body, key: newKey() };
      const made = (await service.call('POST', '/relationships', pair)).body as Relationship;
      assert.deepEqual((await service.call('POST', '/relationships', pair)).body, made);
      const path = `/relationships/${made.id}/meetings`;
      const talk = { as: 'sam', body: { startsAt: '2026-05-20T10:00:00.000Z' }, key: newKey() };
      const met = (await service.call('POST', path, talk)).body as Meeting;
      const again = await service.call('POST', path, talk);
      assert.deepEqual([again.status, again.body], [201, met]);
      assert.equal(((await service.call('GET', path, { as: 'sam' })).body as { items: Meeting[] }).items.length, 1);
      const patch = { as: 'sam', body: { viewerIds: ['vic'] }, version: 1 };
      assert.equal((await service.call('PATCH', `/relationships/${made.id}`, patch)).headers.get('etag'), '"2"');
    });

    it('is answered with nothing where the thing may no longer be seen', async () => {
      const request = { as: 'rob', body: { state: 'done' }, key: newKey() };
      assert.equal((await service.call('PUT', '/actions/to-leave/state', request)).status, 200);
      const repository = createSqlRepository(engine.database, 'acme');
      const hand = (reportId: string, createdBy: string) =>
        repository.transaction(async (tx) => {
          const relationship = await tx.get('relationship', 'mia-rob');
          assert.ok(relationship);
          await tx.replace('relationship', { ...relationship, reportId, createdBy, version: relationship.version + 1 });
        });
      await hand('nia', 'mia');
      const again = await service.call('PUT', '/actions/to-leave/state', request);
      assert.deepEqual([again.status, again.body, again.headers.get('idempotency-replayed')], [204, undefined, 'true']);
      assert.equal(again.headers.get('etag'), null);
      await hand('rob', 'mia');
    });

    it('under another request is refused', async () => {
      const key = newKey();
      assert.equal((await service.call('POST', '/actions', { body: personal('One'), key })).status, 201);
      for (const [method, path, request] of [
        ['POST', '/actions', { body: personal('Two') }],
        ['PUT', '/actions/own/state', { body: { state: 'done' } }],
        ['DELETE', '/actions/own', { version: 1 }],
      ] as const) {
        const reply = await service.call(method, path, { ...request, key });
        assert.deepEqual([reply.status, reply.problem], [422, 'idempotency-key-reuse']);
      }
      assert.equal((await read('own')).state, 'todo');
    });

    it('of another person is another intent', async () => {
      const key = newKey();
      const mias = (await service.call('POST', '/actions', { body: personal('Shared key'), key })).body as Action;
      const robs = await service.call('POST', '/actions', { as: 'rob', body: personal('Shared key'), key });
      assert.equal(robs.status, 201);
      assert.notEqual((robs.body as Action).id, mias.id);
    });

    it('after a refusal is a first try', async () => {
      const key = newKey();
      const close = () => service.call('PUT', '/actions/own/state', { body: { state: 'notDone' }, key });
      assert.equal((await close()).status, 409);
      service.clock.now = NOW + 3 * DAY_MS;
      const later = await close();
      service.clock.now = NOW;
      assert.deepEqual([later.status, later.headers.get('idempotency-replayed')], [200, null]);
    });

    it('many times at once has one effect, and who is too early is told to wait', async () => {
      const request = { body: personal('At once'), key: newKey() };
      const replies = await Promise.all(Array.from({ length: 30 }, () => service.call('POST', '/actions', request)));
      const fresh = replies.filter(
        ({ status, headers }) => status === 201 && headers.get('idempotency-replayed') === null,
      );
      assert.equal(fresh.length, 1);
      for (const { status, problem, headers } of replies) {
        if (status === 201) continue;
        assert.deepEqual([status, problem, headers.get('retry-after')], [409, 'idempotency-in-progress', '1']);
      }
      assert.equal(await counted('action', sql`title = 'At once'`), 1);
      assert.equal((await service.call('POST', '/actions', request)).headers.get('idempotency-replayed'), 'true');
    });

    it('at once on two servers of one database has one effect', async () => {
      const second = await startService(engine.database);
      try {
        for (let round = 0; round < 5; round++) {
          const request = { body: personal(`Two servers ${round}`), key: newKey() };
          const replies = await Promise.all(
            [service, second, service, second].map((each) => each.call('POST', '/actions', request)),
          );
          assert.ok(replies.every(({ status }) => status === 201 || status === 409));
          assert.ok(replies.some(({ status }) => status === 201));
          assert.equal(await counted('action', sql`title = ${`Two servers ${round}`}`), 1);
        }
      } finally {
        await second.stop();
      }
    });

    it('is kept for seven days, and forgotten after', async () => {
      const request = { body: personal('Kept'), key: newKey() };
      await service.call('POST', '/actions', request);
      service.clock.now = NOW + 7 * DAY_MS;
      await service.app.tidy();
      assert.equal((await service.call('POST', '/actions', request)).headers.get('idempotency-replayed'), 'true');
      service.clock.now = NOW + 8 * DAY_MS;
      await service.app.tidy();
      assert.equal((await service.call('POST', '/actions', request)).headers.get('idempotency-replayed'), null);
      service.clock.now = NOW;
    });
  });

  describe('crossing writes', () => {
    it('of one version: one goes through, the others are told what stands', async () => {
      const edits = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          service.call('PATCH', '/actions/raced', { body: { title: `Edit ${n}` }, version: 1 }),
        ),
      );
      const [winner, ...others] = edits.filter(({ status }) => status === 200);
      assert.ok(winner && others.length === 0);
      for (const { status, body } of edits.filter((edit) => edit !== winner)) {
        assert.equal(status, 412);
        assert.deepEqual((body as { current: Action }).current, winner.body);
      }
      assert.deepEqual(await read('raced'), winner.body);
    });

    it('that each read and change add up: every one is applied, none twice', async () => {
      const { id } = await make('Counter');
      const raise = async (name: string) => {
        for (;;) {
          const { title, version } = await read(id);
          const reply = await service.call('PATCH', `/actions/${id}`, { body: { title: `${title} ${name}` }, version });
          if (reply.status === 200) return;
          assert.equal(reply.status, 412);
        }
      };
      await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(raise));
      const { title, version } = await read(id);
      assert.deepEqual(title.split(' ').slice(1).sort(), ['a', 'b', 'c', 'd', 'e', 'f']);
      assert.equal(version, 7);
    });

    it('of state never fail, and leave one history', async () => {
      const { id } = await make('Flipped');
      const flips = Array.from({ length: 12 }, (_, n) =>
        service.call('PUT', `/actions/${id}/state`, { body: { state: n % 2 === 0 ? 'done' : 'todo' } }),
      );
      for (const { status } of await Promise.all(flips)) assert.equal(status, 200);
      const { version, state } = await read(id);
      const changes = await createSqlRepository(engine.database, 'acme').transaction((tx) =>
        tx.find('stateChange', { actionId: id }),
      );
      assert.equal(changes.length, version);
      const closings = changes.filter(({ to }) => to === 'done').length;
      const openings = changes.filter(({ to }) => to === 'todo').length;
      assert.equal(closings - openings, state === 'done' ? 0 : -1);
    });

    it('of many at once, in opposite orders, all get their answer', async () => {
      const ids: string[] = [];
      for (let n = 0; n < 6; n++) ids.push((await make(`Crossed ${n}`)).id);
      const bulk = (order: string[], due: string) =>
        service.call('POST', '/actions/bulk', {
          body: { operation: 'reschedule', ids: order, due: { rule: { type: 'fixed', date: due } } },
        });
      const replies = await Promise.all(
        Array.from({ length: 6 }, (_, n) => bulk(n % 2 === 0 ? ids : ids.toReversed(), `2026-07-0${n + 1}`)),
      );
      assert.deepEqual(
        replies.map(({ status }) => status),
        [200, 200, 200, 200, 200, 200],
      );
      const dates = new Set(await Promise.all(ids.map(async (id) => (await read(id)).due?.date)));
      assert.equal(dates.size, 1, 'the last bulk set them all');
    });
  });

  it('a write of which the record of its intent fails leaves nothing behind', async () => {
    await sql`alter table intent rename to intent_away`.execute(engine.database.query);
    try {
      assert.equal((await service.call('POST', '/actions', { body: personal('Half done') })).status, 500);
    } finally {
      await sql`alter table intent_away rename to intent`.execute(engine.database.query);
    }
    assert.equal(await counted('action', sql`title = 'Half done'`), 0);
  });

  it('a database that is away is told as unavailable, to be asked again', async () => {
    const away = await startService({ ...engine.database, query: engine.database.query.withPlugin(FAILING) });
    try {
      const { status, problem, headers } = await away.call('GET', '/me');
      assert.deepEqual([status, problem, headers.get('retry-after')], [503, 'unavailable', '2']);
      assert.equal((await away.call('GET', '/ready', { as: null })).status, 503);
      assert.equal((await away.call('GET', '/health', { as: null })).status, 200);
    } finally {
      await away.stop();
    }
  });
}

/** A connection that breaks at each query. */
const FAILING = {
  transformQuery(): never {
    throw Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });
  },
  transformResult: () => Promise.reject(new Error('no result')),
};
