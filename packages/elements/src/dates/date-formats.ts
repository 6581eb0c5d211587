// Civil dates in a locale: how a day is written, with what day a week begins, and in which order day and month stand.
// Dates are written in the language of the words around them; weeks, and the reading of figures, are the page's.
// A day number is formatted as that midnight in UTC, so no zone can move it.
import { type Day, firstWeekday } from '@followthrough/core/domain';
import { type Direction, directionOfLanguage, isolated } from '../localize/isolation.ts';

const DAY = 86_400_000;

/** How a locale writes days. */
export interface DateFormats {
  /** The language of the words, for further formats in it. */
  readonly locale: string;
  /** What such a format gave, kept in its own order in a page that runs the other way. */
  readonly isolated: (text: string) => string;
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

/** The page that dates are written in, as far as it decides more than the words do. */
export interface DatesPage {
  /** Weeks begin as they do here, and 15/3 is read as it is here. */
  readonly locale: string;
  readonly direction: Direction;
}

const known = new Map<string, DateFormats>();

/**
 * The date formats of a locale; made once for each.
 * @param locale a valid BCP 47 tag: the language of the words shown
 * @param page that of the page, where it is another
 */
export function dateFormats(
  locale: string,
  page: DatesPage = { locale, direction: directionOfLanguage(locale) },
): DateFormats {
  const key = `${locale} ${page.locale} ${page.direction}`;
  let formats = known.get(key);
  if (!formats) known.set(key, (formats = createDateFormats(locale, page)));
  return formats;
}

function createDateFormats(locale: string, page: DatesPage): DateFormats {
  const order = { words: directionOfLanguage(locale), page: page.direction };
  const format = (options: Intl.DateTimeFormatOptions) => {
    let intl: Intl.DateTimeFormat | undefined;
    return (day: Day) => {
      intl ??= new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' });
      return isolated(intl.format(day * DAY), order);
    };
  };
  return {
    locale,
    isolated: (text) => isolated(text, order),
    dayMonth: format({ day: 'numeric', month: 'short' }),
    dayMonthYear: format({ day: 'numeric', month: 'short', year: 'numeric' }),
    weekday: format({ weekday: 'short' }),
    full: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    weekStart: firstWeekday(page.locale),
    order: orderOf(page.locale),
  };
}

function orderOf(locale: string): DateFormats['order'] {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric', year: 'numeric', timeZone: 'UTC' })
    .formatToParts(0)
    .map(({ type }) => type);
  if (parts.indexOf('year') < parts.indexOf('month')) return 'ymd';
  return parts.indexOf('day') < parts.indexOf('month') ? 'dmy' : 'mdy';
}
