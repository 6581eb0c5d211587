// A migration: one step forward of the tables, never changed once it is released.

/** One step forward of the tables. */
export interface Migration {
  number: number;
  name: string;
  statements: readonly string[];
}
