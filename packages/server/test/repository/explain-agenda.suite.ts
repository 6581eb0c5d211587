// At 200,000 actions, each with its history, an agenda is worked out from what can be on it: found along indexes, few rows
// looked at besides, whatever lies in the relationship's past and beside it.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { NO_DUE_KEY } from '@followthrough/core/domain';
import { sql } from 'kysely';
import { inWorkspace } from '../../src/database/tenant.ts';
import { agendaActionsQuery, agendaChangesQuery } from '../../src/repository/agenda-rows.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import { inBulk } from '../support/bulk-fill.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { assertByIndex, planIn, rowsRead } from '../support/plan.ts';
import { meeting, NOW, person, relationship, TODAY, workspace } from '../support/world.ts';

export const explainAgendaSuite: Suite = { title: 'An agenda at scale', tests };

const RELATIONSHIPS = 20;
const PER_RELATIONSHIP = process.env['FULL'] === '1' ? 10_000 : 2500;
/** One in a hundred is open, one in a hundred was changed since the meeting before, twenty are of an old meeting. */
const OPEN = PER_RELATIONSHIP / 100;
const RECENT = PER_RELATIONSHIP / 100;
const OF_MEETING = 20;

function tests(engine: Engine): void {
  const since = new Date(NOW - RECENT * 60_000).toISOString();
  const request = { relationshipId: 'r3', meetingId: 'old-r3', since };

  before(async () => {
    await seedWorkspace(engine.database, {
      workspace: workspace({ id: 'big' }),
      people: [person('p1'), person('p2')],
      relationships: Array.from({ length: RELATIONSHIPS }, (_, n) => relationship(`r${n}`, 'p1', 'p2')),
      meetings: Array.from({ length: RELATIONSHIPS }, (_, n) => meeting(`old-r${n}`, `r${n}`, { createdBy: 'p1' })),
    });
    await inBulk(engine.database, () =>
      inWorkspace(engine.database, 'big', async (query) => {
        await sql`set local statement_timeout = 0`.execute(query);
        await sql`
        insert into action (workspace_id, id, container, context_type, relationship_id, meeting_id, title, title_key,
          description, search_key, assignee_type, assignee_id, due_key, due_down_key, state, closed_at, closed_by,
          closed_day, created_by, created_at, updated_at, updated_by, version)
        select 'big', 'a' || r || '-' || n, 'relationship:r' || r, 'relationship', 'r' || r,
          case when n between 5000 and ${4999 + OF_MEETING}::integer then 'old-r' || r end,
          'Call', 'call', '', 'call', 'person', 'p2', ${NO_DUE_KEY}::integer, ${-NO_DUE_KEY}::integer,
          case when open then 'todo' else 'done' end, case when open then null else at end,
          case when open then null else 'p2' end, case when open then null else ${TODAY}::integer end,
          'p1', at, at, 'p1', 1
        from (
          select r, n, n % 100 = 99 as open, to_timestamp(${NOW / 1000}::double precision - (n + 0.5) * 60) as at
          from generate_series(0, ${RELATIONSHIPS - 1}::integer) as r, generate_series(0, ${PER_RELATIONSHIP - 1}::integer) as n
        ) made`.execute(query);
        await sql`
        insert into state_change (workspace_id, id, action_id, from_state, to_state, at, by)
        select 'big', 'c' || step || '-' || id, id, case step when 0 then null else 'todo' end,
          case step when 0 then 'todo' else 'done' end, created_at, 'p1'
        from action, generate_series(0, 1) as step`.execute(query);
      }),
    );
  });

  it('finds the actions along indexes, and looks at no others', async () => {
    const steps = await planIn(engine.database, 'big', agendaActionsQuery('big', request));
    assertByIndex(steps, 'action');
    const read = rowsRead(steps, 'action');
    const wanted = OPEN + RECENT + OF_MEETING;
    // Those that are open were changed lately, or are of the meeting, too: each is looked at once more.
    assert.ok(read <= 2 * wanted, `looks at ${read} rows for ${wanted}`);
    assert.ok(read >= OPEN);
  });

  it('finds all actions of a relationship along an index where there was no meeting before', async () => {
    const steps = await planIn(engine.database, 'big', agendaActionsQuery('big', { ...request, since: null }));
    assertByIndex(steps, 'action');
    assert.ok(rowsRead(steps, 'action') <= PER_RELATIONSHIP);
  });

  it('finds the changes of their states along an index', async () => {
    const ids = Array.from({ length: 200 }, (_, n) => `a3-${n}`);
    const steps = await planIn(engine.database, 'big', agendaChangesQuery('big', ids));
    assertByIndex(steps, 'state_change');
    assert.equal(rowsRead(steps, 'state_change'), 400);
  });
}
