// A memory repository that outlives the page: everything is kept in IndexedDB as well, under a name. What a transaction
// writes goes into one IndexedDB transaction of strict durability, so it is on the disk, all of it, before its caller
// hears of it. Several tabs may hold the same name: a running number says whether another one wrote, what it wrote is
// read before each transaction, and whoever decided on older data is run again, so no write is lost.
import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import type { Id, Workspace } from '../schema/index.ts';
import { runTransactions } from './memory-repository.ts';
import { createTables } from './memory-tables.ts';
import { type Kind, LostRace, type Repository } from './repository.ts';
import { EMPTY_WORKSPACE, type WorkspaceSnapshot, type Write, writesOf } from './snapshot.ts';

/** One thing as it is kept, with the number of the commit that wrote it. */
type Row = Write & { id: Id; commit: number };

interface Store extends DBSchema {
  /** One row, `workspace`: the workspace, and the number of the latest commit. */
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

  async function keep(writes: readonly Write[]): Promise<void> {
    await allOrNothing(db, async (head, rows) => {
      const latest = await head.get(HEAD);
      if (latest?.commit !== known) throw new LostRace('Another tab wrote meanwhile.');
      const commit = known + 1;
      await Promise.all([
        ...writes.map(rowOf(commit)).map((row) => rows.put(row)),
        head.put({ ...latest, commit }, HEAD),
      ]);
    });
    known += 1;
  }

  const repository = runTransactions(tables, { catchUp, keep });
  return {
    ...repository,
    async close() {
      await repository.transaction(async () => undefined);
      db.close();
    },
  };
}

/** Keeps the seed where nothing is kept yet; gives the workspace that is kept. */
async function plant(db: IDBPDatabase<Store>, seed: WorkspaceSnapshot): Promise<Workspace> {
  let { workspace } = seed;
  await allOrNothing(db, async (head, rows) => {
    const latest = await head.get(HEAD);
    if (latest) ({ workspace } = latest);
    else {
      const planted = writesOf(seed).map(rowOf(1));
      await Promise.all([...planted.map((row) => rows.put(row)), head.put({ workspace, commit: 1 }, HEAD)]);
    }
  });
  return workspace;
}

function rowOf(commit: number): (write: Write) => Row {
  return (write) => ({ ...write, id: write.entity.id, commit });
}

type Writable<Name extends 'head' | 'rows'> = IDBPObjectStore<Store, ['head', 'rows'], Name, 'readwrite'>;

/** Runs work in one transaction that is on the disk, all of it, when this resolves; where it rejects, none of it is. */
async function allOrNothing(
  db: IDBPDatabase<Store>,
  work: (head: Writable<'head'>, rows: Writable<'rows'>) => Promise<void>,
): Promise<void> {
  const tx = db.transaction(['head', 'rows'], 'readwrite', { durability: 'strict' });
  const ended = tx.done.then(
    () => null,
    (error: unknown) => ({ error }),
  );
  try {
    await work(tx.objectStore('head'), tx.objectStore('rows'));
  } catch (error) {
    abort(tx);
    await ended;
    throw error;
  }
  const failed = await ended;
  if (failed) throw failed.error;
}

function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch (error) {
    // A request that failed has ended it already.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}
