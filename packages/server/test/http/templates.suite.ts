// Templates over HTTP: who makes, sees, changes and uses them, the refusals with the place named, rooms made from one with
// their dates, and a room's plan saved as one and made again.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createClient } from '@followthrough/api-client';
import type { Backend } from '@followthrough/core/backend';
import type { ProblemError, Template } from '@followthrough/core/schema';
import { fillRoom } from '../../../core/test/local-backend/room-scene.ts';
import { EVALUATION, REFUSED } from '../../../core/test/local-backend/template-scene.ts';
import { NOW, snapshot } from '../../../core/test/local-backend/workspace.ts';
import { removeWorkspace } from '../../src/repository/remove-workspace.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { newKey, type Service, startService, type TestRequest } from '../support/service.ts';

export const templatesSuite: Suite = { title: 'Templates', tests };

function tests(engine: Engine): void {
  let service: Service;
  before(async () => {
    service = await startService(engine.database);
    service.clock.now = NOW;
  });
  after(() => service.stop());

  function clientOf(person: string): Backend {
    const timing = { now: () => service.clock.now };
    return createClient({ baseUrl: service.url, getToken: () => service.token(person), timing, retry: { limit: 0 } });
  }

  beforeEach(async () => {
    service.clock.now = NOW;
    await removeWorkspace(engine.database, 'acme');
    const at = '2026-01-05T08:00:00.000Z';
    const made = { createdBy: 'ada', createdAt: at, updatedAt: at, updatedBy: 'ada', version: 1, deleted: null };
    const templates = REFUSED.map(([name, content], index) => ({ id: `refused-${index}`, name, content, ...made }));
    await seedWorkspace(engine.database, snapshot({ templates }));
    await clientOf('dora').templates.create({ id: 'evaluation', name: 'Evaluation', content: EVALUATION });
  });

  async function datesIn(backend: Backend, roomId: string): Promise<string[]> {
    const { actions } = await backend.rooms.plan(roomId);
    return actions.map(({ title, due }) => `${title} ${due?.date} ${due?.basis}`);
  }

  for (const [index, [what, content, refusal]] of REFUSED.entries()) {
    it(`refuse ${what} when written and when used, with the place named`, async () => {
      const [problem = '', place = ''] = refusal.split(' · ');
      const told = (reply: { status: number; problem: string | undefined; body: unknown }) => [
        reply.status,
        reply.problem,
        ...(reply.body as { errors: ProblemError[] }).errors.map(({ pointer, code }) => `${pointer} ${code}`),
      ];
      const written = await service.call('POST', '/templates', { as: 'dora', body: { name: 'T', content } });
      assert.deepEqual(told(written), [422, problem, place]);
      const edit = { as: 'dora', body: { content }, version: 1 };
      assert.deepEqual(told(await service.call('PATCH', '/templates/evaluation', edit)), [422, problem, place]);
      const body = { id: 'none', name: 'R', companyId: 'globex', templateId: `refused-${index}` };
      const used = await service.call('POST', '/rooms', { as: 'ada', body });
      assert.deepEqual(told(used), [422, problem, `/templateId ${place.split(' ')[1]}`]);
      assert.equal((await service.call('GET', '/rooms/none', { as: 'ada' })).status, 404);
      if (problem === 'dependency-cycle')
        for (const { body: told } of [written, used])
          assert.deepEqual((told as { path: string[] }).path, ['a', 't', 'c']);
    });
  }

  it('make rooms whose parts rest on one another, with their dates', async () => {
    const body = { id: 'made', name: 'R', companyId: 'globex', templateId: 'evaluation' };
    const made = await service.call('POST', '/rooms', { as: 'eve', body });
    assert.deepEqual([made.status, made.headers.get('location')], [201, '/api/v1/rooms/made']);
    const eve = clientOf('eve');
    assert.deepEqual(await datesIn(eve, 'made'), [
      'Kick-off 2026-05-19 settled',
      'Pilot 2026-05-26 projected',
      'Margin call 2026-05-24 projected',
      'Rollout 2026-05-29 projected',
    ]);
    const { sections, actions } = await eve.rooms.plan('made');
    assert.deepEqual(
      sections.map(({ name }) => name),
      ['Section start', 'Section finish'],
    );
    await eve.actions.setState(actions[0]?.id ?? '', 'done');
    assert.deepEqual(await datesIn(eve, 'made'), [
      'Kick-off 2026-05-19 settled',
      'Pilot 2026-05-22 settled',
      'Margin call 2026-05-20 settled',
      'Rollout 2026-05-25 projected',
    ]);
    await eve.rooms.share('made', 'gus');
    const { body: seen } = await service.call('GET', '/rooms/made/plan', { as: 'gus' });
    assert.doesNotMatch(JSON.stringify(seen), /Margin/);
  });

  it('save a plan, and make it again from the new room’s making on', async () => {
    const ada = clientOf('ada');
    await fillRoom(ada);
    await ada.actions.setState('kickoff', 'done');
    const { content } = await clientOf('ben').templates.create({ id: 'plan', name: 'Plan', roomId: 'globex' });
    assert.doesNotMatch(JSON.stringify(content), /ben|gus|done/);
    service.clock.now += 7 * 86_400_000;
    await clientOf('eve').rooms.create({ id: 'again', name: 'Again', companyId: 'initech', templateId: 'plan' });
    assert.deepEqual(await datesIn(clientOf('eve'), 'again'), [
      'Title of kickoff 2026-05-27 settled',
      'Title of pilot 2026-05-30 projected',
      'Margin call 2026-06-01 projected',
      'Title of launch 2026-06-02 projected',
    ]);
    const saved = await clientOf('eve').templates.create({ id: 'saved', name: 'Saved', roomId: 'again' });
    assert.deepEqual(saved.content, content);
  });

  it('are answered as they were written, and checked', async () => {
    const made = await service.call('POST', '/templates', {
      as: 'dora',
      body: { id: 't', name: 'T', content: EVALUATION },
    });
    assert.deepEqual(
      [made.status, made.headers.get('location'), made.headers.get('etag')],
      [201, '/api/v1/templates/t', '"1"'],
    );
    const read = await service.call('GET', '/templates/t', { as: 'eve' });
    assert.deepEqual((read.body as Template).content, EVALUATION);
    const list = await service.call('GET', '/templates?query=EVAL&count=true', { as: 'eve' });
    const { items, count } = list.body as { items: Record<string, unknown>[]; count: number };
    assert.deepEqual(
      [count, items[0]?.['name'], items[0]?.['sectionCount'], items[0]?.['actionCount'], 'content' in (items[0] ?? {})],
      [1, 'Evaluation', 2, 4, false],
    );
    const { faults, warnings, actions } = await clientOf('eve').templates.check('t', { start: '2026-05-14' });
    assert.deepEqual([faults, actions[0]?.due], [[], { date: '2026-05-18', basis: 'settled' }]);
    assert.ok(warnings.some(({ code }) => code === 'unassigned'));
  });

  describe('answer', () => {
    const content = { kind: 'room', sections: [] };
    const name = { name: 'New' };
    const room = { name: 'R', companyId: 'globex', templateId: 'evaluation' };
    const long = 'x'.repeat(201);
    const action = { key: 'a', title: 'A', assignee: 'company' };
    const holding = (one: object) => ({
      name: 'T',
      content: { kind: 'room', sections: [{ key: 's', name: 'S', actions: [one] }] },
    });
    type Row = [what: string, method: string, path: string, request: TestRequest, status: number, problem?: string];
    const rows: Row[] = [
      ['an admin’s template', 'POST', '/templates', { as: 'dora', body: { ...name, content } }, 201],
      [
        'a member’s template of nothing',
        'POST',
        '/templates',
        { as: 'ada', body: { ...name, content } },
        403,
        'forbidden',
      ],
      ['a guest’s template', 'POST', '/templates', { as: 'gus', body: { ...name, content } }, 403, 'forbidden'],
      ['a plan’s template by a member', 'POST', '/templates', { as: 'ben', body: { ...name, roomId: 'globex' } }, 201],
      ['a plan’s template by an admin', 'POST', '/templates', { as: 'dora', body: { ...name, roomId: 'globex' } }, 201],
      [
        'a plan’s template by a guest of it',
        'POST',
        '/templates',
        { as: 'gus', body: { ...name, roomId: 'globex' } },
        403,
        'forbidden',
      ],
      [
        'a plan’s template by another',
        'POST',
        '/templates',
        { as: 'eve', body: { ...name, roomId: 'globex' } },
        404,
        'not-found',
      ],
      ['neither content nor room', 'POST', '/templates', { as: 'dora', body: name }, 422, 'validation'],
      [
        'content and room',
        'POST',
        '/templates',
        { as: 'dora', body: { ...name, content, roomId: 'globex' } },
        422,
        'validation',
      ],
      ['a template to our team', 'GET', '/templates/plan', { as: 'eve' }, 200],
      ['a template to a guest', 'GET', '/templates/plan', { as: 'gus' }, 404, 'not-found'],
      ['a check to a guest', 'POST', '/templates/plan/check', { as: 'gus', body: {} }, 404, 'not-found'],
      ['an edit to a guest', 'PATCH', '/templates/plan', { as: 'gus', body: name, version: 1 }, 404, 'not-found'],
      ['a delete to a guest', 'DELETE', '/templates/plan', { as: 'gus', version: 1 }, 404, 'not-found'],
      ['an edit by its maker', 'PATCH', '/templates/plan', { as: 'ben', body: name, version: 1 }, 200],
      ['an edit by an admin', 'PATCH', '/templates/plan', { as: 'dora', body: name, version: 1 }, 200],
      [
        'an edit by another member of the room',
        'PATCH',
        '/templates/plan',
        { as: 'ada', body: name, version: 1 },
        403,
        'forbidden',
      ],
      ['an edit by anybody else', 'PATCH', '/templates/plan', { as: 'eve', body: name, version: 1 }, 403, 'forbidden'],
      [
        'an edit of an old version',
        'PATCH',
        '/templates/plan',
        { as: 'ben', body: name, version: 2 },
        412,
        'version-conflict',
      ],
      ['an edit of no version', 'PATCH', '/templates/plan', { as: 'ben', body: name }, 428, 'precondition-required'],
      ['a delete by its maker', 'DELETE', '/templates/plan', { as: 'ben', version: 1 }, 204],
      ['a delete by another', 'DELETE', '/templates/plan', { as: 'ada', version: 1 }, 403, 'forbidden'],
      ['a room from it to anybody of our team', 'POST', '/rooms', { as: 'eve', body: room }, 201],
      ['a room from it to a guest', 'POST', '/rooms', { as: 'gus', body: room }, 403, 'forbidden'],
      [
        'a room from none',
        'POST',
        '/rooms',
        { as: 'eve', body: { ...room, templateId: 'nowhere' } },
        422,
        'validation',
      ],
      [
        'an unknown field',
        'POST',
        '/templates',
        { as: 'dora', body: { ...name, content, colour: 'red' } },
        422,
        'unknown-field',
      ],
      [
        'an unknown field of an action',
        'POST',
        '/templates',
        { as: 'dora', body: holding({ ...action, colour: 'red' }) },
        422,
        'unknown-field',
      ],
      [
        'its maker written',
        'PATCH',
        '/templates/plan',
        { as: 'ben', body: { createdBy: 'ada' }, version: 1 },
        422,
        'read-only-field',
      ],
      ['a name too long', 'POST', '/templates', { as: 'dora', body: { name: long, content } }, 422, 'validation'],
      [
        'an action’s title too long',
        'POST',
        '/templates',
        { as: 'dora', body: holding({ ...action, title: 'x'.repeat(501) }) },
        422,
        'validation',
      ],
      [
        'a person for a role',
        'POST',
        '/templates',
        { as: 'dora', body: holding({ ...action, assignee: 'ben' }) },
        422,
        'validation',
      ],
      [
        'a key that is none',
        'POST',
        '/templates',
        { as: 'dora', body: holding({ ...action, key: 'a b' }) },
        422,
        'validation',
      ],
      [
        'a check on no day',
        'POST',
        '/templates/plan/check',
        { as: 'eve', body: { start: '2026-02-30' } },
        422,
        'validation',
      ],
    ];
    beforeEach(async () => {
      await fillRoom(clientOf('ada'));
      await clientOf('ben').templates.create({ id: 'plan', name: 'Plan', roomId: 'globex' });
    });
    for (const [what, method, path, request, status, problem] of rows) {
      it(`${what}: ${status}`, async () => {
        const reply = await service.call(method, path, request);
        assert.deepEqual([reply.status, reply.problem], [status, problem], JSON.stringify(reply.body));
      });
    }
  });

  it('are there no more once deleted, and are restored by who deleted them', async () => {
    await service.call('DELETE', '/templates/evaluation', { as: 'dora', version: 1 });
    assert.equal((await service.call('GET', '/templates/evaluation', { as: 'dora' })).status, 404);
    assert.deepEqual((await clientOf('eve').templates.list({ query: 'evaluation' })).items, []);
    assert.equal((await service.call('POST', '/templates/evaluation/restore', { as: 'eve' })).status, 403);
    const back = await service.call('POST', '/templates/evaluation/restore', { as: 'dora' });
    assert.deepEqual([back.status, (back.body as Template).version], [200, 3]);
  });

  it('take effect once under one key, template and room', async () => {
    for (const [as, path, body] of [
      ['dora', '/templates', { name: 'Once', content: EVALUATION }],
      ['eve', '/rooms', { name: 'Once', companyId: 'globex', templateId: 'evaluation' }],
    ] as const) {
      const key = newKey();
      const first = await service.call('POST', path, { as, body, key });
      const again = await service.call('POST', path, { as, body, key });
      assert.deepEqual([first.status, again.status, again.headers.get('idempotency-replayed')], [201, 201, 'true']);
      assert.deepEqual(again.body, first.body);
      const { body: list } = await service.call('GET', `${path}?query=once`, { as });
      assert.equal((list as { items: unknown[] }).items.length, 1);
    }
  });

  it('lie beyond a token that is narrowed to a room', async () => {
    await fillRoom(clientOf('ada'));
    const claims = { authorization_details: [{ type: 'room', id: 'globex' }] };
    const authorization = `Bearer ${await service.token('ada', claims)}`;
    assert.equal((await service.call('GET', '/templates/evaluation', { authorization })).status, 404);
    assert.deepEqual((await service.call('GET', '/templates', { authorization })).body, { items: [], next: null });
    const body = { name: 'Plan', roomId: 'globex' };
    const made = await service.call('POST', '/templates', { authorization, body });
    assert.deepEqual([made.status, made.problem], [403, 'insufficient-scope']);
  });
}
