// A list of actions as a CSV file, for spreadsheets and other programs: which fields a row holds, and how each is written
// (RFC 4180: fields apart by commas, quoted where need be, lines ended by CRLF). A spreadsheet takes a text that begins
// like a formula for one, and what somebody wrote must never run on another's machine: such a text gets an apostrophe
// before it. Dates and instants are written as ISO 8601, so that every program reads the same day.
import type { Action } from '../schema/index.ts';
import { assigneeId } from './assignee.ts';
import { containerOf } from './container.ts';

/** What a row of the file can hold. */
export type CsvField =
  | 'title'
  | 'due'
  | 'assignee'
  | 'where'
  | 'status'
  | 'description'
  | 'created'
  | 'updated'
  | 'closed'
  | 'id'
  | 'assigneeId'
  | 'contextId';

/** How names and words are said in the reader's language. */
export interface CsvWords {
  readonly headings: Readonly<Record<CsvField, string>>;
  readonly assignee: (action: Action) => string;
  readonly where: (action: Action) => string;
  readonly status: (action: Action) => string;
}

/** What a list shows as columns, where it does. */
const SHOWN: readonly string[] = ['title', 'due', 'assignee', 'where', 'status', 'updated'] satisfies CsvField[];
/** What every file holds, whatever the list shows. */
const ALWAYS: readonly CsvField[] = [
  'status',
  'description',
  'created',
  'updated',
  'closed',
  'id',
  'assigneeId',
  'contextId',
];

/** By this a program knows that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** How a text begins that a spreadsheet may take for a formula; some take the wide signs for the narrow ones. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * The fields of a file: the columns that a list shows, in their order, then what every file holds.
 * @param columns the list's; those that are no field (such as its menus) are left out
 * @example csvFields(['done', 'title', 'due', 'more']) // ['title', 'due', 'status', 'description', …]
 */
export function csvFields(columns: readonly string[]): readonly CsvField[] {
  const shown = columns.filter((column): column is CsvField => SHOWN.includes(column));
  return [...new Set([...shown, ...ALWAYS])];
}

/**
 * The file's text: a line of headings, then one for each action. It begins with a byte order mark.
 * @example csvText(rows, csvFields(columns), words) // '\uFEFFAction,Due,…\r\nSend the deck,2026-05-15,…\r\n'
 */
export function csvText(actions: readonly Action[], fields: readonly CsvField[], words: CsvWords): string {
  const lines = actions.map((action) => csvLine(fields.map((field) => valueOf(field, action, words))));
  return BYTE_ORDER_MARK + csvLine(fields.map((field) => words.headings[field])) + lines.join('');
}

/**
 * One line of a file, with its end.
 * @example csvLine(['Say "hi"', '=1+1', '']) // '"Say ""hi""",\'=1+1,\r\n'
 */
export function csvLine(values: readonly string[]): string {
  return `${values.map(csvValue).join(',')}\r\n`;
}

function csvValue(value: string): string {
  const inert = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

function valueOf(field: CsvField, action: Action, words: CsvWords): string {
  switch (field) {
    case 'title':
    case 'description':
    case 'id':
      return action[field];
    case 'assignee':
    case 'where':
    case 'status':
      return words[field](action);
    case 'due':
      return action.due?.date ?? '';
    case 'created':
      return action.createdAt;
    case 'updated':
      return action.updatedAt;
    case 'closed':
      return action.closed?.at ?? '';
    case 'assigneeId':
      return assigneeId(action.assignee) ?? '';
    case 'contextId':
      return contextText(action);
  }
}

/** The context as a filter names it. */
function contextText(action: Action): string {
  const { type, id } = containerOf(action);
  return type === 'personal' ? type : `${type}:${id}`;
}
