// How the rows of a list are grouped, and in which order the groups stand. By due date: Overdue, Today, This week, Later,
// No date, Closed. Keys of people and places come from ids; all other keys of such groupings begin with a colon, which no
// id does.
import type { ActionStatus, Id } from '../schema/index.ts';
import type { Listed, Surroundings } from './action-list.ts';
import { assigneeId } from './assignee.ts';
import { type Day, parseDay } from './civil-date.ts';
import { containerOf } from './container.ts';
import { holderOf } from './room.ts';
import { isOpen, isOverdue, statusOf } from './status.ts';
import { compareByCodePoint } from './text-key.ts';
import { startOfWeek } from './week.ts';

/** What rows are grouped by. */
export type Grouping = 'none' | 'due' | 'status' | 'assignee' | 'context';

/** The groups by due date, in order. `thisWeek` reaches to the end of the locale's week. */
export const DUE_GROUPS = ['overdue', 'today', 'thisWeek', 'later', 'noDate', 'closed'] as const;
/** A group by due date. */
export type DueGroup = (typeof DUE_GROUPS)[number];

/** The groups by status, in order. */
export const STATUS_GROUPS: readonly ActionStatus[] = [
  'overdue',
  'todo',
  'inProgress',
  'done',
  'doneLate',
  'notDone',
  'cancelled',
];

/** The key of those assigned to nobody. */
export const UNASSIGNED = ':none';

/**
 * The key of the group that an action belongs to: `''` for `none`; a {@link DueGroup}; a status; the id of who holds it,
 * `:company:ID` of the company that does, `:primaryContact` while there is none, or `:none`; `relationship:ID`, or
 * `personal:ID` with the owner's id.
 * @param today today on the clock of the action's container
 * @param weekStart the ISO weekday that weeks begin on
 * @param around of a room's action, what is known of its room; without it, its contact and company are told by no id
 */
export function groupOf(
  action: Listed,
  grouping: Grouping,
  today: Day,
  weekStart: number,
  around: Surroundings = {},
): string {
  switch (grouping) {
    case 'none':
      return '';
    case 'due':
      return dueGroupOf(action, today, weekStart);
    case 'status':
      return statusOf(action, today);
    case 'assignee':
      return ownerOf(action, around);
    case 'context': {
      const { type, id } = containerOf(action);
      return `${type}:${id}`;
    }
  }
}

/** Who holds an action, as a key: in a room, who that is for now, or was when it was closed. */
function ownerOf(action: Listed, { room }: Surroundings): string {
  const { assignee } = action;
  if (assignee === null) return UNASSIGNED;
  const id = room ? holderOf(action, room.people) : assigneeId(assignee);
  if (id !== null) return id;
  return assignee.type === 'company' && room ? `:company:${room.companyId}` : `:${assignee.type}`;
}

/** The group by due date: a closed action is in `closed`, whatever its date. */
export function dueGroupOf(action: Listed, today: Day, weekStart: number): DueGroup {
  if (!isOpen(action.state)) return 'closed';
  if (isOverdue(action, today)) return 'overdue';
  const date = action.due?.date ?? null;
  if (date === null) return 'noDate';
  const day = parseDay(date);
  // A projected date is never overdue (rulebook §3); one that lies behind is for today.
  if (day <= today) return 'today';
  return day < startOfWeek(today, weekStart) + 7 ? 'thisWeek' : 'later';
}

/**
 * The order of groups: as {@link DUE_GROUPS} and {@link STATUS_GROUPS} name them; by assignee or context one's own first
 * and nobody's last, between them by key. A page that knows names gives an order of its own for those two.
 */
export function groupOrder(grouping: Grouping, me?: Id): (a: string, b: string) => number {
  switch (grouping) {
    case 'none':
      return () => 0;
    case 'due':
      return byPlace(DUE_GROUPS);
    case 'status':
      return byPlace(STATUS_GROUPS);
    case 'assignee':
    case 'context': {
      const own = grouping === 'assignee' ? me : `personal:${me}`;
      const rank = (key: string) => (key === own ? 0 : key === UNASSIGNED ? 2 : 1);
      return (a, b) => rank(a) - rank(b) || compareByCodePoint(a, b);
    }
  }
}

function byPlace(order: readonly string[]): (a: string, b: string) => number {
  return (a, b) => order.indexOf(a) - order.indexOf(b);
}
