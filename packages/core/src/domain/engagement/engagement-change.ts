// How an engagement comes to be and how it changes (rulebook §5): made as a draft, activated once and never back, shared and
// unshared any number of times, deleted from every portal and restored within 30 days. A change that changes nothing gives the
// very same record; versions are counted where it is kept.
import type {
  EngagementDraft,
  EngagementPatch,
  EngagementRecord,
  Id,
  Instant,
  ItemRecord,
} from '../../schema/index.ts';
import type { Doing } from '../action-change.ts';
import { formatDay } from '../civil-date.ts';
import { NEVER } from '../never.ts';
import { dayOfRule, type EngagementClock } from './engagement-date.ts';
import { isSameSetting, SETTINGS_FIELDS } from './engagement-settings.ts';
import { uncounted } from './engagement-version.ts';
import { isDueToBecomeActions } from './engagement-action.ts';

type Settings = Omit<EngagementPatch, 'title'>;

/** The record of a new engagement: a draft, shown to admins alone. */
export function newEngagement(
  made: { title: string; coachId: Id; coacheeIds: readonly Id[]; groupId: Id | null } & Settings,
  id: Id,
  { by, at }: Doing,
): EngagementRecord {
  return {
    id,
    title: made.title,
    status: 'draft',
    sharedAt: null,
    shareCount: 0,
    activatedAt: null,
    coachId: made.coachId,
    coacheeIds: made.coacheeIds,
    groupId: made.groupId,
    spectatorIds: [...new Set(made.spectatorIds ?? [])],
    startDate: made.startDate ?? null,
    endDate: made.endDate ?? null,
    timeZone: made.timeZone ?? null,
    selfScheduling: made.selfScheduling ?? false,
    welcome: made.welcome ?? null,
    coachInvoicingMethodId: made.coachInvoicingMethodId ?? null,
    coacheeInvoicingMethodId: made.coacheeInvoicingMethodId ?? null,
    createdBy: by,
    createdAt: at,
    updatedAt: at,
    updatedBy: by,
    version: 1,
    shown: uncounted(at),
    deleted: null,
    turnsOn: NEVER,
  };
}

/**
 * The title of an engagement that nobody named: the template's, else "Coaching with" whom it is for.
 * @param names of its coachees, in order
 */
export function defaultTitle(names: readonly string[], template: string | null): string {
  if (template !== null) return template;
  const [first = '', second, ...others] = names;
  if (second === undefined) return `Coaching with ${first}`;
  if (others.length === 0) return `Coaching with ${first} and ${second}`;
  return `Coaching with ${first} and ${others.length + 1} others`;
}

/** The engagement after an edit of its settings. */
export function applyEngagementPatch(record: EngagementRecord, patch: EngagementPatch): EngagementRecord {
  const changed = SETTINGS_FIELDS.filter((field) => patch[field] !== undefined && !isSameSetting(field, record, patch));
  if (changed.length === 0) return record;
  const next = { ...record, ...Object.fromEntries(changed.map((field) => [field, patch[field]])) };
  return changed.includes('spectatorIds') ? { ...next, spectatorIds: [...new Set(next.spectatorIds)] } : next;
}

/** The engagement active; the very same where it is already. */
export function activatedEngagement(record: EngagementRecord, at: Instant): EngagementRecord {
  return record.status === 'active' ? record : { ...record, status: 'active', activatedAt: at };
}

/** The item once its engagement is active: what is released at once gets its moment. */
export function activatedItem(item: ItemRecord, at: Instant): ItemRecord {
  const { release } = item;
  return release?.type === 'immediately' && release.at === null ? { ...item, release: { ...release, at } } : item;
}

/** The engagement shared with its coachees; the very same where it is already. */
export function sharedEngagement(record: EngagementRecord, at: Instant): EngagementRecord {
  return record.sharedAt === null ? { ...record, sharedAt: at, shareCount: record.shareCount + 1 } : record;
}

/** The engagement shown to its coachees no more; the very same where it was not. */
export function unsharedEngagement(record: EngagementRecord): EngagementRecord {
  return record.sharedAt === null ? record : { ...record, sharedAt: null };
}

/** The first day on which an item becomes actions by the day alone. */
export function turnOfEngagement(
  record: EngagementRecord,
  items: Iterable<ItemRecord>,
  clock: EngagementClock,
): string {
  let first: number | null = null;
  if (record.status === 'active' && record.deleted === null) {
    for (const item of items) {
      if (item.content.kind !== 'action' || item.release?.type !== 'on') continue;
      if (item.deleted !== null || item.completed !== null || item.actionIds.length > 0) continue;
      const day = dayOfRule(item.release.rule, record.startDate, clock.calendar);
      if (day !== null && (first === null || day < first) && !isDueToBecomeActions(item, record, clock)) first = day;
    }
  }
  return first === null ? NEVER : formatDay(first);
}

/** Whether an engagement can have items that become actions with this day. */
export function isEngagementTurned({ turnsOn }: Pick<EngagementRecord, 'turnsOn'>, today: string): boolean {
  return turnsOn <= today;
}

/** What a draft sets of each engagement that it makes. */
export function settingsOf(draft: EngagementDraft): EngagementPatch {
  return Object.fromEntries(
    SETTINGS_FIELDS.flatMap((field) => (draft[field] === undefined ? [] : [[field, draft[field]]])),
  );
}
