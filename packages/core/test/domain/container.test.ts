import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ActionContext } from '@followthrough/core/schema';
import { canSee, containerOf, formatDay, isTold, todayOf, visibleContainers, zoneOf } from '@followthrough/core/domain';
import { accessFor, ENGAGEMENT, PERSONAL, RELATIONSHIP, relationship, ROOM } from './builders.ts';

const workspace = { timeZone: 'Europe/Berlin' };
const NOON = Date.parse('2026-05-13T12:00:00Z');

describe('The container of an action', () => {
  for (const [context, container] of [
    [PERSONAL, { type: 'personal', id: 'ana' }],
    [RELATIONSHIP, { type: 'relationship', id: 'r1' }],
    [ROOM, { type: 'room', id: 'room1' }],
    [ENGAGEMENT, { type: 'engagement', id: 'e1' }],
  ] as const) {
    it(`in the context ${context.type} is ${container.type} ${container.id}`, () => {
      assert.deepEqual(containerOf({ context, createdBy: 'ana' }), container);
    });
  }
});

describe('A context of a kind that is not known yet', () => {
  const context = { type: 'deal', dealId: 'd1' } as unknown as ActionContext;

  it('is a container without an id, never its maker’s own', () => {
    assert.deepEqual(containerOf({ context, createdBy: 'ana' }), { type: 'deal', id: '' });
  });

  it('runs on the workspace’s clock, and is not told', () => {
    const people = new Map([['ana', { timeZone: 'Pacific/Pago_Pago' }]]);
    for (const type of ['deal', 'constructor', '__proto__'] as unknown as ActionContext['type'][]) {
      const clocks = { relationships: new Map(), people, workspace };
      assert.equal(zoneOf({ type, id: 'ana' }, clocks), 'Europe/Berlin');
      assert.equal(isTold({ type, id: 'ana' }, clocks), false);
    }
  });
});

describe('The clock of a container', () => {
  const clocks = {
    relationships: new Map([
      ['r1', { timeZone: 'Pacific/Kiritimati' }],
      ['r2', { timeZone: null }],
      ['r3', { timeZone: 'Mars/Olympus' }],
    ]),
    people: new Map([
      ['ana', { timeZone: 'Pacific/Pago_Pago' }],
      ['ben', { timeZone: null }],
    ]),
    workspace,
  };
  for (const [type, id, zone] of [
    ['relationship', 'r1', 'Pacific/Kiritimati'],
    ['relationship', 'r2', 'Europe/Berlin'],
    ['relationship', 'r3', 'Europe/Berlin'],
    ['relationship', 'unknown', 'Europe/Berlin'],
    ['personal', 'ana', 'Pacific/Pago_Pago'],
    ['personal', 'ben', 'Europe/Berlin'],
    ['personal', 'unknown', 'Europe/Berlin'],
    ['room', 'room1', 'Europe/Berlin'],
  ] as const) {
    it(`${type} ${id} runs in ${zone}`, () => {
      assert.equal(zoneOf({ type, id }, clocks), zone);
    });
  }

  for (const [type, id, told] of [
    ['relationship', 'r1', true],
    ['relationship', 'r2', true],
    ['relationship', 'unknown', false],
    ['personal', 'ben', true],
    ['personal', '', false],
    ['room', 'room1', false],
  ] as const) {
    it(`${type} ${id || 'of nobody'} is ${told ? '' : 'not '}told`, () => {
      assert.equal(isTold({ type, id }, clocks), told);
    });
  }

  it('gives each its own today, two days apart at the same instant', () => {
    const instant = Date.parse('2026-05-13T10:30:00Z');
    const today = (context: ActionContext) => formatDay(todayOf({ context, createdBy: 'ana' }, clocks, instant));
    assert.equal(today(RELATIONSHIP), '2026-05-14');
    assert.equal(today(PERSONAL), '2026-05-12');
  });
});

describe('The places whose actions somebody sees', () => {
  it('are their relationships and the people in them, each with its own today', () => {
    const access = accessFor('viewer', 'member', [relationship({ timeZone: 'Pacific/Kiritimati' })]);
    const people = new Map([['report', { timeZone: 'America/Los_Angeles' }]]);
    const places = visibleContainers({ access, people, workspace, now: NOON });
    assert.deepEqual(
      places.map(({ type, id, today }) => [type, id, formatDay(today)]),
      [
        ['relationship', 'r1', '2026-05-14'],
        ['personal', 'viewer', '2026-05-13'],
        ['personal', 'manager', '2026-05-13'],
        ['personal', 'report', '2026-05-13'],
      ],
    );
  });

  it('are one’s own alone for whoever is in no relationship, an admin too', () => {
    const access = accessFor('boss', 'admin');
    const places = visibleContainers({ access, people: new Map(), workspace, now: NOON });
    assert.deepEqual(
      places.map(({ type, id }) => `${type}:${id}`),
      ['personal:boss'],
    );
  });

  it('hold an action exactly when its viewer may see it', () => {
    const id = fc.constantFrom('ana', 'ben', 'cem', 'dana', 'eli');
    const relationships = fc.array(
      fc.record({ managerId: id, reportId: id, createdBy: id, viewerIds: fc.uniqueArray(id, { maxLength: 2 }) }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(
        relationships,
        id,
        id,
        fc.nat({ max: 5 }),
        fc.boolean(),
        (parties, who, creator, place, isPersonal) => {
          const all = parties.map((of, index) => relationship({ ...of, id: `r${index}` }));
          const access = accessFor(who, 'member', all);
          const context = isPersonal ? PERSONAL : { type: 'relationship' as const, relationshipId: `r${place}` };
          const action = { context, createdBy: creator };
          const places = visibleContainers({ access, people: new Map(), workspace, now: NOON });
          const { type, id: of } = containerOf(action);
          assert.equal(
            places.some((at) => at.type === type && at.id === of),
            canSee(action, access),
          );
          // The rule itself, spelled out.
          const isPartyOf = (one: (typeof all)[number]) =>
            [one.managerId, one.reportId, one.createdBy, ...one.viewerIds].includes(who);
          const seen = isPersonal
            ? creator === who || all.some((one) => isPartyOf(one) && [one.managerId, one.reportId].includes(creator))
            : all.some((one) => one.id === `r${place}` && isPartyOf(one));
          assert.equal(canSee(action, access), seen);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
