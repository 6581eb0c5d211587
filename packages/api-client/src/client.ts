// The port over HTTP. This file is the whole surface; each call takes the course that call.ts describes.
import type {
  ActionQuery,
  Backend,
  DirectoryQuery,
  EngagementQuery,
  NotificationQuery,
  PageQuery,
  ReadOptions,
} from '@followthrough/core/backend';
import { engagementConflicts, mergePatch } from '@followthrough/core/domain';
import type {
  Action,
  Company,
  Engagement,
  Group,
  Id,
  InvoicingMethod,
  Meeting,
  Notification,
  Person,
  Relationship,
  Room,
  TemplateSummary,
} from '@followthrough/core/schema';
import { createAnswersLoader } from './answers-loader.ts';
import { createCall } from './call.ts';
import type { Service } from './contract/self-description.ts';
import { createSend } from './exchange.ts';
import { mergedUpdate } from './merged-update.ts';
import { all } from './pages.ts';
import { DEFAULT_RETRY, realTiming, type RetryPolicy, type Timing } from './retry.ts';
import { createTokenKeeper, type GetToken, type Identity } from './token.ts';

export interface ClientOptions {
  /** Where the contract is served, such as `https://api.acme.test/v1`; in a page it may be relative. */
  baseUrl: string;
  /** Asks the host's own backend for a token; see {@link GetToken}. Called once however many calls wait. */
  getToken: GetToken;
  /**
   * Called, and awaited, before the first token of another person or workspace is used: wipe what is shown and kept.
   * Calls begun for the one before reject with `token-invalid`.
   */
  onIdentityChange?: ((to: Identity, from: Identity) => void | Promise<void>) | undefined;
  /** The page's own fetch by default. */
  fetch?: typeof globalThis.fetch | undefined;
  /** How often and how long; by default 4 times, from 300 ms doubling to 20 s, with full jitter. */
  retry?: Partial<RetryPolicy> | undefined;
  /** Milliseconds to wait for an answer's head, again for its body, and for `getToken`; 15,000 by default. */
  timeout?: number | undefined;
  /** Clock, chance and waiting, for tests. */
  timing?: Partial<Timing> | undefined;
}

/** The port, and what HTTP adds to it. `all` walks a list to its end. */
export interface Client extends Backend {
  /** What the backend offers, and within which limits; needs no token. */
  service(options?: ReadOptions): Promise<Service>;
  people: Backend['people'] & { all(query?: DirectoryQuery, options?: ReadOptions): AsyncIterable<Person> };
  companies: Backend['companies'] & { all(query?: DirectoryQuery, options?: ReadOptions): AsyncIterable<Company> };
  groups: Backend['groups'] & { all(query?: DirectoryQuery, options?: ReadOptions): AsyncIterable<Group> };
  relationships: Backend['relationships'] & {
    all(query?: PageQuery, options?: ReadOptions): AsyncIterable<Relationship>;
  };
  meetings: Backend['meetings'] & {
    all(relationshipId: Id, query?: PageQuery, options?: ReadOptions): AsyncIterable<Meeting>;
  };
  rooms: Backend['rooms'] & { all(query?: DirectoryQuery, options?: ReadOptions): AsyncIterable<Room> };
  templates: Backend['templates'] & {
    all(query?: DirectoryQuery, options?: ReadOptions): AsyncIterable<TemplateSummary>;
  };
  engagements: Backend['engagements'] & {
    all(query?: EngagementQuery, options?: ReadOptions): AsyncIterable<Engagement>;
  };
  invoicingMethods: Backend['invoicingMethods'] & {
    all(query?: DirectoryQuery, options?: ReadOptions): AsyncIterable<InvoicingMethod>;
  };
  notifications: Backend['notifications'] & {
    all(query?: NotificationQuery, options?: ReadOptions): AsyncIterable<Notification>;
  };
  actions: Backend['actions'] & { all(query?: ActionQuery, options?: ReadOptions): AsyncIterable<Action> };
  /**
   * Asks `getToken` at once for another token, where one is in use: for a host whose `getToken` may give somebody else's
   * now. Theirs is recognised as ever (`onIdentityChange`); calls go on with the new one.
   * @returns whether the token says whose it is, or is the very same; rejects where there is none to be had
   */
  checkToken(): Promise<boolean>;
  /** Forgets the token and ends every call with an AbortError; the client is of no use afterwards. */
  dispose(): void;
}

/**
 * A client of one backend.
 *
 * @throws TypeError where `baseUrl` or `getToken` is missing
 * @example
 * const client = createClient({
 *   baseUrl: '/api/v1',
 *   getToken: async ({ signal }) => (await fetch('/my/token', { method: 'POST', signal })).text(),
 * });
 * for await (const action of client.actions.all({ assignee: 'me', status: ['overdue'] })) console.log(action.title);
 */
export function createClient(options: ClientOptions): Client {
  const { baseUrl, getToken, onIdentityChange, fetch, timeout = 15_000 } = options;
  if (typeof baseUrl !== 'string' || baseUrl === '')
    throw new TypeError('createClient needs baseUrl, such as "/api/v1".');
  if (typeof getToken !== 'function')
    throw new TypeError('createClient needs getToken, a function that gives a token.');

  const timing = { ...realTiming, ...options.timing };
  const retry = { ...DEFAULT_RETRY, ...options.retry };
  const disposal = new AbortController();
  const tokens = createTokenKeeper({ getToken, onIdentityChange, timeout, timing });
  const send = createSend({ fetch, timeout });
  const answers = createAnswersLoader(timeout, () => import('./answers.ts'));
  const call = createCall({ baseUrl, tokens, send, answers, retry, timing, disposed: disposal.signal });

  const client: Client = {
    service: (read) => call('service.describe', {}, read),
    me: (read) => call('me.get', {}, read),
    people: {
      list: (query = {}, read) => call('people.list', { query }, read),
      all: (query, read) => all((page, each) => client.people.list(page, each), query, read),
      put: (id, body, write) => call('people.put', { params: { id }, body }, write),
    },
    companies: {
      list: ({ side: _, ...query } = {}, read) => call('companies.list', { query }, read),
      all: (query, read) => all((page, each) => client.companies.list(page, each), query, read),
      put: (id, body, write) => call('companies.put', { params: { id }, body }, write),
    },
    groups: {
      list: ({ side: _, ...query } = {}, read) => call('groups.list', { query }, read),
      all: (query, read) => all((page, each) => client.groups.list(page, each), query, read),
      put: (id, body, write) => call('groups.put', { params: { id }, body }, write),
    },
    workspace: { update: (body, write) => call('workspace.update', { body }, write) },
    relationships: {
      list: (query = {}, read) => call('relationships.list', { query }, read),
      all: (query, read) => all((page, each) => client.relationships.list(page, each), query, read),
      get: (id, read) => call('relationships.get', { params: { id } }, read),
      create: (body, write) => call('relationships.create', { body }, write),
      update: (id, body, write) => call('relationships.update', { params: { id }, body }, write),
    },
    meetings: {
      list: (id, query = {}, read) => call('meetings.list', { params: { id }, query }, read),
      all: (id, query, read) => all((page, each) => client.meetings.list(id, page, each), query, read),
      create: (id, body, write) => call('meetings.create', { params: { id }, body }, write),
      get: (id, read) => call('meetings.get', { params: { id } }, read),
      update: (id, body, write) => call('meetings.update', { params: { id }, body }, write),
      agenda: (id, read) => call('meetings.agenda', { params: { id } }, read),
    },
    rooms: {
      list: ({ side: _, ...query } = {}, read) => call('rooms.list', { query }, read),
      all: (query, read) => all((page, each) => client.rooms.list(page, each), query, read),
      get: (id, read) => call('rooms.get', { params: { id } }, read),
      create: (body, write) => call('rooms.create', { body }, write),
      update: (id, body, write) => call('rooms.update', { params: { id }, body }, write),
      remove: (id, write) => call('rooms.remove', { params: { id } }, write),
      restore: (id, write) => call('rooms.restore', { params: { id } }, write),
      share: (id, personId, write) => call('rooms.share', { params: { id }, body: { personId } }, write),
      unshare: (id, personId, write) => call('rooms.unshare', { params: { id, personId } }, write),
      setPrimaryContact: (id, personId, write) =>
        call('rooms.setPrimaryContact', { params: { id }, body: { personId } }, write),
      plan: (id, query = {}, read) => call('rooms.plan', { params: { id }, query }, read),
      preview: (id, body, read) => call('rooms.preview', { params: { id }, body }, read),
    },
    sections: {
      create: (id, body, write) => call('sections.create', { params: { id }, body }, write),
      get: (id, read) => call('sections.get', { params: { id } }, read),
      update: (id, body, write) => call('sections.update', { params: { id }, body }, write),
      remove: (id, { dependents, ...write }) =>
        call('sections.remove', { params: { id }, query: { dependents } }, write),
      restore: (id, write) => call('sections.restore', { params: { id } }, write),
    },
    templates: {
      list: ({ side: _, ...query } = {}, read) => call('templates.list', { query }, read),
      all: (query, read) => all((page, each) => client.templates.list(page, each), query, read),
      get: (id, read) => call('templates.get', { params: { id } }, read),
      create: (body, write) => call('templates.create', { body }, write),
      update: (id, body, write) => call('templates.update', { params: { id }, body }, write),
      remove: (id, write) => call('templates.remove', { params: { id } }, write),
      restore: (id, write) => call('templates.restore', { params: { id } }, write),
      check: (id, body = {}, read) => call('templates.check', { params: { id }, body }, read),
    },
    engagements: {
      list: (query = {}, read) => call('engagements.list', { query }, read),
      all: (query, read) => all((page, each) => client.engagements.list(page, each), query, read),
      get: (id, read) => call('engagements.get', { params: { id } }, read),
      create: (body, write) => call('engagements.create', { body }, write),
      update: (id, patch, write) =>
        mergedUpdate(write, {
          send: (each) => call('engagements.update', { params: { id }, body: patch }, each),
          read: async (current) => (await answers(write.signal)).readEngagement(current),
          isApart: (seen, current) => engagementConflicts(seen, current, patch).length === 0,
        }),
      remove: (id, write) => call('engagements.remove', { params: { id } }, write),
      restore: (id, write) => call('engagements.restore', { params: { id } }, write),
      activate: (id, write) => call('engagements.activate', { params: { id } }, write),
      share: (id, write) => call('engagements.share', { params: { id } }, write),
      unshare: (id, write) => call('engagements.unshare', { params: { id } }, write),
      bulk: (body, write) => call('engagements.bulk', { body }, write),
      export: (query = {}, read) => call('engagements.export', { query }, read),
    },
    items: {
      create: (id, body, write) => call('items.create', { params: { id }, body }, write),
      get: (id, read) => call('items.get', { params: { id } }, read),
      update: (id, body, write) => call('items.update', { params: { id }, body }, write),
      remove: (id, write) => call('items.remove', { params: { id } }, write),
      restore: (id, write) => call('items.restore', { params: { id } }, write),
      schedule: (id, body, write) => call('items.schedule', { params: { id }, body }, write),
      complete: (id, body, write) => call('items.complete', { params: { id }, body }, write),
    },
    invoicingMethods: {
      list: ({ side: _, ...query } = {}, read) => call('invoicingMethods.list', { query }, read),
      all: (query, read) => all((page, each) => client.invoicingMethods.list(page, each), query, read),
      create: (body, write) => call('invoicingMethods.create', { body }, write),
    },
    notifications: {
      list: (query = {}, read) => call('notifications.list', { query }, read),
      all: (query, read) => all((page, each) => client.notifications.list(page, each), query, read),
      read: (id, write) => call('notifications.read', { params: { id } }, write),
      readAll: (body = {}, write) => call('notifications.readAll', { body }, write),
    },
    preferences: {
      get: (read) => call('preferences.get', {}, read),
      replace: (body, write) => call('preferences.replace', { body }, write),
    },
    exportFormats: ['xlsx', 'csv'],
    actions: {
      list: (query = {}, read) => call('actions.list', { query }, read),
      all: (query, read) => all((page, each) => client.actions.list(page, each), query, read),
      get: (id, read) => call('actions.get', { params: { id } }, read),
      create: (body, write) => call('actions.create', { body }, write),
      update: (id, patch, write) =>
        mergedUpdate(write, {
          send: (each) => call('actions.update', { params: { id }, body: patch }, each),
          read: async (current) => (await answers(write.signal)).readAction(current),
          isApart: (seen, current) => !('conflicts' in mergePatch(seen, current, patch)),
        }),
      setState: (id, state, write) => call('actions.setState', { params: { id }, body: { state } }, write),
      remove: (id, { dependents, ...write }) =>
        call('actions.remove', { params: { id }, query: { dependents } }, write),
      restore: (id, write) => call('actions.restore', { params: { id } }, write),
      explain: (id, read) => call('actions.explain', { params: { id } }, read),
      bulk: (body, write) => call('actions.bulk', { body }, write),
    },
    checkToken: () => tokens.check(),
    dispose() {
      tokens.forget();
      disposal.abort(new DOMException('The client was disposed of.', 'AbortError'));
    },
  };
  return client;
}
