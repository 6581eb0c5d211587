// The course of one call: a token, the request, its answer; a refused token is replaced once, a passing failure is tried
// again under the same key, and what was begun for one person is never sent or shown for another.
import { BackendError, type WriteOptions } from '@followthrough/core/backend';
import * as z from 'zod/mini';
import { readAnswer } from './answer.ts';
import { etagOf, idempotencyKeySchema } from './contract/headers.ts';
import { writeQuery } from './contract/query.ts';
import type { Route, RouteInput, RouteOutput } from './contract/route.ts';
import { type Exchange, isTransport, type Send } from './exchange.ts';
import { problemError } from './problem.ts';
import { type RetryPolicy, type Timing, waitBefore } from './retry.ts';
import type { Token, TokenKeeper } from './token.ts';

/** What goes with a call besides its input. */
interface CallOptions extends WriteOptions {
  /** Becomes `If-Match`. */
  version?: number | undefined;
}

/** The parts of its input that a route has; the others may be left out. */
type Given<R extends Route> = {
  [P in keyof RouteInput<R> as RouteInput<R>[P] extends undefined ? never : P]: RouteInput<R>[P];
};

/** Calls one route of the contract. */
export type Call = <R extends Route>(route: R, input: Given<R>, options?: CallOptions) => Promise<RouteOutput<R>>;

export interface CallParts {
  baseUrl: string;
  tokens: TokenKeeper;
  send: Send;
  retry: RetryPolicy;
  timing: Timing;
  /** Aborted when the client is disposed of. */
  disposed: AbortSignal;
}

export function createCall({ baseUrl, tokens, send, retry, timing, disposed }: CallParts): Call {
  const root = baseUrl.replace(/\/+$/, '');

  return async <R extends Route>(route: R, input: Given<R>, options: CallOptions = {}): Promise<RouteOutput<R>> => {
    const { params, query, body } = input as Partial<Record<keyof RouteInput<Route>, object>>;
    const signal = options.signal ? AbortSignal.any([options.signal, disposed]) : disposed;
    const request = {
      method: route.method,
      url: root + pathOf(route, params) + searchOf(query),
      headers: headersOf(route, options),
      json: body,
      signal,
    };

    const attempt = async (token: Token | null): Promise<Exchange> => {
      const authorization = token ? { authorization: `Bearer ${token.value}` } : {};
      const exchange = await send({ ...request, headers: { ...request.headers, ...authorization } });
      if (token && token.era !== tokens.era) throw anotherPerson();
      return exchange;
    };

    let token: Token | null = null;
    let replaced = false;
    const freshToken = async (rejected?: Token): Promise<Token | null> => {
      if (route.scope === null) return null;
      const fresh = await tokens.token({ rejected, signal });
      if (token && token.era !== fresh.era) throw anotherPerson();
      return fresh;
    };

    for (let retries = 0; ; retries++) {
      let failure: BackendError;
      token = await freshToken();
      try {
        let exchange = await attempt(token);
        if (exchange.status === 401 && token && !replaced) {
          replaced = true;
          const refused = token.value;
          token = await freshToken(token);
          if (token?.value !== refused) exchange = await attempt(token);
        }
        const outcome = outcomeOf(route, exchange, timing.now());
        if (!(outcome instanceof Failed)) return outcome;
        if (!outcome.again) throw outcome.error;
        failure = outcome.error;
      } catch (error) {
        if (!(error instanceof BackendError) || !isTransport(error)) throw error;
        failure = error;
      }
      const wait = waitBefore(retries, failure, retry, () => timing.random());
      if (wait === null) throw failure;
      await timing.sleep(wait, signal);
    }
  };
}

// ── the request ─────────────────────────────────────────────────────────────────────────────────

function pathOf(route: Route, params: object = {}): string {
  // What is no id names nothing, and must not name another path either (`..`).
  if (route.request.params && !z.safeParse(route.request.params, params).success) throw new BackendError('not-found');
  return route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent((params as Record<string, string>)[name] ?? ''),
  );
}

function searchOf(query: object = {}): string {
  const search = writeQuery(query).toString();
  return search === '' ? '' : `?${search}`;
}

function headersOf(route: Route, { intent, version }: CallOptions): Record<string, string> {
  const headers: Record<string, string> = {};
  if (route.write) headers['idempotency-key'] = keyOf(intent);
  if (route.precondition && version !== undefined) headers['if-match'] = etagOf(version);
  return headers;
}

function keyOf(intent: string | undefined): string {
  if (intent === undefined) {
    // Not randomUUID(): pages without https have none.
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    );
  }
  if (!z.safeParse(idempotencyKeySchema, intent).success) {
    throw new TypeError('intent must be 16 to 64 letters, digits, _ or -, such as crypto.randomUUID() gives.');
  }
  return intent;
}

// ── the answer ──────────────────────────────────────────────────────────────────────────────────

/** How an attempt failed, and whether another may fare better. */
class Failed {
  readonly error: BackendError;
  readonly again: boolean;

  constructor(error: BackendError, again: boolean) {
    this.error = error;
    this.again = again;
  }
}

function outcomeOf<R extends Route>(route: R, exchange: Exchange, now: number): RouteOutput<R> | Failed {
  const { status, body } = exchange;
  const { schema } = route.response;
  if (status < 200 || status > 299) {
    const error = problemError(exchange, now);
    return new Failed(error, isPassing(status) || error.code === 'idempotency-in-progress');
  }
  if (schema === null) return undefined as RouteOutput<R>;
  // R-I-1: the replay of a write on what the caller may no longer see.
  if (status === 204) return new Failed(new BackendError('not-found'), false);
  // A captive portal or a proxy answered; the backend may not have heard of it.
  if (body === undefined) return new Failed(problemError(exchange, now), true);
  return readAnswer(schema, body, route.id) as RouteOutput<R>;
}

/** Redirects (0 where the browser hides them), too early, too many, and a server's own faults. */
function isPassing(status: number): boolean {
  return status < 400 || status === 408 || status === 425 || status === 429 || status >= 500;
}

function anotherPerson(): BackendError {
  return new BackendError('token-invalid', { detail: 'Somebody else signed in meanwhile.' });
}
