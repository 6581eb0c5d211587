// What an agenda says in place of rows, or over them: that it is coming, that there is nothing, that it could not be had,
// that changes wait, and how actions are carried forward.
import type { BackendError } from '@followthrough/core/backend';
import { html, nothing, type TemplateResult } from 'lit';
import { cloudOffIcon, lockIcon, refreshIcon } from '../icons/shown-icons.ts';
import { meetingWords } from '../localize/late-meeting.ts';
import type { Messages } from '../localize/messages.ts';
import { loadProblemText } from '../load-problem-text.ts';
import type { Standing } from './agenda-controller.ts';
import type { AgendaReading } from './agenda-reading.ts';
import { listWords, problemWords, stateWords } from '../localize/late-acts.ts';

/** Rows still to come, about as high as they will be. */
export function agendaSkeleton(messages: Messages): TemplateResult {
  const rows = (count: number) =>
    Array.from(
      { length: count },
      () =>
        html`<div class="skeleton-row" part="skeleton">
          <span class="skeleton dot"></span><span class="skeleton line"></span><span class="skeleton meta-line"></span>
        </div>`,
    );
  return html`<div class="skeletons" role="status" aria-label=${messages.state.loading}>
    <div class="skeleton-head" aria-hidden="true"><span class="skeleton"></span><span class="skeleton"></span></div>
    <div aria-hidden="true">${rows(3)}</div>
    <div class="skeleton-gap" aria-hidden="true"></div>
    <div aria-hidden="true">${rows(2)}</div>
  </div>`;
}

/** Why there is no agenda to show. */
export function agendaProblem(
  standing: Exclude<Standing, 'loading' | 'ready'>,
  error: BackendError | null,
  messages: Messages,
  retry: () => void,
): TemplateResult {
  const meeting = meetingWords(messages);
  switch (standing) {
    case 'none':
      return html`<slot name="empty"
        ><div class="nothing" part="empty">
          <p class="nothing-title">${meeting.noMeeting}</p>
          <p class="muted">${meeting.noMeetingHint}</p>
        </div></slot
      >`;
    case 'forbidden':
    case 'gone':
      return html`<slot name="error"
        ><div class="nothing" part="error">
          ${lockIcon()}
          <p class="nothing-title">${standing === 'gone' ? meeting.notFound : meeting.noAccess}</p>
        </div></slot
      >`;
    case 'error':
      return html`<slot name="error"
        ><div class="nothing" part="error" role="alert">
          <p class="nothing-title">${meeting.load}</p>
          <p class="muted" dir="auto">
            ${error ? loadProblemText(error, messages) : stateWords(messages).noWorkspace}
            ${error?.requestId ? problemWords(messages).reference(error.requestId) : nothing}
          </p>
          ${error ? html`<button type="button" class="button" part="button" @click=${retry}>${refreshIcon()}${messages.problem.retry}</button>` : nothing}
        </div></slot
      >`;
  }
}

/** An agenda on which nothing stands: what to do about it, by the part of the meeting's life. */
export function emptyAgenda({ agenda, phase }: AgendaReading, messages: Messages): TemplateResult {
  const words = meetingWords(messages);
  const [title, hint] = agenda.past
    ? [words.emptyPast, null]
    : phase === 'run'
      ? [words.emptyRun, words.emptyRunHint]
      : [words.emptyPrepare, words.emptyPrepareHint];
  return html`<slot name="empty"
    ><div class="nothing" part="empty">
      <p class="nothing-title">${title}</p>
      ${hint === null ? nothing : html`<p class="muted">${hint}</p>`}
    </div></slot
  >`;
}

/** That there is no network, how many changes wait for it, or that this may not be the latest. */
export function agendaBanner(
  { offline, waiting, error }: { offline: boolean; waiting: number; error: BackendError | null },
  messages: Messages,
  retry: () => void,
): TemplateResult | typeof nothing {
  const [state, list] = [stateWords(messages), listWords(messages)];
  if (!offline && waiting === 0 && error === null) return nothing;
  const away = [offline ? state.offline : '', waiting > 0 ? state.waiting(waiting) : ''].filter(Boolean);
  const text = away.length > 0 ? away.join(' · ') : list.stale;
  return html`<div class="banner" part="banner" role="status">
    <span class="banner-text">${away.length > 0 ? cloudOffIcon() : nothing}<span>${text}</span></span>
    ${away.length > 0 ? nothing : html`<button type="button" class="button link" part="button" @click=${retry}>${messages.problem.retry}</button>`}
  </div>`;
}

/** How actions are carried forward, said once. */
export function carryForwardNote(messages: Messages, understood: () => void): TemplateResult {
  const words = meetingWords(messages);
  return html`<div class="explanation" part="explanation" role="note">
    <p>${words.explanation}</p>
    <button type="button" class="button" part="button" @click=${understood}>${words.understood}</button>
  </div>`;
}
