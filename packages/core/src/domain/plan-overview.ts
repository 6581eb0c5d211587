// What a plan comes to, for its reader (rulebook §3, §4): how much of it and of each section is done, whose turn it is, when
// it comes to its end and what that hangs on. Everything is told of what the reader sees; the dates themselves are worked
// out over the whole plan.
import type { Action, CivilDate, Id, Progress, RoomPlan } from '../schema/index.ts';
import { formatDay, parseDay } from './civil-date.ts';
import { planFinish } from './plan/plan-finish.ts';
import type { PlanResolver } from './plan/plan-resolver.ts';
import type { PlanSetting, SectionCompletion } from './plan/plan.ts';
import { completionOf, progressOf } from './progress.ts';
import { type KnownSides, sideOf } from './room-people.ts';
import { type PlannedAction, roomPlanOf } from './room-plan.ts';
import { isOpen } from './status.ts';

/** What of an action a plan is summed up by. */
export type OverviewAction = PlannedAction & Pick<Action, 'assignee'>;

/** What a plan comes to. */
export interface PlanOverview {
  readonly progress: Progress;
  /** Open actions by whose turn it is. */
  readonly sides: { us: number; them: number };
  /** Of each section that is asked for. */
  readonly sections: ReadonlyMap<Id, SectionOverview>;
}

export interface SectionOverview {
  readonly progress: Progress;
  readonly completion: RoomPlan['sections'][number]['completion'];
}

/** When a plan comes to its end. */
export interface FinishOverview {
  readonly finish: RoomPlan['finish'];
  /** The actions that set it, each resting on the one before. */
  readonly criticalPath: readonly Id[];
  /** The days that each open action with a date can slip before the finish does. */
  readonly slack: ReadonlyMap<Id, number>;
}

/**
 * How a plan stands.
 * @param of.actions those that the reader sees
 * @param of.resolver the whole plan's dates for who sees all of it; null: sections are told by the actions given alone
 * @param of.people at least those whom actions are assigned to by name
 */
export function planOverview(of: {
  sectionIds: Iterable<Id>;
  actions: readonly OverviewAction[];
  resolver: Pick<PlanResolver, 'completion'> | null;
  today: PlanSetting['today'];
  people: KnownSides;
}): PlanOverview {
  const { actions, resolver, today, people } = of;
  const sides = { us: 0, them: 0 };
  const inside = new Map<Id, OverviewAction[]>(Array.from(of.sectionIds, (id) => [id, []]));
  for (const action of actions) {
    if (action.context.type === 'room') inside.get(action.context.sectionId)?.push(action);
    const side = isOpen(action.state) ? sideOf(action, people) : null;
    if (side !== null) sides[side]++;
  }
  const sections = Array.from(inside, ([id, own]): [Id, SectionOverview] => {
    const completion = resolver ? resolver.completion(id) : completionOf(own, today);
    return [id, { progress: progressOf(own), completion: told(completion) }];
  });
  return { progress: progressOf(actions), sides, sections: new Map(sections) };
}

/**
 * When a plan comes to its end, for who sees these actions of it.
 * @param of.resolver the whole plan's dates, up to date
 */
export function finishOverview(of: {
  actions: readonly OverviewAction[];
  resolver: PlanResolver;
  setting: PlanSetting;
  target: CivilDate | null;
  people: KnownSides;
}): FinishOverview {
  const { actions, resolver, setting, target, people } = of;
  const sides = new Map(actions.map((action) => [action.id, sideOf(action, people)]));
  const finish = planFinish(roomPlanOf([], actions), resolver, {
    ...setting,
    target: target === null ? null : parseDay(target),
    sideOf: (id) => {
      const side = sides.get(id) ?? null;
      return side === null ? null : side === 'us' ? 'internal' : 'external';
    },
  });
  return {
    finish: {
      date: finish.day === null ? null : formatDay(finish.day),
      state: finish.standing ?? 'none',
      target,
      held: { us: finish.held.internal, them: finish.held.external },
    },
    criticalPath: finish.criticalPath,
    slack: finish.slack,
  };
}

function told(completion: SectionCompletion | undefined): SectionOverview['completion'] {
  const { basis, day } = completion ?? { basis: 'waiting' as const, day: null };
  return { basis, date: day === null ? null : formatDay(day) };
}
