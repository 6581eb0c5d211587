// What answers are taken for: ours, newer than ours, or nobody's (api.md R-G-3, §8), over a real socket.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type Client, createClient } from '@followthrough/api-client';
import { BackendError } from '@followthrough/core/backend';
import { PROBLEM_BASE, PROBLEM_STATUS, type ProblemCode } from '@followthrough/core/schema';
import { type Answer, empty, type FaultyServer, faultyServer, html, json, problem } from './faulty-server.ts';
import { action, fakeTiming, invoicingMethod, item, page, room } from './sample.ts';

let server: FaultyServer;
beforeEach(async () => {
  server = await faultyServer(empty());
});
afterEach(() => server.close());
const client = () =>
  createClient({
    baseUrl: server.url,
    getToken: () => Promise.resolve('token'),
    timing: fakeTiming(),
    retry: { limit: 1 },
  });

describe('an answer', () => {
  it('of the promised shape comes as it was told', async () => {
    server.answers(json({ items: [action(), action({ id: 'a2' })], next: 'c2', count: 7 }));
    const { items, next, count } = await client().actions.list();
    assert.deepEqual([items, next, count], [[action(), action({ id: 'a2' })], 'c2', 7]);
  });

  it('with fields that are new, at any depth, is read without minding them', async () => {
    const newer = {
      ...action(),
      mood: 'good',
      context: { type: 'relationship', relationshipId: 'r1', colour: 'blue' },
      assignee: { type: 'person', personId: 'p1', since: '2026' },
    };
    server.answers(json(page([newer])));
    const { items } = await client().actions.list();
    assert.equal(items[0]?.title, 'Send the deck');
    assert.deepEqual(items[0]?.context.type, 'relationship');
  });

  it('with a status that is new keeps it as the text it is, and the rest of the page with it', async () => {
    server.answers(json(page([{ ...action(), status: 'blocked', state: 'blocked' }, action({ id: 'a2' })])));
    const { items } = await client().actions.list();
    assert.deepEqual(
      items.map(({ id, status }) => [id, status as string]),
      [
        ['a1', 'blocked'],
        ['a2', 'todo'],
      ],
    );
  });

  it('with a kind of context that is new keeps it', async () => {
    server.answers(json(action({ context: { type: 'project', projectId: 'x' } as never })));
    const read = await client().actions.get('a1');
    assert.equal(read.context.type, 'project');
  });

  it('without a body, where there is to be none, is nothing', async () => {
    server.answers(empty(204));
    assert.equal(await client().actions.remove('a1', { version: 3 }), undefined);
  });

  const doneByNobody: [name: string, answer: Answer][] = [
    ['a captive portal’s page', html(200)],
    ['a proxy’s JSON', json({ ok: true })],
    ['a success without a body that is not the one promised', empty(200)],
    ['a success that is still to come', empty(202)],
  ];
  for (const [name, answer] of doneByNobody) {
    it(`where there is to be none: ${name} does not mean that it was done`, async () => {
      server.answers(answer);
      await assert.rejects(client().actions.remove('a1', { version: 3 }), { code: 'unreadable', transient: true });
      assert.equal(server.asked.length, 2, 'it is tried again');
      assert.equal(new Set(server.asked.map(({ headers }) => headers['idempotency-key'])).size, 1);
    });
  }

  it('to a replayed write whose resource may no longer be seen is not-found', async () => {
    server.answers(empty(204, { 'idempotency-replayed': 'true' }));
    await assert.rejects(client().actions.setState('a1', 'done'), { code: 'not-found' });
    assert.equal(server.asked.length, 1);
  });

  const unreadable: [name: string, answer: Answer, requests: number][] = [
    ['a field that is missing', json({ ...action(), title: undefined }), 1],
    ['a field of another type', json({ ...action(), version: '1' }), 1],
    ['a status that is no text', json({ ...action(), status: 5 }), 1],
    ['a date that does not exist', json({ ...action(), createdAt: 'yesterday' }), 1],
    ['a list in place of one', json([action()]), 1],
    ['null', json(null), 1],
    ['a page in HTML', html(200), 2],
    ['no body at all', empty(200), 2],
  ];
  for (const [name, answer, requests] of unreadable) {
    it(`with ${name} is unreadable`, async () => {
      server.answers(answer);
      await assert.rejects(client().actions.get('a1'), { code: 'unreadable' });
      assert.equal(server.asked.length, requests);
    });
  }

  const person = {
    id: 'p1',
    name: 'Ada',
    email: null,
    avatarUrl: null,
    side: 'internal',
    role: 'member',
    companyId: null,
    timeZone: null,
    version: 1,
  };
  const odd: [name: string, fields: object][] = [
    ['a zone that this browser does not know', { timeZone: 'America/Newtown' }],
    ['an offset for a zone', { timeZone: '+01:00' }],
    ['no name', { name: '' }],
    ['a name that is too long', { name: 'x'.repeat(201) }],
    ['a name of two lines', { name: 'A\nB' }],
    ['a picture beside the page', { avatarUrl: '/a.png' }],
    ['a picture in its address', { avatarUrl: 'data:image/png;base64,xx' }],
    ['an id of another make', { id: 'acme:42', companyId: 'Ünal & Söhne/7' }],
    ['an address that is too long', { email: 'x'.repeat(321) }],
    ['an address that is none', { email: 'reception' }],
  ];
  for (const [name, fields] of odd) {
    it(`with a person who has ${name} is read, and they as they are`, async () => {
      server.answers(json(page([person, { ...person, id: 'p2', ...fields }])));
      const { items } = await client().people.list();
      assert.deepEqual(items, [person, { ...person, id: 'p2', ...fields }]);
    });
  }

  it('with what cannot be written so is read at any depth, in every kind of context', async () => {
    const odder = action({
      id: 'a:1',
      title: 'x'.repeat(501),
      description: 'A\u0000B',
      context: { type: 'room', roomId: 'r:1', sectionId: 's:1', internalOnly: false },
      assignee: { type: 'person', personId: 'p:1' },
      start: {
        rule: {
          type: 'relative',
          amount: 1,
          unit: 'day',
          roll: 'none',
          anchor: { type: 'actionDue', actionId: 'a:2' },
        },
        pinned: null,
        date: null,
        basis: 'waiting',
        waitingOn: [],
      },
      createdBy: 'p:1',
    });
    server.answers(json(page([odder])));
    assert.deepEqual((await client().actions.list()).items, [odder]);
  });

  it('with more people in a room than can be written is read', async () => {
    const memberIds = Array.from({ length: 201 }, (_, index) => `p:${index}`);
    server.answers(json({ ...room, memberIds, timeZone: 'Mars/Olympus', name: '' }));
    assert.deepEqual((await client().rooms.get('r1')).memberIds, memberIds);
  });

  const invoicing = { name: 'Standard hour', amount: '120.50', currency: 'EUR', per: 'hour' } as const;
  const worked: [name: string, answer: unknown, read: (it: Client) => Promise<unknown>][] = [
    ['a day that does not exist', { ...room, targetDate: '2026-02-30' }, (it) => it.rooms.get('r1')],
    ['a moment that is none', { ...room, createdAt: 'now' }, (it) => it.rooms.get('r1')],
    [
      'a link that runs code',
      { ...item, kind: 'link', content: { kind: 'link', url: 'javascript:alert(1)' } },
      (it) => it.items.get('i1'),
    ],
    ['a sum that is none', { ...invoicingMethod, amount: 'much' }, (it) => it.invoicingMethods.create(invoicing)],
    [
      'a currency that is none',
      { ...invoicingMethod, currency: 'EURO' },
      (it) => it.invoicingMethods.create(invoicing),
    ],
    ['an id that is no text', page([{ ...person, id: 7 }]), (it) => it.people.list()],
    ['a zone that is no text', page([{ ...person, timeZone: 1 }]), (it) => it.people.list()],
    ['a version before the first', page([{ ...person, version: 0 }]), (it) => it.people.list()],
  ];
  for (const [name, answer, read] of worked) {
    it(`with ${name} is unreadable still: something is worked out from it`, async () => {
      server.answers(json(answer));
      await assert.rejects(read(client()), { code: 'unreadable' });
    });
  }

  it('that is unreadable says where, and nothing of what it held', async () => {
    server.answers(json(page([action(), { ...action(), version: 'secret' }])));
    await assert.rejects(client().actions.list(), (error) => {
      assert(error instanceof BackendError);
      assert.match(error.message, /actions\.list.*\/items\/1\/version/);
      assert.doesNotMatch(error.message, /secret/);
      return true;
    });
  });
});

describe('a problem', () => {
  for (const code of Object.keys(PROBLEM_STATUS) as ProblemCode[]) {
    it(`${code} is told by its own code`, async () => {
      server.answers(problem(code, { detail: 'Why.' }));
      await assert.rejects(client().me(), { name: 'BackendError', code, detail: 'Why.' });
    });
  }

  it('brings all that it tells', async () => {
    const told = {
      detail: 'No.',
      rule: 'not-done-only-when-overdue',
      from: 'todo',
      allowed: ['done'],
      errors: [{ pointer: '/state', code: 'refused', message: 'wait' }],
      future: 1,
    };
    server.answers(problem('invalid-transition', told, { 'x-request-id': 'req-1' }));
    await assert.rejects(client().actions.setState('a1', 'notDone'), (error) => {
      assert(error instanceof BackendError);
      assert.deepEqual([error.detail, error.rule, error.from, error.allowed], ['No.', told.rule, 'todo', ['done']]);
      assert.deepEqual(error.errors, told.errors);
      assert.equal(error.requestId, 'req-1');
      assert.equal(error.problem?.['future'], 1);
      return true;
    });
  });

  const ours = (slug: string, status: number): Answer =>
    json({ type: PROBLEM_BASE + slug, title: slug, status }, { status });
  const rows: [name: string, answer: Answer, code: string][] = [
    ['of ours that is new counts as the plain one of its status', ours('too-sunny', 422), 'validation'],
    ['of ours that is new, about how things stand, is told by its words', ours('quota-reached', 409), 'validation'],
    ['of ours that is new and has no plain one is told by its words', ours('too-rainy', 418), 'validation'],
    ['of ours that is new and the server’s own fault may pass', ours('too-full', 507), 'internal'],
    ['of ours that is new and asks for patience may pass', ours('too-early', 425), 'unavailable'],
    ['of ours with the status of a success is none that we can read', ours('too-good', 200), 'unreadable'],
    ['named like a property of every object is none that we know', ours('constructor', 403), 'forbidden'],
    [
      'of somebody else’s that is named like ours is unreadable',
      json({ type: 'https://gateway.test/problems/forbidden', title: 'x', status: 403 }, { status: 403 }),
      'unreadable',
    ],
    ['that is a page in HTML is unreadable', html(500), 'unreadable'],
    ['without a body is unreadable', empty(404), 'unreadable'],
  ];
  for (const [name, answer, code] of rows) {
    it(name, async () => {
      server.answers(answer);
      await assert.rejects(client().me(), { code });
      await assert.rejects(client().actions.setState('a1', 'done'), { code });
    });
  }
});
