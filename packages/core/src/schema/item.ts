// An item of an engagement (rulebook §5): a session, an assessment, a file, a link, an action or feedback, at its place in
// the programme. It is not scheduled, scheduled or completed; that, and whether its content is out, is told at read time.
// What a reader gets of it is decided by `itemInSight` in core/domain and by nothing else.
import * as z from 'zod/mini';
import { positionSchema } from './action.ts';
import { type Id, idSchema, versionSchema } from './id.ts';
import { answerSchema, type ItemContent, itemContentSchema, itemKindSchema } from './item-content.ts';
import { ASSESSMENT_QUESTIONS_LIMIT, SESSION_MINUTES_LIMIT } from './limits.ts';
import { permissionSchema } from './permission.ts';
import {
  type DateRule,
  dateRuleSchema,
  plannedDateDraftSchema,
  type PlannedDateRecord,
  plannedDateSchema,
} from './planned-date.ts';
import type { ShownVersions } from './shown-versions.ts';
import { descriptionSchema, titleSchema } from './text.ts';
import { type Instant, instantSchema, readDateSchema, writtenInstantSchema } from './time.ts';

const MINUTES_FAULT = { error: `must be a whole number of minutes from 1 to ${SESSION_MINUTES_LIMIT}` };

/** How long a session takes, in minutes: 30, 60 or any number to 480. */
export const minutesSchema = z
  .int(MINUTES_FAULT)
  .check(z.minimum(1, MINUTES_FAULT), z.maximum(SESSION_MINUTES_LIMIT, MINUTES_FAULT));

/** When an item is released, as it is written: at once, or on a day, which may rest on the engagement's start. */
export const releaseDraftSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('immediately') }),
  z.strictObject({ type: z.literal('on'), rule: dateRuleSchema }),
]);
export type ReleaseDraft = z.infer<typeof releaseDraftSchema>;

export const releaseSchema = z.discriminatedUnion('type', [
  /** `at`: the moment it took effect; null while the engagement is a draft. */
  z.object({ type: z.literal('immediately'), at: z.nullable(instantSchema) }),
  /** `date`: what the rule gives; null while the engagement has no start. */
  z.object({ type: z.literal('on'), rule: dateRuleSchema, date: z.nullable(readDateSchema) }),
]);
/** When an item is released, as it is read. */
export type Release = z.infer<typeof releaseSchema>;

/** Grey, purple, green; never told by colour alone. */
export const itemStateSchema = z.enum(['unscheduled', 'scheduled', 'completed']);
export type ItemState = z.infer<typeof itemStateSchema>;

export const itemPermissionsSchema = z.object({
  /** Title and content. */
  edit: permissionSchema,
  /** Release, due date, duration, self-scheduling, start time; of a coachee the start time alone. */
  schedule: permissionSchema,
  complete: permissionSchema,
  /** To another place; not once it is scheduled. */
  move: permissionSchema,
  delete: permissionSchema,
});
export type ItemPermissions = z.infer<typeof itemPermissionsSchema>;

/** What a coachee handed in, or has saved so far. */
export const itemResponseSchema = z.object({
  personId: idSchema,
  /** Of an assessment. */
  answers: z.array(answerSchema),
  /** Of feedback. */
  text: z.string(),
  savedAt: instantSchema,
  /** When it was handed in; null while it is saved only. */
  completedAt: z.nullable(instantSchema),
});
export type ItemResponse = z.infer<typeof itemResponseSchema>;

/** A place in the programme of which its reader may know the kind alone (a coachee, before it is scheduled). */
export const lockedItemSchema = z.object({
  locked: z.literal(true),
  id: idSchema,
  engagementId: idSchema,
  kind: itemKindSchema,
  position: positionSchema,
});
export type LockedItem = z.infer<typeof lockedItemSchema>;

export const openItemSchema = z.object({
  locked: z.literal(false),
  id: idSchema,
  engagementId: idSchema,
  kind: itemKindSchema,
  position: positionSchema,
  title: z.string(),
  /** As its reader has it: to a coachee of a shared engagement an item is completed once they have done their part. */
  state: itemStateSchema,
  /** Whether its content is out to coachees: on its release, a session once it is scheduled. */
  released: z.boolean(),
  /** Null: not scheduled; always null of a session, which is scheduled by its start time. */
  release: z.nullable(releaseSchema),
  due: z.nullable(plannedDateSchema),
  /** Of a session alone; null of every other kind. */
  session: z.nullable(
    z.object({
      /** Minutes; null while nobody has said. */
      duration: z.nullable(z.int()),
      /** Whether coachees may pick its time, as set on it; null: as its engagement has it. */
      selfScheduling: z.nullable(z.boolean()),
      /** What that comes to. */
      mayPickTime: z.boolean(),
      startsAt: z.nullable(instantSchema),
    }),
  ),
  /** Null where the reader may not have it (yet). */
  content: z.nullable(itemContentSchema),
  /** What was handed in, as far as the reader may know: a coachee their own, a spectator none. */
  responses: z.array(itemResponseSchema),
  completed: z.nullable(z.object({ at: instantSchema, by: z.nullable(idSchema) })),
  /** The actions that a released item of kind `action` became, one for each coachee; those the reader sees. */
  actionIds: z.array(idSchema),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  version: versionSchema,
  may: itemPermissionsSchema,
});
export type OpenItem = z.infer<typeof openItemSchema>;

export const itemSchema = z.discriminatedUnion('locked', [lockedItemSchema, openItemSchema]);
/** An item as its reader gets it. */
export type Item = z.infer<typeof itemSchema>;

/** What a coachee handed in as it is stored: `saves` counts its changes, which move the versions of that coachee alone. */
export type ItemResponseRecord = ItemResponse & { saves: number };

/** An item as it is stored. */
export interface ItemRecord {
  id: Id;
  engagementId: Id;
  title: string;
  /** Its order key in the engagement. */
  position: string;
  content: ItemContent;
  /** Of a session alone. */
  session: { duration: number | null; selfScheduling: boolean | null; startsAt: Instant | null } | null;
  /** `by`: who scheduled it, and so whose the actions are that it becomes. */
  release: (({ type: 'immediately'; at: Instant | null } | { type: 'on'; rule: DateRule }) & { by: Id }) | null;
  due: PlannedDateRecord | null;
  responses: readonly ItemResponseRecord[];
  /** Completed outright by an admin or the coach, or by the last coachee's part, or by the last of its actions. */
  completed: { at: Instant; by: Id } | null;
  /** The actions that it became. */
  actionIds: readonly Id[];
  createdBy: Id;
  createdAt: Instant;
  updatedAt: Instant;
  updatedBy: Id;
  version: number;
  /** Absent or missing audiences: as it stands. */
  shown?: ShownVersions | undefined;
  deleted: { at: Instant; by: Id } | null;
}

/** What is written to make an item; without a position it comes last. Scheduling fields are refused in a draft. */
export const itemDraftSchema = z.strictObject({
  id: z.optional(idSchema),
  title: titleSchema,
  content: itemContentSchema,
  position: z.optional(positionSchema),
  release: z.optional(z.nullable(releaseDraftSchema)),
  due: z.optional(z.nullable(plannedDateDraftSchema)),
  duration: z.optional(z.nullable(minutesSchema)),
  selfScheduling: z.optional(z.nullable(z.boolean())),
  startsAt: z.optional(z.nullable(writtenInstantSchema)),
});
export type ItemDraft = z.infer<typeof itemDraftSchema>;

/** What can be changed of an item: only the named fields are written; its content is written whole, of the same kind. */
export const itemPatchSchema = z.strictObject({
  title: z.optional(titleSchema),
  content: z.optional(itemContentSchema),
  position: z.optional(positionSchema),
  duration: z.optional(z.nullable(minutesSchema)),
  selfScheduling: z.optional(z.nullable(z.boolean())),
});
export type ItemPatch = z.infer<typeof itemPatchSchema>;

/** When an item is out, due and held: only the named fields are written; `release: null` or `startsAt: null` unschedules. */
export const itemScheduleSchema = z.strictObject({
  release: z.optional(z.nullable(releaseDraftSchema)),
  due: z.optional(z.nullable(plannedDateDraftSchema)),
  duration: z.optional(z.nullable(minutesSchema)),
  selfScheduling: z.optional(z.nullable(z.boolean())),
  startsAt: z.optional(z.nullable(writtenInstantSchema)),
});
export type ItemSchedule = z.infer<typeof itemScheduleSchema>;

/**
 * Whether an item is done, with what was answered; `completed: false` with answers or text saves them for later, without
 * any it is done no more.
 */
export const itemCompletionSchema = z.strictObject({
  completed: z.boolean({ error: 'must be true or false' }),
  answers: z.optional(z.array(answerSchema).check(z.maxLength(ASSESSMENT_QUESTIONS_LIMIT))),
  text: z.optional(descriptionSchema),
});
export type ItemCompletion = z.infer<typeof itemCompletionSchema>;
