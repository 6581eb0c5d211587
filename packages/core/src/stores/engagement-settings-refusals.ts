// What a backend refused of an engagement's settings, told at its fields for as long as they read as they did then; and
// which unsaved settings are not saved by themselves, because somebody has to look at them first.
import type { BackendError } from '../backend.ts';
import { isSameSetting, SETTINGS_FIELDS, type SettingsField } from '../domain/index.ts';
import type { SettingsValues } from './engagement-settings-changes.ts';
import type { SettingsFault } from './engagement-settings-faults.ts';

/** A refusal, with the settings as they read when it was told. */
export interface SettingsRefusal {
  readonly fault: SettingsFault;
  readonly when: SettingsValues;
}

/** What the backend refused, at its fields. */
export function refusalsOf(error: BackendError, when: SettingsValues): SettingsRefusal[] {
  return error.errors.flatMap(({ pointer, message }) => {
    const field = SETTINGS_FIELDS.find((name) => pointer === `/${name}` || pointer.startsWith(`/${name}/`));
    return field ? [{ fault: { field, code: 'refused', people: [], message } as const, when }] : [];
  });
}

/** Fields that are judged together: another start can mend an end. */
function together(field: SettingsField): readonly SettingsField[] {
  return field === 'startDate' || field === 'endDate' ? ['startDate', 'endDate'] : [field];
}

/** The refusals whose fields still read as they did. */
export function standingRefusals(refusals: readonly SettingsRefusal[], now: SettingsValues): SettingsFault[] {
  return refusals
    .filter(({ fault, when }) => together(fault.field).every((field) => isSameSetting(field, when, now)))
    .map(({ fault }) => fault);
}

/** Why settings wait. */
export interface SettingsDoubts {
  readonly faults: readonly SettingsFault[];
  readonly conflicts: readonly SettingsField[];
  /** Whether another start would move dates of items. */
  readonly moves: boolean;
}

/**
 * Of unsaved settings, those that wait for somebody: what is wrong, what two people changed, a start that moves dates of
 * items. A start and an end wait for each other.
 */
export function waitingSettings(
  unsaved: readonly SettingsField[],
  { faults, conflicts, moves }: SettingsDoubts,
): SettingsField[] {
  const doubtful = new Set(
    [...faults.map(({ field }) => field), ...conflicts, ...(moves ? (['startDate'] as const) : [])].flatMap(together),
  );
  return unsaved.filter((field) => doubtful.has(field));
}
