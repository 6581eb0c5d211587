// One of the six operations on many engagements (rulebook §5): what would become of each is asked first, and said before
// anything is done. Then it is done by as many at once as a backend takes; between these it can be stopped. What failed by
// accident is tried again, under the same intent where it was not answered at all.
import { atom, type ReadableAtom } from 'nanostores';
import type { BackendError } from '../backend.ts';
import type { BulkOutcome, Engagement, EngagementBulkOperation, EngagementBulkRequest, Id } from '../schema/index.ts';
import { BULK_LIMIT } from '../schema/limits.ts';
import { asBackendError } from './connection.ts';
import type { WorkspaceStore } from './workspace.ts';

/** What is to be done, without to which. */
export type EngagementBulkChange = EngagementBulkRequest extends infer Request
  ? Request extends unknown
    ? Omit<Request, 'ids' | 'dryRun'>
    : never
  : never;

/** One operation on many engagements, from the question what it would do to its last answer. */
export interface EngagementBulkJob {
  readonly change: EngagementBulkChange;
  /** `asking` what would become of each, `asked`, `running`, `ended`. */
  readonly phase: 'asking' | 'asked' | 'running' | 'ended';
  /** Those it is about, as they were; empty until all of them are known. */
  readonly engagements: readonly Engagement[];
  /** What would become of each, in the same order. */
  readonly forecast: readonly BulkOutcome[];
  /** What became of each so far: of those that it is not done to, what was said before. */
  readonly results: readonly BulkOutcome[];
  /** Somebody stopped it, or will have once what is under way is answered. */
  readonly stopped: boolean;
  /** Why it could not be asked, or went no further. */
  readonly error: BackendError | null;
}

/** What a bulk operation needs of the list it is done in. */
export interface EngagementBulkParts {
  readonly workspace: WorkspaceStore;
  /** Those selected, loaded or not. */
  readonly selected: (signal: AbortSignal) => Promise<readonly Engagement[]>;
  /** It is being done to these. */
  readonly begins: (ids: readonly Id[], operation: EngagementBulkOperation) => void;
  /** These have been answered, or will not be done. */
  readonly answered: (results: readonly BulkOutcome[]) => void;
  /** It has ended, well or not. */
  readonly ends: () => Promise<void>;
}

/** What can be taken back, and of which engagements. */
export interface EngagementUndo {
  readonly operation: 'share' | 'unshare' | 'delete';
  readonly ids: readonly Id[];
}

export interface EngagementBulk {
  /** The operation at hand; null where there is none. */
  readonly $job: ReadableAtom<EngagementBulkJob | null>;
  /** What was done last and can be taken back. */
  readonly $undo: ReadableAtom<EngagementUndo | null>;
  /** Asks what it would do to those selected. Never rejects: why it could not be asked is told in `$job`. */
  ask(change: EngagementBulkChange): Promise<void>;
  /** Does it to those that it can be done to. Resolves with what became of each when it has ended. */
  apply(): Promise<readonly BulkOutcome[]>;
  /** Stops it: what is under way is answered first. */
  stop(): void;
  /** Does what was stopped or failed by accident, or asks again what could not be asked. */
  retry(): Promise<readonly BulkOutcome[]>;
  /** Takes back what was done last; resolves with those that it was taken back of, rejects where none was. */
  undo(): Promise<readonly Id[]>;
  /** Lets go of the operation at hand, unless it runs. */
  close(): void;
}

/** Reasons that lie in the moment and not in a rule: trying again may help. */
const PASSING: ReadonlySet<string> = new Set([
  'network',
  'unreadable',
  'unavailable',
  'rate-limited',
  'internal',
  'version-conflict',
  'idempotency-in-progress',
]);

/** Whether what was refused for this reason may go through another time. */
export function isPassing(reason: string | undefined): boolean {
  return reason !== undefined && PASSING.has(reason);
}

/** Those that are sent together, under one intent however often. */
interface Chunk {
  readonly ids: readonly Id[];
  readonly intent: Id;
}

export function createEngagementBulk(parts: EngagementBulkParts): EngagementBulk {
  const { workspace } = parts;
  const { backend, environment } = workspace;
  const $job = atom<EngagementBulkJob | null>(null);
  const $undo = atom<EngagementUndo | null>(null);
  /** What is still to be sent, in order. */
  let queue: readonly Chunk[] = [];
  let asking = new AbortController();

  function put(change: Partial<EngagementBulkJob>): void {
    const job = $job.get();
    if (job) $job.set({ ...job, ...change });
  }

  async function ask(change: EngagementBulkChange): Promise<void> {
    if ($job.get()?.phase === 'running') return;
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    queue = [];
    const none = { engagements: [], forecast: [], results: [], stopped: false, error: null };
    $job.set({ change, phase: 'asking', ...none });
    try {
      const engagements = await parts.selected(signal);
      const forecast: BulkOutcome[] = [];
      for (const ids of chunksOf(engagements.map(({ id }) => id))) {
        const request = { ...change, ids: [...ids], dryRun: true } satisfies EngagementBulkRequest;
        const { results } = await workspace.call(() => backend.engagements.bulk(request, { signal }));
        signal.throwIfAborted();
        forecast.push(...results);
      }
      const results = forecast.filter(({ outcome }) => outcome !== 'done');
      const ids = forecast.flatMap(({ id, outcome }) => (outcome === 'done' ? [id] : []));
      queue = chunksOf(ids).map((chunk) => ({ ids: chunk, intent: environment.newId() }));
      put({ phase: 'asked', engagements, forecast, results });
    } catch (thrown) {
      if (!signal.aborted) put({ error: asBackendError(thrown) });
    }
  }

  async function run(): Promise<readonly BulkOutcome[]> {
    const job = $job.get();
    if (!job || job.phase === 'asking' || job.phase === 'running') return job?.results ?? [];
    const { change } = job;
    put({ phase: 'running', stopped: false, error: null });
    parts.begins(
      queue.flatMap(({ ids }) => ids),
      change.operation,
    );
    while (queue.length > 0 && $job.get()?.stopped === false) {
      const [chunk, ...rest] = queue;
      if (!chunk) break;
      try {
        const request = { ...change, ids: [...chunk.ids] } satisfies EngagementBulkRequest;
        const { results } = await workspace.call(() => backend.engagements.bulk(request, { intent: chunk.intent }));
        queue = rest;
        take(results);
      } catch (thrown) {
        put({ error: asBackendError(thrown) });
        break;
      }
    }
    const left = queue.flatMap(({ ids }) => ids);
    parts.answered(left.map((id) => ({ id, outcome: 'skipped' })));
    keepUndo(change.operation);
    put({ phase: 'ended' });
    await parts.ends();
    return $job.get()?.results ?? [];
  }

  function take(results: readonly BulkOutcome[]): void {
    const known = new Map(($job.get()?.results ?? []).map((result) => [result.id, result]));
    for (const result of results) known.set(result.id, result);
    put({ results: [...known.values()] });
    parts.answered(results);
  }

  function keepUndo(operation: EngagementBulkOperation): void {
    const ids = doneIn($job.get()?.results ?? []);
    const reversible = operation === 'share' || operation === 'unshare' || operation === 'delete';
    $undo.set(reversible && ids.length > 0 ? { operation, ids } : null);
  }

  async function retry(): Promise<readonly BulkOutcome[]> {
    const job = $job.get();
    if (!job) return [];
    if (job.phase === 'asking') {
      await ask(job.change);
      return [];
    }
    const failed = job.results.flatMap(({ id, outcome, reason }) =>
      outcome === 'refused' && isPassing(reason) ? [id] : [],
    );
    queue = [...queue, ...chunksOf(failed).map((ids) => ({ ids, intent: environment.newId() }))];
    return run();
  }

  async function undo(): Promise<readonly Id[]> {
    const step = $undo.get();
    if (!step) return [];
    $undo.set(null);
    const { operation, ids } = step;
    const back: Id[] = [];
    try {
      if (operation === 'delete') back.push(...(await restore(ids)));
      else {
        const inverse = operation === 'share' ? 'unshare' : 'share';
        for (const chunk of chunksOf(ids)) {
          const request: EngagementBulkRequest = { operation: inverse, ids: [...chunk] };
          const { results } = await workspace.call(() => backend.engagements.bulk(request));
          back.push(...doneIn(results));
        }
      }
    } catch (thrown) {
      const error = asBackendError(thrown);
      const left = ids.filter((id) => !back.includes(id));
      if (error.transient) $undo.set({ operation, ids: left });
      throw error;
    } finally {
      await parts.ends();
    }
    return back;
  }

  /** One by one: there is no restoring of many at once. */
  async function restore(ids: readonly Id[]): Promise<readonly Id[]> {
    const back: Id[] = [];
    for (const id of ids) {
      await workspace.call(() => backend.engagements.restore(id));
      back.push(id);
    }
    return back;
  }

  return {
    $job,
    $undo,
    ask,
    apply: run,
    stop: () => put({ stopped: true }),
    retry,
    undo,
    close() {
      if ($job.get()?.phase === 'running') return;
      asking.abort();
      queue = [];
      $job.set(null);
    },
  };
}

function doneIn(results: readonly BulkOutcome[]): readonly Id[] {
  return results.flatMap(({ id, outcome }) => (outcome === 'done' ? [id] : []));
}

function chunksOf(ids: readonly Id[]): readonly (readonly Id[])[] {
  const chunks: (readonly Id[])[] = [];
  for (let start = 0; start < ids.length; start += BULK_LIMIT) chunks.push(ids.slice(start, start + BULK_LIMIT));
  return chunks;
}
