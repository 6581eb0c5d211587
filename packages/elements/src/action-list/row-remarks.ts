// What a row says beside what it shows: why something is withheld, and that a change could not be saved. It comes with the
// tools: an action is seen before anybody asks why it cannot be changed.
import type { Permission } from '@followthrough/core/schema';
import type { Failure } from '@followthrough/core/stores';
import { html, type TemplateResult } from 'lit';
import { listWords } from '../localize/late-acts.ts';
import type { Messages } from '../localize/messages.ts';
import { reasonOf } from '../load-problem-text.ts';
import { problemText } from '../problem-text.ts';

function failedMark(failure: Failure, messages: Messages): TemplateResult {
  return html`<button
    class="retry"
    part="retry"
    data-column="retry"
    tabindex="-1"
    title=${problemText(failure.error, messages)}
    @click=${() => failure.retry()}
  >
    ${listWords(messages).notSaved} <span class="retry-word">${messages.problem.retry}</span>
  </button>`;
}

/** Hands on to rows what they say once this is there. */
export const rowRemarks = {
  reasonOf: (permission: Permission, messages: Messages) => reasonOf(permission, messages) ?? '',
  failedMark,
};

export type RowRemarks = typeof rowRemarks;
