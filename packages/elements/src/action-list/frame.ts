// What a list draws from the first moment: its heading, room for the filters, and grey bars where rows will be; or, where
// nothing could be loaded, what to do. All else is in list-body.ts, which a page gets beside the actions themselves.
import type { BackendError } from '@followthrough/core/backend';
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../localize/messages.ts';
import { loadProblemText } from '../problem-text.ts';

/** Why a list is empty. */
export type Emptiness = 'nothingYet' | 'filteredOut' | 'caughtUp';

/** How a list stands as a whole. */
export type Phase = 'loading' | 'error' | 'forbidden' | 'rows' | Emptiness;

/** The line with the heading, and below it what the list is filtered by; between them counts, where there are any. */
export function heading(
  label: string,
  level: number,
  phase: Phase,
  filters: unknown,
  counts: unknown = nothing,
): TemplateResult {
  return html`<div class="top" part="header">
      <slot name="header"><div class="heading" part="title" role="heading" aria-level=${level}>${label}</div></slot>
      <slot name="toolbar-end"></slot>
    </div>
    ${counts}
    <div class="toolbar ${phase === 'nothingYet' || phase === 'forbidden' ? 'bare' : ''}" part="toolbar">
      <slot name="toolbar-start"></slot>
      ${filters}
    </div>`;
}

/** Rows of the skeleton: what a person's open list usually has. */
const SKELETON_ROWS = 5;

/** Grey bars where the rows will be, of their height; shown only once loading takes noticeably long. */
export function skeleton(messages: Messages): TemplateResult {
  return html`<div class="skeletons" part="skeleton" role="status" aria-label=${messages.state.loading}>
    ${Array.from({ length: SKELETON_ROWS }, () => html`<div class="skeleton-row"><span class="skeleton dot"></span><span class="skeleton line"></span><span class="skeleton meta-line"></span></div>`)}
  </div>`;
}

/** The list could not be loaded; `error` is null where it was its code that could not. */
export function failed(error: BackendError | null, messages: Messages, onRetry: () => void): TemplateResult {
  return html`<div class="nothing" part="error" role="alert">
    <p class="nothing-title">${messages.problem.load}</p>
    ${error === null ? nothing : html`<p class="muted">${loadProblemText(error, messages)}</p>`}
    ${error?.requestId === undefined ? nothing : html`<p class="meta">${messages.problem.reference(error.requestId)}</p>`}
    ${button(messages.problem.retry, onRetry)}
  </div>`;
}

/** The one thing to do where there are no rows. */
export function button(label: string, run: () => void): TemplateResult {
  return html`<button type="button" class="button" part="button" @click=${run}>${label}</button>`;
}
