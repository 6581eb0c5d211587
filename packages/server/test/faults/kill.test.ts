// A server that is killed in the middle of a burst of writes has lost nothing that it acknowledged and left nothing half
// written; another one takes its place on the same data.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { type DatabaseAddress, openDatabase } from '../../src/database/database.ts';
import { inWorkspace } from '../../src/database/tenant.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { startScript } from '../support/processes.ts';

const SCRIPT = new URL('../support/server-process.ts', import.meta.url);

const ROUNDS = process.env['FULL'] === '1' ? 20 : 2;
const WRITERS = 6;

interface Burst {
  acknowledged: string[];
  /** Actions that were closed, as acknowledged. */
  closed: string[];
}

/** Writers that write until the server is gone; it is killed once so many writes were acknowledged. */
async function burst(url: string, token: string, round: number, kill: (writes: number) => void): Promise<Burst> {
  const seen: Burst = { acknowledged: [], closed: [] };
  const write = async (method: string, path: string, body: object) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify(body),
    });
    assert.ok(response.ok, `${response.status} ${await response.clone().text()}`);
    await response.arrayBuffer();
    kill(seen.acknowledged.length + seen.closed.length);
  };
  const writer = async (name: number) => {
    for (let n = 0; ; n++) {
      const id = `r${round}-w${name}-${n}`;
      try {
        await write('POST', '/actions', { id, context: { type: 'personal' }, title: `Burst ${id}` });
        seen.acknowledged.push(id);
        await write('PUT', `/actions/${id}/state`, { state: 'done' });
        seen.closed.push(id);
      } catch (error) {
        // The connection broke: what was under way is unknown, what came before was acknowledged.
        if (error instanceof TypeError) return;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, name) => writer(name)));
  return seen;
}

async function killedAndChecked(address: DatabaseAddress, folder: string): Promise<void> {
  const all: Burst = { acknowledged: [], closed: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const server = startScript(SCRIPT, [JSON.stringify(address), folder]);
    const { url, token } = JSON.parse(await server.line('{')) as { url: string; token: string };
    const enough = 40 + 23 * round;
    let killed: Promise<number | null> | undefined;
    const seen = await burst(url, token, round, (writes) => {
      if (writes >= enough) killed ??= server.end('SIGKILL');
    });
    await killed;
    assert.equal(server.child.signalCode, 'SIGKILL', server.said());
    all.acknowledged.push(...seen.acknowledged);
    all.closed.push(...seen.closed);
    await check(address, all);
  }
}

async function check(address: DatabaseAddress, { acknowledged, closed }: Burst): Promise<void> {
  const database = await openDatabase(address);
  try {
    await inWorkspace(database, 'acme', async (query) => {
      const { rows } = await sql<{ id: string; state: string; made: number; closings: number; intents: number }>`
        select action.id, action.state,
          (select count(*) from state_change c where c.action_id = action.id and c.from_state is null) as made,
          (select count(*) from state_change c where c.action_id = action.id and c.to_state = 'done') as closings,
          (select count(*) from intent where resource_id = action.id) as intents
        from action`.execute(query);
      const kept = new Map(rows.map((row) => [row.id, row]));
      assert.deepEqual(
        acknowledged.filter((id) => !kept.has(id)),
        [],
        'acknowledged and lost',
      );
      assert.deepEqual(
        closed.filter((id) => kept.get(id)?.state !== 'done'),
        [],
        'closed and lost',
      );
      for (const { id, state, made, closings, intents } of rows) {
        const whole = state === 'done' ? [1, 1, 2] : [1, 0, 1];
        assert.deepEqual([made, closings, intents], whole, `${id} is half written`);
      }
      const { rows: stray } = await sql`
        select 1 from intent where not exists (select from action where action.id = intent.resource_id)`.execute(query);
      assert.equal(stray.length, 0, 'an intent without its effect');
    });
  } finally {
    await database.close();
  }
}

describe('A server killed in the middle of writing', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'followthrough-kill-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('keeps all that it acknowledged in PGlite’s folder, which the next one takes over', () =>
    killedAndChecked({ folder: join(folder, 'data') }, folder));

  describe('on PostgreSQL', () => {
    let postgres: TestPostgres;
    before(async () => {
      postgres = await startPostgres();
    });
    after(() => postgres.stop());

    it('keeps all that it acknowledged', async () =>
      killedAndChecked({ url: await postgres.createDatabase() }, folder));
  });
});
