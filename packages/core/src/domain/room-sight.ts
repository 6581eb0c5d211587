// What a reader gets told of a room (rulebook §3, §4, §6.1). Our team in it is told all. A guest is told of the actions that
// are not internal-only and of the sections that hold one; what rests on something hidden rests on "an internal step";
// people they do not know are not named; and nothing hidden shows in an order or in a version.
import type { Action, ActionRecord, Id, PlannedDate, RoomRecord, ShownAnchor } from '../schema/index.ts';
import type { Doing } from './action-change.ts';
import type { Viewer } from './viewer.ts';
import { isGuestOf, isInsider, type RoomPeople } from './room-people.ts';
import { comparableText } from './same-value.ts';

/** How a reader sees a room. */
export interface RoomSight {
  /** Whether they see all of it. */
  readonly whole: boolean;
  /** The ids of the actions and sections they see; of no use where they see all. */
  readonly seen: ReadonlySet<Id>;
  /** Whether they may know this person. */
  readonly knows: (personId: Id) => boolean;
}

/** What decides who sees an action of a room. */
export type Sighted = Pick<ActionRecord, 'id' | 'context'>;

/**
 * How the viewer sees the room.
 * @param actions those of its plan
 */
export function sightOf(room: RoomRecord, actions: Iterable<Sighted>, viewer: Viewer): RoomSight {
  const whole = isInsider(room, viewer);
  return whole ? WHOLE : guestSight(room, actions, viewer.personId);
}

/** Sees everything. */
export const WHOLE: RoomSight = { whole: true, seen: new Set(), knows: () => true };

/** How any guest of the room sees it. */
export function guestSight(room: RoomPeople, actions: Iterable<Sighted>, personId: Id | null = null): RoomSight {
  const seen = new Set<Id>();
  for (const { id, context } of actions) {
    if (context.type !== 'room' || context.internalOnly) continue;
    seen.add(id);
    seen.add(context.sectionId);
  }
  const knows = (id: Id) => id === personId || room.memberIds.includes(id) || isGuestOf(room, id);
  return { whole: false, seen, knows };
}

/** An action of the room as this reader gets it, of the action as it stands. */
export function inSight(action: Action, sight: RoomSight, shown: ActionRecord['shown']): Action {
  if (sight.whole) return action;
  const known = (id: Id | null | undefined) => (id != null && sight.knows(id) ? id : null);
  const { version, updatedAt, updatedBy } = { ...action, ...shown };
  return {
    ...action,
    start: dateInSight(action.start, sight),
    due: dateInSight(action.due, sight),
    // A key tells what lies between; the order of a plan is told by its list.
    position: null,
    closed: closingInSight(action.closed, known),
    createdBy: known(action.createdBy),
    updatedBy: known(updatedBy),
    updatedAt,
    version,
  };
}

/** A date as this reader gets it. */
export function dateInSight(date: PlannedDate | null, sight: RoomSight): PlannedDate | null {
  if (date === null || sight.whole || date.rule.type !== 'relative') return date;
  const waitingOn = date.waitingOn.filter((id) => sight.seen.has(id));
  const anchor = anchorInSight(date.rule.anchor, sight);
  if (anchor === date.rule.anchor) return { ...date, waitingOn };
  return { ...date, rule: { type: 'relative', amount: 0, unit: 'day', anchor }, waitingOn };
}

/** What a date rests on, as this reader gets it. */
export function anchorInSight(anchor: ShownAnchor, sight: RoomSight): ShownAnchor {
  const id = 'sectionId' in anchor ? anchor.sectionId : 'actionId' in anchor ? anchor.actionId : null;
  return sight.whole || id === null || sight.seen.has(id) ? anchor : { type: 'internalStep' };
}

function closingInSight(closed: Action['closed'], known: (id: Id | null | undefined) => Id | null): Action['closed'] {
  if (closed === null) return null;
  const { contactId, ...rest } = closed;
  return { ...rest, by: known(closed.by), ...(contactId === undefined ? {} : { contactId: known(contactId) }) };
}

/**
 * What guests see of an action, as text to compare: only where it changes do the version and time that they see move.
 * Empty where they see nothing of it.
 */
export function guestFace(record: ActionRecord, sight: RoomSight): string {
  if (record.deleted !== null || !sight.seen.has(record.id)) return '';
  const { title, description, assignee, state, closed, context } = record;
  const dates = [record.start, record.due].map((date) => {
    const shown = dateInSight(date, sight);
    return shown && [shown.rule, shown.pinned, shown.date, shown.basis, shown.waitingOn];
  });
  return comparableText([title, description, assignee, state, closed, context, dates]);
}

/**
 * The record with the version that guests see: the next one where what they see is another.
 * @param before null for a new action
 * @param by who changed what they see, and when: where nothing else did, that is another's change
 */
export function withShown(
  after: ActionRecord,
  before: Pick<ActionRecord, 'shown' | 'version' | 'updatedAt' | 'updatedBy'> | null,
  faces: { before: string; after: string },
  { at, by }: Doing = { at: after.updatedAt, by: after.updatedBy },
): ActionRecord {
  const { updatedAt, updatedBy } = after;
  const last = before === null ? { version: 0, updatedAt, updatedBy } : (before.shown ?? standing(before));
  const shown = faces.before === faces.after ? last : { version: last.version + 1, updatedAt: at, updatedBy: by };
  if (isSameVersion(shown, standing(after))) {
    const { shown: _, ...plain } = after;
    return plain;
  }
  return { ...after, shown };
}

function standing({ version, updatedAt, updatedBy }: Pick<ActionRecord, 'version' | 'updatedAt' | 'updatedBy'>) {
  return { version, updatedAt, updatedBy };
}

function isSameVersion(a: NonNullable<ActionRecord['shown']>, b: NonNullable<ActionRecord['shown']>): boolean {
  return a.version === b.version && a.updatedAt === b.updatedAt && a.updatedBy === b.updatedBy;
}
