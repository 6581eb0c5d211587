// Comparisons ask for what a value says, and not for the order in which a database keeps its fields.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  alignedAction,
  comparableText,
  completedInPart,
  engagementActionFace,
  engagementFace,
  guestFace,
  guestSight,
  isSameValue,
  itemFace,
} from '@followthrough/core/domain';
import type { EngagementAudience } from '@followthrough/core/schema';
import fc from 'fast-check';
import { actionRecord, AT, dated, ENGAGEMENT } from './builders.ts';
import { CLOCK, engagement, item } from './engagement/engagement-builders.ts';
import { room, roomAction } from './room-builders.ts';

/** The same with the fields of every object in the opposite order. */
function turned<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(turned) as T;
  const parts = Object.entries(value).map(([name, part]) => [name, turned(part)] as const);
  return Object.fromEntries(parts.reverse()) as T;
}

const AUDIENCES: readonly EngagementAudience[] = ['coach', 'coachee', 'spectator'];

describe('Values', () => {
  it('are the same whatever the order of their fields, and as text too', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.ok(isSameValue(value, turned(value)));
        assert.equal(comparableText(turned(value)), comparableText(value));
      }),
    );
  });

  it('are the same where their texts are, and only there', () => {
    const small = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 3 }, fc.constantFrom(null, 1, 'a', true), tie('list'), tie('fields')),
      list: fc.array(tie('value'), { maxLength: 2 }),
      fields: fc.dictionary(fc.constantFrom('a', 'b', '0'), tie('value'), { maxKeys: 2 }),
    })).value;
    fc.assert(
      fc.property(small, small, (one, other) => {
        assert.equal(isSameValue(one, other), comparableText(one) === comparableText(other));
      }),
      { numRuns: 2000 },
    );
  });

  for (const [name, one, other] of [
    ['a field with another value', { a: 1 }, { a: 2 }],
    ['a field more', { a: 1 }, { a: 1, b: null }],
    ['the order of a list', [1, 2], [2, 1]],
    ['a list and an object of its places', ['x'], { 0: 'x' }],
    ['nothing and an empty text', null, ''],
  ] as const)
    it(`are others by ${name}`, () => assert.ok(!isSameValue(one, other)));

  it('are the same where a field is missing in one and undefined in the other', () => {
    assert.ok(isSameValue({ a: 1 }, { b: undefined, a: 1 }));
  });
});

describe('What a database keeps in another order', () => {
  const due = dated('2026-06-10');
  const of = { context: ENGAGEMENT, title: 'Getting started', description: 'SECRET description' };

  it('leaves an action as its item has it', () => {
    const todo = item('action', 'released', { due: { ...due, setAt: AT, setBy: 'ada' } });
    const aligned = alignedAction(actionRecord({ ...of, due: null }), todo, engagement(), CLOCK);
    const kept = turned(aligned);
    assert.equal(alignedAction(kept, todo, engagement(), CLOCK), kept);
  });

  it('leaves what a coachee handed in as it is', () => {
    const quiz = item('assessment', 'released');
    const answers = [{ key: 'q', text: 'So' }];
    const doing = { by: 'ben', at: AT };
    const saved = turned(completedInPart(quiz, { completed: false, answers }, engagement(), doing));
    assert.equal(completedInPart(saved, { completed: false, answers }, engagement(), doing), saved);
  });

  for (const role of AUDIENCES)
    it(`is no change to a ${role}`, () => {
      const record = actionRecord({ ...of, due, closed: null });
      const shared = engagement();
      const quiz = item('assessment', 'released');
      assert.equal(engagementFace(turned(shared), role, CLOCK), engagementFace(shared, role, CLOCK));
      assert.equal(itemFace(turned(quiz), shared, role, CLOCK), itemFace(quiz, shared, role, CLOCK));
      assert.equal(engagementActionFace(turned(record), shared, role), engagementActionFace(record, shared, role));
    });

  it('is no change to a guest of a room', () => {
    const record = roomAction({ due });
    const sight = guestSight(room(), [record], 'gus');
    assert.notEqual(guestFace(record, sight), '');
    assert.equal(guestFace(turned(record), sight), guestFace(record, sight));
  });
});
