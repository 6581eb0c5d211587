// The list of actions in SQL holds what core's own rules say it holds, in their order: on random workspaces, for every
// viewer, filter, order and page size, walked page by page to its end.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import {
  accessOf,
  actionChangedAt,
  asGuestsSee,
  canSee,
  comparatorOf,
  engagementReaderOf,
  formatDay,
  formatInstant,
  inEngagements,
  isOverdue,
  matches,
  NEVER,
  roomPlaceOf,
  sortKey,
  todayOf,
} from '@followthrough/core/domain';
import { createLocalBackend, type WorkspaceSnapshot } from '@followthrough/core/local-backend';
import type {
  ActionFilter,
  ActionRecord,
  ActionSort,
  Assignee,
  DateBasis,
  Id,
  ItemRecord,
  Person,
  RoomRecord,
  SectionRecord,
} from '@followthrough/core/schema';
import fc from 'fast-check';
import { engagement, item, STATUSES } from '../../../core/test/domain/engagement/engagement-builders.ts';
import { createSqlRepository } from '../../src/repository/sql-repository.ts';
import { removeWorkspace } from '../../src/repository/remove-workspace.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { action, dueOn, NOW, person, relationship, TODAY, workspace } from '../support/world.ts';

export const actionListSuite: Suite = { title: 'A list of actions', tests };

const ZONES = [null, 'UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Los_Angeles', 'Asia/Kolkata'];
const WORDS = [
  'Send',
  'send',
  'ÉLAN',
  'elan',
  'Straße',
  'STRASSE',
  'ς',
  'Σ',
  '100%',
  '_',
  '\\',
  "'",
  '🎯',
  '\u{FFFD}',
  'İ',
  'z',
];
const PEOPLE = ['p0', 'p1', 'p2', 'p3', 'p4'];
/** Customers' people: of c0, of c1, and of no company. */
const GUESTS = ['e0', 'e1', 'e2'];
const RELATIONSHIPS = ['r0', 'r1', 'r2'];
const ROOMS = ['g0', 'g1', 'g2'];
const ENGAGEMENTS = ['n0', 'n1', 'n2', 'n3'];
const COMPANIES = ['c0', 'c1'];
const AT = formatInstant(NOW - 30 * 86_400_000);
const SORTS: ActionSort[] = ['due', '-due', 'created', '-created', 'updated', '-updated', 'title', '-title'];

const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((list) => list.join(' '));
const day = fc.integer({ min: TODAY - 4, max: TODAY + 4 });
const zone = fc.constantFrom(...ZONES);
const someone = fc.constantFrom(...PEOPLE);
/** Few instants, so that many are alike. */
const instant = fc.integer({ min: 0, max: 5 }).map((hours) => formatInstant(NOW - hours * 3_600_000 - 7));

const randomAction = fc
  .record({
    place: fc.constantFrom('personal', ...RELATIONSHIPS),
    createdBy: someone,
    assignee: fc.option(someone),
    title: words,
    description: fc.oneof(fc.constant(''), words),
    due: fc.option(day),
    state: fc.constantFrom('todo', 'todo', 'done', 'notDone'),
    closedOn: day,
    tellsDay: fc.boolean(),
    closedDue: fc.option(day),
    createdAt: instant,
    updatedAt: instant,
    deleted: fc.constantFrom(false, false, false, false, true),
  })
  .map((drawn): Omit<ActionRecord, 'id'> => {
    const at = formatInstant(drawn.closedOn * 86_400_000 + 3_600_000);
    const isClosed = drawn.state !== 'todo';
    return {
      ...action('drawn', { createdBy: drawn.createdBy }),
      context:
        drawn.place === 'personal' ? { type: 'personal' } : { type: 'relationship', relationshipId: drawn.place },
      assignee: drawn.assignee === null ? null : { type: 'person', personId: drawn.assignee },
      title: drawn.title,
      description: drawn.description,
      due: drawn.due === null ? null : { ...dueOn(formatDay(drawn.due)), setBy: drawn.createdBy },
      state: drawn.state,
      closed: isClosed
        ? {
            at,
            by: drawn.createdBy,
            due: drawn.closedDue === null ? null : formatDay(drawn.closedDue),
            ...(drawn.tellsDay ? { on: formatDay(drawn.closedOn) } : {}),
          }
        : null,
      createdAt: drawn.createdAt,
      updatedAt: drawn.updatedAt,
      deleted: drawn.deleted ? { at, by: drawn.createdBy } : null,
    };
  });

const BASES: DateBasis[] = ['fixed', 'settled', 'projected', 'waiting', 'broken'];
const randomAssignee = fc.constantFrom<(Assignee | null)[]>(
  null,
  { type: 'primaryContact' },
  { type: 'company' },
  ...[...PEOPLE, ...GUESTS].map((personId) => ({ type: 'person' as const, personId })),
);

/** An action of a room; its dates are kept as they are drawn, for no room turns. */
const randomRoomAction = fc
  .record({
    base: randomAction,
    roomId: fc.constantFrom(...ROOMS),
    internalOnly: fc.boolean(),
    assignee: randomAssignee,
    state: fc.constantFrom('todo', 'inProgress', 'done', 'cancelled'),
    closedOn: day,
    basis: fc.constantFrom(...BASES),
    contactId: fc.constantFrom(undefined, null, ...GUESTS),
    shownAt: fc.option(instant),
  })
  .map(
    ({
      base,
      roomId,
      internalOnly,
      assignee,
      state,
      closedOn,
      basis,
      contactId,
      shownAt,
    }): Omit<ActionRecord, 'id'> => {
      const rule = { type: 'relative', amount: 1, unit: 'day', anchor: { type: 'roomCreated' } } as const;
      const isClosed = state === 'done' || state === 'cancelled';
      const at = formatInstant(closedOn * 86_400_000 + 3_600_000);
      const contact = contactId === undefined || assignee?.type !== 'primaryContact' ? {} : { contactId };
      return {
        ...base,
        context: { type: 'room', roomId, sectionId: `s-${roomId}`, internalOnly },
        assignee,
        state,
        due: base.due && { ...base.due, rule, basis },
        closed: isClosed ? { at, by: 'p0', due: null, on: formatDay(closedOn), ...contact } : null,
        ...(shownAt === null ? {} : { shown: { version: 0, updatedAt: shownAt, updatedBy: 'p0' } }),
      };
    },
  );

/** An action of an engagement, whose coachees and spectators may have it changed at other times. */
const randomEngagementAction = fc
  .record({ base: randomAction, engagementId: fc.constantFrom(...ENGAGEMENTS), shownAt: fc.option(instant) })
  .map(({ base, engagementId, shownAt }): Omit<ActionRecord, 'id'> => {
    const shown = shownAt === null ? null : { version: 1, updatedAt: shownAt };
    return {
      ...base,
      context: { type: 'engagement', engagementId, itemId: `i-${engagementId}` },
      ...(shown ? { shownTo: { coachee: shown, spectator: { ...shown, updatedAt: base.createdAt } } } : {}),
    };
  });

const randomEngagement = fc
  .record({
    people: fc.shuffledSubarray([...PEOPLE, ...GUESTS], { minLength: 3, maxLength: 6 }),
    status: fc.constantFrom(...STATUSES, 'shared' as const),
    timeZone: zone,
    deleted: fc.constantFrom(null, null, null, { at: AT, by: 'p4' }),
  })
  .map(({ people: [coachId = 'p0', coacheeId = 'p1', ...spectatorIds], status, ...rest }) => {
    const methods = { groupId: null, coachInvoicingMethodId: null, coacheeInvoicingMethodId: null };
    const made = { createdBy: 'p4', updatedBy: 'p4' };
    return engagement(status, { coachId, coacheeIds: [coacheeId], spectatorIds, ...methods, ...made, ...rest });
  });

function itemOf(engagementId: Id): ItemRecord {
  const made = { createdBy: 'p4', updatedBy: 'p4', responses: [], due: null, actionIds: [] };
  return item('action', 'unscheduled', { id: `i-${engagementId}`, engagementId, ...made });
}

const randomRoom = fc
  .record({
    memberIds: fc.uniqueArray(someone, { maxLength: 3 }),
    guests: fc.subarray(GUESTS),
    isFirstContact: fc.boolean(),
    companyId: fc.constantFrom(...COMPANIES),
    timeZone: zone,
    deleted: fc.constantFrom(null, null, null, { at: AT, by: 'p0' }),
  })
  .map(({ guests, isFirstContact, ...rest }): Omit<RoomRecord, 'id' | 'name'> => ({
    ...rest,
    guests: guests.map((personId) => ({ personId, sharedAt: AT })),
    primaryContactId: isFirstContact ? (guests[0] ?? null) : null,
    targetDate: null,
    createdBy: 'p0',
    createdAt: AT,
    updatedBy: 'p0',
    updatedAt: AT,
    version: 1,
    turnsOn: NEVER,
  }));

function sectionOf(roomId: Id): SectionRecord {
  const made = { createdBy: 'p0', createdAt: AT, updatedBy: 'p0', updatedAt: AT, version: 1, deleted: null };
  return { id: `s-${roomId}`, roomId, name: 'Section', position: 'V', ...made };
}

const randomRelationship = fc.record({
  parties: fc.shuffledSubarray(PEOPLE, { minLength: 2, maxLength: 2 }),
  createdBy: someone,
  viewerIds: fc.uniqueArray(someone, { maxLength: 2 }),
  timeZone: zone,
});

const randomWorkspace = fc
  .record({
    zones: fc.array(zone, { minLength: PEOPLE.length, maxLength: PEOPLE.length }),
    relationships: fc.array(randomRelationship, { minLength: RELATIONSHIPS.length, maxLength: RELATIONSHIPS.length }),
    timeZone: fc.constantFrom('UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'),
    rooms: fc.array(randomRoom, { minLength: ROOMS.length, maxLength: ROOMS.length }),
    engagements: fc.array(randomEngagement, { minLength: ENGAGEMENTS.length, maxLength: ENGAGEMENTS.length }),
    actions: fc.array(fc.oneof(randomAction, randomRoomAction, randomEngagementAction), {
      minLength: 45,
      maxLength: 80,
      size: 'max',
    }),
  })
  .map(({ zones, relationships, timeZone, rooms, engagements, actions }): WorkspaceSnapshot => ({
    workspace: workspace({ id: 'random', timeZone }),
    companies: COMPANIES.map((id) => ({ id, name: id, version: 1 })),
    people: [
      ...PEOPLE.map((id, index) =>
        person(id, { timeZone: zones[index] ?? null, role: id === 'p4' ? 'admin' : 'member' }),
      ),
      ...GUESTS.map((id, index) =>
        person(id, { side: 'external', role: 'guest', companyId: COMPANIES[index] ?? null }),
      ),
    ],
    rooms: rooms.map((room, index) => ({ ...room, id: ROOMS[index] ?? '', name: `Room ${index}` })),
    sections: ROOMS.map(sectionOf),
    engagements: engagements.map((one, index) => ({ ...one, id: ENGAGEMENTS[index] ?? '' })),
    items: ENGAGEMENTS.map(itemOf),
    relationships: relationships.map(({ parties: [managerId = 'p0', reportId = 'p1'], ...rest }, index) =>
      relationship(RELATIONSHIPS[index] ?? '', managerId, reportId, rest),
    ),
    // Ids that are not in the order of making.
    actions: actions.map((record, index) => ({ ...record, id: `a${(index * 37) % 61}_${index}` })),
  }));

const status = fc.constantFrom('todo', 'overdue', 'inProgress', 'done', 'doneLate', 'notDone', 'cancelled');
/** Asked for now and then: a filter of many parts finds nothing. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const randomQuery = fc.record({
  viewer: fc.constantFrom(...PEOPLE, 'p4', 'p4', ...GUESTS, ...GUESTS),
  sort: fc.constantFrom(...SORTS),
  limit: fc.integer({ min: 2, max: 12 }),
  filter: fc.record({
    status: maybe(fc.uniqueArray(status, { maxLength: 4 })),
    assignee: maybe(fc.constantFrom('me', 'me', 'none', ...PEOPLE, ...GUESTS)),
    context: maybe(
      fc.constantFrom(
        ...['personal', 'relationship', 'room', 'room', 'relationship:r0', 'relationship:r2', 'room:g0'],
        ...['engagement', 'engagement', 'engagement:n0'],
      ),
    ),
    side: maybe(fc.constantFrom('us' as const, 'them' as const)),
    overdue: maybe(fc.boolean()),
    dueFrom: maybe(day.map(formatDay)),
    dueTo: maybe(day.map(formatDay)),
    recent: maybe(fc.integer({ min: 1, max: 4 })),
    query: maybe(fc.oneof(words, fc.constantFrom('', ' ', 'strasse', 'SEND', '%', 'n s'))),
  }),
});

/** Only the named parts: what is undefined is left out. */
function given(filter: { [F in keyof ActionFilter]?: ActionFilter[F] | undefined }): ActionFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** What the list holds by core's rules, applied to everything there is. */
function expected(world: WorkspaceSnapshot, viewerId: Id, filter: ActionFilter, sort: ActionSort): Id[] {
  const relationships = world.relationships ?? [];
  const people = new Map(world.people.map((each) => [each.id, each]));
  const { role, companyId } = people.get(viewerId) as Person;
  const viewer = { personId: viewerId, role, companyId };
  const access = inEngagements(accessOf(viewer, relationships, world.rooms), world.engagements ?? []);
  const clocks = {
    relationships: new Map(relationships.map((each) => [each.id, each])),
    rooms: access.rooms,
    engagements: access.engagements,
    people,
    workspace: world.workspace,
  };
  const placeOf = ({ context }: Pick<ActionRecord, 'context'>) => {
    const room = context.type === 'room' ? access.rooms.get(context.roomId) : undefined;
    return room && roomPlaceOf(room, viewer);
  };
  const roleIn = ({ context }: Pick<ActionRecord, 'context'>) => {
    const engagement = context.type === 'engagement' ? access.engagements.get(context.engagementId) : undefined;
    return engagement && engagementReaderOf(engagement, viewer)?.role;
  };
  const asSeen = (record: ActionRecord): ActionRecord => {
    const role = roleIn(record);
    if (role !== undefined) return { ...record, updatedAt: actionChangedAt(record, role) };
    return placeOf(record)?.whole === false ? asGuestsSee(record) : record;
  };
  const around = (record: ActionRecord) => {
    return { room: placeOf(record), people, titleOnly: roleIn(record) === 'spectator' };
  };
  return ((world.actions ?? []) as ActionRecord[])
    .filter((record) => record.deleted === null && canSee(record, access))
    .filter((record) => matches(record, filter, todayOf(record, clocks, NOW), viewerId, around(record)))
    .map((record) => ({ key: sortKey(asSeen(record), sort), id: record.id }))
    .sort(comparatorOf(sort))
    .map(({ id }) => id);
}

function tests(engine: Engine): void {
  it('holds what core says, in core’s order, page by page, whatever is asked', async () => {
    const seen = { walks: 0, rows: 0, overdue: 0, inRooms: 0, toGuests: 0, toAdmins: 0, inEngagements: 0 };
    await fc.assert(
      fc.asyncProperty(
        randomWorkspace,
        fc.array(randomQuery, { minLength: 12, maxLength: 12 }),
        async (world, queries) => {
          await removeWorkspace(engine.database, 'random');
          await seedWorkspace(engine.database, world);
          const repository = createSqlRepository(engine.database, 'random');
          for (const { viewer, sort, limit, filter: drawn } of queries) {
            const filter = given(drawn);
            const wanted = expected(world, viewer, filter, sort);
            const backend = createLocalBackend({ repository, viewerId: viewer, now: () => NOW, newId: () => 'unused' });
            const walked: Id[] = [];
            let cursor: string | undefined;
            do {
              const page = await backend.actions.list({ ...filter, sort, limit, cursor, count: true });
              assert.equal(page.count, wanted.length);
              assert.ok(page.items.length <= limit);
              assert.ok(page.items.length === limit || page.next === null, 'a page that is not full is the last');
              walked.push(...page.items.map(({ id }) => id));
              seen.overdue += page.items.filter((item) => isOverdue(item, TODAY)).length;
              const inRooms = page.items.filter(({ context }) => context.type === 'room').length;
              seen.inRooms += inRooms;
              if (GUESTS.includes(viewer)) seen.toGuests += inRooms;
              const inEngagements = page.items.filter(({ context }) => context.type === 'engagement').length;
              seen.inEngagements += inEngagements;
              if (viewer === 'p4') seen.toAdmins += inEngagements;
              cursor = page.next ?? undefined;
            } while (cursor !== undefined && walked.length <= wanted.length);
            assert.deepEqual(walked, wanted);
            seen.walks++;
            seen.rows += walked.length;
          }
        },
      ),
      { numRuns: engine.full ? 300 : 12 },
    );
    // The random worlds were not all empty.
    assert.ok(seen.rows > seen.walks && seen.overdue > 0 && seen.toGuests > 0, JSON.stringify(seen));
    assert.ok(seen.inRooms > seen.toGuests, JSON.stringify(seen));
    assert.ok(seen.toAdmins > 0 && seen.inEngagements > seen.toAdmins, JSON.stringify(seen));
  });
}
