// A date that came to something else by a change elsewhere in its plan (rulebook §3).
import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { dateBasisSchema } from './planned-date.ts';
import { readDateSchema } from './time.ts';

export const dateFieldSchema = z.enum(['start', 'due']);

export const movedDateSchema = z.object({
  actionId: idSchema,
  field: dateFieldSchema,
  /** Null: none. */
  from: z.nullable(readDateSchema),
  to: z.nullable(readDateSchema),
  /** How it was and is known; null where there is no rule. */
  basis: z.object({ from: z.nullable(dateBasisSchema), to: z.nullable(dateBasisSchema) }),
  /** Its own rule, pin or state was changed; or it rests on what moved; or the room's clock or making, or the calendar did. */
  why: z.discriminatedUnion('type', [
    z.object({ type: z.literal('changed') }),
    z.object({ type: z.literal('restsOn'), id: idSchema }),
    z.object({ type: z.literal('internalStep') }),
    z.object({ type: z.literal('setting') }),
  ]),
  /** Whether its own rule gives a day that has passed. */
  inPast: z.boolean(),
});
/** A date that moved: from what to what, and why. */
export type MovedActionDate = z.infer<typeof movedDateSchema>;
