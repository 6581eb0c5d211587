// The facets of a list's filter as a person sees them: which named span of due dates a filter means, and how many
// facets are set at all.
import { type Day, formatDay, startOfWeek } from '@followthrough/core/domain';
import type { ActionFilter, ActionStatus } from '@followthrough/core/schema';

/** The statuses of personal and relationship actions, of rooms' actions, and of all. */
export const STATUSES: readonly ActionStatus[] = ['todo', 'overdue', 'done', 'doneLate', 'notDone'];
export const ROOM_STATUSES: readonly ActionStatus[] = ['todo', 'inProgress', 'overdue', 'done', 'cancelled'];
export const ALL_STATUSES: readonly ActionStatus[] = [
  'todo',
  'inProgress',
  'overdue',
  'done',
  'doneLate',
  'notDone',
  'cancelled',
];

/** Named spans of due dates; `dates` is any other one. */
export const SPANS = ['any', 'overdue', 'today', 'thisWeek', 'twoWeeks'] as const;
export type Span = (typeof SPANS)[number] | 'dates';

/** What a named span of due dates asks for. */
export function spanFilter(span: (typeof SPANS)[number], today: Day, weekStart: number): ActionFilter {
  switch (span) {
    case 'any':
      return {};
    case 'overdue':
      return { overdue: true };
    case 'today':
      return between(today, today);
    case 'thisWeek': {
      const first = startOfWeek(today, weekStart);
      return between(first, first + 6);
    }
    case 'twoWeeks':
      return between(today, today + 13);
  }
}

function between(first: Day, last: Day): ActionFilter {
  return { dueFrom: formatDay(first), dueTo: formatDay(last) };
}

/** Which span a filter's dates are. */
export function spanOf({ overdue, dueFrom, dueTo }: ActionFilter, today: Day, weekStart: number): Span {
  const same = SPANS.find((span) => {
    const named = spanFilter(span, today, weekStart);
    return (named.overdue ?? false) === (overdue ?? false) && named.dueFrom === dueFrom && named.dueTo === dueTo;
  });
  return same ?? 'dates';
}

/** The facets of a filter: as chips show them, the words searched for, and whose turn it is. */
export type FilterFacet = 'status' | 'assignee' | 'where' | 'due' | 'query' | 'side';

/** The filter without one facet. */
export function withoutFacet(filter: ActionFilter, facet: FilterFacet): ActionFilter {
  const { status, assignee, context, overdue, dueFrom, dueTo, query, side, ...rest } = filter;
  return {
    ...rest,
    ...(facet !== 'status' && status ? { status } : {}),
    ...(facet !== 'assignee' && assignee !== undefined ? { assignee } : {}),
    ...(facet !== 'where' && context !== undefined ? { context } : {}),
    ...(facet !== 'due' && overdue !== undefined ? { overdue } : {}),
    ...(facet !== 'due' && dueFrom !== undefined ? { dueFrom } : {}),
    ...(facet !== 'due' && dueTo !== undefined ? { dueTo } : {}),
    ...(facet !== 'side' && side !== undefined ? { side } : {}),
    ...(facet !== 'query' && query !== undefined ? { query } : {}),
  };
}

/** Which facets are set. */
export function facetsOf(filter: ActionFilter): FilterFacet[] {
  const { status, assignee, context, overdue, dueFrom, dueTo, query, side } = filter;
  const facets: FilterFacet[] = [];
  if (status !== undefined) facets.push('status');
  if (assignee !== undefined) facets.push('assignee');
  if (context !== undefined) facets.push('where');
  if (overdue !== undefined || dueFrom !== undefined || dueTo !== undefined) facets.push('due');
  if (query !== undefined && query !== '') facets.push('query');
  if (side !== undefined) facets.push('side');
  return facets;
}
