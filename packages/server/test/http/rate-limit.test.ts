// 120 writes and 600 reads a minute for each subject (api.md §4): never more in any sixty seconds than is said, and whoever
// waits as long as they are told is let through.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BackendError } from '@followthrough/core/backend';
import fc from 'fast-check';
import { type CountRequest, createRateLimit } from '../../src/http/rate-limit.ts';

const BEGIN = Date.UTC(2026, 4, 15);

/** How long to wait, in whole seconds as a reply tells it; null where the request is let through. */
function refusedFor(count: CountRequest, now: number): number | null {
  try {
    count('ada', 'writes', now);
    return null;
  } catch (error) {
    assert.ok(error instanceof BackendError && error.code === 'rate-limited' && error.retryAfter !== undefined);
    return Math.ceil(error.retryAfter / 1000);
  }
}

describe('A limit of requests', () => {
  const quotas = fc.integer({ min: 1, max: 6 });
  const pauses = fc.array(fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.constantFrom(0, 59_999, 60_000, 120_001)), {
    minLength: 1,
    maxLength: 60,
  });

  it('lets through whoever waited as long as they were told', () => {
    let refusals = 0;
    fc.assert(
      fc.property(quotas, pauses, (writes, times) => {
        const count = createRateLimit({ writes, reads: 1 });
        let now = BEGIN;
        for (const pause of times) {
          now += pause;
          const wait = refusedFor(count, now);
          if (wait === null) continue;
          refusals++;
          assert.ok(wait >= 1 && wait <= 120);
          now += wait * 1000;
          assert.equal(refusedFor(count, now), null, `after ${wait} s`);
        }
      }),
      { numRuns: 300 },
    );
    assert.ok(refusals > 300);
  });

  it('takes at once as many as it says, and the next after that is told to wait', () => {
    const count = createRateLimit({ writes: 3, reads: 1 });
    const waits = [0, 0, 0, 0].map(() => refusedFor(count, BEGIN + 15_000));
    assert.deepEqual(waits.slice(0, 3), [null, null, null]);
    assert.equal(waits[3], 46);
  });

  it('counts each subject and each kind by itself', () => {
    const count = createRateLimit({ writes: 1, reads: 1 });
    for (const subject of ['ada', 'ben']) {
      assert.equal(count(subject, 'writes', BEGIN).remaining, 0);
      assert.equal(count(subject, 'reads', BEGIN).remaining, 0);
    }
  });
});
