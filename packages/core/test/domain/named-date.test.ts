import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Calendar } from '@followthrough/core/schema';
import { type DateName, formatDay, namedDate, parseDay, startOfWeek } from '@followthrough/core/domain';

const MONDAY = 1;
const SUNDAY = 7;
const SATURDAY = 6;
const ISRAEL: Calendar = { workingWeekdays: [7, 1, 2, 3, 4], holidays: [] };
const FRIDAY_OFF: Calendar = { workingWeekdays: [1, 2, 3, 4, 5], holidays: ['2026-05-15'] };
const WEEK_OFF: Calendar = {
  workingWeekdays: [1, 2, 3, 4, 5],
  holidays: ['2026-05-18', '2026-05-19', '2026-05-20', '2026-05-21', '2026-05-22'],
};
const NEVER: Calendar = { workingWeekdays: [], holidays: [] };

describe('A named date', () => {
  // 13 May 2026 is a Wednesday.
  const rows: [DateName, string, number, string, Calendar?][] = [
    ['today', '2026-05-13', MONDAY, '2026-05-13'],
    ['tomorrow', '2026-05-31', MONDAY, '2026-06-01'],
    ['inTwoWeeks', '2026-05-13', MONDAY, '2026-05-27'],
    ['endOfMonth', '2026-05-13', MONDAY, '2026-05-31'],
    ['endOfMonth', '2026-05-31', MONDAY, '2026-05-31'],
    ['endOfMonth', '2028-02-01', MONDAY, '2028-02-29'],
    ['nextMonth', '2026-12-31', MONDAY, '2027-01-01'],
    ['nextMonth', '2026-01-31', MONDAY, '2026-02-01'],
    ['endOfWeek', '2026-05-13', MONDAY, '2026-05-15'],
    ['endOfWeek', '2026-05-15', MONDAY, '2026-05-15'],
    ['endOfWeek', '2026-05-16', MONDAY, '2026-05-22'],
    ['endOfWeek', '2026-05-17', MONDAY, '2026-05-22'],
    ['endOfWeek', '2026-05-17', SUNDAY, '2026-05-22'],
    ['endOfWeek', '2026-05-16', SUNDAY, '2026-05-22'],
    ['endOfWeek', '2026-05-13', SUNDAY, '2026-05-14', ISRAEL],
    ['endOfWeek', '2026-05-13', MONDAY, '2026-05-14', FRIDAY_OFF],
    ['endOfWeek', '2026-05-15', MONDAY, '2026-05-22', FRIDAY_OFF],
    ['endOfWeek', '2026-05-16', MONDAY, '2026-05-29', WEEK_OFF],
    ['endOfWeek', '2026-05-13', MONDAY, '2026-05-17', NEVER],
    ['nextWeek', '2026-05-13', MONDAY, '2026-05-18'],
    ['nextWeek', '2026-05-17', MONDAY, '2026-05-18'],
    ['nextWeek', '2026-05-18', MONDAY, '2026-05-25'],
    ['nextWeek', '2026-05-13', SUNDAY, '2026-05-18'],
    ['nextWeek', '2026-05-17', SUNDAY, '2026-05-25'],
    ['nextWeek', '2026-05-13', SATURDAY, '2026-05-18'],
    ['nextWeek', '2026-05-13', SUNDAY, '2026-05-17', ISRAEL],
    ['nextWeek', '2026-05-13', MONDAY, '2026-05-25', WEEK_OFF],
  ];
  for (const [name, today, weekStart, expected, calendar] of rows) {
    const days = calendar
      ? ` with ${JSON.stringify(calendar.workingWeekdays)} worked, ${calendar.holidays.length} holidays`
      : '';
    it(`${name} on ${today}, weeks from ${weekStart}${days}, is ${expected}`, () => {
      assert.equal(formatDay(namedDate(name, { today: parseDay(today), weekStart, calendar })), expected);
    });
  }

  it('plus one day is a day after the date it has, or after today where that has passed', () => {
    const today = parseDay('2026-05-13');
    const plusOne = (from: string) =>
      formatDay(namedDate('plusOneDay', { today, weekStart: MONDAY, from: parseDay(from) }));
    assert.equal(plusOne('2026-05-20'), '2026-05-21');
    assert.equal(plusOne('2026-05-01'), '2026-05-14');
    assert.equal(formatDay(namedDate('plusOneDay', { today, weekStart: MONDAY })), '2026-05-14');
  });

  it('is never in the past; end of week and next week come within two weeks of working days', () => {
    const names: DateName[] = [
      'today',
      'tomorrow',
      'endOfWeek',
      'nextWeek',
      'inTwoWeeks',
      'endOfMonth',
      'nextMonth',
      'plusOneDay',
    ];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80_000 }), fc.integer({ min: 1, max: 7 }), (today, weekStart) => {
        for (const name of names) assert.ok(namedDate(name, { today, weekStart }) >= today, name);
        assert.ok(namedDate('endOfWeek', { today, weekStart }) < today + 8);
        assert.equal(
          startOfWeek(namedDate('nextWeek', { today, weekStart }), weekStart),
          startOfWeek(today, weekStart) + 7,
        );
      }),
    );
  });
});
