// The list of engagements: pages as they are needed, all that match selected though few are loaded, and the six operations:
// what they would do is known before, they show at once, stop between chunks, and go on where they failed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Backend, BackendError } from '@followthrough/core/backend';
import { createLocalBackend, createMemoryRepository } from '@followthrough/core/local-backend';
import type { EngagementRecord } from '@followthrough/core/schema';
import {
  createEngagement,
  createEngagementList,
  createEngagementSetup,
  createWorkspace,
  type EngagementListOptions,
  selectedCount,
} from '@followthrough/core/stores';
import { NOW, snapshot } from '../local-backend/workspace.ts';
import { clock } from './page.ts';
import { rest, wire } from './wire.ts';

function engagement(id: string, more: Partial<EngagementRecord> = {}): EngagementRecord {
  const at = '2026-05-01T08:00:00.000Z';
  return {
    id,
    title: `Programme ${id}`,
    status: 'draft',
    sharedAt: null,
    shareCount: 0,
    activatedAt: null,
    coachId: 'cleo',
    coacheeIds: ['ben'],
    groupId: null,
    spectatorIds: [],
    startDate: null,
    endDate: null,
    timeZone: null,
    selfScheduling: false,
    welcome: null,
    coachInvoicingMethodId: null,
    coacheeInvoicingMethodId: null,
    createdBy: 'dora',
    createdAt: at,
    updatedAt: at,
    updatedBy: 'dora',
    version: 1,
    deleted: null,
    turnsOn: '9999-12-31',
    ...more,
  };
}

const numbered = (count: number, more: (at: number) => Partial<EngagementRecord> = () => ({})) =>
  Array.from({ length: count }, (_, at) => engagement(`e${String(at).padStart(4, '0')}`, more(at)));

async function opened(
  engagements: readonly EngagementRecord[],
  { viewer = 'dora', ...options }: Partial<EngagementListOptions> & { viewer?: string } = {},
) {
  const repository = createMemoryRepository({ ...snapshot(), engagements: [...engagements] });
  let ids = 0;
  const as = (viewerId: string): Backend =>
    createLocalBackend({
      repository,
      viewerId,
      now: () => NOW,
      newId: () => `made-${String(++ids).padStart(16, '0')}`,
    });
  const line = wire(as(viewer));
  const time = clock(NOW);
  const workspace = createWorkspace(line.backend, time);
  await workspace.load();
  const list = createEngagementList({ workspace, ...options });
  await rest();
  return { list, line, time, workspace, as };
}

const shown = (list: { $rows: { get(): readonly { id: string }[] } }) => list.$rows.get().map(({ id }) => id);

test('pages come as they are asked for, in the backend’s order, and the count is known from the first', async () => {
  const { list, line } = await opened(numbered(7), { pageSize: 3 });
  assert.deepEqual(shown(list), ['e0000', 'e0001', 'e0002']);
  assert.equal(list.$count.get(), 7);
  assert.equal(list.$more.get(), true);
  const before = line.count('engagements.list');
  await Promise.all([list.loadMore(), list.loadMore()]);
  assert.equal(line.count('engagements.list'), before + 1, 'asked twice at once it is one page');
  await list.loadMore();
  assert.equal(shown(list).length, 7);
  assert.equal(list.$more.get(), false);
  await list.loadMore();
  assert.equal(line.count('engagements.list'), before + 2, 'after the last there is nothing to ask for');
});

test('another filter or order is asked of the backend, typing only once it rests', async () => {
  const { list, line, time } = await opened(
    numbered(4, (at) => ({ status: at < 2 ? 'draft' : 'active', title: `Programme ${9 - at}` })),
  );
  assert.deepEqual(shown(list), ['e0003', 'e0002', 'e0001', 'e0000']);
  list.setFilter({ status: 'draft' });
  assert.equal(list.$status.get(), 'loading');
  await rest();
  assert.deepEqual(shown(list), ['e0001', 'e0000']);
  list.setSort('-title');
  await rest();
  assert.deepEqual(shown(list), ['e0000', 'e0001']);
  const before = line.count('engagements.list');
  list.setFilter({ status: 'draft', query: 'programme' });
  list.setFilter({ status: 'draft', query: 'programme 8' });
  assert.equal(line.count('engagements.list'), before);
  time.tick(200);
  await rest();
  assert.equal(line.count('engagements.list'), before + 1);
  assert.deepEqual(shown(list), ['e0001']);
});

test('a lost place is found again from the start', async () => {
  const { list, line } = await opened(numbered(6), { pageSize: 2 });
  line.held = true;
  const more = list.loadMore();
  await rest();
  await line.calls('engagements.list')[0]?.refuse(new BackendError('cursor-expired'));
  line.held = false;
  await line.drain();
  await more;
  assert.equal(shown(list).length, 4);
  assert.equal(list.$error.get(), null);
});

test('a page that fails leaves what is there, and is asked for again', async () => {
  const { list, line } = await opened(numbered(6), { pageSize: 2 });
  line.cut = true;
  await list.loadMore();
  assert.equal(list.$error.get()?.code, 'network');
  assert.equal(shown(list).length, 2);
  line.cut = false;
  await list.loadMore();
  assert.equal(list.$error.get(), null);
  assert.equal(shown(list).length, 4);
});

test('rows are selected singly, by range, all loaded, or all that match but for a few', async () => {
  const { list } = await opened(numbered(6), { pageSize: 4 });
  const selected = () => selectedCount(list.$selection.get(), list.$count.get());
  list.toggleSelected('e0001');
  list.extendSelection('e0003');
  assert.equal(selected(), 3);
  list.toggleSelected('e0002');
  assert.equal(selected(), 2);
  list.selectLoaded();
  assert.equal(selected(), 4);
  list.selectAll();
  assert.equal(selected(), 6);
  list.toggleSelected('e0000');
  assert.equal(selected(), 5);
  list.setFilter({ status: 'draft' });
  assert.equal(selected(), 0, 'of another filter nothing is selected');
});

test('what an operation would do is known before, and changes nothing', async () => {
  const { list, line } = await opened(numbered(5, (at) => (at < 3 ? {} : { status: 'active' })));
  list.selectLoaded();
  await list.bulk.ask({ operation: 'activate' });
  const job = list.bulk.$job.get();
  assert.equal(job?.phase, 'asked');
  assert.deepEqual(
    job?.forecast.map(({ outcome, reason }) => reason ?? outcome),
    ['done', 'done', 'done', 'already-active', 'already-active'],
  );
  const { items } = await line.backend.engagements.list({ status: 'draft' });
  assert.equal(items.length, 3);
});

test('it shows at once on those it is done to, is done to all that match, and what is refused goes back alone', async () => {
  const { list, line } = await opened(numbered(6), { pageSize: 4 });
  list.selectAll();
  list.toggleSelected('e0001');
  await list.bulk.ask({ operation: 'activateAndShare' });
  assert.equal(list.bulk.$job.get()?.engagements.length, 5, 'those that are not loaded too, but for the one');
  line.held = true;
  const applied = list.bulk.apply();
  await rest();
  const states = () => list.$rows.get().map(({ status, sharedAt }) => (sharedAt === null ? status : 'shared'));
  assert.deepEqual(states(), ['shared', 'draft', 'shared', 'shared']);
  assert.equal(list.$pending.get().size, 5);
  line.held = false;
  await line.drain();
  const results = await applied;
  assert.deepEqual(new Set(results.map(({ outcome }) => outcome)), new Set(['done']));
  assert.equal(list.$pending.get().size, 0);
  assert.deepEqual(states(), ['shared', 'draft', 'shared', 'shared']);
  assert.equal((await line.backend.engagements.list({ shared: true })).items.length, 5);
});

test('more than a backend takes at once goes in chunks, which can be stopped between and gone on with', async () => {
  const { list, line } = await opened(numbered(1201), { pageSize: 10 });
  list.selectAll();
  await list.bulk.ask({ operation: 'activate' });
  assert.equal(line.count('engagements.bulk'), 3, 'three questions of 500, 500 and 201');
  line.held = true;
  const applied = list.bulk.apply();
  await rest();
  list.bulk.stop();
  line.held = false;
  await line.drain();
  await applied;
  const job = list.bulk.$job.get();
  assert.equal(job?.phase, 'ended');
  assert.equal(job?.stopped, true);
  assert.equal(job?.results.length, 500);
  assert.equal((await line.backend.engagements.list({ status: 'active', count: true })).count, 500);
  await list.bulk.retry();
  assert.equal(list.bulk.$job.get()?.results.length, 1201);
  assert.equal((await line.backend.engagements.list({ status: 'draft', count: true })).count, 0);
});

test('a chunk that got no answer is sent again under the same intent, so that it takes effect once', async () => {
  const { list, line } = await opened(numbered(2));
  list.selectLoaded();
  await list.bulk.ask({
    operation: 'addItem',
    item: { title: 'A look back', content: { kind: 'feedback', prompt: 'What helped?' } },
  });
  line.held = true;
  const applied = list.bulk.apply();
  await rest();
  const [call] = line.calls('engagements.bulk');
  await call?.arrive();
  await call?.lose();
  line.held = false;
  await line.drain();
  await applied;
  assert.equal(list.bulk.$job.get()?.error?.code, 'network');
  await list.bulk.retry();
  const results = list.bulk.$job.get()?.results ?? [];
  assert.deepEqual(
    results.map(({ outcome }) => outcome),
    ['done', 'done'],
  );
  assert.equal((await line.backend.engagements.get('e0000')).items.length, 1);
});

test('sharing, unsharing and deleting can be taken back; marking as active cannot', async () => {
  const { list, line } = await opened(numbered(3, () => ({ status: 'active' })));
  const run = async (operation: 'share' | 'unshare' | 'delete' | 'activate') => {
    list.selectLoaded();
    await list.bulk.ask({ operation });
    await list.bulk.apply();
    list.bulk.close();
  };
  const sharedCount = async () => (await line.backend.engagements.list({ shared: true, count: true })).count;
  await run('share');
  assert.equal(await sharedCount(), 3);
  assert.equal((await list.bulk.undo()).length, 3);
  assert.equal(await sharedCount(), 0);
  await run('delete');
  assert.deepEqual(shown(list), []);
  assert.equal(list.$count.get(), 0);
  await list.bulk.undo();
  assert.equal(shown(list).length, 3);
  await run('activate');
  assert.equal(list.bulk.$undo.get(), null);
  assert.deepEqual(await list.bulk.undo(), []);
});

test('where it cannot be asked what it would do, that is told, and asked again', async () => {
  const { list, line } = await opened(numbered(2));
  list.selectLoaded();
  line.cut = true;
  await list.bulk.ask({ operation: 'share' });
  assert.equal(list.bulk.$job.get()?.error?.code, 'network');
  line.cut = false;
  await list.bulk.retry();
  assert.deepEqual(
    list.bulk.$job.get()?.forecast.map(({ reason }) => reason),
    ['engagement-draft', 'engagement-draft'],
  );
});

test('its coach reads the list of theirs, and may do nothing to many', async () => {
  const { list } = await opened(
    numbered(3, (at) => (at === 0 ? {} : { status: 'active' })),
    { viewer: 'cleo' },
  );
  assert.deepEqual(shown(list), ['e0001', 'e0002']);
  list.selectLoaded();
  await list.bulk.ask({ operation: 'delete' });
  assert.deepEqual(
    list.bulk.$job.get()?.forecast.map(({ reason }) => reason),
    ['engagement-admin', 'engagement-admin'],
  );
});

test('what is done to engagements elsewhere on the page is seen here, and the other way round', async () => {
  const { list, time, workspace } = await opened(numbered(2));
  const one = createEngagement(workspace, 'e0001');
  const setup = createEngagementSetup(workspace);
  await rest();

  await one.activate();
  await rest();
  assert.deepEqual(
    list.$rows.get().map(({ status }) => status),
    ['draft', 'active'],
  );

  setup.change({ coacheeIds: ['ben'], coachId: 'cleo', title: 'Programme new' });
  await setup.create(() => undefined);
  await rest();
  assert.equal(list.$rows.get().length, 3);

  list.select(['e0001']);
  await list.bulk.ask({ operation: 'share' });
  await list.bulk.apply();
  time.tick(10_000);
  await rest();
  assert.notEqual(one.$engagement.get()?.sharedAt, null);
});

test('a template brings a start along, and leaves one that was chosen', async () => {
  const { workspace } = await opened([]);
  const fresh = createEngagementSetup(workspace);
  fresh.change({ templateId: 'programme' });
  assert.equal(fresh.$draft.get().startDate, new Date(NOW).toISOString().slice(0, 10));
  const chosen = createEngagementSetup(workspace);
  chosen.change({ startDate: '2027-01-04' });
  chosen.change({ templateId: 'programme' });
  assert.equal(chosen.$draft.get().startDate, '2027-01-04');
  await rest();
});
