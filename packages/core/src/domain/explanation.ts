// Why a date is what it is (rulebook §3), as data: the steps that led to it, the rule first, then what stands over it.
// A personal or a relationship's date is fixed: somebody set it at some time.
import type { ActionRecord, Explanation, PlannedDateRecord } from '../schema/index.ts';

/**
 * The steps that led to an action's dates. Each step has a `type`: `fixed` (`date`), `relative` (`rule`), `pinned`
 * (`date`); with `setBy` and `setAt`, who wrote it and when.
 * @example explanationOf(action).due?.steps // [{ type: 'fixed', date: '2026-05-15', setBy: 'ana', setAt: '…' }]
 */
export function explanationOf({ id, start, due }: ActionRecord): Explanation {
  return { actionId: id, start: start && explained(start), due: due && explained(due) };
}

function explained({ rule, pinned, date, basis, setBy, setAt }: PlannedDateRecord): NonNullable<Explanation['due']> {
  const set = { setBy, setAt };
  const first = rule.type === 'fixed' ? { type: 'fixed', date: rule.date } : { type: 'relative', rule };
  const steps = pinned === null ? [{ ...first, ...set }] : [first, { type: 'pinned', date: pinned, ...set }];
  return { date, basis, steps };
}
