// The cell of a title while it is edited: a field over its text, and what was wrong with what was typed.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { actionWords } from '../localize/late-acts.ts';
import type { Messages } from '../localize/messages.ts';

/** A title while it is edited: what is typed, and what was wrong with it. */
export interface EditedTitle {
  readonly text: string;
  readonly fault: string | null;
  /** Draws its cell: the code of it comes with what begins the editing. */
  readonly cell: (edited: EditedTitle, messages: Messages) => TemplateResult;
}

/** The cell's template. */
export function editCell({ text, fault }: EditedTitle, messages: Messages): TemplateResult {
  return html`<div role="gridcell" class="cell title">
    <input
      class="title-input"
      part="input"
      data-column="title"
      aria-label=${actionWords(messages).title}
      aria-invalid=${fault === null ? nothing : 'true'}
      aria-describedby=${fault === null ? nothing : 'title-fault'}
      autocomplete="off"
      enterkeyhint="done"
      dir="auto"
      .value=${live(text)}
    />
    ${fault === null ? nothing : html`<span class="fault" id="title-fault" role="alert" title=${fault}>${fault}</span>`}
  </div>`;
}
