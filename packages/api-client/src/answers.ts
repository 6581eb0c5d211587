// What answers are read with: the contract's schemas and zod. The bulk of this client, and needed last; so it is a part
// of its own, loaded while the first request is on its way.
import { BackendError } from '@followthrough/core/backend';
import { type Action, actionSchema, type Engagement, engagementSchema } from '@followthrough/core/schema';
import { readAnswer } from './answer.ts';
import { type RouteById, routes } from './contract/index.ts';
import type { Route, RouteOutput } from './contract/route.ts';
import type { RouteId } from './contract/route-head.ts';
import type { Exchange } from './exchange.ts';
import { problemError } from './problem.ts';

/** What came of an attempt: what was answered, or how it failed and whether another may fare better. */
export type Outcome<T> = { value: T } | { error: BackendError; again: boolean };

const byId: ReadonlyMap<string, Route> = new Map(routes.map((route) => [route.id, route]));

/**
 * Reads the answer to a route.
 * @param now epoch milliseconds
 * @throws BackendError `unreadable` where the body is not of the promised shape
 */
export function outcomeOf<I extends RouteId>(
  id: I,
  exchange: Exchange,
  now: number,
): Outcome<RouteOutput<RouteById[I]>> {
  const { status, body } = exchange;
  const response = byId.get(id)?.response;
  const schema = response?.schema ?? null;
  if (status < 200 || status > 299) {
    const error = problemError(exchange, now);
    return { error, again: isPassing(status) || error.code === 'idempotency-in-progress' };
  }
  if (response?.file) {
    // Whatever else answered in the backend's place has no file for us.
    if (exchange.file) return { value: exchange.file as RouteOutput<RouteById[I]> };
    return { error: problemError(exchange, now), again: true };
  }
  if (schema === null) {
    if (status === response?.status) return { value: undefined as RouteOutput<RouteById[I]> };
    // Not the plain "done" that was promised: whoever said it, the backend may not have heard of it.
    return { error: problemError(exchange, now), again: true };
  }
  // R-I-1: the replay of a write on what the caller may no longer see.
  if (status === 204) return { error: new BackendError('not-found'), again: false };
  // A captive portal or a proxy answered; the backend may not have heard of it.
  if (body === undefined) return { error: problemError(exchange, now), again: true };
  return { value: readAnswer(schema, body, id) as RouteOutput<RouteById[I]> };
}

/** The action as it stands, as a problem tells it. */
export function readAction(current: unknown): Action {
  return readAnswer(actionSchema, current, 'actions.update');
}

/** The engagement as it stands, as a problem tells it. */
export function readEngagement(current: unknown): Engagement {
  return readAnswer(engagementSchema, current, 'engagements.update');
}

/** Redirects (0 where the browser hides them), too early, too many, and a server's own faults. */
function isPassing(status: number): boolean {
  return status < 400 || status === 408 || status === 425 || status === 429 || status >= 500;
}
