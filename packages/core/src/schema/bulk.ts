// One operation on many actions at once, and what became of each (api.md R-V-4).
import * as z from 'zod/mini';
import { actionStateSchema } from './action-state.ts';
import { assigneeSchema } from './assignee.ts';
import { idSchema, versionSchema } from './id.ts';
import { BULK_LIMIT } from './limits.ts';
import { plannedDateDraftSchema } from './planned-date.ts';

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
