// Business days skip the workspace's non-working weekdays and its holidays (rulebook §3). The n-th business day after
// (before) a day is the n-th working day strictly after (before) it; 0 from a non-working day goes forward (§3.1). Where
// no weekday works no day can be given: null.
import type { Calendar } from '../schema/index.ts';
import { type Day, parseDay } from './civil-date.ts';
import { weekdayOf } from './week.ts';

/** A calendar made ready for counting. */
interface Count {
  /** Per ISO weekday 1–7, whether it works; index 0 is unused. */
  works: readonly boolean[];
  perWeek: number;
  /** Holidays on working weekdays, ascending, each once. */
  holidays: readonly Day[];
  holidaySet: ReadonlySet<Day>;
}

const counts = new WeakMap<Calendar, Count>();

function countOf(calendar: Calendar): Count {
  let count = counts.get(calendar);
  if (!count) {
    const works = Array.from({ length: 8 }, (_, weekday) => weekday > 0 && calendar.workingWeekdays.includes(weekday));
    const holidaySet = new Set(calendar.holidays.map(parseDay).filter((day) => works[weekdayOf(day)]));
    const holidays = [...holidaySet].sort((a, b) => a - b);
    count = { works, perWeek: works.filter(Boolean).length, holidays, holidaySet };
    counts.set(calendar, count);
  }
  return count;
}

/** Whether the day is worked: its weekday works and it is no holiday. */
export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  const { works, holidaySet } = countOf(calendar);
  return works[weekdayOf(day)] === true && !holidaySet.has(day);
}

/**
 * The day that lies so many business days after `day`; a negative number counts backwards.
 * @returns null where the calendar has no working weekday
 * @example addBusinessDays(friday, 1, calendar) // the Monday after, unless it is a holiday
 */
export function addBusinessDays(day: Day, amount: number, calendar: Calendar): Day | null {
  const count = countOf(calendar);
  if (count.perWeek === 0) return null;
  if (amount === 0) return isWorkingDay(day, calendar) ? day : addBusinessDays(day, 1, calendar);
  const step = amount > 0 ? 1 : -1;
  const wanted = Math.abs(amount);
  // Each holiday passed over asks for one more working weekday, which may pass over further holidays.
  let passed = 0;
  for (;;) {
    const reached = nthWorkingWeekday(day, wanted + passed, step, count);
    const holidays = step > 0 ? holidaysIn(day + 1, reached, count) : holidaysIn(reached, day - 1, count);
    if (holidays === passed) return reached;
    passed = holidays;
  }
}

/**
 * The day, or where it is not worked the next or the previous working day.
 * @returns null where it should roll and the calendar has no working weekday
 */
export function rollDay(day: Day, roll: 'none' | 'next' | 'previous', calendar: Calendar): Day | null {
  if (roll === 'none' || isWorkingDay(day, calendar)) return day;
  return addBusinessDays(day, roll === 'next' ? 1 : -1, calendar);
}

/** The n-th day (n ≥ 1) in that direction whose weekday works, holidays not considered. */
function nthWorkingWeekday(day: Day, n: number, step: 1 | -1, { works, perWeek }: Count): Day {
  // All whole weeks but the last one at once, then day by day.
  const weeks = Math.floor((n - 1) / perWeek);
  let reached = day + step * 7 * weeks;
  let weekday = weekdayOf(reached);
  for (let left = n - weeks * perWeek; left > 0;) {
    reached += step;
    weekday = step > 0 ? (weekday % 7) + 1 : weekday === 1 ? 7 : weekday - 1;
    if (works[weekday]) left--;
  }
  return reached;
}

/** How many holidays lie from `first` to `last`. */
function holidaysIn(first: Day, last: Day, { holidays }: Count): number {
  return Math.max(0, countBelow(holidays, last + 1) - countBelow(holidays, first));
}

function countBelow(days: readonly Day[], day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
