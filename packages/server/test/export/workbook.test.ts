// Cells that a spreadsheet or its file could choke on, read again by a reader of workbooks.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readXlsx } from 'hucre/xlsx';
import { workbookBytes } from '../../src/export/workbook.ts';

describe('A cell that holds', () => {
  const odd: [string, string, string][] = [
    ['a NUL and other controls', 'a\0b\u0001c\u001f', 'a\ufffdb\ufffdc\ufffd'],
    ['half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
    ['what is no character', 'a\uffffb', 'a\ufffdb'],
    ['line ends and tabs', 'a\tb\nc', 'a\tb\nc'],
    ['outer spaces', '  a ', '  a '],
    ['marks of XML', '<a href="b">&amp;</a>', '<a href="b">&amp;</a>'],
    ['an escape of workbooks', '_x000D_ and _xZZZZ_', '_x000D_ and _xZZZZ_'],
    ['a formula', '=1+1', '=1+1'],
    ['32,767 characters', 'x'.repeat(32_767), 'x'.repeat(32_767)],
    ['more than that', 'y'.repeat(40_000), `${'y'.repeat(32_766)}…`],
    ['a pair that would be cut in two', `${'z'.repeat(32_765)}🎯🎯`, `${'z'.repeat(32_765)}…`],
  ];
  for (const [name, given, kept] of odd) {
    it(`${name}: is read again as it should be`, async () => {
      const columns = [{ heading: 'Text', type: 'text' as const }];
      const rows = (async function* () {
        yield await Promise.resolve([given]);
      })();
      const chunks: Uint8Array[] = [];
      for await (const chunk of workbookBytes([{ name: 'Odd', columns, rows }])) chunks.push(chunk);
      const { sheets } = await readXlsx(Buffer.concat(chunks));
      assert.equal(sheets[0]?.rows[1]?.[0], kept);
    });
  }
});
