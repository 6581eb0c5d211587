// One page of a list other than of actions, in SQL: read along an index in the list's order, for no more rows than the
// page holds. What such a list holds and its keys are core's (LISTINGS).
import { queryKey } from '@followthrough/core/domain';
import {
  type Kinds,
  type ListAnswer,
  type ListedKind,
  LISTINGS,
  type Listings,
  type PageRequest,
} from '@followthrough/core/local-backend';
import type { Id } from '@followthrough/core/schema';
import { type RawBuilder, sql } from 'kysely';
import type { Query } from '../database/database.ts';
import { follows } from './keyset.ts';
import { STORAGES } from './rows.ts';
import type { Row, Storage } from './storage.ts';

type Condition = RawBuilder<unknown>;

const ORDER_COLUMN: Record<ListedKind, string> = {
  person: 'name_key',
  company: 'name_key',
  group: 'name_key',
  relationship: 'created_at',
  room: 'name_key',
  template: 'name_key',
  invoicingMethod: 'name_key',
  meeting: 'starts_at',
  notification: 'at',
};

/** What each list holds: one condition, or several of which each holds other things, each to be walked by its own index. */
const WALKS: { [K in ListedKind]: (where: Listings[K]) => Condition[] } = {
  person({ seen, side, query }) {
    const rest = sql`${side === undefined ? sql`true` : sql`t.side = ${side}`} and ${holds(query)}`;
    if (seen === 'everybody') return [rest];
    const named = sql`t.id = any(${[...seen.ids]}::text[]) and ${rest}`;
    if (seen.companyId === null) return [named];
    return [
      sql`t.company_id = ${seen.companyId} and ${rest}`,
      sql`t.company_id is distinct from ${seen.companyId} and ${named}`,
    ];
  },
  company: ({ query }) => [holds(query)],
  group: ({ query }) => [holds(query)],
  relationship: ({ among }) => [among ? sql`t.id = any(${[...among]}::text[])` : sql`true`],
  room: ({ query, among }) => [
    sql`t.deleted is null and ${holds(query)} and ${among ? sql`t.id = any(${[...among]}::text[])` : sql`true`}`,
  ],
  template: ({ query, kinds }) => [
    sql`t.deleted is null and ${holds(query)}
      and ${kinds ? sql`t.content ->> 'kind' = any(${[...kinds]}::text[])` : sql`true`}`,
  ],
  invoicingMethod: ({ query }) => [holds(query)],
  meeting: ({ relationshipId }) => [sql`t.relationship_id = ${relationshipId}`],
  notification: ({ personId, causes, unread }) => [
    sql`t.person_id = ${personId} and t.on_platform and ${unread ? sql`t.read_at is null` : sql`true`}
      and ${causes ? sql`t.cause = any(${[...causes]}::text[])` : sql`true`}`,
  ],
};

/** One page of a kind's list, of one workspace. */
export async function listThings<K extends ListedKind>(
  query: Query,
  workspaceId: Id,
  kind: K,
  where: Listings[K],
  page: PageRequest,
): Promise<ListAnswer<Kinds[K]>> {
  const { fromRow }: Storage<K> = STORAGES[kind];
  const { rows } = await listingQuery(workspaceId, kind, where, page).execute(query);
  const counted = page.count ? await listingCountQuery(workspaceId, kind, where).execute(query) : null;
  return {
    records: rows.slice(0, page.limit).map(fromRow),
    more: rows.length > page.limit,
    count: counted === null ? null : (counted.rows[0]?.count ?? 0),
  };
}

/** The query of a page: at most one row more than its limit, which tells whether more follow. */
export function listingQuery<K extends ListedKind>(
  workspaceId: Id,
  kind: K,
  where: Listings[K],
  { after, limit }: PageRequest,
): RawBuilder<Row> {
  const column = ORDER_COLUMN[kind];
  const keyset = {
    key: sql.ref(`t.${column}`),
    id: sql.ref('t.id'),
    descending: LISTINGS[kind].descending,
    instant: column === 'at' || column.endsWith('_at'),
  };
  const order = sql`${keyset.key} ${keyset.descending ? sql`desc` : sql`asc`}, t.id limit ${limit + 1}`;
  const walks = walksOf(kind, where).map(
    (condition) => sql`
      select t.* from ${sql.table(STORAGES[kind].table)} t
      where t.workspace_id = ${workspaceId} and ${condition} ${after ? sql`and ${follows(after, keyset)}` : sql``}
      order by ${order}`,
  );
  const [only] = walks;
  if (walks.length === 1 && only) return only as RawBuilder<Row>;
  return sql<Row>`select * from (${sql.join(
    walks.map((walk) => sql`(${walk})`),
    sql` union all `,
  )}) t order by ${order}`;
}

/** The rooms in which the person is member or guest: found along the index of their people. */
export function roomsOfQuery(workspaceId: Id, personId: Id): RawBuilder<Row> {
  return sql<Row>`
    select t.* from room t where t.workspace_id = ${workspaceId} and t.deleted is null and t.id in (
      select p.room_id from room_person p where p.workspace_id = ${workspaceId} and p.person_id = ${personId}
    )`;
}

/** The query that counts all that the list holds. */
export function listingCountQuery<K extends ListedKind>(
  workspaceId: Id,
  kind: K,
  where: Listings[K],
): RawBuilder<{ count: number }> {
  const counts = walksOf(kind, where).map(
    (condition) => sql`(
      select count(*) from ${sql.table(STORAGES[kind].table)} t where t.workspace_id = ${workspaceId} and ${condition}
    )`,
  );
  return sql<{ count: number }>`select (${sql.join(counts, sql` + `)})::integer as count`;
}

function walksOf<K extends ListedKind>(kind: K, where: Listings[K]): Condition[] {
  const walks: (where: Listings[K]) => Condition[] = WALKS[kind];
  return walks(where);
}

/** Whether the name holds the words, letter case aside. */
function holds(query = ''): Condition {
  const words = queryKey(query);
  return words === '' ? sql`true` : sql`strpos(t.search_key, ${words}) > 0`;
}
