import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addMonths,
  type Day,
  dayAt,
  dayOf,
  daysInMonth,
  FIRST_DAY,
  firstWeekday,
  formatDay,
  isWritable,
  knownZone,
  LAST_DAY,
  monthOf,
  nextMidnight,
  parseDay,
  startOfWeek,
  weekdayOf,
  yearMonthDayOf,
} from '@followthrough/core/domain';

const EPOCH = Temporal.PlainDate.from('1970-01-01');
const dateOf = (day: Day) => EPOCH.add({ days: day });
const numberOf = (date: Temporal.PlainDate) => EPOCH.until(date, { largestUnit: 'days' }).days;
const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });

describe('A day number', () => {
  it('goes to a date and back on every day from 1970-01-01 to 2199-12-31', () => {
    let date = EPOCH;
    for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
      const iso = date.toString();
      assert.equal(formatDay(day), iso);
      assert.equal(parseDay(iso), day);
      assert.equal(weekdayOf(day), date.dayOfWeek);
      date = date.add({ days: 1 });
    }
    assert.equal(date.toString(), '2200-01-01');
  });

  it('follows the calendar beyond what can be written, before 1970 too', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800_000, max: 800_000 }), (day) => {
        const { year, month, day: dayOfMonth, dayOfWeek } = dateOf(day);
        assert.deepEqual(yearMonthDayOf(day), { year, month, day: dayOfMonth });
        assert.equal(dayOf({ year, month, day: dayOfMonth }), day);
        assert.equal(weekdayOf(day), dayOfWeek);
      }),
      { numRuns: 3000 },
    );
  });

  it('can be written from 1970-01-01 to 2199-12-31 and not beyond', () => {
    assert.deepEqual([-1, FIRST_DAY, LAST_DAY, LAST_DAY + 1].map(isWritable), [false, true, true, false]);
    assert.equal(formatDay(LAST_DAY), '2199-12-31');
  });
});

describe('Months later', () => {
  for (const [from, months, to] of [
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-31', 1, '2026-06-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2096-02-29', 48, '2100-02-28'],
  ] as const) {
    it(`${from} and ${months} months is ${to}`, () => {
      assert.equal(formatDay(addMonths(parseDay(from), months)), to);
    });
  }

  it('agree with Temporal', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1200, max: 1200 }), (day, months) => {
        assert.equal(addMonths(day, months), numberOf(dateOf(day).add({ months })));
      }),
      { numRuns: 3000 },
    );
  });

  it('have their first and last day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = dateOf(day);
        assert.equal(daysInMonth(date.year, date.month), date.daysInMonth);
        assert.deepEqual(monthOf(day), {
          first: numberOf(date.with({ day: 1 })),
          last: numberOf(date.with({ day: date.daysInMonth })),
        });
      }),
    );
  });
});

describe('A week', () => {
  for (const [locale, weekday] of [
    ['de-DE', 1],
    ['en-US', 7],
    ['ar-EG', 6],
    ['no such locale', 1],
  ] as const) {
    it(`begins on ISO weekday ${weekday} in "${locale}"`, () => {
      assert.equal(firstWeekday(locale), weekday);
    });
  }

  it('begins on its first weekday, at most six days before', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 7 }), (day, weekStart) => {
        const start = startOfWeek(day, weekStart);
        assert.equal(weekdayOf(start), weekStart);
        assert.ok(start <= day && day < start + 7);
      }),
    );
  });
});

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Havana',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Asia/Gaza',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Chatham',
  'Pacific/Pago_Pago',
];
const civilDateIn = (instant: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

describe('Today on a clock', () => {
  for (const [instant, zone, today] of [
    ['2026-05-13T23:59:59.999Z', 'UTC', '2026-05-13'],
    ['2026-05-14T00:00:00Z', 'UTC', '2026-05-14'],
    ['2026-01-01T00:00:00Z', 'America/Los_Angeles', '2025-12-31'],
    ['2026-05-13T10:00:00Z', 'Pacific/Kiritimati', '2026-05-14'],
    ['2026-05-13T10:59:59Z', 'Pacific/Pago_Pago', '2026-05-12'],
    ['2026-05-13T18:14:59Z', 'Asia/Kathmandu', '2026-05-13'],
    ['2026-05-13T18:15:00Z', 'Asia/Kathmandu', '2026-05-14'],
    // Samoa left out 30 December 2011.
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
    // Clocks go forward at 02:00 and back at 03:00.
    ['2026-03-28T22:59:59Z', 'Europe/Berlin', '2026-03-28'],
    ['2026-03-28T23:00:00Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-03-29T21:59:59Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-03-29T22:00:00Z', 'Europe/Berlin', '2026-03-30'],
    ['2026-10-25T22:59:59Z', 'Europe/Berlin', '2026-10-25'],
    ['2026-10-25T23:00:00Z', 'Europe/Berlin', '2026-10-26'],
    // In Brazil clocks went forward at midnight itself: the day began at 01:00.
    ['2018-11-04T02:59:59Z', 'America/Sao_Paulo', '2018-11-03'],
    ['2018-11-04T03:00:00Z', 'America/Sao_Paulo', '2018-11-04'],
  ] as const) {
    it(`at ${instant} in ${zone} is ${today}`, () => {
      assert.equal(formatDay(dayAt(Date.parse(instant), zone)), today);
    });
  }

  it('agrees with Temporal at any instant from 1970 to 2199', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 7_258_118_400_000 - 86_400_000 }),
        fc.constantFrom(...ZONES),
        (instant, zone) => {
          assert.equal(formatDay(dayAt(instant, zone)), civilDateIn(instant, zone));
        },
      ),
      { numRuns: 4000 },
    );
  });

  it('agrees with Temporal in every hour of a year, changes of clock included', () => {
    for (const zone of ZONES) {
      const start = Date.UTC(2026, 0, 1);
      for (let hour = 0; hour < 365 * 24; hour += 7) {
        const instant = start + hour * 3_600_000;
        assert.equal(formatDay(dayAt(instant, zone)), civilDateIn(instant, zone), `${zone} ${hour}`);
      }
    }
  });

  it('counts a zone that is not known here as UTC', () => {
    for (const zone of ['Mars/Olympus', '', 'Europe/Berlin ', '+99:99']) {
      for (const instant of [-1, 0, Date.UTC(2026, 4, 15, 23, 59)])
        assert.equal(dayAt(instant, zone), dayAt(instant, 'UTC'));
      assert.equal(nextMidnight(Date.UTC(2026, 4, 15, 9), zone), Date.UTC(2026, 4, 16));
    }
  });
});

describe('The zone that counts', () => {
  const rows: [name: string, zones: (string | null | undefined)[], zone: string][] = [
    ['is the first', ['Asia/Tokyo', 'Europe/Berlin'], 'Asia/Tokyo'],
    ['is the next where there is none', [null, 'Europe/Berlin'], 'Europe/Berlin'],
    ['is the next where it is not known here', ['Mars/Olympus', 'Europe/Berlin'], 'Europe/Berlin'],
    ['is UTC where none is known here', ['Mars/Olympus', undefined, ''], 'UTC'],
    ['is UTC where there is none at all', [], 'UTC'],
    ['is an offset that was written once', ['+05:30', 'Europe/Berlin'], '+05:30'],
  ];
  for (const [name, zones, zone] of rows) {
    it(name, () => assert.equal(knownZone(...zones), zone));
  }
});
