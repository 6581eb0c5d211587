// A part of a date in the language of the words, kept in its own order: the name of a month, a year, the letter of a weekday.
import type { Day } from '@followthrough/core/domain';
import type { DateFormats } from './date-formats.ts';

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** @example writtenDay(dates, { month: 'long', year: 'numeric' }, day) // 'November 2026' */
export function writtenDay({ locale, isolated }: DateFormats, options: Intl.DateTimeFormatOptions, day: Day): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' });
    formats.set(key, format);
  }
  return isolated(format.format(day * DAY));
}
