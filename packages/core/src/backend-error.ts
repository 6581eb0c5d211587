// What a backend rejects with (api.md §8), whether it is here or at the other end of a network.
import type { Id, Problem, ProblemCode, ProblemError } from './schema/index.ts';

/** What a failed call knows besides its code. */
export interface BackendErrorFields {
  detail?: string | undefined;
  /** With `forbidden` and `invalid-transition`: the rule that refused. */
  rule?: string | undefined;
  /** With `validation`, `unknown-field` and `read-only-field`: where, what, and how to mend it. */
  errors?: readonly ProblemError[] | undefined;
  from?: string | undefined;
  allowed?: readonly string[] | undefined;
  /** With `version-conflict`: the resource as it stands. */
  current?: unknown;
  currentVersion?: number | undefined;
  /** With `dependency-cycle`: the actions and sections of the loop, each resting on the next. */
  path?: readonly Id[] | undefined;
  /** With `has-dependents`: the dates that rest on what should go. */
  dependents?: readonly { actionId: Id; field: string }[] | undefined;
  /** Milliseconds to wait before trying again. */
  retryAfter?: number | undefined;
  requestId?: string | undefined;
  /** The problem as the backend told it, where one was told. */
  problem?: Problem | undefined;
  cause?: unknown;
}

const TRANSIENT: readonly BackendError['code'][] = [
  'network',
  // Nothing was sent: the host gives one again once it can, or once somebody has signed in.
  'token-missing',
  'unreadable',
  'unavailable',
  'rate-limited',
  'internal',
  'idempotency-in-progress',
];

/**
 * A backend did not do what it was asked. `code` says why: a problem of api.md §8, or `network` where no answer came,
 * or `unreadable` where the answer was not one of ours.
 *
 * @example
 * try { await backend.actions.setState(id, 'done') }
 * catch (error) { if (error instanceof BackendError && error.code === 'forbidden') show(error.rule) }
 */
export class BackendError extends Error {
  override readonly name = 'BackendError';
  readonly code: ProblemCode | 'network' | 'unreadable';
  readonly detail: string | undefined;
  readonly rule: string | undefined;
  readonly errors: readonly ProblemError[];
  readonly from: string | undefined;
  readonly allowed: readonly string[] | undefined;
  readonly current: unknown;
  readonly currentVersion: number | undefined;
  readonly path: readonly Id[] | undefined;
  readonly dependents: readonly { actionId: Id; field: string }[] | undefined;
  readonly retryAfter: number | undefined;
  readonly requestId: string | undefined;
  readonly problem: Problem | undefined;

  constructor(code: ProblemCode | 'network' | 'unreadable', fields: BackendErrorFields = {}) {
    super(fields.detail ?? code, { cause: fields.cause });
    this.code = code;
    this.detail = fields.detail;
    this.rule = fields.rule;
    this.errors = fields.errors ?? [];
    this.from = fields.from;
    this.allowed = fields.allowed;
    this.current = fields.current;
    this.currentVersion = fields.currentVersion;
    this.path = fields.path;
    this.dependents = fields.dependents;
    this.retryAfter = fields.retryAfter;
    this.requestId = fields.requestId;
    this.problem = fields.problem;
  }

  /** Whether the same call may go through later: the network, a token that is not to be had, overload, a server's own fault. */
  get transient(): boolean {
    return TRANSIENT.includes(this.code);
  }
}
