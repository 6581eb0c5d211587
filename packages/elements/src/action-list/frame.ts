// What a list draws from the first moment: its heading, room for the filters, and grey bars where rows will be; or, where
// nothing could be loaded, what to do. All else is in list-body.ts, which a page gets beside the actions themselves.
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../localize/messages.ts';
import type { Phase } from './phase.ts';

/**
 * The line with the heading, and below it what the list is filtered by; between them counts, where there are any. Until the
 * filters are there, their room is kept: `places` says whether one of them asks for the place, so that they take more.
 */
export function heading(
  label: string,
  level: number,
  phase: Phase,
  places: boolean,
  filters: unknown = nothing,
  counts: unknown = nothing,
): TemplateResult {
  const bare = phase === 'nothingYet' || phase === 'forbidden';
  const room = bare ? 'bare' : `${filters === nothing ? 'waiting' : ''} ${places ? 'chips' : ''}`;
  return html`<div class="top" part="header">
      <slot name="header"><div class="heading" part="title" role="heading" aria-level=${level}>${label}</div></slot>
      <slot name="toolbar-end"></slot>
    </div>
    ${counts}
    <div class="toolbar ${room}" part="toolbar">
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

/** The list could not be loaded; `details` say more where it was not its code that could not. */
export function failed(messages: Messages, onRetry: () => void, details: unknown = nothing): TemplateResult {
  return html`<div class="nothing" part="error" role="alert">
    <p class="nothing-title">${messages.problem.load}</p>
    ${details} ${button(messages.problem.retry, onRetry)}
  </div>`;
}

/** The one thing to do where there are no rows. */
export function button(label: string, run: () => void): TemplateResult {
  return html`<button type="button" class="button" part="button" @click=${run}>${label}</button>`;
}
