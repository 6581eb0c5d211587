// What a list says over its rows and where it has none: that it may not be the latest, that nothing is there, that loading
// failed. It comes with the tools; until then grey bars stand where it will.
import type { BackendError } from '@followthrough/core/backend';
import type { ActionFilter } from '@followthrough/core/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { listWords, problemWords, stateWords } from '../localize/late-acts.ts';
import type { Messages } from '../localize/messages.ts';
import { loadProblemText } from '../load-problem-text.ts';
import { failed } from './frame.ts';
import type { ListState } from './list-state.ts';
import type { Emptiness, Phase } from './phase.ts';
import { beginningOf } from './scope.ts';
import { banner, empty, type EmptySpec, forbidden } from './states.ts';

/** What is said of, and what can be done about it. */
export interface NotesOn {
  readonly state: ListState;
  readonly localize: { readonly messages: Messages };
  readonly refresh: () => void;
  readonly openCreate: () => void;
  readonly setFilter: (filter: ActionFilter) => void;
  /** What is said where there is nothing to show, in place of the list's own words. */
  readonly empty: ((why: Emptiness, spec: EmptySpec) => TemplateResult) | undefined;
}

/** Lines over the rows. */
export function banners({ state, localize, refresh }: NotesOn, phase: Phase): TemplateResult {
  const { messages } = localize;
  const { workspace } = state;
  const waiting = workspace?.$unsent.get() ?? 0;
  const offline = workspace?.$online.get() === false && phase !== 'error';
  const stale = phase === 'rows' && state.error !== null && !offline;
  return html`${offline || waiting > 0 ? banner(offlineWords(offline, waiting, messages), null, 'offline') : nothing}
  ${stale ? banner([messages.problem.load, listWords(messages).stale], { label: messages.problem.retry, run: refresh }, 'problem') : nothing}`;
}

/** Changes that were made without a network wait until the last of them was taken, and are told of until then. */
function offlineWords(offline: boolean, waiting: number, messages: Messages): readonly string[] {
  const state = stateWords(messages);
  const words = offline ? [state.offline] : [];
  return waiting === 0 ? words : [...words, ...(offline ? ['·'] : []), state.waiting(waiting)];
}

/** What is said where there are no rows, nor any to come. */
export function withoutRows(
  { state, localize, refresh, openCreate, setFilter, empty: own }: NotesOn,
  phase: Exclude<Phase, 'rows' | 'loading'>,
  canAdd: boolean,
): TemplateResult {
  const { messages } = localize;
  const { error } = state;
  switch (phase) {
    case 'forbidden':
      return forbidden(messages);
    case 'error':
      return html`<slot name="error">${error ? failed(messages, refresh, details(error, messages)) : nothing}</slot>`;
    default:
      return html`<slot name="empty"
        >${(own ?? empty)(phase, {
          messages,
          onAdd: canAdd ? openCreate : null,
          onClear: () => setFilter({}),
          onShowCompleted: () => setFilter({ ...beginningOf(state.scope), status: ['done', 'doneLate', 'notDone'] }),
        })}</slot
      >`;
  }
}

function details(error: BackendError, messages: Messages): TemplateResult {
  return html`<p class="muted">${loadProblemText(error, messages)}</p>
    ${error.requestId === undefined ? nothing : html`<p class="meta">${problemWords(messages).reference(error.requestId)}</p>`}`;
}
