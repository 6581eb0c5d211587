// The fields of a form: a label over its control, help and what is wrong with it under it, both told with the control; a
// switch; and above a form what is wrong with it as a whole, each line leading to its field.
import { html, nothing, type TemplateResult } from 'lit';
import { alertIcon } from '../icons/icons.ts';

/** A field's words. */
export interface FieldWords {
  /** Of its control; help and fault take theirs from it. */
  readonly id: string;
  readonly label: string;
  /** A quiet word after the label. */
  readonly note?: string | undefined;
  readonly help?: string | undefined;
  readonly fault?: string | undefined;
  /** How it stands, beside its label and not of it: saved, not saved. Undefined where that is not told. */
  readonly state?: TemplateResult | typeof nothing | undefined;
}

/** What a control says it is told by: the ids of its help and its fault. */
export function describedBy({ id, help, fault }: Omit<FieldWords, 'label'>): string | typeof nothing {
  const ids = [help === undefined ? null : `${id}-help`, fault === undefined ? null : `${id}-fault`];
  return ids.filter(Boolean).join(' ') || nothing;
}

/** A label, a control, its help and its fault. */
export function formField(words: FieldWords, control: unknown): TemplateResult {
  const { id, label, note, fault, state } = words;
  return html`<div class="field ${fault === undefined ? '' : 'faulty'}" part="field">
    ${fieldTop(
      state,
      html`<label class="field-label" part="label" for=${id} id="${id}-label"
        >${label}${note === undefined ? nothing : html` <span class="meta">${note}</span>`}</label
      >`,
    )}
    ${control} ${fieldNotes(words)}
  </div>`;
}

/** A field's label, with how the field stands beside it. */
export function fieldTop(state: FieldWords['state'], label: TemplateResult): TemplateResult {
  return state === undefined ? label : html`<span class="field-top">${label}${state}</span>`;
}

/** Help and fault of a field, as its control names them. */
export function fieldNotes({ id, help, fault }: Pick<FieldWords, 'id' | 'help' | 'fault'>): TemplateResult {
  return html`${help === undefined ? nothing : html`<p class="field-help" part="help" id="${id}-help">${help}</p>`}
  ${
    fault === undefined
      ? nothing
      : html`<p class="field-fault" part="error" id="${id}-fault">${alertIcon()}<span>${fault}</span></p>`
  }`;
}

export interface TextFieldSpec extends FieldWords {
  readonly value: string;
  readonly placeholder?: string | undefined;
  readonly multiline?: boolean | undefined;
  /** The id of the form it belongs to, where that is not the one around it. */
  readonly form?: string | undefined;
  readonly inputMode?: 'decimal' | undefined;
  readonly onInput: (value: string) => void;
}

/** A line, or lines, of text. */
export function textField(spec: TextFieldSpec): TemplateResult {
  const { id, value, placeholder, multiline = false, form, inputMode, fault, onInput } = spec;
  const told = describedBy(spec);
  const input = (event: InputEvent) => onInput((event.currentTarget as HTMLInputElement).value);
  return formField(
    spec,
    multiline
      ? html`<textarea
          class="input"
          part="input"
          dir="auto"
          rows="4"
          id=${id}
          aria-invalid=${fault === undefined ? nothing : 'true'}
          aria-describedby=${told}
          placeholder=${placeholder ?? nothing}
          .value=${value}
          @input=${input}
        ></textarea>`
      : html`<input
          type="text"
          class="input"
          part="input"
          dir="auto"
          id=${id}
          form=${form ?? nothing}
          inputmode=${inputMode ?? nothing}
          autocomplete="off"
          aria-invalid=${fault === undefined ? nothing : 'true'}
          aria-describedby=${told}
          placeholder=${placeholder ?? nothing}
          .value=${value}
          @input=${input}
        />`,
  );
}

export interface SwitchSpec extends FieldWords {
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}

/** Something that is on or off. */
export function switchField(spec: SwitchSpec): TemplateResult {
  const { id, label, on, state, onSwitch } = spec;
  return html`<div class="field switch-field" part="field">
    ${fieldTop(
      state,
      html`<span class="switch-line"
        ><button
          type="button"
          role="switch"
          class="switch"
          id=${id}
          aria-checked=${on}
          aria-labelledby="${id}-label"
          aria-describedby=${describedBy(spec)}
          @click=${() => onSwitch(!on)}
        ></button
        ><label class="switch-label" part="label" for=${id} id="${id}-label">${label}</label></span
      >`,
    )}
    ${fieldNotes(spec)}
  </div>`;
}

export interface SegmentsSpec<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly chosen: T;
  readonly form?: string | undefined;
  readonly onChoose: (value: T) => void;
}

/** One of a few, side by side. */
export function segments<T extends string>(spec: SegmentsSpec<T>): TemplateResult {
  const { name, label, choices, chosen, form, onChoose } = spec;
  return html`<fieldset class="segments">
    <legend class="field-label">${label}</legend>
    <div class="segments-row">
      ${choices.map(
        (choice) =>
          html`<label class="segment ${choice.value === chosen ? 'chosen' : ''}"
            ><input
              type="radio"
              class="visually-hidden"
              name=${name}
              form=${form ?? nothing}
              value=${choice.value}
              .checked=${choice.value === chosen}
              @change=${() => onChoose(choice.value)}
            /><span>${choice.label}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}

/** What is wrong with a form, and where. */
export interface SummaryLine {
  readonly text: string;
  /** Goes to the field. */
  readonly go: () => void;
}

/** What is wrong with a form, over it; it gets focus when somebody tried to go on. */
export function errorSummary(title: string, lines: readonly SummaryLine[]): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<div class="error-summary" part="error-summary" role="alert" tabindex="-1">
    <p class="error-summary-title">${alertIcon()}<span>${title}</span></p>
    <ul>
      ${lines.map(
        ({ text, go }) =>
          html`<li>
            <a
              href="#"
              @click=${(event: Event) => {
                event.preventDefault();
                go();
              }}
              >${text}</a
            >
          </li>`,
      )}
    </ul>
  </div>`;
}
