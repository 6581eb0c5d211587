// Whose token is taken, how far it reaches, and when it ends (api.md §2).
import assert from 'node:assert/strict';
import { writeFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { exportJWK, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import { revoke } from '../../src/token/standing.ts';
import type { Engine, Suite } from '../support/engine.ts';
import {
  AUDIENCE,
  hostKeys,
  ISSUER,
  newKey,
  type Service,
  startService,
  type TestRequest,
} from '../support/service.ts';
import { acme, action, NOW, person, shared, workspace } from '../support/world.ts';

export const tokensSuite: Suite = { title: 'Tokens', tests };

const IAT = NOW / 1000;
const CLAIMS: JWTPayload = {
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'mia',
  tid: 'acme',
  scope: 'actions:read actions:write',
  iat: IAT,
  exp: IAT + 600,
  jti: 'token-1',
  sid: 'session-1',
};
const HEADER: JWTHeaderParameters = { alg: 'EdDSA', typ: 'at+jwt', kid: hostKeys.kid };

const stranger = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
const ecdsa = await generateKeyPair('ES256', { extractable: true });

const sign = (claims: JWTPayload, header: JWTHeaderParameters = HEADER, key = hostKeys.privateKey) =>
  new SignJWT(claims).setProtectedHeader(header).sign(key);
const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(CLAIMS).filter(([name]) => !names.includes(name)));
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function tests(engine: Engine): void {
  let service: Service;
  before(async () => {
    const actions = [
      action('own'),
      shared('shared'),
      shared('other-relationship', {
        context: { type: 'relationship', relationshipId: 'mia-nia' },
        assignee: { type: 'person', personId: 'nia' },
      }),
    ];
    await seedWorkspace(engine.database, acme({ actions }));
    await seedWorkspace(engine.database, { workspace: workspace({ id: 'other' }), people: [person('otto')] });
    service = await startService(engine.database);
  });
  after(() => service.stop());

  const ask = (authorization: string, request: TestRequest = {}) =>
    service.call('GET', '/me', { ...request, authorization });
  const bearer = async (jwt: string | Promise<string>) => ask(`Bearer ${await jwt}`);

  const taken: Record<string, () => Promise<string>> = {
    'a good token': () => sign(CLAIMS),
    'several audiences, ours among them': () => sign({ ...CLAIMS, aud: ['x', AUDIENCE] }),
    'a token of a full hour': () => sign({ ...CLAIMS, exp: IAT + 3600 }),
    'a clock that is a minute off': () => sign({ ...CLAIMS, iat: IAT + 59, exp: IAT + 659 }),
    'a token that ended less than a minute ago': () => sign({ ...CLAIMS, iat: IAT - 630, exp: IAT - 30 }),
  };
  for (const [name, jwt] of Object.entries(taken)) {
    it(`takes ${name}`, async () => assert.equal((await bearer(jwt())).status, 200));
  }

  const refused: Record<string, () => string | Promise<string>> = {
    'no claim iss': () => sign(without('iss')),
    'no claim aud': () => sign(without('aud')),
    'no claim sub': () => sign(without('sub')),
    'no claim tid': () => sign(without('tid')),
    'no claim scope': () => sign(without('scope')),
    'no claim iat': () => sign(without('iat')),
    'no claim exp': () => sign(without('exp')),
    'no claim jti': () => sign(without('jti')),
    'no claim sid': () => sign(without('sid')),
    'another issuer': () => sign({ ...CLAIMS, iss: 'https://evil.example' }),
    'another audience': () => sign({ ...CLAIMS, aud: 'someone-else' }),
    'a life over an hour': () => sign({ ...CLAIMS, exp: IAT + 3601 }),
    'a life that ends before it begins': () => sign({ ...CLAIMS, iat: IAT + 50, exp: IAT + 10 }),
    'an issue in the future': () => sign({ ...CLAIMS, iat: IAT + 120, exp: IAT + 720 }),
    'a beginning in the future': () => sign({ ...CLAIMS, nbf: IAT + 120 }),
    'a subject that is no id': () => sign({ ...CLAIMS, sub: "mia' or '1'='1" }),
    'a tenant that is no id': () => sign({ ...CLAIMS, tid: '../acme' }),
    'a scope that is a list': () => sign({ ...CLAIMS, scope: ['actions:read'] }),
    'an unknown tenant': () => sign({ ...CLAIMS, tid: 'nowhere' }),
    'a person of another workspace': () => sign({ ...CLAIMS, sub: 'otto' }),
    'a person that is not there': () => sign({ ...CLAIMS, sub: 'nobody' }),
    'an empty narrowing': () => sign({ ...CLAIMS, authorization_details: [] }),
    'the type JWT': () => sign(CLAIMS, { ...HEADER, typ: 'JWT' }),
    'no type': () => sign(CLAIMS, { alg: 'EdDSA', kid: hostKeys.kid }),
    'no key’s name': () => sign(CLAIMS, { alg: 'EdDSA', typ: 'at+jwt' }),
    'an unknown key’s name': () => sign(CLAIMS, { ...HEADER, kid: 'host-2' }),
    'a key’s name that is a path': () => sign(CLAIMS, { ...HEADER, kid: '../../etc/passwd' }),
    'another’s key': () => sign(CLAIMS, HEADER, stranger.privateKey),
    'another’s key, brought along': async () =>
      sign(CLAIMS, { ...HEADER, jwk: await exportJWK(stranger.publicKey) }, stranger.privateKey),
    'an algorithm that the key is not for': () => sign(CLAIMS, { ...HEADER, alg: 'ES256' }, ecdsa.privateKey),
    'the public key as a shared secret': () =>
      new SignJWT(CLAIMS)
        .setProtectedHeader({ ...HEADER, alg: 'HS256' })
        .sign(new TextEncoder().encode(JSON.stringify(hostKeys.jwks.keys[0]))),
    'no signature': () => new UnsecuredJWT(CLAIMS).encode(),
    'no signature but a header that says so': () => `${encoded({ ...HEADER, alg: 'none' })}.${encoded(CLAIMS)}.`,
    'a header it must understand': () =>
      new SignJWT(CLAIMS)
        .setProtectedHeader({ ...HEADER, crit: ['x-new'], 'x-new': true })
        .sign(hostKeys.privateKey, { crit: { 'x-new': true } }),
    'a claim changed afterwards': async () => {
      const [header, , signature] = (await sign(CLAIMS)).split('.');
      return `${header}.${encoded({ ...CLAIMS, sub: 'ada' })}.${signature}`;
    },
    'a payload that is no JSON': () => `${encoded(HEADER)}.bm90IGpzb24.AAAA`,
    'far too much': () => sign({ ...CLAIMS, scope: 'actions:read '.repeat(800) }),
    nonsense: () => 'nonsense',
  };
  for (const [name, jwt] of Object.entries(refused)) {
    it(`refuses ${name}`, async () => {
      const { status, problem, headers, body } = await bearer(jwt());
      assert.deepEqual([status, problem], [401, 'token-invalid']);
      assert.match(headers.get('www-authenticate') ?? '', /^Bearer realm="followthrough", error="invalid_token"/);
      assert.equal((body as { detail: string }).detail, 'The token is not one that this backend takes.');
    });
  }

  it('says that a token has expired, so that its holder gets a new one', async () => {
    const { status, problem } = await bearer(sign({ ...CLAIMS, iat: IAT - 700, exp: IAT - 100 }));
    assert.deepEqual([status, problem], [401, 'token-expired']);
  });

  it('asks for a token where there is none, in another scheme or twice', async () => {
    const none = await service.call('GET', '/me', { as: null });
    assert.deepEqual([none.status, none.problem], [401, 'token-missing']);
    assert.equal(none.headers.get('www-authenticate'), 'Bearer realm="followthrough"');
    const jwt = await sign(CLAIMS);
    assert.equal((await ask(`Basic ${jwt}`)).problem, 'token-invalid');
    assert.equal((await ask(`Bearer ${jwt}, Bearer ${jwt}`)).problem, 'token-invalid');
    assert.equal((await ask(`bearer ${jwt}`)).status, 200);
  });

  describe('reach', () => {
    const scopes: [string, string, string, string, number][] = [
      ['actions:read', 'GET', '/actions', 'list', 200],
      ['actions:read', 'POST', '/actions', 'make', 403],
      ['actions:write', 'POST', '/actions', 'make', 201],
      ['actions:write', 'GET', '/actions', 'list', 403],
      ['rooms:read rooms:write admin export', 'GET', '/actions', 'list', 403],
      ['', 'GET', '/me', 'ask who they are', 200],
    ];
    for (const [scope, method, path, deed, expected] of scopes) {
      it(`with the scope “${scope}” one can${expected < 400 ? '' : 'not'} ${deed}`, async () => {
        const body = method === 'POST' ? { context: { type: 'personal' }, title: 'Scoped' } : undefined;
        const authorization = `Bearer ${await sign({ ...CLAIMS, scope })}`;
        const { status, problem, headers } = await service.call(method, path, { authorization, body });
        assert.equal(status, expected);
        if (expected === 403) {
          assert.equal(problem, 'insufficient-scope');
          assert.match(headers.get('www-authenticate') ?? '', /error="insufficient_scope"/);
        }
      });
    }

    describe('to templates', () => {
      const CONTENT = { room: { kind: 'room', sections: [] }, engagement: { kind: 'engagement', items: [] } };
      const as = async (scope: string) => `Bearer ${await sign({ ...CLAIMS, sub: 'ada', scope })}`;
      const make = async (kind: 'room' | 'engagement', scope: string) =>
        service.call('POST', '/templates', {
          authorization: await as(scope),
          body: { name: `Template of a ${kind}`, content: CONTENT[kind] },
        });
      const ids: Record<string, string> = {};
      before(async () => {
        for (const kind of ['room', 'engagement'] as const) {
          const { status, body } = await make(kind, 'rooms:write engagements:write');
          assert.equal(status, 201);
          ids[kind] = (body as { id: string }).id;
        }
      });
      const reaches: [string, string[], number, number][] = [
        ['rooms:read', ['room'], 403, 403],
        ['engagements:read', ['engagement'], 403, 403],
        ['engagements:read engagements:write', ['engagement'], 403, 201],
        ['rooms:read rooms:write', ['room'], 201, 403],
        ['rooms:read engagements:read', ['engagement', 'room'], 403, 403],
        ['rooms:read engagements:read engagements:write', ['engagement', 'room'], 403, 201],
      ];
      for (const [scope, kinds, room, engagement] of reaches) {
        it(`with the scopes “${scope}” is to those of ${kinds.join(' and ')}s`, async () => {
          const authorization = await as(scope);
          const { body } = await service.call('GET', '/templates?count=true', { authorization });
          const { items, count } = body as { items: { kind: string }[]; count: number };
          assert.deepEqual([...new Set(items.map(({ kind }) => kind))].sort(), kinds);
          assert.equal(count, items.length);
          for (const [kind, id] of Object.entries(ids)) {
            const { status } = await service.call('GET', `/templates/${id}`, { authorization });
            assert.equal(status, kinds.includes(kind) ? 200 : 404, kind);
          }
          assert.equal((await make('room', scope)).status, room);
          assert.equal((await make('engagement', scope)).status, engagement);
        });
      }
    });

    it('a scope gives no permission that its holder does not have', async () => {
      const authorization = `Bearer ${await sign({ ...CLAIMS, sub: 'rob', scope: 'actions:read actions:write admin' })}`;
      const { problem } = await service.call('DELETE', '/actions/shared', { authorization, version: 1 });
      assert.equal(problem, 'forbidden');
    });

    it('a token for some origins is refused from any other page', async () => {
      const jwt = await sign({ ...CLAIMS, origins: ['https://portal.example'] });
      const from = (origin: string) => ask(`Bearer ${jwt}`, { headers: { origin } });
      assert.equal((await from('https://portal.example')).status, 200);
      assert.equal((await from('https://evil.example')).problem, 'origin-not-allowed');
      assert.equal((await ask(`Bearer ${jwt}`)).status, 200);
    });

    it('a token narrowed to one relationship sees and changes nothing else', async () => {
      const details = (actions?: string[]) => [
        { type: 'relationship', id: 'mia-rob', ...(actions ? { actions } : {}) },
      ];
      const narrow = async (actions?: string[]) =>
        `Bearer ${await sign({ ...CLAIMS, authorization_details: details(actions) })}`;
      const authorization = await narrow();
      const list = await service.call('GET', '/actions?count=true', { authorization });
      const page = list.body as { items: { id: string }[]; count: number };
      assert.deepEqual([page.items.map(({ id }) => id), page.count], [['shared'], 1]);
      const relationships = await service.call('GET', '/relationships', { authorization });
      assert.deepEqual(
        (relationships.body as { items: { id: string }[] }).items.map(({ id }) => id),
        ['mia-rob'],
      );
      const admin = `Bearer ${await sign({ ...CLAIMS, sub: 'ada', authorization_details: details() })}`;
      const known = await service.call('GET', '/relationships?count=true', { authorization: admin });
      const { items, count } = known.body as { items: { id: string }[]; count: number };
      assert.deepEqual([items.map(({ id }) => id), count], [['mia-rob'], 1], 'of all that an admin knows of');
      for (const path of ['/actions/own', '/actions/other-relationship', '/relationships/mia-nia']) {
        assert.equal((await service.call('GET', path, { authorization })).problem, 'not-found', path);
      }
      const make = (relationshipId: string) => ({
        context: { type: 'relationship', relationshipId },
        title: 'Narrow',
        assignee: { type: 'person', personId: 'mia' },
        due: { rule: { type: 'fixed', date: '2026-06-01' } },
      });
      assert.equal((await service.call('POST', '/actions', { authorization, body: make('mia-rob') })).status, 201);
      assert.equal(
        (await service.call('POST', '/actions', { authorization, body: make('mia-nia') })).problem,
        'not-found',
      );
      const personal = { context: { type: 'personal' }, title: 'Mine' };
      assert.equal(
        (await service.call('POST', '/actions', { authorization, body: personal })).problem,
        'insufficient-scope',
      );
      const reading = await narrow(['read']);
      assert.equal((await service.call('GET', '/actions/shared', { authorization: reading })).status, 200);
      const change = await service.call('PUT', '/actions/shared/state', {
        authorization: reading,
        body: { state: 'done' },
      });
      assert.equal(change.problem, 'insufficient-scope');
    });

    describe('is told by what one may do', () => {
      const reading = { scope: 'actions:read' };
      const narrowed = {
        authorization_details: [
          { type: 'relationship', id: 'mia-rob', actions: ['read'] },
          { type: 'relationship', id: 'mia-nia' },
        ],
      };
      const as = async (claims: object) => `Bearer ${await sign({ ...CLAIMS, ...claims })}`;
      const OUT = 'insufficient-scope';
      const cases: [what: string, claims: object, path: string, may: object][] = [
        ['of an action, all', {}, '/actions/shared', { edit: true, setState: true, delete: true }],
        ['of an action, reading', reading, '/actions/shared', { edit: OUT, setState: OUT, delete: OUT }],
        ['of one’s own, reading', reading, '/actions/own', { edit: OUT, setState: OUT, delete: OUT }],
        ['of an action, narrowed to reading', narrowed, '/actions/shared', { edit: OUT, setState: OUT, delete: OUT }],
        [
          'of an action that one is narrowed to',
          narrowed,
          '/actions/other-relationship',
          { edit: true, setState: true, delete: true },
        ],
        [
          'of a relationship, reading',
          reading,
          '/relationships/mia-rob',
          { seeActions: true, createAction: OUT, createMeeting: OUT, edit: OUT },
        ],
        [
          'of a relationship that one is narrowed to',
          narrowed,
          '/relationships/mia-nia',
          { seeActions: true, createAction: true, createMeeting: true, edit: true },
        ],
        [
          'of what others may, by the rules',
          { ...reading, sub: 'vic' },
          '/actions/shared',
          {
            edit: 'action-or-relationship-creator',
            setState: 'manager-or-report',
            delete: 'action-or-relationship-creator-deletes',
          },
        ],
      ];
      for (const [what, claims, path, may] of cases) {
        it(what, async () => {
          const { body } = await service.call('GET', path, { authorization: await as(claims) });
          assert.deepEqual((body as { may: object }).may, may);
        });
      }

      it('in a list as alone', async () => {
        const { body } = await service.call('GET', '/actions', { authorization: await as(narrowed) });
        const { items } = body as { items: { context: { relationshipId: string }; may: { edit: unknown } }[] };
        assert.ok(items.length > 1);
        for (const { context, may } of items) assert.equal(may.edit, context.relationshipId === 'mia-nia' ? true : OUT);
      });

      it('and refused before the version is looked at, or that nothing would change', async () => {
        const authorization = await as(narrowed);
        const { body } = await service.call('GET', '/actions/shared', { authorization });
        const { title, state, version } = body as { title: string; state: string; version: number };
        const tries: [string, string, TestRequest][] = [
          ['PATCH', '/actions/shared', { body: { title: 'x' }, version: version + 7 }],
          ['PATCH', '/actions/shared', { body: { title }, version }],
          ['PUT', '/actions/shared/state', { body: { state } }],
          ['DELETE', '/actions/shared', { version: version + 7 }],
        ];
        for (const [method, path, request] of tries) {
          const reply = await service.call(method, path, { ...request, authorization });
          assert.deepEqual([reply.status, reply.problem], [403, OUT], `${method} ${path}`);
        }
      });

      it('and by each row of a bulk, tried or done', async () => {
        const authorization = await as(narrowed);
        const body = { operation: 'setState', ids: ['shared', 'other-relationship', 'own'], state: 'done' };
        const results = async (more: object) =>
          (
            (await service.call('POST', '/actions/bulk', { authorization, body: { ...body, ...more } })).body as {
              results: { id: string; outcome: string; reason?: string }[];
            }
          ).results.map(({ id, outcome, reason }) => [id, outcome, reason]);
        const expected = [
          ['shared', 'refused', OUT],
          ['other-relationship', 'done', undefined],
          ['own', 'refused', 'not-found'],
        ];
        assert.deepEqual(await results({ dryRun: true }), expected);
        assert.deepEqual(await results({}), expected);
        const after = (await service.call('GET', '/actions/shared', {})).body as { state: string };
        assert.equal(after.state, 'todo');
      });
    });

    it('a token narrowed to some places changes nothing that all share', async () => {
      const claims = { ...CLAIMS, sub: 'ada', scope: 'admin' };
      const wide = `Bearer ${await sign(claims)}`;
      const authorization = `Bearer ${await sign({ ...claims, authorization_details: [{ type: 'relationship', id: 'mia-rob' }] })}`;
      const { version } = (
        (await service.call('GET', '/me', { authorization })).body as { workspace: { version: number } }
      ).workspace;
      const writes: [string, string, TestRequest][] = [
        ['PUT', '/people/sam', { body: { name: 'Samira' } }],
        ['PUT', '/companies/new-one', { body: { name: 'New' } }],
        ['PUT', '/groups/leads', { body: { name: 'Leads and more' } }],
        ['PATCH', '/workspace', { body: { name: 'Other' }, version }],
      ];
      for (const [method, path, request] of writes) {
        const narrow = await service.call(method, path, { ...request, authorization });
        assert.deepEqual([narrow.status, narrow.problem], [403, 'insufficient-scope'], path);
        assert.ok((await service.call(method, path, { ...request, authorization: wide })).status < 300, path);
      }
    });

    it('a token narrowed to a room reaches nothing here', async () => {
      const authorization = `Bearer ${await sign({ ...CLAIMS, authorization_details: [{ type: 'room', id: 'room-1' }] })}`;
      assert.deepEqual((await service.call('GET', '/actions', { authorization })).body, { items: [], next: null });
    });
  });

  describe('end', () => {
    const revoked = { sid: 'to-end' };

    it('within five seconds of revoking the session, and other sessions go on', async () => {
      const jwt = await sign({ ...CLAIMS, ...revoked });
      assert.equal((await bearer(jwt)).status, 200);
      await revoke(engine.database, 'acme', { sid: 'to-end' }, service.clock.now);
      service.clock.now += 5000;
      assert.equal((await bearer(jwt)).problem, 'token-invalid');
      assert.equal((await bearer(sign({ ...CLAIMS, sid: 'another' }))).status, 200);
    });

    it('with revoking the person, and tokens issued later are taken', async () => {
      const jwt = await sign({ ...CLAIMS, sub: 'sam' });
      assert.equal((await bearer(jwt)).status, 200);
      await revoke(engine.database, 'acme', { sub: 'sam' }, service.clock.now);
      service.clock.now += 5000;
      assert.equal((await bearer(jwt)).problem, 'token-invalid');
      assert.equal((await bearer(service.token('sam'))).status, 200);
      assert.equal((await bearer(sign({ ...CLAIMS, sub: 'nia' }))).status, 200);
    });
  });

  describe('keys', () => {
    it('are read from a file, of either algorithm', async () => {
      const file = join(tmpdir(), `keys-${newKey()}.json`);
      const jwk = { ...(await exportJWK(ecdsa.publicKey)), kid: 'ec-1', alg: 'ES256' };
      await writeFile(file, JSON.stringify({ keys: [jwk] }));
      const issuers = [{ issuer: ISSUER, keys: { file } }];
      const other = await startService(engine.database, { issuers });
      try {
        const jwt = await sign(CLAIMS, { alg: 'ES256', typ: 'at+jwt', kid: 'ec-1' }, ecdsa.privateKey);
        assert.equal((await other.call('GET', '/me', { authorization: `Bearer ${jwt}` })).status, 200);
        assert.equal(
          (await other.call('GET', '/me', { authorization: `Bearer ${await sign(CLAIMS)}` })).problem,
          'token-invalid',
        );
      } finally {
        await other.stop();
        await rm(file);
      }
    });

    it('are fetched from an address once, and their absence is the server’s trouble, not the token’s fault', async () => {
      let fetched = 0;
      let well = true;
      const keys: Server = createServer((_, response) => {
        fetched++;
        response.writeHead(well ? 200 : 500, { 'content-type': 'application/json' });
        response.end(well ? JSON.stringify(hostKeys.jwks) : '{}');
      });
      await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
      const url = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/jwks`;
      const start = () => startService(engine.database, { issuers: [{ issuer: ISSUER, keys: { url } }] });
      const good = await start();
      well = true;
      const authorization = `Bearer ${await sign(CLAIMS)}`;
      const statuses = [];
      for (let n = 0; n < 3; n++) statuses.push((await good.call('GET', '/me', { authorization })).status);
      assert.deepEqual([statuses, fetched], [[200, 200, 200], 1]);
      await good.stop();
      well = false;
      const lost = await start();
      const reply = await lost.call('GET', '/me', { authorization });
      assert.deepEqual([reply.status, reply.problem, reply.headers.get('retry-after')], [503, 'unavailable', '2']);
      await lost.stop();
      await new Promise((resolve) => keys.close(resolve));
    });

    it('of one host do not open another’s workspace', async () => {
      const issuers = [
        { issuer: ISSUER, keys: { jwks: hostKeys.jwks }, workspaces: ['acme'] },
        {
          issuer: 'https://other.example',
          keys: { jwks: { keys: [{ ...(await exportJWK(ecdsa.publicKey)), kid: 'ec-1', alg: 'ES256' }] } },
          workspaces: ['other'],
        },
      ];
      const both = await startService(engine.database, { issuers });
      try {
        const as = async (claims: JWTPayload) => {
          const jwt = await sign(claims, { alg: 'ES256', typ: 'at+jwt', kid: 'ec-1' }, ecdsa.privateKey);
          return (await both.call('GET', '/me', { authorization: `Bearer ${jwt}` })).status;
        };
        assert.equal(await as({ ...CLAIMS, iss: 'https://other.example', tid: 'other', sub: 'otto' }), 200);
        assert.equal(await as({ ...CLAIMS, iss: 'https://other.example' }), 401);
        assert.equal(await as(CLAIMS), 401);
      } finally {
        await both.stop();
      }
    });
  });
}
