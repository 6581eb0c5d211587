// The item that is added to many engagements, as it is written: its kind, its title, and what that kind needs to be of use. It
// comes unscheduled; everything else about it is changed in each engagement.
import type { ItemContent, ItemDraft, ItemKind } from '@followthrough/core/schema';
import { type CSSResult, html, type LitElement, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { engagementFormWords } from '../localize/late-engagement-forms.ts';
import { engagementWords } from '../localize/late-engagement.ts';
import { formStyles } from '../parts/form-styles.ts';
import { textField } from '../parts/form-field.ts';
import { ITEM_KINDS, itemKindIcon } from '../parts/item-kind.ts';
import { isTooLong } from '../parts/text-limits.ts';
import { engagementBulkWords } from '../localize/late-engagement-bulk.ts';

/** What is written: an item without a place, for it comes last. */
export type WrittenItem = Omit<ItemDraft, 'id' | 'position'>;

/** The fields there are; each kind has some of them. */
type Field = 'title' | 'place' | 'url' | 'fileName' | 'prompt' | 'questions' | 'description';

const FIELDS: Readonly<Record<ItemKind, readonly Field[]>> = {
  session: ['place', 'description'],
  assessment: ['questions', 'description'],
  file: ['fileName', 'url', 'description'],
  link: ['url', 'description'],
  action: ['description'],
  feedback: ['prompt'],
};
const LINES: readonly Field[] = ['description', 'prompt', 'questions'];
const LINK = /^(https?|mailto):/i;

export class ItemForm {
  readonly styles: readonly CSSResult[] = [formStyles];
  readonly #host: LitElement;
  readonly #localize: DateWords;
  #kind: ItemKind = 'session';
  #written: Partial<Record<Field, string>> = {};
  #isTried = false;

  constructor(host: LitElement, localize: DateWords) {
    this.#host = host;
    this.#localize = localize;
  }

  /** Begins with nothing written. */
  begin(): void {
    this.#kind = 'session';
    this.#written = {};
    this.#isTried = false;
  }

  /** @param onSubmit Enter was pressed in a field */
  render(onSubmit: () => void): TemplateResult {
    const kinds = engagementWords(this.#localize.messages).kind;
    return html`<form
      class="modal-form"
      novalidate
      @submit=${(event: Event) => event.preventDefault()}
      @keydown=${(event: KeyboardEvent) => {
        const isLine = event.target instanceof HTMLInputElement && event.target.type === 'text';
        if (event.key !== 'Enter' || event.isComposing || !isLine) return;
        event.preventDefault();
        onSubmit();
      }}
    >
      <fieldset>
        <legend class="form-legend">${engagementBulkWords(this.#localize.messages).itemTitle}</legend>
        <div class="kinds">
          ${ITEM_KINDS.map(
            (kind) =>
              html`<label class="kind"
                ><input
                  type="radio"
                  name="item-kind"
                  value=${kind}
                  .checked=${kind === this.#kind}
                  @change=${() => this.#choose(kind)}
                />${itemKindIcon(kind)}<span>${kinds[kind]}</span></label
              >`,
          )}
        </div>
      </fieldset>
      ${this.#field('title')} ${FIELDS[this.#kind].map((field) => this.#field(field))}
    </form>`;
  }

  /** What is written; null where something is missing, which the form then says. */
  item(): WrittenItem | null {
    this.#isTried = true;
    if (this.#faulty !== undefined) return null;
    return { title: this.#text('title'), content: this.#content };
  }

  /** Puts the focus into the first field that something is wrong with. */
  focusFault(): void {
    const field = this.#faulty;
    if (field === undefined) return;
    this.#host.renderRoot.querySelector<HTMLElement>(`#item-${field}`)?.focus();
  }

  #choose(kind: ItemKind): void {
    this.#kind = kind;
    this.#isTried = false;
    this.#host.requestUpdate();
  }

  #field(field: Field): TemplateResult {
    const words = engagementFormWords(this.#localize.messages);
    const fault = this.#isTried ? this.#faultOf(field) : null;
    return textField({
      id: `item-${field}`,
      label: words[field],
      note: field === 'description' || field === 'place' ? words.optional : undefined,
      help: field === 'questions' ? engagementBulkWords(this.#localize.messages).questionsHelp : undefined,
      fault: fault ?? undefined,
      value: this.#written[field] ?? '',
      multiline: LINES.includes(field),
      onInput: (value) => {
        this.#written[field] = value;
        this.#host.requestUpdate();
      },
    });
  }

  #text(field: Field): string {
    return (this.#written[field] ?? '').trim();
  }

  get #faulty(): Field | undefined {
    return (['title', ...FIELDS[this.#kind]] as const).find((field) => this.#faultOf(field) !== null);
  }

  #faultOf(field: Field): string | null {
    const words = engagementFormWords(this.#localize.messages);
    const text = this.#text(field);
    const tooLong = engagementBulkWords(this.#localize.messages).tooLong;
    switch (field) {
      case 'title':
        return text === '' ? words.titleMissing : isTooLong('title', text) ? tooLong : null;
      case 'place':
        return isTooLong('title', text) ? tooLong : null;
      case 'url':
        return LINK.test(text) && URL.canParse(text) ? null : words.urlWrong;
      case 'fileName':
        return text === '' ? words.fileNameMissing : isTooLong('name', text) ? tooLong : null;
      case 'prompt':
        return text === '' ? words.promptMissing : isTooLong('description', text) ? tooLong : null;
      case 'questions':
        return text === ''
          ? words.questionMissing
          : this.#questions.some((one) => isTooLong('title', one))
            ? tooLong
            : null;
      case 'description':
        return isTooLong('description', text) ? tooLong : null;
    }
  }

  get #questions(): readonly string[] {
    return this.#text('questions')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  }

  get #content(): ItemContent {
    const text = (field: Field) => this.#text(field);
    const description = text('description') === '' ? {} : { description: text('description') };
    switch (this.#kind) {
      case 'session':
        return { kind: 'session', ...(text('place') !== '' && { place: text('place') }), ...description };
      case 'assessment':
        return {
          kind: 'assessment',
          ...description,
          questions: this.#questions.map((one, at) => ({ key: `q${at + 1}`, type: 'text', text: one })),
        };
      case 'file':
        // What is behind the address is the host's to know.
        return {
          kind: 'file',
          ...description,
          ...{ name: text('fileName'), size: 0, mediaType: 'application/octet-stream', url: text('url') },
        };
      case 'link':
        return { kind: 'link', ...description, url: text('url') };
      case 'action':
        return { kind: 'action', ...description };
      case 'feedback':
        return { kind: 'feedback', prompt: text('prompt') };
    }
  }
}
