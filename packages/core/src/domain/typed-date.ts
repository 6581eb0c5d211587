// A date typed within a text ("Send the deck fri"), found and told with its place, so that it can be shown as a chip and
// taken back. Only forward: a weekday is always the next one (the same weekday: a week on; "next fri" too is the next
// Friday there is, and "fri next week" the one of next week); a day without a year that has passed is next year's; a date
// that says its year and has passed, and one that does not exist, are not understood.
//
// Of several dates the one led in by "by", "on" or "due" counts, else the last. A weekday alone counts at the start or
// the end of a text, one that is another word too (mon, wed, sat, sun) only at the end. So "Send the deck fri", "Fri send
// the deck" and "Send it on fri to Ana" have a date; "Sat down with Ana", "The Friday review" and "Send fri deck" have none.
import type { Calendar, CivilDate } from '../schema/index.ts';
import { type Day, dayOf, formatDay, isWritable, yearMonthDayOf } from './civil-date.ts';
import { addMonths, daysInMonth } from './month.ts';
import { namedDate } from './named-date.ts';
import type { PhrasePlace, TypedDateGrammar } from './typed-date-grammar.ts';
import { type Captures, type PhraseMatch, phraseAt, type Word, wordsOf } from './typed-phrase.ts';
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
  /** Where it stands: code units from `start` to before `end`, lead words ("by") included. */
  start: number;
  end: number;
  /** What stands there. */
  text: string;
}

/**
 * The date that a text holds, or null.
 * @example typedDate('Send the deck by fri', { today: parseDay('2026-05-13'), weekStart: 1, grammar: ENGLISH, order: 'dmy' })
 *   // { date: '2026-05-15', start: 14, end: 20, text: 'by fri' }
 */
export function typedDate(text: string, setting: TypedDateSetting): TypedDate | null {
  const words = wordsOf(text);
  const isOwn = ({ kind }: Word) => kind !== 'mention';
  const edges = { first: words.findIndex(isOwn), last: words.findLastIndex(isOwn) };
  let found: TypedDate | null = null;
  let isFoundLed = false;
  for (let from = 0; from < words.length; from++) {
    const match = phraseAt(words, from, setting.grammar);
    if (!match) continue;
    // What the longest phrase uses up is not read in another way: "15 mar 2020" is not "15 mar".
    from = match.to - 1;
    const lead = leadOf(words, match, setting.grammar);
    if (!counts(words, match, { ...edges, isLed: lead > 0 }, setting.grammar)) continue;
    const day = dayMeant(match, setting);
    if (day === undefined || (found && isFoundLed && lead === 0)) continue;
    const start = words[match.from - lead]?.start ?? 0;
    const end = words[match.to - 1]?.end ?? 0;
    found = { date: day === null ? null : formatDay(day), start, end, text: text.slice(start, end) };
    isFoundLed = lead > 0;
  }
  return found;
}

/**
 * The text without the date that was found in it.
 * @example textWithout('Send the deck by fri to Ana', found) // 'Send the deck to Ana'
 */
export function textWithout(text: string, { start, end }: Pick<TypedDate, 'start' | 'end'>): string {
  const before = text.slice(0, start).replace(/[\s(]+$/u, '');
  const after = text.slice(end).replace(before === '' ? /^[\s),;:.]+/u : /^\)/u, '');
  return (before + (/^\s*[.!?]*$/u.test(after) ? after.trim() : after)).trim();
}

/** How many lead words stand right before the phrase: 0, 1 or 2. */
function leadOf(words: readonly Word[], { from }: PhraseMatch, { leads }: TypedDateGrammar): number {
  const word = (back: number) => {
    const at = words[from - back];
    return at !== undefined && at.kind === 'word' && at.after === '' ? at.lower : '';
  };
  if (leads.includes(`${word(2)} ${word(1)}`)) return 2;
  return leads.includes(word(1)) ? 1 : 0;
}

/** Whether the phrase stands where it counts as a date, between the `first` and the `last` word that is no mention. */
function counts(
  words: readonly Word[],
  match: PhraseMatch,
  { first, last, isLed }: { first: number; last: number; isLed: boolean },
  grammar: TypedDateGrammar,
): boolean {
  const { phrase, from, to } = match;
  const inside = words.slice(from, to);
  const holdsOtherWord = inside.some(({ lower }) => grammar.otherWords.includes(lower));
  const place: PhrasePlace = holdsOtherWord ? (phrase.otherwise ?? phrase.place) : phrase.place;
  const isStart = from === first;
  const isEnd = to === last + 1;
  const previous = words[from - 1]?.lower ?? '';
  if (grammar.bars.includes(previous)) return false;
  if (isLed || place === 'anywhere' || (isStart && isEnd)) return true;
  if (grammar.articles.includes(previous)) return false;
  if (inside.some(({ lower }) => grammar.fractions.includes(lower))) return false;
  if (isEnd) return true;
  return isStart && (place === 'edge' || /^[,:]/.test(inside.at(-1)?.after ?? ''));
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
      if (number === 0) return undefined;
      return unit === 'month' ? addMonths(today, number) : today + number * (unit === 'week' ? 7 : 1);
    case 'date':
      return dateMeant(captures, setting);
    default:
      return namedDate(means, setting);
  }
}

/** The date of a day, a month and perhaps a year; without one this year's, or next year's once it has passed. */
function dateMeant(captures: Captures, { today, order }: TypedDateSetting): Day | undefined {
  const [first, second] = captures.numeric ?? [];
  const day = captures.day ?? (order === 'dmy' ? first : second) ?? 0;
  const month = captures.month ?? (order === 'dmy' ? second : first) ?? 0;
  const thisYear = yearMonthDayOf(today).year;
  const years = captures.year === undefined ? [thisYear, thisYear + 1] : [captures.year];
  return years
    .filter(() => month >= 1 && month <= 12 && day >= 1)
    .filter((year) => day <= daysInMonth(year, month))
    .map((year) => dayOf({ year, month, day }))
    .find((date) => date >= today && (captures.weekday === undefined || weekdayOf(date) === captures.weekday));
}
