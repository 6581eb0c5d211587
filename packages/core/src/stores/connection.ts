// Whether the backend can be reached: the last call's outcome, and what the browser thinks of the network. What could
// not be sent or loaded is tried again when it comes back.
import { atom, type ReadableAtom } from 'nanostores';
import { BackendError } from '../backend.ts';
import type { Environment } from './environment.ts';

export interface Connection {
  readonly $online: ReadableAtom<boolean>;
  /** Makes a call and learns from its outcome. Rejects with a {@link BackendError} whatever was thrown. */
  call: <T>(work: () => Promise<T>) => Promise<T>;
  dispose: () => void;
}

export function createConnection({
  isOnline,
  onConnectivity,
}: Pick<Environment, 'isOnline' | 'onConnectivity'>): Connection {
  const $online = atom(isOnline());
  const dispose = onConnectivity(() => $online.set(isOnline()));

  async function call<T>(work: () => Promise<T>): Promise<T> {
    try {
      const answer = await work();
      $online.set(true);
      return answer;
    } catch (thrown) {
      const error = asBackendError(thrown);
      // Without a token nothing was sent either.
      if (!isAbort(thrown)) $online.set(error.code !== 'network' && error.code !== 'token-missing');
      throw error;
    }
  }

  return { $online, call, dispose };
}

/** What was thrown, if it is a BackendError; else one that says so and can be tried again. */
export function asBackendError(thrown: unknown): BackendError {
  if (isBackendError(thrown)) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new BackendError('internal', { detail, cause: thrown });
}

// A page may hold two copies of this package, one of them the client's: its errors are known by name.
function isBackendError(thrown: unknown): thrown is BackendError {
  return thrown instanceof BackendError || (thrown instanceof Error && thrown.name === 'BackendError');
}

function isAbort(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'AbortError';
}
