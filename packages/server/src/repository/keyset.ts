// Where a page begins, in SQL (api.md R-L-1): after a key and, among equals, after an id. Ids go upwards in either
// direction of the keys.
import type { Position } from '@followthrough/core/local-backend';
import { type RawBuilder, sql } from 'kysely';

type Condition = RawBuilder<unknown>;

/** An order as a table's rows have it. */
export interface Keyset {
  /** The column of the key. */
  key: Condition;
  id: Condition;
  descending: boolean;
  /** Whether the key is an instant: told in milliseconds, kept as a timestamp. */
  instant: boolean;
}

/** What comes after the position: a greater key (a smaller one where the order goes down), or the same and a greater id. */
export function follows(position: Position, { key, id, descending, instant }: Keyset): Condition {
  const value = instant ? instantOf(position.key) : sql`${position.key}`;
  if (!descending) return sql`(${key}, ${id}) > (${value}, ${position.id})`;
  // A comparison of pairs cannot go down and up at once. The first half is what the index goes by.
  return sql`${key} <= ${value} and (${key} < ${value} or ${id} > ${position.id})`;
}

/** The first and the last instant that can be written; a forged position beyond stands before all or nothing, as they do. */
const FIRST_INSTANT = -62_135_596_800_000;
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

function instantOf(key: number | string): Condition {
  const epoch = Math.min(Math.max(Number(key), FIRST_INSTANT), LAST_INSTANT);
  return sql`${new Date(epoch).toISOString()}::timestamptz`;
}
