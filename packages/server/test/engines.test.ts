// What the server must hold to: each suite runs in an empty database of a real PostgreSQL, and all of them in PGlite too where
// FULL=1 says that there is time; without it the SQL is tried on both.
import { after, before, describe } from 'node:test';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../src/database/database.ts';
import { migrate } from '../src/database/migrate.ts';
import { badInputSuite } from './http/bad-input.suite.ts';
import { directorySuite } from './http/directory.suite.ts';
import { engagementExportSuite } from './http/engagement-export.suite.ts';
import { engagementMatrixSuite } from './http/engagement-matrix.suite.ts';
import { engagementsSuite } from './http/engagements.suite.ts';
import { generalSuite } from './http/general.suite.ts';
import { isolationSuite } from './http/isolation.suite.ts';
import { meetingsSuite } from './http/meetings.suite.ts';
import { writesSuite } from './http/writes.suite.ts';
import { portSuite } from './http/port.suite.ts';
import { roomsSuite } from './http/rooms.suite.ts';
import { templatesSuite } from './http/templates.suite.ts';
import { tokensSuite } from './http/tokens.suite.ts';
import { twinsSuite } from './http/twins.suite.ts';
import { notificationsSuite } from './mail/notifications.suite.ts';
import { actionListSuite } from './repository/action-list.suite.ts';
import { dayTurnSuite } from './repository/day-turn.suite.ts';
import { explainAgendaSuite } from './repository/explain-agenda.suite.ts';
import { engagementListSuite } from './repository/engagement-list.suite.ts';
import { explainEngagementsSuite } from './repository/explain-engagements.suite.ts';
import { explainSuite } from './repository/explain.suite.ts';
import { explainListingSuite } from './repository/explain-listing.suite.ts';
import { forgetDeletedSuite } from './repository/forget-deleted.suite.ts';
import { repositorySuite } from './repository/repository.suite.ts';
import { sqlRepositorySuite } from './repository/sql-repository.suite.ts';
import type { Suite } from './support/engine.ts';
import { startPostgres, type TestPostgres } from './support/postgres.ts';

const SUITES: readonly Suite[] = [
  repositorySuite,
  sqlRepositorySuite,
  actionListSuite,
  generalSuite,
  writesSuite,
  portSuite,
  isolationSuite,
  meetingsSuite,
  dayTurnSuite,
  engagementListSuite,
  notificationsSuite,
  forgetDeletedSuite,
];
/**
 * What PGlite is spared in a quick run: what is said over HTTP, and is no matter of the SQL that all others try on both; and
 * 200,000 rows, which take it long.
 */
const ON_POSTGRESQL: readonly Suite[] = [
  tokensSuite,
  directorySuite,
  badInputSuite,
  roomsSuite,
  templatesSuite,
  twinsSuite,
  engagementsSuite,
  engagementExportSuite,
  engagementMatrixSuite,
  explainSuite,
  explainAgendaSuite,
  explainListingSuite,
  explainEngagementsSuite,
];
const full = process.env['FULL'] === '1';
const { ENGINE, SUITE } = process.env;
const asked = ({ title }: Suite) => SUITE === undefined || title.includes(SUITE);

if (ENGINE !== 'PostgreSQL')
  describe('On PGlite', () => {
    let database: Database;
    before(async () => {
      database = await openDatabase({ memory: true });
    });
    after(() => database.close());

    for (const { title, tests } of [...SUITES, ...(full ? ON_POSTGRESQL : [])].filter(asked)) {
      describe(title, () => {
        before(async () => {
          await sql`drop schema public cascade`.execute(database.query);
          await sql`create schema public`.execute(database.query);
          await sql`grant usage on schema public to public`.execute(database.query);
          await migrate(database);
        });
        tests({
          name: 'PGlite',
          full,
          get database() {
            return database;
          },
        });
      });
    }
  });

if (ENGINE !== 'PGlite')
  describe('On PostgreSQL', () => {
    let postgres: TestPostgres;
    before(async () => {
      postgres = await startPostgres();
    });
    after(() => postgres.stop());

    for (const { title, tests } of [...SUITES, ...ON_POSTGRESQL].filter(asked)) {
      describe(title, () => {
        let database: Database;
        before(async () => {
          database = await openDatabase({ url: await postgres.createDatabase() });
          await migrate(database);
        });
        after(() => database.close());
        tests({
          name: 'PostgreSQL',
          full,
          get database() {
            return database;
          },
        });
      });
    }
  });
