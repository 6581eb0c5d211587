// Where a database holds many workspaces' people, companies, groups, relationships and meetings, a page of one of those
// lists is read along an index in the list's order: no scan of the table, no sort of more than the page, and hardly more
// rows looked at than it holds, wherever it begins.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { PeopleSeen } from '@followthrough/core/domain';
import type { ListedKind, Listings } from '@followthrough/core/local-backend';
import { sql } from 'kysely';
import type { Query } from '../../src/database/database.ts';
import { inWorkspace } from '../../src/database/tenant.ts';
import { listingCountQuery, listingQuery, roomsOfQuery } from '../../src/repository/listing.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import { inBulk } from '../support/bulk-fill.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { assertByIndex, planIn, rowsInto, rowsRead } from '../support/plan.ts';
import { formatInstant, newEngagement } from '@followthrough/core/domain';
import { NOW, person, workspace } from '../support/world.ts';

export const explainListingSuite: Suite = { title: 'The other lists at scale', tests };

const LIMIT = 50;
/** So many of each in the workspace that is asked; nine times as many in another. */
const SIZE = {
  company: 2000,
  person: 10_000,
  member_group: 2000,
  relationship: 6000,
  room: 3000,
  template: 2000,
  meeting: 8000,
  invoicing_method: 2000,
  notification: 8000,
};
const TABLES: Record<ListedKind, keyof typeof SIZE> = {
  person: 'person',
  company: 'company',
  group: 'member_group',
  relationship: 'relationship',
  room: 'room',
  template: 'template',
  invoicingMethod: 'invoicing_method',
  meeting: 'meeting',
  notification: 'notification',
};

interface Asked<K extends ListedKind> {
  kind: K;
  where: Listings[K];
  /** A position within the list. */
  key: number | string;
  /** Rows looked at, at most; null where words are looked for, which may be anywhere. */
  most: number | null;
}
const asked = <K extends ListedKind>(kind: K, where: Listings[K], key: number | string, most: number | null) =>
  ({ kind, where, key, most }) as unknown as Asked<'company'>;

/** Some few among those walked may be of the other side, or alike in their keys with where the page begins. */
const PAGE = LIMIT + 10;
const known = new Set(Array.from({ length: 40 }, (_, index) => `big-${index * 7}`));
/** What the person was told of. */
const every = Array.from({ length: SIZE.notification / 2 }, (_, index) => `cause ${index * 2}`);
const guestOf = (companyId: string | null): PeopleSeen => ({ companyId, ids: known });
const ASKED: Record<string, Asked<'company'>> = {
  everybody: asked('person', { seen: 'everybody' }, 'person 5', PAGE),
  'our own team': asked('person', { seen: 'everybody', side: 'internal' }, 'person 5', PAGE),
  'customers’ people': asked('person', { seen: 'everybody', side: 'external' }, 'person 5', PAGE),
  'people by a part of their names': asked('person', { seen: 'everybody', query: '77' }, 'person 5', null),
  'the people a guest sees': asked('person', { seen: guestOf('big-0') }, 'person 3', PAGE + known.size),
  'the people a guest without a company sees': asked('person', { seen: guestOf(null) }, 'person 3', known.size),
  companies: asked('company', {}, 'company 5', PAGE),
  'companies by a part of their names': asked('company', { query: '7' }, 'company 5', null),
  groups: asked('group', {}, 'member_group 5', PAGE),
  'an admin’s relationships': asked('relationship', {}, NOW - 90_000_000, PAGE),
  'relationships that a token is narrowed to': asked('relationship', { among: known }, NOW - 90_000_000, known.size),
  'an admin’s rooms': asked('room', {}, 'room 5', PAGE),
  'rooms that a token is narrowed to': asked('room', { among: known }, 'room 3', null),
  templates: asked('template', {}, 'template 5', PAGE),
  'invoicing methods': asked('invoicingMethod', {}, 'invoicing_method 5', PAGE),
  'what a person was told': asked(
    'notification',
    { personId: 'big-maker', causes: new Set(every) },
    NOW - 9_000_000,
    PAGE,
  ),
  'what a person was told of some things': asked(
    'notification',
    { personId: 'big-maker', causes: new Set(every.slice(0, 40)) },
    NOW - 9_000_000,
    null,
  ),
  'what a person has not read': asked('notification', { personId: 'big-maker', unread: true }, NOW - 9_000_000, PAGE),
  'a relationship’s meetings': asked('meeting', { relationshipId: 'big-0' }, NOW - 9_000_000, PAGE),
};

function tests(engine: Engine): void {
  before(async () => {
    const fills = { big: 1, bigger: 9 };
    for (const id of Object.keys(fills)) {
      await seedWorkspace(engine.database, {
        workspace: workspace({ id }),
        people: [person(`${id}-maker`), person(`${id}-coach`)],
        engagements: [
          newEngagement(
            { title: 'Coaching', coachId: `${id}-coach`, coacheeIds: [`${id}-maker`], groupId: null },
            `${id}-engagement`,
            { by: `${id}-maker`, at: formatInstant(NOW) },
          ),
        ],
      });
    }
    await inBulk(engine.database, async () => {
      for (const [id, times] of Object.entries(fills))
        await inWorkspace(engine.database, id, (query) => fill(query, id, times));
    });
  });

  /** One company in a hundred people's; half of all meetings are one relationship's. */
  async function fill(query: Query, workspaceId: string, times: number): Promise<void> {
    await sql`set local statement_timeout = 0`.execute(query);
    const id = sql`${workspaceId} || '-' || n`;
    const at = sql`to_timestamp(${NOW / 1000}::double precision - n * 60)`;
    const of = (table: keyof typeof SIZE) => sql`from generate_series(0, ${SIZE[table] * times - 1}::integer) as n`;
    const named = (table: string) => sql`${table} || ' ' || n, ${table} || ' ' || n, ${table} || ' ' || n`;
    await sql`insert into company (workspace_id, id, version, name, name_key, search_key)
      select ${workspaceId}, ${id}, 1, ${named('company')} ${of('company')}`.execute(query);
    await sql`insert into person (workspace_id, id, version, side, role, company_id, name, name_key, search_key)
      select ${workspaceId}, ${id}, 1, case when n % 50 = 0 then 'internal' else 'external' end, 'guest',
        ${workspaceId} || '-' || case when n % 3 = 0 then 0 else n % 1000 end, ${named('person')} ${of('person')}`.execute(
      query,
    );
    await sql`insert into member_group (workspace_id, id, version, member_ids, name, name_key, search_key)
      select ${workspaceId}, ${id}, 1, '{}', ${named('member_group')} ${of('member_group')}`.execute(query);
    await sql`insert into relationship (workspace_id, id, version, manager_id, report_id, created_by, viewer_ids,
        created_at, updated_at)
      select ${workspaceId}, ${id}, 1, ${workspaceId} || '-' || n, ${workspaceId} || '-' || (n + 1),
        ${`${workspaceId}-maker`}, '{}', ${at}, ${at} ${of('relationship')}`.execute(query);
    await sql`insert into room (workspace_id, id, version, company_id, member_ids, guests, created_by, created_at,
        updated_at, updated_by, name, name_key, search_key)
      select ${workspaceId}, ${id}, 1, ${workspaceId} || '-0',
        array[${workspaceId} || '-' || n % 100], jsonb_build_array(jsonb_build_object('personId',
          ${workspaceId} || '-' || (100 + n % 100), 'sharedAt', ${formatInstant(NOW)}::text)),
        ${`${workspaceId}-maker`}, ${at}, ${at},
        ${`${workspaceId}-maker`}, ${named('room')} ${of('room')}`.execute(query);
    await sql`insert into template (workspace_id, id, version, content, created_by, created_at, updated_at, updated_by,
        name, name_key, search_key)
      select ${workspaceId}, ${id}, 1, '{}', ${`${workspaceId}-maker`}, ${at}, ${at}, ${`${workspaceId}-maker`},
        ${named('template')} ${of('template')}`.execute(query);
    await sql`insert into invoicing_method (workspace_id, id, version, amount, currency, per, created_by, created_at,
        updated_at, name, name_key, search_key)
      select ${workspaceId}, ${id}, 1, '90', 'EUR', 'hour', ${`${workspaceId}-maker`}, ${at}, ${at},
        ${named('invoicing_method')} ${of('invoicing_method')}`.execute(query);
    await sql`insert into meeting (workspace_id, id, version, relationship_id, starts_at, created_by, created_at,
        updated_at)
      select ${workspaceId}, ${id}, 1, ${workspaceId} || '-' || case when n % 2 = 0 then 0 else n % 5000 end, ${at},
        ${`${workspaceId}-maker`}, ${at}, ${at} ${of('meeting')}`.execute(query);
    // Half of all are one person's, and one in a hundred of those is unread.
    await sql`insert into notification (workspace_id, id, version, kind, person_id, cause, engagement_id, by, at, channels,
        on_platform, read_at)
      select ${workspaceId}, ${id}, 1, 'engagement.shared',
        ${workspaceId} || case when n % 2 = 0 then '-maker' else '-' || n % 5000 end, 'cause ' || n,
        ${`${workspaceId}-engagement`}, ${`${workspaceId}-coach`}, ${at}, '["platform"]', true,
        case when n % 200 = 0 then null else ${at} end ${of('notification')}`.execute(query);
  }

  for (const [who, personId] of [
    ['a member', 'big-7'],
    ['a guest', 'big-107'],
  ] as const) {
    it(`the rooms of ${who} are found along the index of their people`, async () => {
      const steps = await planIn(engine.database, 'big', roomsOfQuery('big', personId));
      assertByIndex(steps, 'room');
      assertByIndex(steps, 'room_person');
      assert.equal(rowsRead(steps, 'room'), SIZE.room / 100);
      assert.equal(rowsRead(steps, 'room_person'), SIZE.room / 100);
    });
  }

  for (const [name, { kind, where, key, most }] of Object.entries(ASKED)) {
    describe(name, () => {
      for (const after of [null, { key, id: 'big-5' }]) {
        it(after ? 'from within' : 'from the beginning', async () => {
          const steps = await planIn(
            engine.database,
            'big',
            listingQuery('big', kind, where, { after, limit: LIMIT, count: false }),
          );
          assertByIndex(steps, TABLES[kind]);
          for (const step of steps.filter((each) => each['Node Type'].includes('Sort'))) {
            assert.ok(rowsInto(step) <= PAGE + known.size, `sorts ${rowsInto(step)} rows`);
          }
          const read = rowsRead(steps, TABLES[kind]);
          assert.ok(most === null || read <= most, `looks at ${read} rows, more than ${most}`);
          assert.ok(read > 0);
        });
      }

      it('counted', async () => {
        assertByIndex(await planIn(engine.database, 'big', listingCountQuery('big', kind, where)), TABLES[kind]);
      });
    });
  }
}
