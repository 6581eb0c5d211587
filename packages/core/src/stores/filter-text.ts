// A filter as one line of text, for an attribute and for a page's address: `status:todo,overdue assignee:me report`.
// A term is `key:value`; what is no term are the words to search for. What is not understood is told and left out, so
// that an old link still opens.
import { formatDay, isWritable, parseDay, STATUS_GROUPS } from '../domain/index.ts';
import { ID_TEXT } from '../schema/id-text.ts';
import type { ActionFilter, ActionStatus, CivilDate } from '../schema/index.ts';

/** A filter that was read, and the terms that were not understood. */
export interface ParsedFilter {
  readonly filter: ActionFilter;
  readonly unknown: readonly string[];
}

type Term = (value: string) => ActionFilter | null;

const CONTEXT = /^(personal|relationship|room|engagement|(relationship|room|engagement):[A-Za-z0-9_-]{1,64})$/;
const DAYS = /^(?:[1-9]\d{0,2}|[1-3]\d{3})$/;
const LONGEST_RECENT = 3650;

const TERMS: Readonly<Record<string, Term>> = {
  status(value) {
    const status = value.split(',');
    return status.every(isStatus) ? { status: [...new Set(status)] } : null;
  },
  assignee: (value) => (ID_TEXT.test(value) ? { assignee: value } : null),
  context: (value) => (CONTEXT.test(value) ? { context: value } : null),
  overdue: (value) => (value === 'yes' || value === 'no' ? { overdue: value === 'yes' } : null),
  side: (value) => (value === 'us' || value === 'them' ? { side: value } : null),
  due(value) {
    const [from, to, ...more] = value.split('..');
    if (from === undefined || more.length > 0 || (from === '' && !to)) return null;
    const dates = { ...(from !== '' && { dueFrom: from }), ...(to !== '' && { dueTo: to ?? from }) };
    return Object.values(dates).every(isDate) ? dates : null;
  },
  recent: (value) => (DAYS.test(value) && Number(value) <= LONGEST_RECENT ? { recent: Number(value) } : null),
};

/**
 * The filter that a text says.
 * @example parseFilter('status:todo,overdue assignee:me "weekly report"').filter
 *   // { status: ['todo', 'overdue'], assignee: 'me', query: 'weekly report' }
 */
export function parseFilter(text: string): ParsedFilter {
  let filter: ActionFilter = {};
  const unknown: string[] = [];
  const words: string[] = [];
  for (const [token, quoted] of text.matchAll(/"((?:[^"\\]|\\.)*)"|\S+/g)) {
    const [, key, value] = /^([a-z]+):(.*)$/s.exec(token) ?? [];
    if (quoted !== undefined) words.push(quoted.replace(/\\(.)/gs, '$1'));
    else if (key === undefined || value === undefined) words.push(token);
    else {
      const term = Object.hasOwn(TERMS, key) ? TERMS[key]?.(value) : null;
      if (term) filter = { ...filter, ...term };
      else unknown.push(token);
    }
  }
  const query = words.join(' ');
  return { filter: query.trim() === '' ? filter : { ...filter, query }, unknown };
}

/**
 * The text of a filter: what {@link parseFilter} reads back as the same filter. Filters that ask for the same have the
 * same text.
 * @example formatFilter({ assignee: 'me', status: ['todo'] }) // 'status:todo assignee:me'
 */
export function formatFilter(filter: ActionFilter): string {
  const { status, assignee, context, overdue, side, dueFrom, dueTo, recent, query } = filter;
  const terms: string[] = [];
  if (status !== undefined && status.length > 0) {
    terms.push(`status:${STATUSES.filter((one) => status.includes(one)).join(',')}`);
  }
  if (assignee !== undefined) terms.push(`assignee:${assignee}`);
  if (context !== undefined) terms.push(`context:${context}`);
  if (overdue !== undefined) terms.push(`overdue:${overdue ? 'yes' : 'no'}`);
  if (side !== undefined) terms.push(`side:${side}`);
  if (dueFrom !== undefined || dueTo !== undefined) {
    terms.push(dueFrom === dueTo ? `due:${dueFrom}` : `due:${dueFrom ?? ''}..${dueTo ?? ''}`);
  }
  if (recent !== undefined) terms.push(`recent:${recent}`);
  if (query !== undefined && query.trim() !== '') terms.push(wordsOf(query));
  return terms.join(' ');
}

const STATUSES: readonly ActionStatus[] = ['todo', ...STATUS_GROUPS.filter((status) => status !== 'todo')];

function isStatus(value: string): value is ActionStatus {
  return (STATUS_GROUPS as readonly string[]).includes(value);
}

function isDate(value: CivilDate): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = parseDay(value);
  return isWritable(day) && formatDay(day) === value;
}

// Plain words stay as they are; what could be taken for a term or would lose a space is quoted.
function wordsOf(query: string): string {
  return /^[^\s":\\]+(?: [^\s":\\]+)*$/.test(query) ? query : `"${query.replace(/["\\]/g, '\\$&')}"`;
}
