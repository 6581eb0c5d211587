// An engagement: a coaching programme of one coach and one or more coachees (rulebook §1, §5). A draft is seen by admins
// alone; an active one by its coach and spectators too; once it is shared, by its coachees. What a reader gets of it is
// decided by `engagementInSight` in core/domain and by nothing else.
import * as z from 'zod/mini';
import { ID_TEXT } from './id-text.ts';
import { type Id, idSchema, versionSchema } from './id.ts';
import { rateSchema } from './invoicing.ts';
import { itemSchema } from './item.ts';
import { COACHEES_LIMIT, SPECTATORS_LIMIT } from './limits.ts';
import { permissionSchema } from './permission.ts';
import { progressSchema } from './plan.ts';
import { pageQuerySchema } from './query.ts';
import type { ShownVersions } from './shown-versions.ts';
import { descriptionSchema, querySchema, titleSchema } from './text.ts';
import { civilDateSchema, type Instant, instantSchema, timeZoneSchema } from './time.ts';

export const engagementStatusSchema = z.enum(['draft', 'active']);
export type EngagementStatus = z.infer<typeof engagementStatusSchema>;

/** As what a reader sees an engagement: an admin always as admin, else its coach, a coachee, a spectator. */
export const engagementRoleSchema = z.enum(['admin', 'coach', 'coachee', 'spectator']);
export type EngagementRole = z.infer<typeof engagementRoleSchema>;

export const welcomeSchema = z.strictObject({ title: titleSchema, message: descriptionSchema });
/** What greets coach and coachees once the engagement is shared. */
export type Welcome = z.infer<typeof welcomeSchema>;

export const engagementPermissionsSchema = z.object({
  /** Settings. */
  edit: permissionSchema,
  activate: permissionSchema,
  /** And unshare. */
  share: permissionSchema,
  addItem: permissionSchema,
  delete: permissionSchema,
});
export type EngagementPermissions = z.infer<typeof engagementPermissionsSchema>;

const coacheeIdsSchema = z
  .array(idSchema)
  .check(
    z.minLength(1, { error: 'needs at least one coachee' }),
    z.maxLength(COACHEES_LIMIT, { error: `at most ${COACHEES_LIMIT} coachees at once` }),
  );
const spectatorIdsSchema = z
  .array(idSchema)
  .check(z.maxLength(SPECTATORS_LIMIT, { error: `at most ${SPECTATORS_LIMIT} spectators` }));

/** An engagement as its reader gets it. */
export const engagementSchema = z.object({
  id: idSchema,
  /** As what the reader sees it. */
  role: engagementRoleSchema,
  title: titleSchema,
  status: engagementStatusSchema,
  /** When it was shared with its coachees; null while it is not. */
  sharedAt: z.nullable(instantSchema),
  coachId: idSchema,
  coacheeIds: z.array(idSchema),
  /** The group it was made for, where it was; null to coachees and spectators. */
  groupId: z.nullable(idSchema),
  /** Null to coachees and spectators. */
  spectatorIds: z.nullable(z.array(idSchema)),
  startDate: z.nullable(civilDateSchema),
  endDate: z.nullable(civilDateSchema),
  /** Null: the workspace's own zone. "Today" for its items and actions is today there. */
  timeZone: z.nullable(timeZoneSchema),
  /** Whether coachees may pick the times of sessions that say nothing else themselves. */
  selfScheduling: z.boolean(),
  /** Null where there is none, and to coach and coachees until it is shared. */
  welcome: z.nullable(welcomeSchema),
  /** Coach → firm and firm → coachee: told to admins; the coach is told the coach's own rate alone. */
  coachInvoicingMethodId: z.nullable(idSchema),
  coacheeInvoicingMethodId: z.nullable(idSchema),
  coachRate: z.nullable(rateSchema),
  coacheeRate: z.nullable(rateSchema),
  /** Of the items that the reader knows of. */
  progress: progressSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** Who changed it last, for whom two edits meet: told to admins alone, null to everybody else. */
  updatedBy: z.nullable(idSchema),
  version: versionSchema,
  may: engagementPermissionsSchema,
});
/** An engagement as its reader gets it in a list. */
export type Engagement = z.infer<typeof engagementSchema>;

/** An engagement with its items in order, as its reader gets both. */
export const engagementDetailSchema = z.extend(engagementSchema, { items: z.array(itemSchema) });
export type EngagementDetail = z.infer<typeof engagementDetailSchema>;

/** An engagement as it is stored. */
export interface EngagementRecord {
  id: Id;
  title: string;
  status: EngagementStatus;
  sharedAt: Instant | null;
  /** How often it was shared: each time its coachees may get everything of it anew. */
  shareCount: number;
  activatedAt: Instant | null;
  coachId: Id;
  coacheeIds: readonly Id[];
  groupId: Id | null;
  spectatorIds: readonly Id[];
  startDate: string | null;
  endDate: string | null;
  timeZone: string | null;
  selfScheduling: boolean;
  welcome: Welcome | null;
  coachInvoicingMethodId: Id | null;
  coacheeInvoicingMethodId: Id | null;
  createdBy: Id;
  createdAt: Instant;
  updatedAt: Instant;
  updatedBy: Id;
  version: number;
  /** Absent or missing audiences: as it stands. */
  shown?: ShownVersions | undefined;
  deleted: { at: Instant; by: Id } | null;
  /**
   * The first day, on its clock, on which an item of kind `action` is released that has not become an action yet;
   * `9999-12-31` where none will.
   */
  turnsOn: string;
}

const settingsFields = {
  title: z.optional(titleSchema),
  startDate: z.optional(z.nullable(civilDateSchema)),
  endDate: z.optional(z.nullable(civilDateSchema)),
  timeZone: z.optional(z.nullable(timeZoneSchema)),
  selfScheduling: z.optional(z.boolean()),
  welcome: z.optional(z.nullable(welcomeSchema)),
  spectatorIds: z.optional(spectatorIdsSchema),
  coachInvoicingMethodId: z.optional(z.nullable(idSchema)),
  coacheeInvoicingMethodId: z.optional(z.nullable(idSchema)),
};

/** What can be changed of an engagement: only the named fields are written. */
export const engagementPatchSchema = z.strictObject(settingsFields);
export type EngagementPatch = z.infer<typeof engagementPatchSchema>;

/**
 * What is written to make engagements: for coachees or for a group, one each or one for all, from a template or from
 * scratch. What is set beside a template stands over the template's.
 */
export const engagementDraftSchema = z
  .strictObject({
    coacheeIds: z.optional(coacheeIdsSchema),
    groupId: z.optional(idSchema),
    coachId: idSchema,
    templateId: z.optional(z.nullable(idSchema)),
    /** `individual` by default: one engagement each. */
    mode: z.optional(z.enum(['individual', 'shared'])),
    ...settingsFields,
  })
  .check(
    z.refine(({ coacheeIds, groupId }) => (coacheeIds === undefined) !== (groupId === undefined), {
      error: 'must have either coacheeIds or groupId',
    }),
  );
export type EngagementDraft = z.infer<typeof engagementDraftSchema>;

/** What was made, or refused, for each coachee; of a shared engagement one answer for all. */
export const engagementCreationSchema = z.object({
  results: z.array(
    z.object({
      coacheeIds: z.array(idSchema),
      outcome: z.enum(['done', 'skipped', 'refused']),
      /** A rule's name or an input fault's code, or `duplicate`; absent where done. */
      reason: z.optional(z.string()),
      engagement: z.optional(engagementSchema),
    }),
  ),
});
export type EngagementCreation = z.infer<typeof engagementCreationSchema>;

const personFilterSchema = z.string().check(z.regex(ID_TEXT, { error: 'must be a person’s id, or me' }));

/** Which engagements. Dates: those whose time, from start to end, touches the days asked for. */
export const engagementFilterSchema = z.strictObject({
  status: z.optional(engagementStatusSchema),
  shared: z.optional(z.boolean({ error: 'must be true or false' })),
  /** A person's id, or `me`. */
  coach: z.optional(personFilterSchema),
  coachee: z.optional(personFilterSchema),
  group: z.optional(idSchema),
  from: z.optional(civilDateSchema),
  to: z.optional(civilDateSchema),
  /** Words that the title holds. */
  query: z.optional(querySchema),
});
export type EngagementFilter = z.infer<typeof engagementFilterSchema>;

export const engagementSortSchema = z.enum(['title', '-title', 'start', '-start', 'updated', '-updated']);
/** `title` by default; what has no start comes last both ways. */
export type EngagementSort = z.infer<typeof engagementSortSchema>;

export const engagementQuerySchema = z.strictObject({
  ...engagementFilterSchema.shape,
  ...pageQuerySchema.shape,
  sort: z.optional(engagementSortSchema),
});

export const exportFormatSchema = z.enum(['xlsx', 'csv']);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

export const engagementExportQuerySchema = z.strictObject({
  ...engagementFilterSchema.shape,
  format: z.optional(exportFormatSchema),
});
