// What stands in place of a plan: grey bars while it loads, and what to do where it could not be.
import type { BackendError } from '@followthrough/core/backend';
import { html, nothing, type TemplateResult } from 'lit';
import { planWords } from '../localize/late-plan.ts';
import { problemWords } from '../localize/late-acts.ts';
import type { Messages } from '../localize/messages.ts';
import { loadProblemText } from '../load-problem-text.ts';
import type { PlanPhase } from './plan-controller.ts';

/** Rows of the skeleton: a section with its first actions, twice. */
const SKELETON = ['section', 'action', 'action', 'action', 'section', 'action', 'action'] as const;

/** Grey bars where the rows will be; shown only once loading takes noticeably long. */
export function planSkeleton(messages: Messages): TemplateResult {
  return html`<div class="skeletons" part="skeleton" role="status" aria-label=${messages.state.loading}>
    ${SKELETON.map((kind) =>
      kind === 'section'
        ? html`<div class="skeleton-row">
            <span class="skeleton name"></span><span class="skeleton meta-line"></span>
          </div>`
        : html`<div class="skeleton-row">
            <span class="skeleton dot"></span><span class="skeleton line"></span
            ><span class="skeleton meta-line"></span>
          </div>`,
    )}
  </div>`;
}

/** The plan could not be loaded. */
export function planFailure(
  phase: PlanPhase,
  error: BackendError | null,
  messages: Messages,
  onRetry: () => void,
): TemplateResult {
  const isGone = phase === 'gone';
  const title = isGone
    ? planWords(messages).noRoom
    : phase === 'forbidden'
      ? problemWords(messages).noAccess
      : messages.problem.load;
  return html`<div class="nothing" part="error" role="alert">
    <slot name="error"
      ><p class="nothing-title">${title}</p>
      ${isGone || error === null ? nothing : html`<p class="muted">${loadProblemText(error, messages)}</p>`}
      ${error?.requestId === undefined ? nothing : html`<p class="meta">${problemWords(messages).reference(error.requestId)}</p>`}</slot
    >
    ${
      phase === 'error'
        ? html`<button type="button" class="button" part="button" @click=${onRetry}>${messages.problem.retry}</button>`
        : nothing
    }
  </div>`;
}
