// How an instant is written: in UTC, to the millisecond (api.md R-D-1). It is read by instant.ts.
import type { Instant } from '../schema/index.ts';
import { formatDay } from './civil-date.ts';

const DAY = 86_400_000;

/**
 * How the instant is written, to the millisecond.
 * @param epoch milliseconds since 1970-01-01T00:00Z
 * @example formatInstant(1500) // '1970-01-01T00:00:01.500Z'
 */
export function formatInstant(epoch: number): Instant {
  const whole = Math.floor(epoch);
  const day = Math.floor(whole / DAY);
  const rest = whole - day * DAY;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const time = `${two(rest / 3_600_000)}:${two((rest / 60_000) % 60)}:${two((rest / 1000) % 60)}`;
  return `${formatDay(day)}T${time}.${String(rest % 1000).padStart(3, '0')}Z`;
}
