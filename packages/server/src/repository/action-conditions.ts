// The filter of a list of actions in SQL: it means what core's `matches` means, of an action `a` in a `place` with its own today, as
// those who read it see it.
import { type EveryEngagement, NO_ASSIGNEE, parseDay, queryKey } from '@followthrough/core/domain';
import type { ActionFilter, ActionStatus, Id } from '@followthrough/core/schema';
import { type RawBuilder, sql } from 'kysely';

export type Condition = RawBuilder<unknown>;

/** Whose eyes places are seen with: of those who see everything in them, or of those who do not. */
export type Reader = 'insider' | 'guest' | 'coachee' | 'spectator';
export const READERS: readonly Reader[] = ['insider', 'guest', 'coachee', 'spectator'];

/** How places are walked whose actions are asked for alike. */
export interface WalkedAlike {
  reader: Reader;
  hasRooms: boolean;
  /** All engagements in one walk. */
  every?: EveryEngagement;
}

const OPEN = sql`a.state in ('todo', 'inProgress')`;
const OVERDUE = sql`(${OPEN} and a.due_binding_day < place.today)`;
const IN_ROOM = sql`a.context_type = 'room'`;
const DONE_LATE = sql`(a.closed_due_day is not null and a.closed_day > a.closed_due_day)`;

/** When an action is shown with this status; `overdue` also takes one that carries the overdue mark. */
const HAS_STATUS: Record<ActionStatus, Condition> = {
  todo: sql`(a.state = 'todo' and (${IN_ROOM} or a.due_binding_day is null or a.due_binding_day >= place.today))`,
  overdue: OVERDUE,
  inProgress: sql`a.state = 'inProgress'`,
  done: sql`(a.state = 'done' and (${IN_ROOM} or not ${DONE_LATE}))`,
  doneLate: sql`(a.state = 'done' and not ${IN_ROOM} and ${DONE_LATE})`,
  notDone: sql`a.state = 'notDone'`,
  cancelled: sql`a.state = 'cancelled'`,
};
const SEARCHED = sql`a.search_key`;
/** Spectators find nothing by what is kept from them. A title has one line. */
const TITLE_SEARCHED = sql`split_part(a.search_key, e'\\n', 1)`;
/** What is seen of a place; said of all of an engagement too, since it is what the index of its readers goes by. */
const SEEN_BY: Record<Reader, readonly Condition[]> = {
  insider: [],
  guest: [sql`not a.internal_only`],
  coachee: [sql`a.context_type = 'engagement'`],
  spectator: [sql`a.context_type = 'engagement'`],
};
const OPEN_STATUSES: readonly ActionStatus[] = ['todo', 'overdue', 'inProgress'];

/**
 * What of a filter must hold of the action `a` in its `place`, as these readers see it.
 */
export function conditionsOf(
  workspaceId: Id,
  { reader, hasRooms, every }: WalkedAlike,
  filter: ActionFilter,
): Condition[] {
  const { context, status, assignee, overdue, side, dueFrom, dueTo, recent, query } = filter;
  const conditions: Condition[] = [...SEEN_BY[reader]];
  if (every && context?.includes(':')) conditions.push(sql`a.container = ${context}`);
  if (status !== undefined) conditions.push(...hasStatus(status));
  if (assignee !== undefined) conditions.push(isAssigned(assignee, hasRooms));
  if (side !== undefined) conditions.push(isOnSide(side, workspaceId));
  if (overdue !== undefined) conditions.push(overdue ? OVERDUE : sql`(${OVERDUE}) is not true`);
  if (dueFrom !== undefined) conditions.push(sql`a.due_day >= ${parseDay(dueFrom)}`);
  if (dueTo !== undefined) conditions.push(sql`a.due_day <= ${parseDay(dueTo)}`);
  if (recent !== undefined) conditions.push(sql`(${OPEN} or a.closed_day >= place.today - ${recent}::integer)`);
  const words = query === undefined ? '' : queryKey(query);
  if (words !== '') conditions.push(sql`strpos(${reader === 'spectator' ? TITLE_SEARCHED : SEARCHED}, ${words}) > 0`);
  return conditions;
}

function isAssigned(assignee: string, hasRooms: boolean): Condition {
  if (assignee === NO_ASSIGNEE) return sql`a.assignee_type is null`;
  return hasRooms ? isHeldInRoom(assignee) : isHeldByName(assignee);
}

function isHeldByName(personId: Id): Condition {
  return sql`a.assignee_type = 'person' and a.assignee_id = ${personId}`;
}

/** Core's `isHeldBy`. */
function isHeldInRoom(personId: Id): Condition {
  return sql`(case a.assignee_type
    when 'person' then a.assignee_id = ${personId}
    when 'company' then place.company
    when 'primaryContact' then case when a.closed_at is null then place.contact
      else place.former_contact and a.closed_contact_id = ${personId} end
    end)`;
}

/** Core's `sideOf`; a person's side is looked up row by row, along their key. */
function isOnSide(side: 'us' | 'them', workspaceId: Id): Condition {
  const isTheirs = side === 'them' ? sql`a.assignee_type in ('primaryContact', 'company') or` : sql``;
  return sql`(${isTheirs} a.assignee_type = 'person' and (
    select p.side from person p where p.workspace_id = ${workspaceId} and p.id = a.assignee_id
  ) = ${side === 'us' ? 'internal' : 'external'})`;
}

function hasStatus(wanted: readonly ActionStatus[]): Condition[] {
  if (wanted.length === 0) return [sql`false`];
  const any = sql`(${sql.join(
    wanted.map((status) => HAS_STATUS[status]),
    sql` or `,
  )})`;
  // Said besides, where it follows: it is what the index of open actions goes by.
  return wanted.every((status) => OPEN_STATUSES.includes(status)) ? [OPEN, any] : [any];
}
