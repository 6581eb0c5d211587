// Looking at once whose the tokens are now (api.md R-T-1), over a real socket.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createClient } from '@followthrough/api-client';
import { type FaultyServer, faultyServer, json } from './faulty-server.ts';
import { jwt, page } from './sample.ts';

const ok = json(page([]));
const tokenOf = (sub: string, tid = 'w', n = 0) => jwt({ sub, tid, n });

describe('looking whose the tokens are now', () => {
  let server: FaultyServer;
  beforeEach(async () => {
    server = await faultyServer(ok);
  });
  afterEach(() => server.close());

  const cases: [name: string, before: string, after: string, told: boolean, changes: number][] = [
    ['the same person', tokenOf('ana'), tokenOf('ana', 'w', 1), true, 0],
    ['the very same token', 'opaque', 'opaque', true, 0],
    ['another person', tokenOf('ana'), tokenOf('ben'), true, 1],
    ['another workspace', tokenOf('ana'), tokenOf('ana', 'other'), true, 1],
    ['one that does not say whose it is', 'opaque', 'other', false, 0],
    ['one that no longer says whose it is', tokenOf('ana'), 'opaque', false, 0],
  ];
  for (const [name, before, after, told, expected] of cases) {
    it(`${name}: ${told ? 'it is told' : 'nobody can tell'}, ${expected} change`, async () => {
      let token = before;
      let changes = 0;
      const client = createClient({
        baseUrl: server.url,
        getToken: () => Promise.resolve(token),
        onIdentityChange: () => void changes++,
      });
      await client.actions.list();
      const sent = server.asked.length;
      token = after;
      assert.deepEqual([await client.checkToken(), changes, server.asked.length], [told, expected, sent]);
      await client.actions.list();
      assert.equal(server.asked.at(-1)?.headers.authorization, `Bearer ${after}`);
    });
  }

  it('asks for nothing where no token was asked for yet', async () => {
    let asked = 0;
    const client = createClient({ baseUrl: server.url, getToken: () => Promise.resolve(`t${++asked}`) });
    assert.deepEqual([await client.checkToken(), asked], [true, 0]);
  });

  it('rejects where there is none to be had, and the next call asks again', async () => {
    let answers = [() => Promise.resolve(tokenOf('ana')), () => Promise.reject(new Error('down'))];
    answers = [...answers, () => Promise.resolve(tokenOf('ben'))];
    let at = 0;
    const client = createClient({ baseUrl: server.url, getToken: () => answers[Math.min(at++, 2)]!() });
    await client.actions.list();
    await assert.rejects(client.checkToken());
    await client.actions.list().catch(() => undefined);
    await client.actions.list();
    assert.equal(server.asked.at(-1)?.headers.authorization, `Bearer ${tokenOf('ben')}`);
  });
});
