// One operation on many engagements at once, and what became of each (rulebook §5, api.md R-V-4). The answer is that of
// every bulk operation: `bulkResponseSchema`.
import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { itemDraftSchema } from './item.ts';
import { BULK_LIMIT } from './limits.ts';

const common = {
  ids: z.array(idSchema).check(z.minLength(1), z.maxLength(BULK_LIMIT, { error: `at most ${BULK_LIMIT} at once` })),
  /** Tells what would become of each, and changes nothing. */
  dryRun: z.optional(z.boolean()),
};

export const engagementBulkRequestSchema = z.discriminatedUnion('operation', [
  z.strictObject({ operation: z.literal('activate'), ...common }),
  z.strictObject({ operation: z.literal('activateAndShare'), ...common }),
  z.strictObject({ operation: z.literal('share'), ...common }),
  z.strictObject({ operation: z.literal('unshare'), ...common }),
  z.strictObject({ operation: z.literal('delete'), ...common }),
  /** The item is made anew in each; it is given no id. */
  z.strictObject({
    operation: z.literal('addItem'),
    ...common,
    item: z.omit(itemDraftSchema, { id: true, position: true }),
  }),
]);
/** One of the six operations on up to 500 engagements. */
export type EngagementBulkRequest = z.infer<typeof engagementBulkRequestSchema>;
export type EngagementBulkOperation = EngagementBulkRequest['operation'];
