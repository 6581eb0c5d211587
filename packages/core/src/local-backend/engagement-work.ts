// An engagement with its items and their actions while it is changed (rulebook §5, §6.1): every change is judged and made here,
// first in memory, so that a single write, every row of a bulk operation and a dry run take one course. Items and their actions
// are one thing: whatever changes of the one is settled in the other. Nothing is written; see engagement-keeping.
import {
  actionsOfItem,
  activatedEngagement,
  activatedItem,
  alignedAction,
  changeState,
  deletedAction,
  type Doing,
  engagementClock,
  type EngagementClock,
  type EngagementReader,
  engagementRoleOf,
  inOrder,
  isDueToBecomeActions,
  isReleased,
  itemAfterActions,
  keyAfter,
  restoredAction,
  turnOfEngagement,
} from '../domain/index.ts';
import {
  type ActionRecord,
  type ActionState,
  type EngagementRecord,
  type Id,
  type ItemRecord,
  ITEMS_LIMIT,
} from '../schema/index.ts';
import type { Call } from './call.ts';
import { notFound, validation } from './failures.ts';

/** What an engagement holds. */
interface EngagementParts {
  readonly engagement: EngagementRecord;
  /** Deleted ones included. */
  readonly items: ReadonlyMap<Id, ItemRecord>;
  /** Those that items became, deleted ones included. */
  readonly actions: ReadonlyMap<Id, ActionRecord>;
}

/** An engagement while it is changed. */
export interface EngagementWork {
  readonly call: Call;
  readonly reader: EngagementReader;
  /** As it is kept. */
  kept: EngagementParts;
  engagement: EngagementRecord;
  readonly items: Map<Id, ItemRecord>;
  readonly actions: Map<Id, ActionRecord>;
}

/**
 * Takes up engagements that the viewer has a part in, whether they see them as they stand or not; passes over others.
 * @param toRead whether nothing will be changed, which needs no actions
 */
export async function takeUp(
  call: Call,
  engagements: readonly EngagementRecord[],
  { toRead = false }: { toRead?: boolean } = {},
): Promise<Map<Id, EngagementWork>> {
  const { tx, access } = call;
  const own = engagements.filter((engagement) => engagementRoleOf(engagement, access.viewer) !== null);
  const items = own.length > 0 ? await tx.find('item', { engagementId: own.map(({ id }) => id) }) : [];
  const actionIds = toRead ? [] : items.flatMap((item) => item.actionIds);
  const actions = actionIds.length > 0 ? await tx.find('action', { id: actionIds }) : [];
  const itemsOf = Map.groupBy(items, ({ engagementId }) => engagementId);
  const actionsOf = Map.groupBy(actions, ({ context }) => (context.type === 'engagement' ? context.engagementId : ''));
  return new Map(own.map((engagement) => [engagement.id, workOf(call, engagement, itemsOf, actionsOf)]));
}

function workOf(
  call: Call,
  engagement: EngagementRecord,
  itemsOf: ReadonlyMap<Id, ItemRecord[]>,
  actionsOf: ReadonlyMap<Id, ActionRecord[]>,
): EngagementWork {
  const { viewer } = call.access;
  const role = engagementRoleOf(engagement, viewer);
  if (role === null) throw notFound();
  const kept = {
    engagement,
    items: byId(itemsOf.get(engagement.id) ?? []),
    actions: byId(actionsOf.get(engagement.id) ?? []),
  };
  const reader = { role, personId: viewer.personId, isGuest: viewer.role === 'guest' };
  return { call, reader, kept, engagement, items: new Map(kept.items), actions: new Map(kept.actions) };
}

/** The clock of the engagement as it stands in the work. */
export function clockOf({ call, engagement }: Pick<EngagementWork, 'call' | 'engagement'>): EngagementClock {
  return engagementClock(engagement, call.workspace, call.now);
}

export function doingOf({ call }: Pick<EngagementWork, 'call'>): Doing {
  return { by: call.viewer.id, at: call.at };
}

/** The items in order, deleted ones left out. */
export function standingItems({ items }: Pick<EngagementWork, 'items'>): ItemRecord[] {
  return inOrder([...items.values()].filter(({ deleted }) => deleted === null));
}

/** The item, if it is there. */
export function standingItem({ items }: Pick<EngagementWork, 'items'>, id: Id): ItemRecord {
  const item = items.get(id);
  if (!item || item.deleted !== null) throw notFound();
  return item;
}

/** The actions that the item became, deleted ones included. */
function actionsOf({ actions }: Pick<EngagementWork, 'actions'>, item: ItemRecord): ActionRecord[] {
  return item.actionIds.flatMap((id) => actions.get(id) ?? []);
}

/** Puts an item into the engagement, or what became of it, and settles what hangs on it. */
export function putItem(work: EngagementWork, item: ItemRecord): ItemRecord {
  if (!work.items.has(item.id)) assertSpace(work);
  work.items.set(item.id, item);
  settleItem(work, item);
  return work.items.get(item.id) ?? item;
}

/** Puts the engagement as it became, and settles what hangs on it. */
export function putEngagement(work: EngagementWork, engagement: EngagementRecord): void {
  work.engagement = engagement;
  for (const item of standingItems(work)) settleItem(work, item);
}

/** Makes the engagement active: what is released at once gets its moment. */
export function activate(work: EngagementWork): void {
  const { at } = work.call;
  work.engagement = activatedEngagement(work.engagement, at);
  for (const item of standingItems(work)) work.items.set(item.id, activatedItem(item, at));
  putEngagement(work, work.engagement);
}

/** Settles an item that was put in, or whose engagement changed: its actions come, go, or say what it says. */
export function settleItem(work: EngagementWork, item: ItemRecord): void {
  if (item.content.kind !== 'action' || item.deleted !== null) return;
  const clock = clockOf(work);
  const { engagement, call } = work;
  const { at, newId } = call;
  if (isDueToBecomeActions(item, engagement, clock)) {
    const made = actionsOfItem(item, engagement, { clock, at, newId });
    for (const action of made) work.actions.set(action.id, action);
    work.items.set(item.id, { ...item, actionIds: made.map(({ id }) => id) });
    return;
  }
  if (item.actionIds.length > 0 && !isReleased(item, engagement, clock)) {
    // It is scheduled no more, or for later: its actions come to be anew then.
    for (const action of actionsOf(work, item)) work.actions.set(action.id, deletedAction(action, doingOf(work)));
    work.items.set(item.id, { ...item, actionIds: [], responses: [] });
    return;
  }
  for (const action of actionsOf(work, item))
    work.actions.set(action.id, alignedAction(action, item, engagement, clock));
}

/** Puts an action as it became; its item is done when all of its actions are. */
export function putAction(work: EngagementWork, action: ActionRecord): void {
  work.actions.set(action.id, action);
  if (action.context.type !== 'engagement') return;
  const item = standingItem(work, action.context.itemId);
  // One that is open again has its date by its rule again.
  putItem(work, itemAfterActions(item, actionsOf(work, item), work.engagement, doingOf(work)));
}

/** Brings those of an item's actions that are meant into a state, and the item with them. */
export function moveActions(
  work: EngagementWork,
  item: ItemRecord,
  to: ActionState,
  isMeant: (action: ActionRecord) => boolean = () => true,
): void {
  const moment = { ...doingOf(work), today: clockOf(work).today };
  const meant = actionsOf(work, item).filter((action) => action.deleted === null && isMeant(action));
  for (const action of meant) work.actions.set(action.id, changeState(action, to, moment));
  putItem(work, itemAfterActions(item, actionsOf(work, item), work.engagement, doingOf(work)));
}

/** Deletes an item with its actions, or brings both back. */
export function putDeleted(work: EngagementWork, item: ItemRecord): void {
  const doing = doingOf(work);
  for (const action of actionsOf(work, item)) {
    if (item.deleted !== null && action.deleted === null) work.actions.set(action.id, deletedAction(action, doing));
    if (item.deleted === null) work.actions.set(action.id, restoredAction(action, doing));
  }
  work.items.set(item.id, item);
  if (item.deleted === null) settleItem(work, item);
}

/** The key of a place after all others. */
export function lastPosition(work: EngagementWork): string {
  return keyAfter(standingItems(work).at(-1)?.position ?? null);
}

/** The day on which the engagement's items will have to be looked at anew. */
export function turnOf(work: EngagementWork): string {
  return turnOfEngagement(work.engagement, work.items.values(), clockOf(work));
}

function assertSpace(work: EngagementWork): void {
  if (standingItems(work).length < ITEMS_LIMIT) return;
  const message = `must be another engagement: one has at most ${ITEMS_LIMIT} items`;
  throw validation([{ pointer: '/engagementId', code: 'engagement-full', message }]);
}

function byId<T extends { id: Id }>(things: readonly T[]): Map<Id, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
