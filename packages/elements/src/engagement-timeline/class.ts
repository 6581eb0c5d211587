// <engagement-timeline>: one engagement's items in time.
import { html, nothing, type TemplateResult } from 'lit';
import type { Backend } from '@followthrough/core/backend';
import type { Id } from '@followthrough/core/schema';
import type { EngagementStore, WorkspaceStore } from '@followthrough/core/stores';
import type { Density } from '../context.ts';
import { defineElement } from '../define-element.ts';
import { LocalizeController } from '../localize/localize-controller.ts';
import type { MessageOverrides } from '../localize/messages.ts';
import { densities, headingLevels } from '../meaning.ts';
import { PageElement } from '../page-element.ts';
import { avatarStyles } from '../parts/avatar.ts';
import { itemStateStyles } from '../parts/item-state.ts';
import { progressRingStyles } from '../parts/progress-ring.ts';
import { segmentGroupStyles } from '../parts/segment-group.ts';
import { toastStyles } from '../parts/toast.ts';
import { Polling } from '../polling.ts';
import { StandingEvents } from '../standing-events.ts';
import { StatesController } from '../states-controller.ts';
import { StoreController } from '../store-controller.ts';
import { bannerStyles } from '../styles/banner.ts';
import { controls } from '../styles/controls.ts';
import { foundation } from '../styles/foundation.ts';
import { noteStyles } from '../styles/notes.ts';
import { version } from '../version.ts';
import type { InitialData } from '../workspace-scope/initial-data.ts';
import { WorkspaceController, workspaceProperties } from '../workspace-scope/workspace-controller.ts';
import { EngagementController } from './engagement-controller.ts';
import type { EngagementView, TimelineGrouping } from './entries.ts';
import { timelineHeaderStyles } from './header-styles.ts';
import { timelineItemStyles } from './item-styles.ts';
import { timelineListStyles } from './list-styles.ts';
import { TimelineView } from './timeline-view.ts';

export type { EngagementView, TimelineGrouping } from './entries.ts';

/**
 * One engagement's items in time: grey while they are not scheduled, purple once they are, green when completed; with the
 * head of the engagement, its status and its sharing. As a list by months, or on a strip of weeks with what is not scheduled
 * beside it: the same items, and all that can be done with them. What each reader sees and may do is what the backend gives: an admin
 * and the coach schedule and complete, a coachee picks times and answers, a spectator reads.
 *
 * @example
 * <engagement-timeline engagement="eng_1"></engagement-timeline>
 * <engagement-timeline engagement="eng_1" group-by="none" readonly></engagement-timeline>
 * <engagement-timeline engagement="eng_1" view="calendar-strip"></engagement-timeline>
 *
 * @tag engagement-timeline
 * @slot header - In place of the heading.
 * @slot toolbar-end - After status and sharing.
 * @slot item-{id}-cta - Beside what is next with the item with this id.
 * @slot session-details - In the details of a session, below its place.
 * @slot empty - In place of the words where there are no items.
 * @slot error - In place of the words where loading failed.
 * @slot footer - Below the items.
 * @fires engagement-before-activate - Before it is marked as active; can be cancelled. So too `-share` and `-unshare`.
 * @fires engagement-activated - After the backend agreed. So too `engagement-shared` and `engagement-unshared`.
 * @fires engagement-item-before-schedule - Before an item is scheduled; can be cancelled. So too `-unschedule`, `-release`, `-complete`, `-reopen`, `-move`, `-add`, `-update` and `-remove`.
 * @fires engagement-item-scheduled - After the backend agreed. So too `engagement-item-unscheduled`, `-released`, `-completed`, `-reopened`, `-moved`, `-added`, `-updated` and `-removed`.
 * @fires engagement-item-open - An item’s details are asked for. Cancelled: the built-in dialog stays closed.
 * @fires session-schedule-request - A session’s time is to be picked. Cancelled: the host opens its own calendar, and calls the event’s `schedule`.
 * @fires view-change - Somebody chose the list or the strip.
 * @fires engagement-error - A change was refused or failed. Cancelled: nothing is shown.
 * @fires session-expired - The backend no longer knows who is asking.
 * @fires load-start - It loads, for the first time or again; `load-end` once it has.
 * @fires load-error - It could not; what was there is still shown.
 * @fires offline-change - The backend cannot be reached, or can again.
 * @fires pending-change - Another number of changes waits to be sent.
 * @csspart base - The whole.
 * @csspart header - The head with the heading, people, dates and progress.
 * @csspart title - The heading.
 * @csspart progress - A ring that fills.
 * @csspart status - The status; also `status-draft`, `status-active`.
 * @csspart badge - A word in the head that is no button.
 * @csspart welcome - What greets coach and coachees.
 * @csspart list - All items; on the strip those with no day.
 * @csspart strip - The weeks that scroll along.
 * @csspart week - One of them.
 * @csspart tray - What has no day, beside the strip.
 * @csspart item - An item; also `item-locked`, `item-unscheduled`, `item-scheduled`, `item-completed`.
 * @csspart dot - The mark on the line; of a locked item also `lock`.
 * @csspart item-title - A title.
 * @csspart kind - What an item is.
 * @csspart state - How an item stands; also `state-` with it.
 * @csspart item-error - Why its last change was refused.
 * @csspart today - The mark of today.
 * @csspart avatar - A picture or initials.
 * @csspart button - A button; the main one of a form also `button-primary`.
 * @csspart popover - What floats: menus, sharing, scheduling.
 * @csspart dialog - An item’s form, and its details.
 * @csspart toast - The word after a change.
 * @csspart skeleton - The bars while loading.
 * @csspart empty - What is said where there is nothing.
 * @csspart error - What is said where loading failed.
 * @csspart banner - The line of a draft, while offline, or while something waits.
 */
export class EngagementTimeline extends PageElement {
  static readonly version = version;
  static define(tag = 'engagement-timeline', registry?: CustomElementRegistry): void {
    defineElement(tag, this, registry);
  }
  static override styles = [
    ...foundation,
    controls,
    avatarStyles,
    progressRingStyles,
    itemStateStyles,
    toastStyles,
    noteStyles,
    bannerStyles,
    segmentGroupStyles,
    timelineHeaderStyles,
    timelineListStyles,
    timelineItemStyles,
  ];
  static override properties = {
    ...workspaceProperties,
    engagement: {},
    view: { type: String, means: /^(list|calendar-strip)$/, standard: 'list' },
    groupBy: { attribute: 'group-by', means: /^(month|none)$/, standard: 'month' },
    density: { type: String, means: densities },
    readonly: { type: Boolean },
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
  /** The id of the engagement that is shown. */
  declare engagement: Id | undefined;
  /** As a list, or on a strip of weeks. */
  declare view: EngagementView;
  /** Whether the list puts items under their months; an engagement has no phases. */
  declare groupBy: TimelineGrouping;
  /** Room for rows; the workspace's where absent. */
  declare density: Density | undefined;
  /** Shows and changes nothing. */
  declare readonly: boolean;
  /** The heading's level in the page, 1–6. */
  declare headingLevel: number;
  /** The heading and accessible name; the engagement's title where absent. */
  declare label: string | undefined;
  /** Shows no head. */
  declare hideHeader: boolean;
  /** Loads again every so many seconds, while somebody looks; absent: never by itself. */
  declare poll: number | undefined;
  /** Wordings for this element. */
  declare messages: MessageOverrides | undefined;

  readonly #workspace = new WorkspaceController(this);
  readonly #localize = new LocalizeController(this, () => this.#workspace.settings);
  readonly #engagement = new EngagementController(this, this.#workspace);
  readonly #online = new StoreController(this, () => this.#workspace.store?.$online);
  readonly #people = new StoreController(this, () => this.#workspace.store?.$people);
  #shown!: TimelineView;

  constructor() {
    super();
    new Polling(this);
    new StatesController(this, () => this.#states());
    new StandingEvents(this, () => ({
      loading: this.#engagement.phase === 'loading' || this.#engagement.refreshing,
      error: this.#engagement.error,
      offline: this.#online.value === false,
      pending: this.#engagement.pending.size,
    }));
    this.begin();
  }

  protected override assemble(): void {
    this.#shown = new TimelineView(this, {
      workspace: this.#workspace,
      localize: this.#localize,
      engagement: this.#engagement,
      standing: () => ({ offline: this.#online.value === false, people: this.#people.value ?? new Map() }),
    });
  }

  // ── for the host page ─────────────────────────────────────────────────────────────────────────

  /** The workspace shown: its stores and commands, for scripts; undefined while there is none. */
  get store(): WorkspaceStore | undefined {
    return this.#workspace.store;
  }

  /** The engagement shown, for scripts; undefined while there is none. */
  get engagementStore(): EngagementStore | undefined {
    return this.#engagement.store;
  }

  /** Loads again, keeping what is shown meanwhile. */
  async refresh(): Promise<void> {
    await this.#engagement.store?.refresh();
  }

  /** Scrolls to an item and focuses its title; gives whether it is shown. */
  focusItem(id: Id): boolean {
    return this.#shown.focusItem(id);
  }

  /** Prints the page. */
  print(): void {
    globalThis.print();
  }

  // ── lifecycle ─────────────────────────────────────────────────────────────────────────────────

  protected override render(): TemplateResult {
    const { locale, direction } = this.#localize;
    return html`<section
      class="base ${this.density ?? this.#workspace.settings.density ?? 'comfortable'}"
      part="base"
      dir=${direction}
      lang=${locale}
      aria-label=${this.#shown.label}
      aria-busy=${this.#engagement.phase === 'loading' ? 'true' : nothing}
      @keydown=${this.#shown.keydown}
    >
      ${this.#shown.render()}
      <slot name="footer"></slot>
      ${this.#shown.floating()}
    </section>`;
  }

  #states(): Record<string, boolean> {
    const { phase, shown, refreshing, pending } = this.#engagement;
    return {
      loading: phase === 'loading' || phase === 'waiting',
      refreshing,
      empty: shown !== null && shown.items.length === 0,
      'all-done': shown !== null && shown.progress.total > 0 && shown.progress.done === shown.progress.total,
      error: phase === 'error',
      forbidden: phase === 'forbidden' || phase === 'gone',
      offline: this.#online.value === false,
      pending: pending.size > 0,
      readonly: this.readonly,
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'engagement-timeline': EngagementTimeline;
  }
}
