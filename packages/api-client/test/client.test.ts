// What each operation of the port asks over HTTP, and walking lists to their end.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { all, type Client, createClient, pages } from '@followthrough/api-client';
import { contract, CSV, readQuery, type Route, routes, WORKBOOK } from '@followthrough/api-client/contract';
import type { ActionQuery, PageQuery } from '@followthrough/core/backend';
import * as z from 'zod/mini';
import { type Asked, empty, type FaultyServer, faultyServer, file, html, json } from './faulty-server.ts';
import {
  action,
  engagement,
  engagementDetail,
  fakeTiming,
  invoicingMethod,
  item,
  notification,
  page,
  plan,
  preferences,
  room,
  section,
  template,
} from './sample.ts';

const relationship = {
  id: 'r1',
  managerId: 'p1',
  reportId: 'p2',
  createdBy: 'p1',
  viewerIds: [],
  timeZone: null,
  createdAt: '2026-05-01T09:00:00Z',
  updatedAt: '2026-05-01T09:00:00Z',
  version: 1,
  may: { seeActions: true, createAction: true, createMeeting: true, edit: 'relationship-settings' },
};
const meeting = {
  id: 'm1',
  relationshipId: 'r1',
  title: null,
  startsAt: '2026-05-02T09:00:00Z',
  endedAt: null,
  createdBy: 'p1',
  createdAt: '2026-05-01T09:00:00Z',
  updatedAt: '2026-05-01T09:00:00Z',
  version: 1,
};
const carried = { ...action(), carried: { since: { meetingId: 'm0', startsAt: '2026-04-25T09:00:00Z' }, times: 2 } };
const agenda = {
  meeting,
  previous: null,
  next: null,
  past: false,
  asOf: '2026-05-02T09:00:00Z',
  carried: [carried],
  added: [],
  completed: [action()],
};
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
const workspace = {
  id: 'w1',
  name: 'Acme',
  timeZone: 'Europe/Berlin',
  locale: 'en',
  calendar: { workingWeekdays: [1], holidays: [] },
  version: 1,
};
const limits = Object.fromEntries(
  [
    'body',
    'title',
    'description',
    'page',
    'pageMax',
    'bulk',
    'planActions',
    'roomPeople',
    'writesPerMinute',
    'readsPerMinute',
  ].map((name) => [name, 1]),
);
const service = {
  name: 'Acme',
  specVersion: '1.0.0',
  profiles: ['actions'],
  classes: [],
  limits,
  idempotencyRetentionSeconds: 604800,
  changeRetentionSeconds: 0,
  serverTime: '2026-05-01T09:00:00Z',
};

/** Each operation: the call, the route it takes, what is answered. */
const { content: _, ...headOfTemplate } = template;

const operations: [route: Route, answer: unknown, call: (client: Client) => Promise<unknown>][] = [
  [contract.service.describe, service, (c) => c.service()],
  [contract.me.get, { person, workspace, unreadCount: 0 }, (c) => c.me()],
  [contract.people.list, page([person]), (c) => c.people.list({ query: 'ad', side: 'internal', limit: 5 })],
  [contract.companies.list, page([]), (c) => c.companies.list({ query: 'ac', side: 'external' })],
  [contract.groups.list, page([]), (c) => c.groups.list({ count: true })],
  [contract.people.put, person, (c) => c.people.put('a1', { name: 'Ada' })],
  [contract.companies.put, { id: 'c1', name: 'Acme', version: 1 }, (c) => c.companies.put('a1', { name: 'Acme' })],
  [
    contract.groups.put,
    { id: 'g1', name: 'Leads', memberIds: ['p1'], version: 1 },
    (c) => c.groups.put('a1', { name: 'Leads', memberIds: ['p1'] }),
  ],
  [contract.workspace.update, workspace, (c) => c.workspace.update({ name: 'Acme' }, { version: 2 })],
  [contract.relationships.list, page([relationship]), (c) => c.relationships.list({ cursor: 'c2' })],
  [contract.relationships.get, relationship, (c) => c.relationships.get('r1')],
  [contract.relationships.create, relationship, (c) => c.relationships.create({ managerId: 'p1', reportId: 'p2' })],
  [
    contract.relationships.update,
    relationship,
    (c) => c.relationships.update('r1', { timeZone: null }, { version: 2 }),
  ],
  [contract.meetings.list, page([meeting]), (c) => c.meetings.list('r1', { limit: 200 })],
  [contract.meetings.create, meeting, (c) => c.meetings.create('r1', { startsAt: '2026-05-02T09:00:00Z' })],
  [contract.meetings.get, meeting, (c) => c.meetings.get('m1')],
  [
    contract.meetings.update,
    meeting,
    (c) => c.meetings.update('m1', { endedAt: '2026-05-02T10:00:00Z' }, { version: 2 }),
  ],
  [contract.meetings.agenda, agenda, (c) => c.meetings.agenda('m1')],
  [contract.rooms.list, page([room]), (c) => c.rooms.list({ query: 'glob' })],
  [contract.rooms.get, room, (c) => c.rooms.get('r1')],
  [contract.rooms.create, room, (c) => c.rooms.create({ name: 'R', companyId: 'c1' })],
  [contract.rooms.update, room, (c) => c.rooms.update('r1', { targetDate: null }, { version: 2 })],
  [contract.rooms.remove, undefined, (c) => c.rooms.remove('r1', { version: 2 })],
  [contract.rooms.restore, room, (c) => c.rooms.restore('r1')],
  [contract.rooms.share, room, (c) => c.rooms.share('r1', 'p2')],
  [contract.rooms.unshare, room, (c) => c.rooms.unshare('r1', 'p2', { version: 2 })],
  [contract.rooms.setPrimaryContact, room, (c) => c.rooms.setPrimaryContact('r1', null)],
  [contract.rooms.plan, plan, (c) => c.rooms.plan('r1', { as: 'p2' })],
  [
    contract.rooms.preview,
    { moved: [], overdue: ['a1'] },
    (c) => c.rooms.preview('r1', { changes: [{ type: 'setState', actionId: 'a1', state: 'todo' }] }),
  ],
  [contract.sections.create, section, (c) => c.sections.create('r1', { name: 'S' })],
  [contract.sections.get, section, (c) => c.sections.get('s1')],
  [contract.sections.update, section, (c) => c.sections.update('s1', { name: 'S' }, { version: 2 })],
  [contract.sections.remove, undefined, (c) => c.sections.remove('s1', { version: 2, dependents: 'freeze' })],
  [contract.sections.restore, section, (c) => c.sections.restore('s1')],
  [
    contract.templates.list,
    page([{ ...headOfTemplate, kind: 'room', sectionCount: 1, actionCount: 1, itemCount: 0 }]),
    (c) => c.templates.list({ query: 'eval' }),
  ],
  [contract.templates.get, template, (c) => c.templates.get('t1')],
  [contract.templates.create, template, (c) => c.templates.create({ name: 'T', roomId: 'r1' })],
  [contract.templates.update, template, (c) => c.templates.update('t1', { name: 'T' }, { version: 2 })],
  [contract.templates.remove, undefined, (c) => c.templates.remove('t1', { version: 2 })],
  [contract.templates.restore, template, (c) => c.templates.restore('t1')],
  [
    contract.templates.check,
    { start: '2026-05-15', faults: [], warnings: [], actions: [{ key: 'a', start: null, due: null }] },
    (c) => c.templates.check('t1', { start: '2026-05-15' }),
  ],
  [
    contract.engagements.list,
    page([engagement()]),
    (c) =>
      c.engagements.list({
        status: 'active',
        shared: false,
        coach: 'me',
        coachee: 'p2',
        group: 'g1',
        from: '2026-01-01',
        to: '2026-12-31',
        query: 'lead',
        sort: '-start',
        count: true,
      }),
  ],
  [contract.engagements.get, engagementDetail, (c) => c.engagements.get('e1')],
  [
    contract.engagements.create,
    { results: [{ coacheeIds: ['p2'], outcome: 'done', engagement: engagement() }] },
    (c) => c.engagements.create({ coacheeIds: ['p2'], coachId: 'p1', mode: 'shared' }),
  ],
  [contract.engagements.update, engagementDetail, (c) => c.engagements.update('e1', { title: 'L' }, { version: 2 })],
  [contract.engagements.remove, undefined, (c) => c.engagements.remove('e1', { version: 2 })],
  [contract.engagements.restore, engagementDetail, (c) => c.engagements.restore('e1')],
  [contract.engagements.activate, engagementDetail, (c) => c.engagements.activate('e1')],
  [contract.engagements.share, engagementDetail, (c) => c.engagements.share('e1')],
  [contract.engagements.unshare, engagementDetail, (c) => c.engagements.unshare('e1')],
  [
    contract.engagements.bulk,
    { results: [{ id: 'e1', outcome: 'skipped', reason: 'unchanged', version: 1 }] },
    (c) => c.engagements.bulk({ operation: 'share', ids: ['e1'], dryRun: true }),
  ],
  [
    contract.items.create,
    item,
    (c) => c.items.create('e1', { title: 'First session', content: { kind: 'session' }, duration: 60 }),
  ],
  [contract.items.get, item, (c) => c.items.get('i1')],
  [contract.items.update, item, (c) => c.items.update('i1', { title: 'First' }, { version: 2 })],
  [contract.items.remove, undefined, (c) => c.items.remove('i1', { version: 2 })],
  [contract.items.restore, item, (c) => c.items.restore('i1')],
  [contract.items.schedule, item, (c) => c.items.schedule('i1', { startsAt: '2026-05-20T09:00:00Z' })],
  [contract.items.complete, item, (c) => c.items.complete('i1', { completed: true, text: 'It went well' })],
  [contract.notifications.list, page([notification]), (c) => c.notifications.list({ unread: true, limit: 5 })],
  [contract.notifications.read, undefined, (c) => c.notifications.read('n1')],
  [contract.notifications.readAll, undefined, (c) => c.notifications.readAll({ upTo: 'n1' })],
  [contract.preferences.get, preferences, (c) => c.preferences.get()],
  [
    contract.preferences.replace,
    preferences,
    (c) => c.preferences.replace({ channels: { 'engagement.shared': ['email'] } }),
  ],
  [contract.invoicingMethods.list, page([invoicingMethod]), (c) => c.invoicingMethods.list({ query: 'hour' })],
  [
    contract.invoicingMethods.create,
    invoicingMethod,
    (c) => c.invoicingMethods.create({ name: 'Standard hour', amount: '120.50', currency: 'EUR', per: 'hour' }),
  ],
  [
    contract.actions.list,
    page([action()]),
    (c) =>
      c.actions.list({
        status: ['todo', 'overdue'],
        assignee: 'me',
        overdue: true,
        recent: 7,
        query: 'a & b, c?',
        sort: '-due',
        dueFrom: '2026-01-01',
        context: 'relationship:r1',
      }),
  ],
  [contract.actions.get, action(), (c) => c.actions.get('a1')],
  [contract.actions.create, action(), (c) => c.actions.create({ context: { type: 'personal' }, title: 'T' })],
  [contract.actions.update, action(), (c) => c.actions.update('a1', { due: null }, { version: 2 })],
  [contract.actions.setState, action(), (c) => c.actions.setState('a1', 'done')],
  [contract.actions.remove, undefined, (c) => c.actions.remove('a1', { version: 2 })],
  [contract.actions.restore, action(), (c) => c.actions.restore('a1')],
  [contract.actions.explain, { actionId: 'a1', start: null, due: null }, (c) => c.actions.explain('a1')],
  [contract.actions.bulk, { results: [] }, (c) => c.actions.bulk({ operation: 'delete', ids: ['a1'] })],
];

describe('the client', () => {
  let server: FaultyServer;
  let client: Client;
  beforeEach(async () => {
    server = await faultyServer(empty());
    client = createClient({
      baseUrl: `${server.url}/`,
      getToken: () => Promise.resolve('token'),
      timing: fakeTiming(),
    });
  });
  afterEach(() => server.close());

  for (const [route, answer, call] of operations) {
    it(`asks ${route.id} as its route says`, async () => {
      server.answers(answer === undefined ? empty() : json(answer, { status: route.response.status }));
      assert.deepEqual(await call(client), answer);
      assert.equal(server.asked.length, 1);
      const asked = server.asked[0] as Asked;
      assert.equal(asked.method, route.method);
      const path = asked.path.slice('/v1'.length);
      assert.match(
        path,
        new RegExp(`^${route.path.replace('{id}', '(r1|a1|s1|t1|m1|e1|i1|n1)').replace('{personId}', 'p2')}$`),
      );
      assert.equal(asked.headers['idempotency-key'] !== undefined, route.write);
      assert.equal(asked.headers['if-match'], route.precondition ? '"2"' : undefined);
      assert.equal(asked.headers.authorization, route.scope === null ? undefined : 'Bearer token');
      assert.equal(asked.headers.cookie, undefined);
      const { query = z.strictObject({}), body = z.undefined() } = route.request;
      assert.equal(z.safeParse(query, readQuery(asked.query)).error, undefined);
      assert.equal(z.safeParse(body, asked.body).error, undefined);
    });
  }

  it('has an operation for every route that a page needs', () => {
    const called = new Set(operations.map(([route]) => route.id));
    const left = routes.map(({ id }) => id).filter((id) => !called.has(id));
    assert.deepEqual(left, ['service.openApi', 'service.health', 'service.ready', 'engagements.export']);
  });

  it('sends the version that a schedule was decided on, where there is one', async () => {
    server.answers(json(item));
    await client.items.schedule('i1', { startsAt: null }, { version: 2 });
    assert.equal(server.asked[0]?.headers['if-match'], '"2"');
  });

  it('sends a filter so that the contract reads the same filter', async () => {
    server.answers(json(page([])));
    const filter = {
      status: ['todo', 'doneLate'],
      overdue: false,
      recent: 30,
      query: 'a,b & c=ü',
      count: true,
    } as const;
    await client.actions.list({ ...filter, status: [...filter.status] });
    const read = z.parse(contract.actions.list.request.query, readQuery((server.asked[0] as Asked).query));
    assert.deepEqual(read, filter);
  });

  for (const id of ['acme:42', 'a?b=1#c', '100%', '...', 'Ünal & Söhne', 'x'.repeat(65)]) {
    it(`asks by ${JSON.stringify(id.slice(0, 12))} as it is: ids are opaque`, async () => {
      server.answers(json(action({ id })));
      assert.equal((await client.actions.get(id)).id, id);
      const [asked] = server.asked as [Asked];
      assert.deepEqual([asked.path, asked.query.toString()], [`/v1/actions/${encodeURIComponent(id)}`, '']);
    });
  }

  for (const id of ['.', '..', '', 'a/b', '..\\a', '\ud800']) {
    it(`asks nothing for ${JSON.stringify(id)}, which is no id: it is not found`, async () => {
      await assert.rejects(client.actions.get(id), { code: 'not-found' });
      assert.equal(server.asked.length, 0);
    });
  }

  it('uses the fetch it is given', async () => {
    const seen: string[] = [];
    const own = createClient({
      baseUrl: 'https://api.acme.test/v1',
      getToken: () => Promise.resolve('token'),
      fetch: (input) => {
        const request = input as Request;
        seen.push(`${request.method} ${request.url} ${request.credentials} ${request.cache} ${request.redirect}`);
        return Promise.resolve(Response.json(page([])));
      },
    });
    await own.actions.list();
    assert.deepEqual(seen, ['GET https://api.acme.test/v1/actions omit no-store manual']);
  });

  it('needs a base URL and a way to get tokens', () => {
    const getToken = () => Promise.resolve('token');
    assert.throws(() => createClient({ baseUrl: '', getToken }), { name: 'TypeError', message: /baseUrl/ });
    assert.throws(() => createClient({ baseUrl: '/v1' } as never), { name: 'TypeError', message: /getToken/ });
  });
});

describe('an export', () => {
  let server: FaultyServer;
  let client: Client;
  beforeEach(async () => {
    server = await faultyServer(empty());
    client = createClient({
      baseUrl: server.url,
      getToken: () => Promise.resolve('token'),
      timing: fakeTiming(),
      timeout: 200,
      retry: { limit: 0 },
    });
  });
  afterEach(() => server.close());
  const named = (name: string) => ({ 'content-disposition': `attachment; filename="${name}"` });

  it('is asked for with the list’s filters, and is a file with its name', async () => {
    server.answers(file(WORKBOOK, ['PK', 'more', ' and more'], named('engagements-2026-05-15.xlsx')));
    const { name, data } = await client.engagements.export({ status: 'active', shared: true, format: 'xlsx' });
    assert.deepEqual(
      [name, data.type, await data.text()],
      ['engagements-2026-05-15.xlsx', WORKBOOK, 'PKmore and more'],
    );
    const asked = server.asked[0] as Asked;
    assert.equal(asked.path, '/v1/engagements/export');
    assert.deepEqual(z.parse(contract.engagements.export.request.query, readQuery(asked.query)), {
      status: 'active',
      shared: true,
      format: 'xlsx',
    });
  });

  it('has a name of ours where the backend’s is kept from the page', async () => {
    server.answers(file(CSV, ['Engagement\r\n']));
    assert.equal((await client.engagements.export({ format: 'csv' })).name, 'engagements.csv');
    server.answers(file(WORKBOOK, ['PK'], named('../../etc/passwd')));
    assert.equal((await client.engagements.export()).name, 'engagements.xlsx');
  });

  it('that stops coming, or breaks off, is no file', async () => {
    server.answers((response) => {
      response.writeHead(200, { 'content-type': CSV });
      response.write('row\r\n');
    });
    await assert.rejects(client.engagements.export(), { code: 'network' });
    server.answers((response) => {
      response.writeHead(200, { 'content-type': CSV });
      response.write('row\r\n', () => response.socket?.destroy());
    });
    await assert.rejects(client.engagements.export(), { code: 'network' });
  });

  it('that somebody else answers is no file', async () => {
    server.answers(html(200));
    await assert.rejects(client.engagements.export(), { code: 'unreadable' });
    server.answers(json({ items: [] }));
    await assert.rejects(client.engagements.export(), { code: 'unreadable' });
  });

  it('ends where its reader gives up', async () => {
    const leaving = new AbortController();
    server.answers((response) => {
      response.writeHead(200, { 'content-type': CSV });
      response.write('row\r\n', () => leaving.abort(new Error('Enough.')));
    });
    await assert.rejects(client.engagements.export({}, { signal: leaving.signal }), /Enough/);
  });

  it('has the formats that the contract has', () => {
    assert.deepEqual(client.exportFormats, ['xlsx', 'csv']);
  });
});

async function collected<T, R = T>(items: AsyncIterable<T>, of = (item: T) => item as unknown as R): Promise<R[]> {
  const list: R[] = [];
  for await (const item of items) list.push(of(item));
  return list;
}

describe('walking a list', () => {
  let server: FaultyServer;
  let client: Client;
  beforeEach(async () => {
    server = await faultyServer((response, { query }) => {
      const at = Number(query.get('cursor') ?? 0);
      json(page([action({ id: `a${at}` }), action({ id: `b${at}` })], at < 2 ? String(at + 1) : null))(
        response,
        {} as Asked,
      );
    });
    client = createClient({ baseUrl: server.url, getToken: () => Promise.resolve('token'), timing: fakeTiming() });
  });
  afterEach(() => server.close());

  it('gives each item once, in order, and keeps the filter', async () => {
    const ids = await collected(client.actions.all({ status: ['todo'], limit: 2 }), ({ id }) => id);
    assert.deepEqual(ids, ['a0', 'b0', 'a1', 'b1', 'a2', 'b2']);
    assert.deepEqual(
      server.asked.map(({ query }) => query.toString()),
      ['status=todo&limit=2', 'status=todo&limit=2&cursor=1', 'status=todo&limit=2&cursor=2'],
    );
  });

  it('asks for no more when its reader leaves', async () => {
    for await (const { id } of client.actions.all()) if (id === 'b0') break;
    assert.equal(server.asked.length, 1);
  });

  it('gives whole pages where those are wanted, from any place', async () => {
    const sizes = await collected(
      pages((query: ActionQuery | undefined) => client.actions.list(query), { cursor: '1' }),
      ({ items }) => items.length,
    );
    assert.deepEqual(sizes, [2, 2]);
  });

  it('ends when it is aborted between pages', async () => {
    const leaving = new AbortController();
    const walk = async (): Promise<void> => {
      for await (const _ of client.actions.all({}, { signal: leaving.signal })) leaving.abort(new Error('left'));
    };
    await assert.rejects(walk, /left/);
    assert.equal(server.asked.length, 1);
  });

  for (const length of [1, 2, 3, 7]) {
    it(`does not go round in a circle of ${length}`, async () => {
      let asked = 0;
      const circle = ({ cursor }: PageQuery = {}) => {
        assert(++asked < 20, 'round and round');
        const at = cursor === undefined ? 0 : Number(cursor);
        // The first page, without a cursor, lies before the circle.
        return Promise.resolve({ items: [at], next: String((at % length) + 1) });
      };
      await assert.rejects(() => collected(all(circle)), { code: 'unreadable' });
      assert.equal(asked, length + 1, 'each page is taken once');
    });
  }

  it('works for the meetings of a relationship', async () => {
    server.answers(json(page([meeting], 'c2')), json(page([{ ...meeting, id: 'm2' }])));
    const ids = await collected(client.meetings.all('r1'), ({ id }) => id);
    assert.deepEqual(ids, ['m1', 'm2']);
    assert.equal(server.asked[1]?.path, '/v1/relationships/r1/meetings');
  });
});
