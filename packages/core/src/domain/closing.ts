// A closing records when, by whom, and the due date in force at that moment; reopening clears it (rulebook §2.1). So a
// later change of plan never rewrites history. Not done → done keeps the due date the first closing was judged by: it
// was overdue then, so it is always late (§6.1), even where the container's clock was set back meanwhile.
import type { ActionState, Closing, Id, Instant } from '../schema/index.ts';
import { type Day, formatDay } from './civil-date.ts';
import { bindingDue, closedOn, isOpen, type Standing } from './status.ts';

/** Who changes a state, when, and which day it is on the container's clock. */
export interface Moment {
  by: Id;
  at: Instant;
  today: Day;
}

/**
 * The closing that an action has once it is in state `to`: null where that is open.
 * @param action its state, due date and closing before the change
 */
export function closingOf(action: Standing, to: ActionState, { by, at, today }: Moment): Closing | null {
  if (isOpen(to)) return null;
  const on = formatDay(today);
  if (action.state !== 'notDone' || action.closed === null) return { at, by, due: bindingDue(action), on };
  const since = closedOn(action.closed);
  return { at, by, due: action.closed.due, on: on > since ? on : since };
}
