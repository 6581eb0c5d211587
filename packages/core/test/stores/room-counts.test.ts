// The counts above the rooms' actions: asked of the backend, live as changes are made, and never told of what one does not see.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Backend } from '@followthrough/core/backend';
import { ROOM_TILES, tileFilter } from '@followthrough/core/domain';
import { createActionList, createRoomCounts, createWorkspace } from '@followthrough/core/stores';
import { on, roomDraft, roomScene } from '../local-backend/room-scene.ts';
import { NOW } from '../local-backend/workspace.ts';
import { clock } from './page.ts';
import { rest, wire } from './wire.ts';

async function opened(
  viewer = 'ada',
  { roomIds, prepare }: { roomIds?: string[]; prepare?: (ada: Backend) => Promise<unknown> } = {},
) {
  const world = await roomScene();
  const ada = world.as('ada');
  await ada.actions.create(roomDraft('late', { due: on('2026-05-11'), assignee: { type: 'person', personId: 'ben' } }));
  await ada.actions.create(roomDraft('gone', { due: on('2026-05-11'), assignee: { type: 'person', personId: 'ben' } }));
  await ada.actions.setState('gone', 'done');
  await prepare?.(ada);
  const line = wire(world.as(viewer));
  const time = clock(NOW);
  const workspace = createWorkspace(line.backend, { ...time, weekStart: 1 });
  await workspace.load();
  const counts = createRoomCounts({ workspace, roomIds });
  await rest();
  const list = createActionList({ workspace, scope: { context: 'room' } });
  await rest();
  return { ...world, workspace, counts, list, line, time };
}

/** What the backend counts now. */
async function told(backend: Backend): Promise<Record<string, number>> {
  const today = Math.floor(NOW / 86_400_000);
  const entries = ROOM_TILES.map(async (tile) => {
    const filter = tileFilter(tile, { today, weekStart: 1 });
    const { count } = await backend.actions.list({ ...filter, context: 'room', count: true });
    return [tile, count ?? 0] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

test('a member gets the counts of all open actions, done ones left out', async () => {
  const { counts, as } = await opened();
  assert.deepEqual(counts.$counts.get(), await told(as('ada')));
  assert.deepEqual(counts.$counts.get(), { overdue: 1, thisWeek: 1, us: 2, them: 2, unassigned: 1 });
});

test('a guest is not told of what is internal-only', async () => {
  const { counts } = await opened('gus');
  assert.deepEqual(counts.$counts.get(), { overdue: 1, thisWeek: 1, us: 2, them: 2, unassigned: 0 });
});

test('somebody outside gets nothing, and so does who narrows it to a room with nothing in it', async () => {
  const nothing = { overdue: 0, thisWeek: 0, us: 0, them: 0, unassigned: 0 };
  assert.deepEqual((await opened('eve')).counts.$counts.get(), nothing);
  const prepare = (ada: Backend) =>
    ada.rooms.create({ id: 'empty', name: 'Empty', companyId: 'globex', memberIds: [] });
  assert.deepEqual((await opened('ada', { roomIds: ['empty'], prepare })).counts.$counts.get(), nothing);
  const both = await opened('ada', { roomIds: ['empty', 'globex'], prepare });
  assert.equal(both.counts.$counts.get()?.us, 2);
});

test('a change counts in the same tick, before the backend has agreed, and is taken back when it is refused', async () => {
  const { counts, workspace, line } = await opened();
  line.held = true;
  const done = workspace.actions.setState('late', 'done').catch(() => undefined);
  assert.deepEqual(counts.$counts.get(), { overdue: 0, thisWeek: 0, us: 1, them: 2, unassigned: 1 });
  void workspace.actions.edit('secret', { assignee: { type: 'person', personId: 'ada' } }).catch(() => undefined);
  assert.deepEqual(counts.$counts.get(), { overdue: 0, thisWeek: 0, us: 2, them: 2, unassigned: 0 });
  const { BackendError } = await import('@followthrough/core/backend');
  await line.calls('actions.setState')[0]?.refuse(new BackendError('forbidden'));
  await done;
  assert.deepEqual(counts.$counts.get(), { overdue: 1, thisWeek: 1, us: 3, them: 2, unassigned: 0 });
  await line.drain();
});

test('once the backend has agreed it is counted anew, with the dates of others that it moved', async () => {
  const { counts, workspace, time, as } = await opened('ada', {
    prepare: (ada) => ada.actions.update('kickoff', { due: on('2026-05-12') }, { version: 1 }),
  });
  const before = counts.$counts.get();
  assert.deepEqual(before, await told(as('ada')));
  await workspace.actions.setState('kickoff', 'done');
  time.tick(400);
  await rest();
  assert.deepEqual(counts.$counts.get(), await told(as('ada')));
  assert.notDeepEqual(counts.$counts.get(), before);
});

test('an answer that a change overtook is not believed', async () => {
  const { counts, workspace, line, time, as } = await opened();
  line.held = true;
  void counts.refresh();
  const asked = line.calls('actions.list');
  assert.equal(asked.length, ROOM_TILES.length);
  for (const call of asked) await call.arrive();
  const done = workspace.actions.setState('late', 'done');
  for (const call of asked) await call.deliver();
  assert.equal(counts.$counts.get()?.overdue, 0);
  line.held = false;
  await line.drain();
  await done;
  time.tick(400);
  await rest();
  assert.deepEqual(counts.$counts.get(), await told(as('ada')));
});

test('what is loaded or paged changes no count', async () => {
  const { counts, list } = await opened();
  const before = counts.$counts.get();
  list.setFilter({ status: ['done'] });
  await rest();
  assert.equal(counts.$counts.get(), before);
});
