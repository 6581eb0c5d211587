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
  /** Keeps all of the writes or none. Rejects with {@link LostRace} where others wrote since the last catch-up. */
  keep(writes: readonly Write[]): Promise<void>;
}

type Work<T> = (tx: Transaction) => Promise<T>;

/** How often a transaction is run before a lost race is told to its caller. */
const TRIES = 8;

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

  async function once<T>(work: Work<T>): Promise<T> {
    await persistence?.catchUp();
    const { tx, end } = beginTransaction(tables);
    let writes: Write[] = [];
    let answer: T;
    try {
      answer = await work(tx);
    } finally {
      writes = end();
    }
    if (writes.length > 0) {
      await persistence?.keep(writes);
      tables.apply(writes);
    }
    return answer;
  }

  async function untilWon<T>(work: Work<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await once(work);
      } catch (error) {
        if (!(error instanceof LostRace) || tries === TRIES) throw error;
      }
    }
  }

  return {
    transaction(work) {
      const turn = last.then(() => untilWon(work));
      // The next one waits for this one's end, well or not; its failure is its caller's to hear.
      last = turn.then(
        () => undefined,
        () => undefined,
      );
      return turn;
    },
  };
}
