// Moving and resizing bars with the pointer: so many days along time as the pointer has gone over it. A finger scrolls
// instead, and changes dates in the details.
import type { Action } from '@followthrough/core/schema';
import { type Point, PointerDrag } from '../../parts/pointer-drag.ts';
import { adjustedDates, type Grip, isAdjustable } from './adjusted-dates.ts';
import type { Adjusting } from './adjusting.ts';
import { snapped } from './scale.ts';

export interface BarDragOptions {
  readonly adjusting: Adjusting;
  /** The action of a row. */
  readonly actionOf: (key: string) => Action | null;
  /** Pixels a day. */
  readonly dayWidth: () => number;
  readonly isReadonly: () => boolean;
}

interface Held {
  readonly action: Action;
  readonly grip: Grip;
  readonly rtl: boolean;
  /** What scrolls along with time. */
  readonly grid: Element;
  /** Where in it the press was, in pixels. */
  readonly from: number;
}

export class BarDrag {
  readonly #options: BarDragOptions;
  readonly #drag: PointerDrag;
  #held: Held | null = null;
  #isDropped = false;

  constructor(options: BarDragOptions) {
    this.#options = options;
    this.#drag = new PointerDrag({
      along: 'x',
      begin: () => undefined,
      over: (at) => this.#over(at),
      drop: () => this.#drop(),
      end: () => this.#end(),
    });
  }

  get isDragging(): boolean {
    return this.#drag.isActive;
  }

  /** For the scroller's `pointerdown`. */
  readonly onPointerDown = (event: PointerEvent): void => {
    if (!PointerDrag.begins(event) || this.#options.isReadonly()) return;
    const target = event.target as Element;
    const grip = target.closest<HTMLElement>('[data-grip]')?.dataset.grip as Grip | undefined;
    const key = target.closest<HTMLElement>('.tl-row')?.dataset.key;
    const grid = target.closest('.tl-grid');
    const action = grip && key ? this.#options.actionOf(key) : null;
    if (!grip || !grid || !action || !isAdjustable(action)) return;
    const from = event.clientX - grid.getBoundingClientRect().left;
    this.#held = { action, grip, rtl: grid.matches(':dir(rtl)'), grid, from };
    this.#drag.press(event, event.currentTarget as Element);
  };

  /** Gives up what is held. */
  cancel(): void {
    this.#drag.cancel();
  }

  #over({ x }: Point): void {
    const held = this.#held;
    if (!held) return;
    const distance = x - held.grid.getBoundingClientRect().left - held.from;
    const days = snapped(held.rtl ? -distance : distance, this.#options.dayWidth());
    const dates = adjustedDates(held.action, held.grip, days);
    if (dates) this.#options.adjusting.hold(held.action, 'pointer', dates);
  }

  #drop(): void {
    this.#isDropped = true;
    this.#options.adjusting.drop();
  }

  #end(): void {
    const { adjusting } = this.#options;
    if (!this.#isDropped && adjusting.current?.by === 'pointer') adjusting.cancel();
    this.#held = null;
    this.#isDropped = false;
  }
}
