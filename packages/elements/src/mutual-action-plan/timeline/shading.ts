// Days that are not worked are shaded barely: weekends by one picture of a week that repeats, so that ten years take no more
// nodes than a month; holidays one by one, those in view alone.
import { type Day, parseDay, weekdayOf } from '@followthrough/core/domain';
import type { Calendar } from '@followthrough/core/schema';
import type { Reach } from './span.ts';

/** Days narrower than this, in pixels, are not shaded: it would be a pattern and no more. */
export const SHADED_FROM = 3.5;

/** Runs of days off within seven days from `first` on: from and until, as days from there. */
export function daysOff(first: Day, { workingWeekdays }: Calendar): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (let at = 0; at < 7; at++) {
    if (workingWeekdays.includes(weekdayOf(first + at))) continue;
    const last = runs.at(-1);
    if (last?.[1] === at) last[1] = at + 1;
    else runs.push([at, at + 1]);
  }
  return runs;
}

/**
 * The picture of a week, to be repeated over its width; `none` where every day is worked.
 * @param toward where time runs: `right`, or `left` in a page that runs that way
 */
export function weekPicture(first: Day, calendar: Calendar, width: number, toward: 'left' | 'right'): string {
  const runs = daysOff(first, calendar);
  if (runs.length === 0 || width < SHADED_FROM) return 'none';
  const stops = runs.flatMap(([from, until]) => [
    `transparent ${from * width}px`,
    `var(--tl-off) ${from * width}px`,
    `var(--tl-off) ${until * width}px`,
    `transparent ${until * width}px`,
  ]);
  return `linear-gradient(to ${toward}, ${stops.join(', ')})`;
}

const known = new WeakMap<Calendar, readonly Day[]>();

/** The holidays on working weekdays in some days, in order. */
export function holidaysIn({ from, to }: Reach, calendar: Calendar): Day[] {
  let days = known.get(calendar);
  if (!days) {
    const all = new Set(calendar.holidays.map(parseDay));
    known.set(calendar, (days = [...all].sort((a, b) => a - b)));
  }
  return days.filter((day) => day >= from && day <= to && calendar.workingWeekdays.includes(weekdayOf(day)));
}
