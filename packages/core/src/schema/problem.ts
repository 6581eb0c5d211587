// Problems: what a backend answers where it does not do what it was asked (api.md §8, RFC 9457).
import * as z from 'zod/mini';

/** Every kind of problem with the HTTP status it is told by. */
export const PROBLEM_STATUS = {
  malformed: 400,
  'cursor-invalid': 400,
  'idempotency-key-required': 400,
  'token-missing': 401,
  'token-invalid': 401,
  'token-expired': 401,
  forbidden: 403,
  'insufficient-scope': 403,
  'origin-not-allowed': 403,
  'not-found': 404,
  'invalid-transition': 409,
  'id-conflict': 409,
  'idempotency-in-progress': 409,
  'has-dependents': 409,
  'engagement-draft': 409,
  'cursor-expired': 410,
  'version-conflict': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  validation: 422,
  'unknown-field': 422,
  'read-only-field': 422,
  'idempotency-key-reuse': 422,
  'dependency-cycle': 422,
  'precondition-required': 428,
  'rate-limited': 429,
  internal: 500,
  unavailable: 503,
} as const;
/** A problem's name: the slug its `type` ends with. */
export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** What every problem's `type` begins with. */
export const PROBLEM_BASE = 'https://followthrough.dev/problems/';

export const problemErrorSchema = z.object({ pointer: z.string(), code: z.string(), message: z.string() });
/** One fault of an invalid input: where (JSON pointer), what (code) and how to mend it (message). */
export type ProblemError = z.infer<typeof problemErrorSchema>;

export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  instance: z.optional(z.string()),
  errors: z.optional(z.array(problemErrorSchema)),
  /** With `forbidden`: the rule that refused. */
  rule: z.optional(z.string()),
  /** With `invalid-transition`. */
  from: z.optional(z.string()),
  allowed: z.optional(z.array(z.string())),
  /** With `version-conflict`: the resource as it stands. */
  current: z.optional(z.unknown()),
  currentVersion: z.optional(z.int()),
  /** With `dependency-cycle`: the actions and sections of the loop, each resting on the next. */
  path: z.optional(z.array(z.string())),
  /** With `has-dependents`: the dates that rest on what should go. */
  dependents: z.optional(z.array(z.object({ actionId: z.string(), field: z.string() }))),
});
/** A problem's body, `application/problem+json`. */
export type Problem = z.infer<typeof problemSchema>;
