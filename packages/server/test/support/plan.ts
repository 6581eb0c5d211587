// How a database goes about a query: its plan, run and counted.
import assert from 'node:assert/strict';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../src/database/database.ts';
import { inWorkspace } from '../../src/database/tenant.ts';

/** What a plan says of a step, as far as it is asked here. */
export interface Step {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Step[];
}

/** The steps of a query's plan in a workspace, the query run. */
export async function planIn(database: Database, workspaceId: string, statement: RawBuilder<unknown>): Promise<Step[]> {
  const { rows } = await inWorkspace(database, workspaceId, (query) =>
    sql<{ 'QUERY PLAN': [{ Plan: Step }] | string }>`explain (analyze, timing off, format json) ${statement}`.execute(
      query,
    ),
  );
  const answer = rows[0]?.['QUERY PLAN'];
  assert.ok(answer);
  const [{ Plan: plan }] = typeof answer === 'string' ? (JSON.parse(answer) as [{ Plan: Step }]) : answer;
  return stepsOf(plan);
}

function stepsOf(step: Step): Step[] {
  return [step, ...(step.Plans ?? []).flatMap(stepsOf)];
}

/** How many rows a step was given, over all its runs. */
export function rowsInto(step: Step): number {
  return (step.Plans ?? []).reduce((sum, child) => sum + child['Actual Rows'] * child['Actual Loops'], 0);
}

/** How many rows of a table were looked at, kept or not. */
export function rowsRead(steps: readonly Step[], table: string): number {
  return readsOf(steps, table).reduce(
    (sum, step) => sum + (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)) * step['Actual Loops'],
    0,
  );
}

/** Fails where the table is read other than along an index. */
export function assertByIndex(steps: readonly Step[], table: string): void {
  const reads = readsOf(steps, table);
  assert.ok(reads.length > 0);
  for (const read of reads) assert.match(read['Node Type'], /Index|Bitmap Heap/);
}

function readsOf(steps: readonly Step[], table: string): Step[] {
  return steps.filter((step) => step['Relation Name'] === table);
}
