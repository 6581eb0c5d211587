// One page of a list of actions in SQL. Each place that the viewer sees is walked along an index in the list's order,
// for no more rows than the page holds, and those walks are merged: what is read grows with the places and the page, not
// with the actions. The filter means what core's `matches` means, with each place's own today.
import {
  type EveryEngagement,
  type HeldBy,
  heldBy,
  isDescending,
  NO_ASSIGNEE,
  parseDay,
  queryKey,
} from '@followthrough/core/domain';
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

/** Whose eyes places are seen with: of those who see everything in them, or of those who do not. */
type Reader = 'insider' | 'guest' | 'coachee' | 'spectator';
const READERS: readonly Reader[] = ['insider', 'guest', 'coachee', 'spectator'];

/** The order `updated` as they have it. */
const UPDATED_COLUMN: Record<Reader, string> = {
  insider: 'updated_at',
  guest: 'guests_updated_at',
  coachee: 'coachees_updated_at',
  spectator: 'spectators_updated_at',
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

/** One page of the actions of the request's places, of one workspace. */
export async function listActions(
  query: Query,
  workspaceId: Id,
  request: ActionListRequest,
): Promise<ListAnswer<ActionRecord>> {
  const places = placesOf(request);
  const everyEngagement = everyEngagementOf(request);
  if (places.length === 0 && !everyEngagement) return { records: [], more: false, count: request.count ? 0 : null };
  const page = await pageQuery(workspaceId, places, { ...request, everyEngagement }).execute(query);
  const counting = request.count ? countQuery(workspaceId, places, request.filter, everyEngagement) : null;
  const count = counting && (await counting.execute(query));
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
  { everyEngagement, filter, sort, after, limit }: Omit<ActionListRequest, 'containers'>,
): RawBuilder<Row> {
  const isDown = isDescending(sort);
  const order = isDown ? sql`desc` : sql`asc`;
  // The walks carry keys only; whole rows are fetched for those of the page alone.
  const walks = groupsOf(places, everyEngagement).map((group) => {
    const column = sort.endsWith('updated') ? UPDATED_COLUMN[group.reader] : ORDER_COLUMN[sort];
    const key = sql.ref(`a.${column}`);
    const keyset = { key, id: sql.ref('a.id'), descending: isDown, instant: column.endsWith('_at') };
    const conditions = [...conditionsOf(workspaceId, group, filter), ...(after ? [follows(after, keyset)] : [])];
    const walk = sql`(
      select ${key} as key, a.id from ${actionsOf(workspaceId, group, conditions)}
      order by ${key} ${order}, a.id limit ${limit + 1}
    ) walk`;
    if (group.every) return sql`select walk.key, walk.id from ${walk}`;
    return sql`select walk.key, walk.id from ${placeList(group, filter)} cross join lateral ${walk}`;
  });
  return sql<Row>`
    select a.* from (
      select walk.key, walk.id from (${sql.join(walks, sql` union all `)}) walk
      order by walk.key ${order}, walk.id limit ${limit + 1}
    ) page join action a on a.workspace_id = ${workspaceId} and a.id = page.id
    order by page.key ${order}, page.id`;
}

/** The query that counts all that match, whatever the page. */
export function countQuery(
  workspaceId: Id,
  places: readonly VisibleContainer[],
  filter: ActionFilter,
  everyEngagement?: EveryEngagement,
): RawBuilder<{ count: number }> {
  // Place by place, as a page is walked: each along an index, however many places there are.
  const counts = groupsOf(places, everyEngagement).map((group) => {
    const conditions = conditionsOf(workspaceId, group, filter);
    const walk = sql`(select count(*) as count from ${actionsOf(workspaceId, group, conditions)}) walk`;
    if (group.every) return sql`select walk.count from ${walk}`;
    return sql`select walk.count from ${placeList(group, filter)} cross join lateral ${walk}`;
  });
  return sql<{ count: number }>`
    select coalesce(sum(walk.count), 0)::integer as count from (${sql.join(counts, sql` union all `)}) walk`;
}

/** The places that the filter leaves; none where it asks for what no place of these kinds has. */
export function placesOf({ containers, filter }: Pick<ActionListRequest, 'containers' | 'filter'>): VisibleContainer[] {
  // Whose turn it is, is told of rooms' actions alone.
  const asked = filter.side === undefined ? containers : containers.filter(({ type }) => type === 'room');
  if (filter.context === undefined) return [...asked];
  const [type, id] = filter.context.split(':', 2);
  return asked.filter((place) => place.type === type && (id === undefined || place.id === id));
}

/** Every engagement, where the filter leaves them. */
export function everyEngagementOf({
  everyEngagement,
  filter,
}: Pick<ActionListRequest, 'everyEngagement' | 'filter'>): EveryEngagement | undefined {
  const type = filter.context?.split(':', 1)[0];
  return filter.side === undefined && (type ?? 'engagement') === 'engagement' ? everyEngagement : undefined;
}

/** Places that are walked alike: those that are not seen whole have an order and conditions of their own. */
interface PlaceGroup {
  reader: Reader;
  hasRooms: boolean;
  places: VisibleContainer[];
  /** All engagements in one walk, and no places. */
  every?: EveryEngagement;
}

function groupsOf(places: readonly VisibleContainer[], every: EveryEngagement | undefined): PlaceGroup[] {
  const groups: PlaceGroup[] = READERS.map((reader) => {
    const inside = places.filter((place) => readerOf(place) === reader);
    return { reader, hasRooms: inside.some(({ type }) => type === 'room'), places: inside };
  }).filter((group) => group.places.length > 0);
  return every ? [...groups, { reader: 'insider', hasRooms: false, places: [], every }] : groups;
}

/** The actions `a` of a place, or of every engagement, that these conditions hold of, with the place's today. */
function actionsOf(workspaceId: Id, { every }: PlaceGroup, conditions: readonly Condition[]): Condition {
  const standing = sql`a.workspace_id = ${workspaceId} and a.deleted_at is null`;
  if (!every) return sql`action a where ${standing} and a.container = place.container ${all(conditions)}`;
  return sql`action a
    join engagement e on e.workspace_id = ${workspaceId} and e.id = a.engagement_id and e.deleted is null
    cross join lateral (select ${todayAmong(every)} as today) place
    where ${standing} and a.context_type = 'engagement' ${all(conditions)}`;
}

/** Today on the clock of the engagement `e`: in few zones it is another day than in the workspace's. */
function todayAmong({ today, todays }: EveryEngagement): Condition {
  const others = Map.groupBy(todays, ([, day]) => day);
  others.delete(today);
  if (others.size === 0) return sql`${today}::integer`;
  const cases = Array.from(others, ([day, zones]) => {
    return sql`when e.time_zone = any(${zones.map(([zone]) => zone)}::text[]) then ${day}::integer`;
  });
  return sql`case ${sql.join(cases, sql` `)} else ${today}::integer end`;
}

function readerOf({ room, engagement }: VisibleContainer): Reader {
  if (room?.whole === false) return 'guest';
  const role = engagement?.role;
  return role === 'coachee' || role === 'spectator' ? role : 'insider';
}

/** The places as rows: each with its today, and where somebody's actions are asked for, what else they hold there. */
function placeList({ places, hasRooms }: PlaceGroup, { assignee }: ActionFilter): Condition {
  const containers = places.map(containerText);
  const todays = places.map(({ today }) => today);
  if (assignee === undefined || assignee === NO_ASSIGNEE || !hasRooms)
    return sql`unnest(${containers}::text[], ${todays}::integer[]) as place (container, today)`;
  const held = places.map(({ room }): HeldBy => (room ? heldBy(assignee, room) : NOTHING));
  const flags = (name: keyof HeldBy) => sql`${held.map((by) => by[name])}::boolean[]`;
  return sql`unnest(
    ${containers}::text[], ${todays}::integer[], ${flags('contact')}, ${flags('formerContact')}, ${flags('company')}
  ) as place (container, today, contact, former_contact, company)`;
}

const NOTHING: HeldBy = { contact: false, formerContact: false, company: false };

function all(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`` : sql`and ${sql.join(conditions, sql` and `)}`;
}

function conditionsOf(workspaceId: Id, { reader, hasRooms, every }: PlaceGroup, filter: ActionFilter): Condition[] {
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
