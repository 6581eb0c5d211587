// Where an action lives: in exactly one place (rulebook §2, api.md R-D-2).
import * as z from 'zod/mini';
import { idSchema } from './id.ts';

export const actionContextSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('personal') }),
  z.strictObject({ type: z.literal('relationship'), relationshipId: idSchema, meetingId: z.optional(idSchema) }),
  z.strictObject({ type: z.literal('room'), roomId: idSchema, sectionId: idSchema, internalOnly: z.boolean() }),
  z.strictObject({ type: z.literal('engagement'), engagementId: idSchema, itemId: idSchema }),
]);
/** The one place an action lives in. */
export type ActionContext = z.infer<typeof actionContextSchema>;
