// How an action stands: the state that is stored, the status that is shown, and its closing (rulebook §2.1).
import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { civilDateSchema, instantSchema, readDateSchema } from './time.ts';

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
  due: z.nullable(readDateSchema),
  /** The day it closed on its container's clock, so that a later change of zone rewrites nothing. */
  on: z.optional(civilDateSchema),
  /** Of an action bound to a room's primary contact: the person that was, whoever is it now (rulebook §4). */
  contactId: z.optional(z.nullable(idSchema)),
});
/** When, by whom and against which due date an action was closed (rulebook §2.1). */
export type Closing = z.infer<typeof closingSchema>;
