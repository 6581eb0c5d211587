// The workspace itself (rulebook §1, §3.1): its name, zone, locale and calendar, changed by admins. Where another zone or another
// calendar moves dates that are kept, they are worked out anew in the same transaction: a change and all it moves is one.
import type { Backend } from '../backend.ts';
import { applyWorkspacePatch, clockChange } from '../domain/index.ts';
import {
  type EngagementRecord,
  readOnlyFields,
  type RoomRecord,
  type Workspace,
  workspacePatchSchema,
  workspaceSchema,
} from '../schema/index.ts';
import type { Call, Calls } from './call.ts';
import { assertAdmin } from './directory-writing.ts';
import { openEngagements } from './engagement-access.ts';
import { keepEngagements } from './engagement-keeping.ts';
import { putEngagement } from './engagement-work.ts';
import { checked, versionConflict } from './failures.ts';
import { keepPlan } from './plan-keeping.ts';
import { openPlan, setClock } from './plan-work.ts';
import { versionOf } from './write.ts';

const READ_ONLY = new Set(readOnlyFields(workspaceSchema, workspacePatchSchema));

/** Engagements that are taken up at once. */
const BATCH = 100;

/** The workspace's part of the port. */
export function workspaceOf(inCall: Calls): Backend['workspace'] {
  return {
    async update(patch, options) {
      const written = checked(workspacePatchSchema, patch, READ_ONLY);
      const version = versionOf(options);
      return inCall(async (call) => {
        assertAdmin(call);
        // Held first, so that nobody works dates out by what is no longer.
        const before = (await call.tx.get('workspace', call.workspace.id)) ?? call.workspace;
        if (version !== before.version) throw versionConflict(before);
        const after = applyWorkspacePatch(before, written);
        if (after === before) return before;
        await call.tx.replace('workspace', after);
        await moveDates({ ...call, workspace: before }, after);
        return after;
      }, options);
    },
  };
}

/** Works out anew what is kept of the dates that rest on the workspace. Of other actions no date is kept that could move. */
async function moveDates(call: Call, after: Workspace): Promise<void> {
  const { zone, calendar } = clockChange(call.workspace, after);
  if (!zone && !calendar) return;
  const isTouched = ({ timeZone }: Pick<RoomRecord | EngagementRecord, 'timeZone'>) => calendar || timeZone === null;
  // Deleted rooms too: they come back as they are kept. In the order of their ids, as whoever holds several does.
  const rooms = (await call.tx.find('room', {})).filter(isTouched).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const room of rooms) {
    const work = await openPlan(call, room);
    await keepPlan(setClock({ ...work, call: { ...work.call, workspace: after } }, room));
  }
  const engagements = await call.tx.find('engagement', {});
  // In a draft nothing is an action yet; one that was deleted is settled when it comes back.
  const ids = engagements
    .filter((engagement) => engagement.status === 'active' && engagement.deleted === null && isTouched(engagement))
    .map(({ id }) => id)
    .sort();
  for (let from = 0; from < ids.length; from += BATCH) {
    const works = [...(await openEngagements(call, ids.slice(from, from + BATCH))).values()];
    for (const work of works) putEngagement(work, work.engagement);
    await keepEngagements({ ...call, workspace: after }, works);
  }
}
