import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ActionQuery } from '@followthrough/core/backend';
import { dueOn, promise, record, refusalOf, scene, TODAY, TOMORROW, YESTERDAY } from './workspace.ts';

const closedOn = (day: string, due: string | null) => ({ at: `${day}T10:00:00.000Z`, by: 'ben', due, on: day });
const actions = [
  promise('late', { due: dueOn(YESTERDAY), title: 'Élan' }),
  promise('now', { due: dueOn(TODAY), title: 'alpha' }),
  promise('next', { due: dueOn(TOMORROW), title: 'Beta', assignee: { type: 'person', personId: 'ada' } }),
  promise('recent', { state: 'done', due: dueOn(YESTERDAY), closed: closedOn('2026-05-01', '2026-05-14') }),
  promise('old', { state: 'done', due: dueOn('2026-03-01'), closed: closedOn('2026-03-02', '2026-03-01') }),
  record('own', { description: 'Ring the GARAGE' }),
  record('dropped', { state: 'notDone', closed: closedOn('2026-05-14', YESTERDAY) }),
];

describe('The list of actions', () => {
  const rows: [what: string, query: ActionQuery, ids: string[]][] = [
    ['all, earliest due first and undated last', {}, ['old', 'late', 'recent', 'now', 'next', 'dropped', 'own']],
    ['latest due first, undated last', { sort: '-due' }, ['next', 'now', 'late', 'recent', 'old', 'dropped', 'own']],
    [
      'by title, case and accents aside',
      { sort: 'title', status: ['todo', 'overdue'], context: 'relationship' },
      ['now', 'next', 'late'],
    ],
    ['to do and overdue', { status: ['todo', 'overdue'] }, ['late', 'now', 'next', 'own']],
    ['done, and not done late', { status: ['done'] }, ['recent']],
    ['done late', { status: ['doneLate'] }, ['old']],
    ['no status at all', { status: [] }, []],
    ['mine', { assignee: 'me' }, ['next', 'dropped', 'own']],
    ['another’s', { assignee: 'ben' }, ['old', 'late', 'recent', 'now']],
    ['overdue', { overdue: true }, ['late']],
    ['personal', { context: 'personal' }, ['dropped', 'own']],
    ['of one relationship', { context: 'relationship:ada-ben' }, ['old', 'late', 'recent', 'now', 'next']],
    ['of a relationship that is not seen', { context: 'relationship:nowhere' }, []],
    ['of rooms', { context: 'room' }, []],
    ['due from to', { dueFrom: TODAY, dueTo: TOMORROW }, ['now', 'next']],
    ['recent activity', { recent: 30, context: 'relationship' }, ['late', 'recent', 'now', 'next']],
    ['by words of the description', { query: 'garage' }, ['own']],
    ['by words of the title', { query: 'ÉLAN' }, ['late']],
  ];
  for (const [what, query, ids] of rows) {
    it(`gives ${what}`, async () => {
      const { items, count, next } = await scene(actions)
        .as('ada')
        .actions.list({ ...query, count: true });
      assert.deepEqual([items.map(({ id }) => id), count, next], [ids, ids.length, null]);
    });
  }

  it('gives pages of 50 where nothing is said, and up to 200', async () => {
    const many = Array.from({ length: 260 }, (_, index) => record(`a${String(index).padStart(3, '0')}`));
    const { as } = scene(many);
    const first = await as('ada').actions.list();
    assert.equal(first.items.length, 50);
    const rest = await as('ada').actions.list({ limit: 200, cursor: first.next ?? '' });
    assert.equal(rest.items.length, 200);
    const last = await as('ada').actions.list({ limit: 10, cursor: rest.next ?? '', count: true });
    assert.deepEqual([last.items.length, last.next, last.count], [10, null, 260]);
  });

  it('ends with null where a page is just full', async () => {
    const { items, next } = await scene(actions).as('ada').actions.list({ limit: actions.length });
    assert.deepEqual([items.length, next], [actions.length, null]);
  });

  it('refuses a cursor of another filter, order, caller or list, and one that was made up', async () => {
    const { as } = scene(actions);
    const { next } = await as('ada').actions.list({ limit: 1, assignee: 'ben' });
    const cursor = next ?? '';
    const people = await as('ada').people.list({ limit: 1 });
    assert.equal((await as('ada').actions.list({ limit: 1, assignee: 'ben', cursor })).items.length, 1);
    const wrong: Promise<unknown>[] = [
      as('ada').actions.list({ cursor }),
      as('ada').actions.list({ assignee: 'ben', sort: 'title', cursor }),
      as('fay').actions.list({ assignee: 'ben', cursor }),
      as('ada').people.list({ cursor }),
      as('ada').actions.list({ cursor: people.next ?? '' }),
      as('ada').actions.list({ cursor: 'made-up' }),
      as('ada').actions.list({ cursor: '%' }),
      as('ada').actions.list({ cursor: btoa('["x",1,"a"]') }),
      as('ada').actions.list({ assignee: 'ben', cursor: forged(cursor, 'text') }),
      as('ada').actions.list({ assignee: 'ben', cursor: forged(cursor, 1e15) }),
    ];
    for (const call of wrong) assert.equal(await refusalOf(call), 'cursor-invalid');
  });

  it('keeps a cursor good for the same filter written in another order', async () => {
    const { as } = scene(actions);
    const { next } = await as('ada').actions.list({ limit: 1, assignee: 'ben', dueTo: TODAY });
    const page = await as('ada').actions.list({ dueTo: TODAY, assignee: 'ben', limit: 1, cursor: next ?? '' });
    assert.deepEqual(
      page.items.map(({ id }) => id),
      ['late'],
    );
  });
});

/** The cursor with another key in it. */
function forged(cursor: string, key: unknown): string {
  const [digest, , id] = JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))) as unknown[];
  return btoa(JSON.stringify([digest, key, id]));
}
