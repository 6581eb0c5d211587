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
  readonly #element: HTMLElement;
  #blocks: Block[] = [];
  #range: Range = { start: 0, end: 0 };
  #stop: (() => void) | null = null;

  /** @param rows the element that holds the rows */
  constructor(rows: HTMLElement) {
    this.#element = document.createElement('div');
    this.#element.className = 'find';
    this.#element.ariaHidden = 'true';
    rows.append(this.#element);
  }

  /** Writes the titles anew where they changed, block by block while the page has nothing else to do. */
  write(layout: Layout, range: Range, textOf: (index: number) => string): void {
    this.#stop?.();
    this.#range = range;
    const count = Math.ceil(layout.count / BLOCK);
    while (this.#blocks.length > count) this.#blocks.pop()?.element.remove();
    let at = 0;
    this.#stop = whileIdle(() => {
      if (at >= count) return false;
      this.#writeBlock(at++, layout, textOf);
      return at < count;
    });
  }

  /** Takes away the blocks that touch the rows in the page, so that nothing is found twice. */
  cover(range: Range): void {
    this.#range = range;
    for (let at = 0; at < this.#blocks.length; at++) this.#coverBlock(at);
  }

  /** Takes it out of the page. */
  remove(): void {
    this.clear();
    this.#element.remove();
  }

  /** Holds nothing. */
  clear(): void {
    this.#stop?.();
    for (const { element } of this.#blocks) element.remove();
    this.#blocks = [];
  }

  #writeBlock(at: number, layout: Layout, textOf: (index: number) => string): void {
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
    this.#coverBlock(at);
  }

  #coverBlock(at: number): void {
    const block = this.#blocks[at];
    if (!block) return;
    const shown = (at + 1) * BLOCK <= this.#range.start || at * BLOCK >= this.#range.end;
    if (shown === block.shown) return;
    block.shown = shown;
    block.element.hidden = !shown;
  }

  #add(): Block {
    const element = document.createElement('div');
    this.#element.append(element);
    const block = { element, text: '', shown: true };
    this.#blocks.push(block);
    return block;
  }
}

/** Runs steps while the page is idle, until one gives false; gives how to stop. A browser without idle time: in turns. */
function whileIdle(step: () => boolean): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setInterval(() => step() || clearInterval(timer), 1);
    return () => clearInterval(timer);
  }
  const run = (deadline: IdleDeadline) => {
    let more = step();
    while (more && deadline.timeRemaining() > 1) more = step();
    if (more) handle = requestIdleCallback(run);
  };
  let handle = requestIdleCallback(run);
  return () => cancelIdleCallback(handle);
}
