// On whose clock an action's day is told, where that came about or changed after the page was loaded: two people never see two
// statuses (rulebook §1).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedDate } from '@followthrough/core/domain';
import type { ActionContext } from '@followthrough/core/schema';
import { createActionList, createWorkspace } from '@followthrough/core/stores';
import { promiseDraft, TODAY } from '../local-backend/workspace.ts';
import { clock, page } from './page.ts';
import { rest } from './wire.ts';

// Noon in Berlin is midnight on Kiritimati: there the next day has begun.
const AHEAD = 'Pacific/Kiritimati';

/** Ben's page, and an action of a relationship made after it was loaded, on a clock that shows the next day. */
async function madeSince(zone: string | null = AHEAD) {
  const opened = await page([], { viewer: 'ben' });
  const ada = opened.scene.as('ada');
  const { id, version } = await ada.relationships.create({ managerId: 'ada', reportId: 'ben', timeZone: zone });
  const draft = promiseDraft({ context: { type: 'relationship', relationshipId: id }, due: fixedDate(TODAY) });
  const made = await ada.actions.create(draft);
  const told = await opened.scene.as('ben').actions.get(made.id);
  return { ...opened, ada, told, relationship: { id, version } };
}

test('an action of a relationship made since shows as its backend tells it, and the relationship is learnt', async () => {
  const { store, wire: between, told, relationship: made } = await madeSince();
  assert.equal(told.status, 'overdue');
  between.held = true;
  store.actions.receive([told]);
  const list = createActionList({ workspace: store, filter: { status: ['overdue'] } });
  const shown = () => [store.actions.get(told.id)?.status, list.$view.get().rows.length];
  assert.deepEqual(shown(), ['overdue', 1]);
  await between.drain();
  between.held = false;
  assert.equal(store.$relationships.get().get(made.id)?.timeZone, AHEAD);
  assert.deepEqual(shown(), ['overdue', 1]);
  assert.equal(between.count('me'), 2);
});

test('what is told of no container is asked for once, not with every row', async () => {
  const { store, wire: between, told } = await madeSince();
  const strange = (n: number) => ({
    ...told,
    id: `s${n}`,
    context: { type: 'relationship' as const, relationshipId: `never-told-${n % 2}` },
  });
  for (let n = 0; n < 6; n++) {
    store.actions.receive([strange(n)]);
    await rest();
  }
  assert.equal(between.count('me'), 3);
  assert.equal(store.actions.get('s5')?.status, 'overdue');
  store.actions.receive([{ ...strange(9), context: { type: 'deal' } as unknown as ActionContext }]);
  await rest();
  assert.equal(between.count('me'), 3);
});

test('rows that come before it is known who looks show as their backend tells them', async () => {
  const { told, scene: behind } = await madeSince();
  const store = createWorkspace(behind.as('ben'), clock());
  store.actions.receive([told]);
  assert.equal(store.actions.get(told.id)?.status, 'overdue');
  await store.load();
  assert.equal(store.actions.get(told.id)?.status, 'overdue');
});

test('a page looked at again after five minutes learns on which clocks days are told now', async () => {
  const { store, clock: time, wire: between, told, ada, relationship: made } = await madeSince(null);
  store.actions.receive([told]);
  await rest();
  assert.equal(store.actions.get(told.id)?.status, 'todo');
  await ada.relationships.update(made.id, { timeZone: AHEAD }, { version: made.version });
  store.wake();
  await rest();
  assert.equal(between.count('me'), 2);
  time.sleep(301_000);
  store.wake();
  await rest();
  assert.equal(between.count('me'), 3);
  assert.equal(store.actions.get(told.id)?.status, 'overdue');
});
