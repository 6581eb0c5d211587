import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ActionRecord, ActionSort } from '@followthrough/core/schema';
import {
  comparatorOf,
  compareByCodePoint,
  formatDay,
  isDescending,
  isRecent,
  matches,
  type NarrowedFilter,
  queryKey,
  searchKey,
  sortedActions,
  sortKey,
  titleKey,
} from '@followthrough/core/domain';
import { anyAction, anyFilter, anySort, holdsNaively, ME, orderedNaively } from './list-model.ts';
import { actionRecord, closing, dated, PERSONAL, ROOM, TODAY } from './builders.ts';

const YESTERDAY = '2026-05-12';
const person = (personId: string) => ({ type: 'person' as const, personId });
const done = (on: string) => ({ state: 'done' as const, closed: closing(on, null) });

describe('A filter', () => {
  const rows: [string, NarrowedFilter, Partial<ActionRecord>, boolean][] = [
    ['that is empty takes everything', {}, {}, true],
    ['by status takes what is shown as that', { status: ['todo'] }, {}, true],
    ['by to do leaves out what is overdue', { status: ['todo'] }, { due: dated(YESTERDAY) }, false],
    ['by overdue takes it', { status: ['overdue'] }, { due: dated(YESTERDAY) }, true],
    [
      'by overdue takes a room’s with the mark',
      { status: ['overdue'] },
      { context: ROOM, due: dated(YESTERDAY), state: 'inProgress' },
      true,
    ],
    ['by to do takes a room’s with the mark', { status: ['todo'] }, { context: ROOM, due: dated(YESTERDAY) }, true],
    [
      'by done leaves out done late',
      { status: ['done'] },
      { state: 'done', closed: closing('2026-05-13', YESTERDAY) },
      false,
    ],
    [
      'by done late takes it',
      { status: ['doneLate'] },
      { state: 'done', closed: closing('2026-05-13', YESTERDAY) },
      true,
    ],
    ['by any of several takes each', { status: ['notDone', 'todo'] }, {}, true],
    ['by no status at all takes nothing', { status: [] }, {}, false],
    ['by me takes mine', { assignee: 'me' }, { assignee: person(ME) }, true],
    ['by me leaves out others’', { assignee: 'me' }, {}, false],
    ['by a person takes theirs', { assignee: 'report' }, {}, true],
    ['by a person leaves out what is nobody’s', { assignee: 'report' }, { assignee: null }, false],
    [
      'by a person leaves out the company’s',
      { assignee: 'company' },
      { context: ROOM, assignee: { type: 'company' } },
      false,
    ],
    ['by nobody takes what is nobody’s', { assignee: 'none' }, { assignee: null }, true],
    ['by nobody leaves out everybody’s', { assignee: 'none' }, {}, false],
    [
      'by nobody leaves out the company’s',
      { assignee: 'none' },
      { context: ROOM, assignee: { type: 'company' } },
      false,
    ],
    ['by several places takes that of one', { contexts: ['room:other', 'room:room1'] }, { context: ROOM }, true],
    ['by several places leaves out another’s', { contexts: ['room:other', 'relationship:r2'] }, {}, false],
    ['by relationship takes any', { context: 'relationship' }, {}, true],
    ['by relationship leaves out personal', { context: 'relationship' }, { context: PERSONAL }, false],
    ['by one relationship takes its own', { context: 'relationship:r1' }, {}, true],
    ['by one relationship leaves out another’s', { context: 'relationship:r2' }, {}, false],
    ['by personal takes personal', { context: 'personal' }, { context: PERSONAL }, true],
    ['by one room takes its own', { context: 'room:room1' }, { context: ROOM }, true],
    ['by the relationship with a room’s id leaves it out', { context: 'relationship:room1' }, { context: ROOM }, false],
    ['by overdue: true takes it', { overdue: true }, { due: dated(YESTERDAY) }, true],
    ['by overdue: true leaves out what is due today', { overdue: true }, { due: dated('2026-05-13') }, false],
    ['by overdue: false leaves it out', { overdue: false }, { due: dated(YESTERDAY) }, false],
    [
      'by overdue: false takes what is closed',
      { overdue: false },
      { due: dated(YESTERDAY), ...done('2026-05-13') },
      true,
    ],
    ['by side takes no relationship’s action: only rooms have sides', { side: 'us' }, {}, false],
    ['by dates takes both ends', { dueFrom: '2026-05-20', dueTo: '2026-05-20' }, {}, true],
    ['by dates leaves out what is before', { dueFrom: '2026-05-21' }, {}, false],
    ['by dates leaves out what is after', { dueTo: '2026-05-19' }, {}, false],
    ['by dates leaves out what has none', { dueTo: '2026-05-19' }, { due: null }, false],
    ['by recent takes what is open, however old', { recent: 30 }, { due: dated('2020-01-01') }, true],
    ['by recent takes what was closed thirty days ago', { recent: 30 }, done('2026-04-13'), true],
    ['by recent leaves out what was closed before', { recent: 30 }, done('2026-04-12'), false],
    ['by words takes a part of the title', { query: 'the DE' }, {}, true],
    ['by words takes a part of the description', { query: 'late' }, { description: 'Not\ntoo Late' }, true],
    ['by words leaves out what holds them not', { query: 'slides' }, {}, false],
    ['by words does not read on from title to description', { query: 'deck now' }, { description: 'now' }, false],
    ['by no words but a space takes everything', { query: '  ' }, {}, true],
    ['by two parts takes only what has both', { status: ['todo'], query: 'slides' }, {}, false],
  ];
  for (const [name, filter, over, expected] of rows) {
    it(name, () => {
      assert.equal(matches(actionRecord(over), filter, TODAY, ME), expected);
    });
  }

  it('by me asks who that is', () => {
    assert.throws(() => matches(actionRecord(), { assignee: 'me' }, TODAY), {
      name: 'TypeError',
      message: /pass the viewer/,
    });
  });

  it('gives what a plain reading of the rules gives', () => {
    fc.assert(
      fc.property(anyAction, anyFilter, fc.integer({ min: -40, max: 40 }), (action, filter, days) => {
        const today = TODAY + days;
        assert.equal(matches(action, filter, today, ME), holdsNaively(action, filter, formatDay(today)));
      }),
      { numRuns: 5000 },
    );
  });

  it('looks at the words of each action anew once it is edited', () => {
    const before = actionRecord();
    assert.equal(matches(before, { query: 'slides' }, TODAY), false);
    assert.equal(matches({ ...before, title: 'Slides' }, { query: 'slides' }, TODAY), true);
  });

  it('judges recency by the day of the closing on its own clock', () => {
    const closed = { at: '2026-05-13T00:30:00Z', by: null, due: null };
    assert.equal(isRecent({ state: 'done', closed: { ...closed, on: '2026-05-12' } }, 1, TODAY + 1), false);
    assert.equal(isRecent({ state: 'done', closed }, 1, TODAY + 1), true);
    assert.equal(isRecent({ state: 'done', closed: null }, 1, TODAY), false);
  });
});

describe('The order of a list', () => {
  const made = (id: string, over: Partial<ActionRecord>) => actionRecord({ id, ...over });
  const list = [
    made('b', { due: dated('2026-05-20'), title: 'beta' }),
    made('a', { due: dated('2026-05-20'), title: 'Beta' }),
    made('e', { due: null, title: 'Élan' }),
    made('c', { due: dated('2026-05-19'), title: 'zeta' }),
    made('d', { due: null, title: ' alpha' }),
    made('f', { due: dated('2026-06-01'), title: 'Eland' }),
  ];
  for (const [sort, ids] of [
    ['due', 'c a b f d e'],
    ['-due', 'f a b c d e'],
    ['title', 'd a b e f c'],
    ['-title', 'c f e a b d'],
    ['created', 'a b c d e f'],
    ['-created', 'a b c d e f'],
  ] as const) {
    it(`by ${sort} is ${ids}: ids break ties upwards, no date is last`, () => {
      assert.equal(
        sortedActions(list, sort)
          .map(({ id }) => id)
          .join(' '),
        ids,
      );
    });
  }

  it('by time goes by the instant, however it is written', () => {
    const times = ['2026-05-13T09:00:00Z', '2026-05-13T09:00:00.5Z', '2026-05-13T09:00:00.250Z'];
    const dated = times.map((updatedAt, index) => made(`t${index}`, { updatedAt }));
    assert.deepEqual(
      sortedActions(dated, 'updated').map(({ id }) => id),
      ['t0', 't2', 't1'],
    );
    assert.deepEqual(
      sortedActions(dated, '-updated').map(({ id }) => id),
      ['t1', 't2', 't0'],
    );
  });

  it('is that of a plain comparison of what is shown', () => {
    const actions = fc.uniqueArray(anyAction, { selector: ({ id }) => id, maxLength: 40 });
    fc.assert(
      fc.property(actions, anySort, (all, sort) => {
        assert.deepEqual(
          sortedActions(all, sort).map(({ id }) => id),
          orderedNaively(all, sort).map(({ id }) => id),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('is total: antisymmetric, transitive, and 0 only for the same action', () => {
    fc.assert(
      fc.property(anyAction, anyAction, anyAction, anySort, (a, b, c, sort) => {
        const compare = comparatorOf(sort);
        const place = (action: ActionRecord) => ({ key: sortKey(action, sort), id: action.id });
        const [x, y, z] = [place(a), place(b), place(c)];
        assert.equal(Math.sign(compare(x, y)), -Math.sign(compare(y, x)) + 0);
        if (a.id !== b.id) assert.notEqual(compare(x, y), 0);
        if (compare(x, y) < 0 && compare(y, z) < 0) assert.ok(compare(x, z) < 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('has keys that survive JSON, so that a cursor can hold one', () => {
    const sorts: ActionSort[] = ['due', '-due', 'created', '-created', 'updated', '-updated', 'title', '-title'];
    for (const sort of sorts) {
      for (const action of list) {
        const key = sortKey(action, sort);
        assert.equal(JSON.parse(JSON.stringify(key)), key);
      }
      assert.equal(isDescending(sort), sort.startsWith('-'));
    }
  });
});

describe('Text keys', () => {
  for (const [text, query, found] of [
    ['Straße', 'STRASSE', true],
    ['STRASSE', 'straße', true],
    ['ΟΔΟΣ ΑΘΗΝΑΣ', 'οδοσ α', true],
    ['οδός', 'ΟΔΌΣ', true],
    ['ΟΔΟΣΑ', 'ΟΔΟΣ', true],
    ['caf\u0065\u0301', 'CAFÉ', true],
    ['İstanbul', 'i̇stanbul', true],
    ['100%', '0%', true],
    ['a_b', 'axb', false],
    ['resume', 'résumé', false],
  ] as const) {
    it(`searching “${query}” ${found ? 'finds' : 'does not find'} “${text}”`, () => {
      assert.equal(searchKey(text, '').includes(queryKey(query)), found);
    });
  }

  it('find any part of a text, whatever its letter case', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(text, text, text, (before, part, after) => {
        // A part that begins within a composed character is another text.
        fc.pre(
          `${before}|${part}|${after}`.normalize('NFC') ===
            [before, part, after].map((one) => one.normalize('NFC')).join('|'),
        );
        const whole = `${before}|${part}|${after}`;
        assert.ok(searchKey(whole.toUpperCase(), '').includes(queryKey(`|${part}|`)));
        assert.ok(searchKey('', whole).includes(queryKey(`|${part}|`.toUpperCase())));
      }),
    );
  });

  it('of titles set case, accents and outer space aside', () => {
    assert.equal(titleKey('  Élan vital '), 'elan vital');
    assert.equal(titleKey('Ångström'), 'angstrom');
  });

  it('of titles are short enough for an index, whatever is typed', () => {
    const key = titleKey('\ufdfa\ud83d\ude00ß'.repeat(170));
    assert.ok(Buffer.byteLength(key) <= 800, String(Buffer.byteLength(key)));
    assert.ok(key.isWellFormed());
  });

  it('are compared by code point, as COLLATE "C" compares bytes of UTF-8', () => {
    const text = fc.string({ unit: 'binary', maxLength: 8 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const bytes = Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)));
        assert.equal(Math.sign(compareByCodePoint(a, b)), bytes);
      }),
      { numRuns: 5000 },
    );
    assert.ok(compareByCodePoint('\uffee', '\u{1f600}') < 0);
  });
});
