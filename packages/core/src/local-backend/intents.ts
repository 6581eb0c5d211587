// One intent takes effect once (api.md R-I-1): a write tried again under the same intent is answered as it was the first
// time. Only what was done is remembered, for as long as this backend lives; a server keeps its own record beside the
// effect.
import { type Backend, BackendError, type RemoveOptions } from '../backend.ts';

/** How many intents are remembered; the oldest are forgotten first. */
const REMEMBERED = 1000;

interface Done {
  fingerprint: string;
  answer: Promise<unknown>;
}

/** The same backend, each of whose intents takes effect once. */
export function withIntents(backend: Backend): Backend {
  const done = new Map<string, Done>();

  /** The same operation, whose options come after so many arguments. */
  function once<Args extends unknown[], T>(
    name: string,
    before: number,
    operation: (...args: Args) => Promise<T>,
  ): (...args: Args) => Promise<T> {
    return (...args) => {
      const options = args[before] as Partial<RemoveOptions> | undefined;
      const intent = options?.intent;
      if (intent === undefined) return operation(...args);
      const fingerprint = JSON.stringify([name, ...args.slice(0, before), options?.version, options?.dependents]);
      const earlier = done.get(intent);
      if (earlier && earlier.fingerprint !== fingerprint) {
        const detail = 'This intent was already used for something else.';
        return Promise.reject(new BackendError('idempotency-key-reuse', { detail }));
      }
      if (earlier) return earlier.answer as Promise<T>;
      const answer = operation(...args);
      done.set(intent, { fingerprint, answer });
      for (const oldest of done.keys()) if (done.size > REMEMBERED) done.delete(oldest);
      // What was refused or failed had no effect: the next try is a first one.
      answer.catch(() => done.delete(intent));
      return answer;
    };
  }

  const { relationships, meetings, actions, rooms, sections, templates, engagements, items } = backend;
  const { invoicingMethods, notifications, preferences, people, companies, groups, workspace } = backend;
  return {
    ...backend,
    people: { ...people, put: once('people.put', 2, (...args) => people.put(...args)) },
    companies: { ...companies, put: once('companies.put', 2, (...args) => companies.put(...args)) },
    groups: { ...groups, put: once('groups.put', 2, (...args) => groups.put(...args)) },
    workspace: { ...workspace, update: once('workspace.update', 1, (...args) => workspace.update(...args)) },
    relationships: {
      ...relationships,
      create: once('relationships.create', 1, (...args) => relationships.create(...args)),
      update: once('relationships.update', 2, (...args) => relationships.update(...args)),
    },
    meetings: {
      ...meetings,
      create: once('meetings.create', 2, (...args) => meetings.create(...args)),
      update: once('meetings.update', 2, (...args) => meetings.update(...args)),
    },
    actions: {
      ...actions,
      create: once('actions.create', 1, (...args) => actions.create(...args)),
      update: once('actions.update', 2, (...args) => actions.update(...args)),
      setState: once('actions.setState', 2, (...args) => actions.setState(...args)),
      remove: once('actions.remove', 1, (...args) => actions.remove(...args)),
      restore: once('actions.restore', 1, (...args) => actions.restore(...args)),
      bulk: once('actions.bulk', 1, (...args) => actions.bulk(...args)),
    },
    rooms: {
      ...rooms,
      create: once('rooms.create', 1, (...args) => rooms.create(...args)),
      update: once('rooms.update', 2, (...args) => rooms.update(...args)),
      remove: once('rooms.remove', 1, (...args) => rooms.remove(...args)),
      restore: once('rooms.restore', 1, (...args) => rooms.restore(...args)),
      share: once('rooms.share', 2, (...args) => rooms.share(...args)),
      unshare: once('rooms.unshare', 2, (...args) => rooms.unshare(...args)),
      setPrimaryContact: once('rooms.setPrimaryContact', 2, (...args) => rooms.setPrimaryContact(...args)),
    },
    sections: {
      ...sections,
      create: once('sections.create', 2, (...args) => sections.create(...args)),
      update: once('sections.update', 2, (...args) => sections.update(...args)),
      remove: once('sections.remove', 1, (...args) => sections.remove(...args)),
      restore: once('sections.restore', 1, (...args) => sections.restore(...args)),
    },
    templates: {
      ...templates,
      create: once('templates.create', 1, (...args) => templates.create(...args)),
      update: once('templates.update', 2, (...args) => templates.update(...args)),
      remove: once('templates.remove', 1, (...args) => templates.remove(...args)),
      restore: once('templates.restore', 1, (...args) => templates.restore(...args)),
    },
    engagements: {
      ...engagements,
      create: once('engagements.create', 1, (...args) => engagements.create(...args)),
      update: once('engagements.update', 2, (...args) => engagements.update(...args)),
      remove: once('engagements.remove', 1, (...args) => engagements.remove(...args)),
      restore: once('engagements.restore', 1, (...args) => engagements.restore(...args)),
      activate: once('engagements.activate', 1, (...args) => engagements.activate(...args)),
      share: once('engagements.share', 1, (...args) => engagements.share(...args)),
      unshare: once('engagements.unshare', 1, (...args) => engagements.unshare(...args)),
      bulk: once('engagements.bulk', 1, (...args) => engagements.bulk(...args)),
    },
    items: {
      ...items,
      create: once('items.create', 2, (...args) => items.create(...args)),
      update: once('items.update', 2, (...args) => items.update(...args)),
      remove: once('items.remove', 1, (...args) => items.remove(...args)),
      restore: once('items.restore', 1, (...args) => items.restore(...args)),
      schedule: once('items.schedule', 2, (...args) => items.schedule(...args)),
      complete: once('items.complete', 2, (...args) => items.complete(...args)),
    },
    invoicingMethods: {
      ...invoicingMethods,
      create: once('invoicingMethods.create', 1, (...args) => invoicingMethods.create(...args)),
    },
    notifications: {
      ...notifications,
      read: once('notifications.read', 1, (...args) => notifications.read(...args)),
      readAll: once('notifications.readAll', 1, (...args) => notifications.readAll(...args)),
    },
    preferences: {
      ...preferences,
      replace: once('preferences.replace', 1, (...args) => preferences.replace(...args)),
    },
  };
}
