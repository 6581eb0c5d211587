// How a date reads in a row: Today, Tomorrow, the weekday within six days, then day and month; "3 days overdue" up to
// two weeks, the date after that; what was done says when, and how late. The full date is always in the name.
import { bindingDue, type Day, isOpen, parseDay, yearMonthDayOf } from '@followthrough/core/domain';
import type { Action, CivilDate } from '@followthrough/core/schema';
import type { Messages } from '../localize/messages.ts';
import type { DateFormats } from './date-formats.ts';

/** Days overdue after which the date itself says more than a count. */
const COUNTED_DAYS = 14;

/** What a date is about, which decides its colour: overdue alone stands out. */
type DateTone = 'overdue' | 'today' | 'later' | 'done' | 'doneLate' | 'none';

/** A date as it is shown. */
export interface DateLabel {
  /** The visible words. */
  readonly text: string;
  /** The accessible name and tooltip, with the full date. */
  readonly name: string;
  /** For `<time datetime>`; null where there is no date. */
  readonly date: CivilDate | null;
  readonly tone: DateTone;
}

/** What words and formats a label is made of. */
export interface DateWords {
  readonly messages: Messages;
  readonly dates: DateFormats;
}

/**
 * A day in words as seen from `today`, standing alone.
 * @example dayText(today + 1, today, words) // 'Tomorrow'
 */
export function dayText(day: Day, today: Day, words: DateWords): string {
  const { date } = words.messages;
  return near(day - today, [date.yesterday, date.today, date.tomorrow]) ?? farText(day, today, words);
}

/**
 * A day in words within a sentence.
 * @example `Done ${saidDay(today - 1, today, words)}` // 'Done yesterday'
 */
export function saidDay(day: Day, today: Day, words: DateWords): string {
  const { date } = words.messages;
  return near(day - today, [date.saidYesterday, date.saidToday, date.saidTomorrow]) ?? farText(day, today, words);
}

function near(offset: number, names: [yesterday: string, today: string, tomorrow: string]): string | undefined {
  return names[offset + 1];
}

function farText(day: Day, today: Day, { dates }: DateWords): string {
  if (day > today && day - today <= 6) return dates.weekday(day);
  return yearMonthDayOf(day).year === yearMonthDayOf(today).year ? dates.dayMonth(day) : dates.dayMonthYear(day);
}

/**
 * How an action's due date, or its closing, reads.
 * @param today today on the clock of the action's container
 */
export function dueLabel(
  action: Pick<Action, 'state' | 'due' | 'closed' | 'late' | 'overdue'>,
  today: Day,
  words: DateWords,
): DateLabel {
  const { messages, dates } = words;
  const { closed } = action;
  if (closed !== null && action.state === 'done') {
    const date = closed.on ?? closed.at.slice(0, 10);
    const day = parseDay(date);
    if (action.late && closed.due !== null) {
      return {
        text: messages.date.doneLate(day - parseDay(closed.due)),
        name: messages.date.doneLateName(dates.full(day), dates.full(parseDay(closed.due))),
        date,
        tone: 'doneLate',
      };
    }
    return {
      text: messages.date.done(saidDay(day, today, words)),
      name: messages.date.done(dates.full(day)),
      date,
      tone: 'done',
    };
  }
  const date = isOpen(action.state) ? (action.due?.date ?? null) : (closed?.due ?? action.due?.date ?? null);
  if (date === null) return { text: messages.date.none, name: messages.date.none, date: null, tone: 'none' };
  const day = parseDay(date);
  if (isOpen(action.state) && bindingDue(action) !== null && day < today) {
    const days = today - day;
    return {
      text: days > COUNTED_DAYS ? dayText(day, today, words) : messages.date.daysOverdue(days),
      name: messages.date.wasDue(dates.full(day)),
      date,
      tone: 'overdue',
    };
  }
  return {
    text: dayText(day, today, words),
    name: messages.date.due(dates.full(day)),
    date,
    tone: isOpen(action.state) ? (day === today ? 'today' : 'later') : 'done',
  };
}
