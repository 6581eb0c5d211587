// The engagements that their viewer sees, page by page: filtered and ordered by the backend, some or all of them selected,
// and the operations on the selected, which show at once.
import { atom, batch, type ReadableAtom } from 'nanostores';
import type { BackendError } from '../backend.ts';
import type { Engagement, EngagementFilter, EngagementSort, Id } from '../schema/index.ts';
import { createEngagementBulk, type EngagementBulk } from './engagement-bulk.ts';
import { formatEngagementFilter } from './engagement-filter-text.ts';
import { afterBulk, createEngagementOverlay } from './engagement-overlay.ts';
import { createEngagementPages } from './engagement-pages.ts';
import { createEngagementSelection, type EngagementSelection, isSelected } from './engagement-selection.ts';
import { onEngagementNews, tellEngagementNews } from './engagement-news.ts';
import type { LoadStatus, WorkspaceStore } from './workspace.ts';

export interface EngagementListStore {
  readonly $status: ReadableAtom<LoadStatus>;
  /** A reload of what is already shown is under way. */
  readonly $refreshing: ReadableAtom<boolean>;
  /** A further page is on its way. */
  readonly $loadingMore: ReadableAtom<boolean>;
  readonly $error: ReadableAtom<BackendError | null>;
  readonly $filter: ReadableAtom<EngagementFilter>;
  readonly $sort: ReadableAtom<EngagementSort>;
  /** Those loaded so far, in order, as they will be once what is under way is agreed to. */
  readonly $rows: ReadableAtom<readonly Engagement[]>;
  /** How many match; null while that is not known. */
  readonly $count: ReadableAtom<number | null>;
  /** Whether there are more than are loaded. */
  readonly $more: ReadableAtom<boolean>;
  readonly $selection: ReadableAtom<EngagementSelection>;
  /** Those with a change that the backend has not answered yet. */
  readonly $pending: ReadableAtom<ReadonlySet<Id>>;
  /** The operation on the selected. */
  readonly bulk: EngagementBulk;

  /** Asks for other engagements; nothing is selected any more. */
  setFilter(filter: EngagementFilter): void;
  setSort(sort: EngagementSort): void;
  /** Loads the next page, where there is one. */
  loadMore(): Promise<void>;
  /** Loads again what is shown, keeping it meanwhile. */
  refresh(): Promise<void>;
  toggleSelected(id: Id): void;
  /** Selects from the last toggled row to this one. */
  extendSelection(id: Id): void;
  select(ids: Iterable<Id>): void;
  /** Selects the rows that are loaded. */
  selectLoaded(): void;
  /** Selects all that match, loaded or not. */
  selectAll(): void;
  clearSelection(): void;
  dispose(): void;
}

export interface EngagementListOptions {
  workspace: WorkspaceStore;
  filter?: EngagementFilter | undefined;
  /** `title` by default. */
  sort?: EngagementSort | undefined;
  /** How many a page has; 50 by default. */
  pageSize?: number | undefined;
}

const PAGE_SIZE = 50;
/** How long typing into the search field rests before it is asked for, in milliseconds. */
const TYPING = 200;
/** After how long a page that is looked at again asks anew, in milliseconds. */
const STALE = 300_000;

/**
 * A list of engagements. It begins to load at once.
 * @example createEngagementList({ workspace, filter: { status: 'draft' }, sort: '-updated' })
 */
export function createEngagementList(options: EngagementListOptions): EngagementListStore {
  const { workspace, pageSize = PAGE_SIZE } = options;
  const { environment } = workspace;
  /** Who this is among the stores of the page. */
  const self = {};

  // ── state ───────────────────────────────────────────────────────────────────────────────────

  const $filter = atom<EngagementFilter>(meant(options.filter ?? {}));
  const $sort = atom<EngagementSort>(options.sort ?? 'title');
  const $pending = atom<ReadonlySet<Id>>(new Set());
  const pages = createEngagementPages(workspace, pageSize);
  const overlay = createEngagementOverlay();
  let loadedAt = environment.now();
  let cancelTyping: (() => void) | null = null;

  // ── derived ─────────────────────────────────────────────────────────────────────────────────

  const $rows = atom<readonly Engagement[]>([]);

  function show(): void {
    const changes = overlay.$changes.get();
    const at = new Date(environment.now()).toISOString();
    const after = (engagement: Engagement): readonly Engagement[] => {
      const operation = changes.get(engagement.id);
      const later = operation === undefined ? engagement : afterBulk(engagement, operation, at);
      return later === null ? [] : [later];
    };
    const loaded = pages.$loaded.get();
    $rows.set(changes.size === 0 ? loaded : loaded.flatMap(after));
  }

  const selecting = createEngagementSelection(() => $rows.get().map(({ id }) => id));
  const bulk = createEngagementBulk({
    workspace,
    selected,
    begins(ids, operation) {
      batch(() => {
        overlay.lay(ids, operation);
        $pending.set(new Set(ids));
      });
    },
    answered(results) {
      const pending = new Set($pending.get());
      for (const { id } of results) pending.delete(id);
      batch(() => {
        overlay.lift(results.flatMap(({ id, outcome }) => (outcome === 'done' ? [] : [id])));
        $pending.set(pending);
      });
    },
    async ends() {
      await refresh();
      overlay.clear();
      selecting.prune();
      tellEngagementNews(workspace, self);
    },
  });

  async function selected(signal: AbortSignal): Promise<readonly Engagement[]> {
    const selection = selecting.$selection.get();
    const among = selection.type === 'all' ? await pages.everyone(signal) : pages.$loaded.get();
    return among.filter(({ id }) => isSelected(selection, id));
  }

  // ── commands ────────────────────────────────────────────────────────────────────────────────

  function load(): Promise<void> {
    cancelTyping?.();
    loadedAt = environment.now();
    return pages.begin({ filter: $filter.get(), sort: $sort.get() });
  }

  async function refresh(): Promise<void> {
    loadedAt = environment.now();
    await pages.again();
    selecting.prune();
  }

  function setFilter(next: EngagementFilter): void {
    const before = $filter.get();
    const filter = meant(next);
    if (isSameEngagementFilter(before, filter)) return;
    const isTyping = isSameEngagementFilter({ ...before, query: '' }, { ...filter, query: '' });
    $filter.set(filter);
    selecting.clear();
    cancelTyping?.();
    if (isTyping) cancelTyping = environment.after(TYPING, () => void load());
    else void load();
  }

  const stops = [
    onEngagementNews(workspace, self, () => void refresh()),
    pages.$loaded.listen(show),
    overlay.$changes.listen(show),
    workspace.$online.listen((online) => {
      if (online && pages.$error.get() && !pages.$loadingMore.get()) void refresh();
    }),
    workspace.onWake(() => {
      if (pages.$error.get() || environment.now() - loadedAt > STALE) void refresh();
    }),
  ];
  void load();

  return {
    $status: pages.$status,
    $refreshing: pages.$refreshing,
    $loadingMore: pages.$loadingMore,
    $error: pages.$error,
    $filter,
    $sort,
    $rows,
    $count: pages.$count,
    $more: pages.$more,
    $selection: selecting.$selection,
    $pending,
    bulk,
    setFilter,
    setSort(sort) {
      if (sort === $sort.get()) return;
      $sort.set(sort);
      void load();
    },
    loadMore: pages.more,
    refresh,
    toggleSelected: selecting.toggle,
    extendSelection: selecting.extend,
    select: selecting.select,
    selectLoaded: selecting.loaded,
    selectAll: selecting.all,
    clearSelection: selecting.clear,
    dispose() {
      for (const stop of stops) stop();
      cancelTyping?.();
      pages.stop();
    },
  };
}

/** Whether both ask for the same. */
export function isSameEngagementFilter(one: EngagementFilter, other: EngagementFilter): boolean {
  return formatEngagementFilter(one) === formatEngagementFilter(other);
}

/** A search of spaces is no search. */
function meant({ query, ...filter }: EngagementFilter): EngagementFilter {
  const words = query?.trim();
  return words ? { ...filter, query: words } : filter;
}
