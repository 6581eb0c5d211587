// Tokens (api.md R-T-1), over a real socket.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { createClient, type GetToken, type TokenReason } from '@followthrough/api-client';
import { BackendError } from '@followthrough/core/backend';
import { createTokenKeeper } from '../src/token.ts';
import { type Answer, empty, type FaultyServer, faultyServer, hangUp, html, json, problem } from './faulty-server.ts';
import { action, fakeTiming, jwt, page } from './sample.ts';

const ok = json(page([]));

/** A host that gives the tokens in turn, the last one for ever, and remembers why it was asked. */
function host(...tokens: Awaited<ReturnType<GetToken>>[]): { getToken: GetToken; reasons: TokenReason[] } {
  const reasons: TokenReason[] = [];
  const getToken: GetToken = async ({ reason }) => {
    reasons.push(reason);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return tokens[Math.min(reasons.length, tokens.length) - 1] ?? '';
  };
  return { getToken, reasons };
}

/** Accepts only these tokens. */
function accepting(...tokens: string[]): Answer {
  return (response, asked) => {
    const good = tokens.some((token) => asked.headers.authorization === `Bearer ${token}`);
    (good ? ok : problem('token-expired'))(response, asked);
  };
}

describe('a token', () => {
  let server: FaultyServer;
  beforeEach(async () => {
    server = await faultyServer(ok);
  });
  afterEach(() => server.close());

  it('is asked for once by 50 calls at the same time, and sent with each', async () => {
    const { getToken, reasons } = host('one');
    const client = createClient({ baseUrl: server.url, getToken });
    await Promise.all(Array.from({ length: 50 }, () => client.actions.list()));
    assert.deepEqual(reasons, ['first']);
    assert.deepEqual(new Set(server.asked.map(({ headers }) => headers.authorization)), new Set(['Bearer one']));
    assert.equal(server.asked.length, 50);
  });

  it('that is refused is replaced once for 50 calls at the same time, and each then goes through', async () => {
    const { getToken, reasons } = host('old', 'new');
    const client = createClient({ baseUrl: server.url, getToken });
    server.answers(accepting('new'));
    await Promise.all(Array.from({ length: 50 }, () => client.actions.list()));
    assert.deepEqual(reasons, ['first', 'rejected']);
  });

  it('that is refused twice ends the call as token-invalid, after exactly two requests', async () => {
    const { getToken, reasons } = host('one', 'two', 'three');
    const client = createClient({ baseUrl: server.url, getToken });
    server.answers(problem('token-invalid'));
    await assert.rejects(client.me(), (error) => error instanceof BackendError && error.code === 'token-invalid');
    assert.equal(server.asked.length, 2);
    assert.deepEqual(reasons, ['first', 'rejected']);
  });

  it('is replaced once in a call, whatever comes between', async () => {
    const { getToken, reasons } = host('one', 'two', 'three');
    const client = createClient({ baseUrl: server.url, getToken, timing: fakeTiming() });
    server.answers(problem('token-expired'), problem('unavailable'), problem('token-expired'));
    await assert.rejects(client.me(), { code: 'token-expired' });
    assert.equal(server.asked.length, 3);
    assert.deepEqual(reasons, ['first', 'rejected']);
  });

  it('that the host gives again although it was refused is not sent again', async () => {
    const { getToken } = host('same');
    const client = createClient({ baseUrl: server.url, getToken });
    server.answers(problem('token-expired'));
    await assert.rejects(client.me(), { code: 'token-expired' });
    assert.equal(server.asked.length, 1);
  });

  const gateways: [name: string, answer: Answer][] = [
    ['without a body', empty(401)],
    ['with a page of its own', html(401)],
  ];
  for (const [name, answer] of gateways) {
    it(`refused by a gateway ${name} is replaced once, and then nobody has refused the call`, async () => {
      const { getToken, reasons } = host('one', 'two');
      const client = createClient({ baseUrl: server.url, getToken });
      server.answers(answer);
      await assert.rejects(client.me(), { code: 'unreadable', transient: true });
      assert.deepEqual([server.asked.length, reasons], [2, ['first', 'rejected']]);
    });
  }

  it('keeps its write’s idempotency key when it is replaced', async () => {
    const { getToken } = host('old', 'new');
    const client = createClient({ baseUrl: server.url, getToken });
    server.answers(problem('token-expired'), json(action({ state: 'done', status: 'done' })));
    await client.actions.setState('a1', 'done');
    assert.equal(new Set(server.asked.map(({ headers }) => headers['idempotency-key'])).size, 1);
    assert.equal(server.asked.length, 2);
  });

  const T0 = Date.parse('2026-05-15T09:00:00Z') / 1000;
  const lives: { name: string; token: Awaited<ReturnType<GetToken>> }[] = [
    { name: 'by its own iat and exp', token: jwt({ sub: 'p1', tid: 'w1', iat: T0, exp: T0 + 600 }) },
    { name: 'by expiresAt as an instant', token: { token: 'opaque', expiresAt: '2026-05-15T09:10:00Z' } },
    { name: 'by expiresAt as a number', token: { token: 'opaque', expiresAt: (T0 + 600) * 1000 } },
    {
      name: 'from when it came, where this clock is an hour ahead of the issuer’s',
      token: jwt({ sub: 'p1', iat: T0 - 3600, exp: T0 - 3000 }),
    },
    {
      name: 'from when it came, where this clock is nine minutes ahead of the issuer’s',
      token: jwt({ sub: 'p1', iat: T0 - 540, exp: T0 + 60 }),
    },
    {
      name: 'by its own iat and exp, where expiresAt is told by another clock than this',
      token: { token: jwt({ sub: 'p1', iat: T0 - 660, exp: T0 - 60 }), expiresAt: (T0 - 60) * 1000 },
    },
  ];
  for (const { name, token } of lives) {
    it(`is renewed at 80 % of its life, ${name}`, async () => {
      const { getToken, reasons } = host(token);
      const timing = fakeTiming();
      const client = createClient({ baseUrl: server.url, getToken, timing });
      await client.actions.list();
      timing.time += 479_000;
      await client.actions.list();
      assert.deepEqual(reasons, ['first']);
      timing.time += 2_000;
      await client.actions.list();
      assert.deepEqual(reasons, ['first', 'expiring']);
    });
  }

  const named = (name: string) => Object.assign(new Error('No.'), { name });
  it('that was refused, and cannot be replaced since the host is out of reach, ends nothing', async () => {
    let asks = 0;
    const getToken = () =>
      asks++ === 1 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(`t${asks}`);
    const client = createClient({ baseUrl: server.url, getToken });
    const again = { intent: 'the-same-intent-twice' };
    const done = json(action({ state: 'done', status: 'done' }));
    server.answers((response, asked) => {
      (asked.headers.authorization === 'Bearer t3' ? done : problem('token-expired'))(response, asked);
    });
    await assert.rejects(client.actions.setState('a1', 'done', again), { code: 'network', transient: true });
    assert.equal((await client.actions.setState('a1', 'done', again)).status, 'done');
    assert.deepEqual(new Set(server.asked.map(({ headers }) => headers['idempotency-key'])), new Set([again.intent]));
  });

  const STEP = 5;
  it('is asked for seldom, however wrong this clock is, and for whatever life', async () => {
    const parts = fc.record({
      /** How far this clock is ahead of the issuer's, in seconds. */
      ahead: fc.integer({ min: -7200, max: 7200 }),
      /** Whose 80 % is a whole number of steps. */
      life: fc.integer({ min: 3, max: 36 }).map((steps) => steps * 25),
      told: fc.constantFrom('claims', 'expiresAt', 'both'),
    });
    await fc.assert(
      fc.asyncProperty(parts, async ({ ahead, life, told }) => {
        const timing = fakeTiming();
        const began = timing.time;
        const asked: number[] = [];
        const getToken: GetToken = () => {
          const iat = timing.time / 1000 - ahead;
          asked.push((timing.time - began) / 1000);
          const token = told === 'expiresAt' ? `opaque${asked.length}` : jwt({ sub: 'p1', iat, exp: iat + life });
          return Promise.resolve(told === 'claims' ? token : { token, expiresAt: (iat + life) * 1000 });
        };
        const keeper = createTokenKeeper({ getToken, timeout: 1000, timing });
        for (let second = 0; second < 3 * life; second += STEP, timing.time += STEP * 1000) await keeper.token({});
        const pauses = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
        const least = Math.min(...pauses, Infinity);
        assert(least >= 10, `asked again after ${least} s`);
        // Where the clocks agree well enough, it is renewed in time; where they cannot both be right, by its length alone.
        if (ahead === 0 || (told !== 'expiresAt' && (ahead < 0 || ahead >= 0.8 * life)))
          for (const pause of pauses) assert.equal(pause, 0.8 * life);
        if (told === 'expiresAt' && ahead >= life) assert.deepEqual(asked, [0]);
      }),
    );
  });

  const failures: [name: string, thrown: Error, code: string][] = [
    ['the host could not be reached (Chromium)', new TypeError('Failed to fetch'), 'network'],
    [
      'the host could not be reached (Firefox)',
      new TypeError('NetworkError when attempting to fetch resource.'),
      'network',
    ],
    ['the host could not be reached (Safari)', new TypeError('Load failed'), 'network'],
    ['the connection was lost (Safari)', new TypeError('The network connection was lost.'), 'network'],
    ['the host could not be reached (Node)', new TypeError('fetch failed'), 'network'],
    ['the host took too long', named('TimeoutError'), 'network'],
    ['the host’s own client says so', named('NetworkError'), 'network'],
    ['the host’s own answer is no', new Error('No token from /token: 401'), 'token-missing'],
    ['the host’s own code is at fault', new TypeError('x is not a function'), 'token-missing'],
    ['the host says that the session is over', new BackendError('token-expired'), 'token-missing'],
    ['the host is refused something of its own', new BackendError('forbidden'), 'token-missing'],
    ['the host says that it is overloaded', new BackendError('unavailable', { retryAfter: 5000 }), 'unavailable'],
  ];
  for (const [name, thrown, code] of failures) {
    it(`that cannot be had, since ${name}, is a failure that may pass: ${code}, and nothing is sent`, async () => {
      const client = createClient({ baseUrl: server.url, getToken: () => Promise.reject(thrown) });
      await assert.rejects(client.actions.setState('a1', 'done'), (error) => {
        assert(error instanceof BackendError);
        assert.deepEqual([error.code, error.transient], [code, true]);
        assert.equal(error === thrown ? thrown : error.cause, thrown);
        return true;
      });
      assert.equal(server.asked.length, 0);
    });
  }

  it('that cannot be renewed serves to its end, and then the call says that there is none', async () => {
    const timing = fakeTiming();
    let calls = 0;
    const getToken: GetToken = async () => {
      calls++;
      await Promise.resolve();
      if (calls > 1) throw new Error('The host is down.');
      return { token: 'one', expiresAt: timing.time + 100_000 };
    };
    const client = createClient({ baseUrl: server.url, getToken, timing });
    await client.actions.list();
    timing.time += 90_000;
    await client.actions.list();
    await client.actions.list();
    assert.equal(calls, 2, 'a host that fails is not asked at every call');
    timing.time += 10_001;
    await assert.rejects(client.actions.list(), (error) => {
      assert(error instanceof BackendError);
      assert.equal(error.code, 'token-missing');
      assert.match(String((error.cause as Error).message), /host is down/);
      return true;
    });
  });

  it('for which a waiting call is aborted still comes to the others', async () => {
    const { getToken } = host('one');
    const client = createClient({ baseUrl: server.url, getToken });
    const leaving = new AbortController();
    const left = client.actions.list({}, { signal: leaving.signal });
    const stays = client.actions.list();
    leaving.abort(new Error('gone'));
    await assert.rejects(left, /gone/);
    await stays;
  });

  it('for which everybody stopped waiting is given up, and the next call asks anew', async () => {
    const signals: AbortSignal[] = [];
    const getToken: GetToken = ({ signal }) => {
      signals.push(signal);
      return signals.length === 1 ? new Promise(() => undefined) : Promise.resolve('two');
    };
    const client = createClient({ baseUrl: server.url, getToken });
    const leaving = new AbortController();
    const left = client.me({ signal: leaving.signal });
    leaving.abort(new Error('gone'));
    await assert.rejects(left, /gone/);
    assert.equal(signals[0]?.aborted, true);
    await client.actions.list();
    assert.equal(server.asked[0]?.headers.authorization, 'Bearer two');
  });

  it('given up for one caller is never the failure of another who comes at that moment', async () => {
    for (let moment = 0; moment < 12; moment++) {
      let asks = 0;
      const getToken: GetToken = () => (++asks === 1 ? new Promise(() => undefined) : Promise.resolve('two'));
      const client = createClient({ baseUrl: server.url, getToken });
      const leaving = new AbortController();
      const left = assert.rejects(client.me({ signal: leaving.signal }), /gone/);
      leaving.abort(new Error('gone'));
      for (let step = 0; step < moment; step++) await Promise.resolve();
      await client.actions.list({}, { signal: AbortSignal.timeout(300) }).catch((error: unknown) => {
        // Who came before the first had left waits for the same token, which never comes; nothing else may go wrong.
        assert.equal((error as Error).name, 'TimeoutError', `at moment ${moment}`);
        assert.equal(asks, 1);
      });
      await left;
    }
  });

  it('that never comes ends the call after the timeout', async () => {
    // The timer of the timeout alone does not keep a process alive; a page has others.
    const alive = setInterval(() => undefined, 1000);
    const client = createClient({ baseUrl: server.url, getToken: () => new Promise(() => undefined), timeout: 30 });
    await assert.rejects(client.me(), { code: 'network', transient: true });
    clearInterval(alive);
    assert.equal(server.asked.length, 0);
  });

  it('that is none at all is the host’s mistake, and says so', async () => {
    const client = createClient({ baseUrl: server.url, getToken: () => Promise.resolve('not a token\n') });
    await assert.rejects(client.me(), { name: 'TypeError', message: /getToken must resolve/ });
  });

  it('of somebody else is used only after the page was told, and ends what was begun for the one before', async () => {
    const [first, second] = [jwt({ sub: 'p1', tid: 'w1' }), jwt({ sub: 'p2', tid: 'w1' })];
    const { getToken } = host(first, second);
    const told: string[] = [];
    const client = createClient({
      baseUrl: server.url,
      getToken,
      onIdentityChange: (to, from) => {
        told.push(`${from.subject} → ${to.subject}, after ${server.asked.length} requests`);
      },
    });
    server.answers(problem('token-expired'), ok);
    const write = client.actions.create({ context: { type: 'personal' }, title: 'Mine' });
    await assert.rejects(write, { code: 'token-invalid' });
    assert.deepEqual(told, ['p1 → p2, after 1 requests']);
    assert.equal(server.asked.length, 1, 'the write of the one before is not sent for the other');
    await client.actions.list();
    assert.equal(server.asked[1]?.headers.authorization, `Bearer ${second}`);
  });

  it('of another workspace counts as somebody else', async () => {
    const { getToken } = host(jwt({ sub: 'p1', tid: 'w1' }), jwt({ sub: 'p1', tid: 'w2' }));
    const tenants: (string | null)[] = [];
    const client = createClient({
      baseUrl: server.url,
      getToken,
      onIdentityChange: (to) => void tenants.push(to.tenant),
    });
    server.answers(problem('token-expired'), ok);
    await assert.rejects(client.me(), { code: 'token-invalid' });
    assert.deepEqual(tenants, ['w2']);
  });

  it('is not asked for by what is public', async () => {
    const { getToken, reasons } = host('one');
    const client = createClient({ baseUrl: server.url, getToken, retry: { limit: 0 } });
    server.answers(hangUp);
    await assert.rejects(client.service(), { code: 'network' });
    assert.deepEqual(reasons, []);
    assert.equal(server.asked[0]?.headers.authorization, undefined);
  });
});
