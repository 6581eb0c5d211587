// How an item of an engagement stands (rulebook §5): completed; else scheduled, where the engagement is active and the item
// has a release that comes to a day, or, of a session, a start time; else not scheduled. Its content is out to coachees from
// its release on, a session's once it is scheduled, and always once it is completed.
import type { EngagementRecord, Id, ItemKind, ItemRecord, ItemState } from '../../schema/index.ts';
import { type Day, dayAt } from '../civil-date.ts';
import { parseInstant } from '../instant.ts';
import { dayOfRule, type EngagementClock } from './engagement-date.ts';

/** What of an engagement its items stand by. */
export type ItemSetting = Pick<EngagementRecord, 'status' | 'startDate' | 'selfScheduling'>;

/** What an item is. */
export function kindOf({ content }: Pick<ItemRecord, 'content'>): ItemKind {
  return content.kind;
}

/** The day from which on an item's content is out, on the engagement's clock; null where it has none, and for sessions. */
export function releaseDay(
  { release }: Pick<ItemRecord, 'release'>,
  { startDate }: ItemSetting,
  { calendar, zone }: EngagementClock,
): Day | null {
  if (release === null) return null;
  if (release.type === 'on') return dayOfRule(release.rule, startDate, calendar);
  return release.at === null ? null : dayAt(parseInstant(release.at), zone);
}

/** Not scheduled, scheduled or completed. */
export function itemStateOf(item: ItemRecord, setting: ItemSetting, clock: EngagementClock): ItemState {
  if (item.completed !== null) return 'completed';
  return isScheduled(item, setting, clock) ? 'scheduled' : 'unscheduled';
}

/** Whether the item's content is out to coachees. */
export function isReleased(item: ItemRecord, setting: ItemSetting, clock: EngagementClock): boolean {
  if (item.completed !== null) return true;
  if (!isScheduled(item, setting, clock)) return false;
  if (item.session !== null) return true;
  if (item.release?.type === 'immediately')
    return item.release.at !== null && parseInstant(item.release.at) <= clock.now;
  const day = releaseDay(item, setting, clock);
  return day !== null && day <= clock.today;
}

/** Whether coachees may pick the session's time: as set on it, else as the engagement has it. */
export function mayPickTime({ session }: Pick<ItemRecord, 'session'>, { selfScheduling }: ItemSetting): boolean {
  return session !== null && (session.selfScheduling ?? selfScheduling);
}

/** Whether the coachee did their part of the item. */
export function hasDone({ responses }: Pick<ItemRecord, 'responses'>, personId: Id): boolean {
  return responses.some((response) => response.personId === personId && response.completedAt !== null);
}

/** Whether all coachees did their part. */
export function haveAllDone(
  item: Pick<ItemRecord, 'responses'>,
  { coacheeIds }: { coacheeIds: readonly Id[] },
): boolean {
  return coacheeIds.every((id) => hasDone(item, id));
}

function isScheduled(item: ItemRecord, setting: ItemSetting, clock: EngagementClock): boolean {
  if (setting.status !== 'active') return false;
  return item.session === null ? releaseDay(item, setting, clock) !== null : item.session.startsAt !== null;
}
