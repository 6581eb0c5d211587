// The backend as a web-standard fetch handler: every route of the contract, what must stand on every reply (api.md R-G-4,
// §8), and the same problem bodies for whatever is refused, unknown or broken.
import { randomUUID } from 'node:crypto';
import {
  IDEMPOTENCY_RETENTION_SECONDS,
  LIMITS,
  type Route,
  routes,
  type Service,
  SPEC_VERSION,
} from '@followthrough/api-client/contract';
import { openApi } from '@followthrough/api-client/contract/openapi';
import { BackendError } from '@followthrough/core/backend';
import { formatInstant } from '@followthrough/core/domain';
import { Hono } from 'hono';
import { sql } from 'kysely';
import type { Database } from './database/database.ts';
import { createExchange, type Exchange, type Known } from './http/exchange.ts';
import { failureOf } from './http/failure.ts';
import { createOnce, forgetOldIntents } from './http/idempotency.ts';
import { type Log, SILENT } from './http/log.ts';
import { allowOrigin, createOriginCheck, preflightReply } from './http/origins.ts';
import { methodNotAllowed, problemReply } from './http/problem.ts';
import { createRateLimit, type RateLimits } from './http/rate-limit.ts';
import { readSearch } from './http/request-body.ts';
import { createShapeCheck } from './http/shape.ts';
import { setStandingHeaders } from './http/standing-headers.ts';
import { createPost, type MailOptions } from './mail/post.ts';
import { forgetDeleted } from './repository/forget-deleted.ts';
import { forgetOldNotifications } from './repository/forget-notifications.ts';
import { createStandingCheck } from './token/standing.ts';
import { createTokenVerifier, type Issuer } from './token/verify-token.ts';

export interface AppOptions {
  /** Opened and migrated. */
  database: Database;
  /** The `aud` that tokens must name. */
  audience: string;
  /** Whose tokens are taken. */
  issuers: readonly Issuer[];
  /** What time it is, in milliseconds since 1970-01-01T00:00Z; the machine's clock by default. */
  clock?: () => number;
  log?: Log;
  /** Requests a minute and subject; the contract's by default. */
  rates?: Partial<RateLimits>;
  /** What the contract's paths stand below; `/api/v1` by default. */
  base?: string;
  /** How people are told by e-mail what concerns them; without it they are told on the platform alone. */
  mail?: MailOptions;
}

export interface App {
  /** Answers a request; never rejects. */
  fetch(request: Request): Promise<Response>;
  /** Forgets what is past its time; to be called now and then. */
  tidy(): Promise<void>;
  /**
   * Sends what is due by e-mail; to be called every few seconds. Resolves with how many messages left, at the end or, once the
   * signal is given, after the one that is on its way.
   */
  sendMail(options?: { signal?: AbortSignal }): Promise<number>;
}

/**
 * Makes the backend.
 * @example
 * const app = await createApp({ database, audience: 'followthrough', issuers: [{ issuer: 'https://acme.example', keys: { url } }] })
 * const response = await app.fetch(new Request('http://localhost/api/v1/me', { headers: { authorization } }))
 */
export async function createApp(options: AppOptions): Promise<App> {
  const { database, audience, issuers, clock = Date.now, log = SILENT, base = '/api/v1', mail } = options;
  const isAllowedOrigin = createOriginCheck(database);
  const parts = {
    database,
    base,
    clock,
    verifyToken: await createTokenVerifier(audience, issuers),
    checkStanding: createStandingCheck(database),
    countRequest: createRateLimit({ writes: LIMITS.writesPerMinute, reads: LIMITS.readsPerMinute, ...options.rates }),
    once: createOnce(),
    notifies: mail ? (['platform', 'email'] as const) : (['platform'] as const),
  };
  const post = mail ? createPost(database, mail, { clock, log }) : null;
  const service = serviceAnswers({ database, clock, base });
  const hono = new Hono();

  for (const route of routes) {
    const own = service[route.id];
    const exchange = own ? openExchange(route, own) : createExchange(route, parts);
    for (const path of route.path === '/' ? [base, `${base}/`] : [honoPath(base, route)]) {
      hono.on(route.method, path, (c) =>
        replied(c.req.raw, route.id, (known) => exchange(c.req.raw, c.req.param(), known)),
      );
    }
  }
  hono.notFound((c) =>
    replied(c.req.raw, null, async (known) => {
      const methods = methodsOf(new URL(c.req.url).pathname, base);
      if (methods.length === 0) throw new BackendError('not-found', { detail: 'There is no such route.' });
      if (c.req.method !== 'OPTIONS') return methodNotAllowed(methods);
      return preflight(c.req.raw, methods, known);
    }),
  );

  async function preflight(request: Request, methods: readonly string[], known: Known): Promise<Response> {
    const origin = request.headers.get('origin');
    if (origin === null) return new Response(null, { status: 204, headers: { Allow: methods.join(', ') } });
    if (await isAllowedOrigin(origin, known.token?.workspaceId ?? null, clock()))
      return preflightReply(origin, methods);
    throw new BackendError('origin-not-allowed', { detail: 'No workspace lists this origin.' });
  }

  /** Runs an exchange to its answer, whatever its end, with what every reply carries and a line in the log. */
  async function replied(
    request: Request,
    route: string | null,
    exchange: (known: Known) => Promise<Response>,
  ): Promise<Response> {
    const began = performance.now();
    const requestId = requestIdOf(request);
    const known: Known = { token: null, allowance: null };
    let response: Response;
    try {
      response = await exchange(known);
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === 'internal') log.error({ requestId, route, err: error }, 'failed');
      if (failure.code === 'unavailable') log.warn({ requestId, route, err: error }, 'unavailable');
      response = problemReply(failure);
    }
    await setHeaders(response.headers, { request, requestId, known });
    const { status } = response;
    const ms = Math.round(performance.now() - began);
    log.info({ requestId, method: request.method, route, status, ms, workspace: known.token?.workspaceId }, 'request');
    return response;
  }

  async function setHeaders(
    headers: Headers,
    { request, requestId, known }: { request: Request; requestId: string; known: Known },
  ): Promise<void> {
    setStandingHeaders(headers, requestId);
    const origin = request.headers.get('origin');
    if (origin !== null && (await isAllowedOrigin(origin, known.token?.workspaceId ?? null, clock()))) {
      allowOrigin(headers, origin);
    }
    if (known.allowance) {
      const { policy, quota, remaining, reset } = known.allowance;
      headers.set('RateLimit-Policy', `"${policy}";q=${quota};w=60`);
      headers.set('RateLimit', `"${policy}";r=${remaining};t=${reset}`);
    }
  }

  return {
    fetch: async (request) => hono.fetch(request),
    async tidy() {
      await forgetOldIntents(database, clock());
      await forgetOldNotifications(database, clock());
      await forgetDeleted(database, clock());
    },
    sendMail: async ({ signal } = {}) => (await post?.send(signal)) ?? 0,
  };
}

/** The answers of the routes that need no token (api.md R-G-2). */
function serviceAnswers(of: {
  database: Database;
  clock: () => number;
  base: string;
}): Record<string, () => Promise<object>> {
  const { database, clock, base } = of;
  return {
    'service.describe': () =>
      Promise.resolve({
        name: 'Followthrough reference backend',
        specVersion: SPEC_VERSION,
        profiles: ['actions', 'rooms', 'engagements', 'notifications'],
        classes: ['export'],
        limits: LIMITS,
        idempotencyRetentionSeconds: IDEMPOTENCY_RETENTION_SECONDS,
        changeRetentionSeconds: 0,
        serverTime: formatInstant(clock()),
      } satisfies Service),
    'service.openApi': () => Promise.resolve(openApi(base)),
    'service.health': () => Promise.resolve({ status: 'ok' }),
    'service.ready': async () => {
      await sql`select number from migration limit 1`.execute(database.query);
      return { status: 'ok' };
    },
  };
}

/** The exchange of a route that needs no token. */
function openExchange(route: Route, answer: () => Promise<object>): Exchange {
  const checkShape = createShapeCheck(route);
  return async (request, params) => {
    checkShape({ params, query: readSearch(new URL(request.url)), body: undefined });
    return new Response(JSON.stringify(await answer()), { headers: { 'Content-Type': 'application/json' } });
  };
}

function honoPath(base: string, { path }: Route): string {
  return base + path.replaceAll(/\{(\w+)\}/g, ':$1');
}

/** The methods that a path has; none where the contract does not know it. */
function methodsOf(pathname: string, base: string): string[] {
  const methods = new Set<string>();
  for (const { path, method } of routes) {
    const pattern = new RegExp(`^${base}${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
    if (pattern.test(pathname) || (path === '/' && pathname === base)) methods.add(method);
  }
  if (methods.has('GET')) methods.add('HEAD');
  return methods.size === 0 ? [] : [...methods, 'OPTIONS'];
}

function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id');
  return given !== null && /^[A-Za-z0-9._-]{1,64}$/.test(given) ? given : randomUUID();
}
