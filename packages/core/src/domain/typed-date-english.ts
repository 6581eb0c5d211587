// How dates are typed in English.
import type { TypedDateGrammar } from './typed-date-grammar.ts';

const listed = (words: string) => words.split(/\s+/u);

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
    ...{ day: 'day', days: 'day', week: 'week', weeks: 'week', wk: 'week', wks: 'week' },
    ...{ month: 'month', months: 'month' },
  },
  shortUnits: { d: 'day', w: 'week', m: 'month' },
  numbers: {
    ...{ a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
    ...{ eleven: 11, twelve: 12 },
  },
  ordinals: ['st', 'nd', 'rd', 'th'],
  phrases: [
    { words: 'today|tonight', means: 'today', place: 'anywhere' },
    { words: 'later today', means: 'today', place: 'anywhere' },
    { words: 'this morning|afternoon|evening', means: 'today', place: 'apart' },
    { words: 'tod', means: 'today', place: 'end' },
    { words: 'eod|eob', means: 'today', place: 'apart' },
    { words: 'cob', means: 'today', place: 'led' },
    { words: '(the) end of (the) day', means: 'today', place: 'apart' },
    { words: '(the) end|close of business|play', means: 'today', place: 'apart' },
    { words: 'tomorrow|tmr|tmrw|tmw', means: 'tomorrow', place: 'anywhere' },
    { words: 'tom', means: 'tomorrow', place: 'end' },
    { words: '(the) day after tomorrow', means: 'dayAfterTomorrow', place: 'anywhere' },
    { words: 'eow', means: 'endOfWeek', place: 'apart' },
    { words: '(at) (the) end of (the|this) week', means: 'endOfWeek', place: 'apart' },
    { words: '(at) (the) end of next week', means: 'endOfNextWeek', place: 'apart' },
    { words: 'eom', means: 'endOfMonth', place: 'apart' },
    { words: '(at) (the) end of (the|this) month', means: 'endOfMonth', place: 'apart' },
    { words: 'month end', means: 'endOfMonth', place: 'led' },
    { words: 'month-end', means: 'endOfMonth', place: 'led' },
    { words: '(at) (the) end of next month', means: 'endOfNextMonth', place: 'apart' },
    { words: '(at) (the) end of {month} ({year})', means: 'endOfThatMonth', place: 'apart' },
    { words: 'end {month} ({year})', means: 'endOfThatMonth', place: 'led' },
    { words: 'eoy', means: 'endOfYear', place: 'apart' },
    { words: '(at) (the) end of (the|this) year', means: 'endOfYear', place: 'apart' },
    { words: 'next week', means: 'nextWeek', place: 'apart' },
    { words: '(at|in) (the) start|beginning of next week', means: 'nextWeek', place: 'apart' },
    { words: 'next month', means: 'nextMonth', place: 'apart' },
    { words: '(at|in) (the) start|beginning of next month', means: 'nextMonth', place: 'apart' },
    { words: 'no (due) date', means: 'none', place: 'end' },
    { words: '{weekday}', means: 'weekday', place: 'edge', otherwise: 'end' },
    { words: 'next {weekday}', means: 'weekday', place: 'anywhere' },
    { words: '(this|the) coming|upcoming {weekday}', means: 'weekday', place: 'anywhere' },
    { words: 'this {weekday}', means: 'weekdayThisWeek', place: 'anywhere', wordsBefore: 2 },
    { words: '{weekday} (of) this week', means: 'weekdayThisWeek', place: 'anywhere' },
    { words: 'this week (on) {weekday}', means: 'weekdayThisWeek', place: 'anywhere' },
    { words: '{weekday} (of) next week', means: 'weekdayNextWeek', place: 'anywhere' },
    { words: 'next week (on) {weekday}', means: 'weekdayNextWeek', place: 'anywhere' },
    { words: 'in {number} {unit} (time)', means: 'after', place: 'anywhere' },
    { words: '(in) {number} {unit} from now|today', means: 'after', place: 'anywhere' },
    { words: '{number} {unit} from tomorrow', means: 'afterTomorrow', place: 'anywhere' },
    { words: 'within {number} {unit}', means: 'after', place: 'anywhere' },
    { words: 'in|within {span}', means: 'after', place: 'anywhere', otherwise: 'alone' },
    { words: '{span}', means: 'after', place: 'end', otherwise: 'alone' },
    { words: '{iso}', means: 'date', place: 'anywhere' },
    { words: '{numeric}', means: 'date', place: 'end' },
    { words: '{brief}', means: 'date', place: 'led' },
    { words: '(the) {day} (of) {month}', means: 'date', place: 'anywhere', otherwise: 'end' },
    { words: '{month} (the) {day}', means: 'date', place: 'anywhere', otherwise: 'end' },
    { words: '(the) {day} (of) {month} {year}', means: 'date', place: 'anywhere' },
    { words: '{month} (the) {day} {year}', means: 'date', place: 'anywhere' },
    { words: '{weekday} (the) {day} (of) {month} ({year})', means: 'date', place: 'anywhere' },
    { words: '{weekday} {month} (the) {day} ({year})', means: 'date', place: 'anywhere' },
    { words: '(the) {nth}', means: 'dayOfMonth', place: 'led' },
    { words: '{weekday} (the) {nth}', means: 'dayOfMonth', place: 'end' },
  ],
  dayStarts: [
    'eod|eob|cob (on|of)',
    '(the) end of (the) day (on|of)',
    '(the) end|close of business|play (on|of)',
    '(the) end of',
    'first thing (on)',
  ],
  dayEnds: [
    '(in) (the) morning|afternoon|evening',
    'night|am|pm',
    '(by|at) eod|eob|cob',
    '(by|at) (the) end of (the) day',
    '(by|at) (the) end|close of business|play',
    'first thing',
  ],
  closers: ['latest', 'at (the) latest', 'or earlier|sooner'],
  leads: {
    ...{ by: 'anywhere', 'due by': 'anywhere', 'no later than': 'anywhere', 'not later than': 'anywhere' },
    ...{ on: 'apart', due: 'apart', 'due on': 'apart', 'due date:': 'apart', 'deadline:': 'apart' },
    // Here they belong to the verb.
    ...{ 'drop by': 'never', 'stop by': 'never', 'swing by': 'never', 'come by': 'never', 'go by': 'never' },
    ...{ 'pass by': 'never', 'stand by': 'never', 'carry on': 'never', 'move on': 'never', 'go on': 'never' },
    ...{ 'log on': 'never', 'sign on': 'never', 'pass on': 'never', 'try on': 'never', 'turn on': 'never' },
  },
  bars: listed(`the a an my our your their its whose about above across after against along among around as at
    before below between beyond despite during except excluding following for from including into like
    of onto past per regarding re since than through throughout thru til till to toward towards until upon
    versus via vs with within without and or but nor not if when while because unless either neither only even
    is are was were be been being would can could should shall must it's it’s that's that’s what's
    what’s isn't isn’t let's let’s maybe perhaps probably possibly approximately approx roughly circa ca
    say early mid middle late later end half beginning sometime anytime thing nearly starting ending
    commencing effective dated w/c w/e wc every each alternate last previous weekly biweekly bi-weekly
    fortnightly monthly quarterly yearly daily & + / ~ @ = < > ≤ ≥ → -> => <= >=`),
  nearBars: listed(`over next plan schedule cancel move skip block postpone reschedule swap reserve celebrate keep free
    clear pick choose discuss rename remember forget extend`),
  articles: listed(`some any this that these those his her no which what all both same first second third fourth 1st 2nd
    3rd 4th another other one good black ash palm shrove maundy whit easter cyber giving fat casual freaky man`),
  otherBars: listed('in i he she we they who you more less much enough avoid enjoy love just ever never how where'),
  counted: listed(`step part page pages chapter version v day week sprint phase episode section question level round
    lesson module slide room route no no. nr number score rating rate size ratio scored rated unit item
    ticket issue task apt flat invoice bill ref reference order po case`),
  afterBars: [
    ...listed(`or of week weeks wk month months fortnight time until til till through thru weekly biweekly monthly
    daily fortnightly onwards onward earliest this next last latest morning afternoon evening
    night am pm ish plus minus + / → -> => vs`),
    'at earliest',
    'at the earliest',
    'after next',
  ],
  joiners: listed('and or to of in from on by until til till through thru after before then & + / → -> => vs'),
  ranges: listed('and or to & - – —'),
  followers:
    listed(`to with for at in from about by on via per re regarding before after into onto over under up down off
    out around without during between because since when while if unless so but and then as - – — | · • & @`),
  clockLeads: listed('at @ by before after around from'),
  clockWords: listed('noon midday midnight'),
  ledClockWords: listed('lunch lunchtime breakfast dinner work school'),
  polite: listed('please pls plz thanks thx asap too also again instead'),
  otherWords: listed('mon wed weds sat sun may march 2d 3d #m'),
  lowerCaseOnly: listed('tom tod'),
  fractions: listed('24/7 9/11 50/50'),
};
