import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { environment } from '../../src/stores/environment.ts';

const LONGEST = 2 ** 31 - 1;
const DAY = 86_400_000;

/** Timers as they are everywhere: what is to wait longer than they can count fires after a millisecond. */
function timers(context: TestContext) {
  const set = new Map<number, { at: number; callback: () => void }>();
  let now = 0;
  let last = 0;
  context.mock.method(globalThis, 'setTimeout', (callback: () => void, delay: number) => {
    set.set(++last, { at: now + (delay > LONGEST ? 1 : delay), callback });
    return last;
  });
  context.mock.method(globalThis, 'clearTimeout', (id: number) => set.delete(id));
  return {
    waiting: () => set.size,
    /** Lets time go by, to the millisecond. */
    go: (to: number) => {
      for (;;) {
        const [next] = [...set].filter(([, { at }]) => at <= to).toSorted(([, one], [, other]) => one.at - other.at);
        if (!next) break;
        now = next[1].at;
        set.delete(next[0]);
        next[1].callback();
      }
      now = to;
    },
  };
}

for (const wait of [0, 1, LONGEST - 1, LONGEST, LONGEST + 1, 40 * DAY, 3 * LONGEST, 9_999_999_000]) {
  test(`a wait of ${wait} ms is neither shorter nor longer, whatever timers can count to`, (context) => {
    const { go, waiting } = timers(context);
    let called = 0;
    environment().after(wait, () => called++);
    go(wait - 1);
    assert.equal(called, 0);
    go(wait);
    assert.deepEqual([called, waiting()], [1, 0]);
  });
}

test('a wait that is called off ends in whichever part of it it is', (context) => {
  const { go, waiting } = timers(context);
  const cancel = environment().after(3 * LONGEST, () => assert.fail('called off'));
  go(2 * LONGEST + 5);
  cancel();
  assert.equal(waiting(), 0);
});

test('a wait without end never ends', (context) => {
  const { go, waiting } = timers(context);
  environment().after(Infinity, () => assert.fail('not yet'));
  go(100 * LONGEST);
  assert.equal(waiting(), 1);
});
