// How an agenda reads: its names, its times on the relationship's clock, and where each carried action comes from.
import { dayAt, type Day, parseInstant, yearMonthDayOf } from '@followthrough/core/domain';
import type { Agenda, Carrying, Instant, Person, Relationship, TimeZone } from '@followthrough/core/schema';
import type { WorkspaceStore } from '@followthrough/core/stores';
import type { DateWords } from '../dates/date-label.ts';
import { meetingWords } from '../localize/late-meeting.ts';
import { directoryOf, relationshipName } from '../place-name.ts';

/** Which part of a meeting's life the element serves. */
export type MeetingPhase = 'prepare' | 'run' | 'review';

/** An agenda with what is needed to read it out. */
export interface AgendaReading {
  readonly agenda: Agenda;
  readonly relationship: Relationship | undefined;
  /** Manager and report, as far as the reader may know them. */
  readonly parties: readonly Person[];
  readonly zone: TimeZone;
  /** The day it is shown as of: today, or the last day of a meeting that is over. */
  readonly today: Day;
  readonly phase: MeetingPhase;
  readonly names: string;
}

/** Reads an agenda by what the workspace knows. */
export function readingOf(
  agenda: Agenda,
  store: WorkspaceStore,
  asked: MeetingPhase | null,
  { messages }: DateWords,
): AgendaReading {
  const { relationshipId, startsAt } = agenda.meeting;
  const relationship = store.$relationships.get().get(relationshipId);
  const people = store.$people.get();
  const ids = relationship ? [relationship.managerId, relationship.reportId] : [];
  const zone = store.zoneOf({ context: { type: 'relationship', relationshipId }, createdBy: null });
  const started = parseInstant(startsAt) <= store.environment.now();
  return {
    agenda,
    relationship,
    parties: ids.flatMap((id) => people.get(id) ?? []),
    zone,
    today: agenda.past ? dayAt(parseInstant(agenda.asOf), zone) : store.todayIn(zone),
    phase: agenda.past ? 'review' : (asked ?? (started ? 'run' : 'prepare')),
    names: relationshipName(relationship, directoryOf(store), messages),
  };
}

/** The day of an instant, short: "12 May", with the year where it is another. */
export function dayOf(
  instant: Instant,
  { zone, today }: Pick<AgendaReading, 'zone' | 'today'>,
  { dates }: DateWords,
): string {
  const day = dayAt(parseInstant(instant), zone);
  return yearMonthDayOf(day).year === yearMonthDayOf(today).year ? dates.dayMonth(day) : dates.dayMonthYear(day);
}

/** Where a carried action comes from: the words shown, and all of it. */
export function carriedText(
  { since, times }: Carrying,
  reading: Pick<AgendaReading, 'zone' | 'today'>,
  words: DateWords,
): { text: string; name: string; often: boolean } {
  const meeting = meetingWords(words.messages);
  const often = times >= 3;
  if (since === null) {
    const text = often ? meeting.carriedTimes(times) : meeting.carriedBefore;
    return { text, name: meeting.carriedBefore, often };
  }
  const date = dayOf(since.startsAt, reading, words);
  const name = times === 1 ? meeting.carriedFrom(date) : meeting.carriedTimesName(times, date);
  if (often) return { text: meeting.carriedTimes(times), name, often };
  return { text: times === 1 ? meeting.carriedFrom(date) : meeting.carriedFromTimes(date, times), name, often };
}
