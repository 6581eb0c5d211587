// Engagements over HTTP: the same answers as the local backend gives in memory, the spec's answer to every bad input, people
// who schedule one session at the same moment, hundreds of coachees at once, intents, tenants and narrowed tokens.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createClient } from '@followthrough/api-client';
import { type Backend, BackendError } from '@followthrough/core/backend';
import { createLocalBackend, createMemoryRepository } from '@followthrough/core/local-backend';
import type {
  Action,
  BulkResponse,
  EngagementCreation,
  EngagementDetail,
  EngagementPatch,
  ItemCompletion,
  ItemSchedule,
  OpenItem,
  Page,
} from '@followthrough/core/schema';
import fc from 'fast-check';
import { KINDS, STATUSES } from '../../../core/test/domain/engagement/engagement-builders.ts';
import { NOW, person, snapshot } from '../../../core/test/local-backend/workspace.ts';
import { removeWorkspace } from '../../src/repository/remove-workspace.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { engagementOf, engagementWorld, itemsOf } from '../support/engagement-world.ts';
import { newKey, type Service, startService, type TestReply, type TestRequest } from '../support/service.ts';

export const engagementsSuite: Suite = { title: 'Engagements', tests };

interface Deed {
  name: string;
  run: (backend: Backend) => Promise<unknown>;
}

const status = fc.constantFrom('draft', 'active', 'active', 'shared', 'shared', 'shared');
const anItem = fc.tuple(status, fc.constantFrom(...KINDS)).map(([of, kind]) => `${of}-${kind}`);
const version = async (backend: Backend, id: string) => (await backend.engagements.get(id)).version;
const itemVersion = async (backend: Backend, id: string) => {
  const item = await backend.items.get(id);
  return item.locked ? 1 : item.version;
};
const anySchedule = fc.constantFrom<ItemSchedule[]>(
  { release: { type: 'immediately' as const } },
  { release: { type: 'on' as const, rule: { type: 'fixed' as const, date: '2026-05-20' } } },
  { release: null },
  { startsAt: '2026-06-01T09:00:00Z' },
  { startsAt: null },
  { duration: 30 },
  { selfScheduling: true },
  { due: { rule: { type: 'fixed' as const, date: '2026-06-20' } } },
);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.tuple(anItem, anySchedule).map(([id, what]) => ({
    name: `schedule ${id} ${JSON.stringify(what)}`,
    run: (b: Backend) => b.items.schedule(id, what),
  })),
  fc.tuple(anItem, anySchedule).map(([id, what]) => ({
    name: `schedule ${id} ${JSON.stringify(what)} as it stands`,
    run: async (b: Backend) => b.items.schedule(id, what, { version: await itemVersion(b, id) }),
  })),
  fc
    .tuple(
      anItem,
      fc.boolean(),
      fc.constantFrom<Omit<ItemCompletion, 'completed'>[]>(
        {},
        { text: 'Well' },
        { answers: [{ key: 'q', text: 'So' }] },
      ),
    )
    .map(([id, completed, rest]) => ({
      name: `complete ${id} ${completed} ${JSON.stringify(rest)}`,
      run: (b: Backend) => b.items.complete(id, { completed, ...rest }),
    })),
  anItem.map((id) => ({ name: `get ${id}`, run: (b: Backend) => b.items.get(id) })),
  anItem.map((id) => ({
    name: `retitle ${id}`,
    run: async (b: Backend) => b.items.update(id, { title: `${id} anew` }, { version: await itemVersion(b, id) }),
  })),
  anItem.map((id) => ({
    name: `remove ${id}`,
    run: async (b: Backend) => b.items.remove(id, { version: await itemVersion(b, id) }),
  })),
  anItem.map((id) => ({ name: `restore ${id}`, run: (b: Backend) => b.items.restore(id) })),
  fc.tuple(status, fc.constantFrom('activate', 'share', 'unshare', 'restore', 'get')).map(([id, what]) => ({
    name: `${what} ${id}`,
    run: (b: Backend) => b.engagements[what as 'activate'](id),
  })),
  fc
    .tuple(
      status,
      fc.constantFrom<EngagementPatch[]>(
        { startDate: '2026-05-18' },
        { selfScheduling: true },
        { spectatorIds: [] },
        { title: 'Anew' },
      ),
    )
    .map(([id, patch]) => ({
      name: `change ${id} ${JSON.stringify(patch)}`,
      run: async (b: Backend) => b.engagements.update(id, patch, { version: await version(b, id) }),
    })),
  status.map((id) => ({
    name: `remove ${id}`,
    run: async (b: Backend) => b.engagements.remove(id, { version: await version(b, id) }),
  })),
  fc
    .tuple(fc.constantFrom('activate', 'activateAndShare', 'share', 'unshare'), fc.boolean())
    .map(([operation, dryRun]) => ({
      name: `bulk ${operation}`,
      run: (b: Backend) =>
        b.engagements.bulk({ operation: operation as 'share', ids: [...STATUSES, 'unknown', 'draft'], dryRun }),
    })),
  fc.constantFrom('title', '-start', 'updated').map((sort) => ({
    name: `list by ${sort}`,
    run: (b: Backend) => b.engagements.list({ sort: sort as 'title', count: true }),
  })),
  fc.constantFrom('engagement', 'engagement:shared').map((context) => ({
    name: `actions of ${context}`,
    run: (b: Backend) => b.actions.list({ context, sort: 'title', count: true }),
  })),
  fc.constantFrom('todo' as const, 'done' as const).map((state) => ({
    name: `the first action ${state}`,
    run: async (b: Backend) => {
      const { items } = await b.actions.list({ context: 'engagement', sort: 'title' });
      return items[0] ? b.actions.setState(items[0].id, state) : null;
    },
  })),
);

async function outcomeOf(run: Deed['run'], backend: Backend): Promise<unknown> {
  try {
    return { value: await run(backend) };
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    const { code, rule, errors, from, allowed, current: stands } = error;
    return { code, rule, errors, from, allowed, stands };
  }
}

/** The answers with the ids that were made on the way told by the order in which they came up. */
function named(): (answer: unknown) => unknown {
  const ids: string[] = [];
  return (answer) =>
    JSON.parse(
      JSON.stringify(answer).replace(/made-\d+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, (id) => {
        if (!ids.includes(id)) ids.push(id);
        return `#${ids.indexOf(id)}`;
      }),
    ) as unknown;
}

function tests(engine: Engine): void {
  let service: Service;
  before(async () => {
    service = await startService(engine.database);
    service.clock.now = NOW;
  });
  after(() => service.stop());

  function clientOf(who: string): Backend {
    const timing = { now: () => NOW };
    return createClient({ baseUrl: service.url, getToken: () => service.token(who), timing, retry: { limit: 0 } });
  }

  async function fresh(): Promise<void> {
    await removeWorkspace(engine.database, 'acme');
    await seedWorkspace(engine.database, engagementWorld());
  }

  it('answer whatever is asked as the local backend does in memory', async () => {
    const met = new Map<string, number>();
    const who = fc.constantFrom('dora', 'dora', 'ada', 'ada', 'ben', 'ben', 'eve', 'fay');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(who, deed), { minLength: 25, maxLength: 25 }), async (deeds) => {
        await fresh();
        const repository = createMemoryRepository(engagementWorld());
        let made = 0;
        const localOf = (viewerId: string) =>
          createLocalBackend({ repository, viewerId, now: () => NOW, newId: () => `made-${++made}` });
        const [nameHere, nameThere] = [named(), named()];
        for (const [asker, one] of deeds) {
          const [here, there] = [await outcomeOf(one.run, localOf(asker)), await outcomeOf(one.run, clientOf(asker))];
          assert.deepEqual(nameThere(there), nameHere(here), `${asker}: ${one.name}`);
          const code = (here as { code?: string }).code ?? 'done';
          met.set(code, (met.get(code) ?? 0) + 1);
        }
        for (const asker of ['dora', 'ada', 'ben', 'eve']) {
          const all = (b: Backend) => b.actions.list({ context: 'engagement' });
          const [here, there] = [await outcomeOf(all, localOf(asker)), await outcomeOf(all, clientOf(asker))];
          assert.deepEqual(nameThere(there), nameHere(here), `${asker} lists the actions`);
        }
      }),
      { numRuns: engine.full ? 100 : 6 },
    );
    for (const code of ['done', 'not-found', 'forbidden']) assert.ok(met.has(code), JSON.stringify([...met]));
  });

  it('leave their actions alone, versions and all, where a change says nothing of them', async () => {
    await fresh();
    const [dora, eve] = [clientOf('dora'), clientOf('eve')];
    const due = { rule: { type: 'fixed' as const, date: '2026-06-20' } };
    await dora.items.schedule('shared-action', { release: { type: 'immediately' }, due });
    const seen = async (backend: Backend) => [
      await backend.actions.list({ context: 'engagement:shared' }),
      await backend.items.get('shared-action'),
    ];
    const before = [await seen(dora), await seen(eve)];
    assert.equal((before[0]?.[0] as Page<Action>).items.length, 1);
    await dora.engagements.update('shared', { selfScheduling: true }, { version: await version(dora, 'shared') });
    await dora.engagements.unshare('shared');
    assert.deepEqual([await seen(dora), await seen(eve)], before);
  });

  describe('answer bad input as the spec says:', () => {
    before(fresh);
    const on = (date: string) => ({ rule: { type: 'fixed', date } });
    const out = { release: { type: 'immediately' } };
    const making = (more: object) => ({ as: 'dora', body: { coachId: 'ada', ...more } });
    const many = (count: number) => Array.from({ length: count }, (_, at) => `p${at}`);
    const rate = { name: 'Hour', amount: '90', currency: 'EUR', per: 'hour' };
    const end = { startDate: '2026-06-01', endDate: '2026-05-01' };
    const early = { release: { type: 'on', ...on('2026-06-10') }, due: on('2026-06-01') };
    const item = { title: 'x', content: { kind: 'link', url: 'https://x.example/' } };
    /** What is asked, and the answer: its status, problem, and rule or fault. */
    const rows: [string, string, string, TestRequest, number, string, string?][] = [
      [
        'scheduling in a draft',
        'PUT',
        '/items/draft-link/schedule',
        { as: 'dora', body: out },
        409,
        'engagement-draft',
      ],
      ['completing in a draft', 'PUT', '/items/draft-link/completion', done('dora'), 409, 'engagement-draft'],
      ['sharing a draft', 'POST', '/engagements/draft/share', { as: 'dora' }, 409, 'engagement-draft'],
      [
        'an item scheduled as it is added to a draft',
        'POST',
        '/engagements/draft/items',
        { as: 'dora', body: { ...item, ...out } },
        409,
        'engagement-draft',
      ],
      [
        'due before release',
        'PUT',
        '/items/shared-link/schedule',
        { as: 'dora', body: early },
        422,
        'validation',
        'due-before-release',
      ],
      [
        'end before start',
        'PATCH',
        '/engagements/shared',
        { as: 'dora', body: end, version: 3 },
        422,
        'validation',
        'end-before-start',
      ],
      [
        'a session of 481 minutes',
        'PUT',
        '/items/shared-session/schedule',
        { as: 'dora', body: { duration: 481 } },
        422,
        'validation',
      ],
      [
        'a session with a release',
        'PUT',
        '/items/shared-session/schedule',
        { as: 'dora', body: out },
        422,
        'validation',
        'session-has-no-release',
      ],
      [
        'an unknown currency',
        'POST',
        '/invoicing-methods',
        { as: 'dora', body: { ...rate, currency: 'XXX' } },
        422,
        'validation',
      ],
      [
        'a sum in words',
        'POST',
        '/invoicing-methods',
        { as: 'dora', body: { ...rate, amount: 'a lot' } },
        422,
        'validation',
      ],
      ['an empty group', 'POST', '/engagements', making({ groupId: 'nobody' }), 422, 'validation', 'empty-group'],
      ['nobody to coach', 'POST', '/engagements', making({ coacheeIds: [] }), 422, 'validation'],
      [
        'coachees and a group',
        'POST',
        '/engagements',
        making({ coacheeIds: ['ben'], groupId: 'first' }),
        422,
        'validation',
      ],
      ['501 coachees', 'POST', '/engagements', making({ coacheeIds: many(501) }), 422, 'validation'],
      ['501 ids', 'POST', '/engagements/bulk', bulk('dora', many(501)), 422, 'validation'],
      ['no ids', 'POST', '/engagements/bulk', bulk('dora', []), 422, 'validation'],
      [
        'making by the coach',
        'POST',
        '/engagements',
        { ...making({ coacheeIds: ['ben'] }), as: 'ada' },
        403,
        'forbidden',
      ],
      ['an export by the coach', 'GET', '/engagements/export', { as: 'ada' }, 403, 'forbidden', 'engagement-admin'],
      ['an export by somebody without a part', 'GET', '/engagements/export', { as: 'fay' }, 403, 'forbidden'],
      [
        'an export in a format that is none',
        'GET',
        '/engagements/export?format=pdf',
        { as: 'dora' },
        422,
        'validation',
      ],
      [
        'an export with an unknown filter',
        'GET',
        '/engagements/export?color=red',
        { as: 'dora' },
        422,
        'unknown-field',
      ],
      ['rates to the coach', 'GET', '/invoicing-methods', { as: 'ada' }, 403, 'forbidden', 'invoicing-admin'],
      ['a rate made by the coach', 'POST', '/invoicing-methods', { as: 'ada', body: rate }, 403, 'forbidden'],
      [
        'an unknown field',
        'PATCH',
        '/engagements/shared',
        { as: 'dora', body: { color: 1 }, version: 3 },
        422,
        'unknown-field',
      ],
      [
        'what is read only',
        'PATCH',
        '/engagements/shared',
        { as: 'dora', body: { sharedAt: null }, version: 3 },
        422,
        'read-only-field',
      ],
      [
        'no version',
        'PATCH',
        '/engagements/shared',
        { as: 'dora', body: { title: 'x' } },
        428,
        'precondition-required',
      ],
      ['no version to delete', 'DELETE', '/items/shared-link', { as: 'dora' }, 428, 'precondition-required'],
      [
        'an old version',
        'PATCH',
        '/engagements/shared',
        { as: 'dora', body: { title: 'x' }, version: 1 },
        412,
        'version-conflict',
      ],
      ['a draft to its coach', 'GET', '/engagements/draft', { as: 'ada' }, 404, 'not-found'],
      ['one that is not shared to its coachee', 'GET', '/engagements/active', { as: 'ben' }, 404, 'not-found'],
      ['an item of that', 'GET', '/items/active-link', { as: 'ben' }, 404, 'not-found'],
      ['one of others', 'GET', '/engagements/shared', { as: 'fay' }, 404, 'not-found'],
      // A spectator trying anything.
      [
        'settings by a spectator',
        'PATCH',
        '/engagements/shared',
        { as: 'eve', body: { title: 'x' }, version: 3 },
        403,
        'forbidden',
      ],
      ['sharing by a spectator', 'POST', '/engagements/active/share', { as: 'eve' }, 403, 'forbidden'],
      ['unsharing by a spectator', 'POST', '/engagements/shared/unshare', { as: 'eve' }, 403, 'forbidden'],
      ['activation by a spectator', 'POST', '/engagements/active/activate', { as: 'eve' }, 403, 'forbidden'],
      ['deletion by a spectator', 'DELETE', '/engagements/shared', { as: 'eve', version: 3 }, 403, 'forbidden'],
      [
        'an item added by a spectator',
        'POST',
        '/engagements/shared/items',
        { as: 'eve', body: item },
        403,
        'forbidden',
        'spectator-reads',
      ],
      [
        'a schedule by a spectator',
        'PUT',
        '/items/shared-link/schedule',
        { as: 'eve', body: out },
        403,
        'forbidden',
        'spectator-reads',
      ],
      [
        'a completion by a spectator',
        'PUT',
        '/items/shared-link/completion',
        done('eve'),
        403,
        'forbidden',
        'spectator-reads',
      ],
      // A coachee forging requests for locked items.
      ['a locked item', 'GET', '/items/shared-link', { as: 'ben' }, 403, 'forbidden', 'item-locked'],
      ['a locked item completed', 'PUT', '/items/shared-link/completion', done('ben'), 403, 'forbidden', 'item-locked'],
      ['a locked item scheduled', 'PUT', '/items/shared-link/schedule', { as: 'ben', body: out }, 403, 'forbidden'],
      [
        'a locked item edited',
        'PATCH',
        '/items/shared-link',
        { as: 'ben', body: { title: 'x' }, version: 4 },
        403,
        'forbidden',
      ],
      ['a locked item deleted', 'DELETE', '/items/shared-link', { as: 'ben', version: 4 }, 403, 'forbidden'],
      [
        'a locked session’s time',
        'PUT',
        '/items/shared-session/schedule',
        { as: 'ben', body: { startsAt: '2026-06-01T09:00:00Z' } },
        403,
        'forbidden',
        'session-time-by-coach',
      ],
    ];
    for (const [name, method, path, request, answer, problem, detail] of rows) {
      it(`${name}: ${answer} ${problem}`, async () => {
        const reply = await service.call(method, path, request);
        assert.deepEqual([reply.status, reply.problem], [answer, problem], JSON.stringify(reply.body));
        if (detail !== undefined) assert.ok(detailsOf(reply).includes(detail), JSON.stringify(reply.body));
      });
    }

    it('a coach who is a coachee, and people who are nobody, are refused by themselves, the others made', async () => {
      const reply = await service.call('POST', '/engagements', making({ coacheeIds: ['ada', 'ghost', 'ben', 'ben'] }));
      const { results } = reply.body as EngagementCreation;
      assert.deepEqual(results.map(({ outcome, reason }) => [outcome, reason]).slice(0, 1), [
        ['refused', 'coach-is-coachee'],
      ]);
      assert.deepEqual(
        results.map(({ outcome }) => outcome),
        ['refused', 'refused', 'done', 'skipped'],
      );
    });

    it('unknown, hidden and foreign ids alike in bulk, the others done', async () => {
      await seedWorkspace(engine.database, {
        ...snapshot({
          relationships: [],
          meetings: [],
          groups: [],
          companies: [],
          people: ['dora', 'ada', 'ben'].map((id) => person(`${id}-other`)),
        }),
        workspace: { ...snapshot().workspace, id: 'other' },
        engagements: [
          engagementOf('active', 'foreign', {
            coachId: 'ada-other',
            coacheeIds: ['ben-other'],
            spectatorIds: [],
            createdBy: 'dora-other',
            updatedBy: 'dora-other',
          }),
        ],
      });
      const reply = await service.call('POST', '/engagements/bulk', bulk('dora', ['unknown', 'active', 'foreign']));
      const { results } = reply.body as BulkResponse;
      assert.deepEqual(
        results.map(({ id, outcome, reason }) => [id, outcome, reason]),
        [
          ['unknown', 'refused', 'not-found'],
          ['active', 'done', undefined],
          ['foreign', 'refused', 'not-found'],
        ],
      );
      for (const path of ['/engagements/foreign', '/items/foreign-link'])
        assert.equal((await service.call('GET', path, { as: 'dora' })).problem, 'not-found');
    });

    it('a bulk operation by the coach, engagement by engagement', async () => {
      const reply = await service.call('POST', '/engagements/bulk', bulk('ada', ['shared', 'draft']));
      assert.deepEqual((reply.body as BulkResponse).results, [
        { id: 'shared', outcome: 'refused', reason: 'engagement-admin' },
        { id: 'draft', outcome: 'refused', reason: 'not-found' },
      ]);
    });

    it('a token without the scope, whatever its person may', async () => {
      const authorization = `Bearer ${await service.token('dora', { scope: 'engagements:read' })}`;
      for (const [method, path] of [
        ['GET', '/engagements/export'],
        ['POST', '/engagements/active/share'],
        ['PUT', '/items/shared-link/completion'],
        ['POST', '/invoicing-methods'],
      ] as const)
        assert.equal(
          (await service.call(method, path, { authorization, body: undefined })).problem,
          'insufficient-scope',
        );
      assert.equal((await service.call('GET', '/engagements', { authorization })).status, 200);
    });
  });

  describe('hold when many act at once:', () => {
    beforeEach(async () => {
      await removeWorkspace(engine.database, 'acme');
      await seedWorkspace(
        engine.database,
        engagementWorld({
          people: [...snapshot().people, ...Array.from({ length: 500 }, (_, at) => person(`c${at}`))],
          engagements: [engagementOf('shared', 'pair', { coacheeIds: ['ben', 'gus'], selfScheduling: true })],
          items: itemsOf('pair'),
        }),
      );
    });

    it('two who pick a time for one session: one has it, the other is told', async () => {
      const times = ['2026-06-01T09:00:00Z', '2026-06-02T09:00:00Z'];
      const replies = await Promise.all(
        ['ben', 'gus'].map((as, at) =>
          service.call('PUT', '/items/pair-session/schedule', { as, body: { startsAt: times[at] } }),
        ),
      );
      const [first, second] = replies.sort((one, other) => one.status - other.status) as [TestReply, TestReply];
      assert.equal(first.status, 200, JSON.stringify(first.body));
      assert.deepEqual([second.status, ...detailsOf(second)], [403, 'coachee-time-once']);
      const kept = (await service.call('GET', '/items/pair-session', { as: 'ada' })).body as OpenItem;
      assert.equal(kept.session?.startsAt, (first.body as OpenItem).session?.startsAt);
    });

    it('two who pick it on one version: the other is told what stands now', async () => {
      const { version } = (await service.call('GET', '/items/pair-session', { as: 'ben' })).body as OpenItem;
      const replies = await Promise.all(
        ['ben', 'gus'].map((as) =>
          service.call('PUT', '/items/pair-session/schedule', {
            as,
            version,
            body: { startsAt: '2026-06-01T09:00:00Z' },
          }),
        ),
      );
      assert.deepEqual(replies.map(({ status: told }) => told).sort(), [200, 412]);
      const conflict = replies.find(({ status: told }) => told === 412)?.body as { current: OpenItem };
      assert.equal(conflict.current.session?.startsAt, '2026-06-01T09:00:00Z');
    });

    it('500 coachees in one request, and the same again under the same intent', async () => {
      const coacheeIds = Array.from({ length: 500 }, (_, at) => `c${at}`);
      const request = { as: 'dora', key: newKey(), body: { coachId: 'ada', coacheeIds, startDate: '2026-05-18' } };
      const first = await service.call('POST', '/engagements', request);
      const { results } = first.body as EngagementCreation;
      assert.equal(results.length, 500);
      assert.ok(results.every(({ outcome }) => outcome === 'done'));
      const listed = (await service.call('GET', '/engagements?limit=1&count=true', { as: 'dora' })).body as Page<never>;
      assert.equal(listed.count, 501);
      const again = await service.call('POST', '/engagements', request);
      assert.equal(again.headers.get('idempotency-replayed'), 'true');
      assert.deepEqual(again.body, first.body);
      const ids = results.map(({ engagement }) => engagement?.id);
      const shared = await service.call('POST', '/engagements/bulk', {
        as: 'dora',
        body: { operation: 'activateAndShare', ids },
      });
      assert.ok((shared.body as BulkResponse).results.every(({ outcome }) => outcome === 'done'));
      const mine = (await service.call('GET', '/engagements?count=true', { as: 'c499' })).body as Page<{
        role: string;
      }>;
      assert.deepEqual([mine.count, mine.items[0]?.role], [1, 'coachee']);
    });
  });

  describe('take effect once for an intent:', () => {
    beforeEach(fresh);

    it('a share, told again as it stands by then', async () => {
      const key = newKey();
      const first = await service.call('POST', '/engagements/active/share', { as: 'dora', key });
      const stands = await service.call('POST', '/engagements/active/unshare', { as: 'dora' });
      const again = await service.call('POST', '/engagements/active/share', { as: 'dora', key });
      assert.deepEqual([first.status, again.status], [200, 200]);
      assert.equal(again.headers.get('idempotency-replayed'), 'true');
      assert.equal((again.body as EngagementDetail).sharedAt, null);
      assert.equal(again.headers.get('etag'), stands.headers.get('etag'));
    });

    it('a creation, told again without what is there no more, and not at all where nothing is', async () => {
      const request = { as: 'dora', key: newKey(), body: { coachId: 'ada', coacheeIds: ['ben', 'gus'] } };
      const { results } = (await service.call('POST', '/engagements', request)).body as EngagementCreation;
      const remove = (at: number) =>
        service.call('DELETE', `/engagements/${results[at]?.engagement?.id}`, {
          as: 'dora',
          version: results[at]?.engagement?.version ?? 0,
        });
      await remove(0);
      const again = (await service.call('POST', '/engagements', request)).body as EngagementCreation;
      assert.deepEqual(again.results, results.slice(1));
      await remove(1);
      const gone = await service.call('POST', '/engagements', request);
      assert.deepEqual([gone.status, gone.headers.get('idempotency-replayed')], [204, 'true']);
    });

    it('an item and a rate, with their places', async () => {
      const item = { id: 'mine', title: 'x', content: { kind: 'feedback', prompt: 'How?' } };
      const made = await service.call('POST', '/engagements/active/items', { as: 'ada', key: newKey(), body: item });
      assert.deepEqual([made.status, made.headers.get('location')], [201, '/api/v1/items/mine']);
      const key = newKey();
      const rate = { as: 'dora', key, body: { name: 'Hour', amount: '90', currency: 'EUR', per: 'hour' } };
      const first = await service.call('POST', '/invoicing-methods', rate);
      const again = await service.call('POST', '/invoicing-methods', rate);
      assert.deepEqual([again.status, again.body], [201, first.body]);
    });
  });

  describe('reach no further than a narrowed token:', () => {
    before(fresh);
    const narrowedTo = async (who: string, id: string, actions?: string[]) => ({
      authorization: `Bearer ${await service.token(who, { authorization_details: [{ type: 'engagement', id, ...(actions ? { actions } : {}) }] })}`,
    });

    it('one engagement of an admin’s', async () => {
      const token = await narrowedTo('dora', 'active');
      const list = (await service.call('GET', '/engagements?count=true', token)).body as Page<{ id: string }>;
      assert.deepEqual([list.items.map(({ id }) => id), list.count], [['active'], 1]);
      assert.equal((await service.call('GET', '/engagements/shared', token)).problem, 'not-found');
      assert.equal((await service.call('GET', '/items/shared-link', token)).problem, 'not-found');
      assert.equal((await service.call('GET', '/items/active-link', token)).status, 200);
      assert.equal((await service.call('POST', '/engagements/active/share', token)).status, 200);
      const made = await service.call('POST', '/engagements', {
        ...token,
        body: { coachId: 'ada', coacheeIds: ['ben'] },
      });
      assert.equal(made.problem, 'insufficient-scope');
      assert.equal(((await service.call('GET', '/invoicing-methods', token)).body as Page<never>).items.length, 0);
    });

    it('the actions of one engagement of an admin’s', async () => {
      for (const id of ['active', 'shared'])
        await service.call('PUT', `/items/${id}-action/schedule`, {
          as: 'dora',
          body: { release: { type: 'immediately' } },
        });
      const listed = async (path: string, asked: TestRequest) => {
        const { items, count } = (await service.call('GET', path, asked)).body as Page<Action>;
        return [items.map(({ context }) => (context.type === 'engagement' ? context.engagementId : '')).sort(), count];
      };
      const token = await narrowedTo('dora', 'shared');
      for (const path of ['/actions?count=true', '/actions?context=engagement&count=true']) {
        assert.deepEqual(await listed(path, token), [['shared'], 1]);
        assert.deepEqual(await listed(path, { as: 'dora' }), [['active', 'shared'], 2]);
      }
    });

    it('reading alone', async () => {
      const token = await narrowedTo('dora', 'shared', ['read']);
      assert.equal((await service.call('GET', '/engagements/shared', token)).status, 200);
      assert.equal((await service.call('POST', '/engagements/shared/unshare', token)).problem, 'insufficient-scope');
    });
  });

  function done(as: string): TestRequest {
    return { as, body: { completed: true } };
  }

  function bulk(as: string, ids: string[]): TestRequest {
    return { as, body: { operation: 'share', ids } };
  }
}

/** The rule that refused, and the codes of the faults. */
function detailsOf({ body }: TestReply): string[] {
  const { rule, errors = [] } = body as { rule?: string; errors?: { code: string }[] };
  return [...(rule === undefined ? [] : [rule]), ...errors.map(({ code }) => code)];
}
