// Everything about one action, to read and to change. Changes wait for Save (the status alone is set at once, as in the
// list); what was typed outlives a failed save, a conflict, and the action itself. Loaded when first opened.
import type { ActionPatch, Id } from '@followthrough/core/schema';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { alertIcon, closeIcon } from '../icons/icons.ts';
import { detailsWords } from '../localize/late-details.ts';
import { avatarStyles } from './avatar.ts';
import { detailsDialogStyles } from './details-dialog-styles.ts';
import { dialogStyles } from './dialog-styles.ts';
import { DetailsExplanation } from './details-explanation.ts';
import { detailsConflict } from './details-conflict.ts';
import { detailsFacts } from './details-facts.ts';
import { type DetailsDialogSpec, detailsFields, type DetailsScene, nameIn } from './details-fields.ts';
import { detailsFoot, detailsQuestion } from './details-foot.ts';
import { DetailsPickers } from './details-pickers.ts';
import { DetailsSession } from './details-session.ts';
import { dueStyles } from './due-label.ts';
import { adoptStyles, type CloseOptions, type PartHost, type PartOptions } from './popover.ts';
import { statusStyles } from './status-icon.ts';

export type { DetailsDialogSpec } from './details-fields.ts';

export class DetailsDialog implements ReactiveController {
  readonly #host: PartHost;
  readonly #options: PartOptions;
  readonly #localize: DateWords;
  readonly #pickers: DetailsPickers;
  readonly #explanation: DetailsExplanation;
  #session: DetailsSession | null = null;

  constructor(host: PartHost, options: PartOptions) {
    this.#host = host;
    this.#options = options;
    this.#localize = options.localize;
    this.#pickers = new DetailsPickers(host, options);
    this.#explanation = new DetailsExplanation(host, options.localize);
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#session !== null;
  }

  /** Whether this action is shown. */
  shows(id: Id): boolean {
    return this.#session?.action.id === id;
  }

  /**
   * Shows the action; focus goes back to `anchor` in the end, or where the host says once that is gone.
   * @param typed what was typed before and is not saved
   */
  open(anchor: HTMLElement, spec: DetailsDialogSpec, typed: ActionPatch = {}): void {
    const action = spec.action();
    // What was loaded for it may have come after the host has gone.
    if (!action || this.#session || !this.#host.isConnected) return;
    adoptStyles(this.#host, [dialogStyles, detailsDialogStyles, avatarStyles, statusStyles, dueStyles]);
    this.#session = new DetailsSession(anchor, spec, action, this.#localize);
    this.#session.write(typed);
    this.#host.requestUpdate();
  }

  /** Closes at once, changed or not. */
  close({ returnFocus = true }: CloseOptions = {}): void {
    const session = this.#session;
    if (!session) return;
    this.#session = null;
    this.#explanation.hide();
    this.#dialog?.close();
    if (!returnFocus) return;
    if (session.anchor.isConnected) session.anchor.focus();
    else this.#options.fallbackFocus?.();
  }

  hostUpdated(): void {
    const session = this.#session;
    const dialog = this.#dialog;
    if (!session || session.shown || !dialog) return;
    session.shown = true;
    dialog.showModal();
    // Nothing is about to be changed yet: focus goes to the dialog itself, not to its first field.
    dialog.focus();
  }

  hostDisconnected(): void {
    this.close({ returnFocus: false });
  }

  render(): TemplateResult | typeof nothing {
    const session = this.#session;
    if (!session) return nothing;
    const there = session.look();
    const details = detailsWords(this.#localize.messages);
    const scene = this.#scene(session);
    return html`<dialog
      class="dialog details"
      part="dialog"
      tabindex="-1"
      aria-label=${details.label(session.action.title)}
      @keydown=${this.#onKeyDown}
      @pointerdown=${this.#onPointerDown}
      @cancel=${this.#onCancel}
      @close=${this.#onClose}
    >
      <div class="details-body">
        <div class="details-head">
          <span class="meta ellipsis" dir="auto">${session.spec.contextName}</span>
          <button type="button" class="icon-button" aria-label=${details.close} @click=${this.#askToClose}>
            ${closeIcon()}
          </button>
        </div>
        ${there ? nothing : html`<p class="details-notice" role="alert">${alertIcon()} ${details.gone}</p>`}
        ${detailsFields(scene)}
        ${session.conflicts.map((field) =>
          detailsConflict(field, scene, (how) => {
            session.resolve(field, how);
            this.#host.requestUpdate();
          }),
        )}
        ${detailsFacts(scene)} ${this.#explanation.render()}
      </div>
      ${this.#foot(session, there)} ${this.#pickers.render(session)}
    </dialog>`;
  }

  #scene(session: DetailsSession): DetailsScene {
    const { spec, action, edited, fault, writing } = session;
    const write = (patch: ActionPatch) => this.#write(session, patch);
    return {
      spec,
      action,
      edited,
      localize: this.#localize,
      faulty: fault && fault.about !== 'save' ? fault.about : null,
      writing,
      whyShown: this.#explanation.isShown,
      write,
      writeDescription: () => void this.#writeDescription(session),
      save: () => void this.#save(),
      pickStatus: (anchor) => this.#pickers.status(anchor, session),
      pickAssignee: (anchor) => this.#pickers.assignee(anchor, session, write),
      pickDate: (field, anchor) => this.#pickers.date(anchor, field, session, write),
      toggleWhy: () => this.#toggleWhy(session),
    };
  }

  #foot(session: DetailsSession, there: boolean): TemplateResult {
    const localize = this.#localize;
    if (session.asking) return detailsQuestion(localize, () => this.close(), this.#keepEditing);
    return detailsFoot({
      session,
      there,
      localize,
      askToClose: this.#askToClose,
      save: () => void this.#save(),
      remove: this.#delete,
    });
  }

  // ── changing ──────────────────────────────────────────────────────────────────────────────────

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector<HTMLDialogElement>('dialog.details');
  }

  #write(session: DetailsSession, patch: ActionPatch): void {
    session.write(patch);
    this.#host.requestUpdate();
  }

  async #writeDescription(session: DetailsSession): Promise<void> {
    session.writing = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#dialog?.querySelector<HTMLElement>('.details-text')?.focus();
  }

  #toggleWhy({ spec, action }: DetailsSession): void {
    if (this.#explanation.isShown) this.#explanation.hide();
    else
      void this.#explanation.show(() => spec.explain(action.id), {
        actionId: action.id,
        nameOf: (id) => (spec.room ? spec.room.nameOf(id) : detailsWords(this.#localize.messages).anotherStep),
        nameOfPerson: (id) => nameIn(spec, id, this.#localize),
        timeZone: spec.timeZone,
      });
  }

  readonly #delete = (): void => {
    const session = this.#session;
    this.close();
    session?.spec.onDelete();
  };

  async #save(): Promise<void> {
    const session = this.#session;
    if (!session) return;
    const saved = session.save();
    this.#host.requestUpdate();
    // It may have been closed meanwhile, or another one opened.
    if ((await saved) && this.#session === session) this.close();
    this.#host.requestUpdate();
  }

  // ── closing ───────────────────────────────────────────────────────────────────────────────────

  readonly #askToClose = (): void => {
    const session = this.#session;
    if (!session || session.saving || session.isClean) {
      this.close();
      return;
    }
    session.asking = true;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#dialog?.querySelector<HTMLElement>('.details-keep')?.focus());
  };

  readonly #keepEditing = (): void => {
    if (this.#session) this.#session.asking = false;
    this.#host.requestUpdate();
    this.#dialog?.querySelector<HTMLElement>('.details-title')?.focus();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    // Keys of the dialog are not keys of the list under it.
    event.stopPropagation();
    if (event.isComposing || event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (this.#session?.asking) this.#keepEditing();
      else this.#askToClose();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.#save();
    }
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
    const session = this.#session;
    if (!session || this.#dialog?.open) return;
    if (!session.isClean) this.#dialog?.showModal();
    this.#askToClose();
  };
}
