// How long to wait before something that failed is tried again: twice as long each time, from 1 s to 5 min, spread by
// chance so that many pages do not come back at once; never sooner than the backend asked (api.md R-OB-3).

const FIRST = 1_000;
const LONGEST = 300_000;
const SHORTEST = 200;

/**
 * Milliseconds to wait.
 * @param attempts how often it was tried
 * @param retryAfter what the backend asked for, in milliseconds
 * @param chance from 0 to 1
 */
export function retryDelay(attempts: number, retryAfter: number | undefined, chance: number): number {
  const ceiling = Math.min(LONGEST, FIRST * 2 ** (attempts - 1));
  return Math.max(SHORTEST, retryAfter ?? 0, chance * ceiling + (retryAfter ?? 0));
}
