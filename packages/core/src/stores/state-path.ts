// Not every state follows every other (rulebook §2.1): from done back to not done leads only over to do. Undo goes the
// shortest legal way.
import { afterState, allowedTransitions, type Moment } from '../domain/index.ts';
import type { Action, ActionState } from '../schema/index.ts';

/**
 * The states to go through from the action's own to `target`, target included; none where it is there already. Where no
 * legal way leads there it is the target alone: the backend refuses it with its rule's name.
 */
export function pathBetween(action: Action, target: ActionState, moment: Moment): ActionState[] {
  const ways: { at: Action; path: ActionState[] }[] = [{ at: action, path: [] }];
  const seen = new Set([action.state]);
  for (const { at, path } of ways) {
    if (at.state === target) return path;
    for (const state of allowedTransitions(at, moment.today)) {
      if (seen.has(state)) continue;
      seen.add(state);
      ways.push({ at: afterState(at, state, moment), path: [...path, state] });
    }
  }
  return [target];
}
