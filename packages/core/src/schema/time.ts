// Instants, civil dates and time zones (api.md R-D-1).
import * as z from 'zod/mini';

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function exists(date: string): boolean {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && leap ? 29 : DAYS_IN_MONTH[month - 1];
  return length !== undefined && day >= 1 && day <= length;
}

/** A civil date `YYYY-MM-DD` that exists, from 1970-01-01 to 2199-12-31; no time of day, no zone. */
export const civilDateSchema = z.string({ error: 'must be a date written YYYY-MM-DD' }).check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be a date written YYYY-MM-DD', abort: true }),
  z.refine(exists, { error: 'is not a day of the calendar', abort: true }),
  z.refine((date) => date >= '1970-01-01' && date <= '2199-12-31', {
    error: 'must lie from 1970-01-01 to 2199-12-31',
  }),
);
/**
 * A civil date as it is read: a relative date that comes about beyond the years that can be written is kept true
 * (rulebook §3.1).
 */
export const readDateSchema = z
  .string({ error: 'must be a date written YYYY-MM-DD' })
  .check(
    z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be a date written YYYY-MM-DD', abort: true }),
    z.refine(exists, { error: 'is not a day of the calendar' }),
  );
/** A civil date, `YYYY-MM-DD`. */
export type CivilDate = z.infer<typeof civilDateSchema>;

/** An instant in UTC, RFC 3339 with `Z`. */
export const instantSchema = z.iso.datetime({ error: 'must be an instant such as 2026-05-15T09:30:00Z' });
/** An instant that is written by a person: it lies in the years that dates lie in. */
export const writtenInstantSchema = instantSchema.check(
  z.refine((instant) => instant >= '1970' && instant < '2200', { error: 'must lie from 1970 to 2199' }),
);
/** An instant in UTC, RFC 3339. */
export type Instant = z.infer<typeof instantSchema>;

function isTimeZone(zone: string): boolean {
  // Intl takes offsets for zones, not every browser's does, and with summer time they tell another day.
  if (/^[+-]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** An IANA time zone such as `Europe/Berlin`, as it is written: one that is known here, and no offset such as `+01:00`. */
export const timeZoneSchema = z
  .string({ error: 'must be a time zone' })
  .check(z.refine(isTimeZone, { error: 'must be an IANA time zone such as Europe/Berlin' }));
/** An IANA time zone name; where it is read, maybe one that is not known here, or an offset that was written once. */
export type TimeZone = z.infer<typeof timeZoneSchema>;
