// A date is a civil date: a day of the calendar, with no time of day and no zone (rulebook §3). Inside it is a day
// number, days since 1970-01-01; outside an ISO string. Conversions follow the proleptic Gregorian calendar by
// counting from 1 March of year 0, so that the leap day is the last day of a counted year.
import type { CivilDate, TimeZone } from '../schema/index.ts';

/** A day: whole days since 1970-01-01. */
export type Day = number;

/** 1970-01-01 and 2199-12-31: the dates that can be written (api.md R-D-1). */
export const FIRST_DAY: Day = 0;
export const LAST_DAY: Day = 84_005;

const DAYS_PER_ERA = 146_097;
const DAYS_BEFORE_1970 = 719_468;

/** A year, a month 1–12 and a day of the month 1–31. */
export interface YearMonthDay {
  year: number;
  month: number;
  day: number;
}

/**
 * The day number of a year, month and day, which must exist.
 * @example dayOf({ year: 1970, month: 1, day: 2 }) // 1
 */
export function dayOf({ year, month, day }: YearMonthDay): Day {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_BEFORE_1970;
}

/** The year, month and day of a day number. */
export function yearMonthDayOf(day: Day): YearMonthDay {
  const shifted = day + DAYS_BEFORE_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/**
 * The day number of an ISO date that is known to exist.
 * @example parseDay('1970-01-31') // 30
 */
export function parseDay(date: CivilDate): Day {
  return dayOf({ year: digits(date, 0, 4), month: digits(date, 5, 7), day: digits(date, 8, 10) });
}

// Cutting the text up would cost more than all the rest, and a list reads every row's date.
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}

/**
 * The ISO date of a day number.
 * @example formatDay(30) // '1970-01-31'
 */
export function formatDay(day: Day): CivilDate {
  const { year, month, day: dayOfMonth } = yearMonthDayOf(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** Whether the day can be written: 1970-01-01 to 2199-12-31. */
export function isWritable(day: Day): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY;
}

const zoneFormats = new Map<TimeZone, Intl.DateTimeFormat | null>();

function formatOf(zone: TimeZone): Intl.DateTimeFormat | null {
  let format = zoneFormats.get(zone);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        calendar: 'gregory',
        numberingSystem: 'latn',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
      });
    } catch {
      format = null;
    }
    zoneFormats.set(zone, format);
  }
  return format;
}

/**
 * The first of these zones that is known here, where the list of zones may be older than a backend's; UTC where none is.
 * @example knownZone('Mars/Olympus', null, 'Europe/Berlin') // 'Europe/Berlin'
 */
export function knownZone(...zones: readonly (TimeZone | null | undefined)[]): TimeZone {
  return zones.find((zone) => zone && formatOf(zone)) ?? 'UTC';
}

/**
 * The day that it is at an instant on the clock of a zone: what "today" means for a container (rulebook §1).
 * @param instant milliseconds since 1970-01-01T00:00Z
 * @param zone one that is not known here counts as UTC; see {@link knownZone}
 * @example dayAt(Date.UTC(2026, 0, 1), 'America/Los_Angeles') // the day number of 2025-12-31
 */
export function dayAt(instant: number, zone: TimeZone): Day {
  const format = formatOf(zone);
  if (!format) return dayAt(instant, 'UTC');
  let year = 0;
  let month = 0;
  let day = 0;
  for (const part of format.formatToParts(instant)) {
    if (part.type === 'year') year = Number(part.value);
    else if (part.type === 'month') month = Number(part.value);
    else if (part.type === 'day') day = Number(part.value);
  }
  return dayOf({ year, month, day });
}

const HOUR = 3_600_000;

/**
 * The first instant after `instant` at which it is another day on the clock of the zone.
 * @param instant milliseconds since 1970-01-01T00:00Z; so is what is returned
 * @example nextMidnight(Date.UTC(2026, 0, 1, 9), 'UTC') // Date.UTC(2026, 0, 2)
 */
export function nextMidnight(instant: number, zone: TimeZone): number {
  const day = dayAt(instant, zone);
  let before = instant;
  let after = instant + HOUR;
  while (dayAt(after, zone) === day) {
    before = after;
    after += HOUR;
  }
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayAt(middle, zone) === day) before = middle;
    else after = middle;
  }
  return after;
}
