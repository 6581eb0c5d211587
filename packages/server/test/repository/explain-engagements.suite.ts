// Where a database holds 200,000 engagements (100,000 in a quick run), and as many items and actions of theirs, a page of the list is read along an
// index in its order, or along the index of the person or group it is narrowed to; a person's engagements, an engagement's
// items and the lists of its actions too. Nothing sorts more than it gives, or than the one whose engagements are asked for
// has.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { everyEngagement, type VisibleContainer } from '@followthrough/core/domain';
import type { EngagementListRequest } from '@followthrough/core/local-backend';
import type { ActionFilter, ActionSort, EngagementRole } from '@followthrough/core/schema';
import { type RawBuilder, sql } from 'kysely';
import { inWorkspace } from '../../src/database/tenant.ts';
import { countQuery, pageQuery } from '../../src/repository/action-list.ts';
import {
  engagementCountQuery,
  engagementPageQuery,
  engagementsOfQuery,
  engagementsTurningQuery,
  engagementZonesQuery,
} from '../../src/repository/engagement-list.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import { inBulk } from '../support/bulk-fill.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { assertByIndex, planIn, rowsInto, rowsRead } from '../support/plan.ts';
import { NOW, person, TODAY, workspace } from '../support/world.ts';

export const explainEngagementsSuite: Suite = { title: 'Engagements at scale', tests };

/** Half as many in a quick run: what is read of an index is the same. */
const SIZE = process.env['FULL'] === '1' ? 200_000 : 100_000;
const LIMIT = 50;
/** Engagements of one coach; a coachee and a spectator have as many, a group fewer. */
const OWN = 40;
const COACHES = SIZE / OWN;
/** Those whose day has come. */
const TURNING = SIZE / 1000;

function tests(engine: Engine): void {
  before(async () => {
    await seedWorkspace(engine.database, {
      workspace: workspace({ id: 'big' }),
      people: Array.from({ length: COACHES }, (_, at) => person(`p${at}`)),
      groups: Array.from({ length: 100 }, (_, at) => ({ id: `g${at}`, name: `g${at}`, memberIds: [], version: 1 })),
    });
    await inBulk(engine.database, () =>
      inWorkspace(engine.database, 'big', async (query) => {
        await sql`set local statement_timeout = 0`.execute(query);
        const at = sql`to_timestamp(${NOW / 1000}::double precision - n * 60)`;
        const made = sql`'p0', ${at}, ${at}, 'p0', 1`;
        const series = sql`from generate_series(0, ${SIZE - 1}::integer) as n`;
        const who = (shift: number) => sql`'p' || ((n + ${shift}::integer) % ${COACHES}::integer)`;
        const title = sql`'programme ' || (n * 7919 % ${SIZE}::integer)`;
        await sql`insert into engagement (workspace_id, id, title, title_key, search_key, status, shared_at, share_count,
          coach_id, coachee_ids, spectator_ids, group_id, start_date, end_date, start_key, start_down_key,
          self_scheduling, turns_on, time_zone, created_by, created_at, updated_at, updated_by, version)
        select 'big', 'e' || n, ${title}, ${title}, ${title}, case when n % 10 = 0 then 'draft' else 'active' end,
          case when n % 10 > 4 then ${at} end, 1, ${who(0)}, array[${who(1)}], array[${who(2)}],
          case when n % 50 = 0 then 'g' || (n / 50 % 100) end, '2026-05-01', '2026-09-01', 20000 + n / 10 % 700,
          20000 + n / 10 % 700, false, case when n % 1000 = 1 then '2026-05-10' else '9999-12-31' end,
          case n % 5 when 0 then 'Asia/Tokyo' when 1 then 'Europe/Berlin' end, ${made} ${series}`.execute(query);
        await sql`insert into item (workspace_id, id, engagement_id, title, position, content, responses, action_ids,
          created_by, created_at, updated_at, updated_by, version)
        select 'big', 'i' || n, 'e' || (n / 10), ${title}, 'V' || n % 10, '{"kind":"action"}', '[]',
          array['a' || n], ${made} ${series}`.execute(query);
        await sql`insert into action (workspace_id, id, container, context_type, engagement_id, item_id, title, title_key,
          description, search_key, assignee_type, assignee_id, due_day, due_binding_day, due_key, due_down_key, state, created_by, created_at, updated_at, updated_by, version,
          coachees_updated_at, spectators_updated_at)
        select 'big', 'a' || n, 'engagement:e' || (n / 10), 'engagement', 'e' || (n / 10), 'i' || n, ${title}, ${title},
          '', ${title}, 'person', ${who(3)}, 20000 + n % 90, 20000 + n % 90, 20000 + n % 90, 20000 + n % 90, 'todo', ${made}, ${at}, ${at} ${series}`.execute(
          query,
        );
      }),
    );
  });

  async function assertFrugal(statement: RawBuilder<unknown>, table: string, most: number | null): Promise<void> {
    const steps = await planIn(engine.database, 'big', statement);
    assertByIndex(steps, table);
    for (const step of steps.filter((each) => each['Node Type'].includes('Sort')))
      assert.ok(rowsInto(step) <= (most ?? LIMIT * 20), `sorts ${rowsInto(step)} rows`);
    const read = rowsRead(steps, table);
    assert.ok(read > 0 && (most === null || read <= most), `looks at ${read} rows of ${table}`);
  }

  /** What is asked, and the rows looked at, at most; null where words are looked for, which may be anywhere. */
  const FILTERS: [string, EngagementListRequest['filter'], number | null][] = [
    ['all', {}, LIMIT + 10],
    ['those that are active', { status: 'active' }, LIMIT * 2],
    ['those that are shared', { shared: true }, LIMIT * 4],
    ['those of a time', { from: '2026-06-01', to: '2026-06-30' }, LIMIT + 10],
    ['those of a coach', { coach: 'p7' }, OWN],
    ['those of a coachee', { coachee: 'p7' }, OWN],
    ['those of a group', { group: 'g7' }, OWN],
    ['those of a coach that are drafts', { coach: 'p7', status: 'draft' }, OWN],
    ['those whose titles hold words', { query: '777' }, null],
  ];
  for (const [name, filter, most] of FILTERS) {
    describe(`${name}, in order`, () => {
      for (const [sort, key] of [
        ['title', 'programme 5'],
        ['-title', 'programme 5'],
        ['start', 20_300],
        ['-start', 20_300],
        ['updated', NOW - 3_000_000_000],
        ['-updated', NOW - 3_000_000_000],
      ] as const) {
        it(`of ${sort}`, async () => {
          for (const after of [null, { key, id: 'e5' }]) {
            const request = { filter, sort, after, limit: LIMIT, count: false };
            // Equals of where a page begins may be looked at too: some hundreds start on one day.
            const rows = most === null ? null : Math.max(most, after === null ? 0 : most + SIZE / 700);
            await assertFrugal(engagementPageQuery('big', request), 'engagement', rows);
          }
        });
      }
    });
  }

  it('those of a coach are counted along the index of the coach', async () => {
    await assertFrugal(engagementCountQuery('big', { filter: { coach: 'p7' } }), 'engagement', OWN);
  });

  it('a person’s engagements are found along the indexes of their parts', async () => {
    await assertFrugal(engagementsOfQuery('big', 'p7'), 'engagement', 3 * OWN);
  });

  it('the items of a page of engagements are found along theirs', async () => {
    const ids = Array.from({ length: LIMIT }, (_, at) => `e${at}`);
    const statement = sql`select * from item where workspace_id = 'big' and engagement_id = any(${ids}::text[])`;
    await assertFrugal(statement, 'item', LIMIT * 10);
  });

  describe('actions of all engagements, as admins list them,', () => {
    const zones = ['Europe/Berlin', 'Asia/Tokyo'];
    const every = everyEngagement(zones, { timeZone: 'America/Los_Angeles' }, NOW);
    for (const [name, filter] of Object.entries({
      'all of them': {},
      'those that are open': { status: ['todo', 'overdue'] },
      'those that are overdue': { overdue: true },
      'those of somebody': { assignee: 'p7' },
    } satisfies Record<string, ActionFilter>)) {
      for (const [sort, key] of [
        ['due', 20_050],
        ['-due', 20_050],
        ['created', NOW - 3_000_000_000],
        ['-created', NOW - 3_000_000_000],
        ['updated', NOW - 3_000_000_000],
        ['-updated', NOW - 3_000_000_000],
        ['title', 'programme 5'],
        ['-title', 'programme 5'],
      ] as const) {
        it(`${name}, in order of ${sort}`, async () => {
          for (const after of [null, { key, id: 'a5' }]) {
            const request = { everyEngagement: every, filter, sort, after, limit: LIMIT, count: false };
            // Thousands are due on one day.
            await assertFrugal(
              pageQuery('big', [], request),
              'action',
              3 * LIMIT + (sort.endsWith('due') ? SIZE / 90 : 0),
            );
          }
        });
      }
    }

    it('counted where they are somebody’s', async () => {
      await assertFrugal(countQuery('big', [], { assignee: 'p7' }, every), 'action', OWN);
    });

    it('their engagements that turn, and the zones of all, are found along indexes', async () => {
      await assertFrugal(engagementsTurningQuery('big', '2026-05-16'), 'engagement', TURNING);
      await assertFrugal(engagementZonesQuery('big'), 'engagement', zones.length + 1);
    });
  });

  describe('actions of a coach’s engagements', () => {
    for (const role of ['coach', 'coachee', 'spectator'] satisfies EngagementRole[]) {
      const containers = Array.from({ length: OWN }, (_, at): VisibleContainer => {
        return { type: 'engagement', id: `e${at * 3}`, today: TODAY, engagement: { role } };
      });
      for (const sort of ['due', '-updated', 'updated', 'title'] satisfies ActionSort[]) {
        it(`in order of ${sort} to a ${role}`, async () => {
          const request = { containers, filter: {}, sort, after: null, limit: LIMIT, count: false };
          await assertFrugal(pageQuery('big', containers, request), 'action', OWN * 10 + LIMIT + 1);
        });
      }
      it(`counted to a ${role}`, async () => {
        await assertFrugal(countQuery('big', containers, { query: '7' }), 'action', OWN * 10);
      });
    }
  });
}
