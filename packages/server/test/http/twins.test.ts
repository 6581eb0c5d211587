// Nobody can tell twin worlds apart, hundreds of them, in memory; see `twin-trial.ts`.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Worker } from 'node:worker_threads';
import type { Met, Trial } from './twin-trial.ts';

/** Tries it in a thread of its own: the runner follows every promise of the tests' thread, which takes as long again. */
function tried(trial: Trial): Promise<Met> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./twin-trial.ts', import.meta.url), { workerData: trial });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the trial ended with ${code} and said nothing`)));
  });
}

it('Twin worlds in memory are alike to a guest of a room, answer by answer', async () => {
  const { statuses, holding } = await tried({ of: 'rooms', pairs: 500, words: 'internalStep' });
  for (const status of ['200', '403', '404', '409']) assert.ok(statuses.has(status), JSON.stringify([...statuses]));
  assert.ok(holding > 20, `dates on internal steps are told in ${holding} pairs`);
});

it('Twin worlds in memory are alike to everybody in an engagement, and to nobody in it, answer by answer', async () => {
  const { statuses, holding } = await tried({ of: 'engagements', pairs: 80, words: '"locked":true' });
  for (const status of ['200', '201', '204', '403', '404', '409', '412', '422'])
    assert.ok(statuses.has(status), JSON.stringify([...statuses]));
  assert.ok(holding > 10, `locked places are told in ${holding} pairs`);
});
