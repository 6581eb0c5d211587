import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BackendError } from '@followthrough/core/backend';
import type { Action } from '@followthrough/core/schema';
import { dueOn, promise, record, YESTERDAY } from '../local-backend/workspace.ts';
import { page } from './page.ts';
import { rest } from './wire.ts';

test('a change shows in the same tick and is marked as pending until the backend agreed', async () => {
  const { store, wire } = await page([record('a')]);
  wire.held = true;
  const done = store.actions.setState('a', 'done');
  assert.equal(store.actions.get('a')?.status, 'done');
  assert.deepEqual([...store.actions.$pending.get()], ['a']);
  await wire.drain();
  assert.equal((await done).version, 2);
  assert.deepEqual([...store.actions.$pending.get()], []);
});

test('operations on one action are sent one after another, on different ones side by side', async () => {
  const { store, wire } = await page([record('a'), record('b')]);
  wire.held = true;
  void store.actions.edit('a', { title: 'One' });
  void store.actions.setState('a', 'done');
  void store.actions.setState('b', 'done');
  assert.deepEqual(
    wire.calls().map(({ name, args }) => `${name} ${String(args[0])}`),
    ['actions.update a', 'actions.setState b'],
  );
  await wire.calls('actions.update')[0]?.deliver();
  assert.deepEqual(
    wire.calls().map(({ name, args }) => `${name} ${String(args[0])}`),
    ['actions.setState b', 'actions.setState a'],
  );
});

test('rapid toggles show each at once, send two states at most, and end with the last', async () => {
  const { store, wire } = await page([record('a')]);
  wire.held = true;
  const seen: string[] = [];
  store.actions.$actions.listen((actions) => seen.push(actions.get('a')?.state ?? 'none'));
  const answers = (['done', 'todo', 'done', 'todo'] as const).map((state) => store.actions.setState('a', state));
  assert.deepEqual(seen, ['done', 'todo', 'done', 'todo']);
  await wire.drain();
  assert.equal(store.actions.get('a')?.state, 'todo');
  assert.equal(wire.count('actions.setState'), 2);
  assert.deepEqual(
    (await Promise.all(answers)).map(({ state }) => state),
    ['done', 'todo', 'todo', 'todo'],
  );
  assert.ok(seen.slice(4).every((state) => state === 'todo'));
});

test('where a later state took the place of one that was not sent yet, trying again asks for the one that was refused', async () => {
  const { store, wire } = await page([record('a', { due: dueOn(YESTERDAY) })]);
  wire.held = true;
  void store.actions.edit('a', { title: 'On its way' });
  void store.actions.setState('a', 'done');
  void store.actions.setState('a', 'notDone');
  await wire.calls('actions.update')[0]?.deliver();
  await wire.calls('actions.setState')[0]?.refuse(new BackendError('forbidden'));
  const [failure] = store.actions.$failures.get();
  assert.deepEqual(failure?.command, { type: 'setState', id: 'a', state: 'notDone' });
  failure?.retry();
  assert.deepEqual(
    wire.calls('actions.setState').map(({ args }) => args[1]),
    ['notDone'],
  );
  await wire.drain();
  assert.equal(store.actions.get('a')?.state, 'notDone');
});

test('a collapse never skips a state that has to be gone through', async () => {
  const { store, wire } = await page([record('a', { due: dueOn(YESTERDAY) })]);
  wire.held = true;
  void store.actions.setState('a', 'done');
  void store.actions.setState('a', 'todo');
  const last = store.actions.setState('a', 'notDone');
  assert.equal(store.actions.get('a')?.status, 'notDone');
  await wire.drain();
  assert.equal((await last).state, 'notDone');
  assert.equal(wire.count('actions.setState'), 3);
});

test('a refusal undoes its own change alone, and is listed with what was written', async () => {
  const { store, wire } = await page([record('a')]);
  wire.held = true;
  const refused = store.actions.edit('a', { title: 'x'.repeat(501) });
  const kept = store.actions.edit('a', { description: 'Kept' });
  await wire.drain();
  await assert.rejects(refused, { code: 'validation' });
  assert.equal((await kept).description, 'Kept');
  assert.equal(store.actions.get('a')?.title, 'Title of a');
  const [failure] = store.actions.$failures.get();
  assert.deepEqual(failure?.command, { type: 'update', id: 'a', patch: { title: 'x'.repeat(501) } });
  failure?.dismiss();
  assert.deepEqual(store.actions.$failures.get(), []);
});

test('a refused creation disappears from the list and keeps the words, later edits included', async () => {
  const { store, wire } = await page();
  wire.held = true;
  const context = { type: 'relationship', relationshipId: 'ada-ben' } as const;
  const { id, done } = store.actions.create({ context, title: 'Send the deck' });
  const edited = store.actions.edit(id, { title: 'Send the whole deck' });
  assert.equal(store.actions.get(id)?.title, 'Send the whole deck');
  await wire.drain();
  await assert.rejects(done, { code: 'validation' });
  await assert.rejects(edited, { code: 'validation' });
  assert.equal(store.actions.get(id), undefined);
  assert.deepEqual(
    store.actions.$failures.get().map(({ command }) => command),
    [{ type: 'create', draft: { id, context, title: 'Send the whole deck' } }],
  );
  assert.equal(wire.count('actions.update'), 0);
});

test('what could not be sent stays shown, is listed, and is sent again in time under the same intent', async () => {
  const { store, wire, clock } = await page([record('a')]);
  wire.cut = true;
  let settled = false;
  const done = store.actions.setState('a', 'done').finally(() => (settled = true));
  await rest();
  assert.equal(store.actions.get('a')?.state, 'done');
  assert.equal(store.$online.get(), false);
  assert.deepEqual(
    store.actions.$failures.get().map(({ error }) => error.code),
    ['network'],
  );
  assert.equal(settled, false);
  clock.tick(500);
  await rest();
  assert.equal(wire.count('actions.setState'), 2);
  wire.cut = false;
  clock.tick(1_000);
  await rest();
  assert.equal((await done).state, 'done');
  assert.deepEqual(store.actions.$failures.get(), []);
  assert.equal(store.$online.get(), true);
});

test('what waits is sent as soon as the network is back, and when the page is looked at again', async () => {
  for (const again of ['online', 'wake'] as const) {
    const { store, wire, clock } = await page([record('a')]);
    wire.cut = true;
    clock.connect(false);
    void store.actions.setState('a', 'done');
    await rest();
    wire.cut = false;
    if (again === 'online') clock.connect(true);
    else store.wake();
    await rest();
    assert.deepEqual([...store.actions.$pending.get()], [], again);
  }
});

test('what waits is told of until the last of it was taken, and what is changed with a network never', async () => {
  const { store, wire, clock } = await page([record('a'), record('b')]);
  const told: number[] = [];
  store.$unsent.listen((count) => told.push(count));
  await store.actions.setState('a', 'done');
  assert.deepEqual(told, []);
  wire.cut = true;
  clock.connect(false);
  void store.actions.setState('a', 'todo');
  void store.actions.setState('b', 'done');
  await rest();
  assert.equal(store.$unsent.get(), 2);
  wire.cut = false;
  wire.held = true;
  clock.connect(true);
  await rest();
  assert.deepEqual(
    [store.$online.get(), store.$unsent.get()],
    [true, 2],
    'the network is back, and nothing was taken yet',
  );
  await wire.calls()[0]?.deliver();
  assert.equal(store.$unsent.get(), 1);
  await wire.drain();
  assert.equal(store.$unsent.get(), 0);
});

test('a change whose answer was lost takes effect once', async () => {
  const { store, wire, scene } = await page();
  wire.held = true;
  const { id, done } = store.actions.create({ context: { type: 'personal' }, title: 'Once' });
  await wire.calls()[0]?.arrive();
  await wire.calls()[0]?.lose();
  store.actions.$failures.get()[0]?.retry();
  await wire.drain();
  assert.equal((await done).id, id);
  assert.equal((await scene.as('ada').actions.list()).items.length, 1);
});

test('a lost answer to an edit is asked for again on the version it was sent with', async () => {
  const { store, wire, scene } = await page([record('a')]);
  wire.held = true;
  const edited = store.actions.edit('a', { title: 'Mine' });
  await wire.calls()[0]?.arrive();
  await wire.calls()[0]?.lose();
  store.actions.receive((await scene.as('ada').actions.list()).items);
  store.actions.$failures.get()[0]?.retry();
  const { version } = wire.calls('actions.update')[0]?.args[2] as { version: number };
  assert.equal(version, 1);
  await wire.drain();
  assert.equal((await edited).title, 'Mine');
});

test('a change whose answer was lost and whose second try is refused shows as the backend holds it', async () => {
  const { store, wire } = await page([record('a')]);
  wire.held = true;
  const done = store.actions.setState('a', 'done');
  await wire.calls()[0]?.arrive();
  await wire.calls()[0]?.lose();
  store.actions.$failures.get()[0]?.retry();
  await wire.calls()[0]?.refuse(new BackendError('forbidden'));
  await assert.rejects(done, { code: 'forbidden' });
  await wire.drain();
  assert.equal(store.actions.get('a')?.state, 'done');
});

test('letting go of what waits takes it back, and asks the backend how things stand', async () => {
  const { store, wire } = await page([record('a')]);
  wire.held = true;
  const done = store.actions.setState('a', 'done');
  await wire.calls()[0]?.arrive();
  await wire.calls()[0]?.lose();
  store.actions.$failures.get()[0]?.dismiss();
  assert.equal(store.actions.get('a')?.state, 'todo');
  await assert.rejects(done, { code: 'network' });
  await wire.drain();
  // It had taken effect after all.
  assert.equal(store.actions.get('a')?.state, 'done');
});

test('a list that was read before a change was made does not bring the old value back', async () => {
  const { store, wire } = await page([record('a')]);
  wire.held = true;
  const list = wire.backend.actions.list();
  const [read] = wire.calls('actions.list');
  await read?.arrive();
  const done = store.actions.setState('a', 'done');
  await wire.calls('actions.setState')[0]?.deliver();
  await done;
  await read?.deliver();
  store.actions.receive((await list).items);
  assert.equal(store.actions.get('a')?.state, 'done');
});

test('a list that was read before a deletion does not bring the action back', async () => {
  const { store, wire } = await page([record('a')]);
  wire.held = true;
  const list = wire.backend.actions.list();
  const [read] = wire.calls('actions.list');
  await read?.arrive();
  const removed = store.actions.remove('a');
  assert.equal(store.actions.get('a'), undefined);
  await wire.calls('actions.remove')[0]?.deliver();
  await removed;
  await read?.deliver();
  store.actions.receive((await list).items);
  assert.equal(store.actions.get('a'), undefined);
});

test('an edit of what another changed meanwhile is refused where it is the same field, and both values are known', async () => {
  const { store, wire, scene } = await page([record('a')]);
  wire.held = true;
  void store.actions.setState('a', 'done');
  const edited = store.actions.edit('a', { title: 'Mine' });
  await scene.as('ada').actions.update('a', { title: 'Theirs' }, { version: 1 });
  store.actions.receive((await scene.as('ada').actions.list()).items);
  assert.equal(store.actions.get('a')?.title, 'Mine');
  await wire.drain();
  await assert.rejects(edited, { code: 'version-conflict' });
  assert.equal(store.actions.get('a')?.title, 'Theirs');
  const [failure] = store.actions.$failures.get();
  assert.equal((failure?.error.current as Action).title, 'Theirs');
  assert.deepEqual(failure?.command, { type: 'update', id: 'a', patch: { title: 'Mine' } });
  failure?.retry();
  await wire.drain();
  assert.equal((await scene.as('ada').actions.get('a')).title, 'Mine');
});

test('an edit of another field than the one that another changed goes through', async () => {
  const { store, wire, scene } = await page([record('a')]);
  wire.held = true;
  void store.actions.setState('a', 'done');
  const edited = store.actions.edit('a', { description: 'Mine' });
  await scene.as('ada').actions.update('a', { title: 'Theirs' }, { version: 1 });
  await wire.drain();
  await edited;
  const { title, description } = await scene.as('ada').actions.get('a');
  assert.deepEqual([title, description], ['Theirs', 'Mine']);
});

test('what was deleted elsewhere disappears, and the edit that came too late is listed', async () => {
  const { store, scene } = await page([record('a')]);
  await scene.as('ada').actions.remove('a', { version: 1 });
  await assert.rejects(store.actions.edit('a', { title: 'Late' }), { code: 'not-found' });
  assert.equal(store.actions.get('a'), undefined);
  assert.deepEqual(
    store.actions.$failures.get().map(({ error }) => error.code),
    ['not-found'],
  );
});

test('a bulk shows on all at once, and a refused row goes back alone', async () => {
  const { store, wire } = await page([promise('a'), promise('b'), promise('c', { createdBy: 'ben' })]);
  wire.held = true;
  const outcomes = store.actions.reschedule(['a', 'b', 'c', 'gone'], '2026-06-01');
  assert.deepEqual(
    ['a', 'b', 'c'].map((id) => store.actions.get(id)?.due?.date),
    Array(3).fill('2026-06-01'),
  );
  await wire.drain();
  assert.deepEqual(
    (await outcomes).map(({ id, outcome, reason }) => [id, outcome, reason]),
    [
      ['a', 'done', undefined],
      ['b', 'done', undefined],
      ['c', 'refused', 'action-or-relationship-creator'],
      ['gone', 'refused', 'not-found'],
    ],
  );
  assert.deepEqual(
    ['a', 'b', 'c'].map((id) => store.actions.get(id)?.due?.date),
    ['2026-06-01', '2026-06-01', '2026-05-16'],
  );
  const [failure] = store.actions.$failures.get();
  assert.deepEqual(failure?.command, { type: 'bulk', operation: 'reschedule', ids: ['c'] });
  assert.equal(failure?.error.rule, 'action-or-relationship-creator');
});

test('the refused rows of a bulk can be tried again, and then undone', async () => {
  const { store, wire } = await page([record('a'), record('b')]);
  wire.held = true;
  void store.actions.setStates(['a', 'b'], 'done').catch(() => undefined);
  await wire.calls()[0]?.refuse(new BackendError('forbidden'));
  assert.deepEqual([store.actions.get('a')?.state, store.actions.$undo.get()], ['todo', null]);
  store.actions.$failures.get()[0]?.retry();
  assert.deepEqual(store.actions.$failures.get(), []);
  await wire.drain();
  assert.equal(store.actions.get('a')?.state, 'done');
  void store.actions.undo();
  await wire.drain();
  assert.deepEqual([store.actions.get('a')?.state, store.actions.get('b')?.state], ['todo', 'todo']);
});

test('a bulk of more than a backend takes at once is sent by the five hundred', async () => {
  const records = Array.from({ length: 1_100 }, (_, index) => record(`a${index}`));
  const { store, wire, scene } = await page(records);
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = await scene.as('ada').actions.list({ limit: 200, ...(cursor && { cursor }) });
    store.actions.receive(page.items);
    cursor = page.next;
  }
  const outcomes = await store.actions.setStates(
    records.map(({ id }) => id),
    'done',
  );
  assert.ok(outcomes.every(({ outcome }) => outcome === 'done'));
  assert.equal(wire.count('actions.bulk'), 3);
  assert.equal(store.actions.get('a1099')?.state, 'done');
});

test('a row of a bulk that waits for its own earlier change holds up no other', async () => {
  const { store, wire } = await page([record('a'), record('b')]);
  wire.held = true;
  void store.actions.edit('a', { title: 'First' });
  const outcomes = store.actions.setStates(['a', 'b'], 'done');
  await wire.calls('actions.bulk')[0]?.deliver();
  assert.deepEqual([...store.actions.$pending.get()], ['a']);
  await wire.drain();
  assert.deepEqual(
    (await outcomes).map(({ outcome }) => outcome),
    ['done', 'done'],
  );
  assert.deepEqual([store.actions.get('a')?.title, store.actions.get('a')?.state], ['First', 'done']);
});

test('what a bulk left to guess is replaced by what the backend tells of the same version', async () => {
  const { store, scene, clock } = await page([record('a')]);
  clock.sleep(5_000);
  await store.actions.setStates(['a'], 'done');
  assert.equal(store.actions.get('a')?.version, 2);
  const told = await scene.as('ada').actions.get('a');
  assert.notEqual(store.actions.get('a')?.closed?.at, told.closed?.at);
  store.actions.receive([told]);
  assert.equal(store.actions.get('a')?.closed?.at, told.closed?.at);
});

test('a bulk over what another changed meanwhile learns of that change', async () => {
  const { store, scene } = await page([record('a'), record('b')]);
  await scene.as('ada').actions.update('a', { title: 'Theirs' }, { version: 1 });
  await scene.as('ada').actions.setState('b', 'done');
  await store.actions.setStates(['a', 'b'], 'done');
  await rest();
  const { title, state, version } = store.actions.get('a') ?? {};
  assert.deepEqual([title, state, version], ['Theirs', 'done', 3]);
  assert.deepEqual(['done', 2], [store.actions.get('b')?.state, store.actions.get('b')?.version]);
});

test('an error that is none of ours is a failure like any other, and no rejection goes unheard', async () => {
  const { store, wire } = await page([record('a')]);
  wire.held = true;
  void store.actions.setState('a', 'done');
  await wire.calls()[0]?.refuse(new TypeError('boom') as unknown as BackendError);
  const [failure] = store.actions.$failures.get();
  assert.equal(failure?.error.code, 'internal');
  assert.equal(failure?.error.detail, 'boom');
});

test('each agreed change is told with the action before and after', async () => {
  const { store } = await page([record('a'), record('b')]);
  const told: string[] = [];
  store.actions.onSettled(({ command, action, previous }) =>
    told.push(`${command.type} ${previous?.state ?? '-'} → ${action?.state ?? '-'}`),
  );
  await store.actions.setState('a', 'done');
  await store.actions.setStates(['a', 'b'], 'todo');
  await store.actions.remove('b');
  await assert.rejects(store.actions.edit('a', { title: '' }));
  assert.deepEqual(told, ['setState todo → done', 'bulk done → todo', 'delete todo → -']);
});

test('a page that ends still sends what was done on it, and tries nothing again', async () => {
  const { store, wire, scene, clock } = await page([record('a'), record('b')]);
  wire.held = true;
  void store.actions.edit('a', { title: 'First' });
  void store.actions.setState('a', 'done');
  void store.actions.setState('b', 'done');
  store.dispose();
  await wire.calls('actions.setState')[0]?.lose();
  await wire.drain();
  assert.equal((await scene.as('ada').actions.get('a')).state, 'done');
  clock.tick(600_000);
  await rest();
  assert.equal((await scene.as('ada').actions.get('b')).state, 'todo');
});
