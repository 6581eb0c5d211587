// A start or due date is a rule and what the rule gives (rulebook §3). A fixed rule is a date; a pin is a date set by
// hand beside the rule and stands over it, with basis `fixed`. What a relative rule gives depends on its whole plan;
// alone it waits for its anchor.
import type {
  CivilDate,
  DateRule,
  Id,
  Instant,
  PlannedDate,
  PlannedDateDraft,
  PlannedDateRecord,
  ShownAnchor,
  ShownRule,
} from '../schema/index.ts';

/**
 * The stored form of a date as it was written, by whom and when.
 * @example plannedDate(fixedDate('2026-05-15'), 'ana', at).date // '2026-05-15'
 */
export function plannedDate(draft: PlannedDateDraft, by: Id, at: Instant): PlannedDateRecord {
  const { rule } = draft;
  const pinned = draft.pinned ?? null;
  const set = { rule, pinned, setBy: by, setAt: at };
  if (pinned !== null) return { ...set, date: pinned, basis: 'fixed', waitingOn: [] };
  if (rule.type === 'fixed') return { ...set, date: rule.date, basis: 'fixed', waitingOn: [] };
  return { ...set, date: null, basis: 'waiting', waitingOn: anchorIds(rule.anchor) };
}

/** What is written to set a fixed date. */
export function fixedDate(date: CivilDate): PlannedDateDraft {
  return { rule: { type: 'fixed', date } };
}

/**
 * What is written where a date is set by hand: beside a relative rule it is a pin (rulebook §3).
 * @param draft a fixed date, or another rule, which stands as it is
 * @example pinnedByHand(action.due, fixedDate('2026-05-20')) // { rule: action.due.rule, pinned: '2026-05-20' }
 */
export function pinnedByHand<T extends PlannedDateDraft | null>(
  current: Pick<PlannedDate, 'rule'> | null,
  draft: T,
): T | PlannedDateDraft {
  const rule = current && writtenRule(current.rule);
  return draft?.rule.type === 'fixed' && rule?.type === 'relative' ? { rule, pinned: draft.rule.date } : draft;
}

/**
 * What one would write to set the same date again.
 * @throws TypeError where its reader was not told what it rests on: whoever is not told may not write it either
 */
export function draftOfDate(date: Pick<PlannedDate, 'rule' | 'pinned'>): PlannedDateDraft {
  const { pinned } = date;
  const rule = writtenRule(date.rule);
  if (rule === null)
    throw new TypeError('A date that rests on an internal step cannot be written by who may not see it.');
  return pinned === null ? { rule } : { rule, pinned };
}

/** The date as its reader gets it: without who set it when. */
export function readableDate(record: PlannedDateRecord | null): PlannedDate | null {
  if (record === null) return null;
  const { rule, pinned, date, basis, waitingOn } = record;
  return { rule, pinned, date, basis, waitingOn };
}

/** Whether both are written alike: the same rule and the same pin, or both none. */
export function isSameDate(
  a: PlannedDateDraft | PlannedDate | null,
  b: PlannedDateDraft | PlannedDate | null,
): boolean {
  if (a === null || b === null) return a === b;
  return (a.pinned ?? null) === (b.pinned ?? null) && isSameRule(a.rule, b.rule);
}

/** The rule as it was written; null where its reader is not told what it rests on. */
export function writtenRule(rule: ShownRule): DateRule | null {
  if (rule.type === 'fixed') return rule;
  const { anchor } = rule;
  return anchor.type === 'internalStep' ? null : { ...rule, anchor };
}

function isSameRule(a: ShownRule, b: ShownRule): boolean {
  if (a.type === 'fixed') return b.type === 'fixed' && a.date === b.date;
  return (
    b.type === 'relative' &&
    a.amount === b.amount &&
    a.unit === b.unit &&
    (a.roll ?? 'none') === (b.roll ?? 'none') &&
    a.anchor.type === b.anchor.type &&
    anchorIds(a.anchor)[0] === anchorIds(b.anchor)[0]
  );
}

/** The action or section that a rule rests on; null where it rests on none that its reader knows. */
export function anchorIdOf(rule: ShownRule | undefined): Id | null {
  return rule?.type === 'relative' ? (anchorIds(rule.anchor)[0] ?? null) : null;
}

function anchorIds(anchor: ShownAnchor): Id[] {
  switch (anchor.type) {
    case 'sectionCompleted':
      return [anchor.sectionId];
    case 'actionDue':
    case 'actionCompleted':
      return [anchor.actionId];
    case 'roomCreated':
    case 'engagementStart':
    case 'internalStep':
      return [];
  }
}
