// Which actions a list is of, whatever a person filters: all that one may see, those of one relationship, or one's own.
import type { ActionFilter, Id } from '@followthrough/core/schema';

/** Days of closed actions that recent activity goes back (rulebook §2.3). */
export const RECENT_DAYS = 30;

/** Which actions a list is of: what no filter of the person's takes away. Another scope is another list. */
export interface Scope {
  readonly relationship: Id | undefined;
  readonly personal: boolean;
  /** A relationship's or a personal list: only recent activity. */
  readonly recent: boolean;
}

/** Every action one may see begins at what is open and one's own (rulebook §2.3); a list of one place at all of it. */
export const OPEN_AND_MINE: ActionFilter = { status: ['todo', 'overdue', 'inProgress'], assignee: 'me' };

/** What every filter of a scope is narrowed by. */
export function scopeFilter({ relationship, personal, recent }: Scope): ActionFilter {
  if (relationship !== undefined)
    return { context: `relationship:${relationship}`, ...(recent && { recent: RECENT_DAYS }) };
  if (personal) return { context: 'personal', assignee: 'me', ...(recent && { recent: RECENT_DAYS }) };
  return {};
}

/** Whether the scope is one place, so that rows need not name it. */
export function isOnePlace({ relationship, personal }: Scope): boolean {
  return relationship !== undefined || personal;
}
