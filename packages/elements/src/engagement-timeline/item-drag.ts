// Moving an item by a mouse or a pen to where it is dropped, with a line where it would be put.
import type { LitElement } from 'lit';
import type { OpenItem } from '@followthrough/core/schema';
import type { ShownEngagement } from '@followthrough/core/stores';
import { type Point, PointerDrag } from '../parts/pointer-drag.ts';
import { type ItemTarget, movableItems, type MovingItem, movingTo } from './item-moves.ts';

export interface ItemMoveSetting {
  readonly host: LitElement;
  readonly shown: () => ShownEngagement | null;
  readonly readonly: () => boolean;
  /** @param before null: after the last of those that may be moved */
  readonly place: (item: OpenItem, before: string | null) => void;
}

export class ItemDrag {
  readonly #set: ItemMoveSetting;
  readonly #drag: PointerDrag;
  #item: OpenItem | null = null;
  #target: ItemTarget;

  constructor(setting: ItemMoveSetting) {
    this.#set = setting;
    this.#drag = new PointerDrag({
      along: 'y',
      begin: () => setting.host.requestUpdate(),
      over: (at) => this.#over(at),
      drop: () => this.#drop(),
      end: () => this.#end(),
    });
  }

  /** What is taken along; null where nothing is. */
  get moving(): MovingItem | null {
    return this.#item && this.#drag.isActive ? movingTo(this.#set.shown(), this.#item.id, this.#target) : null;
  }

  /** For the list's `pointerdown`. */
  readonly down = (event: PointerEvent): void => {
    if (!PointerDrag.begins(event) || this.#set.readonly()) return;
    const target = event.target as Element;
    if (target.closest('.item-end, a[href], input, textarea') && !target.closest('.item-grip')) return;
    const id = target.closest<HTMLElement>('[data-id]')?.dataset['id'];
    const item = movableItems(this.#set.shown()).find((one) => one.id === id);
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

  /** Where something at this point would be put. */
  #at({ x, y }: Point): ItemTarget {
    const root = this.#set.host.renderRoot as ShadowRoot;
    const element = root.elementFromPoint(x, y)?.closest<HTMLElement>('[data-id]');
    if (!element) return undefined;
    const movable = movableItems(this.#set.shown());
    const at = movable.findIndex(({ id }) => id === element.dataset['id']);
    if (at < 0) return undefined;
    const { top, height } = element.getBoundingClientRect();
    return movable[y < top + height / 2 ? at : at + 1]?.id ?? null;
  }

  #drop(): void {
    const item = this.#item;
    const target = this.#target;
    if (item && target !== undefined && target !== item.id) this.#set.place(item, target);
  }

  #end(): void {
    this.#item = null;
    this.#target = undefined;
    this.#set.host.requestUpdate();
  }
}
