// The store of a room's plan over the tests' room: what is shown in the moment of a change, what comes of a refusal, and the
// one way back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRoomPlan, createWorkspace, type RoomPlanStore } from '@followthrough/core/stores';
import { after, completed, dueOf, on, roomScene } from '../local-backend/room-scene.ts';
import type { Scene } from '../local-backend/workspace.ts';
import { clock, type Clock } from './page.ts';
import { rest } from './wire.ts';

interface PlanPage {
  readonly plan: RoomPlanStore;
  readonly store: ReturnType<typeof createWorkspace>;
  readonly scene: Scene;
  readonly clock: Clock;
}

/** The plan as somebody looks at it, loaded. */
async function planPage(viewer = 'ada'): Promise<PlanPage> {
  const scene = await roomScene();
  const time = clock();
  const store = createWorkspace(scene.as(viewer), time);
  await store.load();
  const plan = createRoomPlan(store, 'globex');
  await until(() => plan.$plan.get() !== null);
  return { plan, store, scene, clock: time };
}

async function until(holds: () => boolean): Promise<void> {
  for (let turns = 0; turns < 200 && !holds(); turns++) await rest();
  assert.ok(holds(), 'it never came about');
}

const shown = ({ plan }: PlanPage, id: string) => plan.$plan.get()?.actions.find((action) => action.id === id);
const due = (page: PlanPage, id: string) => [shown(page, id)?.due?.date, shown(page, id)?.due?.basis];
const names = ({ plan }: PlanPage) => plan.$plan.get()?.sections.map(({ name }) => name);

test('shows the plan as the backend tells it', async () => {
  const page = await planPage();
  const told = await page.scene.as('ada').rooms.plan('globex');
  const { today, whole, slack, ...plan } = page.plan.$plan.get() ?? {};
  assert.deepEqual(plan, told);
  assert.equal(whole, true);
  assert.equal(typeof today, 'number');
  assert.ok(slack && slack.size > 0);
});

test('moves what rests on a date in the very moment it is changed, and as the backend then has it', async () => {
  const page = await planPage();
  assert.deepEqual(due(page, 'pilot'), ['2026-05-23', 'projected']);
  const edited = page.store.actions.edit('kickoff', { due: on('2026-05-27') });
  assert.deepEqual(due(page, 'pilot'), ['2026-05-30', 'projected']);
  assert.deepEqual(due(page, 'launch'), ['2026-06-02', 'projected']);
  await edited;
  const told = await page.scene.as('ada').actions.get('launch');
  assert.deepEqual([told.due?.date, told.due?.basis], due(page, 'launch'));
});

test('turns estimates into settled dates when what they rest on is done, and back when it is reopened', async () => {
  const page = await planPage();
  await page.store.actions.setState('kickoff', 'done');
  assert.equal(due(page, 'pilot')[1], 'settled');
  assert.equal(page.plan.$plan.get()?.progress.done, 1);
  await page.store.actions.setState('kickoff', 'todo');
  assert.deepEqual(due(page, 'pilot'), ['2026-05-23', 'projected']);
});

test('takes back a refused change with all that it moved', async () => {
  const page = await planPage();
  // A rule on what rests on it closes a loop: the backend refuses.
  const edited = page.store.actions.edit('kickoff', { due: after(1, dueOf('launch')) });
  await assert.rejects(edited, { code: 'dependency-cycle' });
  assert.deepEqual(due(page, 'kickoff'), ['2026-05-20', 'fixed']);
  assert.deepEqual(due(page, 'pilot'), ['2026-05-23', 'projected']);
});

test('tells beforehand what changes would move, and changes nothing', async () => {
  const page = await planPage();
  const edits = [{ type: 'update', actionId: 'kickoff', patch: { due: on('2026-05-27') } }] as const;
  const preview = await page.plan.preview(edits);
  assert.deepEqual(preview, await page.scene.as('ada').rooms.preview('globex', { changes: [...edits] }));
  assert.deepEqual(
    preview.moved.map(({ actionId, to }) => [actionId, to]),
    [
      ['kickoff', '2026-05-27'],
      ['pilot', '2026-05-30'],
      ['secret', '2026-06-01'],
      ['launch', '2026-06-02'],
    ],
  );
  assert.deepEqual(due(page, 'kickoff'), ['2026-05-20', 'fixed']);
});

for (const [what, edit] of [
  ['a loop', { type: 'update', actionId: 'kickoff', patch: { due: after(1, dueOf('launch')) } }],
  ['what others rest on', { type: 'remove', actionId: 'kickoff' }],
  ['a section that others rest on', { type: 'removeSection', sectionId: 'start' }],
] as const)
  test(`names ${what} as the backend does`, async () => {
    const page = await planPage();
    const [mine, told] = await Promise.all([
      page.plan.preview([edit]),
      page.scene.as('ada').rooms.preview('globex', { changes: [edit] }),
    ]);
    assert.deepEqual(
      [mine.refused?.code, mine.refused?.path, mine.refused?.dependents],
      [told.refused?.code, told.refused?.path, told.refused?.dependents],
    );
  });

for (const dependents of ['freeze', 'clear'] as const)
  test(`previews deleting with ${dependents} as the backend does`, async () => {
    const page = await planPage();
    const edit = { type: 'remove', actionId: 'kickoff', dependents } as const;
    const told = await page.scene.as('ada').rooms.preview('globex', { changes: [edit] });
    assert.deepEqual(await page.plan.preview([edit]), told);
  });

test('undoes a deletion with the rules of what rested on it', async () => {
  const page = await planPage();
  page.plan.release('kickoff', 'freeze');
  const removed = page.store.actions.remove('kickoff', 'freeze');
  assert.deepEqual(due(page, 'pilot'), ['2026-05-23', 'fixed']);
  await removed;
  assert.equal(shown(page, 'kickoff'), undefined);
  assert.deepEqual(due(page, 'pilot'), ['2026-05-23', 'fixed']);
  assert.equal(await page.plan.undo(), true);
  await until(() => due(page, 'pilot')[1] === 'projected');
  assert.deepEqual(shown(page, 'pilot')?.due?.rule, after(3, completed('kickoff')).rule);
});

test('undoes steps on sections and actions in the order they were taken', async () => {
  const page = await planPage();
  await page.plan.renameSection('finish', 'Launch');
  await page.store.actions.edit('launch', { title: 'Go live' });
  await page.plan.moveSection('finish', 'start');
  assert.deepEqual(names(page), ['Launch', 'Start', 'Behind the scenes']);
  await page.plan.undo();
  assert.deepEqual(names(page), ['Start', 'Behind the scenes', 'Launch']);
  assert.equal(shown(page, 'launch')?.title, 'Go live');
  await page.plan.undo();
  assert.equal(shown(page, 'launch')?.title, 'Title of launch');
  await page.plan.undo();
  assert.deepEqual(names(page), ['Start', 'Behind the scenes', 'Finish']);
  assert.equal(await page.plan.undo(), false);
});

test('undoes the deletion of a section with its actions and the rules that rested on them', async () => {
  const page = await planPage();
  await page.plan.removeSection('hidden', 'clear');
  assert.deepEqual(names(page), ['Start', 'Finish']);
  assert.equal(shown(page, 'launch')?.due, null);
  await page.plan.undo();
  await until(() => due(page, 'launch')[0] === '2026-05-26');
  assert.deepEqual(names(page), ['Start', 'Behind the scenes', 'Finish']);
});

test('adds, moves and orders actions, within sections and between them', async () => {
  const page = await planPage();
  const { id, done } = page.plan.addAction('start', { title: 'Invite everyone' }, 'kickoff');
  const order = () => page.plan.$plan.get()?.actions.map((action) => action.id);
  assert.deepEqual(order(), [id, 'kickoff', 'pilot', 'secret', 'launch']);
  await done;
  await page.plan.moveAction('kickoff', 'finish', 'launch');
  assert.deepEqual(order(), [id, 'pilot', 'secret', 'kickoff', 'launch']);
  await page.plan.moveAction('kickoff', 'finish');
  assert.deepEqual(order(), [id, 'pilot', 'secret', 'launch', 'kickoff']);
  const told = await page.scene.as('ada').rooms.plan('globex');
  assert.deepEqual(
    told.actions.map((action) => action.id),
    order(),
  );
});

test('adds a section at once, and takes it away where the backend refuses it', async () => {
  const page = await planPage();
  const { done } = page.plan.addSection('After launch');
  assert.deepEqual(names(page)?.at(-1), 'After launch');
  await done;
  const { done: refused } = page.plan.addSection('x'.repeat(201));
  assert.equal(names(page)?.length, 5);
  await assert.rejects(refused, { code: 'validation' });
  assert.equal(names(page)?.length, 4);
});

test('shows a guest what the backend tells them, in the order it tells it', async () => {
  const page = await planPage('gus');
  const told = await page.scene.as('gus').rooms.plan('globex');
  const { today: _, whole, slack, ...plan } = page.plan.$plan.get() ?? {};
  assert.deepEqual(plan, told);
  assert.deepEqual([whole, slack?.size], [false, 0]);
  assert.deepEqual(names(page), ['Start', 'Finish']);
});

test('shows a guest their own completion at once, and the dates that moved once they are told', async () => {
  const page = await planPage('gus');
  const set = page.store.actions.setState('pilot', 'done');
  assert.equal(shown(page, 'pilot')?.state, 'done');
  assert.equal(page.plan.$plan.get()?.progress.done, 1);
  await set;
  page.clock.tick(1_000);
  await until(() => due(page, 'launch')[1] === 'settled');
});

test('looks at the room as a guest does, with nothing of it kept', async () => {
  const page = await planPage();
  await page.plan.lookAs('gus');
  assert.deepEqual(names(page), ['Start', 'Finish']);
  assert.equal(shown(page, 'secret'), undefined);
  assert.equal(page.plan.$plan.get()?.whole, false);
  await page.plan.lookAs('self');
  assert.equal(shown(page, 'secret')?.title, 'Margin call');
  assert.notEqual(shown(page, 'kickoff')?.position, null);
});

test('shows nothing under the name of somebody who cannot be looked as', async () => {
  const page = await planPage();
  await assert.rejects(page.plan.lookAs('nobody'), { code: 'not-found' });
  assert.equal(page.plan.$as.get(), 'self');
  assert.equal(page.plan.$plan.get()?.whole, true);
  assert.equal(shown(page, 'secret')?.title, 'Margin call');

  await page.plan.lookAs('hal');
  const { version } = await page.scene.as('ada').rooms.get('globex');
  await page.scene.as('ada').rooms.unshare('globex', 'hal', { version });
  await page.plan.refresh();
  await until(() => page.plan.$as.get() === 'self');
  assert.equal(page.plan.$plan.get()?.whole, true);
});

test('forgets the room when it is no longer shared', async () => {
  const page = await planPage('hal');
  const { version } = await page.scene.as('ada').rooms.get('globex');
  await page.scene.as('ada').rooms.unshare('globex', 'hal', { version });
  await page.plan.refresh();
  assert.equal(page.plan.$plan.get(), null);
  assert.equal(page.plan.$error.get()?.code, 'not-found');
});

test('gives the primary contact’s actions a name as soon as the room is shared', async () => {
  const page = await planPage();
  await page.plan.unshare('gus');
  assert.equal(page.plan.$plan.get()?.room.primaryContactId, null);
  await page.plan.share('gus');
  assert.equal(page.plan.$plan.get()?.room.primaryContactId, 'gus');
});

test('moves dates with the day where they rest on today', async () => {
  const page = await planPage();
  // A day after the kick-off was due, what rests on it moves with every day.
  page.clock.tick(7 * 86_400_000);
  await until(() => due(page, 'pilot')[0] === '2026-05-25');
  page.clock.tick(86_400_000);
  await until(() => due(page, 'pilot')[0] === '2026-05-26');
});

test('changes settings over the version they were decided on, with a step back', async () => {
  const page = await planPage();
  const seen = page.plan.$plan.get()?.room.version ?? 0;
  const { name } = await page.plan.updateRoom({ name: 'Globex, second try', timeZone: 'Asia/Tokyo' }, seen);
  assert.equal(name, 'Globex, second try');
  assert.equal(page.plan.$plan.get()?.room.timeZone, 'Asia/Tokyo');
  await assert.rejects(page.plan.updateRoom({ name: 'Late' }, seen), { code: 'version-conflict' });
  assert.equal(page.plan.$plan.get()?.room.name, 'Globex, second try');
  assert.equal(await page.plan.undo(), true);
  assert.equal(page.plan.$plan.get()?.room.timeZone, null);
});

test('deletes the room and brings it back with all that is in it', async () => {
  const page = await planPage();
  const before = names(page);
  await page.plan.removeRoom();
  assert.equal(page.plan.$plan.get(), null);
  assert.equal(page.plan.$error.get()?.code, 'not-found');
  await page.plan.restoreRoom();
  assert.deepEqual(names(page), before);
  assert.equal(page.plan.$error.get(), null);
});
