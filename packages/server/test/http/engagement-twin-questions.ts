// What is asked of two worlds about engagements: everything that can be read of them, writes that are refused and some that are
// not, and then once more.
import type { Id } from '@followthrough/core/schema';
import { ITEMS } from './engagement-twin-deeds.ts';
import type { Question } from './twin-answers.ts';

const get = (path: string): Question => ({ method: 'GET', path });

/** Of things that are there, that are hidden, that are in one world alone, and that never were. */
const ENGAGEMENTS = ['shared', 'alone', 'draft', 'other-a', 'other-b', 'hid-1', 'nothing'];
const ITEM_IDS = [
  ...ITEMS.map(([key]) => `shared-${key}`),
  ...['alone-todo', 'alone-h0', 'alone-own', 'draft-todo', 'draft-h3', 'draft-own-a', 'draft-own-b', 'other-a-todo'],
  ...['shared-more', 'shared-own', 'gone-margin', 'gone-Send', 'nothing'],
];
/** Actions have the ids that were next: of both engagements, of what was scheduled anew, of what is hidden. */
const ACTIONS = [
  ...['first-1', 'first-2', 'first-3', 'first-5', 'first-6', 'first-7', 'made-1', 'made-2', 'made-3', 'made-5'],
  ...['hid-1', 'hid-2', 'hid-3', 'nothing'],
];

/** Those that are written to. */
const WRITTEN = [
  ...ITEMS.map(([key]) => `shared-${key}`),
  ...['alone-todo', 'alone-h0', 'draft-todo', 'draft-own-a', 'other-a-todo', 'shared-own', 'gone-margin', 'nothing'],
];
const MOVED = ['first-1', 'first-2', 'first-5', 'made-1', 'made-2', 'hid-1', 'nothing'];

const ENGAGEMENT_SORTS = ['title', '-title', 'start', '-start', 'updated', '-updated'];
const ENGAGEMENT_FILTERS = [
  ...['status=draft', 'status=active', 'shared=true', 'shared=false', 'coach=me', 'coach=ada', 'coach=cleo'],
  ...['coachee=me', 'coachee=gus', 'coachee=only-a', 'group=first', 'from=2026-06-01', 'to=2026-05-11'],
  ...['query=margin', 'query=programme', 'query=send'],
];
const SORTS = ['due', '-due', 'created', '-created', 'updated', '-updated', 'title', '-title'];
const FILTERS = [
  ...['status=todo,overdue', 'status=done,doneLate,notDone', 'status=overdue', 'overdue=true', 'overdue=false'],
  ...['assignee=me', 'assignee=ben', 'assignee=only-a', 'assignee=none', 'side=us', 'context=personal'],
  ...['context=engagement', ...ENGAGEMENTS.map((id) => `context=engagement:${id}`), 'recent=1'],
  ...['query=margin', 'query=send', 'query=secret', 'dueFrom=2026-05-13', 'dueTo=2026-05-13'],
];

const READS: readonly Question[] = [
  get('/me'),
  get('/me/preferences'),
  get('/notifications?count=true&limit=2'),
  get('/notifications?unread=true&count=true'),
  ...ENGAGEMENT_SORTS.map((sort) => get(`/engagements?sort=${sort}&count=true`)),
  ...ENGAGEMENT_FILTERS.map((filter) => get(`/engagements?${filter}&count=true&sort=-updated`)),
  get('/engagements?limit=1&sort=updated'),
  { ...get('/engagements?limit=1&sort=updated'), follows: true },
  ...ENGAGEMENTS.map((id) => get(`/engagements/${id}`)),
  ...ITEM_IDS.map((id) => get(`/items/${id}`)),
  get('/engagements/export'),
  get('/engagements/export?format=csv&query=margin'),
  get('/invoicing-methods?count=true'),
  get('/templates?count=true'),
  get('/people?count=true'),
  get('/people?query=only&count=true'),
  get('/people?side=external&count=true&limit=2'),
  get('/companies?count=true'),
  get('/groups?count=true'),
  get('/relationships?count=true'),
  get('/rooms?count=true'),
  ...SORTS.map((sort) => get(`/actions?sort=${sort}&count=true`)),
  ...FILTERS.map((filter) => get(`/actions?${filter}&count=true&sort=-updated`)),
  get('/actions?limit=1&sort=updated'),
  { ...get('/actions?limit=1&sort=updated'), follows: true },
  ...ACTIONS.flatMap((id) => [get(`/actions/${id}`), get(`/actions/${id}/explanation`)]),
];

const post = (path: string, body?: object): Question => ({ method: 'POST', path, ...(body ? { body } : {}) });
const patch = (path: string, body: object, version: 1 | 'told'): Question => ({ method: 'PATCH', path, body, version });
const remove = (path: string, version: 1 | 'told'): Question => ({ method: 'DELETE', path, version });
const schedule = (id: Id, body: object, version?: 1): Question => {
  return { method: 'PUT', path: `/items/${id}/schedule`, body, ...(version ? { version } : {}) };
};
const complete = (id: Id, body: object): Question => ({ method: 'PUT', path: `/items/${id}/completion`, body });
const move = (id: Id, state: string): Question => ({ method: 'PUT', path: `/actions/${id}/state`, body: { state } });
const link = { kind: 'link', url: 'https://x.example/mine' };
const fixed = (date: string) => ({ type: 'fixed', date });

const OPERATIONS = ['activate', 'activateAndShare', 'share', 'unshare', 'delete'];
const CHANGES: readonly Question[] = [
  ...ENGAGEMENTS.flatMap((id): Question[] => [
    patch(`/engagements/${id}`, { title: 'Mine' }, 1),
    patch(`/engagements/${id}`, { startDate: '2026-05-02', coachInvoicingMethodId: 'pays-a' }, 'told'),
    remove(`/engagements/${id}`, 1),
    remove(`/engagements/${id}`, 'told'),
    ...['restore', 'activate', 'share', 'unshare'].map((what) => post(`/engagements/${id}/${what}`)),
    post(`/engagements/${id}/items`, { id: `mine-${id}`, title: 'Mine', content: link }),
    post('/templates', { name: 'Mine', engagementId: id }),
    post('/actions', { context: { type: 'engagement', engagementId: id, itemId: `${id}-todo` }, title: 'Mine' }),
  ]),
  ...[true, false].flatMap((dryRun) =>
    OPERATIONS.map((operation) => post('/engagements/bulk', { operation, ids: ENGAGEMENTS, dryRun })),
  ),
  post('/engagements/bulk', { operation: 'addItem', ids: ENGAGEMENTS, item: { title: 'Mine', content: link } }),
  post('/engagements', { coacheeIds: ['ben'], coachId: 'ada' }),
  post('/engagements', { groupId: 'first', coachId: 'only-a', templateId: 'nothing' }),
  post('/invoicing-methods', { id: 'pays-a', name: 'Mine', amount: '1.00', currency: 'EUR', per: 'hour' }),
  ...WRITTEN.flatMap((id): Question[] => [
    patch(`/items/${id}`, { title: 'Mine' }, 1),
    patch(`/items/${id}`, { content: link }, 'told'),
    patch(`/items/${id}`, { position: 'B' }, 'told'),
    remove(`/items/${id}`, 1),
    remove(`/items/${id}`, 'told'),
    post(`/items/${id}/restore`),
    schedule(id, { startsAt: '2026-06-09T09:00:00Z' }, 1),
    schedule(id, { startsAt: '2026-06-09T09:00:00Z' }),
    schedule(id, { startsAt: '2020-06-09T09:00:00Z' }),
    schedule(id, { due: { rule: fixed('2026-06-30') } }),
    schedule(id, { due: { rule: fixed('2026-01-01') } }),
    complete(id, { completed: false }),
    complete(id, { completed: true, answers: [] }),
    complete(id, { completed: true, text: 'Mine', answers: [{ key: 'q', text: 'Mine' }] }),
    complete(id, { completed: true }),
  ]),
  ...MOVED.flatMap((id): Question[] => [
    patch(`/actions/${id}`, { title: 'Mine' }, 1),
    patch(`/actions/${id}`, { description: 'Mine', assignee: { type: 'person', personId: 'only-a' } }, 'told'),
    remove(`/actions/${id}`, 1),
    remove(`/actions/${id}`, 'told'),
    post(`/actions/${id}/restore`),
    move(id, 'notDone'),
    move(id, 'done'),
    move(id, 'inProgress'),
  ]),
  post('/actions/bulk', { operation: 'setState', state: 'todo', dryRun: true, ids: ACTIONS }),
  post('/actions/bulk', { operation: 'delete', dryRun: true, ids: ACTIONS }),
  post('/actions/bulk', { operation: 'setState', state: 'todo', ids: ACTIONS }),
  post('/actions/bulk', { operation: 'assign', assignee: null, ids: ACTIONS }),
  post('/actions/bulk', { operation: 'delete', ids: ACTIONS }),
];

const AGAIN: readonly Question[] = [
  get('/engagements?sort=-updated&count=true'),
  ...ENGAGEMENTS.map((id) => get(`/engagements/${id}`)),
  ...ITEM_IDS.map((id) => get(`/items/${id}`)),
  ...SORTS.map((sort) => get(`/actions?sort=${sort}&count=true`)),
  ...ACTIONS.map((id) => get(`/actions/${id}`)),
];

/** All that is asked, in order: they look, they try what they may and may not do, and look again. */
export function engagementQuestions(): readonly Question[] {
  return [...READS, ...CHANGES, ...AGAIN];
}
