// What the settings of an engagement are drawn from, and how their values read.
import type { TemplateResult } from 'lit';
import { parseDay } from '@followthrough/core/domain';
import type { EngagementPatch, Id, InvoicingMethod, Rate } from '@followthrough/core/schema';
import type { SettingsField } from '@followthrough/core/domain';
import type {
  EngagementSettingsStore,
  SettingsFault,
  SettingsValues,
  ShownSettings,
  WorkspaceStore,
} from '@followthrough/core/stores';
import { type EngagementSettingsWords } from '../localize/late-engagement-settings.ts';
import { type EngagementSetupWords } from '../localize/late-engagement-setup.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import type { PeopleField } from '../parts/people-field.ts';
import type { Pickers } from '../parts/pickers.ts';
import { knownRule } from '../load-problem-text.ts';
import type { InvoicingSide } from './settings-events.ts';

/** Where an invoicing method is made on the spot. */
export interface MethodPart {
  /** For which side it is open; null: it is not. */
  readonly side: InvoicingSide | null;
  render(scene: SettingsScene): TemplateResult;
}

export interface SettingsScene {
  readonly workspace: WorkspaceStore;
  readonly store: EngagementSettingsStore;
  readonly shown: ShownSettings;
  readonly localize: LocalizeController;
  readonly words: EngagementSettingsWords;
  /** Those that picking people has of its own. */
  readonly setup: EngagementSetupWords;
  readonly pickers: Pickers;
  readonly spectators: PeopleField;
  readonly method: MethodPart;
  /** The heading's level of a section. */
  readonly level: number;
  /** Whether what is missing is told: once somebody tried to save. */
  readonly told: boolean;
  /** Whether changes are saved by themselves, and each field says how it stands. */
  readonly autosaves: boolean;
  readonly write: (patch: EngagementPatch) => void;
  /** Of a field in conflict. */
  readonly resolve: (field: SettingsField, how: 'mine' | 'theirs') => void;
  readonly createMethod: (side: InvoicingSide) => void;
}

/** Where a field is. */
export const FIELD_IDS: Readonly<Record<SettingsField, string>> = {
  title: 'settings-title',
  startDate: 'settings-start',
  endDate: 'settings-end',
  timeZone: 'settings-zone',
  selfScheduling: 'settings-scheduling',
  welcome: 'settings-welcome-title',
  spectatorIds: 'settings-spectators',
  coachInvoicingMethodId: 'settings-coach-method',
  coacheeInvoicingMethodId: 'settings-coachee-method',
};

/** Faults of something that is not there yet wait until somebody tries to save; what is wrong as it stands is told at once. */
const LATE: readonly SettingsFault['code'][] = ['title-missing', 'welcome-title-missing'];

/** What is told to be wrong. */
export function toldFaults({ shown, told }: Pick<SettingsScene, 'shown' | 'told'>): readonly SettingsFault[] {
  return told ? shown.faults : shown.faults.filter(({ code }) => !LATE.includes(code));
}

export function faultAt(scene: SettingsScene, field: SettingsField): string | undefined {
  const fault = toldFaults(scene).find((one) => one.field === field);
  return fault && faultText(fault, scene);
}

/** A fault in a sentence that says what to do. */
export function faultText(
  fault: SettingsFault,
  { words, setup, workspace, localize }: Pick<SettingsScene, 'words' | 'setup' | 'workspace' | 'localize'>,
): string {
  switch (fault.code) {
    case 'unknown-people':
      return setup.unknownPeople(fault.people.length);
    case 'spectator-takes-part':
      return setup.spectatorTakesPart(listed(namesOf(fault.people, workspace, setup), localize.locale));
    case 'refused':
      return knownRule(fault.message ?? '', localize.messages) ?? fault.message ?? '';
    default:
      return words.fault[fault.code];
  }
}

export function namesOf(ids: readonly Id[], workspace: WorkspaceStore, setup: EngagementSetupWords): string[] {
  return ids.map((id) => workspace.$people.get().get(id)?.name ?? setup.unknownPerson);
}

export function listed(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

/** A sum, by the session, the hour or the engagement: "€120.00 per hour". */
export function rateText({ amount, currency, per }: Rate, words: EngagementSettingsWords, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 4 });
  return words.rate(format.format(Number(amount)), words.per[per]);
}

/** A field's value as it reads, to lay two beside each other. */
export function valueText(field: SettingsField, values: SettingsValues, scene: SettingsScene): string {
  const { words, setup, workspace, localize, store } = scene;
  switch (field) {
    case 'title':
      return values.title;
    case 'startDate':
    case 'endDate': {
      const date = values[field];
      return date === null ? words.noDay : localize.dates.full(parseDay(date));
    }
    case 'timeZone':
      return values.timeZone ?? words.workspaceZone(workspace.$me.get()?.workspace.timeZone ?? 'UTC');
    case 'selfScheduling':
      return values.selfScheduling ? words.on : words.off;
    case 'welcome':
      return values.welcome === null ? words.none : `${values.welcome.title}\n${values.welcome.message}`.trim();
    case 'spectatorIds': {
      const names = namesOf(values.spectatorIds ?? [], workspace, setup);
      return names.length === 0 ? words.none : listed(names, localize.locale);
    }
    case 'coachInvoicingMethodId':
    case 'coacheeInvoicingMethodId':
      return methodOf(values[field], store)?.name ?? words.none;
  }
}

export function methodOf(id: Id | null, store: EngagementSettingsStore): InvoicingMethod | undefined {
  return store.$methods.get().find((method) => method.id === id);
}
