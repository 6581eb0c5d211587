// Puts a whole workspace into a database at once: the demo's beginning, a test's world, a host's first import.
import { type Kind, type Kinds, presentForm, type WorkspaceSnapshot } from '@followthrough/core/local-backend';
import { sql } from 'kysely';
import type { Database, Query } from '../database/database.ts';
import { inWorkspace } from '../database/tenant.ts';
import { STORAGES } from './rows.ts';
import type { Row, Storage } from './storage.ts';

/** What a new workspace has besides its snapshot. */
export interface SeedOptions {
  /** The exact origins whose pages may call for it, such as `https://portal.example`. */
  origins?: readonly string[];
}

/** Rows sent in one statement. */
const BATCH = 2000;

/**
 * Adds a workspace with all that its snapshot holds, in one transaction.
 * @throws where an id of it is in use already
 * @example await seedWorkspace(database, { workspace, people: [ada] }, { origins: ['https://portal.example'] })
 */
export async function seedWorkspace(
  database: Database,
  snapshot: WorkspaceSnapshot,
  { origins = [] }: SeedOptions = {},
): Promise<void> {
  const workspaceId = snapshot.workspace.id;
  // The list of tenants is nobody's own: written before the transaction takes on the tenant's role.
  await sql`insert into tenant (id, origins) values (${workspaceId}, ${[...origins]}::text[])
    on conflict (id) do update set origins = excluded.origins`.execute(database.query);
  await inWorkspace(database, workspaceId, async (query) => {
    await sql`set local statement_timeout = 0`.execute(query);
    const add = <K extends Kind>(kind: K, entities: readonly Kinds[K][] = []) => {
      const { table, toRow }: Storage<K> = STORAGES[kind];
      return insertRows(
        query,
        table,
        entities.map((entity) => ({ workspace_id: workspaceId, ...toRow(entity) })),
      );
    };
    // What is referred to comes first.
    await add('workspace', [snapshot.workspace]);
    await add('company', snapshot.companies);
    await add('person', snapshot.people);
    await add('group', snapshot.groups);
    await add('relationship', snapshot.relationships);
    await add('meeting', snapshot.meetings);
    await add('room', snapshot.rooms);
    await add('section', snapshot.sections);
    await add('template', snapshot.templates);
    await add('invoicingMethod', snapshot.invoicingMethods);
    await add('engagement', snapshot.engagements);
    await add('item', snapshot.items);
    await add('action', snapshot.actions?.map(presentForm));
    await add('stateChange', snapshot.stateChanges);
    await add('notification', snapshot.notifications);
    await add('preferences', snapshot.preferences);
  });
}

/** Whether the database holds the workspace. */
export async function hasWorkspace(database: Database, workspaceId: string): Promise<boolean> {
  return inWorkspace(database, workspaceId, async (query) => {
    const { rows } = await sql`select 1 from workspace where workspace_id = ${workspaceId}`.execute(query);
    return rows.length > 0;
  });
}

async function insertRows(query: Query, table: string, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = JSON.stringify(rows.slice(from, from + BATCH));
    await sql`insert into ${sql.table(table)}
      select * from json_populate_recordset(null::${sql.table(table)}, ${batch})`.execute(query);
  }
}
