// The filter that a host page says in words (`status:todo assignee:me`): what reads it comes only where one is said.
import { parseFilter } from '@followthrough/core/stores';
import type { ActionFilter } from '@followthrough/core/schema';

/** The filter that a text says; what is not understood is left out. */
export function saidFilter(text: string): ActionFilter {
  return parseFilter(text).filter;
}
