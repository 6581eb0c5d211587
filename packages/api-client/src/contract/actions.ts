// Actions: promises between people (api.md §5, R-D-2).
import {
  actionDraftSchema,
  actionPatchSchema,
  actionSchema,
  actionStateSchema,
  bulkRequestSchema,
  bulkResponseSchema,
  explanationSchema,
  pageSchema,
} from '@followthrough/core/schema';
import * as z from 'zod/mini';
import { idParams } from './params.ts';
import { actionQuery, removeQuery } from './query.ts';
import { route } from './route.ts';

/** What is written to change a state. */
const stateChangeRequestSchema = z.strictObject({ state: actionStateSchema });

export const actions = {
  list: route('actions.list', {
    summary: 'The actions that the viewer may see and the filter takes, in order.',
    request: { query: actionQuery },
    response: { status: 200, schema: pageSchema(actionSchema) },
    refusals: ['cursor-invalid'],
  }),
  create: route('actions.create', {
    summary: 'Makes an action.',
    request: { body: actionDraftSchema },
    response: { status: 201, schema: actionSchema },
    refusals: ['not-found', 'forbidden', 'dependency-cycle', 'id-conflict'],
  }),
  bulk: route('actions.bulk', {
    summary: 'One operation on up to 500 actions; each answers for itself, in the order asked.',
    request: { body: bulkRequestSchema },
    response: { status: 200, schema: bulkResponseSchema },
    refusals: [],
  }),
  get: route('actions.get', {
    summary: 'One action.',
    request: { params: idParams },
    response: { status: 200, schema: actionSchema },
    refusals: [],
  }),
  update: route('actions.update', {
    summary: 'Changes the named fields (JSON Merge Patch; a date is one field).',
    request: { params: idParams, body: actionPatchSchema },
    response: { status: 200, schema: actionSchema },
    refusals: ['forbidden', 'dependency-cycle'],
  }),
  remove: route('actions.remove', {
    summary: 'Deletes; its deleter can restore it for 30 days. `dependents`: what becomes of dates that rest on it.',
    request: { params: idParams, query: removeQuery },
    response: { status: 204, schema: null },
    refusals: ['forbidden', 'has-dependents'],
  }),
  setState: route('actions.setState', {
    summary: 'Changes its state; already there, it answers the action unchanged.',
    request: { params: idParams, body: stateChangeRequestSchema },
    response: { status: 200, schema: actionSchema },
    refusals: ['forbidden', 'invalid-transition'],
  }),
  restore: route('actions.restore', {
    summary: 'Undoes a delete.',
    request: { params: idParams },
    response: { status: 200, schema: actionSchema },
    refusals: ['forbidden', 'dependency-cycle', 'validation'],
  }),
  explain: route('actions.explain', {
    summary: 'The steps that led to its dates, as data.',
    request: { params: idParams },
    response: { status: 200, schema: explanationSchema },
    refusals: [],
  }),
};
