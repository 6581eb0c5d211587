// Weekdays are counted as ISO does, 1 Monday … 7 Sunday; on which one weeks begin is the locale's matter.
import type { Day } from './civil-date.ts';

/** The ISO weekday of a day: 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The first day of the week that holds `day`, for weeks that begin on `weekStart` (ISO weekday). */
export function startOfWeek(day: Day, weekStart: number): Day {
  return day - ((weekdayOf(day) - weekStart + 7) % 7);
}
