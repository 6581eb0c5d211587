// Carry-forward (rulebook §2.2, §6.1): what a meeting's agenda holds while it lies ahead, while it goes on, and once it is over.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agenda, type AgendaRecord, changeState, formatInstant, parseDay } from '@followthrough/core/domain';
import type { ActionRecord, ActionState, Meeting, StateChange } from '@followthrough/core/schema';
import fc from 'fast-check';
import { actionRecord, dated } from './builders.ts';
import { type AgendaEvent, naiveAgenda, type NaiveMeeting } from './naive-agenda.ts';

/** A Tuesday's hour, such as `day('05-12', 14)`. */
function at(day: string, hour = 9): string {
  return `2026-${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;
}

function meeting(id: string, startsAt: string, endedAt: string | null = null): Meeting {
  const made = { createdBy: 'manager', createdAt: startsAt, updatedAt: startsAt, version: 1 };
  return { id, relationshipId: 'r1', title: null, startsAt, endedAt, ...made };
}

/** Three meetings: two are over, the third lies ahead of Friday 22 May. */
const MEETINGS = [
  meeting('m1', at('05-12'), at('05-12', 10)),
  meeting('m2', at('05-19'), at('05-19', 10)),
  meeting('m3', at('05-26')),
];
const NOW = Date.parse(at('05-22', 12));

interface Life {
  record: ActionRecord;
  changes: StateChange[];
}

/** An action made at an instant, and what became of it. */
function life(
  id: string,
  made: string,
  steps: readonly (readonly [at: string, to: ActionState])[] = [],
  over: Partial<ActionRecord> & { meetingId?: string } = {},
): Life {
  const { meetingId, ...fields } = over;
  const context = { type: 'relationship', relationshipId: 'r1', ...(meetingId ? { meetingId } : {}) } as const;
  let record = actionRecord({ id, context, createdAt: made, updatedAt: made, due: dated('2026-06-30'), ...fields });
  const changes: StateChange[] = [{ id: `${id}-0`, actionId: id, from: null, to: 'todo', at: made, by: 'manager' }];
  for (const [when, to] of steps) {
    const before = record.state;
    record = changeState(record, to, { by: 'report', at: when, today: parseDay(when.slice(0, 10)) });
    const due = record.closed?.due;
    changes.push({
      id: `${id}-${9 - changes.length}`,
      actionId: id,
      from: before,
      to,
      at: when,
      by: 'report',
      ...(due ? { due } : {}),
    });
  }
  return { record, changes };
}

/** The same, its making not kept. */
function unmade({ record, changes }: Life): Life {
  return { record, changes: changes.slice(1) };
}

function agendaOf(
  meetingId: string,
  lives: readonly Life[],
  now = NOW,
  meetings = MEETINGS,
  zone = 'Europe/Berlin',
): AgendaRecord {
  return agenda({
    meetingId,
    meetings,
    actions: lives.map(({ record }) => record),
    changes: lives.flatMap(({ changes }) => changes),
    now,
    zone,
  });
}

/** Each list in short: `id state`, a carried one with how often and since when. */
function inShort({ carried, added, completed }: AgendaRecord): Record<string, string[]> {
  const short = ({ id, state }: ActionRecord) => `${id} ${state}`;
  return {
    carried: carried.map(
      ({ action, carried: { times, since } }) => `${short(action)} ${times}x since ${since?.meetingId ?? 'none'}`,
    ),
    added: added.map(short),
    completed: completed.map(short),
  };
}

describe('An agenda', () => {
  const rows: [name: string, life: Life, expected: Partial<Record<'m1' | 'm2' | 'm3', string>>][] = [
    [
      'carries what stays open from the meeting it was made in into every later one',
      life('a', at('05-12', 9), [], { meetingId: 'm1' }),
      { m1: 'added todo', m2: 'carried todo 1x since m1', m3: 'carried todo 2x since m1' },
    ],
    [
      'carries what was made between two meetings into the next',
      life('a', at('05-14')),
      { m2: 'carried todo 1x since m1', m3: 'carried todo 2x since m1' },
    ],
    [
      'carries into a first meeting what is older, since none',
      life('a', at('05-01')),
      { m1: 'carried todo 1x since none', m2: 'carried todo 2x since none', m3: 'carried todo 3x since none' },
    ],
    [
      'reviews what was done since the meeting before, and no earlier',
      life('a', at('05-01'), [[at('05-14'), 'done']]),
      { m1: 'carried todo 1x since none', m2: 'completed done' },
    ],
    [
      'reviews in a first meeting all that was done before it',
      life('a', at('03-01'), [[at('03-02'), 'done']]),
      { m1: 'completed done' },
    ],
    [
      'shows a carried action that is closed in the meeting as closed once that is over',
      life('a', at('05-01'), [[at('05-19', 10), 'done']]),
      { m1: 'carried todo 1x since none', m2: 'carried done 2x since none', m3: 'completed done' },
    ],
    [
      'shows one that was closed after the meeting as it was then: open',
      life('a', at('05-01'), [[at('05-19', 11), 'done']]),
      { m1: 'carried todo 1x since none', m2: 'carried todo 2x since none', m3: 'completed done' },
    ],
    [
      'shows one that was reopened later as it was then: done',
      life('a', at('05-01'), [
        [at('05-14'), 'done'],
        [at('05-20'), 'todo'],
      ]),
      { m1: 'carried todo 1x since none', m2: 'completed done', m3: 'carried todo 2x since none' },
    ],
    [
      'never carries what was marked Not done',
      life('a', at('05-01'), [[at('05-14'), 'notDone']], { due: dated('2026-05-10') }),
      { m1: 'carried todo 1x since none' },
    ],
    [
      'reviews what was done after it was marked Not done',
      life(
        'a',
        at('05-01'),
        [
          [at('05-14'), 'notDone'],
          [at('05-20'), 'done'],
        ],
        { due: dated('2026-05-10') },
      ),
      { m1: 'carried todo 1x since none', m3: 'completed done' },
    ],
    [
      'carries what was closed at the very instant the meeting started',
      life('a', at('05-14'), [[at('05-19'), 'done']]),
      { m2: 'carried done 1x since m1', m3: 'completed done' },
    ],
    ['does not carry what was made at that instant', life('a', at('05-19')), { m3: 'carried todo 1x since m2' }],
    [
      'adds what was made for a meeting beforehand, and that only',
      life('a', at('05-20'), [[at('05-21'), 'done']], { meetingId: 'm3' }),
      { m3: 'added done' },
    ],
    [
      'adds what was made for a meeting after it was over, as it was made',
      life('a', at('05-20'), [[at('05-21'), 'done']], { meetingId: 'm1' }),
      { m1: 'added todo', m3: 'completed done' },
    ],
    ['leaves out what is deleted', life('a', at('05-01'), [], { deleted: { at: at('05-20'), by: 'manager' } }), {}],
    ['leaves out what is personal', life('a', at('05-01'), [], { context: { type: 'personal' } }), {}],
    [
      'follows changes of one instant by what each followed on',
      life('a', at('05-01'), [
        [at('05-13'), 'done'],
        [at('05-13'), 'todo'],
        [at('05-13'), 'done'],
      ]),
      { m1: 'carried todo 1x since none', m2: 'completed done' },
    ],
    [
      'follows them backwards where what came before them was not kept',
      unmade(
        life('a', at('05-01'), [
          [at('05-19'), 'done'],
          [at('05-19'), 'todo'],
        ]),
      ),
      { m1: 'carried todo 1x since none', m2: 'carried todo 2x since none', m3: 'carried todo 3x since none' },
    ],
    [
      'goes by the closing where changes were not kept yet',
      { record: life('a', at('05-01'), [[at('05-14'), 'done']]).record, changes: [] },
      { m1: 'carried todo 1x since none', m2: 'completed done' },
    ],
  ];
  for (const [name, one, expected] of rows) {
    it(name, () => {
      const found = Object.fromEntries(
        MEETINGS.flatMap(({ id }) => {
          const lists = inShort(agendaOf(id, [one]));
          const told = Object.entries(lists).flatMap(([list, [row]]) => (row ? [`${list}${row.slice(1)}`] : []));
          assert.ok(told.length <= 1, `on one list only: ${told.join(', ')}`);
          return told.length === 0 ? [] : [[id, told[0]]];
        }),
      );
      assert.deepEqual(found, expected);
    });
  }

  it('says when it is over and as of when it reads', () => {
    const told = (id: string, now: string, meetings = MEETINGS) => {
      const { past, asOf } = agendaOf(id, [], Date.parse(now), meetings);
      return [past, asOf];
    };
    assert.deepEqual(told('m2', at('05-18')), [false, at('05-18')]);
    assert.deepEqual(told('m2', at('05-19')), [false, at('05-19')]);
    assert.deepEqual(told('m2', at('05-19', 10)), [true, at('05-19', 10)]);
    const open = [meeting('m1', at('05-12')), meeting('m2', at('05-19'), at('05-20'))];
    assert.deepEqual(told('m1', at('05-18'), open), [false, at('05-18')]);
    assert.deepEqual(told('m1', at('05-22'), open), [true, '2026-05-12T21:59:59.999Z']);
    const soon = [meeting('m1', at('05-12')), meeting('m2', at('05-12', 15))];
    assert.deepEqual(told('m1', at('05-22'), soon), [true, '2026-05-12T14:59:59.999Z']);
    const late = [meeting('m1', at('05-12'), at('05-20')), meeting('m2', at('05-19'))];
    assert.deepEqual(told('m1', at('05-22'), late), [true, '2026-05-19T08:59:59.999Z']);
  });

  it('keeps a meeting that was not ended open until the next one starts, and then reads it as at the end of its day', () => {
    const meetings = [meeting('m1', at('05-12')), meeting('m2', at('05-19'))];
    const carried = (closed: string, now: number) => {
      const one = life('a', at('05-01'), [[closed, 'done']]);
      return inShort(agendaOf('m1', [one], now, meetings))['carried'];
    };
    assert.deepEqual(carried(at('05-13'), Date.parse(at('05-14'))), ['a done 1x since none']);
    assert.deepEqual(carried(at('05-12', 21), NOW), ['a done 1x since none']);
    // Ten in the evening in UTC is midnight in Berlin.
    assert.deepEqual(carried(at('05-12', 22), NOW), ['a todo 1x since none']);
  });

  it('judges a past closing by the due date of its own time, whatever was changed since', () => {
    const { record, changes } = life(
      'a',
      at('05-01'),
      [
        [at('05-14'), 'done'],
        [at('05-20'), 'todo'],
      ],
      { due: dated('2026-05-10') },
    );
    const moved = { ...record, due: dated('2026-07-01') };
    const [then] = agendaOf('m2', [{ record: moved, changes }]).completed;
    assert.deepEqual(then?.closed, { at: at('05-14'), by: 'report', due: '2026-05-10', on: '2026-05-14' });
  });

  it('tells the meeting before and after, in the order they start', () => {
    const shuffled = [MEETINGS[2], MEETINGS[0], MEETINGS[1]] as Meeting[];
    const { previous, next } = agendaOf('m2', [], NOW, shuffled);
    assert.deepEqual([previous?.id, next?.id], ['m1', 'm3']);
    assert.deepEqual([agendaOf('m1', []).previous, agendaOf('m3', []).next], [null, null]);
  });

  it('orders what is carried by due date, what is added as it was made, what is completed latest first', () => {
    const lives = [
      life('a', at('05-14'), [], { due: dated('2026-06-02') }),
      life('b', at('05-15'), [], { due: dated('2026-06-01') }),
      life('c', at('05-20', 10), [], { meetingId: 'm3' }),
      life('d', at('05-20', 9), [], { meetingId: 'm3' }),
      life('e', at('05-14'), [[at('05-20'), 'done']]),
      life('f', at('05-14'), [[at('05-21'), 'done']]),
    ];
    assert.deepEqual(inShort(agendaOf('m3', lives)), {
      carried: ['b todo 2x since m1', 'a todo 2x since m1'],
      added: ['d todo', 'c todo'],
      completed: ['f done', 'e done'],
    });
  });

  it('refuses a meeting that is not among the meetings', () => {
    assert.throws(() => agendaOf('never', []), TypeError);
  });
});

describe('Whatever happened, an agenda', () => {
  const state = fc.constantFrom<ActionState[]>('todo', 'done', 'notDone');
  const time = fc.integer({ min: 0, max: 60 });
  const history = fc.record({
    meetings: fc.uniqueArray(fc.record({ start: time, length: fc.option(fc.integer({ min: 0, max: 20 })) }), {
      minLength: 1,
      maxLength: 6,
    }),
    actions: fc.array(
      fc.record({
        made: time,
        madeIn: fc.option(fc.nat(5)),
        steps: fc.array(fc.record({ at: time, to: state }), { maxLength: 5 }),
      }),
      { maxLength: 6 },
    ),
    now: time,
  });
  const instant = (tick: number) => formatInstant(Date.UTC(2026, 4, 1) + tick * 3_600_000);

  it('is what its history, gone through from the beginning, says', () => {
    fc.assert(
      fc.property(history, ({ meetings, actions, now }) => {
        const naive: NaiveMeeting[] = meetings.map(({ start, length }, index) => ({
          id: `m${index}`,
          start,
          end: length === null ? null : start + length,
        }));
        const events: AgendaEvent[] = [];
        const lives = actions.flatMap(({ made, madeIn, steps }, index) => {
          // Nothing happens later than now, or before it is made.
          if (made > now) return [];
          const id = `a${index}`;
          const into = madeIn === null ? null : (naive[madeIn]?.id ?? null);
          events.push({ at: made, actionId: id, to: 'todo', madeIn: into });
          let last: ActionState = 'todo';
          const taken: [string, ActionState][] = [];
          for (const { at: when, to } of steps.toSorted((a, b) => a.at - b.at)) {
            if (when < made || when > now || to === last) continue;
            last = to;
            events.push({ at: when, actionId: id, to });
            taken.push([instant(when), to]);
          }
          return [life(id, instant(made), taken, into === null ? {} : { meetingId: into })];
        });
        const kept = naive.map(({ id, start, end }) => meeting(id, instant(start), end === null ? null : instant(end)));
        for (const { id } of naive) {
          const expected = naiveAgenda(events, naive, id, now);
          const found = agendaOf(id, lives, Date.parse(instant(now)), kept, 'UTC');
          const { carried = [], added = [], completed = [] } = inShort(found);
          assert.deepEqual(
            { carried: carried.sort(), added: added.sort(), completed: completed.sort(), past: found.past },
            expected,
          );
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe('A relationship of ten years', () => {
  it('has its agenda in one pass over 100,000 actions and 500 meetings', () => {
    const week = 7 * 86_400_000;
    const begin = Date.UTC(2017, 0, 3);
    const meetings = Array.from({ length: 500 }, (_, index) =>
      meeting(`m${index}`, formatInstant(begin + index * week)),
    );
    let reads = 0;
    const lives = Array.from({ length: 100_000 }, (_, index) => {
      const made = formatInstant(begin + (index % 490) * week + index);
      const done = formatInstant(begin + ((index % 490) + 2) * week);
      return life(`a${index}`, made, index % 100 === 0 ? [] : [[done, 'done']]);
    });
    function* counted() {
      for (const { record } of lives) {
        reads += 1;
        yield record;
      }
    }
    const { carried, completed } = agenda({
      meetingId: 'm499',
      meetings,
      actions: counted(),
      changes: lives.flatMap(({ changes }) => changes),
      now: begin + 500 * week,
      zone: 'UTC',
    });
    assert.equal(reads, 100_000);
    assert.equal(carried.length, 1000);
    assert.equal(completed.length, 0);
    assert.equal(
      carried.reduce((sum, { carried: { times } }) => sum + times, 0),
      lives.flatMap((_, index) => (index % 100 === 0 ? [499 - (index % 490)] : [])).reduce((a, b) => a + b, 0),
      `of ${lives[0]?.record.id ?? ''}`,
    );
  });
});
