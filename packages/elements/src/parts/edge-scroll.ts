// What scrolls goes on by itself while something is dragged near its edge: the innermost of what is around that can still go
// that way, else the next one out, at last the page. The nearer to the edge, the faster; where motion is reduced, in steps. A
// press that begins near an edge scrolls nothing until it has gone towards the edge, or away from it and back.

/** A place in the viewport, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How near to an edge it begins, in pixels; in what is small, a quarter of its size. */
const EDGE = 48;
/** Pixels a second at the edge and beyond it. */
const SPEED = 1000;
/** Where motion is reduced: pixels of a step, and milliseconds between two. */
const STEP = 96;
const PAUSE = 250;
/** Pixels that a press near an edge goes towards it to scroll. */
const TOWARDS = 8;

type Axis = 'x' | 'y';
type Sign = -1 | 0 | 1;

/** From where to where, along both axes. */
interface Bounds {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

export class EdgeScroll {
  readonly #scrolled: () => void;
  /** From the innermost to the page. */
  #boxes: readonly ScrollBox[] = [];
  #from: Point = { x: 0, y: 0 };
  #at: Point = this.#from;
  /** Which edges the press began near, as long as they scroll nothing. */
  #began: Record<Axis, Sign> = { x: 0, y: 0 };
  /** Of a pixel, what is left over. */
  #rest: Record<Axis, number> = { x: 0, y: 0 };
  #isCalm = false;
  #time = 0;
  #frame = 0;

  /** @param scrolled something around has scrolled, by itself or by a wheel: what lies under the pointer is another */
  constructor(scrolled: () => void) {
    this.#scrolled = scrolled;
  }

  /**
   * Begins, for what scrolls around an element, the element included.
   * @param from where the press was
   */
  start(element: Element, from: Point): void {
    this.stop();
    this.#boxes = scrollBoxes(element);
    this.#from = this.#at = from;
    this.#began = { x: this.#pullAlong('x').sign, y: this.#pullAlong('y').sign };
    this.#rest = { x: 0, y: 0 };
    this.#isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const { target } of this.#boxes) target.addEventListener('scroll', this.#scrolled, { passive: true });
    this.#time = performance.now();
    this.#frame = requestAnimationFrame(this.#step);
  }

  /** Takes where the pointer is. */
  to(at: Point): void {
    this.#at = at;
    for (const axis of ['x', 'y'] as const) {
      const began = this.#began[axis];
      if (began === 0) continue;
      const isTowards = (at[axis] - this.#from[axis]) * began >= TOWARDS;
      if (isTowards || this.#pullAlong(axis).sign !== began) this.#began[axis] = 0;
    }
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    for (const { target } of this.#boxes) target.removeEventListener('scroll', this.#scrolled);
    this.#boxes = [];
  }

  readonly #step = (time: number): void => {
    const passed = Math.max(0, time - this.#time);
    if (!this.#isCalm || passed >= PAUSE) {
      this.#time = time;
      // A page that was away for a while does not leap.
      for (const axis of ['x', 'y'] as const) this.#scroll(axis, Math.min(passed, 64) / 1000);
    }
    this.#frame = requestAnimationFrame(this.#step);
  };

  #scroll(axis: Axis, seconds: number): void {
    const { box, sign, depth } = this.#pullAlong(axis);
    if (!box || sign === this.#began[axis]) {
      this.#rest[axis] = 0;
      return;
    }
    const by = this.#isCalm ? sign * STEP : this.#rest[axis] + sign * depth * SPEED * seconds;
    const whole = Math.trunc(by);
    this.#rest[axis] = by - whole;
    if (whole !== 0) box.scrollBy(axis, whole);
  }

  /** What would scroll along an axis, which way, and how deep in its edge the pointer is, from 0 to 1. */
  #pullAlong(axis: Axis): { readonly box: ScrollBox | null; readonly sign: Sign; readonly depth: number } {
    const at = this.#at[axis];
    const shown = shownBounds(this.#boxes);
    for (const [index, box] of this.#boxes.entries()) {
      const [start, end] = shown[index]?.[axis] ?? [0, 0];
      const edge = Math.min(EDGE, (end - start) / 4);
      const sign: Sign = at < start + edge ? -1 : at > end - edge ? 1 : 0;
      if (sign === 0 || !box.goes(axis, sign)) continue;
      const depth = (sign < 0 ? start + edge - at : at - (end - edge)) / edge;
      return { box, sign, depth: Math.min(1, depth) ** 2 };
    }
    return { box: null, sign: 0, depth: 0 };
  }
}

/** Something that scrolls, as it was when the drag began. */
class ScrollBox {
  readonly #element: Element;
  readonly #isPage: boolean;
  readonly #scrolls: Record<Axis, boolean>;
  readonly #rtl: boolean;
  readonly #padding: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };

  constructor(element: Element) {
    const style = getComputedStyle(element);
    const pixels = (length: string) => Number.parseFloat(length) || 0;
    this.#element = element;
    this.#isPage = element === document.scrollingElement;
    this.#scrolls = { x: this.#mayScroll(style.overflowX, 'X'), y: this.#mayScroll(style.overflowY, 'Y') };
    this.#rtl = style.direction === 'rtl';
    this.#padding = {
      ...{ top: pixels(style.scrollPaddingTop), right: pixels(style.scrollPaddingRight) },
      ...{ bottom: pixels(style.scrollPaddingBottom), left: pixels(style.scrollPaddingLeft) },
    };
  }

  #mayScroll(overflow: string, axis: 'X' | 'Y'): boolean {
    if (!this.#isPage) return overflow === 'auto' || overflow === 'scroll';
    const ofPage = overflow === 'visible' ? getComputedStyle(document.body)[`overflow${axis}`] : overflow;
    return ofPage !== 'hidden' && ofPage !== 'clip';
  }

  get isScroller(): boolean {
    return this.#scrolls.x || this.#scrolls.y;
  }

  /** What tells that it has scrolled. */
  get target(): EventTarget {
    return this.#isPage ? document : this.#element;
  }

  /** Where its edges are, less what stands over them: its `scroll-padding`. */
  get bounds(): Bounds {
    const { top, right, bottom, left } = this.#padding;
    const box = this.#isPage ? new DOMRect(0, 0, innerWidth, innerHeight) : this.#element.getBoundingClientRect();
    return { x: [box.left + left, box.right - right], y: [box.top + top, box.bottom - bottom] };
  }

  /** Whether it can go on that way. */
  goes(axis: Axis, sign: Sign): boolean {
    if (!this.#scrolls[axis]) return false;
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = this.#element;
    const most = axis === 'x' ? scrollWidth - clientWidth : scrollHeight - clientHeight;
    const isBackwards = axis === 'x' && this.#rtl;
    const at = axis === 'x' ? scrollLeft : scrollTop;
    return sign < 0 ? at > (isBackwards ? -most : 0) + 1 : at < (isBackwards ? 0 : most) - 1;
  }

  scrollBy(axis: Axis, by: number): void {
    // At once, whatever the page says of scrolling: each step is a frame of the whole.
    this.#element.scrollBy({ [axis === 'x' ? 'left' : 'top']: by, behavior: 'instant' });
  }
}

/** What scrolls around an element, from the innermost to the page, through the roots and slots that it lies in. */
function scrollBoxes(element: Element): readonly ScrollBox[] {
  const boxes: ScrollBox[] = [];
  for (let at: Element | null = element; at; at = parentOf(at)) {
    if (at === document.scrollingElement || at === document.body) continue;
    const box = new ScrollBox(at);
    if (box.isScroller) boxes.push(box);
  }
  const page = document.scrollingElement && new ScrollBox(document.scrollingElement);
  return page?.isScroller ? [...boxes, page] : boxes;
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const { parentNode } = element;
  return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement;
}

/** Of each, what can be seen of it: what lies outside of what is around it cannot. */
function shownBounds(boxes: readonly ScrollBox[]): readonly Bounds[] {
  let around: Bounds = { x: [0, innerWidth], y: [0, innerHeight] };
  return boxes
    .map(({ bounds }) => bounds)
    .reverse()
    .map(({ x, y }) => (around = { x: within(x, around.x), y: within(y, around.y) }))
    .reverse();
}

function within([start, end]: readonly [number, number], [from, to]: readonly [number, number]): [number, number] {
  return [Math.min(Math.max(start, from), to), Math.max(Math.min(end, to), from)];
}
