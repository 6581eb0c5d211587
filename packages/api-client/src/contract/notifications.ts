// What a person is told, and by which channels they want to be (api.md §5, rulebook §7).
import {
  notificationSchema,
  pageSchema,
  preferencesDraftSchema,
  preferencesSchema,
  readMarkSchema,
} from '@followthrough/core/schema';
import { idParams } from './params.ts';
import { notificationQuery } from './query.ts';
import { route } from './route.ts';

export const notifications = {
  list: route('notifications.list', {
    summary: 'What the viewer was told, latest first.',
    request: { query: notificationQuery },
    response: { status: 200, schema: pageSchema(notificationSchema) },
    refusals: ['cursor-invalid'],
  }),
  readAll: route('notifications.readAll', {
    summary: 'Marks all as read, or those up to one.',
    request: { body: readMarkSchema },
    response: { status: 204, schema: null },
    refusals: ['not-found'],
  }),
  read: route('notifications.read', {
    summary: 'Marks one as read.',
    request: { params: idParams },
    response: { status: 204, schema: null },
    refusals: [],
  }),
};

export const preferences = {
  get: route('preferences.get', {
    summary: 'By which channels the viewer is told of each kind.',
    request: {},
    response: { status: 200, schema: preferencesSchema },
    refusals: [],
  }),
  replace: route('preferences.replace', {
    summary: 'Chooses the channels anew; a kind that is left out has the usual ones.',
    request: { body: preferencesDraftSchema },
    response: { status: 200, schema: preferencesSchema },
    refusals: [],
  }),
};
