// What a list is asked for: which page of it (api.md R-L-1), which people, which actions in which order.
import * as z from 'zod/mini';
import { actionFilterSchema, actionSortSchema } from './action-filter.ts';
import { LARGEST_PAGE } from './limits.ts';
import { sideSchema } from './person.ts';
import { querySchema } from './text.ts';

/** Items of a page: where nothing is said, and at most. */
export const PAGE_LIMITS = { default: 50, max: LARGEST_PAGE } as const;

const LIMIT_FAULT = { error: `must be a whole number from 1 to ${PAGE_LIMITS.max}` };

/** Which page of a list. */
export const pageQuerySchema = z.strictObject({
  limit: z.optional(z.int(LIMIT_FAULT).check(z.minimum(1, LIMIT_FAULT), z.maximum(PAGE_LIMITS.max, LIMIT_FAULT))),
  cursor: z.optional(z.string()),
  count: z.optional(z.boolean({ error: 'must be true or false' })),
});

/** Which companies or groups, and which page of them. */
export const directoryQuerySchema = z.strictObject({ ...pageQuerySchema.shape, query: z.optional(querySchema) });

/** Which people, and which page of them. */
export const peopleQuerySchema = z.strictObject({ ...directoryQuerySchema.shape, side: z.optional(sideSchema) });

/** Which actions, in which order, and which page of them. */
export const actionQuerySchema = z.strictObject({
  ...actionFilterSchema.shape,
  ...pageQuerySchema.shape,
  sort: z.optional(actionSortSchema),
});
