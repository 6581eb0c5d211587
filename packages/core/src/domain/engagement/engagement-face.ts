// What each audience sees of an engagement, an item or an action, as text to compare: only where it changes does the version that
// this audience has move (api.md R-V-1). It is made of the projections themselves, so it cannot know more or less than they tell.
import type {
  ActionRecord,
  EngagementAudience,
  EngagementRecord,
  EngagementRole,
  ItemRecord,
} from '../../schema/index.ts';
import { readableDate } from '../planned-date.ts';
import { comparableText } from '../same-value.ts';
import type { EngagementClock } from './engagement-date.ts';
import { engagementInSight, itemInSight } from './engagement-sight.ts';
import { type EngagementReader, isSeenBy } from './engagement.ts';

/** Nobody in particular: what is a person's own is theirs, and moves their version by itself. */
const anyone = (role: EngagementRole): EngagementReader => ({ role, personId: '', isGuest: false });

const NO_RATES = { coach: null, coachee: null };

/** What those of this role see of an engagement; empty where they do not see it. */
export function engagementFace(record: EngagementRecord, role: EngagementAudience, clock: EngagementClock): string {
  if (!isSeenBy(record, role)) return '';
  const told = engagementInSight(record, anyone(role), { items: [], rates: NO_RATES, clock });
  const { version: _, updatedAt: _at, updatedBy: _by, may: _may, progress: _done, ...face } = told;
  return comparableText(face);
}

/** What those of this role see of an item; empty where they do not see its engagement. */
export function itemFace(
  item: ItemRecord,
  engagement: EngagementRecord,
  role: EngagementRole,
  clock: EngagementClock,
): string {
  if (item.deleted !== null || !isSeenBy(engagement, role)) return '';
  const told = itemInSight(item, engagement, anyone(role), clock);
  if (told.locked) return comparableText(told);
  const { version: _, updatedAt: _at, may: _may, ...face } = told;
  return comparableText(face);
}

/** What those of this role see of an action; empty where they do not see its engagement. */
export function engagementActionFace(
  { title, description, assignee, due, state, closed, deleted }: ActionRecord,
  engagement: EngagementRecord,
  role: EngagementAudience,
): string {
  if (deleted !== null || !isSeenBy(engagement, role)) return '';
  const isWhole = role !== 'spectator';
  const closing = closed && (isWhole ? closed : { ...closed, by: null });
  return comparableText([title, isWhole ? description : '', assignee, readableDate(due), state, closing]);
}
