// A room's settings while they are edited: what they were when the form opened, what they are to be, and what somebody else
// made of them meanwhile, field by field. Only what was changed here is written.
import type { Id, Room, RoomPatch } from '@followthrough/core/schema';

export const ROOM_FIELDS = ['name', 'timeZone', 'memberIds'] as const;
/** A setting. */
export type RoomField = (typeof ROOM_FIELDS)[number];
export type RoomValues = Pick<Room, RoomField>;

export class RoomDraft {
  #base: Room;
  #values: RoomValues;
  #conflicts: ReadonlySet<RoomField> = new Set();

  constructor(room: Room) {
    this.#base = room;
    this.#values = { name: room.name, timeZone: room.timeZone, memberIds: room.memberIds };
  }

  /** As the room is, as far as it is known here. */
  get base(): Room {
    return this.#base;
  }

  /** As the form shows them. */
  get values(): RoomValues {
    return this.#values;
  }

  /** What was changed here and elsewhere, and is still to be decided. */
  get conflicts(): ReadonlySet<RoomField> {
    return this.#conflicts;
  }

  write(values: Partial<RoomValues>): void {
    this.#values = { ...this.#values, ...values };
  }

  /** What is to be written; without anything, nothing was changed. */
  get patch(): RoomPatch {
    const name = this.#values.name.trim();
    const { timeZone, memberIds } = this.#values;
    return {
      ...(name !== this.#base.name && { name }),
      ...(timeZone !== this.#base.timeZone && { timeZone }),
      ...(!isSame(memberIds, this.#base.memberIds) && { memberIds: [...memberIds] }),
    };
  }

  /** Takes the room as somebody else left it: what was not changed here follows, what was is to be decided. */
  meet(room: Room): void {
    const conflicts = new Set(this.#conflicts);
    for (const field of ROOM_FIELDS) {
      const [base, mine, theirs] = [this.#base[field], this.#values[field], room[field]];
      if (isSame(theirs, base)) continue;
      if (isSame(mine, base)) this.write({ [field]: theirs });
      else if (!isSame(mine, theirs)) conflicts.add(field);
    }
    this.#base = room;
    this.#conflicts = conflicts;
  }

  resolve(field: RoomField, how: 'mine' | 'theirs'): void {
    if (how === 'theirs') this.write({ [field]: this.#base[field] });
    this.#conflicts = new Set([...this.#conflicts].filter((one) => one !== field));
  }
}

/** The same value; of members, the same people in whichever order. */
function isSame(a: string | null | readonly Id[], b: string | null | readonly Id[]): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  return a.length === b.length && a.every((id) => b.includes(id));
}
