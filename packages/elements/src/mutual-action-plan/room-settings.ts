// A room's settings: its name, its clock, who of the team is in it, and deleting it. What was typed stays until it is saved or
// let be; what somebody else changed meanwhile is shown beside it, field by field. Loaded when first opened.
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { BackendError } from '@followthrough/core/backend';
import type { Room } from '@followthrough/core/schema';
import type { DateWords } from '../dates/date-label.ts';
import { trashIcon } from '../icons/icons.ts';
import { roomSetupWords } from '../localize/late-room-setup.ts';
import { adoptStyles } from '../parts/adopt-styles.ts';
import { avatarStyles } from '../parts/avatar.ts';
import { dialogStyles } from '../parts/dialog-styles.ts';
import type { PartHost, PartOptions } from '../parts/popover.ts';
import { problemText } from '../problem-text.ts';
import { ROOM_FIELDS, RoomDraft, type RoomField } from './room-settings-draft.ts';
import { membersField, nameField, type SettingsFields, zoneField } from './room-settings-fields.ts';
import type { RoomSettingsSpec } from './room-settings-spec.ts';
import { roomSettingsStyles } from './room-settings-styles.ts';

/** What the form says, and what is said of what came of it. */
export const settingsWords = roomSetupWords;

type Faults = Partial<Record<RoomField | 'all', string>>;

export class RoomSettings implements ReactiveController {
  readonly #host: PartHost;
  readonly #options: PartOptions;
  readonly #localize: DateWords;
  #open: { readonly spec: RoomSettingsSpec; readonly draft: RoomDraft } | null = null;
  #from: HTMLElement | null = null;
  #shown = false;
  #isBusy = false;
  #asksToRemove = false;
  #isZoneEntered = false;
  #faults: Faults = {};

  constructor(host: PartHost, options: PartOptions) {
    this.#host = host;
    this.#options = options;
    this.#localize = options.localize;
    host.addController(this);
  }

  open(from: HTMLElement, room: Room, spec: RoomSettingsSpec): void {
    adoptStyles(this.#host, [avatarStyles, dialogStyles, roomSettingsStyles]);
    this.#open = { spec, draft: new RoomDraft(room) };
    this.#from = from;
    this.#shown = false;
    this.#asksToRemove = false;
    this.#isZoneEntered = false;
    this.#faults = {};
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    if (!this.#open || this.#shown || !dialog) return;
    this.#shown = true;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('.settings-name')?.focus();
  }

  hostDisconnected(): void {
    this.#open = null;
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#open) return nothing;
    const { spec, draft } = this.#open;
    const words = this.#words;
    const fields: SettingsFields = {
      draft,
      spec,
      words,
      faults: this.#faults,
      isZoneEntered: this.#isZoneEntered,
      enterZone: () => {
        if (this.#isZoneEntered) return;
        this.#isZoneEntered = true;
        this.#host.requestUpdate();
      },
      write: (values) => {
        draft.write(values);
        this.#faults = {};
        this.#host.requestUpdate();
      },
      resolve: (field, how) => {
        draft.resolve(field, how);
        this.#faults = {};
        this.#host.requestUpdate();
      },
    };
    return html`<dialog
      class="dialog room-settings"
      part="dialog"
      aria-labelledby="room-settings-heading"
      @keydown=${this.#onKeyDown}
      @cancel=${this.#onCancel}
    >
      <form novalidate @submit=${this.#onSubmit}>
        <h2 id="room-settings-heading">${words.settings}</h2>
        <div class="settings-fields">${nameField(fields)} ${zoneField(fields)} ${membersField(fields)}</div>
        <p class="danger-text settings-fault" role="alert">${this.#faults.all ?? nothing}</p>
        ${this.#asksToRemove ? this.#removal(draft) : this.#buttons(spec)}
      </form>
    </dialog>`;
  }

  #buttons(spec: RoomSettingsSpec): TemplateResult {
    const words = this.#words;
    return html`<footer class="settings-foot">
      ${
        spec.mayDelete
          ? html`<button type="button" class="button quiet settings-remove" @click=${() => this.#askToRemove(true)}>
              ${trashIcon()}${words.remove}
            </button>`
          : nothing
      }
      <span class="settings-gap"></span>
      <button type="button" class="button" @click=${() => this.#close()}>${words.cancel}</button>
      <button type="submit" class="button primary" ?disabled=${this.#isBusy}>
        ${this.#isBusy ? words.saving : words.save}
      </button>
    </footer>`;
  }

  #removal({ base }: RoomDraft): TemplateResult {
    const words = this.#words;
    return html`<footer class="settings-foot removal" role="group" aria-labelledby="room-remove-ask">
      <p id="room-remove-ask">${words.removeAsk(base.name)}</p>
      <span class="settings-gap"></span>
      <button type="button" class="button settings-keep" @click=${() => this.#askToRemove(false)}>
        ${words.removeNo}
      </button>
      <button type="button" class="button danger" ?disabled=${this.#isBusy} @click=${() => void this.#remove()}>
        ${words.removeYes}
      </button>
    </footer>`;
  }

  // ── what is done ──────────────────────────────────────────────────────────────────────────────

  async #save(): Promise<void> {
    const open = this.#open;
    if (!open || this.#isBusy) return;
    const { draft, spec } = open;
    const { patch } = draft;
    if (patch.name === '') return this.#fault({ name: this.#words.nameMissing });
    const [conflict] = draft.conflicts;
    if (conflict) return this.#fault({ all: this.#words.conflict });
    if (Object.keys(patch).length === 0) return this.#close();
    this.#isBusy = true;
    this.#host.requestUpdate();
    try {
      await spec.save(patch, draft.base.version);
      this.#isBusy = false;
      if (this.#open === open) this.#close();
    } catch (error) {
      this.#isBusy = false;
      this.#refused(error, draft);
    }
  }

  #refused(error: unknown, draft: RoomDraft): void {
    const { messages } = this.#localize;
    if (!(error instanceof BackendError)) throw error;
    if (error.code === 'version-conflict' && error.current !== undefined) {
      draft.meet(error.current as Room);
      // What does not meet what was changed here needs no decision: it is saved over the newer one.
      return draft.conflicts.size > 0 ? this.#fault({ all: this.#words.conflict }) : void this.#save();
    }
    const faults: Faults = {};
    for (const { pointer, message } of error.errors) {
      const field = ROOM_FIELDS.find((one) => pointer === `/${one}` || pointer.startsWith(`/${one}/`));
      if (field) faults[field] ??= message;
    }
    this.#fault(Object.keys(faults).length > 0 ? faults : { all: problemText(error, messages) });
  }

  #fault(faults: Faults): void {
    this.#faults = faults;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      const at = '.settings-conflict button, [aria-invalid="true"], button[type="submit"]';
      this.#dialog?.querySelector<HTMLElement>(at)?.focus();
    });
  }

  #askToRemove(asks: boolean): void {
    this.#asksToRemove = asks;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      this.#dialog?.querySelector<HTMLElement>(asks ? '.settings-keep' : '.settings-remove')?.focus();
    });
  }

  async #remove(): Promise<void> {
    const open = this.#open;
    if (!open || this.#isBusy) return;
    this.#isBusy = true;
    this.#host.requestUpdate();
    const isGone = await open.spec.remove();
    this.#isBusy = false;
    if (isGone) this.#close();
    else this.#askToRemove(false);
  }

  #close(): void {
    if (!this.#open) return;
    this.#open = null;
    this.#dialog?.close();
    if (this.#from?.isConnected) this.#from.focus();
    else this.#options.fallbackFocus?.();
    this.#host.requestUpdate();
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#save();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    // Keys of the dialog are not keys of the plan under it.
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (this.#asksToRemove) this.#askToRemove(false);
    else this.#close();
  };

  readonly #onCancel = (event: Event): void => {
    event.preventDefault();
    this.#close();
  };

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector<HTMLDialogElement>('dialog.room-settings');
  }

  get #words() {
    return roomSetupWords(this.#localize.messages);
  }
}
