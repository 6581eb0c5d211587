// The settings of an engagement (rulebook §5): which they are, when two are the same, and where two edits of them meet
// (api.md R-V-2).
import type { EngagementPatch } from '../../schema/index.ts';

/** A setting of an engagement. */
export type SettingsField = keyof EngagementPatch;

/** The settings, in the order in which they are shown. */
export const SETTINGS_FIELDS = [
  'title',
  'startDate',
  'endDate',
  'timeZone',
  'selfScheduling',
  'welcome',
  'spectatorIds',
  'coachInvoicingMethodId',
  'coacheeInvoicingMethodId',
] as const satisfies readonly SettingsField[];

/** Some settings, as an edit writes them or as an engagement has them. */
export type SomeSettings = { readonly [F in SettingsField]?: unknown };

/** Whether both say the same of a setting; the order of spectators says nothing. */
export function isSameSetting(field: SettingsField, a: SomeSettings, b: SomeSettings): boolean {
  return plainSetting(field, a[field]) === plainSetting(field, b[field]);
}

function plainSetting(field: string, value: unknown): string {
  if (field === 'spectatorIds' && Array.isArray(value)) return JSON.stringify([...new Set(value as string[])].sort());
  if (field === 'welcome' && typeof value === 'object' && value !== null && 'title' in value && 'message' in value)
    return JSON.stringify([value.title, value.message]);
  return JSON.stringify(value ?? null);
}

/**
 * The settings that two edits change in different ways: those that differ from what the editor saw, and from what they write.
 * @param base the engagement as the editor saw it
 */
export function engagementConflicts(
  base: SomeSettings,
  current: SomeSettings,
  patch: EngagementPatch,
): SettingsField[] {
  return SETTINGS_FIELDS.filter(
    (field) =>
      patch[field] !== undefined && !isSameSetting(field, current, base) && !isSameSetting(field, current, patch),
  );
}
