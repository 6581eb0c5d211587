// Where each row of a long list lies, worked out and not measured: rows have one height, group headers another. So the
// window can say which rows are in view among 10,000 without touching the page.

/** A list as the window sees it: so many entries, some of them group headers. */
export interface Layout {
  /** How many entries there are, headers included. */
  readonly count: number;
  /** Height of a row and of a group header, in CSS pixels. */
  readonly rowHeight: number;
  readonly headerHeight: number;
  /** The places of the group headers among the entries, ascending. */
  readonly headers: readonly number[];
}

/** Entries from `start` up to but not including `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The tallest box that every engine lays out: Firefox stops near 17.8 million pixels, Chromium near 33.5. A taller
 * list gets a box of this height, and its scroll position stands for a share of the way.
 */
export const MAX_HEIGHT = 16_000_000;

/** How many of the ascending `headers` lie before `index`. */
function headersBefore(headers: readonly number[], index: number): number {
  let low = 0;
  let high = headers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((headers[middle] ?? Infinity) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How far below the top of the list the entry begins, in pixels; `count` gives the height of all. */
export function offsetOf(layout: Layout, index: number): number {
  const headers = headersBefore(layout.headers, index);
  return headers * layout.headerHeight + (index - headers) * layout.rowHeight;
}

/** The height of one entry. */
export function heightOf(layout: Layout, index: number): number {
  const at = headersBefore(layout.headers, index);
  return layout.headers[at] === index ? layout.headerHeight : layout.rowHeight;
}

/** The height of all entries together. */
export function totalHeight(layout: Layout): number {
  return offsetOf(layout, layout.count);
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

/** The height that the list's box gets. */
export function boxHeight(layout: Layout): number {
  return Math.min(totalHeight(layout), MAX_HEIGHT);
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
