// The columns "personal" and "relationship" of rulebook §6, cell by cell, for every role.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WorkspaceRole } from '@followthrough/core/schema';
import {
  canSee,
  canSeeRelationship,
  may,
  mayCreateIn,
  mayCreateRelationship,
  mayEditRelationship,
  permissionsOf,
  relationshipPermissionsOf,
} from '@followthrough/core/domain';
import { accessFor, ENGAGEMENT, PERSONAL, RELATIONSHIP, relationship, viewer } from './builders.ts';

const yes = true;
const owner = 'personal-owner';
const creator = 'action-or-relationship-creator';
const deleter = 'action-or-relationship-creator-deletes';
const parties = 'manager-or-report';
const party = 'relationship-party';

// One relationship: manager, report, a viewer, and the maker who created it and is neither.
describe('A relationship’s action that its manager created', () => {
  const action = { context: RELATIONSHIP, createdBy: 'manager' };
  const rows: [string, WorkspaceRole, { see: boolean; edit: unknown; setState: unknown; delete: unknown }][] = [
    ['manager', 'member', { see: yes, edit: yes, setState: yes, delete: yes }],
    ['report', 'member', { see: yes, edit: creator, setState: yes, delete: deleter }],
    ['report', 'guest', { see: yes, edit: creator, setState: yes, delete: deleter }],
    ['maker', 'member', { see: yes, edit: yes, setState: parties, delete: yes }],
    ['maker', 'admin', { see: yes, edit: yes, setState: parties, delete: yes }],
    ['viewer', 'member', { see: yes, edit: creator, setState: parties, delete: deleter }],
    ['viewer', 'admin', { see: yes, edit: creator, setState: parties, delete: deleter }],
    ['stranger', 'member', { see: false, edit: party, setState: party, delete: party }],
    ['stranger', 'guest', { see: false, edit: party, setState: party, delete: party }],
    ['stranger', 'admin', { see: false, edit: party, setState: party, delete: party }],
  ];
  for (const [who, role, { see, ...permissions }] of rows) {
    it(`for the ${who} (${role})`, () => {
      const access = accessFor(who, role);
      assert.equal(canSee(action, access), see);
      assert.deepEqual(permissionsOf(action, access), permissions);
    });
  }

  it('can be edited and deleted by the report where the report created it', () => {
    const own = { ...action, createdBy: 'report' };
    assert.deepEqual(permissionsOf(own, accessFor('report')), { edit: yes, setState: yes, delete: yes });
    assert.deepEqual(permissionsOf(own, accessFor('manager')), { edit: creator, setState: yes, delete: deleter });
  });

  it('can be edited by a manager who also created the relationship, whoever created the action', () => {
    const access = accessFor('manager', 'member', [relationship({ createdBy: 'manager' })]);
    assert.equal(may('edit', { ...action, createdBy: 'report' }, access), true);
  });

  it('gives nobody anything by being assigned to them: the assignee plays no part', () => {
    assert.equal(canSee(action, accessFor('assignee')), false);
  });
});

describe('A personal action of the report', () => {
  const action = { context: PERSONAL, createdBy: 'report' };
  const withheld = { edit: owner, setState: owner, delete: owner };
  const rows: [string, WorkspaceRole, boolean, object][] = [
    ['report', 'member', yes, { edit: yes, setState: yes, delete: yes }],
    ['report', 'guest', yes, { edit: yes, setState: yes, delete: yes }],
    ['manager', 'member', yes, withheld],
    ['viewer', 'member', yes, withheld],
    ['maker', 'member', yes, withheld],
    ['maker', 'admin', yes, withheld],
    ['stranger', 'member', false, withheld],
    ['stranger', 'guest', false, withheld],
    ['stranger', 'admin', false, withheld],
  ];
  for (const [who, role, see, permissions] of rows) {
    it(`for the ${who} (${role})`, () => {
      const access = accessFor(who, role);
      assert.equal(canSee(action, access), see);
      assert.deepEqual(permissionsOf(action, access), permissions);
    });
  }

  it('is seen the other way round too: the report sees those of the manager', () => {
    assert.equal(canSee({ context: PERSONAL, createdBy: 'manager' }, accessFor('report')), true);
  });

  it('of a viewer or of the maker is seen by no other party', () => {
    for (const who of ['viewer', 'maker']) {
      for (const other of ['manager', 'report']) {
        assert.equal(canSee({ context: PERSONAL, createdBy: who }, accessFor(other)), false);
      }
    }
  });

  it('is seen by nobody where its owner is not told', () => {
    assert.equal(canSee({ context: PERSONAL, createdBy: null }, accessFor('manager')), false);
  });
});

describe('An action of an engagement', () => {
  it('is neither seen nor changed by whoever is told of no engagement', () => {
    const action = { context: ENGAGEMENT, createdBy: 'manager' };
    assert.equal(canSee(action, accessFor('manager', 'admin')), false);
    assert.equal(may('edit', action, accessFor('manager', 'admin')), 'not-offered-here');
  });
});

describe('A relationship', () => {
  const rows: [string, WorkspaceRole, { see: boolean; seeActions: unknown; createAction: unknown; edit: unknown }][] = [
    ['manager', 'member', { see: yes, seeActions: yes, createAction: yes, edit: yes }],
    ['report', 'guest', { see: yes, seeActions: yes, createAction: yes, edit: 'relationship-settings' }],
    ['maker', 'member', { see: yes, seeActions: yes, createAction: parties, edit: yes }],
    ['viewer', 'member', { see: yes, seeActions: yes, createAction: parties, edit: 'relationship-settings' }],
    ['stranger', 'admin', { see: yes, seeActions: party, createAction: parties, edit: yes }],
    ['stranger', 'member', { see: false, seeActions: party, createAction: parties, edit: 'relationship-settings' }],
  ];
  for (const [who, role, { see, seeActions, createAction, edit }] of rows) {
    it(`for the ${who} (${role})`, () => {
      const of = relationship();
      const by = viewer(who, role);
      assert.equal(canSeeRelationship(of, by), see);
      assert.equal(mayCreateIn(of, by), createAction);
      assert.equal(mayEditRelationship(of, by), edit);
      assert.deepEqual(relationshipPermissionsOf(of, by), {
        seeActions,
        createAction,
        createMeeting: createAction,
        edit,
      });
    });
  }

  for (const [name, manager, by, answer] of [
    ['an admin, whoever manages it', 'manager', viewer('boss', 'admin'), true],
    ['the internal person who becomes its manager', 'manager', viewer('manager'), true],
    ['no member for another manager', 'manager', viewer('report'), 'relationship-maker'],
    ['no guest, for themselves either', 'guest', viewer('guest', 'guest'), 'relationship-maker'],
  ] as const) {
    it(`is made by ${name}`, () => {
      assert.equal(mayCreateRelationship(manager, by), answer);
    });
  }

  it('adds up roles: somebody who is viewer in one and manager in another keeps both', () => {
    const two = [relationship(), relationship({ id: 'r2', managerId: 'viewer', reportId: 'other', viewerIds: [] })];
    const access = accessFor('viewer', 'member', two);
    assert.equal(may('setState', { context: RELATIONSHIP, createdBy: 'manager' }, access), parties);
    const inSecond = { context: { type: 'relationship' as const, relationshipId: 'r2' }, createdBy: 'other' };
    assert.equal(may('setState', inSecond, access), true);
    assert.deepEqual([...access.personalOwners].sort(), ['manager', 'other', 'report', 'viewer']);
  });
});
