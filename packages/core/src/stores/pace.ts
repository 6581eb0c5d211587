// Many writes that only go one by one are kept within what a backend takes (api.md §5: 120 writes a minute): a few at once, and
// no more in a minute than leave some for what else is done meanwhile. Where it asks to wait all the same, all of them wait.
import type { Environment } from './environment.ts';

const AT_ONCE = 6;
const A_MINUTE = 100;
const MINUTE = 60_000;

/** One write: resolves with null once it is over, or with how long the backend asks to wait before it is sent again. */
type Turn = () => Promise<number | null>;

export interface Pace {
  /** Sends in its turn. */
  add: (turn: Turn) => void;
}

/** The pace of one workspace's writes. */
export function createPace({ now, after }: Pick<Environment, 'now' | 'after'>): Pace {
  const waiting: Turn[] = [];
  /** When the last hundred were sent. */
  let sent: number[] = [];
  let underWay = 0;
  let atOnce = AT_ONCE;
  let heldUntil = 0;
  let cancel: (() => void) | null = null;

  function next(): void {
    cancel?.();
    cancel = null;
    while (waiting.length > 0 && underWay < atOnce) {
      const hundredth = sent.length < A_MINUTE ? -Infinity : (sent[0] ?? 0) + MINUTE;
      const wait = Math.max(heldUntil, hundredth) - now();
      if (wait > 0) {
        cancel = after(wait, next);
        return;
      }
      const turn = waiting.shift();
      if (turn) void send(turn);
    }
  }

  async function send(turn: Turn): Promise<void> {
    sent = [...sent.slice(1 - A_MINUTE), now()];
    underWay++;
    const asked = await turn();
    underWay--;
    if (asked === null) atOnce = Math.min(AT_ONCE, atOnce + 1);
    else {
      // One alone finds out whether the backend takes more again.
      atOnce = 1;
      heldUntil = Math.max(heldUntil, now() + asked);
      waiting.unshift(turn);
    }
    next();
  }

  return {
    add(turn) {
      waiting.push(turn);
      next();
    },
  };
}
