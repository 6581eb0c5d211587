// Who gets what of an engagement and of its items, and who may do what with an item, over HTTP: the very tables that core's
// rules are held to, role × status × kind × standing × field or operation, each cell by a request.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ItemOperation } from '@followthrough/core/domain';
import type { EngagementDetail, ItemKind, ItemRecord } from '@followthrough/core/schema';
import { actionRecord, closing } from '../../../core/test/domain/builders.ts';
import {
  AT,
  engagement,
  item,
  type ItemStanding,
  KINDS,
  READERS,
  STANDINGS,
  type Status,
  STATUSES,
} from '../../../core/test/domain/engagement/engagement-builders.ts';
import {
  ENGAGEMENT_FIELDS,
  HAS,
  ITEM_FIELDS,
  ITEM_OPERATIONS,
  MAY_WITH_ITEM,
  ROLES,
  SEES,
  TOLD,
  TOLD_SINCE,
  toldIn,
} from '../../../core/test/domain/engagement/engagement-tables.ts';
import { NOW, person, snapshot } from '../../../core/test/local-backend/workspace.ts';
import { seedWorkspace } from '../../src/repository/seed-workspace.ts';
import type { Engine, Suite } from '../support/engine.ts';
import { type Service, startService, type TestReply } from '../support/service.ts';

export const engagementMatrixSuite: Suite = { title: 'The rights in engagements', tests };

const idOf = (status: Status, kind: ItemKind, standing: ItemStanding) => `${status}-${kind}-${standing}`;

/** An engagement in each status, with an item of each kind in each standing. */
function seed() {
  const method = (id: string, amount: string) => {
    const made = { createdBy: 'dora', createdAt: AT, updatedAt: AT, version: 1 };
    return { id, name: id, amount, currency: 'EUR', per: 'hour' as const, ...made };
  };
  const items: ItemRecord[] = STATUSES.flatMap((status) =>
    KINDS.flatMap((kind) =>
      STANDINGS.map((standing) => {
        const id = idOf(status, kind, standing);
        const { actionIds } = item(kind, standing);
        return item(kind, standing, { id, engagementId: status, actionIds: actionIds.map(() => `action-${id}`) });
      }),
    ),
  );
  const actions = items
    .filter(({ actionIds }) => actionIds.length > 0)
    .map(({ engagementId, id, title, completed }) =>
      actionRecord({
        id: `action-${id}`,
        title,
        context: { type: 'engagement', engagementId, itemId: id },
        assignee: { type: 'person', personId: 'ben' },
        createdBy: 'ada',
        updatedBy: 'ada',
        ...(completed ? { state: 'done', closed: { ...closing('2026-05-01', null), by: 'ada' } } : {}),
      }),
    );
  const base = snapshot();
  return snapshot({
    people: [...base.people, person('SECRET-spectator')],
    groups: [{ id: 'SECRET-group', name: 'SECRET', memberIds: [], version: 1 }],
    invoicingMethods: [method('COACH-method', '120.00'), method('COACHEE-method', '200.00')],
    engagements: STATUSES.map((status) => engagement(status, { id: status })),
    items,
    actions,
  });
}

/** A version that nothing has: what is permitted is refused for it alone, and nothing is changed. */
const NO_VERSION = 999_999;

function tests(engine: Engine): void {
  let service: Service;
  before(async () => {
    await seedWorkspace(engine.database, seed());
    service = await startService(engine.database);
    service.clock.now = NOW;
  });
  after(() => service.stop());

  let fields = 0;
  for (const role of ROLES) {
    for (const status of STATUSES) {
      it(`tell the ${role} of a ${status} engagement what the table says`, async () => {
        const reply = await service.call('GET', `/engagements/${status}`, { as: READERS[role].personId });
        if (!SEES[role].includes(status)) {
          assert.deepEqual([reply.status, reply.problem], [404, 'not-found']);
          fields += ENGAGEMENT_FIELDS.length + KINDS.length * STANDINGS.length * ITEM_FIELDS.length;
          return;
        }
        const told = reply.body as EngagementDetail;
        for (const field of ENGAGEMENT_FIELDS) {
          fields++;
          assert.equal(told[field] !== null, TOLD_SINCE[role][field]?.includes(status) ?? false, field);
        }
        for (const kind of KINDS) {
          for (const standing of STANDINGS) {
            const id = idOf(status, kind, standing);
            const one = told.items.find((other) => other.id === id);
            assert.ok(one, id);
            const stands = kind === 'session' && standing === 'scheduled' ? 'released' : standing;
            for (const field of ITEM_FIELDS) {
              fields++;
              const wanted = (HAS[field]?.(kind, stands) ?? true) ? TOLD[role][stands][field] : undefined;
              assert.equal(toldIn(one, field), wanted, `${id}: ${field}`);
            }
          }
        }
      });
    }
  }

  it('were looked at field by field', (test) => {
    assert.equal(fields, 4 * 3 * (8 + 6 * 4 * 9));
    test.diagnostic(`${fields} cells of role × status × kind × standing × field, over HTTP`);
  });

  it('give an item by itself as its engagement tells it, and of a locked one nothing', async () => {
    for (const role of ROLES) {
      for (const status of SEES[role]) {
        const as = READERS[role].personId;
        const { items } = (await service.call('GET', `/engagements/${status}`, { as })).body as EngagementDetail;
        for (const one of items) {
          const reply = await service.call('GET', `/items/${one.id}`, { as });
          if (one.locked) assert.deepEqual([reply.status, ruleOf(reply)], [403, 'item-locked'], one.id);
          else assert.deepEqual(reply.body, one, one.id);
        }
      }
    }
  });

  describe('let nobody do', () => {
    let cells = 0;
    for (const [role, status, kinds, standings, row] of MAY_WITH_ITEM) {
      it(`what the table does not: ${role}, ${status}, ${kinds.join(' or ')}, ${standings.join(' or ')}`, async () => {
        const as = READERS[role].personId;
        for (const kind of kinds) {
          for (const standing of standings) {
            for (const [at, operation] of ITEM_OPERATIONS.entries()) {
              cells++;
              const id = idOf(status, kind, standing);
              const reply = await attempt(operation, id, as, kind, standing);
              const answer = row[at];
              const where = `${id}: ${operation} ${reply.status} ${JSON.stringify(reply.body)}`;
              // What is asked for is permitted, and then refused for what was sent with it, or nothing new.
              if (answer === true)
                assert.ok(reply.status < 300 || reply.status === 412 || reply.problem === 'validation', where);
              else if (answer === 'engagement-draft') assert.equal(reply.problem, 'engagement-draft', where);
              else assert.deepEqual([reply.status, ruleOf(reply)], [403, answer], where);
            }
          }
        }
      });
    }

    it('what was asked in every cell', (test) => {
      assert.equal(cells, (4 * 6 * 4 + 6 * 3) * 5);
      test.diagnostic(`${cells} cells of role × status × kind × standing × operation, over HTTP`);
    });

    it('anything with what they do not see', async () => {
      for (const role of ROLES) {
        for (const status of STATUSES.filter((one) => !SEES[role].includes(one))) {
          for (const kind of KINDS) {
            for (const operation of ITEM_OPERATIONS) {
              const as = READERS[role].personId;
              const reply = await attempt(operation, idOf(status, kind, 'released'), as, kind, 'released');
              assert.equal(reply.problem, 'not-found', `${role} ${status} ${kind} ${operation}`);
            }
          }
        }
      }
    });
  });

  /** Tries it so that it changes nothing where it is permitted: over a version that nothing has, or to what it is already. */
  function attempt(operation: ItemOperation, id: string, as: string, kind: ItemKind, standing: ItemStanding) {
    const version = NO_VERSION;
    switch (operation) {
      case 'edit':
        return service.call('PATCH', `/items/${id}`, { as, version, body: { title: 'Other' } });
      case 'move':
        return service.call('PATCH', `/items/${id}`, { as, version, body: { position: 'Z' } });
      case 'delete':
        return service.call('DELETE', `/items/${id}`, { as, version });
      case 'schedule': {
        const body = kind === 'session' ? { startsAt: '2026-06-02T09:00:00Z' } : { release: { type: 'immediately' } };
        // A coachee whose schedule rests on another version is told that first.
        return service.call('PUT', `/items/${id}/schedule`, { as, body, ...(as === 'ben' ? {} : { version }) });
      }
      case 'complete':
        return service.call('PUT', `/items/${id}/completion`, { as, body: { completed: standing === 'completed' } });
    }
  }
}

function ruleOf({ body }: TestReply): unknown {
  return (body as { rule?: unknown } | undefined)?.rule;
}
