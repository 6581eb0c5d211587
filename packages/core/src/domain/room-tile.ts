// The counts above the rooms' actions, each of which filters by what it counts (rulebook §2.3, §4): what is overdue, what is
// due this week, whose turn it is, and what is nobody's. All are of open actions. Of two that say the same thing of an action
// in another way (when it is due; who holds it), one gives way to the other.
import type { ActionFilter, ActionStatus } from '../schema/index.ts';
import { NO_ASSIGNEE } from './action-list.ts';
import { type Day, formatDay } from './civil-date.ts';
import { startOfWeek } from './week.ts';

/** The counts, in the order shown. `thisWeek` is the whole of the locale's week. */
export const ROOM_TILES = ['overdue', 'thisWeek', 'us', 'them', 'unassigned'] as const;
export type RoomTile = (typeof ROOM_TILES)[number];

/** The statuses of what is open. */
export const OPEN_STATUSES: readonly ActionStatus[] = ['todo', 'overdue', 'inProgress'];

/** Where in time a tile is judged. */
export interface TileSetting {
  /** Today for who looks. */
  today: Day;
  /** The ISO weekday that weeks begin on. */
  weekStart: number;
}

/** What a tile asks for besides being open. */
function askedBy(tile: RoomTile, { today, weekStart }: TileSetting): ActionFilter {
  switch (tile) {
    case 'overdue':
      return { overdue: true };
    case 'thisWeek': {
      const first = startOfWeek(today, weekStart);
      return { dueFrom: formatDay(first), dueTo: formatDay(first + 6) };
    }
    case 'us':
    case 'them':
      return { side: tile };
    case 'unassigned':
      return { assignee: NO_ASSIGNEE };
  }
}

/** The filter of what a tile counts. */
export function tileFilter(tile: RoomTile, setting: TileSetting): ActionFilter {
  return { status: [...OPEN_STATUSES], ...askedBy(tile, setting) };
}

/** Whether a filter asks for what the tile counts, whatever else it asks for. */
export function isTileOn(tile: RoomTile, filter: ActionFilter, setting: TileSetting): boolean {
  return Object.entries(askedBy(tile, setting)).every(([name, value]) => filter[name as keyof ActionFilter] === value);
}

/**
 * The filter after a press on a tile: with what it counts, or no longer.
 * @example toggledTile('us', { status: ['todo'], assignee: 'none' }, setting) // open, side us, whoever holds it
 */
export function toggledTile(tile: RoomTile, filter: ActionFilter, setting: TileSetting): ActionFilter {
  const { overdue, dueFrom, dueTo, side, assignee, ...others } = filter;
  const isAboutTime = tile === 'overdue' || tile === 'thisWeek';
  // Whoever is named as the assignee stays, beside a side; nobody is on none.
  const named = assignee === NO_ASSIGNEE || tile === 'unassigned' ? undefined : assignee;
  const kept: ActionFilter = isAboutTime
    ? { ...others, ...present({ side, assignee }) }
    : { ...others, ...present({ overdue, dueFrom, dueTo, assignee: named }) };
  return isTileOn(tile, filter, setting) ? kept : { ...kept, ...tileFilter(tile, setting) };
}

function present(filter: { [name in keyof ActionFilter]: ActionFilter[name] | undefined }): ActionFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
