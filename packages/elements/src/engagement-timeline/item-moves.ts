// Where an item can be moved to: among those that may be moved, in their order. It is moved by keys and its menu, by its handle,
// and by a mouse or a pen.
import type { Id, OpenItem } from '@followthrough/core/schema';
import type { ShownEngagement } from '@followthrough/core/stores';

/** Before which of the movable items one would be put; null: after the last of them; undefined: nowhere. */
export type ItemTarget = Id | null | undefined;

/** An item that is taken along, and where the line is that shows where it would be put. */
export interface MovingItem {
  readonly item: Id;
  readonly before: Id | null;
  readonly after: Id | null;
}

/** What is shown of an item that would be put there. */
export function movingTo(shown: ShownEngagement | null, item: Id, target: ItemTarget): MovingItem {
  const last = target === null ? movableItems(shown).at(-1) : undefined;
  return { item, before: target ?? null, after: last?.id ?? null };
}

/** The items that can change places with one another: all that may be moved, in their order. */
export function movableItems(shown: ShownEngagement | null): readonly OpenItem[] {
  return (shown?.items ?? []).filter((item): item is OpenItem => !item.locked && item.may.move === true);
}

/** Where an item stands among the movable ones, and before which it stands after a step; null where there is no step. */
export function stepOf(
  shown: ShownEngagement,
  id: Id,
  by: 1 | -1,
): { before: Id | null; at: number; of: number } | null {
  const movable = movableItems(shown);
  const at = movable.findIndex((item) => item.id === id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= movable.length) return null;
  return { before: beforeOf(shown, movable, by < 0 ? to : to + 1), at: to + 1, of: movable.length };
}

/** The item before which something at this place among the movable ones stands: right after the one that comes before it. */
function beforeOf({ items }: ShownEngagement, movable: readonly OpenItem[], place: number): Id | null {
  const next = movable[place];
  if (next) return next.id;
  const last = movable.at(-1);
  const after = items.findIndex(({ id }) => id === last?.id);
  return items[after + 1]?.id ?? null;
}

/** Where an item comes to stand when it is dropped. */
export function dropOf(
  shown: ShownEngagement,
  item: OpenItem,
  before: Id | null,
): { before: Id | null; at: number; of: number } {
  const movable = movableItems(shown);
  const others = movable.filter(({ id }) => id !== item.id);
  const at = before === null ? others.length : others.findIndex(({ id }) => id === before);
  return { before: before ?? beforeOf(shown, movable, movable.length), at: at + 1, of: movable.length };
}
