// What becomes of dates that rest on something that is deleted (rulebook §3): asked for first, naming them; then kept as
// fixed dates (`freeze`; one with no date to none) or cleared.
import type { Id } from '../../schema/index.ts';
import { formatDay } from '../civil-date.ts';
import type { PlanChange } from './plan-change.ts';
import type { PlanResolver } from './plan-resolver.ts';
import type { DateField, Plan, PlanAction, PlanDate } from './plan.ts';

/** What becomes of the dates that rest on what is deleted. */
export type Release = 'freeze' | 'clear';

/** A start or due date whose rule rests on something. */
export interface Dependent {
  readonly actionId: Id;
  readonly field: DateField;
}

const FIELDS: readonly DateField[] = ['start', 'due'];

/** The dates of other actions that rest on any of these actions and sections. */
export function dependentsOf(plan: Plan, deleted: ReadonlySet<Id>): readonly Dependent[] {
  return plan.actions
    .filter(({ id }) => !deleted.has(id))
    .flatMap((action) =>
      FIELDS.filter((field) => restsOn(action[field], deleted)).map((field) => ({ actionId: action.id, field })),
    );
}

/**
 * The changes that let go of them, to be made with the deletion.
 * @example resolver.apply([...releasing(plan, resolver, new Set(['act_1']), 'freeze'), { type: 'removeAction', actionId: 'act_1' }])
 */
export function releasing(
  plan: Plan,
  resolver: PlanResolver,
  deleted: ReadonlySet<Id>,
  release: Release,
): readonly PlanChange[] {
  const concerned = new Set(dependentsOf(plan, deleted).map(({ actionId }) => actionId));
  return plan.actions
    .filter(({ id }) => concerned.has(id))
    .map((action) => ({
      type: 'action',
      action: {
        ...action,
        start: released(action, 'start', resolver, deleted, release),
        due: released(action, 'due', resolver, deleted, release),
      },
    }));
}

function released(
  action: PlanAction,
  field: DateField,
  resolver: PlanResolver,
  deleted: ReadonlySet<Id>,
  release: Release,
): PlanDate | null {
  const date = action[field];
  if (!restsOn(date, deleted)) return date;
  const day = release === 'freeze' ? (resolver.date(action.id, field)?.day ?? null) : null;
  return day === null ? null : { rule: { type: 'fixed', date: formatDay(day) }, pinned: null };
}

function restsOn(date: PlanDate | null, deleted: ReadonlySet<Id>): boolean {
  if (date?.rule.type !== 'relative') return false;
  const { anchor } = date.rule;
  if (anchor.type === 'sectionCompleted') return deleted.has(anchor.sectionId);
  return (anchor.type === 'actionDue' || anchor.type === 'actionCompleted') && deleted.has(anchor.actionId);
}
