// What would come of changes to a plan before they are made (rulebook §3): which dates move, from what to what and why, and
// what becomes overdue; or the loop for which they are refused.
import type { Id } from '../../schema/index.ts';
import type { MovedDate, PlanChange } from './plan-change.ts';
import { createPlanResolver } from './plan-resolver.ts';
import type { DateField, Plan, PlanAction, PlanSetting, ResolvedDate } from './plan.ts';

/** Why a date moves: its own rule, pin, state or section was changed; or it rests on something, which moved or changed. */
export type MoveReason =
  { readonly type: 'changed' } | { readonly type: 'restsOn'; readonly id: Id } | { readonly type: 'setting' };

/** A date that moves. */
export interface PreviewedMove extends MovedDate {
  readonly why: MoveReason;
  /** Whether the date it moves to, set by its own rule, lies in the past (rulebook §3: kept, and marked so). */
  readonly inPast: boolean;
}

/** What would come of the changes; the dates in the plan's order. */
export type PlanPreview =
  | { readonly moved: readonly PreviewedMove[]; readonly overdue: readonly Id[]; readonly loop: null }
  | { readonly moved: null; readonly overdue: null; readonly loop: readonly Id[] };

/**
 * What any set of changes would do; the plan stays as it is.
 * @example previewChanges(plan, setting, [{ type: 'action', action: { ...action, due } }])
 */
export function previewChanges(plan: Plan, setting: PlanSetting, changes: readonly PlanChange[]): PlanPreview {
  const resolver = createPlanResolver(plan, setting);
  const before = overdueIn(plan, (id) => resolver.date(id, 'due'), setting.today);
  const outcome = resolver.apply(changes);
  if (outcome.loop !== null) return { moved: null, overdue: null, loop: outcome.loop };
  const after = changedPlan(plan, changes);
  const asked = changes.reduce<PlanSetting>(
    (all, one) => (one.type === 'setting' ? { ...all, ...one.setting } : all),
    setting,
  );
  const overdue = overdueIn(after, (id) => resolver.date(id, 'due'), asked.today);
  const earlier = new Map(plan.actions.map((action) => [action.id, action]));
  const actions = new Map(after.actions.map((action) => [action.id, action]));
  const places = new Map(after.actions.map(({ id }, place) => [id, place]));
  const placeOf = ({ actionId }: MovedDate) => places.get(actionId) ?? 0;
  return {
    moved: [...outcome.moved]
      .sort((a, b) => placeOf(a) - placeOf(b))
      .map(({ actionId, field, from, to }) => {
        const action = actions.get(actionId);
        const rule = action?.[field]?.rule;
        return {
          actionId,
          field,
          from,
          to,
          why: whyMoved(field, earlier.get(actionId), action),
          inPast: rule?.type === 'relative' && to.day !== null && to.day < asked.today,
        };
      }),
    overdue: [...overdue].filter((id) => !before.has(id)),
    loop: null,
  };
}

/** A plan with changes made, whatever comes of its dates. */
export function changedPlan(plan: Plan, changes: readonly PlanChange[]): Plan {
  const actions = new Map(plan.actions.map((action) => [action.id, action]));
  const sections = new Map(plan.sections.map((section) => [section.id, section]));
  for (const change of changes) {
    if (change.type === 'action') actions.set(change.action.id, change.action);
    else if (change.type === 'removeAction') actions.delete(change.actionId);
    else if (change.type === 'section') sections.set(change.sectionId, { id: change.sectionId });
    else if (change.type === 'removeSection') sections.delete(change.sectionId);
  }
  return { sections: [...sections.values()], actions: [...actions.values()] };
}

/** The open actions whose fixed or settled due date has passed (rulebook §2.1, §3). */
function overdueIn(plan: Plan, dueOf: (id: Id) => ResolvedDate | undefined, today: number): Set<Id> {
  const overdue = plan.actions.filter(({ id, closed }) => {
    const due = dueOf(id);
    return closed === null && due?.day != null && due.day < today && (due.basis === 'fixed' || due.basis === 'settled');
  });
  return new Set(overdue.map(({ id }) => id));
}

function whyMoved(field: DateField, was: PlanAction | undefined, is: PlanAction | undefined): MoveReason {
  const rule = is?.[field]?.rule;
  if (was?.[field] !== is?.[field] || was?.closed !== is?.closed || rule?.type !== 'relative')
    return { type: 'changed' };
  switch (rule.anchor.type) {
    case 'sectionCompleted':
      return { type: 'restsOn', id: rule.anchor.sectionId };
    case 'actionDue':
    case 'actionCompleted':
      return { type: 'restsOn', id: rule.anchor.actionId };
    default:
      return { type: 'setting' };
  }
}
