// Engagements as they will be once a bulk operation has been agreed to: shown at once, row by row; what is refused goes back
// alone, and the rest gives way to what the backend tells when the list is loaded again.
import { atom, type ReadableAtom } from 'nanostores';
import type { Engagement, EngagementBulkOperation, Id } from '../schema/index.ts';

export interface EngagementOverlay {
  /** What lies over each engagement. */
  readonly $changes: ReadableAtom<ReadonlyMap<Id, EngagementBulkOperation>>;
  lay: (ids: Iterable<Id>, operation: EngagementBulkOperation) => void;
  lift: (ids: Iterable<Id>) => void;
  clear: () => void;
}

export function createEngagementOverlay(): EngagementOverlay {
  const $changes = atom<ReadonlyMap<Id, EngagementBulkOperation>>(new Map());

  return {
    $changes,
    lay(ids, operation) {
      const next = new Map($changes.get());
      for (const id of ids) next.set(id, operation);
      $changes.set(next);
    },
    lift(ids) {
      const next = new Map($changes.get());
      for (const id of ids) next.delete(id);
      if (next.size !== $changes.get().size) $changes.set(next);
    },
    clear() {
      if ($changes.get().size > 0) $changes.set(new Map());
    },
  };
}

/**
 * The engagement after an operation; null where it is gone.
 * @param at when, where it is shared by it
 */
export function afterBulk(engagement: Engagement, operation: EngagementBulkOperation, at: string): Engagement | null {
  switch (operation) {
    case 'activate':
      return { ...engagement, status: 'active' };
    case 'activateAndShare':
      return { ...engagement, status: 'active', sharedAt: engagement.sharedAt ?? at };
    case 'share':
      return { ...engagement, sharedAt: engagement.sharedAt ?? at };
    case 'unshare':
      return { ...engagement, sharedAt: null };
    case 'delete':
      return null;
    case 'addItem':
      return engagement;
  }
}
