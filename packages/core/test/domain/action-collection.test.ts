import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ActionRecord, ActionState, ActionStatus } from '@followthrough/core/schema';
import {
  type CollectionQuery,
  type CollectionView,
  createActionCollection,
  formatDay,
  type Grouping,
  groupOf,
  groupOrder,
  parseDay,
} from '@followthrough/core/domain';
import { actionRecord, closing, dated, PERSONAL, ROOM, TODAY } from './builders.ts';
import { anyAction, anyFilter, anySort, holdsNaively, ME, orderedNaively, statusNaively } from './list-model.ts';

const GROUPINGS: Grouping[] = ['none', 'due', 'status', 'assignee', 'context'];

describe('Groups', () => {
  // 13 May 2026 is a Wednesday: weeks from Monday end on the 17th, from Sunday on the 16th.
  for (const [due, state, weekStart, group] of [
    ['2026-05-12', 'todo', 1, 'overdue'],
    ['2026-05-13', 'todo', 1, 'today'],
    ['2026-05-14', 'todo', 1, 'thisWeek'],
    ['2026-05-17', 'todo', 1, 'thisWeek'],
    ['2026-05-18', 'todo', 1, 'later'],
    ['2026-05-16', 'todo', 7, 'thisWeek'],
    ['2026-05-17', 'todo', 7, 'later'],
    [null, 'todo', 1, 'noDate'],
    ['2026-05-12', 'done', 1, 'closed'],
    [null, 'notDone', 1, 'closed'],
  ] as const) {
    it(`by due date: ${state} due ${due}, weeks from ${weekStart}, is in ${group}`, () => {
      const closed = state === 'todo' ? null : closing('2026-05-13', due);
      const action = actionRecord({ state, closed, due: due === null ? null : dated(due) });
      assert.equal(groupOf(action, 'due', TODAY, weekStart), group);
    });
  }

  it('by due date put a projected date that has passed under today: it is never overdue', () => {
    const action = actionRecord({ context: ROOM, due: dated('2026-05-01', 'projected') });
    assert.equal(groupOf(action, 'due', TODAY, 1), 'today');
  });

  it('are keyed by status, by assignee and by place', () => {
    const keys = (over: Partial<ActionRecord>) =>
      (['status', 'assignee', 'context'] as const).map((grouping) => groupOf(actionRecord(over), grouping, TODAY, 1));
    assert.deepEqual(keys({ due: dated('2026-05-12') }), ['overdue', 'report', 'relationship:r1']);
    assert.deepEqual(keys({ context: PERSONAL, assignee: null }), ['todo', ':none', 'personal:manager']);
    assert.deepEqual(keys({ context: ROOM, assignee: { type: 'company' } }), ['todo', ':company', 'room:room1']);
    assert.equal(
      groupOf(actionRecord({ assignee: { type: 'primaryContact' } }), 'assignee', TODAY, 1),
      ':primaryContact',
    );
  });

  it('in a room are keyed by who the contact is, or was when it was closed, and by whose room it is', () => {
    const room = { memberIds: [], guests: [], primaryContactId: 'gus' as string | null };
    const key = (over: Partial<ActionRecord>, people = room) => {
      const place = { whole: true, people, companyId: 'globex', companyGuestId: null };
      return groupOf(actionRecord({ context: ROOM, ...over }), 'assignee', TODAY, 1, { room: place });
    };
    const contact = { assignee: { type: 'primaryContact' } as const };
    const closed = { at: '2026-05-01T09:00:00.000Z', by: 'gus', on: '2026-05-01', due: null, contactId: 'hal' };
    assert.equal(key(contact), 'gus');
    assert.equal(key({ ...contact, state: 'done', closed }), 'hal');
    assert.equal(key(contact, { ...room, primaryContactId: null }), ':primaryContact');
    assert.equal(key({ assignee: { type: 'company' } }), ':company:globex');
    assert.equal(key({ assignee: { type: 'person', personId: 'ana' } }), 'ana');
    assert.equal(key({ assignee: null }), ':none');
  });

  it('stand in the order of urgency, or one’s own first and nobody’s last', () => {
    const sorted = (grouping: Grouping, keys: string[]) => keys.sort(groupOrder(grouping, 'cem'));
    assert.deepEqual(sorted('due', ['closed', 'noDate', 'later', 'today', 'overdue', 'thisWeek']), [
      ...['overdue', 'today', 'thisWeek', 'later', 'noDate', 'closed'],
    ]);
    assert.deepEqual(sorted('status', ['done', 'todo', 'overdue']), ['overdue', 'todo', 'done']);
    assert.deepEqual(sorted('assignee', [':none', 'ben', 'cem', 'ana']), ['cem', 'ana', 'ben', ':none']);
    assert.deepEqual(sorted('context', ['relationship:r1', 'personal:ana', 'personal:cem']), [
      ...['personal:cem', 'personal:ana', 'relationship:r1'],
    ]);
  });
});

function collect(query: Partial<CollectionQuery> = {}, today = () => TODAY) {
  const full: CollectionQuery = { filter: {}, sort: 'due', grouping: 'none', me: ME, ...query };
  return createActionCollection<ActionRecord>({ query: full, todayOf: today });
}
const ids = (rows: readonly ActionRecord[]) => rows.map(({ id }) => id);

describe('A live list', () => {
  const first = actionRecord({ id: 'a', due: dated('2026-05-14') });
  const second = actionRecord({ id: 'b', due: dated('2026-05-15') });

  it('is one empty group where nothing is in it, and no group where it is grouped', () => {
    assert.deepEqual(collect().view(), {
      rows: [],
      groups: [{ key: '', rows: [] }],
      counts: { todo: 0, overdue: 0, inProgress: 0, done: 0, doneLate: 0, notDone: 0, cancelled: 0 },
    });
    assert.deepEqual(collect({ grouping: 'due' }).view().groups, []);
  });

  it('gives the very same view until something changes, and leaves given views as they were', () => {
    const list = collect();
    list.load([second, first]);
    const before = list.view();
    assert.equal(list.view(), before);
    list.set(first);
    assert.equal(list.view(), before);
    list.set({ ...first, due: dated('2026-05-16') });
    assert.deepEqual(ids(list.view().rows), ['b', 'a']);
    list.delete('b');
    assert.deepEqual(ids(list.view().rows), ['a']);
    assert.deepEqual(ids(before.rows), ['a', 'b']);
    assert.equal(before.counts.todo, 2);
  });

  it('keeps the rows of a group that did not change', () => {
    const list = collect({ grouping: 'due' });
    list.load([first, actionRecord({ id: 'c', due: null })]);
    const [week, none] = list.view().groups;
    list.set({ ...first, title: 'Other' });
    const [weekAfter, noneAfter] = list.view().groups;
    assert.notEqual(weekAfter, week);
    assert.equal(noneAfter, none);
  });

  it('does not show what its filter leaves out, and keeps it', () => {
    const list = collect({ filter: { status: ['done'] } });
    list.load([first]);
    const before = list.view();
    assert.deepEqual(before.rows, []);
    assert.equal(list.get('a'), first);
    assert.equal(list.size, 1);
    list.setQuery({ filter: {}, sort: 'due', grouping: 'none' });
    assert.deepEqual(ids(list.view().rows), ['a']);
  });

  it('counts each status whatever statuses its filter asks for', () => {
    const list = collect({ filter: { status: ['overdue'], assignee: 'report' } });
    list.load([
      ...[first, second, actionRecord({ id: 'c', due: dated('2026-05-01') })],
      actionRecord({ id: 'd', assignee: null }),
    ]);
    const { counts, rows } = list.view();
    assert.deepEqual([counts.todo, counts.overdue, rows.length], [2, 1, 1]);
  });

  it('turns with the day', () => {
    let today = TODAY;
    const list = collect({ grouping: 'due' }, () => today);
    list.load([first, second]);
    assert.deepEqual(
      list.view().groups.map(({ key }) => key),
      ['thisWeek'],
    );
    today = parseDay('2026-05-15');
    list.turnDay();
    assert.deepEqual(
      list.view().groups.map(({ key, rows }) => [key, ...ids(rows)]),
      [
        ['overdue', 'a'],
        ['today', 'b'],
      ],
    );
    assert.equal(list.view().counts.overdue, 1);
  });

  it('keeps the last of two with one id when it loads', () => {
    const list = collect();
    list.load([first, second, { ...first, title: 'Newer' }]);
    assert.equal(list.size, 2);
    assert.equal(list.get('a')?.title, 'Newer');
    assert.deepEqual(ids([...list.values()]).sort(), ['a', 'b']);
  });

  it('takes an order of groups from a page that knows names', () => {
    const list = collect({ grouping: 'assignee', groupOrder: (a, b) => (a < b ? 1 : -1) });
    const mine = (id: string, personId: string) => actionRecord({ id, assignee: { type: 'person', personId } });
    list.load([mine('a', 'ana'), mine('b', 'ben'), mine('c', 'cem')]);
    assert.deepEqual(
      list.view().groups.map(({ key }) => key),
      ['cem', 'ben', 'ana'],
    );
    assert.deepEqual(ids(list.view().rows), ['c', 'b', 'a']);
  });

  it('says whether what was deleted was there', () => {
    const list = collect();
    list.load([first]);
    assert.equal(list.delete('a'), true);
    assert.equal(list.delete('a'), false);
    assert.equal(list.size, 0);
  });
});

/** What the list must show, worked out from nothing. */
function viewNaively(all: readonly ActionRecord[], query: CollectionQuery, day: number): CollectionView<ActionRecord> {
  const today = formatDay(day);
  const { status: _status, ...others } = query.filter;
  const counts: Record<ActionStatus, number> = {
    todo: 0,
    overdue: 0,
    inProgress: 0,
    done: 0,
    doneLate: 0,
    notDone: 0,
    cancelled: 0,
  };
  for (const action of all) {
    if (holdsNaively(action, others, today)) counts[statusNaively(action, today) as ActionStatus]++;
  }
  const rows = orderedNaively(
    all.filter((action) => holdsNaively(action, query.filter, today)),
    query.sort,
  );
  const byKey = new Map<string, ActionRecord[]>(query.grouping === 'none' ? [['', []]] : []);
  for (const row of rows) {
    const key = groupOf(row, query.grouping, day, query.weekStart ?? 1);
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  const groups = [...byKey]
    .map(([key, members]) => ({ key, rows: members }))
    .sort((a, b) => groupOrder(query.grouping, ME)(a.key, b.key));
  return { rows: groups.flatMap((group) => group.rows), groups, counts };
}

describe('An action in a state that is not known yet', () => {
  it('is listed, and makes no count of another wrong', () => {
    const blocked = actionRecord({ id: 'x', state: 'blocked' as ActionState });
    const query: CollectionQuery = { filter: {}, sort: 'due', grouping: 'none' };
    const list = createActionCollection<ActionRecord>({ query, todayOf: () => TODAY });
    list.load([actionRecord({ id: 'a' }), blocked]);
    list.set(actionRecord({ id: 'b', due: dated('2026-05-01') }));
    assert.deepEqual(
      list.view().rows.map(({ id }) => id),
      ['b', 'a', 'x'],
    );
    const others = { inProgress: 0, done: 0, doneLate: 0, notDone: 0, cancelled: 0 };
    assert.deepEqual(list.view().counts, { ...others, overdue: 1, todo: 1 });
    list.delete('x');
    list.delete('b');
    assert.deepEqual(list.view().counts, { ...others, overdue: 0, todo: 1 });
  });
});

describe('A live list after any changes', () => {
  const anyQuery: fc.Arbitrary<CollectionQuery> = fc.record({
    filter: anyFilter,
    sort: anySort,
    grouping: fc.constantFrom(...GROUPINGS),
    me: fc.constant(ME),
    weekStart: fc.constantFrom(1, 6, 7),
  });
  type Single = { type: 'set'; action: ActionRecord } | { type: 'delete'; id: string };
  type Change =
    | Single
    // With no look at the view between them.
    | { type: 'many'; changes: Single[] }
    | { type: 'load'; actions: ActionRecord[] }
    | { type: 'query'; query: CollectionQuery }
    | { type: 'day'; by: number };
  const anySet = anyAction.map((action) => ({ type: 'set' as const, action }));
  const anyDelete = fc.nat({ max: 30 }).map((number) => ({ type: 'delete' as const, id: `a${number}` }));
  const anySingles = (sets: number, deletes: number): fc.Arbitrary<Single[]> =>
    fc.array(fc.oneof({ weight: sets, arbitrary: anySet }, { weight: deletes, arbitrary: anyDelete }), {
      minLength: 2,
      maxLength: 60,
      size: 'max',
    });
  const anyChange: fc.Arbitrary<Change> = fc.oneof(
    { weight: 8, arbitrary: anySet },
    { weight: 3, arbitrary: anyDelete },
    {
      weight: 3,
      arbitrary: fc
        .oneof(anySingles(1, 0), anySingles(0, 1), anySingles(2, 1))
        .map((changes) => ({ type: 'many' as const, changes })),
    },
    {
      weight: 1,
      arbitrary: fc.array(anyAction, { maxLength: 12 }).map((actions) => ({ type: 'load' as const, actions })),
    },
    { weight: 1, arbitrary: anyQuery.map((query) => ({ type: 'query' as const, query })) },
    { weight: 1, arbitrary: fc.integer({ min: -10, max: 10 }).map((by) => ({ type: 'day' as const, by })) },
  );

  it('shows what asking anew would show, after each change of 2,500 sequences', () => {
    let compared = 0;
    let shown = 0;
    fc.assert(
      fc.property(
        fc.array(anyAction, { maxLength: 20 }),
        anyQuery,
        fc.array(anyChange, { minLength: 1, maxLength: 15 }),
        (start, firstQuery, changes) => {
          let day = TODAY;
          let query = firstQuery;
          const list = createActionCollection<ActionRecord>({ query, todayOf: () => day });
          const all = new Map<string, ActionRecord>();
          const load = (actions: readonly ActionRecord[]) => {
            all.clear();
            for (const action of actions) all.set(action.id, action);
            list.load(actions);
          };
          const make = (change: Single) => {
            if (change.type === 'set') {
              all.set(change.action.id, change.action);
              list.set(change.action);
            } else {
              assert.equal(list.delete(change.id), all.delete(change.id));
            }
          };
          load(start);
          for (const change of changes) {
            const held = list.view();
            const copy = structuredClone(held);
            if (change.type === 'set' || change.type === 'delete') {
              make(change);
            } else if (change.type === 'many') {
              change.changes.forEach(make);
            } else if (change.type === 'load') {
              load(change.actions);
            } else if (change.type === 'query') {
              query = change.query;
              list.setQuery(query);
            } else {
              day += change.by;
              list.turnDay();
            }
            assert.deepEqual(list.view(), viewNaively([...all.values()], query, day));
            assert.deepEqual(held, copy);
            assert.equal(list.size, all.size);
            compared++;
            shown += list.view().rows.length;
          }
        },
      ),
      { numRuns: 2500 },
    );
    assert.ok(compared > 5000 && shown > compared, 'the sequences show something');
  });
});
