import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action, ActionState, ActionStatus } from '@followthrough/core/schema';
import {
  type ActionListOptions,
  type ActionListStore,
  createActionList,
  createFirstActionList,
} from '@followthrough/core/stores';
import { dueOn, record, TODAY, TOMORROW, YESTERDAY } from '../local-backend/workspace.ts';
import { page } from './page.ts';
import { rest } from './wire.ts';

const ids = (list: ActionListStore) => list.$view.get().rows.map(({ id }) => id);
const groups = (list: ActionListStore) => list.$view.get().groups.map(({ key }) => key);
const ACTIONS = [
  record('tomorrow', { due: dueOn(TOMORROW) }),
  record('late', { due: dueOn(YESTERDAY) }),
  record('some-day'),
  record('now', { due: dueOn(TODAY) }),
  record('over', { state: 'done', closed: { at: '2026-05-15T08:00:00.000Z', by: 'ada', due: null, on: TODAY } }),
];

/** What keeps the rows has come, where it was asked for. */
async function kept(): Promise<void> {
  await import('../../src/stores/list-rows.ts');
  await rest();
}

test('the first rows are those that a list has, with its counts', async () => {
  const { store } = await page(ACTIONS);
  const options: ActionListOptions = { workspace: store, filter: { status: ['todo', 'overdue'] } };
  const [first, list] = [createFirstActionList(options), createActionList(options)];
  // At once: of what the page knows already.
  assert.deepEqual(ids(first), ids(list));
  assert.deepEqual(ids(first), ['late', 'now', 'tomorrow', 'some-day']);
  assert.deepEqual(first.$counts.get(), list.$counts.get());
  await kept();
  assert.deepEqual(ids(first), ids(list));
});

test('what is asked before the rows are kept is done then', async () => {
  const { store } = await page(ACTIONS);
  const list = createFirstActionList({ workspace: store });
  list.select(['late', 'now']);
  list.toggleSelected('now');
  list.setGrouping('due');
  assert.deepEqual([...list.$selection.get()], []);
  await kept();
  assert.deepEqual([...list.$selection.get()], ['late']);
  assert.deepEqual(groups(list).slice(0, 2), ['overdue', 'today']);
});

test('once they are kept, a row completed here lingers', async () => {
  const { store } = await page(ACTIONS);
  const list = createFirstActionList({ workspace: store, filter: { status: ['todo', 'overdue'] } });
  await kept();
  void store.actions.setState('late', 'done');
  await rest();
  assert.deepEqual([...list.$lingering.get()], ['late']);
  assert.ok(ids(list).includes('late'));
});

test('one action of a kind or in a state that is not known yet takes no other away, and makes no count wrong', async () => {
  const { store } = await page(ACTIONS);
  const of = { version: 2, createdBy: 'ada' };
  const told = store.actions.get('late');
  assert.ok(told);
  const strange = [
    { ...told, ...of, id: 'deal', context: { type: 'deal', dealId: 'd1' } as unknown as Action['context'] },
    { ...told, ...of, id: 'blocked', state: 'blocked' as ActionState, status: 'blocked' as ActionStatus },
  ];
  for (const grouping of ['none', 'due', 'status', 'assignee', 'context'] as const) {
    store.actions.receive(strange);
    const lists = [
      createFirstActionList({ workspace: store, grouping }),
      createActionList({ workspace: store, grouping }),
    ];
    for (const list of lists) {
      assert.deepEqual(ids(list).toSorted(), ['blocked', 'deal', 'late', 'now', 'over', 'some-day', 'tomorrow']);
      // The deal is overdue as "late" is.
      const { overdue, todo, done, ...others } = list.$counts.get();
      assert.deepEqual([overdue, todo, done], [2, 3, 1]);
      assert.deepEqual(others, { inProgress: 0, doneLate: 0, notDone: 0, cancelled: 0 });
      list.dispose();
    }
    await kept();
  }
});
