// What was deleted can be restored for 30 days (api.md R-V-5); then it goes for good, with all that was in it.
import { RESTORABLE_FOR } from '@followthrough/core/domain';
import type { Id } from '@followthrough/core/schema';
import { sql } from 'kysely';
import type { Database, Query } from '../database/database.ts';
import { inWorkspace } from '../database/tenant.ts';

/** Forgets what was deleted too long ago to be restored, in every workspace. */
export async function forgetDeleted(database: Database, now: number): Promise<void> {
  const before = new Date(now - RESTORABLE_FOR).toISOString();
  const { rows } = await sql<{ id: Id }>`select id from tenant`.execute(database.query);
  for (const { id } of rows) await inWorkspace(database, id, (query) => forgetIn(query, id, before));
}

/** What refers to others goes first. */
async function forgetIn(query: Query, workspaceId: Id, before: string): Promise<void> {
  const here = sql`workspace_id = ${workspaceId}`;
  const gone = (table: string) =>
    sql`select id from ${sql.table(table)} where ${here} and (deleted->>'at')::timestamptz < ${before}`;
  const actions = sql`select id from action where ${here} and (deleted_at < ${before}
    or room_id in (${gone('room')}) or section_id in (${gone('section')})
    or engagement_id in (${gone('engagement')}) or item_id in (${gone('item')}))`;
  await sql`delete from state_change where ${here} and action_id in (${actions})`.execute(query);
  await sql`delete from action where ${here} and id in (${actions})`.execute(query);
  for (const [table, column] of PARTS) {
    const isOf = sql`${sql.ref(column)} in (${gone(column.replace('_id', ''))})`;
    await sql`delete from ${sql.table(table)} where ${here} and ${isOf}`.execute(query);
  }
  for (const table of ['item', 'engagement', 'section', 'room', 'template']) {
    await sql`delete from ${sql.table(table)} where ${here} and id in (${gone(table)})`.execute(query);
  }
}

/** What is part of something, and by which column. */
const PARTS = [
  ['notification', 'engagement_id'],
  ['engagement_part', 'engagement_id'],
  ['item', 'engagement_id'],
  ['room_person', 'room_id'],
  ['section', 'room_id'],
] as const;
