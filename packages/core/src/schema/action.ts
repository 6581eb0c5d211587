// An action: a promise between people (rulebook §2, api.md R-D-2). One shape for every context.
import * as z from 'zod/mini';
import { type Id, idSchema, versionSchema } from './id.ts';
import { ID_TEXT } from './id-text.ts';
import { permissionSchema } from './permission.ts';
import { descriptionSchema, querySchema, titleSchema } from './text.ts';
import { civilDateSchema, type Instant, instantSchema } from './time.ts';

// ── where it lives ──────────────────────────────────────────────────────────────────────────────

export const actionContextSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('personal') }),
  z.strictObject({ type: z.literal('relationship'), relationshipId: idSchema, meetingId: z.optional(idSchema) }),
  z.strictObject({ type: z.literal('room'), roomId: idSchema, sectionId: idSchema, internalOnly: z.boolean() }),
  z.strictObject({ type: z.literal('engagement'), engagementId: idSchema, itemId: idSchema }),
]);
/** The one place an action lives in. */
export type ActionContext = z.infer<typeof actionContextSchema>;

// ── whose it is ─────────────────────────────────────────────────────────────────────────────────

export const assigneeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('person'), personId: idSchema }),
  z.strictObject({ type: z.literal('primaryContact') }),
  z.strictObject({ type: z.literal('company') }),
]);
/** Whom an action is assigned to. */
export type Assignee = z.infer<typeof assigneeSchema>;

// ── when ────────────────────────────────────────────────────────────────────────────────────────

export const anchorSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('roomCreated') }),
  z.strictObject({ type: z.literal('engagementStart') }),
  z.strictObject({ type: z.literal('sectionCompleted'), sectionId: idSchema }),
  z.strictObject({ type: z.literal('actionDue'), actionId: idSchema }),
  z.strictObject({ type: z.literal('actionCompleted'), actionId: idSchema }),
]);
/** What a relative date rests on. */
export type Anchor = z.infer<typeof anchorSchema>;

export const dateUnitSchema = z.enum(['day', 'businessDay', 'week', 'month']);
export type DateUnit = z.infer<typeof dateUnitSchema>;

export const dateRuleSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('fixed'), date: civilDateSchema }),
  z.strictObject({
    type: z.literal('relative'),
    amount: z.int().check(z.minimum(-10_000), z.maximum(10_000)),
    unit: dateUnitSchema,
    anchor: anchorSchema,
    roll: z.optional(z.enum(['none', 'next', 'previous'])),
  }),
]);
/** The rule that gives a start or a due date. */
export type DateRule = z.infer<typeof dateRuleSchema>;

/** A start or due date as it is written: the rule, and the date it is pinned to, if it is. */
export const plannedDateDraftSchema = z.strictObject({
  rule: dateRuleSchema,
  pinned: z.optional(z.nullable(civilDateSchema)),
});
export type PlannedDateDraft = z.infer<typeof plannedDateDraftSchema>;

export const dateBasisSchema = z.enum(['fixed', 'settled', 'projected', 'waiting', 'broken']);
/** What a date rests on (rulebook §3). */
export type DateBasis = z.infer<typeof dateBasisSchema>;

/** A start or due date as it is read: the rule with the date it gives. */
export const plannedDateSchema = z.object({
  rule: dateRuleSchema,
  pinned: z.nullable(civilDateSchema),
  date: z.nullable(civilDateSchema),
  basis: dateBasisSchema,
  /** Ids of what it waits for; empty where it waits for nothing, or for something the reader may not see. */
  waitingOn: z.array(z.string()),
});
/** A start or due date as it is read. */
export type PlannedDate = z.infer<typeof plannedDateSchema>;

/** A start or due date as it is stored: the rule and what it gives, and who set it when. */
export interface PlannedDateRecord extends PlannedDate {
  setBy: Id;
  setAt: Instant;
}

// ── how it stands ───────────────────────────────────────────────────────────────────────────────

export const actionStateSchema = z.enum(['todo', 'inProgress', 'done', 'notDone', 'cancelled']);
/** The stored state. `inProgress` and `cancelled` exist in rooms, `notDone` everywhere else. */
export type ActionState = z.infer<typeof actionStateSchema>;

export const actionStatusSchema = z.enum(['todo', 'overdue', 'inProgress', 'done', 'doneLate', 'notDone', 'cancelled']);
/** The shown status, derived from state and clock; never stored. */
export type ActionStatus = z.infer<typeof actionStatusSchema>;

export const closingSchema = z.object({
  at: instantSchema,
  /** Null where the reader may not know who. */
  by: z.nullable(idSchema),
  /** The fixed or settled due date in force when it closed, or none. */
  due: z.nullable(civilDateSchema),
  /** The day it closed on its container's clock, so that a later change of zone rewrites nothing. */
  on: z.optional(civilDateSchema),
});
/** When, by whom and against which due date an action was closed (rulebook §2.1). */
export type Closing = z.infer<typeof closingSchema>;

// ── the action ──────────────────────────────────────────────────────────────────────────────────

/** Where a row orders itself within a section: a fractional order key. */
export const positionSchema = z.string().check(z.regex(/^[A-Za-z0-9]{1,128}$/, { error: 'must be an order key' }));

/** What the reader may do with an action. */
export const actionPermissionsSchema = z.object({
  /** Title, description, assignee and dates. */
  edit: permissionSchema,
  setState: permissionSchema,
  delete: permissionSchema,
});
export type ActionPermissions = z.infer<typeof actionPermissionsSchema>;

/** An action as its reader gets it. */
export const actionSchema = z.object({
  id: idSchema,
  context: actionContextSchema,
  title: z.string(),
  description: z.string(),
  assignee: z.nullable(assigneeSchema),
  start: z.nullable(plannedDateSchema),
  due: z.nullable(plannedDateSchema),
  position: z.nullable(z.string()),
  state: actionStateSchema,
  status: actionStatusSchema,
  overdue: z.boolean(),
  late: z.boolean(),
  closed: z.nullable(closingSchema),
  createdBy: z.nullable(idSchema),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  version: versionSchema,
  may: actionPermissionsSchema,
});
/** An action as its reader gets it. */
export type Action = z.infer<typeof actionSchema>;

/** An action as it is stored: no status, no lateness, no permission; the due date as a rule. */
export interface ActionRecord {
  id: Id;
  context: ActionContext;
  title: string;
  description: string;
  assignee: Assignee | null;
  start: PlannedDateRecord | null;
  due: PlannedDateRecord | null;
  position: string | null;
  state: ActionState;
  closed: Closing | null;
  createdBy: Id;
  createdAt: Instant;
  updatedAt: Instant;
  version: number;
  /** When and by whom it was deleted; it can be restored for 30 days (api.md R-V-5). */
  deleted: { at: Instant; by: Id } | null;
}

/** One change of an action's state, kept so that a past agenda can be read as it was (rulebook §6.1). */
export interface StateChange {
  id: Id;
  actionId: Id;
  from: ActionState | null;
  to: ActionState;
  at: Instant;
  by: Id;
}

/** What is written to make an action. */
export const actionDraftSchema = z.strictObject({
  id: z.optional(idSchema),
  context: actionContextSchema,
  title: titleSchema,
  description: z.optional(descriptionSchema),
  assignee: z.optional(z.nullable(assigneeSchema)),
  start: z.optional(z.nullable(plannedDateDraftSchema)),
  due: z.optional(z.nullable(plannedDateDraftSchema)),
  position: z.optional(positionSchema),
});
/** What is written to make an action. */
export type ActionDraft = z.infer<typeof actionDraftSchema>;

/** What can be changed of an action: only the named fields are written. */
export const actionPatchSchema = z.strictObject({
  title: z.optional(titleSchema),
  description: z.optional(descriptionSchema),
  assignee: z.optional(z.nullable(assigneeSchema)),
  start: z.optional(z.nullable(plannedDateDraftSchema)),
  due: z.optional(z.nullable(plannedDateDraftSchema)),
  position: z.optional(positionSchema),
});
/** What can be changed of an action. */
export type ActionPatch = z.infer<typeof actionPatchSchema>;

// ── lists ───────────────────────────────────────────────────────────────────────────────────────

export const contextFilterSchema = z.string().check(
  z.regex(/^(personal|relationship|room|engagement|(relationship|room|engagement):[A-Za-z0-9_-]{1,64})$/, {
    error: 'must be personal, relationship, room or engagement, or one of them such as relationship:ID',
  }),
);
export const actionSortSchema = z.enum([
  'due',
  '-due',
  'created',
  '-created',
  'updated',
  '-updated',
  'title',
  '-title',
]);
/** The order of a list; ids break ties, and what has no date comes last. */
export type ActionSort = z.infer<typeof actionSortSchema>;

/** What a list of actions is asked for (api.md §5, `GET /actions`). Absent: not filtered by that. */
export const actionFilterSchema = z.strictObject({
  /** Any of these shown statuses; `overdue` also takes a room's action that carries the overdue mark. */
  status: z.optional(z.array(actionStatusSchema)),
  /** `me`, or a person's id. */
  assignee: z.optional(z.string().check(z.regex(ID_TEXT, { error: 'must be me or a person’s id' }))),
  context: z.optional(contextFilterSchema),
  overdue: z.optional(z.boolean()),
  /** Whose turn it is: `us` internal, `them` external (rooms). */
  side: z.optional(z.enum(['us', 'them'])),
  dueFrom: z.optional(civilDateSchema),
  dueTo: z.optional(civilDateSchema),
  /** Recent activity: what is open, and what was closed in the last so many days. */
  recent: z.optional(z.int().check(z.minimum(1), z.maximum(3650))),
  /** Words that title or description hold, letter case aside. */
  query: z.optional(querySchema),
});
export type ActionFilter = z.infer<typeof actionFilterSchema>;

// ── bulk ────────────────────────────────────────────────────────────────────────────────────────

/** Actions in one bulk request, at most (api.md R-V-4). */
export const BULK_LIMIT = 500;

const bulkIds = z
  .array(idSchema)
  .check(z.minLength(1), z.maxLength(BULK_LIMIT, { error: `at most ${BULK_LIMIT} at once` }));
export const bulkRequestSchema = z.discriminatedUnion('operation', [
  z.strictObject({
    operation: z.literal('setState'),
    ids: bulkIds,
    state: actionStateSchema,
    dryRun: z.optional(z.boolean()),
  }),
  z.strictObject({
    operation: z.literal('assign'),
    ids: bulkIds,
    assignee: z.nullable(assigneeSchema),
    dryRun: z.optional(z.boolean()),
  }),
  z.strictObject({
    operation: z.literal('reschedule'),
    ids: bulkIds,
    due: z.nullable(plannedDateDraftSchema),
    dryRun: z.optional(z.boolean()),
  }),
  z.strictObject({ operation: z.literal('delete'), ids: bulkIds, dryRun: z.optional(z.boolean()) }),
]);
/** One operation on up to 500 actions. */
export type BulkRequest = z.infer<typeof bulkRequestSchema>;

export const bulkOutcomeSchema = z.object({
  id: idSchema,
  outcome: z.enum(['done', 'skipped', 'refused']),
  /** A rule's name, an input fault's code, a problem's code, or `unchanged`, `duplicate`; absent where done. */
  reason: z.optional(z.string()),
  version: z.optional(versionSchema),
});
/** What became of one action of a bulk operation. */
export type BulkOutcome = z.infer<typeof bulkOutcomeSchema>;

export const bulkResponseSchema = z.object({ results: z.array(bulkOutcomeSchema) });
export type BulkResponse = z.infer<typeof bulkResponseSchema>;

// ── why this date ───────────────────────────────────────────────────────────────────────────────

export const explanationSchema = z.object({
  actionId: idSchema,
  start: z.nullable(
    z.object({
      date: z.nullable(civilDateSchema),
      basis: dateBasisSchema,
      steps: z.array(z.looseObject({ type: z.string() })),
    }),
  ),
  due: z.nullable(
    z.object({
      date: z.nullable(civilDateSchema),
      basis: dateBasisSchema,
      steps: z.array(z.looseObject({ type: z.string() })),
    }),
  ),
});
/** The steps that led to an action's dates, as data (rulebook §3). */
export type Explanation = z.infer<typeof explanationSchema>;
