// An instant is a point in time on every clock at once, written in UTC (api.md R-D-1). Inside it is milliseconds since
// 1970-01-01T00:00Z.
import type { Instant } from '../schema/index.ts';
import { parseDay } from './civil-date.ts';

const DAY = 86_400_000;

/**
 * Milliseconds since 1970-01-01T00:00Z of a written instant; finer parts are cut off.
 * @example parseInstant('1970-01-01T00:00:01.5Z') // 1500
 */
export function parseInstant(instant: Instant): number {
  const seconds = instant.length > 17 && instant[16] === ':' ? Number(instant.slice(17, 19)) : 0;
  const fraction = instant[19] === '.' ? Number(instant.slice(20, -1).slice(0, 3).padEnd(3, '0')) : 0;
  const minutes = Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16));
  return parseDay(instant.slice(0, 10)) * DAY + (minutes * 60 + seconds) * 1000 + fraction;
}
