// A date set by hand on an action that has a relative rule keeps the rule beside it, as a pin (rulebook §3).
import { fixedDate, pinnedByHand } from '@followthrough/core/domain';
import type { Action, PlannedDateDraft } from '@followthrough/core/schema';

/** What is written to set a start or due date by hand. */
export function setByHand(action: Action, field: 'start' | 'due', date: string): PlannedDateDraft {
  return pinnedByHand(action[field], fixedDate(date));
}
