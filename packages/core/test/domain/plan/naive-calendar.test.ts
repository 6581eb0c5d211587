// The naive arithmetic, and what the rules come to, against Temporal: all units, over all the years that can be written.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Calendar, DateUnit } from '@followthrough/core/schema';
import { createPlanResolver, FIRST_DAY, formatDay, isWorkingDay, LAST_DAY } from '@followthrough/core/domain';
import { dayAfter, dayOfDate } from './naive-calendar.ts';
import { after, open, planOf, ROOM, SETTING } from './plan-builders.ts';

const EPOCH = Temporal.PlainDate.from('1970-01-01');
const CALENDAR: Calendar = { workingWeekdays: [1, 2, 4, 5], holidays: ['2026-05-14', '2026-05-25', '2100-03-01'] };
const RUNS = process.env['FULL'] === '1' ? 20_000 : 2000;

const dayOf = (date: Temporal.PlainDate) => EPOCH.until(date, { largestUnit: 'day' }).days;

function works(date: Temporal.PlainDate): boolean {
  return CALENDAR.workingWeekdays.includes(date.dayOfWeek) && !CALENDAR.holidays.includes(date.toString());
}

function shifted(date: Temporal.PlainDate, amount: number, unit: DateUnit): Temporal.PlainDate {
  if (unit === 'day') return date.add({ days: amount });
  if (unit === 'week') return date.add({ weeks: amount });
  if (unit === 'month') return date.add({ months: amount });
  let at = date;
  let left = amount === 0 && !works(at) ? 1 : Math.abs(amount);
  while (left > 0) {
    at = at.add({ days: amount < 0 ? -1 : 1 });
    if (works(at)) left--;
  }
  return at;
}

function rolled(date: Temporal.PlainDate, roll: 'none' | 'next' | 'previous'): Temporal.PlainDate {
  if (roll === 'none' || works(date)) return date;
  return rolled(date.add({ days: roll === 'next' ? 1 : -1 }), roll);
}

describe('Date arithmetic', () => {
  const anyDay = fc.oneof(
    fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
    fc.constantFrom('2026-01-31', '2024-02-29', '2100-02-28', '2096-02-29', '2199-12-31', '1970-01-01').map(dayOfDate),
  );

  it('reads dates as Temporal does', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = EPOCH.add({ days: day });
        assert.equal(dayOfDate(date.toString()), day);
        assert.equal(formatDay(day), date.toString());
        assert.equal(isWorkingDay(day, CALENDAR), works(date));
      }),
      { numRuns: RUNS },
    );
  });

  it('of rules, fast and naive, is Temporal’s', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -300, max: 300 }),
        fc.constantFrom<DateUnit[]>('day', 'week', 'month', 'businessDay'),
        fc.constantFrom('none' as const, 'next' as const, 'previous' as const),
        (day, amount, unit, wanted) => {
          const roll = unit === 'businessDay' ? 'none' : wanted;
          const from = EPOCH.add({ days: day });
          const expected = dayOf(rolled(shifted(from, amount, unit), roll));
          assert.equal(dayAfter(day, amount, unit, roll, CALENDAR), expected);
          const plan = planOf([open('a', after(amount, unit, ROOM, roll))]);
          const setting = { ...SETTING, calendar: CALENDAR, roomCreated: from.toString() };
          assert.equal(createPlanResolver(plan, setting).date('a', 'due')?.day, expected);
        },
      ),
      { numRuns: RUNS },
    );
  });
});
