// Who is asking, and whom they may see: people, companies and groups; and how a host syncs its own directory (api.md §5).
import {
  companyDraftSchema,
  companySchema,
  groupDraftSchema,
  groupSchema,
  meSchema,
  pageSchema,
  personDraftSchema,
  personSchema,
  workspacePatchSchema,
  workspaceSchema,
} from '@followthrough/core/schema';
import { idParams } from './params.ts';
import { directoryQuery, peopleQuery } from './query.ts';
import { route } from './route.ts';

export const me = {
  get: route('me.get', {
    summary: 'Who is asking, and in which workspace.',
    request: {},
    response: { status: 200, schema: meSchema },
    refusals: [],
  }),
};

export const people = {
  list: route('people.list', {
    summary: 'The people whom the viewer may see, by name.',
    request: { query: peopleQuery },
    response: { status: 200, schema: pageSchema(personSchema) },
    refusals: ['cursor-invalid'],
  }),
  put: route('people.put', {
    summary: 'Makes the person of this id, or writes them whole.',
    request: { params: idParams, body: personDraftSchema },
    response: { status: 200, created: true, schema: personSchema },
    refusals: ['forbidden', 'id-conflict'],
  }),
};

export const companies = {
  list: route('companies.list', {
    summary: 'The companies that the viewer may see, by name.',
    request: { query: directoryQuery },
    response: { status: 200, schema: pageSchema(companySchema) },
    refusals: ['cursor-invalid'],
  }),
  put: route('companies.put', {
    summary: 'Makes the company of this id, or writes it whole.',
    request: { params: idParams, body: companyDraftSchema },
    response: { status: 200, created: true, schema: companySchema },
    refusals: ['forbidden', 'id-conflict'],
  }),
};

export const groups = {
  list: route('groups.list', {
    summary: 'The groups of people that the viewer may see, by name.',
    request: { query: directoryQuery },
    response: { status: 200, schema: pageSchema(groupSchema) },
    refusals: ['cursor-invalid'],
  }),
  put: route('groups.put', {
    summary: 'Makes the group of this id, or writes it whole.',
    request: { params: idParams, body: groupDraftSchema },
    response: { status: 200, created: true, schema: groupSchema },
    refusals: ['forbidden', 'id-conflict'],
  }),
};

export const workspace = {
  update: route('workspace.update', {
    summary: 'Changes its name, zone, locale and calendar, and moves the dates that rest on them.',
    request: { body: workspacePatchSchema },
    response: { status: 200, schema: workspaceSchema },
    refusals: ['forbidden'],
  }),
};
