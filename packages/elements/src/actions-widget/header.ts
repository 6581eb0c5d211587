// The widget's first line: its heading, how many are open, and where all of them are. Under the heading, in the room the
// line has anyway, how the widget stands where that is worth a word: no network, or not the latest.
import { html, nothing, type TemplateResult } from 'lit';
import { cloudOffIcon, refreshIcon } from '../icons/shown-icons.ts';
import { stateWords } from '../localize/late-acts.ts';
import type { Messages } from '../localize/messages.ts';
import { widgetWords } from '../localize/late-widget.ts';

/** What the line says. */
export interface WidgetHeader {
  /** Empty: none is shown. */
  readonly heading: string;
  readonly level: number;
  readonly count: number;
  /** Where "View all" leads; null: there is none. */
  readonly viewAllHref: string | null;
  readonly onViewAll: (event: Event) => void;
  readonly offline: boolean;
  /** How many changes wait to be sent. */
  readonly waiting: number;
  /** "Updated 2 hr ago" where that is not the latest, else null. */
  readonly updated: string | null;
  readonly onRefresh: () => void;
  readonly messages: Messages;
}

/** The line. */
export function widgetHeader(header: WidgetHeader): TemplateResult {
  const { heading, level, count, viewAllHref, messages } = header;
  const standing = header.offline || header.waiting > 0 || header.updated !== null;
  return html`<div class="header ${standing ? 'stands' : ''}" part="header">
    ${
      heading
        ? html`<div
            dir="auto"
            class="heading ellipsis"
            part="heading"
            role="heading"
            aria-level=${level}
            title=${heading}
          >
            ${heading}
          </div>`
        : nothing
    }
    <slot name="header"></slot>
    ${
      viewAllHref === null
        ? html`<span class="count" part="count">${count > 0 ? widgetWords(messages).count(count) : nothing}</span>`
        : html`<a class="view-all" part="view-all count" href=${viewAllHref} @click=${header.onViewAll}
            >${count > 0 ? widgetWords(messages).viewAll(count) : widgetWords(messages).viewAllPlain}</a
          >`
    }
    ${standingLine(header)}
  </div>`;
}

/** The network's absence is said once, when it goes; how old the rows are is there to read. */
function standingLine(header: WidgetHeader): TemplateResult {
  const { offline, waiting, messages } = header;
  const state = stateWords(messages);
  const away = offline || waiting > 0;
  const words = offline
    ? waiting > 0
      ? html`${state.offline} · ${state.waiting(waiting)}`
      : state.offline
    : state.waiting(waiting);
  return html`<div class="standing ${away ? 'offline' : ''}">
    <span role="status" class="ellipsis" part=${away ? 'banner' : nothing}
      >${away ? html`${cloudOffIcon()}${words}` : nothing}</span
    >${age(header)}
  </div>`;
}

/** Without a network there is nothing to press: its return loads again. */
function age({ offline, updated, onRefresh, messages }: WidgetHeader): TemplateResult | typeof nothing {
  if (updated === null) return nothing;
  if (offline) return html`<span class="updated ellipsis" part="updated" title=${updated}>${updated}</span>`;
  const { retry } = messages.problem;
  return html`<button
    type="button"
    class="updated"
    part="updated"
    aria-label="${updated}. ${retry}"
    title=${retry}
    @click=${onRefresh}
  >
    <span class="ellipsis">${updated}</span>${refreshIcon()}
  </button>`;
}
