// What is to go out by e-mail (rulebook §7), exactly once each: taken up from the database, by one server at a time however many there
// are; looked at again as it leaves; and tried again later where it could not. What waits for one person goes out in one message. Held back a little first, so that what is taken back at
// once tells nobody.
import { letterOf } from '@followthrough/core/local-backend';
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
  /** Sends what is due. Resolves with how many messages left, at the end or, once the signal is given, after the one that is on its way. */
  send(signal?: AbortSignal): Promise<number>;
}

/** Told in one message at most; what is more goes out in the next. */
const TOGETHER = 100;
/** Tries, the first after one hold, the others 5 minutes to 6 hours apart: about two days in all. */
const TRIES = 12;
const FIRST_PAUSE_MS = 300_000;
const LONGEST_PAUSE_MS = 6 * 3_600_000;

interface Taken {
  workspace_id: Id;
  person_id: Id;
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

  async function sendAll(signal?: AbortSignal): Promise<number> {
    // One message at a time, taken up just before it leaves: so it is never in hand for longer than until it would be tried again.
    for (let sent = 0; ;) {
      if (signal?.aborted) return sent;
      const taken = await takeUp(database, clock(), hold);
      const [first] = taken;
      if (!first) return sent;
      const states = await outcomesOf(first, taken);
      await settle(database, states, clock());
      if ([...states.values()].includes('sent')) sent++;
    }
  }

  /** What became of each that was taken up for one person. */
  async function outcomesOf(of: Taken, taken: readonly Taken[]): Promise<Map<Id, State>> {
    const { workspace_id: workspace, person_id: personId, tries } = of;
    const ids = taken.map(({ notification_id: id }) => id);
    const all = (state: State) => new Map(ids.map((id) => [id, state]));
    try {
      const repository = createSqlRepository(database, workspace);
      const letter = await repository.transaction((tx) => letterOf(tx, personId, ids));
      if (!letter) return all('dropped');
      const message = messageOf(letter, link);
      if (!message) {
        log.warn({ workspace, person: personId }, 'mail has no address that it can go to');
        return all('failed');
      }
      await mailer.send(message);
      const told = new Set(letter.news.map(({ notification }) => notification.id));
      return new Map(ids.map((id) => [id, told.has(id) ? 'sent' : 'dropped']));
    } catch (err) {
      const ended = err instanceof MailRefused || tries >= TRIES;
      log.warn({ workspace, person: personId, tries, err }, ended ? 'mail failed' : 'mail is tried again later');
      return all(ended ? 'failed' : 'waiting');
    }
  }

  return {
    // One round at a time: who asks meanwhile gets that one.
    send: (signal) => (sending ??= sendAll(signal).finally(() => (sending = null))),
  };
}

type State = 'waiting' | 'sent' | 'dropped' | 'failed';

/**
 * Takes up what is due for whoever has waited longest: whoever takes it up has it to themselves until it would be tried again,
 * whatever becomes of them meanwhile.
 */
async function takeUp(database: Database, now: number, hold: number): Promise<Taken[]> {
  const due = sql`state = 'waiting' and send_at <= ${at(now)}::timestamptz
    and (tries > 0 or send_at <= ${at(now - hold)}::timestamptz)`;
  const { rows } = await sql<Taken>`
    with first as (
      select workspace_id, person_id from mail where ${due}
      order by send_at, notification_id limit 1 for update skip locked
    )
    update mail set tries = tries + 1,
      send_at = ${at(now)}::timestamptz
        + least(${FIRST_PAUSE_MS}::float8 * power(2, tries), ${LONGEST_PAUSE_MS}::float8) * interval '1 millisecond'
    where notification_id in (
      select notification_id from mail
      where ${due} and (workspace_id, person_id) = (select workspace_id, person_id from first)
      order by notification_id limit ${TOGETHER} for update skip locked
    )
    returning workspace_id, person_id, notification_id, tries
  `.execute(database.query);
  return rows;
}

async function settle(database: Database, states: ReadonlyMap<Id, State>, now: number): Promise<void> {
  for (const [state, ids] of Map.groupBy(states.keys(), (id) => states.get(id) ?? 'waiting')) {
    if (state === 'waiting') continue;
    await sql`update mail set state = ${state}, settled_at = ${at(now)}
      where notification_id = any(${ids}::text[])`.execute(database.query);
  }
}

function at(instant: number): string {
  return new Date(instant).toISOString();
}
