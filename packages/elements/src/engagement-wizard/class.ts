// <engagement-wizard>: engagements for one or many, step by step.
import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Backend } from '@followthrough/core/backend';
import type { EngagementSetupStore, WorkspaceStore } from '@followthrough/core/stores';
import type { Density } from '../context.ts';
import { defineElement } from '../define-element.ts';
import { LocalizeController } from '../localize/localize-controller.ts';
import type { MessageOverrides } from '../localize/messages.ts';
import { densities, innerLevels, urlPlaces, words } from '../meaning.ts';
import { PageElement } from '../page-element.ts';
import { dialogStyles } from '../parts/dialog-styles.ts';
import { StandingEvents } from '../standing-events.ts';
import { StatesController } from '../states-controller.ts';
import { controls } from '../styles/controls.ts';
import { foundation } from '../styles/foundation.ts';
import { noteStyles } from '../styles/notes.ts';
import type { UrlPlace } from '../url-place.ts';
import { version } from '../version.ts';
import type { InitialData } from '../workspace-scope/initial-data.ts';
import { WorkspaceController, workspaceProperties } from '../workspace-scope/workspace-controller.ts';
import type { WizardPresets } from './wizard-events.ts';
import type { WizardView } from './wizard-view.ts';

/**
 * Makes engagements, for one coachee or for hundreds: coachees or a group, the coach, a template or none, and a last look.
 * They are made as drafts, which nobody but admins sees. For admins; to others it says so.
 *
 * Keys: Enter goes on, Alt with the arrow that points back goes back, Escape leaves (and asks first where something is chosen).
 *
 * @example
 * <engagement-wizard draft-key="new" sync-url="query"></engagement-wizard>
 * <engagement-wizard steps="template coachees coach settings review"></engagement-wizard>
 * <engagement-wizard dialog id="wizard"></engagement-wizard>
 * <script type="module">
 *   document.querySelector('#new').addEventListener('click', () => document.querySelector('#wizard').show());
 * </script>
 *
 * @tag engagement-wizard
 * @slot header - In place of the heading.
 * @slot step-{name}-before - Over a step: `coachees`, `coach`, `template`, `settings` or `review`; `step-{name}-after` under it.
 * @slot review-extra - Under the summary of the last step.
 * @slot error - In place of the words where loading failed, or where it is not theirs to do.
 * @slot footer - Below it all.
 * @fires step-before-change - Another step is about to be shown; can be cancelled.
 * @fires step-changed - Another step is shown.
 * @fires engagement-before-create - Engagements are about to be made; can be cancelled.
 * @fires engagement-created - One was made; fired for each.
 * @fires wizard-finished - Whoever made them is done; with all that were made.
 * @fires wizard-cancelled - It was left with nothing made.
 * @fires session-expired - The backend no longer knows who is asking.
 * @fires load-start - It loads; `load-end` once it has.
 * @fires load-error - It could not.
 * @fires offline-change - The backend cannot be reached, or can again.
 * @fires pending-change - Another number of engagements wait to be made.
 * @csspart base - The whole.
 * @csspart dialog - The dialog, where it is one.
 * @csspart header - The line with the heading.
 * @csspart title - The heading.
 * @csspart steps - The way through the steps.
 * @csspart step - One of them; also `step-current` and `step-done`.
 * @csspart panel - The step shown.
 * @csspart error-summary - What is wrong with it.
 * @csspart field - A field; `label`, `help` and `error` are its words.
 * @csspart input - What is typed into.
 * @csspart chip - Somebody chosen; `chip-remove` takes them away.
 * @csspart choice - One that can be chosen.
 * @csspart actions - The buttons.
 * @csspart button - A button; also `button-primary`.
 * @csspart result - What became of somebody; also `result-` with done, skipped, refused or failed.
 * @csspart avatar - A picture or initials.
 * @csspart skeleton - The bars while loading.
 * @csspart error - What is said where loading failed, or where it is not theirs to do.
 */
export class EngagementWizard extends PageElement {
  static readonly version = version;
  static define(tag = 'engagement-wizard', registry?: CustomElementRegistry): void {
    defineElement(tag, this, registry);
  }
  static override styles = [...foundation, controls, noteStyles, dialogStyles];
  static override properties = {
    ...workspaceProperties,
    presets: { attribute: false, standard: {} },
    steps: { converter: { fromAttribute: words }, standard: [] },
    draftKey: { attribute: 'draft-key' },
    syncUrl: { attribute: 'sync-url', means: urlPlaces, standard: 'off' },
    urlKey: { attribute: 'url-key', means: /./, standard: 'wizard' },
    dialog: { type: Boolean },
    open: { type: Boolean, reflect: true },
    density: { type: String, means: densities },
    headingLevel: { attribute: 'heading-level', type: Number, means: innerLevels, standard: 3 },
    label: {},
    hideHeader: { attribute: 'hide-header', type: Boolean },
    messages: { attribute: false },
  };

  /** A backend for this element alone. */
  declare backend: Backend | undefined;
  /** Plain data for this element alone. */
  declare initialData: InitialData | undefined;
  /** A clock in place of the page's, for demos and tests. */
  declare now: (() => number) | undefined;
  /** What is chosen from the start: coachees or a group, the coach, the template. */
  declare presets: WizardPresets;
  /**
   * The steps gone through, in order, of `coachees coach template settings review`; none: all but `settings`, whose fields
   * stand at the review then. `coachees` and `coach` can be omitted where `presets` choose them, `review` never; it comes last.
   */
  declare steps: readonly string[];
  /** Keeps what was chosen for this tab under this name, and offers to take it up again; absent: nothing is kept. */
  declare draftKey: string | undefined;
  /**
   * Keeps the step in the page's address: in its `query` or its `hash`; `off`: leaves it alone. The browser's Back is one step
   * back; with `draft-key` a reload comes back to the step with what was chosen.
   */
  declare syncUrl: UrlPlace;
  /** The name of the step's parameter in the address. */
  declare urlKey: string;
  /** Shows it as a dialog over the page, while it is `open`; on a phone it fills the screen. */
  declare dialog: boolean;
  /** Whether the dialog is open. */
  declare open: boolean;
  /** Room for fields; the workspace's where absent. */
  declare density: Density | undefined;
  /** The heading's level in the page, 1–5. */
  declare headingLevel: number;
  /** The heading and accessible name. */
  declare label: string | undefined;
  /** Shows no heading. */
  declare hideHeader: boolean;
  /** Wordings for this element. */
  declare messages: MessageOverrides | undefined;

  readonly #workspace = new WorkspaceController(this);
  readonly #localize = new LocalizeController(this, () => this.#workspace.settings);
  #view: WizardView | undefined;
  #loading: Promise<void> | undefined;

  constructor() {
    super();
    new StandingEvents(this, () => {
      const progress = this.setupStore?.$progress.get();
      return {
        loading: this.setupStore?.$status.get() === 'loading',
        error: this.setupStore?.$error.get() ?? null,
        offline: this.#isOffline,
        pending: progress?.state === 'working' ? progress.total - progress.answered : 0,
      };
    });
    new StatesController(this, () => {
      const phase = this.#view?.wizard.phase ?? 'loading';
      return {
        loading: phase === 'loading',
        error: phase === 'error',
        forbidden: phase === 'forbidden',
        offline: this.#isOffline,
        pending: this.#view?.wizard.course.isWorking ?? false,
        dirty: this.#view?.wizard.course.isDirty ?? false,
      };
    });
  }

  // ── for the host page ─────────────────────────────────────────────────────────────────────────

  /** The workspace shown: its stores and commands, for scripts; undefined while there is none. */
  get store(): WorkspaceStore | undefined {
    return this.#workspace.store;
  }

  /** What has been chosen so far, for scripts; undefined while there is none. */
  get setupStore(): EngagementSetupStore | undefined {
    return this.#view?.wizard.store;
  }

  get #isOffline(): boolean {
    return this.store?.$online.get() === false;
  }

  /** Opens the dialog. */
  show(): void {
    this.open = true;
  }

  /** Leaves it, as its own Close does: it asks first where something would be lost. */
  close(): void {
    this.#view?.wizard.course.leave();
  }

  // ── lifecycle ─────────────────────────────────────────────────────────────────────────────────

  override connectedCallback(): void {
    super.connectedCallback();
    if (!isServer && (!this.dialog || this.open)) void this.#load();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!isServer && changed.has('open') && this.open) void this.#load();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#view?.updated();
  }

  protected override assemble(): void {
    this.#view = this.#loading = undefined;
    if (!this.dialog || this.open) void this.#load();
  }

  protected override render(): TemplateResult {
    const { locale, direction } = this.#localize;
    const isHidden = this.dialog && !this.open;
    return html`<section
      class="base ${this.density ?? this.#workspace.settings.density ?? 'comfortable'}"
      part="base"
      dir=${direction}
      lang=${locale}
      aria-label=${this.#view?.label ?? this.label ?? nothing}
    >
      ${isHidden ? nothing : html`${this.#view?.render()}<slot name="footer"></slot>`}
    </section>`;
  }

  /** What it shows comes when it is first shown; where it could not be had, the next time asks again. */
  #load(): Promise<void> {
    this.#loading ??= this.#assemble().catch((error: unknown) => {
      this.#loading = undefined;
      reportError(error);
    });
    return this.#loading;
  }

  async #assemble(): Promise<void> {
    const { WizardView } = await import('./wizard-view.ts');
    this.#view ??= new WizardView(this, { workspace: this.#workspace, localize: this.#localize });
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'engagement-wizard': EngagementWizard;
  }
}
