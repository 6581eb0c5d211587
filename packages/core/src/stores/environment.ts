// What the stores need of the world around them: a clock, timers, new ids, chance, and whether there is a network. One
// object, so that tests hold the clock and the network still, and so that no store reaches for a global by itself.
import { uuidV7 } from '../domain/index.ts';
import type { Id } from '../schema/index.ts';

export interface Environment {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now: () => number;
  /** A new id; UUIDv7 by default. */
  newId: () => Id;
  /** A number from 0 (inclusive) to 1 (exclusive), to spread retries. */
  random: () => number;
  /** Calls back once after so many milliseconds; what it returns cancels that. */
  after: (milliseconds: number, callback: () => void) => () => void;
  /** Whether the network is thought to be there. */
  isOnline: () => boolean;
  /** Calls back when the network comes or goes; what it returns ends that. */
  onConnectivity: (callback: () => void) => () => void;
}

/**
 * The environment of a page or of Node, with what is given in place of its own.
 * @example environment({ now: () => Date.UTC(2026, 4, 15, 9) })
 */
export function environment(given: Partial<Environment> = {}): Environment {
  const now = given.now ?? Date.now;
  return {
    now,
    newId: given.newId ?? (() => uuidV7(now(), randomBytes)),
    random: given.random ?? Math.random,
    after: given.after ?? after,
    isOnline: given.isOnline ?? isOnline,
    onConnectivity: given.onConnectivity ?? onConnectivity,
  };
}

function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

/** What timers count to: they fire at once where they are to wait longer. */
const LONGEST_TIMER = 2 ** 31 - 1;

function after(milliseconds: number, callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = (left: number): void => {
    const part = Math.min(left, LONGEST_TIMER);
    timer = setTimeout(() => (left > part ? wait(left - part) : callback()), part);
    // In Node a timer is an object that would keep the process alive until midnight.
    (timer as unknown as { unref?: () => void }).unref?.();
  };
  wait(milliseconds);
  return () => clearTimeout(timer);
}

function isOnline(): boolean {
  // Node has a navigator that does not say: only an explicit no counts.
  return (globalThis.navigator as Navigator | undefined)?.onLine !== false;
}

function onConnectivity(callback: () => void): () => void {
  const page = globalThis as Partial<Pick<typeof globalThis, 'addEventListener' | 'removeEventListener'>>;
  page.addEventListener?.('online', callback);
  page.addEventListener?.('offline', callback);
  return () => {
    page.removeEventListener?.('online', callback);
    page.removeEventListener?.('offline', callback);
  };
}
