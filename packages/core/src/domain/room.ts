// Who sees a room and who may do what in it (rulebook §4, §6, §6.1): its members, and admins, member or not, are its
// insiders: they see all of it and change it. Its guests see it without what is internal-only, and change the state of
// their own actions. It is deleted by whoever made it, or an admin. Rooms are made by anybody of our team.
import type { ActionRecord, Assignee, Id, RoomPermissions, RoomRecord } from '../schema/index.ts';
import { isGuestOf, isInsider, type RoomPeople } from './room-people.ts';
import { withinReach, type WrittenSide } from './reach.ts';
import type { Viewer } from './viewer.ts';
import type { RuleName } from './rule.ts';

type Answer = true | RuleName;

/** Whether the viewer sees the room at all; a deleted one nobody does. */
export function canSeeRoom(room: RoomPeople & Pick<RoomRecord, 'deleted'>, viewer: Viewer): boolean {
  return room.deleted === null && (isInsider(room, viewer) || isGuestOf(room, viewer.personId));
}

/** Whether the viewer may look at the room as its guests do. */
export function mayViewAs(room: RoomPeople, viewer: Viewer): Answer {
  return isInsider(room, viewer) || 'room-member';
}

/** Whether the viewer may change what is in the room: the room itself, its sections, members and guests. */
export function mayInRoom(room: RoomPeople & Pick<RoomRecord, 'id'>, viewer: Viewer): Answer {
  return within(room, viewer, 'rooms', isInsider(room, viewer) || 'room-member');
}

/** Whether the viewer may make actions of the room. */
export function mayCreateInRoom(room: RoomPeople & Pick<RoomRecord, 'id'>, viewer: Viewer): Answer {
  return within(room, viewer, 'actions', isInsider(room, viewer) || 'room-member');
}

function within({ id }: Pick<RoomRecord, 'id'>, viewer: Viewer, side: WrittenSide, answer: Answer): Answer {
  return withinReach(viewer, side, { type: 'room', id }, answer);
}

/** Whether the viewer may delete the room. */
export function mayDeleteRoom(room: Pick<RoomRecord, 'id' | 'createdBy'>, viewer: Viewer): Answer {
  const isTheirs = viewer.role === 'admin' || (viewer.role === 'member' && room.createdBy === viewer.personId);
  return within(room, viewer, 'rooms', isTheirs || 'room-deleter');
}

/** Whether the viewer may make a room. */
export function mayCreateRoom(viewer: Viewer): Answer {
  return withinReach(viewer, 'rooms', null, viewer.role !== 'guest' || 'room-maker');
}

/** What the viewer may do with a room that they see. */
export function roomPermissionsOf(room: RoomRecord, viewer: Viewer): RoomPermissions {
  const inside = mayInRoom(room, viewer);
  return {
    edit: inside,
    share: inside,
    createAction: mayCreateInRoom(room, viewer),
    editSections: inside,
    viewAs: mayViewAs(room, viewer),
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
