// Adding an item of any of the six kinds, and changing one: its title and what is in it. What was typed is not lost by
// closing, nor where it was refused. Loaded when first opened.
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { BackendError } from '@followthrough/core/backend';
import type { ItemDraft, ItemKind, ItemPatch, OpenItem } from '@followthrough/core/schema';
import type { DateWords } from '../dates/date-label.ts';
import { closeIcon } from '../icons/icons.ts';
import { detailsWords } from '../localize/late-details.ts';
import { engagementFormWords } from '../localize/late-engagement-forms.ts';
import { engagementWords } from '../localize/late-engagement.ts';
import { itemKindIcon } from '../parts/item-kind.ts';
import { Modal } from '../parts/modal.ts';
import type { PartHost, PartOptions } from '../parts/popover.ts';
import { TEXT_LIMITS } from '../parts/text-limits.ts';
import { problemText } from '../problem-text.ts';
import { changedWords } from './conflict-words.ts';
import { formStyles } from './form-styles.ts';
import {
  contentOf,
  draftOf,
  itemFormFaults,
  type ItemFormDraft,
  type ItemFormFault,
  newItemDraft,
} from './item-draft.ts';
import { questionsEditor, questionsStyles } from './questions-editor.ts';
import { minutesOf } from './session-draft.ts';
import { sessionFields } from './session-fields.ts';

export interface ItemFormSpec {
  /** The item that is changed; null: one of this kind is added. */
  readonly item: OpenItem | null;
  readonly kind: ItemKind;
  /** Whether coachees may pick the times of sessions that say nothing else. */
  readonly selfScheduling: boolean;
  /** Both reject with the BackendError where it was refused, and give whether it was done. */
  readonly add: (draft: Omit<ItemDraft, 'id' | 'position'>) => Promise<boolean>;
  readonly update: (item: OpenItem, patch: ItemPatch) => Promise<boolean>;
}

type Field = 'title' | 'description' | 'place' | 'url' | 'name' | 'size' | 'mediaType' | 'prompt';

export class ItemForm {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  readonly #modal: Modal;
  #draft: ItemFormDraft | null = null;
  #clean: ItemFormDraft | null = null;
  #faults: ReadonlySet<ItemFormFault> = new Set();
  #fault: string | null = null;
  #isSaving = false;
  #isAsking = false;

  constructor(host: PartHost, options: PartOptions) {
    this.#host = host;
    this.#localize = options.localize;
    this.#modal = new Modal(host, options, [formStyles, questionsStyles, itemFormStyles]);
  }

  open(anchor: HTMLElement, spec: ItemFormSpec): void {
    const { item, kind } = spec;
    this.#draft = this.#clean = item ? draftOf(item) : newItemDraft(kind, spec.selfScheduling);
    this.#faults = new Set();
    this.#fault = null;
    this.#isAsking = false;
    this.#modal.open(anchor, {
      name: 'item-form',
      label: this.#heading(spec),
      content: () => this.#content(spec),
      initialFocus: '#form-title',
      mayClose: () => {
        if (this.#isSaving) return false;
        if (this.#draft === this.#clean || this.#isAsking) return true;
        this.#isAsking = true;
        return false;
      },
    });
  }

  render(): TemplateResult | typeof nothing {
    return this.#modal.render();
  }

  #heading({ item, kind }: ItemFormSpec): string {
    const words = this.#words;
    return item ? words.editTitle(item.title) : words.addTitle(engagementWords(this.#localize.messages).kind[kind]);
  }

  #content(spec: ItemFormSpec): TemplateResult {
    const draft = this.#draft;
    if (!draft) return html``;
    const words = this.#words;
    const details = detailsWords(this.#localize.messages);
    return html`<form
      class="item-form-body"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#save(spec);
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.#save(spec);
      }}
    >
      <div class="form-head">
        <h2 class="form-heading ellipsis">${itemKindIcon(draft.kind)}<span>${this.#heading(spec)}</span></h2>
        <button type="button" class="icon-button" part="button" aria-label=${words.close} @click=${this.#modal.ask}>
          ${closeIcon()}
        </button>
      </div>
      <div class="form-scroll">
        <div class="fields">
          ${this.#text('title', words.title, { limit: TEXT_LIMITS.title })} ${this.#ofKind(draft)}
        </div>
        <p class="form-fault" role="alert">${this.#fault ?? nothing}</p>
      </div>
      ${
        this.#isAsking
          ? html`<p class="form-buttons foot" role="alert">
              <span class="start">${details.discard}</span>
              <button type="button" class="button" part="button" @click=${this.#keepEditing}>
                ${details.discardNo}
              </button>
              <button type="button" class="button danger" part="button" @click=${() => this.#modal.close()}>
                ${details.discardYes}
              </button>
            </p>`
          : html`<p class="form-buttons foot">
              <button type="button" class="button quiet" part="button" @click=${this.#modal.ask}>
                ${words.cancel}
              </button>
              <button type="submit" class="button primary" part="button button-primary" ?disabled=${this.#isSaving}>
                ${this.#isSaving ? words.saving : spec.item ? words.save : words.add}
              </button>
            </p>`
      }
    </form>`;
  }

  #ofKind(draft: ItemFormDraft): TemplateResult {
    const words = this.#words;
    const description = () =>
      this.#text('description', words.description, { lines: 3, optional: true, limit: TEXT_LIMITS.description });
    const url = () => this.#text('url', words.url, { limit: 2048, inputmode: 'url' });
    switch (draft.kind) {
      case 'session':
        return html`${this.#text('place', words.place, { optional: true, limit: TEXT_LIMITS.title })}
        ${sessionFields({
          draft,
          isFaulty: this.#faults.has('minutes'),
          messages: this.#localize.messages,
          onChange: (change) => this.#write(change),
        })}
        ${description()}`;
      case 'assessment':
        return html`${description()}
        ${questionsEditor({
          questions: draft.questions,
          faults: this.#faults,
          messages: this.#localize.messages,
          onChange: (questions, focus) => {
            this.#write({ questions });
            if (focus !== undefined) void this.#focus(focus);
          },
        })}`;
      case 'file':
        return html`${url()} ${this.#text('name', words.fileName, { limit: TEXT_LIMITS.name })}
          <div class="pair">
            ${this.#text('mediaType', words.mediaType, { placeholder: 'application/pdf', limit: 201 })}
            ${this.#text('size', words.fileSize, { inputmode: 'numeric', limit: 15 })}
          </div>
          ${description()}`;
      case 'link':
        return html`${url()} ${description()}`;
      case 'action':
        return description();
      case 'feedback':
        return this.#text('prompt', words.prompt, { lines: 3, limit: TEXT_LIMITS.description });
    }
  }

  #text(
    field: Field,
    label: string,
    look: { lines?: number; optional?: boolean; limit: number; inputmode?: 'url' | 'numeric'; placeholder?: string },
  ): TemplateResult {
    const value = this.#draft?.[field] ?? '';
    const fault = this.#faultOf(field);
    const id = `form-${field}`;
    const input = (event: Event) => this.#write({ [field]: (event.currentTarget as HTMLInputElement).value });
    return html`<div class="field" part="field">
      <label class="label" for=${id}
        >${label} ${look.optional ? html`<span class="meta">${this.#words.optional}</span>` : nothing}</label
      >
      ${
        look.lines === undefined
          ? html`<input
              id=${id}
              type="text"
              class="input"
              part="input"
              autocomplete="off"
              dir="auto"
              inputmode=${look.inputmode ?? nothing}
              placeholder=${look.placeholder ?? nothing}
              maxlength=${look.limit}
              aria-invalid=${fault === null ? nothing : 'true'}
              aria-describedby="${id}-fault"
              .value=${live(value)}
              @input=${input}
            />`
          : html`<textarea
              id=${id}
              class="input"
              part="input"
              dir="auto"
              rows=${look.lines}
              maxlength=${look.limit}
              aria-invalid=${fault === null ? nothing : 'true'}
              aria-describedby="${id}-fault"
              .value=${live(value)}
              @input=${input}
            ></textarea>`
      }
      <p id="${id}-fault" class="fault" role="alert">${fault ?? nothing}</p>
    </div>`;
  }

  #faultOf(field: Field): string | null {
    const words = this.#words;
    const texts: Partial<Record<Field, string>> = {
      ...{ title: words.titleMissing, url: words.urlWrong, name: words.fileNameMissing, size: words.fileSizeWrong },
      ...{ mediaType: words.mediaTypeWrong, prompt: words.promptMissing },
    };
    return this.#faults.has(field as ItemFormFault) ? (texts[field] ?? null) : null;
  }

  #write(change: Partial<ItemFormDraft>): void {
    if (!this.#draft) return;
    this.#draft = { ...this.#draft, ...change };
    this.#fault = null;
    if (this.#faults.size > 0) this.#faults = itemFormFaults(this.#draft);
    this.#host.requestUpdate();
  }

  readonly #keepEditing = (): void => {
    this.#isAsking = false;
    this.#host.requestUpdate();
    void this.#focus('#form-title');
  };

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#modal.element?.querySelector<HTMLElement>(selector)?.focus();
  }

  async #save(spec: ItemFormSpec): Promise<void> {
    const draft = this.#draft;
    if (!draft || this.#isSaving) return;
    this.#faults = itemFormFaults(draft);
    if (this.#faults.size > 0) {
      this.#host.requestUpdate();
      return this.#focus('[aria-invalid="true"]');
    }
    this.#isSaving = true;
    this.#host.requestUpdate();
    try {
      if (await this.#send(spec, draft)) this.#modal.close();
    } catch (error) {
      const { messages, dates } = this.#localize;
      this.#fault = spec.item
        ? changedWords(error as BackendError, spec.item, messages, dates)
        : problemText(error as BackendError, messages);
    } finally {
      this.#isSaving = false;
      this.#host.requestUpdate();
    }
  }

  #send({ item, add, update, selfScheduling }: ItemFormSpec, draft: ItemFormDraft): Promise<boolean> {
    const title = draft.title.trim();
    const content = contentOf(draft);
    const duration = draft.kind === 'session' ? minutesOf(draft) : null;
    const clean = this.#clean;
    const session = {
      ...(duration !== null && duration !== (item?.session?.duration ?? null) && { duration }),
      ...(draft.kind === 'session' &&
        draft.selfScheduling !== (clean?.selfScheduling ?? selfScheduling) && { selfScheduling: draft.selfScheduling }),
    };
    if (item === null) return add({ title, content, ...session });
    const patch: ItemPatch = {
      ...(title !== item.title && { title }),
      ...(JSON.stringify(content) !== JSON.stringify(clean && contentOf(clean)) && { content }),
      ...session,
    };
    return Object.keys(patch).length === 0 ? Promise.resolve(true) : update(item, patch);
  }

  get #words() {
    return engagementFormWords(this.#localize.messages);
  }
}

const itemFormStyles = css`
  .item-form-body {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .form-head,
  .form-buttons.foot {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 5);
    flex: none;
  }
  .form-head {
    justify-content: space-between;
  }
  .form-buttons.foot {
    border-block-start: 1px solid var(--_border);
  }
  .form-heading {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    font-weight: 600;
  }
  .form-scroll {
    overflow: auto;
    overscroll-behavior: contain;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 5) calc(var(--_space) * 5);
  }
`;
