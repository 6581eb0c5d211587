// Which engagements a list holds and in which order (rulebook §5, api.md §5). Written once: the local backend and the tests of the
// SQL list go by it. The order is total: a key, then the id; what has no start comes last in either direction.
import type { EngagementFilter, EngagementRecord, EngagementSort, Id } from '../../schema/index.ts';
import { positionOrder, type SortPosition } from '../action-list.ts';
import { parseDay } from '../civil-date.ts';
import { parseInstant } from '../instant.ts';
import { queryKey, searchKey, titleKey } from '../text-key.ts';

/** What a list needs of an engagement; a stored record and the read model both have it. */
export type ListedEngagement = Pick<
  EngagementRecord,
  'id' | 'title' | 'status' | 'sharedAt' | 'coachId' | 'coacheeIds' | 'groupId' | 'startDate' | 'endDate' | 'updatedAt'
>;

/** The start key of an engagement without a start: after all days, and before all where the order is reversed. */
export const NO_START_KEY = 1_000_000_000;

/** The filter with `me` as who that is. */
export function engagementFilterFor(filter: EngagementFilter, me: Id): EngagementFilter {
  const named = (id: string | undefined) => (id === 'me' ? me : id);
  const { coach, coachee, ...rest } = filter;
  return {
    ...rest,
    ...(coach === undefined ? {} : { coach: named(coach) }),
    ...(coachee === undefined ? {} : { coachee: named(coachee) }),
  };
}

/** Whether a list with this filter holds the engagement. Every named part must match; `me` is already a person's id. */
export function matchesEngagement(engagement: ListedEngagement, filter: EngagementFilter): boolean {
  const { status, shared, coach, coachee, group, from, to, query } = filter;
  const wanted = query === undefined ? '' : queryKey(query);
  return (
    (status === undefined || engagement.status === status) &&
    (shared === undefined || (engagement.sharedAt !== null) === shared) &&
    (coach === undefined || engagement.coachId === coach) &&
    (coachee === undefined || engagement.coacheeIds.includes(coachee)) &&
    (group === undefined || engagement.groupId === group) &&
    ((from === undefined && to === undefined) || touches(engagement, from, to)) &&
    (wanted === '' || searchKey(engagement.title, '').includes(wanted))
  );
}

/** What the engagement is ordered by: a title key, a day number, or an instant in milliseconds. */
export function engagementSortKey(engagement: ListedEngagement, sort: EngagementSort): number | string {
  switch (sort) {
    case 'title':
    case '-title':
      return titleKey(engagement.title);
    case 'start':
    case '-start':
      if (engagement.startDate !== null) return parseDay(engagement.startDate);
      return sort === 'start' ? NO_START_KEY : -NO_START_KEY;
    case 'updated':
    case '-updated':
      return parseInstant(engagement.updatedAt);
  }
}

/** The order as a comparator of places in it. */
export function engagementOrder(sort: EngagementSort): (a: SortPosition, b: SortPosition) => number {
  return positionOrder(sort.startsWith('-'));
}

/** What has neither start nor end touches no day; one that is open on one side goes on for ever there. */
function touches(
  { startDate, endDate }: Pick<ListedEngagement, 'startDate' | 'endDate'>,
  from: string | undefined,
  to: string | undefined,
): boolean {
  if (startDate === null && endDate === null) return false;
  return (
    (to === undefined || startDate === null || startDate <= to) &&
    (from === undefined || endDate === null || endDate >= from)
  );
}
