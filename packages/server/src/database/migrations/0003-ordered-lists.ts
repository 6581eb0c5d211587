// Lists besides that of actions are read along an index: people, companies and groups by core's key of their names (which
// those that are there already are given here), relationships as they were made, meetings latest first.
import { sql } from 'kysely';
import { nameKeys } from '../../repository/name-keys.ts';
import type { Query } from '../database.ts';
import type { Migration } from '../migration.ts';

const NAMED = ['person', 'company', 'member_group'];
const BATCH = 1000;

export const orderedLists: Migration = {
  number: 3,
  name: 'ordered-lists',
  statements: [
    ...NAMED.flatMap((table) => [
      `alter table ${table} add column name_key text collate "C", add column search_key text`,
      // The rows of every workspace at once, which security by row keeps even from the tables' owner.
      `alter table ${table} no force row level security`,
      (query: Query) => fillNameKeys(query, table),
      `alter table ${table} force row level security`,
      `alter table ${table} alter column name_key set not null, alter column search_key set not null`,
      `create index ${table}_by_name on ${table} (workspace_id, name_key, id)`,
    ]),
    'create index person_by_side on person (workspace_id, side, name_key, id)',
    'create index person_by_company on person (workspace_id, company_id, name_key, id)',
    'create index relationship_by_creation on relationship (workspace_id, created_at, id)',
    'drop index meeting_relationship',
    'create index meeting_by_start on meeting (workspace_id, relationship_id, starts_at desc, id)',
  ],
};

async function fillNameKeys(query: Query, table: string): Promise<void> {
  let last: NamedRow | undefined;
  do {
    const { rows }: { rows: NamedRow[] } = await sql<NamedRow>`
      select workspace_id, id, name from ${sql.table(table)}
      ${last ? sql`where (workspace_id, id) > (${last.workspace_id}, ${last.id})` : sql``}
      order by workspace_id, id limit ${BATCH}`.execute(query);
    const keyed = rows.map(({ workspace_id, id, name }) => ({ workspace_id, id, ...nameKeys(name) }));
    await sql`update ${sql.table(table)} t set name_key = made.name_key, search_key = made.search_key
      from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(keyed)}) made
      where t.workspace_id = made.workspace_id and t.id = made.id`.execute(query);
    last = rows.length === BATCH ? rows.at(-1) : undefined;
  } while (last);
}

interface NamedRow {
  workspace_id: string;
  id: string;
  name: string;
}
