// Saving a plan as a template: a name, and Save. What was typed stays where it could not be saved. Loaded when first opened.
import { css, html, nothing, type TemplateResult } from 'lit';
import type { BackendError } from '@followthrough/core/backend';
import type { DateWords } from '../dates/date-label.ts';
import { planWords } from '../localize/late-plan.ts';
import { type PartHost, type PartOptions, Popover } from '../parts/popover.ts';
import { TEXT_LIMITS } from '../parts/text-limits.ts';
import { problemText } from '../problem-text.ts';

export interface TemplateFormSpec {
  /** What the field begins with. */
  readonly name: string;
  /** Rejects with the BackendError where it could not be saved. */
  readonly save: (name: string) => Promise<void>;
}

export class TemplateForm {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  readonly #popover: Popover;
  #name = '';
  #fault: string | null = null;
  #isSaving = false;

  constructor(host: PartHost, options: PartOptions) {
    this.#host = host;
    this.#localize = options.localize;
    this.#popover = new Popover(host, options, [templateFormStyles]);
  }

  open(anchor: HTMLElement, spec: TemplateFormSpec): void {
    // What was typed before and not saved is still there.
    if (this.#fault === null) this.#name = spec.name;
    this.#popover.open(anchor, {
      role: 'dialog',
      name: 'template-form',
      label: this.#words.saveTemplate,
      content: () => this.#content(spec),
      initialFocus: () => '.template-name',
    });
  }

  render(): TemplateResult | typeof nothing {
    return this.#popover.render();
  }

  #content(spec: TemplateFormSpec): TemplateResult {
    return html`<form
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#save(spec);
      }}
    >
      <label for="template-name">${this.#words.templateName}</label>
      <input
        id="template-name"
        type="text"
        class="input template-name"
        part="input"
        autocomplete="off"
        maxlength=${TEXT_LIMITS.name}
        aria-invalid=${this.#fault === null ? nothing : 'true'}
        aria-describedby="template-fault"
        .value=${this.#name}
        @input=${(event: InputEvent) => {
          this.#name = (event.currentTarget as HTMLInputElement).value;
        }}
      />
      <p id="template-fault" class="danger-text" role="alert">${this.#fault ?? nothing}</p>
      <p class="template-buttons">
        <button type="button" class="button quiet" @click=${() => this.#popover.close()}>${this.#words.cancel}</button>
        <button type="submit" class="button primary" ?disabled=${this.#isSaving}>${this.#words.templateSave}</button>
      </p>
    </form>`;
  }

  async #save(spec: TemplateFormSpec): Promise<void> {
    const name = this.#name.trim();
    if (name === '') {
      this.#fault = this.#words.nameMissing;
      this.#host.requestUpdate();
      return;
    }
    this.#isSaving = true;
    this.#host.requestUpdate();
    try {
      await spec.save(name);
      this.#fault = null;
      this.#popover.close();
    } catch (error) {
      this.#fault = problemText(error as BackendError, this.#localize.messages);
    } finally {
      this.#isSaving = false;
      this.#host.requestUpdate();
    }
  }

  get #words() {
    return planWords(this.#localize.messages);
  }
}

const templateFormStyles = css`
  .popover.template-form {
    inline-size: 22em;
    padding: calc(var(--_space) * 3);
  }
  .template-form label {
    display: block;
    font-weight: 500;
    margin-block-end: var(--_space);
  }
  .template-buttons {
    display: flex;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 3);
  }
  @media (max-width: 29.99em) {
    .popover.template-form {
      inline-size: auto;
    }
  }
`;
