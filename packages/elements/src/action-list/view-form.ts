// Asks under which name what a list shows is to be kept. Enter saves, Escape closes. Where it cannot be saved, the form
// says why and keeps what was typed.
import { BackendError } from '@followthrough/core/backend';
import { html, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { viewsWords } from '../localize/late-views.ts';
import { problemWords } from '../localize/late-acts.ts';
import type { Messages } from '../localize/messages.ts';
import { type PartHost, type PartOptions, Popover } from '../parts/popover.ts';
import { problemText } from '../problem-text.ts';

/** What the form begins with and does. */
export interface ViewFormSpec {
  readonly name: string;
  /** Saves under the name; gives whether it was saved, and rejects with the reason where it could not be. */
  readonly save: (name: string) => Promise<boolean>;
  /** Called in place of the form's own words where it was closed before saving failed. */
  readonly onLost: (name: string, reason: string) => void;
}

/** The most characters of a name. */
const LONGEST = 100;

/** The form opened once. */
interface Asking {
  readonly spec: ViewFormSpec;
  saving: boolean;
  fault: string;
}

export class ViewForm {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  readonly #popover: Popover;
  #asking: Asking | null = null;

  constructor(host: PartHost, options: PartOptions) {
    this.#host = host;
    this.#localize = options.localize;
    this.#popover = new Popover(host, options);
  }

  /** Opens beside `anchor`. */
  open(anchor: HTMLElement, spec: ViewFormSpec): void {
    const asking: Asking = { spec, saving: false, fault: '' };
    this.#popover.open(anchor, {
      role: 'dialog',
      name: 'view-form',
      label: viewsWords(this.#localize.messages).form,
      content: () => this.#content(asking),
      initialFocus: () => 'input',
      onClose: () => (this.#asking = null),
    });
    this.#asking = asking;
  }

  render(): TemplateResult | typeof nothing {
    return this.#popover.render();
  }

  #content(asking: Asking): TemplateResult {
    const words = viewsWords(this.#localize.messages);
    const { fault, saving, spec } = asking;
    return html`<form novalidate aria-busy=${saving} @submit=${(event: SubmitEvent) => this.#submit(event, asking)}>
      <label for="view-name">${words.name}</label>
      <input
        class="input"
        part="input"
        id="view-name"
        type="text"
        autocomplete="off"
        dir="auto"
        maxlength=${LONGEST}
        ?readonly=${saving}
        .defaultValue=${spec.name}
        aria-invalid=${fault === '' ? nothing : 'true'}
        aria-describedby="view-fault"
      />
      <p class="danger-text" id="view-fault" role="alert">${fault === '' ? nothing : html`<bdi>${fault}</bdi>`}</p>
      <button class="button primary" part="button-primary" aria-disabled=${saving ? 'true' : nothing}>
        ${saving ? words.saving : words.save}
      </button>
    </form>`;
  }

  #submit(event: SubmitEvent, asking: Asking): void {
    event.preventDefault();
    if (asking.saving) return;
    const field = (event.currentTarget as HTMLFormElement).querySelector('input');
    const name = field?.value.trim() ?? '';
    if (name === '') {
      asking.fault = viewsWords(this.#localize.messages).nameEmpty;
      field?.focus();
      this.#host.requestUpdate();
    } else void this.#save(asking, name);
  }

  async #save(asking: Asking, name: string): Promise<void> {
    asking.saving = true;
    asking.fault = '';
    this.#host.requestUpdate();
    try {
      const saved = await asking.spec.save(name);
      if (saved && this.#asking === asking) this.#popover.close();
    } catch (error) {
      const reason = reasonOf(error, this.#localize.messages);
      if (this.#asking === asking) asking.fault = reason;
      else asking.spec.onLost(name, reason);
    } finally {
      asking.saving = false;
      this.#host.requestUpdate();
    }
  }
}

/** Why the host page could not keep a view: its own words where it has some, else what kind of failure it was. */
export function reasonOf(error: unknown, messages: Messages): string {
  if (error instanceof BackendError) return problemText(error, messages);
  if (typeof error === 'string' && error !== '') return error;
  // What the engine throws is said to programmers.
  const isOwn = error instanceof Error && !(error instanceof TypeError || error instanceof DOMException);
  return isOwn && error.message !== '' ? error.message : problemWords(messages).other;
}
