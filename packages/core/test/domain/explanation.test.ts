import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explanationSchema } from '@followthrough/core/schema';
import { explanationOf, fixedDate, plannedDate } from '@followthrough/core/domain';
import { actionRecord, AT, closing, dated } from './builders.ts';

const set = { setBy: 'manager', setAt: AT };
const rule = fixedDate('2026-05-20').rule;
const relative = {
  type: 'relative' as const,
  amount: 3,
  unit: 'businessDay' as const,
  anchor: { type: 'actionCompleted' as const, actionId: 'a9' },
};

describe('Why this date', () => {
  it('is who set it, for a fixed date', () => {
    assert.deepEqual(explanationOf(actionRecord()), {
      actionId: 'a1',
      start: null,
      due: { date: '2026-05-20', basis: 'fixed', steps: [{ type: 'rule', rule, date: '2026-05-20', ...set }] },
    });
  });

  it('is the pin that stands over the rule', () => {
    const due = plannedDate({ rule: relative, pinned: '2026-05-21' }, 'manager', AT);
    assert.deepEqual(explanationOf(actionRecord({ due })).due, {
      date: '2026-05-21',
      basis: 'fixed',
      steps: [
        { type: 'rule', rule: relative, date: null, ...set },
        { type: 'pin', date: '2026-05-21', ...set },
      ],
    });
  });

  it('is what a relative date waits for', () => {
    const due = plannedDate({ rule: relative }, 'manager', AT);
    const steps = explanationOf(actionRecord({ due })).due?.steps;
    assert.deepEqual(steps?.[1], { type: 'waiting', on: ['a9'] });
  });

  it('ends with the closing and the date it is judged by', () => {
    const done = actionRecord({
      start: dated('2026-05-01'),
      state: 'done',
      closed: closing('2026-05-21', '2026-05-20'),
    });
    const { start, due } = explanationOf(done);
    const last = { type: 'closed', at: '2026-05-21T10:00:00.000Z', by: 'report', on: '2026-05-21', due: '2026-05-20' };
    assert.deepEqual(due?.steps.at(-1), last);
    assert.equal(start?.steps.length, 2);
    assert.deepEqual(explanationSchema.parse(explanationOf(done)), explanationOf(done));
  });
});
