// The day's turn (rulebook §3): a projected date that rests on an overdue action moves with the day. A plan is worked out
// whole whenever it is read; a list goes by the dates that are kept, so those that the day may have moved are worked out
// anew before it. That is no change of an action: it makes no next version and names nobody.
import { dayAt, isTurned } from '../domain/index.ts';
import type { RoomRecord } from '../schema/index.ts';
import type { Call } from './call.ts';
import { keepTurn } from './plan-keeping.ts';
import { openPlan } from './plan-work.ts';

/** Brings the dates that are kept of these rooms to today, where the day may have moved any. */
export async function turnDays(call: Call, rooms: Iterable<RoomRecord>): Promise<void> {
  const isDue = (room: RoomRecord) => isTurned(room, dayAt(call.now, room.timeZone ?? call.workspace.timeZone));
  // In the order of their ids, as whoever holds several does.
  for (const { id } of [...rooms].filter(isDue).sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const room = await call.tx.hold(id);
    // Another transaction may just have done it.
    if (room === null || room.deleted !== null || !isDue(room)) continue;
    // Or have changed the calendar or the zone, and what it moved.
    const workspace = await call.tx.workspace();
    await keepTurn(await openPlan({ ...call, workspace }, room));
  }
}
