// The names that the editor offers and turns into a date when chosen (rulebook §3): today, tomorrow, end of week, end of
// month, in two weeks; and those of the reschedule menu. Decided here: the end of the week is the last working day of the
// locale's week (a Friday, mostly), today included; where it has passed, next week's. Next week is the first working day
// of the locale's next week; the end of the month is its last day.
import type { Calendar } from '../schema/index.ts';
import { isWorkingDay } from './calendar.ts';
import type { Day } from './civil-date.ts';
import { addMonths, monthOf } from './month.ts';
import { startOfWeek } from './week.ts';

/** A date with a name. */
export type DateName =
  'today' | 'tomorrow' | 'endOfWeek' | 'nextWeek' | 'inTwoWeeks' | 'endOfMonth' | 'nextMonth' | 'plusOneDay';

/** What the names depend on. */
export interface NamedDateSetting {
  today: Day;
  /** The ISO weekday that the locale's week begins on: 1 Monday, 7 Sunday. */
  weekStart: number;
  /** Monday to Friday without holidays where none is given. */
  calendar?: Calendar | undefined;
  /** For `plusOneDay`: the date it is now; a day after it, or after today where it has passed. */
  from?: Day | undefined;
}

const MONDAY_TO_FRIDAY: Calendar = { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] };
/** How many weeks are looked through for a working day before any day will do. */
const WEEKS_AHEAD = 60;

/**
 * The day that a name means.
 * @example namedDate('endOfWeek', { today: parseDay('2026-05-13'), weekStart: 1 }) // the day number of 2026-05-15
 */
export function namedDate(name: DateName, setting: NamedDateSetting): Day {
  const { today, weekStart, calendar = MONDAY_TO_FRIDAY, from = today } = setting;
  switch (name) {
    case 'today':
      return today;
    case 'tomorrow':
      return today + 1;
    case 'plusOneDay':
      return Math.max(from, today) + 1;
    case 'inTwoWeeks':
      return today + 14;
    case 'endOfMonth':
      return monthOf(today).last;
    case 'nextMonth':
      return addMonths(monthOf(today).first, 1);
    case 'endOfWeek':
      return endOfWeek(today, weekStart, calendar);
    case 'nextWeek':
      return firstWorkingDay(startOfWeek(today, weekStart) + 7, calendar);
  }
}

function endOfWeek(today: Day, weekStart: number, calendar: Calendar): Day {
  const start = startOfWeek(today, weekStart);
  for (let week = 0; week < WEEKS_AHEAD; week++) {
    const first = start + 7 * week;
    for (let day = first + 6; day >= Math.max(first, today); day--) if (isWorkingDay(day, calendar)) return day;
  }
  return start + 6;
}

function firstWorkingDay(from: Day, calendar: Calendar): Day {
  for (let day = from; day < from + 7 * WEEKS_AHEAD; day++) if (isWorkingDay(day, calendar)) return day;
  return from;
}
