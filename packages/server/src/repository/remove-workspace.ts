// Takes a whole workspace out of a database: what `--reset` does before it seeds anew.
import type { Id } from '@followthrough/core/schema';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { TENANT_TABLES } from '../database/tenant-tables.ts';
import { inWorkspace } from '../database/tenant.ts';

/** Removes all that the workspace holds, in one transaction. */
export async function removeWorkspace(database: Database, workspaceId: Id): Promise<void> {
  await inWorkspace(database, workspaceId, async (query) => {
    await sql`set local statement_timeout = 0`.execute(query);
    // What refers to others goes first.
    for (const table of TENANT_TABLES.toReversed()) {
      await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId}`.execute(query);
    }
  });
  await sql`delete from tenant where id = ${workspaceId}`.execute(database.query);
}
