// When a call is tried again, and how long it waits: exponential backoff with full jitter, and what `Retry-After` asks.
// Every write carries the key of its intent, so that trying one again is safe (api.md R-I-1).
import type { BackendError } from '@followthrough/core/backend';

export interface RetryPolicy {
  /** How often a call is tried again after its first attempt. */
  limit: number;
  /** The longest wait before the first retry, in milliseconds; it doubles with each. */
  base: number;
  /** The longest wait of all, in milliseconds. Where a backend asks for a longer one, the caller is told at once. */
  cap: number;
}
export const DEFAULT_RETRY: RetryPolicy = { limit: 4, base: 300, cap: 20_000 };

/** Clock, chance and waiting; tests bring their own. */
export interface Timing {
  /** Epoch milliseconds. */
  now(): number;
  /** At least 0, below 1. */
  random(): number;
  /** Waits; rejects with the signal's reason where that comes first. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const realTiming: Timing = {
  now: Date.now,
  random: Math.random,
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', leave);
        resolve();
      }, milliseconds);
      if (signal?.aborted) leave();
      signal?.addEventListener('abort', leave, { once: true });
    }),
};

/**
 * How long to wait before retry number `retry` (0 the first), in milliseconds; null where there is to be none.
 * @param error why the attempt failed, with what `Retry-After` asked
 */
export function waitBefore(
  retry: number,
  error: BackendError,
  policy: RetryPolicy,
  random: () => number,
): number | null {
  if (retry >= policy.limit) return null;
  const asked = error.retryAfter;
  if (asked === undefined) return random() * Math.min(policy.cap, policy.base * 2 ** retry);
  // Jitter above what was asked, never below, so that all who were sent away do not come back at once.
  return asked > policy.cap ? null : asked + random() * policy.base;
}

/**
 * What a `Retry-After` header asks, in milliseconds: seconds, or an HTTP date read against the answer's own `Date`.
 * Undefined where it asks nothing that can be read.
 */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
  const asked = headers.get('retry-after')?.trim();
  if (asked === undefined || asked === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(asked)) return Number(asked) * 1000;
  // A date of HTTP begins with its weekday; `Date.parse` would take a bare number for a year.
  const until = /^[A-Z][a-z]{2},/.test(asked) ? Date.parse(asked) : NaN;
  if (Number.isNaN(until)) return undefined;
  const told = Date.parse(headers.get('date') ?? '');
  return Math.max(0, until - (Number.isNaN(told) ? now : told));
}
