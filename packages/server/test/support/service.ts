// The whole backend on a real socket: its app over an engine's database, tokens minted by a host of the tests' own, and a
// clock that stands still.
import assert from 'node:assert/strict';
import { routes } from '@followthrough/api-client/contract';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { createApp, type AppOptions, type App } from '../../src/app.ts';
import type { Database } from '../../src/database/database.ts';
import type { Log } from '../../src/http/log.ts';
import { type RunningServer, startServer } from '../../src/serve.ts';
import { NOW } from './world.ts';

/** What a request is made of; the rest is what a well-behaved client sends. */
export interface TestRequest {
  /** The person whose token is sent; null for none. */
  as?: string | null;
  /** The workspace of the token. */
  tenant?: string;
  /** A whole `Authorization` header instead. */
  authorization?: string;
  body?: unknown;
  /** A body sent as it is. */
  raw?: string | Uint8Array;
  key?: string | null;
  version?: number;
  headers?: Record<string, string>;
}

export interface TestReply {
  status: number;
  headers: Headers;
  /** The JSON of the body; undefined where there is none. */
  body: unknown;
  /** The slug of a problem's type; undefined where it is no problem. */
  problem: string | undefined;
}

export interface Service {
  readonly url: string;
  readonly app: App;
  readonly clock: { now: number };
  /** What was logged, oldest first. */
  readonly logged: { level: string; fields: Record<string, unknown>; message: string }[];
  /** A good token of a person. */
  token(personId: string, claims?: JWTPayload, tenant?: string): Promise<string>;
  call(method: string, path: string, request?: TestRequest): Promise<TestReply>;
  stop(): Promise<void>;
}

export const ISSUER = 'https://host.example';
export const AUDIENCE = 'followthrough-test';
const SCOPE = 'actions:read actions:write rooms:read rooms:write engagements:read engagements:write export';

const host = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
export const hostKeys = {
  privateKey: host.privateKey,
  kid: 'host-1',
  jwks: { keys: [{ ...(await exportJWK(host.publicKey)), kid: 'host-1', alg: 'EdDSA', use: 'sig' }] },
};

/** Every answer is one that the contract names, and so OpenAPI does: whatever suite asked. */
function assertDeclared(method: string, path: string, { status, problem }: TestReply): void {
  const pathname = path.replace(/\?.*/s, '');
  const route = routes.find(
    (one) => one.method === method && new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
  );
  if (!route) return;
  const isDeclared =
    problem === undefined
      ? status === route.response.status ||
        (status === 201 && route.response.created === true) ||
        (route.write && status === 204)
      : (route.problems as readonly string[]).includes(problem);
  assert(isDeclared, `${method} ${path} is answered ${status} ${problem ?? ''}, which ${route.id} does not name`);
}

/** A new Idempotency-Key. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** Starts the backend over the database, for the tests' host's tokens. */
export async function startService(database: Database, options: Partial<AppOptions> = {}): Promise<Service> {
  const clock = { now: NOW };
  const logged: Service['logged'] = [];
  const note = (level: string) => (fields: object, message: string) =>
    void logged.push({ level, fields: { ...fields }, message });
  const log: Log = { info: note('info'), warn: note('warn'), error: note('error') };
  const app = await createApp({
    database,
    audience: AUDIENCE,
    issuers: [{ issuer: ISSUER, keys: { jwks: hostKeys.jwks } }],
    clock: () => clock.now,
    log,
    rates: { writes: 1_000_000, reads: 1_000_000 },
    ...options,
  });
  const server: RunningServer = await startServer({ fetch: (request) => app.fetch(request), port: 0 });

  async function token(personId: string, claims: JWTPayload = {}, tenant = 'acme'): Promise<string> {
    const iat = Math.floor(clock.now / 1000);
    return new SignJWT({
      iss: ISSUER,
      aud: AUDIENCE,
      sub: personId,
      tid: tenant,
      scope: SCOPE,
      iat,
      exp: iat + 600,
      jti: newKey(),
      sid: 'session-1',
      ...claims,
    })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: hostKeys.kid })
      .sign(hostKeys.privateKey);
  }

  async function call(method: string, path: string, request: TestRequest = {}): Promise<TestReply> {
    const { as = 'mia', tenant, authorization, body, raw, key = newKey(), version } = request;
    const headers = new Headers();
    if (authorization !== undefined) headers.set('authorization', authorization);
    else if (as !== null) headers.set('authorization', `Bearer ${await token(as, {}, tenant)}`);
    if (method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS' && key !== null)
      headers.set('idempotency-key', key);
    if (version !== undefined) headers.set('if-match', `"${version}"`);
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    if (sent !== undefined) headers.set('content-type', 'application/json');
    for (const [name, value] of Object.entries(request.headers ?? {})) headers.set(name, value);
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers,
      body: (sent as BodyInit | undefined) ?? null,
    });
    const reply = await readReply(response);
    assertDeclared(method, path, reply);
    return reply;
  }

  return { url: `${server.url}/api/v1`, app, clock, logged, token, call, stop: () => server.stop() };
}

export async function readReply(response: Response): Promise<TestReply> {
  const text = await response.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  const isProblem = response.headers.get('content-type') === 'application/problem+json';
  const type = isProblem ? (body as { type: string }).type : undefined;
  return { status: response.status, headers: response.headers, body, problem: type?.split('/').at(-1) };
}
