// Which actions a list holds and in which order (rulebook §2.3, api.md §5). Written once: the local backend, the SQL
// repository's tests and the page's own lists all go by it. A list's order is total: a key, then the id; what has no due
// date comes last in either direction.
import type {
  Action,
  ActionFilter,
  ActionRecord,
  ActionSort,
  ActionStatus,
  CivilDate,
  Closing,
  Id,
} from '../schema/index.ts';
import { containerOf } from './container.ts';
import { type Day, formatDay, parseDay } from './civil-date.ts';
import { parseInstant } from './instant.ts';
import { type KnownSides, sideOf } from './room-people.ts';
import { isHeldBy, type RoomPlace } from './room-place.ts';
import { closedOn, isOpen, isOverdue, statusOf } from './status.ts';
import { compareByCodePoint, queryKey, searchKey, titleKey } from './text-key.ts';

/** What a list needs of an action; a stored record and the read model both have it. Never changed in place. */
export interface Listed extends Pick<
  Action,
  'id' | 'context' | 'title' | 'description' | 'assignee' | 'state' | 'createdAt' | 'updatedAt'
> {
  due: { date: CivilDate | null; basis: NonNullable<Action['due']>['basis'] } | null;
  closed: Closing | null;
  createdBy: Id | null;
}

/** The due key of an action without a due date: after all days, and before all where the order is reversed. */
export const NO_DUE_KEY = 1_000_000_000;

/** An action's place in an order: its key, and its id among equals. */
export interface SortPosition {
  key: number | string;
  id: Id;
}

/** In a filter, in place of a person's id: what is assigned to nobody. */
export const NO_ASSIGNEE = 'none';

/** What a list is narrowed to: beside a filter, several places at once. */
export interface NarrowedFilter extends ActionFilter {
  /** Any of these contexts, such as `room:ID`. */
  contexts?: readonly string[] | undefined;
}

/** What a filter goes by beside the action itself: of a room's action, the room and the sides of those who hold it. */
export interface Surroundings {
  room?: RoomPlace | undefined;
  /** At least those whom the room's actions are assigned to by name. */
  people?: KnownSides | undefined;
  /** Whether its reader sees no description: then nothing is found by it (an engagement's spectators). */
  titleOnly?: boolean | undefined;
}

const NOBODY: KnownSides = new Map();

/**
 * Whether a list with this filter holds the action. Every named part must match.
 * @param today today on the clock of the action's container
 * @param me who `assignee: 'me'` is; not needed where the filter names a person's id
 * @param around of a room's action, what is known of its room; without it, nobody is the contact or of the company there
 * @throws TypeError where the filter says `me` and nobody is given
 * @example matches(action, { status: ['todo', 'overdue'], assignee: 'me' }, today, viewer.personId)
 */
export function matches(
  action: Listed,
  filter: NarrowedFilter,
  today: Day,
  me?: Id,
  { room, people = NOBODY, titleOnly = false }: Surroundings = {},
): boolean {
  const { status, assignee, context, contexts, overdue, side, dueFrom, dueTo, recent, query } = filter;
  const date = action.due?.date ?? null;
  return (
    (status === undefined || hasStatus(action, status, today)) &&
    (assignee === undefined || isAssigned(action, assignee, me, room)) &&
    (context === undefined || isIn(action, context)) &&
    (contexts === undefined || contexts.some((one) => isIn(action, one))) &&
    (overdue === undefined || isOverdue(action, today) === overdue) &&
    // Whose turn it is, is told of rooms' actions alone (rulebook §4); none of the others waits on a side.
    (side === undefined || (action.context.type === 'room' && sideOf(action, people) === side)) &&
    (dueFrom === undefined || (date !== null && date >= dueFrom)) &&
    (dueTo === undefined || (date !== null && date <= dueTo)) &&
    (recent === undefined || isRecent(action, recent, today)) &&
    (query === undefined || holds(action, query, titleOnly))
  );
}

/** Whether the shown status is one of these; `overdue` also takes a room's action that carries the overdue mark. */
export function hasStatus(action: Listed, wanted: readonly ActionStatus[], today: Day): boolean {
  return wanted.includes(statusOf(action, today)) || (wanted.includes('overdue') && isOverdue(action, today));
}

/**
 * Whether the action is recent activity: open, or closed today or in the `days` days before (rulebook §2.3).
 * @param today today on the clock of the action's container
 */
export function isRecent(action: Pick<Listed, 'state' | 'closed'>, days: number, today: Day): boolean {
  if (isOpen(action.state)) return true;
  return action.closed !== null && closedOn(action.closed) >= formatDay(today - days);
}

/** The action as guests of its room have it ordered: by when it changed to their eyes. The very same where that is no other. */
export function asGuestsSee(record: ActionRecord): ActionRecord {
  return record.shown === undefined ? record : { ...record, ...record.shown };
}

/**
 * What the action is ordered by: a day number, an instant in milliseconds, or a title key. A `-` order is by the same key
 * backwards; only the key of no due date differs, so that it stays last.
 */
export function sortKey(
  action: Pick<Listed, 'due' | 'createdAt' | 'updatedAt' | 'title'>,
  sort: ActionSort,
): number | string {
  switch (sort) {
    case 'due':
    case '-due': {
      const date = action.due?.date ?? null;
      if (date !== null) return parseDay(date);
      return sort === 'due' ? NO_DUE_KEY : -NO_DUE_KEY;
    }
    case 'created':
    case '-created':
      return parseInstant(action.createdAt);
    case 'updated':
    case '-updated':
      return parseInstant(action.updatedAt);
    case 'title':
    case '-title':
      return titleKey(action.title);
  }
}

/** Whether the order goes from the greatest key to the least; ids go upwards in either. */
export function isDescending(sort: ActionSort): boolean {
  return sort.startsWith('-');
}

/**
 * The order as a comparator of places in it, keys made before: negative where `a` comes first, 0 only for the same place.
 * @example rows.map((action) => ({ key: sortKey(action, sort), id: action.id, action })).sort(comparatorOf(sort))
 */
export function comparatorOf(sort: ActionSort): (a: SortPosition, b: SortPosition) => number {
  return positionOrder(isDescending(sort));
}

/** The order of places by key, upwards or downwards, and among equals by id, upwards. */
export function positionOrder(descending: boolean): (a: SortPosition, b: SortPosition) => number {
  const direction = descending ? -1 : 1;
  return (a, b) => direction * compareKeys(a.key, b.key) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The actions in order, as a new array. */
export function sortedActions<T extends Listed>(actions: Iterable<T>, sort: ActionSort): T[] {
  return Array.from(actions, (action) => ({ action, key: sortKey(action, sort), id: action.id }))
    .sort(comparatorOf(sort))
    .map(({ action }) => action);
}

function compareKeys(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareByCodePoint(String(a), String(b));
}

function isAssigned(action: Listed, assignee: string, me: Id | undefined, room: RoomPlace | undefined): boolean {
  return assignee === NO_ASSIGNEE ? action.assignee === null : isHeldBy(action, personOf(assignee, me), room);
}

function personOf(assignee: string, me: Id | undefined): Id {
  if (assignee !== 'me') return assignee;
  if (me === undefined) throw new TypeError("The filter says assignee 'me': pass the viewer's person id as `me`.");
  return me;
}

function isIn(action: Listed, context: string): boolean {
  const [type, id] = context.split(':', 2);
  return action.context.type === type && (id === undefined || containerOf(action).id === id);
}

const searchKeys = new WeakMap<Listed, string>();

function holds(action: Listed, query: string, titleOnly: boolean): boolean {
  const wanted = queryKey(query);
  if (wanted === '') return true;
  if (titleOnly) return searchKey(action.title, '').includes(wanted);
  let key = searchKeys.get(action);
  if (key === undefined) searchKeys.set(action, (key = searchKey(action.title, action.description)));
  return key.includes(wanted);
}
