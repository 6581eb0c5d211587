// Hundreds of thousands of rows put into a database's tables for a test of how it goes about them.
import { sql } from 'kysely';
import type { Database } from '../../src/database/database.ts';

/**
 * Runs what fills tables, and analyses them. Their indexes are made when the rows are there, and what one row refers to in
 * another table is taken on trust, which is several times as fast; what the tables do by themselves they still do.
 */
export async function inBulk({ query }: Database, fill: () => Promise<void>): Promise<void> {
  const indexes = await sql<{ name: string; definition: string }>`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'public' and not exists (select from pg_constraint where conname = indexname)`.execute(query);
  const references = await sql<{ table: string; name: string }>`
    select tgrelid::regclass::text as table, tgname as name from pg_trigger where tgisinternal`.execute(query);
  const each = async (state: 'disable' | 'enable') => {
    for (const { table, name } of references.rows)
      await sql`alter table ${sql.table(table)} ${sql.raw(state)} trigger ${sql.ref(name)}`.execute(query);
  };
  for (const { name } of indexes.rows) await sql`drop index ${sql.ref(name)}`.execute(query);
  await each('disable');
  await fill();
  await each('enable');
  for (const { definition } of indexes.rows) await sql.raw(definition).execute(query);
  await sql`analyze`.execute(query);
}
