// The wizard on its page: its head, what stands in its place while it loads, where it could not be loaded and where it is not
// its viewer's to use; in the page, or as a dialog over it.
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { WorkspaceStore } from '@followthrough/core/stores';
import { engagementSetupWords } from '../localize/late-engagement-setup.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { loadProblemText } from '../load-problem-text.ts';
import type { UrlPlace } from '../url-place.ts';
import { Wizard } from './wizard.ts';
import type { WizardPresets } from './wizard-events.ts';
import { wizardHead } from './wizard-frame.ts';
import { problemWords, stateWords } from '../localize/late-acts.ts';

/** What the wizard reads off its element. */
export interface WizardHost extends LitElement {
  presets: WizardPresets;
  draftKey: string | undefined;
  steps: readonly string[];
  syncUrl: UrlPlace;
  urlKey: string;
  dialog: boolean;
  open: boolean;
  headingLevel: number;
  label: string | undefined;
  hideHeader: boolean;
}

export class WizardView {
  readonly wizard: Wizard;
  readonly #host: WizardHost;
  readonly #on: {
    readonly workspace: { readonly store: WorkspaceStore | undefined };
    readonly localize: LocalizeController;
  };
  /** What had the focus before the dialog. */
  #from: HTMLElement | null = null;
  /** Whether focus has been put into the dialog. */
  #isEntered = false;

  constructor(
    host: WizardHost,
    on: { readonly workspace: { readonly store: WorkspaceStore | undefined }; readonly localize: LocalizeController },
  ) {
    this.#host = host;
    this.#on = on;
    this.wizard = new Wizard(host, {
      localize: on.localize,
      workspace: () => on.workspace.store,
      presets: () => host.presets,
      draftKey: () => host.draftKey,
      steps: () => host.steps,
      place: () => host.syncUrl,
      urlKey: () => host.urlKey,
      isShown: () => !host.dialog || host.open,
      level: () => host.headingLevel,
      onLeave: () => {
        if (host.dialog) host.open = false;
      },
    });
  }

  get label(): string {
    return this.#host.label ?? this.#words.heading;
  }

  render(): TemplateResult {
    if (!this.#host.dialog) return this.#content();
    return html`<dialog
      class="dialog wizard-dialog"
      part="dialog"
      aria-label=${this.label}
      @cancel=${this.#onCancel}
      @close=${this.#onClose}
    >
      ${this.#content()}
    </dialog>`;
  }

  /** After each drawing: the dialog is as open as the element says. */
  updated(): void {
    const dialog = this.#host.renderRoot.querySelector<HTMLDialogElement>('dialog.wizard-dialog');
    if (dialog && !dialog.open) {
      const root = this.#host.getRootNode() as Document | ShadowRoot;
      this.#from = root.activeElement as HTMLElement | null;
      dialog.showModal();
      this.#isEntered = false;
    } else if (!dialog && this.#from) {
      const from = this.#from;
      this.#from = null;
      if (from.isConnected) from.focus();
    }
    const heading = dialog?.querySelector<HTMLElement>('.wizard-heading');
    if (!heading || this.#isEntered) return;
    this.#isEntered = true;
    heading.focus();
  }

  #content(): TemplateResult {
    const { hideHeader, headingLevel, dialog } = this.#host;
    const close = dialog ? () => this.#leave() : null;
    return html`<div class="wizard" @keydown=${this.wizard.onKeyDown}>
      ${hideHeader ? nothing : html`<slot name="header">${wizardHead(this.label, headingLevel, this.#words, close)}</slot>`}
      ${this.#state()}
    </div>`;
  }

  #state(): TemplateResult | typeof nothing {
    const { wizard } = this;
    const words = this.#words;
    const { messages } = this.#on.localize;
    if (!this.#on.workspace.store) return html`<p class="muted">${stateWords(messages).noWorkspace}</p>`;
    switch (wizard.phase) {
      case 'ready':
        return wizard.render();
      case 'loading':
        return html`<div class="skeletons" part="skeleton" role="status" aria-label=${words.loading}>
          ${[0, 1, 2, 3, 4].map(() => html`<div class="skeleton-row"><span class="skeleton dot"></span><span class="skeleton line"></span></div>`)}
        </div>`;
      case 'forbidden':
        return html`<slot name="error"
          ><div class="nothing" part="error" role="alert">
            <p class="nothing-title">${words.notAllowed}</p>
            <p class="muted">${words.notAllowedHint}</p>
          </div></slot
        >`;
      case 'error': {
        const error = wizard.store?.$error.get();
        return html`<slot name="error"
          ><div class="nothing" part="error" role="alert">
            <p class="nothing-title">${words.loadFailed}</p>
            ${error ? html`<p class="muted">${loadProblemText(error, messages)}</p>` : nothing}
            ${error?.requestId === undefined ? nothing : html`<p class="meta">${problemWords(messages).reference(error.requestId)}</p>`}
            <button type="button" class="button" @click=${() => void wizard.store?.load()}>${words.retry}</button>
          </div></slot
        >`;
      }
    }
  }

  /** Of a dialog that never came to be ready there is nothing to lose. */
  #leave(): void {
    if (this.wizard.phase === 'ready') this.wizard.course.leave();
    else this.#host.open = false;
  }

  readonly #onCancel = (event: Event): void => {
    // A field's own cancelled search is no wish to leave.
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    this.#leave();
  };

  /** A browser can close a dialog without asking (a back key pressed twice): what was chosen is kept. */
  readonly #onClose = (event: Event): void => {
    if (event.target !== event.currentTarget || !this.#host.open) return;
    if (this.wizard.course.isDirty || this.wizard.course.isWorking)
      (event.currentTarget as HTMLDialogElement).showModal();
    this.#leave();
  };

  get #words() {
    return engagementSetupWords(this.#on.localize.messages);
  }
}
