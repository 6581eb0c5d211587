// The sections of a room's plan (rulebook §6.1): made, renamed, ordered and deleted by the room's members and admins; deleted
// with their actions, and brought back with them. A guest sees one that holds an action they see.
import type { RoomBackend } from '../backend.ts';
import {
  applySectionPatch,
  type Doing,
  guestSight,
  isRestorable,
  keyAfter,
  newSection,
  sightOf,
  WHOLE,
} from '../domain/index.ts';
import {
  dependentsSchema,
  type Id,
  readOnlyFields,
  type RoomRecord,
  type Section,
  sectionDraftSchema,
  sectionPatchSchema,
  type SectionRecord,
  sectionSchema,
} from '../schema/index.ts';
import { type Call, type Calls, lookUp } from './call.ts';
import { checked, forbidden, notFound, versionConflict } from './failures.ts';
import { keepPlan } from './plan-keeping.ts';
import { openPlan, removeSection, returnSection } from './plan-work.ts';
import { visibleRoom } from './room-access.ts';
import { changeableRoom } from './rooms.ts';
import { sectionView } from './section-view.ts';
import { insertNew, versionOf } from './write.ts';

const READ_ONLY_ON_CREATE = new Set(readOnlyFields(sectionSchema, sectionDraftSchema));
const READ_ONLY_ON_EDIT = new Set(readOnlyFields(sectionSchema, sectionPatchSchema));

/** The sections' part of the port. */
export function sectionsOf(inCall: Calls): RoomBackend['sections'] {
  return {
    async create(roomId, draft, options) {
      const written = checked(sectionDraftSchema, draft, READ_ONLY_ON_CREATE);
      return inCall(async (call) => {
        const room = await changeableRoom(call, roomId);
        const position = written.position ?? (await lastPosition(call, roomId));
        const section = newSection({ ...written, position }, written.id ?? call.newId(), roomId, doing(call));
        await insertNew(call.tx, 'section', section);
        return read(call, room, section);
      }, options);
    },

    get: (id, options) =>
      inCall(async (call) => {
        const { section, room } = await visibleSection(call, id);
        const sight = sightOf(room, await call.tx.actionsOfRoom(room.id), call.access.viewer);
        return sectionView(section, room, call.access, sight);
      }, options),

    async update(id, patch, options) {
      const written = checked(sectionPatchSchema, patch, READ_ONLY_ON_EDIT);
      const version = versionOf(options);
      return inCall(async (call) => {
        const { section, room } = await changeableSection(call, id);
        if (version !== section.version) throw versionConflict(read(call, room, section));
        const isRenamed = written.name !== undefined && written.name !== section.name;
        // Guests see its name where they see something in it.
        const isSeen = isRenamed && guestSight(room, await call.tx.actionsOfRoom(room.id)).seen.has(id);
        const next = applySectionPatch(section, written, doing(call), isSeen);
        if (next !== section) await call.tx.replace('section', next);
        return read(call, room, next);
      }, options);
    },

    async remove(id, options) {
      const version = versionOf(options);
      const dependents = options.dependents === undefined ? undefined : checked(dependentsSchema, options.dependents);
      return inCall(async (call) => {
        const { section, room } = await changeableSection(call, id);
        const work = await openPlan(call, room);
        removeSection(work, id, dependents);
        if (version !== section.version) throw versionConflict(read(call, room, section));
        await keepPlan(work);
      }, options);
    },

    restore: (id, options) =>
      inCall(async (call) => {
        const section = await lookUp(call, 'section', id);
        if (!section) throw notFound();
        if (section.deleted === null) {
          const { room } = await changeableSection(call, id);
          return read(call, room, section);
        }
        const room = await changeableRoom(call, section.roomId);
        if (!isRestorable(section, call.now)) throw notFound();
        if (section.deleted.by !== call.viewer.id) throw forbidden('deleter-only');
        const gone = await call.tx.find('action', { id: section.deleted.actionIds });
        const work = await openPlan(call, room);
        const back = returnSection(
          work,
          section,
          gone.filter(({ deleted }) => deleted !== null),
        );
        await keepPlan(work);
        return read(call, room, back);
      }, options),
  };
}

/** The section, if it is there and the viewer sees it, with its room. */
async function visibleSection(call: Call, id: Id): Promise<{ section: SectionRecord; room: RoomRecord }> {
  const section = await lookUp(call, 'section', id);
  if (!section || section.deleted !== null) throw notFound();
  const room = await visibleRoom(call, section.roomId);
  const sight = sightOf(room, [], call.access.viewer);
  if (!sight.whole) {
    const { seen } = sightOf(room, await call.tx.actionsOfRoom(room.id), call.access.viewer);
    if (!seen.has(id)) throw notFound();
  }
  return { section, room };
}

/** The section, if the viewer sees it and may change it, with its room. */
async function changeableSection(call: Call, id: Id): Promise<{ section: SectionRecord; room: RoomRecord }> {
  const { section, room } = await visibleSection(call, id);
  // Held, for whoever changes the plan at the same moment.
  return { section, room: await changeableRoom(call, room.id) };
}

async function lastPosition(call: Call, roomId: Id): Promise<string> {
  const sections = await call.tx.find('section', { roomId });
  return keyAfter(
    sections.reduce<string | null>((last, { position }) => (last !== null && last > position ? last : position), null),
  );
}

function read(call: Call, room: RoomRecord, section: SectionRecord): Section {
  return sectionView(section, room, call.access, WHOLE);
}

function doing({ viewer, at }: Call): Doing {
  return { by: viewer.id, at };
}
