// The demo as one process: the backend with its seeded workspace, a token for whoever asks, and the pages. What is done in
// it lasts between runs.
import { join } from 'node:path';
import type { WorkspaceSnapshot } from '@followthrough/core/local-backend';
import { pino } from 'pino';
import { createApp } from '../app.ts';
import { openDatabase } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { fileMailer, smtpMailer } from '../mail/mailer.ts';
import { removeWorkspace } from '../repository/remove-workspace.ts';
import { hasWorkspace, seedWorkspace } from '../repository/seed-workspace.ts';
import type { RunningServer } from '../serve.ts';
import { serveApp } from '../serve-app.ts';
import type { Settings } from '../settings.ts';
import { demoKeyIn } from './demo-key.ts';
import { createDemoRoutes } from './demo-routes.ts';
import { staticReply } from './static-files.ts';

export interface DemoOptions extends Settings {
  /**
   * The workspace to begin with.
   * @param now milliseconds since 1970-01-01T00:00Z
   */
  snapshot: (now: number) => WorkspaceSnapshot | Promise<WorkspaceSnapshot>;
  /** The folders of the pages, by what their paths begin with: `{ '/': 'demo/pages', '/cdn/': 'packages/elements/cdn' }`. */
  pages: Readonly<Record<string, string>>;
  /** Seeds anew, and forgets what was done. */
  reset?: boolean;
  /** Origins of other pages that may call, such as a Storybook's. */
  origins?: readonly string[];
  /** How much is logged; `warn` by default. */
  logLevel?: string;
}

const ISSUER = 'followthrough-demo';
const AUDIENCE = 'followthrough';
const FROM = 'Followthrough demo <no-reply@followthrough.example>';

/** Where the demo's messages lie, as files that mail programs open; nothing leaves the machine unless SMTP_URL says where to. */
export function mailFolderIn(folder: string): string {
  return join(folder, 'mail');
}

/**
 * Starts the demo. Resolves when it answers.
 * @throws FolderInUse, DatabaseTooNew or PortUnavailable, each with a message that says what to do
 */
export async function startDemo(options: DemoOptions): Promise<RunningServer> {
  const { folder, pages, port, host, snapshot, mail, reset = false, origins = [], logLevel = 'warn' } = options;
  const log = pino({ level: logLevel });
  const database = await openDatabase('folder' in options.database ? { folder, fresh: reset } : options.database);
  try {
    await migrate(database);
    const begun = await snapshot(Date.now());
    const workspaceId = begun.workspace.id;
    if (reset) await removeWorkspace(database, workspaceId);
    if (!(await hasWorkspace(database, workspaceId))) await seedWorkspace(database, begun, { origins });
    const key = await demoKeyIn(folder);
    const mailer = mail ? smtpMailer(mail.url, mail.from) : fileMailer(mailFolderIn(folder), FROM);
    const link = mail?.link ?? `http://localhost:${port}/{role}.html?engagement={id}`;
    const app = await createApp({
      database,
      audience: AUDIENCE,
      issuers: [{ issuer: ISSUER, keys: key }],
      log,
      mail: { mailer, link },
    });
    const demo = createDemoRoutes({ database, workspaceId, key, issuer: ISSUER, audience: AUDIENCE });
    return await serveApp(app, {
      database,
      log,
      port,
      host,
      fetch: async (request) => (await demo(request)) ?? (await staticReply(request, pages)) ?? app.fetch(request),
    });
  } catch (error) {
    await database.close();
    throw error;
  }
}
