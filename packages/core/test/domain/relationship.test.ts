import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Person, RelationshipDraft, Side } from '@followthrough/core/schema';
import {
  applyRelationshipPatch,
  accessOf,
  canSeeGroups,
  companiesSeenBy,
  isAmong,
  deletedAction,
  faultsOfRelationship,
  isRestorable,
  newMeeting,
  newRelationship,
  peopleNamedIn,
  peopleSeenBy,
  peopleSharedWith,
  RESTORABLE_FOR,
  restoredAction,
} from '@followthrough/core/domain';
import { accessFor, actionRecord, AT, relationship } from './builders.ts';

const doing = { by: 'maker', at: AT };

describe('A new relationship', () => {
  it('has its two people, its maker, and the workspace’s clock', () => {
    const made = newRelationship({ managerId: 'manager', reportId: 'report', viewerIds: ['v', 'v'] }, 'r1', doing);
    assert.deepEqual(made, relationship({ viewerIds: ['v'] }));
  });

  const people = new Map<string, { side: Side }>([
    ['manager', { side: 'internal' }],
    ['report', { side: 'internal' }],
    ['customer', { side: 'external' }],
  ]);
  const rows: [string, Partial<RelationshipDraft>, string[]][] = [
    ['between two of our team', { managerId: 'manager', reportId: 'report' }, []],
    ['with a customer as report', { managerId: 'manager', reportId: 'customer' }, []],
    ['with a customer as manager', { managerId: 'customer', reportId: 'report' }, ['/managerId internal-only']],
    ['with oneself', { managerId: 'manager', reportId: 'manager' }, ['/reportId same-person']],
    [
      'with somebody unknown',
      { managerId: 'x', reportId: 'y' },
      ['/managerId unknown-person', '/reportId unknown-person'],
    ],
    ['seen by somebody unknown', { viewerIds: ['report', 'x'] }, ['/viewerIds/1 unknown-person']],
  ];
  for (const [name, draft, faults] of rows) {
    it(`${name} has ${faults.length === 0 ? 'no fault' : faults.join(' and ')}`, () => {
      const found = faultsOfRelationship(draft, people).map(({ pointer, code }) => `${pointer} ${code}`);
      assert.deepEqual(found, faults);
    });
  }

  it('names each person once', () => {
    assert.deepEqual(peopleNamedIn({ managerId: 'a', reportId: 'b', viewerIds: ['a', 'c'] }), ['a', 'b', 'c']);
    assert.deepEqual(peopleNamedIn({}), []);
  });
});

describe('A change of a relationship’s settings', () => {
  const before = relationship({ viewerIds: ['a', 'b'] });

  it('makes the next version', () => {
    const after = applyRelationshipPatch(before, { timeZone: 'Asia/Kathmandu' }, { at: '2026-05-14T00:00:00Z' });
    assert.deepEqual(after, { ...before, timeZone: 'Asia/Kathmandu', updatedAt: '2026-05-14T00:00:00Z', version: 2 });
    assert.deepEqual(applyRelationshipPatch(before, { viewerIds: ['b'] }, doing).viewerIds, ['b']);
  });

  it('that changes nothing keeps the version, the same viewers in another order included', () => {
    for (const patch of [{}, { timeZone: null }, { viewerIds: ['b', 'a', 'b'] }]) {
      assert.equal(applyRelationshipPatch(before, patch, doing), before);
    }
  });
});

describe('A meeting', () => {
  it('has not ended when it is made', () => {
    const made = newMeeting({ startsAt: AT }, 'm1', 'r1', doing);
    assert.deepEqual([made.title, made.endedAt, made.createdBy, made.version], [null, null, 'maker', 1]);
  });
});

describe('The people somebody sees', () => {
  const person = (id: string, side: Side, companyId: string | null = null): Person => ({
    ...{ id, name: id, email: null, avatarUrl: null, side, role: side === 'internal' ? 'member' : 'guest' },
    ...{ companyId, timeZone: null, version: 1 },
  });
  const guest = person('report', 'external', 'acme');
  const access = accessFor('report', 'guest');
  const seen = peopleSeenBy(guest, access);

  it('are, for a guest, those they share a relationship with and their own company', () => {
    assert.deepEqual([...peopleSharedWith(access)].sort(), ['maker', 'manager', 'report', 'viewer']);
    for (const [id, side, company, sees] of [
      ['manager', 'internal', null, true],
      ['viewer', 'internal', null, true],
      ['stranger', 'internal', null, false],
      ['colleague', 'external', 'acme', true],
      ['competitor', 'external', 'other', false],
      ['nobody', 'external', null, false],
    ] as const) {
      assert.equal(isAmong(person(id, side, company), seen), sees, id);
    }
    assert.deepEqual(companiesSeenBy(guest), ['acme']);
    assert.equal(canSeeGroups(guest), false);
  });

  it('are, for a guest without a company, no others without one', () => {
    const alone = person('alone', 'external');
    const known = peopleSeenBy(alone, accessOf({ personId: 'alone', role: 'guest' }, []));
    assert.deepEqual([isAmong(alone, known), isAmong(person('nobody', 'external'), known)], [true, false]);
    assert.deepEqual(companiesSeenBy(alone), []);
  });

  it('are, for our own team, everybody', () => {
    const member = person('member', 'internal');
    const everybody = peopleSeenBy(member, accessFor('member'));
    assert.equal(isAmong(person('competitor', 'external', 'other'), everybody), true);
    assert.equal(companiesSeenBy(member), 'all');
    assert.equal(canSeeGroups(member), true);
  });
});

describe('A deleted action', () => {
  const deleted = deletedAction(actionRecord(), doing);

  it('keeps when and by whom, and comes back as it was in a next version', () => {
    const deletion = { deleted: { at: AT, by: 'maker' }, version: 2, updatedBy: 'maker' };
    assert.deepEqual(deleted, actionRecord(deletion));
    const restored = restoredAction(deleted, { ...doing, by: 'manager' });
    assert.deepEqual(restored, actionRecord({ version: 3, updatedBy: 'manager' }));
    const live = actionRecord();
    assert.equal(restoredAction(live, doing), live);
  });

  it('can be restored for thirty days, and one that is not deleted cannot', () => {
    const at = Date.parse(AT);
    assert.equal(RESTORABLE_FOR, 2_592_000_000);
    assert.equal(isRestorable(deleted, at + RESTORABLE_FOR), true);
    assert.equal(isRestorable(deleted, at + RESTORABLE_FOR + 1), false);
    assert.equal(isRestorable(actionRecord(), at), false);
  });
});
