// Tokens (api.md §2): the host's own backend mints them, and every claim is checked. A token says who asks and how far
// it may be used; what its person may do is read from the data at each request, never from the token.
import { BackendError } from '@followthrough/core/backend';
import { type Id, idSchema } from '@followthrough/core/schema';
import { decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import { type KeySource, keySetOf } from './key-set.ts';

/** Who may mint tokens, and for which workspaces. */
export interface Issuer {
  /** The `iss` of its tokens. */
  issuer: string;
  keys: KeySource;
  /** The workspaces it may name; all of them where not given. */
  workspaces?: readonly Id[] | undefined;
}

/** What a token narrows its use to. */
export interface TokenDetail {
  type: string;
  id: Id;
  /** `read`, `write`; both where not given. */
  actions?: string[] | undefined;
}

/** What a token says. */
export interface Token {
  personId: Id;
  workspaceId: Id;
  scopes: ReadonlySet<string>;
  sessionId: string;
  /** Seconds since 1970. */
  issuedAt: number;
  /** The only origins whose pages may use it; null where any may. */
  origins: readonly string[] | null;
  /** What it is narrowed to; null where to nothing. */
  details: readonly TokenDetail[] | null;
}

/** Checks the token of an `Authorization` header. Rejects with `token-missing`, `token-invalid` or `token-expired`. */
export type VerifyToken = (authorization: string | null, now: number) => Promise<Token>;

const ALGORITHMS = ['EdDSA', 'ES256'];
const LONGEST_LIFE = 3600;
const LEEWAY = 60;
const LONGEST_TOKEN = 8192;

const claimsSchema = z.object({
  sub: idSchema,
  tid: idSchema,
  scope: z.string().check(z.maxLength(500)),
  iat: z.int(),
  exp: z.int(),
  jti: z.string().check(z.minLength(1), z.maxLength(200)),
  sid: z.string().check(z.minLength(1), z.maxLength(200)),
  origins: z.optional(z.array(z.string()).check(z.minLength(1))),
  authorization_details: z.optional(
    z
      .array(z.object({ type: z.string(), id: idSchema, actions: z.optional(z.array(z.string())) }))
      .check(z.minLength(1)),
  ),
});

/**
 * Makes the check of tokens.
 * @param audience the `aud` that a token must name: this backend
 */
export async function createTokenVerifier(audience: string, issuers: readonly Issuer[]): Promise<VerifyToken> {
  const trusted = new Map<string, { keys: JWTVerifyGetKey; workspaces: ReadonlySet<Id> | null }>();
  for (const { issuer, keys, workspaces } of issuers) {
    trusted.set(issuer, { keys: await keySetOf(keys), workspaces: workspaces ? new Set(workspaces) : null });
  }

  return async (authorization, now) => {
    if (authorization === null) throw new BackendError('token-missing', { detail: 'Send a bearer token.' });
    const jwt = /^bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+) *$/i.exec(authorization)?.[1];
    if (jwt === undefined || jwt.length > LONGEST_TOKEN) throw invalid();
    const issuer = issuerOf(jwt);
    const trust = issuer === undefined ? undefined : trusted.get(issuer);
    if (issuer === undefined || !trust) throw invalid();
    const claims = await verified(jwt, trust.keys, { issuer, audience, now });
    if (claims.exp - claims.iat > LONGEST_LIFE || claims.exp <= claims.iat) throw invalid();
    if (trust.workspaces && !trust.workspaces.has(claims.tid)) throw invalid();
    return {
      personId: claims.sub,
      workspaceId: claims.tid,
      scopes: new Set(claims.scope.split(' ').filter((scope) => scope !== '')),
      sessionId: claims.sid,
      issuedAt: claims.iat,
      origins: claims.origins ?? null,
      details: claims.authorization_details ?? null,
    };
  };
}

async function verified(
  jwt: string,
  keys: JWTVerifyGetKey,
  { issuer, audience, now }: { issuer: string; audience: string; now: number },
): Promise<z.infer<typeof claimsSchema>> {
  try {
    const { payload } = await jwtVerify(
      jwt,
      (header, token) => {
        // Without a key's name a set of one key would be taken at its word.
        if (typeof header.kid !== 'string') throw new errors.JWKSNoMatchingKey();
        return keys(header, token);
      },
      {
        algorithms: ALGORITHMS,
        typ: 'at+jwt',
        issuer,
        audience,
        clockTolerance: LEEWAY,
        maxTokenAge: LONGEST_LIFE,
        requiredClaims: ['iss', 'aud', 'sub', 'tid', 'scope', 'iat', 'exp', 'jti', 'sid'],
        currentDate: new Date(now),
      },
    );
    const parsed = claimsSchema.safeParse(payload);
    if (!parsed.success) throw invalid();
    return parsed.data;
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): unknown {
  if (error instanceof BackendError) return error;
  if (error instanceof errors.JWTExpired && error.claim === 'exp') {
    return new BackendError('token-expired', { detail: 'The token has expired: get a new one.' });
  }
  // The issuer's keys could not be had: the token may be good.
  if (error instanceof errors.JWKSTimeout) return new BackendError('unavailable', { retryAfter: 2000, cause: error });
  if (error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC') return invalid(error);
  // A key that is no key, or of another kind than the algorithm asks.
  if (error instanceof TypeError || error instanceof DOMException) return invalid(error);
  return new BackendError('unavailable', { retryAfter: 2000, cause: error });
}

function issuerOf(jwt: string): string | undefined {
  try {
    const payload: JWTPayload = decodeJwt(jwt);
    return typeof payload.iss === 'string' ? payload.iss : undefined;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

function invalid(cause?: unknown): BackendError {
  return new BackendError('token-invalid', { detail: 'The token is not one that this backend takes.', cause });
}
