// Engagements (rulebook §5, §6): made, changed, activated, shared, deleted and exported by admins; seen by their coach and
// spectators once active, and by their coachees once shared. Each reader gets their own projection of one.
import type { EngagementBackend } from '../backend.ts';
import {
  applyEngagementPatch,
  engagementConflicts,
  engagementReaderOf,
  type EngagementReader,
  faultsOfDatesIn,
  faultsOfSettings,
  isRestorable,
  sharedEngagement,
  unsharedEngagement,
} from '../domain/index.ts';
import {
  type EngagementDetail,
  type EngagementPermissions,
  type EngagementPatch,
  engagementDetailSchema,
  engagementPatchSchema,
  type EngagementRecord,
  type Id,
  type ProblemError,
  readOnlyFields,
} from '../schema/index.ts';
import { type Call, type Calls, lookUp } from './call.ts';
import { engagementDetail, openEngagement, openEngagements, readEngagement } from './engagement-access.ts';
import { engagementBulk } from './engagement-bulk.ts';
import { assertMay, namesFor } from './engagement-course.ts';
import { engagementCreation } from './engagement-creation.ts';
import { engagementExport } from './engagement-export.ts';
import { keepEngagements } from './engagement-keeping.ts';
import { engagementList } from './engagement-list.ts';
import { activate, clockOf, doingOf, type EngagementWork, putEngagement, standingItems } from './engagement-work.ts';
import type { ExportMakers } from './export-maker.ts';
import { checked, forbidden, notFound, validation, versionConflict } from './failures.ts';
import { versionOf } from './write.ts';

const READ_ONLY_ON_EDIT = new Set(readOnlyFields(engagementDetailSchema, engagementPatchSchema));

/** The engagements' part of the port. */
export function engagementsOf(inCall: Calls, exports: ExportMakers): EngagementBackend['engagements'] {
  /** One change of an engagement by whoever may make it; answers it as it stands then. */
  const changing = (operation: keyof EngagementPermissions, change: (work: EngagementWork) => void) => {
    return (id: Id, options?: Parameters<Calls>[1]): Promise<EngagementDetail> =>
      inCall(async (call) => {
        const work = await openEngagement(call, id);
        assertMay(operation, work);
        change(work);
        await keepEngagements(call, [work]);
        return engagementDetail(work);
      }, options);
  };

  return {
    list: engagementList(inCall),
    get: (id, options) => inCall(async (call) => engagementDetail(await readEngagement(call, id)), options),
    create: engagementCreation(inCall),

    async update(id, patch, options) {
      const written = checked(engagementPatchSchema, patch, READ_ONLY_ON_EDIT);
      const version = versionOf(options);
      return inCall(async (call) => {
        const work = await openEngagement(call, id);
        assertMay('edit', work);
        await assertSound(work, written);
        const current = await engagementDetail(work);
        // Edits of different fields do not contradict one another.
        if (
          version !== current.version &&
          (!options.base || engagementConflicts(options.base, current, written).length > 0)
        )
          throw versionConflict(current);
        putEngagement(work, applyEngagementPatch(work.engagement, written));
        await keepEngagements(call, [work]);
        return engagementDetail(work);
      }, options);
    },

    async remove(id, options) {
      const version = versionOf(options);
      return inCall(async (call) => {
        const work = await openEngagement(call, id);
        assertMay('delete', work);
        if (version !== work.engagement.version) throw versionConflict(await engagementDetail(work));
        work.engagement = { ...work.engagement, deleted: doingOf(work) };
        await keepEngagements(call, [work]);
      }, options);
    },

    restore: (id, options) =>
      inCall(async (call) => {
        const deleted = await lookUp(call, 'engagement', id);
        if (!deleted || readerOnceBack(deleted, call) === null) throw notFound();
        const work = (await openEngagements(call, [id])).get(id);
        if (!work) throw notFound();
        const { engagement } = work;
        if (engagement.deleted !== null) {
          if (!isRestorable(engagement, call.now)) throw notFound();
          if (engagement.deleted.by !== call.viewer.id) throw forbidden('deleter-only');
          assertMay('delete', work);
          putEngagement(work, { ...engagement, deleted: null });
          await keepEngagements(call, [work]);
        }
        return engagementDetail(work);
      }, options),

    activate: changing('activate', activate),
    share: changing('share', (work) => putEngagement(work, sharedEngagement(work.engagement, work.call.at))),
    unshare: changing('share', (work) => putEngagement(work, unsharedEngagement(work.engagement))),
    bulk: engagementBulk(inCall),
    export: engagementExport(inCall, exports),
  };
}

function readerOnceBack(engagement: EngagementRecord, { access }: Call): EngagementReader | null {
  return engagementReaderOf({ ...engagement, deleted: null }, access.viewer);
}

async function assertSound(work: EngagementWork, written: EngagementPatch): Promise<void> {
  const { engagement, call } = work;
  const faults = faultsOfSettings(written, engagement, engagement, await namesFor(call, written));
  if (faults.length > 0) throw validation(faults);
  const { startDate } = written;
  if (startDate === undefined || startDate === engagement.startDate) return;
  // Dates that rest on the start come about anew with it.
  const after = { ...engagement, startDate };
  const broken = standingItems(work).flatMap((item): ProblemError[] => {
    const isNew = faultsOfDatesIn(item, engagement, clockOf(work)).length === 0;
    const [found] = isNew ? faultsOfDatesIn(item, after, clockOf({ call, engagement: after })) : [];
    return found
      ? [{ ...found, pointer: '/startDate', message: `leads to a date of “${item.title}” that ${found.message}` }]
      : [];
  });
  if (broken.length > 0) throw validation(broken);
}
