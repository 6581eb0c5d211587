// A date that came to something else by a change elsewhere in its plan (rulebook §3).
import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { anchorSchema, dateBasisSchema } from './planned-date.ts';
import { civilDateSchema } from './time.ts';

export const dateFieldSchema = z.enum(['start', 'due']);

export const movedDateSchema = z.object({
  actionId: idSchema,
  field: dateFieldSchema,
  /** Null: none. */
  from: z.nullable(civilDateSchema),
  to: z.nullable(civilDateSchema),
  why: z.object({
    /** What the date rests on directly; null where it stands by itself (fixed, pinned, closed). */
    anchor: z.nullable(anchorSchema),
    /** How it was and is known; null where there is no rule. */
    before: z.nullable(dateBasisSchema),
    after: z.nullable(dateBasisSchema),
  }),
});
/** A date that moved: from what to what, and what it rests on. */
export type MovedActionDate = z.infer<typeof movedDateSchema>;
