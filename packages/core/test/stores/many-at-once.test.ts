// Thousands of actions come and go at once as single ones do: after any of it a list shows what asking anew would show.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  accessOf,
  actionView,
  assignedTo,
  groupOf,
  type Grouping,
  groupOrder,
  parseDay,
} from '@followthrough/core/domain';
import type { Action, ActionRecord } from '@followthrough/core/schema';
import { createActionList } from '@followthrough/core/stores';
import { anyFilter, anySort, holdsNaively, orderedNaively } from '../domain/list-model.ts';
import { dueOn, record, TODAY } from '../local-backend/workspace.ts';
import { page } from './page.ts';
import { rest } from './wire.ts';

const HELD = 60;
const GROUPINGS: Grouping[] = ['none', 'due', 'status'];
const idOf = (number: number) => `a${String(number).padStart(2, '0')}`;
const IDS = Array.from({ length: HELD }, (_, number) => idOf(number));

const anyRecord = fc
  .record({
    number: fc.nat({ max: HELD - 1 }),
    title: fc.constantFrom('Send the deck', 'send the DECK', 'Zeta', 'elan'),
    assignee: fc.constantFrom(assignedTo('ada'), assignedTo('ben'), null),
    due: fc.constantFrom(null, '2026-05-10', '2026-05-14', TODAY, '2026-05-16', '2026-06-01'),
    isDone: fc.boolean(),
  })
  .map(({ number, title, assignee, due, isDone }): ActionRecord => {
    const closed = isDone ? { at: '2026-05-15T08:00:00.000Z', by: 'ada', due, on: TODAY } : null;
    return record(idOf(number), {
      ...{ title, assignee, due: due === null ? null : dueOn(due), state: isDone ? 'done' : 'todo', closed },
    });
  });

type Step = { type: 'receive'; records: ActionRecord[] } | { type: 'forget'; ids: string[] };
const receive = (minLength: number, maxLength: number) =>
  fc.array(anyRecord, { minLength, maxLength, size: 'max' }).map((records): Step => ({ type: 'receive', records }));
const forget = (minLength: number, maxLength: number) =>
  fc.subarray(IDS, { minLength, maxLength }).map((ids): Step => ({ type: 'forget', ids }));
const anyStep = fc.oneof(receive(20, 100), forget(20, HELD), forget(HELD, HELD), receive(1, 1), forget(1, 1));

test('lists show what asking anew would show, after many and single actions came and went', async () => {
  const access = accessOf({ personId: 'ada', role: 'member' }, []);
  const today = parseDay(TODAY);
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(
      // No status chosen is every status, in a list's filter alone.
      anyFilter.filter(({ status }) => status?.length !== 0),
      anySort,
      fc.constantFrom(...GROUPINGS),
      fc.array(anyStep, { minLength: 1, maxLength: 12 }),
      async (anyOf, sort, grouping, steps) => {
        const filter = anyOf.assignee === 'me' ? { ...anyOf, assignee: 'ada' } : anyOf;
        const { store } = await page();
        const list = createActionList({ workspace: store, filter, sort, grouping });
        await rest();
        const held = new Map<string, ActionRecord>();
        let version = 1;
        for (const step of steps) {
          list.selectAll();
          if (step.type === 'forget') {
            for (const id of step.ids) held.delete(id);
            store.actions.forget(step.ids);
          } else {
            const records = step.records.map((one) => ({ ...one, version: ++version }));
            for (const one of records) held.set(one.id, one);
            store.actions.receive(records.map((one): Action => actionView(one, access, today)));
          }
          const rows = orderedNaively(
            [...held.values()].filter((one) => holdsNaively(one, filter, TODAY)),
            sort,
          );
          const keys = new Set(rows.map((row) => groupOf(row, grouping, today, 1)));
          const expected = [...keys]
            .sort(groupOrder(grouping))
            .map((key) => [key, rows.filter((row) => groupOf(row, grouping, today, 1) === key)] as const);
          const shown = list.$view.get();
          assert.deepEqual(
            shown.groups.filter((group) => group.rows.length > 0).map(({ key, rows: some }) => [key, some.map(titled)]),
            expected.map(([key, some]) => [key, some.map(titled)]),
          );
          assert.deepEqual(
            shown.rows,
            shown.groups.flatMap((group) => group.rows),
          );
          const still = new Set(shown.rows.map(({ id }) => id));
          assert.ok(
            [...list.$selection.get()].every((id) => still.has(id)),
            'what is gone is selected no more',
          );
          compared += rows.length;
        }
        list.dispose();
        store.dispose();
      },
    ),
    { numRuns: 150 },
  );
  assert.ok(compared > 1000, 'the lists show something');
});

const titled = ({ id, title, version }: Pick<Action, 'id' | 'title' | 'version'>) => [id, title, version];
