// One request of a route and its answer, in the contract's order (api.md R-G-5): size and syntax → authentication → rate
// → shape → the intent's replay → visibility → permission → state → precondition → effect. The last five are the
// backend's own course; what stands before them is here.
import { etagOf, type Route, scopesOf, versionOfETag } from '@followthrough/api-client/contract';
import { type Backend, BackendError } from '@followthrough/core/backend';
import { uuidV7 } from '@followthrough/core/domain';
import {
  createLocalBackend,
  joined,
  type LocalBackendOptions,
  type Repository,
} from '@followthrough/core/local-backend';
import {
  type EngagementCreation,
  engagementCreationSchema,
  type NotificationChannel,
} from '@followthrough/core/schema';
import type { Database } from '../database/database.ts';
import { createSqlRepository } from '../repository/sql-repository.ts';
import { narrowed, reachOf } from '../token/narrowed.ts';
import { withOwnTemplates } from '../token/own-templates.ts';
import type { CheckStanding } from '../token/standing.ts';
import type { Token, VerifyToken } from '../token/verify-token.ts';
import { type AnsweredThing, answeredKind } from './answered-kind.ts';
import { statusOf } from './created.ts';
import { type KeptCreation, keptCreation, retoldCreation } from './creation-replay.ts';
import { type FileAnswer, fileReply } from './file-answer.ts';
import { fingerprintOf, intentKey, type Once, type Outcome } from './idempotency.ts';
import { type OperationCall, operationOf } from './operations.ts';
import type { Allowance, CountRequest } from './rate-limit.ts';
import { readBody, readSearch } from './request-body.ts';
import { createShapeCheck } from './shape.ts';

/** What every exchange needs. */
export interface ExchangeParts {
  database: Database;
  verifyToken: VerifyToken;
  checkStanding: CheckStanding;
  countRequest: CountRequest;
  once: Once;
  /** How people are told what concerns them. */
  notifies: readonly NotificationChannel[];
  clock: () => number;
  /** What the paths of the contract stand below, such as `/api/v1`. */
  base: string;
}

/** What became known of a request on the way, for its headers and its line in the log, whatever its end. */
export interface Known {
  token: Token | null;
  allowance: Allowance | null;
}

/** Answers a request of a route; rejects with a BackendError where it is refused. */
export type Exchange = (request: Request, params: Record<string, string>, known: Known) => Promise<Response>;

/** A version that nothing has: a change decided on none meets a conflict after all other checks. */
const NO_VERSION = Number.MAX_SAFE_INTEGER;

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

/** Makes the exchange of one route that asks for a token. */
export function createExchange(route: Route, parts: ExchangeParts): Exchange {
  const { database, verifyToken, checkStanding, countRequest, once, notifies, clock, base } = parts;
  const checkShape = createShapeCheck(route);
  const operate = operationOf(route);
  const kind = answeredKind(route);
  const isCreation = route.response.schema === engagementCreationSchema;

  return async (request, pathParams, known) => {
    const url = new URL(request.url);
    const body = await readBody(request);
    const search = readSearch(url);
    const ifMatch = route.versioned ? request.headers.get('if-match') : null;
    const version = versionAsked(ifMatch);

    const now = clock();
    const token = await verifyToken(request.headers.get('authorization'), now);
    await checkStanding(token, now);
    known.token = token;
    const { personId: subject, workspaceId } = token;
    known.allowance = countRequest(`${workspaceId} ${subject}`, route.write ? 'writes' : 'reads', now);
    assertOrigin(token, request.headers.get('origin'));
    assertScope(token, route);

    const shaped = checkShape({ params: pathParams, query: search, body: body.value });
    const repository = createSqlRepository(database, workspaceId, { holding: route.write });
    const reach = reachOf(token);
    const localOver = (over: Repository): LocalBackendOptions => ({
      repository: withOwnTemplates(narrowed(over, token.details), token.scopes),
      viewerId: subject,
      now: clock,
      newId: () => uuidV7(clock(), random),
      notifies,
      reach,
    });
    const call = (over: Repository) => {
      const local = localOver(over);
      return { ...shaped, local, backend: createLocalBackend(local) };
    };

    if (!route.write) {
      const answer = await operate({ ...call(repository), version: 0, ifMatch: undefined } as OperationCall<Route>);
      return answered(answer, 200);
    }

    const intent = {
      workspaceId,
      subject,
      key: intentKey(request.headers.get('idempotency-key')),
      fingerprint: fingerprintOf(
        request.method,
        url.pathname + url.search,
        request.headers.get('if-match'),
        body.bytes,
      ),
    };
    const settled = await once(
      repository,
      intent,
      async (tx) => {
        const given = ifMatch === null ? undefined : version;
        const asked = { ...call(joined(tx)), version, ifMatch: given } as OperationCall<Route>;
        const answer = await operate(asked).catch((error: unknown) => {
          throw ifMatch === null && route.precondition ? withoutPrecondition(error) : error;
        });
        return { answer, outcome: outcomeOf(answer) };
      },
      now,
    );
    if ('answer' in settled) return answered(settled.answer, statusOf(route, settled.answer));
    return replay(settled.replayed, call(repository).backend);
  };

  function outcomeOf(answer: unknown): Outcome {
    const status = statusOf(route, answer);
    if (kind) return { status, resource: { type: kind.name, id: (answer as AnsweredThing).id }, body: undefined };
    return { status, resource: null, body: isCreation ? keptCreation(answer as EngagementCreation) : answer };
  }

  async function replay({ status, resource, body }: Outcome, backend: Backend): Promise<Response> {
    const answer =
      kind && resource
        ? await visibleNow(() => kind.read(backend, resource.id))
        : isCreation
          ? await visibleNow(() => retoldCreation(backend, body as KeptCreation))
          : (body ?? undefined);
    // Done, and no longer the caller's to see: nothing is told of it.
    const response = answer === null ? new Response(null, { status: 204 }) : answered(answer, status);
    response.headers.set('Idempotency-Replayed', 'true');
    return response;
  }

  function answered(answer: unknown, status: number): Response {
    if (answer === undefined) return new Response(null, { status: 204 });
    if (route.response.file) return fileReply(answer as FileAnswer);
    const response = new Response(JSON.stringify(answer), { status, headers: { 'Content-Type': 'application/json' } });
    if (kind) {
      const { id, version } = answer as AnsweredThing;
      if (version !== undefined) response.headers.set('ETag', etagOf(version));
      const path = status === 201 ? kind.pathOf(id) : null;
      if (path !== null) response.headers.set('Location', base + path);
    }
    return response;
  }
}

async function visibleNow<T>(read: () => Promise<T | null>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof BackendError && (error.code === 'not-found' || error.code === 'forbidden')) return null;
    throw error;
  }
}

/** The version that a change was decided on. */
function versionAsked(ifMatch: string | null): number {
  if (ifMatch === null) return NO_VERSION;
  const version = versionOfETag(ifMatch);
  if (version !== null) return version;
  throw new BackendError('malformed', {
    detail: 'Send one ETag in If-Match, in quotes, as it was answered: If-Match: "3".',
  });
}

/** A change without `If-Match` that passed every check but that one: it was missing, and did not mismatch. */
function withoutPrecondition(error: unknown): unknown {
  if (!(error instanceof BackendError) || error.code !== 'version-conflict') return error;
  return new BackendError('precondition-required', {
    detail: 'Send If-Match with the ETag the change was decided on.',
  });
}

function assertOrigin(token: Token, origin: string | null): void {
  // Pages of the server's own origin send none when they read; a token is bound where a browser tells.
  if (origin === null || token.origins === null || token.origins.includes(origin)) return;
  throw new BackendError('origin-not-allowed', { detail: 'The token is not for pages of this origin.' });
}

function assertScope(token: Token, route: Route): void {
  const scopes = scopesOf(route);
  if (scopes.length === 0 || scopes.some((scope) => token.scopes.has(scope))) return;
  throw new BackendError('insufficient-scope', { detail: `The token needs the scope ${scopes.join(' or ')}.` });
}
