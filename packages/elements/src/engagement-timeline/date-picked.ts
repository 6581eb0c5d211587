// Picking a date of an item: a day, or so far before or after the engagement's start, with the day that it comes to.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { parseDay } from '@followthrough/core/domain';
import type { CivilDate, DateUnit } from '@followthrough/core/schema';
import type { DateWords } from '../dates/date-label.ts';
import { engagementFormWords } from '../localize/late-engagement-forms.ts';
import type { PickedDate } from './schedule-draft.ts';

export interface PickedDateSpec {
  /** Begins the ids in it. */
  readonly name: string;
  readonly legend: string;
  readonly modes: readonly { readonly mode: PickedDate['mode']; readonly label: string }[];
  readonly value: PickedDate;
  /** What is wrong, in words. */
  readonly fault: string | null;
  /** The day that it comes to. */
  readonly day: CivilDate | null;
  readonly hasStart: boolean;
  readonly localize: DateWords;
  readonly onChange: (value: PickedDate) => void;
}

const UNITS: readonly DateUnit[] = ['day', 'businessDay', 'week', 'month'];

export function pickedDateField(spec: PickedDateSpec): TemplateResult {
  const { name, legend, modes, value, fault, localize, onChange } = spec;
  const words = engagementFormWords(localize.messages);
  const describedBy = `${name}-fault`;
  return html`<fieldset class="field" part="field">
    <legend class="label">${legend}</legend>
    <div class="choices">
      ${modes.map(
        ({ mode, label }) =>
          html`<label class="choice"
            ><input
              type="radio"
              name=${name}
              value=${mode}
              .checked=${live(value.mode === mode)}
              @change=${() => onChange({ ...value, mode })}
            /><span>${label}</span></label
          >`,
      )}
    </div>
    ${
      value.mode === 'on'
        ? html`<input
            type="date"
            class="input date-input"
            part="input"
            min="1970-01-01"
            max="2199-12-31"
            aria-label="${legend}: ${words.date}"
            aria-invalid=${fault === null ? nothing : 'true'}
            aria-describedby=${describedBy}
            .value=${live(value.date)}
            @input=${(event: Event) => onChange({ ...value, date: (event.currentTarget as HTMLInputElement).value })}
          />`
        : value.mode === 'relative'
          ? relative(spec)
          : nothing
    }
    <p id=${describedBy} class="fault" role="alert">${fault ?? nothing}</p>
  </fieldset>`;
}

function relative({ name, legend, value, fault, day, hasStart, localize, onChange }: PickedDateSpec): TemplateResult {
  const words = engagementFormWords(localize.messages);
  const count = Number(value.amount) || 0;
  return html`<div class="relative">
      <input
        type="text"
        inputmode="numeric"
        class="input amount"
        part="input"
        autocomplete="off"
        aria-label="${legend}: ${words.amount}"
        aria-invalid=${fault === null ? nothing : 'true'}
        aria-describedby="${name}-fault ${name}-day"
        .value=${live(value.amount)}
        @input=${(event: Event) => onChange({ ...value, amount: (event.currentTarget as HTMLInputElement).value })}
      /><select
        class="input"
        part="input"
        aria-label="${legend}: ${words.unit}"
        @change=${(event: Event) =>
          onChange({ ...value, unit: (event.currentTarget as HTMLSelectElement).value as DateUnit })}
      >
        ${UNITS.map(
          (unit) => html`<option value=${unit} ?selected=${value.unit === unit}>${words.units[unit](count)}</option>`,
        )}</select
      ><select
        class="input"
        part="input"
        aria-label="${legend}: ${words.side}"
        @change=${(event: Event) =>
          onChange({ ...value, isBefore: (event.currentTarget as HTMLSelectElement).value === 'before' })}
      >
        <option value="after" ?selected=${!value.isBefore}>${words.after}</option>
        <option value="before" ?selected=${value.isBefore}>${words.before}</option>
      </select>
    </div>
    <p id="${name}-day" class="meta">
      ${day !== null ? words.comesTo(localize.dates.full(parseDay(day))) : hasStart ? nothing : words.noStart}
    </p>`;
}
