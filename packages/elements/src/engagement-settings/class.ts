// <engagement-settings>: the settings of one engagement.
import { html, isServer, nothing, type TemplateResult } from 'lit';
import type { Backend } from '@followthrough/core/backend';
import type { Id } from '@followthrough/core/schema';
import type { EngagementSettingsStore, WorkspaceStore } from '@followthrough/core/stores';
import type { Density } from '../context.ts';
import { defineElement } from '../define-element.ts';
import { LocalizeController } from '../localize/localize-controller.ts';
import type { MessageOverrides } from '../localize/messages.ts';
import { densities, innerLevels, words } from '../meaning.ts';
import { PageElement } from '../page-element.ts';
import { Polling } from '../polling.ts';
import { StandingEvents } from '../standing-events.ts';
import { StatesController } from '../states-controller.ts';
import { controls } from '../styles/controls.ts';
import { foundation } from '../styles/foundation.ts';
import { noteStyles } from '../styles/notes.ts';
import { version } from '../version.ts';
import type { InitialData } from '../workspace-scope/initial-data.ts';
import { WorkspaceController, workspaceProperties } from '../workspace-scope/workspace-controller.ts';
import type { SettingsView } from './settings-view.ts';

/**
 * The settings of one engagement: title and dates, whether coachees schedule sessions, the welcome, spectators, invoicing,
 * and deleting it. Changes wait for Save (or save themselves: `autosave`), and outlive a failed save, a conflict and a
 * reload. The coach reads them as text; to coachees and spectators it says that they are not theirs.
 *
 * Keys: Ctrl/⌘+S saves; Ctrl/⌘+Z, where nobody is typing, takes back a discard or a deletion; Enter in a line of text saves.
 *
 * @example
 * <engagement-settings engagement="eng_1"></engagement-settings>
 * <engagement-settings engagement="eng_1" sections="welcome spectators" autosave></engagement-settings>
 * <script type="module">
 *   const settings = document.querySelector('engagement-settings');
 *   settings.addEventListener('dirty-change', ({ dirty }) => { leaveGuard.on = dirty; });
 * </script>
 *
 * @tag engagement-settings
 * @slot header - In place of the heading.
 * @slot section-{name}-before - Over a section: `basics`, `scheduling`, `welcome`, `spectators`, `invoicing` or `danger`; `section-{name}-after` under it.
 * @slot error - In place of the words where loading failed, or where they are not for their viewer.
 * @slot footer - Below it all.
 * @fires settings-before-save - Changes are about to be saved; can be cancelled.
 * @fires settings-saved - After the backend agreed.
 * @fires settings-error - Saving, deleting or bringing back failed. Cancelled: nothing more is shown of it.
 * @fires dirty-change - Something is unsaved, or nothing any more; for a page that asks before it is left.
 * @fires engagement-before-delete - It is about to be deleted; can be cancelled.
 * @fires engagement-deleted - After the backend agreed.
 * @fires engagement-restored - The deletion was undone.
 * @fires invoicing-method-create-request - A method is to be made. Cancelled: the host page makes it, and calls `choose`.
 * @fires session-expired - The backend no longer knows who is asking.
 * @fires load-start - It loads; `load-end` once it has.
 * @fires load-error - It could not; what was there is still shown.
 * @fires offline-change - The backend cannot be reached, or can again.
 * @fires pending-change - Another number of fields wait to be saved.
 * @csspart base - The whole.
 * @csspart header - The line with the heading.
 * @csspart title - The heading.
 * @csspart section - A section; the one that deletes also `danger`.
 * @csspart field - A field; `label`, `help` and `error` are its words.
 * @csspart field-state - With `autosave`, how a field stands; also `field-state-saving`, `-saved` and `-unsaved`.
 * @csspart input - What is typed into.
 * @csspart button - A button; also `button-primary`.
 * @csspart chip - A spectator; `chip-remove` takes them away.
 * @csspart choice - One that can be chosen.
 * @csspart moved - The dates that another start moves.
 * @csspart welcome-preview - The welcome as it will be seen.
 * @csspart method - The invoicing method that is made on the spot.
 * @csspart conflict - A setting changed here and elsewhere.
 * @csspart error-summary - What is wrong, over the form.
 * @csspart save-bar - The bar with Save and Discard.
 * @csspart avatar - A picture or initials.
 * @csspart toast - The word after a change.
 * @csspart skeleton - The bars while loading.
 * @csspart error - What is said where loading failed, or where they are not for their viewer.
 */
export class EngagementSettings extends PageElement {
  static readonly version = version;
  static define(tag = 'engagement-settings', registry?: CustomElementRegistry): void {
    defineElement(tag, this, registry);
  }
  static override styles = [...foundation, controls, noteStyles];
  static override properties = {
    ...workspaceProperties,
    engagement: {},
    sections: { converter: { fromAttribute: words }, standard: [] },
    autosave: { type: Boolean },
    readonly: { type: Boolean },
    density: { type: String, means: densities },
    headingLevel: { attribute: 'heading-level', type: Number, means: innerLevels, standard: 3 },
    label: {},
    hideHeader: { attribute: 'hide-header', type: Boolean },
    poll: { type: Number },
    messages: { attribute: false },
  };

  /** A backend for this element alone. */
  declare backend: Backend | undefined;
  /** Plain data for this element alone. */
  declare initialData: InitialData | undefined;
  /** A clock in place of the page's, for demos and tests. */
  declare now: (() => number) | undefined;
  /** The id of the engagement. */
  declare engagement: Id | undefined;
  /**
   * Which sections are shown, by name (`sections="welcome spectators"`); none: all. One with something unsaved that is wrong
   * is shown in any case.
   */
  declare sections: readonly string[];
  /**
   * Saves each field by itself: when it is left, or after a pause; each says how it stands. What is wrong, what two people
   * changed, and a start that moves dates of items wait for somebody, with Save and Discard.
   */
  declare autosave: boolean;
  /** Shows them as text, to admins too. */
  declare readonly: boolean;
  /** Room for fields; the workspace's where absent. */
  declare density: Density | undefined;
  /** The heading's level in the page, 1–5. */
  declare headingLevel: number;
  /** The heading and accessible name. */
  declare label: string | undefined;
  /** Shows no heading. */
  declare hideHeader: boolean;
  /** Loads again every so many seconds, while somebody looks; absent: never by itself. */
  declare poll: number | undefined;
  /** Wordings for this element. */
  declare messages: MessageOverrides | undefined;

  readonly #workspace = new WorkspaceController(this);
  readonly #localize = new LocalizeController(this, () => this.#workspace.settings);
  #view: SettingsView | undefined;
  #loading: Promise<void> | undefined;

  constructor() {
    super();
    new Polling(this);
    new StandingEvents(this, () => {
      const settings = this.#view?.settings;
      const shown = settings?.shown;
      return {
        loading: settings?.store?.$status.get() === 'loading',
        error: settings?.store?.$error.get() ?? null,
        offline: settings?.workspace?.$online.get() === false,
        pending: (this.autosave ? shown?.unsaved : shown?.sending)?.length ?? 0,
      };
    });
    new StatesController(this, () => {
      const settings = this.#view?.settings;
      const phase = settings?.phase ?? 'loading';
      const shown = settings?.shown;
      return {
        loading: phase === 'loading',
        error: phase === 'error',
        forbidden: phase === 'forbidden' || phase === 'gone',
        offline: settings?.workspace?.$online.get() === false,
        pending: settings?.store?.$saving.get() ?? false,
        dirty: this.dirty,
        readonly: this.readonly || (shown ? shown.engagement.may.edit !== true : false),
      };
    });
  }

  // ── for the host page ─────────────────────────────────────────────────────────────────────────

  /** The workspace shown: its stores and commands, for scripts; undefined while there is none. */
  get store(): WorkspaceStore | undefined {
    return this.#workspace.store;
  }

  /** The settings shown, for scripts; undefined while there are none. */
  get settingsStore(): EngagementSettingsStore | undefined {
    return this.#view?.settings.store;
  }

  /** Whether something is unsaved. */
  get dirty(): boolean {
    return this.#view?.settings.shown?.dirty ?? false;
  }

  /** Saves all that is unsaved, as its own button does; gives whether nothing is left to save. */
  async save(): Promise<boolean> {
    return (await this.#view?.settings.save()) ?? true;
  }

  /** Lets go what is unsaved. */
  discard(): void {
    this.#view?.settings.discard();
  }

  /** Loads again, keeping what is unsaved. */
  async refresh(): Promise<void> {
    await this.#view?.settings.store?.refresh();
  }

  // ── lifecycle ─────────────────────────────────────────────────────────────────────────────────

  override connectedCallback(): void {
    super.connectedCallback();
    if (!isServer) void this.#load();
  }

  protected override assemble(): void {
    this.#view = this.#loading = undefined;
    void this.#load();
  }

  protected override render(): TemplateResult {
    const { locale, direction } = this.#localize;
    return html`<section
      class="base ${this.density ?? this.#workspace.settings.density ?? 'comfortable'}"
      part="base"
      dir=${direction}
      lang=${locale}
      aria-label=${this.#view?.label ?? this.label ?? nothing}
      aria-busy=${this.#view?.settings.phase === 'loading' ? 'true' : nothing}
    >
      ${this.#view?.render()}
      <slot name="footer"></slot>
    </section>`;
  }

  /** What it shows comes once it is on a page; where it could not be had, the next time asks again. */
  #load(): Promise<void> {
    this.#loading ??= this.#assemble().catch((error: unknown) => {
      this.#loading = undefined;
      reportError(error);
    });
    return this.#loading;
  }

  async #assemble(): Promise<void> {
    const { SettingsView } = await import('./settings-view.ts');
    this.#view ??= new SettingsView(this, { workspace: this.#workspace, localize: this.#localize });
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'engagement-settings': EngagementSettings;
  }
}
