// A tenant's transaction: every row it reads or writes is of one workspace. Each query says so itself; row-level
// security says it again, bound to a setting that ends with the transaction.
import type { Id } from '@followthrough/core/schema';
import { sql } from 'kysely';
import type { Database, Query } from './database.ts';

/**
 * Runs `work` in one transaction that sees the rows of one workspace only; kept where it resolves, undone where it
 * rejects.
 */
export function inWorkspace<T>(database: Database, workspaceId: Id, work: (query: Query) => Promise<T>): Promise<T> {
  return database.query.transaction().execute(async (query) => {
    const role = database.tenantRole;
    await (
      role === null
        ? sql`select set_config('followthrough.workspace', ${workspaceId}, true)`
        : sql`select set_config('followthrough.workspace', ${workspaceId}, true), set_config('role', ${role}, true)`
    ).execute(query);
    return work(query);
  });
}
