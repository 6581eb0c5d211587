// A memory repository that outlives the page: everything is kept in IndexedDB as well, under a name. What a transaction
// writes goes into one IndexedDB transaction of strict durability, so it is on the disk, all of it, before its caller
// hears of it. Several tabs may hold the same name: a running number says whether another one wrote, what it wrote is
// read before each transaction, and whoever decided on older data is run again, so no write is lost.
import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import type { Id, Workspace } from '../schema/index.ts';
import { runTransactions } from './memory-repository.ts';
import { createTables } from './memory-tables.ts';
import type { Kind, Repository } from './repository.ts';
import { EMPTY_WORKSPACE, type WorkspaceSnapshot, type Write, writesOf } from './snapshot.ts';

/** One thing as it is kept, with the number of the commit that wrote it. */
type Row = Write & { id: Id; commit: number };

interface Store extends DBSchema {
  /** One row, `workspace`: the workspace as it was planted (a change of it is a row), and the number of the latest commit. */
  head: { key: string; value: { workspace: Workspace; commit: number } };
  rows: { key: [Kind, Id]; value: Row; indexes: { commit: number } };
}

/** A repository kept in IndexedDB. */
export interface IndexedDbRepository extends Repository {
  /** Closes the database once what has begun is done; later transactions are refused. */
  close(): Promise<void>;
}

const HEAD = 'workspace';

/**
 * Opens, or makes, the repository of this name.
 * @param seed what it holds where it is made anew; a repository that is there already is left as it is
 * @throws DOMException where the browser keeps nothing (no space, storage switched off)
 * @example const repository = await openIndexedDbRepository('followthrough', { workspace, people })
 */
export async function openIndexedDbRepository(
  name: string,
  seed: WorkspaceSnapshot = { workspace: EMPTY_WORKSPACE, people: [] },
): Promise<IndexedDbRepository> {
  const db = await openDB<Store>(name, 1, {
    upgrade(database) {
      database.createObjectStore('head');
      database.createObjectStore('rows', { keyPath: ['kind', 'id'] }).createIndex('commit', 'commit');
    },
    // A later version of this page wants to change the database: do not stand in its way.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  const workspace = await plant(db, seed);
  const tables = createTables({ workspace, people: [] });
  let known = 0;

  async function catchUp(): Promise<void> {
    const tx = db.transaction(['head', 'rows']);
    const head = await tx.objectStore('head').get(HEAD);
    if (head && head.commit !== known) {
      tables.apply(await tx.objectStore('rows').index('commit').getAll(IDBKeyRange.lowerBound(known, true)));
      known = head.commit;
    }
    await tx.done;
  }

  async function keep(writes: readonly Write[]): Promise<boolean> {
    const kept = await allOrNothing(db, async (head, rows) => {
      const latest = await head.get(HEAD);
      if (latest?.commit !== known) return false;
      await write(head, rows, writes, { ...latest, commit: known + 1 });
      return true;
    });
    if (kept) known += 1;
    return kept;
  }

  const repository = runTransactions(tables, { catchUp, keep });
  let closed: Promise<void> | undefined;
  return {
    ...repository,
    close() {
      closed ??= repository.transaction(() => Promise.resolve()).finally(() => db.close());
      return closed;
    },
  };
}

/** Keeps the seed where nothing is kept yet; gives the workspace that is kept. */
function plant(db: IDBPDatabase<Store>, seed: WorkspaceSnapshot): Promise<Workspace> {
  return allOrNothing(db, async (head, rows) => {
    const latest = await head.get(HEAD);
    if (latest) return latest.workspace;
    await write(head, rows, writesOf(seed), { workspace: seed.workspace, commit: 1 });
    return seed.workspace;
  });
}

async function write(
  head: Writable<'head'>,
  rows: Writable<'rows'>,
  writes: readonly Write[],
  latest: Store['head']['value'],
): Promise<void> {
  const { commit } = latest;
  // Each in a promise of its own, so that one that cannot even be asked for leaves none of the others unheard.
  const put = async (one: Write): Promise<void> => {
    await rows.put({ ...one, id: one.entity.id, commit });
  };
  await Promise.all([...writes.map(put), head.put(latest, HEAD)]);
}

type Writable<Name extends 'head' | 'rows'> = IDBPObjectStore<Store, ['head', 'rows'], Name, 'readwrite'>;

/** Runs work in one transaction that is on the disk, all of it, when this resolves; where it rejects, none of it is. */
async function allOrNothing<T>(
  db: IDBPDatabase<Store>,
  work: (head: Writable<'head'>, rows: Writable<'rows'>) => Promise<T>,
): Promise<T> {
  const tx = db.transaction(['head', 'rows'], 'readwrite', { durability: 'strict' });
  const ended = tx.done.then(
    () => null,
    (error: unknown) => ({ error }),
  );
  let answer: T;
  try {
    answer = await work(tx.objectStore('head'), tx.objectStore('rows'));
  } catch (error) {
    abort(tx);
    await ended;
    throw error;
  }
  const failed = await ended;
  if (failed) throw failed.error;
  return answer;
}

function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch (error) {
    // A request that failed has ended it already.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}
