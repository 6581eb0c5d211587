// What a date's rule rests on (rulebook §3): the action or section it names as its anchor, and whether two rules rest on the
// same.
import type { Id } from '../../schema/index.ts';
import type { PlanDate } from './plan.ts';

/** The action or section that a rule rests on; null where it rests on none. */
export function anchorId(date: PlanDate | null): Id | null {
  const rule = date?.rule;
  if (rule?.type !== 'relative') return null;
  switch (rule.anchor.type) {
    case 'sectionCompleted':
      return rule.anchor.sectionId;
    case 'actionDue':
    case 'actionCompleted':
      return rule.anchor.actionId;
    default:
      return null;
  }
}

/** Whether both rest on the same: on one action's due date, one completion, one fact; or neither on anything. */
export function isSameAnchor(a: PlanDate | null, b: PlanDate | null): boolean {
  const one = a?.rule.type === 'relative' ? a.rule.anchor.type : null;
  const other = b?.rule.type === 'relative' ? b.rule.anchor.type : null;
  return one === other && anchorId(a) === anchorId(b);
}
