// What is done with one item (rulebook §5, §6.1), and whether it may be: seen, allowed, possible, then changed in the work of its
// engagement (api.md R-G-5). Single calls and bulk operations take this one course; each refusal is thrown before anything is written.
import {
  applyItemPatch,
  completedInPart,
  completedOutright,
  faultsOfCompletion,
  faultsOfDatesIn,
  faultsOfItemDraft,
  faultsOfItemPatch,
  faultsOfPickedTime,
  faultsOfSchedule,
  type ItemOperation,
  mayAddItem,
  mayWithItem,
  newItem,
  scheduledItem,
} from '../domain/index.ts';
import type { ActionRecord, ItemCompletion, ItemDraft, ItemPatch, ItemRecord, ItemSchedule } from '../schema/index.ts';
import { clockOf, doingOf, type EngagementWork, lastPosition, moveActions, putItem } from './engagement-work.ts';
import { forbidden, idConflict, refused, validation } from './failures.ts';

/** Refuses what the reader may not do with the item. */
export function assertMayWith(operation: ItemOperation, work: EngagementWork, item: ItemRecord): void {
  const allowed = mayWithItem(operation, item, work.engagement, work.reader, clockOf(work));
  if (allowed !== true) throw refused(allowed);
}

/** Adds an item; without a position it comes last. */
export function addItem(work: EngagementWork, draft: ItemDraft): ItemRecord {
  const { engagement, reader, call } = work;
  const allowed = mayAddItem(reader);
  if (allowed !== true) throw refused(allowed);
  const isActive = engagement.status === 'active';
  if (!isActive && (draft.release != null || draft.due != null || draft.startsAt != null))
    throw refused('engagement-draft');
  const faults = faultsOfItemDraft(draft);
  if (faults.length > 0) throw validation(faults);
  const id = draft.id ?? call.newId();
  if (work.items.has(id)) throw idConflict();
  const position = draft.position ?? lastPosition(work);
  const item = newItem({ ...draft, position }, id, engagement.id, doingOf(work), isActive);
  assertDates(work, item);
  return putItem(work, item);
}

/** Edits an item's title, content, place, duration and self-scheduling. */
export function editItem(work: EngagementWork, item: ItemRecord, patch: ItemPatch): ItemRecord {
  const { position, ...others } = patch;
  const isMoved = position !== undefined && position !== item.position;
  if (isMoved) assertMayWith('move', work, item);
  if (!isMoved || Object.values(others).some((field) => field !== undefined)) assertMayWith('edit', work, item);
  const faults = faultsOfItemPatch(patch, item);
  if (faults.length > 0) throw validation(faults);
  const next = applyItemPatch(item, patch);
  return next === item ? item : putItem(work, next);
}

/** Schedules an item, or otherwise; a coachee picks the time of a session that allows it. */
export function scheduleItem(work: EngagementWork, item: ItemRecord, written: ItemSchedule): ItemRecord {
  const { engagement, reader } = work;
  const { release, due, startsAt } = written;
  const isActive = engagement.status === 'active';
  const isDated = release !== undefined || due !== undefined || startsAt !== undefined;
  // In a draft how long a session takes can be said, and who picks its time; nothing can be scheduled.
  assertMayWith(reader.role === 'admin' && !isActive && !isDated ? 'edit' : 'schedule', work, item);
  if (reader.role === 'coachee') {
    if (Object.entries(written).some(([field, value]) => field !== 'startsAt' && value !== undefined))
      throw forbidden('coachee-sets-time-only');
    const faults = startsAt == null ? [] : faultsOfPickedTime(startsAt, engagement, clockOf(work));
    if (faults.length > 0) throw validation(faults);
  }
  const faults = faultsOfSchedule(written, item.session !== null);
  if (faults.length > 0) throw validation(faults);
  const next = scheduledItem(item, written, doingOf(work), isActive);
  if (next === item) return item;
  assertDates(work, next);
  return putItem(work, next);
}

/** Completes an item, hands in a part of it, saves that for later, or takes it back. */
export function completeItem(work: EngagementWork, item: ItemRecord, written: ItemCompletion): ItemRecord {
  assertMayWith('complete', work, item);
  const { reader, engagement } = work;
  if (reader.role !== 'coachee') return completeOutright(work, item, written);
  const saved = item.responses.find(({ personId }) => personId === reader.personId);
  const handedIn = { answers: written.answers ?? saved?.answers ?? [], text: written.text ?? saved?.text ?? '' };
  const faults = faultsOfCompletion(written, item, handedIn);
  if (faults.length > 0) throw validation(faults);
  if (item.content.kind === 'action') {
    const isOwn = ({ assignee }: ActionRecord) => assignee?.type === 'person' && assignee.personId === reader.personId;
    moveActions(work, item, written.completed ? 'done' : 'todo', isOwn);
    return work.items.get(item.id) ?? item;
  }
  const next = completedInPart(item, written, engagement, doingOf(work));
  return next === item ? item : putItem(work, next);
}

function completeOutright(
  work: EngagementWork,
  item: ItemRecord,
  { completed, answers, text }: ItemCompletion,
): ItemRecord {
  if (answers !== undefined || text !== undefined) {
    const message = 'must be left out: a coachee’s part is theirs to hand in';
    throw validation([{ pointer: answers === undefined ? '/text' : '/answers', code: 'coachee-only', message }]);
  }
  if (item.actionIds.length > 0 && completed !== (item.completed !== null)) {
    moveActions(work, item, completed ? 'done' : 'todo');
    return work.items.get(item.id) ?? item;
  }
  const next = completedOutright(item, completed, doingOf(work));
  return next === item ? item : putItem(work, next);
}

function assertDates(work: EngagementWork, item: ItemRecord): void {
  const faults = faultsOfDatesIn(item, work.engagement, clockOf(work));
  if (faults.length > 0) throw validation(faults);
}
