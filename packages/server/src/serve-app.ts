// A backend as a server: it listens, sends mail as it falls due, tidies up each hour, and closes its database once the last request is answered.
import type { App } from './app.ts';
import type { Database } from './database/database.ts';
import type { Log } from './http/log.ts';
import { type RunningServer, type ServeOptions, startServer } from './serve.ts';

const HOUR_MS = 3_600_000;
const MAIL_MS = 5000;

/** Serves the app; the database is closed when the server stops. */
export function serveApp(
  app: App,
  { database, log, ...listen }: Omit<ServeOptions, 'onStopped'> & { database: Database; log: Log },
): Promise<RunningServer> {
  const tidying = setInterval(() => {
    app.tidy().catch((err: unknown) => log.warn({ err }, 'tidying failed'));
  }, HOUR_MS);
  tidying.unref();
  const stopping = new AbortController();
  let round: Promise<unknown> = Promise.resolve();
  const mailing = setInterval(() => {
    round = app.sendMail({ signal: stopping.signal }).catch((err: unknown) => log.warn({ err }, 'sending mail failed'));
  }, MAIL_MS);
  mailing.unref();
  return startServer({
    ...listen,
    async onStopped() {
      clearInterval(tidying);
      clearInterval(mailing);
      // The message that is on its way is told apart from those that wait: it would else be sent twice.
      stopping.abort();
      await round;
      await database.close();
    },
  });
}
