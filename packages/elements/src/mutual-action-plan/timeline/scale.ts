// How wide a day is on a timeline: by days, weeks or months, or so that the whole plan fits. What is moved snaps to days
// where a day can be aimed at, else to weeks.

export type TimelineScale = 'day' | 'week' | 'month' | 'fit';

export const SCALES: readonly TimelineScale[] = ['day', 'week', 'month', 'fit'];

/** Pixels a day; `fit` takes what room there is. */
const WIDTHS = { day: 40, week: 15, month: 5 } as const;
/** A day narrower than this, in pixels, cannot be aimed at. */
const AIMED_AT = 7;

/**
 * The width of a day in pixels.
 * @param days how many days a plan that fits has to show
 * @param room pixels there are for them
 */
export function dayWidth(scale: TimelineScale, days: number, room: number): number {
  if (scale !== 'fit') return WIDTHS[scale];
  return Math.min(WIDTHS.day, Math.max(room, 1) / Math.max(days, 1));
}

/** The days that a bar moves by: one, or a week where days are too narrow. */
export function snapOf(width: number): number {
  return width >= AIMED_AT ? 1 : 7;
}

/** The whole steps nearest to a distance in pixels, in days. */
export function snapped(distance: number, width: number): number {
  const step = snapOf(width);
  // Never -0: it is told apart by tests and by nobody else.
  return Math.round(distance / width / step) * step + 0;
}
