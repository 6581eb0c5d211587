// What a viewer has access to (rulebook §6). A relationship's actions: manager, report, viewers and its creator. A
// personal action: its owner, and whoever has access to a relationship in which the owner is manager or report. An
// admin sees that a relationship exists, and not its actions unless a party to it (§6.1). A room's: its members and admins;
// its guests, unless internal-only. An engagement's, which are there once released: whoever sees the engagement.
import type { ActionContext, Assignee, EngagementRecord, Id, RelationshipRecord, RoomRecord } from '../schema/index.ts';
import { engagementReaderOf } from './engagement/engagement.ts';
import { isInsider } from './room-people.ts';
import { canSeeRoom } from './room.ts';
import type { Viewer } from './viewer.ts';

/** What the viewer has access to, worked out once from their relationships. */
export interface Access {
  viewer: Viewer;
  /** The relationships whose actions they see. */
  relationships: ReadonlyMap<Id, RelationshipRecord>;
  /** The people whose personal actions they see, themselves included. */
  personalOwners: ReadonlySet<Id>;
  /** The rooms that they see, of those that matter here. */
  rooms: ReadonlyMap<Id, RoomRecord>;
  /** The engagements that they see, of those that matter here. */
  engagements: ReadonlyMap<Id, EngagementRecord>;
}

/** What of an action decides who sees it and who may do what. */
export interface Placed {
  context: ActionContext;
  createdBy: Id | null;
  /** Decides in a room which actions are a guest's own. */
  assignee?: Assignee | null | undefined;
}

/** Whether the person is a party to the relationship: manager, report, viewer or creator. */
export function isParty(relationship: RelationshipRecord, personId: Id): boolean {
  return (
    relationship.managerId === personId ||
    relationship.reportId === personId ||
    relationship.createdBy === personId ||
    relationship.viewerIds.includes(personId)
  );
}

/**
 * Whether the viewer has access to the relationship. Our own team alone has people managed and makes relationships: who went over
 * to a customer has what they were given as report or viewer, and nothing as manager or maker.
 */
export function isPartyAs(relationship: RelationshipRecord, { personId, role }: Viewer): boolean {
  const { reportId, viewerIds } = relationship;
  return role === 'guest' ? reportId === personId || viewerIds.includes(personId) : isParty(relationship, personId);
}

/**
 * What a viewer has access to.
 * @param relationships at least all those that the viewer is a party to; others are passed over
 * @param rooms those that matter here; which the viewer does not see are passed over
 */
export function accessOf(
  viewer: Viewer,
  relationships: Iterable<RelationshipRecord>,
  rooms: Iterable<RoomRecord> = [],
): Access {
  const seen = new Map<Id, RelationshipRecord>();
  const owners = new Set<Id>([viewer.personId]);
  for (const relationship of relationships) {
    if (!isPartyAs(relationship, viewer)) continue;
    seen.set(relationship.id, relationship);
    owners.add(relationship.managerId);
    owners.add(relationship.reportId);
  }
  const access = { viewer, relationships: seen, personalOwners: owners, rooms: new Map(), engagements: new Map() };
  return inRooms(access, rooms);
}

/** The same access, with more rooms told; which the viewer does not see are passed over. */
export function inRooms(access: Access, rooms: Iterable<RoomRecord>): Access {
  const seen = new Map(access.rooms);
  for (const room of rooms) {
    if (canSeeRoom(room, access.viewer)) seen.set(room.id, room);
    else seen.delete(room.id);
  }
  return { ...access, rooms: seen };
}

/** The same access, with more engagements told; which the viewer does not see are passed over. */
export function inEngagements(access: Access, engagements: Iterable<EngagementRecord>): Access {
  const seen = new Map(access.engagements);
  for (const engagement of engagements) {
    if (engagementReaderOf(engagement, access.viewer) !== null) seen.set(engagement.id, engagement);
    else seen.delete(engagement.id);
  }
  return { ...access, engagements: seen };
}

/** Whether the viewer sees the action at all; if not, it is answered as "not found". */
export function canSee(action: Placed, access: Access): boolean {
  switch (action.context.type) {
    case 'personal':
      return action.createdBy !== null && access.personalOwners.has(action.createdBy);
    case 'relationship':
      return access.relationships.has(action.context.relationshipId);
    case 'room': {
      const room = access.rooms.get(action.context.roomId);
      return room !== undefined && (!action.context.internalOnly || isInsider(room, access.viewer));
    }
    case 'engagement':
      return access.engagements.has(action.context.engagementId);
  }
}

/** Whether the viewer knows that the relationship exists: its parties and admins. */
export function canSeeRelationship(relationship: RelationshipRecord, viewer: Viewer): boolean {
  return viewer.role === 'admin' || isPartyAs(relationship, viewer);
}
