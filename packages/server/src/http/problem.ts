// A problem as it is told (RFC 9457, api.md R-G-1): its type is one of the contract's, its detail never repeats what the
// caller may not see, and nothing of our own faults is told but the request's id.
import type { BackendError } from '@followthrough/core/backend';
import { PROBLEM_BASE, PROBLEM_STATUS, type ProblemCode } from '@followthrough/core/schema';

const TITLES: Record<ProblemCode, string> = {
  malformed: 'The request cannot be read',
  'cursor-invalid': 'The cursor is not one of this list',
  'idempotency-key-required': 'An Idempotency-Key is required',
  'token-missing': 'A token is required',
  'token-invalid': 'The token is not accepted',
  'token-expired': 'The token has expired',
  forbidden: 'You may not do this',
  'insufficient-scope': 'The token does not reach this far',
  'origin-not-allowed': 'Pages of this origin may not call',
  'not-found': 'Not found',
  'invalid-transition': 'The state cannot change like this',
  'id-conflict': 'The id is in use',
  'idempotency-in-progress': 'This intent is under way',
  'has-dependents': 'Others rest on it',
  'engagement-draft': 'The engagement is a draft',
  'cursor-expired': 'The cursor is too old',
  'version-conflict': 'It was changed meanwhile',
  'too-large': 'The request is too large',
  'unsupported-media-type': 'The media type is not supported',
  validation: 'What was sent cannot be taken as it is',
  'unknown-field': 'A field is not known',
  'read-only-field': 'A field can only be read',
  'idempotency-key-reuse': 'The key was used for another request',
  'dependency-cycle': 'The dates would rest on one another',
  'precondition-required': 'If-Match is required',
  'rate-limited': 'Too many requests',
  internal: 'The server failed',
  unavailable: 'The server cannot do this just now',
};

/** The answer to a request that was refused or failed. */
export function problemReply(error: BackendError): Response {
  // The client's own codes never come from a backend.
  const code: ProblemCode = error.code === 'network' || error.code === 'unreadable' ? 'internal' : error.code;
  const status = PROBLEM_STATUS[code];
  const own = status >= 500;
  const body = {
    type: `${PROBLEM_BASE}${code}`,
    title: TITLES[code],
    status,
    detail: own ? undefined : error.detail,
    errors: error.errors.length > 0 ? error.errors : undefined,
    rule: error.rule,
    from: error.from,
    allowed: error.allowed,
    current: error.current,
    currentVersion: error.currentVersion,
    path: error.path,
    dependents: error.dependents,
  };
  const reply = reported(status, body);
  if (error.retryAfter !== undefined) reply.headers.set('Retry-After', String(Math.ceil(error.retryAfter / 1000)));
  const challenge = challengeOf(code);
  if (challenge !== null) reply.headers.set('WWW-Authenticate', challenge);
  return reply;
}

/** The answer to a method that the path does not have: HTTP's own problem, for the contract needs none. */
export function methodNotAllowed(allowed: readonly string[]): Response {
  const reply = reported(405, { type: 'about:blank', title: 'Method Not Allowed', status: 405 });
  reply.headers.set('Allow', allowed.join(', '));
  return reply;
}

function reported(status: number, body: object): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json' } });
}

function challengeOf(code: ProblemCode): string | null {
  switch (code) {
    case 'token-missing':
      return 'Bearer realm="followthrough"';
    case 'token-invalid':
    case 'token-expired':
      return `Bearer realm="followthrough", error="invalid_token", error_description="${TITLES[code]}"`;
    case 'insufficient-scope':
      return 'Bearer realm="followthrough", error="insufficient_scope"';
    default:
      return null;
  }
}
