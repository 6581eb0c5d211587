import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { csvFields, csvLine, csvText, type CsvWords } from '@followthrough/core/csv';
import { actionView } from '@followthrough/core/domain';
import type { ActionRecord } from '@followthrough/core/schema';
import { accessFor, actionRecord, closing, dated, ENGAGEMENT, PERSONAL, ROOM, TODAY } from './builders.ts';

const WORDS: CsvWords = {
  headings: {
    title: 'Action',
    due: 'Due',
    assignee: 'Assignee',
    where: 'Where',
    status: 'Status',
    description: 'Description',
    created: 'Created',
    updated: 'Updated',
    closed: 'Closed',
    id: 'ID',
    assigneeId: 'Assignee ID',
    contextId: 'Context ID',
  },
  assignee: ({ assignee }) => (assignee?.type === 'person' ? assignee.personId.toUpperCase() : ''),
  where: ({ context }) => context.type,
  status: ({ status }) => `Is ${status}`,
};
const COLUMNS = ['select', 'done', 'title', 'due', 'assignee', 'where', 'status', 'more'];

const text = (records: readonly ActionRecord[], columns = COLUMNS) =>
  csvText(
    records.map((record) => actionView(record, accessFor('manager'), TODAY)),
    csvFields(columns),
    WORDS,
  );

/** What a spreadsheet reads of a file: character by character, by RFC 4180 alone. */
function read(file: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < file.length; at++) {
    const sign = file.charAt(at);
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (file.charAt(at + 1) === '"') field += file.charAt(++at);
      else quoted = false;
    } else if (sign === '"' && field === '') quoted = true;
    else if (sign === ',') {
      row.push(field);
      field = '';
    } else if (sign === '\r' && file.charAt(at + 1) === '\n') {
      at++;
      rows.push([...row, field]);
      [row, field] = [[], ''];
    } else if (sign === '"' || sign === '\r' || sign === '\n') throw new Error(`a bare ${JSON.stringify(sign)}`);
    else field += sign;
  }
  if (row.length > 0 || field !== '' || quoted) throw new Error('the last line does not end');
  return rows;
}

describe('The fields of a CSV file', () => {
  const REST = ['description', 'created', 'updated', 'closed', 'id', 'assigneeId', 'contextId'];
  const table: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['the list’s columns, then the rest', COLUMNS, ['title', 'due', 'assignee', 'where', 'status', ...REST]],
    ['in the list’s order', ['title', 'status', 'due'], ['title', 'status', 'due', ...REST]],
    ['each once', ['title', 'updated', 'due', 'due'], ['title', 'updated', 'due', 'status', ...without('updated')]],
    ['and none that only acts on a row', ['select', 'done', 'title', 'more'], ['title', 'status', ...REST]],
  ];
  function without(field: string): string[] {
    return REST.filter((one) => one !== field);
  }
  for (const [what, columns, fields] of table) {
    it(`are ${what}`, () => assert.deepEqual(csvFields(columns), fields));
  }
});

describe('A line of a CSV file', () => {
  const table: readonly (readonly [string, string])[] = [
    ['plain', 'plain'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['"', '""""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['Zürich – 東京 🚀', 'Zürich – 東京 🚀'],
    [' spaces ', ' spaces '],
    ['=1+1', "'=1+1"],
    ['+49 30 1234', "'+49 30 1234"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['\n=1', '"\'\n=1"'],
    ['＝1+1', "'＝1+1"],
    ['=HYPERLINK("http://a.example","b")', '"\'=HYPERLINK(""http://a.example"",""b"")"'],
    ['a=b', 'a=b'],
    ["'quoted'", "'quoted'"],
  ];
  for (const [value, written] of table) {
    it(`writes ${JSON.stringify(value)} as ${JSON.stringify(written)}`, () =>
      assert.equal(csvLine([value]), `${written}\r\n`));
  }

  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom(',', '"', '\r', '\n', '\t', '=', '+', '-', '@', "'", ';', 'a', ' '), { maxLength: 8 })
      .map((signs) => signs.join('')),
  );

  it('reads back as what was written, but for the apostrophe before what begins like a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyText, { minLength: 2, maxLength: 5 }), { maxLength: 6 }), (lines) => {
        const file = lines.map((line) => csvLine(line)).join('');
        const expected = lines.map((line) =>
          line.map((value) => ('=+-@\t\r\n＝＋－＠'.includes(value.charAt(0)) && value !== '' ? `'${value}` : value)),
        );
        assert.deepEqual(read(file), expected);
      }),
    );
  });

  it('holds no field that begins like a formula', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1 }), (line) => {
        for (const value of read(csvLine(line)).flat()) assert.doesNotMatch(value, /^[=+\-@\t\r]/);
      }),
    );
  });
});

describe('A CSV file', () => {
  it('begins with a byte order mark and a line of headings, and ends every line with CRLF', () => {
    assert.equal(
      text([]),
      '\uFEFFAction,Due,Assignee,Where,Status,Description,Created,Updated,Closed,ID,Assignee ID,Context ID\r\n',
    );
  });

  const AT = '2026-05-13T09:00:00.000Z';
  const table: readonly (readonly [string, Partial<ActionRecord>, readonly string[]])[] = [
    [
      'an open action',
      {},
      [
        'Send the deck',
        '2026-05-20',
        'REPORT',
        'relationship',
        'Is todo',
        '',
        AT,
        AT,
        '',
        'a1',
        'report',
        'relationship:r1',
      ],
    ],
    [
      'a closed one, with when it was closed',
      { state: 'done', closed: closing('2026-05-21', '2026-05-20'), updatedAt: '2026-05-21T10:00:00.000Z' },
      [
        'Send the deck',
        '2026-05-20',
        'REPORT',
        'relationship',
        'Is doneLate',
        '',
        AT,
        '2026-05-21T10:00:00.000Z',
        '2026-05-21T10:00:00.000Z',
        'a1',
        'report',
        'relationship:r1',
      ],
    ],
    [
      'a personal one without a date',
      { context: PERSONAL, due: null, assignee: { type: 'person', personId: 'manager' }, description: '- one\n- two' },
      ['Send the deck', '', 'MANAGER', 'personal', 'Is todo', "'- one\n- two", AT, AT, '', 'a1', 'manager', 'personal'],
    ],
    [
      'a room’s, whose date waits and whose assignee is a role',
      { context: ROOM, due: dated(null, 'waiting'), assignee: { type: 'primaryContact' }, title: '=cmd|a' },
      ["'=cmd|a", '', '', 'room', 'Is todo', '', AT, AT, '', 'a1', '', 'room:room1'],
    ],
    [
      'an engagement’s, nobody’s',
      { context: ENGAGEMENT, assignee: null },
      ['Send the deck', '2026-05-20', '', 'engagement', 'Is todo', '', AT, AT, '', 'a1', '', 'engagement:e1'],
    ],
  ];
  for (const [what, fields, row] of table) {
    it(`holds ${what}`, () => assert.deepEqual(read(text([actionRecord(fields)]).slice(1))[1], row));
  }

  it('keeps the order of the actions, one line each', () => {
    const records = ['c', 'a', 'b'].map((id) => actionRecord({ id, title: `Line one\nof ${id}` }));
    assert.deepEqual(
      read(text(records, ['title']).slice(1))
        .slice(1)
        .map(([title]) => title),
      ['Line one\nof c', 'Line one\nof a', 'Line one\nof b'],
    );
  });
});
