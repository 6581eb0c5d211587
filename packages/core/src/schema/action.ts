// An action: a promise between people (rulebook §2, api.md R-D-2). One shape for every context.
import * as z from 'zod/mini';
import { type ActionContext, actionContextSchema } from './action-context.ts';
import {
  type ActionState,
  actionStateSchema,
  actionStatusSchema,
  type Closing,
  closingSchema,
} from './action-state.ts';
import { type Assignee, assigneeSchema } from './assignee.ts';
import { type Id, idSchema, versionSchema } from './id.ts';
import { movedDateSchema } from './moved-date.ts';
import { permissionSchema } from './permission.ts';
import { plannedDateDraftSchema, type PlannedDateRecord, plannedDateSchema } from './planned-date.ts';
import type { ShownVersions } from './shown-versions.ts';
import { descriptionSchema, titleSchema } from './text.ts';
import { type CivilDate, type Instant, instantSchema } from './time.ts';

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
  /** Who made this version: its creator, or who changed it last. Absent where a backend does not tell it. */
  updatedBy: z.optional(z.nullable(idSchema)),
  version: versionSchema,
  may: actionPermissionsSchema,
  /** With the answer to a write in a room: the dates of other actions that moved with it, those the reader may see. */
  moved: z.optional(z.array(movedDateSchema)),
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
  /** Who made this version. */
  updatedBy: Id;
  version: number;
  /**
   * The version as a room's guests see it: what they may not see never moves it (api.md R-V-1). Absent: as it stands.
   */
  shown?: { version: number; updatedAt: Instant; updatedBy: Id } | undefined;
  /** Of an engagement's action: the same for its coachees and spectators. Missing audiences: as it stands. */
  shownTo?: ShownVersions | undefined;
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
  /** Of a closing: the due date it is judged by, as in the action's own. Absent where that is none, or was not kept. */
  due?: CivilDate | undefined;
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
  /** A room's action: to another section of the room, or shown to our team alone, or to all again. */
  context: z.optional(z.strictObject({ sectionId: z.optional(idSchema), internalOnly: z.optional(z.boolean()) })),
});
/** What can be changed of an action. */
export type ActionPatch = z.infer<typeof actionPatchSchema>;
