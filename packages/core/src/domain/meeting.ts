// A 1:1 meeting of a relationship (rulebook §1): it has not ended when it is made, and never ends before it starts. Its
// relationship's meetings follow one another by their starts.
import type { Id, Meeting, MeetingDraft, MeetingPatch, ProblemError } from '../schema/index.ts';
import type { Doing } from './action-change.ts';
import { parseInstant } from './instant.ts';
import { formatInstant } from './written-instant.ts';

/** A new meeting of a relationship. */
export function newMeeting(
  { title = null, startsAt }: MeetingDraft,
  id: Id,
  relationshipId: Id,
  { by, at }: Doing,
): Meeting {
  return {
    id,
    relationshipId,
    title,
    startsAt: exactly(startsAt),
    endedAt: null,
    createdBy: by,
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
}

/** The faults of a change of a meeting; none where it can be written. */
export function faultsOfMeetingPatch(meeting: Meeting, patch: MeetingPatch): ProblemError[] {
  const { startsAt = meeting.startsAt, endedAt = meeting.endedAt } = patch;
  if (endedAt === null || parseInstant(endedAt) >= parseInstant(startsAt)) return [];
  const pointer = patch.endedAt === undefined ? '/startsAt' : '/endedAt';
  return [{ pointer, code: 'end-before-start', message: 'must not let the meeting end before it starts' }];
}

/** The meeting after a change: its next version, or the very same where nothing changes. */
export function applyMeetingPatch(meeting: Meeting, patch: MeetingPatch, { at }: Pick<Doing, 'at'>): Meeting {
  const { title = meeting.title, startsAt = meeting.startsAt, endedAt = meeting.endedAt } = patch;
  const next = { title, startsAt: exactly(startsAt), endedAt: endedAt === null ? null : exactly(endedAt) };
  const isSame =
    next.title === meeting.title &&
    next.startsAt === exactly(meeting.startsAt) &&
    next.endedAt === (meeting.endedAt === null ? null : exactly(meeting.endedAt));
  return isSame ? meeting : { ...meeting, ...next, updatedAt: at, version: meeting.version + 1 };
}

/** Which of two meetings comes first; of two that start together, the one with the smaller id. */
export function byStart(a: Meeting, b: Meeting): number {
  return parseInstant(a.startsAt) - parseInstant(b.startsAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The meeting before this one among those of its relationship; null for the first. */
export function previousMeeting(meeting: Meeting, meetings: readonly Meeting[]): Meeting | null {
  const earlier = meetings.filter((other) => byStart(other, meeting) < 0);
  return earlier.reduce<Meeting | null>((last, other) => (last && byStart(last, other) > 0 ? last : other), null);
}

/**
 * The meeting that a relationship is at: the one that goes on, else the next one, else the last one; null where it has none.
 * @param now milliseconds since 1970-01-01T00:00Z
 */
export function currentMeeting(meetings: readonly Meeting[], now: number): Meeting | null {
  const ordered = [...meetings].sort(byStart);
  const next = ordered.findIndex(({ startsAt }) => parseInstant(startsAt) > now);
  const last = ordered[(next < 0 ? ordered.length : next) - 1] ?? null;
  const isOver = last !== null && last.endedAt !== null && parseInstant(last.endedAt) <= now;
  return last !== null && !isOver ? last : (ordered[next] ?? last);
}

// Written in one way, so that it is read the same wherever it is kept.
function exactly(instant: string): string {
  return formatInstant(parseInstant(instant));
}
