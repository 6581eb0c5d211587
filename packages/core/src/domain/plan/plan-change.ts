// What can be changed in a plan, and what comes of it (rulebook §3): the dates that moved, each from what to what; or the loop
// that the changes would have closed, for which they are refused as a whole.
import type { Id } from '../../schema/index.ts';
import type { DateField, PlanAction, PlanSetting, ResolvedDate } from './plan.ts';

/** One change of a plan. */
export type PlanChange =
  /** Adds an action, or puts it in place of the one with the same id. */
  | { readonly type: 'action'; readonly action: PlanAction }
  | { readonly type: 'removeAction'; readonly actionId: Id }
  | { readonly type: 'section'; readonly sectionId: Id }
  /** Removes a section that holds no action any more. */
  | { readonly type: 'removeSection'; readonly sectionId: Id }
  | { readonly type: 'setting'; readonly setting: Partial<PlanSetting> };

/** A date that came to something else. What it came from and to is put together when it is read: name what you copy. */
export interface MovedDate {
  readonly actionId: Id;
  readonly field: DateField;
  readonly from: ResolvedDate;
  readonly to: ResolvedDate;
}

/** What became of changes: the dates that moved, or the loop that they would have closed. */
export type PlanOutcome =
  | { readonly moved: readonly MovedDate[]; readonly loop: null }
  | { readonly moved: null; readonly loop: readonly Id[] };
