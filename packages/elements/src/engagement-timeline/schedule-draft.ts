// What stands in the form that schedules an item: when it is out, due and held, as it was typed; what is missing or wrong in
// it; and what is written of it.
import { dayOfRule, fixedDate, formatDay, instantOf, parseDay, zonedTime } from '@followthrough/core/domain';
import type {
  Calendar,
  CivilDate,
  DateRule,
  DateUnit,
  ItemSchedule,
  OpenItem,
  PlannedDateDraft,
  ReleaseDraft,
  ShownRule,
} from '@followthrough/core/schema';
import type { ShownEngagement } from '@followthrough/core/stores';
import { minutesOf, type SessionDraft, sessionDraftOf } from './session-draft.ts';

/** A date as it is picked: none, a day, or so far from the engagement's start. */
export interface PickedDate {
  readonly mode: 'none' | 'now' | 'on' | 'relative';
  /** Empty: none chosen. */
  readonly date: string;
  /** As it was typed. */
  readonly amount: string;
  readonly unit: DateUnit;
  readonly isBefore: boolean;
}

export interface ScheduleDraft extends SessionDraft {
  readonly release: PickedDate;
  readonly due: PickedDate;
  readonly date: string;
  readonly time: string;
}

export type ScheduleField = 'release' | 'due' | 'date' | 'time' | 'minutes';

const BLANK: PickedDate = { mode: 'none', date: '', amount: '1', unit: 'week', isBefore: false };

/** The form as the item stands. */
export function draftOfItem(item: OpenItem, { zone }: ShownEngagement): ScheduleDraft {
  const { release, due, session } = item;
  const at = session?.startsAt == null ? null : zonedTime(session.startsAt, zone);
  return {
    release: release?.type === 'on' ? picked(release.rule) : { ...BLANK, mode: 'now' },
    due: due === null ? BLANK : due.pinned === null ? picked(due.rule) : { ...BLANK, mode: 'on', date: due.pinned },
    date: at?.date ?? '',
    time: at?.time ?? '',
    ...sessionDraftOf(session),
  };
}

function picked(rule: ShownRule): PickedDate {
  if (rule.type === 'fixed') return { ...BLANK, mode: 'on', date: rule.date };
  return {
    ...BLANK,
    mode: 'relative',
    amount: String(Math.abs(rule.amount)),
    unit: rule.unit,
    isBefore: rule.amount < 0,
  };
}

/** What is missing or wrong, by field. */
export function scheduleFaults(
  draft: ScheduleDraft,
  item: OpenItem,
): ReadonlyMap<ScheduleField, 'date' | 'time' | 'amount' | 'minutes'> {
  const faults = new Map<ScheduleField, 'date' | 'time' | 'amount' | 'minutes'>();
  if (item.session === null) {
    for (const field of ['release', 'due'] as const) {
      const fault = pickedFault(draft[field]);
      if (fault !== null) faults.set(field, fault);
    }
    return faults;
  }
  if (draft.date === '' && draft.time !== '') faults.set('date', 'date');
  if (draft.date !== '' && draft.time === '') faults.set('time', 'time');
  if (minutesOf(draft) === null) faults.set('minutes', 'minutes');
  return faults;
}

function pickedFault({ mode, date, amount }: PickedDate): 'date' | 'amount' | null {
  if (mode === 'on' && date === '') return 'date';
  return mode === 'relative' && !(/^\d{1,5}$/u.test(amount.trim()) && Number(amount) <= 10_000) ? 'amount' : null;
}

/** The rule of a picked date; null where none is picked. */
function ruleOf({ mode, date, amount, unit, isBefore }: PickedDate): DateRule | null {
  if (mode === 'on') return date === '' ? null : fixedDate(date).rule;
  if (mode !== 'relative') return null;
  const number = (isBefore ? -1 : 1) * Number(amount) || 0;
  return { type: 'relative', amount: number, unit, anchor: { type: 'engagementStart' } };
}

/** The day that a picked date comes to; null where it is not whole, or there is no start. */
export function dayOfPicked(date: PickedDate, startDate: CivilDate | null, calendar: Calendar): CivilDate | null {
  const rule = pickedFault(date) === null ? ruleOf(date) : null;
  const day = rule && dayOfRule(rule, startDate, calendar);
  return day === null ? null : formatDay(day);
}

/** What is written: only what was changed. */
export function scheduleOf(draft: ScheduleDraft, item: OpenItem, shown: ShownEngagement): ItemSchedule {
  const before = draftOfItem(item, shown);
  if (item.session === null) {
    const isNew = item.state === 'unscheduled';
    return {
      ...((isNew || !same(draft.release, before.release)) && { release: releaseOf(draft.release) }),
      ...(!same(draft.due, before.due) && { due: dueOf(draft.due) }),
    };
  }
  const duration = minutesOf(draft);
  const startsAt = draft.date === '' ? null : instantOf({ date: draft.date, time: draft.time }, shown.zone);
  return {
    ...(duration !== item.session.duration && { duration }),
    ...(draft.selfScheduling !== before.selfScheduling && { selfScheduling: draft.selfScheduling }),
    ...((draft.date !== before.date || draft.time !== before.time) && { startsAt }),
  };
}

function releaseOf(date: PickedDate): ReleaseDraft | null {
  if (date.mode === 'now') return { type: 'immediately' };
  const rule = ruleOf(date);
  return rule && { type: 'on', rule };
}

function dueOf(date: PickedDate): PlannedDateDraft | null {
  const rule = ruleOf(date);
  return rule && { rule };
}

function same(a: PickedDate, b: PickedDate): boolean {
  if (a.mode !== b.mode) return false;
  if (a.mode === 'on') return a.date === b.date;
  return a.mode !== 'relative' || (a.amount === b.amount && a.unit === b.unit && a.isBefore === b.isBefore);
}

/** Whether a time that a coachee picks lies within the engagement and ahead of now; null where it does. */
export function pickedTimeFault(
  { date, time }: Pick<ScheduleDraft, 'date' | 'time'>,
  { startDate, endDate, zone, today }: ShownEngagement,
  now: string,
): 'date' | 'time' | 'outside' | 'past' | null {
  if (date === '') return 'date';
  if (time === '') return 'time';
  const day = parseDay(date);
  if ((startDate !== null && day < parseDay(startDate)) || (endDate !== null && day > parseDay(endDate)))
    return 'outside';
  return day < today || instantOf({ date, time }, zone) < now ? 'past' : null;
}
