// What writes an export of engagements: given all of it a page at a time, so that however many engagements there are no more than a
// page of them is at hand at once.
import type { ExportedEngagement } from '../domain/index.ts';
import type { ExportFormat } from '../schema/index.ts';

/** All that is exported, a page at a time. */
export type ExportPages = AsyncIterable<readonly ExportedEngagement[]>;

/** Writes a file of pages; it asks for the next only once it has written the last. */
export type ExportMaker = (pages: ExportPages) => Promise<Blob>;

/** What writes which format; CSV needs none. */
export type ExportMakers = Partial<Record<ExportFormat, ExportMaker | undefined>>;
