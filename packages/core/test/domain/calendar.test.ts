import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Calendar } from '@followthrough/core/schema';
import { addBusinessDays, formatDay, isWorkingDay, parseDay, rollDay, weekdayOf } from '@followthrough/core/domain';

const WEEKDAYS: Calendar = { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] };
const WITH_HOLIDAYS: Calendar = {
  workingWeekdays: [1, 2, 3, 4, 5],
  holidays: ['2026-05-14', '2026-05-25', '2026-05-16'],
};
const SUNDAY_TO_THURSDAY: Calendar = { workingWeekdays: [7, 1, 2, 3, 4], holidays: [] };
const NEVER: Calendar = { workingWeekdays: [], holidays: [] };

describe('Business days', () => {
  // 13 May 2026 is a Wednesday, 16 and 17 May are a weekend.
  for (const [name, from, amount, calendar, to] of [
    ['one after a Wednesday is Thursday', '2026-05-13', 1, WEEKDAYS, '2026-05-14'],
    ['three after a Wednesday is Monday', '2026-05-13', 3, WEEKDAYS, '2026-05-18'],
    ['one after a Friday is Monday', '2026-05-15', 1, WEEKDAYS, '2026-05-18'],
    ['one after a Saturday is Monday', '2026-05-16', 1, WEEKDAYS, '2026-05-18'],
    ['none from a working day is that day', '2026-05-13', 0, WEEKDAYS, '2026-05-13'],
    ['none from a Saturday goes forward', '2026-05-16', 0, WEEKDAYS, '2026-05-18'],
    ['none from a holiday goes forward', '2026-05-14', 0, WITH_HOLIDAYS, '2026-05-15'],
    ['one before a Monday is Friday', '2026-05-18', -1, WEEKDAYS, '2026-05-15'],
    ['one before a Sunday is Friday', '2026-05-17', -1, WEEKDAYS, '2026-05-15'],
    ['one after, over a holiday', '2026-05-13', 1, WITH_HOLIDAYS, '2026-05-15'],
    ['six after, over a holiday and a weekend', '2026-05-15', 6, WITH_HOLIDAYS, '2026-05-26'],
    ['two before, over a holiday', '2026-05-18', -2, WITH_HOLIDAYS, '2026-05-13'],
    ['five are a week', '2026-05-13', 5, WEEKDAYS, '2026-05-20'],
    ['one after a Thursday where Friday and Saturday are free', '2026-05-14', 1, SUNDAY_TO_THURSDAY, '2026-05-17'],
  ] as const) {
    it(name, () => {
      const day = addBusinessDays(parseDay(from), amount, calendar);
      assert.equal(day === null ? null : formatDay(day), to);
    });
  }

  it('cannot be counted where no weekday works', () => {
    assert.equal(addBusinessDays(100, 1, NEVER), null);
    assert.equal(addBusinessDays(100, 0, NEVER), null);
    assert.equal(isWorkingDay(100, NEVER), false);
  });

  it('count ten thousand in as few steps as ten', () => {
    // 10,000 working days are 2,000 weeks.
    assert.equal(addBusinessDays(parseDay('2026-05-13'), 10_000, WEEKDAYS), parseDay('2026-05-13') + 14_000);
  });

  const calendars = fc.record({
    workingWeekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    holidays: fc.array(fc.integer({ min: 900, max: 1300 }).map(formatDay), { maxLength: 60 }),
  });

  /** One day at a time, as one would count on fingers. */
  function counted(day: number, amount: number, calendar: Calendar): number {
    const works = (at: number) =>
      calendar.workingWeekdays.includes(weekdayOf(at)) && !calendar.holidays.includes(formatDay(at));
    if (amount === 0) {
      while (!works(day)) day++;
      return day;
    }
    for (let left = Math.abs(amount); left > 0;) {
      day += Math.sign(amount);
      if (works(day)) left--;
    }
    return day;
  }

  it('agree with counting day by day, both ways, over any holidays', () => {
    fc.assert(
      fc.property(
        calendars,
        fc.integer({ min: 850, max: 1350 }),
        fc.integer({ min: -120, max: 120 }),
        (calendar, day, n) => {
          assert.equal(addBusinessDays(day, n, calendar), counted(day, n, calendar));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('roll to the next or the previous working day, and leave a working day alone', () => {
    fc.assert(
      fc.property(calendars, fc.integer({ min: 850, max: 1350 }), (calendar, day) => {
        assert.equal(rollDay(day, 'none', calendar), day);
        assert.equal(rollDay(day, 'next', calendar), counted(day, 0, calendar));
        const previous = counted(day, 0, calendar) === day ? day : counted(day, -1, calendar);
        assert.equal(rollDay(day, 'previous', calendar), previous);
      }),
    );
  });

  it('do not roll where no weekday works', () => {
    assert.equal(rollDay(100, 'next', NEVER), null);
    assert.equal(rollDay(100, 'none', NEVER), 100);
  });
});
