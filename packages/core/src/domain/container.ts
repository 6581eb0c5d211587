// Every action has a container with a clock: its relationship, room or engagement; for a personal action its owner
// (rulebook §1). "Today" for an action is today on that clock, so that two people never see two statuses for one action.
// The zone is the container's own, or the workspace's.
import type { Id, Person, RelationshipRecord, TimeZone, Workspace } from '../schema/index.ts';
import type { Access, Placed } from './access.ts';
import { type Day, dayAt } from './civil-date.ts';

/** What an action belongs to: for a personal action, `id` is its owner's. */
export interface Container {
  type: 'relationship' | 'personal' | 'room' | 'engagement';
  id: Id;
}

/** A place whose actions the viewer may see, with today on its clock as a day number (days since 1970-01-01). */
export interface VisibleContainer {
  type: 'relationship' | 'personal';
  /** The relationship's id; for personal actions their owner's. */
  id: Id;
  today: Day;
}

/** What the clocks of containers are told from. What is not in a map runs on the workspace's zone. */
export interface Clocks {
  relationships: ReadonlyMap<Id, Pick<RelationshipRecord, 'timeZone'>>;
  people: ReadonlyMap<Id, Pick<Person, 'timeZone'>>;
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

/** The zone of a container's clock: a relationship's or an owner's own, else the workspace's. */
export function zoneOf(container: Container, { relationships, people, workspace }: Clocks): TimeZone {
  switch (container.type) {
    case 'personal':
      return people.get(container.id)?.timeZone ?? workspace.timeZone;
    case 'relationship':
      return relationships.get(container.id)?.timeZone ?? workspace.timeZone;
    case 'room':
    case 'engagement':
      return workspace.timeZone;
  }
}

/**
 * Today on the clock of an action's container.
 * @param now milliseconds since 1970-01-01T00:00Z
 */
export function todayOf(action: Placed, clocks: Clocks, now: number): Day {
  return dayAt(now, zoneOf(containerOf(action), clocks));
}

/**
 * The places whose actions the viewer sees, each with today on its own clock: their relationships first, then the people
 * whose personal actions they see. A list of actions is what lies in these places (rulebook §6).
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
  const clocks: Clocks = { relationships: access.relationships, people, workspace };
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
  ];
}
