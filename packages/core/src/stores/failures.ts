// What the backend refused or could not take stays listed, with the words that were typed, until it is tried again or
// let go: no failure ends in a console.
import type { WritableAtom } from 'nanostores';
import type { BackendError } from '../backend.ts';
import type { ActionCommand } from './action-command.ts';

/** A change that the backend refused or could not take. Its text is kept until it is tried again or let go. */
export interface Failure {
  readonly key: string;
  readonly command: ActionCommand;
  readonly error: BackendError;
  /** Does the same again (same intent, so that it takes effect once). */
  retry(): void;
  /** Lets it go. */
  dismiss(): void;
}

export interface Failures {
  /** Lists a failure, in the place of an earlier one of the same key. */
  put: (failure: Failure) => void;
  remove: (key: string) => void;
}

/** @param $failures is told them, oldest first */
export function createFailures($failures: WritableAtom<readonly Failure[]>): Failures {
  function put(failure: Failure): void {
    const failures = $failures.get();
    const index = failures.findIndex(({ key }) => key === failure.key);
    $failures.set(index < 0 ? [...failures, failure] : failures.map((other, at) => (at === index ? failure : other)));
  }

  function remove(key: string): void {
    const failures = $failures.get();
    if (failures.some((failure) => failure.key === key))
      $failures.set(failures.filter((failure) => failure.key !== key));
  }

  return { put, remove };
}
