// How a workspace changes (rulebook §1, §3.1): its name, zone, locale and calendar, by admins. Another zone or another calendar
// can move dates, of what has no zone of its own and of all that counts in business days.
import type { Calendar, Workspace, WorkspacePatch } from '../schema/index.ts';
import { isSameValue } from './same-value.ts';

/** The workspace after an edit, at its next version; the very same where nothing changes. Days are kept in order, each once. */
export function applyWorkspacePatch(workspace: Workspace, patch: WorkspacePatch): Workspace {
  const { name = workspace.name, timeZone = workspace.timeZone, locale = workspace.locale } = patch;
  const next = { ...workspace, name, timeZone, locale, calendar: withDays(workspace.calendar, patch.calendar ?? {}) };
  return isSameValue(next, workspace) ? workspace : { ...next, version: workspace.version + 1 };
}

/** What of a workspace dates rest on, as far as it differs. */
export function clockChange(before: Workspace, after: Workspace): { zone: boolean; calendar: boolean } {
  return {
    zone: before.timeZone !== after.timeZone,
    calendar: !isSameValue(before.calendar, after.calendar),
  };
}

/** The calendar with other days; those that say nothing new stay as they were written. */
function withDays(
  calendar: Calendar,
  { workingWeekdays, holidays }: NonNullable<WorkspacePatch['calendar']>,
): Calendar {
  return {
    workingWeekdays: daysOf(calendar.workingWeekdays, workingWeekdays, (a, b) => a - b),
    holidays: daysOf(calendar.holidays, holidays, (a, b) => (a < b ? -1 : 1)),
  };
}

function daysOf<T>(kept: T[], written: readonly T[] | undefined, order: (a: T, b: T) => number): T[] {
  if (written === undefined) return kept;
  const days = [...new Set(written)].sort(order);
  return isSameValue(days, [...new Set(kept)].sort(order)) ? kept : days;
}
