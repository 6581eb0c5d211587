// An engagement's settings on the page: what stands in their place while they load, where they could not be loaded or are not
// for their viewer; else the form with its sections, what is wrong over it and the bar that saves under it.
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { EngagementPatch, Id } from '@followthrough/core/schema';
import type { SettingsField } from '@followthrough/core/domain';
import type { WorkspaceStore } from '@followthrough/core/stores';
import { engagementSettingsWords } from '../localize/late-engagement-settings.ts';
import { engagementSetupWords } from '../localize/late-engagement-setup.ts';
import { toastWords } from '../localize/late-tools.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { adoptStyles } from '../parts/adopt-styles.ts';
import { avatarStyles } from '../parts/avatar.ts';
import { FocusKeeper } from '../parts/focus-keeper.ts';
import { formStyles } from '../parts/form-styles.ts';
import { PeopleField } from '../parts/people-field.ts';
import { Pickers } from '../parts/pickers.ts';
import { searchFieldStyles } from '../parts/search-field-styles.ts';
import { ToastController, toastStyles } from '../parts/toast.ts';
import { loadProblemText } from '../load-problem-text.ts';
import { MethodForm } from './method-form.ts';
import { readOnly } from './read-only.ts';
import { FIELD_IDS, type SettingsScene } from './scene.ts';
import { shownSections, warnOfSections } from './sections.ts';
import { Settings } from './settings.ts';
import { settingsForm } from './settings-form.ts';
import { settingsStyles } from './settings-styles.ts';
import { problemWords, stateWords } from '../localize/late-acts.ts';

/** What the settings read off their element. */
export interface SettingsHost extends LitElement {
  engagement: Id | undefined;
  sections: readonly string[];
  autosave: boolean;
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
      autosaves: () => host.autosave && !host.readonly,
      toast: this.#toast,
    });
    this.#method = new MethodForm(host, {
      save: (draft) => this.settings.createMethod(draft),
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
    warnOfSections(this.#host.sections);
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
        return said(
          words.deleted(settings.shown?.engagement.title ?? ''),
          settings.failure ?? words.deletedHint,
          html`<button type="button" class="button settings-undo" @click=${settings.restore}>${words.undo}</button>`,
        );
      case 'ready': {
        const scene = this.#scene();
        if (!scene) return nothing;
        return this.#host.readonly || scene.shown.engagement.may.edit !== true
          ? readOnly(scene, shownSections(this.#host.sections))
          : this.#form(scene);
      }
    }
  }

  // ── the form ──────────────────────────────────────────────────────────────────────────────────

  #form(scene: SettingsScene): TemplateResult {
    const { settings } = this;
    const { asked, returned, hushed, failure } = settings;
    return html`${settingsForm(scene, {
      ...{ sections: this.#host.sections, asked, returned, hushed, failure },
      onSave: () => void this.#save(),
      onLeave: () => settings.left(),
      onDiscard: settings.discard,
      onDelete: settings.remove,
      goTo: (id) => this.#focus(id),
    })}
    ${this.#method.form(scene)}`;
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
      autosaves: this.#host.autosave,
      write: (patch) => this.#write(patch),
      resolve: (field, how) => settings.resolve(field, how),
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
  #write(patch: EngagementPatch): void {
    const focused = (this.#host.renderRoot as ShadowRoot).activeElement;
    const field = Object.keys(patch)[0] as SettingsField;
    this.#written = { field, control: focused?.closest('.settings-fields') ? (focused as HTMLElement) : null };
    this.settings.write(patch);
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

  get #words() {
    return engagementSettingsWords(this.#localize.messages);
  }
}

function isTyping(event: Event): boolean {
  const [target] = event.composedPath();
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'radio');
}

/** What is said in place of the form. */
function said(title: string, hint: string | null, more: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div class="nothing" part="error" role="alert">
    <p class="nothing-title">${title}</p>
    ${hint === null ? nothing : html`<p class="muted">${hint}</p>`} ${more}
  </div>`;
}

/** The same, where a page can say it in words of its own. */
function note(...words: Parameters<typeof said>): TemplateResult {
  return html`<slot name="error">${said(...words)}</slot>`;
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
