// What waits beside the quick add's field: refused while something else was typed already, or laid aside for what was put
// back into the field. Each is told with its text, and is put back or let go.
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { quickAddWords, toastWords } from '../localize/late-tools.ts';
import type { Messages } from '../localize/messages.ts';
import type { Entry } from './quick-add-entry.ts';

/** One that waits. */
export interface Waiting {
  readonly entry: Entry;
  /** Why it was refused; null where it never was. */
  readonly why: string | null;
}

/** What can be done with one. */
export interface WaitingCommands {
  readonly putBack: (one: Waiting) => void;
  readonly letGo: (one: Waiting) => void;
}

/** All that wait, in their order. */
export function waitingEntries(
  waiting: readonly Waiting[],
  messages: Messages,
  commands: WaitingCommands,
): TemplateResult {
  const quickAdd = quickAddWords(messages);
  const line = (one: Waiting, at: number) => {
    const { entry, why } = one;
    const id = `quick-add-waiting-${at}`;
    const button = (label: string, look: string, run: (one: Waiting) => void) =>
      html`<button type="button" class="button ${look}" aria-describedby=${id} @click=${() => run(one)}>
        ${label}
      </button>`;
    return html`<div class="quick-add-returned ${why === null ? 'aside' : ''}" role=${why === null ? 'group' : 'alert'}>
      <span id=${id}>${why === null ? quickAdd.aside(entry.text) : quickAdd.returned(entry.text, why)}</span>
      ${button(quickAdd.putBack, '', commands.putBack)} ${button(toastWords(messages).dismiss, 'quiet', commands.letGo)}
    </div>`;
  };
  return html`${repeat(waiting, ({ entry }) => entry, line)}`;
}
