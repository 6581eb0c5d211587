// Who sees a room and who may do what in it (rulebook §4, §6, §6.1): its members, and admins, member or not, are its
// insiders: they see all of it and change it. Its guests see it without what is internal-only, and change the state of
// their own actions. It is deleted by whoever made it, or an admin. Rooms are made by anybody of our team.
import type { ActionRecord, Assignee, Id, Person, RoomPermissions, RoomRecord, Side } from '../schema/index.ts';
import type { Viewer } from './viewer.ts';
import type { RuleName } from './rule.ts';

/** Who is in a room. */
export type RoomPeople = Pick<RoomRecord, 'memberIds' | 'guests' | 'primaryContactId'>;

type Answer = true | RuleName;

/** Whether the viewer sees all of the room: its members and admins. */
export function isInsider({ memberIds }: Pick<RoomRecord, 'memberIds'>, viewer: Viewer): boolean {
  return viewer.role === 'admin' || memberIds.includes(viewer.personId);
}

/** Whether the room is shared with the person. */
export function isGuestOf({ guests }: Pick<RoomRecord, 'guests'>, personId: Id): boolean {
  return guests.some((guest) => guest.personId === personId);
}

/** Whether the viewer sees the room at all; a deleted one nobody does. */
export function canSeeRoom(room: RoomPeople & Pick<RoomRecord, 'deleted'>, viewer: Viewer): boolean {
  return room.deleted === null && (isInsider(room, viewer) || isGuestOf(room, viewer.personId));
}

/** Whether the viewer may change what is in the room: the room itself, its sections, actions, members and guests. */
export function mayInRoom(room: RoomPeople, viewer: Viewer): Answer {
  return isInsider(room, viewer) || 'room-member';
}

/** Whether the viewer may delete the room. */
export function mayDeleteRoom({ createdBy }: Pick<RoomRecord, 'createdBy'>, viewer: Viewer): Answer {
  return viewer.role === 'admin' || createdBy === viewer.personId || 'room-deleter';
}

/** Whether the viewer may make a room. */
export function mayCreateRoom(viewer: Viewer): Answer {
  return viewer.role !== 'guest' || 'room-maker';
}

/** What the viewer may do with a room that they see. */
export function roomPermissionsOf(room: RoomRecord, viewer: Viewer): RoomPermissions {
  const inside = mayInRoom(room, viewer);
  return {
    edit: inside,
    share: inside,
    createAction: inside,
    editSections: inside,
    viewAs: inside,
    delete: mayDeleteRoom(room, viewer),
  };
}

/** Whether an action is this guest's own: assigned to them, to the contact they are, or to their company. */
export function isGuestsOwn(
  assignee: Assignee | null,
  room: RoomPeople & Pick<RoomRecord, 'companyId'>,
  viewer: Viewer,
): boolean {
  if (assignee === null || !isGuestOf(room, viewer.personId)) return false;
  switch (assignee.type) {
    case 'person':
      return assignee.personId === viewer.personId;
    case 'primaryContact':
      return room.primaryContactId === viewer.personId;
    case 'company':
      return room.companyId === viewer.companyId;
  }
}

/** The sides of people, by id. */
export interface KnownSides {
  get(id: Id): Pick<Person, 'side'> | undefined;
}

/**
 * Whose turn it is: `us` where an internal person holds the action, `them` where an external one, the contact or the
 * company does; null where nobody does.
 * @param people at least those whom actions are assigned to by name
 */
export function sideOf({ assignee }: Pick<ActionRecord, 'assignee'>, people: KnownSides): 'us' | 'them' | null {
  if (assignee === null) return null;
  if (assignee.type !== 'person') return 'them';
  const side: Side | undefined = people.get(assignee.personId)?.side;
  return side === undefined ? null : side === 'internal' ? 'us' : 'them';
}

/**
 * The person who holds an action: by name, or who the contact is; of a closed action, who the contact was then. Null
 * where it is nobody, or the company as a whole.
 */
export function holderOf(
  { assignee, closed }: Pick<ActionRecord, 'assignee' | 'closed'>,
  { primaryContactId }: Pick<RoomRecord, 'primaryContactId'>,
): Id | null {
  if (assignee?.type === 'person') return assignee.personId;
  if (assignee?.type !== 'primaryContact') return null;
  return closed === null ? primaryContactId : (closed.contactId ?? null);
}
