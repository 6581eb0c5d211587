// What of a timeline is seen: its measures in pixels, and how far it is scrolled, counted from where time begins. A change
// of scale, or of the first day, keeps the days where they are for the eye.
import type { Day } from '@followthrough/core/domain';
import type { Reach, TimeScale } from './span.ts';

/** Below this width, in pixels, dates are shown as an agenda. */
const AGENDA_BELOW = 480;
/** Where today stands when one goes to it: this share of the room from its beginning. */
const TODAY_AT = 0.28;
const NEAR = 240;

export class Viewport {
  width = 0;
  height = 560;
  em = 14;
  #x = 0;
  #y = 0;
  #isMoved = false;
  #coarse = false;
  #time: TimeScale | null = null;
  #todayOnce = true;

  /** Takes the measures; gives whether any is another. */
  measure(root: HTMLElement, scroller: HTMLElement | null): boolean {
    const before = [this.width, this.height, this.em, this.#coarse].join();
    this.width = scroller?.clientWidth || root.clientWidth;
    this.height = scroller?.clientHeight || this.height;
    this.em = Number.parseFloat(getComputedStyle(root).fontSize) || 14;
    this.#coarse = matchMedia('(pointer: coarse)').matches;
    return before !== [this.width, this.height, this.em, this.#coarse].join();
  }

  /** How far it is scrolled along time, and down the rows. */
  get x(): number {
    return this.#x;
  }

  get y(): number {
    return this.#y;
  }

  /** Takes where a person scrolled to. */
  scrolled(x: number, y: number): void {
    this.#x = x;
    this.#y = y;
  }

  /** Scrolls; the box follows when it is drawn. */
  scrollTo({ x = this.#x, y = this.#y }: { x?: number; y?: number }): void {
    this.#x = x;
    this.#y = y;
    this.#isMoved = true;
  }

  /** Scrolls the box to where it was scrolled by code; a scroll of a person's is left alone. */
  apply(box: HTMLElement): void {
    if (!this.#isMoved) return;
    this.#isMoved = false;
    box.scrollLeft = box.matches(':dir(rtl)') ? -this.#x : this.#x;
    box.scrollTop = this.#y;
  }

  get isNarrow(): boolean {
    return this.width > 0 && this.width < AGENDA_BELOW;
  }

  get rowHeight(): number {
    return Math.max(Math.round(this.em * 2.571), this.#coarse ? 44 : 0);
  }

  get head(): number {
    return Math.round(this.em * 3.714);
  }

  /** The width of the first column. */
  get side(): number {
    return Math.round(Math.min(Math.max(this.width * 0.28, this.em * 11), this.em * 22));
  }

  /** The width that is left for time. */
  get room(): number {
    return Math.max(this.width - this.side, 100);
  }

  /** The height that is left for rows. */
  get rowsHeight(): number {
    return Math.max(this.height - this.head, this.rowHeight);
  }

  /** Takes another time scale, keeping today where it is if it is seen, else what is in the middle. */
  follow(time: TimeScale, { today, reach }: { today: Day; reach: Reach | null }): void {
    const before = this.#time;
    this.#time = time;
    if (!before || this.#todayOnce) {
      // A plan that lies ahead, or behind, is shown where it is.
      const day = reach ? Math.min(Math.max(today, reach.from), reach.to) : today;
      this.scrollTo({ x: this.xFor(day) });
      this.#todayOnce = false;
      return;
    }
    if (before.first === time.first && before.width === time.width) return;
    const todayX = (today + 0.5 - before.first) * before.width - this.x;
    const isSeen = todayX >= 0 && todayX <= this.room;
    const kept = isSeen ? todayX : this.room / 2;
    const day = isSeen ? today + 0.5 : before.first + (this.x + kept) / before.width;
    const x =
      before.width === time.width
        ? // Moved only at its beginning: nothing on screen moves.
          this.x + (before.first - time.first) * time.width
        : (day - time.first) * time.width - kept;
    this.scrollTo({ x: Math.min(Math.max(x, 0), Math.max(0, time.days * time.width - this.room)) });
  }

  /** Goes to today with the next scale that is followed. */
  reset(): void {
    this.#todayOnce = true;
  }

  /** How far to scroll so that a day stands where today does. */
  xFor(day: Day): number {
    const time = this.#time;
    if (!time) return 0;
    const x = (day + 0.5 - time.first) * time.width - this.room * TODAY_AT;
    return Math.min(Math.max(x, 0), Math.max(0, time.days * time.width - this.room));
  }

  /** The days in view. */
  inView({ first, width }: TimeScale): Reach {
    return {
      from: Math.ceil(first + this.x / width - 0.5),
      to: Math.floor(first + (this.x + this.room) / width - 0.5),
    };
  }

  /** Those and some more. */
  near({ first, width, days }: TimeScale): Reach {
    const from = Math.floor(first + (this.x - NEAR) / width);
    return {
      from: Math.max(from, first),
      to: Math.min(Math.ceil(first + (this.x + this.room + NEAR) / width), first + days - 1),
    };
  }
}

/** How far a box is scrolled along the line, from where the line begins. */
export function scrolledAlong(box: HTMLElement): number {
  return Math.abs(box.scrollLeft);
}
