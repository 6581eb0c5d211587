// The counts above the rooms' actions and the filters they are: what each asks for, and which give way to which.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isTileOn, parseDay, ROOM_TILES, type RoomTile, tileFilter, toggledTile } from '@followthrough/core/domain';
import type { ActionFilter } from '@followthrough/core/schema';

/** A Friday; weeks begin on Monday. */
const AT = { today: parseDay('2026-05-15'), weekStart: 1 };
const OPEN: ActionFilter = { status: ['todo', 'overdue', 'inProgress'] };
const WEEK: ActionFilter = { dueFrom: '2026-05-11', dueTo: '2026-05-17' };

describe('what a tile counts', () => {
  for (const [tile, filter] of [
    ['overdue', { overdue: true }],
    ['thisWeek', WEEK],
    ['us', { side: 'us' }],
    ['them', { side: 'them' }],
    ['unassigned', { assignee: 'none' }],
  ] as const satisfies readonly [RoomTile, ActionFilter][]) {
    it(`${tile} is open and ${JSON.stringify(filter)}`, () => {
      assert.deepEqual(tileFilter(tile, AT), { ...OPEN, ...filter });
    });
  }

  it('is the whole week, on whichever day it begins', () => {
    const week = tileFilter('thisWeek', { ...AT, weekStart: 7 });
    assert.deepEqual([week.dueFrom, week.dueTo], ['2026-05-10', '2026-05-16']);
  });
});

describe('a press on a tile', () => {
  for (const [what, tile, before, after] of [
    ['shows what is open', 'us', {}, { ...OPEN, side: 'us' }],
    [
      'keeps words and places',
      'us',
      { query: 'x', context: 'room:r' },
      { ...OPEN, query: 'x', context: 'room:r', side: 'us' },
    ],
    ['is taken back by another', 'us', { ...OPEN, side: 'us' }, OPEN],
    ['puts them in place of us', 'them', { ...OPEN, side: 'us' }, { ...OPEN, side: 'them' }],
    ['puts this week in place of overdue', 'thisWeek', { ...OPEN, overdue: true }, { ...OPEN, ...WEEK }],
    ['puts overdue in place of any dates', 'overdue', { ...OPEN, dueFrom: '2026-01-01' }, { ...OPEN, overdue: true }],
    ['goes with one of another kind', 'overdue', { ...OPEN, side: 'them' }, { ...OPEN, side: 'them', overdue: true }],
    ['lets go of nobody for a side', 'us', { ...OPEN, assignee: 'none' }, { ...OPEN, side: 'us' }],
    ['lets go of a side for nobody', 'unassigned', { ...OPEN, side: 'us' }, { ...OPEN, assignee: 'none' }],
    [
      'keeps whoever is named beside a side',
      'us',
      { ...OPEN, assignee: 'ben' },
      { ...OPEN, assignee: 'ben', side: 'us' },
    ],
    ['takes nobody in place of whoever is named', 'unassigned', { assignee: 'ben' }, { ...OPEN, assignee: 'none' }],
    ['of unassigned is taken back by another', 'unassigned', { ...OPEN, assignee: 'none' }, OPEN],
  ] as const satisfies readonly [string, RoomTile, ActionFilter, ActionFilter][]) {
    it(what, () => assert.deepEqual(toggledTile(tile, before, AT), after));
  }

  it('leaves that tile on and, pressed again, off', () => {
    for (const tile of ROOM_TILES) {
      const on = toggledTile(tile, {}, AT);
      assert.ok(isTileOn(tile, on, AT));
      assert.ok(!isTileOn(tile, toggledTile(tile, on, AT), AT));
    }
  });
});
