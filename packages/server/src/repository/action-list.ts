// One page of a list of actions in SQL. Each place that the viewer sees is walked along an index in the list's order,
// for no more rows than the page holds, and those walks are merged: what is read grows with the places and the page, not
// with the actions. The filter means what core's `matches` means, with each place's own today.
import { isDescending, parseDay, queryKey } from '@followthrough/core/domain';
import type { ActionListRequest, ListAnswer, VisibleContainer } from '@followthrough/core/local-backend';
import type { ActionFilter, ActionRecord, ActionSort, ActionStatus, Id } from '@followthrough/core/schema';
import { type RawBuilder, sql } from 'kysely';
import type { Query } from '../database/database.ts';
import { actionStorage, containerText } from './action-row.ts';
import { follows } from './keyset.ts';
import type { Row } from './storage.ts';

type Condition = RawBuilder<unknown>;

const ORDER_COLUMN: Record<ActionSort, string> = {
  due: 'due_key',
  '-due': 'due_down_key',
  created: 'created_at',
  '-created': 'created_at',
  updated: 'updated_at',
  '-updated': 'updated_at',
  title: 'title_key',
  '-title': 'title_key',
};

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
const OPEN_STATUSES: readonly ActionStatus[] = ['todo', 'overdue', 'inProgress'];

/** One page of the actions of the request's places, of one workspace. */
export async function listActions(
  query: Query,
  workspaceId: Id,
  request: ActionListRequest,
): Promise<ListAnswer<ActionRecord>> {
  const places = placesOf(request);
  if (places.length === 0) return { records: [], more: false, count: request.count ? 0 : null };
  const page = await pageQuery(workspaceId, places, request).execute(query);
  const count = request.count ? await countQuery(workspaceId, places, request.filter).execute(query) : null;
  return {
    records: page.rows.slice(0, request.limit).map((row) => actionStorage.fromRow(row)),
    more: page.rows.length > request.limit,
    count: count === null ? null : (count.rows[0]?.count ?? 0),
  };
}

/** The query of a page: at most one row more than its limit, which tells whether more follow. */
export function pageQuery(
  workspaceId: Id,
  places: readonly VisibleContainer[],
  { filter, sort, after, limit }: ActionListRequest,
): RawBuilder<Row> {
  const column = ORDER_COLUMN[sort];
  const key = sql.ref(`a.${column}`);
  const keyset = { key, id: sql.ref('a.id'), descending: isDescending(sort), instant: column.endsWith('_at') };
  const order = keyset.descending ? sql`desc` : sql`asc`;
  const conditions = [...conditionsOf(filter), ...(after ? [follows(after, keyset)] : [])];
  // The walks carry keys only; whole rows are fetched for those of the page alone.
  return sql<Row>`
    select a.* from (
      select walk.key, walk.id from ${placeList(places)} cross join lateral (
        select ${key} as key, a.id from action a
        where a.workspace_id = ${workspaceId} and a.container = place.container and a.deleted_at is null
          ${all(conditions)}
        order by ${key} ${order}, a.id limit ${limit + 1}
      ) walk
      order by walk.key ${order}, walk.id limit ${limit + 1}
    ) page join action a on a.workspace_id = ${workspaceId} and a.id = page.id
    order by page.key ${order}, page.id`;
}

/** The query that counts all that match, whatever the page. */
export function countQuery(
  workspaceId: Id,
  places: readonly VisibleContainer[],
  filter: ActionFilter,
): RawBuilder<{ count: number }> {
  // Place by place, as a page is walked: each along an index, however many places there are.
  return sql<{ count: number }>`
    select coalesce(sum(walk.count), 0)::integer as count from ${placeList(places)} cross join lateral (
      select count(*) as count from action a
      where a.workspace_id = ${workspaceId} and a.container = place.container and a.deleted_at is null
        ${all(conditionsOf(filter))}
    ) walk`;
}

/** The places that the filter leaves; none where it asks for what no place of these kinds has. */
export function placesOf({ containers, filter }: Pick<ActionListRequest, 'containers' | 'filter'>): VisibleContainer[] {
  // Whose turn it is, is told of rooms' actions alone.
  if (filter.side !== undefined) return [];
  if (filter.context === undefined) return [...containers];
  const [type, id] = filter.context.split(':', 2);
  return containers.filter((place) => place.type === type && (id === undefined || place.id === id));
}

function placeList(places: readonly VisibleContainer[]): Condition {
  const containers = places.map(containerText);
  const todays = places.map(({ today }) => today);
  return sql`unnest(${containers}::text[], ${todays}::integer[]) as place (container, today)`;
}

function all(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`` : sql`and ${sql.join(conditions, sql` and `)}`;
}

function conditionsOf({ status, assignee, overdue, dueFrom, dueTo, recent, query }: ActionFilter): Condition[] {
  const conditions: Condition[] = [];
  if (status !== undefined) conditions.push(...hasStatus(status));
  if (assignee !== undefined) conditions.push(sql`a.assignee_type = 'person' and a.assignee_id = ${assignee}`);
  if (overdue !== undefined) conditions.push(overdue ? OVERDUE : sql`(${OVERDUE}) is not true`);
  if (dueFrom !== undefined) conditions.push(sql`a.due_day >= ${parseDay(dueFrom)}`);
  if (dueTo !== undefined) conditions.push(sql`a.due_day <= ${parseDay(dueTo)}`);
  if (recent !== undefined) conditions.push(sql`(${OPEN} or a.closed_day >= place.today - ${recent}::integer)`);
  const words = query === undefined ? '' : queryKey(query);
  if (words !== '') conditions.push(sql`strpos(a.search_key, ${words}) > 0`);
  return conditions;
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
