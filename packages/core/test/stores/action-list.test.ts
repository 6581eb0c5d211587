import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ActionFilter, ActionRecord } from '@followthrough/core/schema';
import { type ActionListOptions, type ActionListStore, createActionList } from '@followthrough/core/stores';
import { dueOn, person, promise, record, TODAY, TOMORROW, YESTERDAY } from '../local-backend/workspace.ts';
import { page, type Page } from './page.ts';
import { rest } from './wire.ts';

const OPEN: ActionFilter = { status: ['todo', 'overdue'] };

interface Listed extends Page {
  list: ActionListStore;
}

/** A page with a list, loaded. */
async function listed(
  actions: readonly ActionRecord[],
  options: Omit<ActionListOptions, 'workspace'> = {},
): Promise<Listed> {
  const opened = await page(actions);
  const list = createActionList({ workspace: opened.store, ...options });
  await rest();
  return { ...opened, list };
}

const ids = (list: ActionListStore) => list.$view.get().rows.map(({ id }) => id);
const groups = (list: ActionListStore) =>
  list.$view.get().groups.map(({ key, rows }) => [key, rows.map(({ id }) => id)]);

test('a list loads all pages of its filter, each shown as it comes', async () => {
  const many = Array.from({ length: 450 }, (_, index) => record(`a${String(index).padStart(3, '0')}`));
  const opened = await page(many);
  opened.store.actions.forget(many.map(({ id }) => id));
  opened.wire.held = true;
  const list = createActionList({ workspace: opened.store });
  assert.equal(list.$status.get(), 'loading');
  await opened.wire.calls('actions.list')[0]?.deliver();
  assert.deepEqual([list.$status.get(), ids(list).length, list.$complete.get()], ['ready', 200, false]);
  await opened.wire.drain();
  assert.deepEqual([ids(list).length, list.$complete.get()], [450, true]);
});

test('a list shows what its filter asks for, in its order and groups', async () => {
  const { list } = await listed(
    [
      record('late', { due: dueOn(YESTERDAY) }),
      record('now', { due: dueOn(TODAY) }),
      record('some-day'),
      record('over', { state: 'done', closed: { at: '2026-05-15T08:00:00.000Z', by: 'ada', due: null, on: TODAY } }),
    ],
    { grouping: 'due' },
  );
  assert.deepEqual(groups(list), [
    ['overdue', ['late']],
    ['today', ['now']],
    ['noDate', ['some-day']],
    ['closed', ['over']],
  ]);
  list.setSort('-due');
  list.setGrouping('none');
  assert.deepEqual(ids(list), ['now', 'late', 'over', 'some-day']);
  list.setFilter(OPEN);
  assert.deepEqual(ids(list), ['now', 'late', 'some-day']);
  assert.deepEqual([list.$counts.get().overdue, list.$counts.get().todo, list.$counts.get().done], [1, 2, 1]);
});

test('groups of people stand in the order of their names, one’s own first', async () => {
  const people = [person('ada', { name: 'Ada' }), person('z', { name: 'Élodie' }), person('y', { name: 'Zoe' })];
  const opened = await page([], { people, relationships: [] });
  const list = createActionList({ workspace: opened.store, grouping: 'assignee' });
  const { items } = await (await page([record('a')])).scene.as('ada').actions.list();
  const [mine] = items;
  assert.ok(mine);
  opened.store.actions.receive(
    ['y', 'z', 'ada'].map((personId, at) => ({ ...mine, id: `a${at}`, assignee: { type: 'person', personId } })),
  );
  assert.deepEqual(
    groups(list).map(([key]) => key),
    ['ada', 'z', 'y'],
  );
});

test('a scope narrows every filter and is no part of it', async () => {
  const { list } = await listed([record('own'), promise('ours')], { scope: { context: 'relationship:ada-ben' } });
  assert.deepEqual(ids(list), ['ours']);
  list.setFilter({ context: 'personal' });
  await rest();
  assert.deepEqual(ids(list), ['ours']);
  assert.deepEqual(list.$filter.get(), { context: 'personal' });
});

test('another filter ends the load before it, and what is known shows at once', async () => {
  const { list, wire } = await listed([record('a'), record('b', { due: dueOn(YESTERDAY) })]);
  wire.held = true;
  list.setFilter({ status: ['overdue'] });
  const [first] = wire.calls('actions.list');
  assert.deepEqual([ids(list), list.$status.get()], [['b'], 'loading']);
  list.setFilter({ status: ['todo'] });
  const { signal } = first?.args[1] as { signal: AbortSignal };
  assert.equal(signal.aborted, true);
  await wire.drain();
  assert.deepEqual([ids(list), list.$status.get(), list.$error.get()], [['a'], 'ready', null]);
});

test('the same filter again asks for nothing', async () => {
  const { list, wire } = await listed([record('a')], { filter: OPEN });
  const before = wire.count('actions.list');
  list.setFilter({ status: ['overdue', 'todo'] });
  assert.equal(wire.count('actions.list'), before);
});

test('typing into the search filters what is known at once, and asks when it rests', async () => {
  const { list, wire, clock } = await listed([record('a', { title: 'Send the deck' }), record('b')]);
  const before = wire.count('actions.list');
  for (const query of ['d', 'de', 'dec']) list.setFilter({ query });
  assert.deepEqual(ids(list), ['a']);
  assert.equal(wire.count('actions.list'), before);
  clock.tick(200);
  assert.equal(wire.count('actions.list'), before + 1);
});

test('a reload keeps what is shown, and an error keeps it too and tells why', async () => {
  const { list, wire } = await listed([record('a')]);
  wire.held = true;
  const refreshed = list.refresh();
  assert.deepEqual([ids(list), list.$status.get(), list.$refreshing.get()], [['a'], 'ready', true]);
  await wire.calls('actions.list')[0]?.lose();
  await refreshed;
  assert.deepEqual([ids(list), list.$status.get(), list.$refreshing.get()], [['a'], 'ready', false]);
  assert.equal(list.$error.get()?.code, 'network');
  void list.refresh();
  await wire.drain();
  assert.equal(list.$error.get(), null);
});

test('a list tells as of when what it shows is, whatever failed since', async () => {
  const { list, wire, clock } = await listed([record('a')]);
  const first = clock.now();
  assert.equal(list.$loadedAt.get(), first);
  clock.sleep(7_200_000);
  wire.cut = true;
  await list.refresh();
  assert.equal(list.$loadedAt.get(), first);
  wire.cut = false;
  void list.refresh();
  await rest();
  assert.equal(list.$loadedAt.get(), first + 7_200_000);
  list.setFilter(OPEN);
  assert.equal(list.$loadedAt.get(), null);
});

test('a first load that fails is an error, mended by the next or by the network’s return', async () => {
  const opened = await page([record('a')]);
  opened.wire.cut = true;
  const list = createActionList({ workspace: opened.store });
  await rest();
  assert.deepEqual(
    [list.$status.get(), list.$error.get()?.code, opened.store.$online.get()],
    ['error', 'network', false],
  );
  opened.wire.cut = false;
  opened.clock.connect(true);
  await rest();
  assert.deepEqual([list.$status.get(), list.$error.get()], ['ready', null]);
});

test('what the backend has no more is forgotten after a whole walk', async () => {
  const { list, scene, store } = await listed([record('a'), record('b')]);
  await scene.as('ada').actions.remove('a', { version: 1 });
  await list.refresh();
  assert.deepEqual(ids(list), ['b']);
  assert.equal(store.actions.get('a'), undefined);
});

test('what left the filter elsewhere is asked for, and shows as it is to other lists', async () => {
  const { list, scene, store } = await listed([promise('a'), promise('b')], { filter: { assignee: 'ben' } });
  await scene.as('ada').actions.update('a', { assignee: { type: 'person', personId: 'ada' } }, { version: 1 });
  await list.refresh();
  await rest();
  assert.deepEqual(ids(list), ['b']);
  assert.deepEqual(store.actions.get('a')?.assignee, { type: 'person', personId: 'ada' });
});

test('what was made while a walk was under way is not forgotten by it', async () => {
  const { list, store, wire } = await listed([record('a')]);
  wire.held = true;
  const refreshed = list.refresh();
  await wire.calls('actions.list')[0]?.arrive();
  const { id, done } = store.actions.create({ context: { type: 'personal' }, title: 'New' });
  await wire.calls('actions.create')[0]?.deliver();
  await done;
  await wire.drain();
  await refreshed;
  assert.deepEqual(ids(list).sort(), ['a', id].sort());
});

test('two lists of a page show a change in the same tick', async () => {
  const { list, store } = await listed([record('a')], { filter: OPEN, grace: 0 });
  const other = createActionList({ workspace: store, filter: { status: ['done'] } });
  await rest();
  void store.actions.setState('a', 'done');
  assert.deepEqual([ids(list), ids(other)], [[], ['a']]);
});

test('an edit of one row leaves the rows of all other groups as they are', async () => {
  const { list, store } = await listed(
    [record('late', { due: dueOn(YESTERDAY) }), record('now', { due: dueOn(TODAY) }), record('a')],
    { grouping: 'due' },
  );
  const before = list.$view.get().groups;
  void store.actions.edit('now', { title: 'New' });
  const after = list.$view.get().groups;
  assert.deepEqual(
    after.map((group, index) => group.rows === before[index]?.rows),
    [true, false, true],
  );
});

test('at midnight a list judges its rows anew and asks again', async () => {
  const { list, clock, wire } = await listed([record('a', { due: dueOn(TODAY) })], { filter: { status: ['overdue'] } });
  assert.deepEqual(ids(list), []);
  const before = wire.count('actions.list');
  clock.tick(12 * 3_600_000);
  assert.deepEqual(ids(list), ['a']);
  assert.equal(wire.count('actions.list'), before + 1);
});

test('a page looked at again asks anew once what it shows is old', async () => {
  const { store, clock, wire } = await listed([record('a')]);
  const before = wire.count('actions.list');
  store.wake();
  assert.equal(wire.count('actions.list'), before);
  clock.sleep(6 * 60_000);
  store.wake();
  assert.equal(wire.count('actions.list'), before + 1);
});

test('a list that ended asks and changes no more', async () => {
  const { list, store, clock, wire } = await listed([record('a')]);
  list.dispose();
  const before = wire.count('actions.list');
  void store.actions.edit('a', { title: 'New' });
  clock.tick(48 * 3_600_000);
  await rest();
  assert.equal(wire.count('actions.list'), before);
  assert.equal(list.$view.get().rows[0]?.title, 'Title of a');
});

// ── rows that linger ──────────────────────────────────────────────────────────────────────────

const three = [record('a', { due: dueOn(TODAY) }), record('b', { due: dueOn(TOMORROW) }), record('c')];

test('a completed row stays where it was for a moment, showing what it is, then leaves', async () => {
  const { list, store, clock } = await listed(three, { filter: OPEN, grouping: 'due' });
  await store.actions.setState('b', 'done');
  assert.deepEqual(ids(list), ['a', 'b', 'c']);
  assert.equal(list.$view.get().rows[1]?.status, 'done');
  assert.deepEqual([...list.$lingering.get()], ['b']);
  assert.deepEqual([list.$counts.get().todo, list.$counts.get().done], [2, 1]);
  clock.tick(2_999);
  assert.deepEqual(ids(list), ['a', 'b', 'c']);
  clock.tick(1);
  assert.deepEqual([ids(list), list.$lingering.get().size], [['a', 'c'], 0]);
});

test('a row reopened while it lingers is an ordinary row again', async () => {
  const { list, store, clock } = await listed(three, { filter: OPEN });
  void store.actions.setState('b', 'done');
  void store.actions.setState('b', 'todo');
  assert.equal(list.$lingering.get().size, 0);
  clock.tick(5_000);
  assert.deepEqual(ids(list), ['a', 'b', 'c']);
});

test('a row that is held stays until it is released, and its moment begins then', async () => {
  const { list, store, clock } = await listed(three, { filter: OPEN });
  list.hold('b');
  await store.actions.setState('b', 'done');
  clock.tick(60_000);
  assert.deepEqual(ids(list), ['a', 'b', 'c']);
  list.release('b');
  clock.tick(3_000);
  assert.deepEqual(ids(list), ['a', 'c']);
});

test('rows completed together leave together, in one change of the view', async () => {
  const { list, store, clock } = await listed(three, { filter: OPEN });
  await store.actions.setStates(['a', 'b', 'c'], 'done');
  let changes = 0;
  list.$view.listen(() => changes++);
  clock.tick(3_000);
  assert.deepEqual([ids(list), changes], [[], 1]);
});

test('a deleted row, and one that another changed, leave at once', async () => {
  const { list, store, scene } = await listed(three, { filter: OPEN });
  void store.actions.remove('a');
  await scene.as('ada').actions.setState('b', 'done');
  await list.refresh();
  await rest();
  assert.deepEqual(ids(list), ['c']);
});

test('where a refusal brings a lingering row back, it is an ordinary row', async () => {
  const { list, store, wire, clock } = await listed([promise('a', { createdBy: 'ben' })], {
    filter: { assignee: 'ben' },
  });
  wire.held = true;
  void store.actions.edit('a', { assignee: { type: 'person', personId: 'ada' } });
  assert.deepEqual([...list.$lingering.get()], ['a']);
  await wire.drain();
  assert.equal(list.$lingering.get().size, 0);
  clock.tick(10_000);
  assert.deepEqual(ids(list), ['a']);
});

// ── selection ─────────────────────────────────────────────────────────────────────────────────

const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => record(id));
const selected = (list: ActionListStore) => [...list.$selection.get()].sort().join('');

test('a range goes from the last row toggled, in the order shown, and replaces the range before', async () => {
  const { list } = await listed(six, { sort: '-title' });
  list.toggleSelected('a');
  list.toggleSelected('e');
  list.extendSelection('c');
  assert.equal(selected(list), 'acde');
  list.extendSelection('f');
  assert.equal(selected(list), 'aef');
  list.toggleSelected('a');
  assert.equal(selected(list), 'ef');
});

test('all, none, some, and never a row that is not shown', async () => {
  const { list } = await listed(six);
  list.selectAll();
  assert.equal(selected(list), 'abcdef');
  list.clearSelection();
  assert.equal(selected(list), '');
  list.select(['b', 'zzz']);
  list.extendSelection('d');
  assert.equal(selected(list), 'bd');
});

test('a row that leaves the list leaves the selection', async () => {
  const { list, store, clock } = await listed(six, { filter: OPEN });
  list.selectAll();
  await store.actions.remove('a');
  await store.actions.setState('b', 'done');
  assert.equal(selected(list), 'bcdef');
  clock.tick(3_000);
  assert.equal(selected(list), 'cdef');
  list.setFilter({ query: 'Title of c' });
  assert.equal(selected(list), 'c');
});
