// How relative dates are typed in a language ("3 days after kick-off"): tables, so that another language is other tables.
// English here. A phrase holds a span and an event, an event a name, a name the words that somebody calls a thing of the plan
// by; each is read in every way that its table has, and the reading whose name fits best counts.
import type { DateUnit } from '../schema/index.ts';

/** What a typed event means: an action or a section by name, as it was said or not; or a day that the plan begins with. */
export type EventMeaning = 'completed' | 'due' | 'unsaid' | 'roomCreated' | 'engagementStart';

export interface TypedRuleGrammar {
  numbers: Readonly<Record<string, number>>;
  /** Of one or two words. */
  units: Readonly<Record<string, DateUnit>>;
  /** Right after a figure: 3bd. */
  shortUnits: Readonly<Record<string, DateUnit>>;
  /**
   * Words in lower case with the slots `{span}` and `{event}`; `times` tells which way the span counts. One without a span
   * says itself how much it counts.
   */
  phrases: readonly { words: string; times: 1 | -1; span?: { amount: number; unit: DateUnit } }[];
  /**
   * With the slot `{name}`, or none; `rather` tells which kind of thing is said so, where an action and a section have the same
   * name.
   */
  events: readonly { words: string; means: EventMeaning; rather?: 'action' | 'section' }[];
  /** With the slot `{name}`; some say what kind of thing has that name. */
  names: readonly { words: string; kind?: 'action' | 'section' }[];
  /** What follows an event: where a day off moves to. */
  rolls: readonly { words: string; roll: 'next' | 'previous' }[];
  /** Between these a name stands as it is. */
  quotes: readonly (readonly [open: string, close: string])[];
}

/** English. */
export const ENGLISH_RULES: TypedRuleGrammar = {
  numbers: {
    ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
    ...{ eleven: 11, twelve: 12, zero: 0, no: 0 },
  },
  units: {
    ...{ day: 'day', days: 'day', 'calendar day': 'day', 'calendar days': 'day' },
    ...{ 'business day': 'businessDay', 'business days': 'businessDay', 'biz days': 'businessDay' },
    ...{ 'working day': 'businessDay', 'working days': 'businessDay', 'work days': 'businessDay' },
    ...{ workday: 'businessDay', workdays: 'businessDay', weekday: 'businessDay', weekdays: 'businessDay' },
    ...{ week: 'week', weeks: 'week', wk: 'week', wks: 'week', month: 'month', months: 'month' },
  },
  shortUnits: { d: 'day', bd: 'businessDay', wd: 'businessDay', w: 'week', wk: 'week', m: 'month', mo: 'month' },
  phrases: [
    { words: '{span} after {event}', times: 1 },
    { words: '{span} from {event}', times: 1 },
    { words: '{span} from when {event}', times: 1 },
    { words: 'within {span} of {event}', times: 1 },
    { words: '{span} before {event}', times: -1 },
    { words: '{span} ahead of {event}', times: -1 },
    { words: 'the day after {event}', times: 1, span: { amount: 1, unit: 'day' } },
    { words: 'day after {event}', times: 1, span: { amount: 1, unit: 'day' } },
    { words: 'the day before {event}', times: -1, span: { amount: 1, unit: 'day' } },
    { words: 'day before {event}', times: -1, span: { amount: 1, unit: 'day' } },
    { words: 'next business day after {event}', times: 1, span: { amount: 1, unit: 'businessDay' } },
    { words: 'next working day after {event}', times: 1, span: { amount: 1, unit: 'businessDay' } },
    { words: 'on the day {event}', times: 1, span: { amount: 0, unit: 'day' } },
    { words: 'the day {event}', times: 1, span: { amount: 0, unit: 'day' } },
    { words: 'on the day of {event}', times: 1, span: { amount: 0, unit: 'day' } },
    { words: 'same day as {event}', times: 1, span: { amount: 0, unit: 'day' } },
    { words: 'the same day as {event}', times: 1, span: { amount: 0, unit: 'day' } },
    { words: 'on the same day as {event}', times: 1, span: { amount: 0, unit: 'day' } },
    { words: 'when {event}', times: 1, span: { amount: 0, unit: 'day' } },
    { words: 'once {event}', times: 1, span: { amount: 0, unit: 'day' } },
    { words: 'on the first working day from when {event}', times: 1, span: { amount: 0, unit: 'businessDay' } },
    { words: 'first working day from when {event}', times: 1, span: { amount: 0, unit: 'businessDay' } },
  ],
  events: [
    { words: 'the room was created', means: 'roomCreated' },
    { words: 'the room is created', means: 'roomCreated' },
    { words: 'room was created', means: 'roomCreated' },
    { words: 'room is created', means: 'roomCreated' },
    { words: 'room created', means: 'roomCreated' },
    { words: 'room creation', means: 'roomCreated' },
    { words: 'the engagement starts', means: 'engagementStart' },
    { words: 'engagement starts', means: 'engagementStart' },
    { words: 'engagement start', means: 'engagementStart' },
    { words: 'the engagement’s start', means: 'engagementStart' },
    { words: '{name} is done', means: 'completed', rather: 'action' },
    { words: '{name} is completed', means: 'completed', rather: 'section' },
    { words: '{name} is complete', means: 'completed' },
    { words: '{name} is finished', means: 'completed' },
    { words: '{name} was completed', means: 'completed' },
    { words: '{name} completes', means: 'completed' },
    { words: '{name} completed', means: 'completed' },
    { words: '{name} completion', means: 'completed' },
    { words: '{name} done', means: 'completed' },
    { words: '{name} is due', means: 'due' },
    { words: '{name} due', means: 'due' },
    { words: '{name} due date', means: 'due' },
    { words: '{name}’s due date', means: 'due' },
    { words: "{name}'s due date", means: 'due' },
    { words: '{name}', means: 'unsaid' },
  ],
  names: [
    { words: '{name}' },
    { words: 'the {name}' },
    { words: 'section {name}', kind: 'section' },
    { words: '{name} section', kind: 'section' },
    { words: 'the {name} section', kind: 'section' },
    { words: 'action {name}', kind: 'action' },
  ],
  rolls: [
    { words: 'moved to the next working day', roll: 'next' },
    { words: 'or the next working day', roll: 'next' },
    { words: 'or next working day', roll: 'next' },
    { words: 'moved to the previous working day', roll: 'previous' },
    { words: 'or the previous working day', roll: 'previous' },
    { words: 'or previous working day', roll: 'previous' },
  ],
  quotes: [
    ['“', '”'],
    ['"', '"'],
    ['«', '»'],
    ['„', '“'],
  ],
};
