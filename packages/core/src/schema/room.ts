// A room: a shared space with one customer and its one plan (rulebook §1, §4). Members are of our team; guests are the
// customer's, each from the moment the room was shared with them. The primary contact is one of the guests, or nobody.
import * as z from 'zod/mini';
import { type Id, idSchema, versionSchema } from './id.ts';
import { ROOM_PEOPLE_LIMIT } from './limits.ts';
import { movedDateSchema } from './moved-date.ts';
import { permissionSchema } from './permission.ts';
import { nameSchema } from './text.ts';
import { type CivilDate, civilDateSchema, type Instant, instantSchema, timeZoneSchema } from './time.ts';

export const roomGuestSchema = z.object({ personId: idSchema, sharedAt: instantSchema });
/** Somebody whom a room is shared with, and since when. */
export type RoomGuest = z.infer<typeof roomGuestSchema>;

const memberIdsSchema = z
  .array(idSchema)
  .check(z.maxLength(ROOM_PEOPLE_LIMIT, { error: `at most ${ROOM_PEOPLE_LIMIT} people in a room` }));

const roomFields = {
  id: idSchema,
  name: nameSchema,
  /** The target company. */
  companyId: idSchema,
  /** When the customer should be there, or none. */
  targetDate: z.nullable(civilDateSchema),
  /** Null: the workspace's own zone. "Today" for the room's actions is today there. */
  timeZone: z.nullable(timeZoneSchema),
  memberIds: memberIdsSchema,
  guests: z.array(roomGuestSchema),
  /** One of the guests; null before the first share and once that guest is removed. */
  primaryContactId: z.nullable(idSchema),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  version: versionSchema,
};

/** What the reader may do with a room. */
export const roomPermissionsSchema = z.object({
  /** Name, target company and date, zone, members. */
  edit: permissionSchema,
  /** Guests and the primary contact. */
  share: permissionSchema,
  createAction: permissionSchema,
  /** Sections: make, rename, order, delete. */
  editSections: permissionSchema,
  /** Looking at it as a guest does. */
  viewAs: permissionSchema,
  delete: permissionSchema,
});
export type RoomPermissions = z.infer<typeof roomPermissionsSchema>;

/** A room as its reader gets it. */
export const roomSchema = z.object({
  ...roomFields,
  /** Null where the reader may not know who. */
  createdBy: z.nullable(idSchema),
  updatedBy: z.nullable(idSchema),
  may: roomPermissionsSchema,
  /** With the answer to an edit that set another clock: the dates of actions that moved with it. */
  moved: z.optional(z.array(movedDateSchema)),
});
/** A room as its reader gets it. */
export type Room = z.infer<typeof roomSchema>;

/** A room as it is stored. */
export interface RoomRecord extends Omit<Room, 'createdBy' | 'updatedBy' | 'may' | 'moved'> {
  createdBy: Id;
  /** Who made this version. */
  updatedBy: Id;
  /** When and by whom it was deleted; it can be restored for 30 days (api.md R-V-5). */
  deleted: { at: Instant; by: Id } | null;
  /**
   * The first day, on the room's clock, on which a date that is kept may be another than it is kept as; `9999-12-31`
   * where no date hangs on the day. Absent or null: the dates that are kept were never worked out.
   */
  turnsOn?: CivilDate | null | undefined;
}

/** What is written to make a room, empty or from a template; whoever makes it is a member of it. */
export const roomDraftSchema = z.strictObject({
  id: z.optional(idSchema),
  name: nameSchema,
  companyId: idSchema,
  targetDate: z.optional(z.nullable(civilDateSchema)),
  timeZone: z.optional(z.nullable(timeZoneSchema)),
  memberIds: z.optional(memberIdsSchema),
  templateId: z.optional(idSchema),
});
export type RoomDraft = z.infer<typeof roomDraftSchema>;

/** What can be changed of a room: only the named fields are written. */
export const roomPatchSchema = z.strictObject({
  name: z.optional(nameSchema),
  companyId: z.optional(idSchema),
  targetDate: z.optional(z.nullable(civilDateSchema)),
  timeZone: z.optional(z.nullable(timeZoneSchema)),
  memberIds: z.optional(memberIdsSchema),
});
export type RoomPatch = z.infer<typeof roomPatchSchema>;

/** Whom a room is shared with. */
export const roomShareSchema = z.strictObject({ personId: idSchema });

/** Who is to be the primary contact: one of the guests, or nobody. */
export const primaryContactSchema = z.strictObject({ personId: z.nullable(idSchema) });
