// What stands in the way of saving an engagement's settings, and which dates another start would move. Pure: told while
// somebody types, before the backend is asked.
import { dayOfRule, formatDay, isWritable, type SettingsField, writtenRule } from '../domain/index.ts';
import type { Calendar, CivilDate, EngagementDetail, Id, Item, ShownRule } from '../schema/index.ts';
import type { SettingsValues } from './engagement-settings-changes.ts';

/** What is wrong, and with which field; `people` are those it is of. */
export interface SettingsFault {
  readonly field: SettingsField;
  readonly code:
    | 'title-missing'
    | 'too-long'
    | 'end-before-start'
    | 'welcome-title-missing'
    | 'unknown-people'
    | 'spectator-takes-part'
    /** Told by the backend, in its words. */
    | 'refused';
  readonly people: readonly Id[];
  /** With `refused`. */
  readonly message?: string | undefined;
}

const LIMITS = { title: 500, description: 10_000 } as const;

function isTooLong(text: string, limit: number): boolean {
  return text.length > limit && Array.from(text).length > limit;
}

/**
 * What stands in the way of saving.
 * @param people those of the workspace
 */
export function settingsFaults(
  settings: SettingsValues & Pick<EngagementDetail, 'coachId' | 'coacheeIds'>,
  people: ReadonlyMap<Id, unknown>,
): SettingsFault[] {
  const faults: SettingsFault[] = [];
  const add = (field: SettingsField, code: SettingsFault['code'], of: readonly Id[] = []) =>
    faults.push({ field, code, people: of });
  const { title, startDate, endDate, welcome, spectatorIds, coachId, coacheeIds } = settings;
  if (title.trim() === '') add('title', 'title-missing');
  else if (isTooLong(title, LIMITS.title)) add('title', 'too-long');
  if (startDate !== null && endDate !== null && endDate < startDate) add('endDate', 'end-before-start');
  if (welcome !== null && welcome.title.trim() === '') add('welcome', 'welcome-title-missing');
  else if (
    welcome !== null &&
    (isTooLong(welcome.title, LIMITS.title) || isTooLong(welcome.message, LIMITS.description))
  )
    add('welcome', 'too-long');
  const spectators = spectatorIds ?? [];
  const unknown = spectators.filter((id) => !people.has(id));
  if (unknown.length > 0) add('spectatorIds', 'unknown-people', unknown);
  const partaking = spectators.filter((id) => id === coachId || coacheeIds.includes(id));
  if (partaking.length > 0) add('spectatorIds', 'spectator-takes-part', partaking);
  return faults;
}

/** A date that another start of the engagement moves. */
export interface MovedItemDate {
  readonly itemId: Id;
  readonly title: string;
  readonly field: 'release' | 'due';
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

/**
 * The dates of items that rest on the engagement's start, as another start would move them; in the items' order. A pinned
 * date stays where it is.
 */
export function movedByStart(
  items: readonly Item[],
  startDate: CivilDate | null,
  calendar: Calendar,
): readonly MovedItemDate[] {
  const moved: MovedItemDate[] = [];
  for (const item of items) {
    if (item.locked) continue;
    const { release, due } = item;
    const add = (field: MovedItemDate['field'], shown: ShownRule, from: CivilDate | null) => {
      const rule = writtenRule(shown);
      if (rule?.type !== 'relative') return;
      const day = dayOfRule(rule, startDate, calendar);
      const to = day !== null && isWritable(day) ? formatDay(day) : null;
      if (to !== from) moved.push({ itemId: item.id, title: item.title, field, from, to });
    };
    if (release?.type === 'on') add('release', release.rule, release.date);
    if (due && due.pinned === null) add('due', due.rule, due.date);
  }
  return moved;
}
