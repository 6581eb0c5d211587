// One page of a workspace's engagements in SQL: read along an index in the list's order, or, where the filter names one
// person or group, along theirs. The filter means what core's `matchesEngagement` means.
import { queryKey } from '@followthrough/core/domain';
import type { EngagementListRequest, ListAnswer } from '@followthrough/core/local-backend';
import type {
  CivilDate,
  EngagementFilter,
  EngagementRecord,
  EngagementSort,
  Id,
  TimeZone,
} from '@followthrough/core/schema';
import { type RawBuilder, sql } from 'kysely';
import type { Query } from '../database/database.ts';
import { engagementStorage } from './engagement-rows.ts';
import { follows } from './keyset.ts';
import type { Row } from './storage.ts';

type Condition = RawBuilder<unknown>;

const ORDER_COLUMN: Record<EngagementSort, string> = {
  title: 'title_key',
  '-title': 'title_key',
  start: 'start_key',
  '-start': 'start_down_key',
  updated: 'updated_at',
  '-updated': 'updated_at',
};

/** One page of the workspace's engagements. */
export async function listEngagements(
  query: Query,
  workspaceId: Id,
  request: EngagementListRequest,
): Promise<ListAnswer<EngagementRecord>> {
  const page = await engagementPageQuery(workspaceId, request).execute(query);
  const count = request.count ? await engagementCountQuery(workspaceId, request).execute(query) : null;
  return {
    records: page.rows.slice(0, request.limit).map((row) => engagementStorage.fromRow(row)),
    more: page.rows.length > request.limit,
    count: count === null ? null : (count.rows[0]?.count ?? 0),
  };
}

/** The query of a page: at most one row more than its limit, which tells whether more follow. */
export function engagementPageQuery(
  workspaceId: Id,
  { filter, sort, among, after, limit }: EngagementListRequest,
): RawBuilder<Row> {
  const column = ORDER_COLUMN[sort];
  const descending = sort.startsWith('-');
  const keyset = {
    key: sql.ref(`e.${column}`),
    id: sql.ref('e.id'),
    descending,
    instant: column.endsWith('_at'),
  };
  return sql<Row>`
    select e.* from engagement e
    where ${matching(workspaceId, filter, among)} ${after ? sql`and ${follows(after, keyset)}` : sql``}
    order by ${keyset.key} ${descending ? sql`desc` : sql`asc`}, e.id limit ${limit + 1}`;
}

/** The query that counts all that match. */
export function engagementCountQuery(
  workspaceId: Id,
  { filter, among }: Pick<EngagementListRequest, 'filter' | 'among'>,
): RawBuilder<{ count: number }> {
  return sql<{ count: number }>`
    select count(*)::integer as count from engagement e where ${matching(workspaceId, filter, among)}`;
}

/** The engagements in which the person is coach, coachee or spectator: found along the index of parts. */
export function engagementsOfQuery(workspaceId: Id, personId: Id): RawBuilder<Row> {
  return sql<Row>`
    select e.* from engagement e where e.workspace_id = ${workspaceId} and e.deleted is null and e.id in (
      select p.engagement_id from engagement_part p where p.workspace_id = ${workspaceId} and p.person_id = ${personId}
    )`;
}

/** The zones that engagements name: from each to the next along their index, however many engagements name it. */
export function engagementZonesQuery(workspaceId: Id): RawBuilder<{ zone: TimeZone }> {
  const after = (least: Condition) => sql`(
    select e.time_zone from engagement e where e.workspace_id = ${workspaceId} and e.time_zone > ${least}
    order by e.time_zone limit 1
  )`;
  return sql<{ zone: TimeZone }>`
    with recursive named as (
      select ${after(sql`''`)} as zone union all select ${after(sql`named.zone`)} from named where named.zone is not null
    ) select zone from named where zone is not null`;
}

/** The engagements that turn on this day or did before. */
export function engagementsTurningQuery(workspaceId: Id, by: CivilDate): RawBuilder<Row> {
  return sql<Row>`
    select e.* from engagement e
    where e.workspace_id = ${workspaceId} and e.deleted is null and e.turns_on <= ${by}`;
}

function matching(workspaceId: Id, filter: EngagementFilter, among: EngagementListRequest['among']): Condition {
  const { status, shared, coach, coachee, group, from, to, query } = filter;
  const conditions: Condition[] = [sql`e.workspace_id = ${workspaceId} and e.deleted is null`];
  if (among !== undefined) conditions.push(sql`e.id = any(${[...among]}::text[])`);
  if (status !== undefined) conditions.push(sql`e.status = ${status}`);
  if (shared !== undefined) conditions.push(shared ? sql`e.shared_at is not null` : sql`e.shared_at is null`);
  if (coach !== undefined) conditions.push(sql`e.coach_id = ${coach}`);
  if (coachee !== undefined) {
    conditions.push(sql`e.id in (
      select p.engagement_id from engagement_part p
      where p.workspace_id = ${workspaceId} and p.person_id = ${coachee} and p.part = 'coachee'
    )`);
  }
  if (group !== undefined) conditions.push(sql`e.group_id = ${group}`);
  // What has neither start nor end touches no day; one that is open on one side goes on for ever there.
  if (from !== undefined || to !== undefined)
    conditions.push(sql`(e.start_date is not null or e.end_date is not null)`);
  if (to !== undefined) conditions.push(sql`(e.start_date is null or e.start_date <= ${to})`);
  if (from !== undefined) conditions.push(sql`(e.end_date is null or e.end_date >= ${from})`);
  const words = query === undefined ? '' : queryKey(query);
  if (words !== '') conditions.push(sql`strpos(e.search_key, ${words}) > 0`);
  return sql.join(conditions, sql` and `);
}
