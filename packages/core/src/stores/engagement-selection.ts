// Which engagements are selected, over pages that are not loaded yet: single ones, or all that match but for a few. Ranges
// go in the order shown, from the last row toggled.
import { atom, type ReadableAtom } from 'nanostores';
import type { Id } from '../schema/index.ts';

/** `all`: every engagement that matches, loaded or not, but for these. */
export type EngagementSelection =
  { readonly type: 'some'; readonly ids: ReadonlySet<Id> } | { readonly type: 'all'; readonly except: ReadonlySet<Id> };

const NOTHING: EngagementSelection = { type: 'some', ids: new Set() };

export function isSelected(selection: EngagementSelection, id: Id): boolean {
  return selection.type === 'some' ? selection.ids.has(id) : !selection.except.has(id);
}

/**
 * How many are selected; null where that is not known.
 * @param count how many match; null where that is not known
 */
export function selectedCount(selection: EngagementSelection, count: number | null): number | null {
  if (selection.type === 'some') return selection.ids.size;
  return count === null ? null : Math.max(0, count - selection.except.size);
}

export interface EngagementSelecting {
  readonly $selection: ReadableAtom<EngagementSelection>;
  select: (ids: Iterable<Id>) => void;
  toggle: (id: Id) => void;
  /** Selects from the last toggled row to this one. */
  extend: (id: Id) => void;
  /** The rows loaded. */
  loaded: () => void;
  /** Every one that matches. */
  all: () => void;
  clear: () => void;
  /** Lets go of rows that are gone. */
  prune: () => void;
}

/** @param rows the ids of the rows loaded, in the order shown */
export function createEngagementSelection(rows: () => readonly Id[]): EngagementSelecting {
  const $selection = atom<EngagementSelection>(NOTHING);
  let anchor: Id | null = null;

  function some(ids: Iterable<Id>): void {
    $selection.set({ type: 'some', ids: new Set(ids) });
  }

  function set(id: Id, chosen: boolean, selection = $selection.get()): EngagementSelection {
    const marked = new Set(selection.type === 'some' ? selection.ids : selection.except);
    if (chosen === (selection.type === 'some')) marked.add(id);
    else marked.delete(id);
    return selection.type === 'some' ? { type: 'some', ids: marked } : { type: 'all', except: marked };
  }

  function toggle(id: Id): void {
    anchor = id;
    $selection.set(set(id, !isSelected($selection.get(), id)));
  }

  return {
    $selection,
    select: some,
    toggle,
    extend(id) {
      const ids = rows();
      const [from, to] = [anchor === null ? -1 : ids.indexOf(anchor), ids.indexOf(id)];
      if (from < 0 || to < 0) return toggle(id);
      const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1);
      $selection.set(range.reduce((selection, one) => set(one, true, selection), $selection.get()));
    },
    loaded: () => some(rows()),
    all: () => $selection.set({ type: 'all', except: new Set() }),
    clear() {
      anchor = null;
      if ($selection.get() !== NOTHING) $selection.set(NOTHING);
    },
    prune() {
      const selection = $selection.get();
      if (selection.type === 'all' || selection.ids.size === 0) return;
      const there = new Set(rows());
      const kept = [...selection.ids].filter((id) => there.has(id));
      if (kept.length < selection.ids.size) some(kept);
    },
  };
}
