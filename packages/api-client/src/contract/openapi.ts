// The contract as an OpenAPI 3.1 document, made from the routes and nothing else. A module of its own, so that no page
// carries the generator: '@followthrough/api-client/contract/openapi'.
import { PROBLEM_BASE, PROBLEM_STATUS, type ProblemCode, problemSchema } from '@followthrough/core/schema';
import type * as z from 'zod/mini';
import { idempotencyKeySchema, ifMatchSchema } from './header-schemas.ts';
import { routes } from './index.ts';
import { componentSchemas, fieldsOf, inline, type Json, reference } from './openapi-schemas.ts';
import type { Route } from './route.ts';
import { SPEC_VERSION } from './self-description.ts';

const TAGS = {
  service: 'What a backend says of itself; public.',
  me: 'Who is asking.',
  people: 'People of our team and of customers.',
  companies: 'Customers.',
  groups: 'Named sets of people.',
  workspace: 'The tenant: its name, zone, locale and calendar.',
  relationships: 'Coaching relationships between a manager and a report.',
  meetings: 'The 1:1s of a relationship.',
  rooms: 'Spaces shared with one customer, each with one plan.',
  sections: 'The parts of a room’s plan.',
  templates: 'Plans and programmes to start from.',
  engagements: 'Coaching programmes of one coach and one or more coachees.',
  items: 'The parts of an engagement.',
  invoicingMethods: 'What the parties of an engagement are billed.',
  actions: 'Promises between people.',
  notifications: 'What a person was told.',
  preferences: 'How a person wants to be told.',
};

const HEADERS = {
  ETag: { description: 'The version, in quotes; also `version` in the body.', schema: inline(ifMatchSchema) },
  Location: { description: 'Where it is.', schema: { type: 'string', format: 'uri-reference' } },
  'Idempotency-Replayed': {
    description: 'Present where the intent had taken effect before: the body as the caller may see it now.',
    schema: { type: 'string', const: 'true' },
  },
  'Content-Disposition': { description: 'That it is a file to keep, and its name.', schema: { type: 'string' } },
  'Retry-After': { description: 'Seconds to wait, or a date.', schema: { type: 'string' } },
  'WWW-Authenticate': { description: 'The scheme, and why the token was refused.', schema: { type: 'string' } },
  'X-Request-Id': { description: 'Names this request in the backend’s log.', schema: { type: 'string' } },
} satisfies Record<string, Json>;
type HeaderName = keyof typeof HEADERS;

/**
 * The document.
 *
 * @param server the base URL that the paths are below; `/v1` by default
 * @example JSON.stringify(openApi('https://api.acme.test/v1'), null, 2)
 */
export function openApi(server = '/v1'): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Followthrough',
      version: SPEC_VERSION,
      description: 'Promises between people: what a backend does to be compliant.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    security: [{ token: [] }],
    paths,
    components: {
      schemas: componentSchemas(paths),
      headers: HEADERS,
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'A short-lived token (typ at+jwt, EdDSA or ES256) that the host’s own backend mints.',
        },
      },
    },
  };
}

function operation(route: Route): Json {
  const { params, query, body } = route.request;
  const parameters = [
    ...fieldsOf(params).map(([name, schema]) => ({ name, in: 'path', required: true, schema: inline(schema) })),
    ...fieldsOf(query).map(([name, schema]) => queryParameter(name, inline(schema))),
    ...(route.write
      ? [requestHeader('Idempotency-Key', idempotencyKeySchema, 'Names the intent, for every attempt.')]
      : []),
    ...(route.versioned
      ? [requestHeader('If-Match', ifMatchSchema, 'The version this was decided on.', route.precondition)]
      : []),
  ];
  return {
    operationId: route.id.replace('.', '_'),
    tags: [route.id.slice(0, route.id.indexOf('.'))],
    summary: route.summary,
    ...(route.scope === null ? { security: [] } : { 'x-scope': route.scope }),
    parameters,
    ...(body ? { requestBody: { required: true, content: json(body) } } : {}),
    responses: { ...success(route), ...problems(route) },
  };
}

function queryParameter(name: string, schema: Json): Json {
  const list = schema['type'] === 'array' ? { style: 'form', explode: false } : {};
  return { name, in: 'query', schema, ...list };
}

function requestHeader(name: string, schema: z.ZodMiniType, description: string, required = true): Json {
  return { name, in: 'header', required, description, schema: inline(schema) };
}

function success(route: Route): Json {
  const { status, schema, file } = route.response;
  const versioned = fieldsOf(schema ?? undefined).some(([name]) => name === 'version');
  const headers = headersOf(
    ...(versioned ? (['ETag'] as const) : []),
    ...(status === 201 ? (['Location'] as const) : []),
    ...(file ? (['Content-Disposition'] as const) : []),
    ...(route.write ? (['Idempotency-Replayed'] as const) : []),
    'X-Request-Id',
  );
  const answer = file
    ? fileAnswer(route.summary, file, headers)
    : schema
      ? { [status]: { description: route.summary, headers, content: json(schema) }, ...created(route, schema, headers) }
      : { [status]: { description: 'It is so; there is no body.', headers } };
  if (!route.write || !schema) return answer;
  // R-I-1: the replay of a write whose resource the caller may no longer see has nothing to show.
  const gone = headersOf('Idempotency-Replayed', 'X-Request-Id');
  return { ...answer, 204: { description: 'A replay, and the caller may no longer see the resource.', headers: gone } };
}

/** What is answered where a PUT makes what was not there. */
function created({ response }: Route, schema: z.ZodMiniType, headers: Json): Json {
  if (!response.created) return {};
  return {
    201: { description: 'It is new.', headers: { ...headers, ...headersOf('Location') }, content: json(schema) },
  };
}

function fileAnswer(description: string, mediaTypes: readonly string[], headers: Json): Json {
  const content = Object.fromEntries(mediaTypes.map((type): [string, Json] => [type.replace(/;.*/, ''), {}]));
  return { 200: { description, headers, content } };
}

/** One response a status, naming each problem that is told by it. */
function problems(route: Route): Json {
  const byStatus = Map.groupBy(route.problems, (code) => PROBLEM_STATUS[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\``).join(', '),
        headers: headersOf(
          ...(status === 401 ? (['WWW-Authenticate'] as const) : []),
          ...(codes.some(asksToWait) ? (['Retry-After'] as const) : []),
          'X-Request-Id',
        ),
        content: {
          'application/problem+json': {
            schema: {
              allOf: [
                reference(problemSchema),
                { type: 'object', properties: { type: { enum: codes.map((code) => PROBLEM_BASE + code) } } },
              ],
            },
          },
        },
      },
    ]),
  );
}

function asksToWait(code: ProblemCode): boolean {
  return code === 'rate-limited' || code === 'unavailable' || code === 'idempotency-in-progress';
}

function json(schema: z.ZodMiniType): Json {
  return { 'application/json': { schema: reference(schema) } };
}

function headersOf(...names: HeaderName[]): Json {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
