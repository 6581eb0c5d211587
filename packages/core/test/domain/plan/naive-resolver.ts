// The dates of a plan, worked out from the rulebook (§3, §3.1) and nothing else: by recursion, as plainly as can be, to
// hold the fast resolver to.
import type { DateRule, Id } from '@followthrough/core/schema';
import type {
  BrokenReason,
  DateField,
  Day,
  Plan,
  PlanAction,
  PlanSetting,
  ResolvedDate,
  SectionCompletion,
} from '@followthrough/core/domain';
import { dayAfter, dayOfDate } from './naive-calendar.ts';
import { isOnLoop, restsOnOf } from './naive-loops.ts';

/** Every date and every section's completion of a plan. */
export interface NaiveDates {
  date(actionId: Id, field: DateField): ResolvedDate | undefined;
  completion(sectionId: Id): SectionCompletion | undefined;
}

type RelativeRule = Extract<DateRule, { type: 'relative' }>;
/** What a relative rule counts from. */
type Fact =
  { basis: 'settled' | 'projected'; day: Day } | { basis: 'waiting' } | { basis: 'broken'; reason: BrokenReason };

const NO_DATE: ResolvedDate = { day: null, basis: null, waitingOn: [], broken: null };
const WAITING = { basis: 'waiting' } as const;

const isDropped = ({ state }: PlanAction) => state === 'cancelled' || state === 'notDone';
const latest = (days: readonly Day[]) => days.reduce((a, b) => (a > b ? a : b));

export function resolveNaively(plan: Plan, setting: PlanSetting): NaiveDates {
  const actions = new Map(plan.actions.map((action) => [action.id, action]));
  const sectionIds = new Set(plan.sections.map(({ id }) => id));
  const restsOn = restsOnOf(plan);
  const dates = new Map<string, ResolvedDate>();

  function date(action: PlanAction, field: DateField): ResolvedDate {
    const key = `${field} ${action.id}`;
    let resolved = dates.get(key);
    if (!resolved) {
      resolved = resolve(action, field);
      dates.set(key, resolved);
    }
    return resolved;
  }

  function resolve(action: PlanAction, field: DateField): ResolvedDate {
    const planned = action[field];
    if (!planned) return NO_DATE;
    if (action.closed) {
      const recorded = action.closed[field];
      if (recorded === null) return { ...NO_DATE, basis: 'waiting' };
      return { ...NO_DATE, day: dayOfDate(recorded), basis: 'settled' };
    }
    if (planned.pinned !== null) return { ...NO_DATE, day: dayOfDate(planned.pinned), basis: 'fixed' };
    if (planned.rule.type === 'fixed') return { ...NO_DATE, day: dayOfDate(planned.rule.date), basis: 'fixed' };
    if (isOnLoop(restsOn, `${field} ${action.id}`)) return { ...NO_DATE, basis: 'broken', broken: 'loop' };
    return relative(planned.rule);
  }

  function relative(rule: RelativeRule): ResolvedDate {
    const fact = factOf(rule);
    if (fact.basis === 'broken') return { ...NO_DATE, basis: 'broken', broken: fact.reason };
    const { amount, unit, roll = 'none' } = rule;
    const day = fact.basis === 'waiting' ? null : dayAfter(fact.day, amount, unit, roll, setting.calendar);
    const basis = day === null ? 'waiting' : fact.basis;
    return { day, basis, waitingOn: basis === 'settled' ? [] : anchorIds(rule), broken: null };
  }

  function anchorIds({ anchor }: RelativeRule): Id[] {
    if (anchor.type === 'sectionCompleted') return [anchor.sectionId];
    if (anchor.type === 'actionDue' || anchor.type === 'actionCompleted') return [anchor.actionId];
    return [];
  }

  function factOf({ anchor }: RelativeRule): Fact {
    switch (anchor.type) {
      case 'roomCreated':
        return settledOn(setting.roomCreated);
      case 'engagementStart':
        return settledOn(setting.engagementStart);
      case 'sectionCompleted': {
        if (!sectionIds.has(anchor.sectionId)) return { basis: 'broken', reason: 'gone' };
        const { basis, day } = completion(anchor.sectionId);
        return basis === 'waiting' || day === null ? WAITING : { basis, day };
      }
      case 'actionDue': {
        const action = actions.get(anchor.actionId);
        return action ? dueFact(action) : { basis: 'broken', reason: 'gone' };
      }
      case 'actionCompleted': {
        const action = actions.get(anchor.actionId);
        if (!action) return { basis: 'broken', reason: 'gone' };
        if (isDropped(action)) return { basis: 'broken', reason: 'cancelled' };
        if (action.closed) return { basis: 'settled', day: dayOfDate(action.closed.on) };
        const day = projectedOn(action);
        return day === null ? WAITING : { basis: 'projected', day };
      }
    }
  }

  function settledOn(day: string | null): Fact {
    return day === null ? WAITING : { basis: 'settled', day: dayOfDate(day) };
  }

  function dueFact(action: PlanAction): Fact {
    const { day, basis } = date(action, 'due');
    if (basis === 'broken') return { basis: 'broken', reason: 'on' };
    if (day === null) return WAITING;
    return { basis: basis === 'projected' ? 'projected' : 'settled', day };
  }

  /** When an open action is taken to complete: on the later of today and its due date, where it has one. */
  function projectedOn(action: PlanAction): Day | null {
    const { day } = date(action, 'due');
    return day === null ? null : latest([setting.today, day]);
  }

  function completion(sectionId: Id): SectionCompletion {
    const counting = plan.actions.filter((action) => action.sectionId === sectionId && !isDropped(action));
    const days = counting.map((action) => (action.closed ? dayOfDate(action.closed.on) : projectedOn(action)));
    const known = days.filter((day) => day !== null);
    if (days.length === 0 || known.length < days.length) return { basis: 'waiting', day: null };
    return { basis: counting.every(({ closed }) => closed) ? 'settled' : 'projected', day: latest(known) };
  }

  return {
    date(actionId, field) {
      const action = actions.get(actionId);
      return action && date(action, field);
    },
    completion: (sectionId) => (sectionIds.has(sectionId) ? completion(sectionId) : undefined),
  };
}
