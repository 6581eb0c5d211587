// The store of one engagement over the tests' programme: what is shown in the moment of a change, what comes of a refusal, of
// a lost connection and of somebody who was there first, and the way back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BackendError } from '@followthrough/core/backend';
import type { Item, OpenItem } from '@followthrough/core/schema';
import { changedFields, createEngagement, createWorkspace, type EngagementStore } from '@followthrough/core/stores';
import { actionOf, engagementScene, link, type Made } from '../local-backend/engagement-scene.ts';
import type { Scene } from '../local-backend/workspace.ts';
import { clock, type Clock } from './page.ts';
import { rest, wire, type Wire } from './wire.ts';

interface EngagementPage {
  readonly store: EngagementStore;
  readonly workspace: ReturnType<typeof createWorkspace>;
  readonly wire: Wire;
  readonly scene: Scene;
  readonly made: Made;
  readonly clock: Clock;
}

/** The engagement as somebody looks at it, loaded. */
async function page(viewer = 'ada', stage: 'draft' | 'active' | 'shared' = 'shared'): Promise<EngagementPage> {
  const { made, ...scene } = await engagementScene(stage);
  const time = clock();
  const line = wire(scene.as(viewer));
  const workspace = createWorkspace(line.backend, time);
  await workspace.load();
  const store = createEngagement(workspace, made.id);
  await until(() => store.$engagement.get() !== null);
  return { store, workspace, wire: line, scene, made, clock: time };
}

async function until(holds: () => boolean): Promise<void> {
  for (let turns = 0; turns < 200 && !holds(); turns++) await rest();
  assert.ok(holds(), 'it never came about');
}

function shown({ store, made }: EngagementPage, key: string): OpenItem {
  const item = store.$engagement.get()?.items.find(({ id }) => id === made.items[key]);
  assert.ok(item && !item.locked, `${key} is not shown`);
  return item;
}

const idOf = ({ made }: EngagementPage, key: string) => made.items[key] ?? '';
const done = ({ store }: EngagementPage) => store.$engagement.get()?.progress.done;
const titles = ({ store }: EngagementPage) =>
  store.$engagement.get()?.items.map((item: Item) => (item.locked ? item.kind : item.title));

test('shows the engagement as the backend tells it, with its clock', async () => {
  const it = await page();
  const told = await it.scene.as('ada').engagements.get(it.made.id);
  const { zone, today, ...detail } = it.store.$engagement.get() ?? {};
  assert.deepEqual(detail, told);
  assert.equal(typeof zone, 'string');
  assert.equal(typeof today, 'number');
});

test('shows a schedule in the very moment it is made, as the backend then has it', async () => {
  const it = await page();
  it.wire.held = true;
  const made = it.store.schedule(idOf(it, 'site'), {
    release: { type: 'on', rule: { type: 'relative', amount: 1, unit: 'week', anchor: { type: 'engagementStart' } } },
    due: { rule: { type: 'fixed', date: '2026-06-30' } },
  });
  const before = shown(it, 'site');
  assert.deepEqual([before.state, before.released, before.due?.date], ['scheduled', false, '2026-06-30']);
  assert.deepEqual([...it.store.$pending.get()], [idOf(it, 'site')]);
  await it.wire.drain();
  const answer = await made;
  assert.ok(!answer.locked);
  assert.deepEqual(answer.release, before.release);
  assert.deepEqual(answer.due, before.due);
  assert.equal(it.store.$pending.get().size, 0);
});

for (const [what, change, state, progress] of [
  ['sent now', (it: EngagementPage) => it.store.sendNow(idOf(it, 'site')), ['site', 'scheduled', true], 0],
  ['completed', (it: EngagementPage) => it.store.complete(idOf(it, 'deck')), ['deck', 'completed', true], 1],
  [
    'held at a time',
    (it: EngagementPage) => it.store.schedule(idOf(it, 'kick'), { startsAt: '2026-06-01T08:00:00.000Z' }),
    ['kick', 'scheduled', true],
    0,
  ],
] as const)
  test(`shows at once that an item is ${what}, and takes it back by undo`, async () => {
    const it = await page();
    const [key, wanted, released] = state;
    const before = shown(it, key);
    it.wire.held = true;
    const made = change(it);
    assert.deepEqual([shown(it, key).state, shown(it, key).released], [wanted, released]);
    assert.equal(done(it), progress);
    it.wire.held = false;
    await it.wire.drain();
    await made;
    assert.deepEqual([shown(it, key).state, shown(it, key).released], [wanted, released]);
    assert.equal(await it.store.undo(), true);
    assert.deepEqual([shown(it, key).state, shown(it, key).released], [before.state, before.released]);
    assert.equal(done(it), 0);
  });

test('takes back a refused change alone, and says which rule refused it', async () => {
  const it = await page();
  it.wire.held = true;
  const kept = it.store.complete(idOf(it, 'deck'));
  const refused = it.store.sendNow(idOf(it, 'site'));
  assert.deepEqual([shown(it, 'deck').state, shown(it, 'site').state], ['completed', 'scheduled']);
  await it.wire.calls('items.schedule')[0]?.refuse(new BackendError('forbidden', { rule: 'engagement-draft' }));
  await assert.rejects(refused, { rule: 'engagement-draft' });
  assert.deepEqual([shown(it, 'deck').state, shown(it, 'site').state], ['completed', 'unscheduled']);
  await it.wire.drain();
  await kept;
  assert.equal(shown(it, 'deck').state, 'completed');
});

test('keeps what finds no connection, counts it, and sends it once under one intent when there is one again', async () => {
  const it = await page();
  it.wire.held = true;
  const made = it.store.complete(idOf(it, 'deck'));
  const intentOf = (args: readonly unknown[] | undefined) => (args?.at(-1) as { intent: string } | undefined)?.intent;
  const [lost] = it.wire.calls('items.complete');
  // It arrives, and its answer is lost on the way back.
  await lost?.arrive();
  await lost?.lose();
  assert.equal(shown(it, 'deck').state, 'completed');
  assert.equal(it.store.$waiting.get(), 1);
  it.clock.tick(2_000);
  const [again] = it.wire.calls('items.complete');
  assert.equal(intentOf(again?.args), intentOf(lost?.args));
  it.wire.held = false;
  await it.wire.drain();
  await made;
  assert.equal(it.store.$waiting.get(), 0);
  const told = await it.scene.as('ada').items.get(idOf(it, 'deck'));
  assert.equal(!told.locked && told.state, 'completed');
});

test('sends changes of one item one after the other, each on the version that the one before it left', async () => {
  const it = await page('dora');
  const first = it.store.updateItem(idOf(it, 'site'), { title: 'One' });
  const second = it.store.updateItem(idOf(it, 'site'), { title: 'Two' });
  assert.equal(shown(it, 'site').title, 'Two');
  await Promise.all([first, second]);
  assert.equal(shown(it, 'site').title, 'Two');
  await it.store.undo();
  assert.equal(shown(it, 'site').title, 'One');
});

test('refuses what was decided on an older version, and tells in which fields it is another', async () => {
  const it = await page('dora');
  const seen = shown(it, 'site');
  await it.scene.as('dora').items.update(idOf(it, 'site'), { title: 'Theirs' }, { version: seen.version });
  const mine = it.store.updateItem(idOf(it, 'site'), { title: 'Mine' }, { version: seen.version });
  const error = await mine.then(
    () => assert.fail('it was not refused'),
    (thrown: unknown) => thrown as BackendError,
  );
  assert.equal(error.code, 'version-conflict');
  assert.deepEqual(changedFields(seen, error.current), ['title']);
  assert.deepEqual(changedFields(seen, undefined), []);
});

test('adds, moves and deletes items, and takes each back in turn', async () => {
  const it = await page('dora');
  const before = titles(it);
  const { id, done: added } = it.store.addItem(link(), idOf(it, 'site'));
  assert.deepEqual(titles(it)?.slice(3, 5), ['One more', 'A site']);
  await added;
  await it.store.moveItem(id, idOf(it, 'kick'));
  assert.equal(titles(it)?.[0], 'One more');
  await it.store.removeItem(idOf(it, 'site'));
  assert.ok(!titles(it)?.includes('A site'));
  await it.store.undo();
  assert.ok(titles(it)?.includes('A site'));
  await it.store.undo();
  assert.deepEqual(titles(it)?.slice(3, 5), ['One more', 'A site']);
  await it.store.undo();
  assert.deepEqual(titles(it), before);
  assert.equal(await it.store.undo(), false);
});

test('activates and shares at once, and unshares by undo', async () => {
  const it = await page('dora', 'draft');
  const activated = it.store.activate();
  assert.equal(it.store.$engagement.get()?.status, 'active');
  await activated;
  await it.store.share();
  assert.notEqual(it.store.$engagement.get()?.sharedAt, null);
  await it.store.undo();
  assert.equal(it.store.$engagement.get()?.sharedAt, null);
  assert.equal(it.store.$engagement.get()?.status, 'active');
});

test('keeps what a coachee answers, the later over the earlier where that is not sent yet', async () => {
  const it = await page('ben');
  it.wire.held = true;
  const save = (text: string) => it.store.saveResponse(idOf(it, 'quiz'), { answers: [{ key: 'why', text }] });
  const saved = [save('O'), save('On'), save('One')];
  assert.equal(shown(it, 'quiz').responses[0]?.answers[0]?.text, 'One');
  assert.equal(shown(it, 'quiz').state, 'scheduled');
  it.wire.held = false;
  await it.wire.drain();
  await Promise.all(saved);
  assert.equal(it.wire.count('items.complete'), 2);
  const told = await it.scene.as('ben').items.get(idOf(it, 'quiz'));
  assert.equal(!told.locked && told.responses[0]?.answers[0]?.text, 'One');
});

test('follows an action of its that is done elsewhere on the page', async () => {
  const it = await page('ben');
  const action = await actionOf(it.scene.as('ben'), it.made.id);
  it.workspace.actions.receive([action]);
  await it.workspace.actions.setState(action.id, 'done');
  it.clock.tick(1_000);
  await until(() => shown(it, 'todo').state === 'completed');
});

test('shows nothing any more of what was unshared', async () => {
  const it = await page('ben');
  await it.scene.as('dora').engagements.unshare(it.made.id);
  await it.store.refresh();
  assert.equal(it.store.$engagement.get(), null);
  assert.equal(it.store.$error.get()?.code, 'not-found');
});

test('deletes the engagement, and brings it back', async () => {
  const it = await page('dora');
  await it.store.remove();
  assert.equal(it.store.$engagement.get(), null);
  assert.equal(await it.store.undo(), true);
  it.clock.tick(1_000);
  await until(() => it.store.$engagement.get() !== null);
});
