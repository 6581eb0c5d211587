// A filter of engagements as one line of text, for an attribute and for a page's address:
// `status:draft shared:no coach:me dates:2026-01-01..2026-06-30 leadership`. Written and read like a filter of actions.
import type { EngagementFilter } from '../schema/index.ts';
import { ID_TEXT } from '../schema/id-text.ts';
import { datesOf, datesText, type FilterTerms, readTerms, wordsOf } from './filter-terms.ts';

/** A filter of engagements that was read, and the terms that were not understood. */
export interface ParsedEngagementFilter {
  readonly filter: EngagementFilter;
  readonly unknown: readonly string[];
}

const anId = (value: string) => ID_TEXT.test(value);

const TERMS: FilterTerms<EngagementFilter> = {
  status: (value) => (value === 'draft' || value === 'active' ? { status: value } : null),
  shared: (value) => (value === 'yes' || value === 'no' ? { shared: value === 'yes' } : null),
  coach: (value) => (anId(value) ? { coach: value } : null),
  coachee: (value) => (anId(value) ? { coachee: value } : null),
  group: (value) => (anId(value) ? { group: value } : null),
  dates: (value) => datesOf(value, 'from', 'to'),
};

/**
 * The filter that a text says.
 * @example parseEngagementFilter('status:draft coach:me').filter // { status: 'draft', coach: 'me' }
 */
export function parseEngagementFilter(text: string): ParsedEngagementFilter {
  const { filter, unknown, query } = readTerms(text, TERMS);
  return { filter: query.trim() === '' ? filter : { ...filter, query }, unknown };
}

/**
 * The text of a filter: what {@link parseEngagementFilter} reads back as the same filter.
 * @example formatEngagementFilter({ coach: 'me', status: 'draft' }) // 'status:draft coach:me'
 */
export function formatEngagementFilter(filter: EngagementFilter): string {
  const { status, shared, coach, coachee, group, from, to, query } = filter;
  const terms: string[] = [];
  if (status !== undefined) terms.push(`status:${status}`);
  if (shared !== undefined) terms.push(`shared:${shared ? 'yes' : 'no'}`);
  if (coach !== undefined) terms.push(`coach:${coach}`);
  if (coachee !== undefined) terms.push(`coachee:${coachee}`);
  if (group !== undefined) terms.push(`group:${group}`);
  if (from !== undefined || to !== undefined) terms.push(`dates:${datesText(from, to)}`);
  if (query !== undefined && query.trim() !== '') terms.push(wordsOf(query));
  return terms.join(' ');
}
