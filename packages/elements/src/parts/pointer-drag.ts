// Dragging by a mouse or a pen: a press that goes some way takes along what was pressed, near the edge of what scrolls that goes
// on, letting go drops it, and Escape gives up. The click that comes of it means nothing. A finger scrolls: what is dragged can
// also be done by keys and from a menu.
import { EdgeScroll, type Point } from './edge-scroll.ts';

export type { Point };

export interface PointerDragOptions {
  /** Along which axis a press has to go to be a drag. */
  readonly along: 'x' | 'y';
  /** What was pressed is taken along. */
  readonly begin: () => void;
  /** Where it is now: as the pointer moves, as what lies under it scrolls, and once more before it is dropped. */
  readonly over: (at: Point) => void;
  /** It is let go of where it is. */
  readonly drop: () => void;
  /** The press is over, whatever came of it. */
  readonly end: () => void;
}

/** Pixels that a press moves before it is a drag. */
const SLACK = 5;

export class PointerDrag {
  readonly #set: PointerDragOptions;
  readonly #scroll: EdgeScroll;
  #press: { readonly pointer: number; readonly within: Element; readonly from: Point; at: Point } | null = null;
  #isActive = false;

  constructor(options: PointerDragOptions) {
    this.#set = options;
    this.#scroll = new EdgeScroll(() => this.#over());
  }

  /** Whether something is taken along. */
  get isActive(): boolean {
    return this.#isActive;
  }

  /** Whether a press may become a drag: of the main button, and not of a finger. */
  static begins({ button, pointerType }: PointerEvent): boolean {
    return button === 0 && pointerType !== 'touch';
  }

  /**
   * Takes a press that may become a drag.
   * @param within what it is dragged in; it and what scrolls around it scroll on at their edges
   */
  press(event: PointerEvent, within: Element): void {
    this.cancel();
    const from = { x: event.clientX, y: event.clientY };
    this.#press = { pointer: event.pointerId, within, from, at: from };
    addEventListener('pointermove', this.#move);
    addEventListener('pointerup', this.#up);
    addEventListener('pointercancel', this.#cancelled);
    addEventListener('keydown', this.#key, true);
  }

  /** Gives up. */
  cancel(): void {
    if (this.#press) this.#end(false);
  }

  readonly #move = (event: PointerEvent): void => {
    const press = this.#press;
    if (press?.pointer !== event.pointerId) return;
    press.at = { x: event.clientX, y: event.clientY };
    if (!this.#isActive) {
      const { along } = this.#set;
      if (Math.abs(press.at[along] - press.from[along]) < SLACK) return;
      this.#isActive = true;
      if (press.within.isConnected) press.within.setPointerCapture(press.pointer);
      this.#scroll.start(press.within, press.from);
      this.#set.begin();
    }
    event.preventDefault();
    getSelection()?.removeAllRanges();
    this.#scroll.to(press.at);
    this.#over();
  };

  #over(): void {
    if (this.#press && this.#isActive) this.#set.over(this.#press.at);
  }

  readonly #up = (event: PointerEvent): void => {
    if (this.#press?.pointer !== event.pointerId) return;
    // What was drawn since it moved last may be under it now.
    this.#over();
    const wasActive = this.#isActive;
    this.#release(true);
    if (wasActive) this.#set.drop();
    this.#set.end();
  };

  readonly #cancelled = (event: PointerEvent): void => {
    if (this.#press?.pointer === event.pointerId) this.#end(true);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#isActive) return;
    event.preventDefault();
    event.stopPropagation();
    this.#end(false);
  };

  #end(isReleased: boolean): void {
    this.#release(isReleased);
    this.#set.end();
  }

  #release(isReleased: boolean): void {
    const press = this.#press;
    if (!press) return;
    removeEventListener('pointermove', this.#move);
    removeEventListener('pointerup', this.#up);
    removeEventListener('pointercancel', this.#cancelled);
    removeEventListener('keydown', this.#key, true);
    this.#scroll.stop();
    if (this.#isActive) swallowClick(isReleased);
    if (press.within.hasPointerCapture(press.pointer)) press.within.releasePointerCapture(press.pointer);
    this.#press = null;
    this.#isActive = false;
  }
}

/** Has the click that follows a drag do nothing: it comes in the same task as the release, or never. */
function swallowClick(isReleased: boolean): void {
  const over = new AbortController();
  const listening = { capture: true, signal: over.signal };
  const stop = (event: Event): void => {
    event.stopPropagation();
    event.preventDefault();
  };
  const soon = (): void => void setTimeout(() => over.abort());
  addEventListener('click', stop, listening);
  if (isReleased) return soon();
  // Given up while it is still held.
  addEventListener('pointerup', soon, listening);
  addEventListener('pointerdown', () => over.abort(), listening);
}
