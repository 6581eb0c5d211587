// The lists besides that of actions – people, companies, groups and invoicing methods by name, relationships as they were made, meetings
// and what a person was told latest first – each with the key it is ordered by and what it can be narrowed to. Memory orders and narrows by these
// functions; SQL keeps the same keys in columns.
import { isAmong, parseInstant, positionOrder, queryKey, searchKey, titleKey } from '../domain/index.ts';
import type { Id } from '../schema/index.ts';
import { type Ordered, pageOfWalks, type Walk } from './ordered-page.ts';
import type { Kinds, ListAnswer, ListedKind, Listings, PageRequest } from './repository.ts';

interface Listing<K extends ListedKind> {
  descending: boolean;
  /** What it is ordered by: a name's key, or an instant in milliseconds. */
  keyOf: (thing: Kinds[K]) => number | string;
  isWanted: (thing: Kinds[K], where: Listings[K]) => boolean;
}

const byName = ({ name }: { name: string }) => titleKey(name);
const holds = ({ name }: { name: string }, query: string) => query === '' || searchKey(name, '').includes(query);

/** Each list: its order and what it holds. */
export const LISTINGS: { [K in ListedKind]: Listing<K> } = {
  person: {
    descending: false,
    keyOf: byName,
    isWanted: (person, { seen, side, query = '' }) =>
      isAmong(person, seen) && (side === undefined || person.side === side) && holds(person, queryKey(query)),
  },
  company: {
    descending: false,
    keyOf: byName,
    isWanted: (company, { query = '' }) => holds(company, queryKey(query)),
  },
  group: {
    descending: false,
    keyOf: byName,
    isWanted: (group, { query = '' }) => holds(group, queryKey(query)),
  },
  relationship: {
    descending: false,
    keyOf: ({ createdAt }) => parseInstant(createdAt),
    isWanted: ({ id }, { among }) => among?.has(id) ?? true,
  },
  room: {
    descending: false,
    keyOf: byName,
    isWanted: (room, { query = '', among }) =>
      room.deleted === null && (among?.has(room.id) ?? true) && holds(room, queryKey(query)),
  },
  template: {
    descending: false,
    keyOf: byName,
    isWanted: (template, { query = '', kinds }) =>
      template.deleted === null && (kinds?.has(template.content.kind) ?? true) && holds(template, queryKey(query)),
  },
  invoicingMethod: {
    descending: false,
    keyOf: byName,
    isWanted: (method, { query = '' }) => holds(method, queryKey(query)),
  },
  meeting: {
    descending: true,
    keyOf: ({ startsAt }) => parseInstant(startsAt),
    isWanted: (meeting, { relationshipId }) => meeting.relationshipId === relationshipId,
  },
  notification: {
    descending: true,
    keyOf: ({ at }) => parseInstant(at),
    isWanted: (told, { personId, causes, unread = false }) =>
      told.personId === personId &&
      (causes?.has(told.cause) ?? true) &&
      told.channels.includes('platform') &&
      (!unread || told.readAt === null),
  },
};

const keys = new WeakMap<object, number | string>();

/** A thing with its place in its list; the key of one that is frozen is made once. */
export function placed<K extends ListedKind>(kind: K, thing: Kinds[K]): Ordered<Kinds[K]> {
  let key = keys.get(thing);
  if (key === undefined) {
    key = LISTINGS[kind].keyOf(thing);
    if (Object.isFrozen(thing)) keys.set(thing, key);
  }
  return { key, id: thing.id, record: thing };
}

/** Things in the order of their list. */
export function inListOrder<K extends ListedKind>(kind: K, things: Iterable<Kinds[K]>): Ordered<Kinds[K]>[] {
  return Array.from(things, (thing) => placed(kind, thing)).sort(positionOrder(LISTINGS[kind].descending));
}

/** A page of a list over what is kept and what a transaction wrote. */
export function pageOfListing<K extends ListedKind>(
  kind: K,
  where: Listings[K],
  page: PageRequest,
  kept: Omit<Walk<Kinds[K]>, 'wanted'>,
): ListAnswer<Kinds[K]> {
  const { descending, isWanted }: Listing<K> = LISTINGS[kind];
  return pageOfWalks([{ ...kept, wanted: (thing) => isWanted(thing, where) }], page, positionOrder(descending));
}

/** A page of things that are all at hand. */
export function pageOfHeld<K extends ListedKind>(
  kind: K,
  where: Listings[K],
  page: PageRequest,
  things: Iterable<Kinds[K]>,
): ListAnswer<Kinds[K]> {
  return pageOfListing(kind, where, page, {
    committed: inListOrder(kind, things),
    own: [],
    covered: new Map<Id, never>(),
  });
}
