// Every action has a container with a clock: its relationship, room or engagement; for a personal action its owner
// (rulebook §1). "Today" for an action is today on that clock, so that two people never see two statuses for one action.
// The zone is the container's own, or the workspace's.
import type {
  EngagementRecord,
  Id,
  Person,
  RelationshipRecord,
  RoomRecord,
  TimeZone,
  Workspace,
} from '../schema/index.ts';
import type { Placed } from './access.ts';
import { type Day, dayAt, knownZone } from './civil-date.ts';

/** What an action belongs to: for a personal action, `id` is its owner's. */
export interface Container {
  type: 'relationship' | 'personal' | 'room' | 'engagement';
  id: Id;
}

/** What the clocks of containers are told from. What is not in a map runs on the workspace's zone. */
export interface Clocks {
  relationships: ReadonlyMap<Id, Pick<RelationshipRecord, 'timeZone'>>;
  people: ReadonlyMap<Id, Pick<Person, 'timeZone'>>;
  rooms?: ReadonlyMap<Id, Pick<RoomRecord, 'timeZone'>> | undefined;
  engagements?: ReadonlyMap<Id, Pick<EngagementRecord, 'timeZone'>> | undefined;
  workspace: Pick<Workspace, 'timeZone'>;
}

/** Where the clocks of each kind of container are found. */
const CLOCKS = { personal: 'people', relationship: 'relationships', room: 'rooms', engagement: 'engagements' } as const;

/**
 * The container of an action. Its id is `''` where it is not told: a personal action's whose owner is not, and that of an action
 * in a context of a kind that came after this was written.
 * @example containerOf({ context: { type: 'personal' }, createdBy: 'ana' }) // { type: 'personal', id: 'ana' }
 */
export function containerOf({ context, createdBy }: Placed): Container {
  const { type } = context;
  switch (context.type) {
    case 'personal':
      return { type, id: createdBy ?? '' };
    case 'relationship':
      return { type, id: context.relationshipId };
    case 'room':
      return { type, id: context.roomId };
    case 'engagement':
      return { type, id: context.engagementId };
    default:
      return { type, id: '' };
  }
}

/**
 * Whether the clock of a container is told, by a zone that is known here; if not, it runs on the workspace's only for want of
 * a better one.
 */
export function isTold({ type, id }: Container, clocks: Clocks): boolean {
  const zone = clocks[CLOCKS[type]]?.get(id)?.timeZone;
  return zone === null || (zone !== undefined && zone === knownZone(zone));
}

/**
 * The zone of a container's clock: a relationship's, a room's, an engagement's or an owner's own, else the workspace's, else
 * UTC; of each where it is known here.
 */
export function zoneOf({ type, id }: Container, clocks: Clocks): TimeZone {
  return knownZone(clocks[CLOCKS[type]]?.get(id)?.timeZone, clocks.workspace.timeZone);
}

/**
 * Today on the clock of an action's container.
 * @param now milliseconds since 1970-01-01T00:00Z
 */
export function todayOf(action: Placed, clocks: Clocks, now: number): Day {
  return dayAt(now, zoneOf(containerOf(action), clocks));
}
