// Instants are kept to the millisecond: what is finer would be lost in JavaScript, and a list's next page would begin
// with the row that the one before ended with.
import { formatInstant, parseInstant } from '@followthrough/core/domain';
import type { Instant } from '@followthrough/core/schema';

/** An instant to the millisecond, as it will be read again. */
export function exact<T extends Instant | null>(instant: T): Instant | Exclude<T, Instant> {
  return typeof instant === 'string' ? formatInstant(parseInstant(instant)) : (instant as Exclude<T, Instant>);
}
