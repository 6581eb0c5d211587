// What a backend does not offer, or not to this token, is no failure: there is none of it.
import { asBackendError } from './connection.ts';

/** Whether the backend has none of what was asked for, or the token is not for it. */
export function isNotOffered(thrown: unknown): boolean {
  const { code } = asBackendError(thrown);
  return code === 'not-found' || code === 'insufficient-scope' || code === 'forbidden';
}

/** None of them, where they are not offered. */
export function notOffered<T>(thrown: unknown): T[] {
  if (isNotOffered(thrown)) return [];
  throw thrown;
}
