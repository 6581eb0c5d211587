// What a meeting's agenda is worked out from, in SQL: the actions of its relationship that are open, or of the meeting, or
// changed since the meeting before – each found along an index of its own – and all changes of their states.
import type { AgendaRequest, AgendaRows } from '@followthrough/core/local-backend';
import type { Id } from '@followthrough/core/schema';
import { type RawBuilder, sql } from 'kysely';
import type { Query } from '../database/database.ts';
import { containerText } from './action-row.ts';
import { STORAGES } from './rows.ts';
import type { Row } from './storage.ts';

/** The rows of an agenda, of one workspace. */
export async function agendaRows(query: Query, workspaceId: Id, request: AgendaRequest): Promise<AgendaRows> {
  const actions = (await agendaActionsQuery(workspaceId, request).execute(query)).rows.map(STORAGES.action.fromRow);
  const changes = await agendaChangesQuery(
    workspaceId,
    actions.map(({ id }) => id),
  ).execute(query);
  return { actions, changes: changes.rows.map(STORAGES.stateChange.fromRow) };
}

/** The query of the actions. */
export function agendaActionsQuery(
  workspaceId: Id,
  { relationshipId, meetingId, since }: AgendaRequest,
): RawBuilder<Row> {
  const here = sql`workspace_id = ${workspaceId} and container = ${containerText({ type: 'relationship', id: relationshipId })}
    and deleted_at is null`;
  if (since === null) return sql<Row>`select * from action where ${here}`;
  return sql<Row>`
    select * from action where ${here} and state in ('todo', 'inProgress')
    union all
    select * from action where ${here} and state not in ('todo', 'inProgress') and updated_at >= ${since}::timestamptz
    union all
    select * from action where ${here} and state not in ('todo', 'inProgress') and updated_at < ${since}::timestamptz
      and meeting_id = ${meetingId}`;
}

/** The query of the changes of their states. */
export function agendaChangesQuery(workspaceId: Id, actionIds: readonly Id[]): RawBuilder<Row> {
  return sql<Row>`
    select * from state_change
    where workspace_id = ${workspaceId} and action_id = any(${actionIds}::text[]) order by action_id, at, id`;
}
