// Edits that meet a newer version (api.md R-V-2), over a real socket.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type Client, createClient } from '@followthrough/api-client';
import { BackendError } from '@followthrough/core/backend';
import { type FaultyServer, faultyServer, json, problem } from './faulty-server.ts';
import { action, engagement, engagementDetail, fakeTiming } from './sample.ts';

const base = action({ version: 1 });

describe('an edit that meets a newer version', () => {
  let server: FaultyServer;
  let client: Client;
  beforeEach(async () => {
    server = await faultyServer(json(base));
    client = createClient({ baseUrl: server.url, getToken: () => Promise.resolve('token'), timing: fakeTiming() });
  });
  afterEach(() => server.close());

  const conflict = (changes: Parameters<typeof action>[0]) => {
    const current = action(changes);
    return problem('version-conflict', { current, currentVersion: current.version });
  };

  it('is merged where others changed other fields, and sent on the current version under another key', async () => {
    const merged = action({ title: 'Send it', description: 'By mail', version: 3 });
    server.answers(conflict({ description: 'By mail', version: 2 }), json(merged));
    const answer = await client.actions.update(
      'a1',
      { title: 'Send it' },
      { version: 1, base, intent: 'intent-0123456789' },
    );
    assert.deepEqual(answer, merged);
    const [first, second] = server.asked;
    assert.deepEqual([first?.headers['if-match'], second?.headers['if-match']], ['"1"', '"2"']);
    assert.equal(first?.headers['idempotency-key'], 'intent-0123456789');
    assert.notEqual(second?.headers['idempotency-key'], 'intent-0123456789');
    assert.deepEqual(second?.body, { title: 'Send it' }, 'only the changed fields are sent');
  });

  it('goes through where both wrote the same', async () => {
    server.answers(conflict({ title: 'Send it', version: 2 }), json(action({ title: 'Send it', version: 2 })));
    const answer = await client.actions.update('a1', { title: 'Send it' }, { version: 1, base });
    assert.equal(answer.version, 2);
  });

  it('is the person’s to decide where both changed one field, and both values are at hand', async () => {
    server.answers(conflict({ title: 'Send the plan', version: 2 }));
    await assert.rejects(client.actions.update('a1', { title: 'Send it' }, { version: 1, base }), (error) => {
      assert(error instanceof BackendError);
      assert.deepEqual([error.code, error.currentVersion], ['version-conflict', 2]);
      assert.equal((error.current as { title: string }).title, 'Send the plan');
      return true;
    });
    assert.equal(server.asked.length, 1);
  });

  it('is not merged without the action as its editor saw it', async () => {
    server.answers(conflict({ description: 'By mail', version: 2 }));
    await assert.rejects(client.actions.update('a1', { title: 'Send it' }, { version: 1 }), {
      code: 'version-conflict',
    });
    assert.equal(server.asked.length, 1);
  });

  it('is merged again and again, but not for ever', async () => {
    let version = 1;
    server.answers((response, asked) => {
      version++;
      conflict({ description: `Change ${version}`, version })(response, asked);
    });
    await assert.rejects(client.actions.update('a1', { title: 'Send it' }, { version: 1, base }), {
      code: 'version-conflict',
    });
    assert.deepEqual(
      server.asked.map(({ headers }) => headers['if-match']),
      ['"1"', '"2"', '"3"', '"4"'],
    );
    assert.equal(new Set(server.asked.map(({ headers }) => headers['idempotency-key'])).size, 4);
  });

  it('is not merged on what the backend does not show', async () => {
    server.answers(problem('version-conflict', { currentVersion: 2 }));
    await assert.rejects(client.actions.update('a1', { title: 'x' }, { version: 1, base }), {
      code: 'version-conflict',
    });
  });
});

describe('an edit of an engagement that meets a newer version', () => {
  let server: FaultyServer;
  let client: Client;
  beforeEach(async () => {
    server = await faultyServer(json(engagementDetail));
    client = createClient({ baseUrl: server.url, getToken: () => Promise.resolve('token'), timing: fakeTiming() });
  });
  afterEach(() => server.close());

  const seen = engagement({ version: 1 });
  const conflict = (changes: Parameters<typeof engagement>[0]) => {
    const current = engagement(changes);
    return problem('version-conflict', { current, currentVersion: current.version });
  };

  it('is merged where others changed other settings', async () => {
    server.answers(conflict({ endDate: '2026-09-30', version: 2 }), json({ ...engagementDetail, version: 3 }));
    const answer = await client.engagements.update('e1', { title: 'Lead' }, { version: 1, base: seen });
    assert.equal(answer.version, 3);
    assert.deepEqual(
      server.asked.map(({ headers, body }) => [headers['if-match'], body]),
      [
        ['"1"', { title: 'Lead' }],
        ['"2"', { title: 'Lead' }],
      ],
    );
  });

  it('is the person’s to decide where both changed one setting', async () => {
    server.answers(conflict({ title: 'Led', updatedBy: 'p2', version: 2 }));
    await assert.rejects(client.engagements.update('e1', { title: 'Lead' }, { version: 1, base: seen }), {
      code: 'version-conflict',
      currentVersion: 2,
    });
    assert.equal(server.asked.length, 1);
  });
});
