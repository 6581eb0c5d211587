// How long ago something was, in words of the language shown: "2 minutes ago"; within the last minute what the caller says.
import type { DateWords } from '../dates/date-label.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** So many milliseconds ago. */
export function ago(age: number, justNow: string, { dates }: DateWords): string {
  if (age < MINUTE) return justNow;
  const format = new Intl.RelativeTimeFormat(dates.locale, { numeric: 'auto' });
  if (age < HOUR) return format.format(-Math.floor(age / MINUTE), 'minute');
  return age < DAY ? format.format(-Math.floor(age / HOUR), 'hour') : format.format(-Math.floor(age / DAY), 'day');
}
