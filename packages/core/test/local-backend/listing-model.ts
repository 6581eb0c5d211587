// A second reading of the lists besides that of actions, as plain as can be, to hold a repository's to; and arbitrary
// things and questions.
import type { PeopleSeen } from '@followthrough/core/domain';
import type { Kinds, ListedKind, Listings } from '@followthrough/core/local-backend';
import type { ActionRecord, ActionSort, Id, Instant, NotificationChannel, Person } from '@followthrough/core/schema';
import * as fc from 'fast-check';
import { relationship } from '../domain/builders.ts';
import {
  AT,
  causeOf,
  company,
  guest,
  invoicingMethod,
  meeting,
  notification,
  person,
  room,
  template,
} from './repository-samples.ts';

/** Names of which some are alike, of every plane, and with what a pattern would take for its own. */
const NAMES = [
  ...['Ann', 'ann', 'ÉLAN', 'elan', 'Straße', 'STRASSE', 'ς', 'Σ', '100%', '_', '\\', "O'Neil", '%'],
  ...['🎯', '\uffee', '\ufffd', 'İ', 'z', ' Zoë', 'Ann Élan Straße'],
];
const WORDS = [undefined, '', ' ', 'ann', 'STRASSE', 'é', '%', '_', '\\', "'", 'n s', '🎯', 'nobody'];
const COMPANIES = ['globex', 'initech', null];

export const anyName = fc.constantFrom(...NAMES);
/** Few instants, so that many are alike; some told more finely than they are kept, some before 1970. */
export const anyInstant: fc.Arbitrary<Instant> = fc.constantFrom(
  '1969-12-31T23:59:59.999Z',
  '1970-01-01T00:00:00Z',
  '2026-05-14T08:00:00.123456Z',
  '2026-05-14T08:00:00.1239Z',
  '2026-05-14T08:00:00.123Z',
  '2026-05-14T08:00Z',
  '2199-12-31T23:59:59.999Z',
);

/** Things of one kind, by number: what a workspace holds, or what is added to it meanwhile. */
export const THINGS: { [K in ListedKind]: (id: Id) => fc.Arbitrary<Kinds[K]> } = {
  person: (id) =>
    fc
      .record({
        name: anyName,
        side: fc.constantFrom('internal', 'external'),
        companyId: fc.constantFrom(...COMPANIES),
      })
      .map(({ side, ...rest }) => (side === 'internal' ? person(id, rest) : guest(id, rest))),
  company: (id) => anyName.map((name) => company(id, { name })),
  group: (id) => anyName.map((name) => ({ id, name, memberIds: ['report'], version: 1 })),
  relationship: (id) => anyInstant.map((createdAt) => relationship({ id, createdAt })),
  room: (id) =>
    fc
      .record({ name: anyName, isDeleted: fc.boolean() })
      .map(({ name, isDeleted }) => room(id, { name, deleted: isDeleted ? { at: AT, by: 'manager' } : null })),
  template: (id) =>
    fc.record({ name: anyName, isDeleted: fc.boolean(), isRoom: fc.boolean() }).map(({ name, isDeleted, isRoom }) =>
      template(id, {
        name,
        deleted: isDeleted ? { at: AT, by: 'manager' } : null,
        ...(isRoom ? {} : { content: { kind: 'engagement', items: [] } }),
      }),
    ),
  invoicingMethod: (id) => anyName.map((name) => invoicingMethod(id, { name })),
  meeting: (id) =>
    fc
      .record({ startsAt: anyInstant, relationshipId: fc.constantFrom('r1', 'r1', 'r2') })
      .map((fields) => meeting(id, fields)),
  notification: (id) =>
    fc
      .record({
        at: anyInstant,
        personId: fc.constantFrom('report', 'report', 'gus'),
        channels: fc.subarray<NotificationChannel>(['platform', 'email']),
        readAt: fc.constantFrom(null, AT),
      })
      .map((fields) => notification(id, fields)),
};

const anyIds = fc.subarray(['t1', 't3', 't7', 't11', 'new0', 'new2', 'nobody', 'manager']).map((ids) => new Set(ids));
const anySeen: fc.Arbitrary<PeopleSeen> = fc.oneof(
  fc.constant('everybody' as const),
  fc.record({ companyId: fc.constantFrom(...COMPANIES), ids: anyIds }),
);
const anyWords = fc.constantFrom(...WORDS);
export const WHERE: { [K in ListedKind]: fc.Arbitrary<Listings[K]> } = {
  person: fc.record({ seen: anySeen, side: fc.constantFrom(undefined, 'internal', 'external'), query: anyWords }),
  company: fc.record({ query: anyWords }),
  group: fc.record({ query: anyWords }),
  relationship: fc.oneof(fc.constant({}), fc.record({ among: anyIds })),
  room: fc.oneof(fc.record({ query: anyWords }), fc.record({ query: anyWords, among: anyIds })),
  template: fc.record({
    query: anyWords,
    kinds: fc.option(
      fc.subarray<'room' | 'engagement'>(['room', 'engagement']).map((kinds) => new Set(kinds)),
      { nil: undefined },
    ),
  }),
  invoicingMethod: fc.record({ query: anyWords }),
  meeting: fc.record({ relationshipId: fc.constantFrom('r1', 'r2', 'nowhere') }),
  notification: fc.record({
    personId: fc.constantFrom('report', 'gus', 'nobody'),
    causes: fc.option(
      anyIds.map((ids) => new Set(Array.from(ids, causeOf))),
      { nil: undefined },
    ),
    unread: fc.constantFrom(undefined, false, true),
  }),
};

/** What each list holds, one rule a line. */
const HOLDS: { [K in ListedKind]: (thing: Kinds[K], where: Listings[K]) => boolean } = {
  person: (thing, { seen, side, query }) =>
    (seen === 'everybody' || isSeen(thing, seen)) && (side ?? thing.side) === thing.side && isNamed(thing, query),
  company: (thing, { query }) => isNamed(thing, query),
  group: (thing, { query }) => isNamed(thing, query),
  relationship: ({ id }, { among }) => among === undefined || among.has(id),
  room: (thing, { query, among }) =>
    thing.deleted === null && isNamed(thing, query) && (among === undefined || among.has(thing.id)),
  template: (thing, { query, kinds }) =>
    thing.deleted === null && isNamed(thing, query) && (kinds === undefined || kinds.has(thing.content.kind)),
  invoicingMethod: (thing, { query }) => isNamed(thing, query),
  meeting: (thing, where) => thing.relationshipId === where.relationshipId,
  notification: ({ personId, cause, channels, readAt }, { causes, unread, ...where }) =>
    personId === where.personId &&
    channels.includes('platform') &&
    (causes === undefined || causes.has(cause)) &&
    (unread !== true || readAt === null),
};

function isSeen({ id, companyId }: Person, seen: Exclude<PeopleSeen, 'everybody'>): boolean {
  return seen.ids.has(id) || (companyId !== null && companyId === seen.companyId);
}

function isNamed({ name }: { name: string }, query = ''): boolean {
  const fold = (text: string) => text.replaceAll('ß', 'ss').toLowerCase().replaceAll('ς', 'σ');
  return fold(name).includes(fold(query.trim()));
}

/** The order of each list by what its reader sees: names letter by letter, accents and case aside; instants. */
const COMPARED: { [K in ListedKind]: (thing: Kinds[K]) => number[] } = {
  person: ({ name }) => letters(name),
  company: ({ name }) => letters(name),
  group: ({ name }) => letters(name),
  relationship: ({ createdAt }) => [Date.parse(createdAt)],
  room: ({ name }) => letters(name),
  template: ({ name }) => letters(name),
  invoicingMethod: ({ name }) => letters(name),
  meeting: ({ startsAt }) => [-Date.parse(startsAt)],
  notification: ({ at }) => [-Date.parse(at)],
};

function letters(name: string): number[] {
  const plain = name.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const folded = plain.replaceAll('ß', 'ss').toLowerCase().replaceAll('ς', 'σ').trim();
  return Array.from(folded, (letter) => letter.codePointAt(0) ?? 0);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((letter, index) => letter !== b[index]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
}

export function expected<K extends ListedKind>(kind: K, things: readonly Kinds[K][], where: Listings[K]): Id[] {
  const holds: (thing: Kinds[K], where: Listings[K]) => boolean = HOLDS[kind];
  const comparedOf: (thing: Kinds[K]) => number[] = COMPARED[kind];
  return things
    .filter((thing) => holds(thing, where))
    .map((thing) => ({ id: thing.id, compared: comparedOf(thing) }))
    .sort((a, b) => compare(a.compared, b.compared) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** What an action is ordered by, in either direction: what has no due date lies after what has one. */
function comparedAction({ due, createdAt, updatedAt, title }: ActionRecord, sort: ActionSort): [number, number[]] {
  if (sort.endsWith('due')) return due ? [0, [Date.parse(due.date ?? '')]] : [1, []];
  if (sort.endsWith('title')) return [0, letters(title)];
  return [0, [Date.parse(sort.endsWith('created') ? createdAt : updatedAt)]];
}

export function orderedActions(actions: readonly ActionRecord[], sort: ActionSort): Id[] {
  const direction = sort.startsWith('-') ? -1 : 1;
  return actions
    .map((action) => ({ id: action.id, compared: comparedAction(action, sort) }))
    .sort((a, b) => {
      const [x, y] = [a.compared, b.compared];
      return x[0] - y[0] || direction * compare(x[1], y[1]) || (a.id < b.id ? -1 : 1);
    })
    .map(({ id }) => id);
}

export const anySort = fc.constantFrom<ActionSort[]>(
  'due',
  '-due',
  'created',
  '-created',
  'updated',
  '-updated',
  'title',
  '-title',
);
