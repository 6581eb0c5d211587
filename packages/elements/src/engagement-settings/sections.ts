// The sections of an engagement's settings, and which of them are shown: those that the host page names, and any that holds
// something wrong that is unsaved, since what nobody sees nobody can mend.
import type { SettingsField } from '@followthrough/core/domain';
import { warnHost } from '../host-warning.ts';

/** The sections, in their order. */
const SECTIONS = ['basics', 'scheduling', 'welcome', 'spectators', 'invoicing', 'danger'] as const;
export type SettingsSection = (typeof SECTIONS)[number];

const SECTION_OF: Readonly<Record<SettingsField, SettingsSection>> = {
  title: 'basics',
  startDate: 'basics',
  endDate: 'basics',
  timeZone: 'basics',
  selfScheduling: 'scheduling',
  welcome: 'welcome',
  spectatorIds: 'spectators',
  coachInvoicingMethodId: 'invoicing',
  coacheeInvoicingMethodId: 'invoicing',
};

/**
 * The sections shown, in their own order.
 * @param asked the names that the host page gives; none: all
 * @param wrong the fields with something to mend
 */
export function shownSections(
  asked: readonly string[],
  wrong: readonly SettingsField[] = [],
): readonly SettingsSection[] {
  const known = SECTIONS.filter((name) => asked.includes(name));
  if (known.length === 0) return SECTIONS;
  const needed = new Set(wrong.map((field) => SECTION_OF[field]));
  return SECTIONS.filter((name) => known.includes(name) || needed.has(name));
}

/** Says in the console which of the names are those of no section. */
export function warnOfSections(asked: readonly string[]): void {
  for (const name of asked) {
    if ((SECTIONS as readonly string[]).includes(name)) continue;
    warnHost(`<engagement-settings sections> has no section “${name}”; there are ${SECTIONS.join(', ')}.`);
  }
}
