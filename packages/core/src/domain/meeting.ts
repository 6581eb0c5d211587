// A 1:1 meeting of a relationship (rulebook §1): it has not ended when it is made.
import type { Id, Meeting, MeetingDraft } from '../schema/index.ts';
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
    // Written in one way, so that it is read the same wherever it is kept.
    startsAt: formatInstant(parseInstant(startsAt)),
    endedAt: null,
    createdBy: by,
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
}
