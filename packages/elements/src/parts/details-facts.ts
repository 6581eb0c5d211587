// The facts of an action in its details, as pairs of a name and a value: a value that its reader may change opens what
// changes it.
import { assigneeId, type DateField } from '@followthrough/core/domain';
import type { Id } from '@followthrough/core/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { dueLabel } from '../dates/date-label.ts';
import { instantText } from '../dates/instant-text.ts';
import { calendarIcon, userIcon } from '../icons/icons.ts';
import { chevronDownIcon } from '../icons/shown-icons.ts';
import { detailsWords } from '../localize/late-details.ts';
import { partWords } from '../localize/late-tools.ts';
import { avatar } from './avatar.ts';
import { type DetailsScene, nameIn, reasonOf } from './details-fields.ts';
import { dueText } from './due-label.ts';
import { statusLabel } from './status-icon.ts';

/** Status, assignee, due date, place, making and closing, as pairs of a name and a value. */
export function detailsFacts(scene: DetailsScene): TemplateResult {
  const { spec, action, localize } = scene;
  const details = detailsWords(localize.messages);
  const { closed } = action;
  const when = (at: string, by: Id | null, say: typeof details.atBy) =>
    say(instantText(at, spec.timeZone, localize.dates), nameIn(spec, by, localize));
  return html`<dl class="details-facts">
    ${fact(details.status, statusValue(scene))} ${fact(details.assignee, assigneeValue(scene))}
    ${spec.room ? fact(details.start, dateValue('start', scene)) : nothing}
    ${fact(details.due, dateValue('due', scene))}
    ${fact(details.where, html`<span dir="auto">${spec.contextName}</span>`)}
    ${spec.room?.isWhole ? fact(details.context, sightValue(scene)) : nothing}
    ${fact(details.created, when(action.createdAt, action.createdBy, details.atBy))}
    ${
      closed === null
        ? nothing
        : fact(details.closed, when(closed.at, closed.by, action.late ? details.lateAtBy : details.atBy))
    }
  </dl>`;
}

function fact(name: string, value: TemplateResult | string): TemplateResult {
  return html`<div class="details-fact">
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** A value that opens what changes it. */
function valueButton(
  name: string,
  opens: 'menu' | 'dialog',
  value: TemplateResult,
  open: (anchor: HTMLElement) => void,
) {
  return html`<button
    type="button"
    class="details-value"
    aria-haspopup=${opens}
    aria-expanded="false"
    @click=${(event: Event) => open(event.currentTarget as HTMLElement)}
  >
    <span class="visually-hidden">${name}:</span> ${value}${chevronDownIcon()}
  </button>`;
}

function statusValue({ action, localize, pickStatus }: DetailsScene): TemplateResult {
  const details = detailsWords(localize.messages);
  const { status } = localize.messages;
  const label = statusLabel(action.status, status);
  if (action.may.setState === true) return valueButton(details.status, 'menu', label, pickStatus);
  return html`${label} <span class="meta details-withheld">${reasonOf(action.may.setState, localize)}</span>`;
}

function assigneeValue(scene: DetailsScene): TemplateResult {
  const { action, localize, pickAssignee } = scene;
  const shown = assigneeView(scene);
  // A personal action is always its creator's.
  if (action.may.edit === true && action.context.type !== 'personal') {
    return valueButton(detailsWords(localize.messages).assignee, 'dialog', shown, pickAssignee);
  }
  return html`<span class="details-value">${shown}</span>`;
}

function assigneeView({ spec, edited, localize }: DetailsScene): TemplateResult {
  if (spec.room) return spec.room.holder(edited).view;
  const id = assigneeId(edited.assignee);
  const person = id === null ? undefined : spec.people.get(id);
  const name = id === null ? partWords(localize.messages).nobody : nameIn(spec, id, localize);
  return html`${person ? avatar(person) : userIcon()}<span class="ellipsis" dir="auto">${name}</span>`;
}

function dateValue(field: DateField, scene: DetailsScene): TemplateResult {
  const { action, edited, localize, whyShown, pickDate, toggleWhy } = scene;
  const details = detailsWords(localize.messages);
  const shown = dateShown(field, scene);
  const { start, due } = action;
  // One question for both.
  const asksWhy = field === 'due' ? due !== null || start !== null : false;
  return html`${
    action.may.edit === true
      ? valueButton(details[field], 'dialog', shown, (anchor) => pickDate(field, anchor))
      : html`<span class="details-value">${shown}</span>`
  }
  ${
    asksWhy && (edited.due !== null || edited.start !== null)
      ? html`<button type="button" class="button link" aria-expanded=${whyShown} @click=${toggleWhy}>
          ${details.why}
        </button>`
      : nothing
  }`;
}

function dateShown(field: DateField, { spec, edited, localize }: DetailsScene): TemplateResult {
  const view = spec.room?.date(edited, field) ?? dueText(dueLabel(edited, spec.today, localize));
  return view === nothing ? html`${calendarIcon()}<span>${localize.messages.date.none}</span>` : html`${view}`;
}

/** Whether guests of the room see it: a switch where the reader may. */
function sightValue({ action, edited, localize, write }: DetailsScene): TemplateResult {
  const details = detailsWords(localize.messages);
  const on = edited.context.type === 'room' && edited.context.internalOnly;
  const said = on ? details.contextOn : details.contextOff;
  if (action.may.edit !== true) return html`<span class="details-value">${said}</span>`;
  return html`<button
    type="button"
    class="details-value details-switch"
    role="switch"
    aria-checked=${on}
    aria-label=${details.context}
    @click=${() => write({ context: { internalOnly: !on } })}
  >
    <span class="details-knob" aria-hidden="true"></span><span>${said}</span>
  </button>`;
}
