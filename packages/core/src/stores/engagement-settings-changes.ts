// What a person has changed of an engagement's settings and not saved yet, beside what the engagement has become meanwhile
// (api.md R-V-2). Fields left alone follow the engagement; a field that both changed is the person's to decide.
import { engagementConflicts, isSameSetting, SETTINGS_FIELDS, type SettingsField } from '../domain/index.ts';
import type { Engagement, EngagementPatch } from '../schema/index.ts';

/** An engagement's settings, all of them. */
export type SettingsValues = Pick<Engagement, SettingsField>;

/** Unsaved changes of an engagement's settings. */
export interface SettingsChanges {
  /** The settings as they were when the person saw them last. */
  readonly base: SettingsValues;
  readonly patch: EngagementPatch;
}

/** The settings of an engagement, without the rest of it. */
export function settingsOf(engagement: SettingsValues): SettingsValues {
  const { title, startDate, endDate, timeZone, selfScheduling, welcome } = engagement;
  const { spectatorIds, coachInvoicingMethodId, coacheeInvoicingMethodId } = engagement;
  const dates = { title, startDate, endDate, timeZone, selfScheduling, welcome };
  return { ...dates, spectatorIds, coachInvoicingMethodId, coacheeInvoicingMethodId };
}

/** With fields written; a first change begins from the settings as they stand, and one taken back is none. */
export function writtenSettings(
  changes: SettingsChanges,
  current: SettingsValues,
  patch: EngagementPatch,
): SettingsChanges {
  const base = isSettingsClean(changes, current) ? settingsOf(current) : changes.base;
  const all = { ...changes.patch, ...patch };
  const isChanged = (field: SettingsField) =>
    all[field] !== undefined && !(isSameSetting(field, all, base) && isSameSetting(field, all, current));
  return { base, patch: only(all, SETTINGS_FIELDS.filter(isChanged)) };
}

/** The fields whose value differs from what stands. */
export function unsavedSettings({ patch }: SettingsChanges, current: SettingsValues): SettingsField[] {
  return SETTINGS_FIELDS.filter((field) => patch[field] !== undefined && !isSameSetting(field, patch, current));
}

/** What would be saved: what differs, or those fields of it. */
export function settingsToSave(
  changes: SettingsChanges,
  current: SettingsValues,
  fields: readonly SettingsField[] = SETTINGS_FIELDS,
): EngagementPatch {
  return only(
    changes.patch,
    unsavedSettings(changes, current).filter((field) => fields.includes(field)),
  );
}

/** What is left when fields were saved: those not sent, and those written over meanwhile; null where nothing is. */
export function savedSettings(
  { base, patch }: SettingsChanges,
  saved: SettingsValues,
  sent: EngagementPatch,
): SettingsChanges | null {
  const left = SETTINGS_FIELDS.filter((field) => patch[field] !== undefined && patch[field] !== sent[field]);
  if (left.length === 0) return null;
  const unsent = left.filter((field) => sent[field] === undefined);
  const seen = Object.fromEntries(unsent.map((field) => [field, base[field]]));
  return { base: { ...settingsOf(saved), ...seen }, patch: only(patch, left) };
}

function only(patch: EngagementPatch, fields: readonly SettingsField[]): EngagementPatch {
  return Object.fromEntries(fields.map((field) => [field, patch[field]]));
}

/** Whether nothing would be saved. */
export function isSettingsClean(changes: SettingsChanges, current: SettingsValues): boolean {
  return unsavedSettings(changes, current).length === 0;
}

/** The fields that somebody else changed too, to another value. */
export function settingsConflicts({ base, patch }: SettingsChanges, current: SettingsValues): SettingsField[] {
  return engagementConflicts(base, current, patch);
}

/** The person's own value stands: the other one counts as seen. */
export function keepMySetting({ base, patch }: SettingsChanges, current: SettingsValues, field: SettingsField) {
  return { base: { ...base, [field]: current[field] }, patch };
}

/** The other value stands: the person's own is let go. */
export function takeTheirSetting({ base, patch }: SettingsChanges, current: SettingsValues, field: SettingsField) {
  const { [field]: _dropped, ...rest } = patch;
  return { base: { ...base, [field]: current[field] }, patch: rest };
}

/** The settings as they would read with the changes saved. */
export function withSettings<T extends SettingsValues>({ patch }: SettingsChanges, current: T): T {
  return { ...current, ...patch };
}
