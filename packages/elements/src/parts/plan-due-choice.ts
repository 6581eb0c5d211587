// What stands in the editor of a plan's date: a day, or the parts of a relative rule, and what would be written of it. The
// parts may be incomplete; only a whole rule is written.
import { fixedDate, formatDay, type Day, parseDay, type RelativeRule, writtenRule } from '@followthrough/core/domain';
import type {
  Anchor,
  Calendar,
  DateUnit,
  Id,
  PlannedDate,
  PlannedDateDraft,
  Preview,
} from '@followthrough/core/schema';
import type { ShownPlan } from '@followthrough/core/stores';

export interface PlanDueSpec {
  field: 'start' | 'due';
  /** Null for an action that is not made yet. */
  actionId: Id | null;
  /** The date there is. */
  date: PlannedDate | null;
  plan: ShownPlan;
  /** The workspace's: its days off are muted. */
  calendar: Calendar;
  /** The ISO weekday on which weeks begin; by the locale where absent. */
  weekStart?: number | undefined;
  /** What a draft for this action and field would move. */
  preview: (draft: PlannedDateDraft | null) => Promise<Preview>;
  onPick: (draft: PlannedDateDraft | null) => void;
}

export const UNITS: readonly DateUnit[] = ['day', 'businessDay', 'week', 'month'];
export const ROLLS = ['none', 'next', 'previous'] as const;

/** A relative rule in parts. */
export interface RelativeParts {
  /** As it was typed. */
  readonly amount: string;
  readonly unit: DateUnit;
  readonly isBefore: boolean;
  /** Null until one is chosen. */
  readonly anchor: Anchor | null;
  readonly roll: (typeof ROLLS)[number];
}

/** How a date is picked. */
export type DueMode = 'date' | 'relative';

const BLANK: RelativeParts = { amount: '1', unit: 'day', isBefore: false, anchor: null, roll: 'none' };

/** The relative rule that a date has, pinned or not; null where it has none that its reader may write. */
export function relativeOf(date: PlannedDate | null): RelativeRule | null {
  const rule = date && writtenRule(date.rule);
  return rule?.type === 'relative' ? rule : null;
}

/** How the editor begins: as the date stands. */
export function beginning(date: PlannedDate | null): { mode: DueMode; day: Day | null; parts: RelativeParts } {
  const rule = relativeOf(date);
  const day = date?.date == null ? null : parseDay(date.date);
  const mode = rule !== null && date?.pinned == null ? 'relative' : 'date';
  return { mode, day, parts: rule ? partsOf(rule) : BLANK };
}

export function partsOf({ amount, unit, anchor, roll = 'none' }: RelativeRule): RelativeParts {
  return { amount: String(Math.abs(amount)), unit, isBefore: amount < 0, anchor, roll };
}

/** Whether the anchor is something that happens, and so has no day before it. */
export function isEvent(anchor: Anchor | null): boolean {
  return anchor?.type === 'actionCompleted' || anchor?.type === 'sectionCompleted';
}

/** Parts with a change, and with what cannot go with it set right. */
export function withPart(parts: RelativeParts, change: Partial<RelativeParts>): RelativeParts {
  const next = { ...parts, ...change };
  return {
    ...next,
    isBefore: next.isBefore && !isEvent(next.anchor),
    roll: next.unit === 'businessDay' ? 'none' : next.roll,
  };
}

/** What of the parts is missing or wrong; null where they are whole. */
export function faultOfParts({ amount, anchor }: RelativeParts): 'amount' | 'anchor' | null {
  if (!/^\d{1,5}$/u.test(amount.trim()) || Number(amount) > 10_000) return 'amount';
  return anchor === null ? 'anchor' : null;
}

/** What is written of the parts; null where they are not whole. */
export function draftOfParts(parts: RelativeParts): PlannedDateDraft | null {
  const { unit, anchor, isBefore, roll } = parts;
  if (faultOfParts(parts) !== null || anchor === null) return null;
  const amount = (isBefore ? -1 : 1) * Number(parts.amount) || 0;
  return { rule: { type: 'relative', amount, unit, anchor, ...(roll === 'none' ? {} : { roll }) } };
}

/** A day as it is written: beside the rule that there is, or alone. */
export function draftOfDay(day: Day, rule: RelativeRule | null): PlannedDateDraft {
  return rule === null ? fixedDate(formatDay(day)) : { rule, pinned: formatDay(day) };
}
