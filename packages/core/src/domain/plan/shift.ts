// How far a relative date lies from what it rests on (rulebook §3, §3.1): calendar days, months clamped to the month's last
// day, or business days; then, but never with business days, rolled off a day that is not worked.
import type { Calendar, DateRule } from '../../schema/index.ts';
import { addBusinessDays, rollDay } from '../calendar.ts';
import type { Day } from '../civil-date.ts';
import { addMonths } from '../month.ts';

/** A rule that rests on an anchor. */
export type RelativeRule = Extract<DateRule, { type: 'relative' }>;

/** A rule's distance as numbers, for many at once: weeks are days by seven. */
export interface Distance {
  readonly amount: number;
  readonly unit: number;
  readonly roll: number;
}

const DAYS = 0;
const BUSINESS_DAYS = 1;
const MONTHS = 2;

const UNITS = { day: DAYS, week: DAYS, month: MONTHS, businessDay: BUSINESS_DAYS } as const;
const ROLLS = ['none', 'next', 'previous'] as const;

export function distanceOf({ amount, unit, roll = 'none' }: Pick<RelativeRule, 'amount' | 'unit' | 'roll'>): Distance {
  return { amount: unit === 'week' ? amount * 7 : amount, unit: UNITS[unit], roll: ROLLS.indexOf(roll) };
}

/** The day so far from another; null where it counts or rolls by a calendar in which no weekday works. */
export function dayAtDistance(day: Day, amount: number, unit: number, roll: number, calendar: Calendar): Day | null {
  if (unit === BUSINESS_DAYS) return addBusinessDays(day, amount, calendar);
  const to = unit === MONTHS ? addMonths(day, amount) : day + amount;
  return roll === 0 ? to : rollDay(to, ROLLS[roll] ?? 'none', calendar);
}

/**
 * The day a relative rule gives, counted from its anchor's.
 * @returns null where it counts or rolls by a calendar in which no weekday works
 * @example shiftedBy(parseDay('2026-01-31'), { amount: 1, unit: 'month' }, calendar) // the day number of 2026-02-28
 */
function shiftedBy(day: Day, rule: Pick<RelativeRule, 'amount' | 'unit' | 'roll'>, calendar: Calendar): Day | null {
  const { amount, unit, roll } = distanceOf(rule);
  return dayAtDistance(day, amount, unit, roll, calendar);
}

/**
 * The latest day an anchor can come to for the rule to give no more than `limit`. A rule never gives an earlier day for a
 * later anchor, so it is looked for from today's spacing on.
 * @param anchor what the anchor comes to now, and so `given` what the rule gives
 */
export function latestAnchor(
  limit: Day,
  anchor: Day,
  given: Day,
  rule: Pick<RelativeRule, 'amount' | 'unit' | 'roll'>,
  calendar: Calendar,
): Day {
  const gives = (day: Day) => shiftedBy(day, rule, calendar) ?? given;
  let day = limit - (given - anchor);
  while (gives(day) > limit) day--;
  while (gives(day + 1) <= limit) day++;
  return day;
}
