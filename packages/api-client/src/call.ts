// The course of one call: a token, the request, its answer; a refused token is replaced once, a passing failure is tried
// again under the same key, and what was begun for one person is never sent or shown for another.
import { BackendError, type WriteOptions } from '@followthrough/core/backend';
import type { LoadAnswers } from './answers-loader.ts';
import { etagOf, IDEMPOTENCY_KEY } from './contract/headers.ts';
import type { RouteById } from './contract/index.ts';
import { writeQuery } from './contract/query-text.ts';
import type { Route, RouteInput, RouteOutput } from './contract/route.ts';
import { HEADS, isWrite, type RouteHead, type RouteId, takesVersion } from './contract/route-head.ts';
import { isTransport, type Send } from './exchange.ts';
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
export type Call = <I extends RouteId>(
  id: I,
  input: Given<RouteById[I]>,
  options?: CallOptions,
) => Promise<RouteOutput<RouteById[I]>>;

export interface CallParts {
  baseUrl: string;
  tokens: TokenKeeper;
  send: Send;
  answers: LoadAnswers;
  retry: RetryPolicy;
  timing: Timing;
  /** Aborted when the client is disposed of. */
  disposed: AbortSignal;
}

export function createCall({ baseUrl, tokens, send, answers, retry, timing, disposed }: CallParts): Call {
  const root = baseUrl.replace(/\/+$/, '');

  return async <I extends RouteId>(id: I, input: Given<RouteById[I]>, options: CallOptions = {}) => {
    const head: RouteHead = HEADS[id];
    const { params, query, body } = input as Partial<Record<keyof RouteInput<Route>, object>>;
    const signal = options.signal ? AbortSignal.any([options.signal, disposed]) : disposed;
    const request = {
      method: head.method,
      url: root + pathOf(head, params) + searchOf(query),
      headers: headersOf(head, options),
      json: body,
      signal,
    };

    const attempt = async (token: Token | null) => {
      const authorization = token ? { authorization: `Bearer ${token.value}` } : {};
      const exchange = await send({ ...request, headers: { ...request.headers, ...authorization } });
      const { outcomeOf } = await answers(signal);
      if (token && token.era !== tokens.era) throw anotherPerson();
      return { status: exchange.status, outcome: () => outcomeOf(id, exchange, timing.now()) };
    };

    let token: Token | null = null;
    let replaced = false;
    const freshToken = async (rejected?: Token): Promise<Token | null> => {
      if (head.scope === null) return null;
      const fresh = await tokens.token({ rejected, signal });
      if (token && token.era !== fresh.era) throw anotherPerson();
      return fresh;
    };

    for (let retries = 0; ; retries++) {
      let failure: BackendError;
      token = await freshToken();
      try {
        let answer = await attempt(token);
        if (answer.status === 401 && token && !replaced) {
          replaced = true;
          const refused = token.value;
          token = await freshToken(token);
          if (token?.value !== refused) answer = await attempt(token);
        }
        const outcome = answer.outcome();
        if ('value' in outcome) return outcome.value;
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

function pathOf({ path }: RouteHead, params: object = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = (params as Record<string, unknown>)[name];
    // Ids are opaque (R-G-6); what could name another path names nothing, neither here nor where a proxy decodes it.
    if (typeof id !== 'string' || !id.isWellFormed() || /^\.{0,2}$|[/\\]/.test(id)) throw new BackendError('not-found');
    return encodeURIComponent(id);
  });
}

function searchOf(query: object = {}): string {
  const search = writeQuery(query).toString();
  return search === '' ? '' : `?${search}`;
}

function headersOf(head: RouteHead, { intent, version }: CallOptions): Record<string, string> {
  const headers: Record<string, string> = {};
  if (isWrite(head)) headers['idempotency-key'] = keyOf(intent);
  if (takesVersion(head) && version !== undefined) headers['if-match'] = etagOf(version);
  return headers;
}

function keyOf(intent: string | undefined): string {
  if (intent === undefined) {
    // Not randomUUID(): pages without https have none.
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    );
  }
  if (!IDEMPOTENCY_KEY.test(intent)) {
    throw new TypeError('intent must be 16 to 64 letters, digits, _ or -, such as crypto.randomUUID() gives.');
  }
  return intent;
}

function anotherPerson(): BackendError {
  return new BackendError('token-invalid', { detail: 'Somebody else signed in meanwhile.' });
}
