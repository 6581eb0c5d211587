// An invoicing method: what one party of an engagement is billed (rulebook §5). It is the coach's rate to the firm or the
// firm's rate to the coachee by where an engagement names it; the same method can be both.
import * as z from 'zod/mini';
import { CURRENCIES } from './currency.ts';
import { type Id, idSchema, versionSchema } from './id.ts';
import { permissionSchema } from './permission.ts';
import { nameSchema } from './text.ts';
import { instantSchema } from './time.ts';

/** A sum of money as decimal text: up to nine digits, and up to four after the point; so nothing is lost in a float. */
export const moneySchema = z
  .string({ error: 'must be a sum such as 120.50' })
  .check(z.regex(/^\d{1,9}(\.\d{1,4})?$/, { error: 'must be a sum such as 120.50' }));

export const currencySchema = z
  .string({ error: 'must be a currency such as EUR' })
  .check(z.refine((code) => CURRENCIES.has(code), { error: 'must be a currency of ISO 4217 such as EUR' }));

/** What the sum is for. */
export const billedPerSchema = z.enum(['session', 'hour', 'engagement']);
export type BilledPer = z.infer<typeof billedPerSchema>;

const rateFields = { name: nameSchema, amount: moneySchema, currency: currencySchema, per: billedPerSchema };

/** A method's name and sum, as they stand in an engagement for whoever may know them. */
export const rateSchema = z.object(rateFields);
export type Rate = z.infer<typeof rateSchema>;

export const invoicingMethodSchema = z.object({
  id: idSchema,
  ...rateFields,
  createdBy: idSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  version: versionSchema,
  may: z.object({ edit: permissionSchema }),
});
/** An invoicing method as its reader, an admin, gets it. */
export type InvoicingMethod = z.infer<typeof invoicingMethodSchema>;

/** An invoicing method as it is stored. */
export interface InvoicingMethodRecord extends Omit<InvoicingMethod, 'may'> {
  createdBy: Id;
}

/** What is written to make an invoicing method. */
export const invoicingMethodDraftSchema = z.strictObject({ id: z.optional(idSchema), ...rateFields });
export type InvoicingMethodDraft = z.infer<typeof invoicingMethodDraftSchema>;
