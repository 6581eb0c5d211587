// The facets that engagements are filtered by, and their values in words.
import { type Day, formatDay, parseDay } from '@followthrough/core/domain';
import type { EngagementFilter, EngagementSort, Group, Id, Person } from '@followthrough/core/schema';
import { type DateWords, dayText } from '../dates/date-label.ts';
import { engagementListWords } from '../localize/late-engagement-list.ts';
import { contextWords } from '../localize/late-acts.ts';

/** A part of a filter that has a chip. */
export type Facet = 'status' | 'shared' | 'coach' | 'coachee' | 'group' | 'dates';

/** What the chips show and do. */
export interface FilterSpec {
  readonly filter: EngagementFilter;
  readonly me: Id | null;
  readonly people: ReadonlyMap<Id, Person>;
  readonly groups: ReadonlyMap<Id, Group>;
  readonly today: Day;
  readonly weekStart: number;
  readonly onFilter: (filter: EngagementFilter) => void;
}

/** The facets in their order; groups where there are any. */
export function facetsOf({ groups }: Pick<FilterSpec, 'groups'>): readonly Facet[] {
  const facets: readonly Facet[] = ['status', 'shared', 'coach', 'coachee'];
  return [...facets, ...(groups.size > 0 ? (['group'] as const) : []), 'dates'];
}

/** The filter without one facet. */
export function withoutFacet(filter: EngagementFilter, facet: Facet): EngagementFilter {
  if (facet === 'dates') {
    const { from: _from, to: _to, ...others } = filter;
    return others;
  }
  const { [facet]: _, ...others } = filter;
  return others;
}

/** Spans of dates that have a name. */
export type Span = 'anyDates' | 'running' | 'nextMonth' | 'chooseDates';

const MONTH = 30;

export function spanFilter(span: Exclude<Span, 'chooseDates'>, today: Day): EngagementFilter {
  const from = formatDay(today);
  if (span === 'running') return { from, to: from };
  return span === 'nextMonth' ? { from, to: formatDay(today + MONTH) } : {};
}

export function spanOf({ from, to }: EngagementFilter, today: Day): Span {
  if (from === undefined && to === undefined) return 'anyDates';
  const is = (span: 'running' | 'nextMonth') => {
    const named = spanFilter(span, today);
    return named.from === from && named.to === to;
  };
  return is('running') ? 'running' : is('nextMonth') ? 'nextMonth' : 'chooseDates';
}

/** The name of a facet. */
export function facetName(facet: Facet, { messages }: DateWords): string {
  const words = engagementListWords(messages);
  return {
    status: words.status,
    shared: words.shared,
    coach: words.coach,
    coachee: words.coachees,
    group: words.groupFacet,
    dates: words.dateSpan,
  }[facet];
}

/** The value of a facet in words, or null where it takes all. */
export function facetText(facet: Facet, spec: FilterSpec, localize: DateWords): string | null {
  const { filter, groups } = spec;
  const words = engagementListWords(localize.messages);
  switch (facet) {
    case 'status':
      return filter.status === undefined ? null : words[filter.status];
    case 'shared':
      return filter.shared === undefined ? null : filter.shared ? words.yes : words.no;
    case 'coach':
      return personText(filter.coach, spec, localize);
    case 'coachee':
      return personText(filter.coachee, spec, localize);
    case 'group':
      return filter.group === undefined ? null : (groups.get(filter.group)?.name ?? words.someone);
    case 'dates':
      return datesText(spec, localize);
  }
}

function personText(id: string | undefined, { me, people }: FilterSpec, { messages }: DateWords): string | null {
  if (id === undefined) return null;
  if (id === 'me' || id === me) return contextWords(messages).me;
  return people.get(id)?.name ?? engagementListWords(messages).someone;
}

function datesText({ filter: { from, to }, today }: FilterSpec, localize: DateWords): string | null {
  const words = engagementListWords(localize.messages);
  const span = spanOf({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) }, today);
  if (span === 'anyDates') return null;
  if (span !== 'chooseDates') return words[span];
  const text = (date: string) => dayText(parseDay(date), today, localize);
  if (from !== undefined && to !== undefined) return from === to ? text(from) : words.span(text(from), text(to));
  return from !== undefined ? words.from(text(from)) : words.until(text(to ?? ''));
}

/** The message that names each order. */
export const SORTS = {
  title: 'sortTitle',
  '-title': 'sortTitleLast',
  start: 'sortStart',
  '-start': 'sortStartLast',
  '-updated': 'sortUpdatedLast',
  updated: 'sortUpdated',
} as const satisfies Record<EngagementSort, string>;
