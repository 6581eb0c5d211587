// Whose an action is (rulebook §4): a person, or whoever is a room's primary contact, or a room's company as a whole.
import * as z from 'zod/mini';
import { idSchema } from './id.ts';

export const assigneeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('person'), personId: idSchema }),
  z.strictObject({ type: z.literal('primaryContact') }),
  z.strictObject({ type: z.literal('company') }),
]);
/** Whom an action is assigned to. */
export type Assignee = z.infer<typeof assigneeSchema>;
