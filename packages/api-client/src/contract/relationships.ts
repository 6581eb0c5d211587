// Coaching relationships and their meetings (api.md §5, rulebook §6).
import {
  agendaSchema,
  meetingDraftSchema,
  meetingPatchSchema,
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
  list: route('relationships.list', {
    summary: 'The relationships that the viewer may see.',
    request: { query: pageQuery },
    response: { status: 200, schema: pageSchema(relationshipSchema) },
    refusals: ['cursor-invalid'],
  }),
  create: route('relationships.create', {
    summary: 'Makes a relationship between a manager and a report.',
    request: { body: relationshipDraftSchema },
    response: { status: 201, schema: relationshipSchema },
    refusals: ['forbidden', 'id-conflict'],
  }),
  get: route('relationships.get', {
    summary: 'One relationship.',
    request: { params: idParams },
    response: { status: 200, schema: relationshipSchema },
    refusals: [],
  }),
  update: route('relationships.update', {
    summary: 'Changes its settings: who else may read it, and its time zone.',
    request: { params: idParams, body: relationshipPatchSchema },
    response: { status: 200, schema: relationshipSchema },
    refusals: ['forbidden'],
  }),
};

export const meetings = {
  list: route('meetings.list', {
    summary: 'The meetings of a relationship, latest first.',
    request: { params: idParams, query: pageQuery },
    response: { status: 200, schema: pageSchema(meetingSchema) },
    refusals: ['forbidden', 'cursor-invalid'],
  }),
  create: route('meetings.create', {
    summary: 'Adds a meeting to a relationship.',
    request: { params: idParams, body: meetingDraftSchema },
    response: { status: 201, schema: meetingSchema },
    refusals: ['forbidden', 'id-conflict'],
  }),
  get: route('meetings.get', {
    summary: 'One meeting.',
    request: { params: idParams },
    response: { status: 200, schema: meetingSchema },
    refusals: [],
  }),
  update: route('meetings.update', {
    summary: 'Changes its title, when it starts, and when it ended.',
    request: { params: idParams, body: meetingPatchSchema },
    response: { status: 200, schema: meetingSchema },
    refusals: ['forbidden'],
  }),
  agenda: route('meetings.agenda', {
    summary: 'What was carried into it, made in it, and done since the one before; a past one as it was then.',
    request: { params: idParams },
    response: { status: 200, schema: agendaSchema },
    refusals: [],
  }),
};
