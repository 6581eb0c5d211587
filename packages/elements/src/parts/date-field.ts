// A day in a form: a button that says it and opens the picker, where it can be typed too; and one that takes it away.
import { html, nothing, type TemplateResult } from 'lit';
import { type Day, parseDay } from '@followthrough/core/domain';
import type { Calendar, CivilDate } from '@followthrough/core/schema';
import type { DateWords } from '../dates/date-label.ts';
import { calendarIcon, closeIcon } from '../icons/icons.ts';
import { describedBy, fieldNotes, fieldTop, type FieldWords } from './form-field.ts';
import type { Pickers } from './pickers.ts';

export interface DateFieldSpec extends FieldWords {
  readonly date: CivilDate | null;
  readonly today: Day;
  readonly weekStart: number;
  readonly calendar: Calendar | undefined;
  /** Said while there is none. */
  readonly unset: string;
  /** The name of what takes the day away. */
  readonly clear: string;
  readonly onPick: (date: CivilDate | null) => void;
}

export function dateField(spec: DateFieldSpec, pickers: Pickers, { dates }: DateWords): TemplateResult {
  const { id, label, note, fault, state, date, today, weekStart, calendar, unset, clear, onPick } = spec;
  const open = (event: Event) =>
    void pickers.due(event.currentTarget as HTMLElement, {
      ...{ label, date, today, weekStart, calendar, clearable: true },
      onPick,
    });
  return html`<div class="field ${fault === undefined ? '' : 'faulty'}" part="field">
    ${fieldTop(
      state,
      html`<span class="field-label" part="label" id="${id}-label"
        >${label}${note === undefined ? nothing : html` <span class="meta">${note}</span>`}</span
      >`,
    )}
    <span class="field-row">
      <button
        type="button"
        class="button field-button ${date === null ? 'unset' : ''}"
        part="button"
        id=${id}
        aria-haspopup="dialog"
        aria-labelledby="${id}-label ${id}-day"
        aria-describedby=${describedBy(spec)}
        @click=${open}
      >
        ${calendarIcon()}<span id="${id}-day"
          >${date === null ? unset : html`<time datetime=${date}>${dates.full(parseDay(date))}</time>`}</span
        >
      </button>
      ${
        date === null
          ? nothing
          : html`<button
              type="button"
              class="icon-button"
              aria-label=${clear}
              @click=${(event: Event) => {
                // It goes with the day that it takes away; focus stays in the field.
                const field = (event.currentTarget as HTMLElement).parentElement;
                field?.querySelector<HTMLElement>('.field-button')?.focus();
                onPick(null);
              }}
            >
              ${closeIcon()}
            </button>`
      }
    </span>
    ${fieldNotes(spec)}
  </div>`;
}
