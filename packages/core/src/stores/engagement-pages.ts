// The pages of a list of engagements: the first is loaded at once, each further one as the last row comes near, by the
// backend's own filter and order. Loading again fetches as many as were shown, and replaces them when all are here.
import { atom, batch, type ReadableAtom } from 'nanostores';
import type { BackendError, EngagementQuery } from '../backend.ts';
import type { Engagement, EngagementFilter, EngagementSort } from '../schema/index.ts';
import { LARGEST_PAGE } from '../schema/limits.ts';
import { asBackendError } from './connection.ts';
import type { LoadStatus, WorkspaceStore } from './workspace.ts';

export interface EngagementPages {
  readonly $status: ReadableAtom<LoadStatus>;
  /** What is shown is loaded again. */
  readonly $refreshing: ReadableAtom<boolean>;
  /** A further page is on its way. */
  readonly $loadingMore: ReadableAtom<boolean>;
  readonly $error: ReadableAtom<BackendError | null>;
  /** Those loaded, in order. */
  readonly $loaded: ReadableAtom<readonly Engagement[]>;
  /** How many match; null while that is not known. */
  readonly $count: ReadableAtom<number | null>;
  /** Whether there are more than are loaded. */
  readonly $more: ReadableAtom<boolean>;
  /** Loads what this asks for from its beginning; never rejects. */
  begin: (query: PagesQuery) => Promise<void>;
  /** Loads again as many as are shown, keeping these meanwhile; never rejects. */
  again: () => Promise<void>;
  /** Loads the next page, where there is one and none is on its way; never rejects. */
  more: () => Promise<void>;
  /** Every engagement that matches, page by page; rejects with the BackendError. */
  everyone: (signal: AbortSignal) => Promise<readonly Engagement[]>;
  stop: () => void;
}

/** Which engagements, in which order. */
interface PagesQuery {
  readonly filter: EngagementFilter;
  readonly sort: EngagementSort;
}

/** @param size how many a page has */
export function createEngagementPages(workspace: WorkspaceStore, size: number): EngagementPages {
  const { backend } = workspace;
  const $status = atom<LoadStatus>('idle');
  const $refreshing = atom(false);
  const $loadingMore = atom(false);
  const $error = atom<BackendError | null>(null);
  const $loaded = atom<readonly Engagement[]>([]);
  const $count = atom<number | null>(null);
  const $more = atom(false);
  let query: PagesQuery = { filter: {}, sort: 'title' };
  let next: string | null = null;
  let current = new AbortController();

  function page(asked: EngagementQuery, signal: AbortSignal) {
    return workspace.call(() => backend.engagements.list({ ...query.filter, sort: query.sort, ...asked }, { signal }));
  }

  /** Those from the beginning, until there are `wanted`. */
  async function first(wanted: number, signal: AbortSignal): Promise<void> {
    const found: Engagement[] = [];
    let cursor: string | null = null;
    let count: number | null = null;
    do {
      const limit = Math.min(Math.max(size, wanted - found.length), LARGEST_PAGE);
      const answer = await page({ limit, ...(cursor === null ? { count: true } : { cursor }) }, signal);
      found.push(...answer.items);
      cursor = answer.next;
      count = answer.count ?? count;
    } while (cursor !== null && found.length < wanted);
    if (signal.aborted) return;
    batch(() => {
      next = cursor;
      $loaded.set(onceEach(found));
      $count.set(count);
      $more.set(cursor !== null);
      $error.set(null);
      $status.set('ready');
    });
  }

  async function run(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    current.abort();
    current = new AbortController();
    const { signal } = current;
    try {
      await work(signal);
    } catch (thrown) {
      if (signal.aborted) return;
      batch(() => {
        $error.set(asBackendError(thrown));
        if ($status.get() !== 'ready') $status.set('error');
      });
    }
    if (signal.aborted) return;
    batch(() => {
      $refreshing.set(false);
      $loadingMore.set(false);
    });
  }

  function again(): Promise<void> {
    if ($status.get() !== 'ready') return begin(query);
    $refreshing.set(true);
    $loadingMore.set(false);
    return run((signal) => first($loaded.get().length, signal));
  }

  function begin(asked: PagesQuery): Promise<void> {
    query = asked;
    batch(() => {
      next = null;
      $status.set('loading');
      $refreshing.set(false);
      $loadingMore.set(false);
      $error.set(null);
      $loaded.set([]);
      $count.set(null);
      $more.set(false);
    });
    return run((signal) => first(size, signal));
  }

  async function more(): Promise<void> {
    const cursor = next;
    if (cursor === null || $loadingMore.get() || $refreshing.get()) return;
    batch(() => {
      $loadingMore.set(true);
      $error.set(null);
    });
    await run(async (signal) => {
      try {
        const answer = await page({ limit: size, cursor }, signal);
        if (signal.aborted) return;
        batch(() => {
          next = answer.next;
          $loaded.set(onceEach([...$loaded.get(), ...answer.items]));
          $more.set(next !== null);
        });
      } catch (thrown) {
        // The list changed so much that the place was lost: as far as this from the start.
        if (signal.aborted || !isLostPlace(asBackendError(thrown))) throw thrown;
        await first($loaded.get().length + size, signal);
      }
    });
  }

  return {
    $status,
    $refreshing,
    $loadingMore,
    $error,
    $loaded,
    $count,
    $more,
    begin,
    again,
    more,
    async everyone(signal) {
      const found: Engagement[] = [];
      let cursor: string | undefined;
      do {
        const answer = await page({ limit: LARGEST_PAGE, cursor }, signal);
        signal.throwIfAborted();
        found.push(...answer.items);
        cursor = answer.next ?? undefined;
      } while (cursor !== undefined);
      return onceEach(found);
    },
    stop: () => current.abort(),
  };
}

/** What moved while it was read can come twice: it stays where it came first. */
function onceEach(engagements: readonly Engagement[]): readonly Engagement[] {
  return [...new Map(engagements.map((engagement) => [engagement.id, engagement])).values()];
}

function isLostPlace({ code }: BackendError): boolean {
  return code === 'cursor-expired' || code === 'cursor-invalid';
}
