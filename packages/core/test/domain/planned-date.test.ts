// What is written where a date is set by hand: the rule is never lost.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixedDate, pinnedByHand } from '@followthrough/core/domain';
import type { PlannedDate, PlannedDateDraft, ShownRule } from '@followthrough/core/schema';

const DATE = '2026-05-20';
const RULE = { type: 'relative', amount: 3, unit: 'day', anchor: { type: 'roomCreated' } } as const;
const UNTOLD = { ...RULE, anchor: { type: 'internalStep' } } as const;

describe('a date set by hand', () => {
  for (const [what, rule, draft, written] of [
    ['where there was none is fixed', null, fixedDate(DATE), fixedDate(DATE)],
    ['over a fixed one is fixed', { type: 'fixed', date: '2026-05-01' }, fixedDate(DATE), fixedDate(DATE)],
    ['over a rule pins it', RULE, fixedDate(DATE), { rule: RULE, pinned: DATE }],
    ['over a rule that may not be told is fixed', UNTOLD, fixedDate(DATE), fixedDate(DATE)],
    ['that is taken away is none', RULE, null, null],
    ['by another rule is that rule', RULE, { rule: { ...RULE, amount: 5 } }, { rule: { ...RULE, amount: 5 } }],
  ] as const satisfies readonly [string, ShownRule | null, PlannedDateDraft | null, unknown][]) {
    it(what, () => {
      const current: Pick<PlannedDate, 'rule'> | null = rule && { rule };
      const drafted: PlannedDateDraft | null = draft;
      assert.deepEqual(pinnedByHand(current, drafted), written);
    });
  }
});
