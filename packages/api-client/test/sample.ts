// Samples: answers as a compliant backend gives them, a token, and a clock that a test moves.
import type { Action } from '@followthrough/core/schema';
import type { Timing } from '@followthrough/api-client';

export function action(changes: Partial<Action> = {}): Action {
  return {
    id: 'a1',
    context: { type: 'relationship', relationshipId: 'r1' },
    title: 'Send the deck',
    description: '',
    assignee: { type: 'person', personId: 'p1' },
    start: null,
    due: {
      rule: { type: 'fixed', date: '2026-05-15' },
      pinned: null,
      date: '2026-05-15',
      basis: 'fixed',
      waitingOn: [],
    },
    position: null,
    state: 'todo',
    status: 'todo',
    overdue: false,
    late: false,
    closed: null,
    createdBy: 'p1',
    createdAt: '2026-05-01T09:00:00Z',
    updatedAt: '2026-05-01T09:00:00Z',
    version: 1,
    may: { edit: true, setState: true, delete: true },
    ...changes,
  };
}

export function page(items: unknown[], next: string | null = null): object {
  return { items, next };
}

/** A JWT that nobody signed: the client reads its claims and verifies nothing. */
export function jwt(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'EdDSA', typ: 'at+jwt' })}.${part(claims)}.c2lnbmF0dXJl`;
}

export interface FakeTiming extends Timing {
  /** Epoch milliseconds; waiting moves it. */
  time: number;
  /** Every wait, in milliseconds. */
  slept: number[];
}

/** No test waits: `sleep` moves the clock. `random` gives 0.5 unless told otherwise. */
export function fakeTiming(random: () => number = () => 0.5): FakeTiming {
  const timing: FakeTiming = {
    time: Date.parse('2026-05-15T09:00:00Z'),
    slept: [],
    now: () => timing.time,
    random,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      timing.slept.push(milliseconds);
      timing.time += milliseconds;
      await Promise.resolve();
    },
  };
  return timing;
}
