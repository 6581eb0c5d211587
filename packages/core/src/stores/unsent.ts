// How many actions have a change that waits to be sent: from the moment the backend cannot be reached until the last of
// them was taken. So a page says that changes wait while they are still being sent, and not only while it is offline.
import { atom, type ReadableAtom } from 'nanostores';
import type { Id } from '../schema/index.ts';
import type { Failure } from './failures.ts';

/** What decides it. */
export interface UnsentParts {
  $online: ReadableAtom<boolean>;
  /** Actions with a change on its way. */
  $pending: ReadableAtom<ReadonlySet<Id>>;
  $failures: ReadableAtom<readonly Failure[]>;
}

/** Counts them: 0 while the backend answers and nothing is left from when it did not. */
export function createUnsent({ $online, $pending, $failures }: UnsentParts) {
  const $unsent = atom(0);

  function look(): void {
    const waits = !$online.get() || $unsent.get() > 0;
    $unsent.set(waits ? idsOf($pending.get(), $failures.get()).size : 0);
  }

  const stops = [$online.listen(look), $pending.listen(look), $failures.listen(look)];
  return {
    $unsent: $unsent as ReadableAtom<number>,
    dispose: () => {
      for (const stop of stops) stop();
    },
  };
}

function idsOf(pending: ReadonlySet<Id>, failures: readonly Failure[]): ReadonlySet<Id> {
  const ids = new Set(pending);
  for (const { command, error } of failures) if (error.transient && 'id' in command) ids.add(command.id);
  return ids;
}
