// A workbook with all that it needs but its rows: sheets by name, header rows that stand still, filters, widths and the
// forms of days and times. The library that makes it holds a workbook in memory; so it makes this one, of two rows a sheet,
// and the rows are written into it as they come (see workbook.ts).
import { inflateRawSync } from 'node:zlib';
import { type CellStyle, type ColumnDef, writeXlsx, type WriteSheet } from 'hucre/xlsx';
import type { ExportCellType, ExportColumn } from '@followthrough/core/domain';

/** A sheet: its name, and the columns of its rows. */
export interface Sheet {
  name: string;
  columns: readonly ExportColumn[];
}

/** Where the rows of a sheet go. */
export interface SheetFrame {
  path: string;
  /** What stands before and after the rows, the header's row in it. */
  before: string;
  after: string;
  /** The style of the cells of each column, by its number; 0: none of its own. */
  styles: readonly number[];
}

export interface WorkbookFrame {
  sheets: readonly SheetFrame[];
  /** Everything else, by its path. */
  parts: ReadonlyMap<string, Uint8Array>;
}

/** How cells of each type look, and how wide their columns are in characters. */
const FORM: Record<ExportCellType, ColumnDef> = {
  text: { width: 30 },
  number: { width: 10 },
  money: { width: 12, numFmt: '#,##0.00##' },
  date: { width: 12, numFmt: 'yyyy-mm-dd' },
  instant: { width: 18, numFmt: 'yyyy-mm-dd hh:mm' },
};
const BOLD: CellStyle = { font: { bold: true } };

/** The frame of a workbook of these sheets. */
export async function workbookFrame(asked: readonly Sheet[]): Promise<WorkbookFrame> {
  const parts = partsOf(await writeXlsx({ sheets: asked.map(sheetOf) }));
  const sheets = asked.map((_, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const sheet = frameOf(path, Buffer.from(parts.get(path) ?? []).toString());
    parts.delete(path);
    return sheet;
  });
  return { sheets, parts };
}

function sheetOf({ name, columns }: Sheet): WriteSheet {
  const headings = columns.map(headingOf);
  return {
    name,
    columns: columns.map(({ type }) => FORM[type]),
    rows: [headings, columns.map(({ type }) => (type === 'text' ? '-' : 1))],
    cells: new Map(headings.map((value, index) => [`0,${index}`, { value, style: BOLD }])),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${columnName(columns.length - 1)}2` },
  };
}

/** A workbook's times are of no zone: it says which clock they are of. */
function headingOf({ heading, type }: ExportColumn): string {
  return type === 'instant' ? `${heading} (UTC)` : heading;
}

/** Cuts a sheet where its sample row stands, of which each cell tells the style of its column. */
function frameOf(path: string, xml: string): SheetFrame {
  const [, before, sample, after] = /^(.*)<row r="2"[^>]*>(.*?)<\/row>(.*)$/s.exec(xml) ?? [];
  if (before === undefined || sample === undefined || after === undefined)
    throw new TypeError(`The library wrote ${path} in another form than this program knows.`);
  const styles = Array.from(sample.matchAll(/<c ([^>]*)>/g), ([, attributes = '']) =>
    Number(/(?:^| )s="(\d+)"/.exec(attributes)?.[1] ?? 0),
  );
  // How far the sheet reaches is not known yet; it need not be said.
  return { path, before: before.replace(/<dimension [^>]*\/>/, ''), after, styles };
}

/** `A`, `B` … `Z`, `AA` …; from 0. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

const END_SIGNATURE = 0x06054b50;

/** The parts of a zip file by their paths, read from the list at its end. */
function partsOf(zip: Uint8Array): Map<string, Uint8Array> {
  const file = Buffer.from(zip.buffer, zip.byteOffset, zip.length);
  let end = file.length - 22;
  while (file.readUInt32LE(end) !== END_SIGNATURE) end--;
  const parts = new Map<string, Uint8Array>();
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((field) => file.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const data = file.subarray(start, start + file.readUInt32LE(at + 20));
    const isPacked = file.readUInt16LE(at + 10) !== 0;
    parts.set(file.toString('utf8', at + 46, at + 46 + name), isPacked ? inflateRawSync(data) : data);
    at += 46 + name + extra + comment;
  }
  return parts;
}
