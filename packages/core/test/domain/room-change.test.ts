// How a room changes (rulebook §4), and what may be written of it and of its actions.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ActionPatch, Assignee, DateRule } from '@followthrough/core/schema';
import {
  applyPatch,
  applyRoomPatch,
  faultsOfContact,
  faultsOfGuest,
  faultsOfRoom,
  faultsOfRoomDraft,
  faultsOfRoomPatch,
  keyAfter,
  newRoom,
  sharedWith,
  unsharedWith,
  withContact,
} from '@followthrough/core/domain';
import { inRoom, room, roomAction } from './room-builders.ts';

const doing = { by: 'mia', at: '2026-05-14T10:00:00.000Z' };
const codes = (faults: readonly { pointer: string; code: string }[]) =>
  faults.map(({ pointer, code }) => `${pointer} ${code}`);

describe('The primary contact', () => {
  const fresh = room({ guests: [], primaryContactId: null });

  it('is empty in a new room, whose maker is a member', () => {
    const made = newRoom({ name: 'R', companyId: 'globex', memberIds: ['mia'] }, 'r', { ...doing, by: 'maker' });
    assert.deepEqual([made.primaryContactId, made.memberIds, made.guests], [null, ['maker', 'mia'], []]);
  });
  it('becomes the first person the room is shared with', () => {
    assert.equal(sharedWith(fresh, 'gus', doing).primaryContactId, 'gus');
  });
  it('stays with the first when the room is shared with a second', () => {
    const shared = sharedWith(sharedWith(fresh, 'gus', doing), 'hal', doing);
    assert.deepEqual([shared.primaryContactId, shared.guests.map(({ personId }) => personId)], ['gus', ['gus', 'hal']]);
  });
  it('is empty again when that guest is removed, and the next share fills it', () => {
    const left = unsharedWith(room(), 'gus', doing);
    assert.equal(left.primaryContactId, null);
    assert.equal(sharedWith(left, 'ivy', doing).primaryContactId, 'ivy');
  });
  it('stays when another guest is removed', () => {
    assert.equal(unsharedWith(room(), 'hal', doing).primaryContactId, 'gus');
  });
  it('can be set to another guest or to none by hand', () => {
    assert.equal(withContact(room(), 'hal', doing).primaryContactId, 'hal');
    assert.equal(withContact(room(), null, doing).primaryContactId, null);
  });
  it('is a guest of the room or nobody', () => {
    assert.deepEqual(codes(faultsOfContact('hal', room())), []);
    assert.deepEqual(codes(faultsOfContact(null, room())), []);
    assert.deepEqual(codes(faultsOfContact('mia', room())), ['/personId not-a-guest']);
  });
});

describe('A change of a room that changes nothing keeps it as it is', () => {
  const same = room();
  for (const [name, next] of [
    ['sharing with a guest again', sharedWith(same, 'gus', doing)],
    ['removing who is no guest', unsharedWith(same, 'ivy', doing)],
    ['the contact there is', withContact(same, 'gus', doing)],
    ['the same members in another order', applyRoomPatch(same, { memberIds: ['mia', 'maker'] }, doing)],
    ['the same name', applyRoomPatch(same, { name: same.name }, doing)],
  ] as const) {
    it(name, () => {
      assert.equal(next, same);
    });
  }
  it('and any other makes the next version and says who made it', () => {
    const next = applyRoomPatch(same, { targetDate: '2026-06-30' }, doing);
    assert.deepEqual([next.version, next.updatedBy, next.updatedAt], [2, 'mia', doing.at]);
  });
});

describe('What may be written of a room', () => {
  const people = new Map([
    ['mia', { side: 'internal' as const }],
    ['gus', { side: 'external' as const }],
  ]);
  it('names a company that is there', () => {
    assert.deepEqual(codes(faultsOfRoom({ companyId: 'x' }, { people, hasCompany: false })), [
      '/companyId unknown-company',
    ]);
  });
  it('names members of our own team', () => {
    const faults = faultsOfRoom({ memberIds: ['mia', 'gus', 'gone'] }, { people, hasCompany: true });
    assert.deepEqual(codes(faults), ['/memberIds/1 internal-only', '/memberIds/2 unknown-person']);
  });
  it('is shared with a customer’s people only', () => {
    assert.deepEqual(codes(faultsOfGuest({ side: 'internal' })), ['/personId external-only']);
    assert.deepEqual(codes(faultsOfGuest(null)), ['/personId unknown-person']);
    assert.deepEqual(codes(faultsOfGuest({ side: 'external' })), []);
  });
});

const setting = { room: room(), sectionIds: new Set(['s1', 's2']), actionIds: new Set(['a1', 'a2']) };
const person = (personId: string): Assignee => ({ type: 'person', personId });
const after = (anchor: Extract<DateRule, { type: 'relative' }>['anchor'], amount = 2): { rule: DateRule } => ({
  rule: { type: 'relative', amount, unit: 'day', anchor },
});

describe('What may be written of a room’s action', () => {
  const rows: [string, Parameters<typeof faultsOfRoomDraft>[0], ReturnType<typeof inRoom>, string[]][] = [
    ['nothing but its section', {}, inRoom(), []],
    ['a section that is not of the room', {}, inRoom(false, 'x'), ['/context/sectionId unknown-section']],
    ['a member', { assignee: person('mia') }, inRoom(), []],
    ['a guest', { assignee: person('gus') }, inRoom(), []],
    ['the contact, before there is one', { assignee: { type: 'primaryContact' } }, inRoom(), []],
    ['somebody outside the room', { assignee: person('eve') }, inRoom(), ['/assignee not-in-room']],
    ['internal-only for a member', { assignee: person('mia') }, inRoom(true), []],
    ['internal-only for nobody', { assignee: null }, inRoom(true), []],
    ['internal-only for a guest', { assignee: person('gus') }, inRoom(true), ['/assignee internal-only']],
    [
      'internal-only for the contact',
      { assignee: { type: 'primaryContact' } },
      inRoom(true),
      ['/assignee internal-only'],
    ],
    ['internal-only for the company', { assignee: { type: 'company' } }, inRoom(true), ['/assignee internal-only']],
    ['days after the room was made', { due: after({ type: 'roomCreated' }) }, inRoom(), []],
    ['days before the room was made', { due: after({ type: 'roomCreated' }, -2) }, inRoom(), []],
    ['days before another is due', { due: after({ type: 'actionDue', actionId: 'a1' }, -2) }, inRoom(), []],
    [
      'days before another is completed',
      { due: after({ type: 'actionCompleted', actionId: 'a1' }, -2) },
      inRoom(),
      ['/due/rule/amount negative-after-event'],
    ],
    [
      'days before a section is completed',
      { start: after({ type: 'sectionCompleted', sectionId: 's1' }, -1) },
      inRoom(),
      ['/start/rule/amount negative-after-event'],
    ],
    [
      'an anchor that is gone',
      { due: after({ type: 'actionDue', actionId: 'x' }) },
      inRoom(),
      ['/due/rule/anchor unknown-anchor'],
    ],
    [
      'a section as anchor that is gone',
      { due: after({ type: 'sectionCompleted', sectionId: 'a1' }) },
      inRoom(),
      ['/due/rule/anchor unknown-anchor'],
    ],
    [
      'the start of an engagement',
      { due: after({ type: 'engagementStart' }) },
      inRoom(),
      ['/due/rule/anchor not-in-room'],
    ],
    [
      'two kinds of weekend rule',
      {
        due: {
          rule: { type: 'relative', amount: 1, unit: 'businessDay', anchor: { type: 'roomCreated' }, roll: 'next' },
        },
      },
      inRoom(),
      ['/due/rule/roll roll-with-business-days'],
    ],
  ];
  for (const [name, draft, context, faults] of rows) {
    it(`${name}: ${faults.join(', ') || 'yes'}`, () => {
      assert.deepEqual(codes(faultsOfRoomDraft(draft, context, setting)), faults);
    });
  }

  const contactual = roomAction({ assignee: { type: 'primaryContact' } });
  const edits: [string, ReturnType<typeof roomAction>, ActionPatch, string[]][] = [
    [
      'internal-only, of the contact’s',
      contactual,
      { context: { internalOnly: true } },
      ['/context/internalOnly internal-only'],
    ],
    [
      'internal-only and for a member at once',
      contactual,
      { context: { internalOnly: true }, assignee: person('mia') },
      [],
    ],
    [
      'for a guest, of an internal-only one',
      roomAction({ context: inRoom(true) }),
      { assignee: person('gus') },
      ['/assignee internal-only'],
    ],
    ['a title, of one whose assignee left the room', roomAction({ assignee: person('eve') }), { title: 'New' }, []],
    ['into another section', roomAction(), { context: { sectionId: 's2' } }, []],
    [
      'into a section of another room',
      roomAction(),
      { context: { sectionId: 'x' } },
      ['/context/sectionId unknown-section'],
    ],
  ];
  for (const [name, record, patch, faults] of edits) {
    it(`an edit: ${name}: ${faults.join(', ') || 'yes'}`, () => {
      const { context } = record;
      assert.ok(context.type === 'room');
      assert.deepEqual(codes(faultsOfRoomPatch({ ...record, context }, patch, setting)), faults);
    });
  }

  it('moves an action within its room, and keeps the version where it stays', () => {
    const moved = applyPatch(roomAction(), { context: { sectionId: 's2' } }, doing);
    assert.deepEqual([moved.context, moved.version], [inRoom(false, 's2'), 2]);
    const stays = roomAction();
    assert.equal(applyPatch(stays, { context: { sectionId: 's1', internalOnly: false } }, doing), stays);
  });
});

describe('The key of what is added at the end', () => {
  it('comes after the last, whatever that is, and stays short for thousands', () => {
    let last: string | null = null;
    for (let count = 0; count < 5000; count++) {
      const next = keyAfter(last);
      assert.ok((last === null || next > last) && next.length <= 3 && !next.endsWith('0'), `${last} ${next}`);
      last = next;
    }
    for (const key of ['z', 'zz', 'zzz', 'zzzz', 'Vzz', '0', 'a0V', 'zzzV']) assert.ok(keyAfter(key) > key, key);
  });
});
