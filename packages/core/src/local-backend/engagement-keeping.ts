// Keeps what became of engagements (rulebook §5): the engagement, its items and their actions, in the one transaction of the call.
// Each makes a next version where it changed, or where what is read of it did; each audience's own moves with what that audience
// sees. Whom it concerns is told in that transaction too (§7). That items became actions with a new day is no change: it makes no version and names nobody.
import {
  countedAfter,
  engagementActionFace,
  engagementClock,
  engagementFace,
  isSeenBy,
  itemFace,
  NEVER,
  noticesOfEngagement,
  stateChange,
} from '../domain/index.ts';
import type { ActionRecord, EngagementAudience, EngagementRecord, ItemRecord, StateChange } from '../schema/index.ts';
import { turnOf, type EngagementWork } from './engagement-work.ts';
import type { Call } from './call.ts';
import { type NoticeOf, tell } from './telling.ts';
import { insertNew } from './write.ts';

interface Writes {
  engagements: EngagementRecord[];
  restatedEngagements: EngagementRecord[];
  newItems: ItemRecord[];
  items: ItemRecord[];
  newActions: ActionRecord[];
  actions: ActionRecord[];
  stateChanges: StateChange[];
}

/** Keeps engagements as they stand in their works. */
export async function keepEngagements(call: Call, works: Iterable<EngagementWork>): Promise<void> {
  const writes = noWrites();
  const notices: NoticeOf[] = [];
  for (const work of works) {
    const before = work.kept.engagement;
    gather(work, writes);
    for (const notice of noticesOfEngagement(before, work.engagement, call.viewer.id))
      notices.push({ ...notice, engagementId: work.engagement.id });
  }
  await write(call, writes);
  await tell(call, notices);
}

/** Keeps that items became actions with the day. */
export async function keepEngagementTurns(call: Call, works: Iterable<EngagementWork>): Promise<void> {
  const writes = noWrites();
  const restated: ItemRecord[] = [];
  for (const work of works) {
    for (const [id, item] of work.items) if (item !== work.kept.items.get(id)) restated.push(item);
    gatherActions(work, writes);
    const turnsOn = turnOf(work);
    if (turnsOn !== work.engagement.turnsOn) {
      work.engagement = { ...work.engagement, turnsOn };
      writes.restatedEngagements.push(work.engagement);
    }
    settleKept(work);
  }
  await write(call, writes);
  await call.tx.restate('item', restated);
}

function noWrites(): Writes {
  return {
    engagements: [],
    restatedEngagements: [],
    newItems: [],
    items: [],
    newActions: [],
    actions: [],
    stateChanges: [],
  };
}

async function write({ tx }: Call, writes: Writes): Promise<void> {
  await tx.replaceAll('engagement', writes.engagements);
  await tx.restate('engagement', writes.restatedEngagements);
  await insertNew(tx, 'item', ...writes.newItems);
  await tx.replaceAll('item', writes.items);
  await insertNew(tx, 'action', ...writes.newActions);
  await tx.replaceAll('action', writes.actions);
  await tx.insertAll('stateChange', writes.stateChanges);
}

/** What of a work is to be written; the work stands with it as it will be kept. */
function gather(work: EngagementWork, writes: Writes): void {
  gatherItems(work, writes);
  gatherActions(work, writes);
  gatherEngagement(work, writes);
  settleKept(work);
}

function gatherEngagement(work: EngagementWork, { engagements, restatedEngagements }: Writes): void {
  const { call, kept } = work;
  const before = kept.engagement;
  const turnsOn = work.engagement.deleted === null ? turnOf(work) : NEVER;
  if (work.engagement === before) {
    if (turnsOn === before.turnsOn) return;
    work.engagement = { ...before, turnsOn };
    restatedEngagements.push(work.engagement);
    return;
  }
  const after = { ...work.engagement, turnsOn };
  const [was, is] = [before, after].map((one) => ({ one, clock: engagementClock(one, call.workspace, call.now) }));
  const shown = countedAfter(
    before.shown,
    before,
    (role) =>
      was !== undefined &&
      is !== undefined &&
      engagementFace(was.one, role, was.clock) !== engagementFace(is.one, role, is.clock),
    call.at,
    { showing: 0 },
  );
  work.engagement = { ...after, shown, ...nextVersion(call, before) };
  engagements.push(work.engagement);
}

function gatherItems(work: EngagementWork, { newItems, items }: Writes): void {
  const { call, kept } = work;
  const [was, is] = [kept.engagement, work.engagement];
  const clocks = {
    was: engagementClock(was, call.workspace, call.now),
    is: engagementClock(is, call.workspace, call.now),
  };
  for (const [id, item] of work.items) {
    const before = kept.items.get(id);
    if (before === undefined) {
      newItems.push(item);
      continue;
    }
    // Nothing of it is read otherwise where neither it nor its engagement changed.
    if (item === before && was === is) continue;
    const isOther = (role: Parameters<typeof itemFace>[2]) =>
      isSeenBy(was, role) &&
      isSeenBy(is, role) &&
      itemFace(before, was, role, clocks.was) !== itemFace(item, is, role, clocks.is);
    if (item === before && !isOther('admin')) continue;
    const shown = countedAfter(before.shown, before, isOther, call.at, { showing: 1 });
    const next = { ...item, shown, ...nextVersion(call, before) };
    work.items.set(id, next);
    items.push(next);
  }
}

function gatherActions(work: EngagementWork, { newActions, actions, stateChanges }: Writes): void {
  const { call, kept } = work;
  const { at, newId, viewer } = call;
  for (const [id, action] of work.actions) {
    const before = kept.actions.get(id) ?? null;
    if (action === before) continue;
    if (before === null || before.state !== action.state)
      stateChanges.push(
        stateChange(before?.state ?? null, action, {
          id: newId(),
          at,
          by: before === null ? action.createdBy : viewer.id,
        }),
      );
    if (before === null) {
      newActions.push({ ...action, version: 1 });
      continue;
    }
    const isOther = (role: EngagementAudience) =>
      isSeenBy(kept.engagement, role) &&
      isSeenBy(work.engagement, role) &&
      engagementActionFace(before, kept.engagement, role) !== engagementActionFace(action, work.engagement, role);
    const shownTo = countedAfter(before.shownTo, before, isOther, at, {
      audiences: ['coachee', 'spectator'],
      showing: 1,
    });
    const next = { ...action, shownTo, ...nextVersion(call, before) };
    work.actions.set(id, next);
    actions.push(next);
  }
}

function nextVersion({ viewer, at }: Call, { version }: { version: number }) {
  return { version: version + 1, updatedAt: at, updatedBy: viewer.id };
}

/** What was made since stands as kept. */
function settleKept(work: EngagementWork): void {
  work.kept = { engagement: work.engagement, items: new Map(work.items), actions: new Map(work.actions) };
}
