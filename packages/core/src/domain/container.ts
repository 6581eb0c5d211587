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
import { type Day, dayAt } from './civil-date.ts';

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

/**
 * The container of an action. A personal action whose owner is not told has the id `''`.
 * @example containerOf({ context: { type: 'personal' }, createdBy: 'ana' }) // { type: 'personal', id: 'ana' }
 */
export function containerOf({ context, createdBy }: Placed): Container {
  switch (context.type) {
    case 'personal':
      return { type: 'personal', id: createdBy ?? '' };
    case 'relationship':
      return { type: 'relationship', id: context.relationshipId };
    case 'room':
      return { type: 'room', id: context.roomId };
    case 'engagement':
      return { type: 'engagement', id: context.engagementId };
  }
}

/** The zone of a container's clock: a relationship's, a room's, an engagement's or an owner's own, else the workspace's. */
export function zoneOf(
  container: Container,
  { relationships, people, rooms, engagements, workspace }: Clocks,
): TimeZone {
  switch (container.type) {
    case 'personal':
      return people.get(container.id)?.timeZone ?? workspace.timeZone;
    case 'relationship':
      return relationships.get(container.id)?.timeZone ?? workspace.timeZone;
    case 'room':
      return rooms?.get(container.id)?.timeZone ?? workspace.timeZone;
    case 'engagement':
      return engagements?.get(container.id)?.timeZone ?? workspace.timeZone;
  }
}

/**
 * Today on the clock of an action's container.
 * @param now milliseconds since 1970-01-01T00:00Z
 */
export function todayOf(action: Placed, clocks: Clocks, now: number): Day {
  return dayAt(now, zoneOf(containerOf(action), clocks));
}
