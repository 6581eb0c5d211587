// The export of engagements (rulebook §5): admins get all that match the list's filters, page by page, so that however many there
// are no more than a page of them is at hand at once. CSV is written here; whoever has a writer of workbooks gives it.
import type { EngagementBackend } from '../backend.ts';
import { csvLine } from '../domain/csv.ts';
import {
  dayAt,
  ENGAGEMENT_COLUMNS,
  engagementFilterFor,
  engagementSortKey,
  type ExportedEngagement,
  exportedEngagement,
  formatDay,
  ITEM_COLUMNS,
  ITEM_KEY_COLUMNS,
  mayManageEngagements,
  parseInstant,
} from '../domain/index.ts';
import { type EngagementFilter, engagementExportQuerySchema, type ExportFormat } from '../schema/index.ts';
import { type Call, type Calls, callsOf, type LocalBackendOptions } from './call.ts';
import { engagementViews, itemView } from './engagement-access.ts';
import { clockOf, standingItems, takeUp } from './engagement-work.ts';
import type { ExportMaker, ExportMakers, ExportPages } from './export-maker.ts';
import { checked, forbidden, validation } from './failures.ts';
import type { Position } from './repository.ts';

const PAGE = 200;
const BYTE_ORDER_MARK = '\uFEFF';
const CSV: ExportMaker = async (pages) => {
  const parts: string[] = [];
  for await (const text of csvOfExport(pages)) parts.push(text);
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
};

/** The formats that can be exported in. */
export function exportFormatsOf(makers: ExportMakers): readonly ExportFormat[] {
  return makers.xlsx === undefined ? ['csv'] : ['xlsx', 'csv'];
}

/** `engagements.export` of the port. */
export function engagementExport(inCall: Calls, makers: ExportMakers): EngagementBackend['engagements']['export'] {
  return async (query = {}, options) => {
    const { format = exportFormatsOf(makers)[0] ?? 'csv', ...filter } = checked(engagementExportQuerySchema, query);
    const maker = format === 'csv' ? (makers.csv ?? CSV) : makers[format];
    if (maker === undefined)
      throw validation([
        { pointer: '/format', code: 'not-offered', message: 'must be csv: it is the format offered here' },
      ]);
    const pages = await exportPages(inCall, filter, options);
    const day = await inCall(
      ({ now, workspace }) => Promise.resolve(formatDay(dayAt(now, workspace.timeZone))),
      options,
    );
    return { name: `engagements-${day}.${format}`, data: await maker(pages) };
  };
}

/**
 * All engagements that match, page by page, on behalf of an admin; for whoever writes them out as they come.
 * @returns once the first page is at hand, so that a refusal is known before anything is written
 * @throws BackendError `forbidden` to whoever is no admin
 * @example for await (const page of await openEngagementExport(options, { status: 'active' })) sheet.add(page)
 */
export async function openEngagementExport(
  options: LocalBackendOptions,
  query: EngagementFilter = {},
  read: Parameters<Calls>[1] = {},
): Promise<ExportPages> {
  const { format: _, ...filter } = checked(engagementExportQuerySchema, query);
  return exportPages(callsOf(options), filter, read);
}

/** The text of a CSV file: a row for each item with its engagement, and one for an engagement that has none. */
export async function* csvOfExport(pages: ExportPages): AsyncGenerator<string, void> {
  const columns = [...ENGAGEMENT_COLUMNS, ...ITEM_COLUMNS.slice(ITEM_KEY_COLUMNS)];
  yield BYTE_ORDER_MARK + csvLine(columns.map(({ heading }) => heading));
  const empty = ITEM_COLUMNS.slice(ITEM_KEY_COLUMNS).map(() => null);
  for await (const page of pages) {
    let text = '';
    for (const { cells, items } of page)
      for (const item of items.length > 0 ? items.map((row) => row.slice(ITEM_KEY_COLUMNS)) : [empty])
        text += csvLine([...cells, ...item].map((cell) => (cell === null ? '' : String(cell))));
    yield text;
  }
}

async function exportPages(
  inCall: Calls,
  filter: EngagementFilter,
  options: Parameters<Calls>[1],
): Promise<ExportPages> {
  const page = (after: Position | null) => inCall((call) => pageAfter(call, filter, after), options);
  const first = await page(null);
  return {
    async *[Symbol.asyncIterator]() {
      let current = first;
      for (;;) {
        yield current.rows;
        if (current.last === null) return;
        current = await page(current.last);
      }
    },
  };
}

async function pageAfter(
  call: Call,
  filter: EngagementFilter,
  after: Position | null,
): Promise<{ rows: readonly ExportedEngagement[]; last: Position | null }> {
  const { tx, viewer, access } = call;
  const allowed = mayManageEngagements(access.viewer);
  if (allowed !== true) throw forbidden(allowed);
  const asked = {
    filter: engagementFilterFor(filter, viewer.id),
    sort: 'title',
    after,
    limit: PAGE,
    count: false,
  } as const;
  const { records, more } = await tx.listEngagements(asked);
  const works = [...(await takeUp(call, records, { toRead: true })).values()];
  const views = new Map((await engagementViews(call, works)).map((view) => [view.id, view]));
  const named = records.flatMap(({ coachId, coacheeIds, spectatorIds }) => [coachId, ...coacheeIds, ...spectatorIds]);
  const groupIds = records.flatMap(({ groupId }) => groupId ?? []);
  const names = {
    people: new Map(
      (named.length > 0 ? await tx.find('person', { id: [...new Set(named)] }) : []).map((one) => [one.id, one]),
    ),
    groups: new Map(
      (groupIds.length > 0 ? await tx.find('group', { id: [...new Set(groupIds)] }) : []).map((one) => [one.id, one]),
    ),
  };
  const byId = new Map(works.map((work) => [work.engagement.id, work]));
  const rows = records.flatMap(({ id }) => {
    const work = byId.get(id);
    const view = views.get(id);
    if (!work || !view) return [];
    const dayOf = (at: string) => formatDay(dayAt(parseInstant(at), clockOf(work).zone));
    const items = standingItems(work).map((item) => itemView(work, item));
    return [exportedEngagement(view, items, { ...names, dayOf })];
  });
  const last = records.at(-1);
  return { rows, last: more && last ? { key: engagementSortKey(last, 'title'), id: last.id } : null };
}
