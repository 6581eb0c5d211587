// What stands on every reply, what is public, which pages may call, in which order a request is checked, and how much a
// subject may ask (api.md §1, §8, Limits).
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { readReply, type Service, startService, type TestReply, type TestRequest } from '../support/service.ts';
import { acme, action, person, shared, workspace } from '../support/world.ts';

export const generalSuite: Suite = { title: 'The backend over HTTP', tests };

const PORTAL = 'https://portal.example';
const STRANGER = 'https://evil.example';
const BIG = 'x'.repeat(262_145);

function tests(engine: Engine): void {
  let service: Service;
  before(async () => {
    const actions = [action('own'), shared('shared'), action('of-sam', { createdBy: 'sam' })];
    await seedWorkspace(engine.database, acme({ actions }), { origins: [PORTAL] });
    const other = { workspace: workspace({ id: 'other' }), people: [person('otto')] };
    await seedWorkspace(engine.database, other, { origins: ['https://other.example'] });
    service = await startService(engine.database);
  });
  after(() => service.stop());

  it('says of itself what it offers, to anybody', async () => {
    const { status, body } = await service.call('GET', '/', { as: null });
    assert.equal(status, 200);
    assert.deepEqual(body, {
      name: 'Followthrough reference backend',
      specVersion: '1.0.0',
      profiles: ['actions', 'rooms', 'engagements', 'notifications'],
      classes: ['export'],
      limits: {
        body: 262_144,
        title: 500,
        description: 10_000,
        page: 50,
        pageMax: 200,
        bulk: 500,
        planActions: 2000,
        roomPeople: 200,
        writesPerMinute: 120,
        readsPerMinute: 600,
      },
      idempotencyRetentionSeconds: 604_800,
      changeRetentionSeconds: 0,
      serverTime: '2026-05-15T09:30:00.000Z',
    });
  });

  it('is alive, is ready, and gives its OpenAPI document', async () => {
    for (const path of ['/health', '/ready']) {
      assert.deepEqual((await service.call('GET', path, { as: null })).body, { status: 'ok' });
    }
    const { body } = await service.call('GET', '/openapi.json', { as: null });
    assert.match((body as { openapi: string }).openapi, /^3\.1/);
  });

  it('tells who asks, and in which workspace', async () => {
    const { status, body } = await service.call('GET', '/me', { as: 'rob' });
    assert.equal(status, 200);
    assert.deepEqual(body, {
      person: person('rob', { timeZone: 'America/Los_Angeles' }),
      workspace: workspace(),
      unreadCount: 0,
      notifies: ['platform'],
    });
  });

  const replies: Record<string, [method: string, path: string, request?: TestRequest, status?: number]> = {
    'what went well': ['GET', '/me', {}, 200],
    'what was made': ['POST', '/actions', { body: { context: { type: 'personal' }, title: 'Made' } }, 201],
    'what cannot be read': ['POST', '/actions', { raw: '{' }, 400],
    'a missing token': ['GET', '/me', { as: null }, 401],
    'a refusal': ['DELETE', '/actions/shared', { as: 'rob', version: 1 }, 403],
    'an unknown thing': ['GET', '/actions/nothing', {}, 404],
    'an unknown route': ['GET', '/nowhere', {}, 404],
    'a wrong method': ['PUT', '/actions', {}, 405],
    'an impossible state': ['PUT', '/actions/own/state', { body: { state: 'notDone' } }, 409],
    'a stale version': ['PATCH', '/actions/own', { body: { title: 'x' }, version: 9 }, 412],
    'too large a body': ['POST', '/actions', { raw: BIG }, 413],
    'another media type': ['POST', '/actions', { raw: 'a=b', headers: { 'content-type': 'text/plain' } }, 415],
    'a fault in a field': ['POST', '/actions', { body: { context: { type: 'personal' }, title: '' } }, 422],
    'a missing version': ['PATCH', '/actions/own', { body: { title: 'x' } }, 428],
  };
  describe('stands by its headers and lets listed pages read', () => {
    for (const [name, [method, path, request = {}, expected]] of Object.entries(replies)) {
      it(`for ${name}: ${expected}`, async () => {
        const { status, headers, body } = await service.call(method, path, {
          ...request,
          headers: { origin: PORTAL, 'x-request-id': 'asked-1', ...request.headers },
        });
        assert.equal(status, expected);
        assert.equal(headers.get('cache-control'), 'private, no-store');
        assert.equal(headers.get('x-content-type-options'), 'nosniff');
        assert.equal(headers.get('content-security-policy'), "default-src 'none'; frame-ancestors 'none'");
        assert.equal(headers.get('vary'), 'Origin, Authorization');
        assert.equal(headers.get('x-request-id'), 'asked-1');
        assert.equal(headers.get('access-control-allow-origin'), PORTAL);
        assert.equal(headers.get('access-control-allow-credentials'), null);
        assert.equal(
          headers.get('access-control-expose-headers'),
          'etag, location, retry-after, idempotency-replayed, x-request-id, date, content-disposition',
        );
        assert.equal(headers.get('set-cookie'), null);
        if (status >= 400) {
          assert.equal(headers.get('content-type'), 'application/problem+json');
          assert.equal((body as { status: number }).status, status);
        }
      });
    }
  });

  const origins: [string, string, boolean][] = [
    ['a listed origin', PORTAL, true],
    ['an unlisted origin', STRANGER, false],
    ['no origin at all', 'null', false],
    ['a listed name below another', 'https://portal.example.evil.example', false],
    ['a name below the listed one', 'https://a.portal.example', false],
    ['another port', 'https://portal.example:8443', false],
    ['another scheme', 'http://portal.example', false],
    ['another workspace’s origin', 'https://other.example', false],
  ];
  for (const [name, origin, allowed] of origins) {
    it(`${allowed ? 'lets' : 'does not let'} pages of ${name} read`, async () => {
      const { headers } = await service.call('GET', '/me', { headers: { origin } });
      assert.equal(headers.get('access-control-allow-origin'), allowed ? origin : null);
    });
  }

  it('answers a browser that asks before it sends', async () => {
    const ask = (origin: string, path = '/actions/own') =>
      fetch(`${service.url}${path}`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'PATCH', 'access-control-request-headers': 'if-match' },
      });
    const allowed = await ask(PORTAL);
    assert.equal(allowed.status, 204);
    assert.equal(allowed.headers.get('access-control-allow-origin'), PORTAL);
    assert.equal(allowed.headers.get('access-control-allow-methods'), 'GET, PATCH, DELETE, HEAD, OPTIONS');
    assert.equal(
      allowed.headers.get('access-control-allow-headers'),
      'authorization, content-type, idempotency-key, if-match, last-event-id, accept-language, x-request-id',
    );
    const refused = await readReply(await ask(STRANGER));
    assert.equal(refused.problem, 'origin-not-allowed');
    assert.equal(refused.headers.get('access-control-allow-origin'), null);
    assert.equal((await readReply(await ask(PORTAL, '/nowhere'))).status, 404);
  });

  it('tells which methods a path has', async () => {
    const { status, headers } = await service.call('POST', '/actions/own', {});
    assert.equal(status, 405);
    assert.equal(headers.get('allow'), 'GET, PATCH, DELETE, HEAD, OPTIONS');
    assert.equal((await service.call('HEAD', '/me')).status, 200);
  });

  it('names a request itself where the given name is none', async () => {
    const { headers } = await service.call('GET', '/me', { headers: { 'x-request-id': 'a b<c>' } });
    assert.match(headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/);
  });

  describe('checks in order', () => {
    const bad = { context: { type: 'personal' }, title: '' };
    const order: [string, string, string, TestRequest, string][] = [
      ['size before authentication', 'POST', '/actions', { as: null, raw: BIG }, 'too-large'],
      ['syntax before authentication', 'POST', '/actions', { as: null, raw: '{"a":' }, 'malformed'],
      [
        'media type before authentication',
        'POST',
        '/actions',
        { as: null, raw: 'x', headers: { 'content-type': 'text/html' } },
        'unsupported-media-type',
      ],
      ['authentication before shape', 'POST', '/actions', { as: null, body: bad }, 'token-missing'],
      ['shape before visibility', 'PATCH', '/actions/nothing', { body: { title: '' }, version: 1 }, 'validation'],
      ['shape before permission', 'PATCH', '/actions/shared', { as: 'rob', body: { titel: 'x' } }, 'unknown-field'],
      [
        'visibility before permission',
        'PATCH',
        '/actions/of-sam',
        { as: 'rob', body: { title: 'x' }, version: 1 },
        'not-found',
      ],
      ['permission before precondition', 'PATCH', '/actions/shared', { as: 'rob', body: { title: 'x' } }, 'forbidden'],
      [
        'permission before state',
        'PUT',
        '/actions/shared/state',
        { as: 'vic', body: { state: 'notDone' } },
        'forbidden',
      ],
      ['state before precondition', 'PATCH', '/actions/shared', { body: { assignee: null }, version: 9 }, 'validation'],
      ['a missing version last', 'PATCH', '/actions/shared', { body: { title: 'x' } }, 'precondition-required'],
      ['a missing version of a delete last', 'DELETE', '/actions/shared', { as: 'rob' }, 'forbidden'],
    ];
    for (const [name, method, path, request, problem] of order) {
      it(name, async () => assert.equal((await service.call(method, path, request)).problem, problem));
    }
  });

  it('gives each subject so many requests a minute, and no one else’s use counts', async () => {
    const narrow = await startService(engine.database, { rates: { writes: 2, reads: 3 } });
    try {
      const read = (as: string): Promise<TestReply> => narrow.call('GET', '/me', { as });
      const remaining = [];
      for (let n = 0; n < 3; n++) remaining.push((await read('mia')).headers.get('ratelimit'));
      assert.deepEqual(remaining, ['"reads";r=2;t=60', '"reads";r=1;t=60', '"reads";r=0;t=60']);
      const refused = await read('mia');
      assert.equal(refused.status, 429);
      assert.equal(refused.problem, 'rate-limited');
      assert.equal(refused.headers.get('retry-after'), '61');
      assert.equal((await read('rob')).status, 200);
      // Rate comes before shape, and writes are counted apart.
      const write = () => narrow.call('POST', '/actions', { body: {} });
      assert.deepEqual([(await write()).status, (await write()).status, (await write()).status], [422, 422, 429]);
      narrow.clock.now += 60_000;
      assert.equal((await read('mia')).status, 429, 'the minute before still counts in full');
      narrow.clock.now += 30_000;
      assert.equal((await read('mia')).status, 200, 'half of the minute before still counts');
    } finally {
      await narrow.stop();
    }
  });

  it('counts what a token does not reach, and pages that it is not for, too', async () => {
    const narrow = await startService(engine.database, { rates: { writes: 2, reads: 2 } });
    try {
      const bare = `Bearer ${await narrow.token('mia', { scope: '' })}`;
      const bound = `Bearer ${await narrow.token('rob', { origins: ['https://portal.example'] })}`;
      const headers = { origin: 'https://evil.example' };
      const told = [];
      for (let n = 0; n < 3; n++) told.push((await narrow.call('GET', '/actions', { authorization: bare })).problem);
      for (let n = 0; n < 3; n++)
        told.push((await narrow.call('GET', '/me', { authorization: bound, headers })).problem);
      assert.deepEqual(told, [
        'insufficient-scope',
        'insufficient-scope',
        'rate-limited',
        'origin-not-allowed',
        'origin-not-allowed',
        'rate-limited',
      ]);
    } finally {
      await narrow.stop();
    }
  });

  it('tells nothing of its own faults but the request’s id, and its operator all', async () => {
    await sql`alter table person rename to person_away`.execute(engine.database.query);
    try {
      service.clock.now += 10_000;
      const { status, body, headers } = await service.call('GET', '/me');
      assert.equal(status, 500);
      assert.deepEqual(body, {
        type: 'https://followthrough.dev/problems/internal',
        title: 'The server failed',
        status: 500,
      });
      const line = service.logged.find(({ level }) => level === 'error');
      assert.equal(line?.fields['requestId'], headers.get('x-request-id'));
      assert.match(String(line?.fields['err']), /person/);
    } finally {
      await sql`alter table person_away rename to person`.execute(engine.database.query);
    }
  });

  it('logs each request without its token, body or query', async () => {
    service.logged.length = 0;
    await service.call('GET', '/actions?query=secret-words', { as: 'mia' });
    const text = JSON.stringify(service.logged);
    assert.match(text, /"route":"actions.list"/);
    assert.doesNotMatch(text, /secret-words|eyJ/);
  });
}
