// What kind of failure it was, for what decides by it; in human words it is told by problem-text.ts.
import type { BackendError } from '@followthrough/core/backend';

/** Whether the backend no longer knows who is asking. */
export function isSessionProblem(error: BackendError): boolean {
  return error.code === 'token-missing' || error.code === 'token-invalid' || error.code === 'token-expired';
}

/** Whether it was understood and not allowed: shown as an explanation, with no retry. */
export function isForbidden(error: BackendError): boolean {
  return error.code === 'forbidden' || error.code === 'insufficient-scope' || error.code === 'origin-not-allowed';
}
