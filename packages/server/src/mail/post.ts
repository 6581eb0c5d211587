// What is to go out by e-mail (rulebook §7), exactly once each: taken up from the database, by one server at a time however many there
// are; looked at again as it leaves; and tried again later where it could not. Held back a little first, so that what is taken back at
// once tells nobody.
import { type Letter, letterOf } from '@followthrough/core/local-backend';
import type { Id } from '@followthrough/core/schema';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Log } from '../http/log.ts';
import { createSqlRepository } from '../repository/sql-repository.ts';
import { type Mailer, MailRefused } from './mailer.ts';
import { type LinkTemplate, messageOf } from './message.ts';

/** What sends, and how. */
export interface MailOptions {
  mailer: Mailer;
  /** See {@link LinkTemplate}. */
  link?: LinkTemplate;
  /** Milliseconds that a message is held back, so that what is undone meanwhile is not sent; 15,000 by default. */
  hold?: number;
}

export interface Post {
  /** Sends what is due. Resolves with how many messages left. */
  send(): Promise<number>;
}

/** Taken up at a time. */
const BATCH = 20;
/** Tries, the first after one hold, the others 5 minutes to 6 hours apart: about two days in all. */
const TRIES = 12;
const FIRST_PAUSE_MS = 300_000;
const LONGEST_PAUSE_MS = 6 * 3_600_000;

interface Taken {
  workspace_id: Id;
  notification_id: Id;
  tries: number;
}

/** Sends what is due by e-mail, of every workspace. */
export function createPost(
  database: Database,
  { mailer, link = null, hold = 15_000 }: MailOptions,
  { clock, log }: { clock: () => number; log: Log },
): Post {
  let sending: Promise<number> | null = null;

  async function sendAll(): Promise<number> {
    let sent = 0;
    for (;;) {
      const taken = await takeUp(database, clock(), hold);
      // One after another: a batch is a few.
      for (const mail of taken) if ((await sendOne(mail)) === 'sent') sent++;
      if (taken.length < BATCH) return sent;
    }
  }

  async function sendOne(mail: Taken): Promise<State> {
    const state = await outcomeOf(mail);
    if (state !== 'waiting') await settle(database, mail.notification_id, state, clock());
    return state;
  }

  async function outcomeOf({ workspace_id: workspace, notification_id: id, tries }: Taken): Promise<State> {
    try {
      const repository = createSqlRepository(database, workspace);
      const letter: Letter | null = await repository.transaction((tx) => letterOf(tx, id));
      if (!letter) return 'dropped';
      const message = messageOf(letter, link);
      if (!message) {
        log.warn({ workspace, notification: id }, 'mail has no address that it can go to');
        return 'failed';
      }
      await mailer.send(message);
      return 'sent';
    } catch (err) {
      const ended = err instanceof MailRefused || tries >= TRIES;
      log.warn({ workspace, notification: id, tries, err }, ended ? 'mail failed' : 'mail is tried again later');
      return ended ? 'failed' : 'waiting';
    }
  }

  return {
    // One round at a time: who asks meanwhile gets that one.
    send: () => (sending ??= sendAll().finally(() => (sending = null))),
  };
}

type State = 'waiting' | 'sent' | 'dropped' | 'failed';

/**
 * Takes up what is due: whoever takes it up has it to themselves until it would be tried again, whatever becomes of them meanwhile.
 */
async function takeUp(database: Database, now: number, hold: number): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    update mail set tries = tries + 1,
      send_at = ${at(now)}::timestamptz
        + least(${FIRST_PAUSE_MS}::float8 * power(2, tries), ${LONGEST_PAUSE_MS}::float8) * interval '1 millisecond'
    where notification_id in (
      select notification_id from mail
      where state = 'waiting' and send_at <= ${at(now)}::timestamptz
        and (tries > 0 or send_at <= ${at(now - hold)}::timestamptz)
      order by send_at, notification_id limit ${BATCH} for update skip locked
    )
    returning workspace_id, notification_id, tries
  `.execute(database.query);
  return rows;
}

async function settle(database: Database, id: Id, state: State, now: number): Promise<void> {
  await sql`update mail set state = ${state}, settled_at = ${at(now)} where notification_id = ${id}`.execute(
    database.query,
  );
}

function at(instant: number): string {
  return new Date(instant).toISOString();
}
