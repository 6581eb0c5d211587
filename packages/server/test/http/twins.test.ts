// Twin worlds in memory, many of them: the routes, shapes and problems of HTTP over the local backend, without a database.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Route, routes } from '@followthrough/api-client/contract';
import { type Backend, BackendError } from '@followthrough/core/backend';
import { createLocalBackend, createMemoryRepository } from '@followthrough/core/local-backend';
import fc from 'fast-check';
import { NOW } from '../../../core/test/local-backend/workspace.ts';
import { answeredKind, type OperationCall, operationOf } from '../../src/http/operations.ts';
import { problemReply } from '../../src/http/problem.ts';
import { createShapeCheck } from '../../src/http/shape.ts';
import { assertAlike, comparable } from './twin-answers.ts';
import { fillTwin, happen, type Question, QUESTIONS, twins, type Twins, twinSnapshot, type World } from './twins.ts';

interface Way {
  route: Route;
  pattern: RegExp;
  check: ReturnType<typeof createShapeCheck>;
}

const WAYS: readonly Way[] = routes
  .filter(({ scope }) => scope !== null)
  .map((route) => ({
    route,
    pattern: new RegExp(`^${route.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
    check: createShapeCheck(route),
  }));

async function answer(backend: Backend, { method, path, body, version = 0 }: Question): Promise<string> {
  const { pathname, searchParams } = new URL(path, 'http://memory');
  const way = WAYS.find(({ route, pattern }) => route.method === method && pattern.test(pathname));
  assert.ok(way, `${method} ${pathname}`);
  const { route, pattern, check } = way;
  try {
    const shaped = check({ params: { ...pattern.exec(pathname)?.groups }, query: searchParams, body });
    const told = await operationOf(route)({ ...shaped, version, backend } as OperationCall<Route>);
    const etag = answeredKind(route) ? `"${(told as { version: number }).version}"` : null;
    return comparable(route.response.status, etag, told);
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    const reply = problemReply(error);
    return comparable(reply.status, null, await reply.json());
  }
}

async function answersIn(drawn: Twins, world: World, met: Map<string, number>) {
  const repository = createMemoryRepository(twinSnapshot(world));
  let now = NOW;
  let made = 0;
  const as = (viewerId: string) =>
    createLocalBackend({ repository, viewerId, now: () => now, newId: () => `made-${++made}` });
  await fillTwin(as('ada'));
  const told = await happen(drawn, world, as, (tick) => {
    now = NOW + tick;
  });
  now = NOW + 3_600_000;
  const guest = as(drawn.asks);
  const answers: string[] = [];
  for (const question of QUESTIONS) {
    const told = await answer(guest, question);
    const status = told.slice(0, 3);
    met.set(status, (met.get(status) ?? 0) + 1);
    answers.push(told);
  }
  return { told, answers };
}

it('Twin worlds in memory are alike to a guest, answer by answer', async () => {
  const met = new Map<string, number>();
  let hidden = 0;
  await fc.assert(
    fc.asyncProperty(twins, async (drawn) => {
      const [one, other] = [await answersIn(drawn, 'a', met), await answersIn(drawn, 'b', met)];
      assertAlike(one, other);
      if (JSON.stringify(one.answers).includes('internalStep')) hidden++;
    }),
    { numRuns: Number(process.env['RUNS'] ?? 500) },
  );
  for (const status of ['200', '403', '404', '409']) assert.ok(met.has(status), JSON.stringify([...met]));
  assert.ok(hidden > 20, `dates on internal steps are told in ${hidden} pairs`);
});
