// Which weeks a strip has: from the first to the last that something is in, today's among them, empty ones in between as gaps.
import { expect } from '@open-wc/testing';
import { type Day, formatDay, parseDay } from '@followthrough/core/domain';
import type { CivilDate, OpenItem } from '@followthrough/core/schema';
import type { ShownEngagement } from '@followthrough/core/stores';
import { stripOf } from '../../src/engagement-timeline/strip-weeks.ts';

/** An item that is out from a day on; of none, not scheduled. */
function item(id: string, date: CivilDate | null): OpenItem {
  return {
    ...{ id, locked: false, completed: null, session: null, state: date === null ? 'unscheduled' : 'scheduled' },
    release: date === null ? null : { type: 'on', date, rule: { type: 'fixed', date } },
  } as unknown as OpenItem;
}

function shown({
  today = '2026-05-15',
  start = null as CivilDate | null,
  end = null as CivilDate | null,
  items = [] as readonly OpenItem[],
  status = 'active',
} = {}): ShownEngagement {
  return {
    ...{ today: parseDay(today), zone: 'UTC', startDate: start, endDate: end, items, status },
  } as unknown as ShownEngagement;
}

/** The columns in a line each: a week with its days and what is on them, or a gap. */
function told(engagement: ShownEngagement, weekStart = 1): string[] {
  const on = (day: Day) => formatDay(day).slice(5);
  return stripOf(engagement, weekStart).columns.map((column) =>
    column.type === 'gap'
      ? `${column.weeks} weeks`
      : [
          on(column.first),
          ...column.days.map(({ day, items }) => `${on(day)}=${items.map(({ id }) => id).join()}`),
        ].join(' '),
  );
}

describe('the weeks of a strip', () => {
  const table: readonly [string, ShownEngagement, readonly string[]][] = [
    ['today’s alone where there is nothing else', shown(), ['05-11 05-15=']],
    [
      'from the engagement’s first day to its last',
      shown({ start: '2026-05-04', end: '2026-05-22' }),
      ['05-04', '05-11 05-15=', '05-18'],
    ],
    [
      'as they come, where one between has nothing',
      shown({ items: [item('a', '2026-05-26')] }),
      ['05-11 05-15=', '05-18', '05-25 05-26=a'],
    ],
    [
      'with a gap, where more of them have nothing',
      shown({ items: [item('a', '2026-07-01')] }),
      ['05-11 05-15=', '6 weeks', '06-29 07-01=a'],
    ],
    [
      'back to what was before, with today at its end',
      shown({ items: [item('a', '2026-03-02')], start: '2026-03-02' }),
      ['03-02 03-02=a', '9 weeks', '05-11 05-15='],
    ],
    [
      'with today between what comes before and after it',
      shown({ items: [item('a', '2026-05-13'), item('b', '2026-05-17')] }),
      ['05-11 05-13=a 05-15= 05-17=b'],
    ],
    ['with what is on today', shown({ items: [item('a', '2026-05-15')] }), ['05-11 05-15=a']],
    [
      'with several on a day, by the programme',
      shown({ items: [item('b', '2026-05-18'), item('a', '2026-05-18')] }),
      ['05-11 05-15=', '05-18 05-18=b,a'],
    ],
    [
      'a few, however far apart',
      shown({ items: [item('a', '1970-01-01'), item('b', '2199-12-31')] }),
      ['12-29 01-01=a', '2940 weeks', '05-11 05-15=', '9059 weeks', '12-30 12-31=b'],
    ],
  ];
  for (const [what, engagement, expected] of table)
    it(`are ${what}`, () => expect(told(engagement)).to.deep.equal(expected));

  it('begin on the day that the reader’s weeks begin on', () => {
    expect(told(shown(), 7)).to.deep.equal(['05-10 05-15=']);
    expect(told(shown(), 6)).to.deep.equal(['05-09 05-15=']);
  });

  it('leave beside them what has no day, in the order of the programme; of a draft all', () => {
    const items = [item('x', null), item('a', '2026-05-18'), item('y', null)];
    expect(stripOf(shown({ items }), 1).undated.map(({ id }) => id)).to.deep.equal(['x', 'y']);
    const draft = shown({ items, status: 'draft', start: '2026-05-18' });
    expect(stripOf(draft, 1).undated.map(({ id }) => id)).to.deep.equal(['x', 'a', 'y']);
    expect(told(draft)).to.deep.equal(['05-11 05-15=', '05-18']);
  });
});
