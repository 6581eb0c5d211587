// Sheets as a workbook for Excel and LibreOffice, written as their rows come: cells of their own types, and every text a text
// whatever it looks like.
import { type ExportCell, parseDay, parseInstant } from '@followthrough/core/domain';
import { columnName, type Sheet, type SheetFrame, workbookFrame } from './workbook-frame.ts';
import { zipped, type ZipEntry } from './zip.ts';

/** Characters of a cell, and rows of a sheet, at most. */
const LONGEST_TEXT = 32_767;
const MOST_ROWS = 1_048_576;
/** Characters that are packed at once. */
const BATCH = 65_536;
/** Days from 30 December 1899, by which workbooks count, to 1 January 1970. */
const EPOCH_DAY = 25_569;
const MS_A_DAY = 86_400_000;

/** A sheet with its rows, which are made when they are asked for. */
export interface FilledSheet extends Sheet {
  rows: AsyncIterable<readonly ExportCell[]>;
}

/**
 * The bytes of the workbook.
 * @throws RangeError where there are more rows than a sheet holds
 */
export async function* workbookBytes(
  filled: readonly FilledSheet[],
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  const { sheets, parts } = await workbookFrame(filled);
  yield* zipped([
    // A reader that takes it as it comes wants to know first what there is.
    ...Array.from(parts, ([path, part]): ZipEntry => ({ path, data: [part] })),
    ...filled.map((sheet, index): ZipEntry => {
      const frame = sheets[index] as SheetFrame;
      return { path: frame.path, data: batched(sheetText(sheet, frame)) };
    }),
  ]);
}

async function* sheetText({ columns, rows }: FilledSheet, frame: SheetFrame): AsyncGenerator<string, void, void> {
  const letters = columns.map((_, index) => columnName(index));
  yield frame.before;
  let row = 1;
  for await (const cells of rows) {
    if (++row > MOST_ROWS) throw new RangeError('A sheet holds 1,048,576 rows at most.');
    let text = `<row r="${row}">`;
    for (const [index, { type }] of columns.entries()) {
      const value = valueText(cells[index] ?? null, type);
      const style = frame.styles[index] ?? 0;
      if (value !== '') text += `<c r="${letters[index]}${row}"${style === 0 ? '' : ` s="${style}"`}${value}</c>`;
    }
    yield `${text}</row>`;
  }
  yield frame.after.replace(/(<autoFilter ref="A1:)\w+"/, `$1${letters.at(-1)}${row}"`);
}

/** The rest of a cell from its type on; empty where it holds nothing. */
function valueText(cell: ExportCell, type: Sheet['columns'][number]['type']): string {
  if (cell === null || cell === '') return '';
  const number = numberOf(cell, type);
  if (Number.isFinite(number)) return `><v>${number}</v>`;
  return ` t="inlineStr"><is><t xml:space="preserve">${xmlText(String(cell))}</t></is>`;
}

/** The number that stands for the cell; none where it is a text, or not what its column says. */
function numberOf(cell: string | number, type: Sheet['columns'][number]['type']): number {
  switch (type) {
    case 'text':
      return NaN;
    case 'number':
    case 'money':
      return Number(cell);
    case 'date':
      return parseDay(String(cell)) + EPOCH_DAY;
    case 'instant':
      return parseInstant(String(cell)) / MS_A_DAY + EPOCH_DAY;
  }
}

/** What XML does not hold: control characters but tab and line ends, and two that are none. */
const NO_TEXT = /[^\P{Cc}\t\n\r\u0080-\u009f]|[\ufffe\uffff]/gu;

/** A text as XML: what XML does not hold shows as `�`, what is too long for a cell ends in `…`. */
function xmlText(text: string): string {
  return (
    cut(text)
      .toWellFormed()
      .replace(NO_TEXT, '\ufffd')
      // Workbooks read `_x0041_` as a character by its number: this one says itself that it is none.
      .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // XML makes other line ends of it.
      .replaceAll('\r', '&#13;')
  );
}

function cut(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  // Not in the middle of a pair of surrogates.
  return `${text.slice(0, LONGEST_TEXT - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The text in batches, as UTF-8. */
async function* batched(text: AsyncIterable<string>): AsyncGenerator<Uint8Array, void, void> {
  let batch = '';
  for await (const piece of text) {
    batch += piece;
    if (batch.length < BATCH) continue;
    yield Buffer.from(batch);
    batch = '';
  }
  yield Buffer.from(batch);
}
