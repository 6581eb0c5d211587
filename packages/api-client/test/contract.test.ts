// The contract as data, and the OpenAPI document made from it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import {
  contract,
  etagOf,
  readQuery,
  type Route,
  type RouteInput,
  type RouteOutput,
  routes,
  versionOfETag,
  writeQuery,
  scopesOf,
} from '@followthrough/api-client/contract';
import { openApi } from '@followthrough/api-client/contract/openapi';
import type { ActionQuery } from '@followthrough/core/backend';
import {
  type Action,
  actionSortSchema,
  actionStatusSchema,
  PROBLEM_BASE,
  PROBLEM_STATUS,
} from '@followthrough/core/schema';
import * as z from 'zod/mini';

describe('every route', () => {
  it('has an id that says where it stands in the contract', () => {
    const stated = Object.entries(contract).flatMap(([resource, operations]) =>
      Object.entries<Route>(operations).map(([name, { id }]) => [`${resource}.${name}`, id]),
    );
    for (const [place, id] of stated) assert.equal(id, place);
    assert.equal(stated.length, routes.length);
  });

  it('is the only one of its method and path', () => {
    assert.equal(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size, routes.length);
  });

  it('has a schema for exactly the placeholders of its path', () => {
    for (const { id, path, request } of routes) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const shape = request.params ? Object.keys((request.params as z.ZodMiniObject).shape) : [];
      assert.deepEqual(shape, named, id);
    }
  });

  it('stands before those whose placeholder would take its path', () => {
    routes.forEach((route, place) => {
      for (const earlier of routes.slice(0, place)) {
        const takes = new RegExp(`^${earlier.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(route.path);
        assert(!takes || earlier.method !== route.method, `${earlier.id} hides ${route.id}`);
      }
    });
  });

  it('writes under a write scope, and reads under one that does not write', () => {
    // What only asks, and asks too much for an address, is sent as a write and changes nothing.
    const asks = new Set(['rooms.preview', 'templates.check']);
    // What is the caller's own and of no place needs no more than a token.
    const own = new Set(['notifications.read', 'notifications.readAll', 'preferences.replace']);
    for (const route of routes) {
      const scopes = scopesOf(route);
      const isWrite = route.write && !asks.has(route.id) && !own.has(route.id);
      // A host's own directory is written under one scope, which reads nothing.
      assert.deepEqual(
        scopes.map((scope) => scope === 'admin' || scope.endsWith(':write')),
        scopes.map(() => isWrite),
        route.id,
      );
      assert.equal(scopes.length > 0 || !isWrite, true, route.id);
    }
  });

  it('can be refused for what its shape brings with it', () => {
    const { problems } = contract.actions.update;
    for (const code of [
      'idempotency-key-required',
      'precondition-required',
      'version-conflict',
      'unknown-field',
      'not-found',
      'forbidden',
      'insufficient-scope',
    ] as const) {
      assert(problems.includes(code), code);
    }
    assert(!contract.me.get.problems.includes('insufficient-scope'));
    assert(!contract.service.describe.problems.includes('token-missing'));
    for (const { id, problems: all } of routes) {
      assert(all.includes('malformed') && all.includes('unknown-field'), id);
    }
    assert(!contract.actions.get.problems.includes('idempotency-key-required'));
  });

  it('is typed by its schemas', () => {
    const answer = (output: RouteOutput<typeof contract.actions.get>): Action => output;
    const query = (input: RouteInput<typeof contract.actions.list>['query']): ActionQuery => input;
    // @ts-expect-error a route without a body takes none
    const body = (input: RouteInput<typeof contract.actions.get>['body']): object => input;
    assert.equal([answer, query, body].length, 3);
  });
});

describe('a query', () => {
  const read = (text: string) => z.safeParse(contract.actions.list.request.query, readQuery(new URLSearchParams(text)));

  const good: [text: string, meaning: object][] = [
    ['', {}],
    ['status=todo,overdue', { status: ['todo', 'overdue'] }],
    ['status=todo&status=overdue', { status: ['todo', 'overdue'] }],
    ['status=', { status: [] }],
    ['count=true&overdue=false', { count: true, overdue: false }],
    ['limit=200&recent=7', { limit: 200, recent: 7 }],
    ['query=7', { query: '7' }],
    ['query=true', { query: 'true' }],
    ['dueFrom=2026-02-28&dueTo=2028-02-29', { dueFrom: '2026-02-28', dueTo: '2028-02-29' }],
  ];
  for (const [text, meaning] of good) {
    it(`is read: ${text || '(empty)'}`, () => {
      assert.deepEqual(read(text).data, meaning);
    });
  }

  const bad: [text: string, code: string, path: PropertyKey[]][] = [
    ['colour=blue', 'unrecognized_keys', []],
    ['constructor=x', 'unrecognized_keys', []],
    ['status=todo,nearly', 'invalid_value', ['status', 1]],
    ['count=yes', 'invalid_type', ['count']],
    ['count=1', 'invalid_type', ['count']],
    ['limit=0', 'too_small', ['limit']],
    ['limit=201', 'too_big', ['limit']],
    ['limit=1e2', 'invalid_type', ['limit']],
    ['limit=', 'invalid_type', ['limit']],
    ['limit=5&limit=6', 'invalid_type', ['limit']],
    ['query=a&query=b', 'invalid_type', ['query']],
    ['dueFrom=2026-02-29', 'custom', ['dueFrom']],
    ['context=elsewhere', 'invalid_format', ['context']],
    ['query=%00', 'custom', ['query']],
  ];
  for (const [text, code, path] of bad) {
    it(`is refused: ${text}`, () => {
      const issues = read(text).error?.issues ?? [];
      assert.deepEqual(
        issues.map((issue) => [issue.code, issue.path]),
        [[code, path]],
      );
    });
  }

  it('that is written is read as the same', () => {
    const options = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
    const queries = fc.record({
      status: options(fc.uniqueArray(fc.constantFrom(...actionStatusSchema.options), { minLength: 1 })),
      overdue: options(fc.boolean()),
      count: options(fc.boolean()),
      limit: options(fc.integer({ min: 1, max: 200 })),
      recent: options(fc.integer({ min: 1, max: 3650 })),
      sort: options(fc.constantFrom(...actionSortSchema.options)),
      query: options(fc.constantFrom('a,b', 'a b', '+&=?#', 'ü€😀', '1', 'true', ' ')),
    });
    fc.assert(
      fc.property(queries, (query) => {
        const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
        assert.deepEqual(read(writeQuery(query).toString()).data, given);
      }),
    );
  });
});

describe('an entity tag', () => {
  it('names its version, there and back', () => {
    fc.assert(fc.property(fc.integer({ min: 1 }), (version) => versionOfETag(etagOf(version)) === version));
  });
  for (const [tag, version] of [
    ['W/"3"', 3],
    [' "3" ', 3],
    ['3', null],
    ['"0"', null],
    ['"x"', null],
    ['*', null],
    ['"1", "2"', null],
    ['"99999999999999999"', null],
  ] as const) {
    it(`${tag} names ${version ?? 'no version of ours'}`, () => {
      assert.equal(versionOfETag(tag), version);
    });
  }
});

describe('the OpenAPI document', () => {
  interface Operation {
    operationId: string;
    parameters: { name: string; in: string; required?: boolean; schema: { type?: string } }[];
    security?: unknown[];
    tags: string[];
    requestBody?: unknown;
    responses: Record<
      string,
      {
        headers?: Record<string, unknown>;
        content?: Record<string, { schema: { allOf: [unknown, { properties: { type: { enum: string[] } } }] } }>;
      }
    >;
  }
  const document = openApi() as {
    paths: Record<string, Record<string, Operation>>;
    tags: { name: string }[];
    components: { schemas: Record<string, { type?: string }> };
  };

  it('holds every route and no other', () => {
    const held = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    assert.deepEqual(held.sort(), routes.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('tells each route’s parameters, headers, body, security and problems', () => {
    for (const route of routes) {
      const operation = document.paths[route.path]?.[route.method.toLowerCase()];
      assert(operation);
      const headers = operation.parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name);
      assert.deepEqual(
        headers,
        [...(route.write ? ['Idempotency-Key'] : []), ...(route.versioned ? ['If-Match'] : [])],
        route.id,
      );
      const precondition = operation.parameters.find(({ name }) => name === 'If-Match');
      if (precondition) assert.equal(precondition.required, route.precondition, route.id);
      assert.equal(
        operation.parameters.some((parameter) => parameter.in === 'query'),
        route.request.query !== undefined,
      );
      assert.equal(operation.requestBody !== undefined, route.request.body !== undefined);
      assert.equal(operation.security?.length === 0, route.scope === null);
      assert(operation.responses[route.response.status]);
      const made = operation.responses['201']?.headers?.['Location'] !== undefined;
      assert.equal(made, route.response.status === 201 || route.response.created === true, route.id);
      assert(
        operation.tags.every((tag) => document.tags.some(({ name }) => name === tag)),
        route.id,
      );
      const told = Object.values(operation.responses).flatMap(
        ({ content }) => content?.['application/problem+json']?.schema.allOf[1].properties.type.enum ?? [],
      );
      assert.deepEqual(told.sort(), route.problems.map((code) => PROBLEM_BASE + code).sort());
      for (const code of route.problems) assert(operation.responses[PROBLEM_STATUS[code]], `${route.id} ${code}`);
    }
  });

  it('tells a file by its media types and its name', () => {
    const { content, headers } = document.paths['/engagements/export']?.['get']?.responses['200'] ?? {};
    assert.deepEqual(Object.keys(content ?? {}), [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'text/csv',
    ]);
    assert(headers?.['Content-Disposition']);
  });

  it('tells what a query’s parameters mean, not that they are strings', () => {
    const types = new Map(
      document.paths['/actions']?.['get']?.parameters.map(({ name, schema }) => [name, schema.type]),
    );
    assert.deepEqual(
      [types.get('status'), types.get('count'), types.get('limit'), types.get('query')],
      ['array', 'boolean', 'integer', 'string'],
    );
  });

  it('refers only to what it holds', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
    assert(references.length > 100);
    for (const path of new Set(references)) {
      const found = path
        .split('/')
        .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);
      assert(found, path);
    }
    for (const name of ['Action', 'ActionDraft', 'Problem', 'Relationship', 'Id'])
      assert(document.components.schemas[name], name);
  });

  it('passes the linter', async () => {
    const root = fileURLToPath(new URL('../../../', import.meta.url));
    const folder = await mkdtemp(join(tmpdir(), 'openapi-'));
    try {
      const file = join(folder, 'openapi.json');
      await writeFile(file, JSON.stringify(document));
      const redocly = join(root, 'node_modules/@redocly/cli/bin/cli.js');
      const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
      const lint = promisify(execFile)(
        process.execPath,
        [redocly, 'lint', file, '--config', join(root, 'redocly.yaml'), '--format', 'json'],
        { env },
      );
      const { stdout } = await lint;
      const { totals } = JSON.parse(stdout) as { totals: { errors: number; warnings: number } };
      assert.deepEqual([totals.errors, totals.warnings], [0, 0], stdout);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
