// Finding one or several of many by name, where the backend looks them up: an editable combobox over its list, what is chosen
// as chips before it. Focus stays in the field; the list's current choice is named by aria-activedescendant. Enter without a
// current choice is left to the form around it.
import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../announce.ts';
import { searchIcon } from '../icons/icons.ts';
import type { PartHost } from './popover.ts';
import { chosenChips, searchList, type SearchChoice, type SearchFieldSpec } from './search-list.ts';

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
      ${chosenChips(spec, this.#showsAll, { remove: (choice) => this.#remove(choice), showAll: this.#showAll })}
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

  #list(id: string, spec: SearchFieldSpec): TemplateResult {
    const now = { id, idOf: (index: number) => this.#idOf(index), at: this.#at, query: this.#query };
    return searchList(spec, now, { pick: (choice) => this.#pick(choice), scroll: this.#onScroll });
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
