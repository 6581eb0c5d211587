// What must be known of each route to ask for it: small, so that a client can ask before it has what reads the answer.
// The rest of a route stands with its resource, made from this by `route`.

/** What a token allows (api.md R-T-3). */
export type Scope =
  | 'actions:read'
  | 'actions:write'
  | 'rooms:read'
  | 'rooms:write'
  | 'engagements:read'
  | 'engagements:write'
  | 'export'
  | 'admin';

/** Where and how a route is asked. */
export interface RouteHead {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the base URL; placeholders, all of them ids, in braces: `/actions/{id}`. */
  path: `/${string}`;
  /** The scope a token must have, or one of several; `any`: a valid token, whatever its scope; null: public, no token. */
  scope: Scope | readonly Scope[] | 'any' | null;
  /** `optional`: it takes `If-Match` where that is sent, though its method does not ask for it (see `needsVersion`). */
  version?: 'optional';
}

/** A template belongs to rooms or to engagements, by its kind: a token reaches those of its own side. */
const TEMPLATES_READ = ['rooms:read', 'engagements:read'] as const;
const TEMPLATES_WRITE = ['rooms:write', 'engagements:write'] as const;

/** By id: resource and operation, named as in the port. */
export const HEADS = {
  'service.describe': { method: 'GET', path: '/', scope: null },
  'service.openApi': { method: 'GET', path: '/openapi.json', scope: null },
  'service.health': { method: 'GET', path: '/health', scope: null },
  'service.ready': { method: 'GET', path: '/ready', scope: null },
  'me.get': { method: 'GET', path: '/me', scope: 'any' },
  'people.list': { method: 'GET', path: '/people', scope: 'any' },
  'people.put': { method: 'PUT', path: '/people/{id}', scope: 'admin' },
  'companies.list': { method: 'GET', path: '/companies', scope: 'any' },
  'companies.put': { method: 'PUT', path: '/companies/{id}', scope: 'admin' },
  'groups.list': { method: 'GET', path: '/groups', scope: 'any' },
  'groups.put': { method: 'PUT', path: '/groups/{id}', scope: 'admin' },
  'workspace.update': { method: 'PATCH', path: '/workspace', scope: 'admin' },
  'relationships.list': { method: 'GET', path: '/relationships', scope: 'actions:read' },
  'relationships.create': { method: 'POST', path: '/relationships', scope: 'actions:write' },
  'relationships.get': { method: 'GET', path: '/relationships/{id}', scope: 'actions:read' },
  'relationships.update': { method: 'PATCH', path: '/relationships/{id}', scope: 'actions:write' },
  'meetings.list': { method: 'GET', path: '/relationships/{id}/meetings', scope: 'actions:read' },
  'meetings.create': { method: 'POST', path: '/relationships/{id}/meetings', scope: 'actions:write' },
  'meetings.get': { method: 'GET', path: '/meetings/{id}', scope: 'actions:read' },
  'meetings.update': { method: 'PATCH', path: '/meetings/{id}', scope: 'actions:write' },
  'meetings.agenda': { method: 'GET', path: '/meetings/{id}/agenda', scope: 'actions:read' },
  'rooms.list': { method: 'GET', path: '/rooms', scope: 'rooms:read' },
  'rooms.create': { method: 'POST', path: '/rooms', scope: 'rooms:write' },
  'rooms.get': { method: 'GET', path: '/rooms/{id}', scope: 'rooms:read' },
  'rooms.update': { method: 'PATCH', path: '/rooms/{id}', scope: 'rooms:write' },
  'rooms.remove': { method: 'DELETE', path: '/rooms/{id}', scope: 'rooms:write' },
  'rooms.restore': { method: 'POST', path: '/rooms/{id}/restore', scope: 'rooms:write' },
  'rooms.share': { method: 'POST', path: '/rooms/{id}/guests', scope: 'rooms:write' },
  'rooms.unshare': { method: 'DELETE', path: '/rooms/{id}/guests/{personId}', scope: 'rooms:write' },
  'rooms.setPrimaryContact': { method: 'PUT', path: '/rooms/{id}/primary-contact', scope: 'rooms:write' },
  'rooms.plan': { method: 'GET', path: '/rooms/{id}/plan', scope: 'rooms:read' },
  'rooms.preview': { method: 'POST', path: '/rooms/{id}/plan/preview', scope: 'rooms:read' },
  'sections.create': { method: 'POST', path: '/rooms/{id}/sections', scope: 'rooms:write' },
  'sections.get': { method: 'GET', path: '/sections/{id}', scope: 'rooms:read' },
  'sections.update': { method: 'PATCH', path: '/sections/{id}', scope: 'rooms:write' },
  'sections.remove': { method: 'DELETE', path: '/sections/{id}', scope: 'rooms:write' },
  'sections.restore': { method: 'POST', path: '/sections/{id}/restore', scope: 'rooms:write' },
  'templates.list': { method: 'GET', path: '/templates', scope: TEMPLATES_READ },
  'templates.create': { method: 'POST', path: '/templates', scope: TEMPLATES_WRITE },
  'templates.get': { method: 'GET', path: '/templates/{id}', scope: TEMPLATES_READ },
  'templates.update': { method: 'PATCH', path: '/templates/{id}', scope: TEMPLATES_WRITE },
  'templates.remove': { method: 'DELETE', path: '/templates/{id}', scope: TEMPLATES_WRITE },
  'templates.restore': { method: 'POST', path: '/templates/{id}/restore', scope: TEMPLATES_WRITE },
  'templates.check': { method: 'POST', path: '/templates/{id}/check', scope: TEMPLATES_READ },
  'engagements.list': { method: 'GET', path: '/engagements', scope: 'engagements:read' },
  'engagements.create': { method: 'POST', path: '/engagements', scope: 'engagements:write' },
  'engagements.bulk': { method: 'POST', path: '/engagements/bulk', scope: 'engagements:write' },
  'engagements.export': { method: 'GET', path: '/engagements/export', scope: 'export' },
  'engagements.get': { method: 'GET', path: '/engagements/{id}', scope: 'engagements:read' },
  'engagements.update': { method: 'PATCH', path: '/engagements/{id}', scope: 'engagements:write' },
  'engagements.remove': { method: 'DELETE', path: '/engagements/{id}', scope: 'engagements:write' },
  'engagements.restore': { method: 'POST', path: '/engagements/{id}/restore', scope: 'engagements:write' },
  'engagements.activate': { method: 'POST', path: '/engagements/{id}/activate', scope: 'engagements:write' },
  'engagements.share': { method: 'POST', path: '/engagements/{id}/share', scope: 'engagements:write' },
  'engagements.unshare': { method: 'POST', path: '/engagements/{id}/unshare', scope: 'engagements:write' },
  'items.create': { method: 'POST', path: '/engagements/{id}/items', scope: 'engagements:write' },
  'items.get': { method: 'GET', path: '/items/{id}', scope: 'engagements:read' },
  'items.update': { method: 'PATCH', path: '/items/{id}', scope: 'engagements:write' },
  'items.remove': { method: 'DELETE', path: '/items/{id}', scope: 'engagements:write' },
  'items.restore': { method: 'POST', path: '/items/{id}/restore', scope: 'engagements:write' },
  'items.schedule': { method: 'PUT', path: '/items/{id}/schedule', scope: 'engagements:write', version: 'optional' },
  'items.complete': { method: 'PUT', path: '/items/{id}/completion', scope: 'engagements:write' },
  'invoicingMethods.list': { method: 'GET', path: '/invoicing-methods', scope: 'engagements:read' },
  'invoicingMethods.create': { method: 'POST', path: '/invoicing-methods', scope: 'engagements:write' },
  'notifications.list': { method: 'GET', path: '/notifications', scope: 'any' },
  'notifications.readAll': { method: 'PUT', path: '/notifications/read', scope: 'any' },
  'notifications.read': { method: 'PUT', path: '/notifications/{id}/read', scope: 'any' },
  'preferences.get': { method: 'GET', path: '/me/preferences', scope: 'any' },
  'preferences.replace': { method: 'PUT', path: '/me/preferences', scope: 'any' },
  'actions.list': { method: 'GET', path: '/actions', scope: 'actions:read' },
  'actions.create': { method: 'POST', path: '/actions', scope: 'actions:write' },
  'actions.bulk': { method: 'POST', path: '/actions/bulk', scope: 'actions:write' },
  'actions.get': { method: 'GET', path: '/actions/{id}', scope: 'actions:read' },
  'actions.update': { method: 'PATCH', path: '/actions/{id}', scope: 'actions:write' },
  'actions.remove': { method: 'DELETE', path: '/actions/{id}', scope: 'actions:write' },
  'actions.setState': { method: 'PUT', path: '/actions/{id}/state', scope: 'actions:write' },
  'actions.restore': { method: 'POST', path: '/actions/{id}/restore', scope: 'actions:write' },
  'actions.explain': { method: 'GET', path: '/actions/{id}/explanation', scope: 'actions:read' },
} as const satisfies Record<`${string}.${string}`, RouteHead>;
export type RouteId = keyof typeof HEADS;

/** Whether it writes: it then needs an `Idempotency-Key` (R-I-1). */
export function isWrite({ method }: RouteHead): boolean {
  return method !== 'GET';
}

/** Whether it needs `If-Match` (R-V-2). */
export function needsVersion({ method }: RouteHead): boolean {
  return method === 'PATCH' || method === 'DELETE';
}

/** Whether `If-Match` is heeded where it is sent. */
export function takesVersion(head: RouteHead): boolean {
  return needsVersion(head) || head.version === 'optional';
}

/** The scopes of which a token must have one; none where any token, or none at all, will do. */
export function scopesOf({ scope }: RouteHead): readonly Scope[] {
  if (scope === null || scope === 'any') return [];
  return typeof scope === 'string' ? [scope] : scope;
}
