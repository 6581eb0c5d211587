// What stands in place of an engagement or over it: grey bars while it loads, what to do where it could not be, that it is a
// draft, that the server does not answer, that there is nothing in it.
import type { BackendError } from '@followthrough/core/backend';
import { html, nothing, type TemplateResult } from 'lit';
import { cloudOffIcon } from '../icons/shown-icons.ts';
import { pencilIcon } from '../icons/icons.ts';
import { engagementWords } from '../localize/late-engagement.ts';
import type { Messages } from '../localize/messages.ts';
import { loadProblemText } from '../load-problem-text.ts';
import type { EngagementPhase } from './engagement-controller.ts';
import { listWords, problemWords, stateWords } from '../localize/late-acts.ts';

/** Grey bars where head and items will be; shown only once loading takes noticeably long. */
export function timelineSkeleton(messages: Messages): TemplateResult {
  return html`<div class="skeletons" part="skeleton" role="status" aria-label=${engagementWords(messages).loading}>
    <div class="skeleton-head"><span class="skeleton name"></span><span class="skeleton line"></span></div>
    ${[0, 1, 2, 3].map(
      () =>
        html`<div class="skeleton-item">
          <span class="skeleton dot"></span
          ><span class="skeleton-lines"
            ><span class="skeleton line"></span><span class="skeleton facts-line"></span
          ></span>
        </div>`,
    )}
  </div>`;
}

/** The engagement could not be loaded. */
export function timelineFailure(
  phase: EngagementPhase,
  error: BackendError | null,
  messages: Messages,
  onRetry: () => void,
): TemplateResult {
  const words = engagementWords(messages);
  const title = phase === 'gone' ? words.gone : phase === 'forbidden' ? words.noAccess : words.load;
  return html`<div class="nothing" part="error" role="alert">
    <slot name="error"
      ><p class="nothing-title">${title}</p>
      ${phase === 'gone' || error === null ? nothing : html`<p class="muted">${loadProblemText(error, messages)}</p>`}
      ${
        error?.requestId === undefined
          ? nothing
          : html`<p class="meta">${problemWords(messages).reference(error.requestId)}</p>`
      }</slot
    >
    ${
      phase === 'error'
        ? html`<button type="button" class="button" part="button" @click=${onRetry}>${messages.problem.retry}</button>`
        : nothing
    }
  </div>`;
}

/** What there is to do about a draft, and what comes of it, for those who may. */
export interface Activation {
  /** Who will see it and who is told, in a sentence or two. */
  readonly note: string;
  readonly onActivate: () => void;
}

/** Nothing can be scheduled while it is a draft. */
export function draftBanner(messages: Messages, activation: Activation | null): TemplateResult {
  const words = engagementWords(messages);
  return html`<div class="banner draft" part="banner">
    <span id="draft-reason">${pencilIcon()}<span>${words.draftBanner}</span></span>
    ${
      activation === null
        ? nothing
        : html`<button
              type="button"
              class="button activate"
              part="button"
              aria-describedby="activate-note"
              @click=${activation.onActivate}
            >
              ${words.activate}
            </button>
            <span id="activate-note" class="activate-note">${activation.note}</span>`
    }
  </div>`;
}

/** The server does not answer, or what is shown could not be loaded again. */
export function standingBanner(
  { offline, waiting, stale }: { offline: boolean; waiting: number; stale: boolean },
  messages: Messages,
  onRetry: () => void,
): TemplateResult | typeof nothing {
  if (!offline && waiting === 0 && !stale) return nothing;
  const text = offline
    ? stateWords(messages).offline
    : waiting > 0
      ? problemWords(messages).noAnswer
      : listWords(messages).stale;
  const count = waiting > 0 ? ` · ${stateWords(messages).waiting(waiting)}` : '';
  return html`<div class="banner" part="banner" role="status">
    <span>${cloudOffIcon()}<span>${text}${count}</span></span>
    <button type="button" class="button" part="button" @click=${onRetry}>${messages.problem.retry}</button>
  </div>`;
}

/** There is nothing in it. */
export function emptyTimeline(messages: Messages, mayAdd: boolean): TemplateResult {
  const words = engagementWords(messages);
  return html`<div class="nothing" part="empty">
    <slot name="empty"
      ><p class="nothing-title">${words.empty}</p>
      <p class="muted">${mayAdd ? words.emptyText : words.emptyReader}</p></slot
    >
  </div>`;
}
