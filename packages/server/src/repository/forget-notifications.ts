// Notifications are kept for half a year, and what was sent by e-mail is remembered as long; then both go.
import type { Id } from '@followthrough/core/schema';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { inWorkspace } from '../database/tenant.ts';

const KEPT_DAYS = 180;

/** Forgets notifications that are past their time, in every workspace. */
export async function forgetOldNotifications(database: Database, now: number): Promise<void> {
  const before = new Date(now - KEPT_DAYS * 86_400_000).toISOString();
  const { rows } = await sql<{ id: Id }>`select id from tenant`.execute(database.query);
  for (const { id } of rows) {
    await inWorkspace(database, id, (query) =>
      sql`delete from notification where workspace_id = ${id} and at < ${before}`.execute(query),
    );
  }
  await sql`delete from mail where settled_at < ${before}`.execute(database.query);
}
