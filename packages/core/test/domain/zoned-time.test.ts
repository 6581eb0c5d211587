// Times of day on the clock of a zone: a table with the nights on which clocks are changed, and the way there and back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant, instantOf, zonedTime } from '@followthrough/core/domain';
import fc from 'fast-check';

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'Australia/Lord_Howe'];

for (const [written, zone, instant, what] of [
  ['2026-05-15 14:30', 'Europe/Berlin', '2026-05-15T12:30:00.000Z', 'in summer'],
  ['2026-01-15 14:30', 'Europe/Berlin', '2026-01-15T13:30:00.000Z', 'in winter'],
  ['2026-05-15 00:00', 'Pacific/Auckland', '2026-05-14T12:00:00.000Z', 'on the day after'],
  ['2026-05-14 20:00', 'America/Los_Angeles', '2026-05-15T03:00:00.000Z', 'on the day before'],
  ['2026-05-15 09:15', 'Asia/Kolkata', '2026-05-15T03:45:00.000Z', 'half an hour off'],
  ['2026-10-25 02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z', 'that comes twice: the first'],
  ['2026-11-01 01:30', 'America/New_York', '2026-11-01T05:30:00.000Z', 'that comes twice, west of Greenwich'],
] as const)
  test(`${written} in ${zone} is ${instant}: ${what}`, () => {
    const [date = '', time = ''] = written.split(' ');
    assert.equal(instantOf({ date, time }, zone), instant);
    assert.deepEqual(zonedTime(instant, zone), { date, time });
  });

for (const [zone, date, time, instant] of [
  ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30:00.000Z'],
] as const)
  test(`a time that the clock of ${zone} leaves out is read as if it had not been put forward`, () => {
    assert.equal(instantOf({ date, time }, zone), instant);
  });

test('what a clock says at an instant is that instant again, or the first at which it says so', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7_000_000 * 15 }), fc.constantFrom(...ZONES), (quarters, zone) => {
      const instant = formatInstant((quarters % 3_000_000) * 900_000);
      const said = zonedTime(instant, zone);
      const back = instantOf(said, zone);
      assert.ok(back <= instant);
      assert.deepEqual(zonedTime(back, zone), said);
    }),
  );
});
