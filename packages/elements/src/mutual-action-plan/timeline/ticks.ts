// The marks of a timeline's axis: two lines of them, months over days or weeks, years over months, as coarse as the width
// of a day asks for. Only those in view are ever made.
import { addMonths, type Day, dayOf, startOfWeek, weekdayOf, yearMonthDayOf } from '@followthrough/core/domain';
import type { Reach } from './span.ts';

/** What a mark stands for: so many months, a week, a day. */
export type TickUnit = { readonly months: number } | 'week' | 'day';

export interface Tick {
  readonly from: Day;
  /** The day after its last. */
  readonly until: Day;
}

/** The two lines of an axis; the coarsest has one. */
export interface Axis {
  readonly upper: TickUnit | null;
  readonly lower: TickUnit;
}

const MONTH = { months: 1 } as const;
const YEAR = { months: 12 } as const;
/** A month, a quarter, a year, then more: the first that is wide enough to be read. */
const MONTH_STEPS = [1, 3, 12, 60, 120, 600] as const;
const READABLE = 38;
const DAYS_A_MONTH = 30.4;

/** The lines of marks for a width of a day. */
export function axisOf(width: number): Axis {
  if (width >= 22) return { upper: MONTH, lower: 'day' };
  if (width >= 5.5) return { upper: MONTH, lower: 'week' };
  const months = MONTH_STEPS.find((step) => step * DAYS_A_MONTH * width >= READABLE) ?? 1200;
  return { upper: months < 12 ? YEAR : null, lower: { months } };
}

/** The marks that lie in, or reach into, some days. */
export function ticksOf(unit: TickUnit, { from, to }: Reach, weekStart: number): Tick[] {
  const ticks: Tick[] = [];
  for (let day = tickAt(unit, from, weekStart); day <= to;) {
    const until = next(unit, day);
    ticks.push({ from: day, until });
    day = until;
  }
  return ticks;
}

/** The first day of the mark that holds a day. */
function tickAt(unit: TickUnit, day: Day, weekStart: number): Day {
  if (unit === 'day') return day;
  if (unit === 'week') return startOfWeek(day, weekStart);
  const { year, month } = yearMonthDayOf(day);
  const count = year * 12 + month - 1;
  const at = count - (count % unit.months);
  return dayOf({ year: Math.floor(at / 12), month: (at % 12) + 1, day: 1 });
}

function next(unit: TickUnit, day: Day): Day {
  if (unit === 'day') return day + 1;
  return unit === 'week' ? day + 7 : addMonths(day, unit.months);
}

/** Whether the weekday is not worked. */
export function isWeekend(day: Day, workingWeekdays: readonly number[]): boolean {
  return !workingWeekdays.includes(weekdayOf(day));
}
