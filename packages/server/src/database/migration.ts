// A migration: one step forward of the tables, never changed once it is released.
import type { Query } from './database.ts';

/** One step forward of the tables. */
export interface Migration {
  number: number;
  name: string;
  /** What it does, in order: SQL, or work on rows that SQL alone cannot do. */
  statements: readonly (string | ((query: Query) => Promise<void>))[];
}
