// One route of the HTTP contract as data: what is asked, what is answered, what can go wrong. The server's routes, the
// client's calls and OpenAPI are all made from these, so that a route is said once (api.md).
import type { ExportFile } from '@followthrough/core/backend';
import type { ProblemCode } from '@followthrough/core/schema';
import type * as z from 'zod/mini';
import { HEADS, isWrite, needsVersion, type RouteHead, type RouteId, scopesOf, takesVersion } from './route-head.ts';

/** What a request carries; an absent part must not be sent (a body or query parameter is then an `unknown-field`). */
interface RouteRequest {
  /** The placeholders of the path. */
  params?: z.ZodMiniType;
  /** Reads the raw strings of the query; see `readQuery`. */
  query?: z.ZodMiniType;
  /** The JSON body. */
  body?: z.ZodMiniType;
}

/** What a request is answered with where it goes well. */
interface RouteResponse {
  status: 200 | 201 | 204;
  /** Whether it is answered with 201 where a PUT makes what was not there. */
  created?: true;
  /** Null where there is no body, or where it is a file. */
  schema: z.ZodMiniType | null;
  /** The media types that it answers with where it answers with a file, the first by default. */
  file?: readonly string[];
}

/** What is said of one route, besides its head. */
export interface RouteDefinition {
  summary: string;
  request: RouteRequest;
  response: RouteResponse;
  /** The problems this operation has of its own, besides those that its shape brings with it. */
  refusals: readonly ProblemCode[];
}

/** What follows from the definition. */
export interface RouteConsequences {
  /** Whether it writes: it then needs an `Idempotency-Key` (R-I-1). */
  write: boolean;
  /** Whether it needs `If-Match` (R-V-2). */
  precondition: boolean;
  /** Whether `If-Match` is heeded where it is sent. */
  versioned: boolean;
  /** Every problem it can be answered with. */
  problems: readonly ProblemCode[];
}

/** One route of the contract. */
export interface Route extends RouteHead, RouteDefinition, RouteConsequences {
  /** Resource and operation, named as in the port: `actions.list`. */
  id: `${string}.${string}`;
}

/**
 * Makes a route of its head and its definition.
 *
 * @example
 * const get = route('actions.get', { summary: 'One action.', request: { params: idParams },
 *   response: { status: 200, schema: actionSchema }, refusals: [] })
 */
export function route<const I extends RouteId, const D extends RouteDefinition>(
  id: I,
  definition: D,
): { id: I } & (typeof HEADS)[I] & D & RouteConsequences {
  const head = HEADS[id];
  const write = isWrite(head);
  const precondition = needsVersion(head);
  const versioned = takesVersion(head);
  return {
    id,
    ...head,
    ...definition,
    write,
    precondition,
    versioned,
    problems: problemsOf(head, definition, { write, precondition, versioned }),
  };
}

type Part<R extends Route, P extends keyof RouteRequest> =
  R['request'] extends Record<P, infer S extends z.ZodMiniType> ? z.output<S> : undefined;

/** A request as a handler gets it, and as a client gives it: each part, or undefined where the route has none. */
export interface RouteInput<R extends Route> {
  params: Part<R, 'params'>;
  query: Part<R, 'query'>;
  body: Part<R, 'body'>;
}

/** The body that a route answers with; undefined where it has none. */
export type RouteOutput<R extends Route> = R['response']['schema'] extends infer S extends z.ZodMiniType
  ? z.output<S>
  : R extends FileRoute
    ? ExportFile
    : undefined;

/** A route that answers with a file. */
export interface FileRoute {
  response: { file: readonly string[] };
}

/** In the order of checks (R-G-5). */
function problemsOf(
  head: RouteHead,
  { request, refusals }: RouteDefinition,
  { write, precondition, versioned }: Omit<RouteConsequences, 'problems'>,
): ProblemCode[] {
  const problems = new Set<ProblemCode>();
  // What is sent and not asked for is looked at too: a query or a body where there is to be none.
  if (write) problems.add('too-large').add('unsupported-media-type');
  problems.add('malformed');
  if (head.scope !== null)
    problems
      .add('token-missing')
      .add('token-invalid')
      .add('token-expired')
      .add('rate-limited')
      .add('origin-not-allowed');
  // A token may be narrowed to other places than what is written lies in.
  if (write || scopesOf(head).length > 0) problems.add('insufficient-scope');
  problems.add('validation').add('unknown-field');
  if (request.body) problems.add('read-only-field');
  if (write) problems.add('idempotency-key-required').add('idempotency-in-progress').add('idempotency-key-reuse');
  if (request.params) problems.add('not-found');
  for (const refusal of refusals) problems.add(refusal);
  if (precondition) problems.add('precondition-required');
  if (versioned) problems.add('version-conflict');
  problems.add('internal').add('unavailable');
  return [...problems];
}
