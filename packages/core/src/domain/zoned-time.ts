// A time of day on the clock of a zone, and the instant that it is: what a session's time is read as and written from. Where
// a clock is put forward the times it leaves out are read as if it had not been yet; where it is put back, and a time comes
// twice, it is the first.
import type { CivilDate, Instant, TimeZone } from '../schema/index.ts';
import { dayAt, formatDay, knownZone, parseDay } from './civil-date.ts';
import { parseInstant } from './instant.ts';
import { formatInstant } from './written-instant.ts';

/** A day and a time of it on some clock. */
export interface ZonedTime {
  readonly date: CivilDate;
  /** `14:30` */
  readonly time: string;
}

const DAY = 86_400_000;
const MINUTE = 60_000;
const formats = new Map<TimeZone, Intl.DateTimeFormat>();

/**
 * What the clock of a zone says at an instant.
 * @param zone one that is not known here counts as UTC
 * @example zonedTime('2026-05-15T12:30:00Z', 'Europe/Berlin') // { date: '2026-05-15', time: '14:30' }
 */
export function zonedTime(instant: Instant, zone: TimeZone): ZonedTime {
  const epoch = parseInstant(instant);
  const minutes = minutesAt(epoch, zone);
  const two = (value: number) => String(value).padStart(2, '0');
  return { date: formatDay(dayAt(epoch, zone)), time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` };
}

/**
 * The instant at which the clock of a zone says this.
 * @param zone one that is not known here counts as UTC
 * @example instantOf({ date: '2026-05-15', time: '14:30' }, 'Europe/Berlin') // '2026-05-15T12:30:00.000Z'
 */
export function instantOf({ date, time }: ZonedTime, zone: TimeZone): Instant {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const read = parseDay(date) * DAY + minutes * MINUTE;
  // By how much the clock is ahead, the day before and the day after: between them lies a change of it, where there is one.
  const [before, after] = [aheadAt(read - DAY, zone), aheadAt(read + DAY, zone)];
  const [early, late] = [read - Math.max(before, after), read - Math.min(before, after)];
  return formatInstant([early, late].find((at) => at + aheadAt(at, zone) === read) ?? read - before);
}

/** By how many milliseconds the clock of a zone is ahead of UTC. */
function aheadAt(epoch: number, zone: TimeZone): number {
  return dayAt(epoch, zone) * DAY + minutesAt(epoch, zone) * MINUTE - Math.floor(epoch / MINUTE) * MINUTE;
}

function minutesAt(epoch: number, zone: TimeZone): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: knownZone(zone), calendar: 'gregory', numberingSystem: 'latn' },
      ...{ hour: 'numeric', minute: 'numeric', hourCycle: 'h23' },
    });
    formats.set(zone, format);
  }
  const part = (type: string) => Number(format.formatToParts(epoch).find((one) => one.type === type)?.value);
  return part('hour') * 60 + part('minute');
}
