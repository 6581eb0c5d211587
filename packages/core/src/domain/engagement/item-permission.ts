// Who may do what with an item (rulebook §5, §6, §6.1): admins everything that the engagement's status allows; the coach of an
// active one schedules and completes any and edits, moves and deletes action items; a coachee of a shared one picks the time of
// a session that allows it, once, and completes what is released, sessions left out; spectators change nothing.
import type { EngagementRecord, ItemPermissions, ItemRecord } from '../../schema/index.ts';
import type { RuleName } from '../rule.ts';
import type { EngagementClock } from './engagement-date.ts';
import { type EngagementReader, withinReaders } from './engagement.ts';
import { hasDone, isReleased, itemStateOf, mayPickTime } from './item-state.ts';

type Answer = true | RuleName;

/** What can be done with an item that exists. */
export type ItemOperation = keyof ItemPermissions;

/** Whether the reader may do the operation on an item of an engagement that they see. */
export function mayWithItem(
  operation: ItemOperation,
  item: ItemRecord,
  engagement: EngagementRecord,
  reader: EngagementReader,
  clock: EngagementClock,
): Answer {
  return withinReaders(reader, allowed(operation, item, engagement, reader, clock));
}

function allowed(
  operation: ItemOperation,
  item: ItemRecord,
  engagement: EngagementRecord,
  reader: EngagementReader,
  clock: EngagementClock,
): Answer {
  switch (reader.role) {
    case 'admin':
      if ((operation === 'schedule' || operation === 'complete') && engagement.status === 'draft')
        return 'engagement-draft';
      return operation !== 'move' || isMovable(item, engagement, clock) || 'item-scheduled';
    case 'coach':
      if (operation === 'schedule' || operation === 'complete') return true;
      if (item.content.kind !== 'action') return 'coach-edits-actions';
      return operation !== 'move' || isMovable(item, engagement, clock) || 'item-scheduled';
    case 'coachee':
      if (operation === 'schedule') return mayPick(item, engagement);
      return operation === 'complete' ? mayDoPart(item, engagement, reader, clock) : 'engagement-coach';
    case 'spectator':
      return 'spectator-reads';
  }
}

/** What the reader may do with the item, operation by operation. */
export function itemPermissionsOf(
  item: ItemRecord,
  engagement: EngagementRecord,
  reader: EngagementReader,
  clock: EngagementClock,
): ItemPermissions {
  const of = (operation: ItemOperation) => mayWithItem(operation, item, engagement, reader, clock);
  return {
    edit: of('edit'),
    schedule: of('schedule'),
    complete: of('complete'),
    move: of('move'),
    delete: of('delete'),
  };
}

/**
 * Whether the item is a locked place to this reader: to coachees while it is not scheduled, but for a session whose time
 * they may pick.
 */
export function isLockedTo(
  item: ItemRecord,
  engagement: EngagementRecord,
  { role, personId }: EngagementReader,
  clock: EngagementClock,
): boolean {
  if (role !== 'coachee' || hasDone(item, personId) || mayPickTime(item, engagement)) return false;
  return itemStateOf(item, engagement, clock) === 'unscheduled';
}

function isMovable(item: ItemRecord, engagement: EngagementRecord, clock: EngagementClock): boolean {
  return itemStateOf(item, engagement, clock) === 'unscheduled';
}

/** A coachee may set a time, not move one. */
function mayPick(item: ItemRecord, engagement: EngagementRecord): Answer {
  if (item.session === null || item.completed !== null) return 'engagement-coach';
  if (item.session.startsAt !== null) return 'coachee-time-once';
  return mayPickTime(item, engagement) || 'session-time-by-coach';
}

function mayDoPart(
  item: ItemRecord,
  engagement: EngagementRecord,
  reader: EngagementReader,
  clock: EngagementClock,
): Answer {
  if (isLockedTo(item, engagement, reader, clock)) return 'item-locked';
  if (item.session !== null) return 'session-completed-by-coach';
  return isReleased(item, engagement, clock) || hasDone(item, reader.personId) || 'item-not-released';
}
