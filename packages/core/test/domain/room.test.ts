// The column "room" of rulebook §6 and its fine print, cell by cell.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Assignee } from '@followthrough/core/schema';
import {
  accessOf,
  canSee,
  canSeeRoom,
  holderOf,
  inRooms,
  mayCreateRoom,
  permissionsOf,
  roomPermissionsOf,
  sideOf,
} from '@followthrough/core/domain';
import { closing } from './builders.ts';
import { accessIn, inRoom, room, roomAction, VIEWERS, type Who } from './room-builders.ts';

const people = Object.keys(VIEWERS) as Who[];
const insiders: Who[] = ['maker', 'member', 'admin'];
const guests: Who[] = ['contact', 'colleague', 'partner'];
const person = (personId: string): Assignee => ({ type: 'person', personId });

describe('A room', () => {
  for (const who of people) {
    const seen = insiders.includes(who) || guests.includes(who);
    it(`is ${seen ? 'seen' : 'not seen'} by the ${who}`, () => {
      assert.equal(canSeeRoom(room(), VIEWERS[who]), seen);
    });
    it(`is seen by nobody once it is deleted: not by the ${who}`, () => {
      assert.equal(canSeeRoom(room({ deleted: { at: room().createdAt, by: 'maker' } }), VIEWERS[who]), false);
    });
  }

  const mayAll = { edit: true, share: true, createAction: true, editSections: true, viewAs: true };
  const mayNothing = Object.fromEntries(Object.keys(mayAll).map((operation) => [operation, 'room-member']));
  for (const [who, inside, remove] of [
    ['maker', mayAll, true],
    ['member', mayAll, 'room-deleter'],
    ['admin', mayAll, true],
    ['contact', mayNothing, 'room-deleter'],
    ['colleague', mayNothing, 'room-deleter'],
  ] as const) {
    it(`can be changed, shared and deleted by the ${who} as the rulebook says`, () => {
      assert.deepEqual(roomPermissionsOf(room(), VIEWERS[who]), { ...inside, delete: remove });
    });
  }

  it('can still be deleted by its maker who is no member any more, and not changed', () => {
    const may = roomPermissionsOf(room({ memberIds: ['mia'] }), VIEWERS.maker);
    assert.deepEqual([may.edit, may.delete], ['room-member', true]);
  });

  it('is made by anybody of our team, and by no guest', () => {
    assert.deepEqual(
      (['maker', 'admin', 'contact'] as const).map((who) => mayCreateRoom(VIEWERS[who])),
      [true, true, 'room-maker'],
    );
  });

  it('that is told again once the viewer lost it is out of their access', () => {
    const access = inRooms(accessIn('contact'), [room({ guests: [] })]);
    assert.equal(access.rooms.size, 0);
  });
});

describe('Who sees a room’s action', () => {
  for (const who of people) {
    const inside = insiders.includes(who);
    const guest = guests.includes(who);
    it(`the ${who}, of one for all: ${inside || guest ? 'yes' : 'no'}`, () => {
      assert.equal(canSee(roomAction(), accessIn(who)), inside || guest);
    });
    it(`the ${who}, of an internal-only one: ${inside ? 'yes' : 'no'}`, () => {
      assert.equal(canSee(roomAction({ context: inRoom(true) }), accessIn(who)), inside);
    });
  }

  it('is given to nobody by being assigned', () => {
    assert.equal(canSee(roomAction({ assignee: person('eve') }), accessIn('member of nothing')), false);
    assert.equal(canSee(roomAction({ context: inRoom(true), assignee: person('gus') }), accessIn('contact')), false);
  });

  it('is nobody where the room is not told', () => {
    assert.equal(canSee(roomAction(), accessOf(VIEWERS.admin, [])), false);
  });
});

describe('What may be done with a room’s action', () => {
  const all = { edit: true, setState: true, delete: true };
  for (const who of insiders) {
    it(`everything, by the ${who}, whoever made it and for whoever it is`, () => {
      for (const assignee of [null, person('gus'), { type: 'company' } as const])
        assert.deepEqual(permissionsOf(roomAction({ assignee }), accessIn(who)), all);
    });
  }

  const stateOnly = { edit: 'room-member', setState: true, delete: 'room-member' };
  const nothing = { edit: 'room-member', setState: 'room-own-action', delete: 'room-member' };
  const rows: [string, Assignee | null, Partial<Record<Who, typeof stateOnly | typeof nothing>>][] = [
    ['assigned to them', person('hal'), { contact: nothing, colleague: stateOnly, partner: nothing }],
    [
      'assigned to the contact',
      { type: 'primaryContact' },
      { contact: stateOnly, colleague: nothing, partner: nothing },
    ],
    ['assigned to the company', { type: 'company' }, { contact: stateOnly, colleague: stateOnly, partner: nothing }],
    ['assigned to our team', person('mia'), { contact: nothing, colleague: nothing, partner: nothing }],
    ['assigned to nobody', null, { contact: nothing, colleague: nothing, partner: nothing }],
  ];
  for (const [name, assignee, answers] of rows) {
    for (const [who, expected] of Object.entries(answers)) {
      it(`by the ${who}, of one ${name}: ${expected === stateOnly ? 'its state' : 'nothing'}`, () => {
        assert.deepEqual(permissionsOf(roomAction({ assignee }), accessIn(who as Who)), expected);
      });
    }
  }

  it('nothing, by who does not see it: an internal-only one, or one of a room they are not in', () => {
    const none = { edit: 'room-member', setState: 'room-member', delete: 'room-member' };
    assert.deepEqual(permissionsOf(roomAction({ context: inRoom(true) }), accessIn('contact')), none);
    assert.deepEqual(permissionsOf(roomAction(), accessIn('member of nothing')), none);
  });

  it('follows the contact: a new one gets what is bound to the contact, the old one loses it', () => {
    const moved = room({ primaryContactId: 'hal' });
    const action = roomAction({ assignee: { type: 'primaryContact' } });
    assert.equal(permissionsOf(action, accessIn('colleague', moved)).setState, true);
    assert.equal(permissionsOf(action, accessIn('contact', moved)).setState, 'room-own-action');
  });

  it('ends for a guest who was removed and is still assigned', () => {
    const left = room({ guests: [] });
    assert.equal(canSee(roomAction({ assignee: person('gus') }), accessIn('contact', left)), false);
  });
});

describe('Whose turn it is', () => {
  const known = new Map([
    ['mia', { side: 'internal' as const }],
    ['gus', { side: 'external' as const }],
  ]);
  for (const [name, assignee, side] of [
    ['ours, for one of our team’s', person('mia'), 'us'],
    ['theirs, for a customer’s', person('gus'), 'them'],
    ['theirs, for the contact’s', { type: 'primaryContact' }, 'them'],
    ['theirs, for the company’s', { type: 'company' }, 'them'],
    ['nobody’s, for nobody’s', null, null],
    ['nobody’s, for somebody’s who is not there any more', person('gone'), null],
  ] as const) {
    it(name, () => {
      assert.equal(sideOf({ assignee }, known), side);
    });
  }
});

describe('Who holds an action', () => {
  const bound = { assignee: { type: 'primaryContact' }, closed: null } as const;
  it('is whoever is the contact now, while it is open', () => {
    assert.equal(holderOf(bound, room()), 'gus');
    assert.equal(holderOf(bound, room({ primaryContactId: null })), null);
  });
  it('is whoever was the contact then, once it is closed', () => {
    const closed = { ...closing('2026-05-14', null), contactId: 'hal' };
    assert.equal(holderOf({ ...bound, closed }, room()), 'hal');
  });
  it('is the person it is assigned to by name, and nobody by name where it is the company', () => {
    assert.equal(holderOf({ assignee: person('mia'), closed: null }, room()), 'mia');
    assert.equal(holderOf({ assignee: { type: 'company' }, closed: null }, room()), null);
  });
});
