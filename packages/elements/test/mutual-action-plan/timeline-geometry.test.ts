// What a timeline works out before it draws: days, marks, shading, rows in view, bars, dates that are tried out, lines.
import { expect } from '@open-wc/testing';
import { parseDay } from '@followthrough/core/domain';
import type { Action } from '@followthrough/core/schema';
import { adjustedDates, isChanged } from '../../src/mutual-action-plan/timeline/adjusted-dates.ts';
import { barOf } from '../../src/mutual-action-plan/timeline/bar.ts';
import { arrowHead, linkPoints, roundedPath } from '../../src/mutual-action-plan/timeline/link-path.ts';
import { rowsInView, scrolledTo } from '../../src/mutual-action-plan/timeline/row-window.ts';
import { dayWidth, snapOf, snapped } from '../../src/mutual-action-plan/timeline/scale.ts';
import { daysOff, holidaysIn, weekPicture } from '../../src/mutual-action-plan/timeline/shading.ts';
import { timeScale, xOf } from '../../src/mutual-action-plan/timeline/span.ts';
import { axisOf, ticksOf } from '../../src/mutual-action-plan/timeline/ticks.ts';
import { textWidth, titlePlace } from '../../src/mutual-action-plan/timeline/title-place.ts';
import { formatDay } from '@followthrough/core/domain';

const MONDAY = parseDay('2026-05-11');
const WORKDAYS = { workingWeekdays: [1, 2, 3, 4, 5], holidays: ['2026-05-14', '2026-05-16', '2026-07-01'] };

describe('the scale of time', () => {
  it('fits what there is into the room, but makes no day wider than a day is', () => {
    expect(dayWidth('fit', 100, 800)).to.equal(8);
    expect(dayWidth('fit', 5, 800)).to.equal(dayWidth('day', 5, 800));
  });

  const steps: [number, number, number, number][] = [
    // width of a day, its step, a distance, the days it is
    [40, 1, 59, 1],
    [40, 1, 61, 2],
    [15, 1, -22, -1],
    [5, 7, 17, 0],
    [5, 7, 18, 7],
    [5, 7, -53, -14],
  ];
  for (const [width, step, distance, days] of steps) {
    it(`${distance} px at ${width} px a day is ${days} days, in steps of ${step}`, () => {
      expect(snapOf(width)).to.equal(step);
      expect(snapped(distance, width)).to.equal(days);
    });
  }

  it('holds every bar, today and room for a title, and begins with a week', () => {
    const time = timeScale(
      { from: MONDAY + 10, to: MONDAY + 30 },
      { today: MONDAY + 3, scale: 'week', room: 300, weekStart: 7 },
    );
    expect(formatDay(time.first)).to.equal('2026-05-10');
    expect(xOf(MONDAY + 31, time) + 280).to.be.at.most(time.days * time.width);
  });

  it('is never narrower than its room, and fits exactly where it fits', () => {
    const wide = timeScale(null, { today: MONDAY, scale: 'month', room: 900, weekStart: 1 });
    expect(wide.days * wide.width).to.be.at.least(900);
    const fit = timeScale({ from: MONDAY, to: MONDAY + 364 }, { today: MONDAY, scale: 'fit', room: 900, weekStart: 1 });
    expect(fit.days * fit.width).to.be.closeTo(900, 0.001);
    expect(fit.first).to.be.below(MONDAY);
    expect(fit.first + fit.days).to.be.above(MONDAY + 365);
  });
});

describe('the marks of the axis', () => {
  const axes: [number, unknown, unknown][] = [
    [40, { months: 1 }, 'day'],
    [15, { months: 1 }, 'week'],
    [5, { months: 12 }, { months: 1 }],
    [0.5, { months: 12 }, { months: 3 }],
    [0.12, null, { months: 12 }],
    [0.01, null, { months: 600 }],
    [0.0001, null, { months: 1200 }],
  ];
  for (const [width, upper, lower] of axes) {
    it(`at ${width} px a day`, () => expect(axisOf(width)).to.deep.equal({ upper, lower }));
  }

  const marks: [string, Parameters<typeof ticksOf>[0], string, string, number, string[]][] = [
    ['days', 'day', '2026-02-27', '2026-03-01', 1, ['2026-02-27', '2026-02-28', '2026-03-01']],
    ['weeks from Monday', 'week', '2026-05-13', '2026-05-19', 1, ['2026-05-11', '2026-05-18']],
    ['weeks from Sunday', 'week', '2026-05-13', '2026-05-19', 7, ['2026-05-10', '2026-05-17']],
    ['months', { months: 1 }, '2026-12-31', '2027-02-01', 1, ['2026-12-01', '2027-01-01', '2027-02-01']],
    ['quarters', { months: 3 }, '2026-12-31', '2027-01-02', 1, ['2026-10-01', '2027-01-01']],
    ['years', { months: 12 }, '1999-12-31', '2001-01-01', 1, ['1999-01-01', '2000-01-01', '2001-01-01']],
  ];
  for (const [what, unit, from, to, weekStart, days] of marks) {
    it(`are ${what} that reach into the days in view`, () => {
      const ticks = ticksOf(unit, { from: parseDay(from), to: parseDay(to) }, weekStart);
      expect(ticks.map((tick) => formatDay(tick.from))).to.deep.equal(days);
      for (const [index, tick] of ticks.slice(1).entries()) expect(tick.from).to.equal(ticks[index]!.until);
    });
  }
});

describe('days that are not worked', () => {
  it('are runs within a week, wherever the week is cut', () => {
    expect(daysOff(MONDAY, WORKDAYS)).to.deep.equal([[5, 7]]);
    expect(daysOff(MONDAY + 6, WORKDAYS)).to.deep.equal([
      [0, 1],
      [6, 7],
    ]);
    expect(daysOff(MONDAY, { ...WORKDAYS, workingWeekdays: [1, 2, 3, 4, 5, 6, 7] })).to.deep.equal([]);
  });

  it('make one picture that runs the way time does, and none where days are too narrow', () => {
    expect(weekPicture(MONDAY, WORKDAYS, 10, 'left')).to.match(
      /^linear-gradient\(to left, transparent 50px, .* 50px, .* 70px/,
    );
    expect(weekPicture(MONDAY, WORKDAYS, 2, 'right')).to.equal('none');
  });

  it('are holidays in view on days that would be worked', () => {
    expect(holidaysIn({ from: MONDAY, to: MONDAY + 13 }, WORKDAYS).map(formatDay)).to.deep.equal(['2026-05-14']);
  });
});

describe('the rows in view', () => {
  it('are those and some around, in steps', () => {
    expect(rowsInView(0, 560, 36, 2000)).to.deep.equal({ start: 0, end: 24 });
    expect(rowsInView(36_000, 560, 36, 2000)).to.deep.equal({ start: 990, end: 1026 });
    expect(rowsInView(40, 560, 36, 2000)).to.deep.equal(rowsInView(60, 560, 36, 2000));
  });

  it('end where the rows end, and begin nowhere past that', () => {
    expect(rowsInView(99_999, 560, 36, 10)).to.deep.equal({ start: 10, end: 10 });
    expect(rowsInView(-50, 560, 36, 3)).to.deep.equal({ start: 0, end: 3 });
  });

  it('hold every row that can be seen, wherever it is scrolled', () => {
    for (let scrolled = 0; scrolled < 40 * 36 - 500; scrolled += 7) {
      const { start, end } = rowsInView(scrolled, 500, 36, 40);
      expect(start * 36).to.be.at.most(scrolled);
      expect(end * 36).to.be.at.least(Math.min(scrolled + 500, 40 * 36));
    }
  });

  it('scroll as little as brings a row whole into view', () => {
    expect(scrolledTo(10, 0, 400, 40)).to.equal(40);
    expect(scrolledTo(10, 200, 400, 40)).to.equal(200);
    expect(scrolledTo(2, 200, 400, 40)).to.equal(80);
  });
});

type Dated = Pick<Action, 'start' | 'due' | 'state' | 'closed' | 'overdue' | 'late'>;

function date(day: string, basis: 'fixed' | 'projected' = 'fixed'): NonNullable<Action['due']> {
  return { rule: { type: 'fixed', date: day }, pinned: null, date: day, basis, waitingOn: [] };
}

function dated(more: Partial<Dated>): Dated {
  return { start: null, due: null, state: 'todo', closed: null, overdue: false, late: false, ...more };
}

describe('a bar', () => {
  const from = parseDay('2026-05-11');
  const to = parseDay('2026-05-15');
  const closed = { at: '2026-05-15T09:00:00Z', by: 'ana', due: null, on: '2026-05-15' };
  const table: [string, Partial<Dated>, object | null][] = [
    [
      'goes from its start to its due date',
      { start: date('2026-05-11'), due: date('2026-05-15') },
      { shape: 'bar', from, to },
    ],
    ['is a milestone on a due date alone', { due: date('2026-05-15') }, { shape: 'milestone', from: to, to }],
    ['is a beginning where no end is known', { start: date('2026-05-11') }, { shape: 'beginning', from, to: from }],
    [
      'is a milestone where it would start after its end',
      { start: date('2026-05-20'), due: date('2026-05-15') },
      { shape: 'milestone', from: to, to },
    ],
    ['is there for no date', {}, null],
    [
      'of something done that was never due stands where it was done',
      { state: 'done', closed },
      { shape: 'milestone', from: to, standing: 'done' },
    ],
    ['of something cancelled without a date is not there', { state: 'cancelled', closed }, null],
    ['is an estimate where a date of it is', { due: date('2026-05-15', 'projected') }, { estimate: true }],
    [
      'of something closed is none',
      { due: date('2026-05-15', 'projected'), state: 'cancelled', closed },
      { estimate: false, standing: 'cancelled' },
    ],
    [
      'is overdue before it is in progress',
      { due: date('2026-05-15'), state: 'inProgress', overdue: true },
      { standing: 'overdue' },
    ],
    [
      'tells what was done late',
      { due: date('2026-05-15'), state: 'done', late: true, closed },
      { standing: 'doneLate' },
    ],
  ];
  for (const [what, fields, bar] of table) {
    it(what, () => {
      const made = barOf(dated(fields));
      if (bar === null) expect(made).to.equal(null);
      else expect(made).to.deep.include(bar);
    });
  }

  it('stands where dates are tried out', () => {
    const action = dated({ start: date('2026-05-11'), due: date('2026-05-15') });
    expect(barOf(action, { due: '2026-05-18' })).to.deep.include({ from, to: to + 3 });
    expect(barOf(action, { start: null, due: null })).to.equal(null);
  });
});

describe('dates that are tried out', () => {
  const both = { start: date('2026-05-11'), due: date('2026-05-15') };
  const table: [string, object, 'move' | 'start' | 'due', number, object | null][] = [
    ['move both', both, 'move', 3, { start: '2026-05-14', due: '2026-05-18' }],
    ['move a due date alone', { start: null, due: date('2026-05-15') }, 'move', -1, { due: '2026-05-14' }],
    ['move one end', both, 'due', 3, { due: '2026-05-18' }],
    ['move the other', both, 'start', -3, { start: '2026-05-08' }],
    ['stop at the other end', both, 'due', -30, { due: '2026-05-11' }],
    ['stop at the other end, the other way', both, 'start', 30, { start: '2026-05-15' }],
    ['move nothing that is not there', { start: null, due: date('2026-05-15') }, 'start', 1, null],
    ['move nothing at all', { start: null, due: null }, 'move', 1, null],
    [
      'stay in the years there are, with their length',
      { start: date('2199-12-20'), due: date('2199-12-30') },
      'move',
      9,
      { start: '2199-12-21', due: '2199-12-31' },
    ],
    [
      'stay after 1970',
      { start: date('1970-01-03'), due: date('1970-01-05') },
      'move',
      -9,
      { start: '1970-01-01', due: '1970-01-03' },
    ],
  ];
  for (const [what, action, grip, days, dates] of table) {
    it(what, () => expect(adjustedDates(action as typeof both, grip, days)).to.deep.equal(dates));
  }

  it('are others, or not', () => {
    expect(isChanged(both, { due: '2026-05-15' })).to.equal(false);
    expect(isChanged(both, { start: '2026-05-11', due: '2026-05-16' })).to.equal(true);
  });
});

describe('the title of a bar', () => {
  const table: [string, [number, number], number, number, boolean, string][] = [
    ['stands in it where it fits', [100, 300], 180, 1000, true, 'inside'],
    ['stands after it where it does not', [100, 160], 180, 1000, true, 'after'],
    ['stands before it where time ends', [700, 760], 300, 1000, true, 'before'],
    ['never stands in a milestone', [100, 400], 50, 1000, false, 'after'],
    ['stands where there is most room where it fits nowhere', [300, 380], 900, 1000, true, 'after'],
  ];
  for (const [what, [from, to], text, track, inBar, place] of table) {
    it(what, () => expect(titlePlace({ from, to }, text, track, inBar).place).to.equal(place));
  }

  it('is taken to be about as wide as its letters', () => {
    expect(textWidth('契約書に署名')).to.be.above(textWidth('signed'));
    expect(textWidth('SIGNED')).to.be.above(textWidth('signed'));
  });
});

describe('the line of a link', () => {
  it('leaves at the end, goes along the edge of its row and comes in from the side', () => {
    const points = linkPoints({ x: 100, y: 18 }, { x: 300, y: 90 }, 'side', 36, 22);
    expect(points).to.deep.equal([
      { x: 100, y: 18 },
      { x: 105, y: 18 },
      { x: 105, y: 36 },
      { x: 290, y: 36 },
      { x: 290, y: 90 },
      { x: 300, y: 90 },
    ]);
    expect(arrowHead(points)).to.equal('M294,86L300,90L294,94Z');
  });

  it('comes to an end from above, or from below', () => {
    expect(linkPoints({ x: 100, y: 18 }, { x: 300, y: 90 }, 'edge', 36, 22).at(-1)).to.deep.equal({ x: 300, y: 79 });
    const up = linkPoints({ x: 100, y: 90 }, { x: 300, y: 18 }, 'edge', 36, 22);
    expect(up.at(-1)).to.deep.equal({ x: 300, y: 29 });
    expect(arrowHead(up)).to.equal('M296,35L300,29L304,35Z');
  });

  it('has round corners, and no corner where there is no way', () => {
    expect(
      roundedPath([
        { x: 0, y: 0 },
        { x: 20, y: 0 },
        { x: 20, y: 20 },
      ]),
    ).to.equal('M0,0L16,0Q20,0 20,4L20,20');
    expect(
      roundedPath([
        { x: 0, y: 0 },
        { x: 0, y: 0 },
        { x: 5, y: 0 },
      ]),
    ).not.to.contain('NaN');
    expect(roundedPath([])).to.equal('');
  });
});
