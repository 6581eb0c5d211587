import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ActionContext, ActionState, Closing, DateBasis } from '@followthrough/core/schema';
import { bindingDue, dayToldBy, formatDay, isLate, isOpen, isOverdue, statusOf } from '@followthrough/core/domain';
import { closing, dated, ENGAGEMENT, PERSONAL, RELATIONSHIP, ROOM, TODAY } from './builders.ts';

const YESTERDAY = '2026-05-12';
const NOW = '2026-05-13';
const TOMORROW = '2026-05-14';

interface Row {
  state: ActionState;
  due: string | null;
  basis?: DateBasis;
  closed?: Closing;
  /** Shown outside a room. */
  status: string;
  overdue: boolean;
  late: boolean;
}

const ROWS: Row[] = [
  { state: 'todo', due: null, status: 'todo', overdue: false, late: false },
  { state: 'todo', due: TOMORROW, status: 'todo', overdue: false, late: false },
  { state: 'todo', due: NOW, status: 'todo', overdue: false, late: false },
  { state: 'todo', due: YESTERDAY, status: 'overdue', overdue: true, late: false },
  { state: 'todo', due: YESTERDAY, basis: 'settled', status: 'overdue', overdue: true, late: false },
  { state: 'todo', due: YESTERDAY, basis: 'projected', status: 'todo', overdue: false, late: false },
  { state: 'todo', due: null, basis: 'waiting', status: 'todo', overdue: false, late: false },
  { state: 'todo', due: YESTERDAY, basis: 'broken', status: 'todo', overdue: false, late: false },
  { state: 'done', due: NOW, closed: closing(NOW, NOW), status: 'done', overdue: false, late: false },
  { state: 'done', due: YESTERDAY, closed: closing(NOW, YESTERDAY), status: 'doneLate', overdue: false, late: true },
  { state: 'done', due: null, closed: closing(NOW, null), status: 'done', overdue: false, late: false },
  // A later change of plan never rewrites history, either way.
  { state: 'done', due: TOMORROW, closed: closing(NOW, YESTERDAY), status: 'doneLate', overdue: false, late: true },
  { state: 'done', due: YESTERDAY, closed: closing(NOW, TOMORROW), status: 'done', overdue: false, late: false },
  { state: 'notDone', due: YESTERDAY, closed: closing(NOW, YESTERDAY), status: 'notDone', overdue: false, late: false },
];

function say({ state, due, basis, closed }: Row): string {
  const plan = due ? ` due ${due}${basis ? ` (${basis})` : ''}` : '';
  return `${state}${plan}${closed ? ` closed ${closed.on} against ${closed.due}` : ''}`;
}

function standing({ state, due, basis, closed }: Row, context: ActionContext) {
  return { context, state, due: due === null && !basis ? null : dated(due, basis), closed: closed ?? null };
}

describe('On 13 May', () => {
  for (const row of ROWS) {
    it(`${say(row)} is shown as ${row.status}`, () => {
      for (const context of [PERSONAL, RELATIONSHIP, ENGAGEMENT]) {
        const action = standing(row, context);
        assert.equal(statusOf(action, TODAY), row.status);
        assert.equal(isOverdue(action, TODAY), row.overdue);
        assert.equal(isLate(action), row.late);
      }
    });
  }

  const inRoom: (Row & { name: string })[] = [
    {
      name: 'an open one past its date carries a mark',
      state: 'todo',
      due: YESTERDAY,
      status: 'todo',
      overdue: true,
      late: false,
    },
    {
      name: 'so does one in progress',
      state: 'inProgress',
      due: YESTERDAY,
      status: 'inProgress',
      overdue: true,
      late: false,
    },
    {
      name: 'one done late carries a mark',
      state: 'done',
      due: null,
      closed: closing(NOW, YESTERDAY),
      status: 'done',
      overdue: false,
      late: true,
    },
    {
      name: 'a cancelled one is never late',
      state: 'cancelled',
      due: null,
      closed: closing(NOW, YESTERDAY),
      status: 'cancelled',
      overdue: false,
      late: false,
    },
  ];
  for (const row of inRoom) {
    it(`in a room ${row.name} beside its status`, () => {
      const action = standing(row, ROOM);
      assert.equal(statusOf(action, TODAY), row.status);
      assert.equal(isOverdue(action, TODAY), row.overdue);
      assert.equal(isLate(action), row.late);
    });
  }

  it('only to do and in progress are open', () => {
    const states: ActionState[] = ['todo', 'inProgress', 'done', 'notDone', 'cancelled'];
    assert.deepEqual(states.filter(isOpen), ['todo', 'inProgress']);
  });

  it('only fixed and settled dates bind', () => {
    const bases: DateBasis[] = ['fixed', 'settled', 'projected', 'waiting', 'broken'];
    const binding = bases.filter((basis) => bindingDue({ due: dated(NOW, basis) }) !== null);
    assert.deepEqual(binding, ['fixed', 'settled']);
  });

  it('a closing whose day is not told is judged by its day in UTC', () => {
    const closed = { at: '2026-05-13T00:00:00Z', by: null, due: YESTERDAY };
    assert.equal(isLate({ state: 'done', closed }), true);
    assert.equal(isLate({ state: 'done', closed: { ...closed, at: '2026-05-12T23:59:59Z' } }), false);
  });
});

describe('The day told by an action whose clock is not told', () => {
  const anyStanding = fc.record({
    state: fc.constantFrom<ActionState>('todo', 'inProgress', 'done', 'notDone', 'cancelled'),
    due: fc.option(fc.record({ days: fc.integer({ min: -4, max: 4 }), basis: fc.constantFrom('fixed', 'projected') })),
  });

  it('is one on which it is as overdue as its backend says, wherever on Earth its clock is', () => {
    fc.assert(
      fc.property(anyStanding, fc.integer({ min: -2, max: 2 }), ({ state, due }, apart) => {
        const date = due && dated(formatDay(TODAY + due.days), due.basis);
        const told = isOverdue({ state, due: date }, TODAY + apart);
        const day = dayToldBy({ state, due: date, overdue: told }, TODAY);
        assert.equal(isOverdue({ state, due: date }, day), told);
        // No further from the day that is known than it has to be.
        if (told === isOverdue({ state, due: date }, TODAY)) assert.equal(day, TODAY);
        assert.ok(Math.abs(day - TODAY) <= Math.abs(apart));
      }),
      { numRuns: 2000 },
    );
  });

  it('is a day that some clock may show: a date moved away since is not overdue', () => {
    const moved = { state: 'todo', due: dated(formatDay(TODAY + 30)), overdue: true } as const;
    assert.equal(isOverdue(moved, dayToldBy(moved, TODAY)), false);
    assert.equal(dayToldBy({}, TODAY), TODAY);
  });
});
