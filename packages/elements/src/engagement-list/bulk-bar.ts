// The bar for what is selected: how many, what is to be done with them, and Apply. It comes without taking the focus (Ctrl+.
// goes to it), with the first selected row or with "Bulk Action".
import type { EngagementBulkOperation } from '@followthrough/core/schema';
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { closeIcon } from '../icons/icons.ts';
import { chevronDownIcon } from '../icons/shown-icons.ts';
import { engagementBulkWords } from '../localize/late-engagement-bulk.ts';
import { Menu } from '../parts/menu.ts';
import type { PartOptions } from '../parts/popover.ts';
import { operationIcon, OPERATIONS, operationWords } from './bulk-words.ts';

/** What the bar shows and does. */
export interface BulkBarSpec {
  /** How many are selected; null where that is not known. */
  readonly selected: number | null;
  /** How many match and could be selected; null where all of them are, or that is not known. */
  readonly matching: number | null;
  readonly onSelectMatching: () => void;
  readonly onApply: (operation: EngagementBulkOperation, anchor: HTMLElement) => void;
  readonly onLeave: () => void;
}

export class BulkBar {
  readonly #host: LitElement;
  readonly #localize: DateWords;
  readonly #menu: Menu;
  #operation: EngagementBulkOperation | null = null;
  /** What is missing, once Apply was pressed without it. */
  #missing: string | null = null;
  #at = 0;

  constructor(host: LitElement, options: PartOptions) {
    this.#host = host;
    this.#localize = options.localize;
    this.#menu = new Menu(host, options);
  }

  /** Puts the focus on the bar; gives whether it is there. */
  focus(): boolean {
    const button = this.#buttons()[this.#at] ?? this.#buttons()[0];
    button?.focus();
    return button !== undefined;
  }

  render(spec: BulkBarSpec): TemplateResult {
    const words = engagementBulkWords(this.#localize.messages);
    const { selected, matching } = spec;
    const operation = this.#operation;
    if (selected !== 0 && operation !== null) this.#missing = null;
    const chosen = operation === null ? words.choose : operationWords(operation, this.#localize.messages).name;
    const stop = (at: number) => (at === this.#at ? '0' : '-1');
    return html`<div class="bulk" part="bulk-bar">
        ${this.#missing === null ? nothing : html`<p class="bulk-missing danger-text" role="alert">${this.#missing}</p>`}
        <div
          class="bulk-row"
          role="toolbar"
          aria-label=${words.label}
          @keydown=${this.#onKey}
          @focusin=${this.#onFocus}
        >
          <span class="bulk-count"
            >${selected === null ? words.allSelected : selected === 0 ? words.hint : words.selected(selected)}</span
          >
          ${
            matching === null
              ? nothing
              : html`<button
                  type="button"
                  class="button link bulk-all"
                  tabindex=${stop(0)}
                  @click=${spec.onSelectMatching}
                >
                  ${words.selectMatching(matching)}
                </button>`
          }
          <span class="bulk-gap"></span>
          <button
            type="button"
            class="button bulk-choose"
            part="bulk-choose"
            tabindex=${stop(matching === null ? 0 : 1)}
            aria-haspopup="menu"
            aria-expanded="false"
            aria-label=${operation === null ? words.choose : `${words.choose}: ${chosen}`}
            @click=${this.#choose}
          >
            ${operation === null ? nothing : operationIcon(operation)}<span class="ellipsis">${chosen}</span>
            ${chevronDownIcon()}
          </button>
          <button
            type="button"
            class="button primary bulk-apply"
            part="bulk-apply button-primary"
            tabindex=${stop(matching === null ? 1 : 2)}
            @click=${(event: Event) => this.#apply(spec, event.currentTarget as HTMLElement)}
          >
            ${words.apply}
          </button>
          <button
            type="button"
            class="bulk-button clear"
            tabindex=${stop(matching === null ? 2 : 3)}
            aria-label=${selected === 0 ? words.leave : words.clear}
            title=${selected === 0 ? words.leave : words.clear}
            @click=${spec.onLeave}
          >
            ${closeIcon()}
          </button>
        </div>
      </div>
      ${this.#menu.render()}`;
  }

  /** Nothing is chosen any more. */
  reset(): void {
    this.#operation = null;
    this.#missing = null;
    this.#at = 0;
  }

  readonly #choose = (event: Event): void => {
    const { messages } = this.#localize;
    const words = engagementBulkWords(messages);
    this.#menu.open(event.currentTarget as HTMLElement, {
      label: words.choose,
      items: () =>
        OPERATIONS.map((operation) => ({
          label: operationWords(operation, messages).name,
          icon: operationIcon(operation),
          kind: 'radio',
          checked: operation === this.#operation,
          danger: operation === 'delete',
          separated: operation === 'addItem' || operation === 'delete',
          onPick: () => {
            this.#operation = operation;
            this.#missing = null;
            this.#host.requestUpdate();
          },
        })),
    });
  };

  #apply(spec: BulkBarSpec, anchor: HTMLElement): void {
    const words = engagementBulkWords(this.#localize.messages);
    if (spec.selected === 0) this.#missing = words.tickFirst;
    else if (this.#operation === null) this.#missing = words.chooseFirst;
    else {
      this.#missing = null;
      spec.onApply(this.#operation, anchor);
    }
    this.#host.requestUpdate();
  }

  readonly #onFocus = (event: FocusEvent): void => {
    const at = this.#buttons().indexOf(event.target as HTMLElement);
    if (at < 0 || at === this.#at) return;
    this.#at = at;
    this.#host.requestUpdate();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const buttons = this.#buttons();
    const forward = (event.currentTarget as Element).matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
    const back = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
    const to = { [forward]: this.#at + 1, [back]: this.#at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    buttons[Math.max(0, Math.min(buttons.length - 1, to))]?.focus();
  };

  #buttons(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.bulk-row button')];
  }
}
