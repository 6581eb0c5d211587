// Engagements as a file to keep (rulebook §5): how many it will have is known before it is made. One at a time; it can be
// given up, and what went wrong is said where it was asked for.
import { atom, type ReadableAtom } from 'nanostores';
import type { BackendError, ExportFile } from '../backend.ts';
import type { EngagementFilter, ExportFormat } from '../schema/index.ts';
import { asBackendError } from './connection.ts';
import { isSameEngagementFilter } from './engagement-list.ts';
import type { WorkspaceStore } from './workspace.ts';

export interface EngagementExportStore {
  /** What the backend can export in. */
  readonly formats: readonly ExportFormat[];
  readonly $filter: ReadableAtom<EngagementFilter>;
  readonly $format: ReadableAtom<ExportFormat>;
  /** How many engagements the file will have; null while that is not known. */
  readonly $count: ReadableAtom<number | null>;
  readonly $phase: ReadableAtom<'choosing' | 'running' | 'made'>;
  /** Why they could not be counted, or the file not be made. */
  readonly $error: ReadableAtom<BackendError | null>;
  readonly $file: ReadableAtom<ExportFile | null>;
  setFilter(filter: EngagementFilter): void;
  setFormat(format: ExportFormat): void;
  /** Makes the file; null where it was given up or could not be made, which `$error` tells. */
  start(): Promise<ExportFile | null>;
  /** Counts again what could not be counted. */
  count(): Promise<void>;
  /** Gives up the file that is being made. */
  cancel(): void;
  dispose(): void;
}

/** An export that begins with a list's filter. It begins to count at once. */
export function createEngagementExport(workspace: WorkspaceStore, filter: EngagementFilter): EngagementExportStore {
  const { backend } = workspace;
  const formats = backend.exportFormats;
  const $filter = atom(filter);
  const $format = atom<ExportFormat>(formats[0] ?? 'csv');
  const $count = atom<number | null>(null);
  const $phase = atom<'choosing' | 'running' | 'made'>('choosing');
  const $error = atom<BackendError | null>(null);
  const $file = atom<ExportFile | null>(null);
  let counting = new AbortController();
  let making = new AbortController();

  async function count(): Promise<void> {
    counting.abort();
    counting = new AbortController();
    const { signal } = counting;
    $count.set(null);
    $error.set(null);
    try {
      const query = { ...$filter.get(), limit: 1, count: true };
      const page = await workspace.call(() => backend.engagements.list(query, { signal }));
      if (!signal.aborted) $count.set(page.count ?? null);
    } catch (thrown) {
      if (!signal.aborted) $error.set(asBackendError(thrown));
    }
  }

  /** What was made is not what is asked for now. */
  function choosing(): void {
    making.abort();
    $file.set(null);
    $phase.set('choosing');
  }

  void count();

  return {
    formats,
    $filter,
    $format,
    $count,
    $phase,
    $error,
    $file,
    setFilter(next) {
      if (isSameEngagementFilter(next, $filter.get())) return;
      choosing();
      $filter.set(next);
      void count();
    },
    setFormat(format) {
      if (format === $format.get()) return;
      choosing();
      $format.set(format);
    },
    async start() {
      making.abort();
      making = new AbortController();
      const { signal } = making;
      $error.set(null);
      $phase.set('running');
      try {
        const query = { ...$filter.get(), format: $format.get() };
        const file = await workspace.call(() => backend.engagements.export(query, { signal }));
        if (signal.aborted) return null;
        $file.set(file);
        $phase.set('made');
        return file;
      } catch (thrown) {
        if (signal.aborted) return null;
        $error.set(asBackendError(thrown));
        $phase.set('choosing');
        return null;
      }
    },
    count,
    cancel: choosing,
    dispose() {
      counting.abort();
      making.abort();
    },
  };
}
