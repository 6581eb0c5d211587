// The IndexedDB repository as pages use it: several tabs are several repositories on one name.
import { createLocalBackend, openIndexedDbRepository } from '@followthrough/core/local-backend';
import type { IndexedDbRepository, WorkspaceSnapshot } from '@followthrough/core/local-backend';
import type { Person } from '@followthrough/core/schema';
import { expect } from '@open-wc/testing';
import { listSuite } from '../local-backend/list-suite.ts';
import { repositorySuite, type RepositoryTests } from '../local-backend/repository-suite.ts';

const calendar = { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] };
const ada: Person = {
  id: 'ada',
  name: 'Ada',
  email: null,
  avatarUrl: null,
  side: 'internal',
  role: 'member',
  companyId: null,
  timeZone: null,
  version: 1,
};
const seed: WorkspaceSnapshot = {
  workspace: { id: 'acme', name: 'Acme', timeZone: 'Europe/Berlin', locale: 'en-GB', calendar, version: 1 },
  people: [ada],
};

let name = '';
let opened: IndexedDbRepository[] = [];
let names: string[] = [];

async function open(snapshot = seed): Promise<IndexedDbRepository> {
  const repository = await openIndexedDbRepository(name, snapshot);
  opened.push(repository);
  return repository;
}

function backendOver(repository: IndexedDbRepository) {
  const newId = () => crypto.randomUUID();
  return createLocalBackend({ repository, viewerId: 'ada', now: () => Date.UTC(2026, 4, 15, 10), newId });
}

async function titles(repository: IndexedDbRepository): Promise<string[]> {
  const { items } = await backendOver(repository).actions.list({ sort: 'title' });
  return items.map(({ title }) => title);
}

const personal = (title: string, id?: string) => ({
  context: { type: 'personal' as const },
  title,
  ...(id ? { id } : {}),
});

/** Another name: what was opened under the one before is none of its. */
function rename(): void {
  name = `test-${crypto.randomUUID()}`;
  names.push(name);
}

describe('A repository in IndexedDB', () => {
  beforeEach(() => {
    opened = [];
    names = [];
    rename();
  });
  afterEach(async () => {
    await Promise.all(opened.map((repository) => repository.close()));
    await Promise.all(names.map(forget));
  });

  const tests: RepositoryTests = {
    it,
    deepEqual(actual, expected, message) {
      expect(actual, message).to.deep.equal(expected);
    },
    open(snapshot) {
      rename();
      return open(snapshot);
    },
  };
  repositorySuite(tests);
  describe('lists', () => listSuite({ ...tests, runs: 5 }));

  it('holds what was written when it is opened again', async () => {
    const first = await open();
    const made = await backendOver(first).actions.create(personal('Call the printer'));
    await backendOver(first).actions.setState(made.id, 'done');
    await first.close();

    const again = await open();
    const { items } = await backendOver(again).actions.list();
    expect(items.map(({ title, state, version }) => ({ title, state, version }))).to.deep.equal([
      { title: 'Call the printer', state: 'done', version: 2 },
    ]);
    const changes = await again.transaction((tx) => tx.find('stateChange', { actionId: made.id }));
    expect(changes.map(({ to }) => to)).to.have.members(['todo', 'done']);
  });

  it('holds the workspace as it was changed, for other tabs and when it is opened again', async () => {
    const [one, other] = [await open(), await open()];
    const next = { ...seed.workspace, timeZone: 'Asia/Tokyo', version: 2 };
    expect(await other.transaction((tx) => tx.workspace())).to.deep.equal(seed.workspace);
    await one.transaction((tx) => tx.replace('workspace', next));
    expect(await other.transaction((tx) => tx.workspace())).to.deep.equal(next);
    await Promise.all([one.close(), other.close()]);
    expect(await (await open()).transaction((tx) => tx.workspace())).to.deep.equal(next);
  });

  it('begins with its seed once, and leaves what is there alone afterwards', async () => {
    await backendOver(await open()).actions.create(personal('Call the printer'));
    const other = await open({ ...seed, workspace: { ...seed.workspace, name: 'Other' }, people: [] });
    expect((await backendOver(other).me()).workspace.name).to.equal('Acme');
    expect(await titles(other)).to.deep.equal(['Call the printer']);
  });

  it('is made once where two tabs open it at the same moment', async () => {
    const tabs = await Promise.all([open(), open(), open()]);
    await Promise.all(tabs.map((tab, index) => backendOver(tab).actions.create(personal(`From tab ${index}`))));
    for (const tab of tabs) expect(await titles(tab)).to.deep.equal(['From tab 0', 'From tab 1', 'From tab 2']);
  });

  it('shows each tab what the other wrote', async () => {
    const [one, two] = [await open(), await open()];
    const made = await backendOver(one).actions.create(personal('Call the printer'));
    expect(await titles(two)).to.deep.equal(['Call the printer']);
    await backendOver(two).actions.update(made.id, { title: 'Call the plumber' }, { version: 1 });
    expect(await titles(one)).to.deep.equal(['Call the plumber']);
    await backendOver(one).actions.remove(made.id, { version: 2 });
    expect(await titles(two)).to.deep.equal([]);
  });

  it('loses no write where two tabs write at once, and refuses the one that decided on an older version', async () => {
    const [one, two] = [await open(), await open()];
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        backendOver(index % 2 ? one : two).actions.create(
          personal(`Nr ${String(index).padStart(2, '0')}`, `a${index}`),
        ),
      ),
    );
    expect(await titles(one)).to.have.length(20);
    expect(await titles(two)).to.deep.equal(await titles(one));

    const outcomes = await Promise.allSettled([
      backendOver(one).actions.update('a0', { title: 'By one' }, { version: 1 }),
      backendOver(two).actions.update('a0', { title: 'By two' }, { version: 1 }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected']);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).to.have.property('code', 'version-conflict');
    expect((await backendOver(one).actions.get('a0')).version).to.equal(2);
  });

  it('keeps nothing, on the disk or in the page, where the disk takes only a part', async () => {
    const repository = await open();
    // A function cannot be kept in IndexedDB: the second write of the transaction fails as a full disk would.
    const work = repository.transaction(async (tx) => {
      await tx.insert('company', { id: 'globex', name: 'Globex', version: 1 });
      await tx.insert('company', { id: 'odd', name: (() => 'no text') as unknown as string, version: 1 });
    });
    const failure = await work.catch((error: unknown) => error);
    expect(failure).to.have.property('name', 'DataCloneError');
    const again = await open();
    for (const tab of [repository, again]) {
      expect(await tab.transaction((tx) => tx.find('company', {}))).to.deep.equal([]);
    }
    await backendOver(repository).actions.create(personal('Life goes on'));
    expect(await titles(again)).to.deep.equal(['Life goes on']);
  });

  it('reads what an earlier version kept, which did not say who changed an action last', async () => {
    const first = await open();
    const made = await backendOver(first).actions.create(personal('Call the printer'));
    await first.close();
    await editRow(name, ['action', made.id], ({ updatedBy: _updatedBy, ...entity }) => entity);

    const again = await open();
    expect((await backendOver(again).actions.get(made.id)).updatedBy).to.equal('ada');
    expect((await backendOver(again).actions.list()).items).to.deep.equal([made]);
    await backendOver(again).actions.setState(made.id, 'done');
    expect(await backendOver(await open()).actions.get(made.id)).to.include({ state: 'done', updatedBy: 'ada' });
  });

  it('refuses transactions once it is closed', async () => {
    const repository = await open();
    await repository.close();
    const failure = await repository.transaction((tx) => tx.workspace()).catch((error: unknown) => error);
    expect(failure).to.be.an.instanceOf(DOMException);
    opened = [];
  });
});

function forget(database: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(database);
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error ?? new Error('The database was not deleted.'));
  });
}

type Entity = Record<string, unknown>;

/** Changes what is kept under a key, past the repository. */
async function editRow(database: string, key: IDBValidKey, change: (entity: Entity) => Entity): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('The database could not be read.'));
    });
  const db = await done(indexedDB.open(database));
  const rows = db.transaction('rows', 'readwrite').objectStore('rows');
  const row = (await done(rows.get(key))) as { entity: Entity };
  await done(rows.put({ ...row, entity: change(row.entity) }));
  db.close();
}
