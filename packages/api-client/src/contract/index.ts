// The HTTP contract as data (api.md): routes with their schemas, grouped by resource and named as in the port. The
// server's routes, the client, OpenAPI and the conformance kit are made from it.
import { actions } from './actions.ts';
import { engagements } from './engagements.ts';
import { companies, groups, me, people, workspace } from './directory.ts';
import { invoicingMethods } from './invoicing-methods.ts';
import { items } from './items.ts';
import { meetings, relationships } from './relationships.ts';
import { notifications, preferences } from './notifications.ts';
import { rooms, sections } from './rooms.ts';
import type { Route } from './route.ts';
import { service } from './self-description.ts';
import { templates } from './templates.ts';

/** Every route, by resource and operation: `contract.actions.list`. */
export const contract = {
  service,
  me,
  people,
  companies,
  groups,
  workspace,
  relationships,
  meetings,
  rooms,
  sections,
  templates,
  engagements,
  items,
  invoicingMethods,
  notifications,
  preferences,
  actions,
};

/** Every route, in an order in which a literal path comes before one with a placeholder. */
export const routes: readonly Route[] = Object.values(contract).flatMap((resource) => Object.values<Route>(resource));

type Resources = typeof contract;
type AnyRoute = { [R in keyof Resources]: Resources[R][keyof Resources[R]] }[keyof Resources];
/** The type of each route, by its id. */
export type RouteById = { [R in AnyRoute as R['id']]: R };

export { idempotencyKeySchema } from './header-schemas.ts';
export { etagOf, versionOfETag } from './headers.ts';
export { IDEMPOTENCY_RETENTION_SECONDS, LIMITS } from './limits.ts';
export { CSV, WORKBOOK } from './media-types.ts';
export { type RawQuery, readQuery } from './query.ts';
export { writeQuery } from './query-text.ts';
export type { FileRoute, Route, RouteInput, RouteOutput } from './route.ts';
export { type Scope, scopesOf } from './route-head.ts';
export { type Service, serviceSchema, SPEC_VERSION } from './self-description.ts';
