// What the steps of making engagements are drawn from.
import type { Id, Person } from '@followthrough/core/schema';
import type {
  EngagementSetupStore,
  SetupDraft,
  SetupFault,
  SetupField,
  SetupStep,
  WorkspaceStore,
} from '@followthrough/core/stores';
import type { EngagementSetupWords } from '../localize/late-engagement-setup.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import type { PeopleField } from '../parts/people-field.ts';
import type { Pickers } from '../parts/pickers.ts';
import type { SearchField } from '../parts/search-field.ts';
import { knownRule } from '../load-problem-text.ts';

export interface WizardScene {
  readonly workspace: WorkspaceStore;
  readonly store: EngagementSetupStore;
  readonly draft: SetupDraft;
  readonly localize: LocalizeController;
  readonly words: EngagementSetupWords;
  readonly pickers: Pickers;
  readonly fields: {
    readonly coachees: PeopleField;
    readonly coach: PeopleField;
    readonly spectators: PeopleField;
    readonly group: SearchField;
  };
  /** What is wrong with the step shown, once somebody tried to go on. */
  readonly faults: readonly SetupFault[];
  /** What is typed to find a group or a template. */
  readonly query: { group: string; template: string };
  readonly redraw: () => void;
  /** The steps gone through, in order. */
  readonly steps: readonly SetupStep[];
  readonly go: (step: SetupStep) => void;
}

/** The step that a field is set at. */
export function stepOfField(field: SetupField, steps: readonly SetupStep[]): SetupStep {
  const own = FIELD_STEPS[field];
  return steps.includes(own) ? own : 'review';
}

const FIELD_STEPS: Readonly<Record<SetupField, SetupStep>> = {
  coachees: 'coachees',
  group: 'coachees',
  coach: 'coach',
  template: 'template',
  title: 'settings',
  startDate: 'settings',
  endDate: 'settings',
  spectators: 'settings',
};

/** Where a fault's field is. */
export const FIELD_IDS: Readonly<Record<SetupField, string>> = {
  coachees: 'wizard-coachees',
  group: 'wizard-group',
  coach: 'wizard-coach',
  template: 'wizard-template',
  title: 'wizard-title',
  startDate: 'wizard-start',
  endDate: 'wizard-end',
  spectators: 'wizard-spectators',
};

export function nameOf({ workspace, words }: Pick<WizardScene, 'workspace' | 'words'>, id: Id): string {
  return workspace.$people.get().get(id)?.name ?? words.unknownPerson;
}

/** A person as an avatar shows them, somebody unknown too. */
export function faceOf(
  scene: Pick<WizardScene, 'workspace'>,
  id: Id,
): Person | { id: Id; name: ''; shape: 'unresolved' } {
  return scene.workspace.$people.get().get(id) ?? { id, name: '', shape: 'unresolved' };
}

/** A fault in a sentence that says what to do. */
export function faultText(fault: SetupFault, scene: Pick<WizardScene, 'workspace' | 'words' | 'localize'>): string {
  const { words, localize } = scene;
  const names = () =>
    listed(
      fault.people.map((id) => nameOf(scene, id)),
      localize.locale,
    );
  switch (fault.code) {
    case 'unknown-people':
      return words.unknownPeople(fault.people.length);
    case 'coach-is-coachee':
      return words.coachIsCoachee(names());
    case 'spectator-takes-part':
      return words.spectatorTakesPart(names());
    case 'refused':
      return knownRule(fault.message ?? '', localize.messages) ?? fault.message ?? '';
    default:
      return words.fault[fault.code];
  }
}

/** The fault shown at a field; undefined where there is none. */
export function faultAt(scene: WizardScene, field: SetupField): string | undefined {
  const fault = scene.faults.find((one) => one.field === field);
  return fault && faultText(fault, scene);
}

/** Names as a language lists them. */
export function listed(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}
