// The dates of an engagement (rulebook §3, §5): fixed, or so far from its start date. While it has no start, what rests on it
// waits. Whatever happens to an item, its release and due dates are told from the rules anew.
import type { Calendar, CivilDate, DateRule, PlannedDateRecord, TimeZone } from '../../schema/index.ts';
import { type Day, dayAt, formatDay, knownZone, parseDay } from '../civil-date.ts';
import { dayAtDistance, distanceOf } from '../plan/shift.ts';

/** What the dates of an engagement are told by. */
export interface EngagementClock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
  /** Of its clock: its own zone, or the workspace's. */
  readonly zone: TimeZone;
  /** Today there. */
  readonly today: Day;
  readonly calendar: Calendar;
}

/** The clock of an engagement at a moment. */
export function engagementClock(
  { timeZone }: { timeZone: TimeZone | null },
  workspace: { timeZone: TimeZone; calendar: Calendar },
  now: number,
): EngagementClock {
  const zone = knownZone(timeZone, workspace.timeZone);
  return { now, zone, today: dayAt(now, zone), calendar: workspace.calendar };
}

/** The day that a rule gives; null while there is no start that it could rest on, or where no weekday works. */
export function dayOfRule(rule: DateRule, startDate: CivilDate | null, calendar: Calendar): Day | null {
  if (rule.type === 'fixed') return parseDay(rule.date);
  if (startDate === null || rule.anchor.type !== 'engagementStart') return null;
  const { amount, unit, roll } = distanceOf(rule);
  return dayAtDistance(parseDay(startDate), amount, unit, roll, calendar);
}

/** The date with what it comes to in the engagement; the very same where that is kept already. */
export function dateInEngagement<T extends PlannedDateRecord | null>(
  date: T,
  startDate: CivilDate | null,
  calendar: Calendar,
): T {
  if (date === null || date.pinned !== null || date.rule.type === 'fixed') return date;
  const day = dayOfRule(date.rule, startDate, calendar);
  const given = day === null ? null : formatDay(day);
  const basis = day === null ? 'waiting' : 'settled';
  if (date.date === given && date.basis === basis && date.waitingOn.length === 0) return date;
  return { ...date, date: given, basis, waitingOn: [] };
}
