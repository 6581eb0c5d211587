// When something happened, by the clock of the place it happened in (rulebook §1), as its days are told; the zone is said
// where a glance at the reader's own clock would mislead.
import { knownZone, parseInstant } from '@followthrough/core/domain';
import type { Instant, TimeZone } from '@followthrough/core/schema';
import type { DateFormats } from './date-formats.ts';

/**
 * An instant in words.
 * @param zone on whose clock; the reader's where it is not given, or not known here
 * @param reader the zone of the reader's own clock
 * @example instantText('2026-11-02T12:00:00Z', 'Asia/Tokyo', dates, 'Europe/Berlin') // '2 Nov 2026, 21:00 GMT+9'
 */
export function instantText(
  instant: Instant,
  zone: TimeZone | undefined,
  { locale, isolated }: Pick<DateFormats, 'locale' | 'isolated'>,
  reader: TimeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone,
): string {
  const at = parseInstant(instant);
  const format = (timeZone: TimeZone, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone, calendar: 'gregory' });
  const text = (timeZone: TimeZone) => format(timeZone, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  const here = knownZone(reader);
  const there = knownZone(zone, reader);
  if (text(there) === text(here)) return isolated(text(there));
  const name = format(there, { hour: 'numeric', timeZoneName: 'short' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName');
  return isolated(`${text(there)} ${name?.value ?? there}`);
}
