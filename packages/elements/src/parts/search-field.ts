// Finding one or several of many by name, where the backend looks them up: an editable combobox over its list, what is chosen
// as chips before it. Focus stays in the field; the list's current choice is named by aria-activedescendant. Enter without a
// current choice is left to the form around it.
import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../announce.ts';
import { checkIcon, closeIcon, searchIcon } from '../icons/icons.ts';
import type { PartHost } from './popover.ts';

/** One that can be chosen, or is. */
export interface SearchChoice {
  readonly value: string;
  readonly label: string;
  /** Quiet words after the label. */
  readonly description?: string | undefined;
  readonly icon?: TemplateResult | undefined;
  /** Chosen, and not known any more. */
  readonly unknown?: boolean | undefined;
}

interface SearchFieldWords {
  readonly label: string;
  readonly placeholder: string;
  readonly chosen: string;
  readonly remove: (name: string) => string;
  readonly removed: (name: string) => string;
  readonly added: (name: string) => string;
  readonly showAll: (count: number) => string;
  readonly more: string;
  readonly searching: string;
  readonly failed: string;
  readonly retry: string;
  readonly none: (query: string) => string;
  readonly found: (count: number) => string;
}

export interface SearchFieldSpec {
  readonly words: SearchFieldWords;
  readonly multiple: boolean;
  /** `open`: its list always shows; `closed`: while somebody looks for one. */
  readonly list: 'open' | 'closed';
  readonly chosen: readonly SearchChoice[];
  /** What was found for the words typed, in order. */
  readonly choices: readonly SearchChoice[];
  readonly status: 'loading' | 'ready' | 'error';
  readonly hasMore: boolean;
  readonly describedBy: string | typeof nothing;
  readonly invalid: boolean;
  readonly onSearch: (query: string) => void;
  readonly onMore: () => void;
  readonly onRetry: () => void;
  readonly onChange: (values: readonly string[]) => void;
}

/** Chips shown before somebody asks for all. */
const CHIPS = 12;
const PAGE = 8;

export class SearchField {
  readonly #host: PartHost;
  /** The id of the field; a beginning for the ids in it. */
  readonly id: string;
  #spec: SearchFieldSpec | null = null;
  #query = '';
  #at = -1;
  #isOpen = false;
  #showsAll = false;
  /** Enter was pressed on words that are still looked for: the first found is taken. */
  #awaited = false;

  constructor(host: PartHost, id: string) {
    this.#host = host;
    this.id = id;
  }

  /** Whether Escape or Enter is the list's, and not the form's. */
  get isBusy(): boolean {
    return this.#query !== '' || this.#at >= 0 || (this.#isOpen && this.#spec?.list === 'closed');
  }

  render(spec: SearchFieldSpec): TemplateResult {
    this.#spec = spec;
    if (this.#awaited && spec.status !== 'loading') void this.#host.updateComplete.then(this.#pickAwaited);
    const { words, describedBy, invalid } = spec;
    const shows = this.#shows;
    const list = `${this.id}-list`;
    return html`<div class="search ${spec.list}" @focusout=${this.#onFocusOut}>
      ${this.#chips(spec)}
      <div class="search-box">
        ${searchIcon()}
        <input
          type="text"
          class="input search-input"
          part="input"
          role="combobox"
          id=${this.id}
          aria-labelledby="${this.id}-label"
          aria-expanded=${shows}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls=${shows ? list : nothing}
          aria-activedescendant=${shows && spec.choices[this.#at] ? this.#idOf(this.#at) : nothing}
          aria-describedby=${describedBy}
          aria-invalid=${invalid ? 'true' : nothing}
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          placeholder=${words.placeholder}
          .value=${this.#query}
          @input=${this.#onInput}
          @keydown=${this.#onKeyDown}
          @focus=${this.#onFocus}
          @click=${this.#open}
        />
        ${shows ? this.#list(list, spec) : nothing}
      </div>
    </div>`;
  }

  get #shows(): boolean {
    return this.#spec?.list === 'open' || this.#isOpen;
  }

  #chips({ words, chosen }: SearchFieldSpec): TemplateResult | typeof nothing {
    if (chosen.length === 0) return nothing;
    const shown = this.#showsAll ? chosen : chosen.slice(0, CHIPS);
    return html`<ul class="chips" aria-label=${words.chosen}>
      ${shown.map(
        (choice) =>
          html`<li class="chip ${choice.unknown ? 'unknown' : ''}" part="chip">
            ${choice.icon ?? nothing}<span class="chip-label" dir="auto" title=${choice.label}>${choice.label}</span>
            <button
              type="button"
              class="chip-remove"
              part="chip-remove"
              data-value=${choice.value}
              aria-label=${words.remove(choice.label)}
              @click=${() => this.#remove(choice)}
              @keydown=${(event: KeyboardEvent) => {
                if (event.key !== 'Delete' && event.key !== 'Backspace') return;
                event.preventDefault();
                this.#remove(choice);
              }}
            >
              ${closeIcon()}
            </button>
          </li>`,
      )}
      ${
        shown.length < chosen.length
          ? html`<li>
              <button type="button" class="button quiet chips-all" @click=${this.#showAll}>
                ${words.showAll(chosen.length)}
              </button>
            </li>`
          : nothing
      }
    </ul>`;
  }

  #list(id: string, spec: SearchFieldSpec): TemplateResult {
    const { words, choices, status, multiple, hasMore } = spec;
    const chosen = new Set(spec.chosen.map(({ value }) => value));
    return html`<div class="search-list" @pointerdown=${keepFocus} @scroll=${this.#onScroll}>
      <div
        class="search-options"
        id=${id}
        role="listbox"
        aria-label=${words.label}
        aria-multiselectable=${multiple ? 'true' : nothing}
        aria-busy=${status === 'loading' ? 'true' : nothing}
      >
        ${choices.map((choice, index) => {
          const isChosen = chosen.has(choice.value);
          return html`<button
            type="button"
            tabindex="-1"
            class="search-option ${index === this.#at ? 'current' : ''}"
            part="choice"
            role="option"
            id=${this.#idOf(index)}
            aria-selected=${isChosen}
            @click=${() => this.#pick(choice)}
          >
            ${choice.icon ?? nothing}<span class="search-label" dir="auto">${choice.label}</span>
            ${choice.description ? html`<span class="search-description" dir="auto">${choice.description}</span>` : nothing}
            <span class="search-check">${isChosen ? checkIcon() : nothing}</span>
          </button>`;
        })}
      </div>
      ${
        status === 'error'
          ? html`<p class="search-note" role="alert">
              <span class="danger-text">${words.failed}</span>
              <button type="button" class="button" @click=${spec.onRetry}>${words.retry}</button>
            </p>`
          : status === 'loading' && choices.length === 0
            ? html`<div class="search-waiting" role="status" aria-label=${words.searching}>
                ${[0, 1, 2].map(() => html`<span class="search-skeleton"><span class="skeleton dot"></span><span class="skeleton line"></span></span>`)}
              </div>`
            : choices.length === 0
              ? html`<p class="search-note">${words.none(this.#query)}</p>`
              : hasMore
                ? html`<button type="button" class="button quiet search-more" @click=${spec.onMore}>
                    ${words.more}
                  </button>`
                : nothing
      }
      <span class="visually-hidden" role="status"
        >${this.#query === '' || status !== 'ready' ? '' : words.found(choices.length)}</span
      >
    </div>`;
  }

  #idOf(index: number): string {
    return `${this.id}-${index}`;
  }

  #pick(choice: SearchChoice): void {
    const spec = this.#spec;
    if (!spec) return;
    const values = spec.chosen.map(({ value }) => value);
    const isChosen = values.includes(choice.value);
    if (isChosen && spec.multiple) {
      this.#remove(choice);
      return;
    }
    this.#query = '';
    this.#at = -1;
    this.#isOpen = false;
    spec.onSearch('');
    if (!isChosen) {
      spec.onChange(spec.multiple ? [...values, choice.value] : [choice.value]);
      announce(spec.words.added(choice.label));
    }
    this.#host.requestUpdate();
  }

  /** Focus goes to the next chip, or to the field: never nowhere. */
  #remove(choice: SearchChoice): void {
    const spec = this.#spec;
    if (!spec) return;
    const values = spec.chosen.map(({ value }) => value);
    const at = values.indexOf(choice.value);
    const root = this.#host.renderRoot as ShadowRoot;
    const fromChip = root.activeElement?.classList.contains('chip-remove') ?? false;
    spec.onChange(values.filter((value) => value !== choice.value));
    announce(spec.words.removed(choice.label));
    if (!fromChip) return;
    const next = values[at + 1] ?? values[at - 1];
    void this.#host.updateComplete.then(() => {
      const chip = root.querySelector<HTMLElement>(`.chip-remove[data-value="${CSS.escape(next ?? '')}"]`);
      (chip ?? root.getElementById(this.id))?.focus();
    });
  }

  readonly #showAll = (): void => {
    this.#showsAll = true;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => (this.#host.renderRoot as ShadowRoot).getElementById(this.id)?.focus());
  };

  #go(index: number): void {
    this.#at = index;
    this.#isOpen = true;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      (this.#host.renderRoot as ShadowRoot).getElementById(this.#idOf(index))?.scrollIntoView({ block: 'nearest' }),
    );
    if (this.#spec?.hasMore && index >= this.#spec.choices.length - 1) this.#spec.onMore();
  }

  readonly #open = (): void => {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#spec?.onSearch(this.#query);
    this.#host.requestUpdate();
  };

  readonly #onFocus = (): void => {
    if (this.#spec?.list === 'open') this.#spec.onSearch(this.#query);
  };

  readonly #onFocusOut = (event: FocusEvent): void => {
    if ((event.currentTarget as Element).contains(event.relatedTarget as Node | null)) return;
    // A field that goes while it has focus loses it in the midst of a drawing: another is asked for only where it shows.
    const changes = this.#at >= 0 || (this.#isOpen && this.#spec?.list === 'closed');
    this.#isOpen = false;
    this.#at = -1;
    this.#awaited = false;
    if (changes) this.#host.requestUpdate();
  };

  readonly #onScroll = (event: Event): void => {
    const list = event.currentTarget as HTMLElement;
    if (this.#spec?.hasMore && list.scrollTop + list.clientHeight > list.scrollHeight - 40) this.#spec.onMore();
  };

  readonly #onInput = (event: InputEvent): void => {
    this.#query = (event.currentTarget as HTMLInputElement).value;
    this.#isOpen = true;
    this.#awaited = false;
    this.#at = this.#query.trim() === '' ? -1 : 0;
    this.#spec?.onSearch(this.#query);
    this.#host.requestUpdate();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const spec = this.#spec;
    if (!spec || event.isComposing || event.ctrlKey || event.metaKey) return;
    if (this.#take(event, spec)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  /** Takes a key of the field's; gives whether it was one. */
  #take({ key, altKey }: KeyboardEvent, spec: SearchFieldSpec): boolean {
    const last = spec.choices.length - 1;
    switch (key) {
      case 'ArrowDown':
        if (altKey || last < 0) this.#open();
        else this.#go(this.#at >= last ? 0 : this.#at + 1);
        return true;
      case 'ArrowUp':
        if (altKey) return this.#close();
        if (last >= 0) this.#go(this.#at <= 0 ? last : this.#at - 1);
        return true;
      case 'PageDown':
        if (last >= 0) this.#go(Math.min(last, Math.max(0, this.#at) + PAGE));
        return true;
      case 'PageUp':
        if (last >= 0) this.#go(Math.max(0, this.#at - PAGE));
        return true;
      case 'Enter':
        return this.#enter(spec);
      case 'Escape':
        return this.#close();
      case 'Backspace':
        return this.#removeLast(spec);
      default:
        return false;
    }
  }

  #enter(spec: SearchFieldSpec): boolean {
    const isTyped = this.#query.trim() !== '';
    if (isTyped && spec.status === 'loading') {
      this.#awaited = true;
      return true;
    }
    const choice = this.#shows ? spec.choices[this.#at] : undefined;
    if (choice) this.#pick(choice);
    // Words that found nothing do not send the form on.
    return choice !== undefined || isTyped;
  }

  readonly #pickAwaited = (): void => {
    const spec = this.#spec;
    if (!this.#awaited || !spec || spec.status === 'loading') return;
    this.#awaited = false;
    const choice = spec.choices[Math.max(0, this.#at)];
    if (spec.status === 'ready' && choice) this.#pick(choice);
  };

  #close(): boolean {
    if (!this.isBusy) return false;
    this.#awaited = false;
    this.#isOpen = false;
    this.#at = -1;
    if (this.#query !== '') {
      this.#query = '';
      this.#spec?.onSearch('');
    }
    this.#host.requestUpdate();
    return true;
  }

  #removeLast(spec: SearchFieldSpec): boolean {
    const last = spec.chosen.at(-1);
    if (this.#query !== '' || !last) return false;
    this.#remove(last);
    return true;
  }
}

/** A press on the list leaves focus in the field. */
function keepFocus(event: Event): void {
  if (!(event.target as Element).closest('button:not([role])')) event.preventDefault();
}
