// A page knows the rooms that its viewer sees: on whose clock their actions are, and whose those are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Backend, BackendError } from '@followthrough/core/backend';
import type { ActionFilter } from '@followthrough/core/schema';
import { createActionList, createWorkspace } from '@followthrough/core/stores';
import { roomScene } from '../local-backend/room-scene.ts';
import { clock } from './page.ts';
import { rest } from './wire.ts';

async function opened(backend: Backend) {
  const workspace = createWorkspace(backend, clock());
  await workspace.load();
  return workspace;
}

async function listed(backend: Backend, filter: ActionFilter): Promise<[here: string[], there: string[]]> {
  const workspace = await opened(backend);
  const everything = createActionList({ workspace });
  const list = createActionList({ workspace, filter });
  await rest();
  const here = list.$view.get().rows.map(({ id }) => id);
  everything.dispose();
  list.dispose();
  return [here.sort(), (await backend.actions.list(filter)).items.map(({ id }) => id).sort()];
}

for (const [who, filter, ids] of [
  ['gus', { assignee: 'me', context: 'room' }, ['launch', 'pilot']],
  ['hal', { assignee: 'me', context: 'room' }, ['launch']],
  ['ben', { assignee: 'me', context: 'room' }, ['kickoff']],
  ['ada', { assignee: 'gus', context: 'room' }, ['pilot']],
  ['gus', { side: 'us' }, ['kickoff']],
  ['ada', { assignee: 'none', context: 'room' }, ['secret']],
  ['gus', { assignee: 'none', context: 'room' }, []],
  ['ada', { side: 'them' }, ['launch', 'pilot']],
  ['dora', { context: 'room:globex' }, ['kickoff', 'launch', 'pilot', 'secret']],
  ['gus', { context: 'room:globex' }, ['kickoff', 'launch', 'pilot']],
  ['eve', { context: 'room' }, []],
] as const satisfies readonly [string, ActionFilter, string[]][]) {
  test(`${who} finds by ${JSON.stringify(filter)} on the page what the backend tells`, async () => {
    const { as } = await roomScene();
    assert.deepEqual(await listed(as(who), filter), [[...ids], [...ids]]);
  });
}

test('a guest knows the room, its clock and its people', async () => {
  const { as } = await roomScene();
  await as('ada').rooms.update('globex', { timeZone: 'Asia/Tokyo' }, { version: 3 });
  const workspace = await opened(as('gus'));
  assert.equal(workspace.$rooms.get().get('globex')?.name, 'Globex evaluation');
  const context = { type: 'room', roomId: 'globex', sectionId: 'start', internalOnly: false } as const;
  assert.equal(workspace.zoneOf({ context, createdBy: null }), 'Asia/Tokyo');
  assert.ok(['ben', 'hal'].every((id) => workspace.$people.get().has(id)));
  assert.ok(!workspace.$people.get().has('eve'));
});

test('a backend that offers no rooms shows the rest', async () => {
  const { as } = await roomScene();
  const backend = as('ada');
  const list = () => Promise.reject(new BackendError('not-found'));
  const workspace = await opened({ ...backend, rooms: { ...backend.rooms, list } });
  assert.deepEqual([workspace.$status.get(), workspace.$rooms.get().size], ['ready', 0]);
});
