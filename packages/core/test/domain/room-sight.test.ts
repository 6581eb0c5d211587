// What a guest gets told of a room (rulebook §3, §4, §6.1), and that nothing internal-only is ever in it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ActionRecord, DateRule, PlannedDateRecord } from '@followthrough/core/schema';
import {
  actionView,
  completionOf,
  guestFace,
  guestSight,
  inSight,
  parseDay,
  progressOf,
  sightOf,
  withShown,
} from '@followthrough/core/domain';
import { AT, closing, dated, TODAY } from './builders.ts';
import { accessIn, inRoom, room, roomAction, VIEWERS } from './room-builders.ts';

type Anchor = Extract<DateRule, { type: 'relative' }>['anchor'];

function resting(anchor: Anchor, over: Partial<PlannedDateRecord> = {}): PlannedDateRecord {
  const rule: DateRule = { type: 'relative', amount: 3, unit: 'businessDay', anchor, ...{} };
  const waitingOn = 'actionId' in anchor ? [anchor.actionId] : 'sectionId' in anchor ? [anchor.sectionId] : [];
  return { ...dated('2026-05-20', 'projected'), rule, waitingOn, ...over };
}

function asGuest(action: ActionRecord, all: readonly ActionRecord[] = [action]) {
  const sight = sightOf(room(), all, VIEWERS.contact);
  return inSight(actionView(action, accessIn('contact'), TODAY), sight, action.shown);
}

const hidden = roomAction({ id: 'secret', context: inRoom(true, 's-secret') });
const open = roomAction({ id: 'open', context: inRoom(false, 's-open') });

describe('A guest', () => {
  it('sees the sections that hold an action they see, and no other', () => {
    const { seen } = guestSight(room(), [hidden, open]);
    assert.deepEqual([...seen].sort(), ['open', 's-open']);
  });

  for (const [name, anchor] of [
    ['an internal-only action’s due date', { type: 'actionDue', actionId: 'secret' }],
    ['an internal-only action’s completion', { type: 'actionCompleted', actionId: 'secret' }],
    ['a section of internal-only actions', { type: 'sectionCompleted', sectionId: 's-secret' }],
  ] as const) {
    it(`reads of a date resting on ${name} that it rests on an internal step, and its date`, () => {
      const { due } = asGuest({ ...open, due: resting(anchor) }, [hidden, open]);
      assert.deepEqual(due, {
        rule: { type: 'relative', amount: 0, unit: 'day', anchor: { type: 'internalStep' } },
        pinned: null,
        date: '2026-05-20',
        basis: 'projected',
        waitingOn: [],
      });
    });
  }

  it('reads what a date rests on that they see', () => {
    const anchor = { type: 'actionDue', actionId: 'open' } as const;
    const { due } = asGuest({ ...open, id: 'other', due: resting(anchor) }, [hidden, open]);
    assert.deepEqual([due?.rule, due?.waitingOn], [resting(anchor).rule, ['open']]);
  });

  it('is told no order key, which would tell what lies between', () => {
    assert.equal(asGuest({ ...open, position: 'V' }).position, null);
  });

  it('is told who made and closed an action where they know them, else nobody', () => {
    const closed = { ...closing('2026-05-14', null), by: 'ada' };
    const told = asGuest({ ...open, createdBy: 'ada', updatedBy: 'mia', state: 'done', closed });
    assert.deepEqual([told.createdBy, told.updatedBy, told.closed?.by], [null, 'mia', null]);
  });

  it('is told all that a member is, of what is the same for both', () => {
    const told = asGuest(open);
    const whole = actionView(open, accessIn('member'), TODAY);
    assert.deepEqual({ ...told, position: whole.position, may: whole.may }, whole);
  });
});

describe('The version that guests see', () => {
  const sight = guestSight(room(), [hidden, open]);
  const step = (before: ActionRecord, after: ActionRecord) =>
    withShown(after, before, { before: guestFace(before, sight), after: guestFace(after, sight) });
  const next = (record: ActionRecord, over: Partial<ActionRecord>): ActionRecord => ({
    ...record,
    updatedAt: '2026-05-15T08:00:00.000Z',
    updatedBy: 'ada',
    version: record.version + 1,
    ...over,
  });

  it('is the action’s own as long as guests see every change', () => {
    assert.equal(step(open, next(open, { title: 'New' })).shown, undefined);
  });
  it('stays where only what they may not see changes', () => {
    const due = resting({ type: 'actionDue', actionId: 'secret' });
    const before = { ...open, due };
    const after = step(before, next(before, { due: resting({ type: 'actionCompleted', actionId: 'secret' }) }));
    assert.deepEqual(after.shown, { version: 1, updatedAt: AT, updatedBy: 'mia' });
    assert.equal(asGuest(after, [hidden, after]).version, 1);
    assert.equal(step(after, next(after, { position: 'a' })).shown?.version, 1, 'an order key');
    assert.equal(step(after, next(after, { title: 'New' })).shown?.version, 2, 'then a title');
  });
  it('begins at 1 when an action that was internal-only is shown to them, however often it changed before', () => {
    const made = withShown(hidden, null, { before: '', after: '' });
    const edited = step(made, next(made, { title: 'Changed' }));
    const shared = next(edited, { context: inRoom(false, 's-secret') });
    const after = withShown(shared, edited, { before: '', after: guestFace(shared, guestSight(room(), [shared])) });
    assert.deepEqual([after.version, after.shown?.version], [3, 1]);
  });
});

describe('Progress', () => {
  it('counts what is done of what is not cancelled', () => {
    const states = ['todo', 'inProgress', 'done', 'done', 'cancelled'] as const;
    assert.deepEqual(progressOf(states.map((state) => ({ state }))), { done: 2, total: 4 });
    assert.deepEqual(progressOf([]), { done: 0, total: 0 });
  });
});

describe('The completion of the actions one sees', () => {
  const done = (on: string) => roomAction({ state: 'done', closed: closing(on, null) });
  const due = (date: string | null) => roomAction({ due: dated(date, date === null ? 'waiting' : 'fixed') });
  for (const [name, actions, basis, day] of [
    ['waits where there are none', [], 'waiting', null],
    [
      'waits where all are cancelled',
      [roomAction({ state: 'cancelled', closed: closing('2026-05-10', null) })],
      'waiting',
      null,
    ],
    [
      'is settled on the latest day, once all are done',
      [done('2026-05-10'), done('2026-05-12')],
      'settled',
      '2026-05-12',
    ],
    ['is projected to the latest due date', [done('2026-05-10'), due('2026-05-30')], 'projected', '2026-05-30'],
    ['is projected to today where what is open is overdue', [due('2026-05-01')], 'projected', '2026-05-13'],
    ['waits while one that is open has no date', [done('2026-05-10'), due(null)], 'waiting', null],
  ] as const) {
    it(name, () => {
      assert.deepEqual(completionOf(actions, TODAY), { basis, day: day === null ? null : parseDay(day) });
    });
  }
});

describe('Whatever a room holds', () => {
  it('nothing internal-only is in what a guest gets', () => {
    const secret = fc.integer({ min: 0, max: 11 });
    const anchor = fc.oneof(
      secret.map((at): Anchor => ({ type: 'actionDue', actionId: `id-${at}-x` })),
      secret.map((at): Anchor => ({ type: 'actionCompleted', actionId: `id-${at}-x` })),
      secret.map((at): Anchor => ({ type: 'sectionCompleted', sectionId: `section-${at % 4}-x` })),
      fc.constant<Anchor>({ type: 'roomCreated' }),
    );
    const date = fc.option(anchor.map((on) => resting(on)));
    const action = fc.record({
      internalOnly: fc.boolean(),
      section: fc.integer({ min: 0, max: 3 }),
      start: date,
      due: date,
    });
    let told = 0;
    fc.assert(
      fc.property(fc.array(action, { maxLength: 12 }), (rows) => {
        const records = rows.map(({ internalOnly, section, start, due }, at) =>
          roomAction({ id: `id-${at}-x`, context: inRoom(internalOnly, `section-${section}-x`), start, due }),
        );
        const access = accessIn('contact');
        const sight = sightOf(room(), records, VIEWERS.contact);
        const seen = records.filter(({ context }) => context.type === 'room' && !context.internalOnly);
        const answer = JSON.stringify(
          seen.map((record) => inSight(actionView(record, access, TODAY), sight, record.shown)),
        );
        const shownSections = new Set(seen.map(({ context }) => (context.type === 'room' ? context.sectionId : '')));
        for (const { id, context } of records) {
          if (context.type !== 'room') continue;
          if (context.internalOnly) assert.ok(!answer.includes(`"${id}"`), `${id} in ${answer}`);
          if (!shownSections.has(context.sectionId)) assert.ok(!answer.includes(`"${context.sectionId}"`), answer);
        }
        told += (answer.match(/internalStep/g) ?? []).length;
      }),
      { numRuns: 500 },
    );
    assert.ok(told > 100, 'the plans hid something');
  });
});
