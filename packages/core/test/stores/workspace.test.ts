import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Backend, BackendError } from '@followthrough/core/backend';
import type { ActionContext } from '@followthrough/core/schema';
import { createWorkspace } from '@followthrough/core/stores';
import { retryDelay } from '../../src/stores/retry-delay.ts';
import { dueOn, person, record, relationship, scene, TODAY } from '../local-backend/workspace.ts';
import { clock, page } from './page.ts';
import { rest, wire } from './wire.ts';

test('a workspace knows who looks, all people and relationships, and on which weekday weeks begin', async () => {
  const people = [person('ada'), person('ben'), ...Array.from({ length: 450 }, (_, index) => person(`p${index}`))];
  const { store } = await page([], { people });
  assert.equal(store.$status.get(), 'ready');
  assert.equal(store.$me.get()?.person.id, 'ada');
  assert.equal(store.$people.get().size, 452);
  assert.deepEqual([...store.$relationships.get().keys()].sort(), ['ada-ben', 'ada-gus']);
  assert.equal(store.$weekStart.get(), 1);
});

test('a workspace tells on whose clock an action’s days are', async () => {
  const { store } = await page([], {
    people: [person('ada', { timeZone: 'Europe/Berlin' }), person('ben')],
    relationships: [relationship('tokyo', { timeZone: 'Asia/Tokyo' })],
  });
  const zoneIn = (context: ActionContext) => store.zoneOf({ context, createdBy: 'ada' });
  assert.equal(zoneIn({ type: 'relationship', relationshipId: 'tokyo' }), 'Asia/Tokyo');
  assert.equal(zoneIn({ type: 'personal' }), 'Europe/Berlin');
  assert.equal(createWorkspace(scene().as('ada')).zoneOf({ context: { type: 'personal' }, createdBy: 'ada' }), 'UTC');
});

test('a zone that is not known here counts as the workspace’s, and what the backend says of its actions stands', async () => {
  const timeZone = 'Mars/Olympus';
  const due = dueOn(TODAY);
  const { store } = await page([record('far', { context: { type: 'relationship', relationshipId: 'far' }, due })], {
    people: [person('ada', { timeZone }), person('ben', { timeZone })],
    relationships: [relationship('far', { timeZone })],
  });
  assert.equal(store.$status.get(), 'ready');
  const at: ActionContext = { type: 'relationship', relationshipId: 'far' };
  const zone = store.$me.get()?.workspace.timeZone ?? '';
  assert.equal(store.zoneOf({ context: at, createdBy: 'ada' }), zone);
  assert.equal(store.todayIn(timeZone), store.todayIn(zone));
  const told = await store.backend.actions.get('far');
  for (const status of ['overdue', 'todo'] as const) {
    store.actions.receive([{ ...told, overdue: status === 'overdue', status }]);
    await rest();
    assert.equal(store.actions.get('far')?.status, status);
  }
});

test('a second load joins the first', async () => {
  const between = wire(scene().as('ada'));
  const store = createWorkspace(between.backend, clock());
  await Promise.all([store.load(), store.load()]);
  assert.equal(between.count('me'), 1);
  await store.load();
  assert.equal(between.count('me'), 2);
});

test('a load that fails says why and rejects nothing; the next one mends it', async () => {
  const between = wire(scene().as('ada'));
  between.cut = true;
  const store = createWorkspace(between.backend, clock());
  await store.load();
  assert.deepEqual([store.$status.get(), store.$error.get()?.code, store.$online.get()], ['error', 'network', false]);
  between.cut = false;
  await store.load();
  assert.deepEqual([store.$status.get(), store.$error.get(), store.$online.get()], ['ready', null, true]);
});

test('a reload that fails keeps what is known', async () => {
  const { store, wire: between } = await page();
  between.cut = true;
  await store.load();
  assert.deepEqual([store.$status.get(), store.$error.get()?.code], ['ready', 'network']);
  assert.equal(store.$me.get()?.person.id, 'ada');
});

test('a host that gives no token is a network that is not there: its change is kept, and sent once a call got through', async () => {
  const { store, wire: between } = await page([record('a')]);
  between.held = true;
  void store.actions.edit('a', { title: 'Typed' });
  await rest();
  await between.calls('actions.update')[0]?.refuse(new BackendError('token-missing'));
  assert.deepEqual([store.$online.get(), store.$unsent.get(), store.actions.get('a')?.title], [false, 1, 'Typed']);
  assert.deepEqual(
    store.actions.$failures.get().map(({ error }) => [error.code, error.transient]),
    [['token-missing', true]],
  );
  between.held = false;
  await store.load();
  await rest();
  assert.deepEqual([store.$online.get(), store.$unsent.get(), store.actions.$failures.get()], [true, 0, []]);
  assert.equal((await between.backend.actions.get('a')).title, 'Typed');
});

test('a load that failed is tried again when the page is looked at', async () => {
  const between = wire(scene().as('ada'));
  between.cut = true;
  const store = createWorkspace(between.backend, clock());
  await store.load();
  between.cut = false;
  store.wake();
  await rest();
  assert.equal(store.$status.get(), 'ready');
});

test('before it is known who looks, no midnight is waited for', async () => {
  const time = clock();
  createWorkspace(scene().as('ada'), time).wake();
  assert.deepEqual(time.timers(), []);
});

test('a workspace that ended before it had loaded stays as it was', async () => {
  const between = wire(scene().as('ada'));
  between.held = true;
  const store = createWorkspace(between.backend, clock());
  const loaded = store.load();
  store.dispose();
  await between.drain();
  await loaded;
  assert.deepEqual([store.$status.get(), store.$me.get(), store.$error.get()], ['loading', null, null]);
});

test('a command given before the workspace has loaded waits for what it needs, and takes effect', async () => {
  const between = wire(scene([record('a')]).as('ada'));
  const store = createWorkspace(between.backend, clock());
  const { id, done } = store.actions.create({ context: { type: 'personal' }, title: 'Early' });
  assert.deepEqual([store.actions.isPrepared, store.actions.get(id)], [false, undefined]);
  assert.equal((await done).id, id);
  assert.deepEqual([store.actions.isPrepared, store.actions.get(id)?.title], [true, 'Early']);
});

test('once the workspace is ready, a command shows what it does in the very tick', async () => {
  const store = createWorkspace(scene().as('ada'), clock());
  await store.load();
  const { id } = store.actions.create({ context: { type: 'personal' }, title: 'Now' });
  assert.equal(store.actions.get(id)?.title, 'Now');
});

test('the map of actions is a new one at each change and always the latest', async () => {
  const { store } = await page([record('a')]);
  const before = store.actions.$actions.get();
  void store.actions.edit('a', { title: 'New' });
  const after = store.actions.$actions.get();
  assert.notEqual(before, after);
  assert.equal(after.get('a')?.title, 'New');
  assert.deepEqual([after.size, after.has('a'), [...after.keys()], [...after.values()].length], [1, true, ['a'], 1]);
});

test('without an environment of its own a workspace takes the clock, timers and ids of where it runs', async () => {
  const store = createWorkspace(scene().as('ada'));
  await store.load();
  const { id, done } = store.actions.create({ context: { type: 'personal' }, title: 'New' });
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal((await done).id, id);
  await rest();
  store.dispose();
});

test('waits double from a second to five minutes, by chance less, and never less than was asked for', () => {
  assert.deepEqual(
    [1, 2, 3, 20].map((attempts) => retryDelay(attempts, undefined, 1)),
    [1_000, 2_000, 4_000, 300_000],
  );
  assert.equal(retryDelay(3, undefined, 0), 200);
  assert.equal(retryDelay(1, 30_000, 0), 30_000);
});

test('a load of which one part fails and another is answered is not tried again by itself', async () => {
  const backend = scene().as('ada');
  let asked = 0;
  const failing: Backend = {
    ...backend,
    rooms: {
      ...backend.rooms,
      list: () => {
        asked++;
        // Enough to see that it goes on for ever, and few enough to end.
        return asked > 20 ? backend.rooms.list() : Promise.reject(new BackendError('network'));
      },
    },
  };
  const workspace = createWorkspace(failing, clock());
  await workspace.load();
  await rest();
  assert.equal(asked, 1);
  assert.equal(workspace.$error.get()?.code, 'network');
});
