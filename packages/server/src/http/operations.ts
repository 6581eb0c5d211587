// What each route of the contract does: one call of the port. A route without its operation does not compile.
import type { contract, FileRoute, Route, RouteInput, RouteOutput } from '@followthrough/api-client/contract';
import type { Backend } from '@followthrough/core/backend';
import type { LocalBackendOptions } from '@followthrough/core/local-backend';
import { exportedFile } from '../export/engagement-export.ts';
import { toldWhetherNew } from './created.ts';
import type { FileAnswer } from './file-answer.ts';

/** What an operation is given. */
export interface OperationCall<R extends Route> extends RouteInput<R> {
  /** The port on behalf of the one who asks. */
  backend: Backend;
  /** What the port is made of, for what is answered as it is made. */
  local: LocalBackendOptions;
  /** The version that `If-Match` names; see the precondition. */
  version: number;
  /** The same where it may be left out. */
  ifMatch: number | undefined;
}

type Operation<R extends Route> = (
  call: OperationCall<R>,
) => Promise<(R extends FileRoute ? FileAnswer : RouteOutput<R>) | void>;
type Contract = typeof contract;
type Resource = Exclude<keyof Contract, 'service'>;

/** The operation of any route, by resource and operation. */
const OPERATIONS: {
  [G in Resource]: { [O in keyof Contract[G]]: Contract[G][O] extends Route ? Operation<Contract[G][O]> : never };
} = {
  me: { get: ({ backend }) => backend.me() },
  people: {
    list: ({ backend, query }) => backend.people.list(query),
    put: (call) => toldWhetherNew('person', call, ({ backend, params, body }) => backend.people.put(params.id, body)),
  },
  companies: {
    list: ({ backend, query }) => backend.companies.list(query),
    put: (call) =>
      toldWhetherNew('company', call, ({ backend, params, body }) => backend.companies.put(params.id, body)),
  },
  groups: {
    list: ({ backend, query }) => backend.groups.list(query),
    put: (call) => toldWhetherNew('group', call, ({ backend, params, body }) => backend.groups.put(params.id, body)),
  },
  workspace: { update: ({ backend, body, version }) => backend.workspace.update(body, { version }) },
  relationships: {
    list: ({ backend, query }) => backend.relationships.list(query),
    create: ({ backend, body }) => backend.relationships.create(body),
    get: ({ backend, params }) => backend.relationships.get(params.id),
    update: ({ backend, params, body, version }) => backend.relationships.update(params.id, body, { version }),
  },
  meetings: {
    list: ({ backend, params, query }) => backend.meetings.list(params.id, query),
    create: ({ backend, params, body }) => backend.meetings.create(params.id, body),
    get: ({ backend, params }) => backend.meetings.get(params.id),
    update: ({ backend, params, body, version }) => backend.meetings.update(params.id, body, { version }),
    agenda: ({ backend, params }) => backend.meetings.agenda(params.id),
  },
  rooms: {
    list: ({ backend, query }) => backend.rooms.list(query),
    create: ({ backend, body }) => backend.rooms.create(body),
    get: ({ backend, params }) => backend.rooms.get(params.id),
    update: ({ backend, params, body, version }) => backend.rooms.update(params.id, body, { version }),
    remove: ({ backend, params, version }) => backend.rooms.remove(params.id, { version }),
    restore: ({ backend, params }) => backend.rooms.restore(params.id),
    share: ({ backend, params, body }) => backend.rooms.share(params.id, body.personId),
    unshare: ({ backend, params, version }) => backend.rooms.unshare(params.id, params.personId, { version }),
    setPrimaryContact: ({ backend, params, body }) => backend.rooms.setPrimaryContact(params.id, body.personId),
    plan: ({ backend, params, query }) => backend.rooms.plan(params.id, query),
    preview: ({ backend, params, body }) => backend.rooms.preview(params.id, body),
  },
  sections: {
    create: ({ backend, params, body }) => backend.sections.create(params.id, body),
    get: ({ backend, params }) => backend.sections.get(params.id),
    update: ({ backend, params, body, version }) => backend.sections.update(params.id, body, { version }),
    remove: ({ backend, params, query, version }) => backend.sections.remove(params.id, { version, ...query }),
    restore: ({ backend, params }) => backend.sections.restore(params.id),
  },
  templates: {
    list: ({ backend, query }) => backend.templates.list(query),
    create: ({ backend, body }) => backend.templates.create(body),
    get: ({ backend, params }) => backend.templates.get(params.id),
    update: ({ backend, params, body, version }) => backend.templates.update(params.id, body, { version }),
    remove: ({ backend, params, version }) => backend.templates.remove(params.id, { version }),
    restore: ({ backend, params }) => backend.templates.restore(params.id),
    check: ({ backend, params, body }) => backend.templates.check(params.id, body),
  },
  engagements: {
    list: ({ backend, query }) => backend.engagements.list(query),
    create: ({ backend, body }) => backend.engagements.create(body),
    bulk: ({ backend, body }) => backend.engagements.bulk(body),
    export: ({ local, backend, query }) => exportedFile(local, backend, query),
    get: ({ backend, params }) => backend.engagements.get(params.id),
    update: ({ backend, params, body, version }) => backend.engagements.update(params.id, body, { version }),
    remove: ({ backend, params, version }) => backend.engagements.remove(params.id, { version }),
    restore: ({ backend, params }) => backend.engagements.restore(params.id),
    activate: ({ backend, params }) => backend.engagements.activate(params.id),
    share: ({ backend, params }) => backend.engagements.share(params.id),
    unshare: ({ backend, params }) => backend.engagements.unshare(params.id),
  },
  items: {
    create: ({ backend, params, body }) => backend.items.create(params.id, body),
    get: ({ backend, params }) => backend.items.get(params.id),
    update: ({ backend, params, body, version }) => backend.items.update(params.id, body, { version }),
    remove: ({ backend, params, version }) => backend.items.remove(params.id, { version }),
    restore: ({ backend, params }) => backend.items.restore(params.id),
    schedule: ({ backend, params, body, ifMatch }) => backend.items.schedule(params.id, body, { version: ifMatch }),
    complete: ({ backend, params, body }) => backend.items.complete(params.id, body),
  },
  invoicingMethods: {
    list: ({ backend, query }) => backend.invoicingMethods.list(query),
    create: ({ backend, body }) => backend.invoicingMethods.create(body),
  },
  notifications: {
    list: ({ backend, query }) => backend.notifications.list(query),
    readAll: ({ backend, body }) => backend.notifications.readAll(body),
    read: ({ backend, params }) => backend.notifications.read(params.id),
  },
  preferences: {
    get: ({ backend }) => backend.preferences.get(),
    replace: ({ backend, body }) => backend.preferences.replace(body),
  },
  actions: {
    list: ({ backend, query }) => backend.actions.list(query),
    create: ({ backend, body }) => backend.actions.create(body),
    bulk: ({ backend, body }) => backend.actions.bulk(body),
    get: ({ backend, params }) => backend.actions.get(params.id),
    update: ({ backend, params, body, version }) => backend.actions.update(params.id, body, { version }),
    remove: ({ backend, params, query, version }) => backend.actions.remove(params.id, { version, ...query }),
    setState: ({ backend, params, body }) => backend.actions.setState(params.id, body.state),
    restore: ({ backend, params }) => backend.actions.restore(params.id),
    explain: ({ backend, params }) => backend.actions.explain(params.id),
  },
};

/** The operation of a route, its input not told apart any more: the shape has been checked against the route. */
export function operationOf(route: Route): (call: OperationCall<Route>) => Promise<unknown> {
  const [resource, name] = route.id.split('.', 2) as [Resource, string];
  const operations = OPERATIONS[resource] as unknown as Record<
    string,
    (call: OperationCall<Route>) => Promise<unknown>
  >;
  const operation = operations[name];
  if (!operation) throw new TypeError(`The route ${route.id} has no operation: add it to OPERATIONS.`);
  return operation;
}
