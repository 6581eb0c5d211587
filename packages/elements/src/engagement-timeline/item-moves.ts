// Moving an item among those that may be moved: by keys and its menu one place at a time, by a mouse or a pen to where it is
// dropped, with a line where it would be put. Escape gives up; a finger scrolls, and uses the menu.
import type { LitElement } from 'lit';
import type { Id, OpenItem } from '@followthrough/core/schema';
import type { ShownEngagement } from '@followthrough/core/stores';

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

/** Pixels that a press moves before it is a drag. */
const SLACK = 6;

export class ItemDrag {
  readonly #set: ItemDragSetting;
  #from: { readonly item: OpenItem; readonly y: number; readonly pointer: number } | null = null;
  #active = false;
  #target: Id | null = null;

  constructor(setting: ItemDragSetting) {
    this.#set = setting;
  }

  /** The item that is taken along. */
  get dragged(): Id | null {
    return this.#active ? (this.#from?.item.id ?? null) : null;
  }

  /** The item that it would be put before. */
  get dropAt(): Id | null {
    return this.#active ? this.#target : null;
  }

  /** For the list's `pointerdown`. */
  readonly down = (event: PointerEvent): void => {
    if (event.button !== 0 || event.pointerType === 'touch' || this.#set.readonly()) return;
    const target = event.target as Element;
    if (target.closest('.item-end, a[href], input, textarea')) return;
    const id = target.closest<HTMLElement>('[data-id]')?.dataset['id'];
    const shown = this.#set.shown();
    const item = shown && movableItems(shown).find((one) => one.id === id);
    if (!item) return;
    this.#from = { item, y: event.clientY, pointer: event.pointerId };
    addEventListener('pointermove', this.#move);
    addEventListener('pointerup', this.#up);
    addEventListener('pointercancel', this.#end);
    addEventListener('keydown', this.#key, true);
  };

  readonly #move = (event: PointerEvent): void => {
    const from = this.#from;
    if (!from || event.pointerId !== from.pointer) return;
    if (!this.#active && Math.abs(event.clientY - from.y) < SLACK) return;
    event.preventDefault();
    this.#active = true;
    getSelection()?.removeAllRanges();
    this.#target = this.#at(event.clientX, event.clientY);
    this.#set.host.requestUpdate();
  };

  /** The item before which something at this point would be put; null: it stays. */
  #at(x: number, y: number): Id | null {
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

  readonly #up = (): void => {
    const from = this.#from;
    const target = this.#target;
    const wasActive = this.#active;
    this.#end();
    if (!from || !wasActive) return;
    // The click that follows a drag opens nothing.
    addEventListener('click', stopClick, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', stopClick, { capture: true }));
    if (target !== null && target !== from.item.id) this.#set.place(from.item, target === LAST ? null : target);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#active) return;
    event.preventDefault();
    event.stopPropagation();
    this.#end();
  };

  readonly #end = (): void => {
    removeEventListener('pointermove', this.#move);
    removeEventListener('pointerup', this.#up);
    removeEventListener('pointercancel', this.#end);
    removeEventListener('keydown', this.#key, true);
    this.#from = null;
    this.#active = false;
    this.#target = null;
    this.#set.host.requestUpdate();
  };
}

/** After the last one. */
const LAST = '';

function stopClick(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
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
