// A plan as its dates are worked out from it (rulebook §3): sections of actions, each with the rules for its start and due
// date, and the facts: what was completed when. Nothing derived stands here; what comes of it is a ResolvedDate for each
// rule and a completion for each section.
import type { ActionState, Calendar, CivilDate, DateBasis, DateRule, Id } from '../../schema/index.ts';
import type { Day } from '../civil-date.ts';

/** A plan: every action is in one of its sections. */
export interface Plan {
  readonly sections: readonly PlanSection[];
  readonly actions: readonly PlanAction[];
}

export interface PlanSection {
  readonly id: Id;
}

export interface PlanAction {
  readonly id: Id;
  readonly sectionId: Id;
  readonly state: ActionState;
  /** Null: no rule, so no date and no basis. */
  readonly start: PlanDate | null;
  readonly due: PlanDate | null;
  /** Null while the action is open. */
  readonly closed: PlanClosing | null;
}

/** A rule, and the date set by hand beside it. */
export interface PlanDate {
  readonly rule: DateRule;
  readonly pinned: CivilDate | null;
}

/** An action's closing: the day on the room's clock, and the dates in force on it, which no longer move. */
export interface PlanClosing {
  readonly on: CivilDate;
  /** Null where it had none. */
  readonly start: CivilDate | null;
  readonly due: CivilDate | null;
}

/** What the dates of a plan rest on beside the plan itself. */
export interface PlanSetting {
  /** The day on which the room was made, on its clock; null in an engagement. */
  readonly roomCreated: CivilDate | null;
  /** Null in a room, and while an engagement has no start date. */
  readonly engagementStart: CivilDate | null;
  readonly calendar: Calendar;
  /** Today on the container's clock. */
  readonly today: Day;
}

export type DateField = 'start' | 'due';

/** What a rule gives. */
export interface ResolvedDate {
  /** Null where there is none. */
  readonly day: Day | null;
  /** Null where there is no rule. */
  readonly basis: DateBasis | null;
  /** The action or section that a projected or waiting date rests on directly; empty for any other. */
  readonly waitingOn: readonly Id[];
  /** Why it is broken; null where it is not. */
  readonly broken: BrokenReason | null;
}

/**
 * Why a rule is broken: its anchor is `gone`; it is the completion of a `cancelled` action (or of one that was not done);
 * the rule lies on a `loop`; or the date it rests `on` is broken itself.
 */
export type BrokenReason = 'gone' | 'cancelled' | 'loop' | 'on';

/** How a section's completion stands. */
export interface SectionCompletion {
  /** `settled` once it is completed; `projected` while every open action of it has a date; else `waiting`. */
  readonly basis: 'settled' | 'projected' | 'waiting';
  /** The day of its completion; null while `waiting`. */
  readonly day: Day | null;
}
