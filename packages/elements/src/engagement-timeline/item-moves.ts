// Moving an item among those that may be moved: by keys and its menu one place at a time, by a mouse or a pen to where it is
// dropped, with a line where it would be put.
import type { LitElement } from 'lit';
import type { Id, OpenItem } from '@followthrough/core/schema';
import type { ShownEngagement } from '@followthrough/core/stores';
import { type Point, PointerDrag } from '../parts/pointer-drag.ts';

/** The items that can change places with one another: all that may be moved, in their order. */
export function movableItems({ items }: ShownEngagement): readonly OpenItem[] {
  return items.filter((item): item is OpenItem => !item.locked && item.may.move === true);
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

export interface ItemDragSetting {
  readonly host: LitElement;
  readonly shown: () => ShownEngagement | null;
  readonly readonly: () => boolean;
  /** @param before null: after the last of those that may be moved */
  readonly place: (item: OpenItem, before: Id | null) => void;
}

export class ItemDrag {
  readonly #set: ItemDragSetting;
  readonly #drag: PointerDrag;
  #item: OpenItem | null = null;
  #target: Id | null = null;

  constructor(setting: ItemDragSetting) {
    this.#set = setting;
    this.#drag = new PointerDrag({
      along: 'y',
      begin: () => setting.host.requestUpdate(),
      over: (at) => this.#over(at),
      drop: () => this.#drop(),
      end: () => this.#end(),
    });
  }

  /** The item that is taken along. */
  get dragged(): Id | null {
    return this.#drag.isActive ? (this.#item?.id ?? null) : null;
  }

  /** The item that it would be put before. */
  get dropAt(): Id | null {
    return this.#drag.isActive ? this.#target : null;
  }

  /** For the list's `pointerdown`. */
  readonly down = (event: PointerEvent): void => {
    if (!PointerDrag.begins(event) || this.#set.readonly()) return;
    const target = event.target as Element;
    if (target.closest('.item-end, a[href], input, textarea')) return;
    const id = target.closest<HTMLElement>('[data-id]')?.dataset['id'];
    const shown = this.#set.shown();
    const item = shown && movableItems(shown).find((one) => one.id === id);
    if (!item) return;
    this.#item = item;
    this.#drag.press(event, event.currentTarget as Element);
  };

  #over(at: Point): void {
    const target = this.#at(at);
    if (target === this.#target) return;
    this.#target = target;
    this.#set.host.requestUpdate();
  }

  /** The item before which something at this point would be put; null: it stays. */
  #at({ x, y }: Point): Id | null {
    const shown = this.#set.shown();
    const root = this.#set.host.renderRoot as ShadowRoot;
    const element = root.elementFromPoint(x, y)?.closest<HTMLElement>('[data-id]');
    if (!shown || !element) return null;
    const movable = movableItems(shown);
    const at = movable.findIndex(({ id }) => id === element.dataset['id']);
    if (at < 0) return null;
    const { top, height } = element.getBoundingClientRect();
    return movable[y < top + height / 2 ? at : at + 1]?.id ?? LAST;
  }

  #drop(): void {
    const item = this.#item;
    const target = this.#target;
    if (item && target !== null && target !== item.id) this.#set.place(item, target === LAST ? null : target);
  }

  #end(): void {
    this.#item = null;
    this.#target = null;
    this.#set.host.requestUpdate();
  }
}

/** After the last one. */
const LAST = '';

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
