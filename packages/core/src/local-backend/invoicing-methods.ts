// Invoicing methods (rulebook §5, §6.1): what a party of an engagement is billed. Admins see and make them; to others there is
// only the sum that an engagement tells them.
import type { EngagementBackend } from '../backend.ts';
import { mayCreateInvoicing, mayManageInvoicing } from '../domain/index.ts';
import {
  directoryQuerySchema,
  type InvoicingMethod,
  invoicingMethodDraftSchema,
  type InvoicingMethodRecord,
  invoicingMethodSchema,
  readOnlyFields,
} from '../schema/index.ts';
import type { Call, Calls } from './call.ts';
import { checked, forbidden } from './failures.ts';
import { placed } from './listing.ts';
import { isTextKey, pageOf } from './page.ts';
import { insertNew } from './write.ts';

const READ_ONLY = new Set(readOnlyFields(invoicingMethodSchema, invoicingMethodDraftSchema));

/** The invoicing methods' part of the port. */
export function invoicingMethodsOf(inCall: Calls): EngagementBackend['invoicingMethods'] {
  return {
    async list(query = {}, options) {
      const { query: words = '', ...asked } = checked(directoryQuerySchema, query);
      return inCall(async (call) => {
        assertMay(mayManageInvoicing(call.access.viewer));
        const page = await pageOf(asked, {
          scope: [call.viewer.id, 'invoicing-methods', words],
          isKey: isTextKey,
          placed: (method: InvoicingMethodRecord) => placed('invoicingMethod', method),
          find: (which) => call.tx.list('invoicingMethod', { query: words }, which),
        });
        return { ...page, items: page.items.map((method) => view(call, method)) };
      }, options);
    },

    async create(draft, options) {
      const written = checked(invoicingMethodDraftSchema, draft, READ_ONLY);
      return inCall(async (call) => {
        assertMay(mayCreateInvoicing(call.access.viewer));
        const { viewer, at } = call;
        const method: InvoicingMethodRecord = {
          ...written,
          id: written.id ?? call.newId(),
          createdBy: viewer.id,
          createdAt: at,
          updatedAt: at,
          version: 1,
        };
        await insertNew(call.tx, 'invoicingMethod', method);
        return view(call, method);
      }, options);
    },
  };
}

function assertMay(allowed: ReturnType<typeof mayManageInvoicing>): void {
  if (allowed !== true) throw forbidden(allowed);
}

function view({ access }: Call, method: InvoicingMethodRecord): InvoicingMethod {
  return { ...method, may: { edit: mayCreateInvoicing(access.viewer) } };
}
