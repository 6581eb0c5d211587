// The days that a timeline shows: all that have a bar, and today, with room around them.
import { type Day, startOfWeek } from '@followthrough/core/domain';
import { dayWidth, type TimelineScale } from './scale.ts';

/** Days in a row. */
interface Span {
  readonly first: Day;
  readonly days: number;
}

/** First and last day, both of them included. */
export interface Reach {
  readonly from: Day;
  readonly to: Day;
}

/** A span with the width of a day in it. */
export interface TimeScale extends Span {
  readonly width: number;
}

/** Room after the last bar for the title beside it, in pixels. */
const ROOM_FOR_TITLE = 280;
/** Room before the first bar, in pixels. */
const LEAD = 48;

/** The reach of some days; null where there are none. */
export function reachOf(reaches: Iterable<Reach>): Reach | null {
  let from = Infinity;
  let to = -Infinity;
  for (const one of reaches) {
    if (one.from < from) from = one.from;
    if (one.to > to) to = one.to;
  }
  return from > to ? null : { from, to };
}

/**
 * The days to show at a scale, and how wide each is. Weeks are whole at its beginning; it is never narrower than its room.
 * @param room pixels there are beside the first column
 */
export function timeScale(
  reach: Reach | null,
  { today, scale, room, weekStart }: { today: Day; scale: TimelineScale; room: number; weekStart: number },
): TimeScale {
  const from = Math.min(reach?.from ?? today, today);
  const to = Math.max(reach?.to ?? today, today);
  if (scale === 'fit') {
    const bare = Math.max(to - from + 1, 14);
    const pad = Math.max(1, Math.ceil(bare * 0.04));
    const days = bare + 2 * pad;
    const width = dayWidth('fit', days, room);
    return { first: from - pad, days: Math.max(days, Math.floor(room / width)), width };
  }
  const width = dayWidth(scale, 0, room);
  const first = startOfWeek(from - Math.ceil(LEAD / width), weekStart);
  const days = Math.max(to - first + 1 + Math.ceil(ROOM_FOR_TITLE / width), Math.ceil(room / width));
  return { first, days, width };
}

/** Where a day begins, in pixels from the beginning of the timeline. */
export function xOf(day: Day, { first, width }: TimeScale): number {
  return (day - first) * width;
}
