// An item at its place in time: its dot on the line, what it is and how it stands in words, its dates, and what is next with
// it. Of a locked one, that it is there.
import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Id, Item, LockedItem, OpenItem } from '@followthrough/core/schema';
import { gripIcon } from '../icons/engagement-icons.ts';
import { alertIcon, moreIcon } from '../icons/icons.ts';
import { engagementWords } from '../localize/late-engagement.ts';
import { itemKindLabel } from '../parts/item-kind.ts';
import { itemStateIcon, itemStateLabel } from '../parts/item-state.ts';
import { hasMenu, type ItemAct, type NextAct, nextAct } from './item-acts.ts';
import { type FactSetting, itemFacts } from './item-facts.ts';
import type { ItemLift } from './item-lift.ts';
import type { MovingItem } from './item-moves.ts';
import { actionWords } from '../localize/late-acts.ts';

interface ItemHandlers {
  readonly open: (item: OpenItem, anchor: HTMLElement) => void;
  readonly act: (item: OpenItem, act: ItemAct, anchor: HTMLElement) => void;
  readonly refused: (reason: string) => void;
  readonly menu: (item: OpenItem, anchor: HTMLElement) => void;
  readonly keydown: (item: Item, event: KeyboardEvent) => void;
  /** The handle of an item that may be moved. */
  readonly grip: Pick<ItemLift, 'click' | 'press' | 'leave'>;
}

export interface ItemSetting extends FactSetting, ItemHandlers {
  readonly pending: ReadonlySet<Id>;
  readonly readonly: boolean;
  /** Why its last change was refused. */
  readonly faultOf: (item: OpenItem) => string | null;
  /** Of the titles as headings. */
  readonly level: number;
  /** What is taken along, and where it would be put. */
  readonly moving: MovingItem | null;
}

export function itemView(item: Item, setting: ItemSetting): TemplateResult {
  return item.locked ? lockedView(item, setting) : openView(item, setting);
}

function lockedView(item: LockedItem, { localize }: ItemSetting): TemplateResult {
  const words = engagementWords(localize.messages);
  return html`<li class="item locked" part="item item-locked" data-id=${item.id}>
    <span class="dot" part="dot lock">${itemStateIcon('locked')}</span>
    <div class="item-body">
      <p class="item-facts">${itemKindLabel(item.kind, words.kind)}<span class="fact-of">${words.locked}</span></p>
    </div>
  </li>`;
}

function openView(item: OpenItem, setting: ItemSetting): TemplateResult {
  const { localize, level, pending, readonly, moving } = setting;
  const { messages } = localize;
  const words = engagementWords(messages);
  const isPending = pending.has(item.id);
  const fault = setting.faultOf(item);
  const next = readonly ? null : nextAct(item, setting.shown, setting.viewerId, messages);
  const movable = !readonly && item.may.move === true;
  return html`<li
    class=${classMap({
      item: true,
      [item.state]: true,
      pending: isPending,
      movable,
      dragged: moving?.item === item.id,
      'drop-before': moving?.before === item.id,
      'drop-after': moving?.after === item.id,
    })}
    part="item item-${item.state}"
    data-id=${item.id}
    @keydown=${(event: KeyboardEvent) => setting.keydown(item, event)}
  >
    <span class="dot" part="dot">${itemStateIcon(item.state)}</span>
    <div class="item-body">
      <div class="item-head">
        <div role="heading" aria-level=${Math.min(level, 6)} class="item-heading" part="item-title">
          <button
            type="button"
            class="item-title"
            dir="auto"
            aria-keyshortcuts=${ifDefined(movable ? 'Alt+ArrowUp Alt+ArrowDown' : undefined)}
            @click=${(event: Event) => setting.open(item, event.currentTarget as HTMLElement)}
          >
            ${item.title}
          </button>
        </div>
        <span class="item-end">
          ${next ? actButton(item, next, setting) : nothing}
          <slot name="item-${item.id}-cta"></slot>
          ${movable ? gripView(item, setting) : nothing}
          ${
            readonly || !hasMenu(item)
              ? nothing
              : html`<button
                  type="button"
                  class="icon-button item-more"
                  part="button"
                  aria-haspopup="menu"
                  aria-label=${words.more(item.title)}
                  @click=${(event: Event) => setting.menu(item, event.currentTarget as HTMLElement)}
                >
                  ${moreIcon()}
                </button>`
          }
        </span>
      </div>
      <p class="item-facts">
        ${itemKindLabel(item.kind, words.kind)} ${itemStateLabel(item.state, words.state)} ${itemFacts(item, setting)}
        ${isPending ? html`<span class="fact-of">${actionWords(messages).pending}</span>` : nothing}
        ${fault === null ? nothing : html`<span class="fact-of past" part="item-error">${alertIcon()}${fault}</span>`}
      </p>
    </div>
  </li>`;
}

function gripView(item: OpenItem, { localize, moving, grip }: ItemSetting): TemplateResult {
  return html`<button
    type="button"
    class="icon-button item-grip"
    part="button"
    aria-label=${engagementWords(localize.messages).grip(item.title)}
    aria-pressed=${moving?.item === item.id ? 'true' : 'false'}
    @click=${(event: MouseEvent) => grip.click(item, event)}
    @keydown=${grip.press}
    @blur=${grip.leave}
  >
    ${gripIcon()}
  </button>`;
}

function actButton(item: OpenItem, { act, href, refused }: NextAct, setting: ItemSetting): TemplateResult {
  const words = engagementWords(setting.localize.messages);
  const label = words[act];
  const name = words.ofItem(label, item.title);
  if (href !== null)
    return html`<a
      class="button item-act"
      part="button"
      href=${href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label=${name}
      >${label}</a
    >`;
  const press = (event: Event) => {
    if (refused === null) setting.act(item, act, event.currentTarget as HTMLElement);
    else setting.refused(refused);
  };
  return html`<button
    type="button"
    class="button item-act ${act}"
    part="button"
    aria-label=${name}
    aria-disabled=${refused === null ? nothing : 'true'}
    aria-haspopup=${act === 'schedule' && refused === null ? 'dialog' : nothing}
    aria-describedby=${refused === null ? nothing : 'draft-reason'}
    title=${refused ?? nothing}
    @click=${press}
  >
    ${label}
  </button>`;
}
