// The keys of an element, shown by `?`: a dialog made when it is first asked for.
import { shortcutWords } from '../localize/late-tools.ts';
import { css, html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { closeIcon } from '../icons/icons.ts';
import { adoptStyles } from './popover.ts';
import { listWords } from '../localize/late-acts.ts';

/** A key, or several that do the same, and the name of what it does (of the group of words `shortcut`). */
export interface Shortcut {
  readonly keys: readonly string[];
  readonly command: string;
}

export class Shortcuts {
  readonly #host: LitElement;
  readonly #localize: DateWords;
  readonly #keys: readonly Shortcut[];
  readonly #onClose: () => void;
  #open = false;

  constructor(host: LitElement, options: { localize: DateWords; keys: readonly Shortcut[]; onClose: () => void }) {
    this.#host = host;
    this.#localize = options.localize;
    this.#keys = options.keys;
    this.#onClose = options.onClose;
    adoptStyles(host, [shortcutStyles]);
  }

  /** Shows the dialog. */
  async open(): Promise<void> {
    this.#open = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const dialog = this.#dialog;
    if (dialog && !dialog.open) dialog.showModal();
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#open) return nothing;
    const list = listWords(this.#localize.messages);
    const shortcut = shortcutWords(this.#localize.messages);
    return html`<dialog
      class="shortcuts"
      part="dialog"
      aria-labelledby="shortcuts-title"
      @close=${this.#closed}
      @click=${this.#backdrop}
      @keydown=${stop}
    >
      <div class="shortcuts-top">
        <h2 id="shortcuts-title">${list.shortcuts}</h2>
        <button type="button" class="icon-button" aria-label=${list.close} @click=${() => this.#dialog?.close()}>
          ${closeIcon()}
        </button>
      </div>
      <dl>
        ${this.#keys.map(
          ({ keys, command }) =>
            html`<div>
              <dt>${keys.map((key) => html`<kbd>${keyName(key)}</kbd>`)}</dt>
              <dd>${shortcut[command] ?? command}</dd>
            </div>`,
        )}
      </dl>
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector<HTMLDialogElement>('dialog.shortcuts');
  }

  readonly #closed = (): void => {
    this.#open = false;
    this.#host.requestUpdate();
    this.#onClose();
  };

  readonly #backdrop = (event: MouseEvent): void => {
    if (event.target === this.#dialog) this.#dialog?.close();
  };
}

const stop = (event: Event) => event.stopPropagation();

/** The key as this machine's keyboard calls it. */
function keyName(key: string): string {
  return /Mac|iP(hone|ad)/.test(navigator.platform) ? key.replace('Ctrl+', '⌘').replace('Shift+', '⇧') : key;
}

const shortcutStyles = css`
  .shortcuts {
    inline-size: min(34em, calc(100vw - 2em));
    max-block-size: calc(100vh - 4em);
    padding: calc(var(--_space) * 4) calc(var(--_space) * 5) calc(var(--_space) * 5);
    border: 0;
    border-radius: calc(var(--_radius) + 4px);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  .shortcuts::backdrop {
    background: rgb(0 0 0 / 0.32);
  }
  .shortcuts-top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-block-end: calc(var(--_space) * 3);
  }
  .shortcuts h2 {
    font-weight: 600;
    font-size: 1.071em;
  }
  .shortcuts dl {
    columns: 13em auto;
    column-gap: calc(var(--_space) * 8);
  }
  .shortcuts dl > div {
    display: flex;
    justify-content: space-between;
    flex-direction: row-reverse;
    gap: calc(var(--_space) * 3);
    min-block-size: 2em;
    align-items: center;
    break-inside: avoid;
  }
  .shortcuts dt {
    display: flex;
    gap: var(--_space);
  }
  kbd {
    min-inline-size: 1.75em;
    padding: 0 0.4em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
    font: inherit;
    font-size: var(--_meta);
    line-height: 1.6;
    text-align: center;
    color: var(--_text-muted);
  }
  @media (forced-colors: active) {
    .shortcuts {
      border: 1px solid CanvasText;
    }
  }
`;
