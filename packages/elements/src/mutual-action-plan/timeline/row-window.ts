// Which rows of a timeline are in view: all have one height, so that is arithmetic, and a plan of 2,000 actions keeps only
// some forty in the page.

/** Rows from `start` up to, without, `end`. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
}

/** Rows kept ready beyond either edge; the window moves in steps of as many. */
const STEP = 6;

/**
 * The rows to keep in the page.
 * @param scrolled pixels that rows have gone up behind the edge
 * @param view the height of what is seen of them
 */
export function rowsInView(scrolled: number, view: number, rowHeight: number, count: number): RowRange {
  const first = Math.floor(Math.max(0, scrolled) / rowHeight);
  const last = Math.ceil((Math.max(0, scrolled) + view) / rowHeight);
  const start = Math.max(0, Math.floor(first / STEP) * STEP - STEP);
  const end = Math.min(count, Math.ceil(last / STEP) * STEP + STEP);
  return { start: Math.min(start, end), end };
}

/** How far to scroll so that a row is seen whole; the same where it is already. */
export function scrolledTo(index: number, scrolled: number, view: number, rowHeight: number): number {
  const top = index * rowHeight;
  if (top < scrolled) return top;
  return top + rowHeight > scrolled + view ? top + rowHeight - view : scrolled;
}
