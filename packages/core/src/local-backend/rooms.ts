// Rooms (rulebook §4, §6.1): made by anybody of our team, changed and shared by their members and admins, deleted by their
// maker or an admin. The first person a room is shared with becomes its primary contact.
import type { RoomBackend } from '../backend.ts';
import {
  applyRoomPatch,
  canSeeRoom,
  deletedRoom,
  type Doing,
  faultsOfContact,
  faultsOfGuest,
  faultsOfRoom,
  guestSight,
  isGuestOf,
  isInsider,
  isRestorable,
  mayCreateRoom,
  mayDeleteRoom,
  mayInRoom,
  movesInSight,
  newRoom,
  restoredRoom,
  sharedWith,
  unsharedWith,
  WHOLE,
  withContact,
} from '../domain/index.ts';
import {
  directoryQuerySchema,
  type Id,
  primaryContactSchema,
  readOnlyFields,
  type Room,
  ROOM_PEOPLE_LIMIT,
  roomDraftSchema,
  type RoomPatch,
  roomPatchSchema,
  type RoomRecord,
  roomSchema,
  roomShareSchema,
} from '../schema/index.ts';
import { type Call, type Calls, lookUp } from './call.ts';
import { checked, forbidden, notFound, validation, versionConflict } from './failures.ts';
import { pageOfHeld, placed } from './listing.ts';
import { isTextKey, pageOf } from './page.ts';
import { keepPlan } from './plan-keeping.ts';
import { openPlan, setClock } from './plan-work.ts';
import { roomsSeen, roomView, visibleRoom } from './room-access.ts';
import { planOf, previewOf } from './room-plan.ts';
import { fillRoom, templateFor } from './template-use.ts';
import { insertNew, versionOf } from './write.ts';

const READ_ONLY_ON_CREATE = new Set(readOnlyFields(roomSchema, roomDraftSchema));
const READ_ONLY_ON_EDIT = new Set(readOnlyFields(roomSchema, roomPatchSchema));

/** The rooms' part of the port. */
export function roomsOf(inCall: Calls): RoomBackend['rooms'] {
  return {
    async list(query = {}, options) {
      const { query: words = '', ...asked } = checked(directoryQuerySchema, query);
      return inCall(async (call) => {
        const page = await pageOf(asked, {
          scope: [call.viewer.id, 'rooms', words],
          isKey: isTextKey,
          placed: (room: RoomRecord) => placed('room', room),
          find: async (which) =>
            call.viewer.role === 'admin'
              ? call.tx.list('room', { query: words }, which)
              : pageOfHeld('room', { query: words }, which, await roomsSeen(call)),
        });
        return { ...page, items: page.items.map((room) => read(call, room)) };
      }, options);
    },

    get: (id, options) => inCall(async (call) => read(call, await visibleRoom(call, id)), options),

    async create(draft, options) {
      const written = checked(roomDraftSchema, draft, READ_ONLY_ON_CREATE);
      return inCall(async (call) => {
        const allowed = mayCreateRoom(call.access.viewer);
        if (allowed !== true) throw forbidden(allowed);
        await assertSound(call, written);
        const { templateId } = written;
        const template = templateId === undefined ? null : await templateFor(call, templateId);
        const room = newRoom(written, written.id ?? call.newId(), doing(call));
        assertSpace(room, '/memberIds');
        await insertNew(call.tx, 'room', room);
        if (template !== null) await fillRoom(call, room, template);
        return read(call, room);
      }, options);
    },

    async update(id, patch, options) {
      const written = checked(roomPatchSchema, patch, READ_ONLY_ON_EDIT);
      const version = versionOf(options);
      return inCall(async (call) => {
        const room = await changeableRoom(call, id);
        await assertSound(call, written);
        const next = applyRoomPatch(room, written, doing(call));
        assertSpace(next, '/memberIds');
        if (version !== room.version) throw versionConflict(read(call, room));
        // On another clock the same moments may lie on other days, and dates with them.
        const work = next.timeZone === room.timeZone ? null : setClock(await openPlan(call, room), next);
        const kept = await keep(call, room, next);
        if (work === null) return kept;
        const { moved } = await keepPlan(work);
        return { ...kept, moved: movesInSight(moved, WHOLE) };
      }, options);
    },

    async remove(id, options) {
      const version = versionOf(options);
      return inCall(async (call) => {
        const room = await visibleRoom(call, id);
        const allowed = mayDeleteRoom(room, call.access.viewer);
        if (allowed !== true) throw forbidden(allowed);
        if (version !== room.version) throw versionConflict(read(call, room));
        await call.tx.replace('room', deletedRoom(room, doing(call)));
      }, options);
    },

    restore: (id, options) =>
      inCall(async (call) => {
        const room = await lookUp(call, 'room', id);
        if (!room || !canSeeRoom({ ...room, deleted: null }, call.access.viewer)) throw notFound();
        if (room.deleted !== null) {
          if (!isRestorable(room, call.now)) throw notFound();
          if (room.deleted.by !== call.viewer.id) throw forbidden('deleter-only');
          const allowed = mayDeleteRoom(room, call.access.viewer);
          if (allowed !== true) throw forbidden(allowed);
        }
        return keep(call, room, restoredRoom(room, doing(call)));
      }, options),

    async share(id, personId, options) {
      const { personId: guestId } = checked(roomShareSchema, { personId });
      return inCall(async (call) => {
        const room = await changeableRoom(call, id);
        const faults = faultsOfGuest(await call.tx.get('person', guestId));
        if (faults.length > 0) throw validation(faults);
        const next = sharedWith(room, guestId, doing(call));
        assertSpace(next, '/personId');
        return keep(call, room, next);
      }, options);
    },

    async unshare(id, personId, options) {
      const version = versionOf(options);
      return inCall(async (call) => {
        const room = await changeableRoom(call, id);
        if (!isGuestOf(room, personId)) throw notFound();
        if (version !== room.version) throw versionConflict(read(call, room));
        return keep(call, room, unsharedWith(room, personId, doing(call)));
      }, options);
    },

    async setPrimaryContact(id, personId, options) {
      const { personId: contactId } = checked(primaryContactSchema, { personId });
      return inCall(async (call) => {
        const room = await changeableRoom(call, id);
        const faults = faultsOfContact(contactId, room);
        if (faults.length > 0) throw validation(faults);
        return keep(call, room, withContact(room, contactId, doing(call)));
      }, options);
    },

    plan: planOf(inCall),
    preview: previewOf(inCall),
  };
}

/** The room, if the viewer sees it and may change it. */
export async function changeableRoom(call: Call, id: Id): Promise<RoomRecord> {
  const room = await visibleRoom(call, id);
  const allowed = mayInRoom(room, call.access.viewer);
  if (allowed !== true) throw forbidden(allowed);
  return room;
}

function read({ access }: Call, room: RoomRecord): Room {
  const { viewer } = access;
  return roomView(room, access, isInsider(room, viewer) ? WHOLE : guestSight(room, [], viewer.personId));
}

/** Keeps a room as it became, and answers it. */
async function keep(call: Call, before: RoomRecord, after: RoomRecord): Promise<Room> {
  if (after !== before) await call.tx.replace('room', after);
  return read(call, after);
}

function doing({ viewer, at }: Call): Doing {
  return { by: viewer.id, at };
}

function assertSpace({ memberIds, guests }: RoomRecord, pointer: string): void {
  if (memberIds.length + guests.length <= ROOM_PEOPLE_LIMIT) return;
  throw validation([{ pointer, code: 'too-big', message: `at most ${ROOM_PEOPLE_LIMIT} people in a room` }]);
}

async function assertSound({ tx }: Call, written: Pick<RoomPatch, 'companyId' | 'memberIds'>): Promise<void> {
  const { companyId, memberIds = [] } = written;
  const hasCompany = companyId !== undefined && (await tx.get('company', companyId)) !== null;
  const people = memberIds.length > 0 ? await tx.find('person', { id: [...new Set(memberIds)] }) : [];
  const faults = faultsOfRoom(written, { people: new Map(people.map((person) => [person.id, person])), hasCompany });
  if (faults.length > 0) throw validation(faults);
}
