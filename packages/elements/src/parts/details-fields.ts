// What the details show of an action: its title and description, to change or to read.
import type { DateField, Day } from '@followthrough/core/domain';
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
import type { DateWords } from '../dates/date-label.ts';
import { pencilIcon } from '../icons/icons.ts';
import { lockIcon } from '../icons/shown-icons.ts';
import { ruleText } from '../load-problem-text.ts';
import { detailsWords } from '../localize/late-details.ts';
import type { RoomDetails } from './details-room.ts';
import { linkedText } from './linked-text.ts';

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
  /** What its plan adds, of a room's action that is shown with its plan. */
  room?: RoomDetails | undefined;
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
  pickDate: (field: DateField, anchor: HTMLElement) => void;
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

function valueOf(event: Event): string {
  return (event.currentTarget as HTMLTextAreaElement).value;
}
