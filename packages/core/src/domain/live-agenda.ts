// The agenda of a meeting that is not over, kept up to date by what a page knows: what was just added, closed, reopened or
// deleted shows at once, by the rule of carry-forward (rulebook §2.2). While the meeting lies ahead its lists follow how
// actions stand now; from its start on, what was carried and what was completed stays so.
import type { Action, Agenda, CarriedAction, Carrying, CivilDate, Id, TimeZone } from '../schema/index.ts';
import { dayAt, type Day, formatDay } from './civil-date.ts';
import { parseInstant } from './instant.ts';
import { isOpen } from './status.ts';

/** The three lists of an agenda. */
export type AgendaLists = Pick<Agenda, 'carried' | 'added' | 'completed'>;

/**
 * The lists as they are with the actions as they stand.
 * @param told the agenda as the backend told it last
 * @param actions of the relationship, at least those that were told; others are passed over
 * @param now milliseconds since 1970-01-01T00:00Z
 */
export function liveAgenda(told: Agenda, actions: Iterable<Action>, now: number): AgendaLists {
  if (told.past) return told;
  const { meeting, previous } = told;
  const ahead = parseInstant(meeting.startsAt) > now;
  const since = previous ? parseInstant(previous.startsAt) : -Infinity;
  const carryings = new Map(told.carried.map(({ id, carried }) => [id, carried]));
  const completedThen = new Set(told.completed.map(({ id }) => id));
  const carried: CarriedAction[] = [];
  const added: Action[] = [];
  const completed: Action[] = [];
  for (const action of actions) {
    const { context, state, closed } = action;
    if (context.type !== 'relationship' || context.relationshipId !== meeting.relationshipId) continue;
    if (context.meetingId === meeting.id) added.push(action);
    else if (ahead ? isOpen(state) : carryings.has(action.id)) {
      carried.push({ ...action, carried: carryings.get(action.id) ?? firstCarried(told) });
    } else if (
      ahead ? state === 'done' && closed !== null && parseInstant(closed.at) >= since : completedThen.has(action.id)
    ) {
      completed.push(action);
    }
  }
  return { carried, added, completed };
}

/** Carried for the first time, as far as it is known: the backend tells how often once it is asked. */
function firstCarried({ previous }: Agenda): Carrying {
  return { since: previous && { meetingId: previous.id, startsAt: previous.startsAt }, times: 1 };
}

/**
 * When what is promised in a meeting is due unless something else is said: on the day of the next meeting; where none is
 * planned, as long after this one as this one is after the one before, or a week after it. Never before today.
 * @param zone of the relationship's clock
 * @param today today there
 */
export function dueByNextMeeting(
  { meeting, previous, next }: Pick<Agenda, 'meeting' | 'previous' | 'next'>,
  zone: TimeZone,
  today: Day,
): CivilDate {
  const dayOf = (startsAt: string) => dayAt(parseInstant(startsAt), zone);
  const day = dayOf(meeting.startsAt);
  const rhythm = previous ? day - dayOf(previous.startsAt) : 0;
  const due = next ? dayOf(next.startsAt) : day + (rhythm > 0 ? rhythm : 7);
  return formatDay(Math.max(due, today));
}

/** Rows in the order they had, and those that are new after them: none moves under the pointer. */
export function inStandingOrder<T extends { id: Id }>(rows: readonly T[], before: readonly Id[]): T[] {
  const places = new Map(before.map((id, place) => [id, place]));
  const placeOf = ({ id }: T) => places.get(id) ?? Infinity;
  // Two that are new keep their own order; Infinity less Infinity is no number.
  return [...rows].sort((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
}
