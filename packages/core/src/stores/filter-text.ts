// A filter as one line of text, for an attribute and for a page's address: `status:todo,overdue assignee:me report`.
import { STATUS_GROUPS } from '../domain/index.ts';
import { ID_TEXT } from '../schema/id-text.ts';
import type { ActionFilter, ActionStatus } from '../schema/index.ts';
import { datesOf, datesText, type FilterTerms, readTerms, wordsOf } from './filter-terms.ts';

/** A filter that was read, and the terms that were not understood. */
export interface ParsedFilter {
  readonly filter: ActionFilter;
  readonly unknown: readonly string[];
}

const CONTEXT = /^(personal|relationship|room|engagement|(relationship|room|engagement):[A-Za-z0-9_-]{1,64})$/;
const DAYS = /^(?:[1-9]\d{0,2}|[1-3]\d{3})$/;
const LONGEST_RECENT = 3650;

const TERMS: FilterTerms<ActionFilter> = {
  status(value) {
    const status = value.split(',');
    return status.every(isStatus) ? { status: [...new Set(status)] } : null;
  },
  assignee: (value) => (ID_TEXT.test(value) ? { assignee: value } : null),
  context: (value) => (CONTEXT.test(value) ? { context: value } : null),
  overdue: (value) => (value === 'yes' || value === 'no' ? { overdue: value === 'yes' } : null),
  side: (value) => (value === 'us' || value === 'them' ? { side: value } : null),
  due: (value) => datesOf(value, 'dueFrom', 'dueTo'),
  recent: (value) => (DAYS.test(value) && Number(value) <= LONGEST_RECENT ? { recent: Number(value) } : null),
};

/**
 * The filter that a text says.
 * @example parseFilter('status:todo,overdue assignee:me "weekly report"').filter
 *   // { status: ['todo', 'overdue'], assignee: 'me', query: 'weekly report' }
 */
export function parseFilter(text: string): ParsedFilter {
  const { filter, unknown, query } = readTerms(text, TERMS);
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
  if (dueFrom !== undefined || dueTo !== undefined) terms.push(`due:${datesText(dueFrom, dueTo)}`);
  if (recent !== undefined) terms.push(`recent:${recent}`);
  if (query !== undefined && query.trim() !== '') terms.push(wordsOf(query));
  return terms.join(' ');
}

const STATUSES: readonly ActionStatus[] = ['todo', ...STATUS_GROUPS.filter((status) => status !== 'todo')];

function isStatus(value: string): value is ActionStatus {
  return (STATUS_GROUPS as readonly string[]).includes(value);
}
