// One action in the widget: done control, title, due date, where it belongs. Three stops for the keyboard at most.
import { html, nothing, type TemplateResult } from 'lit';
import type { Action } from '@followthrough/core/schema';
import { type DateLabel } from '../dates/date-label.ts';
import { programmeIcon } from '../icons/place-icons.ts';
import { actionWords } from '../localize/late-acts.ts';
import type { Messages } from '../localize/messages.ts';
import { dueText } from '../parts/due-label.ts';
import { statusIcon } from '../parts/status-icon.ts';
import { ruleText } from '../load-problem-text.ts';

/** What a row shows and does. */
export interface WidgetRow {
  readonly action: Action;
  readonly due: DateLabel;
  readonly place: string;
  readonly pending: boolean;
  readonly leaving: boolean;
  readonly readonly: boolean;
  /** Where the title leads, if the host says. */
  readonly href: string | null;
  readonly messages: Messages;
  readonly onToggle: (action: Action) => unknown;
  readonly onOpen: (action: Action, event: Event) => unknown;
  readonly onReschedule: (action: Action, anchor: HTMLElement) => unknown;
}

/** A row of the widget's list. */
export function widgetRow(row: WidgetRow): TemplateResult {
  const { action, messages, pending, leaving } = row;
  const parts = ['row', `row-${action.status}`, pending ? 'row-pending' : ''].join(' ').trimEnd();
  return html`<div
    role="listitem"
    class="row is-${action.status} ${leaving ? 'leaving' : ''} ${pending ? 'pending' : ''}"
    part=${parts}
    data-id=${action.id}
  >
    ${doneControl(row)}
    <span class="text">
      ${title(row)}
      <span class="row-meta">
        ${due(row)}<span class="place"
          ><span dir="auto" class="ellipsis" part="place" title=${row.place}
            >${action.context.type === 'engagement' ? programmeIcon() : nothing} ${row.place}</span
          ></span
        >
        ${pending ? html`<span class="visually-hidden">${actionWords(messages).pending}</span>` : nothing}
      </span>
    </span>
  </div>`;
}

function doneControl({ action, messages, readonly, onToggle }: WidgetRow): TemplateResult {
  const allowed = action.may.setState === true;
  if (readonly) {
    return html`<span class="check text-only"
      >${statusIcon(action.status)}<span class="visually-hidden">${messages.status[action.status]}</span></span
    >`;
  }
  const done = action.state === 'done';
  const name = done ? actionWords(messages).reopen(action.title) : messages.action.complete(action.title);
  return html`<button
    type="button"
    class="check"
    part="checkbox"
    role="checkbox"
    aria-checked=${done}
    aria-label=${name}
    aria-disabled=${allowed ? nothing : 'true'}
    title=${allowed ? nothing : ruleText(String(action.may.setState), messages)}
    @click=${() => allowed && onToggle(action)}
  >
    ${statusIcon(action.status)}
  </button>`;
}

function title({ action, href, onOpen }: WidgetRow): TemplateResult {
  const open = (event: Event) => void onOpen(action, event);
  return href === null
    ? html`<button
        type="button"
        dir="auto"
        class="title ellipsis"
        part="item-title"
        title=${action.title}
        @click=${open}
      >
        ${action.title}
      </button>`
    : html`<a dir="auto" class="title ellipsis" part="item-title" href=${href} title=${action.title} @click=${open}
        >${action.title}</a
      >`;
}

function due({ action, due: label, messages, readonly, onReschedule }: WidgetRow): TemplateResult | typeof nothing {
  const text = dueText(label);
  if (readonly || action.may.edit !== true || action.closed !== null)
    return html`<span class="due-slot">${text}</span>`;
  return html`<button
    type="button"
    class="due-slot due-button"
    part="due-button"
    aria-haspopup="menu"
    aria-expanded="false"
    aria-label="${label.text}. ${actionWords(messages).rescheduleNamed(action.title)}. ${label.name}"
    @click=${(event: Event) => onReschedule(action, event.currentTarget as HTMLElement)}
  >
    ${label.date === null ? html`<span class="due none">${label.text}</span>` : text}
  </button>`;
}
