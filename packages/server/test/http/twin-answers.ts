// Answers of two worlds side by side.
import assert from 'node:assert/strict';
import { etagOf } from '@followthrough/api-client/contract';

/** A request of whoever asks both worlds. */
export interface Question {
  method: string;
  path: string;
  body?: unknown;
  /** The version it is decided on; `told`: the one that was answered last of the same thing. */
  version?: number | 'told';
  /** Asks for what follows the list that was answered last, if anything does. */
  follows?: true;
}

/** A request as it is sent. */
export interface Asked {
  method: string;
  path: string;
  body?: unknown;
  version?: number;
}

export interface Answer {
  status: number;
  /** What is compared besides: as many headers as there are to compare. */
  headers?: string;
  etag: string | null;
  body: unknown;
}

/** All answers to the questions, each asked after the one before was answered. */
export async function answersTo(
  questions: readonly Question[],
  ask: (asked: Asked) => Promise<Answer>,
): Promise<string[]> {
  const answers: string[] = [];
  const versions = new Map<string, number>();
  let next: string | null = null;
  for (const { method, path, body, version, follows } of questions) {
    if (follows === true && next === null) {
      answers.push('nothing follows');
      continue;
    }
    const thing = path.split('/', 3).join('/');
    const answer = await ask({
      method,
      path: follows === true ? `${path}&cursor=${encodeURIComponent(next ?? '')}` : path,
      body,
      ...(version === undefined ? {} : { version: version === 'told' ? (versions.get(thing) ?? 1) : version }),
    });
    if (answer.etag !== null) versions.set(thing, Number(/\d+/.exec(answer.etag)?.[0]));
    if (path.includes('?')) next = (answer.body as { next?: string | null } | undefined)?.next ?? null;
    answers.push(comparable(answer));
  }
  return answers;
}

/** What a version's header says. */
export function etagOfAnswer(body: unknown): string {
  return etagOf((body as { version: number }).version);
}

/** What of an answer must be the same: all but the cursor, of which it must be the same whether there is one. */
function comparable({ status, headers = '', etag, body }: Answer): string {
  const shown = (name: string, value: unknown): unknown => (name === 'next' && value !== null ? 'cursor' : value);
  return `${status} ${headers} ${etag ?? ''} ${JSON.stringify(body, shown) ?? ''}`;
}

interface Told {
  /** How what was to be seen in both came out. */
  told: readonly string[];
  answers: readonly string[];
}

/** Fails at the first answer that tells the worlds apart. */
export function assertAlike(questions: readonly Question[], one: Told, other: Told): void {
  assert.deepEqual(one.told, other.told, 'what is seen happened in both');
  for (const [at, { method, path, body }] of questions.entries()) {
    const [first = '', second = ''] = [one.answers[at], other.answers[at]];
    if (first === second) continue;
    assert.fail(`${method} ${path} ${JSON.stringify(body) ?? ''} tells them apart:\n${apart(first, second)}`);
  }
}

/** Both texts around where they part. */
function apart(first: string, second: string): string {
  let at = 0;
  while (at < first.length && first[at] === second[at]) at++;
  return [first, second].map((text) => text.slice(Math.max(0, at - 300), at + 150)).join('\n');
}
