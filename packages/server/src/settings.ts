// What the environment says of where to listen and where the data is.
import type { DatabaseAddress } from './database/database.ts';

export interface Settings {
  port: number;
  host: string;
  /** Where keys, and PGlite's data, are kept. */
  folder: string;
  database: DatabaseAddress;
}

/** The environment says something that cannot be. */
export class BadSettings extends Error {
  override readonly name = 'BadSettings';
}

/**
 * Reads PORT (4400), HOST (127.0.0.1), FOLLOWTHROUGH_DATA and DATABASE_URL.
 * @param defaultFolder where the data is kept where FOLLOWTHROUGH_DATA does not say
 * @throws BadSettings where PORT is none
 */
export function settingsOf(environment: NodeJS.ProcessEnv, defaultFolder: string): Settings {
  const port = environment['PORT'] ?? '4400';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new BadSettings(`PORT must be a number from 0 to 65535, not ${port}.`);
  }
  const folder = environment['FOLLOWTHROUGH_DATA'] ?? defaultFolder;
  const url = environment['DATABASE_URL'];
  return {
    port: Number(port),
    host: environment['HOST'] ?? '127.0.0.1',
    folder,
    database: url ? { url } : { folder },
  };
}

/** What to say of where the data is. */
export function databaseNote({ database, folder }: Settings): string {
  return 'url' in database
    ? 'Data: PostgreSQL, by DATABASE_URL.'
    : `Data: PGlite in ${folder}, for trying and tests; set DATABASE_URL for a PostgreSQL of your own.`;
}
