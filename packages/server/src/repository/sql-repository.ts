// The local backend's repository of one workspace in SQL, alike on PGlite and PostgreSQL. A transaction that another one
// crossed is run again.
import { setTimeout as sleep } from 'node:timers/promises';
import {
  IdTaken,
  type Kind,
  type Kinds,
  LostRace,
  type Repository,
  type Transaction,
  type VersionedKind,
} from '@followthrough/core/local-backend';
import type { Id } from '@followthrough/core/schema';
import { type RawBuilder, sql } from 'kysely';
import type { Database, Query } from '../database/database.ts';
import { inWorkspace } from '../database/tenant.ts';
import { agendaRows } from './agenda-rows.ts';
import { conditionOf } from './criteria.ts';
import { containerText } from './action-row.ts';
import { listActions } from './action-list.ts';
import {
  engagementsOfQuery,
  engagementsTurningQuery,
  engagementZonesQuery,
  listEngagements,
} from './engagement-list.ts';
import { listThings, roomsOfQuery } from './listing.ts';
import { STORAGES } from './rows.ts';
import type { Row, Storage } from './storage.ts';

const TRIES = 8;
/** Serialization failure and deadlock: of two transactions that crossed one was undone. */
const CROSSED = new Set(['40001', '40P01']);

/** What is held by a transaction that goes on to write. */
const HELD: ReadonlySet<Kind> = new Set<Kind>(['workspace', 'room', 'engagement', 'item', 'action']);

/** What of a kind lies in which other, by a column: that is held first, so that whoever changes it has it to themselves. */
const INSIDE: Partial<Record<Kind, readonly (readonly [container: string, column: string])[]>> = {
  action: [
    ['room', 'room_id'],
    ['engagement', 'engagement_id'],
  ],
  item: [['engagement', 'engagement_id']],
};

/** A transaction that also gives its own query, for what is kept with its effects. */
export interface SqlTransaction extends Transaction {
  readonly query: Query;
}

/** Storage of one workspace in SQL. */
export interface SqlRepository extends Repository {
  transaction<T>(work: (tx: SqlTransaction) => Promise<T>): Promise<T>;
}

/** How a repository's transactions read. */
export interface SqlRepositoryOptions {
  /**
   * Whether what is read of rooms, engagements, items and actions is held until the transaction ends, in the order of ids:
   * for those that go on to write, to wait for one another and never lock each other up. What a thing lies in is held first.
   */
  holding?: boolean;
}

/**
 * The repository of one workspace.
 * @example createSqlRepository(database, 'acme').transaction((tx) => tx.get('action', id))
 */
export function createSqlRepository(
  database: Database,
  workspaceId: Id,
  { holding = false }: SqlRepositoryOptions = {},
): SqlRepository {
  return {
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await inWorkspace(database, workspaceId, async (query) => {
            const { tx, end } = openTransaction(query, workspaceId, holding);
            return await work(tx).finally(end);
          });
        } catch (error) {
          if (!isLostRace(error) || attempt === TRIES) throw error;
          // A little later, and not all at the same moment.
          await sleep(Math.random() * 5 * 2 ** attempt);
        }
      }
    },
  };
}

/** Whether another transaction crossed this one; told as it is, or as the cause of a backend's failure. */
function isLostRace(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof LostRace) return true;
  if ('code' in error && typeof error.code === 'string' && CROSSED.has(error.code)) return true;
  return isLostRace(error.cause);
}

/** A transaction that has begun; once it is ended its calls are refused, for its connection is another's by then. */
function openTransaction(query: Query, workspaceId: Id, holding: boolean): { tx: SqlTransaction; end: () => void } {
  let ended = false;

  function open(): Query {
    if (ended) throw new TypeError('This transaction has ended: await every call before its work returns.');
    return query;
  }

  async function select<K extends Kind>(kind: K, condition: RawBuilder<unknown>): Promise<Kinds[K][]> {
    const { table, columns, fromRow }: Storage<K> = STORAGES[kind];
    const hold = holding && HELD.has(kind) ? sql`order by ${sql.ref(columns.id)} for no key update` : sql``;
    for (const [container, column] of (holding && INSIDE[kind]) || []) {
      await sql`select id from ${sql.table(container)} where workspace_id = ${workspaceId} and id in (
        select ${sql.ref(column)} from ${sql.table(table)} where workspace_id = ${workspaceId} and ${condition}
      ) order by id for no key update`.execute(open());
    }
    const { rows } = await sql<Row>`
      select * from ${sql.table(table)} where workspace_id = ${workspaceId} and ${condition} ${hold}
    `.execute(open());
    return rows.map(fromRow);
  }

  async function add<K extends Kind>(kind: K, entities: readonly Kinds[K][]): Promise<void> {
    if (entities.length === 0) return;
    const { table, toRow }: Storage<K> = STORAGES[kind];
    const rows = JSON.stringify(entities.map((entity) => ({ workspace_id: workspaceId, ...toRow(entity) })));
    // Doing nothing where the id is taken leaves the transaction whole, whichever workspace holds it.
    const { numAffectedRows } = await sql`
      insert into ${sql.table(table)} select * from json_populate_recordset(null::${sql.table(table)}, ${rows})
      on conflict do nothing
    `.execute(open());
    if (numAffectedRows !== BigInt(entities.length)) throw new IdTaken(`An id is in use: ${named(entities)}.`);
  }

  /** @param step how much further the version is than what is kept */
  async function put<K extends VersionedKind>(kind: K, entities: readonly Kinds[K][], step: 0 | 1): Promise<void> {
    const [first] = entities;
    if (first === undefined) return;
    const { table, columns, toRow }: Storage<K> = STORAGES[kind];
    const id = sql.ref(columns.id);
    const values = Object.keys(toRow(first)).map((column) => sql`${sql.ref(column)} = made.${sql.ref(column)}`);
    const { numAffectedRows } = await sql`
      update ${sql.table(table)} kept set ${sql.join(values)}
      from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(entities.map(toRow))}) made
      where kept.workspace_id = ${workspaceId} and kept.${id} = made.${id} and kept.version = made.version - ${step}::integer
    `.execute(open());
    if (numAffectedRows !== BigInt(entities.length))
      throw new LostRace(`Written meanwhile, of ${kind}: ${named(entities)}.`);
  }

  const tx: SqlTransaction = {
    get query() {
      return open();
    },

    async workspace() {
      // Whoever writes goes by its calendar and zone: until they have, nobody changes it.
      const { rows } = await sql<Row>`
        select * from workspace where workspace_id = ${workspaceId} ${holding ? sql`for share` : sql``}
      `.execute(open());
      if (!rows[0]) throw new Error(`There is no workspace ${workspaceId}.`);
      return STORAGES.workspace.fromRow(rows[0]);
    },

    async get(kind, id) {
      return (await select(kind, sql`${sql.ref(STORAGES[kind].columns.id)} = ${id}`))[0] ?? null;
    },

    find: (kind, where) => select(kind, conditionOf(kind, where)),

    relationshipsOf: (personId) =>
      select(
        'relationship',
        sql`(manager_id = ${personId} or report_id = ${personId} or created_by = ${personId}
          or viewer_ids @> array[${personId}]::text[])`,
      ),

    // Not held: what a person sees is asked before it is known what will be written.
    async roomsOf(personId) {
      const { rows } = await roomsOfQuery(workspaceId, personId).execute(open());
      return rows.map((row) => STORAGES.room.fromRow(row));
    },

    // Not held either.
    async engagementsOf(personId) {
      const { rows } = await engagementsOfQuery(workspaceId, personId).execute(open());
      return rows.map((row) => STORAGES.engagement.fromRow(row));
    },

    async engagementZones() {
      const { rows } = await engagementZonesQuery(workspaceId).execute(open());
      return rows.map(({ zone }) => zone);
    },

    async engagementsTurning(by) {
      const { rows } = await engagementsTurningQuery(workspaceId, by).execute(open());
      return rows.map((row) => STORAGES.engagement.fromRow(row));
    },

    actionsOfRoom: (roomId) =>
      select('action', sql`container = ${containerText({ type: 'room', id: roomId })} and deleted_at is null`),

    async agendaRows(request) {
      return agendaRows(open(), workspaceId, request);
    },

    async hold(roomId) {
      const { rows } = await sql<Row>`
        select * from room where workspace_id = ${workspaceId} and id = ${roomId} for no key update
      `.execute(open());
      return rows[0] ? STORAGES.room.fromRow(rows[0]) : null;
    },

    async holdEngagements(ids) {
      const { rows } = await sql<Row>`
        select * from engagement where workspace_id = ${workspaceId} and id = any(${[...ids]}::text[])
        order by id for no key update
      `.execute(open());
      return rows.map((row) => STORAGES.engagement.fromRow(row));
    },

    insert: (kind, entity) => add(kind, [entity]),
    insertAll: (kind, entities) => add(kind, entities),

    replace: (kind, entity) => put(kind, [entity], 1),
    replaceAll: (kind, entities) => put(kind, entities, 1),
    restate: (kind, entities) => put(kind, entities, 0),

    async list(kind, where, page) {
      return listThings(open(), workspaceId, kind, where, page);
    },

    async listActions(request) {
      return listActions(open(), workspaceId, request);
    },

    async listEngagements(request) {
      return listEngagements(open(), workspaceId, request);
    },
  };
  return { tx, end: () => void (ended = true) };
}

function named(entities: readonly { id: Id }[]): string {
  return entities
    .slice(0, 3)
    .map(({ id }) => id)
    .join(', ');
}
