// An answer that is no success, as the port's one error. Only our own problems say what went wrong; what a proxy or a
// captive portal answers in the backend's place says nothing about the request (api.md R-OB-3).
import { BackendError, type BackendErrorFields } from '@followthrough/core/backend';
import {
  PROBLEM_BASE,
  PROBLEM_STATUS,
  type Problem,
  type ProblemCode,
  problemSchema,
} from '@followthrough/core/schema';
import * as z from 'zod/mini';
import type { Exchange } from './exchange.ts';
import { retryAfterOf } from './retry.ts';

/** A problem that this client does not know by name yet, read by its status. */
const GENERIC: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed',
  401: 'token-invalid',
  403: 'forbidden',
  404: 'not-found',
  408: 'unavailable',
  410: 'cursor-expired',
  413: 'too-large',
  425: 'unavailable',
  429: 'rate-limited',
  503: 'unavailable',
};

/** The plain one of a status; of one that has none, whose fault it was: the request's is told by the problem's own words. */
function genericOf(status: number): ProblemCode | 'unreadable' {
  return GENERIC[status] ?? (status >= 500 ? 'internal' : status >= 400 ? 'validation' : 'unreadable');
}

/** The error that an unsuccessful answer stands for. */
export function problemError({ status, headers, body }: Exchange, now: number): BackendError {
  const told: BackendErrorFields = {
    retryAfter: retryAfterOf(headers, now),
    requestId: headers.get('x-request-id') ?? undefined,
  };
  const problem = problemOf(body);
  if (!problem) {
    return new BackendError('unreadable', { ...told, detail: `The answer was no problem of ours (HTTP ${status}).` });
  }
  const slug = problem.type.slice(PROBLEM_BASE.length);
  const code = isProblemCode(slug) ? slug : genericOf(status);
  const { detail = problem.title, rule, errors, from, allowed, current, currentVersion, path, dependents } = problem;
  const fields = { ...told, detail, rule, errors, from, allowed, current, currentVersion, path, dependents, problem };
  return new BackendError(code, fields);
}

function problemOf(body: unknown): Problem | null {
  const { success, data } = z.safeParse(problemSchema, body);
  return success && data.type.startsWith(PROBLEM_BASE) ? data : null;
}

function isProblemCode(slug: string): slug is ProblemCode {
  return Object.hasOwn(PROBLEM_STATUS, slug);
}
