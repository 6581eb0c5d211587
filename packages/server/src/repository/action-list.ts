// One page of a list of actions in SQL. Each place that the viewer sees is walked along an index in the list's order,
// for no more rows than the page holds, and those walks are merged: what is read grows with the places and the page, not
// with the actions. The filter means what core's `matches` means, with each place's own today.
import { type EveryEngagement, type HeldBy, heldBy, isDescending, NO_ASSIGNEE } from '@followthrough/core/domain';
import type { ActionListRequest, ListAnswer, VisibleContainer } from '@followthrough/core/local-backend';
import type { ActionFilter, ActionRecord, ActionSort, Id } from '@followthrough/core/schema';
import { type RawBuilder, sql } from 'kysely';
import type { Query } from '../database/database.ts';
import { type Condition, conditionsOf, type Reader, READERS, type WalkedAlike } from './action-conditions.ts';
import { actionStorage, containerText } from './action-row.ts';
import { follows } from './keyset.ts';
import type { Row } from './storage.ts';

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

/** The order `updated` as they have it. */
const UPDATED_COLUMN: Record<Reader, string> = {
  insider: 'updated_at',
  guest: 'guests_updated_at',
  coachee: 'coachees_updated_at',
  spectator: 'spectators_updated_at',
};

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
function everyEngagementOf({
  everyEngagement,
  filter,
}: Pick<ActionListRequest, 'everyEngagement' | 'filter'>): EveryEngagement | undefined {
  const type = filter.context?.split(':', 1)[0];
  return filter.side === undefined && (type ?? 'engagement') === 'engagement' ? everyEngagement : undefined;
}

/** Places that are walked alike: those that are not seen whole have an order and conditions of their own. */
interface PlaceGroup extends WalkedAlike {
  /** None where it is of all engagements. */
  places: VisibleContainer[];
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
