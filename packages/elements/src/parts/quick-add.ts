// Adding an action by one line of typing. What is understood (a date, @somebody, #a relationship) becomes a chip that
// can be dismissed; text is never silently taken, and survives every failure. Enter adds and stays, Shift+Enter adds and
// opens the details, Escape clears.
import type { BackendError } from '@followthrough/core/backend';
import { html, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { alertIcon, eyeIcon, plusIcon } from '../icons/icons.ts';
import { problemText } from '../problem-text.ts';
import type { Pickers } from './pickers.ts';
import type { PartHost, PartOptions } from './popover.ts';
import { quickAddChips } from './quick-add-chips.ts';
import {
  BLANK,
  contextOf,
  draftOf,
  type Entry,
  FACETS,
  keyOf,
  nextEntry,
  type QuickAddSpec,
  type ReadEntry,
  readingOf,
  saidOf,
} from './quick-add-entry.ts';
import type * as reader from './quick-add-understanding.ts';
import type { Facet } from './quick-add-understanding.ts';

export type { QuickAddContext, QuickAddSpec } from './quick-add-entry.ts';
export { quickAddStyles } from './quick-add-styles.ts';

const TITLE_MAX = 500;

type Reader = typeof reader;
type Fault = { about: 'title' | 'due' | 'refused'; text: string };

export class QuickAdd {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  readonly #pickers: Pickers;
  #entry = BLANK;
  #fault: Fault | null = null;
  /** Refused while something else was typed already. */
  #returned: { entry: Entry; why: string } | null = null;
  /** Backspace has pointed at the last chip; once more dismisses it. */
  #pointed: Facet | null = null;
  /** What reads dates and names: it comes with the first focus. */
  #reader: Reader | null = null;

  constructor(host: PartHost, options: PartOptions & { pickers: Pickers }) {
    this.#host = host;
    this.#localize = options.localize;
    this.#pickers = options.pickers;
  }

  /** Puts focus into the field. */
  focus(): void {
    this.#field?.focus();
  }

  /** The text that has not been added, for a host that must not lose it. */
  get text(): string {
    return this.#entry.text;
  }

  render(spec: QuickAddSpec): TemplateResult {
    const { messages } = this.#localize;
    const { quickAdd } = messages;
    const read = this.#read(spec);
    const active = this.#entry.text !== '' || this.#pickers.isOpen || this.#fault || this.#returned;
    const personal = contextOf(spec, read).value.type === 'personal';
    return html`<div
      class="quick-add ${spec.compact ? 'compact' : ''} ${active ? 'active' : ''}"
      part="quick-add"
      role="group"
      aria-label=${quickAdd.label}
      @focusin=${this.#load}
    >
      <div class="quick-add-line">
        <span class="quick-add-plus">${plusIcon()}</span>
        <input
          type="text"
          class="quick-add-field"
          part="input quick-add-field"
          aria-label=${quickAdd.label}
          aria-describedby="quick-add-hint quick-add-problem"
          aria-invalid=${this.#fault?.about === 'title' ? 'true' : nothing}
          autocomplete="off"
          enterkeyhint="done"
          placeholder=${quickAdd.placeholder}
          .value=${this.#entry.text}
          @input=${this.#onInput}
          @keydown=${(event: KeyboardEvent) => this.#onKeyDown(event, spec)}
        />
        <span class="visually-hidden" id="quick-add-hint">${quickAdd.hint}</span>
      </div>
      ${quickAddChips({
        spec,
        read,
        localize: this.#localize,
        pickers: this.#pickers,
        pointed: this.#pointed,
        dueMissing: this.#fault?.about === 'due',
        pick: (facet, value, reset) => this.#pick(facet, value, reset),
        takeBack: (facet, phrase) => this.#takeBack(facet, phrase),
      })}
      <button
        type="button"
        class="button primary quick-add-button"
        part="button button-primary"
        ?hidden=${this.#entry.text === ''}
        @click=${() => void this.#submit(spec, false)}
      >
        ${quickAdd.add}
      </button>
      ${
        personal && active
          ? html`<p class="quick-add-note">${eyeIcon()} ${messages.context.personalNotice}</p>`
          : nothing
      }
      <p class="quick-add-problem ${this.#fault ? 'shown' : ''}" id="quick-add-problem" role="alert">
        ${this.#fault ? html`${alertIcon()} ${this.#fault.text}` : nothing}
      </p>
      ${this.#returned ? this.#returnedEntry(this.#returned) : nothing}
    </div>`;
  }

  #returnedEntry({ entry, why }: { entry: Entry; why: string }): TemplateResult {
    const { quickAdd, toast } = this.#localize.messages;
    return html`<div class="quick-add-returned" role="alert">
      <span>${quickAdd.returned(entry.text, why)}</span>
      <button type="button" class="button" @click=${() => this.#putBack(entry)}>${quickAdd.putBack}</button>
      <button type="button" class="button quiet" @click=${() => this.#letGo()}>${toast.dismiss}</button>
    </div>`;
  }

  #read(spec: QuickAddSpec): ReadEntry {
    const entry = this.#entry;
    if (!this.#reader || entry.text === '') return { entry, understood: {} };
    return { entry, understood: this.#reader.understandingOf(entry.text, readingOf(spec, entry, this.#localize)) };
  }

  // ── changing it ───────────────────────────────────────────────────────────────────────────────

  get #field(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>('.quick-add-field');
  }

  #set(entry: Partial<Entry>): void {
    this.#entry = { ...this.#entry, ...entry };
    this.#pointed = null;
    this.#fault = null;
    this.#host.requestUpdate();
  }

  #pick(facet: Facet, value: string | undefined, reset: readonly Facet[] = []): void {
    const picked: { [F in Facet]?: string } = { ...this.#entry.picked };
    for (const other of reset) delete picked[other];
    if (value === undefined) delete picked[facet];
    else picked[facet] = value;
    this.#set({ picked });
    this.focus();
  }

  /** A chip's ×: typed words stay as part of the title, a picked value is unset. */
  #takeBack(facet: Facet, phrase: string | undefined): void {
    if (phrase === undefined) this.#pick(facet, undefined);
    else {
      this.#set({ dismissed: new Set([...this.#entry.dismissed, phrase]) });
      this.focus();
    }
  }

  #letGo(): void {
    this.#returned = null;
    this.#host.requestUpdate();
    this.focus();
  }

  #putBack(entry: Entry): void {
    this.#returned = null;
    this.#set(entry);
    this.focus();
  }

  readonly #load = (): void => {
    if (this.#reader) return;
    void this.#learn();
  };

  async #learn(): Promise<Reader> {
    this.#reader ??= await import('./quick-add-understanding.ts');
    this.#host.requestUpdate();
    return this.#reader;
  }

  readonly #onInput = (event: InputEvent): void => {
    const text = (event.currentTarget as HTMLInputElement).value;
    this.#set({ text, dismissed: new Set([...this.#entry.dismissed].filter((phrase) => text.includes(phrase))) });
  };

  #onKeyDown(event: KeyboardEvent, spec: QuickAddSpec): void {
    // While an input method composes, its keys are its own (229 where a browser does not say so).
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      void this.#submit(spec, event.shiftKey);
    } else if (event.key === 'Escape' && (this.#entry.text !== '' || this.#fault)) {
      event.preventDefault();
      event.stopPropagation();
      this.#set(nextEntry(this.#entry.picked.context));
    } else if (event.key === 'Backspace' && this.#pointAtChip(spec)) event.preventDefault();
    else if (event.key !== 'Shift' && this.#pointed) {
      this.#pointed = null;
      this.#host.requestUpdate();
    }
  }

  /** Backspace right after a phrase that became a chip points at the chip, then dismisses it. */
  #pointAtChip(spec: QuickAddSpec): boolean {
    const field = this.#field;
    const { text } = this.#entry;
    if (!field || field.selectionStart !== text.length || field.selectionEnd !== text.length) return false;
    const { understood } = this.#read(spec);
    const end = text.trimEnd().length;
    const facet = FACETS.find((one) => understood[one]?.end === end);
    if (!facet) return false;
    if (this.#pointed === facet) this.#takeBack(facet, understood[facet]?.phrase);
    else {
      this.#pointed = facet;
      this.#host.requestUpdate();
    }
    return true;
  }

  // ── adding ────────────────────────────────────────────────────────────────────────────────────

  async #submit(spec: QuickAddSpec, openDetails: boolean): Promise<void> {
    const { quickAdd } = this.#localize.messages;
    const { titleOf } = await this.#learn();
    const read = this.#read(spec);
    const { entry } = read;
    const title = titleOf(entry.text, Object.values(read.understood));
    const context = contextOf(spec, read);
    if (title === '') return this.#refuse({ about: 'title', text: quickAdd.empty });
    if ([...title].length > TITLE_MAX) return this.#refuse({ about: 'title', text: quickAdd.tooLong(TITLE_MAX) });
    if (context.value.type === 'relationship' && saidOf('due', read) === undefined) {
      return this.#refuse({ about: 'due', text: quickAdd.dueMissing });
    }
    this.#set(nextEntry(keyOf(context)));
    this.focus();
    try {
      const made = await spec.onSubmit(draftOf(spec, read, title), { openDetails });
      if (made === null) this.#comeBack(entry, quickAdd.notAdded);
    } catch (error) {
      this.#comeBack(entry, problemText(error as BackendError, this.#localize.messages));
    }
  }

  #refuse(fault: Fault): void {
    this.#fault = fault;
    this.#host.requestUpdate();
    this.focus();
  }

  /** What was not added comes back: into the field where that is free, else beside it. */
  #comeBack(entry: Entry, why: string): void {
    if (this.#entry.text === '') {
      this.#set(entry);
      this.#fault = { about: 'refused', text: why };
    } else this.#returned = { entry, why };
    this.#host.requestUpdate();
  }
}
