// 120 writes and 600 reads a minute for each subject (api.md §5, Limits). A sliding window of two counts: what was in the
// minute before counts by the part of it that is still within the last sixty seconds. Nobody's use changes another's.
import { BackendError } from '@followthrough/core/backend';

/** What a minute holds for each subject. */
export interface RateLimits {
  writes: number;
  reads: number;
}

/** How a subject stands after a request. */
export interface Allowance {
  policy: 'writes' | 'reads';
  quota: number;
  remaining: number;
  /** Seconds until this minute's count ends. */
  reset: number;
}

/** Counts one request; rejects with `rate-limited` where the subject has no more. */
export type CountRequest = (subject: string, policy: Allowance['policy'], now: number) => Allowance;

const WINDOW_MS = 60_000;

interface Count {
  window: number;
  before: number;
  current: number;
}

/** Makes a counter of requests; it holds what the last two minutes need. */
export function createRateLimit(limits: RateLimits): CountRequest {
  const counts = new Map<string, Count>();
  let swept = 0;

  return (subject, policy, now) => {
    const window = Math.floor(now / WINDOW_MS);
    if (window !== swept) {
      for (const [key, count] of counts) if (count.window < window - 1) counts.delete(key);
      swept = window;
    }
    const key = `${policy} ${subject}`;
    const count = rolled(counts.get(key), window);
    counts.set(key, count);

    const quota = limits[policy];
    const left = WINDOW_MS - (now - window * WINDOW_MS);
    const used = Math.floor((count.before * left) / WINDOW_MS) + count.current;
    const reset = Math.max(1, Math.ceil(left / 1000));
    if (used >= quota) {
      throw new BackendError('rate-limited', {
        detail: `At most ${quota} ${policy} a minute.`,
        retryAfter: waitFor(quota, count, left),
      });
    }
    count.current++;
    return { policy, quota, remaining: quota - used - 1, reset };
  };
}

/** Milliseconds until so much of the minute before has gone by that one more is let through. */
function waitFor(quota: number, { before, current }: Count, left: number): number {
  // A full minute counts in full where the next begins, and less a moment later.
  if (current >= quota) return left + 1;
  return Math.floor(left - ((quota - current) * WINDOW_MS) / before) + 1;
}

function rolled(count: Count | undefined, window: number): Count {
  if (!count || count.window < window - 1 || count.window > window) return { window, before: 0, current: 0 };
  return count.window === window ? count : { window, before: count.current, current: 0 };
}
