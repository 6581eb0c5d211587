// Passing failures are tried again, safely and patiently (api.md R-I-1, R-OB-3), over a real socket.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { type ClientOptions, createClient } from '@followthrough/api-client';
import { BackendError } from '@followthrough/core/backend';
import {
  type Answer,
  cutShort,
  empty,
  type FaultyServer,
  faultyServer,
  hangUp,
  html,
  json,
  problem,
  silence,
  stalledBody,
} from './faulty-server.ts';
import { DEFAULT_RETRY, realTiming, retryAfterOf, waitBefore } from '../src/retry.ts';
import { action, fakeTiming, page } from './sample.ts';

const getToken = (): Promise<string> => Promise.resolve('token');
const made = json(action(), { status: 201 });
const draft = { context: { type: 'personal' }, title: 'Send the deck' } as const;

describe('a call', () => {
  let server: FaultyServer;
  beforeEach(async () => {
    server = await faultyServer(made);
  });
  afterEach(() => server.close());
  const clientWith = (options: Partial<ClientOptions> = {}) =>
    createClient({ baseUrl: server.url, getToken, timing: fakeTiming(), ...options });

  const passing: [string, Answer][] = [
    ['a connection that is refused an answer', hangUp],
    ['an answer that breaks off', cutShort],
    ['408', empty(408)],
    ['425', empty(425)],
    ['429', problem('rate-limited')],
    ['500', problem('internal')],
    ['502 from a proxy, in HTML', html(502)],
    ['503', problem('unavailable')],
    ['a redirect', empty(302, { location: 'http://127.0.0.1:1/login' })],
    ['200 in HTML from a captive portal', html(200)],
    ['the first attempt still being in progress', problem('idempotency-in-progress')],
  ];
  for (const [name, fault] of passing) {
    it(`survives ${name}, and tries again under the same key`, async () => {
      server.answers(fault, fault, made);
      const created = await clientWith().actions.create(draft);
      assert.equal(created.id, 'a1');
      assert.equal(server.asked.length, 3);
      const keys = new Set(server.asked.map(({ headers }) => headers['idempotency-key']));
      assert.equal(keys.size, 1);
      assert.match([...keys][0] as string, /^[A-Za-z0-9_-]{16,64}$/);
    });
  }

  const final: [string, Answer, string][] = [
    ['a refusal', problem('forbidden', { rule: 'personal-owner' }), 'forbidden'],
    [
      'invalid input',
      problem('validation', { errors: [{ pointer: '/title', code: 'empty', message: 'x' }] }),
      'validation',
    ],
    ['what is not there', problem('not-found'), 'not-found'],
    ['a page of a proxy that says 404', html(404), 'unreadable'],
  ];
  for (const [name, fault, code] of final) {
    it(`is not tried again after ${name}`, async () => {
      server.answers(fault);
      await assert.rejects(clientWith().actions.create(draft), { code });
      assert.equal(server.asked.length, 1);
    });
  }

  it('gives up after the limit with the last failure', async () => {
    const timing = fakeTiming();
    server.answers(problem('unavailable', { detail: 'Back soon.' }, { 'x-request-id': 'req-7' }));
    const failed = clientWith({ timing, retry: { limit: 3 } }).me();
    await assert.rejects(failed, (error) => {
      assert(error instanceof BackendError);
      assert.deepEqual(
        [error.code, error.detail, error.requestId, error.transient],
        ['unavailable', 'Back soon.', 'req-7', true],
      );
      return true;
    });
    assert.equal(server.asked.length, 4);
    assert.deepEqual(timing.slept, [150, 300, 600]);
  });

  it('names the intent it was given, and another one otherwise each time', async () => {
    const client = clientWith();
    await client.actions.create(draft, { intent: 'intent-0123456789' });
    await client.actions.create(draft);
    await client.actions.create(draft);
    const keys = server.asked.map(({ headers }) => headers['idempotency-key']);
    assert.equal(keys[0], 'intent-0123456789');
    assert.equal(new Set(keys).size, 3);
  });

  it('with an intent that can be no key is the caller’s mistake, and says so', async () => {
    await assert.rejects(clientWith().actions.create(draft, { intent: 'short' }), {
      name: 'TypeError',
      message: /16 to 64/,
    });
    assert.equal(server.asked.length, 0);
  });

  it('waits as long as Retry-After asks, and a little more', async () => {
    const timing = fakeTiming();
    server.answers(problem('rate-limited', {}, { 'retry-after': '7' }), made);
    await clientWith({ timing }).actions.create(draft);
    assert.deepEqual(timing.slept, [7150]);
  });

  it('reads a Retry-After date against the backend’s own clock', async () => {
    const timing = fakeTiming();
    const dates = { date: 'Fri, 15 May 2020 09:00:00 GMT', 'retry-after': 'Fri, 15 May 2020 09:00:05 GMT' };
    server.answers(problem('unavailable', {}, dates), made);
    await clientWith({ timing }).actions.create(draft);
    assert.deepEqual(timing.slept, [5150]);
  });

  it('that would have to wait too long tells its caller at once, with the time', async () => {
    const timing = fakeTiming();
    server.answers(problem('rate-limited', {}, { 'retry-after': '3600' }));
    await assert.rejects(clientWith({ timing }).me(), { code: 'rate-limited', retryAfter: 3_600_000 });
    assert.deepEqual(timing.slept, []);
  });

  it('that is aborted while it waits ends with the signal’s reason and asks no more', async () => {
    const leaving = new AbortController();
    server.answers((response, asked) => {
      problem('unavailable', {}, { 'retry-after': '15' })(response, asked);
      setTimeout(() => leaving.abort(new Error('left the page')), 30);
    });
    const client = createClient({ baseUrl: server.url, getToken, timing: { random: () => 0 } });
    await assert.rejects(client.me({ signal: leaving.signal }), /left the page/);
    assert.equal(server.asked.length, 1);
  });

  it('that is aborted while it waits for an answer, or for its end, ends with the signal’s reason', async () => {
    for (const fault of [silence, stalledBody]) {
      const leaving = new AbortController();
      server.answers((response, asked) => {
        fault(response, asked);
        setTimeout(() => leaving.abort(new Error('left the page')), 20);
      });
      await assert.rejects(clientWith().me({ signal: leaving.signal }), /left the page/);
    }
    assert.equal(server.asked.length, 2);
  });

  it('that was aborted before it began asks nothing', async () => {
    await assert.rejects(clientWith().me({ signal: AbortSignal.abort(new Error('too late')) }), /too late/);
    assert.equal(server.asked.length, 0);
  });

  it('tries again when no head comes in time', async () => {
    server.answers(silence, made);
    await clientWith({ timeout: 100 }).actions.create(draft);
    assert.equal(server.asked.length, 2);
  });

  it('tries again when the body does not end in time', async () => {
    server.answers(stalledBody, json(page([])));
    await clientWith({ timeout: 100 }).actions.list();
    assert.equal(server.asked.length, 2);
  });

  it('to a server that is not there fails as network', async () => {
    const gone = await faultyServer(made);
    await gone.close();
    const timing = fakeTiming();
    const client = createClient({ baseUrl: gone.url, getToken, timing });
    await assert.rejects(client.me(), { code: 'network' });
    assert.equal(timing.slept.length, DEFAULT_RETRY.limit);
  });

  it('ends with an AbortError when the client is disposed of, and so does every later one', async () => {
    const client = clientWith();
    server.answers(silence);
    const waiting = client.me();
    setTimeout(() => client.dispose(), 20);
    await assert.rejects(waiting, { name: 'AbortError' });
    await assert.rejects(client.me(), { name: 'AbortError' });
  });
});

describe('the wait before a retry', () => {
  const failure = new BackendError('unavailable');

  it('lies between nothing and a limit that doubles up to the cap', () => {
    const policy = { limit: 20, base: 300, cap: 20_000 };
    fc.assert(
      fc.property(fc.nat(19), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (retry, chance) => {
        const wait = waitBefore(retry, failure, policy, () => chance);
        assert(wait !== null);
        let limit = policy.base;
        for (let step = 0; step < retry; step++) limit = Math.min(policy.cap, limit * 2);
        assert(wait >= 0 && wait <= limit);
        // The whole span is used: chance alone decides.
        assert(Math.abs(wait - chance * limit) < 1e-6);
      }),
    );
  });

  it('is never shorter than what was asked', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (asked, chance) => {
        const wait = waitBefore(0, new BackendError('unavailable', { retryAfter: asked }), DEFAULT_RETRY, () => chance);
        assert(wait !== null && wait >= asked && wait < asked + DEFAULT_RETRY.base + 1);
      }),
    );
  });

  const now = Date.parse('2026-05-15T09:00:00Z');
  const headers: [name: string, headers: Record<string, string>, expected: number | undefined][] = [
    ['absent', {}, undefined],
    ['seconds', { 'retry-after': '120' }, 120_000],
    ['no time at all', { 'retry-after': '0' }, 0],
    ['a date', { 'retry-after': 'Fri, 15 May 2026 09:01:00 GMT' }, 60_000],
    ['a date in the past', { 'retry-after': 'Fri, 15 May 2026 08:00:00 GMT' }, 0],
    ['nonsense', { 'retry-after': 'soon' }, undefined],
    ['a negative number', { 'retry-after': '-5' }, undefined],
  ];
  for (const [name, given, expected] of headers) {
    it(`reads Retry-After: ${name}`, () => {
      assert.equal(retryAfterOf(new Headers(given), now), expected);
    });
  }

  it('of the real clock ends when the signal does', async () => {
    const leaving = new AbortController();
    const waiting = realTiming.sleep(60_000, leaving.signal);
    leaving.abort(new Error('enough'));
    await assert.rejects(waiting, /enough/);
    await assert.rejects(realTiming.sleep(60_000, leaving.signal), /enough/);
  });
});
