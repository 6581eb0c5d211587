// An engagement's settings on the page: what stands in their place while they load, where they could not be loaded or are not
// for their viewer; else the form with its sections, what is wrong over it and the bar that saves under it.
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { EngagementPatch, Id } from '@followthrough/core/schema';
import type { SettingsField } from '@followthrough/core/domain';
import type { EngagementSettingsStore, WorkspaceStore } from '@followthrough/core/stores';
import { trashIcon } from '../icons/icons.ts';
import { engagementSettingsWords } from '../localize/late-engagement-settings.ts';
import { engagementSetupWords } from '../localize/late-engagement-setup.ts';
import { toastWords } from '../localize/late-tools.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { adoptStyles } from '../parts/adopt-styles.ts';
import { avatarStyles } from '../parts/avatar.ts';
import { errorSummary } from '../parts/form-field.ts';
import { FocusKeeper } from '../parts/focus-keeper.ts';
import { formStyles } from '../parts/form-styles.ts';
import { PeopleField } from '../parts/people-field.ts';
import { Pickers } from '../parts/pickers.ts';
import { searchFieldStyles } from '../parts/search-field-styles.ts';
import { ToastController, toastStyles } from '../parts/toast.ts';
import { loadProblemText, problemText } from '../problem-text.ts';
import { basics, scheduling } from './basics.ts';
import { invoicing } from './invoicing.ts';
import { MethodForm } from './method-form.ts';
import { readOnly } from './read-only.ts';
import { saveBar } from './save-bar.ts';
import { faultText, FIELD_IDS, type SettingsScene, toldFaults } from './scene.ts';
import { Settings } from './settings.ts';
import { settingsStyles } from './settings-styles.ts';
import { spectators, welcome } from './welcome.ts';
import { problemWords, stateWords } from '../localize/late-acts.ts';

/** The sections, in their order. */
const SECTIONS = ['basics', 'scheduling', 'welcome', 'spectators', 'invoicing', 'danger'] as const;
export type SettingsSection = (typeof SECTIONS)[number];

const CONTENT: Readonly<Record<Exclude<SettingsSection, 'danger'>, (scene: SettingsScene) => TemplateResult>> = {
  basics,
  scheduling,
  welcome,
  spectators,
  invoicing,
};

/** What the settings read off their element. */
export interface SettingsHost extends LitElement {
  engagement: Id | undefined;
  sections: readonly string[];
  readonly: boolean;
  headingLevel: number;
  label: string | undefined;
  hideHeader: boolean;
}

export class SettingsView {
  readonly settings: Settings;
  readonly #host: SettingsHost;
  readonly #localize: LocalizeController;
  readonly #pickers: Pickers;
  readonly #toast: ToastController;
  readonly #spectators: PeopleField;
  readonly #method: MethodForm;
  #searches: WorkspaceStore | undefined;
  #written: { readonly field: SettingsField; readonly control: HTMLElement | null } | undefined;

  constructor(
    host: SettingsHost,
    on: { readonly workspace: { readonly store: WorkspaceStore | undefined }; readonly localize: LocalizeController },
  ) {
    this.#host = host;
    this.#localize = on.localize;
    this.#pickers = new Pickers(host, { localize: on.localize });
    this.#toast = new ToastController(host, () => toastWords(on.localize.messages).dismiss);
    this.#spectators = new PeopleField(host, on.localize, FIELD_IDS.spectatorIds);
    this.settings = new Settings(host, {
      localize: on.localize,
      workspace: () => on.workspace.store,
      engagement: () => host.engagement,
      toast: this.#toast,
    });
    this.#method = new MethodForm(host, {
      save: (draft) => {
        const { store } = this.settings;
        return store ? store.createMethod(draft) : Promise.reject(new Error('there is no engagement any more'));
      },
      onSaved: (method, side) => {
        this.settings.chooseMethod(side, method.id);
        this.#focus(FIELD_IDS[side === 'coach' ? 'coachInvoicingMethodId' : 'coacheeInvoicingMethodId']);
      },
      onCancel: (side) =>
        this.#focus(`${FIELD_IDS[side === 'coach' ? 'coachInvoicingMethodId' : 'coacheeInvoicingMethodId']}-create`),
    });
    new FocusKeeper(host, (gone) => this.#heirOf(gone));
    adoptStyles(host, [avatarStyles, formStyles, searchFieldStyles, toastStyles, settingsStyles]);
  }

  get label(): string {
    return this.#host.label ?? this.#words.heading;
  }

  render(): TemplateResult {
    const { workspace } = this.settings;
    if (workspace !== this.#searches) this.#spectators.connect((this.#searches = workspace));
    const { hideHeader, headingLevel } = this.#host;
    return html`<div class="settings" @keydown=${this.#onKeyDown}>
      ${
        hideHeader
          ? nothing
          : html`<div class="settings-head" part="header">
              <slot name="header"
                ><div class="heading" part="title" role="heading" aria-level=${headingLevel}>${this.label}</div></slot
              >
            </div>`
      }
      ${this.#state()} ${this.#pickers.render()} ${this.#toast.render()}
    </div>`;
  }

  // ── in place of the form ──────────────────────────────────────────────────────────────────────

  #state(): TemplateResult | typeof nothing {
    const { settings } = this;
    const { messages } = this.#localize;
    const words = this.#words;
    switch (settings.phase) {
      case 'none':
        return settings.workspace ? nothing : html`<p class="muted">${stateWords(messages).noWorkspace}</p>`;
      case 'loading':
        return skeleton(words.loading);
      case 'gone':
        return note(words.gone, words.goneHint);
      case 'forbidden':
        return note(words.notAllowed, words.notAllowedHint);
      case 'error': {
        const error = settings.store?.$error.get();
        const retry = () => void settings.store?.refresh();
        return note(
          words.loadFailed,
          error ? loadProblemText(error, messages) : null,
          html`${error?.requestId === undefined ? nothing : html`<p class="meta">${problemWords(messages).reference(error.requestId)}</p>`}
            <button type="button" class="button" @click=${retry}>${messages.problem.retry}</button>`,
        );
      }
      case 'deleted':
        return note(
          words.deleted(settings.shown?.engagement.title ?? ''),
          settings.failure ?? words.deletedHint,
          html`<button type="button" class="button settings-undo" @click=${() => void settings.restore()}>
            ${words.undo}
          </button>`,
        );
      case 'ready': {
        const scene = this.#scene();
        if (!scene) return nothing;
        return this.#host.readonly || scene.shown.engagement.may.edit !== true ? readOnly(scene) : this.#form(scene);
      }
    }
  }

  // ── the form ──────────────────────────────────────────────────────────────────────────────────

  #form(scene: SettingsScene): TemplateResult {
    const { words, shown, store } = scene;
    const shownSections = SECTIONS.filter(
      (name) => this.#host.sections.length === 0 || this.#host.sections.includes(name),
    );
    return html`<form
        class="settings-form"
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault();
          void this.#save();
        }}
      >
        ${this.#summary(scene)} ${shownSections.map((name) => this.#section(name, scene))}
        ${
          shown.dirty
            ? saveBar({
                words,
                saving: store.$saving.get(),
                offline: scene.workspace.$online.get() === false,
                failure: this.#failure(scene),
                returned: this.settings.returned,
                onDiscard: this.settings.discard,
              })
            : nothing
        }
      </form>
      ${this.#method.form(scene)}`;
  }

  #summary(scene: SettingsScene): TemplateResult | typeof nothing {
    if (!scene.told) return nothing;
    const { words, shown } = scene;
    const lines = [
      ...toldFaults(scene).map((fault) => ({
        text: faultText(fault, scene),
        go: () => this.#focus(FIELD_IDS[fault.field]),
      })),
      ...shown.conflicts.map((field) => ({
        text: words.conflict(words.field[field]),
        go: () => this.#focusConflict(field),
      })),
    ];
    return errorSummary(words.faults(lines.length), lines);
  }

  #section(name: SettingsSection, scene: SettingsScene): TemplateResult {
    const { words, level } = scene;
    const id = `settings-section-${name}`;
    return html`<slot name="section-${name}-before"></slot>
      <section
        class="settings-section ${name}"
        part="section ${name === 'danger' ? 'danger' : ''}"
        aria-labelledby=${id}
      >
        <div class="settings-name" role="heading" aria-level=${level} id=${id}>${words.section[name]}</div>
        <div class="settings-fields">${name === 'danger' ? this.#danger(scene) : CONTENT[name](scene)}</div>
      </section>
      <slot name="section-${name}-after"></slot>`;
  }

  #danger({ words, shown }: SettingsScene): TemplateResult {
    const { settings } = this;
    const allowed = shown.engagement.may.delete === true;
    return html`<p class="field-help">${words.deleteHint}</p>
      ${settings.failure === null ? nothing : html`<p class="field-fault" role="alert">${settings.failure}</p>`}
      ${
        allowed
          ? html`<button type="button" class="button danger settings-delete" @click=${() => void settings.remove()}>
              ${trashIcon()}${words.delete}
            </button>`
          : nothing
      }`;
  }

  /** Why the last save failed, where that is not told at a field. */
  #failure({ store, shown, words }: SettingsScene): string | null {
    const error = store.$saveError.get();
    if (!error || shown.faults.some(({ code }) => code === 'refused')) return null;
    return words.notSaved(problemText(error, this.#localize.messages));
  }

  #scene(): SettingsScene | null {
    const { settings } = this;
    const { workspace, store, shown } = settings;
    if (!workspace || !store || !shown) return null;
    return {
      workspace,
      store,
      shown,
      localize: this.#localize,
      words: this.#words,
      setup: engagementSetupWords(this.#localize.messages),
      pickers: this.#pickers,
      spectators: this.#spectators,
      method: this.#method,
      level: this.#host.headingLevel + 1,
      told: settings.told,
      write: (patch) => this.#write(store, patch),
      createMethod: (side) => {
        if (this.#method.side === side) this.#method.close();
        else if (settings.asksForMethod(side)) this.#method.open(side, store.$methods.get().at(-1)?.currency ?? '');
      },
    };
  }

  async #save(): Promise<void> {
    if (this.settings.workspace?.$online.get() === false) return;
    await this.settings.save();
  }

  /** Ctrl or ⌘ with S saves; with Z, where nobody is typing, it takes the last step back. */
  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const key = event.key.toLowerCase();
    if (key === 's') {
      event.preventDefault();
      void this.#save();
    } else if (key === 'z' && !isTyping(event) && this.settings.undo()) event.preventDefault();
  };

  /** Writes, and remembers where: there focus comes back to when the bar that is pressed next is gone. */
  #write(store: EngagementSettingsStore, patch: EngagementPatch): void {
    const focused = (this.#host.renderRoot as ShadowRoot).activeElement;
    const field = Object.keys(patch)[0] as SettingsField;
    this.#written = { field, control: focused?.closest('.settings-fields') ? (focused as HTMLElement) : null };
    store.write(patch);
  }

  /** What gets the focus of something that is gone: of a question its field, of the rest what was written last. */
  #heirOf(gone: Element): HTMLElement | null {
    const root = this.#host.renderRoot as ShadowRoot;
    const asked = gone.closest<HTMLElement>('.conflict')?.dataset.field as SettingsField | undefined;
    const control = asked ? null : this.#written?.control;
    return control?.isConnected ? control : root.getElementById(FIELD_IDS[asked ?? this.#written?.field ?? 'title']);
  }

  #focus(id: string): void {
    void this.#host.updateComplete.then(() => (this.#host.renderRoot as ShadowRoot).getElementById(id)?.focus());
  }

  #focusConflict(field: SettingsField): void {
    const root = this.#host.renderRoot as ShadowRoot;
    root.querySelector<HTMLElement>(`#settings-conflict-${field} .conflict-mine`)?.focus();
  }

  get #words() {
    return engagementSettingsWords(this.#localize.messages);
  }
}

function isTyping(event: Event): boolean {
  const [target] = event.composedPath();
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'radio');
}

function note(title: string, hint: string | null, more: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div class="nothing" part="error" role="alert">
    <p class="nothing-title">${title}</p>
    ${hint === null ? nothing : html`<p class="muted">${hint}</p>`} ${more}
  </div>`;
}

function skeleton(label: string): TemplateResult {
  return html`<div class="skeletons" part="skeleton" role="status" aria-label=${label}>
    ${[0, 1, 2].map(
      () =>
        html`<div class="settings-section">
          <div class="settings-name"><span class="skeleton line"></span></div>
          <div class="settings-fields">
            <span class="skeleton settings-skeleton"></span><span class="skeleton settings-skeleton"></span>
          </div>
        </div>`,
    )}
  </div>`;
}
