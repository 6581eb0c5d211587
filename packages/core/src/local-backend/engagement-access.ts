// The engagements that matter to a call, as the viewer may have them (rulebook §6): seen, or answered as "not found"; taken up to be
// read or changed, once what the day releases has become actions; and told through the two projections of core/domain.
import {
  dayAt,
  engagementInSight,
  type EngagementReader,
  engagementReaderOf,
  type EveryEngagement,
  everyEngagement,
  formatDay,
  isEngagementTurned,
  itemInSight,
  NEVER,
} from '../domain/index.ts';
import type {
  Engagement,
  EngagementDetail,
  EngagementRecord,
  Id,
  InvoicingMethodRecord,
  Item,
  ItemRecord,
  Rate,
} from '../schema/index.ts';
import { type Call, lookUp } from './call.ts';
import { keepEngagementTurns } from './engagement-keeping.ts';
import { clockOf, type EngagementWork, settleItem, standingItems, takeUp } from './engagement-work.ts';
import { notFound } from './failures.ts';
import { callInEngagements } from './room-access.ts';

/** The engagement, if it is there and the viewer sees it. */
async function visibleEngagement(call: Call, id: Id): Promise<EngagementRecord> {
  const engagement = await lookUp(call, 'engagement', id);
  if (!engagement || engagementReaderOf(engagement, call.access.viewer) === null) throw notFound();
  return engagement;
}

/** The engagements that the viewer sees who is no admin: admins see all, of which there may be very many. */
export async function engagementsSeen({ tx, viewer, access }: Call): Promise<EngagementRecord[]> {
  const own = await tx.engagementsOf(viewer.id);
  return own.filter((engagement) => engagementReaderOf(engagement, access.viewer) !== null);
}

/** All engagements as one place, once what the day releases in any of them has become actions; for admins. */
export async function everyEngagementTurned(call: Call): Promise<EveryEngagement> {
  const { tx, workspace, now } = call;
  // No clock is ahead of this day.
  await turnEngagements(call, await tx.engagementsTurning(formatDay(dayAt(now, 'UTC') + 1)));
  return everyEngagement(await tx.engagementZones(), workspace, now);
}

/** Takes up engagements to change them: held, so that nobody else does meanwhile, and brought to today. */
export async function openEngagements(call: Call, ids: readonly Id[]): Promise<Map<Id, EngagementWork>> {
  const held = await call.tx.holdEngagements([...new Set(ids)]);
  // As it is once they are held: whoever changes the calendar or the zone holds them too.
  const works = await takeUp({ ...call, workspace: await call.tx.workspace() }, held);
  await turn(call, works.values());
  return works;
}

/** Takes up an engagement that the viewer sees to change it. */
export async function openEngagement(call: Call, id: Id): Promise<EngagementWork> {
  await visibleEngagement(call, id);
  const work = (await openEngagements(call, [id])).get(id);
  if (!work || engagementReaderOf(work.engagement, call.access.viewer) === null) throw notFound();
  return { ...work, call: callInEngagements(call, [work.engagement]) };
}

/** Takes up an engagement that the viewer sees to read it. */
export async function readEngagement(call: Call, id: Id): Promise<EngagementWork> {
  const engagement = await visibleEngagement(call, id);
  if (isDue(call, engagement)) return openEngagement(call, id);
  const work = (await takeUp(call, [engagement], { toRead: true })).get(id);
  if (!work) throw notFound();
  return work;
}

/** Lets what the day releases in these engagements become actions, before they are listed. */
export async function turnEngagements(call: Call, engagements: Iterable<EngagementRecord>): Promise<void> {
  const due = [...engagements].filter((engagement) => isDue(call, engagement)).map(({ id }) => id);
  if (due.length > 0) await openEngagements(call, due.sort());
}

/** The engagement as the viewer gets it, with its items in order. */
export async function engagementDetail(work: EngagementWork): Promise<EngagementDetail> {
  const [told] = await engagementViews(work.call, [work]);
  if (!told) throw notFound();
  return { ...told, items: standingItems(work).map((item) => itemView(work, item)) };
}

/** Engagements as the viewer gets them; those that they do not see are left out. */
export async function engagementViews(call: Call, works: readonly EngagementWork[]): Promise<Engagement[]> {
  const rates = await ratesOf(
    call,
    works.map(({ engagement }) => engagement),
  );
  return works.flatMap((work) => {
    const reader = engagementReaderOf(work.engagement, call.access.viewer);
    return reader === null ? [] : [view(work, reader, rates)];
  });
}

/** The item as the viewer, who sees its engagement, gets it. */
export function itemView(work: EngagementWork, item: ItemRecord): Item {
  return itemInSight(item, work.engagement, work.reader, clockOf(work));
}

/** The sums that these engagements name, by their methods' ids. */
async function ratesOf(call: Call, engagements: readonly EngagementRecord[]): Promise<ReadonlyMap<Id, Rate>> {
  const ids = engagements
    .flatMap(({ coachInvoicingMethodId, coacheeInvoicingMethodId }) => [
      coachInvoicingMethodId,
      coacheeInvoicingMethodId,
    ])
    .filter((id) => id !== null);
  const methods = ids.length > 0 ? await call.tx.find('invoicingMethod', { id: [...new Set(ids)] }) : [];
  return new Map(methods.map((method) => [method.id, rateOf(method)]));
}

function rateOf({ name, amount, currency, per }: InvoicingMethodRecord): Rate {
  return { name, amount, currency, per };
}

function view(work: EngagementWork, reader: EngagementReader, rates: ReadonlyMap<Id, Rate>): Engagement {
  const { engagement } = work;
  const rate = (id: Id | null) => (id === null ? null : (rates.get(id) ?? null));
  return engagementInSight(engagement, reader, {
    items: standingItems(work),
    rates: { coach: rate(engagement.coachInvoicingMethodId), coachee: rate(engagement.coacheeInvoicingMethodId) },
    clock: clockOf(work),
  });
}

async function turn(call: Call, works: Iterable<EngagementWork>): Promise<void> {
  const due = [...works].filter(({ engagement }) => isDue(call, engagement));
  if (due.length === 0) return;
  for (const work of due) for (const item of standingItems(work)) settleItem(work, item);
  await keepEngagementTurns(call, due);
}

function isDue({ now, workspace }: Call, engagement: EngagementRecord): boolean {
  // Most have nothing to come; which day it is on their clocks need not be asked.
  if (engagement.turnsOn === NEVER || engagement.deleted !== null) return false;
  return isEngagementTurned(engagement, formatDay(dayAt(now, engagement.timeZone ?? workspace.timeZone)));
}
