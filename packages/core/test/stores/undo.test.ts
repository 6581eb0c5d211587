import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atom } from 'nanostores';
import { BackendError } from '@followthrough/core/backend';
import type { Action, ActionRecord, ActionState } from '@followthrough/core/schema';
import type { UndoStep } from '@followthrough/core/stores';
import { createUndo } from '../../src/stores/undo.ts';
import { dueOn, promise, record, TOMORROW, YESTERDAY } from '../local-backend/workspace.ts';
import { page, type Page } from './page.ts';

const overdue = (id: string, state: ActionState = 'todo'): ActionRecord =>
  record(id, {
    due: dueOn(YESTERDAY),
    state,
    closed: state === 'todo' ? null : { at: '2026-05-15T08:00:00.000Z', by: 'ada', due: YESTERDAY, on: '2026-05-15' },
  });

/** What of an action undo has to bring back. */
const look = (action: Action | undefined) =>
  action && { title: action.title, state: action.state, due: action.due?.date ?? null, assignee: action.assignee };

const rows: {
  name: string;
  actions: ActionRecord[];
  command: (page: Page) => Promise<unknown>;
}[] = [
  { name: 'an edit', actions: [record('a')], command: ({ store }) => store.actions.edit('a', { title: 'New' }) },
  {
    name: 'a new due date where there was none',
    actions: [record('a')],
    command: ({ store }) => store.actions.edit('a', { due: { rule: { type: 'fixed', date: TOMORROW } } }),
  },
  { name: 'a completion', actions: [record('a')], command: ({ store }) => store.actions.setState('a', 'done') },
  {
    name: 'a reopening of what was done',
    actions: [overdue('a', 'done')],
    command: ({ store }) => store.actions.setState('a', 'todo'),
  },
  {
    name: 'a reopening of what was not done',
    actions: [overdue('a', 'notDone')],
    command: ({ store }) => store.actions.setState('a', 'todo'),
  },
  {
    name: 'not done → done, by way of to do',
    actions: [overdue('a', 'notDone')],
    command: ({ store }) => store.actions.setState('a', 'done'),
  },
  { name: 'a deletion', actions: [record('a')], command: ({ store }) => store.actions.remove('a') },
  {
    name: 'a bulk completion of rows in three states',
    actions: [record('a'), overdue('b', 'notDone'), overdue('c', 'done')],
    command: ({ store }) => store.actions.setStates(['a', 'b', 'c'], 'done'),
  },
  {
    name: 'a bulk reschedule',
    actions: [record('a'), overdue('b')],
    command: ({ store }) => store.actions.reschedule(['a', 'b'], TOMORROW),
  },
  {
    name: 'a bulk assignment',
    actions: [promise('a'), promise('b', { assignee: { type: 'person', personId: 'ada' } })],
    command: ({ store }) => store.actions.assign(['a', 'b'], { type: 'person', personId: 'ada' }),
  },
  {
    name: 'a bulk deletion',
    actions: [record('a'), record('b')],
    command: ({ store }) => store.actions.removeMany(['a', 'b']),
  },
];

for (const { name, actions, command } of rows) {
  test(`undo takes back ${name}, on the page and in the backend`, async () => {
    const opened = await page(actions);
    const { store, scene } = opened;
    const before = actions.map(({ id }) => look(store.actions.get(id)));
    await command(opened);
    assert.notDeepEqual(
      actions.map(({ id }) => look(store.actions.get(id))),
      before,
    );
    const step = await store.actions.undo();
    assert.ok(step);
    assert.deepEqual(
      actions.map(({ id }) => look(store.actions.get(id))),
      before,
    );
    const { items } = await scene.as('ada').actions.list();
    assert.deepEqual(
      actions.map(({ id }) => look(items.find((item) => item.id === id))),
      before,
    );
    assert.equal(store.actions.$undo.get(), null);
    assert.deepEqual(store.actions.$failures.get(), []);
  });
}

test('undo takes back a creation by deleting it', async () => {
  const { store, scene } = await page();
  const { id, done } = store.actions.create({ context: { type: 'personal' }, title: 'New' });
  await done;
  await store.actions.undo();
  assert.equal(store.actions.get(id), undefined);
  assert.deepEqual((await scene.as('ada').actions.list()).items, []);
});

test('undo before the backend has answered waits its turn', async () => {
  const { store, wire, scene } = await page();
  wire.held = true;
  const { id } = store.actions.create({ context: { type: 'personal' }, title: 'New' });
  void store.actions.setState(id, 'done');
  const undone = [store.actions.undo(), store.actions.undo()];
  assert.equal(store.actions.get(id), undefined);
  await wire.drain();
  await Promise.all(undone);
  assert.deepEqual((await scene.as('ada').actions.list()).items, []);
});

test('steps are taken back newest first, or by name', async () => {
  const { store } = await page([record('a'), record('b')]);
  await store.actions.edit('a', { title: 'A' });
  const first = store.actions.$undo.get()?.key;
  await store.actions.edit('b', { title: 'B' });
  await store.actions.undo(first);
  assert.deepEqual([store.actions.get('a')?.title, store.actions.get('b')?.title], ['Title of a', 'B']);
  await store.actions.undo();
  assert.equal(store.actions.get('b')?.title, 'Title of b');
  assert.equal(await store.actions.undo(), null);
});

test('what was refused is no step, and a bulk step is without its refused rows', async () => {
  const { store } = await page([promise('a'), promise('b', { createdBy: 'ben' })]);
  await assert.rejects(store.actions.edit('b', { title: 'Not mine' }));
  assert.equal(store.actions.$undo.get(), null);
  await store.actions.reschedule(['a', 'b'], '2026-06-01');
  assert.deepEqual(
    store.actions.$undo.get()?.actions.map(({ id }) => id),
    ['a'],
  );
  await store.actions.undo();
  assert.equal(store.actions.get('a')?.due?.date, TOMORROW);
});

test('undo of an edit does not write over what another wrote since', async () => {
  const { store, scene } = await page([record('a')]);
  await store.actions.edit('a', { title: 'Mine' });
  await scene.as('ada').actions.update('a', { title: 'Theirs' }, { version: 2 });
  store.actions.receive((await scene.as('ada').actions.list()).items);
  await assert.rejects(store.actions.undo(), { code: 'version-conflict' });
  assert.equal(store.actions.get('a')?.title, 'Theirs');
});

test('changes of state that are sent as one are steps of their own', async () => {
  const { store, wire, scene } = await page([overdue('a')]);
  wire.held = true;
  void store.actions.edit('a', { title: 'On its way' });
  const steps = (['done', 'todo', 'notDone'] as const).map((state) => {
    void store.actions.setState('a', state);
    return store.actions.$undo.get();
  });
  assert.equal(new Set(steps.map((step) => step?.key)).size, 3);
  await wire.drain();
  for (const [step, state] of [
    [steps[2], 'todo'],
    [steps[0], 'todo'],
    [steps[1], 'done'],
  ] as const) {
    void store.actions.undo(step?.key);
    await wire.drain();
    assert.equal(store.actions.get('a')?.state, state);
    assert.equal((await scene.as('ada').actions.get('a')).state, state);
  }
  assert.deepEqual(store.actions.$undo.get()?.command, {
    type: 'update',
    id: 'a',
    patch: { title: 'On its way' },
  });
});

test('where states that were sent as one are refused, none of them is a step', async () => {
  const { store, wire } = await page([overdue('a')]);
  wire.held = true;
  void store.actions.edit('a', { title: 'On its way' });
  void store.actions.setState('a', 'done');
  void store.actions.setState('a', 'notDone');
  await wire.calls('actions.update')[0]?.deliver();
  await wire.calls('actions.setState')[0]?.refuse(new BackendError('forbidden'));
  assert.equal(store.actions.get('a')?.state, 'todo');
  assert.equal(store.actions.$undo.get()?.command.type, 'update');
});

test('rows that a bulk found as it was to make them are no part of its step', async () => {
  const { store, scene } = await page([record('a'), record('b')]);
  await scene.as('ada').actions.setState('b', 'done');
  await store.actions.setStates(['a', 'b'], 'done');
  assert.deepEqual(
    store.actions.$undo.get()?.actions.map(({ id }) => id),
    ['a'],
  );
  await store.actions.undo();
  assert.deepEqual(
    (await scene.as('ada').actions.list()).items.map(({ id, state }) => [id, state]),
    [
      ['a', 'todo'],
      ['b', 'done'],
    ],
  );
});

test('a step lets go of refused rows together, however many there are', () => {
  let looks = 0;
  const rows = Array.from({ length: 5_000 }, (_, at) => ({
    get id() {
      looks++;
      return `a${at}`;
    },
  })) as unknown as Action[];
  const undo = createUndo(atom<UndoStep | null>(null));
  const command = { type: 'bulk', operation: 'delete', ids: [] } as const;
  undo.push({ key: 'one', of: 'bulk', command, actions: rows, takeBack: () => Promise.resolve(null) });
  for (let at = 0; at < 5_000; at += 500) {
    undo.drop('bulk', new Set(Array.from({ length: 500 }, (_, row) => `a${at + row}`)));
  }
  // Each answer of five hundred looks through what is left once.
  assert.ok(looks <= 5_000 * 10, `looked ${looks} times`);
});

test('the last fifty steps are kept', async () => {
  const { store } = await page([record('a')]);
  for (let count = 1; count <= 55; count++) await store.actions.edit('a', { title: `Title ${count}` });
  let undone = 0;
  while (await store.actions.undo()) undone++;
  assert.equal(undone, 50);
  assert.equal(store.actions.get('a')?.title, 'Title 5');
});
