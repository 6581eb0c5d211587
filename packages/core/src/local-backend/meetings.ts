// The 1:1 meetings of a relationship: its parties see them, its manager and its report make them (rulebook §6.1).
import type { Backend } from '../backend.ts';
import { mayCreateIn, newMeeting, relationshipPermissionsOf } from '../domain/index.ts';
import { type Meeting, meetingDraftSchema, meetingSchema, pageQuerySchema, readOnlyFields } from '../schema/index.ts';
import type { Calls } from './call.ts';
import { checked, forbidden } from './failures.ts';
import { placed } from './listing.ts';
import { isNumberKey, pageOf } from './page.ts';
import { visibleRelationship } from './relationships.ts';
import { insertNew } from './write.ts';

const READ_ONLY = new Set(readOnlyFields(meetingSchema, meetingDraftSchema));

/** The meetings' part of the port. */
export function meetingsOf(inCall: Calls): Backend['meetings'] {
  return {
    async list(relationshipId, query = {}, options) {
      const asked = checked(pageQuerySchema, query);
      return inCall(async (call) => {
        const relationship = await visibleRelationship(call, relationshipId);
        const { seeActions } = relationshipPermissionsOf(relationship, call.access.viewer);
        if (seeActions !== true) throw forbidden('relationship-party');
        return pageOf(asked, {
          scope: [call.viewer.id, 'meetings', relationshipId],
          isKey: isNumberKey,
          placed: (meeting: Meeting) => placed('meeting', meeting),
          find: (page) => call.tx.list('meeting', { relationshipId }, page),
        });
      }, options);
    },

    async create(relationshipId, draft, options) {
      const written = checked(meetingDraftSchema, draft, READ_ONLY);
      return inCall(async (call) => {
        const relationship = await visibleRelationship(call, relationshipId);
        const allowed = mayCreateIn(relationship, call.access.viewer);
        if (allowed !== true) throw forbidden(allowed);
        const meeting = newMeeting(written, written.id ?? call.newId(), relationshipId, {
          by: call.viewer.id,
          at: call.at,
        });
        await insertNew(call.tx, 'meeting', meeting);
        return meeting;
      }, options);
    },
  };
}
