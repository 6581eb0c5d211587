// A bar in words: short beside it, and whole for those who do not see it.
import { type Day, isOpen, parseDay, yearMonthDayOf } from '@followthrough/core/domain';
import type { Action, PlannedDate } from '@followthrough/core/schema';
import { planDateWords } from '../../localize/late-plan-dates.ts';
import { brokenInWords } from '../../parts/date-view.ts';
import type { AdjustedDates } from './adjusted-dates.ts';
import type { Bar } from './bar.ts';
import type { TimelineSight } from './timeline-spec.ts';

type Words = Pick<TimelineSight, 'words' | 'texts' | 'today'>;

/** A day with its year where that is not this one. */
export function shortDay(day: Day, { words: { dates }, today }: Words): string {
  return yearMonthDayOf(day).year === yearMonthDayOf(today).year ? dates.dayMonth(day) : dates.dayMonthYear(day);
}

/** The dates of a bar: "3 Mar – 14 Mar". */
function barDates({ shape, from, to, standing }: Bar, on: Words, said = false): string {
  const { texts } = on;
  if (shape === 'beginning') return texts.starts(shortDay(from, on));
  if (shape === 'bar' && from !== to)
    return (said ? texts.saidRange : texts.range)(shortDay(from, on), shortDay(to, on));
  return standing === 'done' || standing === 'doneLate' || !said ? shortDay(to, on) : texts.due(shortDay(to, on));
}

/** What is said of an action's bar: its dates, how it stands, how its dates are known, and how far it can slip. */
export function saidBar(action: Action, bar: Bar, on: TimelineSight): string {
  const { messages } = on.words;
  const isLate = bar.standing === 'overdue' && action.state === 'inProgress';
  return [
    barDates(bar, on, true),
    messages.status[bar.standing],
    isLate ? messages.status.inProgress : null,
    bar.estimate ? estimateWords(action, on) : null,
    slackWords(action, on),
  ]
    .filter((text) => text !== null)
    .join(', ');
}

/** What is told over a bar that is pointed at. */
export function toldBar(action: Action, bar: Bar, on: TimelineSight): string {
  return [barDates(bar, on), bar.estimate ? on.texts.estimate : null, slackWords(action, on)]
    .filter((text) => text !== null)
    .join(' · ');
}

function estimateWords({ start, due }: Action, { spec, words }: TimelineSight): string {
  const planDates = planDateWords(words.messages);
  const date = due?.basis === 'projected' ? due : start;
  const name = date?.waitingOn.map(spec.nameOf).find((one) => one !== '');
  return name === undefined ? planDates.estimate : planDates.estimateOn(name);
}

function slackWords({ id, state }: Action, { spec, texts, critical }: TimelineSight): string | null {
  if (!isOpen(state)) return null;
  if (critical.has(id)) return texts.critical;
  const slack = spec.plan.slack.get(id);
  return slack === undefined ? null : texts.slack(slack);
}

/** Dates that are tried out. */
export function triedWords({ start, due }: AdjustedDates, on: Words, said = false): string {
  const [from, to] = [start, due].map((date) => (date === undefined ? null : shortDay(parseDay(date), on)));
  if (from != null && to != null) return (said ? on.texts.saidRange : on.texts.range)(from, to);
  if (from != null) return on.texts.starts(from);
  return on.texts.due(to ?? '');
}

/** Why an action has no date. */
export function undatedWords(action: Action, on: TimelineSight): { text: string; kind: 'none' | 'waiting' | 'broken' } {
  const field = action.due ? 'due' : 'start';
  const date: PlannedDate | null = action[field];
  if (date === null) return { text: on.texts.noDate, kind: 'none' };
  const { plan, nameOf, ruleText } = on.spec;
  const why = brokenInWords(action.id, field, { plan, nameOf: (id) => nameOf(id) || undefined, words: on.words });
  return why === null ? { text: ruleText(date.rule), kind: 'waiting' } : { text: why, kind: 'broken' };
}
