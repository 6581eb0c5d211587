import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ActionPatch } from '@followthrough/core/schema';
import {
  actionView,
  afterPatch,
  afterState,
  applyPatch,
  changedFields,
  changeState,
  closingOf,
  draftOfDate,
  fixedDate,
  isLate,
  newAction,
  plannedDate,
  restand,
} from '@followthrough/core/domain';
import { accessFor, actionRecord, AT, closing, dated, PERSONAL, RELATIONSHIP, ROOM, TODAY } from './builders.ts';

const LATER = '2026-05-14T08:00:00.000Z';
const moment = { by: 'report', at: LATER, today: TODAY + 1 };

describe('A new action', () => {
  it('is to do, open, in its first version, and its creator’s', () => {
    const draft = {
      context: RELATIONSHIP,
      title: ' Send it ',
      assignee: { type: 'person' as const, personId: 'report' },
    };
    const action = newAction({ ...draft, due: fixedDate('2026-05-20') }, 'a1', { by: 'manager', at: AT });
    assert.deepEqual(action, {
      ...{ id: 'a1', ...draft, description: '', start: null, position: null, state: 'todo', closed: null },
      due: {
        ...fixedDate('2026-05-20'),
        pinned: null,
        date: '2026-05-20',
        basis: 'fixed',
        waitingOn: [],
        setBy: 'manager',
        setAt: AT,
      },
      ...{ createdBy: 'manager', createdAt: AT, updatedAt: AT, updatedBy: 'manager', version: 1, deleted: null },
    });
  });

  it('of a person’s own is assigned to its creator', () => {
    const action = newAction({ context: PERSONAL, title: 'Read' }, 'a1', { by: 'report', at: AT });
    assert.deepEqual(action.assignee, { type: 'person', personId: 'report' });
    assert.equal(action.due, null);
  });
});

describe('An edit', () => {
  const before = actionRecord();

  it('writes the fields it names, and makes the next version', () => {
    const after = applyPatch(before, { title: 'Send the slides', due: fixedDate('2026-06-01') }, moment);
    assert.deepEqual(after, {
      ...before,
      title: 'Send the slides',
      due: {
        ...fixedDate('2026-06-01'),
        pinned: null,
        date: '2026-06-01',
        basis: 'fixed',
        waitingOn: [],
        setBy: 'report',
        setAt: LATER,
      },
      updatedAt: LATER,
      updatedBy: 'report',
      version: 2,
    });
  });

  const unchanging: [string, ActionPatch][] = [
    ['no field', {}],
    ['the title it has', { title: 'Send the deck' }],
    ['the date it has', { due: draftOfDate(dated('2026-05-20')) }],
    ['the date it has, not pinned', { due: { ...fixedDate('2026-05-20'), pinned: null } }],
    ['the assignee it has', { assignee: { type: 'person', personId: 'report' } }],
    ['no start where there is none', { start: null }],
  ];
  for (const [name, patch] of unchanging) {
    it(`of ${name} changes nothing and keeps the version`, () => {
      assert.equal(applyPatch(before, patch, moment), before);
      assert.deepEqual(changedFields(before, patch), []);
    });
  }

  it('keeps who set a date when it is written again as it was', () => {
    const after = applyPatch(before, { title: 'Other', due: fixedDate('2026-05-20') }, moment);
    assert.equal(after.due, before.due);
  });

  it('can clear a date, and give one', () => {
    const without = applyPatch(before, { due: null }, moment);
    assert.equal(without.due, null);
    assert.equal(applyPatch(without, { due: fixedDate('2026-05-20') }, moment).due?.setBy, 'report');
  });

  it('of the due date of a closed action leaves the date it is judged by', () => {
    const done = actionRecord({ state: 'done', closed: closing('2026-05-21', '2026-05-20') });
    const after = applyPatch(done, { due: fixedDate('2026-07-01') }, moment);
    assert.deepEqual(after.closed, done.closed);
    assert.equal(isLate(after), true);
  });
});

describe('A change of state', () => {
  it('closes with when, by whom, which day and the due date in force', () => {
    const after = changeState(actionRecord(), 'done', moment);
    assert.equal(after.state, 'done');
    assert.deepEqual(after.closed, { at: LATER, by: 'report', due: '2026-05-20', on: '2026-05-14' });
    assert.equal(after.version, 2);
    assert.deepEqual([after.updatedAt, after.updatedBy], [LATER, 'report']);
  });

  it('to the state it is in changes nothing', () => {
    const before = actionRecord();
    assert.equal(changeState(before, 'todo', moment), before);
  });

  it('clears the closing when it reopens', () => {
    const done = changeState(actionRecord(), 'done', moment);
    assert.equal(changeState(done, 'todo', moment).closed, null);
  });

  for (const [basis, due] of [
    ['fixed', '2026-05-20'],
    ['settled', '2026-05-20'],
    ['projected', null],
    ['waiting', null],
    ['broken', null],
  ] as const) {
    it(`records ${due === null ? 'no' : 'the'} due date that is ${basis}`, () => {
      assert.equal(closingOf(actionRecord({ due: dated('2026-05-20', basis) }), 'done', moment)?.due, due);
    });
  }

  it('from not done to done is late by the date it missed, whatever the plan says since', () => {
    const missed = changeState(actionRecord({ due: dated('2026-05-12') }), 'notDone', { ...moment, today: TODAY });
    const replanned = applyPatch(missed, { due: fixedDate('2026-12-31') }, moment);
    const done = changeState(replanned, 'done', moment);
    assert.equal(done.closed?.due, '2026-05-12');
    assert.equal(isLate(done), true);
  });

  it('from not done to done is late even where the clock went back a day meanwhile', () => {
    const missed = changeState(actionRecord({ due: dated('2026-05-12') }), 'notDone', { ...moment, today: TODAY });
    const done = changeState(missed, 'done', { ...moment, today: TODAY - 1 });
    assert.equal(isLate(done), true);
  });

  it('from not done to to do and then to done is judged anew', () => {
    const missed = changeState(actionRecord({ due: dated('2026-05-12') }), 'notDone', moment);
    const reopened = applyPatch(changeState(missed, 'todo', moment), { due: fixedDate('2026-12-31') }, moment);
    assert.equal(isLate(changeState(reopened, 'done', moment)), false);
  });

  it('in a room from in progress to to do closes nothing', () => {
    const doing = actionRecord({ context: ROOM, state: 'inProgress' });
    assert.equal(changeState(doing, 'todo', moment).closed, null);
    assert.equal(changeState(doing, 'cancelled', moment).closed?.on, '2026-05-14');
  });
});

describe('What a reader gets', () => {
  const record = actionRecord({ due: dated('2026-05-12') });
  const view = actionView(record, accessFor('report'), TODAY);

  it('says how the action stands and what they may do, and not who set its dates', () => {
    const { deleted: _deleted, ...stored } = record;
    assert.deepEqual(view, {
      ...stored,
      due: { ...fixedDate('2026-05-12'), pinned: null, date: '2026-05-12', basis: 'fixed', waitingOn: [] },
      ...{ status: 'overdue', overdue: true, late: false },
      may: { edit: 'action-or-relationship-creator', setState: true, delete: 'action-or-relationship-creator-deletes' },
    });
  });

  it('is the very same object while nothing about it changes with the day', () => {
    assert.equal(restand(view, TODAY), view);
    assert.equal(restand(view, TODAY + 300), view);
  });

  it('turns overdue the day after its due date', () => {
    const due = actionView(actionRecord({ due: dated('2026-05-13') }), accessFor('report'), TODAY);
    assert.equal(due.status, 'todo');
    const next = restand(due, TODAY + 1);
    assert.deepEqual([next.status, next.overdue], ['overdue', true]);
    assert.deepEqual(restand(next, TODAY), due);
  });

  it('in a room turns its overdue mark though its status stays, and mends a late mark', () => {
    const inRoom = { ...view, context: ROOM, status: 'todo' as const, due: dated('2026-05-13'), overdue: false };
    assert.equal(restand(inRoom, TODAY), inRoom);
    assert.equal(restand(inRoom, TODAY + 1).overdue, true);
    assert.equal(restand({ ...inRoom, late: true }, TODAY).late, false);
  });

  it('is after an edit what the backend will answer, but for the version', () => {
    const patch = { title: 'Send the slides', due: fixedDate('2026-06-01') };
    const answered = actionView(applyPatch(record, patch, moment), accessFor('report'), moment.today);
    assert.deepEqual({ ...afterPatch(view, patch, moment), version: 2 }, answered);
    assert.equal(afterPatch(view, { title: view.title }, moment), view);
  });

  it('is after a change of state what the backend will answer, but for the version', () => {
    for (const state of ['done', 'notDone'] as const) {
      const answered = actionView(changeState(record, state, moment), accessFor('report'), moment.today);
      assert.deepEqual({ ...afterState(view, state, moment), version: 2 }, answered);
    }
    assert.equal(afterState(view, 'todo', moment), view);
  });

  it('names whoever changes it here as the last, also where the backend never told', () => {
    const { updatedBy: _updatedBy, ...untold } = view;
    assert.equal(afterPatch(untold, { title: 'Send the slides' }, moment).updatedBy, 'report');
    assert.equal(afterPatch(untold, { title: untold.title }, moment), untold);
  });

  it('keeps not telling who created it', () => {
    const untold = { ...view, createdBy: null };
    assert.equal(afterState(untold, 'done', moment).createdBy, null);
  });
});

describe('A planned date', () => {
  const relative = {
    type: 'relative' as const,
    amount: 3,
    unit: 'day' as const,
    anchor: { type: 'actionCompleted' as const, actionId: 'a9' },
  };

  it('that is fixed is its date', () => {
    assert.deepEqual(plannedDate(fixedDate('2026-05-20'), 'ana', AT), {
      ...{ rule: { type: 'fixed', date: '2026-05-20' }, pinned: null, date: '2026-05-20', basis: 'fixed' },
      ...{ waitingOn: [], setBy: 'ana', setAt: AT },
    });
  });

  it('that is pinned is its pin, and keeps the rule beside it', () => {
    const { rule, date, basis, waitingOn } = plannedDate({ rule: relative, pinned: '2026-05-21' }, 'ana', AT);
    assert.deepEqual(
      { rule, date, basis, waitingOn },
      { rule: relative, date: '2026-05-21', basis: 'fixed', waitingOn: [] },
    );
  });

  it('that is relative waits for its anchor', () => {
    const { date, basis, waitingOn } = plannedDate({ rule: relative }, 'ana', AT);
    assert.deepEqual({ date, basis, waitingOn }, { date: null, basis: 'waiting', waitingOn: ['a9'] });
  });

  it('is another when its rule, its anchor, its roll or its pin is', () => {
    const record = actionRecord({ context: ROOM, due: plannedDate({ rule: relative }, 'ana', AT) });
    const changes = (rule: object, pinned?: string) =>
      changedFields(record, { due: { rule: { ...relative, ...rule }, ...(pinned ? { pinned } : {}) } }).length > 0;
    assert.equal(changes({}), false);
    assert.equal(changes({ roll: 'none' }), false);
    assert.equal(changes({ roll: 'next' }), true);
    assert.equal(changes({ amount: 4 }), true);
    assert.equal(changes({ unit: 'week' }), true);
    assert.equal(changes({ anchor: { type: 'actionDue', actionId: 'a9' } }), true);
    assert.equal(changes({ anchor: { type: 'actionCompleted', actionId: 'a8' } }), true);
    assert.equal(changes({}, '2026-05-21'), true);
  });
});
