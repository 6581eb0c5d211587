// What is typed into the due date's field: the whole of it is a date, or "no date", or not understood. Unlike a date in
// the midst of a title, one that says its year may have passed.
import {
  type Day,
  dayOf,
  ENGLISH,
  isWritable,
  parseDay,
  textWithout,
  typedDate,
  type TypedDateSetting,
} from '@followthrough/core/domain';
import type { DateFormats } from '../dates/date-formats.ts';

/** What a text means as a due date. */
export type TypedDue =
  { type: 'none' } | { type: 'day'; day: Day } | { type: 'clear' } | { type: 'outOfRange' } | { type: 'unknown' };

/** What typing goes by: the day, the week, the calendar, and the locale's way to write 15/3. */
export type TypingSetting = Pick<TypedDateSetting, 'today' | 'weekStart' | 'calendar'> & { dates: DateFormats };

/** The same for core's reader of dates; English is the grammar there is. */
export function typedDateSetting({ dates, ...setting }: TypingSetting): TypedDateSetting {
  return { ...setting, grammar: ENGLISH, order: dates.order === 'dmy' ? 'dmy' : 'mdy' };
}

/**
 * The due date that a text says.
 * @example typedDue('in 2 weeks', setting) // { type: 'day', day: today + 14 }
 */
export function typedDue(text: string, setting: TypingSetting): TypedDue {
  if (text.trim() === '') return { type: 'none' };
  const reading = typedDateSetting(setting);
  const year = Number(/\b\d{4}\b/.exec(text)?.[0] ?? Number.NaN);
  if (!Number.isNaN(year) && !isWritable(dayOf({ year, month: 1, day: 1 }))) return { type: 'outOfRange' };
  const found =
    typedDate(text, reading) ??
    (Number.isNaN(year) ? null : typedDate(text, { ...reading, today: dayOf({ year, month: 1, day: 1 }) }));
  if (!found || textWithout(text, found) !== '') return { type: 'unknown' };
  return found.date === null ? { type: 'clear' } : { type: 'day', day: parseDay(found.date) };
}
