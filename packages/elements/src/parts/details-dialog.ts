// Everything about one action, to read and to change. Changes wait for Save (the status alone is set at once, as in the
// list); what was typed outlives a failed save, a conflict, and the action itself. Loaded when first opened.
import type { BackendError } from '@followthrough/core/backend';
import { assigneeId, type Day, fixedDate, parseDay } from '@followthrough/core/domain';
import type { Action, ActionPatch, ActionState, Assignee, Calendar, Explanation, Id, Person } from '@followthrough/core/schema';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { type DateWords, dueLabel } from '../dates/date-label.ts';
import { alertIcon, calendarIcon, chevronDownIcon, closeIcon, lockIcon, pencilIcon, trashIcon, userIcon } from '../icons/icons.ts';
import { problemText, ruleText } from '../problem-text.ts';
import { AssigneePicker } from './assignee-picker.ts';
import { avatar, avatarStyles } from './avatar.ts';
import {
  conflictsOf,
  type DetailsChanges,
  type DetailsField,
  isClean,
  keepMine,
  takeTheirs,
  toSave,
  unchanged,
  written,
} from './details-changes.ts';
import { detailsDialogStyles } from './details-dialog-styles.ts';
import { instantText, whySentences } from './details-explanation.ts';
import { DuePopover } from './due-popover.ts';
import { dueStyles, dueText } from './due-label.ts';
import { linkedText } from './linked-text.ts';
import { adoptStyles, type CloseOptions, type PartHost, type PartOptions } from './popover.ts';
import { statusLabel, statusStyles } from './status-icon.ts';
import { StatusMenu } from './status-menu.ts';

export { detailsDialogStyles };

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
  /** Writes the changed fields. Where it rejects, or gives null (cancelled, refused), everything typed stays. */
  onSave: (patch: ActionPatch, base: Action) => Promise<unknown>;
  onState: (state: ActionState) => void;
  /** Deletes it, to be undone from the host's toast. */
  onDelete: () => void;
  explain: (id: Id) => Promise<Explanation>;
}

const LIMITS = { title: 500, description: 10_000 } as const;
type Why = { type: 'loading' } | { type: 'told'; sentences: string[] } | { type: 'failed'; text: string };

export class DetailsDialog implements ReactiveController {
  readonly #host: PartHost;
  readonly #options: PartOptions;
  readonly #localize: DateWords;
  readonly #statusMenu: StatusMenu;
  readonly #due: DuePopover;
  readonly #assignee: AssigneePicker;
  #spec: DetailsDialogSpec | null = null;
  #anchor: HTMLElement | null = null;
  #action: Action | null = null;
  #changes: DetailsChanges | null = null;
  #shown = false;
  #writing = false;
  #asking = false;
  #saving = false;
  #fault: { about: 'title' | 'description' | 'save'; text: string } | null = null;
  #why: Why | null = null;

  constructor(host: PartHost, options: PartOptions) {
    this.#host = host;
    this.#options = options;
    this.#localize = options.localize;
    this.#statusMenu = new StatusMenu(host, options);
    this.#due = new DuePopover(host, options);
    this.#assignee = new AssigneePicker(host, options);
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#spec !== null;
  }

  /** Shows the action; focus goes back to `anchor` in the end, or where the host says once that is gone. */
  open(anchor: HTMLElement, spec: DetailsDialogSpec): void {
    const action = spec.action();
    if (!action || this.#spec) return;
    adoptStyles(this.#host, [detailsDialogStyles, avatarStyles, statusStyles, dueStyles]);
    this.#spec = spec;
    this.#anchor = anchor;
    this.#action = action;
    this.#changes = unchanged(action);
    this.#writing = false;
    this.#reset();
    this.#host.requestUpdate();
  }

  /** Closes at once, changed or not. */
  close({ returnFocus = true }: CloseOptions = {}): void {
    if (!this.#spec) return;
    const anchor = this.#anchor;
    this.#spec = null;
    this.#anchor = null;
    this.#shown = false;
    this.#reset();
    this.#dialog?.close();
    if (returnFocus) {
      if (anchor?.isConnected) anchor.focus();
      else this.#options.fallbackFocus?.();
    }
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    if (!this.#spec || this.#shown) return;
    const dialog = this.#dialog;
    if (!dialog) return;
    this.#shown = true;
    dialog.showModal();
    // Nothing is about to be changed yet: the dialog itself, not its first field.
    dialog.focus();
  }

  hostDisconnected(): void {
    this.close({ returnFocus: false });
  }

  render(): TemplateResult | typeof nothing {
    const spec = this.#spec;
    if (!spec) return nothing;
    const current = spec.action();
    const action = (this.#action = current ?? this.#action);
    if (!action) return nothing;
    const { details } = this.#localize.messages;
    return html`<dialog
      class="details"
      part="dialog"
      tabindex="-1"
      aria-label=${details.label(action.title)}
      @keydown=${this.#onKeyDown}
      @pointerdown=${this.#onPointerDown}
      @cancel=${this.#onCancel}
      @close=${this.#onClose}
    >
      <div class="details-body">
        <div class="details-head">
          <span class="meta ellipsis">${spec.contextName}</span>
          <button type="button" class="icon-button" aria-label=${details.close} @click=${this.#askToClose}>${closeIcon()}</button>
        </div>
        ${current ? nothing : html`<p class="details-notice" role="alert">${alertIcon()} ${details.gone}</p>`}
        ${action.may.edit === true ? this.#editable(action) : this.#readable(action)}
        ${this.#conflicts(action).map((field) => this.#conflict(field, action))}
        <dl class="details-facts">${this.#facts(action, spec)}</dl>
        ${this.#whyText()}
      </div>
      ${this.#foot(action, current !== undefined)} ${this.#statusMenu.render()}${this.#due.render()}${this.#assignee.render()}
    </dialog>`;
  }

  // ── what it says ──────────────────────────────────────────────────────────────────────────────

  #editable(action: Action): TemplateResult {
    const { details } = this.#localize.messages;
    const { title = action.title, description = action.description } = this.#changes?.patch ?? {};
    const faulty = (field: 'title' | 'description') => (this.#fault?.about === field ? 'true' : nothing);
    return html`<textarea
        class="details-title"
        part="input"
        rows="1"
        aria-label=${details.title}
        aria-invalid=${faulty('title')}
        aria-describedby="details-fault"
        .value=${title}
        @input=${(event: InputEvent) => this.#write({ title: valueOf(event).replace(/\s*[\r\n]+\s*/gu, ' ') })}
        @keydown=${this.#onTitleKey}
      ></textarea>
      ${this.#writing || description === ''
        ? html`<textarea
            class="input details-text"
            part="input"
            rows="3"
            aria-label=${details.description}
            aria-invalid=${faulty('description')}
            aria-describedby="details-fault"
            placeholder=${details.descriptionPlaceholder}
            .value=${description}
            @focus=${() => (this.#writing = true)}
            @input=${(event: InputEvent) => this.#write({ description: valueOf(event) })}
          ></textarea>`
        : html`<div class="details-written">
            <p class="details-reading" role="group" aria-label=${details.description}>${linkedText(description)}</p>
            <button type="button" class="icon-button" aria-label=${details.editDescription} @click=${this.#writeDescription}>
              ${pencilIcon()}
            </button>
          </div>`}`;
  }

  #readable(action: Action): TemplateResult {
    const { messages } = this.#localize;
    return html`<p class="details-title">${action.title}</p>
      ${action.description === '' ? nothing : html`<p class="details-reading">${linkedText(action.description)}</p>`}
      <p class="details-withheld meta">${lockIcon()} ${this.#reason(action.may.edit, messages)}</p>`;
  }

  #reason(permission: Action['may']['edit'], messages: DateWords['messages']): string {
    return permission === true ? '' : ruleText(permission, messages);
  }

  #facts(action: Action, spec: DetailsDialogSpec): TemplateResult {
    const { messages } = this.#localize;
    const { details, status } = messages;
    const label = statusLabel(action.status, status);
    const maySet = action.may.setState === true;
    const { closed } = action;
    return html`${fact(
      details.status,
      maySet
        ? html`<button type="button" class="details-value" aria-haspopup="menu" aria-expanded="false" @click=${this.#openStatus}>
            <span class="visually-hidden">${details.status}:</span> ${label}${chevronDownIcon()}
          </button>`
        : html`${label} <span class="meta details-withheld">${this.#reason(action.may.setState, messages)}</span>`,
    )}
    ${fact(details.assignee, this.#assigneeFact(action, spec))} ${fact(details.due, this.#dueFact(action, spec))}
    ${fact(details.where, spec.contextName)}
    ${fact(details.created, details.atBy(instantText(action.createdAt, this.#localize), this.#nameOf(action.createdBy)))}
    ${closed === null
      ? nothing
      : fact(
          details.closed,
          (action.late ? details.lateAtBy : details.atBy)(instantText(closed.at, this.#localize), this.#nameOf(closed.by)),
        )}`;
  }

  #assigneeFact(action: Action, spec: DetailsDialogSpec): TemplateResult | string {
    const { details, part } = this.#localize.messages;
    const id = assigneeId(this.#assigneeNow(action));
    const person = id === null ? undefined : spec.people.get(id);
    const name = id === null ? part.nobody : this.#nameOf(id);
    const shown = html`${person ? avatar(person) : userIcon()}<span class="ellipsis">${name}</span>`;
    // A personal action is always its creator's.
    if (action.may.edit !== true || action.context.type === 'personal') return html`<span class="details-value">${shown}</span>`;
    return html`<button type="button" class="details-value" aria-haspopup="dialog" aria-expanded="false" @click=${this.#openAssignee}>
      <span class="visually-hidden">${details.assignee}:</span> ${shown}${chevronDownIcon()}
    </button>`;
  }

  #dueFact(action: Action, spec: DetailsDialogSpec): TemplateResult {
    const { details } = this.#localize.messages;
    const label = dueLabel(this.#withDueNow(action), spec.today, this.#localize);
    const shown = html`${label.date === null ? html`${calendarIcon()}<span>${label.text}</span>` : dueText(label)}`;
    const why = html`<button type="button" class="button link" aria-expanded=${this.#why !== null} @click=${this.#toggleWhy}>
      ${details.why}
    </button>`;
    if (action.may.edit !== true) return html`<span class="details-value">${shown}</span> ${action.due ? why : nothing}`;
    return html`<button type="button" class="details-value" aria-haspopup="dialog" aria-expanded="false" @click=${this.#openDue}>
        <span class="visually-hidden">${details.due}:</span> ${shown}${chevronDownIcon()}
      </button>
      ${action.due ? why : nothing}`;
  }

  #whyText(): TemplateResult {
    const { details } = this.#localize.messages;
    const why = this.#why;
    const sentences =
      why === null ? [] : why.type === 'loading' ? [details.whyLoading] : why.type === 'failed' ? [why.text] : why.sentences;
    return html`<div class="details-why meta" role="status">${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>`;
  }

  #conflict(field: DetailsField, action: Action): TemplateResult {
    const { details } = this.#localize.messages;
    const mine = this.#valueText(field, { ...action, ...this.#overlay(action) });
    const resolve = (how: typeof keepMine) => () => {
      if (this.#changes) this.#changes = how(this.#changes, action, field);
      this.#host.requestUpdate();
    };
    return html`<div class="details-conflict" role="alert">
      <p>${details.changed(details[field])}</p>
      <dl>
        <div><dt>${details.mine}</dt><dd>${mine}</dd></div>
        <div><dt>${details.theirs}</dt><dd>${this.#valueText(field, action)}</dd></div>
      </dl>
      <button type="button" class="button" @click=${resolve(keepMine)}>${details.keepMine}</button>
      <button type="button" class="button" @click=${resolve(takeTheirs)}>${details.takeTheirs}</button>
    </div>`;
  }

  #foot(action: Action, there: boolean): TemplateResult {
    const { messages } = this.#localize;
    const { details } = messages;
    if (this.#asking) {
      return html`<div class="details-foot" role="alert">
        <span class="details-ask">${details.discard}</span>
        <button type="button" class="button danger" @click=${() => this.close()}>${details.discardYes}</button>
        <button type="button" class="button primary details-keep" @click=${this.#keepEditing}>${details.discardNo}</button>
      </div>`;
    }
    const remove =
      action.may.delete === true
        ? html`<button type="button" class="button quiet" ?disabled=${!there} @click=${this.#delete}>${trashIcon()}${details.delete}</button>`
        : html`<span class="meta details-ask">${this.#reason(action.may.delete, messages)}</span>`;
    return html`<div class="details-foot">
      <p class="details-fault" id="details-fault" role="alert">${this.#fault?.text ?? ''}</p>
      ${remove}
      <span class="details-gap"></span>
      ${action.may.edit === true
        ? html`<button type="button" class="button" @click=${this.#askToClose}>${details.cancel}</button>
            <button
              type="button"
              class="button primary"
              aria-disabled=${this.#saving || !there ? 'true' : nothing}
              @click=${() => void this.#save()}
            >
              ${this.#saving ? details.saving : details.save}
            </button>`
        : html`<button type="button" class="button" @click=${this.#askToClose}>${details.close}</button>`}
    </div>`;
  }

  #nameOf(id: Id | null): string {
    const { context } = this.#localize.messages;
    return (id === null ? undefined : this.#spec?.people.get(id)?.name) ?? context.unknownPerson;
  }

  #valueText(field: DetailsField, action: Pick<Action, DetailsField>): string {
    const { part, date } = this.#localize.messages;
    switch (field) {
      case 'title':
      case 'description':
        return action[field];
      case 'assignee': {
        const id = assigneeId(action.assignee);
        return id === null ? part.nobody : this.#nameOf(id);
      }
      case 'due':
        return action.due?.date ? this.#localize.dates.full(parseDay(action.due.date)) : date.none;
    }
  }

  // ── what is changed ───────────────────────────────────────────────────────────────────────────

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector<HTMLDialogElement>('dialog.details');
  }

  #reset(): void {
    this.#asking = false;
    this.#saving = false;
    this.#fault = null;
    this.#why = null;
  }

  #isClean(action: Action): boolean {
    return this.#changes === null || isClean(this.#changes, action);
  }

  #conflicts(action: Action): readonly DetailsField[] {
    // While a save is on its way the page shows its result already.
    return this.#changes === null || this.#saving ? [] : conflictsOf(this.#changes, action);
  }

  #assigneeNow(action: Action): Assignee | null {
    const changed = this.#changes?.patch.assignee;
    return changed === undefined ? action.assignee : changed;
  }

  /** The fields that were changed here, over the action. */
  #overlay(action: Action): Pick<Action, DetailsField> {
    const { title = action.title, description = action.description } = this.#changes?.patch ?? {};
    return { title, description, assignee: this.#assigneeNow(action), due: this.#withDueNow(action).due };
  }

  #withDueNow(action: Action): Action {
    const due = this.#changes?.patch.due;
    if (due === undefined) return action;
    const date = due?.rule.type === 'fixed' ? due.rule.date : null;
    const overdue = date !== null && action.closed === null && parseDay(date) < (this.#spec?.today ?? 0);
    return {
      ...action,
      overdue,
      due: due && { rule: due.rule, pinned: null, date, basis: 'fixed', waitingOn: [] },
    };
  }

  #write(patch: ActionPatch): void {
    if (!this.#changes || !this.#action) return;
    this.#changes = written(this.#changes, this.#action, patch);
    this.#fault = null;
    this.#host.requestUpdate();
  }

  readonly #writeDescription = async (): Promise<void> => {
    this.#writing = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#dialog?.querySelector<HTMLElement>('.details-text')?.focus();
  };

  readonly #openStatus = (event: Event): void => {
    const { today, onState } = this.#spec ?? {};
    if (!this.#action || today === undefined) return;
    this.#statusMenu.open(event.currentTarget as HTMLElement, {
      action: this.#action,
      today,
      onPick: (state) => {
        onState?.(state);
        this.#host.requestUpdate();
      },
    });
  };

  readonly #openAssignee = (event: Event): void => {
    const spec = this.#spec;
    if (!spec || !this.#action) return;
    this.#assignee.open(event.currentTarget as HTMLElement, {
      options: spec.parties.map((person) => ({ person })),
      selected: this.#assigneeNow(this.#action),
      me: spec.me,
      allowNone: false,
      onPick: (assignee) => this.#write({ assignee }),
    });
  };

  readonly #openDue = (event: Event): void => {
    const spec = this.#spec;
    if (!spec || !this.#action) return;
    this.#due.open(event.currentTarget as HTMLElement, {
      date: this.#withDueNow(this.#action).due?.date ?? null,
      today: spec.today,
      weekStart: spec.weekStart,
      calendar: spec.calendar,
      clearable: this.#action.context.type !== 'relationship',
      onPick: (date) => this.#write({ due: date === null ? null : fixedDate(date) }),
    });
  };

  readonly #toggleWhy = async (): Promise<void> => {
    const spec = this.#spec;
    const action = this.#action;
    if (!spec || !action || this.#why) {
      this.#why = null;
      this.#host.requestUpdate();
      return;
    }
    this.#why = { type: 'loading' };
    this.#host.requestUpdate();
    const { messages } = this.#localize;
    try {
      const sentences = whySentences(await spec.explain(action.id), this.#localize, (id) => this.#nameOf(id));
      this.#why = { type: 'told', sentences: sentences.length > 0 ? sentences : [messages.details.whyNone] };
    } catch (error) {
      this.#why = { type: 'failed', text: problemText(error as BackendError, messages) };
    }
    this.#host.requestUpdate();
  };

  readonly #delete = (): void => {
    const spec = this.#spec;
    this.close();
    spec?.onDelete();
  };

  async #save(): Promise<void> {
    const spec = this.#spec;
    const action = spec?.action();
    if (!spec || !action || !this.#changes || this.#saving) return;
    const patch = toSave(this.#changes, action);
    this.#fault = this.#faultOf(patch);
    if (this.#fault || this.#conflicts(action).length > 0) {
      this.#host.requestUpdate();
      return;
    }
    if (this.#isClean(action)) {
      this.close();
      return;
    }
    this.#saving = true;
    this.#host.requestUpdate();
    const why = await this.#sent(spec.onSave(patch, this.#changes.base));
    // It may have been closed meanwhile, or another one opened.
    if (this.#spec !== spec) return;
    this.#saving = false;
    if (why === null) {
      this.close();
      return;
    }
    this.#fault = { about: 'save', text: why };
    this.#host.requestUpdate();
  }

  /** Why a save failed; null where it did not. */
  async #sent(save: Promise<unknown>): Promise<string | null> {
    const { messages } = this.#localize;
    try {
      return (await save) === null ? messages.details.notSaved : null;
    } catch (error) {
      return `${problemText(error as BackendError, messages)} ${messages.details.notSaved}`;
    }
  }

  #faultOf({ title, description }: ActionPatch): { about: 'title' | 'description'; text: string } | null {
    const { details } = this.#localize.messages;
    if (title?.trim() === '') return { about: 'title', text: details.titleEmpty };
    if ([...(title ?? '')].length > LIMITS.title) return { about: 'title', text: details.tooLong(LIMITS.title) };
    if ([...(description ?? '')].length > LIMITS.description) {
      return { about: 'description', text: details.tooLong(LIMITS.description) };
    }
    return null;
  }

  // ── closing ───────────────────────────────────────────────────────────────────────────────────

  readonly #askToClose = (): void => {
    if (!this.#action || this.#saving || this.#isClean(this.#action)) {
      this.close();
      return;
    }
    this.#asking = true;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#dialog?.querySelector<HTMLElement>('.details-keep')?.focus());
  };

  readonly #keepEditing = (): void => {
    this.#asking = false;
    this.#host.requestUpdate();
    this.#dialog?.querySelector<HTMLElement>('.details-title')?.focus();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    // Keys of the dialog are not keys of the list under it.
    event.stopPropagation();
    if (event.isComposing || event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (this.#asking) this.#keepEditing();
      else this.#askToClose();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.#save();
    }
  };

  readonly #onTitleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    void this.#save();
  };

  /** A press beside the dialog's body is one on its backdrop. */
  readonly #onPointerDown = (event: PointerEvent): void => {
    if (event.target === event.currentTarget) this.#askToClose();
  };

  readonly #onCancel = (event: Event): void => {
    event.preventDefault();
    this.#askToClose();
  };

  /** A browser can close a dialog without asking (Android's back key, pressed twice): what was typed is kept. */
  readonly #onClose = (): void => {
    if (!this.#spec) return;
    if (this.#action && !this.#isClean(this.#action)) this.#dialog?.showModal();
    this.#askToClose();
  };
}

function fact(name: string, value: TemplateResult | string): TemplateResult {
  return html`<div class="details-fact"><dt>${name}</dt><dd>${value}</dd></div>`;
}

function valueOf(event: Event): string {
  return (event.currentTarget as HTMLTextAreaElement).value;
}
