// Whom a room is shared with: the guests, who of them is the primary contact, and a field to find the next. Loaded when
// first opened.
import { css, html, nothing, type TemplateResult } from 'lit';
import { titleKey } from '@followthrough/core/domain';
import type { Id, Person, Room } from '@followthrough/core/schema';
import type { DateWords } from '../dates/date-label.ts';
import { checkIcon, closeIcon } from '../icons/icons.ts';
import { planWords } from '../localize/late-plan.ts';
import { avatar, avatarStyles } from '../parts/avatar.ts';
import { type PartHost, type PartOptions, Popover } from '../parts/popover.ts';

export interface SharePanelSpec {
  /** As it is at each drawing. */
  readonly room: () => Room | undefined;
  readonly people: () => ReadonlyMap<Id, Person>;
  readonly onShare: (person: Person) => Promise<boolean>;
  readonly onUnshare: (person: Person) => Promise<boolean>;
  readonly onContact: (person: Person) => Promise<boolean>;
}

/** How many contacts are offered at once; typing finds the rest. */
const OFFERED = 6;

export class SharePanel {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  readonly #popover: Popover;
  #query = '';
  #busy = false;

  constructor(host: PartHost, options: PartOptions) {
    this.#host = host;
    this.#localize = options.localize;
    this.#popover = new Popover(host, options, [avatarStyles, sharePanelStyles]);
  }

  open(anchor: HTMLElement, spec: SharePanelSpec): void {
    const room = spec.room();
    if (!room) return;
    this.#query = '';
    this.#popover.open(anchor, {
      role: 'dialog',
      name: 'share-panel',
      label: this.#words.shareLabel(room.name),
      content: () => this.#content(spec),
      initialFocus: () => '.share-field',
    });
  }

  render(): TemplateResult | typeof nothing {
    return this.#popover.render();
  }

  #content(spec: SharePanelSpec): TemplateResult {
    const room = spec.room();
    if (!room) return html``;
    const people = spec.people();
    const guests = room.guests.flatMap(({ personId }) => people.get(personId) ?? []);
    return html`<h2 class="share-title">${this.#words.guests}</h2>
      ${
        guests.length === 0
          ? html`<p class="meta share-none">${this.#words.notShared}</p>`
          : html`<ul class="share-guests">
              ${guests.map((person) => this.#guest(person, room, spec))}
            </ul>`
      }
      ${this.#finder(room, people, spec)}`;
  }

  #guest(person: Person, room: Room, spec: SharePanelSpec): TemplateResult {
    const isContact = room.primaryContactId === person.id;
    return html`<li class="share-guest">
      ${avatar(person)}<span class="share-name ellipsis" title=${person.name}>${person.name}</span>
      <button
        type="button"
        class="share-contact ${isContact ? 'is-contact' : ''}"
        aria-pressed=${isContact ? 'true' : 'false'}
        aria-label=${isContact ? `${person.name}: ${this.#words.contact}` : this.#words.makeContact(person.name)}
        @click=${() => void (isContact ? undefined : this.#run(spec.onContact(person)))}
      >
        ${isContact ? checkIcon() : nothing}<span>${this.#words.contact}</span>
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label=${this.#words.unshare(person.name)}
        @click=${() => void this.#run(spec.onUnshare(person))}
      >
        ${closeIcon()}
      </button>
    </li>`;
  }

  #finder(room: Room, people: ReadonlyMap<Id, Person>, spec: SharePanelSpec): TemplateResult {
    const shared = new Set(room.guests.map(({ personId }) => personId));
    const others = [...people.values()].filter(({ id, side }) => side === 'external' && !shared.has(id));
    const words = titleKey(this.#query).split(/\s+/).filter(Boolean);
    const found = others
      .filter((person) => words.every((word) => titleKey(person.name).includes(word)))
      // Their own company's first: a room has one customer, and sometimes a partner.
      .sort(
        (a, b) =>
          Number(b.companyId === room.companyId) - Number(a.companyId === room.companyId) ||
          (titleKey(a.name) < titleKey(b.name) ? -1 : 1),
      )
      .slice(0, OFFERED);
    return html`<label class="share-find"
        ><span>${this.#words.shareWith}</span
        ><input
          type="text"
          class="input share-field"
          part="input"
          autocomplete="off"
          placeholder=${this.#words.findGuest}
          .value=${this.#query}
          @input=${(event: InputEvent) => {
            this.#query = (event.currentTarget as HTMLInputElement).value;
            this.#host.requestUpdate();
          }}
          @keydown=${(event: KeyboardEvent) => {
            const [first] = found;
            if (event.key !== 'Enter' || event.isComposing || !first || words.length === 0) return;
            event.preventDefault();
            void this.#share(first, spec);
          }}
      /></label>
      <ul class="share-offers">
        ${found.map(
          (person) =>
            html`<li>
              <button
                type="button"
                class="share-offer"
                ?disabled=${this.#busy}
                @click=${() => void this.#share(person, spec)}
              >
                ${avatar(person)}<span class="ellipsis">${person.name}</span>
              </button>
            </li>`,
        )}
      </ul>
      <p class="meta share-none" role="status">
        ${found.length > 0 ? nothing : others.length === 0 ? this.#words.everyoneShared : this.#words.noGuest(this.#query)}
      </p>`;
  }

  async #share(person: Person, spec: SharePanelSpec): Promise<void> {
    if (await this.#run(spec.onShare(person))) {
      this.#query = '';
      this.#host.requestUpdate();
    }
    this.#popover.element?.querySelector<HTMLElement>('.share-field')?.focus();
  }

  async #run(work: Promise<boolean>): Promise<boolean> {
    this.#busy = true;
    this.#host.requestUpdate();
    try {
      return await work;
    } finally {
      this.#busy = false;
      this.#host.requestUpdate();
    }
  }

  get #words() {
    return planWords(this.#localize.messages);
  }
}

const sharePanelStyles = css`
  .popover.share-panel {
    inline-size: 26em;
    padding: calc(var(--_space) * 3);
  }
  .share-title {
    font-weight: 600;
    margin-block-end: calc(var(--_space) * 1.5);
  }
  .share-guest {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: max(2.429em, 32px);
  }
  .share-contact {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: max(1.857em, 24px);
    padding-inline: calc(var(--_space) * 1.5);
    border-radius: var(--_radius-small);
    font-size: var(--_meta);
    color: var(--_text-muted);
  }
  .share-contact.is-contact {
    color: var(--_text);
    background: var(--_accent-tint);
    cursor: default;
  }
  .share-contact:not(.is-contact):hover {
    background: var(--_hover);
  }
  .share-find {
    display: block;
    margin-block-start: calc(var(--_space) * 3);
  }
  .share-find > span {
    display: block;
    font-weight: 500;
    margin-block-end: var(--_space);
  }
  .share-offers {
    margin-block-start: var(--_space);
  }
  .share-offer {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    inline-size: 100%;
    min-block-size: max(2.143em, 28px);
    padding-inline: calc(var(--_space) * 1.5);
    border-radius: var(--_radius-small);
  }
  .share-offer:hover {
    background: var(--_hover);
  }
  @media (max-width: 29.99em) {
    .popover.share-panel {
      inline-size: auto;
    }
  }
  @media (pointer: coarse) {
    .share-offer,
    .share-guest {
      min-block-size: 44px;
    }
  }
`;
