// Who is asking, and whom they may see: people, companies and groups (api.md §5).
import { companySchema, groupSchema, meSchema, pageSchema, personSchema } from '@followthrough/core/schema';
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
};

export const companies = {
  list: route('companies.list', {
    summary: 'The companies that the viewer may see, by name.',
    request: { query: directoryQuery },
    response: { status: 200, schema: pageSchema(companySchema) },
    refusals: ['cursor-invalid'],
  }),
};

export const groups = {
  list: route('groups.list', {
    summary: 'The groups of people that the viewer may see, by name.',
    request: { query: directoryQuery },
    response: { status: 200, schema: pageSchema(groupSchema) },
    refusals: ['cursor-invalid'],
  }),
};
