// How dates read in rows (look.md, ecosystem §5.3), as a table.
import { expect } from '@open-wc/testing';
import { formatDay, parseDay } from '@followthrough/core/domain';
import type { Action } from '@followthrough/core/schema';
import { dateFormats } from '../../src/dates/date-formats.ts';
import { instantText } from '../../src/dates/instant-text.ts';
import { dayText, dueLabel } from '../../src/dates/date-label.ts';
import { en } from '../../src/localize/en.ts';

const TODAY = parseDay('2026-05-13'); // a Wednesday
const words = { messages: en, dates: dateFormats('en-GB') };

type Dated = Pick<Action, 'state' | 'due' | 'closed' | 'late' | 'overdue'>;

function dated(date: string | null, rest: Partial<Dated> = {}): Dated {
  const due: Action['due'] =
    date === null ? null : { rule: { type: 'fixed', date }, pinned: null, date, basis: 'fixed', waitingOn: [] };
  return { state: 'todo', due, closed: null, late: false, overdue: date !== null && parseDay(date) < TODAY, ...rest };
}

function closed(on: string, due: string | null): Partial<Dated> {
  return { closed: { at: `${on}T09:00:00Z`, by: 'ana', due, on } };
}

describe('a day as seen from today', () => {
  const table: [offset: number, text: string][] = [
    [-400, '8 Apr 2025'],
    [-2, '11 May'],
    [-1, 'Yesterday'],
    [0, 'Today'],
    [1, 'Tomorrow'],
    [2, 'Fri'],
    [6, 'Tue'],
    [7, '20 May'],
    [240, '8 Jan 2027'],
  ];
  for (const [offset, text] of table) {
    it(`${formatDay(TODAY + offset)} reads “${text}”`, () => {
      expect(dayText(TODAY + offset, TODAY, words)).to.equal(text);
    });
  }

  it('is written as the locale writes it', () => {
    expect(dayText(TODAY + 7, TODAY, { messages: en, dates: dateFormats('en-US') })).to.equal('May 20');
    expect(dayText(TODAY + 7, TODAY, { messages: en, dates: dateFormats('de') })).to.equal('20. Mai');
  });
});

describe('the label of a due date', () => {
  const table: [name: string, action: Dated, text: string, full: string, tone: string][] = [
    ['due today', dated('2026-05-13'), 'Today', 'Due Wednesday 13 May 2026', 'today'],
    ['due on Friday', dated('2026-05-15'), 'Fri', 'Due Friday 15 May 2026', 'later'],
    ['one day overdue', dated('2026-05-12'), '1 day overdue', 'Overdue, was due Tuesday 12 May 2026', 'overdue'],
    [
      'fourteen days overdue',
      dated('2026-04-29'),
      '14 days overdue',
      'Overdue, was due Wednesday 29 April 2026',
      'overdue',
    ],
    ['fifteen days overdue', dated('2026-04-28'), '28 Apr', 'Overdue, was due Tuesday 28 April 2026', 'overdue'],
    ['no date', dated(null), 'No date', 'No date', 'none'],
    [
      'done in time',
      dated('2026-05-12', { state: 'done', ...closed('2026-05-12', '2026-05-12') }),
      'Done yesterday',
      'Done Tuesday 12 May 2026',
      'done',
    ],
    [
      'done two days late',
      dated('2026-05-04', { state: 'done', late: true, ...closed('2026-05-06', '2026-05-04') }),
      'Done late, 2 days',
      'Done Wednesday 6 May 2026, was due Monday 4 May 2026',
      'doneLate',
    ],
    [
      'not done',
      dated('2026-05-04', { state: 'notDone', ...closed('2026-05-06', '2026-05-04') }),
      '4 May',
      'Due Monday 4 May 2026',
      'done',
    ],
  ];
  for (const [name, action, text, full, tone] of table) {
    it(`${name}: “${text}”`, () => {
      const label = dueLabel(action, TODAY, words);
      // Engines differ in whether a comma follows the weekday.
      expect([label.text, label.name.replaceAll('day, ', 'day '), label.tone]).to.deep.equal([text, full, tone]);
    });
  }

  it('is not overdue where its date is only projected', () => {
    const action = dated('2026-05-01');
    const projected = { ...action, due: { ...action.due!, basis: 'projected' as const } };
    expect(dueLabel(projected, TODAY, words).tone).to.equal('later');
  });
});

describe('a locale’s calendar', () => {
  it('begins its week where the locale does', () => {
    expect([dateFormats('en-US').weekStart, dateFormats('de').weekStart, dateFormats('ar-EG').weekStart]).to.deep.equal(
      [7, 1, 6],
    );
  });
  it('orders day and month as the locale does', () => {
    expect([dateFormats('en-US').order, dateFormats('en-GB').order, dateFormats('ja').order]).to.deep.equal([
      'mdy',
      'dmy',
      'ymd',
    ]);
  });
});

describe('an instant', () => {
  const dates = dateFormats('en-GB');

  it('is told on the clock of the place', () => {
    expect(instantText('2026-11-02T22:00:00Z', 'Europe/Berlin', dates, 'Europe/Paris')).to.equal('2 Nov 2026, 23:00');
  });
  it('names the zone where the reader’s clock shows another time', () => {
    const text = instantText('2026-11-02T22:00:00Z', 'Asia/Tokyo', dates, 'Europe/Berlin');
    expect(text).to.equal('3 Nov 2026, 07:00 GMT+9');
  });
  it('names no zone while two clocks agree, and does once they differ', () => {
    const text = (instant: string) => instantText(instant, 'Europe/London', dates, 'Africa/Abidjan');
    expect(text('2026-01-05T12:00:00Z')).to.equal('5 Jan 2026, 12:00');
    expect(text('2026-07-05T12:00:00Z')).to.equal('5 Jul 2026, 13:00 BST');
  });
  it('is told on the reader’s clock where no place is given', () => {
    expect(instantText('2026-11-02T22:00:00Z', undefined, dates, 'Asia/Tokyo')).to.equal('3 Nov 2026, 07:00');
  });
});
