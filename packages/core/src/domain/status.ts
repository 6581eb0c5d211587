// Only the state is stored; status, overdue and late are derived from it and the clock (rulebook §2.1). Overdue: open
// and today > due date, not on the date itself. Only fixed and settled dates make an action overdue or late (§3). A
// closing freezes the due date it is judged by; `late` is said of done alone, and not done → done is always late (§6.1).
import type {
  Action,
  ActionContext,
  ActionState,
  ActionStatus,
  CivilDate,
  Closing,
  DateBasis,
} from '../schema/index.ts';
import { type Day, parseDay } from './civil-date.ts';

/** What decides an action's status: its state, its due date and how that is known, and its closing. */
export interface Standing {
  state: ActionState;
  due: { date: CivilDate | null; basis: DateBasis } | null;
  closed: Closing | null;
}

/** Whether the state is one that waits to be closed. */
export function isOpen(state: ActionState): boolean {
  return state === 'todo' || state === 'inProgress';
}

/** The due date that can make an action overdue or late: a fixed or settled one; else null. */
export function bindingDue(action: Pick<Standing, 'due'>): CivilDate | null {
  const due = action.due;
  return due !== null && (due.basis === 'fixed' || due.basis === 'settled') ? due.date : null;
}

/** Whether the action is open and its due date lies before `today` (on its container's clock). */
export function isOverdue(action: Pick<Standing, 'state' | 'due'>, today: Day): boolean {
  if (!isOpen(action.state)) return false;
  const due = bindingDue(action);
  return due !== null && today > parseDay(due);
}

/**
 * Today on a clock that is not told, by an action that its backend judged on that clock: the nearest to `today`, on another
 * clock, on which it is as overdue as it was told to be. What no clock on Earth can show while another shows `today` is not
 * taken for it.
 * @example dayToldBy({ state: 'todo', due: fixed('2026-05-15'), overdue: true }, parseDay('2026-05-15')) // 16 May 2026
 */
export function dayToldBy(
  { state, due, overdue }: Partial<Pick<Action, 'state' | 'due' | 'overdue'>>,
  today: Day,
): Day {
  const date = state && due && isOpen(state) ? bindingDue({ due }) : null;
  if (date === null || overdue === undefined) return today;
  const last = parseDay(date);
  return overdue ? Math.max(today, Math.min(today + 2, last + 1)) : Math.min(today, Math.max(today - 2, last));
}

/** Whether the action was done after the due date in force at its closing; said of done alone (rulebook §6.1). */
export function isLate(action: Pick<Standing, 'state' | 'closed'>): boolean {
  const { state, closed } = action;
  if (state !== 'done' || closed === null || closed.due === null) return false;
  return closedOn(closed) > closed.due;
}

/** The day of a closing on its container's clock; the day in UTC where the backend does not tell it. */
export function closedOn(closed: Closing): CivilDate {
  return closed.on ?? closed.at.slice(0, 10);
}

/**
 * The status shown for an action. In a room lateness and overdue are marks beside the status; elsewhere they are part
 * of it.
 * @param today today on the clock of the action's container
 * @example statusOf({ context: { type: 'personal' }, state: 'todo', due: fixed('2026-05-14'), closed: null }, parseDay('2026-05-15'))
 *   // 'overdue'
 */
export function statusOf(action: Standing & { context: Pick<ActionContext, 'type'> }, today: Day): ActionStatus {
  const { state } = action;
  if (action.context.type === 'room') return state;
  if (state === 'todo' && isOverdue(action, today)) return 'overdue';
  if (state === 'done' && isLate(action)) return 'doneLate';
  return state;
}

/**
 * The same action as it stands today: status, overdue and late derived anew. The very same object where none changes.
 * @param today today on the clock of the action's container
 */
export function restand(action: Action, today: Day): Action {
  const status = statusOf(action, today);
  const overdue = isOverdue(action, today);
  const late = isLate(action);
  if (status === action.status && overdue === action.overdue && late === action.late) return action;
  return { ...action, status, overdue, late };
}
