import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ActionState } from '@followthrough/core/schema';
import { allowedTransitions, RULES, refusedTransition, statesOf } from '@followthrough/core/domain';
import { closing, dated, ENGAGEMENT, PERSONAL, RELATIONSHIP, ROOM, TODAY } from './builders.ts';

const YESTERDAY = '2026-05-12';
const STATES: ActionState[] = ['todo', 'inProgress', 'done', 'notDone', 'cancelled'];

// [from, overdue, to, the rule that refuses]
const ROWS: [ActionState, boolean, ActionState, string | null][] = [
  ['todo', false, 'todo', null],
  ['todo', false, 'done', null],
  ['todo', false, 'notDone', 'not-done-only-when-overdue'],
  ['todo', true, 'done', null],
  ['todo', true, 'notDone', null],
  ['done', false, 'todo', null],
  ['done', false, 'done', null],
  ['done', false, 'notDone', 'reopen-first'],
  ['done', true, 'notDone', 'reopen-first'],
  ['notDone', true, 'todo', null],
  ['notDone', true, 'done', null],
  ['notDone', true, 'notDone', null],
  ...(['todo', 'done', 'notDone'] as const).flatMap((from): typeof ROWS => [
    [from, true, 'inProgress', 'state-of-another-context'],
    [from, true, 'cancelled', 'state-of-another-context'],
  ]),
];

function standing(state: ActionState, isPast: boolean) {
  const due = isPast ? YESTERDAY : '2026-05-13';
  const isClosed = state !== 'todo' && state !== 'inProgress';
  return { state, due: dated(due), closed: isClosed ? closing('2026-05-13', due) : null };
}

describe('A personal, relationship or engagement action', () => {
  for (const [from, isPast, to, rule] of ROWS) {
    const when = isPast ? ' past its due date' : '';
    it(`${from}${when} → ${to} is ${rule === null ? 'allowed' : `refused by ${rule}`}`, () => {
      for (const context of [PERSONAL, RELATIONSHIP, ENGAGEMENT]) {
        assert.equal(refusedTransition({ context, ...standing(from, isPast) }, to, TODAY), rule);
      }
    });
  }

  it('is not overdue on the due date itself, so it cannot be not done yet', () => {
    const action = { context: PERSONAL, state: 'todo' as const, due: dated('2026-05-13'), closed: null };
    assert.equal(refusedTransition(action, 'notDone', TODAY), 'not-done-only-when-overdue');
    assert.equal(refusedTransition(action, 'notDone', TODAY + 1), null);
  });

  it('offers what may follow, its own state left out', () => {
    const offered = (state: ActionState, isPast: boolean) =>
      allowedTransitions({ context: RELATIONSHIP, ...standing(state, isPast) }, TODAY);
    assert.deepEqual(offered('todo', false), ['done']);
    assert.deepEqual(offered('todo', true), ['done', 'notDone']);
    assert.deepEqual(offered('done', false), ['todo']);
    assert.deepEqual(offered('notDone', true), ['todo', 'done']);
  });
});

describe('A room’s action', () => {
  for (const from of statesOf('room')) {
    for (const to of STATES) {
      const rule = to === 'notDone' ? 'state-of-another-context' : null;
      it(`${from} → ${to} is ${rule === null ? 'allowed' : 'refused: rooms have no such state'}`, () => {
        assert.equal(refusedTransition({ context: ROOM, ...standing(from, false) }, to, TODAY), rule);
      });
    }
  }
});

describe('Every refused transition', () => {
  it('names a rule that has a sentence', () => {
    for (const context of [PERSONAL, ROOM]) {
      for (const from of statesOf(context.type)) {
        for (const to of STATES) {
          const rule = refusedTransition({ context, ...standing(from, false) }, to, TODAY);
          assert.ok(rule === null || RULES[rule].endsWith('.'));
        }
      }
    }
  });
});
