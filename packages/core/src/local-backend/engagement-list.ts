// The list of engagements that the viewer sees, page by page (api.md R-L-1): admins all of the workspace; others those in which they
// have a part, filtered and ordered as they see them.
import type { EngagementBackend } from '../backend.ts';
import {
  engagementFilterFor,
  engagementOrder,
  type EngagementReader,
  engagementReaderOf,
  engagementSortKey,
  matchesEngagement,
  NO_START_KEY,
  toldVersionOfEngagement,
} from '../domain/index.ts';
import { engagementQuerySchema, type EngagementRecord, type EngagementSort, type Id } from '../schema/index.ts';
import type { Call, Calls } from './call.ts';
import { engagementViews } from './engagement-access.ts';
import { takeUp } from './engagement-work.ts';
import { checked } from './failures.ts';
import { pageOfWalks } from './ordered-page.ts';
import { isNumberKey, isTextKey, pageOf } from './page.ts';
import type { EngagementListRequest, ListAnswer } from './repository.ts';

/** `engagements.list` of the port. */
export function engagementList(inCall: Calls): EngagementBackend['engagements']['list'] {
  return async (query = {}, options) => {
    const { limit, cursor, count, sort = 'title', ...asked } = checked(engagementQuerySchema, query);
    return inCall(async (call) => {
      const { viewer } = call;
      const filter = engagementFilterFor(asked, viewer.id);
      const page = await pageOf(
        { limit, cursor, count },
        {
          scope: [viewer.id, 'engagements', filter, sort],
          isKey: (key) => isKeyOf(sort, key),
          placed: (record: EngagementRecord) => ({
            key: engagementSortKey(asSeen(record, call), sort),
            id: record.id,
            record,
          }),
          find: (which) => pageOfEngagements(call, { filter, sort, ...which }),
        },
      );
      const works = await takeUp(call, page.items, { toRead: true });
      const items = await engagementViews(
        call,
        page.items.flatMap(({ id }) => works.get(id) ?? []),
      );
      return { ...page, items };
    }, options);
  };
}

/** One page of the records of those that the viewer sees. */
async function pageOfEngagements(call: Call, request: EngagementListRequest): Promise<ListAnswer<EngagementRecord>> {
  const { tx, viewer } = call;
  if (viewer.role === 'admin') return tx.listEngagements(request);
  const { filter, sort, ...page } = request;
  const order = engagementOrder(sort);
  const records = (await tx.engagementsOf(viewer.id)).filter((record) => readerOf(record, call) !== null);
  const ordered = records.map((record) => {
    const seen = asSeen(record, call);
    return { key: engagementSortKey(seen, sort), id: record.id, record, seen };
  });
  const walk = {
    committed: ordered.filter(({ seen }) => matchesEngagement(seen, filter)).sort(order),
    own: [],
    covered: new Map<Id, never>(),
    wanted: () => true,
  };
  return pageOfWalks([walk], page, order);
}

/** What a list goes by, as its reader has it: some are not told of the group, and have a time of change of their own. */
function asSeen(record: EngagementRecord, call: Call): EngagementRecord {
  const role = readerOf(record, call)?.role ?? 'spectator';
  const inside = role === 'admin' || role === 'coach';
  const { updatedAt } = toldVersionOfEngagement(record, role);
  return { ...record, updatedAt, groupId: inside ? record.groupId : null };
}

function readerOf(record: EngagementRecord, { access }: Call): EngagementReader | null {
  return engagementReaderOf(record, access.viewer);
}

/** Whether the key is one that this order can give. */
function isKeyOf(sort: EngagementSort, key: number | string): boolean {
  if (sort.endsWith('title')) return isTextKey(key);
  return isNumberKey(key, sort.endsWith('start') ? NO_START_KEY : undefined);
}
