// The 1:1 meetings of a relationship: its parties see them, its manager and its report make them (rulebook §6.1).
import type { Backend } from '../backend.ts';
import {
  actionView,
  agenda,
  applyMeetingPatch,
  dayAt,
  faultsOfMeetingPatch,
  isPartyAs,
  mayChangeMeetings,
  newMeeting,
  parseInstant,
  previousMeeting,
  relationshipPermissionsOf,
  zoneOf,
} from '../domain/index.ts';
import {
  type ActionRecord,
  type Agenda,
  type Id,
  type Meeting,
  meetingDraftSchema,
  meetingPatchSchema,
  meetingSchema,
  pageQuerySchema,
  readOnlyFields,
  type RelationshipRecord,
} from '../schema/index.ts';
import { type Call, type Calls, lookUp } from './call.ts';
import { checked, forbidden, notFound, validation, versionConflict } from './failures.ts';
import { placed } from './listing.ts';
import { isNumberKey, pageOf } from './page.ts';
import { visibleRelationship } from './relationships.ts';
import { insertNew, versionOf } from './write.ts';

const READ_ONLY_ON_EDIT = new Set(readOnlyFields(meetingSchema, meetingPatchSchema));
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
        const allowed = mayChangeMeetings(relationship, call.access.viewer);
        if (allowed !== true) throw forbidden(allowed);
        const meeting = newMeeting(written, written.id ?? call.newId(), relationshipId, {
          by: call.viewer.id,
          at: call.at,
        });
        await insertNew(call.tx, 'meeting', meeting);
        return meeting;
      }, options);
    },

    get: (id, options) => inCall(async (call) => (await visibleMeeting(call, id)).meeting, options),

    async update(id, patch, options) {
      const written = checked(meetingPatchSchema, patch, READ_ONLY_ON_EDIT);
      const version = versionOf(options);
      return inCall(async (call) => {
        const { meeting, relationship } = await visibleMeeting(call, id);
        const allowed = mayChangeMeetings(relationship, call.access.viewer);
        if (allowed !== true) throw forbidden(allowed);
        const faults = faultsOfMeetingPatch(meeting, written);
        if (faults.length > 0) throw validation(faults);
        if (version !== meeting.version) throw versionConflict(meeting);
        const next = applyMeetingPatch(meeting, written, call);
        if (next !== meeting) await call.tx.replace('meeting', next);
        return next;
      }, options);
    },

    agenda: (id, options) => inCall(async (call) => agendaOf(call, await visibleMeeting(call, id)), options),
  };
}

interface VisibleMeeting {
  meeting: Meeting;
  relationship: RelationshipRecord;
}

/** The meeting, if it is there and the viewer has access to its relationship; an admin who has none does not see it. */
async function visibleMeeting(call: Call, id: Id): Promise<VisibleMeeting> {
  const meeting = await lookUp(call, 'meeting', id);
  const relationship = meeting && (await call.tx.get('relationship', meeting.relationshipId));
  if (!meeting || !relationship || !isPartyAs(relationship, call.access.viewer)) throw notFound();
  return { meeting, relationship };
}

async function agendaOf(call: Call, { meeting, relationship }: VisibleMeeting): Promise<Agenda> {
  const { tx, access, workspace, now } = call;
  const relationshipId = relationship.id;
  const meetings = await tx.find('meeting', { relationshipId });
  const since = previousMeeting(meeting, meetings)?.startsAt ?? null;
  const { actions, changes } = await tx.agendaRows({ relationshipId, meetingId: meeting.id, since });
  const zone = zoneOf(
    { type: 'relationship', id: relationshipId },
    { relationships: access.relationships, people: new Map(), workspace },
  );
  const { carried, added, completed, ...place } = agenda({
    meetingId: meeting.id,
    meetings,
    actions,
    changes,
    now,
    zone,
  });
  // A past one's statuses are those of its own day.
  const today = dayAt(parseInstant(place.asOf), zone);
  const view = (action: ActionRecord) => actionView(action, access, today);
  return {
    ...place,
    carried: carried.map(({ action, carried: carrying }) => ({ ...view(action), carried: carrying })),
    added: added.map(view),
    completed: completed.map(view),
  };
}
