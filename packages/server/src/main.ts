// The backend alone, for hosts that mint tokens themselves:
//   FOLLOWTHROUGH_ISSUER     the `iss` of their tokens
//   FOLLOWTHROUGH_AUDIENCE   the `aud`; `followthrough` by default
//   FOLLOWTHROUGH_JWKS       the issuer's public keys: an https address or a file
//   SMTP_URL, MAIL_FROM      how messages leave, and whom they come from; without them people are told on the platform alone
//   MAIL_LINK                where an engagement is in your pages: https://portal.example/{role}/engagements/{id}
//   DATABASE_URL, or FOLLOWTHROUGH_DATA for a folder of PGlite (for trying and tests); PORT, HOST; LOG_LEVEL
// Its first workspace is made beforehand: main.ts create-workspace FILE.json, which needs the database alone.
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { createWorkspace } from './create-workspace.ts';
import { openDatabase } from './database/database.ts';
import { migrate } from './database/migrate.ts';
import { isExpectedFailure } from './expected-failure.ts';
import { smtpMailer } from './mail/mailer.ts';
import { runServer, type RunningServer } from './serve.ts';
import { serveApp } from './serve-app.ts';
import { BadSettings, databaseNote, settingsOf } from './settings.ts';
import { type KeySource, keySetOf } from './token/key-set.ts';

const environment = process.env;
const folder = fileURLToPath(new URL('../../../.data', import.meta.url));
const [command, ...args] = process.argv.slice(2);
if (command === undefined) await runServer(start);
else await run(command);

/** Runs a command and ends: with 1 where it could not be done. */
async function run(name: string): Promise<void> {
  try {
    if (name !== 'create-workspace') throw new BadSettings(`There is no command ${name}: there is create-workspace.`);
    console.log(await createWorkspace(args, environment, folder));
  } catch (error) {
    console.error(isExpectedFailure(error) ? error.message : error);
    process.exitCode = 1;
  }
}

async function start(): Promise<RunningServer> {
  const settings = settingsOf(environment, folder);
  const { database: address, port, host, mail } = settings;
  const audience = environment['FOLLOWTHROUGH_AUDIENCE'] ?? 'followthrough';
  const issuer = required('FOLLOWTHROUGH_ISSUER');
  const keys = await keysIn(required('FOLLOWTHROUGH_JWKS'));
  console.log(databaseNote(settings));
  const log = pino({ level: environment['LOG_LEVEL'] ?? 'info' });
  const database = await openDatabase(address);
  try {
    await migrate(database);
    const app = await createApp({
      database,
      audience,
      issuers: [{ issuer, keys }],
      log,
      ...(mail && { mail: { mailer: smtpMailer(mail.url, mail.from), link: mail.link } }),
    });
    return await serveApp(app, { database, log, port, host, fetch: (request) => app.fetch(request) });
  } catch (error) {
    await database.close();
    throw error;
  }
}

function required(name: string): string {
  const value = environment[name];
  if (!value)
    throw new BadSettings(`${name} is not set: the server takes no token without it. See packages/server/README.md.`);
  return value;
}

/** Keys of an address are fetched when they are first needed; those of a file are looked at before anything is opened. */
async function keysIn(where: string): Promise<KeySource> {
  if (/^https?:\/\//.test(where)) {
    if (URL.canParse(where)) return { url: where };
    throw new BadSettings(`FOLLOWTHROUGH_JWKS must be an address or a file, not ${where}.`);
  }
  const source = { file: where };
  await keySetOf(source).catch((cause: NodeJS.ErrnoException) => {
    const why = /^E[A-Z]+$/.test(cause.code ?? '') ? `cannot be read (${cause.code})` : 'holds no set of keys (a JWKS)';
    throw new BadSettings(`FOLLOWTHROUGH_JWKS: ${where} ${why}.`, { cause });
  });
  return source;
}
