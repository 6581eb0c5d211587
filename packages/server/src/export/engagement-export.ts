// Engagements as a file (rulebook §5): what core gives of them page by page, as a workbook of two sheets or as comma-separated
// values. A refusal is known before the first byte; who asks, and what they may, is asked again for every page.
import { CSV, WORKBOOK } from '@followthrough/api-client/contract';
import type { Backend } from '@followthrough/core/backend';
import { dayAt, ENGAGEMENT_COLUMNS, type ExportCell, formatDay, ITEM_COLUMNS } from '@followthrough/core/domain';
import {
  csvOfExport,
  type ExportPages,
  type LocalBackendOptions,
  openEngagementExport,
} from '@followthrough/core/local-backend';
import type { EngagementFilter, ExportFormat } from '@followthrough/core/schema';
import type { FileAnswer } from '../http/file-answer.ts';
import { workbookBytes } from './workbook.ts';

const FILES: Record<ExportFormat, { mediaType: string; bytesOf: (pages: ExportPages) => FileAnswer['bytes'] }> = {
  xlsx: { mediaType: WORKBOOK, bytesOf: workbookOf },
  csv: { mediaType: CSV, bytesOf: encodedCsv },
};

/**
 * The file of all engagements that the filter takes, made as it is taken.
 * @param local on whose behalf, and where from
 * @returns once the first page is at hand; rejects with `forbidden` to whoever may not
 */
export async function exportedFile(
  local: LocalBackendOptions,
  backend: Backend,
  { format = 'xlsx', ...filter }: EngagementFilter & { format?: ExportFormat | undefined },
): Promise<FileAnswer> {
  const pages = await openEngagementExport(local, filter);
  const { workspace } = await backend.me();
  const { mediaType, bytesOf } = FILES[format];
  const day = formatDay(dayAt(local.now(), workspace.timeZone));
  return { name: `engagements-${day}.${format}`, mediaType, bytes: bytesOf(pages) };
}

/** One sheet is written after the other, so that the pages are walked twice: what changes meanwhile may be in one of them. */
function workbookOf(pages: ExportPages): FileAnswer['bytes'] {
  return workbookBytes([
    { name: 'Engagements', columns: ENGAGEMENT_COLUMNS, rows: rowsOf(pages, ({ cells }) => [cells]) },
    { name: 'Items', columns: ITEM_COLUMNS, rows: rowsOf(pages, ({ items }) => items) },
  ]);
}

type Exported = ExportPages extends AsyncIterable<readonly (infer E)[]> ? E : never;

async function* rowsOf(
  pages: ExportPages,
  of: (exported: Exported) => readonly (readonly ExportCell[])[],
): AsyncGenerator<readonly ExportCell[], void, void> {
  for await (const page of pages) for (const exported of page) yield* of(exported);
}

async function* encodedCsv(pages: ExportPages): FileAnswer['bytes'] {
  for await (const text of csvOfExport(pages)) yield Buffer.from(text);
}
