// Months are of unequal length: a day is told by how far it is from the month's first and last.
import { type Day, dayOf, yearMonthDayOf } from './civil-date.ts';

/** Whether the year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** How many days the month has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * The same day of the month, `months` later (or earlier), clamped to the last day of that month (rulebook §3).
 * @example formatDay(addMonths(parseDay('2026-01-31'), 1)) // '2026-02-28'
 */
export function addMonths(day: Day, months: number): Day {
  const from = yearMonthDayOf(day);
  const count = from.year * 12 + (from.month - 1) + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return dayOf({ year, month, day: Math.min(from.day, daysInMonth(year, month)) });
}

/** The first and the last day of the month that holds `day`. */
export function monthOf(day: Day): { first: Day; last: Day } {
  const { year, month } = yearMonthDayOf(day);
  return { first: dayOf({ year, month, day: 1 }), last: dayOf({ year, month, day: daysInMonth(year, month) }) };
}
