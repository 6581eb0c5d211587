// Twin worlds in memory, many of them, everything asked: the routes, shapes and problems of HTTP over the local backend, without
// a database. Tried in a thread of its own, for `twins.test.ts`, which says what is tried and is told what was met.
import assert from 'node:assert/strict';
import { parentPort, workerData } from 'node:worker_threads';
import { type Route, routes } from '@followthrough/api-client/contract';
import { BackendError } from '@followthrough/core/backend';
import {
  createLocalBackend,
  createMemoryRepository,
  type LocalBackendOptions,
} from '@followthrough/core/local-backend';
import fc from 'fast-check';
import { answeredKind } from '../../src/http/answered-kind.ts';
import { type OperationCall, operationOf } from '../../src/http/operations.ts';
import { problemReply } from '../../src/http/problem.ts';
import { createShapeCheck } from '../../src/http/shape.ts';
import { engagementTwins } from './engagement-twins.ts';
import { roomTwins } from './room-twins.ts';
import { type Answer, answersTo, type Asked, assertAlike, etagOfAnswer } from './twin-answers.ts';
import { ASKED_AT, live, type Twins, type TwinSubject, type World } from './twin-history.ts';

/** What is tried. */
export interface Trial {
  of: keyof typeof SUBJECTS;
  pairs: number;
  /** What some answers must hold. */
  words: string;
}

/** What was met. */
export interface Met {
  /** How often each status was answered. */
  statuses: ReadonlyMap<string, number>;
  /** Of how many pairs the answers held the words. */
  holding: number;
}

const SUBJECTS = { rooms: roomTwins, engagements: engagementTwins };

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

async function answer(local: LocalBackendOptions, { method, path, body, version }: Asked): Promise<Answer> {
  const { pathname, searchParams } = new URL(path, 'http://memory');
  const way = WAYS.find(({ route, pattern }) => route.method === method && pattern.test(pathname));
  assert.ok(way, `${method} ${pathname}`);
  const { route, pattern, check } = way;
  try {
    const shaped = check({ params: { ...pattern.exec(pathname)?.groups }, query: searchParams, body });
    const backend = createLocalBackend(local);
    const call = { ...shaped, version: version ?? 0, ifMatch: version, backend, local } as OperationCall<Route>;
    const told = await operationOf(route)(call);
    return { status: route.response.status, etag: answeredKind(route) ? etagOfAnswer(told) : null, body: told };
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    const reply = problemReply(error);
    return { status: reply.status, etag: null, body: await reply.json() };
  }
}

async function answersIn(subject: TwinSubject, drawn: Twins, world: World) {
  const repository = createMemoryRepository(subject.begin(drawn, world));
  const told = await live(subject, drawn, world, repository);
  let made = 0;
  const local = { repository, viewerId: drawn.asks, now: () => ASKED_AT, newId: () => `own-${++made}` };
  return { told, answers: await answersTo(subject.questions(drawn.asks), (asked) => answer(local, asked)) };
}

/** Tries pairs; fails where an answer tells the worlds of one apart. */
async function met({ of, pairs, words }: Trial): Promise<Met> {
  const subject = SUBJECTS[of];
  const statuses = new Map<string, number>();
  let holding = 0;
  await fc.assert(
    fc.asyncProperty(subject.twins, async (drawn) => {
      const [one, other] = [await answersIn(subject, drawn, 'a'), await answersIn(subject, drawn, 'b')];
      assertAlike(subject.questions(drawn.asks), one, other);
      for (const text of one.answers) statuses.set(text.slice(0, 3), (statuses.get(text.slice(0, 3)) ?? 0) + 1);
      if (one.answers.some((text) => text.includes(words))) holding++;
    }),
    // Smaller ones of a pair that fails are many, and hardly easier to read.
    { numRuns: Number(process.env['RUNS'] ?? pairs), endOnFailure: true },
  );
  return { statuses, holding };
}

parentPort?.postMessage(await met(workerData as Trial));
