// A repository in memory. Transactions run one after another, so that each sees all of those before it and none half
// done; what one wrote is kept only when it ends well.
import { createTables, type Tables } from './memory-tables.ts';
import { beginTransaction } from './memory-transaction.ts';
import { LostRace, type Repository, type Transaction } from './repository.ts';
import { EMPTY_WORKSPACE, type WorkspaceSnapshot, type Write } from './snapshot.ts';

/** Where a memory repository keeps what it holds, besides memory. */
export interface Persistence {
  /** Takes in what others wrote since; called before each transaction. */
  catchUp(): Promise<void>;
  /** Keeps all of the writes; none, and gives false, where others wrote since the last catch-up. */
  keep(writes: readonly Write[]): Promise<boolean>;
}

type Work<T> = (tx: Transaction) => Promise<T>;

/** How often a transaction is run before its caller is told that others were always faster. */
const TRIES = 40;
/** The longest wait before it is run again, in milliseconds; each waits for a time of its own, so that all get through. */
const LONGEST_WAIT = 32;

/**
 * A repository that lives as long as the page.
 * @param seed what it begins with; it is copied
 * @example createMemoryRepository({ workspace, people: [ada] })
 */
export function createMemoryRepository(
  seed: WorkspaceSnapshot = { workspace: EMPTY_WORKSPACE, people: [] },
): Repository {
  return runTransactions(createTables(seed));
}

/** Transactions over tables, one after another, each kept where `persistence` keeps it. */
export function runTransactions(tables: Tables, persistence?: Persistence): Repository {
  let last: Promise<unknown> = Promise.resolve();

  async function run<T>(work: Work<T>): Promise<T> {
    for (let tries = 1; tries <= TRIES; tries++) {
      await persistence?.catchUp();
      const { tx, end } = beginTransaction(tables);
      const answer = await work(tx).finally(end);
      const writes = end();
      if (writes.length === 0) return answer;
      if (!persistence || (await persistence.keep(writes))) {
        tables.apply(writes);
        return answer;
      }
      await pause(Math.random() * Math.min(2 ** tries, LONGEST_WAIT));
    }
    throw new LostRace('Others wrote first, time and again.');
  }

  return {
    transaction(work) {
      const turn = last.then(() => run(work));
      // The next one waits for this one's end, well or not; its failure is its caller's to hear.
      last = turn.then(
        () => undefined,
        () => undefined,
      );
      return turn;
    },
  };
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, time);
  });
}
