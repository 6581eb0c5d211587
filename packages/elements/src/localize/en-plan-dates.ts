// English for the dates of a plan: rules in words, and how a date is known. It comes with what shows a plan.
import { plural } from './english-plural.ts';

const UNITS = {
  day: ['day', 'days'],
  businessDay: ['business day', 'business days'],
  week: ['week', 'weeks'],
  month: ['month', 'months'],
} as const;

/** Built-in English of the group `planDates`. */
export const planDates = {
  /** A span of time: “3 business days”. */
  span: (amount: number, unit: 'day' | 'businessDay' | 'week' | 'month') =>
    `${amount} ${plural(amount, UNITS[unit][0], UNITS[unit][1])}`,
  roomCreated: 'the room was created',
  engagementStart: 'the engagement starts',
  sectionCompleted: (name: string) => `“${name}” is completed`,
  actionDue: (title: string) => `“${title}” is due`,
  actionCompleted: (title: string) => `“${title}” is done`,
  /** Of an anchor that is gone. */
  goneSection: 'a removed section is completed',
  goneDue: 'a removed action is due',
  goneAction: 'a removed action is done',
  after: (span: string, event: string) => `${span} after ${event}`,
  before: (span: string, event: string) => `${span} before ${event}`,
  onTheDay: (event: string) => `on the day ${event}`,
  onWorkingDay: (event: string) => `on the first working day from when ${event}`,
  afterInternalStep: 'after an internal step',
  rolled: (rule: string, to: 'next' | 'previous') => `${rule}, moved to the ${to} working day`,
  pinned: (date: string) => `pinned to ${date}`,
  pinnedOtherwise: (date: string, rule: string) => `pinned to ${date} · otherwise ${rule}`,
  starts: (date: string) => `Starts ${date}`,
  started: (date: string) => `Start ${date}`,
  /** Of an accessible name: the date, then how it is known. */
  known: (date: string, how: string) => `${date}, ${how}`,
  estimate: 'estimate',
  estimateOn: (name: string) => `estimate, rests on “${name}”`,
  noDateYet: (rule: string) => `No date yet: ${rule}`,
  brokenGone: 'No date: what it rests on is gone',
  brokenCancelled: (name: string) => `No date: “${name}” will not be done`,
  brokenOn: (name: string) => `No date: “${name}” has none that works`,
  brokenLoop: (names: string) => `No date: it rests on itself (${names})`,
  brokenMark: 'No date',
  /** Between the names of a loop. */
  restsOn: ' → ',
};
