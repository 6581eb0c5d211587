// Why this date (rulebook §3): the steps that led to it, from the date itself down to the fact it rests on in the end. Each
// step is a rule with what it was counted from, or what stands over a rule: a pin, a closing.
import type { Anchor, CivilDate, DateBasis, DateRule, Id } from '../../schema/index.ts';
import { type Day, formatDay } from '../civil-date.ts';
import type { PlanResolver } from './plan-resolver.ts';
import type { BrokenReason, DateField, Plan, PlanAction, PlanSetting } from './plan.ts';

/** What an anchor came to. */
export type AnchorFact =
  | { readonly type: 'created'; readonly on: CivilDate | null }
  | { readonly type: 'completed'; readonly on: CivilDate }
  /** Taken to be completed on the later of today and its due date. */
  | { readonly type: 'expected'; readonly on: CivilDate }
  | { readonly type: 'due'; readonly on: CivilDate; readonly basis: DateBasis }
  /** It has no date yet, or never will. */
  | { readonly type: 'none'; readonly why: 'undated' | BrokenReason };

/** One step of the way to a date. */
export type PlanStep =
  | { readonly type: 'fixed'; readonly actionId: Id; readonly field: DateField; readonly date: CivilDate }
  | {
      readonly type: 'pinned';
      readonly actionId: Id;
      readonly field: DateField;
      readonly date: CivilDate;
      readonly rule: DateRule;
    }
  | {
      readonly type: 'closed';
      readonly actionId: Id;
      readonly field: DateField;
      readonly date: CivilDate | null;
      readonly on: CivilDate;
    }
  | {
      readonly type: 'counted';
      readonly actionId: Id;
      readonly field: DateField;
      readonly rule: Extract<DateRule, { type: 'relative' }>;
      readonly fact: AnchorFact;
      readonly date: CivilDate | null;
      readonly basis: DateBasis | null;
    }
  /** A section's completion: the action whose day is the latest. */
  | { readonly type: 'section'; readonly sectionId: Id; readonly actionId: Id };

/**
 * The steps that led to a date, each resting on the next; none where there is no rule.
 * @example explainDate(plan, resolver, setting, 'act_1', 'due')[0]?.type // 'counted'
 */
export function explainDate(
  plan: Plan,
  resolver: PlanResolver,
  setting: PlanSetting,
  actionId: Id,
  field: DateField,
): readonly PlanStep[] {
  const actions = new Map(plan.actions.map((action) => [action.id, action]));
  const steps: PlanStep[] = [];
  const seen = new Set<string>();
  let at: { action: PlanAction; field: DateField } | null = asPlace(actions.get(actionId), field);
  while (at !== null && !seen.has(`${at.field} ${at.action.id}`)) {
    seen.add(`${at.field} ${at.action.id}`);
    const step = stepOf(at.action, at.field, actions, resolver, setting);
    if (step === null) break;
    steps.push(step);
    at = null;
    if (step.type !== 'counted') continue;
    const { anchor } = step.rule;
    if (anchor.type === 'actionDue') at = asPlace(actions.get(anchor.actionId), 'due');
    else if (step.fact.type === 'expected' && anchor.type === 'actionCompleted')
      at = asPlace(actions.get(anchor.actionId), 'due');
    else if (anchor.type === 'sectionCompleted') {
      const last = lastOf(plan, resolver, setting, anchor.sectionId);
      if (last === null) continue;
      steps.push({ type: 'section', sectionId: anchor.sectionId, actionId: last.id });
      if (last.closed === null) at = asPlace(last, 'due');
    }
  }
  return steps;
}

function asPlace(action: PlanAction | undefined, field: DateField): { action: PlanAction; field: DateField } | null {
  return action === undefined ? null : { action, field };
}

function stepOf(
  action: PlanAction,
  field: DateField,
  actions: ReadonlyMap<Id, PlanAction>,
  resolver: PlanResolver,
  setting: PlanSetting,
): PlanStep | null {
  const date = action[field];
  const { id: actionId, closed } = action;
  if (date === null) return null;
  const { rule, pinned } = date;
  if (closed !== null) return { type: 'closed', actionId, field, date: closed[field], on: closed.on };
  if (pinned !== null) return { type: 'pinned', actionId, field, date: pinned, rule };
  if (rule.type === 'fixed') return { type: 'fixed', actionId, field, date: rule.date };
  const given = resolver.date(actionId, field);
  return {
    type: 'counted',
    actionId,
    field,
    rule,
    fact: factOf(rule.anchor, given?.broken ?? null, actions, resolver, setting),
    date: dated(given?.day ?? null),
    basis: given?.basis ?? null,
  };
}

function factOf(
  anchor: Anchor,
  broken: BrokenReason | null,
  actions: ReadonlyMap<Id, PlanAction>,
  resolver: PlanResolver,
  { roomCreated, engagementStart, today }: PlanSetting,
): AnchorFact {
  if (broken !== null) return { type: 'none', why: broken };
  const none: AnchorFact = { type: 'none', why: 'undated' };
  switch (anchor.type) {
    case 'roomCreated':
      return { type: 'created', on: roomCreated };
    case 'engagementStart':
      return { type: 'created', on: engagementStart };
    case 'actionDue': {
      const due = resolver.date(anchor.actionId, 'due');
      return due?.day == null || due.basis === null ? none : { type: 'due', on: formatDay(due.day), basis: due.basis };
    }
    case 'actionCompleted': {
      const closed = actions.get(anchor.actionId)?.closed;
      if (closed) return { type: 'completed', on: closed.on };
      const due = resolver.date(anchor.actionId, 'due')?.day ?? null;
      return due === null ? none : { type: 'expected', on: formatDay(Math.max(due, today)) };
    }
    case 'sectionCompleted': {
      const completion = resolver.completion(anchor.sectionId);
      if (completion?.day == null) return none;
      return { type: completion.basis === 'settled' ? 'completed' : 'expected', on: formatDay(completion.day) };
    }
  }
}

/** The action of a section on whose day the section is, or is taken to be, completed. */
function lastOf(plan: Plan, resolver: PlanResolver, { today }: PlanSetting, sectionId: Id): PlanAction | null {
  const day = resolver.completion(sectionId)?.day ?? null;
  if (day === null) return null;
  const on = ({ id, state, closed }: PlanAction) => {
    if (state === 'done') return closed?.on === formatDay(day);
    const due = resolver.date(id, 'due')?.day ?? null;
    return closed === null && due !== null && Math.max(due, today) === day;
  };
  return plan.actions.find((action) => action.sectionId === sectionId && on(action)) ?? null;
}

function dated(day: Day | null): CivilDate | null {
  return day === null ? null : formatDay(day);
}
