// What the widget shows in place of rows: that they are coming, that nothing is to do, that loading failed.
import { html, nothing, type TemplateResult } from 'lit';
import type { BackendError } from '@followthrough/core/backend';
import { lockIcon, refreshIcon } from '../icons/shown-icons.ts';
import { problemWords } from '../localize/late-acts.ts';
import type { Messages } from '../localize/messages.ts';
import { statusIcon } from '../parts/status-icon.ts';
import { isForbidden } from '../problem-kind.ts';
import { loadProblemText } from '../load-problem-text.ts';
import { widgetWords } from '../localize/late-widget.ts';

/** Rows still to come, in the height of rows. */
export function skeletonRows(count: number, messages: Messages): TemplateResult {
  return html`<div class="visually-hidden" role="status">${messages.state.loading}</div>
    ${Array.from(
      { length: count },
      () =>
        html`<div class="row skeleton-row" part="skeleton" aria-hidden="true">
          <span class="skeleton dot"></span
          ><span class="lines"><span class="skeleton"></span><span class="skeleton"></span></span>
        </div>`,
    )}`;
}

/** Nothing is open: good news. */
export function emptyNote(messages: Messages): TemplateResult {
  return html`<slot name="empty"
    ><div class="note" part="empty">
      ${statusIcon('done')}
      <p>${widgetWords(messages).allDone}</p>
    </div></slot
  >`;
}

/** Why there are no rows, and what can be done: a retry, or nothing where it was not allowed. */
export function failureNote(error: BackendError | null, messages: Messages, retry: () => void): TemplateResult {
  if (error && isForbidden(error)) {
    return html`<slot name="error"
      ><div class="note" part="error">
        ${lockIcon()}
        <p>${problemWords(messages).noAccess}</p>
      </div></slot
    >`;
  }
  const reference = error?.requestId;
  return html`<slot name="error"
    ><div class="note" part="error" role="alert">
      <p dir="auto">
        ${messages.problem.load} ${error ? loadProblemText(error, messages) : nothing}
        ${reference ? html`<span class="meta">${problemWords(messages).reference(reference)}</span>` : nothing}
      </p>
      ${error ? html`<button type="button" class="button" part="button" @click=${retry}>${refreshIcon()}${messages.problem.retry}</button>` : nothing}
    </div></slot
  >`;
}
