// What an action looks like in time: a bar from its start to its due date, a milestone on its due date alone, or a beginning
// with no end yet. One without any date has none. A date that is not settled is an estimate, and drawn as one.
import { closedOn, type Day, isOpen, parseDay } from '@followthrough/core/domain';
import type { Action, CivilDate, PlannedDate } from '@followthrough/core/schema';
import type { Reach } from './span.ts';

/** How an action stands, as its bar shows it. */
export type BarStanding = 'todo' | 'inProgress' | 'overdue' | 'done' | 'doneLate' | 'cancelled';

export interface Bar extends Reach {
  readonly shape: 'bar' | 'milestone' | 'beginning';
  /** Whether a date of it is an estimate. */
  readonly estimate: boolean;
  readonly standing: BarStanding;
}

/** Dates other than those there are, while they are tried out. */
export interface BarDates {
  readonly start?: CivilDate | null | undefined;
  readonly due?: CivilDate | null | undefined;
}

/** What a bar is made of. */
export type BarAction = Pick<Action, 'start' | 'due' | 'state' | 'closed' | 'overdue' | 'late'>;

/**
 * The bar of an action; null where it has no date.
 * @param tried dates that are tried out
 */
export function barOf(action: BarAction, tried: BarDates = {}): Bar | null {
  const start = dayIn(action.start, tried.start);
  const due = dayIn(action.due, tried.due) ?? closingDay(action);
  const standing = standingOf(action);
  const estimate = isOpen(action.state) && (isEstimate(action.start) || isEstimate(action.due));
  if (due === null) return start === null ? null : { shape: 'beginning', from: start, to: start, estimate, standing };
  // What would start after it is due is drawn where it is due.
  if (start === null || start > due) return { shape: 'milestone', from: due, to: due, estimate, standing };
  return { shape: 'bar', from: start, to: due, estimate, standing };
}

export function standingOf({ state, overdue, late }: BarAction): BarStanding {
  switch (state) {
    case 'done':
      return late ? 'doneLate' : 'done';
    case 'cancelled':
    case 'notDone':
      return 'cancelled';
    default:
      return overdue ? 'overdue' : state;
  }
}

function dayIn(date: PlannedDate | null, tried: CivilDate | null | undefined): Day | null {
  const shown = tried === undefined ? (date?.date ?? null) : tried;
  return shown === null ? null : parseDay(shown);
}

function isEstimate(date: PlannedDate | null): boolean {
  return date?.basis === 'projected';
}

/** Something done that was never due stands on the day it was done. */
function closingDay({ state, closed }: BarAction): Day | null {
  return state === 'done' && closed !== null ? parseDay(closedOn(closed)) : null;
}
