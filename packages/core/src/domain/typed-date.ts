// A date typed within a text ("Send the deck fri"), found and told with its place, so that it can be shown as a chip and
// taken back. Only forward: a weekday is always the next one (the same weekday: a week on; "next fri" too is the next
// Friday there is, and "fri next week" the one of next week); a day without a year that has passed is next year's; a date
// that says its year and has passed, and one that does not exist, are not understood.
//
// It is understood exactly, or the text is left alone. Of two dates that could both be meant none is. A weekday alone counts
// at the start or the end of a text, one that is another word too (mon, wed, sat, sun) only at the end, and both after "by",
// "on" or "due". So "Send the deck fri", "Fri send the deck" and "Send it on fri to Ana" have a date; "Sat down with Ana",
// "The Friday review", "Send fri deck", "Prepare for fri" and "Call Ana mon or tue" have none.
import type { Calendar, CivilDate } from '../schema/index.ts';
import { type Day, dayOf, formatDay, isWritable, yearMonthDayOf } from './civil-date.ts';
import { addMonths, daysInMonth, monthOf } from './month.ts';
import { namedDate } from './named-date.ts';
import type { TypedDateGrammar } from './typed-date-grammar.ts';
import { mayBeDate, type Stretch, stretchOf } from './typed-date-place.ts';
import type { Captures, PhraseMatch } from './typed-phrase.ts';
import { type Reading, readingOf } from './typed-reading.ts';
import { startOfWeek, weekdayOf } from './week.ts';

/** What a typed date depends on. */
export interface TypedDateSetting {
  today: Day;
  /** The ISO weekday that the locale's week begins on. */
  weekStart: number;
  grammar: TypedDateGrammar;
  /** How the locale writes 15/3: day first or month first. */
  order: 'dmy' | 'mdy';
  /** For the end and the start of a week; Monday to Friday without holidays where none is given. */
  calendar?: Calendar | undefined;
}

/** A date found in a text. */
export interface TypedDate {
  /** Null where the text asks for no date ("no date"). */
  date: CivilDate | null;
  /**
   * Where it stands: code units from `start` to before `end`, lead words ("by") included, and the punctuation that nothing
   * would follow or precede without it.
   */
  start: number;
  end: number;
  /** What stands there. */
  text: string;
}

/**
 * The one date that a text holds, or null; what is left of the text without it holds none.
 * @example typedDate('Send the deck by fri', { today: parseDay('2026-05-13'), weekStart: 1, grammar: ENGLISH, order: 'dmy' })
 *   // { date: '2026-05-15', start: 14, end: 20, text: 'by fri' }
 */
export function typedDate(text: string, setting: TypedDateSetting): TypedDate | null {
  const found = onlyDate(text, setting);
  if (!found) return null;
  const rest = textWithout(text, found);
  return datesIn(readingOf(rest, setting.grammar), rest, setting).length > 0 ? null : found;
}

/**
 * The text without the date that was found in it.
 * @example textWithout('Send the deck by fri to Ana', found) // 'Send the deck to Ana'
 */
export function textWithout(text: string, { start, end }: Stretch): string {
  const before = text.slice(0, start).trimEnd();
  const after = text.slice(end).trimEnd();
  const next = after.trimStart();
  return before === '' || /^[,.;:!?…)\]}]/u.test(next) ? before + next : before + after;
}

/** The date that counts where it stands, if nothing else there could be meant. */
function onlyDate(text: string, setting: TypedDateSetting): TypedDate | null {
  const reading = readingOf(text, setting.grammar);
  const [found, another] = datesIn(reading, text, setting);
  if (!found || another) return null;
  const isOther = (match: PhraseMatch, index: number) =>
    index !== found.index && mayBeDate(reading, index) && dayMeant(match, setting) !== undefined;
  return reading.matches.some(isOther) ? null : found.date;
}

/** Every date that counts where it stands, with its place among the matches. */
function datesIn(reading: Reading, text: string, setting: TypedDateSetting): { index: number; date: TypedDate }[] {
  return reading.matches.flatMap((match, index) => {
    const day = dayMeant(match, setting);
    const stretch = day === undefined ? null : stretchOf(reading, index);
    if (day === undefined || !stretch) return [];
    const { start, end } = stretch;
    const date = day === null ? null : formatDay(day);
    return [{ index, date: { date, start, end, text: text.slice(start, end) } }];
  });
}

/** The day a phrase means; null for "no date", undefined where there is no such day or it has passed. */
function dayMeant({ phrase, captures }: PhraseMatch, setting: TypedDateSetting): Day | null | undefined {
  if (phrase.means === 'none') return null;
  const day = dayOfPhrase(phrase.means, captures, setting);
  return day !== undefined && day >= setting.today && isWritable(day) ? day : undefined;
}

function dayOfPhrase(
  means: Exclude<PhraseMatch['phrase']['means'], 'none'>,
  captures: Captures,
  setting: TypedDateSetting,
): Day | undefined {
  const { today, weekStart } = setting;
  const { weekday = 1, number = 0, unit } = captures;
  /** How many days after the start of a week the weekday comes. */
  const intoWeek = (weekday - weekStart + 7) % 7;
  switch (means) {
    case 'weekday':
      return today + ((weekday - weekdayOf(today) + 6) % 7) + 1;
    case 'weekdayThisWeek':
      return startOfWeek(today, weekStart) + intoWeek;
    case 'weekdayNextWeek':
      return startOfWeek(today, weekStart) + 7 + intoWeek;
    case 'after':
      return number === 0 ? undefined : later(today, number, unit);
    case 'afterTomorrow':
      return number === 0 ? undefined : later(today + 1, number, unit);
    case 'date':
      return dateMeant(captures, setting);
    case 'dayOfMonth':
      return dayOfMonth(captures, today);
    case 'dayAfterTomorrow':
      return today + 2;
    case 'endOfNextWeek':
      return namedDate('endOfWeek', { ...setting, today: startOfWeek(today, weekStart) + 7 });
    case 'endOfNextMonth':
      return monthOf(addMonths(monthOf(today).first, 1)).last;
    case 'endOfThatMonth':
      return lastOfMonth(captures, today);
    case 'endOfYear':
      return dayOf({ year: yearMonthDayOf(today).year, month: 12, day: 31 });
    default:
      return namedDate(means, setting);
  }
}

function later(day: Day, number: number, unit: Captures['unit']): Day {
  return unit === 'month' ? addMonths(day, number) : day + number * (unit === 'week' ? 7 : 1);
}

/** The years that a date can be of: the one that it says, or this one and the next. */
function yearsOf({ year }: Captures, today: Day): number[] {
  const thisYear = yearMonthDayOf(today).year;
  return year === undefined ? [thisYear, thisYear + 1] : [year];
}

/** The last day of a month, of this year or the next. */
function lastOfMonth(captures: Captures, today: Day): Day | undefined {
  const { month = 1 } = captures;
  return yearsOf(captures, today)
    .map((year) => dayOf({ year, month, day: daysInMonth(year, month) }))
    .find((date) => date >= today);
}

/** A day of this month, or of the next once it has passed or where this month has no such day. */
function dayOfMonth({ day = 0, weekday }: Captures, today: Day): Day | undefined {
  const { first } = monthOf(today);
  return [first, addMonths(first, 1)]
    .filter((month) => day >= 1 && day <= monthOf(month).last - month + 1)
    .map((month) => month + day - 1)
    .find((date) => date >= today && (weekday === undefined || weekdayOf(date) === weekday));
}

/** The date of a day, a month and perhaps a year; without one this year's, or next year's once it has passed. */
function dateMeant(captures: Captures, { today, order }: TypedDateSetting): Day | undefined {
  const [first, second] = captures.numeric ?? [];
  const day = captures.day ?? (order === 'dmy' ? first : second) ?? 0;
  const month = captures.month ?? (order === 'dmy' ? second : first) ?? 0;
  return yearsOf(captures, today)
    .filter(() => month >= 1 && month <= 12 && day >= 1)
    .filter((year) => day <= daysInMonth(year, month))
    .map((year) => dayOf({ year, month, day }))
    .find((date) => date >= today && (captures.weekday === undefined || weekdayOf(date) === captures.weekday));
}
