// Which pages may call (api.md §8, CORS): each workspace lists exact origins. Never a wildcard, never credentials, and on
// every reply, errors too, so that a page can tell a refusal from a dead network.
import type { Id } from '@followthrough/core/schema';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';

/** Whether pages of the origin may read answers about the workspace; null: about any of them (nobody is known yet). */
export type IsAllowedOrigin = (origin: string, workspaceId: Id | null, now: number) => Promise<boolean>;

const KEPT_MS = 2000;

/** Makes the check; the lists are read again after two seconds. */
export function createOriginCheck(database: Database): IsAllowedOrigin {
  let known: { lists: Promise<Map<Id, ReadonlySet<string>>>; at: number } | null = null;

  return async (origin, workspaceId, now) => {
    if (!known || now < known.at || now >= known.at + KEPT_MS) known = { lists: read(database), at: now };
    try {
      const lists = await known.lists;
      return workspaceId === null
        ? [...lists.values()].some((origins) => origins.has(origin))
        : (lists.get(workspaceId)?.has(origin) ?? false);
    } catch {
      // A database that is away allows nobody; the request itself meets the same failure and tells of it.
      known = null;
      return false;
    }
  };
}

async function read(database: Database): Promise<Map<Id, ReadonlySet<string>>> {
  const { rows } = await sql<{ id: Id; origins: string[] }>`select id, origins from tenant`.execute(database.query);
  return new Map(rows.map(({ id, origins }) => [id, new Set(origins)]));
}

const ALLOWED_HEADERS =
  'authorization, content-type, idempotency-key, if-match, last-event-id, accept-language, x-request-id';
const EXPOSED_HEADERS = 'etag, location, retry-after, idempotency-replayed, x-request-id, date, content-disposition';

/** Lets pages of the origin read the reply. */
export function allowOrigin(headers: Headers, origin: string): void {
  headers.set('Access-Control-Allow-Origin', origin);
  headers.set('Access-Control-Expose-Headers', EXPOSED_HEADERS);
}

/** The answer to a browser that asks before it sends. */
export function preflightReply(origin: string, methods: readonly string[]): Response {
  const reply = new Response(null, { status: 204 });
  allowOrigin(reply.headers, origin);
  reply.headers.set('Access-Control-Allow-Methods', methods.join(', '));
  reply.headers.set('Access-Control-Allow-Headers', ALLOWED_HEADERS);
  reply.headers.set('Access-Control-Max-Age', '600');
  return reply;
}
