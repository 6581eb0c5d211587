// How an item of an engagement comes to be, is edited, scheduled and done (rulebook §5, §6.1). A change that changes nothing gives
// the very same record; versions are counted where it is kept. Whether it may be made and written is asked before.
import type {
  Id,
  Instant,
  ItemCompletion,
  ItemDraft,
  ItemPatch,
  ItemRecord,
  ItemResponseRecord,
  ItemSchedule,
} from '../../schema/index.ts';
import type { Doing } from '../action-change.ts';
import { isSameDate, plannedDate } from '../planned-date.ts';
import { isSameValue } from '../same-value.ts';
import { uncounted } from './engagement-version.ts';
import { haveAllDone } from './item-state.ts';

/** The record of a new item. */
export function newItem(
  draft: Omit<ItemDraft, 'id' | 'position'> & { position: string },
  id: Id,
  engagementId: Id,
  { by, at }: Doing,
  isActive: boolean,
): ItemRecord {
  const { title, position, content, duration = null, selfScheduling = null } = draft;
  const empty: ItemRecord = {
    id,
    engagementId,
    title,
    position,
    content,
    session: content.kind === 'session' ? { duration, selfScheduling, startsAt: null } : null,
    release: null,
    due: null,
    responses: [],
    completed: null,
    actionIds: [],
    createdBy: by,
    createdAt: at,
    updatedAt: at,
    updatedBy: by,
    version: 1,
    shown: uncounted(at),
    deleted: null,
  };
  const { release, due, startsAt } = draft;
  return scheduledItem(empty, { release, due, startsAt }, { by, at }, isActive);
}

/** The item after an edit. */
export function applyItemPatch(item: ItemRecord, patch: ItemPatch): ItemRecord {
  const { title = item.title, position = item.position, content, duration, selfScheduling } = patch;
  const kept = content === undefined || isSameValue(content, item.content) ? item.content : content;
  const session = sessionAfter(item, { duration, selfScheduling });
  if (title === item.title && position === item.position && kept === item.content && session === item.session)
    return item;
  return { ...item, title, position, content: kept, session };
}

/**
 * The item after it is scheduled, or scheduled otherwise.
 * @param isActive whether its engagement is: what is released at once gets its moment then
 */
export function scheduledItem(
  item: ItemRecord,
  { release, due, duration, selfScheduling, startsAt }: ItemSchedule,
  { by, at }: Doing,
  isActive: boolean,
): ItemRecord {
  let next = item;
  const session = sessionAfter(item, { duration, selfScheduling, startsAt });
  if (session !== item.session) next = { ...next, session };
  if (release !== undefined && !isSameRelease(release, item.release))
    next = {
      ...next,
      release:
        release === null
          ? null
          : release.type === 'on'
            ? { ...release, by }
            : { type: 'immediately', at: isActive ? at : null, by },
    };
  if (due !== undefined && !isSameDate(item.due, due)) next = { ...next, due: due && plannedDate(due, by, at) };
  return next;
}

/** The item done, or done no more, by word of an admin or the coach. */
export function completedOutright(item: ItemRecord, isDone: boolean, { by, at }: Doing): ItemRecord {
  if (isDone === (item.completed !== null)) return item;
  if (isDone) return { ...item, completed: { at, by } };
  const responses = item.responses.map((response) =>
    response.completedAt === null
      ? response
      : { ...response, completedAt: null, savedAt: at, saves: response.saves + 1 },
  );
  return { ...item, completed: null, responses };
}

/** The item after a coachee handed in their part, saved it for later, or took it back. */
export function completedInPart(
  item: ItemRecord,
  { completed, answers, text }: ItemCompletion,
  { coacheeIds }: { coacheeIds: readonly Id[] },
  { by, at }: Doing,
): ItemRecord {
  const before = item.responses.find(({ personId }) => personId === by);
  const part = partAfter(before, { completed, answers, text }, by, at);
  if (part === before || (part === null && before === undefined)) return item;
  const responses = [...item.responses.filter(({ personId }) => personId !== by), ...(part ? [part] : [])];
  const next = { ...item, responses };
  if (item.completed === null) return haveAllDone(next, { coacheeIds }) ? { ...next, completed: { at, by } } : next;
  // What the coach or an admin completed outright stays so.
  const isByParts = coacheeIds.includes(item.completed.by);
  return isByParts && !haveAllDone(next, { coacheeIds }) ? { ...next, completed: null } : next;
}

/** The item deleted, or brought back; the very same where it is so already. */
export function deletedItem(item: ItemRecord, { by, at }: Doing): ItemRecord {
  return item.deleted === null ? { ...item, deleted: { at, by } } : item;
}

export function restoredItem(item: ItemRecord): ItemRecord {
  return item.deleted === null ? item : { ...item, deleted: null };
}

function partAfter(
  before: ItemResponseRecord | undefined,
  { completed, answers, text }: ItemCompletion,
  personId: Id,
  at: Instant,
): ItemResponseRecord | null {
  const isTakenBack = !completed && answers === undefined && text === undefined;
  if (before === undefined && isTakenBack) return null;
  const kept = before ?? { personId, answers: [], text: '', savedAt: at, completedAt: null, saves: 0 };
  const next = {
    ...kept,
    answers: answers ?? kept.answers,
    text: text ?? kept.text,
    completedAt: completed ? (kept.completedAt ?? at) : null,
  };
  const isSame =
    before !== undefined &&
    next.completedAt === before.completedAt &&
    next.text === before.text &&
    isSameValue(next.answers, before.answers);
  return isSame ? before : { ...next, savedAt: at, saves: kept.saves + 1 };
}

function sessionAfter(
  { session }: ItemRecord,
  {
    duration = session?.duration ?? null,
    selfScheduling = session?.selfScheduling ?? null,
    startsAt = session?.startsAt ?? null,
  }: Pick<ItemSchedule, 'duration' | 'selfScheduling' | 'startsAt'>,
): ItemRecord['session'] {
  if (session === null) return null;
  const isSame =
    duration === session.duration && selfScheduling === session.selfScheduling && startsAt === session.startsAt;
  return isSame ? session : { duration, selfScheduling, startsAt };
}

function isSameRelease(a: ItemSchedule['release'], b: ItemRecord['release']): boolean {
  if (a == null || b === null) return (a ?? null) === b;
  if (a.type === 'immediately' || b.type === 'immediately') return a.type === b.type;
  return isSameDate({ rule: a.rule }, { rule: b.rule });
}
