// How dates are typed in a language: a table, so that another language is another table. English here. Where a phrase may
// stand is part of the grammar, because many short forms are other words too ("sat down", "the sun", "call Tom", "3D"):
// what cannot be read for certain is left alone rather than guessed at.

/**
 * Where in a text a phrase counts: `anywhere`; at either `edge`; or only at the `end` (or at the start before a comma or
 * colon). A lead word such as "by" before it makes it count anywhere.
 */
export type PhrasePlace = 'anywhere' | 'edge' | 'end';

/** What a phrase means; the captures of its slots say the rest. */
export type PhraseMeaning =
  | 'today'
  | 'tomorrow'
  | 'endOfWeek'
  | 'endOfMonth'
  | 'nextWeek'
  | 'nextMonth'
  | 'none'
  /** The next day with that weekday, after today. */
  | 'weekday'
  /** That weekday of the week that today is in, today included. */
  | 'weekdayThisWeek'
  | 'weekdayNextWeek'
  /** So many days, weeks or months after today. */
  | 'after'
  /** A day of a month, of a year or of the next such. */
  | 'date';

/** One way to type a date. */
export interface Phrase {
  /**
   * Words in lower case, and slots: `{weekday}`, `{day}` (of the month), `{month}`, `{year}`, `{number}`, `{unit}`,
   * `{span}` (3d), `{iso}` (2026-03-15), `{numeric}` (15/3, 15/3/2027, 15.3.2027).
   */
  words: string;
  means: PhraseMeaning;
  place: PhrasePlace;
  /** Its place where it holds one of the grammar's `otherWords`. */
  otherwise?: PhrasePlace;
}

/** How dates are typed in one language. */
export interface TypedDateGrammar {
  /** ISO weekdays. */
  weekdays: Readonly<Record<string, number>>;
  /** Months 1–12. */
  months: Readonly<Record<string, number>>;
  units: Readonly<Record<string, 'day' | 'week' | 'month'>>;
  /** Units of `{span}`: in lower case only, for "3D" is no span. */
  shortUnits: Readonly<Record<string, 'day' | 'week' | 'month'>>;
  numbers: Readonly<Record<string, number>>;
  /** What may follow a day of the month. */
  ordinals: readonly string[];
  /** Words that lead in a due date and belong to it. */
  leads: readonly string[];
  /** Words before which no date is meant as due: "before fri", "every mon", "last week". */
  bars: readonly string[];
  /** Words before an ambiguous one that make it something else: "the sun", "a sat". */
  articles: readonly string[];
  /** Date words that are other words too. */
  otherWords: readonly string[];
  /** Short forms that count in lower case only, because they are names with a capital. */
  lowerCaseOnly: readonly string[];
  /** Numeric forms that are no dates unless led in. */
  fractions: readonly string[];
  phrases: readonly Phrase[];
}

/** English. */
export const ENGLISH: TypedDateGrammar = {
  weekdays: {
    ...{ monday: 1, mon: 1, tuesday: 2, tues: 2, tue: 2, wednesday: 3, weds: 3, wed: 3 },
    ...{ thursday: 4, thurs: 4, thur: 4, thu: 4, friday: 5, fri: 5, saturday: 6, sat: 6, sunday: 7, sun: 7 },
  },
  months: {
    ...{ january: 1, jan: 1, february: 2, feb: 2, march: 3, mar: 3, april: 4, apr: 4, may: 5, june: 6, jun: 6 },
    ...{ july: 7, jul: 7, august: 8, aug: 8, september: 9, sept: 9, sep: 9, october: 10, oct: 10 },
    ...{ november: 11, nov: 11, december: 12, dec: 12 },
  },
  units: {
    day: 'day',
    days: 'day',
    week: 'week',
    weeks: 'week',
    wk: 'week',
    wks: 'week',
    month: 'month',
    months: 'month',
  },
  shortUnits: { d: 'day', w: 'week', m: 'month' },
  numbers: {
    ...{ a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
    ...{ eleven: 11, twelve: 12 },
  },
  ordinals: ['st', 'nd', 'rd', 'th'],
  leads: ['by', 'on', 'due', 'due by', 'due on'],
  bars: [
    'before',
    'after',
    'since',
    'until',
    'till',
    'from',
    'every',
    'each',
    'last',
    'past',
    'previous',
    'not',
    'than',
  ],
  articles: ['the', 'a', 'an', 'some', 'any', 'of', 'my', 'our', 'your', 'his', 'her', 'their', 'its', 'no'],
  otherWords: ['mon', 'wed', 'weds', 'sat', 'sun', 'may', 'march'],
  lowerCaseOnly: ['tom', 'tod'],
  fractions: ['24/7', '1/2', '1/3', '2/3', '1/4', '3/4', '9/11', '50/50'],
  phrases: [
    { words: 'today', means: 'today', place: 'anywhere' },
    { words: 'tonight', means: 'today', place: 'anywhere' },
    { words: 'tod', means: 'today', place: 'end' },
    { words: 'eod', means: 'today', place: 'anywhere' },
    { words: 'end of day', means: 'today', place: 'anywhere' },
    { words: 'tomorrow', means: 'tomorrow', place: 'anywhere' },
    { words: 'tmr', means: 'tomorrow', place: 'anywhere' },
    { words: 'tom', means: 'tomorrow', place: 'end' },
    { words: 'eow', means: 'endOfWeek', place: 'anywhere' },
    { words: 'end of week', means: 'endOfWeek', place: 'anywhere' },
    { words: 'end of the week', means: 'endOfWeek', place: 'anywhere' },
    { words: 'eom', means: 'endOfMonth', place: 'anywhere' },
    { words: 'end of month', means: 'endOfMonth', place: 'anywhere' },
    { words: 'end of the month', means: 'endOfMonth', place: 'anywhere' },
    { words: 'next week', means: 'nextWeek', place: 'anywhere' },
    { words: 'next month', means: 'nextMonth', place: 'anywhere' },
    { words: 'no date', means: 'none', place: 'end' },
    { words: 'no due date', means: 'none', place: 'end' },
    { words: '{weekday}', means: 'weekday', place: 'edge', otherwise: 'end' },
    { words: 'next {weekday}', means: 'weekday', place: 'anywhere' },
    { words: 'this {weekday}', means: 'weekdayThisWeek', place: 'anywhere' },
    { words: '{weekday} next week', means: 'weekdayNextWeek', place: 'anywhere' },
    { words: 'next week {weekday}', means: 'weekdayNextWeek', place: 'anywhere' },
    { words: 'in {number} {unit}', means: 'after', place: 'anywhere' },
    { words: 'in {span}', means: 'after', place: 'anywhere' },
    { words: '{number} {unit} from now', means: 'after', place: 'anywhere' },
    { words: '{number} {unit} from today', means: 'after', place: 'anywhere' },
    { words: '{span}', means: 'after', place: 'end' },
    { words: '{iso}', means: 'date', place: 'anywhere' },
    { words: '{numeric}', means: 'date', place: 'end' },
    { words: '{day} {month}', means: 'date', place: 'anywhere', otherwise: 'end' },
    { words: '{day} of {month}', means: 'date', place: 'anywhere', otherwise: 'end' },
    { words: 'the {day} of {month}', means: 'date', place: 'anywhere', otherwise: 'end' },
    { words: '{month} {day}', means: 'date', place: 'anywhere', otherwise: 'end' },
    { words: '{month} the {day}', means: 'date', place: 'anywhere', otherwise: 'end' },
    { words: '{weekday} {day} {month}', means: 'date', place: 'anywhere' },
    { words: '{weekday} {month} {day}', means: 'date', place: 'anywhere' },
    { words: '{day} {month} {year}', means: 'date', place: 'anywhere' },
    { words: '{day} of {month} {year}', means: 'date', place: 'anywhere' },
    { words: 'the {day} of {month} {year}', means: 'date', place: 'anywhere' },
    { words: '{month} {day} {year}', means: 'date', place: 'anywhere' },
    { words: '{weekday} {day} {month} {year}', means: 'date', place: 'anywhere' },
    { words: '{weekday} {month} {day} {year}', means: 'date', place: 'anywhere' },
  ],
};
