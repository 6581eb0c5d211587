// Loads all that a list asks for, page by page, each shown as it comes. A walk that is no longer wanted is ended. What
// the whole walk did not have, though the page knew it and thought it part of the list, has changed or is gone: the
// backend is asked about a few of these, the rest is forgotten.
import { atom, batch, type ReadableAtom } from 'nanostores';
import type { BackendError } from '../backend.ts';
import type { NarrowedFilter } from '../domain/index.ts';
import type { ActionFilter, ActionSort, Id } from '../schema/index.ts';
import { LARGEST_PAGE } from '../schema/limits.ts';
import { asBackendError } from './connection.ts';
import type { LoadStatus, WorkspaceStore } from './workspace.ts';

export interface ListWalk {
  readonly $status: ReadableAtom<LoadStatus>;
  readonly $refreshing: ReadableAtom<boolean>;
  readonly $error: ReadableAtom<BackendError | null>;
  readonly $complete: ReadableAtom<boolean>;
  /** When the load that last went well began, in milliseconds since 1970-01-01T00:00Z; null before that. */
  readonly $loadedAt: ReadableAtom<number | null>;
  /**
   * Walks; never rejects, for a failure is told in `$error`. Ends the walk before it.
   * @param again the same was loaded before: what is shown stays good meanwhile
   */
  walk: (query: WalkQuery, again: boolean) => Promise<void>;
  /** What was loaded is no more what is asked for; it will be walked soon. */
  unsettle: () => void;
  stop: () => void;
}

interface WalkQuery {
  readonly filter: NarrowedFilter;
  readonly sort: ActionSort;
}

/** How many lost actions are asked about one by one. */
const LOOK_UPS = 20;

/** @param listed the ids of the actions that the list shows */
export function createListWalk(workspace: WorkspaceStore, listed: () => Iterable<Id>): ListWalk {
  const { backend, actions, environment } = workspace;
  const $status = atom<LoadStatus>('idle');
  const $refreshing = atom(false);
  const $error = atom<BackendError | null>(null);
  const $complete = atom(false);
  const $loadedAt = atom<number | null>(null);
  let current: AbortController | null = null;

  async function walk(query: WalkQuery, again: boolean): Promise<void> {
    current?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    current = controller;
    batch(() => {
      if (!again || $status.get() !== 'ready') begin();
      else $refreshing.set(true);
    });
    try {
      await pages(query, signal).catch((thrown: unknown) => {
        // The list changed so much that the place was lost: from the start, once.
        if (signal.aborted || !isLostPlace(asBackendError(thrown))) throw thrown;
        return pages(query, signal);
      });
    } catch (thrown) {
      if (signal.aborted) return;
      batch(() => {
        $error.set(asBackendError(thrown));
        if ($status.get() !== 'ready') $status.set('error');
      });
    }
    if (!signal.aborted) $refreshing.set(false);
  }

  async function pages({ filter, sort }: WalkQuery, signal: AbortSignal): Promise<void> {
    const begun = environment.now();
    const since = actions.moment();
    const seen = new Set<Id>();
    const { contexts, ...one } = filter;
    // Several places are walked one after the other.
    const left: ActionFilter[] = contexts?.map((context) => ({ ...one, context })) ?? [one];
    let cursor: string | undefined;
    do {
      const query = { ...left[0], sort, limit: LARGEST_PAGE, cursor };
      const asked = actions.moment();
      const page = await workspace.call(() => backend.actions.list(query, { signal }));
      if (signal.aborted) return;
      for (const { id } of page.items) seen.add(id);
      cursor = page.next ?? undefined;
      if (cursor === undefined) left.shift();
      batch(() => {
        actions.receive(page.items, asked);
        $error.set(null);
        $status.set('ready');
        if (left.length === 0) {
          $complete.set(true);
          $loadedAt.set(begun);
        }
      });
    } while (left.length > 0);
    dealWithLost(filter, seen, since);
  }

  function dealWithLost(filter: NarrowedFilter, seen: ReadonlySet<Id>, since: number): void {
    const lost = [...listed()].filter((id) => !seen.has(id));
    const { context: _, contexts: __, ...rest } = filter;
    // A context is for life: where nothing else is asked for, what did not come is not there.
    const isWhole = Object.keys(rest).length === 0;
    const asked = isWhole ? [] : lost.slice(0, LOOK_UPS);
    actions.forget(lost.slice(asked.length), since);
    for (const id of asked) if (!actions.$pending.get().has(id)) void actions.refresh(id);
  }

  function begin(): void {
    $status.set('loading');
    $refreshing.set(false);
    $complete.set(false);
    $error.set(null);
    $loadedAt.set(null);
  }

  function stop(): void {
    current?.abort();
    current = null;
  }

  return {
    $status,
    $refreshing,
    $error,
    $complete,
    $loadedAt,
    walk,
    unsettle() {
      stop();
      batch(begin);
    },
    stop,
  };
}

function isLostPlace({ code }: BackendError): boolean {
  return code === 'cursor-expired' || code === 'cursor-invalid';
}
