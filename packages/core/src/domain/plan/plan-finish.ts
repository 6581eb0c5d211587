// When a plan comes to its end (rulebook §3): its projected finish, the chain of actions that sets it, how many days each
// action can slip before the finish moves, how that stands to the room's target date, and whose side holds how many of the
// days. An open action counts as completed on the later of today and its due date; one without a date counts for nothing
// and puts the finish at risk.
import type { Id, Side } from '../../schema/index.ts';
import { type Day, parseDay } from '../civil-date.ts';
import type { PlanResolver } from './plan-resolver.ts';
import type { Plan, PlanAction, PlanSetting } from './plan.ts';
import { latestAnchor, type RelativeRule } from './shift.ts';

/** How a plan's finish stands to its room's target date. */
export type TargetStanding = 'onTrack' | 'atRisk' | 'late';

export interface PlanFinish {
  /** The latest day on which an action is completed or taken to be; null where none has a date. */
  readonly day: Day | null;
  /** The actions that set it, each resting on the one before. */
  readonly criticalPath: readonly Id[];
  /** Of each open action with a date: the days it can slip before the finish does. */
  readonly slack: ReadonlyMap<Id, number>;
  /** Null where the room has no target date. */
  readonly standing: TargetStanding | null;
  /** The days of the critical path that each side's actions take. */
  readonly held: { readonly internal: number; readonly external: number };
  /** Open actions without a date. */
  readonly undated: readonly Id[];
}

/** What the finish is told for. */
export interface FinishSetting extends Pick<PlanSetting, 'calendar' | 'today' | 'roomCreated'> {
  /** The room's target date; null where it has none. */
  readonly target: Day | null;
  /** Which side an action waits on; null: nobody's. */
  readonly sideOf: (actionId: Id) => Side | null;
}

/** A rule that counts, from a node of the plan. */
interface Link {
  readonly action: PlanAction;
  readonly rule: RelativeRule;
}

/**
 * When a plan comes to its end, and what that hangs on.
 * @param resolver the plan's dates, up to date
 * @example planFinish(plan, resolver, { calendar, today, roomCreated, target, sideOf }).standing // 'atRisk'
 */
export function planFinish(plan: Plan, resolver: PlanResolver, setting: FinishSetting): PlanFinish {
  const counted = plan.actions.filter(({ state }) => state !== 'cancelled' && state !== 'notDone');
  const completedOn = new Map<Id, Day>();
  const undated: Id[] = [];
  for (const action of counted) {
    const day = completion(action, resolver, setting.today);
    if (day !== null) completedOn.set(action.id, day);
    else undated.push(action.id);
  }
  const day = [...completedOn.values()].reduce<Day | null>(
    (latest, one) => (latest === null || one > latest ? one : latest),
    null,
  );
  const criticalPath = day === null ? [] : pathTo(day, counted, completedOn, resolver);
  return {
    day,
    criticalPath,
    slack: day === null ? new Map<Id, number>() : slackOf(day, counted, completedOn, resolver, setting),
    standing: setting.target === null ? null : standingOf(day, undated, counted, resolver, setting, setting.target),
    held: heldBy(criticalPath, completedOn, setting),
    undated,
  };
}

/** The day it was, or is taken to be, completed on. */
function completion({ id, closed }: PlanAction, resolver: PlanResolver, today: Day): Day | null {
  if (closed !== null) return parseDay(closed.on);
  const due = resolver.date(id, 'due')?.day ?? null;
  return due === null ? null : Math.max(due, today);
}

/** Late: it ends after the target, or the target has passed. At risk: something open is overdue, or has no date. */
function standingOf(
  day: Day | null,
  undated: readonly Id[],
  counted: readonly PlanAction[],
  resolver: PlanResolver,
  { today }: FinishSetting,
  target: Day,
): TargetStanding {
  const open = counted.filter(({ closed }) => closed === null);
  if ((day !== null && day > target) || (open.length > 0 && today > target)) return 'late';
  const isOverdue = ({ id }: PlanAction) => {
    const due = resolver.date(id, 'due');
    return due?.day != null && (due.basis === 'fixed' || due.basis === 'settled') && due.day < today;
  };
  return undated.length > 0 || open.some(isOverdue) ? 'atRisk' : 'onTrack';
}

/** The rule that an open action's due date is counted by; null where its date stands by itself. */
function countedBy({ due, closed }: PlanAction): RelativeRule | null {
  return closed === null && due?.pinned == null && due?.rule.type === 'relative' ? due.rule : null;
}

/** From the last action back along what its date rests on, to where a date stands by itself. */
function pathTo(
  day: Day,
  counted: readonly PlanAction[],
  completedOn: ReadonlyMap<Id, Day>,
  resolver: PlanResolver,
): Id[] {
  const byId = new Map(counted.map((action) => [action.id, action]));
  const bySection = Map.groupBy(counted, ({ sectionId }) => sectionId);
  const lastOf = (actions: readonly PlanAction[], on: Day | null) =>
    actions.filter(({ id }) => completedOn.get(id) === on).sort((a, b) => (a.id < b.id ? -1 : 1))[0];
  const path: Id[] = [];
  const seen = new Set<Id>();
  let action = lastOf(counted, day);
  while (action !== undefined && !seen.has(action.id)) {
    seen.add(action.id);
    path.unshift(action.id);
    const anchor = countedBy(action)?.anchor;
    if (anchor?.type === 'actionDue' || anchor?.type === 'actionCompleted') action = byId.get(anchor.actionId);
    else if (anchor?.type === 'sectionCompleted') {
      action = lastOf(bySection.get(anchor.sectionId) ?? [], resolver.completion(anchor.sectionId)?.day ?? null);
    } else action = undefined;
  }
  return path;
}

/** Each step of the path takes the days since the one before it, or since the room was made. */
function heldBy(
  path: readonly Id[],
  completedOn: ReadonlyMap<Id, Day>,
  { roomCreated, sideOf }: FinishSetting,
): PlanFinish['held'] {
  const held = { internal: 0, external: 0 };
  let since = roomCreated === null ? null : parseDay(roomCreated);
  for (const id of path) {
    const on = completedOn.get(id) ?? null;
    const side = sideOf(id);
    if (on !== null && since !== null && side !== null) held[side] += Math.max(0, on - since);
    since = on ?? since;
  }
  return held;
}

/**
 * The days between an action's completion and the latest on which the finish would be the same: from the finish backwards,
 * each rule undone exactly (months, business days, holidays and all).
 */
function slackOf(
  finish: Day,
  counted: readonly PlanAction[],
  completedOn: ReadonlyMap<Id, Day>,
  resolver: PlanResolver,
  { calendar, today }: FinishSetting,
): ReadonlyMap<Id, number> {
  const onDue = new Map<Id, Link[]>();
  const onCompletion = new Map<Id, Link[]>();
  const onSection = new Map<Id, Link[]>();
  const note = (links: Map<Id, Link[]>, id: Id, link: Link) => {
    const known = links.get(id);
    if (known) known.push(link);
    else links.set(id, [link]);
  };
  for (const action of counted) {
    const rule = countedBy(action);
    if (rule === null || resolver.date(action.id, 'due')?.day == null) continue;
    if (rule.anchor.type === 'actionDue') note(onDue, rule.anchor.actionId, { action, rule });
    else if (rule.anchor.type === 'actionCompleted') note(onCompletion, rule.anchor.actionId, { action, rule });
    else if (rule.anchor.type === 'sectionCompleted') note(onSection, rule.anchor.sectionId, { action, rule });
  }
  const latest = new Map<Id, Day>();
  const latestSection = new Map<Id, Day>();

  /** The latest that what these count from can be, for each to be due by its own latest. */
  function bound(links: readonly Link[] | undefined, from: Day | null): Day {
    let limit = finish;
    for (const { action, rule } of links ?? []) {
      const given = resolver.date(action.id, 'due')?.day ?? null;
      if (from === null || given === null) continue;
      limit = Math.min(limit, latestAnchor(latestOf(action), from, given, rule, calendar));
    }
    return limit;
  }

  function latestOf(action: PlanAction): Day {
    const known = latest.get(action.id);
    if (known !== undefined) return known;
    const due = resolver.date(action.id, 'due')?.day ?? null;
    const completed = completedOn.get(action.id) ?? null;
    let section = latestSection.get(action.sectionId);
    if (section === undefined) {
      section = bound(onSection.get(action.sectionId), resolver.completion(action.sectionId)?.day ?? null);
      latestSection.set(action.sectionId, section);
    }
    // What is overdue slips without its due date, and so without what rests on that.
    const isOverdue = due !== null && action.closed === null && due < today;
    const limit = Math.min(
      isOverdue ? finish : bound(onDue.get(action.id), due),
      bound(onCompletion.get(action.id), completed),
      section,
    );
    latest.set(action.id, limit);
    return limit;
  }

  const slack = new Map<Id, number>();
  for (const action of counted) {
    const completed = completedOn.get(action.id);
    if (action.closed === null && completed !== undefined) slack.set(action.id, latestOf(action) - completed);
  }
  return slack;
}
