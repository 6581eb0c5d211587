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

/** With fields written; a first change begins from the settings as they stand. */
export function writtenSettings(
  changes: SettingsChanges,
  current: SettingsValues,
  patch: EngagementPatch,
): SettingsChanges {
  const base = isSettingsClean(changes, current) ? settingsOf(current) : changes.base;
  return { base, patch: { ...changes.patch, ...patch } };
}

/** What would be saved: the fields whose value differs from what stands. */
export function settingsToSave({ patch }: SettingsChanges, current: SettingsValues): EngagementPatch {
  const kept = SETTINGS_FIELDS.filter((field) => patch[field] !== undefined && !isSameSetting(field, patch, current));
  return Object.fromEntries(kept.map((field) => [field, patch[field]]));
}

/** Whether nothing would be saved. */
export function isSettingsClean(changes: SettingsChanges, current: SettingsValues): boolean {
  return Object.keys(settingsToSave(changes, current)).length === 0;
}

/** The fields that somebody else changed too, to another value. */
export function settingsConflicts({ base, patch }: SettingsChanges, current: SettingsValues): SettingsField[] {
  return engagementConflicts(base, current, patch).filter((field) => !isSameSetting(field, patch, base));
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
