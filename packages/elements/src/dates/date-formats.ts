// Civil dates in a locale: how a day is written, with what day a week begins, and in which order day and month stand.
// A day number is formatted as that midnight in UTC, so no zone can move it.
import type { Day } from '@followthrough/core/domain';

const DAY = 86_400_000;

/** How a locale writes days. */
export interface DateFormats {
  readonly locale: string;
  /** `12 Mar` */
  dayMonth(day: Day): string;
  /** `12 Mar 2027` */
  dayMonthYear(day: Day): string;
  /** `Fri` */
  weekday(day: Day): string;
  /** `Friday 27 November 2026` */
  full(day: Day): string;
  /** The ISO weekday (1 Monday … 7 Sunday) with which a week begins. */
  readonly weekStart: number;
  /** The order in which a date is written in figures. */
  readonly order: 'dmy' | 'mdy' | 'ymd';
}

const known = new Map<string, DateFormats>();

/**
 * The date formats of a locale; made once for each.
 * @param locale a valid BCP 47 tag
 */
export function dateFormats(locale: string): DateFormats {
  let formats = known.get(locale);
  if (!formats) known.set(locale, (formats = createDateFormats(locale)));
  return formats;
}

function createDateFormats(locale: string): DateFormats {
  const format = (options: Intl.DateTimeFormatOptions) => {
    let intl: Intl.DateTimeFormat | undefined;
    return (day: Day) =>
      (intl ??= new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' })).format(
        day * DAY,
      );
  };
  return {
    locale,
    dayMonth: format({ day: 'numeric', month: 'short' }),
    dayMonthYear: format({ day: 'numeric', month: 'short', year: 'numeric' }),
    weekday: format({ weekday: 'short' }),
    full: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    weekStart: weekStartOf(locale),
    order: orderOf(locale),
  };
}

interface WeekInfo {
  firstDay: number;
}
type LocaleWithWeek = Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };

/** The locale's first day of the week where the browser knows it, else Monday. */
function weekStartOf(locale: string): number {
  const known = new Intl.Locale(locale) as LocaleWithWeek;
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
}

function orderOf(locale: string): DateFormats['order'] {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric', year: 'numeric', timeZone: 'UTC' })
    .formatToParts(0)
    .map(({ type }) => type);
  if (parts.indexOf('year') < parts.indexOf('month')) return 'ymd';
  return parts.indexOf('day') < parts.indexOf('month') ? 'dmy' : 'mdy';
}
