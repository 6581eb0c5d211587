// What things are found by, in SQL.
import type { Criteria, Kind } from '@followthrough/core/local-backend';
import { type RawBuilder, sql } from 'kysely';
import { STORAGES } from './rows.ts';
import type { Storage } from './storage.ts';

/** The condition that a thing's every named field equals the value, or is one of the values. */
export function conditionOf<K extends Kind>(kind: K, where: Criteria<K>): RawBuilder<unknown> {
  const { columns }: Storage<K> = STORAGES[kind];
  const parts: RawBuilder<unknown>[] = [];
  for (const [field, wanted] of Object.entries(where)) {
    if (wanted === undefined) continue;
    const column = sql.ref(columns[field as keyof typeof columns]);
    const values: unknown[] = Array.isArray(wanted) ? wanted : [wanted];
    const among = sql`${column} = any(${values.filter((value) => value !== null)}::text[])`;
    parts.push(values.includes(null) ? sql`(${column} is null or ${among})` : among);
  }
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}
