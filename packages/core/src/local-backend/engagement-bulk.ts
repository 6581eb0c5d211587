// One operation on up to 500 engagements (rulebook §5, api.md R-V-4): every one answers for itself – done, skipped with the reason, or
// refused with the rule's name, the fault's or the problem's code – and one refusal stops no other. A dry run says the same and
// changes nothing. Each is tried in memory, and all that became another is kept at once.
import { BackendError, type EngagementBackend } from '../backend.ts';
import { engagementReaderOf, sharedEngagement, unsharedEngagement } from '../domain/index.ts';
import {
  type BulkOutcome,
  type EngagementBulkRequest,
  engagementBulkRequestSchema,
  type EngagementRecord,
  type Id,
} from '../schema/index.ts';
import type { Call, Calls } from './call.ts';
import { openEngagements } from './engagement-access.ts';
import { keepEngagements } from './engagement-keeping.ts';
import { activate, doingOf, type EngagementWork, putEngagement } from './engagement-work.ts';
import { assertMay } from './engagement-course.ts';
import { checked, forbidden, notFound } from './failures.ts';
import { addItem } from './item-course.ts';

type Skipped = 'already-active' | 'already-shared' | 'not-shared';

/** `engagements.bulk` of the port. */
export function engagementBulk(inCall: Calls): EngagementBackend['engagements']['bulk'] {
  return async (request, options) => {
    const asked = checked(engagementBulkRequestSchema, request);
    return inCall(async (call) => {
      const works = await openEngagements(call, asked.ids);
      const answered = new Set<Id>();
      const done: EngagementWork[] = [];
      const outcomes = asked.ids.map((id): BulkOutcome => {
        if (answered.has(id)) return { id, outcome: 'skipped', reason: 'duplicate' };
        answered.add(id);
        const work = works.get(id);
        const outcome = outcomeOf(id, work, asked, call);
        if (outcome.outcome === 'done' && work) done.push(work);
        return outcome;
      });
      if (asked.dryRun === true) return { results: outcomes };
      await keepEngagements(call, done);
      const versions = new Map(done.map(({ engagement }) => [engagement.id, engagement.version]));
      const results = outcomes.map((outcome) =>
        outcome.outcome === 'done' ? { ...outcome, version: versions.get(outcome.id) ?? 1 } : outcome,
      );
      return { results };
    }, options);
  };
}

function outcomeOf(id: Id, work: EngagementWork | undefined, request: EngagementBulkRequest, call: Call): BulkOutcome {
  try {
    if (!work || engagementReaderOf(work.engagement, call.access.viewer) === null) throw notFound();
    // Whatever a coach may do with one, only admins do it with many.
    if (work.reader.role !== 'admin') throw forbidden('engagement-admin');
    const before: EngagementRecord = work.engagement;
    const skipped = changed(work, request);
    if (skipped !== null) return { id, outcome: 'skipped', reason: skipped, version: before.version };
    const isOther = work.engagement !== before;
    return { id, outcome: 'done', version: isOther ? before.version + 1 : before.version };
  } catch (error) {
    if (error instanceof BackendError)
      return { id, outcome: 'refused', reason: error.rule ?? error.errors[0]?.code ?? error.code };
    throw error;
  }
}

/** Makes the change in memory; why it is skipped, where there is nothing to change. */
function changed(work: EngagementWork, request: EngagementBulkRequest): Skipped | null {
  const { status, sharedAt } = work.engagement;
  switch (request.operation) {
    case 'activate':
      assertMay('activate', work);
      if (status === 'active') return 'already-active';
      activate(work);
      return null;
    case 'activateAndShare':
      assertMay('activate', work);
      if (sharedAt !== null) return 'already-shared';
      activate(work);
      putEngagement(work, sharedEngagement(work.engagement, work.call.at));
      return null;
    case 'share':
      assertMay('share', work);
      if (sharedAt !== null) return 'already-shared';
      putEngagement(work, sharedEngagement(work.engagement, work.call.at));
      return null;
    case 'unshare':
      if (sharedAt === null) return 'not-shared';
      assertMay('share', work);
      putEngagement(work, unsharedEngagement(work.engagement));
      return null;
    case 'delete':
      assertMay('delete', work);
      work.engagement = { ...work.engagement, deleted: doingOf(work) };
      return null;
    case 'addItem':
      addItem(work, request.item);
      return null;
  }
}
