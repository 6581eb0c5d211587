// What the environment says of where to listen and where the data is.
import type { DatabaseAddress } from './database/database.ts';

export interface Settings {
  port: number;
  host: string;
  /** Where keys, and PGlite's data, are kept. */
  folder: string;
  database: DatabaseAddress;
  /** How messages leave; null where they do not. */
  mail: MailSettings | null;
}

interface MailSettings {
  /** Of the SMTP server. */
  url: string;
  from: string;
  link: string | null;
}

/** The environment says something that cannot be. */
export class BadSettings extends Error {
  override readonly name = 'BadSettings';
}

/**
 * Reads PORT (4400), HOST (127.0.0.1), FOLLOWTHROUGH_DATA and DATABASE_URL; SMTP_URL, MAIL_FROM and MAIL_LINK.
 * @param defaultFolder where the data is kept where FOLLOWTHROUGH_DATA does not say
 * @throws BadSettings where PORT is none, DATABASE_URL is no address of PostgreSQL, the folder is empty, or mail is set by half
 */
export function settingsOf(environment: NodeJS.ProcessEnv, defaultFolder: string): Settings {
  const port = environment['PORT'] ?? '4400';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new BadSettings(`PORT must be a number from 0 to 65535, not ${port}.`);
  }
  const folder = environment['FOLLOWTHROUGH_DATA'] ?? defaultFolder;
  if (folder === '') throw new BadSettings('FOLLOWTHROUGH_DATA is empty: name a folder, or leave it out.');
  const url = environment['DATABASE_URL'];
  if (url && !/^postgres(?:ql)?:\/\//.test(url))
    throw new BadSettings('DATABASE_URL must be an address such as postgres://user:password@host:5432/database.');
  return {
    port: Number(port),
    host: environment['HOST'] ?? '127.0.0.1',
    folder,
    database: url ? { url } : { folder },
    mail: mailSettingsOf(environment),
  };
}

function mailSettingsOf(environment: NodeJS.ProcessEnv): MailSettings | null {
  const { SMTP_URL: url, MAIL_FROM: from, MAIL_LINK: link } = environment;
  if (!url) return null;
  if (!/^smtps?:\/\//.test(url)) throw new BadSettings('SMTP_URL must be an address such as smtps://user:secret@host.');
  if (!from?.includes('@'))
    throw new BadSettings('MAIL_FROM is not set: say whom messages come from, such as "Acme <no-reply@acme.example>".');
  if (link && !/^https?:\/\//.test(link))
    throw new BadSettings('MAIL_LINK must be an address such as https://portal.example/engagements/{id}.');
  return { url, from, link: link || null };
}

/** What to say of where messages go. */
export function mailNote({ mail }: Settings, folder: string): string {
  return mail === null
    ? `Mail: as files in ${folder}; set SMTP_URL and MAIL_FROM to send it.`
    : `Mail: from ${mail.from}, by SMTP_URL.`;
}

/** What to say of where the data is. */
export function databaseNote({ database, folder }: Settings): string {
  return 'url' in database
    ? 'Data: PostgreSQL, by DATABASE_URL.'
    : `Data: PGlite in ${folder}, for trying and tests; set DATABASE_URL for a PostgreSQL of your own.`;
}
