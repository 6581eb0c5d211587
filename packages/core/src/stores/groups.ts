// The groups of people that the viewer may read, by id: for whom an engagement was made. Read once, when somebody first asks
// for a name; where that failed, whoever asks next has them read again.
import { atom, type ReadableAtom } from 'nanostores';
import type { Group, Id } from '../schema/index.ts';
import { LARGEST_PAGE } from '../schema/limits.ts';
import type { WorkspaceStore } from './workspace.ts';

export interface GroupsStore {
  /** Those read so far. */
  readonly $groups: ReadableAtom<ReadonlyMap<Id, Group>>;
  /** Reads them, where they are not read yet; never rejects. */
  load(): Promise<void>;
  dispose(): void;
}

/**
 * The groups of a workspace; nothing is read before `load()`.
 * @example void groups.load(); groups.$groups.get().get(engagement.groupId)?.name
 */
export function createGroups({ backend, call }: Pick<WorkspaceStore, 'backend' | 'call'>): GroupsStore {
  const $groups = atom<ReadonlyMap<Id, Group>>(new Map());
  const reads = new AbortController();
  let loading: Promise<void> | null = null;

  async function read(): Promise<void> {
    const { signal } = reads;
    const found = new Map<Id, Group>();
    let cursor: string | undefined;
    do {
      const query = { limit: LARGEST_PAGE, cursor };
      const page = await call(() => backend.groups.list(query, { signal }));
      for (const group of page.items) found.set(group.id, group);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    if (!signal.aborted) $groups.set(found);
  }

  return {
    $groups,
    load() {
      loading ??= read().catch(() => {
        loading = null;
      });
      return loading;
    },
    dispose: () => reads.abort(),
  };
}
