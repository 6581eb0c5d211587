// What a list of actions is asked for: which ones, in which order (rulebook §2.3, api.md §5).
import * as z from 'zod/mini';
import { actionStatusSchema } from './action-state.ts';
import { ID_TEXT } from './id-text.ts';
import { querySchema } from './text.ts';
import { civilDateSchema } from './time.ts';

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
  /** `me`, a person's id, or `none`: assigned to nobody. */
  assignee: z.optional(z.string().check(z.regex(ID_TEXT, { error: 'must be me or a person’s id' }))),
  context: z.optional(contextFilterSchema),
  overdue: z.optional(z.boolean()),
  /** Whose turn it is: `us` internal, `them` external (rooms). */
  side: z.optional(z.enum(['us', 'them'])),
  dueFrom: z.optional(civilDateSchema),
  dueTo: z.optional(civilDateSchema),
  /** Recent activity: what is open, and what was closed in the last so many days. */
  recent: z.optional(z.int('must be a whole number').check(z.minimum(1), z.maximum(3650))),
  /** Words that title or description hold, letter case aside. */
  query: z.optional(querySchema),
});
export type ActionFilter = z.infer<typeof actionFilterSchema>;
