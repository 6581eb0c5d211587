// The part that reads answers comes beside the first request, and a failure to get it costs no more than a lost answer.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BackendError } from '@followthrough/core/backend';
import { createAnswersLoader } from '../src/answers-loader.ts';
import { isTransport } from '../src/exchange.ts';

const part = await import('../src/answers.ts');
const never = () => new Promise<typeof part>(() => undefined);

describe('the part that reads answers', () => {
  it('is asked for at once, and once for all who wait', async () => {
    let asked = 0;
    const load = createAnswersLoader(1000, () => {
      asked++;
      return Promise.resolve(part);
    });
    assert.equal(asked, 1);
    assert.deepEqual(await Promise.all([load(), load()]), [part, part]);
    assert.equal(asked, 1);
  });

  it('that could not be had counts as an answer lost on its way, and is asked for anew by the next attempt', async () => {
    const outcomes = [Promise.reject<typeof part>(new TypeError('offline')), Promise.resolve(part)];
    const load = createAnswersLoader(1000, () => outcomes.shift() ?? never());
    await assert.rejects(load(), (error) => error instanceof BackendError && isTransport(error));
    assert.equal(await load(), part);
  });

  it('is not waited for longer than for an answer', async () => {
    const load = createAnswersLoader(20, never);
    await assert.rejects(load(), (error) => error instanceof BackendError && isTransport(error));
  });

  it('is not waited for by whoever has left', async () => {
    const leaving = new AbortController();
    const load = createAnswersLoader(60_000, never);
    const waiting = load(leaving.signal);
    leaving.abort(new Error('left the page'));
    await assert.rejects(waiting, /left the page/);
  });
});
