// How a list stands as a whole: it has rows, or a reason why there are none.
import type { BackendError } from '@followthrough/core/backend';
import { isForbidden } from '../problem-kind.ts';

/** Why a list is empty. */
export type Emptiness = 'nothingYet' | 'filteredOut' | 'caughtUp';

/** How a list stands as a whole. */
export type Phase = 'loading' | 'error' | 'forbidden' | 'rows' | Emptiness;

/** What decides how a list stands. */
export interface Standing {
  readonly error: BackendError | null;
  readonly ready: boolean;
  readonly rows: number;
  /** Whether the person filters at all, and whether just as the list begins. */
  readonly filtered: boolean;
  readonly asBegun: boolean;
}

/** How the list stands: rows that are there are shown whatever went wrong since. */
export function phaseOf({ error, ready, rows, filtered, asBegun }: Standing): Phase {
  if (rows > 0) return 'rows';
  if (error) return isForbidden(error) ? 'forbidden' : 'error';
  if (!ready) return 'loading';
  if (!filtered) return 'nothingYet';
  return asBegun ? 'caughtUp' : 'filteredOut';
}
