// Coaching relationships and their meetings (api.md §5, rulebook §6).
import {
  meetingDraftSchema,
  meetingSchema,
  pageSchema,
  relationshipDraftSchema,
  relationshipPatchSchema,
  relationshipSchema,
} from '@followthrough/core/schema';
import { idParams } from './params.ts';
import { pageQuery } from './query.ts';
import { route } from './route.ts';

export const relationships = {
  list: route({
    id: 'relationships.list',
    method: 'GET',
    path: '/relationships',
    summary: 'The relationships that the viewer may see.',
    scope: 'actions:read',
    request: { query: pageQuery },
    response: { status: 200, schema: pageSchema(relationshipSchema) },
    refusals: ['cursor-invalid'],
  }),
  create: route({
    id: 'relationships.create',
    method: 'POST',
    path: '/relationships',
    summary: 'Makes a relationship between a manager and a report.',
    scope: 'actions:write',
    request: { body: relationshipDraftSchema },
    response: { status: 201, schema: relationshipSchema },
    refusals: ['forbidden', 'id-conflict'],
  }),
  get: route({
    id: 'relationships.get',
    method: 'GET',
    path: '/relationships/{id}',
    summary: 'One relationship.',
    scope: 'actions:read',
    request: { params: idParams },
    response: { status: 200, schema: relationshipSchema },
    refusals: [],
  }),
  update: route({
    id: 'relationships.update',
    method: 'PATCH',
    path: '/relationships/{id}',
    summary: 'Changes its settings: who else may read it, and its time zone.',
    scope: 'actions:write',
    request: { params: idParams, body: relationshipPatchSchema },
    response: { status: 200, schema: relationshipSchema },
    refusals: ['forbidden'],
  }),
};

export const meetings = {
  list: route({
    id: 'meetings.list',
    method: 'GET',
    path: '/relationships/{id}/meetings',
    summary: 'The meetings of a relationship, latest first.',
    scope: 'actions:read',
    request: { params: idParams, query: pageQuery },
    response: { status: 200, schema: pageSchema(meetingSchema) },
    refusals: ['forbidden', 'cursor-invalid'],
  }),
  create: route({
    id: 'meetings.create',
    method: 'POST',
    path: '/relationships/{id}/meetings',
    summary: 'Adds a meeting to a relationship.',
    scope: 'actions:write',
    request: { params: idParams, body: meetingDraftSchema },
    response: { status: 201, schema: meetingSchema },
    refusals: ['forbidden', 'id-conflict'],
  }),
};
