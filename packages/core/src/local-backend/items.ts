// Items of engagements (rulebook §5, §6.1), one at a time: added, read, edited, scheduled, done, deleted and brought back. To a coachee
// what is not scheduled is a locked place.
import type { EngagementBackend } from '../backend.ts';
import { engagementReaderOf, isRestorable, isLockedTo, restoredItem, sawGo } from '../domain/index.ts';
import {
  type Id,
  type ItemRecord,
  itemCompletionSchema,
  itemDraftSchema,
  itemPatchSchema,
  itemScheduleSchema,
  openItemSchema,
  readOnlyFields,
  versionSchema,
} from '../schema/index.ts';
import { type Call, type Calls, lookUp } from './call.ts';
import { itemView, openEngagement, openEngagements, readEngagement } from './engagement-access.ts';
import { keepEngagements } from './engagement-keeping.ts';
import { clockOf, doingOf, type EngagementWork, putDeleted, standingItem } from './engagement-work.ts';
import { checked, forbidden, notFound, versionConflict } from './failures.ts';
import { addItem, assertMayWith, completeItem, editItem, scheduleItem } from './item-course.ts';
import { versionOf } from './write.ts';

const READ_ONLY_ON_CREATE = new Set(readOnlyFields(openItemSchema, itemDraftSchema));
const READ_ONLY_ON_EDIT = new Set(readOnlyFields(openItemSchema, itemPatchSchema));

/** The items' part of the port. */
export function itemsOf(inCall: Calls): EngagementBackend['items'] {
  /** One change of an item that the viewer sees; answers it as it stands then. */
  async function changed(call: Call, id: Id, change: (work: EngagementWork, item: ItemRecord) => void) {
    const { work, item } = await openItem(call, id);
    change(work, item);
    await keepEngagements(call, [work]);
    return itemView(work, standingItem(work, id));
  }

  return {
    async create(engagementId, draft, options) {
      const written = checked(itemDraftSchema, draft, READ_ONLY_ON_CREATE);
      return inCall(async (call) => {
        const work = await openEngagement(call, engagementId);
        const { id } = addItem(work, written);
        await keepEngagements(call, [work]);
        return itemView(work, standingItem(work, id));
      }, options);
    },

    get: (id, options) =>
      inCall(async (call) => {
        const found = await lookUp(call, 'item', id);
        if (!found) throw notFound();
        const work = await readEngagement(call, found.engagementId);
        const item = standingItem(work, id);
        if (isLockedTo(item, work.engagement, work.reader, clockOf(work))) throw forbidden('item-locked');
        return itemView(work, item);
      }, options),

    async update(id, patch, options) {
      const written = checked(itemPatchSchema, patch, READ_ONLY_ON_EDIT);
      const version = versionOf(options);
      return inCall(
        (call) =>
          changed(call, id, (work, item) => {
            const current = itemView(work, item);
            editItem(work, item, written);
            assertVersion(version, current);
          }),
        options,
      );
    },

    async remove(id, options) {
      const version = versionOf(options);
      return inCall(async (call) => {
        const { work, item } = await openItem(call, id);
        assertMayWith('delete', work, item);
        assertVersion(version, itemView(work, item));
        putDeleted(work, { ...item, deleted: doingOf(work) });
        await keepEngagements(call, [work]);
      }, options);
    },

    restore: (id, options) =>
      inCall(async (call) => {
        const found = await lookUp(call, 'item', id);
        if (!found) throw notFound();
        return restoreItem(call, found);
      }, options),

    async schedule(id, schedule, options) {
      const written = checked(itemScheduleSchema, schedule);
      const version = options?.version === undefined ? undefined : checked(versionSchema, options.version);
      return inCall(
        (call) =>
          changed(call, id, (work, item) => {
            const current = itemView(work, item);
            // Whoever says which version they decided on is told that another came first, whatever that did.
            if (version !== undefined && !current.locked && version !== current.version && isLateToPick(work, item))
              throw versionConflict(current);
            scheduleItem(work, item, written);
            if (version !== undefined) assertVersion(version, current);
          }),
        options,
      );
    },

    async complete(id, completion, options) {
      const written = checked(itemCompletionSchema, completion);
      return inCall((call) => changed(call, id, (work, item) => void completeItem(work, item, written)), options);
    },
  };
}

/** Brings back an item with the actions that went with it; answers it. */
export async function restoreItem(call: Call, { id, engagementId }: ItemRecord) {
  const work = await openEngagement(call, engagementId);
  const item = work.items.get(id);
  if (!item) throw notFound();
  if (item.deleted === null) {
    if (isLockedTo(item, work.engagement, work.reader, clockOf(work))) throw forbidden('item-locked');
    return itemView(work, item);
  }
  if (!isRestorable(item, call.now) || !sawGo(work.engagement, work.reader, item.deleted)) throw notFound();
  if (item.deleted.by !== call.viewer.id) throw forbidden('deleter-only');
  assertMayWith('delete', work, item);
  putDeleted(work, restoredItem(item));
  await keepEngagements(call, [work]);
  return itemView(work, standingItem(work, id));
}

/** An item that the viewer sees, in its engagement, to be changed. */
async function openItem(call: Call, id: Id): Promise<{ work: EngagementWork; item: ItemRecord }> {
  const found = await lookUp(call, 'item', id);
  if (!found || found.deleted !== null) throw notFound();
  const work = (await openEngagements(call, [found.engagementId])).get(found.engagementId);
  if (!work || engagementReaderOf(work.engagement, call.access.viewer) === null) throw notFound();
  return { work, item: standingItem(work, id) };
}

/** Whether somebody else set the time of a session before this coachee could. */
function isLateToPick({ reader }: EngagementWork, { session }: ItemRecord): boolean {
  return reader.role === 'coachee' && session !== null && session.startsAt !== null;
}

function assertVersion(version: number, current: ReturnType<typeof itemView>): void {
  if (!current.locked && version !== current.version) throw versionConflict(current);
}
