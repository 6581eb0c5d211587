// Find-in-page over a list of which only a window is in the page: for each block of a hundred rows out of view, one
// element holds their titles as unseen text, a line per row, at the place where the rows would be. So Ctrl+F finds
// them and scrolls there; the rows that then come into view take the block's place. A screen reader does not meet it
// (aria-hidden: the grid tells its own row count), and `content-visibility` keeps the engine from laying it out.
import { heightOf, type Layout, offsetOf, type Range } from './layout.ts';

/** Rows in one block: few enough to be written in a moment, enough to need few elements. */
const BLOCK = 100;

interface Block {
  element: HTMLElement;
  text: string;
  shown: boolean;
}

/** The unseen text of the rows that are not in the page. */
export class FindLayer {
  /** Holds the blocks; goes inside the element that holds the rows. */
  readonly element: HTMLElement;
  #blocks: Block[] = [];

  constructor() {
    this.element = document.createElement('div');
    this.element.className = 'find';
    this.element.ariaHidden = 'true';
  }

  /** Writes the titles anew where they changed; cheap enough for an idle moment, not for a frame. */
  write(layout: Layout, textOf: (index: number) => string): void {
    const count = Math.ceil(layout.count / BLOCK);
    while (this.#blocks.length > count) this.#blocks.pop()?.element.remove();
    for (let at = 0; at < count; at++) {
      const start = at * BLOCK;
      const end = Math.min(layout.count, start + BLOCK);
      const block = this.#blocks[at] ?? this.#add();
      let text = '';
      for (let index = start; index < end; index++) text += `${textOf(index)}\n`;
      if (text !== block.text) {
        block.text = text;
        // A line has a row's height; a group header inside the block shifts the lines below it by a little.
        block.element.textContent = text;
      }
      const top = offsetOf(layout, start);
      block.element.style.transform = `translateY(${top}px)`;
      block.element.style.blockSize = `${offsetOf(layout, end - 1) + heightOf(layout, end - 1) - top}px`;
    }
  }

  /** Takes away the blocks that touch the rows in the page, so that nothing is found twice. */
  cover(range: Range): void {
    for (let at = 0; at < this.#blocks.length; at++) {
      const block = this.#blocks[at];
      if (!block) continue;
      const shown = (at + 1) * BLOCK <= range.start || at * BLOCK >= range.end;
      if (shown === block.shown) continue;
      block.shown = shown;
      block.element.hidden = !shown;
    }
  }

  /** Takes all of it away. */
  clear(): void {
    for (const { element } of this.#blocks) element.remove();
    this.#blocks = [];
  }

  #add(): Block {
    const element = document.createElement('div');
    this.element.append(element);
    const block = { element, text: '', shown: true };
    this.#blocks.push(block);
    return block;
  }
}
