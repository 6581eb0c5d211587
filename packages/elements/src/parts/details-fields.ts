// What the details show of an action: its fields to change or to read, and its facts.
import { assigneeId, type Day } from '@followthrough/core/domain';
import type {
  Action,
  ActionPatch,
  ActionState,
  Calendar,
  Explanation,
  Id,
  Permission,
  Person,
  TimeZone,
} from '@followthrough/core/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { type DateWords, dueLabel } from '../dates/date-label.ts';
import { instantText } from '../dates/instant-text.ts';
import { calendarIcon, pencilIcon, userIcon } from '../icons/icons.ts';
import { chevronDownIcon, lockIcon } from '../icons/shown-icons.ts';
import { ruleText } from '../problem-text.ts';
import { detailsWords } from '../localize/late-details.ts';
import { partWords } from '../localize/late-tools.ts';
import { avatar } from './avatar.ts';
import { dueText } from './due-label.ts';
import { linkedText } from './linked-text.ts';
import { statusLabel } from './status-icon.ts';

export interface DetailsDialogSpec {
  /** The action as it stands now; asked at every render, undefined once it is gone. */
  action: () => Action | undefined;
  me: Id | null;
  /** Everybody who may be named. */
  people: ReadonlyMap<Id, Person>;
  /** Whom it can be assigned to. */
  parties: readonly Person[];
  /** Its relationship's name, or "Personal". */
  contextName: string;
  today: Day;
  weekStart?: number | undefined;
  calendar?: Calendar | undefined;
  /** On whose clock times are told: the place's that the action belongs to; the reader's where absent. */
  timeZone?: TimeZone | undefined;
  /** Writes the changed fields. Where it rejects, or gives null (cancelled, refused), everything typed stays. */
  onSave: (patch: ActionPatch, base: Action) => Promise<unknown>;
  /** What changes that were saved wait for, where the backend cannot take them yet; they are sent again by themselves. */
  waiting?: (() => { why: string; retry: () => void } | null) | undefined;
  onState: (state: ActionState) => void;
  /** Deletes it, to be undone from the host's toast. */
  onDelete: () => void;
  explain: (id: Id) => Promise<Explanation>;
}

/** An action in the details, and what can be done with it there. */
export interface DetailsScene {
  spec: DetailsDialogSpec;
  /** As it stands. */
  action: Action;
  /** With the person's changes over it. */
  edited: Action;
  localize: DateWords;
  /** The field that cannot be saved as it is. */
  faulty: 'title' | 'description' | null;
  /** Whether the description is being written, not read. */
  writing: boolean;
  whyShown: boolean;
  write: (patch: ActionPatch) => void;
  writeDescription: () => void;
  save: () => void;
  pickStatus: (anchor: HTMLElement) => void;
  pickAssignee: (anchor: HTMLElement) => void;
  pickDue: (anchor: HTMLElement) => void;
  toggleWhy: () => void;
}

/** A person's name, or "someone" where it may not be known. */
export function nameIn({ people }: Pick<DetailsDialogSpec, 'people'>, id: Id | null, { messages }: DateWords): string {
  return (id === null ? undefined : people.get(id)?.name) ?? messages.context.unknownPerson;
}

/** Why something is withheld; nothing where it is not. */
export function reasonOf(permission: Permission, { messages }: DateWords): string {
  return permission === true ? '' : ruleText(permission, messages);
}

/** Title and description, to change where the reader may, else to read with the reason. */
export function detailsFields(scene: DetailsScene): TemplateResult {
  const { action, localize } = scene;
  if (action.may.edit === true) return html`${titleField(scene)} ${descriptionField(scene)}`;
  return html`<p class="details-title" dir="auto">${action.title}</p>
    ${action.description === '' ? nothing : html`<p class="details-reading" dir="auto"><span>${linkedText(action.description)}</span></p>`}
    <p class="details-withheld meta">${lockIcon()} ${reasonOf(action.may.edit, localize)}</p>`;
}

function titleField({ edited, localize, faulty, write, save }: DetailsScene): TemplateResult {
  return html`<textarea
    class="details-title"
    part="input"
    dir="auto"
    rows="1"
    aria-label=${detailsWords(localize.messages).title}
    aria-invalid=${faulty === 'title' ? 'true' : nothing}
    aria-describedby="details-fault"
    .value=${edited.title}
    @input=${(event: InputEvent) => write({ title: valueOf(event).replace(/\s*[\r\n]+\s*/gu, ' ') })}
    @keydown=${(event: KeyboardEvent) => {
      // A title is one line; while an input method composes, Enter is its own (229 where a browser does not say so).
      if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      save();
    }}
  ></textarea>`;
}

function descriptionField({
  edited,
  localize,
  faulty,
  writing,
  write,
  writeDescription,
}: DetailsScene): TemplateResult {
  const details = detailsWords(localize.messages);
  if (!writing && edited.description !== '') {
    return html`<div class="details-written">
      <p class="details-reading" dir="auto" role="group" aria-label=${details.description}>
        <span>${linkedText(edited.description)}</span>
      </p>
      <button type="button" class="icon-button" aria-label=${details.editDescription} @click=${writeDescription}>
        ${pencilIcon()}
      </button>
    </div>`;
  }
  return html`<textarea
    class="input details-text"
    part="input"
    dir="auto"
    rows="3"
    aria-label=${details.description}
    aria-invalid=${faulty === 'description' ? 'true' : nothing}
    aria-describedby="details-fault"
    placeholder=${details.descriptionPlaceholder}
    .value=${edited.description}
    @focus=${() => writing || writeDescription()}
    @input=${(event: InputEvent) => write({ description: valueOf(event) })}
  ></textarea>`;
}

/** Status, assignee, due date, place, making and closing, as pairs of a name and a value. */
export function detailsFacts(scene: DetailsScene): TemplateResult {
  const { spec, action, localize } = scene;
  const details = detailsWords(localize.messages);
  const { closed } = action;
  const when = (at: string, by: Id | null, say: typeof details.atBy) =>
    say(instantText(at, spec.timeZone, localize.dates), nameIn(spec, by, localize));
  return html`<dl class="details-facts">
    ${fact(details.status, statusValue(scene))} ${fact(details.assignee, assigneeValue(scene))}
    ${fact(details.due, dueValue(scene))} ${fact(details.where, html`<span dir="auto">${spec.contextName}</span>`)}
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

function assigneeValue({ spec, action, edited, localize, pickAssignee }: DetailsScene): TemplateResult {
  const details = detailsWords(localize.messages);
  const part = partWords(localize.messages);
  const id = assigneeId(edited.assignee);
  const person = id === null ? undefined : spec.people.get(id);
  const name = id === null ? part.nobody : nameIn(spec, id, localize);
  const shown = html`${person ? avatar(person) : userIcon()}<span class="ellipsis" dir="auto">${name}</span>`;
  // A personal action is always its creator's.
  if (action.may.edit === true && action.context.type !== 'personal') {
    return valueButton(details.assignee, 'dialog', shown, pickAssignee);
  }
  return html`<span class="details-value">${shown}</span>`;
}

function dueValue({ spec, action, edited, localize, whyShown, pickDue, toggleWhy }: DetailsScene): TemplateResult {
  const details = detailsWords(localize.messages);
  const label = dueLabel(edited, spec.today, localize);
  const shown = label.date === null ? html`${calendarIcon()}<span>${label.text}</span>` : html`${dueText(label)}`;
  return html`${
    action.may.edit === true
      ? valueButton(details.due, 'dialog', shown, pickDue)
      : html`<span class="details-value">${shown}</span>`
  }
  ${
    action.due === null
      ? nothing
      : html`<button type="button" class="button link" aria-expanded=${whyShown} @click=${toggleWhy}>
          ${details.why}
        </button>`
  }`;
}

function valueOf(event: Event): string {
  return (event.currentTarget as HTMLTextAreaElement).value;
}
