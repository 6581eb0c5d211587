// Which rows of a long list are in view, worked out and not measured (offsets.ts): so the window can say it among 10,000
// without touching the page.
import { type Layout, MAX_HEIGHT, offsetOf, totalHeight } from './offsets.ts';

export * from './offsets.ts';

/** Entries from `start` up to but not including `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The entry that covers `offset` pixels below the top: the first or last one beyond either end. */
export function indexAt(layout: Layout, offset: number): number {
  if (layout.headers.length === 0) {
    return Math.max(0, Math.min(layout.count - 1, Math.floor(offset / layout.rowHeight)));
  }
  let low = 0;
  let high = layout.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsetOf(layout, middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/**
 * The entries that a view `height` pixels high shows when it begins `top` pixels below the list's top, and `overscan`
 * more on either side. Empty where the list has no entries or the view has no height.
 * @example rangeOf({ count: 100, rowHeight: 40, headerHeight: 36, headers: [] }, 400, 200, 1) // { start: 9, end: 16 }
 */
export function rangeOf(layout: Layout, top: number, height: number, overscan: number): Range {
  if (layout.count === 0 || height <= 0) return { start: 0, end: 0 };
  const first = indexAt(layout, top);
  const last = indexAt(layout, top + height - 1);
  return { start: Math.max(0, first - overscan), end: Math.min(layout.count, last + 1 + overscan) };
}

/**
 * Where in the list a scroll position stands. The same number for all but lists taller than {@link MAX_HEIGHT}, where
 * the whole way through the box is the whole way through the list.
 * @param scrolled how far the box has moved up behind the view's edge
 * @param view height of the view
 */
export function listOffset(layout: Layout, scrolled: number, view: number): number {
  const total = totalHeight(layout);
  if (total <= MAX_HEIGHT) return scrolled;
  return (scrolled * (total - view)) / (MAX_HEIGHT - view);
}
