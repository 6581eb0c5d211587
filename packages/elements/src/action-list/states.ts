// What a list shows where it has no rows: three kinds of empty, and the explanation that somebody has
// no access; over rows that are kept, a banner. A sentence, one thing to do, no clip-art.
import { html, nothing, type TemplateResult } from 'lit';
import { listWords, problemWords } from '../localize/late-acts.ts';
import type { Messages } from '../localize/messages.ts';
import { button } from './frame.ts';
import type { Emptiness } from './phase.ts';

/** What the empty states offer. */
export interface EmptySpec {
  readonly messages: Messages;
  /** Begins a new action; null where none can be made here. */
  readonly onAdd: (() => void) | null;
  readonly onClear: () => void;
  readonly onShowCompleted: () => void;
}

/** An empty list, by the reason. */
export function empty(why: Emptiness, { messages, onAdd, onClear, onShowCompleted }: EmptySpec): TemplateResult {
  const list = listWords(messages);
  switch (why) {
    case 'nothingYet':
      return panel(list.nothingYet, onAdd && list.nothingYetHint, onAdd && button(list.addFirst, onAdd));
    case 'filteredOut':
      return panel(list.filteredOut, null, button(list.clearFilters, onClear));
    case 'caughtUp':
      return panel(list.caughtUp, list.caughtUpHint, button(list.showCompleted, onShowCompleted));
  }
}

/** Somebody who may not see these actions: an explanation, and nothing to try again. */
export function forbidden(messages: Messages): TemplateResult {
  return panel(problemWords(messages).noAccess, null, null);
}

/** A quiet line over rows that are kept: they may be stale, or changes wait to be sent. */
export function banner(
  texts: readonly string[],
  action: { label: string; run: () => void } | null,
  tone: 'offline' | 'problem',
): TemplateResult {
  return html`<div class="banner ${tone}" part="banner" role="status">
    <span dir="auto">${texts.join(' ')}</span
    >${action === null ? nothing : html`<button type="button" class="button link" part="button" @click=${action.run}>${action.label}</button>`}
  </div>`;
}

function panel(title: string, hint: string | null, action: TemplateResult | null): TemplateResult {
  return html`<div class="nothing" part="empty">
    <p class="nothing-title">${title}</p>
    ${hint === null ? nothing : html`<p class="muted">${hint}</p>`} ${action ?? nothing}
  </div>`;
}
