// The form of an engagement's settings: what is wrong over it, its sections, and under it the bar for what is unsaved; where
// changes are saved by themselves, the bar is there only for what was not.
import { html, nothing, type TemplateResult } from 'lit';
import type { SettingsField } from '@followthrough/core/domain';
import type { BackendError } from '@followthrough/core/backend';
import { trashIcon } from '../icons/icons.ts';
import { errorSummary } from '../parts/form-field.ts';
import { ruleText } from '../load-problem-text.ts';
import { problemText } from '../problem-text.ts';
import { basics, scheduling } from './basics.ts';
import { invoicing } from './invoicing.ts';
import { saveBar } from './save-bar.ts';
import { faultText, FIELD_IDS, type SettingsScene, toldFaults } from './scene.ts';
import { type SettingsSection, shownSections } from './sections.ts';
import { spectators, welcome } from './welcome.ts';

const CONTENT: Readonly<Record<Exclude<SettingsSection, 'danger'>, (scene: SettingsScene) => TemplateResult>> = {
  basics,
  scheduling,
  welcome,
  spectators,
  invoicing,
};

export interface SettingsFormSpec {
  /** The sections that the host page names. */
  readonly sections: readonly string[];
  /** Whether somebody asked for a save: then what is wrong is told over the form too. */
  readonly asked: boolean;
  /** Whether what is unsaved is of an earlier visit. */
  readonly returned: boolean;
  /** The failure of a save that the page around tells itself. */
  readonly hushed: BackendError | null;
  /** What went wrong with deleting. */
  readonly failure: string | null;
  readonly onSave: () => void;
  /** A field was left. */
  readonly onLeave: () => void;
  readonly onDiscard: () => void;
  readonly onDelete: () => void;
  readonly goTo: (id: string) => void;
}

export function settingsForm(scene: SettingsScene, spec: SettingsFormSpec): TemplateResult {
  const { shown } = scene;
  const wrong = [...toldFaults(scene).map(({ field }) => field), ...shown.conflicts];
  return html`<form
    class="settings-form"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      spec.onSave();
    }}
    @focusout=${(event: FocusEvent) => {
      if ((event.target as HTMLElement).closest('.settings-fields')) spec.onLeave();
    }}
  >
    ${spec.asked ? summary(scene, spec) : nothing}
    ${shownSections(spec.sections, wrong).map((name) => section(name, scene, spec))} ${bar(scene, spec)}
  </form>`;
}

function summary(scene: SettingsScene, { goTo }: SettingsFormSpec): TemplateResult | typeof nothing {
  const { words, shown } = scene;
  const lines = [
    ...toldFaults(scene).map((fault) => ({ text: faultText(fault, scene), go: () => goTo(FIELD_IDS[fault.field]) })),
    ...shown.conflicts.map((field: SettingsField) => ({
      text: words.conflict(words.field[field]),
      go: () => goTo(`settings-conflict-${field}-mine`),
    })),
  ];
  return errorSummary(words.faults(lines.length), lines);
}

function section(name: SettingsSection, scene: SettingsScene, spec: SettingsFormSpec): TemplateResult {
  const { words, level } = scene;
  const id = `settings-section-${name}`;
  return html`<slot name="section-${name}-before"></slot>
    <section
      role="group"
      class="settings-section ${name}"
      part="section ${name === 'danger' ? 'danger' : ''}"
      aria-labelledby=${id}
    >
      <div class="settings-name" role="heading" aria-level=${level} id=${id}>${words.section[name]}</div>
      <div class="settings-fields">${name === 'danger' ? danger(scene, spec) : CONTENT[name](scene)}</div>
    </section>
    <slot name="section-${name}-after"></slot>`;
}

function danger({ words, shown, localize }: SettingsScene, { failure, onDelete }: SettingsFormSpec): TemplateResult {
  const permission = shown.engagement.may.delete;
  return html`<p class="field-help">${words.deleteHint}</p>
    ${failure === null ? nothing : html`<p class="field-fault" role="alert">${failure}</p>`}
    ${
      permission === true
        ? html`<button type="button" class="button danger settings-delete" @click=${onDelete}>
            ${trashIcon()}${words.delete}
          </button>`
        : html`<p>${ruleText(permission, localize.messages)}</p>`
    }`;
}

// ── the bar ─────────────────────────────────────────────────────────────────────────────────────

function bar(scene: SettingsScene, spec: SettingsFormSpec): TemplateResult | typeof nothing {
  const { words, shown, store, workspace } = scene;
  if (!shown.dirty) return nothing;
  const offline = workspace.$online.get() === false;
  const failure = failureText(scene, spec);
  const text = failure ?? (scene.autosaves ? heldText(scene, offline) : unsavedText(scene, spec, offline));
  if (text === null) return nothing;
  const { onDiscard } = spec;
  return saveBar({ words, text, isFailure: failure !== null, saving: store.$saving.get(), offline, onDiscard });
}

/** Why the last save failed, where that is not told at a field; while offline that is what is told. */
function failureText({ store, shown, words, localize }: SettingsScene, { hushed }: SettingsFormSpec): string | null {
  const error = store.$saveError.get();
  const isAtField = error !== null && error.errors.length > 0 && shown.faults.some(({ code }) => code === 'refused');
  if (!error || error === hushed || error.code === 'network' || isAtField) return null;
  return words.notSaved(problemText(error, localize.messages));
}

function unsavedText({ words }: SettingsScene, { returned }: SettingsFormSpec, offline: boolean): string {
  return offline ? words.unsavedOffline : returned ? words.kept : words.unsaved;
}

/** Why something is not saved by itself; null while it will be. */
function heldText({ words, shown, told }: SettingsScene, offline: boolean): string | null {
  if (offline) return words.unsavedOfflineAuto;
  if (shown.moved.length > 0) return words.startWaits(shown.moved.length);
  const isMarked = shown.conflicts.length > 0 || (told && shown.faults.length > 0);
  return isMarked ? words.someWait : null;
}
