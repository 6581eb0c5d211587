// The items of an engagement (api.md §5, rulebook §5): sessions, assessments, files, links, actions, feedback. Of one that
// is not scheduled yet a coachee may know its kind and place alone.
import {
  itemCompletionSchema,
  itemDraftSchema,
  itemPatchSchema,
  itemScheduleSchema,
  itemSchema,
} from '@followthrough/core/schema';
import { idParams } from './params.ts';
import { route } from './route.ts';

export const items = {
  create: route('items.create', {
    summary: 'Adds an item to an engagement; without a position it comes last.',
    request: { params: idParams, body: itemDraftSchema },
    response: { status: 201, schema: itemSchema },
    refusals: ['forbidden', 'engagement-draft', 'id-conflict'],
  }),
  get: route('items.get', {
    summary: 'One item.',
    request: { params: idParams },
    response: { status: 200, schema: itemSchema },
    refusals: ['forbidden'],
  }),
  update: route('items.update', {
    summary: 'Changes the named fields (JSON Merge Patch; its content is one field).',
    request: { params: idParams, body: itemPatchSchema },
    response: { status: 200, schema: itemSchema },
    refusals: ['forbidden'],
  }),
  remove: route('items.remove', {
    summary: 'Deletes it with the actions that it became; its deleter can restore it for 30 days.',
    request: { params: idParams },
    response: { status: 204, schema: null },
    refusals: ['forbidden'],
  }),
  restore: route('items.restore', {
    summary: 'Undoes a delete, of its actions too.',
    request: { params: idParams },
    response: { status: 200, schema: itemSchema },
    refusals: ['forbidden'],
  }),
  schedule: route('items.schedule', {
    summary: 'When it is out, due and held; a coachee picks the time of a session that allows it. May have If-Match.',
    request: { params: idParams, body: itemScheduleSchema },
    response: { status: 200, schema: itemSchema },
    refusals: ['forbidden', 'engagement-draft'],
  }),
  complete: route('items.complete', {
    summary: 'Done, with answers or a text; or saved for later; or done no more.',
    request: { params: idParams, body: itemCompletionSchema },
    response: { status: 200, schema: itemSchema },
    refusals: ['forbidden', 'engagement-draft'],
  }),
};
