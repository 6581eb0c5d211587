// What keys on an item do: arrows go from title to title, with Alt they move the item, Delete deletes it.
import type { Item, OpenItem } from '@followthrough/core/schema';
import type { Messages } from '../localize/messages.ts';
import { reasonOf } from '../load-problem-text.ts';

export interface ItemKeysSetting {
  readonly root: () => ParentNode;
  readonly readonly: () => boolean;
  readonly messages: () => Messages;
  readonly move: (item: OpenItem, by: 1 | -1) => void;
  readonly remove: (item: OpenItem) => void;
  readonly refused: (reason: string) => void;
}

export class ItemKeys {
  readonly #on: ItemKeysSetting;

  constructor(setting: ItemKeysSetting) {
    this.#on = setting;
  }

  /** For an item's `keydown`. */
  readonly press = (item: Item, event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || item.locked) return;
    const title = (event.target as Element).matches('.item-title') ? (event.target as HTMLElement) : null;
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by !== 0 && event.altKey) {
      event.preventDefault();
      this.#move(item, by);
    } else if (by !== 0 && title) {
      event.preventDefault();
      const titles = [...this.#on.root().querySelectorAll<HTMLElement>('.item-title')];
      titles[titles.indexOf(title) + by]?.focus();
    } else if (event.key === 'Delete' && !event.altKey && title) {
      event.preventDefault();
      if (item.may.delete === true && !this.#on.readonly()) this.#on.remove(item);
    }
  };

  #move(item: OpenItem, by: 1 | -1): void {
    if (this.#on.readonly()) return;
    if (item.may.move === true) this.#on.move(item, by);
    else if (item.may.edit === true) this.#on.refused(reasonOf(item.may.move, this.#on.messages()) ?? '');
  }
}
