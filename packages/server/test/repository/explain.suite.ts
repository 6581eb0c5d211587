// At 200,000 actions a page is read along an index: every list query, in every order, for whatever filter, first page or
// later. No scan of the table, and no sort of more rows than the places and the page allow; where only open ones are asked
// for, the few that are open may be read and sorted instead.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { NO_DUE_KEY, roomPlaceOf } from '@followthrough/core/domain';
import type { ActionListRequest, VisibleContainer } from '@followthrough/core/local-backend';
import type { ActionFilter, ActionSort, RoomRecord } from '@followthrough/core/schema';
import { type RawBuilder, sql } from 'kysely';
import { inWorkspace } from '../../src/database/tenant.ts';
import { countQuery, pageQuery, placesOf } from '../../src/repository/action-list.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import { inBulk } from '../support/bulk-fill.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { assertByIndex, planIn, rowsInto } from '../support/plan.ts';
import { inDays, NOW, person, relationship, TODAY, workspace } from '../support/world.ts';

export const explainSuite: Suite = { title: 'A list of actions at scale', tests };

const RELATIONSHIPS = 75;
const ROOMS = 25;
const PER_PLACE = 1600;
const OPEN_PER_PLACE = PER_PLACE / 8;
const LIMIT = 50;

const FILTERS: Record<string, ActionFilter> = {
  everything: {},
  'the default view': { status: ['todo', 'overdue'], assignee: 'p1' },
  'overdue ones': { overdue: true },
  'what is done': { status: ['done', 'doneLate', 'notDone'] },
  'recent activity': { recent: 30 },
  'a span of due dates': { dueFrom: inDays(-3), dueTo: inDays(10) },
  'words in the text': { query: 'budget' },
  'what waits on them': { side: 'them', status: ['todo', 'overdue', 'inProgress'] },
  'what is a guest’s': { assignee: 'e1' },
  'one room': { context: 'room:g3' },
  'one relationship': { context: 'relationship:r3' },
  'personal ones': { context: 'personal' },
};

const POSITIONS: Record<ActionSort, number | string> = {
  due: TODAY,
  '-due': TODAY,
  created: NOW - 50_000_000,
  '-created': NOW - 50_000_000,
  updated: NOW - 50_000_000,
  '-updated': NOW - 50_000_000,
  title: 'call 5',
  '-title': 'call 5',
};

function tests(engine: Engine): void {
  const seenBy: Record<string, VisibleContainer[]> = {
    'one of our team': [
      ...Array.from({ length: 12 }, (_, index) => ({ type: 'relationship' as const, id: `r${index}`, today: TODAY })),
      ...Array.from({ length: 13 }, (_, index) => ({ type: 'personal' as const, id: `p${index}`, today: TODAY })),
      ...roomsOf({ personId: 'p1', role: 'member', companyId: null }),
    ],
    'a guest': [
      { type: 'personal', id: 'e1', today: TODAY },
      ...roomsOf({ personId: 'e1', role: 'guest', companyId: 'c1' }),
    ],
  };

  before(async () => {
    const people = [
      ...Array.from({ length: 26 }, (_, index) => person(`p${index}`)),
      person('e1', { side: 'external', role: 'guest', companyId: 'c1' }),
    ];
    await seedWorkspace(engine.database, {
      workspace: workspace({ id: 'big' }),
      companies: [{ id: 'c1', name: 'Customer', version: 1 }],
      people,
      rooms: Array.from({ length: ROOMS }, (_, n) => room(`g${n}`)),
      sections: Array.from({ length: ROOMS }, (_, n) => ({
        id: `s-g${n}`,
        roomId: `g${n}`,
        name: 'Section',
        position: 'V',
        ...MADE,
        deleted: null,
      })),
      relationships: Array.from({ length: RELATIONSHIPS }, (_, n) =>
        relationship(`r${n}`, `p${n % 25}`, `p${(n % 25) + 1}`),
      ),
    });
    await inBulk(engine.database, () =>
      inWorkspace(engine.database, 'big', async (query) => {
        await sql`set local statement_timeout = 0`.execute(query);
        await fill(query, 'r', RELATIONSHIPS);
        await fill(query, 'p', 25);
        await fill(query, 'g', ROOMS);
      }),
    );
  });

  /** Actions of the places `r0` …, `p0` … or `g0` …: one in eight open, the rest history. */
  async function fill(query: Parameters<Parameters<typeof inWorkspace>[2]>[0], place: 'r' | 'p' | 'g', places: number) {
    const own = sql.lit({ r: 'relationship', p: 'personal', g: 'room' }[place]);
    const inRoom = (value: RawBuilder<unknown>) => (place === 'g' ? value : sql`null`);
    await sql`
      insert into action (workspace_id, id, container, context_type, relationship_id, title, title_key, description,
        search_key, assignee_type, assignee_id, due_day, due_binding_day, due_key, due_down_key, state, closed_at,
        closed_by, closed_due_day, closed_day, created_by, created_at, updated_at, updated_by, version,
        room_id, section_id, internal_only, guests_updated_at)
      select 'big', ${place} || '-' || n, ${own} || ':' || ${place} || (n % ${places}::integer), ${own},
        ${place === 'r' ? sql`'r' || (n % ${places}::integer)` : sql`null`},
        'Call ' || n, 'call ' || n, '', case when m % 40 = 0 then 'budget ' else 'call ' end || n,
        'person', 'p' || (n % 25), day, day, coalesce(day, ${NO_DUE_KEY}::integer), coalesce(day, ${-NO_DUE_KEY}::integer),
        case when open then 'todo' else 'done' end, case when open then null else at end,
        case when open then null else 'p1' end, case when open then null else day end,
        case when open then null else ${TODAY}::integer - m % 365 end,
        'p' || (n % 25), at, at, 'p' || (n % 25), 1, ${inRoom(sql`'g' || (n % ${places}::integer)`)},
        ${inRoom(sql`'s-g' || (n % ${places}::integer)`)}, ${inRoom(sql`m % 4 = 1`)}, ${inRoom(sql`at`)}
      from (
        select n, m, m % 8 = 0 as open, case when m % 16 = 0 then null else ${TODAY}::integer - 400 + m % 430 end as day,
          to_timestamp(${NOW / 1000}::double precision - n * 60) as at
        from (select n, n / ${places}::integer as m from generate_series(1, ${places * PER_PLACE}::integer) as n) numbered
      ) made`.execute(query);
  }

  const planOf = (statement: RawBuilder<unknown>) => planIn(engine.database, 'big', statement);

  it('holds 200,000 actions', async () => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from action`.execute(engine.database.query);
    assert.equal(rows[0]?.count, (RELATIONSHIPS + 25 + ROOMS) * PER_PLACE);
  });

  for (const [who, containers] of Object.entries(seenBy)) {
    for (const [name, filter] of Object.entries(FILTERS)) {
      const places = placesOf({ containers, filter });
      if (places.length === 0) continue;
      describe(`${name}, of ${who}`, () => {
        for (const [sort, key] of Object.entries(POSITIONS) as [ActionSort, number | string][]) {
          for (const after of [null, { key, id: 'r-5' }]) {
            it(`by ${sort}, ${after ? 'from within' : 'from the beginning'}`, async () => {
              const request: ActionListRequest = { containers, filter, sort, after, limit: LIMIT, count: false };
              const steps = await planOf(pageQuery('big', places, request));
              assertByIndex(steps, 'action');
              const most = places.length * (asksOpen(filter) ? OPEN_PER_PLACE : LIMIT + 1);
              for (const step of steps.filter((each) => each['Node Type'].includes('Sort'))) {
                assert.ok(rowsInto(step) <= most, `sorts ${rowsInto(step)} rows, more than ${most}`);
              }
            });
          }
        }

        it('counted', async () => {
          assertByIndex(await planOf(countQuery('big', places, filter)), 'action');
        });
      });
    }
  }
}

const AT = new Date(NOW).toISOString();
const MADE = { createdBy: 'p1', createdAt: AT, updatedAt: AT, updatedBy: 'p1', version: 1 };

function room(id: string): RoomRecord {
  const people = { memberIds: ['p1'], guests: [{ personId: 'e1', sharedAt: AT }], primaryContactId: 'e1' };
  return {
    id,
    name: `Room ${id}`,
    companyId: 'c1',
    targetDate: null,
    timeZone: null,
    ...people,
    ...MADE,
    deleted: null,
  };
}

/** Twelve rooms as the viewer's lists go by them. */
function roomsOf(viewer: Parameters<typeof roomPlaceOf>[1]): VisibleContainer[] {
  return Array.from({ length: 12 }, (_, index) => {
    const id = `g${index}`;
    return { type: 'room', id, today: TODAY, room: roomPlaceOf(room(id), viewer) };
  });
}

function asksOpen({ status, overdue }: ActionFilter): boolean {
  return (
    overdue === true ||
    (status?.every((each) => each === 'todo' || each === 'overdue' || each === 'inProgress') ?? false)
  );
}
