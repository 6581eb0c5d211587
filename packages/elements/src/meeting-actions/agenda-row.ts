// One action on an agenda: done control, title, where it was carried from, when it is due, whose it is, and its status.
// Of a meeting that is over, or for who may change nothing, the same as text.
import { html, nothing, type TemplateResult } from 'lit';
import type { Action, Carrying, Person } from '@followthrough/core/schema';
import type { DateLabel, DateWords } from '../dates/date-label.ts';
import { moreIcon } from '../icons/icons.ts';
import { partWords } from '../localize/late-tools.ts';
import { meetingWords } from '../localize/late-meeting.ts';
import { avatar } from '../parts/avatar.ts';
import { dueText } from '../parts/due-label.ts';
import { statusIcon } from '../parts/status-icon.ts';
import { ruleText } from '../load-problem-text.ts';
import { type AgendaReading, carriedText } from './agenda-reading.ts';
import { actionWords } from '../localize/late-acts.ts';

/** What one does with a row. */
export interface RowHand {
  toggle(action: Action): unknown;
  dismiss(action: Action): unknown;
  open(action: Action, event: Event): unknown;
  due(action: Action, anchor: HTMLElement): unknown;
  assignee(action: Action, anchor: HTMLElement): unknown;
  status(action: Action, anchor: HTMLElement): unknown;
}

export interface AgendaRow {
  readonly action: Action;
  readonly carried: Carrying | null;
  readonly reading: AgendaReading;
  readonly due: DateLabel;
  readonly assignee: Person | undefined;
  readonly pending: boolean;
  readonly leaving: boolean;
  /** Whether it came from elsewhere while somebody looks. */
  readonly arrived: boolean;
  readonly readonly: boolean;
  readonly href: string | null;
  /** The title being edited in its place. */
  readonly edit: TemplateResult | typeof nothing;
  readonly words: DateWords;
  readonly hand: RowHand;
}

/** A row of one of the agenda's lists. */
export function agendaRow(row: AgendaRow): TemplateResult {
  const { action, pending, leaving, arrived, edit, words } = row;
  const look = [pending && 'pending', leaving && 'leaving', arrived && 'arrived'].filter(Boolean).join(' ');
  return html`<div
    role="listitem"
    class="row is-${action.status} ${look}"
    part="row row-${action.status} ${pending ? 'row-pending' : ''}"
    data-id=${action.id}
  >
    ${doneControl(row)}
    <span class="text">
      ${edit === nothing ? title(row) : edit}
      ${badge(row)}${pending ? html`<span class="visually-hidden">${actionWords(words.messages).pending}</span>` : nothing}
    </span>
    <span class="row-meta" part="meta">${notDone(row)}${due(row)}${assignee(row)}${status(row)}</span>
  </div>`;
}

function doneControl({ action, words: { messages }, readonly, hand }: AgendaRow): TemplateResult {
  if (readonly) {
    return html`<span class="check text-only"
      >${statusIcon(action.status)}<span class="visually-hidden">${messages.status[action.status]}</span></span
    >`;
  }
  const allowed = action.may.setState === true;
  const done = action.state === 'done';
  return html`<button
    type="button"
    class="check"
    part="checkbox"
    role="checkbox"
    aria-checked=${done}
    aria-label=${done ? actionWords(messages).reopen(action.title) : messages.action.complete(action.title)}
    aria-disabled=${allowed ? nothing : 'true'}
    title=${allowed ? nothing : ruleText(String(action.may.setState), messages)}
    @click=${() => allowed && hand.toggle(action)}
  >
    ${statusIcon(action.status)}
  </button>`;
}

function title({ action, href, readonly, hand }: AgendaRow): TemplateResult {
  const open = (event: Event) => void hand.open(action, event);
  if (href !== null) {
    return html`<a dir="auto" class="title" part="item-title" href=${href} @click=${open}>${action.title}</a>`;
  }
  if (readonly) return html`<span dir="auto" class="title" part="item-title">${action.title}</span>`;
  return html`<button type="button" dir="auto" class="title" part="item-title" @click=${open}>${action.title}</button>`;
}

function badge({ carried, reading, words }: AgendaRow): TemplateResult | typeof nothing {
  if (carried === null) return nothing;
  const { text, name, often } = carriedText(carried, reading, words);
  return html`<span class="carried-from ${often ? 'often' : ''}" part="badge" title=${name}
    ><span aria-hidden="true">${text}</span><span class="visually-hidden">${name}</span></span
  >`;
}

/** What is overdue can be let go of in one press. */
function notDone({ action, readonly, words: { messages }, hand }: AgendaRow): TemplateResult | typeof nothing {
  if (readonly || !action.overdue || action.may.setState !== true) return nothing;
  const words = meetingWords(messages);
  return html`<button
    type="button"
    class="quiet-button not-done"
    part="button not-done"
    aria-label=${words.notDoneNamed(action.title)}
    @click=${() => hand.dismiss(action)}
  >
    ${words.notDone}
  </button>`;
}

function due({ action, due: label, readonly, words: { messages }, hand }: AgendaRow): TemplateResult {
  const text = label.date === null ? html`<span class="due none">${label.text}</span>` : dueText(label);
  if (readonly || action.closed !== null) return html`<span class="due-slot">${text}</span>`;
  return withheldOr(
    action,
    messages,
    (refused) =>
      html`<button
        type="button"
        class="due-slot quiet-button"
        part="due-button"
        aria-haspopup=${refused === null ? 'menu' : nothing}
        aria-expanded=${refused === null ? 'false' : nothing}
        aria-disabled=${refused === null ? nothing : 'true'}
        title=${refused ?? nothing}
        aria-label="${label.text}. ${actionWords(messages).rescheduleNamed(action.title)}. ${label.name}"
        @click=${(event: Event) => refused === null && hand.due(action, event.currentTarget as HTMLElement)}
      >
        ${text}
      </button>`,
  );
}

function assignee({ action, assignee: person, readonly, words: { messages }, hand }: AgendaRow): TemplateResult {
  const name = person?.name ?? messages.context.unknownPerson;
  const face = person ? avatar(person) : nothing;
  if (readonly) {
    return html`<span class="assignee" part="assignee"
      >${face}<span dir="auto" class="ellipsis name">${name}</span></span
    >`;
  }
  return withheldOr(
    action,
    messages,
    (refused) =>
      html`<button
        type="button"
        class="assignee quiet-button"
        part="assignee"
        aria-haspopup=${refused === null ? 'dialog' : nothing}
        aria-expanded=${refused === null ? 'false' : nothing}
        aria-disabled=${refused === null ? nothing : 'true'}
        title=${refused ?? name}
        @click=${(event: Event) => refused === null && hand.assignee(action, event.currentTarget as HTMLElement)}
      >
        <span class="visually-hidden">${meetingWords(messages).assigneeOf(action.title, name)}</span>
        ${face}<span dir="auto" class="ellipsis name" aria-hidden="true">${name}</span>
      </button>`,
  );
}

function withheldOr(
  { may }: Action,
  messages: DateWords['messages'],
  control: (refused: string | null) => TemplateResult,
): TemplateResult {
  return control(may.edit === true ? null : ruleText(may.edit, messages));
}

function status({ action, readonly, words: { messages }, hand }: AgendaRow): TemplateResult {
  if (readonly) {
    return html`<span class="state" part="status">${messages.status[action.status]}</span>`;
  }
  return html`<button
    type="button"
    class="icon-button status-button"
    part="menu"
    aria-haspopup="menu"
    aria-expanded="false"
    aria-label=${partWords(messages).statusOf(action.title)}
    title=${messages.status[action.status]}
    @click=${(event: Event) => hand.status(action, event.currentTarget as HTMLElement)}
  >
    ${moreIcon()}
  </button>`;
}
