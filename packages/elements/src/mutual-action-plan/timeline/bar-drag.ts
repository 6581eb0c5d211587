// Moving and resizing bars with the pointer. It is a press that goes some way; a finger scrolls instead, and changes dates in
// the details. Escape gives up; near an edge, time scrolls on.
import type { Action } from '@followthrough/core/schema';
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
  /** Room at the beginning of the scroller that rows' titles take. */
  readonly side: () => number;
}

/** Pixels that a press may stray and still be one. */
const STRAY = 4;
/** How near to an edge time scrolls on, and how fast, in pixels. */
const EDGE = 36;
const SPEED = 9;

interface Press {
  readonly pointer: number;
  readonly action: Action;
  readonly grip: Grip;
  readonly box: HTMLElement;
  readonly rtl: boolean;
  readonly x: number;
  readonly scrolled: number;
  lastX: number;
  isDrag: boolean;
}

export class BarDrag {
  readonly #options: BarDragOptions;
  #press: Press | null = null;
  #ended = false;
  #frame = 0;

  constructor(options: BarDragOptions) {
    this.#options = options;
  }

  get isDragging(): boolean {
    return this.#press?.isDrag === true;
  }

  /** Whether the click that comes now ends a drag, and is none. */
  takeClick(): boolean {
    const ended = this.#ended;
    this.#ended = false;
    return ended;
  }

  readonly onPointerDown = (event: PointerEvent): void => {
    this.#ended = false;
    if (event.pointerType === 'touch' || event.button !== 0 || this.#options.isReadonly()) return;
    const target = event.target as Element;
    const grip = target.closest<HTMLElement>('[data-grip]')?.dataset.grip as Grip | undefined;
    const key = target.closest<HTMLElement>('.tl-row')?.dataset.key;
    const box = event.currentTarget as HTMLElement;
    const action = grip && key ? this.#options.actionOf(key) : null;
    if (!grip || !action || !isAdjustable(action)) return;
    this.#press = {
      ...{ pointer: event.pointerId, action, grip, box, rtl: box.matches(':dir(rtl)') },
      ...{ x: event.clientX, scrolled: box.scrollLeft, lastX: event.clientX, isDrag: false },
    };
    box.addEventListener('pointermove', this.#onMove);
    box.addEventListener('pointerup', this.#onUp);
    box.addEventListener('pointercancel', this.#onCancel);
    box.addEventListener('lostpointercapture', this.#onCancel);
    addEventListener('keydown', this.#onKey, true);
  };

  /** Gives up what is held. */
  cancel(): void {
    const held = this.#press;
    if (!held) return;
    this.#release();
    if (held.isDrag) this.#options.adjusting.cancel();
  }

  readonly #onMove = (event: PointerEvent): void => {
    const press = this.#press;
    if (press?.pointer !== event.pointerId) return;
    press.lastX = event.clientX;
    if (!press.isDrag) {
      if (Math.abs(event.clientX - press.x) < STRAY) return;
      press.isDrag = true;
      press.box.setPointerCapture(event.pointerId);
      this.#scrollOn();
    }
    this.#follow(press);
  };

  #follow(press: Press): void {
    const distance = press.lastX - press.x + (press.box.scrollLeft - press.scrolled);
    const days = snapped(press.rtl ? -distance : distance, this.#options.dayWidth());
    const dates = adjustedDates(press.action, press.grip, days);
    if (dates) this.#options.adjusting.hold(press.action, 'pointer', dates);
  }

  #scrollOn(): void {
    const press = this.#press;
    if (!press) return;
    const { left, right } = press.box.getBoundingClientRect();
    const side = this.#options.side();
    const [start, end] = press.rtl ? [left, right - side] : [left + side, right];
    const by = press.lastX < start + EDGE ? -SPEED : press.lastX > end - EDGE ? SPEED : 0;
    // Only once it has gone that way: a bar may begin at the edge.
    if (by !== 0 && Math.sign(press.lastX - press.x) === Math.sign(by)) {
      press.box.scrollLeft += by;
      this.#follow(press);
    }
    this.#frame = requestAnimationFrame(() => this.#scrollOn());
  }

  readonly #onUp = (event: PointerEvent): void => {
    const press = this.#press;
    if (press?.pointer !== event.pointerId) return;
    this.#release();
    if (!press.isDrag) return;
    this.#ended = true;
    this.#options.adjusting.drop();
  };

  readonly #onCancel = (event: PointerEvent): void => {
    if (this.#press?.pointer === event.pointerId) this.cancel();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.isDragging) return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
    this.#ended = true;
  };

  #release(): void {
    const press = this.#press;
    if (!press) return;
    this.#press = null;
    cancelAnimationFrame(this.#frame);
    const { box, pointer } = press;
    box.removeEventListener('pointermove', this.#onMove);
    box.removeEventListener('pointerup', this.#onUp);
    box.removeEventListener('pointercancel', this.#onCancel);
    box.removeEventListener('lostpointercapture', this.#onCancel);
    removeEventListener('keydown', this.#onKey, true);
    if (box.hasPointerCapture(pointer)) box.releasePointerCapture(pointer);
  }
}
