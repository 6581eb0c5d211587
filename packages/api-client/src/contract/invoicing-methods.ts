// Invoicing methods: what one party of an engagement is billed (api.md §5, rulebook §5, §6); for admins.
import { invoicingMethodDraftSchema, invoicingMethodSchema, pageSchema } from '@followthrough/core/schema';
import { directoryQuery } from './query.ts';
import { route } from './route.ts';

export const invoicingMethods = {
  list: route('invoicingMethods.list', {
    summary: 'The invoicing methods, by name.',
    request: { query: directoryQuery },
    response: { status: 200, schema: pageSchema(invoicingMethodSchema) },
    refusals: ['forbidden', 'cursor-invalid'],
  }),
  create: route('invoicingMethods.create', {
    summary: 'Makes an invoicing method.',
    request: { body: invoicingMethodDraftSchema },
    response: { status: 201, schema: invoicingMethodSchema },
    refusals: ['forbidden', 'id-conflict'],
  }),
};
