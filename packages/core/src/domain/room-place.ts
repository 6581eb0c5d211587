// A room as lists go by it (rulebook §4, §6): whether its reader sees all of it, and whom an action is assigned to that
// names the contact or the company. What is a guest's own is also what is the contact's, where that is them, and their
// company's.
import type { ActionRecord, Id, Room } from '../schema/index.ts';
import { isGuestOf, isInsider, type RoomPeople } from './room-people.ts';
import type { Viewer } from './viewer.ts';

/** A room as its reader's lists go by it. */
export interface RoomPlace {
  /** Whether they see all of it; else what is internal-only is left out, and versions are as guests see them. */
  readonly whole: boolean;
  readonly people: RoomPeople;
  /** Whose room it is. */
  readonly companyId: Id;
  /** The reader, where what is assigned to the company is their own. */
  readonly companyGuestId: Id | null;
}

/** The room as the viewer's lists go by it. */
export function roomPlaceOf(room: RoomPeople & Pick<Room, 'companyId'>, viewer: Viewer): RoomPlace {
  const isCompanys = isGuestOf(room, viewer.personId) && viewer.companyId === room.companyId;
  return {
    whole: isInsider(room, viewer),
    people: room,
    companyId: room.companyId,
    companyGuestId: isCompanys ? viewer.personId : null,
  };
}

/** By which assignees, besides their own name, the person holds actions of the room. */
export interface HeldBy {
  /** `primaryContact`, while the action is open: they are the contact. */
  readonly contact: boolean;
  /** `primaryContact`, once it is closed, where they were the contact then: the reader may know that they were. */
  readonly formerContact: boolean;
  readonly company: boolean;
}

/** By which assignees the person holds actions of the room, to this reader. */
export function heldBy(personId: Id, { whole, people, companyGuestId }: RoomPlace): HeldBy {
  return {
    contact: people.primaryContactId === personId,
    formerContact: whole || people.memberIds.includes(personId) || isGuestOf(people, personId),
    company: companyGuestId === personId,
  };
}

/**
 * Whether the person holds the action: by name, as the contact (of a closed one: as the contact then), or as one of the
 * company.
 * @param place the room that it is in; nothing else has a contact or a company
 */
export function isHeldBy(
  { assignee, closed }: Pick<ActionRecord, 'assignee' | 'closed'>,
  personId: Id,
  place: RoomPlace | undefined,
): boolean {
  if (assignee === null) return false;
  if (assignee.type === 'person') return assignee.personId === personId;
  if (place === undefined) return false;
  const by = heldBy(personId, place);
  if (assignee.type === 'company') return by.company;
  return closed === null ? by.contact : by.formerContact && closed.contactId === personId;
}
