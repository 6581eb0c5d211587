// How a room comes to be and how it changes (rulebook §4): whoever makes it is a member; the first person it is shared with
// becomes its primary contact, and so does the next once that guest is removed. A change that changes nothing keeps the
// version.
import type { Id, Person, ProblemError, RoomDraft, RoomPatch, RoomRecord } from '../schema/index.ts';
import type { Doing } from './action-change.ts';
import { isGuestOf } from './room-people.ts';
import { isSameSet } from './same-value.ts';

/** The record of a new room: nobody is its guest yet. */
export function newRoom(draft: RoomDraft, id: Id, { by, at }: Doing): RoomRecord {
  const { name, companyId, targetDate = null, timeZone = null, memberIds = [] } = draft;
  return {
    id,
    name,
    companyId,
    targetDate,
    timeZone,
    memberIds: [...new Set([by, ...memberIds])],
    guests: [],
    primaryContactId: null,
    createdBy: by,
    createdAt: at,
    updatedAt: at,
    updatedBy: by,
    version: 1,
    deleted: null,
  };
}

/** The room after an edit; the very same where it changes nothing. */
export function applyRoomPatch(room: RoomRecord, patch: RoomPatch, doing: Doing): RoomRecord {
  const { name = room.name, companyId = room.companyId } = patch;
  const targetDate = patch.targetDate === undefined ? room.targetDate : patch.targetDate;
  const timeZone = patch.timeZone === undefined ? room.timeZone : patch.timeZone;
  const members = patch.memberIds === undefined ? room.memberIds : [...new Set(patch.memberIds)];
  const memberIds = isSameSet(members, room.memberIds) ? room.memberIds : members;
  const next = { name, companyId, targetDate, timeZone, memberIds };
  const fields = Object.keys(next) as (keyof typeof next)[];
  return fields.every((field) => next[field] === room[field]) ? room : written(room, next, doing);
}

/** The room shared with a person, who becomes its primary contact where it has none; the very same where it was already. */
export function sharedWith(room: RoomRecord, personId: Id, doing: Doing): RoomRecord {
  if (isGuestOf(room, personId)) return room;
  const guests = [...room.guests, { personId, sharedAt: doing.at }];
  return written(room, { guests, primaryContactId: room.primaryContactId ?? personId }, doing);
}

/** The room no longer shared with a guest; where that was the primary contact there is none. */
export function unsharedWith(room: RoomRecord, personId: Id, doing: Doing): RoomRecord {
  if (!isGuestOf(room, personId)) return room;
  const guests = room.guests.filter((guest) => guest.personId !== personId);
  const primaryContactId = room.primaryContactId === personId ? null : room.primaryContactId;
  return written(room, { guests, primaryContactId }, doing);
}

/**
 * The room once one of its people moved to another side or company: a customer's person is no member, and guest of no room but
 * those of the company that they came to; one of our team is no guest. The very same where they may stay as they are.
 */
export function leftBy(
  room: RoomRecord,
  { id, side, companyId }: Pick<Person, 'id' | 'side' | 'companyId'>,
  doing: Doing,
): RoomRecord {
  const isExternal = side === 'external';
  const memberIds = isExternal ? room.memberIds.filter((memberId) => memberId !== id) : room.memberIds;
  const leaves = isGuestOf(room, id) && !(isExternal && companyId === room.companyId);
  if (!leaves && memberIds.length === room.memberIds.length) return room;
  const { guests, primaryContactId } = leaves ? unsharedWith(room, id, doing) : room;
  return written(room, { memberIds, guests, primaryContactId }, doing);
}

/** The room with another primary contact, one of its guests, or none. */
export function withContact(room: RoomRecord, primaryContactId: Id | null, doing: Doing): RoomRecord {
  return room.primaryContactId === primaryContactId ? room : written(room, { primaryContactId }, doing);
}

/** The room deleted; restored within 30 days it is as it was. */
export function deletedRoom(room: RoomRecord, doing: Doing): RoomRecord {
  return written(room, { deleted: { at: doing.at, by: doing.by } }, doing);
}

/** The room brought back; the very same where it was not deleted. */
export function restoredRoom(room: RoomRecord, doing: Doing): RoomRecord {
  return room.deleted === null ? room : written(room, { deleted: null }, doing);
}

/** What a room is judged against. */
export interface RoomSetting {
  /** At least those of the people it names who exist. */
  people: ReadonlyMap<Id, Pick<Person, 'side'>>;
  /** Whether the company it names exists. */
  hasCompany: boolean;
}

/** The faults of a new room or of an edit; none where it can be written. */
export function faultsOfRoom(
  written: Pick<RoomPatch, 'companyId' | 'memberIds'>,
  { people, hasCompany }: RoomSetting,
): ProblemError[] {
  const faults: ProblemError[] = [];
  if (written.companyId !== undefined && !hasCompany)
    faults.push({ pointer: '/companyId', code: 'unknown-company', message: 'must be a company of the workspace' });
  for (const [index, id] of (written.memberIds ?? []).entries()) {
    const person = people.get(id);
    if (!person) faults.push(unknownPerson(`/memberIds/${index}`));
    else if (person.side !== 'internal')
      faults.push({
        pointer: `/memberIds/${index}`,
        code: 'internal-only',
        message: 'must be a person of your own team: share the room with a customer’s people',
      });
  }
  return faults;
}

/** The faults of sharing a room with a person: they must be a customer's. */
export function faultsOfGuest(person: Pick<Person, 'side'> | null | undefined): ProblemError[] {
  if (!person) return [unknownPerson('/personId')];
  if (person.side === 'external') return [];
  return [
    { pointer: '/personId', code: 'external-only', message: 'must be a customer’s person: add your own to members' },
  ];
}

/** The faults of a primary contact: they must be a guest of the room. */
export function faultsOfContact(personId: Id | null, room: Pick<RoomRecord, 'guests'>): ProblemError[] {
  if (personId === null || isGuestOf(room, personId)) return [];
  return [
    { pointer: '/personId', code: 'not-a-guest', message: 'must be a guest of the room: share it with them first' },
  ];
}

function unknownPerson(pointer: string): ProblemError {
  return { pointer, code: 'unknown-person', message: 'must be a person of the workspace' };
}

function written(room: RoomRecord, fields: Partial<RoomRecord>, { by, at }: Doing): RoomRecord {
  return { ...room, ...fields, updatedAt: at, updatedBy: by, version: room.version + 1 };
}
