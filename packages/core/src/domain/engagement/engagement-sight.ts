// What a reader gets of an engagement and of its items (rulebook §5, §6): these two projections, and nothing else, are what every
// exit gives. Admins get all; the coach all of the items, the welcome once it is shared, and the coach's own rate; coachees a
// locked place for what is not scheduled, and of the rest its content from its release on and their own answers; spectators
// titles, kinds, dates and progress.
import type {
  Engagement,
  EngagementRecord,
  Item,
  ItemRecord,
  ItemState,
  OpenItem,
  Rate,
  Release,
} from '../../schema/index.ts';
import { formatDay } from '../civil-date.ts';
import { readableDate } from '../planned-date.ts';
import { dateInEngagement, type EngagementClock } from './engagement-date.ts';
import { toldVersionOfEngagement, toldVersionOfItem } from './engagement-version.ts';
import { engagementPermissionsOf, type EngagementReader, knowsInEngagement } from './engagement.ts';
import { isLockedTo, itemPermissionsOf } from './item-permission.ts';
import { hasDone, isReleased, itemStateOf, mayPickTime, releaseDay } from './item-state.ts';

/** The sums that an engagement names. */
export interface EngagementRates {
  readonly coach: Rate | null;
  readonly coachee: Rate | null;
}

/** What an engagement is told with beside itself. */
export interface EngagementSurroundings {
  /** Its items, deleted ones left out. */
  readonly items: Iterable<ItemRecord>;
  readonly rates: EngagementRates;
  readonly clock: EngagementClock;
}

/** The engagement as this reader, who sees it, gets it. */
export function engagementInSight(
  record: EngagementRecord,
  reader: EngagementReader,
  { items, rates, clock }: EngagementSurroundings,
): Engagement {
  const { role } = reader;
  const isAdmin = role === 'admin';
  const inside = isAdmin || role === 'coach';
  const isWelcomed = isAdmin || (record.sharedAt !== null && (role === 'coach' || role === 'coachee'));
  return {
    id: record.id,
    role,
    title: record.title,
    status: record.status,
    sharedAt: record.sharedAt,
    coachId: record.coachId,
    coacheeIds: [...record.coacheeIds],
    groupId: inside ? record.groupId : null,
    spectatorIds: inside ? [...record.spectatorIds] : null,
    startDate: record.startDate,
    endDate: record.endDate,
    timeZone: record.timeZone,
    selfScheduling: record.selfScheduling,
    welcome: isWelcomed ? record.welcome : null,
    coachInvoicingMethodId: inside ? record.coachInvoicingMethodId : null,
    coacheeInvoicingMethodId: isAdmin ? record.coacheeInvoicingMethodId : null,
    coachRate: inside ? rates.coach : null,
    coacheeRate: isAdmin ? rates.coachee : null,
    progress: progressTo(items, record, reader, clock),
    createdAt: record.createdAt,
    ...toldVersionOfEngagement(record, role),
    updatedBy: isAdmin ? record.updatedBy : null,
    may: engagementPermissionsOf(record, reader),
  };
}

/** The item as this reader, who sees its engagement, gets it. */
export function itemInSight(
  item: ItemRecord,
  engagement: EngagementRecord,
  reader: EngagementReader,
  clock: EngagementClock,
): Item {
  const { id, engagementId, content, position } = item;
  if (isLockedTo(item, engagement, reader, clock))
    return { locked: true, id, engagementId, kind: content.kind, position };
  const { role, personId } = reader;
  const inside = role === 'admin' || role === 'coach';
  const state = stateTo(item, engagement, reader, clock);
  const released = isReleased(item, engagement, clock);
  const hasContent = inside || (role === 'coachee' && (released || state === 'completed'));
  return {
    locked: false,
    id,
    engagementId,
    kind: content.kind,
    position,
    title: item.title,
    state,
    released,
    release: shownRelease(item, engagement, clock),
    due: readableDate(dateInEngagement(item.due, engagement.startDate, clock.calendar)),
    session: item.session && { ...item.session, mayPickTime: mayPickTime(item, engagement) },
    content: hasContent ? content : null,
    responses: item.responses
      .filter((response) => inside || (role === 'coachee' && response.personId === personId))
      .map(({ saves: _, ...response }) => response),
    completed: completedTo(item, engagement, reader),
    actionIds: [...item.actionIds],
    createdAt: item.createdAt,
    ...toldVersionOfItem(item, engagement, reader),
    may: itemPermissionsOf(item, engagement, reader, clock),
  };
}

/** How the item stands to the reader: to a coachee it is completed once they have done their part. */
export function stateTo(
  item: ItemRecord,
  engagement: EngagementRecord,
  { role, personId }: EngagementReader,
  clock: EngagementClock,
): ItemState {
  return role === 'coachee' && hasDone(item, personId) ? 'completed' : itemStateOf(item, engagement, clock);
}

function completedTo(item: ItemRecord, engagement: EngagementRecord, reader: EngagementReader): OpenItem['completed'] {
  if (item.completed !== null) {
    const { at, by } = item.completed;
    return { at, by: reader.role !== 'spectator' && knowsInEngagement(engagement, reader, by) ? by : null };
  }
  if (reader.role !== 'coachee') return null;
  const own = item.responses.find(({ personId }) => personId === reader.personId);
  return own?.completedAt == null ? null : { at: own.completedAt, by: reader.personId };
}

function shownRelease(item: ItemRecord, engagement: EngagementRecord, clock: EngagementClock): Release | null {
  const { release } = item;
  if (release === null) return null;
  if (release.type === 'immediately') return { type: 'immediately', at: release.at };
  const day = releaseDay(item, engagement, clock);
  return { type: 'on', rule: release.rule, date: day === null ? null : formatDay(day) };
}

function progressTo(
  items: Iterable<ItemRecord>,
  engagement: EngagementRecord,
  reader: EngagementReader,
  clock: EngagementClock,
): Engagement['progress'] {
  let done = 0;
  let total = 0;
  for (const item of items) {
    total++;
    if (stateTo(item, engagement, reader, clock) === 'completed') done++;
  }
  return { done, total };
}
