// What a viewer sees is told by places, each with its own clock: their relationships, the people whose personal actions
// they see, their rooms and their engagements (rulebook §6). So a list need not ask of each action whether it may be seen: it lies in such a
// place, and of a room shown to guests it is not internal-only.
import type { ActionRecord, EngagementRecord, EngagementRole, Id, TimeZone } from '../schema/index.ts';
import type { Access } from './access.ts';
import { type Day, dayAt, knownZone } from './civil-date.ts';
import { type Clocks, zoneOf } from './container.ts';
import { engagementReaderOf } from './engagement/engagement.ts';
import { type RoomPlace, roomPlaceOf } from './room-place.ts';

/** A place whose actions the viewer may see, with today on its clock as a day number (days since 1970-01-01). */
export interface VisibleContainer {
  type: 'relationship' | 'personal' | 'room' | 'engagement';
  /** The relationship's, the room's or the engagement's id; for personal actions their owner's. */
  id: Id;
  today: Day;
  /** Of a room alone: how its reader sees it. */
  room?: RoomPlace;
  /**
   * Of an engagement alone: as what its reader sees it. Coachees and spectators have the order of changes of their own (see
   * `actionChangedAt`); spectators see no descriptions, and so find nothing by them.
   */
  engagement?: { role: EngagementRole };
}

/**
 * All engagements of the workspace as one place, as admins see them, however many there are: an action in it is judged by today
 * on the clock of its own engagement.
 */
export interface EveryEngagement {
  /** Today in the workspace's zone, which engagements have that name none. */
  today: Day;
  /** Today in each zone that engagements name. */
  todays: ReadonlyMap<TimeZone, Day>;
}

/**
 * Every engagement as one place.
 * @param zones at least those that engagements name
 */
export function everyEngagement(
  zones: Iterable<TimeZone>,
  { timeZone }: Clocks['workspace'],
  now: number,
): EveryEngagement {
  return {
    today: dayAt(now, timeZone),
    todays: new Map(Array.from(zones, (zone) => [zone, dayAt(now, knownZone(zone, timeZone))])),
  };
}

/** One engagement among them, as a place of its own. */
export function placeAmong(
  { today, todays }: EveryEngagement,
  { id, timeZone }: Pick<EngagementRecord, 'id' | 'timeZone'>,
): VisibleContainer {
  const own = timeZone === null ? undefined : todays.get(timeZone);
  return { type: 'engagement', id, today: own ?? today, engagement: { role: 'admin' } };
}

/**
 * The places whose actions the viewer sees, each with today on its own clock: their relationships first, then the people
 * whose personal actions they see, then the rooms, then the engagements. A list of actions is what lies in these places (rulebook §6).
 * @param people at least those whose personal actions are seen; who is missing is taken to live in the workspace's zone
 * @param now milliseconds since 1970-01-01T00:00Z
 */
export function visibleContainers(of: {
  access: Access;
  people: Clocks['people'];
  workspace: Clocks['workspace'];
  now: number;
}): VisibleContainer[] {
  const { access, people, workspace, now } = of;
  const { relationships, rooms, engagements } = access;
  const clocks: Clocks = { relationships, rooms, engagements, people, workspace };
  const days = new Map<TimeZone, Day>();
  const visible = (type: VisibleContainer['type'], id: Id): VisibleContainer => {
    const zone = zoneOf({ type, id }, clocks);
    const today = days.get(zone) ?? dayAt(now, zone);
    days.set(zone, today);
    return { type, id, today };
  };
  return [
    ...Array.from(access.relationships.keys(), (id) => visible('relationship', id)),
    ...Array.from(access.personalOwners, (id) => visible('personal', id)),
    ...Array.from(access.rooms.values(), (room) => ({
      ...visible('room', room.id),
      room: roomPlaceOf(room, access.viewer),
    })),
    ...Array.from(access.engagements.values()).flatMap((engagement) => {
      const role = engagementReaderOf(engagement, access.viewer)?.role;
      return role === undefined ? [] : [{ ...visible('engagement', engagement.id), engagement: { role } }];
    }),
  ];
}

/** Whether an action that lies in the place is shown there: to a guest of a room, what is not internal-only. */
export function isShownIn(
  { context }: Pick<ActionRecord, 'context'>,
  { room }: Pick<VisibleContainer, 'room'>,
): boolean {
  return room === undefined || room.whole || context.type !== 'room' || !context.internalOnly;
}
