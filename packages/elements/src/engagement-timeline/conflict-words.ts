// What to say where a change was refused: where somebody else was there first, what they changed.
import type { BackendError } from '@followthrough/core/backend';
import type { OpenItem } from '@followthrough/core/schema';
import { changedFields } from '@followthrough/core/stores';
import type { DateFormats } from '../dates/date-formats.ts';
import { engagementWords } from '../localize/late-engagement.ts';
import type { Messages } from '../localize/messages.ts';
import { problemText } from '../problem-text.ts';

/**
 * A refusal in words.
 * @param item as it was when the change was decided on
 */
export function changedWords(error: BackendError, item: OpenItem, messages: Messages, dates: DateFormats): string {
  const fields = error.code === 'version-conflict' ? changedFields(item, error.current) : [];
  if (fields.length === 0) return problemText(error, messages);
  const words = engagementWords(messages);
  const names = fields.map((field) => words.field[field] ?? field);
  return words.conflict(new Intl.ListFormat(dates.locale, { type: 'conjunction' }).format(names));
}
