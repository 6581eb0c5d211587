// What a host may write of its directory, row by row (rulebook §1, §6.1), and when that is no change.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Person, PersonDraft, RelationshipRecord } from '@followthrough/core/schema';
import {
  accessOf,
  canSeeRelationship,
  canSeeRoom,
  faultsOfGroup,
  faultsOfPerson,
  hasMoved,
  isAdminNoMore,
  leftBy,
  mayCeaseAsAdmin,
  mayChangeDirectory,
  mayDeleteRoom,
  mayInRoom,
  relationshipPermissionsOf,
  writtenCompany,
  writtenGroup,
  writtenPerson,
} from '@followthrough/core/domain';
import { AT, relationship } from './builders.ts';
import { room } from './room-builders.ts';

const doing = { by: 'admin', at: AT };

function person(fields: Partial<Person> = {}): Person {
  const of: Person['side'] = fields.side ?? 'internal';
  const rest = { name: 'Kim', email: null, avatarUrl: null, timeZone: null, version: 3 };
  const role = of === 'internal' ? 'member' : 'guest';
  return { id: 'kim', ...rest, side: of, role, companyId: of === 'internal' ? null : 'globex', ...fields };
}

describe('The directory', () => {
  for (const [role, allowed] of [
    ['admin', true],
    ['member', 'directory-admin'],
    ['guest', 'directory-admin'],
  ] as const) {
    it(`is ${allowed === true ? 'written' : 'not written'} by ${role}s`, () => {
      assert.equal(mayChangeDirectory({ personId: 'kim', role }), allowed);
    });
  }
});

describe('A person that a host writes', () => {
  it('is of our team and a member where nothing else is said', () => {
    assert.deepEqual(writtenPerson({ name: 'Kim' }, 'kim', null), { ...person(), version: 1 });
  });
  it('is a guest where they are external', () => {
    const draft = { name: 'Kim', side: 'external', companyId: 'globex' } as const;
    assert.deepEqual(writtenPerson(draft, 'kim', null), { ...person({ side: 'external' }), version: 1 });
  });
  it('is the very same where that says nothing new, and the next version where it does', () => {
    const before = person({ email: 'kim@acme.example' });
    assert.equal(writtenPerson({ name: 'Kim', email: 'kim@acme.example' }, 'kim', before), before);
    assert.deepEqual(writtenPerson({ name: 'Kim' }, 'kim', before), { ...before, email: null, version: 4 });
  });

  const external = { name: 'Kim', side: 'external' } as const;
  const rows: [string, PersonDraft, boolean, string[]][] = [
    ['of our team', { name: 'Kim' }, false, []],
    ['an admin', { name: 'Kim', role: 'admin' }, false, []],
    ['a guest of our team', { name: 'Kim', role: 'guest' }, false, ['/role guests-are-external']],
    ['of our team with a company', { name: 'Kim', companyId: 'globex' }, true, ['/companyId external-only']],
    ['a customer’s', { ...external, companyId: 'globex' }, true, []],
    ['a customer’s, said to be a guest', { ...external, role: 'guest', companyId: 'globex' }, true, []],
    ['a customer’s of no company', external, false, ['/companyId required']],
    ['a customer’s of nothing', { ...external, companyId: null }, false, ['/companyId required']],
    ['of a company that is not there', { ...external, companyId: 'x' }, false, ['/companyId unknown-company']],
    ['a customer’s member', { ...external, role: 'member', companyId: 'g' }, true, ['/role externals-are-guests']],
    [
      'a customer’s admin of no company',
      { ...external, role: 'admin' },
      false,
      ['/role externals-are-guests', '/companyId required'],
    ],
  ];
  for (const [name, draft, hasCompany, faults] of rows) {
    it(`${name} has ${faults.length === 0 ? 'no fault' : faults.join(' and ')}`, () => {
      assert.deepEqual(
        faultsOfPerson(draft, hasCompany).map(({ pointer, code }) => `${pointer} ${code}`),
        faults,
      );
    });
  }
});

describe('The last admin', () => {
  const admins = [{ id: 'kim' }, { id: 'ada' }];
  it('stays one', () => {
    assert.equal(mayCeaseAsAdmin('kim', [{ id: 'kim' }]), 'last-admin');
    assert.equal(mayCeaseAsAdmin('kim', admins), true);
  });
  for (const [name, before, after, ends] of [
    ['an admin who becomes a member', person({ role: 'admin' }), person(), true],
    ['an admin who becomes a customer’s', person({ role: 'admin' }), person({ side: 'external' }), true],
    ['an admin renamed', person({ role: 'admin' }), person({ role: 'admin', name: 'Kim B.' }), false],
    ['a member', person(), person({ name: 'Kim B.' }), false],
    ['somebody new', null, person(), false],
  ] as const) {
    it(`is asked for ${ends ? '' : 'not '}with ${name}`, () => assert.equal(isAdminNoMore(before, after), ends));
  }
});

describe('Companies and groups that a host writes', () => {
  it('are their next version where they say something new, and the very same else', () => {
    const company = writtenCompany({ name: 'Globex' }, 'globex', null);
    assert.deepEqual(company, { id: 'globex', name: 'Globex', version: 1 });
    assert.equal(writtenCompany({ name: 'Globex' }, 'globex', company), company);
    assert.deepEqual(writtenCompany({ name: 'Globex AG' }, 'globex', company), {
      ...company,
      name: 'Globex AG',
      version: 2,
    });
  });
  it('name each member once; the same members in another order are the same group', () => {
    const group = writtenGroup({ name: 'Leads', memberIds: ['a', 'b', 'a'] }, 'leads', null);
    assert.deepEqual(group, { id: 'leads', name: 'Leads', memberIds: ['a', 'b'], version: 1 });
    assert.equal(writtenGroup({ name: 'Leads', memberIds: ['b', 'a'] }, 'leads', group), group);
    assert.deepEqual(writtenGroup({ name: 'Leads' }, 'leads', group), { ...group, memberIds: [], version: 2 });
  });
  it('have members who are there', () => {
    const faults = faultsOfGroup({ name: 'Leads', memberIds: ['a', 'x', 'b', 'y'] }, new Set(['a', 'b']));
    assert.deepEqual(
      faults.map(({ pointer, code }) => `${pointer} ${code}`),
      ['/memberIds/1 unknown-person', '/memberIds/3 unknown-person'],
    );
  });
});

describe('Whoever moves to another side or company', () => {
  const internal = person();
  const globex = person({ side: 'external' });
  const initech = person({ side: 'external', companyId: 'initech' });
  for (const [name, before, after, moved] of [
    ['to a customer', internal, globex, true],
    ['to our team', globex, internal, true],
    ['to another company', globex, initech, true],
    ['nowhere', globex, { ...globex, name: 'Kim B.' }, false],
    ['in from nowhere', null, globex, false],
  ] as const) {
    it(`has${moved ? '' : ' not'} moved: ${name}`, () => assert.equal(hasMoved(before, after), moved));
  }

  const guests = [
    { personId: 'kim', sharedAt: AT },
    { personId: 'gus', sharedAt: AT },
  ];
  const asMember = room({ memberIds: ['maker', 'kim'] });
  const asContact = room({ guests, primaryContactId: 'kim' });
  it('is a member of rooms no longer, once a customer’s', () => {
    const left = leftBy(asMember, globex, doing);
    assert.deepEqual([left.memberIds, left.version, left.updatedBy], [['maker'], 2, 'admin']);
  });
  it('is a guest of rooms no longer, and not their contact, once of our team or of another company', () => {
    for (const moved of [internal, initech]) {
      const left = leftBy(asContact, moved, doing);
      assert.deepEqual(left.guests, guests.slice(1));
      assert.deepEqual([left.primaryContactId, left.version], [null, 2]);
    }
  });
  it('stays a guest of rooms of the company they came to', () => {
    assert.equal(leftBy(asContact, globex, doing), asContact);
  });
  it('leaves other rooms as they are', () => {
    const other = room();
    for (const moved of [internal, globex, initech]) assert.equal(leftBy(other, moved, doing), other);
  });
});

describe('Whoever went over to a customer', () => {
  const viewer = { personId: 'kim', role: 'guest', companyId: 'globex' } as const;
  it('has nothing as the member and maker of a room that they still are in the data', () => {
    const theirs = room({ memberIds: ['kim'], guests: [], createdBy: 'kim' });
    assert.equal(canSeeRoom(theirs, viewer), false);
    assert.equal(mayInRoom(theirs, viewer), 'room-member');
    assert.equal(mayDeleteRoom(theirs, viewer), 'room-deleter');
  });
  const parts: [string, Partial<RelationshipRecord>, boolean][] = [
    ['manager', { managerId: 'kim' }, false],
    ['maker', { createdBy: 'kim' }, false],
    ['report', { reportId: 'kim' }, true],
    ['viewer', { viewerIds: ['kim'] }, true],
  ];
  for (const [name, more, sees] of parts) {
    it(`has ${sees ? 'what they were given' : 'nothing'} as the ${name} of a relationship`, () => {
      const theirs = relationship(more);
      assert.equal(canSeeRelationship(theirs, viewer), sees);
      assert.equal(accessOf(viewer, [theirs]).relationships.size, sees ? 1 : 0);
      const { edit, seeActions } = relationshipPermissionsOf(theirs, viewer);
      assert.deepEqual([edit, seeActions], ['relationship-settings', sees || 'relationship-party']);
    });
  }
});
