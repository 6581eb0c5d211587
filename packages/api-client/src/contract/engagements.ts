// Coaching engagements, their items and what parties are billed (api.md §5, rulebook §5). What of each a reader gets is
// decided by whom they are in it; the schemas say null where it may be kept from them.
import {
  bulkResponseSchema,
  engagementBulkRequestSchema,
  engagementCreationSchema,
  engagementDetailSchema,
  engagementDraftSchema,
  engagementPatchSchema,
  engagementSchema,
  pageSchema,
} from '@followthrough/core/schema';
import { CSV, WORKBOOK } from './media-types.ts';
import { idParams } from './params.ts';
import { engagementExportQuery, engagementQuery } from './query.ts';
import { route } from './route.ts';

export const engagements = {
  list: route('engagements.list', {
    summary: 'The engagements that the viewer may see and the filter takes, in order, without their items.',
    request: { query: engagementQuery },
    response: { status: 200, schema: pageSchema(engagementSchema) },
    refusals: ['cursor-invalid'],
  }),
  create: route('engagements.create', {
    summary: 'Makes engagements for coachees or a group, one each or one for all; each answers for itself.',
    request: { body: engagementDraftSchema },
    response: { status: 200, schema: engagementCreationSchema },
    refusals: ['forbidden'],
  }),
  bulk: route('engagements.bulk', {
    summary: 'One operation on up to 500 engagements; each answers for itself, in the order asked.',
    request: { body: engagementBulkRequestSchema },
    response: { status: 200, schema: bulkResponseSchema },
    refusals: [],
  }),
  export: route('engagements.export', {
    summary: 'All engagements that the filter takes, with their items, as a workbook or as comma-separated values.',
    request: { query: engagementExportQuery },
    response: { status: 200, schema: null, file: [WORKBOOK, CSV] },
    refusals: ['forbidden'],
  }),
  get: route('engagements.get', {
    summary: 'One engagement with its items.',
    request: { params: idParams },
    response: { status: 200, schema: engagementDetailSchema },
    refusals: [],
  }),
  update: route('engagements.update', {
    summary: 'Changes the named settings (JSON Merge Patch); what rests on its start moves with it.',
    request: { params: idParams, body: engagementPatchSchema },
    response: { status: 200, schema: engagementDetailSchema },
    refusals: ['forbidden'],
  }),
  remove: route('engagements.remove', {
    summary: 'Deletes it from every portal; its deleter can restore it for 30 days.',
    request: { params: idParams },
    response: { status: 204, schema: null },
    refusals: ['forbidden'],
  }),
  restore: route('engagements.restore', {
    summary: 'Undoes a delete.',
    request: { params: idParams },
    response: { status: 200, schema: engagementDetailSchema },
    refusals: ['forbidden'],
  }),
  activate: route('engagements.activate', {
    summary: 'Makes a draft active, never back; already active, it answers the engagement unchanged.',
    request: { params: idParams },
    response: { status: 200, schema: engagementDetailSchema },
    refusals: ['forbidden'],
  }),
  share: route('engagements.share', {
    summary: 'Lets its coachees see it; already shared, it answers the engagement unchanged.',
    request: { params: idParams },
    response: { status: 200, schema: engagementDetailSchema },
    refusals: ['forbidden', 'engagement-draft'],
  }),
  unshare: route('engagements.unshare', {
    summary: 'Hides it from its coachees again; it stays active.',
    request: { params: idParams },
    response: { status: 200, schema: engagementDetailSchema },
    refusals: ['forbidden'],
  }),
};
