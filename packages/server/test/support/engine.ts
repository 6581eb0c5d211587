// A suite of tests that runs on each engine: PGlite in memory, and a real PostgreSQL.
import type { Database } from '../../src/database/database.ts';

/** What a suite gets; its database is there once its tests run. */
export interface Engine {
  readonly name: 'PGlite' | 'PostgreSQL';
  /** Opened and migrated, empty at the beginning of the suite. */
  readonly database: Database;
  /** Whether to try many more cases than a quick run has time for. */
  readonly full: boolean;
}

/** Tests of one subject, to be described on an engine. */
export interface Suite {
  title: string;
  tests: (engine: Engine) => void;
}
