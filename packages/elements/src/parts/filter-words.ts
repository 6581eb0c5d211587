// What the chips of a filter say: the value of each facet in words, or null where it takes all.
import { type Day, NO_ASSIGNEE, parseDay } from '@followthrough/core/domain';
import type { ActionFilter, ActionSort, ActionStatus, Id, Person } from '@followthrough/core/schema';
import type { Grouping } from '@followthrough/core/stores';
import type { nothing, TemplateResult } from 'lit';
import { type DateWords, dayText } from '../dates/date-label.ts';
import { filterWords } from '../localize/late-filter.ts';
import { ALL_STATUSES, type FilterFacet, ROOM_STATUSES, spanOf, STATUSES } from './filter-facets.ts';
import { contextWords } from '../localize/late-acts.ts';

export interface FilterBarSpec {
  filter: ActionFilter;
  sort: ActionSort;
  grouping: Grouping;
  /** How many rows the filter gives; null while that is not known. */
  count: number | null;
  me: Id | null;
  people: readonly Person[];
  /** Relationships to filter by, with the name each is shown by; null where the list has one place: no Where chip. */
  relationships: readonly { id: Id; label: string; description?: string | undefined }[] | null;
  /** Rooms to filter by; absent: none. */
  rooms?: readonly { id: Id; label: string }[] | undefined;
  /** Engagements to filter by; absent: none. */
  engagements?: readonly { id: Id; label: string }[] | undefined;
  /** Whether all are rooms' actions. */
  ofRooms?: boolean | undefined;
  today: Day;
  weekStart?: number | undefined;
  /** The button of the saved views, where there are any. */
  views?: TemplateResult | typeof nothing | undefined;
  onFilter: (filter: ActionFilter) => void;
  onSort: (sort: ActionSort) => void;
  onGrouping: (grouping: Grouping) => void;
  /** Opens what else can be done with the list; absent: nothing can. */
  onMore?: ((anchor: HTMLElement) => void) | undefined;
}

/** The message that names each order. */
export const SORTS = {
  due: 'sortDue',
  '-due': 'sortDueLast',
  '-created': 'sortCreatedLast',
  created: 'sortCreated',
  '-updated': 'sortUpdatedLast',
  updated: 'sortUpdated',
  title: 'sortTitle',
  '-title': 'sortTitleLast',
} as const satisfies Record<ActionSort, string>;
/** The message that names each grouping. */
export const GROUPINGS = {
  none: 'groupNone',
  due: 'groupDue',
  status: 'groupStatus',
  assignee: 'groupAssignee',
  context: 'groupContext',
} as const satisfies Record<Grouping, string>;

/** The facets that have a chip. */
export type ChipFacet = Exclude<FilterFacet, 'query' | 'side'>;

/** The statuses that the list's actions can have. */
export function statusesOf({ ofRooms, rooms }: Pick<FilterBarSpec, 'ofRooms' | 'rooms'>): readonly ActionStatus[] {
  if (ofRooms) return ROOM_STATUSES;
  return rooms && rooms.length > 0 ? ALL_STATUSES : STATUSES;
}

/** What a grouping is called where the list is of rooms' actions alone, or of theirs too. */
export function groupingText(grouping: Grouping, spec: FilterBarSpec, words: DateWords): string {
  const filter = filterWords(words.messages);
  if (grouping === 'context' && spec.ofRooms) return filter.groupRoom;
  if (grouping === 'context' && (spec.rooms?.length || spec.engagements?.length)) return filter.where;
  return filter[GROUPINGS[grouping]];
}

/** The value of a facet in words, or null where it takes all. */
export function facetText(facet: ChipFacet, spec: FilterBarSpec, words: DateWords): string | null {
  switch (facet) {
    case 'status':
      return statusText(spec, words);
    case 'assignee':
      return assigneeText(spec, words);
    case 'where':
      return whereText(spec, words);
    case 'due':
      return dueText(spec, words);
  }
}

function statusText(spec: FilterBarSpec, { messages, dates }: DateWords): string | null {
  const { status } = spec.filter;
  if (!status) return null;
  const names = statusesOf(spec)
    .filter((one) => status.includes(one))
    .map((one) => messages.status[one]);
  return dates.isolated(new Intl.ListFormat(dates.locale, { style: 'short', type: 'unit' }).format(names));
}

function assigneeText({ filter: { assignee }, me, people }: FilterBarSpec, { messages }: DateWords): string | null {
  if (assignee === undefined) return null;
  if (assignee === NO_ASSIGNEE) return filterWords(messages).nobody;
  if (assignee === 'me' || assignee === me) return contextWords(messages).me;
  return people.find(({ id }) => id === assignee)?.name ?? messages.context.unknownPerson;
}

function whereText(
  { filter: { context }, relationships, rooms, engagements }: FilterBarSpec,
  { messages }: DateWords,
): string | null {
  if (context === undefined) return null;
  if (context === 'personal') return messages.context.personal;
  const [type, id] = context.split(':', 2);
  if (type === 'room') return rooms?.find((one) => one.id === id)?.label ?? filterWords(messages).groupRoom;
  if (type === 'engagement') return engagements?.find((one) => one.id === id)?.label ?? messages.context.engagement;
  return relationships?.find((one) => one.id === id)?.label ?? filterWords(messages).groupContext;
}

function dueText({ filter, today, weekStart }: FilterBarSpec, words: DateWords): string | null {
  const { messages, dates } = words;
  const span = spanOf(filter, today, weekStart ?? dates.weekStart);
  if (span === 'any') return null;
  if (span !== 'dates') return filterWords(messages)[span];
  const { dueFrom, dueTo } = filter;
  const text = (date: string) => dayText(parseDay(date), today, words);
  if (dueFrom !== undefined && dueTo !== undefined) return filterWords(messages).span(text(dueFrom), text(dueTo));
  if (dueFrom !== undefined) return filterWords(messages).since(text(dueFrom));
  return dueTo === undefined ? filterWords(messages).overdue : filterWords(messages).until(text(dueTo));
}
