// What every engine in the bench does with a plan, and the rules of dates (rulebook §3) as the peers work them out: each
// date is one number, so that none of them pays for comparing objects. Of an action they can change only what is measured,
// its due date set by hand; state, rules and sections are taken in once, which spares them most of what ours keeps up to date.
import {
  addBusinessDays,
  addMonths,
  type DateField,
  type Day,
  parseDay,
  type Plan,
  type PlanAction,
  type PlanSetting,
  rollDay,
} from '@followthrough/core/domain';
import type { Calendar, CivilDate, DateRule, Id } from '@followthrough/core/schema';

export interface Peer {
  readonly name: string;
  /** How a change is told to it, and how it tells what moved. */
  readonly how: string;
  readonly isSignals: boolean;
  resolve(plan: Plan, setting: PlanSetting): Resolved;
}

export interface Resolved {
  date(actionId: Id, field: DateField): number;
  completion(sectionId: Id): number;
  /** Sets an open action's due date by hand; gives how many start and due dates came to something else, having listed each. */
  change(action: PlanAction): number;
}

/** What a peer lists of a date that came to something else, as ours does. */
export interface Moved {
  readonly actionId: Id;
  readonly field: DateField;
  readonly from: number;
  readonly to: number;
}

export const NO_RULE = 0;
export const FIXED = 1;
export const SETTLED = 2;
export const PROJECTED = 3;
export const WAITING = 4;
export const BROKEN = 5;

/** A day and a basis as one number; no day is the number of the basis alone. */
export function packed(day: Day | null, basis: number): number {
  return day === null ? basis : (day + 1) * 8 + basis;
}

/** The day of a packed date, or -1. */
export function dayIn(value: number): Day {
  return (value >> 3) - 1;
}

type RelativeRule = Extract<DateRule, { type: 'relative' }>;

/** A date that rests on another, and how it counts from it. */
export interface Counted {
  readonly rule: RelativeRule;
  readonly from: 'due' | 'completion' | 'section';
  readonly id: Id;
}

/** What a rule comes to where nothing that can still move is in it, or else what it rests on. Pins are left aside. */
export function sourceOf(
  action: PlanAction,
  field: DateField,
  actions: ReadonlyMap<Id, PlanAction>,
  setting: PlanSetting,
): number | Counted {
  const date = action[field];
  if (date === null) return NO_RULE;
  if (action.closed !== null) {
    const day = action.closed[field];
    return day === null ? WAITING : packed(parseDay(day), SETTLED);
  }
  const { rule } = date;
  if (rule.type === 'fixed') return packed(parseDay(rule.date), FIXED);
  const { anchor } = rule;
  switch (anchor.type) {
    case 'roomCreated':
      return fromFact(rule, setting.roomCreated, setting);
    case 'engagementStart':
      return fromFact(rule, setting.engagementStart, setting);
    case 'sectionCompleted':
      return { rule, from: 'section', id: anchor.sectionId };
    case 'actionDue':
      return { rule, from: 'due', id: anchor.actionId };
    case 'actionCompleted': {
      const under = actions.get(anchor.actionId);
      if (under === undefined || under.state === 'cancelled' || under.state === 'notDone') return BROKEN;
      if (under.state === 'done') return fromFact(rule, under.closed?.on ?? null, setting);
      return { rule, from: 'completion', id: anchor.actionId };
    }
    default:
      return BROKEN;
  }
}

/** The date set by hand on an open action's start or due date, or 0. */
export function handOf(action: PlanAction, field: DateField): number {
  const pinned = action.closed === null ? (action[field]?.pinned ?? null) : null;
  return pinned === null ? 0 : packed(parseDay(pinned), FIXED);
}

/** What a rule comes to by what it rests on: a due date, an open action's due date, or a section's completion. */
export function countedFrom({ rule, from }: Counted, under: number, { calendar, today }: PlanSetting): number {
  const basis = under & 7;
  const day = dayIn(under);
  if (from === 'due') {
    if (basis === BROKEN) return BROKEN;
    if (day < 0) return WAITING;
    return shifted(rule, day, basis === FIXED ? SETTLED : basis, calendar);
  }
  if (day < 0) return WAITING;
  if (from === 'section') return shifted(rule, day, basis, calendar);
  return shifted(rule, Math.max(day, today), PROJECTED, calendar);
}

/** Of a section: the latest day on which an action of it was done, or -1, and those that are still open. */
export interface SectionSource {
  doneOn: Day;
  readonly open: Id[];
}

export function sectionSources(plan: Plan): ReadonlyMap<Id, SectionSource> {
  const sources = new Map(plan.sections.map(({ id }) => [id, { doneOn: -1, open: [] as Id[] }]));
  for (const { id, sectionId, state, closed } of plan.actions) {
    const source = sources.get(sectionId);
    if (source === undefined || state === 'cancelled' || state === 'notDone') continue;
    if (closed === null) source.open.push(id);
    else source.doneOn = Math.max(source.doneOn, parseDay(closed.on));
  }
  return sources;
}

/** A section's completion by the latest of its days. */
export function completedOn(latest: Day, isOpen: boolean, { today }: PlanSetting): number {
  if (isOpen) return packed(Math.max(latest, today), PROJECTED);
  return latest < 0 ? WAITING : packed(latest, SETTLED);
}

function fromFact(rule: RelativeRule, date: CivilDate | null, { calendar }: PlanSetting): number {
  return date === null ? WAITING : shifted(rule, parseDay(date), SETTLED, calendar);
}

function shifted({ amount, unit, roll = 'none' }: RelativeRule, day: Day, basis: number, calendar: Calendar): number {
  const to =
    unit === 'businessDay'
      ? addBusinessDays(day, amount, calendar)
      : unit === 'month'
        ? addMonths(day, amount)
        : day + (unit === 'week' ? 7 * amount : amount);
  const rolled = to === null ? null : rollDay(to, roll, calendar);
  return rolled === null ? WAITING : packed(rolled, basis);
}
