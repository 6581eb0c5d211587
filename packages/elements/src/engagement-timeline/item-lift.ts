// Moving an item by its handle and the keyboard: Space lifts it, arrows say where to, Space puts it down there, Escape or going
// elsewhere leaves it where it was. All of it is said. Pressed by a pointer, the handle opens the item's menu, which moves it too.
import type { Id, OpenItem } from '@followthrough/core/schema';
import { announce } from '../announce.ts';
import { engagementWords } from '../localize/late-engagement.ts';
import type { Messages } from '../localize/messages.ts';
import type { ItemMoveSetting } from './item-drag.ts';
import { movableItems, type MovingItem, movingTo } from './item-moves.ts';

export interface ItemLiftSetting extends ItemMoveSetting {
  readonly messages: () => Messages;
  readonly menu: (item: OpenItem, anchor: HTMLElement) => void;
}

/** A click on a handle: by a pointer it has a count. */
export type GripClick = Pick<MouseEvent, 'detail' | 'currentTarget'>;

export class ItemLift {
  readonly #set: ItemLiftSetting;
  #item: OpenItem | null = null;
  /** Its place among the movable ones. */
  #at = 0;

  constructor(setting: ItemLiftSetting) {
    this.#set = setting;
  }

  /** What is lifted; null where nothing is. */
  get moving(): MovingItem | null {
    return this.#item && movingTo(this.#set.shown(), this.#item.id, this.#before);
  }

  /** For a handle's `click`. */
  readonly click = (item: OpenItem, { detail, currentTarget }: GripClick): void => {
    if (detail > 0) this.#set.menu(item, currentTarget as HTMLElement);
    else if (this.#item?.id === item.id) this.#drop();
    else this.#lift(item);
  };

  /** For a handle's `keydown`. */
  readonly press = (event: KeyboardEvent): void => {
    if (!this.#item || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0 && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (by === 0) this.leave();
    else this.#go(by);
  };

  /** Leaves it where it was. */
  readonly leave = (): void => {
    const item = this.#item;
    if (!item) return;
    this.#end();
    announce(this.#words.putBack(item.title));
  };

  #lift(item: OpenItem): void {
    const at = this.#movable.findIndex(({ id }) => id === item.id);
    if (at < 0 || this.#set.readonly()) return;
    this.#item = item;
    this.#at = at;
    announce(this.#words.lifted(item.title, at + 1, this.#movable.length));
    this.#set.host.requestUpdate();
  }

  #go(by: 1 | -1): void {
    const item = this.#item;
    const to = this.#at + by;
    if (!item || to < 0 || to >= this.#movable.length) return;
    this.#at = to;
    announce(this.#words.liftedAt(item.title, to + 1, this.#movable.length));
    this.#set.host.requestUpdate();
  }

  #drop(): void {
    const item = this.#item;
    const before = this.#before;
    const from = this.#movable.findIndex(({ id }) => id === item?.id);
    const isMoved = item !== null && from >= 0 && from !== this.#at;
    if (!isMoved) return this.leave();
    this.#end();
    this.#set.place(item, before);
  }

  #end(): void {
    this.#item = null;
    this.#set.host.requestUpdate();
  }

  /** Before which of the others it would stand; null: after the last. */
  get #before(): Id | null {
    return this.#movable.filter(({ id }) => id !== this.#item?.id)[this.#at]?.id ?? null;
  }

  get #movable(): readonly OpenItem[] {
    return movableItems(this.#set.shown());
  }

  get #words() {
    return engagementWords(this.#set.messages());
  }
}
