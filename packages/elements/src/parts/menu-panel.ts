// A menu once it is opened. Arrows, Home, End and typing move; what cannot be chosen stays
// reachable and says why.
import { css, html, nothing, type TemplateResult } from 'lit';
import { checkIcon } from '../icons/icons.ts';
import { unmarked } from '../localize/isolation.ts';
import type { MenuItem, MenuSpec } from './menu-item.ts';
import { type CloseOptions, type PartHost, type PartOptions, Popover } from './popover.ts';

/** How long after a key the next one continues the word being typed. */
const TYPING_PAUSE = 600;
const ROLES = { item: 'menuitem', radio: 'menuitemradio', checkbox: 'menuitemcheckbox' } as const;

export class MenuPanel {
  readonly #host: PartHost;
  readonly #popover: Popover;
  #spec: MenuSpec | null = null;
  #typed = '';
  #typedAt = 0;

  constructor(host: PartHost, options: PartOptions) {
    this.#host = host;
    this.#popover = new Popover(host, options, [menuStyles]);
  }

  get isOpen(): boolean {
    return this.#popover.isOpen;
  }

  /** Opens beside `anchor`; opened again from the same anchor, it closes. */
  open(anchor: HTMLElement, spec: MenuSpec): void {
    this.#spec = spec;
    this.#popover.open(anchor, {
      role: 'menu',
      name: 'menu',
      label: spec.label,
      content: () => html`${spec.items().map(this.#item)}`,
      // Among things of which one is chosen, that one.
      initialFocus: () => {
        const [first, ...rest] = spec.items();
        const isChoice = first?.kind === 'radio' && [first, ...rest].some(({ checked }) => checked);
        return isChoice ? '[aria-checked="true"]' : '[role^="menuitem"]';
      },
      onKeyDown: this.#onKeyDown,
      onClose: spec.onClose,
    });
  }

  close(options?: CloseOptions): void {
    this.#popover.close(options);
  }

  render(): TemplateResult | typeof nothing {
    return this.#popover.render();
  }

  readonly #item = (item: MenuItem, index: number): TemplateResult => {
    const kind = item.kind ?? 'item';
    const id = `${this.#popover.id}-${index}`;
    return html`${item.separated ? html`<div class="menu-line" role="separator"></div>` : nothing}<button
        type="button"
        class="menu-item ${item.danger ? 'danger' : ''}"
        part="menu-item"
        role=${ROLES[kind]}
        tabindex="-1"
        aria-checked=${kind === 'item' ? nothing : item.checked === true}
        aria-disabled=${item.refused ? 'true' : nothing}
        aria-labelledby=${item.hint && !item.refused ? `${id}-label ${id}-hint` : `${id}-label`}
        aria-describedby=${item.refused ? `${id}-about` : nothing}
        @click=${() => this.#pick(item)}
        @pointermove=${this.#onPointerMove}
      >
        ${item.icon ? html`<span class="menu-icon" aria-hidden="true">${item.icon}</span>` : nothing}
        <span class="menu-label" id="${id}-label">${item.label}</span>
        ${item.hint && !item.refused ? html`<span class="menu-hint" id="${id}-hint">${item.hint}</span>` : nothing}
        ${kind === 'item' ? nothing : html`<span class="menu-check">${item.checked ? checkIcon() : nothing}</span>`}
        ${item.refused ? html`<span class="menu-refused" id="${id}-about">${item.refused}</span>` : nothing}
      </button>`;
  };

  #pick(item: MenuItem): void {
    if (item.refused) return;
    if (item.kind === 'checkbox') {
      item.onPick();
      this.#host.requestUpdate();
      return;
    }
    this.close();
    item.onPick();
  }

  readonly #onPointerMove = (event: PointerEvent): void => {
    (event.currentTarget as HTMLElement).focus();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const items = [...(this.#popover.element?.querySelectorAll<HTMLElement>('.menu-item') ?? [])];
    const at = items.findIndex((item) => item.matches(':focus'));
    const to = this.#destination(event, at, items.length);
    if (to === null) return;
    event.preventDefault();
    items[to]?.focus();
  };

  /** Which item the key goes to, or null where it is no key of movement. */
  #destination(event: KeyboardEvent, at: number, count: number): number | null {
    if (event.ctrlKey || event.metaKey || event.altKey) return null;
    switch (event.key) {
      case 'ArrowDown':
        return (at + 1) % count;
      case 'ArrowUp':
        return at <= 0 ? count - 1 : at - 1;
      case 'Home':
        return 0;
      case 'End':
        return count - 1;
      default:
        return event.key.length === 1 && event.key !== ' ' ? this.#typedTo(event, at) : null;
    }
  }

  /** The next item that begins with what is being typed. */
  #typedTo(event: KeyboardEvent, at: number): number | null {
    this.#typed = event.timeStamp - this.#typedAt < TYPING_PAUSE ? this.#typed + event.key : event.key;
    this.#typedAt = event.timeStamp;
    const word = this.#typed.toLocaleLowerCase();
    const labels = this.#spec?.items().map((item) => unmarked(item.label).toLocaleLowerCase()) ?? [];
    const first = word.length === 1 ? at + 1 : at;
    for (let step = 0; step < labels.length; step++) {
      const index = (first + step + labels.length) % labels.length;
      if (labels[index]?.startsWith(word)) return index;
    }
    return null;
  }
}

const menuStyles = css`
  .menu-item {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    grid-auto-flow: dense;
    align-items: center;
    column-gap: calc(var(--_space) * 2);
    inline-size: 100%;
    min-block-size: var(--_control);
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 2);
    border-radius: var(--_radius-small);
    text-align: start;
  }
  .menu-item:focus {
    background: var(--_hover);
    outline: none;
  }
  .menu-item:focus-visible {
    outline: 2px solid var(--_focus-ring);
    outline-offset: -2px;
  }
  .menu-item:active:not([aria-disabled='true']) {
    background: var(--_active);
  }
  .menu-item.danger {
    color: var(--_danger);
  }
  .menu-icon {
    grid-column: 1;
    display: flex;
    color: var(--_text-muted);
  }
  .menu-item.danger .menu-icon {
    color: inherit;
  }
  .menu-label {
    grid-column: 2;
    overflow-wrap: anywhere;
  }
  .menu-hint {
    grid-column: 3;
    font-size: var(--_meta);
    color: var(--_text-muted);
    white-space: nowrap;
  }
  .menu-check {
    grid-column: 4;
    inline-size: 1.143em;
    display: flex;
    color: var(--_accent);
  }
  .menu-refused {
    grid-column: 2 / -1;
    font-size: var(--_meta);
    line-height: 1.35;
    color: var(--_text-muted);
  }
  .menu-item[aria-disabled='true'] {
    color: var(--_text-muted);
  }
  .menu-line {
    margin: 4px 0;
    border-block-start: 1px solid var(--_border);
  }
  @media (pointer: coarse) {
    .menu-item {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .menu-item:focus {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .menu-item[aria-disabled='true'] {
      color: GrayText;
    }
  }
`;
