// Rooms over HTTP: the same answers as the local backend gives in memory, the status of every refusal, nothing hidden told
// to a guest, and people who change one plan at the same moment.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createClient } from '@followthrough/api-client';
import { type Backend, BackendError } from '@followthrough/core/backend';
import { createLocalBackend, createMemoryRepository } from '@followthrough/core/local-backend';
import type { ActionState, Id } from '@followthrough/core/schema';
import fc from 'fast-check';
import {
  after as following,
  completed,
  dueOf,
  fillRoom,
  finished,
  on,
  roomDraft,
} from '../../../core/test/local-backend/room-scene.ts';
import { NOW, snapshot } from '../../../core/test/local-backend/workspace.ts';
import { removeWorkspace } from '../../src/repository/remove-workspace.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { type Service, startService, type TestRequest } from '../support/service.ts';

export const roomsSuite: Suite = { title: 'Rooms', tests };

interface Deed {
  name: string;
  run: (backend: Backend) => Promise<unknown>;
}

const id = fc.constantFrom('kickoff', 'pilot', 'secret', 'launch', 'n0', 'n1');
const section = fc.constantFrom('start', 'hidden', 'finish');
const anchor = fc.oneof(id.map(dueOf), id.map(completed), section.map(finished));
const due = fc.oneof(
  fc.constant(null),
  fc.constantFrom('2026-05-13', '2026-05-20', '2026-06-01').map(on),
  fc.tuple(fc.integer({ min: -1, max: 9 }), anchor).map(([amount, at]) => following(amount, at)),
);
/** So many months after the pilot is due. */
const far = (amount: number) => ({
  rule: { type: 'relative', amount, unit: 'month', anchor: dueOf('pilot') },
});
const version = fc.constantFrom(1, 1, 2, 3);
const assignee = fc.constantFrom(
  null,
  { type: 'primaryContact' as const },
  { type: 'company' as const },
  { type: 'person' as const, personId: 'ben' },
  { type: 'person' as const, personId: 'eve' },
);
const state = fc.constantFrom<ActionState[]>('todo', 'inProgress', 'done', 'cancelled', 'notDone');
const guest = fc.constantFrom('gus', 'hal', 'ivy');
const dependents = fc.constantFrom(undefined, 'freeze' as const, 'clear' as const);
/** The version as it is, so that most edits are not refused for it. */
const current = async (backend: Backend, of: Id) => (await backend.actions.get(of)).version;
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ id, section, due, assignee, internalOnly: fc.boolean() }).map(({ id, section, ...rest }) => ({
    name: `create ${id}`,
    run: (b: Backend) => b.actions.create(roomDraft(id, { in: section, ...rest })),
  })),
  fc.tuple(id, due).map(([of, date]) => ({
    name: `date ${of}`,
    run: async (b: Backend) => b.actions.update(of, { due: date }, { version: await current(b, of) }),
  })),
  fc.tuple(id, section, fc.boolean()).map(([of, sectionId, internalOnly]) => ({
    name: `move ${of}`,
    run: async (b: Backend) =>
      b.actions.update(of, { context: { sectionId, internalOnly } }, { version: await current(b, of) }),
  })),
  fc.tuple(id, state).map(([of, to]) => ({ name: `${of} ${to}`, run: (b: Backend) => b.actions.setState(of, to) })),
  fc.tuple(id, dependents).map(([of, fate]) => ({
    name: `remove ${of}`,
    run: async (b: Backend) => b.actions.remove(of, { version: await current(b, of), dependents: fate }),
  })),
  id.map((of) => ({ name: `restore ${of}`, run: (b: Backend) => b.actions.restore(of) })),
  id.map((of) => ({ name: `get ${of}`, run: (b: Backend) => b.actions.get(of) })),
  id.map((of) => ({ name: `explain ${of}`, run: (b: Backend) => b.actions.explain(of) })),
  fc.constantFrom(undefined, 'gus', 'company').map((as) => ({
    name: 'plan',
    run: (b: Backend) => b.rooms.plan('globex', { as }),
  })),
  fc.tuple(id, due, state).map(([of, date, to]) => ({
    name: `preview ${of}`,
    run: (b: Backend) =>
      b.rooms.preview('globex', {
        changes: [
          { type: 'update', actionId: of, patch: { due: date } },
          { type: 'setState', actionId: of, state: to },
        ],
      }),
  })),
  fc.tuple(section, version, dependents).map(([of, at, fate]) => ({
    name: `remove section ${of}`,
    run: (b: Backend) => b.sections.remove(of, { version: at, dependents: fate }),
  })),
  section.map((of) => ({ name: `restore section ${of}`, run: (b: Backend) => b.sections.restore(of) })),
  section.map((of) => ({ name: `get section ${of}`, run: (b: Backend) => b.sections.get(of) })),
  guest.map((of) => ({ name: `share ${of}`, run: (b: Backend) => b.rooms.share('globex', of) })),
  guest.map((of) => ({
    name: `unshare ${of}`,
    run: async (b: Backend) => b.rooms.unshare('globex', of, { version: (await b.rooms.get('globex')).version }),
  })),
  guest.map((of) => ({ name: `contact ${of}`, run: (b: Backend) => b.rooms.setPrimaryContact('globex', of) })),
  fc.constant({ name: 'list', run: (b: Backend) => b.rooms.list({ count: false }) }),
);

async function outcomeOf(run: Deed['run'], backend: Backend): Promise<unknown> {
  try {
    return { value: await run(backend) };
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    const { code, rule, errors, from, allowed, current: stands, path, dependents: resting } = error;
    return { code, rule, errors, from, allowed, stands, path, resting };
  }
}

function tests(engine: Engine): void {
  let service: Service;
  before(async () => {
    service = await startService(engine.database);
    service.clock.now = NOW;
  });
  after(() => service.stop());

  function clientOf(person: string): Backend {
    const timing = { now: () => NOW };
    return createClient({ baseUrl: service.url, getToken: () => service.token(person), timing, retry: { limit: 0 } });
  }

  async function fresh(): Promise<void> {
    await removeWorkspace(engine.database, 'acme');
    await seedWorkspace(engine.database, snapshot());
    await fillRoom(clientOf('ada'));
  }

  it('answer whatever is asked as the local backend does in memory', async () => {
    const met = new Map<string, number>();
    const person = fc.constantFrom('ada', 'ada', 'ada', 'ben', 'dora', 'gus', 'hal', 'eve');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ person, deed }), { minLength: 30, maxLength: 30 }), async (deeds) => {
        await fresh();
        const repository = createMemoryRepository(snapshot());
        let made = 0;
        const localOf = (viewerId: string) =>
          createLocalBackend({ repository, viewerId, now: () => NOW, newId: () => `made-${++made}` });
        await fillRoom(localOf('ada'));
        for (const { person: who, deed: one } of deeds) {
          const [here, there] = [await outcomeOf(one.run, localOf(who)), await outcomeOf(one.run, clientOf(who))];
          assert.deepEqual(there, here, `${who}: ${one.name}`);
          const code = (here as { code?: string }).code ?? 'done';
          met.set(code, (met.get(code) ?? 0) + 1);
        }
      }),
      { numRuns: engine.full ? 100 : 8 },
    );
    for (const code of ['done', 'not-found', 'forbidden']) assert.ok(met.has(code), JSON.stringify([...met]));
  });

  describe('tell by status', () => {
    before(fresh);
    const rows: [string, string, string, TestRequest, number, string | undefined][] = [
      ['a room', 'GET', '/rooms/globex', { as: 'gus' }, 200, undefined],
      ['a plan', 'GET', '/rooms/globex/plan', { as: 'gus' }, 200, undefined],
      ['a plan as a guest', 'GET', '/rooms/globex/plan?as=gus', { as: 'ada' }, 200, undefined],
      ['a plan as a guest, asked by one', 'GET', '/rooms/globex/plan?as=hal', { as: 'gus' }, 403, 'forbidden'],
      ['a room to somebody outside', 'GET', '/rooms/globex', { as: 'eve' }, 404, 'not-found'],
      ['a plan to another customer', 'GET', '/rooms/globex/plan', { as: 'ivy' }, 404, 'not-found'],
      ['an internal-only action to a guest', 'GET', '/actions/secret', { as: 'gus' }, 404, 'not-found'],
      ['why, of that', 'GET', '/actions/secret/explanation', { as: 'gus' }, 404, 'not-found'],
      ['a state of that', 'PUT', '/actions/secret/state', { as: 'gus', body: { state: 'done' } }, 404, 'not-found'],
      [
        'an edit of that',
        'PATCH',
        '/actions/secret',
        { as: 'gus', body: { title: 'x' }, version: 1 },
        404,
        'not-found',
      ],
      ['a section a guest sees nothing of', 'GET', '/sections/hidden', { as: 'gus' }, 404, 'not-found'],
      [
        'a guest’s own room',
        'POST',
        '/rooms',
        { as: 'gus', body: { name: 'R', companyId: 'globex' } },
        403,
        'forbidden',
      ],
      [
        'sharing by a guest',
        'POST',
        '/rooms/globex/guests',
        { as: 'gus', body: { personId: 'ivy' } },
        403,
        'forbidden',
      ],
      ['a room deleted by a member', 'DELETE', '/rooms/globex', { as: 'ben', version: 3 }, 403, 'forbidden'],
      ['a room without a version', 'DELETE', '/rooms/globex', { as: 'ada' }, 428, 'precondition-required'],
      [
        'a room with an old one',
        'PATCH',
        '/rooms/globex',
        { as: 'ada', body: { name: 'x' }, version: 1 },
        412,
        'version-conflict',
      ],
      [
        'a guest who is none, removed',
        'DELETE',
        '/rooms/globex/guests/ivy',
        { as: 'ada', version: 3 },
        404,
        'not-found',
      ],
      ['what others rest on, deleted', 'DELETE', '/actions/kickoff', { as: 'ada', version: 1 }, 409, 'has-dependents'],
      [
        'an unknown fate for them',
        'DELETE',
        '/actions/kickoff?dependents=burn',
        { as: 'ada', version: 1 },
        422,
        'validation',
      ],
      [
        'a section others rest on, deleted',
        'DELETE',
        '/sections/start',
        { as: 'ada', version: 1 },
        409,
        'has-dependents',
      ],
      [
        'an unknown field',
        'PATCH',
        '/rooms/globex',
        { as: 'ada', body: { colour: 'red' }, version: 3 },
        422,
        'unknown-field',
      ],
      [
        'its guests written',
        'PATCH',
        '/rooms/globex',
        { as: 'ada', body: { guests: [] }, version: 3 },
        422,
        'read-only-field',
      ],
      [
        'a preview of nothing',
        'POST',
        '/rooms/globex/plan/preview',
        { as: 'ada', body: { changes: [] } },
        422,
        'validation',
      ],
    ];
    for (const [what, method, path, request, status, problem] of rows) {
      it(`${what}: ${status}`, async () => {
        const reply = await service.call(method, path, request);
        assert.deepEqual([reply.status, reply.problem], [status, problem], JSON.stringify(reply.body));
      });
    }

    it('a loop: 422, with its path', async () => {
      const body = { due: following(1, completed('launch')) };
      const reply = await service.call('PATCH', '/actions/kickoff', { as: 'ada', body, version: 1 });
      const { path } = reply.body as { path: string[] };
      assert.deepEqual(
        [reply.status, reply.problem, path],
        [422, 'dependency-cycle', ['kickoff', 'launch', 'secret', 'pilot']],
      );
    });

    it('what was made, and where it is: 201', async () => {
      const made = await service.call('POST', '/rooms', {
        as: 'eve',
        body: { id: 'made', name: 'R', companyId: 'globex' },
      });
      assert.deepEqual(
        [made.status, made.headers.get('location'), made.headers.get('etag')],
        [201, '/api/v1/rooms/made', '"1"'],
      );
      const part = await service.call('POST', '/rooms/made/sections', { as: 'eve', body: { id: 'part', name: 'S' } });
      assert.deepEqual([part.status, part.headers.get('location')], [201, '/api/v1/sections/part']);
    });
  });

  it('tell a guest of the people of the room and their own side, and of nobody else', async () => {
    await fresh();
    const idsFor = async (as: string, path = '/people?count=true') => {
      const { body } = await service.call('GET', path, { as });
      const { items, count } = body as { items: { id: string }[]; count: number };
      assert.equal(count, items.length);
      return items.map(({ id }) => id).sort();
    };
    assert.deepEqual(await idsFor('hal'), ['ada', 'ben', 'gus', 'hal']);
    assert.deepEqual(await idsFor('ivy'), ['ivy']);
    assert.deepEqual(await idsFor('hal', '/people?side=internal&count=true'), ['ada', 'ben']);
    await clientOf('ada').rooms.share('globex', 'ivy');
    assert.deepEqual(await idsFor('hal'), ['ada', 'ben', 'gus', 'hal', 'ivy']);
    assert.deepEqual(await idsFor('ivy'), ['ada', 'ben', 'gus', 'hal', 'ivy']);
    await clientOf('ada').rooms.unshare('globex', 'hal', {
      version: (await clientOf('ada').rooms.get('globex')).version,
    });
    assert.deepEqual(await idsFor('hal'), ['gus', 'hal']);
  });

  it('tell what a new clock moved, and dates that come about beyond the years that can be written', async () => {
    await fresh();
    const ada = clientOf('ada');
    await ada.actions.create(roomDraft('from-start', { due: following(1, { type: 'roomCreated' }) }));
    const { version } = await ada.rooms.get('globex');
    const { moved } = await ada.rooms.update('globex', { timeZone: 'Pacific/Kiritimati' }, { version });
    assert.deepEqual(
      moved?.map(({ actionId, from, to, why }) => [actionId, from, to, why.type]),
      [['from-start', '2026-05-16', '2026-05-17', 'setting']],
    );
    await ada.actions.create(roomDraft('far', { due: following(10_000, dueOf('kickoff')) }));
    await ada.actions.create(roomDraft('farther', { due: following(10_000, dueOf('far')) }));
    const { version: at } = await ada.actions.get('kickoff');
    const kept = await ada.actions.update('kickoff', { due: on('2199-12-31') }, { version: at });
    assert.ok(kept.moved?.some(({ to }) => to !== null && to > '2250'));
    const plan = await ada.rooms.plan('globex');
    assert.ok(plan.finish.date !== null && plan.finish.date > '2250');
    const { items } = await ada.actions.list({ context: 'room', sort: '-due' });
    assert.equal(items[0]?.id, 'farther');
    assert.ok((await ada.actions.explain('farther')).due?.date);
  });

  it('refuse a new action with the id of another of the plan, which stays as it is', async () => {
    await fresh();
    const reply = await service.call('POST', '/actions', { as: 'ada', body: roomDraft('pilot', { title: 'Another' }) });
    assert.deepEqual([reply.status, reply.problem], [409, 'id-conflict']);
    assert.equal((await clientOf('ada').actions.get('pilot')).title, 'Title of pilot');
  });

  it('tell a guest nothing internal-only in any answer', async () => {
    await fresh();
    const paths = ['/rooms', '/rooms/globex', '/rooms/globex/plan', '/sections/start', '/actions', '/actions/launch'];
    for (const path of [...paths, '/actions/launch/explanation', '/actions?query=margin&count=true']) {
      const { body } = await service.call('GET', path, { as: 'gus' });
      assert.doesNotMatch(JSON.stringify(body), /secret|hidden|Margin|Behind/, path);
    }
  });

  describe('refuse what a plan cannot hold, and change nothing', () => {
    before(fresh);
    const edits: [string, string, object, string][] = [
      [
        'a loop through a section: what lies in it rests on its completion',
        'kickoff',
        { due: following(1, finished('start')) },
        '422 dependency-cycle kickoff,start',
      ],
      [
        'an anchor that is not there',
        'kickoff',
        { due: following(1, dueOf('nothing')) },
        '422 /due/rule/anchor unknown-anchor',
      ],
      [
        'a section that is not there',
        'kickoff',
        { due: following(1, finished('nowhere')) },
        '422 /due/rule/anchor unknown-anchor',
      ],
      [
        'days before a completion',
        'pilot',
        { due: following(-2, completed('kickoff')) },
        '422 /due/rule/amount negative-after-event',
      ],
      ['a date beyond 2199', 'pilot', { due: on('2200-01-01') }, '422 /due/rule/date invalid'],
      ['a date that does not exist', 'pilot', { due: on('2026-02-30') }, '422 /due/rule/date invalid'],
      ['a rule that gives a date beyond 2199', 'secret', { due: far(9_999) }, '422 /due/rule out-of-range'],
      [
        'an assignee outside the room',
        'kickoff',
        { assignee: { type: 'person', personId: 'eve' } },
        '422 /assignee not-in-room',
      ],
      [
        'an internal step given to the customer',
        'secret',
        { assignee: { type: 'company' } },
        '422 /assignee internal-only',
      ],
      [
        'the customer’s own action hidden from them',
        'pilot',
        { context: { internalOnly: true } },
        '422 /context/internalOnly internal-only',
      ],
      [
        'a section of nowhere',
        'kickoff',
        { context: { sectionId: 'nowhere' } },
        '422 /context/sectionId unknown-section',
      ],
    ];
    for (const [what, id, body, answer] of edits) {
      it(`${what}: ${answer}`, async () => {
        const before = await clientOf('ada').actions.get(id);
        const reply = await service.call('PATCH', `/actions/${id}`, { as: 'ada', body, version: before.version });
        const { errors = [], path = [] } = reply.body as {
          errors?: { pointer: string; code: string }[];
          path?: string[];
        };
        const told = errors.map(({ pointer, code }) => `${pointer} ${code}`).join();
        const [status, ...rest] = answer.split(' ');
        assert.equal(reply.status, Number(status), JSON.stringify(reply.body));
        assert.equal(
          path.length > 0 ? `${reply.problem} ${path.join()}` : told,
          rest.join(' '),
          JSON.stringify(reply.body),
        );
        assert.deepEqual(await clientOf('ada').actions.get(id), before);
      });
    }

    it('a move into the section that it rests on: 422, with the loop', async () => {
      await clientOf('ada').actions.create(
        roomDraft('after-start', { in: 'finish', due: following(1, finished('start')) }),
      );
      const body = { context: { sectionId: 'start' } };
      const reply = await service.call('PATCH', '/actions/after-start', { as: 'ada', body, version: 1 });
      const { path } = reply.body as { path: string[] };
      assert.deepEqual([reply.status, reply.problem, path], [422, 'dependency-cycle', ['after-start', 'start']]);
    });

    it('an internal step as the anchor of a guest’s preview: not found, as what never was', async () => {
      const tried = async (anchor: string) => {
        const edit = { type: 'update', actionId: 'pilot', patch: { due: following(1, dueOf(anchor)) } };
        const path = '/rooms/globex/plan/preview';
        const { status, body } = await service.call('POST', path, { as: 'gus', body: { changes: [edit] } });
        return [status, body];
      };
      assert.deepEqual(await tried('secret'), await tried('never-was'));
    });
  });

  it('refuse a 2,001st action, and keep the 2,000', async () => {
    await fresh();
    const ada = clientOf('ada');
    const actions = (count: number, key: string) =>
      Array.from({ length: count }, (_, at) => ({
        key: `${key}${at}`,
        title: `Step ${at}`,
        assignee: 'unassigned' as const,
      }));
    await clientOf('dora').templates.create({
      id: 'full',
      name: 'Full',
      content: { kind: 'room', sections: [{ key: 'all', name: 'All', actions: actions(2_000, 'a') }] },
    });
    const room = await ada.rooms.create({ name: 'Full', companyId: 'globex', templateId: 'full' });
    const { sections } = await ada.rooms.plan(room.id);
    const context = { type: 'room', roomId: room.id, sectionId: sections[0]?.id, internalOnly: false };
    const reply = await service.call('POST', '/actions', { as: 'ada', body: { context, title: 'One more' } });
    const { errors } = reply.body as { errors: { pointer: string; code: string }[] };
    assert.deepEqual(
      [reply.status, errors.map(({ pointer, code }) => `${pointer} ${code}`)],
      [422, ['/context/roomId plan-full']],
    );
    assert.equal((await ada.rooms.plan(room.id)).actions.length, 2_000);
  });

  describe('changed by several at the same moment', () => {
    beforeEach(fresh);

    it('close no loop: one of two is refused', async () => {
      const ada = clientOf('ada');
      await ada.actions.create(roomDraft('one', { due: on('2026-06-01') }));
      await ada.actions.create(roomDraft('two', { due: on('2026-06-01') }));
      const closing = await Promise.allSettled([
        ada.actions.update('one', { due: following(1, dueOf('two')) }, { version: 1 }),
        clientOf('ben').actions.update('two', { due: following(1, dueOf('one')) }, { version: 1 }),
      ]);
      const refusals = closing.flatMap((one) => (one.status === 'rejected' ? [(one.reason as BackendError).code] : []));
      assert.equal(refusals.length, 1);
      assert.ok(['dependency-cycle', 'version-conflict'].includes(refusals[0] ?? ''), refusals[0]);
    });

    it('lose nothing', async () => {
      const people = ['ada', 'ben', 'dora'];
      const made = Array.from({ length: 12 }, (_, at) => `at-once-${at}`);
      await Promise.all(
        made.map((name, at) =>
          clientOf(people[at % 3] ?? 'ada').actions.create(
            roomDraft(name, { due: following(at, completed('kickoff')) }),
          ),
        ),
      );
      await Promise.all([
        clientOf('ada').actions.setState('kickoff', 'done'),
        ...made.slice(0, 6).map((name) => clientOf('ben').actions.setState(name, 'inProgress')),
      ]);
      const plan = await clientOf('ada').rooms.plan('globex');
      const found = new Map(plan.actions.map((action) => [action.id, action]));
      for (const [at, name] of made.entries()) {
        assert.equal(found.get(name)?.due?.basis, 'settled', name);
        assert.equal(found.get(name)?.state, at < 6 ? 'inProgress' : 'todo', name);
      }
    });
  });
}
