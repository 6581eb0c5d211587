// Answers of two worlds side by side.
import assert from 'node:assert/strict';
import { QUESTIONS } from './twins.ts';

/** What of an answer must be the same: all but the cursor, of which it must be the same whether there is one. */
export function comparable(status: number, etag: string | null, body: unknown): string {
  const shown = (name: string, value: unknown): unknown => (name === 'next' && value !== null ? 'cursor' : value);
  return `${status} ${etag ?? ''} ${JSON.stringify(body, shown) ?? ''}`;
}

interface Told {
  /** How what was to be seen in both came out. */
  told: readonly string[];
  answers: readonly string[];
}

/** Fails at the first answer that tells the worlds apart. */
export function assertAlike(one: Told, other: Told): void {
  assert.deepEqual(one.told, other.told, 'what is seen happened in both');
  for (const [at, question] of QUESTIONS.entries()) {
    const [first = '', second = ''] = [one.answers[at], other.answers[at]];
    if (first === second) continue;
    const { method, path, body } = question;
    assert.fail(`${method} ${path} ${JSON.stringify(body) ?? ''} tells them apart:\n${apart(first, second)}`);
  }
}

/** Both texts around where they part. */
function apart(first: string, second: string): string {
  let at = 0;
  while (at < first.length && first[at] === second[at]) at++;
  return [first, second].map((text) => text.slice(Math.max(0, at - 300), at + 150)).join('\n');
}
