// What stands in a form about a session, as it was typed: how long it takes, and whether its coachees pick the time. It is asked
// where a session is made or edited, and where it is scheduled.
import type { OpenItem } from '@followthrough/core/schema';

/** Minutes of a session, at most (rulebook §5): the schema holds the same number, with its validator; a test compares them. */
export const SESSION_MINUTES = 480;

export interface SessionDraft {
  /** `other`: as typed. */
  readonly duration: '30' | '60' | 'other';
  readonly minutes: string;
  readonly selfScheduling: boolean;
}

/** The form as a session stands; of what says nothing, or is none, an hour. */
export function sessionDraftOf(session: OpenItem['session']): SessionDraft {
  const minutes = session?.duration ?? null;
  return {
    duration: minutes === 30 ? '30' : minutes === 60 || minutes === null ? '60' : 'other',
    minutes: minutes === null ? '' : String(minutes),
    selfScheduling: session?.mayPickTime ?? false,
  };
}

/** How many minutes it says; null where what was typed is none that a session may take. */
export function minutesOf({ duration, minutes }: SessionDraft): number | null {
  if (duration !== 'other') return Number(duration);
  const typed = /^\d{1,3}$/u.test(minutes.trim()) ? Number(minutes) : 0;
  return typed >= 1 && typed <= SESSION_MINUTES ? typed : null;
}
