// The dates that an action would have if its bar were moved, or one end of it: the same days on for both, or for one of them.
// An end stops at the other; no date leaves the years that dates may have.
import { type Day, FIRST_DAY, formatDay, isOpen, LAST_DAY, parseDay } from '@followthrough/core/domain';
import type { Action, CivilDate } from '@followthrough/core/schema';

/** What of a bar is held: all of it, or one end. */
export type Grip = 'move' | 'start' | 'due';

/** The dates that would be written. */
export interface AdjustedDates {
  start?: CivilDate;
  due?: CivilDate;
}

/** What of an action is moved. */
export interface Dated {
  readonly start: { readonly date: CivilDate | null } | null;
  readonly due: { readonly date: CivilDate | null } | null;
}

/** Whether a bar can be held: its reader may change it, it is open, and it has a date. */
export function isAdjustable(action: Pick<Action, 'start' | 'due' | 'state' | 'may'>): boolean {
  const { start, due } = action;
  return action.may.edit === true && isOpen(action.state) && (dayOf(start) !== null || dayOf(due) !== null);
}

/**
 * The dates after `days` more; null where there is none to move.
 * @example adjustedDates({ start: on('2026-03-02'), due: on('2026-03-06') }, 'due', 3) // { due: '2026-03-09' }
 */
export function adjustedDates({ start, due }: Dated, grip: Grip, days: number): AdjustedDates | null {
  const from = dayOf(start);
  const to = dayOf(due);
  if (grip === 'start') {
    if (from === null) return null;
    return { start: formatDay(within(from + days, FIRST_DAY, Math.max(from, to ?? LAST_DAY))) };
  }
  if (grip === 'due') {
    if (to === null) return null;
    return { due: formatDay(within(to + days, Math.min(to, from ?? FIRST_DAY), LAST_DAY)) };
  }
  const known = [from, to].filter((day): day is Day => day !== null);
  if (known.length === 0) return null;
  const shift = within(days, FIRST_DAY - Math.min(...known), LAST_DAY - Math.max(...known));
  return {
    ...(from !== null && { start: formatDay(from + shift) }),
    ...(to !== null && { due: formatDay(to + shift) }),
  };
}

/** The action's dates with others over them. */
export function withDates({ start, due }: Dated, dates: AdjustedDates): Dated {
  return {
    start: dates.start === undefined ? start : { date: dates.start },
    due: dates.due === undefined ? due : { date: dates.due },
  };
}

/** Whether the dates are other than those there are. */
export function isChanged({ start, due }: Dated, dates: AdjustedDates): boolean {
  return (
    (dates.start !== undefined && dates.start !== start?.date) || (dates.due !== undefined && dates.due !== due?.date)
  );
}

function dayOf(date: Dated['due']): Day | null {
  return date?.date == null ? null : parseDay(date.date);
}

function within(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}
