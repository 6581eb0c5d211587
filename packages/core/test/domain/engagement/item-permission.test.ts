// Who may do what with an item (rulebook §5, §6, §6.1): every role × status × kind × standing × operation, against a table.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EngagementRole } from '@followthrough/core/schema';
import { engagementPermissionsOf, engagementReaderOf, mayWithItem, RULES } from '@followthrough/core/domain';
import { CLOCK, engagement, item, type ItemStanding, READERS, type Status } from './engagement-builders.ts';
import { ITEM_OPERATIONS, MAY_WITH_ITEM } from './engagement-tables.ts';

describe('An item', () => {
  let cells = 0;
  for (const [role, status, kinds, standings, row] of MAY_WITH_ITEM) {
    it(`of a ${status} engagement, ${kinds.join(' or ')}, ${standings.join(' or ')}: ${role}`, () => {
      const record = engagement(status);
      const reader = engagementReaderOf(record, READERS[role]);
      assert.ok(reader);
      for (const kind of kinds)
        for (const standing of standings)
          ITEM_OPERATIONS.forEach((operation, at) => {
            cells++;
            const answer = mayWithItem(operation, item(kind, standing), record, reader, CLOCK);
            assert.equal(answer, row[at], `${kind}, ${standing}: ${operation}`);
            if (answer !== true) assert.ok(answer in RULES);
          });
    });
  }

  it('was asked of in every cell of the table', (test) => {
    // Three roles with every kind and standing, a coachee of a shared one, an admin's draft without what is completed.
    assert.equal(cells, (4 * 6 * 4 + 6 * 3) * 5);
    test.diagnostic(`${cells} cells of role × status × kind × standing × operation`);
  });

  it('of a session whose time coachees may pick is theirs to schedule, once', () => {
    const record = engagement('shared', { selfScheduling: true });
    const reader = engagementReaderOf(record, READERS.coachee);
    assert.ok(reader);
    const may = (over: Parameters<typeof item>[2], standing: ItemStanding = 'unscheduled') =>
      mayWithItem('schedule', item('session', standing, over), record, reader, CLOCK);
    assert.equal(may({}), true);
    assert.equal(may({ session: { duration: 30, selfScheduling: false, startsAt: null } }), 'session-time-by-coach');
    assert.equal(may({}, 'scheduled'), 'coachee-time-once');
  });
});

describe('An engagement', () => {
  const T = true;
  const A = 'engagement-admin';
  const COACH = 'engagement-coach';
  const READS = 'spectator-reads';
  const DRAFT = 'engagement-draft';
  const rows: [EngagementRole, Status, unknown[]][] = [
    ['admin', 'draft', [T, T, DRAFT, T, T]],
    ['admin', 'active', [T, T, T, T, T]],
    ['coach', 'active', [A, A, A, T, A]],
    ['coachee', 'shared', [A, A, A, COACH, A]],
    ['spectator', 'active', [A, A, A, READS, A]],
  ];
  for (const [role, status, wanted] of rows) {
    it(`that is ${status} lets its ${role} do as the table says`, () => {
      const record = engagement(status);
      const reader = engagementReaderOf(record, READERS[role]);
      assert.ok(reader);
      const { edit, activate, share, addItem, delete: remove } = engagementPermissionsOf(record, reader);
      assert.deepEqual([edit, activate, share, addItem, remove], wanted);
    });
  }
});
