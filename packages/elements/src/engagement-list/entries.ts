// What the list shows as one run for its window: the engagements that are loaded, and after them, while there are more, one
// row that stands for the rest.
import type { Engagement } from '@followthrough/core/schema';

/** The key that stands for the row of column headers. */
export const HEADER = ':header';
/** The key of the row that stands for what is not loaded yet; no id has a colon. */
export const REST = ':rest';

/** A row: an engagement, or what stands for the rest. */
export type ListEntry = Engagement | typeof REST;

export function entryKey(entry: ListEntry): string {
  return entry === REST ? REST : entry.id;
}
