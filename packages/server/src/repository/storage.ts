// A kind of thing as a table holds it.
import type { Findable, Kind, Kinds } from '@followthrough/core/local-backend';

/** A row as the database gives or takes it. */
export type Row = Record<string, unknown>;

/** Where a kind is kept, and how it goes there and back. */
export interface Storage<K extends Kind> {
  table: string;
  /** The column of each field that things can be found by. */
  columns: Record<'id' | Findable[K], string>;
  toRow: (entity: Kinds[K]) => Row;
  fromRow: (row: Row) => Kinds[K];
}
