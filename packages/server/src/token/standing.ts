// What the data says of a token's holder, looked up at each request and kept for a moment: whether the person is (still)
// in the workspace, and whether the session or the person's earlier tokens were revoked (api.md R-T-3: within 5 s).
import { BackendError } from '@followthrough/core/backend';
import type { Id } from '@followthrough/core/schema';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { inWorkspace } from '../database/tenant.ts';
import type { Token } from './verify-token.ts';

const KEPT_MS = 2000;
const MOST_KEPT = 10_000;

/** Rejects with `token-invalid` where the token's holder has no standing in its workspace. */
export type CheckStanding = (token: Token, now: number) => Promise<void>;

/** Makes the check; it remembers a good answer for two seconds. */
export function createStandingCheck(database: Database): CheckStanding {
  const good = new Map<string, number>();
  return async (token, now) => {
    const key = `${token.workspaceId} ${token.personId} ${token.issuedAt} ${token.sessionId}`;
    const until = good.get(key);
    if (until !== undefined && until > now && until <= now + KEPT_MS) return;
    good.delete(key);
    if (!(await stands(database, token))) {
      throw new BackendError('token-invalid', { detail: 'The token is not one that this backend takes.' });
    }
    if (good.size >= MOST_KEPT) good.clear();
    good.set(key, now + KEPT_MS);
  };
}

/**
 * Ends a session, or all of a person's tokens issued up to now. Takes effect within five seconds.
 * @param now milliseconds since 1970-01-01T00:00Z
 */
export async function revoke(
  database: Database,
  workspaceId: Id,
  what: { sid: string } | { sub: Id },
  now: number,
): Promise<void> {
  const [type, value] = 'sid' in what ? ['sid', what.sid] : ['sub', what.sub];
  await inWorkspace(database, workspaceId, (query) =>
    sql`insert into revocation (workspace_id, type, value, revoked_at)
      values (${workspaceId}, ${type}, ${value}, ${new Date(now).toISOString()})
      on conflict (workspace_id, type, value) do update set revoked_at = excluded.revoked_at`.execute(query),
  );
}

function stands(database: Database, { workspaceId, personId, sessionId, issuedAt }: Token): Promise<boolean> {
  return inWorkspace(database, workspaceId, async (query) => {
    const { rows } = await sql<{ stands: boolean }>`
      select exists (select from person where workspace_id = ${workspaceId} and id = ${personId})
        and not exists (
          select from revocation where workspace_id = ${workspaceId} and (
            (type = 'sid' and value = ${sessionId})
            or (type = 'sub' and value = ${personId} and to_timestamp(${issuedAt}::bigint) <= revoked_at)
          )
        ) as stands`.execute(query);
    return rows[0]?.stands === true;
  });
}
