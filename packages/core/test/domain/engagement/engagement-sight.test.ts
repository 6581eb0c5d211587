// Who gets what of an engagement and of its items (rulebook §5, §6): every role × status × standing × kind × field, against a table
// written out here by hand.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EngagementRole, ItemKind } from '@followthrough/core/schema';
import { engagementInSight, engagementReaderOf, itemInSight } from '@followthrough/core/domain';
import {
  CLOCK,
  engagement,
  item,
  type ItemStanding,
  KINDS,
  READERS,
  STANDINGS,
  type Status,
  STATUSES,
} from './engagement-builders.ts';
import { ENGAGEMENT_FIELDS, HAS, ITEM_FIELDS, ROLES, SEES, TOLD, TOLD_SINCE, toldIn } from './engagement-tables.ts';

function sight(role: EngagementRole, status: Status, kind: ItemKind, standing: ItemStanding, self = false) {
  const record = engagement(status, { selfScheduling: self });
  const reader = engagementReaderOf(record, READERS[role]);
  return reader && itemInSight(item(kind, standing), record, reader, CLOCK);
}

let cells = 0;

describe('An item', () => {
  for (const role of ROLES) {
    for (const status of STATUSES) {
      it(`is told to the ${role} of a ${status} engagement as the table says`, () => {
        for (const kind of KINDS) {
          for (const standing of STANDINGS) {
            const told = sight(role, status, kind, standing);
            const where = `${kind}, ${standing}`;
            if (!SEES[role].includes(status)) {
              cells += ITEM_FIELDS.length;
              assert.equal(told, null, where);
              continue;
            }
            assert.ok(told, where);
            // In a draft nothing is scheduled; only admins see one. A scheduled session is out.
            const stands = kind === 'session' && standing === 'scheduled' ? 'released' : standing;
            for (const field of ITEM_FIELDS) {
              cells++;
              const has = HAS[field]?.(kind, stands) ?? true;
              const wanted = has ? TOLD[role][stands][field] : undefined;
              assert.equal(toldIn(told, field), wanted, `${where}: ${field}`);
            }
            if (!JSON.stringify(TOLD[role][stands]).includes('content')) assertNoSecret(told);
          }
        }
      });
    }
  }

  it(`was looked at in ${ROLES.length * STATUSES.length * KINDS.length * STANDINGS.length * ITEM_FIELDS.length} cells`, (test) => {
    assert.equal(cells, 4 * 3 * 6 * 4 * 9);
    test.diagnostic(`${cells} cells of role × status × kind × standing × field`);
  });

  it('of a session whose time coachees may pick is shown to them before it is scheduled, without its content', () => {
    const told = sight('coachee', 'shared', 'session', 'unscheduled', true);
    assert.ok(told && !told.locked);
    assert.equal(told.title, 'Getting started');
    assert.equal(told.session?.mayPickTime, true);
    assert.equal(told.may.schedule, true);
    assertNoSecret(told);
  });

  it('reads completed to a coachee who did their part, and to nobody else', () => {
    const done = item('feedback', 'released');
    const responses = done.responses.map((part) =>
      part.personId === 'ben' ? { ...part, completedAt: '2026-05-12T08:00:00Z' } : part,
    );
    const record = engagement();
    const states = (['admin', 'coach', 'spectator', 'coachee'] as const).map((role) => {
      const reader = engagementReaderOf(record, READERS[role]);
      assert.ok(reader);
      const told = itemInSight({ ...done, responses }, record, reader, CLOCK);
      return told.locked ? null : [told.state, told.completed?.by ?? null];
    });
    assert.deepEqual(states, [
      ['scheduled', null],
      ['scheduled', null],
      ['scheduled', null],
      ['completed', 'ben'],
    ]);
  });

  it('tells a spectator when it was completed and not by whom', () => {
    const told = sight('spectator', 'active', 'link', 'completed');
    assert.deepEqual(told && !told.locked && told.completed, { at: '2026-05-01T08:00:00.000Z', by: null });
  });

  it('does not name to a guest who completed it where they do not know them', () => {
    const record = engagement();
    const gus = engagementReaderOf(record, { personId: 'gus', role: 'guest' });
    assert.ok(gus);
    const told = itemInSight(
      { ...item('link', 'completed'), completed: { at: '2026-05-12T08:00:00Z', by: 'dora' } },
      record,
      gus,
      CLOCK,
    );
    assert.equal(told.locked ? undefined : told.completed?.by, null);
  });
});

function assertNoSecret(told: unknown): void {
  assert.doesNotMatch(JSON.stringify(told), /SECRET|OTHERS/);
}

describe('An engagement', () => {
  const RATES = {
    coach: { name: 'COACH', amount: '120.00', currency: 'EUR', per: 'hour' },
    coachee: { name: 'COACHEE', amount: '200.00', currency: 'EUR', per: 'session' },
  } as const;
  for (const role of ROLES) {
    for (const status of STATUSES) {
      it(`that is ${status} is told to its ${role} as the table says`, () => {
        const record = engagement(status);
        const reader = engagementReaderOf(record, READERS[role]);
        assert.equal(reader !== null, SEES[role].includes(status));
        if (reader === null) return;
        const told = engagementInSight(record, reader, { items: [], rates: RATES, clock: CLOCK });
        for (const field of ENGAGEMENT_FIELDS)
          assert.equal(told[field] !== null, TOLD_SINCE[role][field]?.includes(status) ?? false, field);
        assert.deepEqual([told.role, told.title, told.coacheeIds], [role, 'Leading well', ['ben', 'gus']]);
        if (role === 'coachee' || role === 'spectator') assertNoSecret(told);
      });
    }
  }

  it('is not seen by who has no part in it, nor by anybody once it is deleted', () => {
    assert.equal(engagementReaderOf(engagement(), READERS.nobody), null);
    const deleted = engagement('shared', { deleted: { at: '2026-05-02T08:00:00Z', by: 'dora' } });
    for (const viewer of Object.values(READERS)) assert.equal(engagementReaderOf(deleted, viewer), null);
  });

  it('counts what its reader knows of as its progress, and to a coachee the parts they did', () => {
    const record = engagement();
    const parts = item('feedback', 'released', { id: 'i2' });
    const mine = {
      ...parts,
      responses: parts.responses.map((part) =>
        part.personId === 'ben' ? { ...part, completedAt: '2026-05-12T08:00:00Z' } : part,
      ),
    };
    const items = [item('link', 'completed'), mine, item('file', 'unscheduled', { id: 'i3' })];
    const progress = (role: EngagementRole) => {
      const reader = engagementReaderOf(record, READERS[role]);
      assert.ok(reader);
      return engagementInSight(record, reader, { items, rates: RATES, clock: CLOCK }).progress;
    };
    assert.deepEqual(progress('coach'), { done: 1, total: 3 });
    assert.deepEqual(progress('coachee'), { done: 2, total: 3 });
    assert.deepEqual(progress('spectator'), { done: 1, total: 3 });
  });
});
