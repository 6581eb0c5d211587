// A room's plan as its reader gets it, in one answer, and what a set of changes would move in it (rulebook §3, §4).
// Everything is told of what this reader may see; dates alone are worked out over the whole plan.
import * as z from 'zod/mini';
import { actionDraftSchema, actionPatchSchema, actionSchema } from './action.ts';
import { actionStateSchema } from './action-state.ts';
import { idSchema } from './id.ts';
import { PLAN_ACTIONS_LIMIT } from './limits.ts';
import { dateFieldSchema, movedDateSchema } from './moved-date.ts';
import { problemErrorSchema } from './problem.ts';
import { roomSchema } from './room.ts';
import { sectionSchema } from './section.ts';
import { civilDateSchema, readDateSchema } from './time.ts';

/** How much of what the reader sees is done; cancelled actions do not count. */
export const progressSchema = z.object({ done: z.int(), total: z.int() });
export type Progress = z.infer<typeof progressSchema>;

/** What becomes of the rules that rest on what is deleted: today's dates as fixed ones, or none. */
export const dependentsSchema = z.enum(['freeze', 'clear']);
export type Dependents = z.infer<typeof dependentsSchema>;

export const planSectionSchema = z.extend(sectionSchema, {
  progress: progressSchema,
  completion: z.object({
    basis: z.enum(['settled', 'projected', 'waiting']),
    /** The day of its completion; null while it waits. */
    date: z.nullable(readDateSchema),
  }),
});

/** How a plan's finish stands to the target date: `none` where there is no target. */
export const finishStateSchema = z.enum(['onTrack', 'atRisk', 'late', 'none']);

export const planFinishSchema = z.object({
  /** The projected finish; null where no action has a date. */
  date: z.nullable(readDateSchema),
  state: finishStateSchema,
  target: z.nullable(civilDateSchema),
  /** Whose side holds how many of the days to the finish. */
  held: z.object({ us: z.int(), them: z.int() }),
});

/** A room's plan. */
export const roomPlanSchema = z.object({
  room: roomSchema,
  /** In order. */
  sections: z.array(planSectionSchema),
  /** In the order of the sections, and of each section. */
  actions: z.array(actionSchema),
  progress: progressSchema,
  finish: planFinishSchema,
  /** The actions that set the finish, each resting on the one before; those the reader sees. */
  criticalPath: z.array(idSchema),
  /** Open actions by whose turn it is. */
  sides: z.object({ us: z.int(), them: z.int() }),
});
/** A room's plan as its reader gets it. */
export type RoomPlan = z.infer<typeof roomPlanSchema>;

/** As whom a plan is looked at: one of the guests, or the company, whichever of its guests that is. */
export const planQuerySchema = z.strictObject({ as: z.optional(idSchema) });

export const planEditSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('create'), draft: actionDraftSchema }),
  z.strictObject({ type: z.literal('update'), actionId: idSchema, patch: actionPatchSchema }),
  z.strictObject({ type: z.literal('setState'), actionId: idSchema, state: actionStateSchema }),
  z.strictObject({ type: z.literal('remove'), actionId: idSchema, dependents: z.optional(dependentsSchema) }),
  z.strictObject({ type: z.literal('removeSection'), sectionId: idSchema, dependents: z.optional(dependentsSchema) }),
]);
/** One change of a plan that is tried out. */
export type PlanEdit = z.infer<typeof planEditSchema>;

/** Changes to try out, in order. */
export const previewRequestSchema = z.strictObject({
  changes: z.array(planEditSchema).check(z.minLength(1), z.maxLength(PLAN_ACTIONS_LIMIT)),
});
export type PreviewRequest = z.infer<typeof previewRequestSchema>;

export const previewSchema = z.object({
  moved: z.array(movedDateSchema),
  /** Actions that become overdue by it. */
  overdue: z.array(idSchema),
  /** Why it could not be made; nothing moves then. */
  refused: z.optional(
    z.object({
      code: z.string(),
      /** Which of the changes, from 0. */
      change: z.int(),
      rule: z.optional(z.string()),
      errors: z.optional(z.array(problemErrorSchema)),
      /** The loop that it would close: each resting on the next. */
      path: z.optional(z.array(idSchema)),
      dependents: z.optional(z.array(z.object({ actionId: idSchema, field: dateFieldSchema }))),
    }),
  ),
});
/** What a set of changes would move. */
export type Preview = z.infer<typeof previewSchema>;
