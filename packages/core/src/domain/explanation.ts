// Why this date (rulebook §3): the steps that led to an action's dates, as data, with who set them and when. A fixed date
// is one step, its rule; a pin set beside a rule is a second; a closing, from which on the date no longer moves, the last.
import type {
  ActionRecord,
  CivilDate,
  Closing,
  DateRule,
  Explanation,
  Id,
  Instant,
  PlannedDateRecord,
} from '../schema/index.ts';

/** One step of an explanation. */
export type ExplanationStep =
  | { type: 'rule'; rule: DateRule; date: CivilDate | null; setBy: Id; setAt: Instant }
  /** What a relative date still waits for. */
  | { type: 'waiting'; on: readonly Id[] }
  /** The date set by hand, which stands over what the rule gives. */
  | { type: 'pin'; date: CivilDate; setBy: Id; setAt: Instant }
  /** The closing, and the due date that lateness is judged by. */
  | { type: 'closed'; at: Instant; by: Id | null; on: CivilDate | null; due: CivilDate | null };

/** The steps that led to the start and the due date of an action its reader sees; null where it has none. */
export function explanationOf(record: Pick<ActionRecord, 'id' | 'start' | 'due' | 'closed'>): Explanation {
  const of = (date: PlannedDateRecord | null) =>
    date && { date: date.date, basis: date.basis, steps: stepsOf(date, record.closed) };
  return { actionId: record.id, start: of(record.start), due: of(record.due) };
}

function stepsOf(
  { rule, pinned, date, basis, waitingOn, setBy, setAt }: PlannedDateRecord,
  closed: Closing | null,
): ExplanationStep[] {
  const given = rule.type === 'fixed' ? rule.date : pinned === null ? date : null;
  const steps: ExplanationStep[] = [{ type: 'rule', rule, date: given, setBy, setAt }];
  if (basis === 'waiting') steps.push({ type: 'waiting', on: waitingOn });
  if (pinned !== null) steps.push({ type: 'pin', date: pinned, setBy, setAt });
  if (closed !== null) {
    steps.push({ type: 'closed', at: closed.at, by: closed.by, on: closed.on ?? null, due: closed.due });
  }
  return steps;
}
