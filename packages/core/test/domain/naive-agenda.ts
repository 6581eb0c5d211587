// An agenda as one would work it out on paper: every event of a relationship's history is gone through from its beginning,
// for every meeting anew. Slow, and independent of the rule it is compared with.
import type { ActionState } from '@followthrough/core/schema';

/** What happened: an action was made (in a meeting or none) or changed its state. Times are whole hours; a day has 24. */
export interface AgendaEvent {
  at: number;
  actionId: string;
  to: ActionState;
  /** Of the first event of an action alone. */
  madeIn?: string | null;
}

export interface NaiveMeeting {
  id: string;
  start: number;
  end: number | null;
}

interface Known {
  state: ActionState;
  madeIn: string | null;
  madeAt: number;
  /** When it came into the state. */
  since: number;
}

/** Everything as it was once all events that `counts` were gone through. */
function replay(events: readonly AgendaEvent[], counts: (at: number) => boolean): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const { at, actionId, to, madeIn } of events) {
    const before = known.get(actionId);
    if (before && !counts(at)) continue;
    if (!before && !counts(at)) continue;
    known.set(actionId, {
      state: to,
      since: at,
      madeIn: before ? before.madeIn : (madeIn ?? null),
      madeAt: before ? before.madeAt : at,
    });
  }
  return known;
}

/** The agenda of one meeting: ids, with the state that each is shown in. */
export function naiveAgenda(
  events: readonly AgendaEvent[],
  meetings: readonly NaiveMeeting[],
  id: string,
  now: number,
): { carried: string[]; added: string[]; completed: string[]; past: boolean } {
  const ordered = meetings.toSorted((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  const at = ordered.findIndex((meeting) => meeting.id === id);
  const [meeting, previous, next] = [ordered[at], ordered[at - 1], ordered[at + 1]];
  if (!meeting) throw new Error('no meeting');

  const isCarriedInto = (into: NaiveMeeting, actionId: string): boolean => {
    const ahead = into.start > now;
    const then = replay(events, (time) => (ahead ? time <= now : time < into.start)).get(actionId);
    return then?.state === 'todo' && then.madeIn !== into.id && then.madeAt < into.start;
  };

  const ends = [meeting.end, next?.start ?? null].filter((time) => time !== null && time <= now) as number[];
  const past = meeting.start <= now && ends.length > 0;
  const sameDay = (time: number) => Math.floor(time / 24) <= Math.floor(meeting.start / 24);
  const stands = replay(events, (time) => {
    if (!past) return time <= now;
    const beforeEnd = meeting.end === null ? sameDay(time) : time <= meeting.end;
    return beforeEnd && (next === undefined || time < next.start);
  });
  const firsts = new Map(events.filter(({ madeIn }) => madeIn !== undefined).map((event) => [event.actionId, event]));
  const state = (actionId: string) => stands.get(actionId)?.state ?? firsts.get(actionId)?.to ?? '?';

  const carried: string[] = [];
  const completed: string[] = [];
  const added: string[] = [];
  for (const { actionId, madeIn } of firsts.values()) {
    if (madeIn === meeting.id) {
      added.push(`${actionId} ${state(actionId)}`);
    } else if (isCarriedInto(meeting, actionId)) {
      const into = ordered.slice(0, at + 1).filter((one) => isCarriedInto(one, actionId));
      const from = into[0] && ordered[ordered.indexOf(into[0]) - 1];
      carried.push(`${actionId} ${state(actionId)} ${into.length}x since ${from?.id ?? 'none'}`);
    } else {
      const ahead = meeting.start > now;
      const then = replay(events, (time) => (ahead ? time <= now : time < meeting.start)).get(actionId);
      if (then?.state === 'done' && then.since >= (previous?.start ?? -Infinity)) {
        completed.push(`${actionId} ${state(actionId)}`);
      }
    }
  }
  return { carried: carried.sort(), added: added.sort(), completed: completed.sort(), past };
}
