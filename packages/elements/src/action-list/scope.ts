// Which actions a list is of, whatever a person filters: all that one may see, those of one relationship, room or
// engagement, those of rooms, or one's own.
import type { NarrowedFilter } from '@followthrough/core/domain';
import type { ActionFilter, Id } from '@followthrough/core/schema';

/** Days of closed actions that recent activity goes back (rulebook §2.3). */
export const RECENT_DAYS = 30;

/** Which actions a list is of: what no filter of the person's takes away. Another scope is another list. */
export interface Scope {
  readonly relationship: Id | undefined;
  readonly room?: Id | undefined;
  readonly engagement?: Id | undefined;
  readonly personal: boolean;
  /** Of rooms alone: these, or all where none is named; undefined: of every place. */
  readonly rooms?: readonly Id[] | undefined;
  /** A list of one place: only recent activity. */
  readonly recent: boolean;
}

const OPEN: ActionFilter = { status: ['todo', 'overdue', 'inProgress'] };

/**
 * What a list begins at: every action one may see at what is open and one's own, those of rooms at what is open, whoever
 * holds it (rulebook §2.3); a list of one place at all of it.
 */
export function beginningOf(scope: Scope): ActionFilter {
  if (isOnePlace(scope)) return {};
  return scope.rooms ? OPEN : { ...OPEN, assignee: 'me' };
}

/** What every filter of a scope is narrowed by. */
export function scopeFilter({ relationship, room, engagement, rooms, personal, recent }: Scope): NarrowedFilter {
  if (rooms) return { contexts: rooms.length === 0 ? ['room'] : rooms.map((id) => `room:${id}`) };
  const lately = recent && { recent: RECENT_DAYS };
  if (relationship !== undefined) return { context: `relationship:${relationship}`, ...lately };
  if (room !== undefined) return { context: `room:${room}`, ...lately };
  if (engagement !== undefined) return { context: `engagement:${engagement}`, ...lately };
  return personal ? { context: 'personal', assignee: 'me', ...lately } : {};
}

/** What tells one place from another. */
export function placeKey({ relationship, room, engagement, rooms, personal }: Scope): string {
  return [relationship, room, engagement, rooms, personal].join('|');
}

/** Whether the scope is one place, so that rows need not name it. */
export function isOnePlace({ relationship, room, engagement, personal }: Scope): boolean {
  return [relationship, room, engagement].some((place) => place !== undefined) || personal;
}
