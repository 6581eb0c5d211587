import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayAt, nextMidnight, parseDay } from '@followthrough/core/domain';
import { createToday } from '../../src/stores/today.ts';
import { dueOn, person, record, relationship } from '../local-backend/workspace.ts';
import { clock, page } from './page.ts';

const HOUR = 3_600_000;

const nights: { name: string; zone: string; from: string; turns: string }[] = [
  { name: 'an ordinary night', zone: 'Europe/Berlin', from: '2026-05-15T10:00:00Z', turns: '2026-05-15T22:00:00Z' },
  { name: 'the day of 23 hours', zone: 'Europe/Berlin', from: '2026-03-28T23:00:00Z', turns: '2026-03-29T22:00:00Z' },
  { name: 'the day of 25 hours', zone: 'Europe/Berlin', from: '2026-10-24T22:00:00Z', turns: '2026-10-25T23:00:00Z' },
  {
    name: 'a night without a midnight',
    zone: 'Africa/Cairo',
    from: '2026-04-23T12:00:00Z',
    turns: '2026-04-23T22:00:00Z',
  },
  { name: 'a zone of a half hour', zone: 'Asia/Kolkata', from: '2026-05-15T10:00:00Z', turns: '2026-05-15T18:30:00Z' },
  {
    name: 'a day that was left out',
    zone: 'Pacific/Apia',
    from: '2011-12-30T00:00:00Z',
    turns: '2011-12-30T10:00:00Z',
  },
];
for (const { name, zone, from, turns } of nights) {
  test(`the day turns right on ${name}`, () => {
    assert.equal(new Date(nextMidnight(Date.parse(from), zone)).toISOString(), new Date(turns).toISOString());
  });
}

test('until the next turn it is the same day, and from then on another', () => {
  const zones = [
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kathmandu',
    'Pacific/Kiritimati',
    'Australia/Lord_Howe',
    'UTC',
  ];
  const year = { min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) };
  fc.assert(
    fc.property(fc.integer(year), fc.constantFrom(...zones), (instant, zone) => {
      const turn = nextMidnight(instant, zone);
      assert.ok(turn > instant && turn <= instant + 26 * HOUR);
      assert.equal(dayAt(turn - 1, zone), dayAt(instant, zone));
      assert.notEqual(dayAt(turn, zone), dayAt(instant, zone));
    }),
    { numRuns: 300 },
  );
});

test('one timer waits for the earliest midnight of the zones in use', () => {
  const time = clock(Date.UTC(2026, 4, 15, 10));
  const today = createToday(time);
  today.todayIn('America/New_York');
  assert.deepEqual(time.timers(), [Date.UTC(2026, 4, 16, 4)]);
  today.todayIn('Asia/Tokyo');
  assert.deepEqual(time.timers(), [Date.UTC(2026, 4, 15, 15)]);
  const turns: number[] = [];
  today.$day.listen(() => turns.push(time.now()));
  time.tick(20 * HOUR);
  assert.deepEqual(turns, [Date.UTC(2026, 4, 15, 15), Date.UTC(2026, 4, 16, 4)]);
  assert.equal(today.todayIn('Asia/Tokyo'), parseDay('2026-05-16'));
  assert.equal(time.timers().length, 1);
  today.dispose();
  assert.deepEqual(time.timers(), []);
});

test('a tab that slept through midnights sees the day once it wakes', () => {
  const time = clock(Date.UTC(2026, 4, 15, 10));
  const today = createToday(time);
  today.todayIn('UTC');
  const seen: number[] = [];
  today.$day.listen(() => seen.push(today.todayIn('UTC')));
  time.sleep(50 * HOUR);
  assert.equal(today.todayIn('UTC'), parseDay('2026-05-15'));
  today.wake();
  assert.equal(today.todayIn('UTC'), parseDay('2026-05-17'));
  today.wake();
  assert.deepEqual(seen, [parseDay('2026-05-17')]);
});

test('a clock that was set back is believed', () => {
  const time = clock(Date.UTC(2026, 4, 15, 10));
  const today = createToday(time);
  today.todayIn('UTC');
  time.sleep(-48 * HOUR);
  today.wake();
  assert.equal(today.todayIn('UTC'), parseDay('2026-05-13'));
  assert.deepEqual(time.timers(), [Date.UTC(2026, 4, 14)]);
});

test('an action becomes overdue at the midnight of its own container', async () => {
  const inTokyo = { type: 'relationship', relationshipId: 'tokyo' } as const;
  const { store, clock: time } = await page(
    [
      record('mine', { due: dueOn('2026-05-15') }),
      record('theirs', { context: inTokyo, due: dueOn('2026-05-15'), assignee: { type: 'person', personId: 'ben' } }),
    ],
    { relationships: [relationship('tokyo', { timeZone: 'Asia/Tokyo' })], people: [person('ada'), person('ben')] },
  );
  const statuses = () => ['theirs', 'mine'].map((id) => store.actions.get(id)?.status);
  assert.deepEqual(statuses(), ['todo', 'todo']);
  // 15:00 UTC is midnight in Tokyo, 22:00 UTC in Berlin; it was 10:00.
  time.tick(5 * HOUR);
  assert.deepEqual(statuses(), ['overdue', 'todo']);
  time.tick(7 * HOUR);
  assert.deepEqual(statuses(), ['overdue', 'overdue']);
});
