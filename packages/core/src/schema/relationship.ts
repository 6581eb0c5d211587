// A coaching relationship and its 1:1 meetings (rulebook §1, §6.1).
import * as z from 'zod/mini';
import { idSchema, versionSchema } from './id.ts';
import { permissionSchema } from './permission.ts';
import { nameSchema } from './text.ts';
import { instantSchema, timeZoneSchema, writtenInstantSchema } from './time.ts';

/** What is stored of a relationship. */
export const relationshipRecordSchema = z.object({
  id: idSchema,
  managerId: idSchema,
  reportId: idSchema,
  createdBy: idSchema,
  /** Others who were given access; they read and change nothing. */
  viewerIds: z.array(idSchema).check(z.maxLength(200)),
  /** Null: the workspace's own zone. "Today" for the relationship's actions is today there. */
  timeZone: z.nullable(timeZoneSchema),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  version: versionSchema,
});
/** What is stored of a coaching relationship. */
export type RelationshipRecord = z.infer<typeof relationshipRecordSchema>;

/** A relationship as its reader gets it. */
export const relationshipSchema = z.extend(relationshipRecordSchema, {
  /** Whether the reader may see its actions and meetings (an admin who is no party to it may not). */
  may: z.object({
    seeActions: permissionSchema,
    createAction: permissionSchema,
    createMeeting: permissionSchema,
    edit: permissionSchema,
  }),
});
/** A coaching relationship between a manager and a report, as its reader gets it. */
export type Relationship = z.infer<typeof relationshipSchema>;

/** What is written to make a relationship. */
export const relationshipDraftSchema = z.strictObject({
  id: z.optional(idSchema),
  managerId: idSchema,
  reportId: idSchema,
  viewerIds: z.optional(z.array(idSchema).check(z.maxLength(200))),
  timeZone: z.optional(z.nullable(timeZoneSchema)),
});
export type RelationshipDraft = z.infer<typeof relationshipDraftSchema>;

/** What can be changed of a relationship: its settings, not its two people. */
export const relationshipPatchSchema = z.strictObject({
  viewerIds: z.optional(z.array(idSchema).check(z.maxLength(200))),
  timeZone: z.optional(z.nullable(timeZoneSchema)),
});
export type RelationshipPatch = z.infer<typeof relationshipPatchSchema>;

export const meetingSchema = z.object({
  id: idSchema,
  relationshipId: idSchema,
  title: z.nullable(nameSchema),
  startsAt: instantSchema,
  endedAt: z.nullable(instantSchema),
  createdBy: idSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  version: versionSchema,
});
/** A 1:1 within a relationship. */
export type Meeting = z.infer<typeof meetingSchema>;

export const meetingDraftSchema = z.strictObject({
  id: z.optional(idSchema),
  title: z.optional(z.nullable(nameSchema)),
  startsAt: writtenInstantSchema,
});
export type MeetingDraft = z.infer<typeof meetingDraftSchema>;

/** What can be changed of a meeting. */
export const meetingPatchSchema = z.strictObject({
  title: z.optional(z.nullable(nameSchema)),
  startsAt: z.optional(writtenInstantSchema),
  /** When it ended; null where it goes on. */
  endedAt: z.optional(z.nullable(writtenInstantSchema)),
});
export type MeetingPatch = z.infer<typeof meetingPatchSchema>;
