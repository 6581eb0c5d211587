// When an action starts or is due: a rule, and the date it gives (rulebook §3, api.md R-D-1).
import * as z from 'zod/mini';
import { type Id, idSchema } from './id.ts';
import { civilDateSchema, type Instant, readDateSchema } from './time.ts';

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

const fixedRuleSchema = z.strictObject({ type: z.literal('fixed'), date: civilDateSchema });
const relativeRuleSchema = z.strictObject({
  type: z.literal('relative'),
  amount: z.int().check(z.minimum(-10_000), z.maximum(10_000)),
  unit: dateUnitSchema,
  anchor: anchorSchema,
  roll: z.optional(z.enum(['none', 'next', 'previous'])),
});
export const dateRuleSchema = z.discriminatedUnion('type', [fixedRuleSchema, relativeRuleSchema]);
/** The rule that gives a start or a due date. */
export type DateRule = z.infer<typeof dateRuleSchema>;

export const shownAnchorSchema = z.discriminatedUnion('type', [
  ...anchorSchema.def.options,
  z.strictObject({ type: z.literal('internalStep') }),
]);
/** What a relative date rests on, as its reader gets it: of what a guest may not see, that it is an internal step. */
export type ShownAnchor = z.infer<typeof shownAnchorSchema>;

export const shownRuleSchema = z.discriminatedUnion('type', [
  fixedRuleSchema,
  z.extend(relativeRuleSchema, { anchor: shownAnchorSchema }),
]);
/** A rule as its reader gets it; on an internal step it tells no amount either (0 days, no roll). */
export type ShownRule = z.infer<typeof shownRuleSchema>;

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
  rule: shownRuleSchema,
  pinned: z.nullable(civilDateSchema),
  date: z.nullable(readDateSchema),
  basis: dateBasisSchema,
  /** Ids of what it waits for; empty where it waits for nothing, or for something the reader may not see. */
  waitingOn: z.array(z.string()),
});
/** A start or due date as it is read. */
export type PlannedDate = z.infer<typeof plannedDateSchema>;

/** A start or due date as it is stored: the rule and what it gives, and who set it when. */
export interface PlannedDateRecord extends Omit<PlannedDate, 'rule'> {
  rule: DateRule;
  setBy: Id;
  setAt: Instant;
}
