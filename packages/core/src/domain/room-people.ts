// Who is in a room (rulebook §4): its members, and admins, member or not, are its insiders; its guests are those it is shared
// with. And whose side somebody is on. What each may do is in room.ts.
import type { ActionRecord, Id, Person, RoomRecord, Side } from '../schema/index.ts';
import type { Viewer } from './viewer.ts';

/** Who is in a room. */
export type RoomPeople = Pick<RoomRecord, 'memberIds' | 'guests' | 'primaryContactId'>;

/** Whether the viewer sees all of the room: its members and admins; nobody of a customer's, whatever they were before. */
export function isInsider({ memberIds }: Pick<RoomRecord, 'memberIds'>, viewer: Viewer): boolean {
  return viewer.role === 'admin' || (viewer.role === 'member' && memberIds.includes(viewer.personId));
}

/** Whether the room is shared with the person. */
export function isGuestOf({ guests }: Pick<RoomRecord, 'guests'>, personId: Id): boolean {
  return guests.some((guest) => guest.personId === personId);
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
