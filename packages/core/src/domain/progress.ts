// How much of a plan is done, by what its reader sees (rulebook §4): done ÷ all but the cancelled. And how a section's
// completion stands to somebody who sees some of its actions (§3): they are told of those alone.
import type { ActionState, Progress } from '../schema/index.ts';
import { type Day, parseDay } from './civil-date.ts';
import { closedOn, isOpen, type Standing } from './status.ts';
import type { SectionCompletion } from './plan/plan.ts';

/** How many of these are done, of how many that are not cancelled. */
export function progressOf(actions: Iterable<{ state: ActionState }>): Progress {
  let done = 0;
  let total = 0;
  for (const { state } of actions) {
    if (state === 'cancelled') continue;
    total++;
    if (state === 'done') done++;
  }
  return { done, total };
}

/**
 * How the completion of a section of these actions stands: settled on the latest day one of them was done, once all are;
 * projected while every open one has a date; else waiting.
 */
export function completionOf(actions: Iterable<Standing>, today: Day): SectionCompletion {
  let latest: Day | null = null;
  let open = false;
  for (const { state, closed, due } of actions) {
    if (state === 'cancelled') continue;
    let day: Day;
    if (isOpen(state)) {
      open = true;
      if (due === null || due.date === null || due.basis === 'broken') return { basis: 'waiting', day: null };
      day = Math.max(today, parseDay(due.date));
    } else if (closed !== null) day = parseDay(closedOn(closed));
    else continue;
    latest = latest === null ? day : Math.max(latest, day);
  }
  if (latest === null) return { basis: 'waiting', day: null };
  return { basis: open ? 'projected' : 'settled', day: latest };
}
