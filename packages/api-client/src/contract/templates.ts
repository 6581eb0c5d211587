// Templates of room plans (api.md §5, rulebook §4, §6.1).
import {
  pageSchema,
  templateCheckRequestSchema,
  templateCheckSchema,
  templateDraftSchema,
  templatePatchSchema,
  templateSchema,
  templateSummarySchema,
} from '@followthrough/core/schema';
import { idParams } from './params.ts';
import { directoryQuery } from './query.ts';
import { route } from './route.ts';

export const templates = {
  list: route('templates.list', {
    summary: 'The templates, by name, without what is in them; to guests there are none.',
    request: { query: directoryQuery },
    response: { status: 200, schema: pageSchema(templateSummarySchema) },
    refusals: ['cursor-invalid'],
  }),
  create: route('templates.create', {
    summary: 'Makes a template: of `content`, by an admin; of the plan of the room `roomId`, by one of its members.',
    request: { body: templateDraftSchema },
    response: { status: 201, schema: templateSchema },
    refusals: ['not-found', 'forbidden', 'dependency-cycle', 'id-conflict'],
  }),
  get: route('templates.get', {
    summary: 'One template, with what is in it.',
    request: { params: idParams },
    response: { status: 200, schema: templateSchema },
    refusals: [],
  }),
  update: route('templates.update', {
    summary: 'Changes its name or what is in it; rooms that were made from it stay as they are.',
    request: { params: idParams, body: templatePatchSchema },
    response: { status: 200, schema: templateSchema },
    refusals: ['forbidden', 'dependency-cycle'],
  }),
  remove: route('templates.remove', {
    summary: 'Deletes; its deleter can restore it for 30 days.',
    request: { params: idParams },
    response: { status: 204, schema: null },
    refusals: ['forbidden'],
  }),
  restore: route('templates.restore', {
    summary: 'Undoes a delete.',
    request: { params: idParams },
    response: { status: 200, schema: templateSchema },
    refusals: ['forbidden'],
  }),
  check: route('templates.check', {
    summary: 'Its faults and warnings, and the dates of a room made on a sample day; nothing is changed.',
    request: { params: idParams, body: templateCheckRequestSchema },
    response: { status: 200, schema: templateCheckSchema },
    refusals: [],
  }),
};
