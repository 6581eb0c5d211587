// Where each row of a long list lies, worked out and not measured: rows have one height, group headers another.

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

/** The height that the list's box gets. */
export function boxHeight(layout: Layout): number {
  return Math.min(totalHeight(layout), MAX_HEIGHT);
}
