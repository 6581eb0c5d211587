// <mutual-action-plan>: a room's plan, as a list and as a timeline.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Backend } from '@followthrough/core/backend';
import type { Id } from '@followthrough/core/schema';
import type { RoomPlanStore, WorkspaceStore } from '@followthrough/core/stores';
import type { Density } from '../context.ts';
import { defineElement } from '../define-element.ts';
import { LocalizeController } from '../localize/localize-controller.ts';
import type { MessageOverrides } from '../localize/messages.ts';
import { densities, headingLevels } from '../meaning.ts';
import { PageElement } from '../page-element.ts';
import { avatarStyles } from '../parts/avatar.ts';
import { dateViewStyles } from '../parts/date-view.ts';
import { dueStyles } from '../parts/due-label.ts';
import { progressRingStyles } from '../parts/progress-ring.ts';
import { segmentGroupStyles } from '../parts/segment-group.ts';
import { statusStyles } from '../parts/status-icon.ts';
import { toastStyles } from '../parts/toast.ts';
import { Polling } from '../polling.ts';
import { StandingEvents } from '../standing-events.ts';
import { StatesController } from '../states-controller.ts';
import { StoreController } from '../store-controller.ts';
import { controls } from '../styles/controls.ts';
import { foundation } from '../styles/foundation.ts';
import { bannerStyles } from '../styles/banner.ts';
import { noteStyles } from '../styles/notes.ts';
import { version } from '../version.ts';
import type { InitialData } from '../workspace-scope/initial-data.ts';
import { WorkspaceController, workspaceProperties } from '../workspace-scope/workspace-controller.ts';
import { planHeaderStyles } from './header-styles.ts';
import { planListStyles } from './list-styles.ts';
import { planFrameStyles } from './frame-styles.ts';
import { PlanController } from './plan-controller.ts';
import type { ShownSide } from './plan-rows.ts';
import { PlanView } from './plan-view.ts';
import type { TimelineScale } from './timeline/scale.ts';

export type { TimelineScale } from './timeline/scale.ts';

/**
 * A room's plan: sections of actions with dates that rest on one another, whose turn it is, and when it comes to its end.
 * Its list and its timeline show the same. Before a change that moves other dates is saved, it shows what would move.
 *
 * @example
 * <mutual-action-plan room="room_1"></mutual-action-plan>
 * <mutual-action-plan company="com_1"></mutual-action-plan>
 * <mutual-action-plan room="room_1" view="timeline" scale="fit" readonly></mutual-action-plan>
 *
 * @tag mutual-action-plan
 * @slot plan-header - In place of the heading.
 * @slot toolbar-start - After the choice of whose turn it is.
 * @slot toolbar-end - Before the choice of list and timeline.
 * @slot section-{id}-start - Before the name of the section with this id; `section-{id}-end` after it.
 * @slot item-{id}-start - Before the title of the action with this id; `item-{id}-end` after it.
 * @slot empty - In place of the words where the plan is empty.
 * @slot error - In place of the words where loading failed.
 * @slot footer - Below the plan.
 * @fires action-before-create - Before an action is added; can be cancelled.
 * @fires action-created - After the backend agreed.
 * @fires action-before-update - Before title, assignee, dates, place or description change; can be cancelled.
 * @fires action-updated - After the backend agreed.
 * @fires action-before-complete - Before an action is completed; can be cancelled. So too `-reopen`, `-start` and `-cancel`.
 * @fires action-completed - After the backend agreed. So too `action-reopened`, `action-started` and `action-cancelled`.
 * @fires action-before-delete - Before an action is deleted; can be cancelled.
 * @fires action-deleted - After the backend agreed.
 * @fires action-open - Details are asked for. Cancelled: the built-in dialog stays closed.
 * @fires action-error - A change of an action was refused or failed. Cancelled: nothing is shown.
 * @fires section-created - After the backend agreed. So too `section-updated`, `section-moved` and `section-deleted`.
 * @fires room-created - A room was made; its plan is shown from now on.
 * @fires room-shared - The room is shared with other people, or its primary contact is another.
 * @fires room-updated - Name, clock or members of the room are others now.
 * @fires room-deleted - The room was deleted; `room-restored` once that was undone.
 * @fires plan-error - A change of sections or of the room was refused or failed. Cancelled: nothing is shown.
 * @fires view-change - Somebody chose the list or the timeline.
 * @fires session-expired - The backend no longer knows who is asking.
 * @fires load-start - It loads, for the first time or again; `load-end` once it has.
 * @fires load-error - It could not; what was there is still shown.
 * @fires offline-change - The backend cannot be reached, or can again.
 * @fires pending-change - Another number of changes waits to be sent.
 * @csspart base - The whole.
 * @csspart header - The head with the heading, how much is done and when it ends.
 * @csspart title - The heading.
 * @csspart progress - A ring that fills.
 * @csspart finish - When it ends; also `finish-onTrack`, `finish-atRisk`, `finish-late`.
 * @csspart toolbar - Whose turn, and which view.
 * @csspart list - The grid.
 * @csspart columns - The row of column headers.
 * @csspart section-header - The row of a section.
 * @csspart row - The row of an action; also `row-` with its status.
 * @csspart checkbox - The control that completes.
 * @csspart item-title - A title.
 * @csspart internal-badge - The mark of what only your team sees.
 * @csspart due - A date; also `due-overdue`, `due-today`, `due-later`, `due-done`, `due-waiting`, `due-broken`.
 * @csspart avatar - A picture or initials.
 * @csspart timeline - The timeline; in it `scroller`, `axis`, `tick`, `section-bar`, `links`, `tray`.
 * @csspart bar - An action in time; also `bar-` with its status.
 * @csspart milestone - An action that has a due date alone.
 * @csspart today - The line of today; `target` that of the room's target date.
 * @csspart agenda - In place of the timeline where it is narrow.
 * @csspart skeleton - The bars while loading.
 * @csspart empty - What is said where there is nothing.
 * @csspart error - What is said where loading failed.
 * @csspart banner - The line while offline, out of date, or looking as somebody else.
 */
export class MutualActionPlan extends PageElement {
  static readonly version = version;
  static define(tag = 'mutual-action-plan', registry?: CustomElementRegistry): void {
    defineElement(tag, this, registry);
  }
  static override styles = [
    ...foundation,
    controls,
    statusStyles,
    dueStyles,
    dateViewStyles,
    avatarStyles,
    progressRingStyles,
    toastStyles,
    noteStyles,
    bannerStyles,
    planFrameStyles,
    segmentGroupStyles,
    planHeaderStyles,
    planListStyles,
  ];
  static override properties = {
    ...workspaceProperties,
    room: {},
    company: {},
    view: { type: String, means: /^(list|timeline)$/, standard: 'list' },
    scale: { type: String, means: /^(day|week|month|fit)$/, standard: 'week' },
    side: { type: String, means: /^(all|us|them)$/, standard: 'all' },
    density: { type: String, means: densities },
    readonly: { type: Boolean },
    hotkeys: { type: String, means: /^(on|off)$/, standard: 'on' },
    headingLevel: { attribute: 'heading-level', type: Number, means: headingLevels, standard: 3 },
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
  /** The id of the room whose plan is shown; absent: one can be made, of a template or empty. */
  declare room: Id | undefined;
  /** Where there is no room: whose a new one is to be; absent: it is chosen. */
  declare company: Id | undefined;
  /** Which view is shown. */
  declare view: 'list' | 'timeline';
  /** How far apart the days of the timeline are. */
  declare scale: TimelineScale;
  /** Whose turn is shown: `us` for the host's own team, `them` for the customer. */
  declare side: ShownSide;
  /** Room for rows; the workspace's where absent. */
  declare density: Density | undefined;
  /** Shows and changes nothing. */
  declare readonly: boolean;
  /** `off`: keys that are a single character do nothing. */
  declare hotkeys: 'on' | 'off';
  /** The heading's level in the page, 1–6. */
  declare headingLevel: number;
  /** The heading and accessible name; the room's name where absent. */
  declare label: string | undefined;
  /** Shows no head. */
  declare hideHeader: boolean;
  /** Loads again every so many seconds, while somebody looks; absent: never by itself. */
  declare poll: number | undefined;
  /** Wordings for this element. */
  declare messages: MessageOverrides | undefined;

  readonly #workspace = new WorkspaceController(this);
  readonly #localize = new LocalizeController(this, () => this.#workspace.settings);
  readonly #plan = new PlanController(this, this.#workspace);
  readonly #online = new StoreController(this, () => this.#workspace.store?.$online);
  readonly #unsent = new StoreController(this, () => this.#workspace.store?.$unsent);
  readonly #pending = new StoreController(this, () => this.#workspace.store?.actions.$pending);
  readonly #people = new StoreController(this, () => this.#workspace.store?.$people);
  #shown!: PlanView;

  constructor() {
    super();
    new Polling(this);
    new StatesController(this, () => this.#states());
    new StandingEvents(this, () => ({
      loading: this.#plan.phase === 'loading' || this.#plan.refreshing,
      error: this.#plan.error,
      offline: this.#online.value === false,
      pending: this.#pending.value?.size ?? 0,
    }));
    this.begin();
  }

  protected override assemble(): void {
    this.#shown = new PlanView(this, {
      workspace: this.#workspace,
      localize: this.#localize,
      plan: this.#plan,
      standing: () => ({
        offline: this.#online.value === false,
        unsent: this.#unsent.value ?? 0,
        pending: this.#pending.value ?? new Set(),
        people: this.#people.value ?? new Map(),
      }),
    });
  }

  // ── for the host page ─────────────────────────────────────────────────────────────────────────

  /** The workspace shown: its stores and commands, for scripts; undefined while there is none. */
  get store(): WorkspaceStore | undefined {
    return this.#workspace.store;
  }

  /** The plan shown, for scripts; undefined while there is none. */
  get planStore(): RoomPlanStore | undefined {
    return this.#plan.store;
  }

  /** Loads again, keeping what is shown meanwhile. */
  async refresh(): Promise<void> {
    await this.#plan.store?.refresh();
  }

  /** Scrolls to an action and focuses its title; gives whether the plan shows it. */
  focusItem(id: Id): boolean {
    return this.#shown.focusItem(id);
  }

  /** Prints the page, with the plan as a list. */
  print(): void {
    globalThis.print();
  }

  // ── lifecycle ─────────────────────────────────────────────────────────────────────────────────

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#shown.updated();
  }

  protected override render(): TemplateResult {
    const { locale, direction } = this.#localize;
    return html`<section
      class="base ${this.density ?? this.#workspace.settings.density ?? 'comfortable'}"
      part="base"
      dir=${direction}
      lang=${locale}
      aria-label=${this.#shown.label}
      aria-busy=${this.#plan.phase === 'loading' ? 'true' : nothing}
    >
      ${this.#shown.render()}
      <slot name="footer"></slot>
      ${this.#shown.floating()}
    </section>`;
  }

  #states(): Record<string, boolean> {
    const { phase, plan, as } = this.#plan;
    return {
      loading: phase === 'loading' || phase === 'waiting',
      refreshing: this.#plan.refreshing,
      empty: phase === 'ready' && plan?.sections.length === 0,
      'all-done': plan !== null && plan.progress.total > 0 && plan.progress.done === plan.progress.total,
      error: phase === 'error',
      forbidden: phase === 'forbidden' || phase === 'gone',
      offline: this.#online.value === false,
      pending: (this.#pending.value?.size ?? 0) > 0,
      readonly: this.readonly || as !== 'self',
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mutual-action-plan': MutualActionPlan;
  }
}
