// The placeholders of paths.
import { idSchema } from '@followthrough/core/schema';
import * as z from 'zod/mini';

/** `{id}`. What is no id can be no thing's id: the answer is `not-found`, as for any other unknown one (R-V-5). */
export const idParams = z.strictObject({ id: idSchema });

/** `{id}` of a room and `{personId}` of one of its guests. */
export const guestParams = z.strictObject({ id: idSchema, personId: idSchema });
