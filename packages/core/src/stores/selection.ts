// Which rows are selected: single ones, all, or a range in the order shown, from the last row toggled. A row that is
// shown no more is selected no more.
import { atom, type ReadableAtom } from 'nanostores';
import type { Action, Id } from '../schema/index.ts';

export interface Selection {
  readonly $selection: ReadableAtom<ReadonlySet<Id>>;
  select: (ids: Iterable<Id>) => void;
  toggle: (id: Id) => void;
  /** Selects from the last toggled row to this one, instead of what was selected so before. */
  extend: (id: Id) => void;
  all: () => void;
  clear: () => void;
  /** Lets go of rows that are shown no more: of these, or of all. */
  prune: (ids?: Iterable<Id>) => void;
}

/**
 * @param rows the rows in the order shown
 * @param isShown whether a row is among them
 */
export function createSelection(rows: () => readonly Action[], isShown: (id: Id) => boolean): Selection {
  const $selection = atom<ReadonlySet<Id>>(new Set());
  let anchor: Id | null = null;
  // What was selected before the range that goes out from the anchor.
  let beside: ReadonlySet<Id> = new Set();

  function set(ids: Iterable<Id>): void {
    const next = new Set<Id>();
    for (const id of ids) if (isShown(id)) next.add(id);
    const now = $selection.get();
    if (next.size !== now.size || ![...next].every((id) => now.has(id))) $selection.set(next);
  }

  function toggle(id: Id): void {
    const next = new Set($selection.get());
    if (!next.delete(id)) next.add(id);
    set(next);
    anchor = id;
    beside = $selection.get();
  }

  function extend(id: Id): void {
    const ids = rows().map((row) => row.id);
    const [from, to] = [anchor === null ? -1 : ids.indexOf(anchor), ids.indexOf(id)];
    if (to < 0) return;
    if (from < 0) return toggle(id);
    set([...beside, ...ids.slice(Math.min(from, to), Math.max(from, to) + 1)]);
  }

  function select(ids: Iterable<Id>): void {
    anchor = null;
    set(ids);
    beside = $selection.get();
  }

  return {
    $selection,
    select,
    toggle,
    extend,
    all: () => select(rows().map(({ id }) => id)),
    clear: () => select([]),
    prune(ids = $selection.get()) {
      if (anchor !== null && !isShown(anchor)) anchor = null;
      const selection = $selection.get();
      if (selection.size === 0) return;
      const gone = new Set<Id>();
      for (const id of ids) if (selection.has(id) && !isShown(id)) gone.add(id);
      if (gone.size > 0) $selection.set(new Set([...selection].filter((id) => !gone.has(id))));
    },
  };
}
