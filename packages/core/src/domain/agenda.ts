// Carry-forward (rulebook §2.2). For a meeting M and the one before it, P: carried is what was created before M started and
// was not closed then (while M lies ahead: is not closed now); added is what was made in M, and that only; completed is what
// was done since P started and before M started (before a first meeting: all of it). Not done is never carried. Nothing is
// copied. A meeting that is over reads as it was when it ended; one that was never ended is over when the next one
// starts, and reads as it was at the end of its day.
import type { ActionRecord, Carrying, Id, Instant, Meeting, StateChange, TimeZone } from '../schema/index.ts';
import { sortKey } from './action-list.ts';
import { nextMidnight } from './civil-date.ts';
import { parseInstant } from './instant.ts';
import { formatInstant } from './written-instant.ts';
import { byStart } from './meeting.ts';
import { asItWas, changesByAction, spanBefore, type StateSpan, stateSpans } from './state-history.ts';
import { isOpen } from './status.ts';

/** What an agenda is made of. */
export interface AgendaFacts {
  meetingId: Id;
  /** All meetings of the relationship, in any order. */
  meetings: readonly Meeting[];
  /** At least all that can be on it, each once; what is deleted, or of another relationship, is passed over. */
  actions: Iterable<ActionRecord>;
  /** All changes of state of those actions, in any order. */
  changes: Iterable<StateChange>;
  /** Milliseconds since 1970-01-01T00:00Z. */
  now: number;
  /** Of the relationship's clock. */
  zone: TimeZone;
}

/** Where a meeting stands among those of its relationship. */
export interface MeetingPlace {
  meeting: Meeting;
  previous: Meeting | null;
  next: Meeting | null;
  /** Whether it is over. */
  past: boolean;
  /** When its actions stood as they are told: now, or at the end of a meeting that is over. */
  asOf: Instant;
}

/** A carried action as it stood, since when it has been carried, and how often. */
export interface CarriedRecord {
  action: ActionRecord;
  carried: Carrying;
}

/** A meeting's agenda: the actions as they stood at `asOf`. */
export interface AgendaRecord extends MeetingPlace {
  /** Earliest due first. */
  carried: CarriedRecord[];
  /** As they were made. */
  added: ActionRecord[];
  /** Done last, first. */
  completed: ActionRecord[];
}

/**
 * The agenda of a meeting.
 * @throws TypeError where the meeting is not among the meetings
 * @example agenda({ meetingId, meetings, actions, changes, now: Date.now(), zone: 'Europe/Berlin' }).carried
 */
export function agenda({ meetingId, meetings, actions, changes, now, zone }: AgendaFacts): AgendaRecord {
  const ordered = [...meetings].sort(byStart);
  const places = new Map(ordered.map(({ id }, index) => [id, index]));
  const at = places.get(meetingId) ?? -1;
  const { until, ...place } = placeOfMeeting(ordered, at, now, zone);
  const { meeting, previous } = place;
  const starts = ordered.slice(0, at + 1).map(({ startsAt }) => parseInstant(startsAt));
  const start = parseInstant(meeting.startsAt);
  const cutoff = start <= now ? start : Infinity;
  const since = previous ? parseInstant(previous.startsAt) : -Infinity;
  const histories = changesByAction(changes);
  const carried: CarriedRecord[] = [];
  const added: ActionRecord[] = [];
  const completed: { action: ActionRecord; done: number }[] = [];

  for (const action of actions) {
    const { context } = action;
    if (action.deleted !== null || context.type !== 'relationship') continue;
    if (context.relationshipId !== meeting.relationshipId) continue;
    const spans = stateSpans(action, histories.get(action.id));
    const [first] = spans;
    const last = spans.at(-1);
    if (!first || !last) continue;
    const shown = () => asItWas(action, until === Infinity ? last : (spanBefore(spans, until) ?? first), zone);
    if (context.meetingId === meeting.id) {
      added.push(shown());
      continue;
    }
    const then = cutoff === Infinity ? last : spanBefore(spans, cutoff);
    if (!then) continue;
    if (isOpen(then.state)) {
      const own = places.get(context.meetingId ?? '') ?? -1;
      carried.push({ action: shown(), carried: carryingOf(spans, starts, own, ordered) });
    } else if (then.state === 'done' && then.from >= since) {
      completed.push({ action: shown(), done: then.from });
    }
  }
  return {
    ...place,
    carried: carried.sort((a, b) => sortKeyOf(a.action) - sortKeyOf(b.action) || byId(a.action, b.action)),
    added: added.sort((a, b) => parseInstant(a.createdAt) - parseInstant(b.createdAt) || byId(a, b)),
    completed: completed.sort((a, b) => b.done - a.done || byId(a.action, b.action)).map(({ action }) => action),
  };
}

/**
 * Where a meeting stands, and the first moment that no longer counts for it.
 * @param ordered all meetings of its relationship, by start
 * @param at its place among them
 */
function placeOfMeeting(
  ordered: readonly Meeting[],
  at: number,
  now: number,
  zone: TimeZone,
): MeetingPlace & { until: number } {
  const meeting = ordered[at];
  if (!meeting) throw new TypeError('The meeting is not among the meetings: give all of its relationship.');
  const [previous = null, next = null] = [ordered[at - 1], ordered[at + 1]];
  const has = (instant: Instant | null | undefined) => typeof instant === 'string' && parseInstant(instant) <= now;
  const started = has(meeting.startsAt);
  const past = started && (has(meeting.endedAt) || has(next?.startsAt));
  const until = past ? momentAfter({ meeting, next }, zone) : Infinity;
  return { meeting, previous, next, past, asOf: formatInstant(past ? until - 1 : now), until };
}

/**
 * The first moment that no longer counts for a meeting that is over: what is done as it ends is done in it, as the next one
 * starts is not. One that was never ended, ended with its day.
 */
function momentAfter({ meeting, next }: Pick<MeetingPlace, 'meeting' | 'next'>, zone: TimeZone): number {
  const start = parseInstant(meeting.startsAt);
  const end = meeting.endedAt === null ? nextMidnight(start, zone) : parseInstant(meeting.endedAt) + 1;
  return Math.min(end, next ? parseInstant(next.startsAt) : Infinity);
}

/**
 * Into how many of the meetings an action was carried, and from which first.
 * @param starts of the meetings that count, in order
 * @param own the place of the meeting it was made in, which it is not carried into; -1 for none
 */
function carryingOf(
  spans: readonly StateSpan[],
  starts: readonly number[],
  own: number,
  ordered: readonly Meeting[],
): Carrying {
  let times = 0;
  let first = starts.length;
  for (const { state, from, until } of spans) {
    if (!isOpen(state)) continue;
    // Those that started while it was open: after `from`, up to and with `until`.
    let low = countUpTo(starts, from);
    const high = countUpTo(starts, until);
    let count = high - low;
    if (low <= own && own < high) {
      count -= 1;
      if (low === own) low += 1;
    }
    if (count <= 0) continue;
    times += count;
    first = Math.min(first, low);
  }
  const since = ordered[first - 1];
  return { since: since ? { meetingId: since.id, startsAt: since.startsAt } : null, times };
}

/** How many of the ordered instants are not later than this one. */
function countUpTo(ordered: readonly number[], instant: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] ?? Infinity) <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sortKeyOf(action: ActionRecord): number {
  return Number(sortKey(action, 'due'));
}

function byId(a: ActionRecord, b: ActionRecord): number {
  return a.id < b.id ? -1 : 1;
}
