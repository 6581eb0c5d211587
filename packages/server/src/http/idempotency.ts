// One intent takes effect once (api.md R-I-1). The outcome of a write is kept in the transaction of its effect, under the
// tenant, the subject and the key, with a fingerprint of the request. The same request again is answered from there, with
// the thing as its caller may see it now; only what went well is kept, so a refused try may be tried again.
import { createHash } from 'node:crypto';
import { idempotencyKeySchema, IDEMPOTENCY_RETENTION_SECONDS } from '@followthrough/api-client/contract';
import { BackendError } from '@followthrough/core/backend';
import type { Id } from '@followthrough/core/schema';
import { sql } from 'kysely';
import type { Database, Query } from '../database/database.ts';
import { inWorkspace } from '../database/tenant.ts';
import type { SqlRepository, SqlTransaction } from '../repository/sql-repository.ts';

/** Whose intent, which, and what it asks for. */
interface Intent {
  workspaceId: Id;
  subject: Id;
  key: string;
  fingerprint: string;
}

/** What became of a write, as it is kept: the thing it answered with by its id, or its whole body. */
export interface Outcome {
  status: number;
  resource: { type: string; id: Id } | null;
  body: unknown;
}

/** What a write gives: its answer, and what of it is kept. */
interface Effect<T> {
  answer: T;
  outcome: Outcome;
}

/** Either what was done now, or what had been done before under the same intent. */
type Settled<T> = { answer: T } | { replayed: Outcome };

/** Runs a write once for its intent. */
export type Once = <T>(
  repository: SqlRepository,
  intent: Intent,
  write: (tx: SqlTransaction) => Promise<Effect<T>>,
  now: number,
) => Promise<Settled<T>>;

/** The key of a request; rejects with `idempotency-key-required` where it is missing or none. */
export function intentKey(header: string | null): string {
  const key = idempotencyKeySchema.safeParse(header);
  if (key.success) return key.data;
  throw new BackendError('idempotency-key-required', {
    detail: 'Send an Idempotency-Key of 16 to 64 letters, digits, _ or -, one for each intent.',
  });
}

/** What tells one request from another under the same key. */
export function fingerprintOf(method: string, path: string, ifMatch: string | null, body: Uint8Array): string {
  const hash = createHash('sha256');
  for (const part of [method, path, ifMatch ?? '']) hash.update(`${Buffer.byteLength(part)}:${part}`);
  return hash.update(body).digest('hex');
}

/** Makes the keeper of intents of one server. */
export function createOnce(): Once {
  const underWay = new Set<string>();

  return async (repository, intent, write, now) => {
    const name = `${intent.workspaceId} ${intent.subject} ${intent.key}`;
    if (underWay.has(name)) throw inProgress();
    underWay.add(name);
    try {
      return await repository.transaction(async (tx) => {
        // Another server on the same database may be at it.
        if (!(await lock(tx.query, name))) throw inProgress();
        const before = await find(tx.query, intent);
        if (before) return { replayed: before };
        const { answer, outcome } = await write(tx);
        await keep(tx.query, intent, outcome, now);
        return { answer };
      });
    } finally {
      underWay.delete(name);
    }
  };
}

/** Forgets intents and revocations that are past their time, in every workspace. */
export async function forgetOldIntents(database: Database, now: number): Promise<void> {
  const before = new Date(now - (IDEMPOTENCY_RETENTION_SECONDS + 3600) * 1000).toISOString();
  const { rows } = await sql<{ id: Id }>`select id from tenant`.execute(database.query);
  for (const { id } of rows) {
    await inWorkspace(database, id, async (query) => {
      await sql`delete from intent where workspace_id = ${id} and created_at < ${before}`.execute(query);
      // No token lives longer than an hour; a revocation outlives them all by far.
      await sql`delete from revocation where workspace_id = ${id} and revoked_at < ${before}`.execute(query);
    });
  }
}

async function lock(query: Query, name: string): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as locked
  `.execute(query);
  return rows[0]?.locked === true;
}

interface IntentRow {
  fingerprint: string;
  status: number;
  resource_type: string | null;
  resource_id: Id | null;
  body: unknown;
}

async function find(query: Query, { workspaceId, subject, key, fingerprint }: Intent): Promise<Outcome | null> {
  const { rows } = await sql<IntentRow>`
    select fingerprint, status, resource_type, resource_id, body from intent
    where workspace_id = ${workspaceId} and subject = ${subject} and key = ${key}
  `.execute(query);
  const row = rows[0];
  if (!row) return null;
  if (row.fingerprint !== fingerprint) {
    throw new BackendError('idempotency-key-reuse', {
      detail: 'This key was used for another request: take a new one.',
    });
  }
  const { status, body, resource_type: type, resource_id: id } = row;
  return { status, body, resource: type !== null && id !== null ? { type, id } : null };
}

async function keep(query: Query, intent: Intent, { status, resource, body }: Outcome, now: number): Promise<void> {
  const { workspaceId, subject, key, fingerprint } = intent;
  await sql`
    insert into intent (workspace_id, subject, key, fingerprint, status, resource_type, resource_id, body, created_at)
    values (${workspaceId}, ${subject}, ${key}, ${fingerprint}, ${status}, ${resource?.type ?? null},
      ${resource?.id ?? null}, ${body === undefined ? null : JSON.stringify(body)}::jsonb, ${new Date(now).toISOString()})
  `.execute(query);
}

function inProgress(): BackendError {
  return new BackendError('idempotency-in-progress', {
    detail: 'The same intent is being worked on: ask again in a moment.',
    retryAfter: 1000,
  });
}
