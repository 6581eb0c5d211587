// Why a date is what it is: the steps that led to it, as data (rulebook §3).
import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { dateBasisSchema } from './planned-date.ts';
import { readDateSchema } from './time.ts';

export const explanationSchema = z.object({
  actionId: idSchema,
  start: z.nullable(
    z.object({
      date: z.nullable(readDateSchema),
      basis: dateBasisSchema,
      steps: z.array(z.looseObject({ type: z.string() })),
    }),
  ),
  due: z.nullable(
    z.object({
      date: z.nullable(readDateSchema),
      basis: dateBasisSchema,
      steps: z.array(z.looseObject({ type: z.string() })),
    }),
  ),
});
/** The steps that led to an action's dates, as data (rulebook §3). */
export type Explanation = z.infer<typeof explanationSchema>;
