// Meetings over HTTP: who reads and who changes them, what is refused, and an agenda that is core's own, whatever happened
// in whatever order, as the clock goes on.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createClient } from '@followthrough/api-client';
import type { Backend } from '@followthrough/core/backend';
import { BackendError } from '@followthrough/core/backend';
import { createLocalBackend, createMemoryRepository } from '@followthrough/core/local-backend';
import type { ActionState, Agenda } from '@followthrough/core/schema';
import fc from 'fast-check';
import { removeWorkspace } from '../../src/repository/remove-workspace.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { type Service, startService, type TestRequest } from '../support/service.ts';
import { acme, closed, dueOn, inDays, NOW, shared } from '../support/world.ts';

export const meetingsSuite: Suite = { title: 'Meetings', tests };

const HOUR = 3_600_000;
const hoursOn = (hours: number) => new Date(NOW + hours * HOUR).toISOString();

function world() {
  return acme({
    actions: [
      shared('carried', { due: dueOn(inDays(-1)) }),
      closed(shared('done'), 'done', inDays(-3)),
      shared('of-monday', { context: { type: 'relationship', relationshipId: 'mia-rob', meetingId: 'monday' } }),
    ],
  });
}

function tests(engine: Engine): void {
  let service: Service;
  before(async () => {
    service = await startService(engine.database);
  });
  after(() => service.stop());
  beforeEach(async () => {
    await removeWorkspace(engine.database, 'acme');
    await seedWorkspace(engine.database, world());
    service.clock.now = NOW;
  });

  it('has a path of its own, from which it is read, changed and asked for its agenda', async () => {
    const startsAt = hoursOn(24);
    const made = await service.call('POST', '/relationships/mia-rob/meetings', { body: { id: 'next', startsAt } });
    assert.equal(made.status, 201);
    assert.match(made.headers.get('location') ?? '', /\/meetings\/next$/);
    const read = await service.call('GET', '/meetings/next', { as: 'vic' });
    assert.deepEqual([read.status, read.headers.get('etag'), read.body], [200, '"1"', made.body]);
    const endedAt = hoursOn(25);
    const changed = await service.call('PATCH', '/meetings/next', { as: 'rob', body: { endedAt }, version: 1 });
    assert.deepEqual([changed.status, changed.headers.get('etag')], [200, '"2"']);
    const { status, body } = await service.call('GET', '/meetings/next/agenda', { as: 'vic' });
    assert.equal(status, 200);
    const { carried, added, completed, previous } = body as Agenda;
    assert.deepEqual(
      carried.map(({ id, status: shown, carried: { times } }) => [id, shown, times]),
      [
        ['carried', 'overdue', 1],
        ['of-monday', 'todo', 1],
      ],
    );
    assert.deepEqual([added, completed.map(({ id }) => id), previous?.id], [[], ['done'], 'monday']);
  });

  it('takes an intent once, and answers it again with the meeting as it stands', async () => {
    const key = crypto.randomUUID();
    const request = { body: { title: 'Weekly' }, version: 1, key };
    const first = await service.call('PATCH', '/meetings/monday', request);
    await service.call('PATCH', '/meetings/monday', { body: { title: 'Fortnightly' }, version: 2 });
    const again = await service.call('PATCH', '/meetings/monday', request);
    assert.deepEqual([first.status, again.status], [200, 200]);
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    assert.equal((again.body as { title: string }).title, 'Fortnightly');
  });

  const rows: [
    name: string,
    method: string,
    path: string,
    TestRequest,
    status: number,
    problem: string,
    rule?: string,
  ][] = [
    ['a stranger’s look', 'GET', '/meetings/monday', { as: 'sam' }, 404, 'not-found'],
    ['a look of an admin who is no party', 'GET', '/meetings/monday', { as: 'ada' }, 404, 'not-found'],
    ['a guest’s look', 'GET', '/meetings/monday', { as: 'gus' }, 404, 'not-found'],
    ['a meeting that is not there', 'GET', '/meetings/never', {}, 404, 'not-found'],
    ['a stranger’s look at its agenda', 'GET', '/meetings/monday/agenda', { as: 'sam' }, 404, 'not-found'],
    ['an agenda for an admin who is no party', 'GET', '/meetings/monday/agenda', { as: 'ada' }, 404, 'not-found'],
    ['an agenda of no meeting', 'GET', '/meetings/never/agenda', {}, 404, 'not-found'],
    ['an agenda asked for more', 'GET', '/meetings/monday/agenda?all=true', {}, 422, 'unknown-field'],
    ['a stranger’s change', 'PATCH', '/meetings/monday', { as: 'sam', body: {}, version: 1 }, 404, 'not-found'],
    ['an admin’s change', 'PATCH', '/meetings/monday', { as: 'ada', body: {}, version: 1 }, 404, 'not-found'],
    [
      'a viewer’s change',
      'PATCH',
      '/meetings/monday',
      { as: 'vic', body: { title: 'x' }, version: 1 },
      403,
      'forbidden',
      'manager-or-report',
    ],
    ['no version', 'PATCH', '/meetings/monday', { body: { title: 'x' } }, 428, 'precondition-required'],
    ['a stale version', 'PATCH', '/meetings/monday', { body: { title: 'x' }, version: 7 }, 412, 'version-conflict'],
    [
      'no key',
      'PATCH',
      '/meetings/monday',
      { body: { title: 'x' }, version: 1, key: null },
      400,
      'idempotency-key-required',
    ],
    [
      'an end before the start',
      'PATCH',
      '/meetings/monday',
      { body: { endedAt: '2020-01-01T00:00:00Z' }, version: 1 },
      422,
      'validation',
    ],
    ['an end in words', 'PATCH', '/meetings/monday', { body: { endedAt: 'noon' }, version: 1 }, 422, 'validation'],
    ['no start', 'PATCH', '/meetings/monday', { body: { startsAt: null }, version: 1 }, 422, 'validation'],
    [
      'a title of 201 characters',
      'PATCH',
      '/meetings/monday',
      { body: { title: 'x'.repeat(201) }, version: 1 },
      422,
      'validation',
    ],
    ['a title with NUL', 'PATCH', '/meetings/monday', { body: { title: 'a\0' }, version: 1 }, 422, 'validation'],
    [
      'a field that is only read',
      'PATCH',
      '/meetings/monday',
      { body: { createdBy: 'rob' }, version: 1 },
      422,
      'read-only-field',
    ],
    ['an unknown field', 'PATCH', '/meetings/monday', { body: { place: 'here' }, version: 1 }, 422, 'unknown-field'],
    ['a list', 'PATCH', '/meetings/monday', { body: [], version: 1 }, 422, 'validation'],
  ];
  describe('is refused', () => {
    for (const [name, method, path, request, status, problem, rule] of rows) {
      it(name, async () => {
        const reply = await service.call(method, path, request);
        assert.deepEqual([reply.status, reply.problem], [status, problem], JSON.stringify(reply.body));
        if (rule !== undefined) assert.equal((reply.body as { rule?: string }).rule, rule);
        const kept = await service.call('GET', '/meetings/monday');
        assert.deepEqual((kept.body as { version: number }).version, 1);
      });
    }

    it('to whoever’s token is narrowed to another relationship', async () => {
      const token = await service.token('mia', { authorization_details: [{ type: 'relationship', id: 'mia-nia' }] });
      for (const path of ['/meetings/monday', '/meetings/monday/agenda']) {
        const reply = await service.call('GET', path, { authorization: `Bearer ${token}` });
        assert.equal(reply.problem, 'not-found');
      }
    });
  });

  const actionId = fc.constantFrom('carried', 'done', 'of-monday', 'n1', 'n2');
  const meetingId = fc.constantFrom('monday', 'm1', 'm2');
  const who = fc.constantFrom('mia', 'rob');
  const version = async (backend: Backend, id: string) => (await backend.actions.get(id)).version;
  const step = fc.record({
    who,
    hours: fc.integer({ min: 0, max: 40 }),
    deed: fc.oneof(
      fc.record({ id: fc.constantFrom('m1', 'm2'), hours: fc.integer({ min: -30, max: 60 }) }).map(
        ({ id, hours }) =>
          (b: Backend) =>
            b.meetings.create('mia-rob', { id, startsAt: hoursOn(hours) }),
      ),
      meetingId.map(
        (id) => async (b: Backend, at: string) =>
          b.meetings.update(id, { endedAt: at }, { version: (await b.meetings.get(id)).version }),
      ),
      fc
        .record({ id: fc.constantFrom('n1', 'n2'), into: fc.option(meetingId), due: fc.integer({ min: -2, max: 3 }) })
        .map(
          ({ id, into, due }) =>
            (b: Backend) =>
              b.actions.create({
                id,
                context: {
                  type: 'relationship',
                  relationshipId: 'mia-rob',
                  ...(into === null ? {} : { meetingId: into }),
                },
                title: id,
                assignee: { type: 'person', personId: 'rob' },
                due: { rule: { type: 'fixed', date: inDays(due) } },
              }),
        ),
      fc.record({ id: actionId, state: fc.constantFrom<ActionState[]>('todo', 'done', 'done', 'notDone') }).map(
        ({ id, state }) =>
          (b: Backend) =>
            b.actions.setState(id, state),
      ),
      fc
        .record({
          ids: fc.uniqueArray(actionId, { minLength: 1 }),
          state: fc.constantFrom<ActionState[]>('todo', 'done'),
        })
        .map(
          ({ ids, state }) =>
            (b: Backend) =>
              b.actions.bulk({ operation: 'setState', ids, state }),
        ),
      actionId.map((id) => async (b: Backend) => b.actions.remove(id, { version: await version(b, id) })),
      actionId.map((id) => (b: Backend) => b.actions.restore(id)),
    ),
  });

  it('has the agenda that core gives in memory, whatever happens in whatever order', async () => {
    let lists = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 12 }), async (steps) => {
        await removeWorkspace(engine.database, 'acme');
        await seedWorkspace(engine.database, world());
        const repository = createMemoryRepository(world());
        service.clock.now = NOW;
        let made = 0;
        const here = (viewerId: string) =>
          createLocalBackend({ repository, viewerId, now: () => service.clock.now, newId: () => `made-${++made}` });
        const there = (person: string) =>
          createClient({
            baseUrl: service.url,
            getToken: () => service.token(person),
            timing: { now: () => service.clock.now },
            retry: { limit: 0 },
          });
        for (const { who: person, hours, deed } of steps) {
          service.clock.now += hours * HOUR;
          const at = new Date(service.clock.now).toISOString();
          const outcomes = await Promise.all(
            [here(person), there(person)].map((backend) =>
              (async () => deed(backend, at))().catch((error: unknown) => {
                if (!(error instanceof BackendError)) throw error;
                return error.code;
              }),
            ),
          );
          assert.deepEqual(outcomes[1], outcomes[0]);
        }
        for (const { id } of (await here('vic').meetings.list('mia-rob')).items) {
          const expected = await here('vic').meetings.agenda(id);
          assert.deepEqual(await there('vic').meetings.agenda(id), expected);
          lists += [expected.carried, expected.added, expected.completed].filter(({ length }) => length > 0).length;
        }
      }),
      { numRuns: engine.full ? 120 : 12 },
    );
    assert.ok(lists > 10, `only ${lists} lists had anything in them`);
  });
}
