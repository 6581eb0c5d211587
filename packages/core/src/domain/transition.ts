// Which state may follow which (rulebook §2.1). Personal, relationship and engagement actions: to do → done; to do →
// not done only while overdue; done and not done reopen; not done → done is allowed (and late). In a room every state
// can follow every other. A state the context does not have is refused (§6.1).
import type { ActionContext, ActionState } from '../schema/index.ts';
import type { RuleName } from './rule.ts';
import { isOverdue, type Standing } from './status.ts';
import type { Day } from './civil-date.ts';

const ROOM_STATES: readonly ActionState[] = ['todo', 'inProgress', 'done', 'cancelled'];
const OTHER_STATES: readonly ActionState[] = ['todo', 'done', 'notDone'];

/** The states that an action of this context can have. */
export function statesOf(context: ActionContext['type']): readonly ActionState[] {
  return context === 'room' ? ROOM_STATES : OTHER_STATES;
}

/**
 * The rule that refuses the change of state, or null where it is allowed. Staying in a state is no change and allowed.
 * @param action its context, state and due date
 * @param today today on its container's clock
 * @example refusedTransition({ context: { type: 'personal' }, state: 'todo', due: null }, 'notDone', today)
 *   // 'not-done-only-when-overdue'
 */
export function refusedTransition(
  action: Standing & { context: ActionContext },
  to: ActionState,
  today: Day,
): RuleName | null {
  const context = action.context.type;
  if (!statesOf(context).includes(to)) return 'state-of-another-context';
  if (to === action.state) return null;
  if (to === 'notDone') {
    if (action.state === 'done') return 'reopen-first';
    return isOverdue(action, today) ? null : 'not-done-only-when-overdue';
  }
  return null;
}

/** The states that may follow the action's own today, its own left out. */
export function allowedTransitions(action: Standing & { context: ActionContext }, today: Day): ActionState[] {
  return statesOf(action.context.type).filter(
    (state) => state !== action.state && refusedTransition(action, state, today) === null,
  );
}
