// Finding people of a workspace by name, page by page: what a picker shows while somebody types. The answer to an older
// question never takes the place of that to a newer one.
import { atom, type ReadableAtom } from 'nanostores';
import type { BackendError } from '../backend.ts';
import { titleKey } from '../domain/index.ts';
import type { Person } from '../schema/index.ts';
import { asBackendError } from './connection.ts';
import type { LoadStatus, WorkspaceStore } from './workspace.ts';

/** People that one page of a search gives. */
const PAGE = 50;

/** Milliseconds that somebody types on before the backend is asked. */
const PAUSE = 120;

export interface PeopleSearch {
  readonly $status: ReadableAtom<LoadStatus>;
  readonly $error: ReadableAtom<BackendError | null>;
  /** Those found so far: page by page, by name, whose name begins so first. */
  readonly $found: ReadableAtom<readonly Person[]>;
  /** Whether there are more than those. */
  readonly $hasMore: ReadableAtom<boolean>;
  /** Asks for the people whose name holds the words; asked the same again, only where it failed. */
  search(query: string): void;
  /** Adds the next page. */
  more(): void;
  retry(): void;
  dispose(): void;
}

/**
 * A search of its own; nothing is asked before `search()`.
 * @example const people = createPeopleSearch(workspace); people.search('an'); people.$found.get()
 */
export function createPeopleSearch({
  backend,
  call,
  environment,
}: Pick<WorkspaceStore, 'backend' | 'call' | 'environment'>): PeopleSearch {
  const $status = atom<LoadStatus>('idle');
  const $error = atom<BackendError | null>(null);
  const $found = atom<readonly Person[]>([]);
  const $hasMore = atom(false);
  let query: string | null = null;
  let next: string | null = null;
  let asking: AbortController | null = null;
  let stopWaiting: (() => void) | null = null;

  async function ask(cursor: string | null): Promise<void> {
    asking?.abort();
    const { signal } = (asking = new AbortController());
    $status.set('loading');
    try {
      const page = await call(() =>
        backend.people.list({ limit: PAGE, ...(query && { query }), ...(cursor !== null && { cursor }) }, { signal }),
      );
      if (signal.aborted) return;
      next = page.next;
      const found = beginningFirst(page.items, query ?? '');
      $found.set(cursor === null ? found : [...$found.get(), ...found]);
      $hasMore.set(next !== null);
      $error.set(null);
      $status.set('ready');
    } catch (thrown) {
      if (signal.aborted) return;
      $error.set(asBackendError(thrown));
      $status.set('error');
    }
  }

  return {
    $status,
    $error,
    $found,
    $hasMore,
    search(words) {
      const wanted = words.trim();
      if (wanted === query && $status.get() !== 'error') return;
      const isFirst = query === null;
      query = wanted;
      stopWaiting?.();
      asking?.abort();
      $status.set('loading');
      if (isFirst) void ask(null);
      else stopWaiting = environment.after(PAUSE, () => void ask(null));
    },
    more() {
      if (next !== null && $status.get() === 'ready') void ask(next);
    },
    retry: () => void ask(null),
    dispose() {
      stopWaiting?.();
      asking?.abort();
    },
  };
}

/**
 * Those with a word in their name that begins with what was typed, then the others; both as they were.
 * @example beginningFirst([{ name: 'Mateo' }, { name: 'Teo' }], 'teo') // Teo, then Mateo
 */
export function beginningFirst<T extends Pick<Person, 'name'>>(found: readonly T[], query: string): readonly T[] {
  const typed = ` ${titleKey(query)}`;
  if (typed === ' ') return found;
  const begins = ({ name }: T) => ` ${titleKey(name)}`.includes(typed);
  return [...found.filter(begins), ...found.filter((one) => !begins(one))];
}
