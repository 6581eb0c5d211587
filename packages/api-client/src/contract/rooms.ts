// Rooms, their sections and their plans (api.md §5, rulebook §4).
import {
  pageSchema,
  planQuerySchema,
  previewRequestSchema,
  previewSchema,
  primaryContactSchema,
  roomDraftSchema,
  roomPatchSchema,
  roomPlanSchema,
  roomSchema,
  roomShareSchema,
  sectionDraftSchema,
  sectionPatchSchema,
  sectionSchema,
} from '@followthrough/core/schema';
import { guestParams, idParams } from './params.ts';
import { directoryQuery, fromStrings, removeQuery } from './query.ts';
import { route } from './route.ts';

export const rooms = {
  list: route('rooms.list', {
    summary: 'The rooms that the viewer may see, by name.',
    request: { query: directoryQuery },
    response: { status: 200, schema: pageSchema(roomSchema) },
    refusals: ['cursor-invalid'],
  }),
  create: route('rooms.create', {
    summary: 'Makes a room, empty or from a template; whoever makes it is a member of it.',
    request: { body: roomDraftSchema },
    response: { status: 201, schema: roomSchema },
    refusals: ['forbidden', 'dependency-cycle', 'id-conflict'],
  }),
  get: route('rooms.get', {
    summary: 'One room.',
    request: { params: idParams },
    response: { status: 200, schema: roomSchema },
    refusals: [],
  }),
  update: route('rooms.update', {
    summary: 'Changes the named fields: name, target company and date, zone, members.',
    request: { params: idParams, body: roomPatchSchema },
    response: { status: 200, schema: roomSchema },
    refusals: ['forbidden'],
  }),
  remove: route('rooms.remove', {
    summary: 'Deletes; its deleter can restore it for 30 days.',
    request: { params: idParams },
    response: { status: 204, schema: null },
    refusals: ['forbidden'],
  }),
  restore: route('rooms.restore', {
    summary: 'Undoes a delete.',
    request: { params: idParams },
    response: { status: 200, schema: roomSchema },
    refusals: ['forbidden'],
  }),
  share: route('rooms.share', {
    summary: 'Shares with a customer’s person; the first becomes the primary contact.',
    request: { params: idParams, body: roomShareSchema },
    response: { status: 200, schema: roomSchema },
    refusals: ['forbidden'],
  }),
  unshare: route('rooms.unshare', {
    summary: 'Shares with a guest no more; a primary contact who goes leaves none.',
    request: { params: guestParams },
    response: { status: 200, schema: roomSchema },
    refusals: ['forbidden'],
  }),
  setPrimaryContact: route('rooms.setPrimaryContact', {
    summary: 'Makes one of the guests the primary contact, or nobody.',
    request: { params: idParams, body: primaryContactSchema },
    response: { status: 200, schema: roomSchema },
    refusals: ['forbidden'],
  }),
  plan: route('rooms.plan', {
    summary:
      'Its plan: sections, actions, progress, finish, critical path and whose turn it is; `as` a guest or company.',
    request: { params: idParams, query: fromStrings(planQuerySchema) },
    response: { status: 200, schema: roomPlanSchema },
    refusals: ['forbidden'],
  }),
  preview: route('rooms.preview', {
    summary: 'What these changes would move, or why they would be refused; nothing is changed.',
    request: { params: idParams, body: previewRequestSchema },
    response: { status: 200, schema: previewSchema },
    refusals: [],
  }),
};

export const sections = {
  create: route('sections.create', {
    summary: 'Adds a section to a room’s plan; without a position it comes last.',
    request: { params: idParams, body: sectionDraftSchema },
    response: { status: 201, schema: sectionSchema },
    refusals: ['forbidden', 'id-conflict'],
  }),
  get: route('sections.get', {
    summary: 'One section.',
    request: { params: idParams },
    response: { status: 200, schema: sectionSchema },
    refusals: [],
  }),
  update: route('sections.update', {
    summary: 'Renames it, or changes its place in the plan.',
    request: { params: idParams, body: sectionPatchSchema },
    response: { status: 200, schema: sectionSchema },
    refusals: ['forbidden'],
  }),
  remove: route('sections.remove', {
    summary: 'Deletes it with its actions; `dependents` says what becomes of the dates of others that rest on them.',
    request: { params: idParams, query: removeQuery },
    response: { status: 204, schema: null },
    refusals: ['forbidden', 'has-dependents'],
  }),
  restore: route('sections.restore', {
    summary: 'Undoes a delete, of its actions too.',
    request: { params: idParams },
    response: { status: 200, schema: sectionSchema },
    refusals: ['forbidden', 'dependency-cycle', 'validation'],
  }),
};
