// What one change makes of an engagement as its reader has it: shown before the backend agrees, and replayed over every newer
// state that it tells meanwhile. What a change may be, and all else that it brings about, the backend says.
import { dateInEngagement, dayOfRule } from '../domain/engagement/engagement-date.ts';
import { dayAt, formatDay, parseInstant, plannedDate, readableDate } from '../domain/index.ts';
import type {
  Calendar,
  EngagementDetail,
  EngagementPatch,
  Id,
  Instant,
  Item,
  ItemCompletion,
  ItemDraft,
  ItemPatch,
  ItemResponse,
  ItemSchedule,
  ItemState,
  OpenItem,
  PlannedDateDraft,
  Release,
  ReleaseDraft,
  TimeZone,
} from '../schema/index.ts';

/** Who changes, when, and on which clock. */
export interface EngagementMoment {
  readonly by: Id;
  readonly at: Instant;
  readonly zone: TimeZone;
  readonly calendar: Calendar;
}

/** One change of an engagement or of one of its items. */
export type EngagementChange =
  | { type: 'activate' }
  | { type: 'share' }
  | { type: 'unshare' }
  | { type: 'update'; patch: EngagementPatch }
  | { type: 'addItem'; id: Id; draft: ItemDraft & { position: string } }
  | { type: 'updateItem'; id: Id; patch: ItemPatch }
  | { type: 'schedule'; id: Id; schedule: ItemSchedule }
  | { type: 'complete'; id: Id; completion: ItemCompletion }
  | { type: 'removeItem'; id: Id }
  /** With the item as it was. */
  | { type: 'restoreItem'; id: Id; item: OpenItem };

/** The engagement once the change was made. */
export function changedEngagement(
  detail: EngagementDetail,
  change: EngagementChange,
  moment: EngagementMoment,
): EngagementDetail {
  switch (change.type) {
    case 'activate':
      return { ...detail, status: 'active' };
    case 'share':
      return { ...detail, sharedAt: detail.sharedAt ?? moment.at };
    case 'unshare':
      return { ...detail, sharedAt: null };
    case 'update':
      return { ...detail, ...patched(change.patch) };
    case 'addItem':
      return withItem(detail, newItem(detail, change, moment));
    case 'restoreItem':
      return detail.items.some(({ id }) => id === change.id) ? detail : withItem(detail, change.item);
    case 'removeItem':
      return withoutItem(detail, change.id);
    default: {
      const item = openItemOf(detail, change.id);
      return item === undefined ? detail : withItem(detail, changedItem(item, detail, change, moment));
    }
  }
}

/** The item where it is there and its reader has more than its place. */
export function openItemOf(detail: EngagementDetail, id: Id): OpenItem | undefined {
  const item = detail.items.find((one) => one.id === id);
  return item === undefined || item.locked ? undefined : item;
}

/** The engagement with the item in place of what it was, or in its place where it is new. */
export function withItem(detail: EngagementDetail, item: Item): EngagementDetail {
  const before = detail.items.find(({ id }) => id === item.id);
  const others = detail.items.filter(({ id }) => id !== item.id);
  const { done, total } = detail.progress;
  const items = [...others, item].sort((a, b) => (a.position < b.position ? -1 : a.position > b.position ? 1 : 0));
  return {
    ...detail,
    items,
    progress: { done: done - doneIn(before) + doneIn(item), total: total + (before === undefined ? 1 : 0) },
  };
}

export function withoutItem(detail: EngagementDetail, id: Id): EngagementDetail {
  const gone = detail.items.find((item) => item.id === id);
  if (gone === undefined) return detail;
  const { done, total } = detail.progress;
  return {
    ...detail,
    items: detail.items.filter((item) => item !== gone),
    progress: { done: done - doneIn(gone), total: total - 1 },
  };
}

function doneIn(item: Item | undefined): number {
  return item !== undefined && !item.locked && item.state === 'completed' ? 1 : 0;
}

function changedItem(
  item: OpenItem,
  detail: EngagementDetail,
  change: Extract<EngagementChange, { type: 'updateItem' | 'schedule' | 'complete' }>,
  moment: EngagementMoment,
): OpenItem {
  switch (change.type) {
    case 'updateItem': {
      const { duration, selfScheduling, ...fields } = change.patch;
      return { ...item, ...patched(fields), session: sessionWith(item, detail, { duration, selfScheduling }) };
    }
    case 'schedule':
      return scheduledItem(item, detail, change.schedule, moment);
    case 'complete':
      return completedItem(item, detail, change.completion, moment);
  }
}

function scheduledItem(
  item: OpenItem,
  detail: EngagementDetail,
  { release, due, ...session }: ItemSchedule,
  moment: EngagementMoment,
): OpenItem {
  const next: OpenItem = {
    ...item,
    session: sessionWith(item, detail, session),
    ...(release !== undefined && { release: releaseOf(release, detail, moment) }),
    ...(due !== undefined && { due: due && dueOf(due, detail, moment) }),
  };
  const state: ItemState =
    item.completed !== null ? item.state : hasTime(next) && detail.status === 'active' ? 'scheduled' : 'unscheduled';
  return { ...next, state, released: item.completed !== null || (state === 'scheduled' && isOut(next, moment)) };
}

function isOut({ kind, release }: OpenItem, { at, zone }: EngagementMoment): boolean {
  if (kind === 'session') return true;
  if (release?.type === 'immediately') return true;
  return release?.date != null && release.date <= formatDay(dayAt(parseInstant(at), zone));
}

function hasTime({ session, release }: OpenItem): boolean {
  if (session !== null) return session.startsAt !== null;
  return release?.type === 'on' ? release.date !== null : release?.at != null;
}

function releaseOf(
  draft: ReleaseDraft | null,
  { startDate }: EngagementDetail,
  { at, calendar }: EngagementMoment,
): Release | null {
  if (draft === null) return null;
  if (draft.type === 'immediately') return { type: 'immediately', at };
  const day = dayOfRule(draft.rule, startDate, calendar);
  return { type: 'on', rule: draft.rule, date: day === null ? null : formatDay(day) };
}

function dueOf(draft: PlannedDateDraft, { startDate }: EngagementDetail, { by, at, calendar }: EngagementMoment) {
  return readableDate(dateInEngagement(plannedDate(draft, by, at), startDate, calendar));
}

function sessionWith(
  { session }: OpenItem,
  detail: EngagementDetail,
  given: Pick<ItemSchedule, 'duration' | 'selfScheduling' | 'startsAt'>,
): OpenItem['session'] {
  if (session === null) return null;
  const next = { ...session, ...patched(given) };
  return { ...next, mayPickTime: next.selfScheduling ?? detail.selfScheduling };
}

function completedItem(
  item: OpenItem,
  detail: EngagementDetail,
  { completed, answers, text }: ItemCompletion,
  { by, at }: EngagementMoment,
): OpenItem {
  const isCoachee = detail.coacheeIds.includes(by);
  const isAnswered = answers !== undefined || text !== undefined;
  const mine = item.responses.find(({ personId }) => personId === by);
  const response: ItemResponse = {
    personId: by,
    answers: answers ?? mine?.answers ?? [],
    text: text ?? mine?.text ?? '',
    savedAt: at,
    completedAt: completed ? at : null,
  };
  const keeps = isCoachee && (isAnswered || mine !== undefined);
  const responses = keeps ? [...item.responses.filter((one) => one !== mine), response] : item.responses;
  if (!completed && isAnswered) return { ...item, responses };
  return completed
    ? { ...item, responses, state: 'completed', released: true, completed: { at, by } }
    : { ...item, responses, state: hasTime(item) ? 'scheduled' : 'unscheduled', completed: null };
}

// Version 0: the backend does not know it yet. Its maker may do everything with it until the backend says otherwise.
function newItem(
  detail: EngagementDetail,
  { id, draft }: Extract<EngagementChange, { type: 'addItem' }>,
  moment: EngagementMoment,
): OpenItem {
  const { title, content, position, release, due, duration, selfScheduling, startsAt } = draft;
  const isSession = content.kind === 'session';
  const blank: OpenItem = {
    ...{ locked: false, id, engagementId: detail.id, kind: content.kind, position, title, content },
    ...{ state: 'unscheduled', released: false, release: null, due: null, completed: null },
    session: isSession ? { duration: null, selfScheduling: null, mayPickTime: false, startsAt: null } : null,
    ...{ responses: [], actionIds: [], createdAt: moment.at, updatedAt: moment.at, version: 0 },
    may: { edit: true, schedule: true, complete: true, move: true, delete: true },
  };
  return scheduledItem(blank, detail, { release, due, duration, selfScheduling, startsAt }, moment);
}

type Written<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Only what was written. */
function patched<T extends object>(patch: T): Partial<Written<T>> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<Written<T>>;
}
