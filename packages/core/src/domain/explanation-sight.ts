// An explanation as a guest of a room gets it (rulebook §3, §6.1): of what they may not see, that it is an internal step and
// no more; people they do not know are not named.
import type { Id, ShownRule } from '../schema/index.ts';
import type { ExplanationStep } from './explanation.ts';
import type { PlanStep } from './plan/plan-explanation.ts';
import { dateInSight, type RoomSight } from './room-sight.ts';

/** A step as it is told. */
export interface ShownStep {
  type: string;
  [detail: string]: unknown;
}

/** The step as this reader gets it; null where it is about something they may not see, and so is what follows. */
export function shownStep(step: ExplanationStep | PlanStep, sight: RoomSight): ShownStep | null {
  const known = (id: Id | null) => (id !== null && sight.knows(id) ? id : null);
  switch (step.type) {
    case 'rule':
      return { ...step, rule: shownRule(step.rule, sight), setBy: known(step.setBy) };
    case 'waiting':
      return { ...step, on: step.on.filter((id) => sight.seen.has(id)) };
    case 'pin':
      return { ...step, setBy: known(step.setBy) };
    case 'closed':
      return 'by' in step ? { ...step, by: known(step.by) } : sight.seen.has(step.actionId) ? { ...step } : null;
    case 'section':
      return sight.seen.has(step.sectionId) && sight.seen.has(step.actionId) ? { ...step } : null;
    case 'counted': {
      if (!sight.seen.has(step.actionId)) return null;
      const rule = shownRule(step.rule, sight);
      if (rule === step.rule) return { ...step };
      // What it is counted from would tell of the step.
      const { fact: _, ...rest } = step;
      return { ...rest, rule };
    }
    case 'fixed':
    case 'pinned':
      return sight.seen.has(step.actionId) ? { ...step } : null;
  }
}

function shownRule(rule: ShownRule, sight: RoomSight): ShownRule {
  const date = dateInSight({ rule, pinned: null, date: null, basis: 'waiting', waitingOn: [] }, sight);
  return date?.rule ?? rule;
}
