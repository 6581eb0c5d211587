// An invoicing method made on the spot: a name, a sum in a currency, and what it is billed by. What was typed stays whatever
// becomes of it. Its fields belong to a form of their own, so that Enter in them saves the method and nothing else.
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { BackendError } from '@followthrough/core/backend';
import type { BilledPer, InvoicingMethod, InvoicingMethodDraft } from '@followthrough/core/schema';
import { chevronDownIcon } from '../icons/shown-icons.ts';
import { describedBy, formField, segments, textField } from '../parts/form-field.ts';
import { isTooLong } from '../parts/text-limits.ts';
import { problemText } from '../problem-text.ts';
import type { MethodPart, SettingsScene } from './scene.ts';
import type { InvoicingSide } from './settings-events.ts';

/** The form that its fields belong to. */
const METHOD_FORM = 'settings-method';

const PERS: readonly BilledPer[] = ['session', 'hour', 'engagement'];

type Typed = Omit<InvoicingMethodDraft, 'id'>;
type Faults = Partial<Record<'name' | 'amount' | 'currency' | 'all', string>>;

export interface MethodFormSetting {
  readonly save: (draft: InvoicingMethodDraft) => Promise<InvoicingMethod>;
  readonly onSaved: (method: InvoicingMethod, side: InvoicingSide) => void;
  /** It was closed with nothing made. */
  readonly onCancel: (side: InvoicingSide) => void;
}

export class MethodForm implements MethodPart {
  readonly #host: LitElement;
  readonly #on: MethodFormSetting;
  #side: InvoicingSide | null = null;
  #typed: Typed;
  #faults: Faults = {};
  #isSaving = false;

  constructor(host: LitElement, on: MethodFormSetting) {
    this.#host = host;
    this.#on = on;
    this.#typed = { name: '', amount: '', currency: '', per: 'session' };
  }

  /** For which side it is open; null: it is not. */
  get side(): InvoicingSide | null {
    return this.#side;
  }

  /** @param currency proposed, where none was chosen yet */
  open(side: InvoicingSide, currency: string): void {
    this.#side = side;
    if (this.#typed.currency === '') this.#typed.currency = currency;
    this.#host.requestUpdate();
    this.#focus(`${METHOD_FORM}-name`);
  }

  close(): void {
    const side = this.#side;
    this.#side = null;
    this.#faults = {};
    this.#host.requestUpdate();
    if (side) this.#on.onCancel(side);
  }

  render(scene: SettingsScene): TemplateResult {
    const { words, setup } = scene;
    const typed = this.#typed;
    return html`<div class="method" part="method" role="group" aria-label=${words.method} @keydown=${this.#onKeyDown}>
      <p class="method-title">${words.method}</p>
      ${this.#text('name', words.methodName, words.methodNamePlaceholder)}
      <div class="method-sum">${this.#text('amount', words.amount, '120.50', 'decimal')} ${this.#currency(scene)}</div>
      ${segments({
        name: 'settings-method-per',
        label: words.perWhat,
        choices: PERS.map((per) => ({ value: per, label: words.perName[per] })),
        chosen: typed.per,
        form: METHOD_FORM,
        onChoose: (per) => this.#write({ per }),
      })}
      <p class="field-fault" role="alert">${this.#faults.all ?? nothing}</p>
      <p class="method-buttons">
        <button type="button" class="button" @click=${() => this.close()}>${setup.cancel}</button>
        <button
          type="submit"
          form=${METHOD_FORM}
          class="button primary"
          aria-disabled=${this.#isSaving ? 'true' : nothing}
        >
          ${this.#isSaving ? words.methodSaving : words.methodSave}
        </button>
      </p>
    </div>`;
  }

  /** The form that the fields belong to; it stands beside that of the settings. */
  form(scene: SettingsScene): TemplateResult {
    return html`<form
      id=${METHOD_FORM}
      novalidate
      hidden
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#save(scene);
      }}
    ></form>`;
  }

  #text(name: 'name' | 'amount', label: string, placeholder: string, inputMode?: 'decimal'): TemplateResult {
    return textField({
      id: `${METHOD_FORM}-${name}`,
      label,
      form: METHOD_FORM,
      inputMode,
      placeholder,
      fault: this.#faults[name],
      value: this.#typed[name],
      onInput: (value) => this.#write({ [name]: value }),
    });
  }

  #currency({ words, store, localize }: SettingsScene): TemplateResult {
    const id = `${METHOD_FORM}-currency`;
    const field = { id, label: words.currency, fault: this.#faults.currency };
    const names = new Intl.DisplayNames(localize.locale, { type: 'currency' });
    return formField(
      field,
      html`<span class="select"
        ><select
          class="input"
          part="input"
          id=${id}
          form=${METHOD_FORM}
          aria-invalid=${field.fault === undefined ? nothing : 'true'}
          aria-describedby=${describedBy(field)}
          @change=${(event: Event) => this.#write({ currency: (event.currentTarget as HTMLSelectElement).value })}
        >
          ${this.#typed.currency === '' ? html`<option value="" selected>${words.chooseMethod}</option>` : nothing}
          ${store.currencies.map(
            (code) =>
              html`<option value=${code} ?selected=${code === this.#typed.currency}>
                ${code} · ${names.of(code)}
              </option>`,
          )}</select
        >${chevronDownIcon()}</span
      >`,
    );
  }

  #write(part: Partial<Typed>): void {
    this.#typed = { ...this.#typed, ...part };
    const { all: _all, ...rest } = this.#faults;
    this.#faults = Object.fromEntries(Object.entries(rest).filter(([name]) => !(name in part)));
    this.#host.requestUpdate();
  }

  async #save(scene: SettingsScene): Promise<void> {
    const { words, localize, store } = scene;
    const side = this.#side;
    if (!side || this.#isSaving) return;
    const draft = draftOf(this.#typed);
    this.#faults = {
      ...(draft.name === '' && { name: words.nameMissing }),
      ...(isTooLong('name', draft.name) && { name: words.nameTooLong }),
      ...(!/^\d{1,9}(\.\d{1,4})?$/.test(draft.amount) && { amount: words.amountWrong }),
      ...(!store.currencies.includes(draft.currency) && { currency: words.currencyWrong }),
    };
    const wrong = Object.keys(this.#faults)[0];
    if (wrong !== undefined) {
      this.#host.requestUpdate();
      this.#focus(`${METHOD_FORM}-${wrong}`);
      return;
    }
    this.#isSaving = true;
    this.#host.requestUpdate();
    try {
      const method = await this.#on.save(draft);
      this.#side = null;
      this.#typed = { ...this.#typed, name: '', amount: '' };
      this.#on.onSaved(method, side);
    } catch (error) {
      this.#faults = faultsOf(error as BackendError, problemText(error as BackendError, localize.messages));
    } finally {
      this.#isSaving = false;
      this.#host.requestUpdate();
    }
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  };

  #focus(id: string): void {
    void this.#host.updateComplete.then(() => (this.#host.renderRoot as ShadowRoot).getElementById(id)?.focus());
  }
}

/** As it is written: a comma for the point where somebody's language has one. */
function draftOf({ name, amount, currency, per }: InvoicingMethodDraft): InvoicingMethodDraft {
  const sum = amount.replaceAll(/\s/gu, '');
  return { name: name.trim(), amount: sum.includes('.') ? sum : sum.replace(',', '.'), currency, per };
}

/** What the backend refused, at its fields; else over the buttons. */
function faultsOf({ errors }: BackendError, sentence: string): Faults {
  const faults: Faults = {};
  for (const { pointer, message } of errors) {
    const name = (['name', 'amount', 'currency'] as const).find((one) => pointer === `/${one}`);
    faults[name ?? 'all'] = message;
  }
  return errors.length > 0 ? faults : { all: sentence };
}
