// Date arithmetic as one would do it with a wall calendar and a finger: month by month and day by day, so that the
// fast one is held to something that shares nothing with it.
import type { Calendar, CivilDate, DateUnit } from '@followthrough/core/schema';
import type { Day } from '@followthrough/core/domain';

interface Leaf {
  year: number;
  month: number;
  day: number;
}

function isLeapYear(year: number): boolean {
  if (year % 400 === 0) return true;
  return year % 4 === 0 && year % 100 !== 0;
}

function lengthOfMonth({ year, month }: Leaf): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function nextMonth({ year, month }: Leaf): Leaf {
  return month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
}

function previousMonth({ year, month }: Leaf): Leaf {
  return month === 1 ? { year: year - 1, month: 12, day: 1 } : { year, month: month - 1, day: 1 };
}

function leafOf(day: Day): Leaf {
  let leaf: Leaf = { year: 1970, month: 1, day: 1 };
  let left = day;
  while (left < 0) {
    leaf = previousMonth(leaf);
    left += lengthOfMonth(leaf);
  }
  while (left >= lengthOfMonth(leaf)) {
    left -= lengthOfMonth(leaf);
    leaf = nextMonth(leaf);
  }
  return { ...leaf, day: left + 1 };
}

function dayOfLeaf(wanted: Leaf): Day {
  let leaf: Leaf = { year: 1970, month: 1, day: 1 };
  let days = 0;
  while (leaf.year > wanted.year || (leaf.year === wanted.year && leaf.month > wanted.month)) {
    leaf = previousMonth(leaf);
    days -= lengthOfMonth(leaf);
  }
  while (leaf.year < wanted.year || leaf.month < wanted.month) {
    days += lengthOfMonth(leaf);
    leaf = nextMonth(leaf);
  }
  return days + wanted.day - 1;
}

const read = new Map<CivilDate, Day>();

/** The day of an ISO date. */
export function dayOfDate(date: CivilDate): Day {
  let day = read.get(date);
  if (day === undefined) {
    const [year = 0, month = 0, dayOfMonth = 0] = date.split('-').map(Number);
    day = dayOfLeaf({ year, month, day: dayOfMonth });
    read.set(date, day);
  }
  return day;
}

function monthsAfter(day: Day, amount: number): Day {
  const leaf = leafOf(day);
  let month: Leaf = { ...leaf, day: 1 };
  for (let left = amount; left > 0; left--) month = nextMonth(month);
  for (let left = amount; left < 0; left++) month = previousMonth(month);
  return dayOfLeaf({ ...month, day: Math.min(leaf.day, lengthOfMonth(month)) });
}

// 1 January 1970 was a Thursday.
function weekdayOf(day: Day): number {
  let weekday = (4 + (day % 7)) % 7;
  if (weekday <= 0) weekday += 7;
  return weekday;
}

function works(day: Day, calendar: Calendar): boolean {
  if (!calendar.workingWeekdays.includes(weekdayOf(day))) return false;
  return !calendar.holidays.some((holiday) => dayOfDate(holiday) === day);
}

function workingDayAfter(day: Day, calendar: Calendar): Day {
  let at = day + 1;
  while (!works(at, calendar)) at++;
  return at;
}

function workingDayBefore(day: Day, calendar: Calendar): Day {
  let at = day - 1;
  while (!works(at, calendar)) at--;
  return at;
}

function businessDaysAfter(day: Day, amount: number, calendar: Calendar): Day {
  let at = day;
  if (amount === 0 && !works(at, calendar)) at = workingDayAfter(at, calendar);
  for (let left = amount; left > 0; left--) at = workingDayAfter(at, calendar);
  for (let left = amount; left < 0; left++) at = workingDayBefore(at, calendar);
  return at;
}

/** So much after a day, then rolled; null where the calendar would have to be looked at and no weekday works. */
export function dayAfter(
  day: Day,
  amount: number,
  unit: DateUnit,
  roll: 'none' | 'next' | 'previous',
  calendar: Calendar,
): Day | null {
  if (calendar.workingWeekdays.length === 0 && (unit === 'businessDay' || roll !== 'none')) return null;
  let at: Day;
  if (unit === 'day') at = day + amount;
  else if (unit === 'week') at = day + amount * 7;
  else if (unit === 'month') at = monthsAfter(day, amount);
  else at = businessDaysAfter(day, amount, calendar);
  if (roll === 'next' && !works(at, calendar)) return workingDayAfter(at, calendar);
  if (roll === 'previous' && !works(at, calendar)) return workingDayBefore(at, calendar);
  return at;
}
