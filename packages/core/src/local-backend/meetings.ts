// The 1:1 meetings of a relationship: its parties see them, its manager and its report make them (rulebook §6.1).
import type { Backend } from '../backend.ts';
import { formatInstant, mayCreateIn, newMeeting, parseInstant, relationshipPermissionsOf } from '../domain/index.ts';
import { meetingDraftSchema, meetingSchema, PAGE_LIMITS, pageQuerySchema, readOnlyFields } from '../schema/index.ts';
import type { Calls } from './call.ts';
import { checked, forbidden } from './failures.ts';
import { pageOf } from './page.ts';
import { visibleRelationship } from './relationships.ts';
import { insertNew } from './write.ts';

const READ_ONLY = new Set(readOnlyFields(meetingSchema, meetingDraftSchema));

/** The meetings' part of the port. */
export function meetingsOf(inCall: Calls): Backend['meetings'] {
  return {
    async list(relationshipId, query = {}, options) {
      const { limit = PAGE_LIMITS.default, cursor, count } = checked(pageQuerySchema, query);
      return inCall(async (call) => {
        const relationship = await visibleRelationship(call, relationshipId);
        const { seeActions } = relationshipPermissionsOf(relationship, call.access.viewer);
        if (seeActions !== true) throw forbidden('relationship-party');
        const meetings = await call.tx.find('meeting', { relationshipId });
        const scope = [call.viewer.id, 'meetings', relationshipId];
        // Written alike, instants order as their text does.
        const startOf = ({ startsAt }: { startsAt: string }) => formatInstant(parseInstant(startsAt));
        return pageOf(meetings, startOf, { limit, cursor, count }, scope, -1);
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
