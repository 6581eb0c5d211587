// What the quick add does once somebody is in its field: what is understood becomes chips, what cannot be added is said,
// what was refused comes back. Loaded with the field's first focus.
import { quickAddWords } from '../localize/late-tools.ts';
import type { BackendError } from '@followthrough/core/backend';
import { html, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { alertIcon, eyeIcon } from '../icons/icons.ts';
import { problemText } from '../problem-text.ts';
import { adoptStyles } from './adopt-styles.ts';
import { avatarStyles } from './avatar.ts';
import type { Pickers } from './pickers.ts';
import type { PartHost } from './popover.ts';
import { quickAddChips } from './quick-add-chips.ts';
import {
  begunWith,
  BLANK,
  contextOf,
  draftOf,
  type Entry,
  FACETS,
  keyOf,
  nextEntry,
  type QuickAddDefaults,
  type QuickAddSpec,
  type ReadEntry,
  readingOf,
  saidOf,
} from './quick-add-entry.ts';
import { quickAddPanelStyles } from './quick-add-panel-styles.ts';
import { isTooLong, TEXT_LIMITS } from './text-limits.ts';
import { type Facet, titleOf, understandingOf } from './quick-add-understanding.ts';
import { contextWords } from '../localize/late-acts.ts';
import { type Waiting, waitingEntries } from './quick-add-waiting.ts';

type Fault = { about: 'title' | 'due' | 'refused'; text: string };

/** What the panel needs of the quick add around it. */
export interface QuickAddPanelSetting {
  localize: DateWords;
  pickers: Pickers;
  field: () => HTMLInputElement | null;
}

export class QuickAddPanel {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  readonly #pickers: Pickers;
  readonly #fieldOf: () => HTMLInputElement | null;
  #entry = BLANK;
  #fault: Fault | null = null;
  /** In the order in which they came. */
  #waiting: readonly Waiting[] = [];
  /** Backspace has pointed at the last chip; once more dismisses it. */
  #pointed: Facet | null = null;

  constructor(host: PartHost, { localize, pickers, field }: QuickAddPanelSetting) {
    this.#host = host;
    this.#localize = localize;
    this.#pickers = pickers;
    this.#fieldOf = field;
    adoptStyles(host, [quickAddPanelStyles, avatarStyles]);
  }

  /** What stands in the field. */
  get text(): string {
    return this.#entry.text;
  }

  /** Whether there is something to show though the field may have lost focus. */
  get isActive(): boolean {
    return this.text !== '' || this.#pickers.isOpen || this.#fault !== null || this.#waiting.length > 0;
  }

  /** Whether the title is what cannot be added. */
  get isTitleFaulty(): boolean {
    return this.#fault?.about === 'title';
  }

  /** Chips, button, and what is to be said. */
  render(spec: QuickAddSpec): TemplateResult {
    const { messages } = this.#localize;
    const read = this.#read(spec);
    const isPersonal = contextOf(spec, read).value.type === 'personal';
    return html`${quickAddChips({
        spec,
        read,
        localize: this.#localize,
        pickers: this.#pickers,
        pointed: this.#pointed,
        dueMissing: this.#fault?.about === 'due',
        pick: (facet, value, reset) => this.#pick(facet, value, reset),
        takeBack: (facet, phrase) => this.#takeBack(facet, phrase),
        turn: (assignee) => {
          spec.onTurn?.(assignee);
          this.#pick('assignee', undefined);
        },
      })}
      <button
        type="button"
        class="button primary quick-add-button"
        part="button button-primary"
        ?hidden=${this.text === ''}
        @click=${() => void this.submit(spec, false)}
      >
        ${quickAddWords(messages).add}
      </button>
      ${
        isPersonal && this.isActive
          ? html`<p class="quick-add-note">${eyeIcon()} ${contextWords(messages).personalNotice}</p>`
          : nothing
      }
      <p class="quick-add-problem ${this.#fault ? 'shown' : ''}" id="quick-add-problem" role="alert">
        ${this.#fault ? html`${alertIcon()} ${this.#fault.text}` : nothing}
      </p>
      ${waitingEntries(this.#waiting, messages, this)}`;
  }

  #read(spec: QuickAddSpec): ReadEntry {
    const entry = this.#entry;
    return {
      entry,
      understood: entry.text === '' ? {} : understandingOf(entry.text, readingOf(spec, entry, this.#localize)),
      standing: spec.standing,
    };
  }

  // ── changing it ───────────────────────────────────────────────────────────────────────────────

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
    this.#fieldOf()?.focus();
  }

  /** A chip's ×: typed words stay as part of the title, a picked value is unset. */
  #takeBack(facet: Facet, phrase: string | undefined): void {
    if (phrase === undefined) {
      const isPicked = this.#entry.picked[facet] !== undefined;
      if (!isPicked) this.#set({ without: new Set([...this.#entry.without, facet]) });
      this.#pick(facet, undefined);
    } else {
      this.#set({ dismissed: new Set([...this.#entry.dismissed, phrase]) });
      this.#fieldOf()?.focus();
    }
  }

  /** Lets go of one that waits. */
  readonly letGo = (one: Waiting): void => {
    this.#waiting = this.#waiting.filter((other) => other !== one);
    this.#host.requestUpdate();
    this.#fieldOf()?.focus();
  };

  /** Puts one that waits into the field again, with its reason; what stands there waits in its place. */
  readonly putBack = (one: Waiting): void => {
    const fault = this.#fault?.about === 'refused' ? this.#fault.text : null;
    const here = this.#isFree ? [] : [{ entry: this.#entry, why: fault }];
    this.#waiting = this.#waiting.flatMap((other) => (other === one ? here : [other]));
    this.#stand(one);
    this.#fieldOf()?.focus();
  };

  #stand({ entry, why }: Waiting): void {
    this.#set(entry);
    if (why !== null) this.#fault = { about: 'refused', text: why };
  }

  /** Whether the field holds no text that could be lost. */
  get #isFree(): boolean {
    return this.text.trim() === '';
  }

  /** Begins with what the host page gives. */
  begin(defaults: QuickAddDefaults): void {
    this.#set(begunWith(defaults, this.#entry));
  }

  /** Somebody typed. */
  input(text: string): void {
    this.#set({ text, dismissed: new Set([...this.#entry.dismissed].filter((phrase) => text.includes(phrase))) });
  }

  /** Somebody pressed a key in the field. */
  keyDown(event: KeyboardEvent, spec: QuickAddSpec): void {
    if (event.key === 'Enter' && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      void this.submit(spec, event.shiftKey);
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
    const field = this.#fieldOf();
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

  /** Adds what is said, or says why that cannot be. */
  async submit(spec: QuickAddSpec, openDetails: boolean): Promise<void> {
    const quickAdd = quickAddWords(this.#localize.messages);
    const read = this.#read(spec);
    const { entry } = read;
    const title = titleOf(entry.text, Object.values(read.understood));
    const context = contextOf(spec, read);
    if (title === '') return this.#refuse({ about: 'title', text: quickAdd.empty });
    if (isTooLong('title', title)) return this.#refuse({ about: 'title', text: quickAdd.tooLong(TEXT_LIMITS.title) });
    if (context.value.type === 'relationship' && saidOf('due', read) === undefined) {
      return this.#refuse({ about: 'due', text: quickAdd.dueMissing });
    }
    this.#set(nextEntry(keyOf(context)));
    this.#fieldOf()?.focus();
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
    this.#fieldOf()?.focus();
  }

  /** What was not added comes back: into the field where that is free, else beside it. */
  #comeBack(entry: Entry, why: string): void {
    if (this.#isFree) this.#stand({ entry, why });
    else this.#waiting = [...this.#waiting, { entry, why }];
    this.#host.requestUpdate();
  }
}
