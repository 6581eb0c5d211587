// Adding an action by one line of typing. What is understood (a date, @somebody, #a relationship) becomes a chip that
// can be dismissed; text is never silently taken, and survives every failure. Enter adds and stays, Shift+Enter adds and
// opens the details, Escape clears.
import { assignedTo, type Day, fixedDate, parseDay } from '@followthrough/core/domain';
import { type BackendError } from '@followthrough/core/backend';
import type { ActionDraft, Calendar, CivilDate, Id, Person } from '@followthrough/core/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { type DateWords, dayText } from '../dates/date-label.ts';
import { alertIcon, calendarIcon, closeIcon, eyeIcon, plusIcon, relationshipIcon, userIcon } from '../icons/icons.ts';
import { problemText } from '../problem-text.ts';
import { avatar } from './avatar.ts';
import type { Pickers } from './pickers.ts';
import type { PartHost, PartOptions } from './popover.ts';
import type { Facet, Understanding } from './quick-add-understanding.ts';

export { quickAddStyles } from './quick-add-styles.ts';

/** Where a new action can go. */
export interface QuickAddContext {
  value: { type: 'personal' } | { type: 'relationship'; relationshipId: Id; meetingId?: Id };
  label: string;
  description?: string | undefined;
  /** Whom an action there can be assigned to: manager and report, or the owner alone. */
  parties: readonly Person[];
  /** Who gets it where the viewer is none of the parties. */
  reportId?: Id | undefined;
  /** Today on its clock. */
  today: Day;
}

export interface QuickAddSpec {
  /** Where actions can go; the first one is taken until another is chosen. Never empty, but with `fixedContext`. */
  contexts: readonly QuickAddContext[];
  /** The one place that new actions go: no choice is shown. */
  fixedContext?: QuickAddContext | undefined;
  me: Id | null;
  weekStart?: number | undefined;
  calendar?: Calendar | undefined;
  /** Always the narrow layout: the chips stand under the field, once it has focus or text. */
  compact?: boolean | undefined;
  /** Makes the action. Where it rejects, or gives null (cancelled, refused), the text comes back with the problem shown. */
  onSubmit: (draft: Omit<ActionDraft, 'id'>, options: { openDetails: boolean }) => Promise<unknown>;
}

/** Everything a person has put in. */
interface Entry {
  readonly text: string;
  readonly dismissed: ReadonlySet<string>;
  readonly picked: { readonly [F in Facet]?: string };
}

const BLANK: Entry = { text: '', dismissed: new Set(), picked: {} };
const TITLE_MAX = 500;
const FACETS: readonly Facet[] = ['context', 'due', 'assignee'];

type Reader = typeof import('./quick-add-understanding.ts');
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
    const understood = this.#understood(spec);
    const context = this.#contextOf(spec, understood);
    const active = this.#entry.text !== '' || this.#pickers.isOpen || this.#fault || this.#returned;
    const personal = context.value.type === 'personal';
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
      <div class="quick-add-chips">
        ${spec.fixedContext ? nothing : this.#contextChip(spec, context, understood)}
        ${this.#dueChip(spec, context, understood)} ${personal ? nothing : this.#assigneeChip(spec, context, understood)}
      </div>
      <button
        type="button"
        class="button primary quick-add-button"
        part="button button-primary"
        ?hidden=${this.#entry.text === ''}
        @click=${() => void this.#submit(spec, false)}
      >
        ${quickAdd.add}
      </button>
      ${personal && active
        ? html`<p class="quick-add-note">${eyeIcon()} ${messages.context.personalNotice}</p>`
        : nothing}
      <p class="quick-add-problem ${this.#fault ? 'shown' : ''}" id="quick-add-problem" role="alert">
        ${this.#fault ? html`${alertIcon()} ${this.#fault.text}` : nothing}
      </p>
      ${this.#returned ? this.#returnedEntry(this.#returned) : nothing}
    </div>`;
  }

  // ── chips ─────────────────────────────────────────────────────────────────────────────────────

  #contextChip(spec: QuickAddSpec, context: QuickAddContext, understood: Understanding): TemplateResult {
    const { quickAdd } = this.#localize.messages;
    const open = (event: Event) =>
      void this.#pickers.choice(event.currentTarget as HTMLElement, {
        label: quickAdd.where,
        choices: spec.contexts.map((one) => ({ value: keyOf(one), label: one.label, description: one.description })),
        selected: keyOf(context),
        // Whom it is for depends on where it goes.
        onPick: (key) => this.#pick('context', key, ['assignee']),
      });
    const name = quickAdd.whereIs(context.label);
    const icon = context.value.type === 'personal' ? userIcon() : relationshipIcon();
    return this.#chip('context', icon, context.label, name, open, understood);
  }

  #dueChip(spec: QuickAddSpec, context: QuickAddContext, understood: Understanding): TemplateResult {
    const { quickAdd, dueDate } = this.#localize.messages;
    const date = this.#valueOf('due', understood) ?? null;
    const open = (event: Event) =>
      void this.#pickers.due(event.currentTarget as HTMLElement, {
        date,
        today: context.today,
        weekStart: spec.weekStart,
        calendar: spec.calendar,
        clearable: false,
        onPick: (picked) => this.#pick('due', picked ?? undefined),
      });
    const day = date === null ? null : parseDay(date);
    const text = day === null ? dueDate.label : dayText(day, context.today, this.#localize);
    const name = day === null ? dueDate.label : quickAdd.dateChip(this.#localize.dates.full(day));
    return this.#chip('due', calendarIcon(), text, name, open, understood, day !== null);
  }

  #assigneeChip(spec: QuickAddSpec, context: QuickAddContext, understood: Understanding): TemplateResult {
    const { part, quickAdd } = this.#localize.messages;
    const person = this.#assigneeOf(spec, context, understood);
    const open = (event: Event) =>
      void this.#pickers.assignee(event.currentTarget as HTMLElement, {
        options: context.parties.map((party) => ({ person: party })),
        selected: person ? assignedTo(person.id) : null,
        me: spec.me,
        allowNone: false,
        onPick: (assignee) => this.#pick('assignee', assignee?.type === 'person' ? assignee.personId : undefined),
      });
    const name = person ? quickAdd.assigneeIs(person.name) : part.assignee;
    return this.#chip('assignee', person ? avatar(person) : userIcon(), person?.name ?? part.assignee, name, open, understood);
  }

  /** A button that shows and opens a facet, and where it was typed or picked a way to take that back. */
  #chip(
    facet: Facet,
    icon: TemplateResult,
    text: string,
    name: string,
    open: (event: Event) => void,
    understood: Understanding,
    known = true,
  ): TemplateResult {
    const { quickAdd } = this.#localize.messages;
    const phrase = understood[facet]?.phrase;
    const removable = phrase !== undefined || (facet !== 'context' && this.#entry.picked[facet] !== undefined);
    const faulty = facet === 'due' && this.#fault?.about === 'due';
    return html`<span
      class="quick-add-chip ${phrase === undefined ? '' : 'understood'} ${this.#pointed === facet ? 'pointed' : ''} ${known ? '' : 'empty'} ${faulty ? 'faulty' : ''}"
      part="chip"
    >
      <button
        type="button"
        class="quick-add-value"
        data-facet=${facet}
        aria-haspopup="dialog"
        aria-expanded="false"
        aria-describedby=${faulty ? 'quick-add-problem' : nothing}
        @click=${open}
      >
        <span class="visually-hidden">${phrase === undefined ? name : quickAdd.from(name, phrase)}</span>
        ${icon}<span class="ellipsis" aria-hidden="true">${text}</span>
      </button>
      ${removable
        ? html`<button
            type="button"
            class="quick-add-remove"
            part="chip-remove"
            aria-label=${phrase === undefined ? quickAdd.unset(name) : quickAdd.keepAsText(phrase)}
            @click=${() => this.#takeBack(facet, phrase)}
          >
            ${closeIcon()}
          </button>`
        : nothing}
    </span>`;
  }

  #returnedEntry({ entry, why }: { entry: Entry; why: string }): TemplateResult {
    const { quickAdd, toast } = this.#localize.messages;
    return html`<div class="quick-add-returned" role="alert">
      <span>${quickAdd.returned(entry.text, why)}</span>
      <button type="button" class="button" @click=${() => this.#putBack(entry)}>${quickAdd.putBack}</button>
      <button type="button" class="button quiet" @click=${() => this.#letGo()}>${toast.dismiss}</button>
    </div>`;
  }

  // ── what the line says ────────────────────────────────────────────────────────────────────────

  #understood(spec: QuickAddSpec): Understanding {
    const { text, dismissed, picked } = this.#entry;
    if (!this.#reader || text === '') return {};
    const contexts = spec.fixedContext ? [] : spec.contexts;
    const at = (key: string) => this.#contextAt(spec, key);
    return this.#reader.understandingOf(text, {
      contexts: contexts.map((context) => ({ key: keyOf(context), name: context.label })),
      context: keyOf(this.#contextAt(spec, picked.context)),
      picked: new Set(FACETS.filter((facet) => picked[facet] !== undefined)),
      dismissed,
      partiesOf: (key) => namesIn(at(key), spec.me, this.#localize.messages.context.me),
      typingIn: (key) => ({
        today: at(key).today,
        weekStart: spec.weekStart ?? this.#localize.dates.weekStart,
        calendar: spec.calendar,
        dates: this.#localize.dates,
      }),
    });
  }

  #valueOf(facet: Facet, understood: Understanding): string | undefined {
    return this.#entry.picked[facet] ?? understood[facet]?.value;
  }

  #contextAt({ contexts, fixedContext }: QuickAddSpec, key: string | undefined): QuickAddContext {
    const context = fixedContext ?? contexts.find((one) => keyOf(one) === key) ?? contexts[0];
    if (!context) throw new TypeError('QuickAdd needs a place to add to: give `contexts` or `fixedContext`.');
    return context;
  }

  #contextOf(spec: QuickAddSpec, understood: Understanding): QuickAddContext {
    return this.#contextAt(spec, this.#valueOf('context', understood));
  }

  /** Who was said; else the viewer where they are a party; else the report. */
  #assigneeOf({ me }: QuickAddSpec, { parties, reportId }: QuickAddContext, understood: Understanding): Person | undefined {
    const said = this.#valueOf('assignee', understood);
    const find = (id: string | null | undefined) => parties.find((person) => person.id === id);
    return find(said) ?? find(me) ?? find(reportId);
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
    void this.#read();
  };

  async #read(): Promise<void> {
    this.#reader ??= await import('./quick-add-understanding.ts');
    this.#host.requestUpdate();
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
      this.#set({ ...BLANK, picked: contextOnly(this.#entry.picked) });
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
    const understood = this.#understood(spec);
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
    await this.#read();
    const understood = this.#understood(spec);
    const context = this.#contextOf(spec, understood);
    const title = this.#reader?.titleOf(this.#entry.text, Object.values(understood)) ?? '';
    const due = this.#valueOf('due', understood);
    const assignee = this.#assigneeOf(spec, context, understood);
    const excess = [...title].length - TITLE_MAX;
    if (title === '') return this.#refuse({ about: 'title', text: quickAdd.empty });
    if (excess > 0) return this.#refuse({ about: 'title', text: quickAdd.tooLong(TITLE_MAX) });
    if (context.value.type === 'relationship' && due === undefined) {
      return this.#refuse({ about: 'due', text: quickAdd.dueMissing });
    }
    const entry = this.#entry;
    const draft = draftOf(context, title, due, assignee);
    this.#set({ ...BLANK, picked: contextOnly({ ...entry.picked, context: keyOf(context) }) });
    this.focus();
    try {
      if ((await spec.onSubmit(draft, { openDetails })) === null) this.#comeBack(entry, quickAdd.notAdded);
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

function keyOf({ value }: QuickAddContext): string {
  return value.type === 'personal' ? 'personal' : value.relationshipId;
}

/** The next action most likely goes where the last one went; nothing else is kept. */
function contextOnly({ context }: Entry['picked']): Entry['picked'] {
  return context === undefined ? {} : { context };
}

function namesIn({ parties }: QuickAddContext, me: Id | null, myself: string): { key: string; name: string }[] {
  const names = parties.map(({ id, name }) => ({ key: id, name }));
  const mine = names.find(({ key }) => key === me);
  return mine ? [{ key: mine.key, name: myself }, ...names] : names;
}

function draftOf(
  { value }: QuickAddContext,
  title: string,
  due: CivilDate | undefined,
  assignee: Person | undefined,
): Omit<ActionDraft, 'id'> {
  return {
    context: value,
    title,
    due: due === undefined ? null : fixedDate(due),
    // A personal action is its creator's without a word said.
    ...(value.type === 'relationship' && assignee ? { assignee: assignedTo(assignee.id) } : {}),
  };
}
