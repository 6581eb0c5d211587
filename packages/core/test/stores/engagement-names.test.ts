// The engagements that a page knows by name and by clock: those its viewer sees, the first of very many from the start.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BackendError } from '@followthrough/core/backend';
import { createLocalBackend, createMemoryRepository } from '@followthrough/core/local-backend';
import type { Action, EngagementRecord } from '@followthrough/core/schema';
import { createWorkspace } from '@followthrough/core/stores';
import { groupOrderByName } from '../../src/stores/group-names.ts';
import { NOW, snapshot } from '../local-backend/workspace.ts';
import { clock } from './page.ts';
import { rest, wire } from './wire.ts';

function engagement(id: string, more: Partial<EngagementRecord> = {}): EngagementRecord {
  const at = '2026-05-01T08:00:00.000Z';
  return {
    ...{ id, title: `Programme ${id}`, status: 'active', sharedAt: at, shareCount: 1, activatedAt: at },
    ...{ coachId: 'cleo', coacheeIds: ['ben'], groupId: null, spectatorIds: ['eve'], startDate: null, endDate: null },
    ...{ timeZone: null, selfScheduling: false, welcome: null },
    ...{ coachInvoicingMethodId: null, coacheeInvoicingMethodId: null, createdBy: 'dora', createdAt: at },
    ...{ updatedAt: at, updatedBy: 'dora', version: 1, deleted: null, turnsOn: '9999-12-31' },
    ...more,
  };
}

function opened(engagements: readonly EngagementRecord[], viewerId: string) {
  const repository = createMemoryRepository({ ...snapshot(), engagements: [...engagements] });
  const newId = () => crypto.randomUUID();
  const line = wire(createLocalBackend({ repository, viewerId, now: () => NOW, newId }));
  return { line, workspace: createWorkspace(line.backend, clock(NOW)) };
}

const placed = (engagementId: string) =>
  ({ context: { type: 'engagement', engagementId, itemId: 'item' }, createdBy: null }) as Pick<
    Action,
    'context' | 'createdBy'
  >;

test('the viewer’s engagements are known once it is ready, with their clocks', async () => {
  const { workspace } = opened([engagement('one', { timeZone: 'Asia/Tokyo' }), engagement('two')], 'ben');
  await workspace.load();
  assert.deepEqual([...workspace.$engagements.get().keys()].sort(), ['one', 'two']);
  assert.equal(workspace.zoneOf(placed('one')), 'Asia/Tokyo');
  assert.equal(workspace.zoneOf(placed('two')), 'Europe/Berlin');
  assert.equal(workspace.zoneOf(placed('another')), 'Europe/Berlin');
});

test('of very many the first are there at once, and nobody waits for the rest', async () => {
  const many = Array.from({ length: 450 }, (_, at) => engagement(`e${String(at).padStart(3, '0')}`));
  const { workspace, line } = opened(many, 'dora');
  await workspace.load();
  assert.equal(workspace.$status.get(), 'ready');
  await rest();
  await rest();
  assert.equal(workspace.$engagements.get().size, 450);
  assert.equal(line.count('engagements.list'), 3);
});

test('a page that shows none of them does not wait for them', async () => {
  const { line } = opened([engagement('one', { timeZone: 'Asia/Tokyo' })], 'ben');
  let answer = (): void => undefined;
  const list: typeof line.backend.engagements.list = async (query) => {
    await new Promise<void>((resolve) => (answer = resolve));
    return line.backend.engagements.list(query);
  };
  const workspace = createWorkspace(
    { ...line.backend, engagements: { ...line.backend.engagements, list } },
    clock(NOW),
  );
  const loaded = workspace.load();
  await rest();
  await rest();
  assert.deepEqual([workspace.$status.get(), workspace.$engagements.get().size], ['ready', 0]);
  assert.equal(workspace.zoneOf(placed('one')), 'Europe/Berlin');
  await loaded;
  answer();
  await rest();
  assert.equal(workspace.$engagements.get().get('one')?.title, 'Programme one');
  assert.equal(workspace.zoneOf(placed('one')), 'Asia/Tokyo');
});

test('those that could not be read are asked for again by whoever looks again, and nobody else', async () => {
  const { line } = opened([engagement('one')], 'ben');
  let asked = 0;
  const list: typeof line.backend.engagements.list = (query) =>
    ++asked < 3 ? Promise.reject(new BackendError('network')) : line.backend.engagements.list(query);
  const workspace = createWorkspace(
    { ...line.backend, engagements: { ...line.backend.engagements, list } },
    clock(NOW),
  );
  await workspace.load();
  await rest();
  assert.deepEqual([workspace.$status.get(), workspace.$error.get(), asked], ['ready', null, 1]);
  workspace.wake();
  await rest();
  assert.equal(asked, 2);
  workspace.wake();
  await rest();
  assert.equal(workspace.$engagements.get().size, 1);
  workspace.wake();
  await rest();
  assert.equal(asked, 3);
});

test('where the backend has none for the viewer there are none, and the page is ready', async () => {
  const { line } = opened([], 'ben');
  const list = () => Promise.reject(new BackendError('insufficient-scope'));
  const backend = { ...line.backend, engagements: { ...line.backend.engagements, list } };
  const workspace = createWorkspace(backend, clock(NOW));
  await workspace.load();
  assert.equal(workspace.$status.get(), 'ready');
  assert.equal(workspace.$engagements.get().size, 0);
});

test('a spectator finds actions of an engagement by their titles alone', async () => {
  const { workspace } = opened([engagement('one')], 'eve');
  await workspace.load();
  assert.deepEqual(workspace.actions.around(placed('one') as Action), { titleOnly: true });
  const coached = opened([engagement('one')], 'ben').workspace;
  await coached.load();
  assert.deepEqual(coached.actions.around(placed('one') as Action), { titleOnly: false });
});

test('groups by place stand in the order of the engagements’ titles', async () => {
  const { workspace } = opened([engagement('one', { title: 'Zebra' }), engagement('two', { title: 'Apple' })], 'ben');
  await workspace.load();
  const order = groupOrderByName(workspace, 'context');
  assert.deepEqual(['engagement:one', 'engagement:two'].sort(order), ['engagement:two', 'engagement:one']);
});
