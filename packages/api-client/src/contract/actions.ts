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
import { actionQuery } from './query.ts';
import { route } from './route.ts';

/** What is written to change a state. */
const stateChangeRequestSchema = z.strictObject({ state: actionStateSchema });

export const actions = {
  list: route({
    id: 'actions.list',
    method: 'GET',
    path: '/actions',
    summary: 'The actions that the viewer may see and the filter takes, in order.',
    scope: 'actions:read',
    request: { query: actionQuery },
    response: { status: 200, schema: pageSchema(actionSchema) },
    refusals: ['cursor-invalid'],
  }),
  create: route({
    id: 'actions.create',
    method: 'POST',
    path: '/actions',
    summary: 'Makes an action.',
    scope: 'actions:write',
    request: { body: actionDraftSchema },
    response: { status: 201, schema: actionSchema },
    refusals: ['not-found', 'forbidden', 'id-conflict'],
  }),
  bulk: route({
    id: 'actions.bulk',
    method: 'POST',
    path: '/actions/bulk',
    summary: 'One operation on up to 500 actions; each answers for itself, in the order asked.',
    scope: 'actions:write',
    request: { body: bulkRequestSchema },
    response: { status: 200, schema: bulkResponseSchema },
    refusals: [],
  }),
  get: route({
    id: 'actions.get',
    method: 'GET',
    path: '/actions/{id}',
    summary: 'One action.',
    scope: 'actions:read',
    request: { params: idParams },
    response: { status: 200, schema: actionSchema },
    refusals: [],
  }),
  update: route({
    id: 'actions.update',
    method: 'PATCH',
    path: '/actions/{id}',
    summary: 'Changes the named fields (JSON Merge Patch; a date is one field).',
    scope: 'actions:write',
    request: { params: idParams, body: actionPatchSchema },
    response: { status: 200, schema: actionSchema },
    refusals: ['forbidden'],
  }),
  remove: route({
    id: 'actions.remove',
    method: 'DELETE',
    path: '/actions/{id}',
    summary: 'Deletes; its deleter can restore it for 30 days.',
    scope: 'actions:write',
    request: { params: idParams },
    response: { status: 204, schema: null },
    refusals: ['forbidden', 'has-dependents'],
  }),
  setState: route({
    id: 'actions.setState',
    method: 'PUT',
    path: '/actions/{id}/state',
    summary: 'Changes its state; already there, it answers the action unchanged.',
    scope: 'actions:write',
    request: { params: idParams, body: stateChangeRequestSchema },
    response: { status: 200, schema: actionSchema },
    refusals: ['forbidden', 'invalid-transition'],
  }),
  restore: route({
    id: 'actions.restore',
    method: 'POST',
    path: '/actions/{id}/restore',
    summary: 'Undoes a delete.',
    scope: 'actions:write',
    request: { params: idParams },
    response: { status: 200, schema: actionSchema },
    refusals: ['forbidden'],
  }),
  explain: route({
    id: 'actions.explain',
    method: 'GET',
    path: '/actions/{id}/explanation',
    summary: 'The steps that led to its dates, as data.',
    scope: 'actions:read',
    request: { params: idParams },
    response: { status: 200, schema: explanationSchema },
    refusals: [],
  }),
};
