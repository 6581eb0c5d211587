// The rooms that matter to a call: the one of an action or of a request, found when it is needed and not before; and all
// that the viewer sees, for lists (rulebook §6: members, guests, admins). An action's engagement is found with it likewise.
import { type Access, canSeeRoom, inEngagements, inRooms, type RoomSight, roomPermissionsOf } from '../domain/index.ts';
import type { ActionContext, EngagementRecord, Id, Room, RoomRecord } from '../schema/index.ts';
import { type Call, lookUp } from './call.ts';
import { notFound } from './failures.ts';

/** The room, if it is there and the viewer sees it. */
export async function visibleRoom(call: Call, id: Id): Promise<RoomRecord> {
  const room = await lookUp(call, 'room', id);
  if (!room || !canSeeRoom(room, call.access.viewer)) throw notFound();
  return room;
}

/** What the viewer has access to, with the room or the engagement that a place is in; the very same where it is in none. */
export async function accessAt(call: Pick<Call, 'tx' | 'access'>, context: ActionContext): Promise<Access> {
  if (context.type === 'engagement') {
    const engagement = await call.tx.get('engagement', context.engagementId);
    return engagement ? inEngagements(call.access, [engagement]) : call.access;
  }
  if (context.type !== 'room') return call.access;
  const room = await call.tx.get('room', context.roomId);
  return room ? inRooms(call.access, [room]) : call.access;
}

/** The same call, its access told of these rooms. */
export function callInRooms(call: Call, rooms: Iterable<RoomRecord>): Call {
  return { ...call, access: inRooms(call.access, rooms) };
}

/** The same call, its access told of these engagements. */
export function callInEngagements(call: Call, engagements: Iterable<EngagementRecord>): Call {
  return { ...call, access: inEngagements(call.access, engagements) };
}

/** The rooms that the viewer sees, and no others. */
export async function roomsSeen({ tx, viewer, access }: Pick<Call, 'tx' | 'viewer' | 'access'>): Promise<RoomRecord[]> {
  if (viewer.role !== 'admin') return (await tx.roomsOf(viewer.id)).filter((room) => canSeeRoom(room, access.viewer));
  return (await tx.find('room', {})).filter(({ deleted }) => deleted === null);
}

/** A room as its reader gets it. */
export function roomView(record: RoomRecord, { viewer }: Pick<Access, 'viewer'>, sight: RoomSight): Room {
  const { deleted: _, turnsOn: _turn, createdBy, updatedBy, ...told } = record;
  return {
    ...told,
    createdBy: sight.knows(createdBy) ? createdBy : null,
    updatedBy: sight.knows(updatedBy) ? updatedBy : null,
    may: roomPermissionsOf(record, viewer),
  };
}
