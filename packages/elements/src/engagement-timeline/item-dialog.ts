// One item with what is in it: a place, a file, a link, questions to answer, feedback to write; what was handed in; and what
// can be done with it. Loaded when first opened.
import { css, html, nothing, type TemplateResult } from 'lit';
import type { BackendError } from '@followthrough/core/backend';
import type { Id, ItemCompletion, ItemContent, OpenItem, Person } from '@followthrough/core/schema';
import type { ShownEngagement } from '@followthrough/core/stores';
import { announce } from '../announce.ts';
import type { DateWords } from '../dates/date-label.ts';
import { closeIcon } from '../icons/icons.ts';
import { engagementFormWords } from '../localize/late-engagement-forms.ts';
import { engagementWords } from '../localize/late-engagement.ts';
import { avatarStyles } from '../parts/avatar.ts';
import { itemKindLabel } from '../parts/item-kind.ts';
import { itemStateLabel } from '../parts/item-state.ts';
import { hrefOf, linkedText } from '../parts/linked-text.ts';
import { Modal } from '../parts/modal.ts';
import type { PartHost, PartOptions } from '../parts/popover.ts';
import { problemText } from '../problem-text.ts';
import { answersForm, answersStyles, feedbackForm, savedText } from './answers-form.ts';
import { formStyles } from './form-styles.ts';
import { type FactSetting, itemFacts } from './item-facts.ts';
import { ResponseSession } from './response-session.ts';
import { responsesStyles, responsesView } from './responses-view.ts';
import { problemWords } from '../localize/late-acts.ts';

export interface ItemDialogSpec {
  readonly id: Id;
  /** As it stands at each drawing; undefined once it is gone. */
  readonly item: () => OpenItem | undefined;
  readonly shown: () => ShownEngagement | null;
  readonly people: () => ReadonlyMap<Id, Person>;
  readonly viewerId: Id;
  readonly readonly: boolean;
  readonly save: (response: Pick<ItemCompletion, 'answers' | 'text'>) => Promise<void>;
  /** Rejects with the BackendError where it was refused. */
  readonly handIn: (item: OpenItem, response: Pick<ItemCompletion, 'answers' | 'text'>) => Promise<boolean>;
  readonly complete: (item: OpenItem) => void;
  readonly reopen: (item: OpenItem) => void;
  readonly edit: (item: OpenItem) => void;
  readonly schedule: (item: OpenItem) => void;
}

export class ItemDialog {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  readonly #modal: Modal;
  #session: ResponseSession | null = null;
  #fault: string | null = null;
  #isSending = false;

  constructor(host: PartHost, options: PartOptions) {
    this.#host = host;
    this.#localize = options.localize;
    this.#modal = new Modal(host, options, [
      formStyles,
      answersStyles,
      responsesStyles,
      avatarStyles,
      itemDialogStyles,
    ]);
  }

  open(anchor: HTMLElement, spec: ItemDialogSpec): void {
    const item = spec.item();
    if (!item) return;
    this.#fault = null;
    this.#session = this.#isMine(item, spec)
      ? new ResponseSession(item, spec.viewerId, { save: spec.save, changed: () => this.#host.requestUpdate() })
      : null;
    this.#modal.open(anchor, {
      name: 'item-dialog',
      label: this.#words.details(item.title),
      content: () => this.#content(spec),
      onClose: () => {
        // What was typed is kept, also where it is not handed in.
        void this.#session?.keep();
        this.#session = null;
      },
    });
  }

  render(): TemplateResult | typeof nothing {
    return this.#modal.render();
  }

  /** Whether it is for its reader to answer, now. */
  #isMine({ may, state, kind }: OpenItem, { readonly, viewerId, shown }: ItemDialogSpec): boolean {
    const isCoachee = shown()?.coacheeIds.includes(viewerId) === true;
    return (
      !readonly &&
      isCoachee &&
      may.complete === true &&
      state !== 'completed' &&
      (kind === 'assessment' || kind === 'feedback')
    );
  }

  #content(spec: ItemDialogSpec): TemplateResult {
    const item = spec.item();
    const shown = spec.shown();
    const words = this.#words;
    const { messages } = this.#localize;
    const engagement = engagementWords(messages);
    if (!item || !shown)
      return html`<div class="item-dialog-head">
        <p class="muted">${problemWords(messages).notFound}</p>
        ${this.#closeButton()}
      </div>`;
    const setting: FactSetting = { shown, people: spec.people(), viewerId: spec.viewerId, localize: this.#localize };
    return html`<div class="item-dialog-head">
        <p class="item-facts">
          ${itemKindLabel(item.kind, engagement.kind)} ${itemStateLabel(item.state, engagement.state)}
        </p>
        ${this.#closeButton()}
      </div>
      <div class="item-dialog-body">
        <h2 class="item-dialog-title" dir="auto">${item.title}</h2>
        <p class="item-facts">${itemFacts(item, setting)}</p>
        ${this.#inside(item, spec, setting)}
        ${item.kind === 'session' ? html`<slot name="session-details"></slot>` : nothing}
        <p class="form-fault" role="alert">${this.#fault ?? nothing}</p>
      </div>
      <p class="form-buttons foot">${this.#buttons(item, spec, words)}</p>`;
  }

  #closeButton(): TemplateResult {
    return html`<button
      type="button"
      class="icon-button"
      part="button"
      aria-label=${this.#words.close}
      @click=${this.#modal.ask}
    >
      ${closeIcon()}
    </button>`;
  }

  #inside(item: OpenItem, spec: ItemDialogSpec, setting: FactSetting): TemplateResult {
    const { content } = item;
    const words = this.#words;
    if (content === null)
      return html`<p class="muted">${item.state === 'scheduled' && !item.released ? words.notOut : words.withheld}</p>`;
    const session = this.#session;
    const { messages } = this.#localize;
    if (content.kind === 'assessment')
      return html`${description(content)}
      ${session ? answersForm(content, session, messages) : responsesView(item, setting)}`;
    if (content.kind === 'feedback')
      return session
        ? feedbackForm(content.prompt, session, messages)
        : html`<p class="prompt" dir="auto">${linkedText(content.prompt)}</p>
            ${responsesView(item, setting)}`;
    return html`${this.#place(content)} ${description(content)}`;
  }

  #place(content: ItemContent): TemplateResult | typeof nothing {
    const engagement = engagementWords(this.#localize.messages);
    if (content.kind === 'file') {
      const href = hrefOf(content.url);
      return html`<p class="file">
        ${href === null ? html`<span dir="auto">${content.name}</span>` : link(href, content.name)}
        <span class="meta">${this.#words.file(content.mediaType, this.#size(content.size))}</span>
      </p>`;
    }
    if (content.kind === 'link') {
      const href = hrefOf(content.url);
      return href === null ? nothing : html`<p class="file">${link(href, content.url)}</p>`;
    }
    if (content.kind !== 'session' || !content.place) return nothing;
    const href = hrefOf(content.place);
    return html`<p class="file">
      ${href === null ? html`<span dir="auto">${content.place}</span>` : link(href, `${engagement.join}: ${content.place}`)}
    </p>`;
  }

  #size(bytes: number): string {
    const { locale, isolated } = this.#localize.dates;
    const [value, unit] =
      bytes >= 1e6 ? [bytes / 1e6, 'megabyte'] : bytes >= 1e3 ? [bytes / 1e3, 'kilobyte'] : [bytes, 'byte'];
    return isolated(new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value));
  }

  #buttons(item: OpenItem, spec: ItemDialogSpec, words: ReturnType<typeof engagementFormWords>): TemplateResult {
    const { messages } = this.#localize;
    const engagement = engagementWords(messages);
    const session = this.#session;
    if (session && item.state !== 'completed') {
      const saved = savedText(session, messages);
      return html`<span class="start meta" role="status">${saved ?? words.handInHint}</span>
        <button
          type="button"
          class="button primary hand-in"
          part="button button-primary"
          ?disabled=${this.#isSending}
          @click=${() => void this.#handIn(item, spec)}
        >
          ${item.kind === 'feedback' ? words.send : words.handIn}
        </button>`;
    }
    const leave = (run: (item: OpenItem) => void) => () => {
      this.#modal.close();
      run(item);
    };
    const { may } = item;
    if (spec.readonly)
      return html`<button type="button" class="button" part="button" @click=${this.#modal.ask}>${words.close}</button>`;
    return html`${
      may.edit === true
        ? html`<button type="button" class="button quiet start" part="button" @click=${leave(spec.edit)}>
            ${engagement.edit}
          </button>`
        : nothing
    }
    ${
      may.schedule === true && item.state !== 'completed'
        ? html`<button type="button" class="button" part="button" @click=${leave(spec.schedule)}>
            ${item.state === 'scheduled' ? engagement.change : engagement.schedule}
          </button>`
        : nothing
    }
    ${
      may.complete !== true
        ? html`<button type="button" class="button" part="button" @click=${this.#modal.ask}>${words.close}</button>`
        : item.state === 'completed'
          ? html`<button type="button" class="button" part="button" @click=${leave(spec.reopen)}>
              ${engagement.reopen}
            </button>`
          : html`<button
              type="button"
              class="button primary"
              part="button button-primary"
              @click=${leave(spec.complete)}
            >
              ${engagement.complete}
            </button>`
    }`;
  }

  async #handIn(item: OpenItem, spec: ItemDialogSpec): Promise<void> {
    const session = this.#session;
    if (!session || this.#isSending) return;
    this.#isSending = true;
    this.#fault = null;
    this.#host.requestUpdate();
    try {
      // Nothing more is to be kept: all of it is handed in.
      session.handedIn();
      if (await spec.handIn(item, session.response)) {
        this.#session = null;
        this.#modal.close();
      } else {
        session.notHandedIn();
      }
    } catch (error) {
      const { messages } = this.#localize;
      session.notHandedIn();
      const isTold = session.refused(error as BackendError);
      this.#fault = isTold ? this.#words.faults(session.faults.size) : problemText(error as BackendError, messages);
      announce(this.#fault);
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      this.#modal.element
        ?.querySelector<HTMLElement>('[aria-invalid="true"] input, textarea[aria-invalid="true"]')
        ?.focus();
    } finally {
      this.#isSending = false;
      this.#host.requestUpdate();
    }
  }

  get #words() {
    return engagementFormWords(this.#localize.messages);
  }
}

function description(content: ItemContent): TemplateResult | typeof nothing {
  const text = 'description' in content ? content.description : undefined;
  return text ? html`<p class="description" dir="auto">${linkedText(text)}</p>` : nothing;
}

function link(href: string, text: string): TemplateResult {
  return html`<a href=${href} target="_blank" rel="noopener noreferrer" dir="auto">${text}</a>`;
}

const itemDialogStyles = css`
  .item-dialog-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 5) 0;
    flex: none;
  }
  .item-dialog-body {
    overflow: auto;
    overscroll-behavior: contain;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 5) calc(var(--_space) * 5);
  }
  .item-dialog-body > * + * {
    margin-block-start: calc(var(--_space) * 3);
  }
  .item-dialog-title {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    font-size: 1.143em;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .item-dialog .description {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .item-dialog .file {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    overflow-wrap: anywhere;
  }
  .item-dialog .form-buttons.foot {
    margin: 0;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 5);
    border-block-start: 1px solid var(--_border);
    flex: none;
  }
`;
