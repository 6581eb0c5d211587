// The rulebook's sentences on what the dates of a plan come to (§3, §3.1), each with a small plan.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createPlanResolver,
  formatDay,
  parseDay,
  type PlanAction,
  type PlanChange,
  type PlanSetting,
  type ResolvedDate,
} from '@followthrough/core/domain';
import type { Id } from '@followthrough/core/schema';
import {
  after,
  closed,
  doneOf,
  dueOf,
  ENGAGEMENT,
  fixed,
  inSection,
  NEVER_WORKED,
  open,
  pinnedTo,
  planOf,
  ROOM,
  sectionOf,
  SETTING,
  told,
} from './plan-builders.ts';
import { type NaiveDates, resolveNaively } from './naive-resolver.ts';

const ROOM_RULE = after(1, 'day', ROOM);

/** What dates and sections come to, by `due a`, `start a`, `section s`. */
type Told = Record<string, string>;
type Row = [sentence: string, actions: PlanAction[], expected: Told, setting?: Partial<PlanSetting>];

function tellAll(from: NaiveDates, expected: Told): Told {
  return Object.fromEntries(
    Object.keys(expected).map((name) => {
      const [kind = '', id = ''] = name.split(' ');
      if (kind === 'section') return [name, told(from.completion(id))];
      return [name, told(from.date(id, kind === 'start' ? 'start' : 'due'))];
    }),
  );
}

/** One test per row, the resolver and the naive one alike. */
function check(rows: readonly Row[]): void {
  for (const [sentence, actions, expected, over] of rows) {
    it(sentence, () => {
      const plan = planOf(actions, 'empty');
      const setting = { ...SETTING, ...over };
      assert.deepEqual(tellAll(createPlanResolver(plan, setting), expected), expected);
      assert.deepEqual(tellAll(resolveNaively(plan, setting), expected), expected);
    });
  }
}

const waitsOn = (actions: PlanAction[], id: Id) =>
  createPlanResolver(planOf(actions, 'empty'), SETTING).date(id, 'due')?.waitingOn;

describe('A rule', () => {
  check([
    ['fixed is its date', [open('a', fixed('2026-05-16'))], { 'due a': 'fixed 2026-05-16' }],
    ['of none gives no date and no basis', [open('a')], { 'start a': 'none', 'due a': 'none' }],
    ['counts days', [open('a', after(20, 'day', ROOM))], { 'due a': 'settled 2026-05-21' }],
    ['counts weeks', [open('a', after(2, 'week', ROOM))], { 'due a': 'settled 2026-05-15' }],
    ['counts months', [open('a', after(2, 'month', ROOM))], { 'due a': 'settled 2026-07-01' }],
    [
      'clamps months to the last day of the month',
      [open('a', after(1, 'month', ROOM)), open('b', after(13, 'month', ROOM)), open('c', after(-11, 'month', ROOM))],
      { 'due a': 'settled 2026-02-28', 'due b': 'settled 2027-02-28', 'due c': 'settled 2025-02-28' },
      { roomCreated: '2026-01-31' },
    ],
    [
      'clamps to a leap day where there is one',
      [open('a', after(1, 'month', ROOM)), open('b', after(12, 'month', dueOf('a')))],
      { 'due a': 'settled 2028-02-29', 'due b': 'settled 2029-02-28' },
      { roomCreated: '2028-01-31' },
    ],
    [
      'counts business days past weekends and holidays',
      [open('a', after(1, 'businessDay', ROOM)), open('b', after(2, 'businessDay', ROOM))],
      { 'due a': 'settled 2026-05-15', 'due b': 'settled 2026-05-18' },
      { roomCreated: '2026-05-13' },
    ],
    [
      'counts business days strictly after, or before, a day that is not worked',
      [open('a', after(1, 'businessDay', ROOM)), open('b', after(-1, 'businessDay', ROOM))],
      { 'due a': 'settled 2026-05-18', 'due b': 'settled 2026-05-15' },
      { roomCreated: '2026-05-16' },
    ],
    [
      'of 0 business days after a non-working day is the next working day',
      [open('a', after(0, 'businessDay', ROOM))],
      { 'due a': 'settled 2026-05-18' },
      { roomCreated: '2026-05-16' },
    ],
    [
      'of 0 business days after a working day is that day',
      [open('a', after(0, 'businessDay', ROOM))],
      { 'due a': 'settled 2026-05-15' },
      { roomCreated: '2026-05-15' },
    ],
    [
      'with a negative amount counts back from a date',
      [
        open('a', after(-2, 'day', ROOM)),
        open('b', after(-1, 'week', ENGAGEMENT)),
        open('c', fixed('2026-05-20')),
        open('d', after(-2, 'day', dueOf('c'))),
      ],
      { 'due a': 'settled 2026-04-29', 'due b': 'settled 2026-05-25', 'due d': 'settled 2026-05-18' },
      { engagementStart: '2026-06-01' },
    ],
    [
      'does not roll by default',
      [open('a', after(1, 'day', ROOM)), open('b', after(1, 'day', ROOM, 'none'))],
      { 'due a': 'settled 2026-05-16', 'due b': 'settled 2026-05-16' },
      { roomCreated: '2026-05-15' },
    ],
    [
      'rolls off a non-working day to the next or the previous working day',
      [open('a', after(1, 'day', ROOM, 'next')), open('b', after(1, 'day', ROOM, 'previous'))],
      { 'due a': 'settled 2026-05-18', 'due b': 'settled 2026-05-15' },
      { roomCreated: '2026-05-15' },
    ],
    [
      'rolls off a holiday',
      [open('a', after(0, 'day', ROOM, 'next')), open('b', after(0, 'day', ROOM, 'previous'))],
      { 'due a': 'settled 2026-05-15', 'due b': 'settled 2026-05-13' },
      { roomCreated: '2026-05-14' },
    ],
    [
      'rolls after months are clamped',
      [open('a', after(1, 'month', ROOM, 'previous')), open('b', after(1, 'month', ROOM, 'next'))],
      { 'due a': 'settled 2026-02-27', 'due b': 'settled 2026-03-02' },
      { roomCreated: '2026-01-31' },
    ],
    [
      'that counts or rolls waits where no weekday works, and any other does not',
      [
        open('a', after(0, 'businessDay', ROOM)),
        open('b', after(1, 'day', ROOM, 'next')),
        open('c', after(1, 'month', ROOM, 'previous')),
        open('d', after(1, 'day', ROOM, 'none')),
        open('e', after(1, 'day', dueOf('a'))),
      ],
      { 'due a': 'waiting', 'due b': 'waiting', 'due c': 'waiting', 'due d': 'settled 2026-05-02', 'due e': 'waiting' },
      { calendar: NEVER_WORKED },
    ],
    [
      'that gives a date in the past keeps its true date',
      [open('a', after(1, 'day', ROOM))],
      { 'due a': 'settled 2026-05-02' },
    ],
    [
      'that comes to a date beyond 1970–2199 keeps it true',
      [open('a', after(1, 'day', ROOM)), open('b', after(-200, 'month', ENGAGEMENT))],
      { 'due a': 'settled 2200-01-01', 'due b': 'settled 1953-05-01' },
      { roomCreated: '2199-12-31', engagementStart: '1970-01-01' },
    ],
    [
      'gives a start date as it gives a due date',
      [open('a', fixed('2026-06-10'), { start: after(-2, 'week', dueOf('a')) })],
      { 'start a': 'settled 2026-05-27' },
    ],
  ]);
});

describe('A basis', () => {
  const c = open('c', after(1, 'day', doneOf('x')));
  check([
    ['is fixed where the rule itself is a date', [open('a', fixed('2026-05-20'))], { 'due a': 'fixed 2026-05-20' }],
    [
      'is settled, never fixed, where a relative rule rests on a fixed date',
      [open('a', fixed('2026-05-20')), open('b', after(0, 'day', dueOf('a')))],
      { 'due b': 'settled 2026-05-20' },
    ],
    [
      'is settled where every fact has happened',
      [closed(open('x'), 'done', '2026-05-11'), c],
      { 'due c': 'settled 2026-05-12' },
    ],
    [
      'is projected on the due date of an open action that is due later than today',
      [open('x', fixed('2026-05-20')), c],
      { 'due c': 'projected 2026-05-21' },
    ],
    [
      'is projected on today where the open action is past its due date',
      [open('x', fixed('2026-05-04')), c],
      { 'due c': 'projected 2026-05-14' },
    ],
    [
      'is projected from an action in progress as from one to do',
      [open('x', fixed('2026-05-20'), { state: 'inProgress' }), c],
      { 'due c': 'projected 2026-05-21' },
    ],
    [
      'is taken over along due dates as it is',
      [
        open('x', fixed('2026-05-20')),
        c,
        open('d', after(1, 'day', dueOf('c'))),
        open('e', after(1, 'day', doneOf('gone'))),
        open('f', after(1, 'day', dueOf('e'))),
        open('g', after(1, 'day', ENGAGEMENT)),
        open('h', after(1, 'day', dueOf('g'))),
      ],
      { 'due d': 'projected 2026-05-22', 'due e': 'broken gone', 'due f': 'broken on', 'due h': 'waiting' },
    ],
    [
      'is waiting while the room or the engagement has no date',
      [open('a', after(1, 'day', ROOM)), open('b', after(1, 'day', ENGAGEMENT))],
      { 'due a': 'waiting', 'due b': 'waiting' },
      { roomCreated: null },
    ],
    [
      'is waiting, not today, where an open action has no due date',
      [open('x'), c, inSection('t', open('d', after(1, 'day', sectionOf('s'))))],
      { 'due c': 'waiting', 'due d': 'waiting', 'section s': 'waiting' },
    ],
    [
      'is waiting where an open action’s due date waits or is broken',
      [
        open('x', after(1, 'day', ENGAGEMENT)),
        c,
        open('y', after(1, 'day', doneOf('gone'))),
        open('d', after(1, 'day', doneOf('y'))),
        inSection('t', open('e', after(1, 'day', sectionOf('s')))),
      ],
      { 'due c': 'waiting', 'due d': 'waiting', 'due e': 'waiting' },
    ],
    [
      'is waiting on the due date of an action that has none',
      [open('x'), open('c', after(1, 'day', dueOf('x')))],
      { 'due c': 'waiting' },
    ],
    [
      'does not heed start dates',
      [open('x', fixed('2026-05-20'), { start: fixed('2026-06-20') }), c, open('y', null, { start: ROOM_RULE })],
      { 'due c': 'projected 2026-05-21', 'section s': 'waiting' },
    ],
    [
      'is broken where the anchor is gone',
      [
        open('a', after(1, 'day', doneOf('gone'))),
        open('b', after(1, 'day', dueOf('gone'))),
        open('c', after(1, 'day', sectionOf('gone'))),
      ],
      { 'due a': 'broken gone', 'due b': 'broken gone', 'due c': 'broken gone' },
    ],
    [
      'is broken where the anchor is the completion of an action that was cancelled or not done',
      [
        closed(open('x'), 'cancelled', '2026-05-11'),
        c,
        closed(open('y'), 'notDone', '2026-05-11'),
        open('d', after(1, 'day', doneOf('y'))),
      ],
      { 'due c': 'broken cancelled', 'due d': 'broken cancelled' },
    ],
    [
      'rests on a cancelled action’s due date as on any other',
      [
        closed(open('x', fixed('2026-05-20')), 'cancelled', '2026-05-11', { due: '2026-05-20' }),
        open('c', after(1, 'day', dueOf('x'))),
      ],
      { 'due c': 'settled 2026-05-21' },
    ],
  ]);

  it('that is projected or waiting names what it rests on directly, and no other does', () => {
    const x = open('x', fixed('2026-05-20'));
    const b = open('b', after(1, 'day', doneOf('x')));
    const afterB = open('c', after(1, 'day', dueOf('b')));
    assert.deepEqual(waitsOn([x, b, afterB], 'b'), ['x']);
    assert.deepEqual(waitsOn([x, b, afterB], 'c'), ['b']);
    assert.deepEqual(waitsOn([open('c', after(1, 'day', sectionOf('empty')))], 'c'), ['empty']);
    assert.deepEqual(waitsOn([open('c', after(1, 'day', ENGAGEMENT))], 'c'), []);
    assert.deepEqual(waitsOn([x, open('c', after(1, 'day', dueOf('x')))], 'c'), []);
    assert.deepEqual(waitsOn([open('c', after(1, 'day', dueOf('gone')))], 'c'), []);
    assert.deepEqual(waitsOn([x, { ...b, due: pinnedTo('2026-05-30', after(1, 'day', doneOf('x'))) }], 'b'), []);
    assert.deepEqual(waitsOn([x, closed(b, 'done', '2026-05-12')], 'b'), []);
  });
});

describe('A section', () => {
  const d = inSection('t', open('d', after(1, 'day', sectionOf('s'))));
  const early = closed(open('a'), 'done', '2026-05-05');
  const late = closed(open('b'), 'done', '2026-05-11');
  check([
    [
      'is completed on the latest completion of its actions',
      [late, early, d],
      { 'section s': 'settled 2026-05-11', 'due d': 'settled 2026-05-12' },
    ],
    [
      'does not count a cancelled action, or one that was not done',
      [early, closed(open('x'), 'cancelled', '2026-05-12'), closed(open('y'), 'notDone', '2026-05-12'), d],
      { 'section s': 'settled 2026-05-05', 'due d': 'settled 2026-05-06' },
    ],
    [
      'that is empty is waited for',
      [open('d', after(1, 'day', sectionOf('empty')))],
      { 'section empty': 'waiting', 'due d': 'waiting' },
    ],
    [
      'of cancelled actions alone is waited for',
      [closed(open('x', fixed('2026-05-20')), 'cancelled', '2026-05-12', { due: '2026-05-20' }), d],
      { 'section s': 'waiting', 'due d': 'waiting' },
    ],
    [
      'is projected on the latest of what is done and what is open',
      [early, open('x', fixed('2026-05-20')), open('y', fixed('2026-05-18')), d],
      { 'section s': 'projected 2026-05-20', 'due d': 'projected 2026-05-21' },
    ],
    [
      'is projected on a completion that lies after its open actions',
      [closed(open('b'), 'done', '2026-05-30'), open('x', fixed('2026-05-20')), d],
      { 'section s': 'projected 2026-05-30', 'due d': 'projected 2026-05-31' },
    ],
    [
      'is projected on today where its open actions are past their due dates',
      [early, open('x', fixed('2026-05-04')), d],
      { 'section s': 'projected 2026-05-13' },
    ],
    ['is not known to a plan that has it not', [open('x')], { 'section gone': 'not there', 'due gone': 'not there' }],
  ]);
});

describe('A pin', () => {
  const x = open('x', fixed('2026-05-20'));
  const rule = after(1, 'day', doneOf('x'));
  check([
    [
      'stands beside the rule, has basis fixed, and what rests on it follows it',
      [x, open('b', pinnedTo('2026-06-01', rule)), open('c', after(1, 'day', dueOf('b')))],
      { 'due b': 'fixed 2026-06-01', 'due c': 'settled 2026-06-02' },
    ],
    [
      'is set for start and due each for itself',
      [x, open('b', rule, { start: pinnedTo('2026-05-02', rule) })],
      { 'start b': 'fixed 2026-05-02', 'due b': 'projected 2026-05-21' },
    ],
    [
      'stands over waiting and broken',
      [
        open('b', pinnedTo('2026-06-01', after(1, 'day', ENGAGEMENT))),
        open('c', pinnedTo('2026-06-02', after(1, 'day', doneOf('gone')))),
      ],
      { 'due b': 'fixed 2026-06-01', 'due c': 'fixed 2026-06-02' },
    ],
    [
      'is the action’s own due date for all that rests on its completion',
      [
        open('b', pinnedTo('2026-06-01', after(1, 'day', ENGAGEMENT))),
        open('c', after(1, 'day', doneOf('b'))),
        inSection('t', open('d', after(1, 'day', sectionOf('s')))),
      ],
      { 'due c': 'projected 2026-06-02' },
    ],
  ]);
});

describe('A closed action', () => {
  const rule = after(1, 'day', ROOM);
  check([
    [
      'shows the dates in force at its closing, settled, whatever its rules would give',
      [closed(open('a', rule, { start: rule }), 'done', '2026-05-11', { start: '2026-04-01', due: '2026-04-09' })],
      { 'start a': 'settled 2026-04-01', 'due a': 'settled 2026-04-09' },
    ],
    [
      'shows none where there was none',
      [closed(open('a', rule), 'cancelled', '2026-05-11'), open('b', after(1, 'day', dueOf('a')))],
      { 'due a': 'waiting', 'due b': 'waiting' },
    ],
    [
      'shows its closing’s dates over a fixed date and a pin',
      [
        closed(open('a', fixed('2026-05-20')), 'done', '2026-05-11', { due: '2026-05-10' }),
        closed(open('b', pinnedTo('2026-05-20', rule)), 'notDone', '2026-05-11', { due: '2026-05-10' }),
      ],
      { 'due a': 'settled 2026-05-10', 'due b': 'settled 2026-05-10' },
    ],
    [
      'is rested on by its closing’s due date',
      [
        closed(open('a', rule), 'done', '2026-05-11', { due: '2026-04-09' }),
        open('b', after(1, 'day', dueOf('a'))),
        open('c', after(1, 'day', doneOf('a'))),
      ],
      { 'due b': 'settled 2026-04-10', 'due c': 'settled 2026-05-12' },
    ],
    [
      'without a rule has no date',
      [closed(open('a'), 'done', '2026-05-11', { due: '2026-05-10' })],
      { 'due a': 'none' },
    ],
  ]);
});

describe('A loop that a plan arrives with', () => {
  const a = open('a', after(1, 'day', doneOf('b')));
  const b = open('b', after(1, 'day', doneOf('a')));
  check([
    ['breaks the rules on it', [a, b], { 'due a': 'broken loop', 'due b': 'broken loop' }],
    [
      'breaks what rests on its dates, keeps what rests on its completions waiting, and leaves all else',
      [a, b, open('c', after(1, 'day', dueOf('a'))), open('d', after(1, 'day', doneOf('a'))), open('e', ROOM_RULE)],
      { 'due c': 'broken on', 'due d': 'waiting', 'due e': 'settled 2026-05-02' },
    ],
    [
      'is not opened by a pin, which shows',
      [open('a', pinnedTo('2026-05-20', after(1, 'day', doneOf('b')))), b],
      { 'due a': 'fixed 2026-05-20', 'due b': 'broken loop' },
    ],
    [
      'is not opened by a closing, whose dates show',
      [closed(a, 'done', '2026-05-11', { due: '2026-05-10' }), b],
      { 'due a': 'settled 2026-05-10', 'due b': 'broken loop' },
    ],
    [
      'goes by starts too, for a completion rests on them',
      [open('a', fixed('2026-05-20'), { start: after(1, 'day', doneOf('b')) }), b],
      { 'start a': 'broken loop', 'due a': 'fixed 2026-05-20', 'due b': 'broken loop' },
    ],
    [
      'is none where a start rests on its own due date',
      [open('a', fixed('2026-05-20'), { start: after(-1, 'day', dueOf('a')) })],
      { 'start a': 'settled 2026-05-19' },
    ],
    [
      'is made by a rule that rests on its own section',
      [open('a', after(1, 'day', sectionOf('s'))), open('x', fixed('2026-05-20'))],
      { 'due a': 'broken loop', 'due x': 'fixed 2026-05-20', 'section s': 'waiting' },
    ],
    [
      'is made through a section though an action on it is cancelled',
      [
        closed(open('x', after(1, 'day', doneOf('a'))), 'cancelled', '2026-05-11', { due: '2026-05-10' }),
        inSection('t', open('a', after(1, 'day', sectionOf('s')))),
      ],
      { 'due a': 'broken loop', 'due x': 'settled 2026-05-10' },
    ],
    [
      'is made by a date that rests on itself or its own completion',
      [open('a', after(1, 'day', dueOf('a'))), open('b', null, { start: after(1, 'day', doneOf('b')) })],
      { 'due a': 'broken loop', 'start b': 'broken loop' },
    ],
  ]);

  // [sentence, actions, the loops named]
  const rows: [string, PlanAction[], Id[][]][] = [
    ['is named from its smallest id, each resting on the next', [a, b], [['a', 'b']]],
    [
      'is named through sections',
      [inSection('t', open('z', after(1, 'day', sectionOf('s')))), open('y', after(1, 'day', sectionOf('t')))],
      [['s', 'y', 't', 'z']],
    ],
    ['is named by one id where a date rests on itself', [open('a', after(1, 'day', dueOf('a')))], [['a']]],
    [
      'is named by its section and itself where a rule rests on its own section',
      [open('a', after(1, 'day', sectionOf('s')))],
      [['a', 's']],
    ],
    ['is not named where there is none', [open('a', ROOM_RULE)], []],
    [
      'is named the shortest way round',
      [
        open('a', after(1, 'day', doneOf('b')), { start: after(1, 'day', doneOf('c')) }),
        open('b', after(1, 'day', doneOf('c'))),
        open('c', after(1, 'day', doneOf('a'))),
      ],
      [
        ['a', 'b', 'c'],
        ['a', 'c'],
      ],
    ],
  ];
  for (const [sentence, actions, loops] of rows) {
    it(sentence, () => {
      assert.deepEqual(createPlanResolver(planOf(actions), SETTING).loops, loops);
    });
  }
});

describe('Changes', () => {
  const put = (action: PlanAction): PlanChange => ({ type: 'action', action });
  const remove = (actionId: Id): PlanChange => ({ type: 'removeAction', actionId });
  const x = open('x', fixed('2026-05-20'));
  const b = open('b', after(1, 'day', doneOf('x')));
  const d = inSection('t', open('d', after(1, 'day', sectionOf('s'))));

  // [sentence, actions, changes, expected before, expected after]
  const rows: [string, PlanAction[], PlanChange[], Told, Told][] = [
    [
      'that reopen an action un-complete its section, and what hung on it is projected again',
      [closed(x, 'done', '2026-05-11', { due: '2026-05-20' }), d],
      [put(x)],
      { 'section s': 'settled 2026-05-11', 'due d': 'settled 2026-05-12' },
      { 'section s': 'projected 2026-05-20', 'due d': 'projected 2026-05-21' },
    ],
    [
      'that reopen an action without a due date leave what hung on it waiting',
      [closed(open('x'), 'done', '2026-05-11'), b],
      [put(open('x'))],
      { 'due b': 'settled 2026-05-12' },
      { 'due b': 'waiting' },
    ],
    [
      'that reopen an action give it back the dates of its rules',
      [closed(open('a', ROOM_RULE), 'done', '2026-05-11', { due: '2026-04-09' })],
      [put(open('a', ROOM_RULE))],
      { 'due a': 'settled 2026-04-09' },
      { 'due a': 'settled 2026-05-02' },
    ],
    [
      'that cancel the last open action complete its section on the latest completion there was',
      [x, closed(open('y'), 'done', '2026-05-05'), d],
      [put(closed(x, 'cancelled', '2026-05-13', { due: '2026-05-20' }))],
      { 'due d': 'projected 2026-05-21' },
      { 'section s': 'settled 2026-05-05', 'due d': 'settled 2026-05-06' },
    ],
    [
      'that delete the last open action complete its section',
      [x, closed(open('y'), 'done', '2026-05-05'), d],
      [remove('x')],
      { 'section s': 'projected 2026-05-20' },
      { 'section s': 'settled 2026-05-05', 'due d': 'settled 2026-05-06' },
    ],
    [
      'that move the last open action away complete its section',
      [x, closed(open('y'), 'done', '2026-05-05'), d],
      [put(inSection('t', x))],
      { 'section s': 'projected 2026-05-20' },
      { 'section s': 'settled 2026-05-05', 'due d': 'settled 2026-05-06', 'section t': 'projected 2026-05-20' },
    ],
    [
      'of an anchor’s date move what rests on it, and not what is pinned or closed',
      [
        x,
        b,
        open('c', pinnedTo('2026-06-01', after(1, 'day', doneOf('x')))),
        closed(open('e', after(1, 'day', doneOf('x'))), 'done', '2026-05-11', { due: '2026-05-21' }),
      ],
      [put(open('x', fixed('2026-05-25')))],
      { 'due b': 'projected 2026-05-21', 'due c': 'fixed 2026-06-01', 'due e': 'settled 2026-05-21' },
      { 'due b': 'projected 2026-05-26', 'due c': 'fixed 2026-06-01', 'due e': 'settled 2026-05-21' },
    ],
    [
      'that unpin give the rule’s date again',
      [x, open('c', pinnedTo('2026-06-01', after(1, 'day', doneOf('x'))))],
      [put(open('c', after(1, 'day', doneOf('x'))))],
      { 'due c': 'fixed 2026-06-01' },
      { 'due c': 'projected 2026-05-21' },
    ],
    [
      'of the calendar move settled dates of open, unpinned actions',
      [
        open('a', after(3, 'businessDay', ROOM)),
        open('c', pinnedTo('2026-05-06', after(3, 'businessDay', ROOM))),
        closed(open('e', after(3, 'businessDay', ROOM)), 'done', '2026-05-11', { due: '2026-05-06' }),
      ],
      [{ type: 'setting', setting: { calendar: { workingWeekdays: [1, 2, 3, 4, 5], holidays: ['2026-05-05'] } } }],
      { 'due a': 'settled 2026-05-06', 'due c': 'fixed 2026-05-06', 'due e': 'settled 2026-05-06' },
      { 'due a': 'settled 2026-05-07', 'due c': 'fixed 2026-05-06', 'due e': 'settled 2026-05-06' },
    ],
    [
      'of the day move projections on what is overdue',
      [open('x', fixed('2026-05-04')), b],
      [{ type: 'setting', setting: { today: parseDay('2026-05-14') } }],
      { 'due b': 'projected 2026-05-14' },
      { 'due b': 'projected 2026-05-15' },
    ],
    [
      'that take an anchor away break what rests on it, until it comes back',
      [x, b],
      [remove('x')],
      { 'due b': 'projected 2026-05-21' },
      { 'due b': 'broken gone' },
    ],
    [
      'that bring an anchor back mend what rested on it',
      [b, open('e', after(1, 'day', sectionOf('u')))],
      [put(x), { type: 'section', sectionId: 'u' }],
      { 'due b': 'broken gone', 'due e': 'broken gone' },
      { 'due b': 'projected 2026-05-21', 'due e': 'waiting' },
    ],
    [
      'that open a loop the plan arrived with mend all that was on it',
      [open('x', after(1, 'day', doneOf('b'))), b],
      [put(x)],
      { 'due x': 'broken loop', 'due b': 'broken loop' },
      { 'due x': 'fixed 2026-05-20', 'due b': 'projected 2026-05-21' },
    ],
    [
      'beside a loop the plan arrived with are made, those of its own amounts and pins too',
      [open('x', after(1, 'day', doneOf('b'))), b, open('e', ROOM_RULE)],
      [put(open('x', pinnedTo('2026-05-20', after(9, 'week', doneOf('b'))))), put(open('e', after(2, 'day', ROOM)))],
      { 'due x': 'broken loop', 'due b': 'broken loop' },
      { 'due x': 'fixed 2026-05-20', 'due b': 'broken loop', 'due e': 'settled 2026-05-03' },
    ],
    [
      'are judged together: what closes a loop and opens it again is made',
      [x, b],
      [put(open('x', after(1, 'day', doneOf('b')))), put(open('b', fixed('2026-05-28')))],
      { 'due b': 'projected 2026-05-21' },
      { 'due x': 'projected 2026-05-29', 'due b': 'fixed 2026-05-28' },
    ],
    [
      'that tie a due date elsewhere, to the same day, move the start that counts from it otherwise now',
      [
        open('a', after(1, 'day', ROOM), { start: after(-1, 'day', dueOf('a')) }),
        open('y', after(0, 'day', dueOf('z'))),
        open('z', after(1, 'day', ROOM)),
      ],
      [put(open('a', after(0, 'day', dueOf('y')), { start: after(-2, 'day', dueOf('a')) }))],
      { 'start a': 'settled 2026-05-01', 'due a': 'settled 2026-05-02' },
      { 'start a': 'settled 2026-04-30', 'due a': 'settled 2026-05-02' },
    ],
    [
      'that move an action out of its anchor’s section while another moves in are made',
      [inSection('t', open('a', after(1, 'day', sectionOf('s')))), x],
      [put(open('a', after(1, 'day', sectionOf('t')))), put(inSection('t', x))],
      { 'due a': 'projected 2026-05-21' },
      { 'due a': 'projected 2026-05-21', 'section s': 'projected 2026-05-21' },
    ],
  ];
  for (const [sentence, actions, changes, expectedBefore, expectedAfter] of rows) {
    it(sentence, () => {
      const resolver = createPlanResolver(planOf(actions, 's', 't'), SETTING);
      assert.deepEqual(tellAll(resolver, expectedBefore), expectedBefore);
      assert.equal(resolver.apply(changes).loop, null);
      assert.deepEqual(tellAll(resolver, expectedAfter), expectedAfter);
    });
  }

  it('tell each date that moved once, from what to what, and no other', () => {
    const resolver = createPlanResolver(planOf([x, b, d, open('e', ROOM_RULE)]), SETTING);
    const { moved } = resolver.apply([put(open('x', fixed('2026-05-22'))), put(open('x', fixed('2026-05-25')))]);
    const lines = moved?.map(({ actionId, field, from, to }) => `${field} ${actionId}: ${told(from)} → ${told(to)}`);
    assert.deepEqual(lines?.sort(), [
      'due b: projected 2026-05-21 → projected 2026-05-26',
      'due d: projected 2026-05-22 → projected 2026-05-27',
      'due x: fixed 2026-05-20 → fixed 2026-05-25',
    ]);
  });

  it('tell the same of what moved when it is read after further changes, its action gone and another in its place', () => {
    const resolver = createPlanResolver(planOf([x, b, d, open('y', fixed('2026-05-20'))]), SETTING);
    const outcomes = [
      resolver.apply([put(open('x', fixed('2026-05-25')))]),
      resolver.apply([put(open('x', after(1, 'month', doneOf('y'))))]),
      resolver.apply([put(open('y'))]),
    ];
    resolver.apply([remove('d'), remove('b'), put(open('e', after(1, 'day', doneOf('x')))), put(open('f'))]);
    resolver.apply([put(open('y', fixed('2026-07-01')))]);
    const tell = ({ day, basis, waitingOn }: ResolvedDate) =>
      `${day === null ? '' : formatDay(day)} ${basis} ${waitingOn.join()}`;
    assert.deepEqual(
      outcomes.map(({ moved }) => moved?.map((one) => `${one.actionId}: ${tell(one.from)} → ${tell(one.to)}`).sort()),
      [
        [
          'b: 2026-05-21 projected x → 2026-05-26 projected x',
          'd: 2026-05-22 projected s → 2026-05-27 projected s',
          'x: 2026-05-20 fixed  → 2026-05-25 fixed ',
        ],
        [
          'b: 2026-05-26 projected x → 2026-06-21 projected x',
          'd: 2026-05-27 projected s → 2026-06-22 projected s',
          'x: 2026-05-25 fixed  → 2026-06-20 projected y',
        ],
        [
          'b: 2026-06-21 projected x →  waiting x',
          'd: 2026-06-22 projected s →  waiting s',
          'x: 2026-06-20 projected y →  waiting y',
          'y: 2026-05-20 fixed  →  null ',
        ],
      ],
    );
  });

  it('work all out again by a new day, whether the plan fills the words of its bits or not', () => {
    for (let count = 1; count <= 70; count++) {
      const chain = Array.from({ length: count }, (_, at) =>
        open(`a${at}`, at === 0 ? fixed('2026-05-04') : after(0, 'day', doneOf(`a${at - 1}`))),
      );
      const resolver = createPlanResolver(planOf(chain, 's'), SETTING);
      const today = parseDay('2026-09-01');
      const { moved } = resolver.apply([{ type: 'setting', setting: { today } }]);
      assert.equal(moved?.length, count - 1);
      assert.deepEqual(resolver.completion('s'), { basis: 'projected', day: today });
    }
  });

  it('tell a date that waits for something else now, and none that came back to what it was', () => {
    const resolver = createPlanResolver(planOf([x, open('y', fixed('2026-05-20')), b]), SETTING);
    const { moved } = resolver.apply([put(open('b', after(1, 'day', doneOf('y'))))]);
    assert.deepEqual(
      moved?.map(({ from, to }) => [from.waitingOn, to.waitingOn]),
      [[['x'], ['y']]],
    );
    const again = resolver.apply([remove('b'), put(open('b', after(1, 'day', doneOf('y'))))]);
    assert.deepEqual(again, { moved: [], loop: null });
    assert.deepEqual(resolver.apply([]), { moved: [], loop: null });
  });

  // [sentence, actions, changes, the loop named]
  const refusals: [string, PlanAction[], PlanChange[], Id[]][] = [
    ['by two actions', [x, b], [put(open('x', after(1, 'day', doneOf('b'))))], ['b', 'x']],
    ['by its own section', [x], [put(open('x', after(1, 'day', sectionOf('s'))))], ['s', 'x']],
    ['by a date that rests on itself', [x], [put(open('x', after(1, 'day', dueOf('x'))))], ['x']],
    ['by moving an action into its own anchor’s section', [x, d], [put({ ...d, sectionId: 's' })], ['d', 's']],
    [
      'through sections',
      [x, d, inSection('u', open('e', after(1, 'day', sectionOf('t'))))],
      [put(open('x', after(1, 'day', doneOf('e'))))],
      ['d', 's', 'x', 'e', 't'],
    ],
    [
      'in two ways, naming the shorter one,',
      [
        open('q2', after(1, 'day', doneOf('a'))),
        open('q1', after(1, 'day', dueOf('p'))),
        inSection('t', open('p', after(1, 'day', dueOf('a')))),
        inSection('t', open('a', after(1, 'day', doneOf('z')))),
        inSection('t', open('z', fixed('2026-05-20'))),
      ],
      [put(inSection('t', open('z', after(1, 'day', sectionOf('s')))))],
      ['a', 'z', 's', 'q2'],
    ],
    [
      'by several moves',
      [x, d, inSection('u', open('e', after(1, 'day', sectionOf('t'))))],
      [put({ ...d, sectionId: 's' }), put(open('k'))],
      ['d', 's'],
    ],
    [
      'by the coming back of an anchor',
      [open('b', after(1, 'day', doneOf('a')))],
      [put(open('a', after(1, 'day', doneOf('b'))))],
      ['a', 'b'],
    ],
    [
      'by the first of several changes',
      [x, b, d],
      [put(open('x', after(1, 'day', doneOf('b')))), remove('d'), put(open('e', ROOM_RULE))],
      ['b', 'x'],
    ],
    [
      'though what is on it is pinned, closed and cancelled',
      [x, closed(b, 'cancelled', '2026-05-11')],
      [put(open('x', pinnedTo('2026-05-20', after(1, 'day', doneOf('b')))))],
      ['b', 'x'],
    ],
    [
      'beside one that the plan arrived with',
      [x, b, open('k', after(1, 'day', dueOf('k')))],
      [put(open('x', after(1, 'day', doneOf('b'))))],
      ['b', 'x'],
    ],
    [
      'while they open one that the plan arrived with',
      [open('x', after(1, 'day', doneOf('b'))), b, open('e', fixed('2026-05-20'))],
      [put(x), put(open('e', after(1, 'day', doneOf('e'))))],
      ['e'],
    ],
  ];
  for (const [sentence, actions, changes, loop] of refusals) {
    it(`that would close a loop ${sentence} are refused, naming it, and change nothing`, () => {
      const resolver = createPlanResolver(planOf(actions), SETTING);
      const tellNow = () =>
        ['x', 'b', 'd', 'e', 'k', 'a'].map((id) => [resolver.date(id, 'start'), resolver.date(id, 'due')]);
      const before = tellNow();
      assert.deepEqual(resolver.apply(changes), { moved: null, loop });
      assert.deepEqual(tellNow(), before);
    });
  }

  it('of which one cannot be made are not made at all', () => {
    const resolver = createPlanResolver(planOf([x, b]), SETTING);
    const stray = inSection('gone', open('e'));
    assert.throws(() => resolver.apply([put(open('x', fixed('2026-05-25'))), put(stray)]), TypeError);
    assert.throws(() => resolver.apply([remove('b'), { type: 'removeSection', sectionId: 's' }]), TypeError);
    assert.throws(
      () => resolver.apply([put(open('x', after(1, 'day', doneOf('b')))), put(stray)]),
      TypeError,
      'though they closed a loop before',
    );
    assert.equal(told(resolver.date('x', 'due')), 'fixed 2026-05-20');
    assert.equal(told(resolver.date('b', 'due')), 'projected 2026-05-21');
    const { moved } = resolver.apply([put(open('x', fixed('2026-05-26')))]);
    assert.equal(moved?.length, 2);
  });

  it('that name what is not there change nothing', () => {
    const resolver = createPlanResolver(planOf([x]), SETTING);
    const changes: PlanChange[] = [
      remove('gone'),
      { type: 'removeSection', sectionId: 'gone' },
      { type: 'section', sectionId: 's' },
      { type: 'setting', setting: {} },
    ];
    assert.deepEqual(resolver.apply(changes), { moved: [], loop: null });
  });

  it('of an action whose section the plan has not are a TypeError on arrival', () => {
    assert.throws(() => createPlanResolver({ sections: [], actions: [x] }, SETTING), TypeError);
  });
});
