// The actions that a released item of kind `action` becomes, one for each coachee (rulebook §2, §5, §6.1). Item and actions are one
// thing: title, description and due date are the same; the item is done when all of them are. Whose an action is, and how it
// stands, is its own.
import type {
  Action,
  ActionPatch,
  ActionRecord,
  Assignee,
  EngagementRecord,
  Id,
  Instant,
  ItemRecord,
  ItemResponseRecord,
  ProblemError,
} from '../../schema/index.ts';
import { newAction } from '../action-change.ts';
import { assignedTo } from '../assignee.ts';
import { isSameValue } from '../same-value.ts';
import { isOpen } from '../status.ts';
import { dateInEngagement, type EngagementClock } from './engagement-date.ts';
import { toldVersionOfAction, uncounted } from './engagement-version.ts';
import { type EngagementReader, knowsInEngagement } from './engagement.ts';
import { isReleased } from './item-state.ts';

/** Whether the item is to become actions now: released, not done, and none yet. */
export function isDueToBecomeActions(item: ItemRecord, engagement: EngagementRecord, clock: EngagementClock): boolean {
  return (
    item.content.kind === 'action' &&
    item.deleted === null &&
    item.completed === null &&
    item.actionIds.length === 0 &&
    isReleased(item, engagement, clock)
  );
}

/** The actions that an item becomes, in the order of the coachees; made by whoever scheduled it. */
export function actionsOfItem(
  item: ItemRecord,
  engagement: EngagementRecord,
  { clock, at, newId }: { clock: EngagementClock; at: Instant; newId: () => Id },
): ActionRecord[] {
  const by = item.release?.by ?? engagement.createdBy;
  return engagement.coacheeIds.map((coacheeId) => {
    const context = { type: 'engagement', engagementId: engagement.id, itemId: item.id } as const;
    const draft = { context, title: item.title, description: descriptionOf(item), assignee: assignedTo(coacheeId) };
    const made = newAction(draft, newId(), { by, at });
    return { ...made, due: dueOf(item, engagement, clock), shownTo: uncounted(at, ['coachee', 'spectator']) };
  });
}

/**
 * The action with what it shares with its item; the very same where it has that. What is closed keeps the date in force when
 * it closed (rulebook §3.1).
 */
export function alignedAction(
  action: ActionRecord,
  item: ItemRecord,
  engagement: EngagementRecord,
  clock: EngagementClock,
): ActionRecord {
  const title = item.title;
  const description = descriptionOf(item);
  const resolved = dueOf(item, engagement, clock);
  const due = isOpen(action.state) || resolved === null ? resolved : { ...resolved, ...inForce(action) };
  if (title === action.title && description === action.description && isSameValue(due, action.due)) return action;
  return { ...action, title, description, due };
}

/** The item with what an edit of one of its actions says of both; the very same where that is nothing. */
export function itemAfterActionPatch(
  item: ItemRecord,
  { title = item.title, description }: Pick<ActionPatch, 'title' | 'description'>,
): ItemRecord {
  if (item.content.kind !== 'action') return item;
  const isSameText = description === undefined || description === descriptionOf(item);
  if (title === item.title && isSameText) return item;
  return { ...item, title, content: isSameText ? item.content : { ...item.content, description } };
}

/** The item as its actions have it: done when all of them are, and each coachee's part when theirs are. */
export function itemAfterActions(
  item: ItemRecord,
  actions: readonly ActionRecord[],
  { coacheeIds }: Pick<EngagementRecord, 'coacheeIds'>,
  doing: { by: Id; at: Instant },
): ItemRecord {
  const standing = actions.filter(({ deleted }) => deleted === null);
  if (standing.length === 0) return item;
  const isDone = standing.every(({ state }) => state === 'done');
  const completed = isDone ? (item.completed ?? doing) : null;
  const responses = partsOf(item, standing, coacheeIds, doing.at);
  if (completed === item.completed && responses === item.responses) return item;
  return { ...item, completed: completed && { at: completed.at, by: completed.by }, responses };
}

/** Each coachee's part, as the actions that are theirs stand. */
function partsOf(
  item: ItemRecord,
  actions: readonly ActionRecord[],
  coacheeIds: readonly Id[],
  at: Instant,
): readonly ItemResponseRecord[] {
  const parts = new Map(item.responses.map((response) => [response.personId, response]));
  let changed = false;
  for (const personId of coacheeIds) {
    const own = actions.filter(({ assignee }) => assignee?.type === 'person' && assignee.personId === personId);
    const isDone = own.length > 0 && own.every(({ state }) => state === 'done');
    const part = parts.get(personId);
    if (isDone === ((part?.completedAt ?? null) !== null)) continue;
    const saves = (part?.saves ?? 0) + 1;
    parts.set(personId, { personId, answers: [], text: '', savedAt: at, completedAt: isDone ? at : null, saves });
    changed = true;
  }
  return changed ? [...parts.values()] : item.responses;
}

/** The faults of an edit of an engagement's action; none where it can be written. */
export function faultsOfEngagementActionPatch(
  { assignee, start, position, context }: ActionPatch,
  engagement: Pick<EngagementRecord, 'coachId' | 'coacheeIds'>,
): ProblemError[] {
  const faults: ProblemError[] = [];
  if (context !== undefined)
    faults.push({
      pointer: '/context',
      code: 'rooms-only',
      message: 'must be left out: only an action of a room moves, within its room',
    });
  if (assignee != null && !isInside(assignee, engagement))
    faults.push({
      pointer: '/assignee',
      code: 'not-in-engagement',
      message: 'must be a coachee or the coach of the engagement',
    });
  if (start != null)
    faults.push({ pointer: '/start', code: 'not-offered', message: 'must be left out: its item says when it begins' });
  if (position !== undefined)
    faults.push({
      pointer: '/position',
      code: 'not-offered',
      message: 'must be left out: its item says where it lies',
    });
  return faults;
}

/** An engagement's action as this reader, who sees the engagement, gets it, of the action as it stands. */
export function inEngagementSight(
  action: Action,
  record: ActionRecord,
  engagement: EngagementRecord,
  reader: EngagementReader,
): Action {
  const { role } = reader;
  const known = (id: Id | null) =>
    id !== null && role !== 'spectator' && knowsInEngagement(engagement, reader, id) ? id : null;
  const inside = role === 'admin' || role === 'coach';
  return {
    ...action,
    description: role === 'spectator' ? '' : action.description,
    closed: action.closed && { ...action.closed, by: known(action.closed.by) },
    createdBy: known(action.createdBy),
    updatedBy: inside ? known(action.updatedBy ?? null) : null,
    ...toldVersionOfAction(record, engagement, role),
  };
}

function isInside(
  assignee: Assignee,
  { coachId, coacheeIds }: Pick<EngagementRecord, 'coachId' | 'coacheeIds'>,
): boolean {
  return assignee.type === 'person' && (assignee.personId === coachId || coacheeIds.includes(assignee.personId));
}

function descriptionOf({ content }: ItemRecord): string {
  return content.kind === 'action' ? (content.description ?? '') : '';
}

function dueOf(item: ItemRecord, { startDate }: EngagementRecord, { calendar }: EngagementClock): ActionRecord['due'] {
  return dateInEngagement(item.due, startDate, calendar);
}

function inForce({ due }: ActionRecord): Pick<NonNullable<ActionRecord['due']>, 'date' | 'basis'> {
  return due === null ? { date: null, basis: 'waiting' } : { date: due.date, basis: due.basis };
}
