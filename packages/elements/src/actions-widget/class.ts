// <actions-widget>: the viewer's open actions in small space, never taller than its limit.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { styleMap } from '../style-map.ts';
import type { Backend } from '@followthrough/core/backend';
import type { WorkspaceStore } from '@followthrough/core/stores';
import { announce } from '../announce.ts';
import type { Density } from '../context.ts';
import { defineElement } from '../define-element.ts';
import { LocalizeController } from '../localize/localize-controller.ts';
import type { MessageOverrides } from '../localize/messages.ts';
import { headingLevels } from '../meaning.ts';
import { PageElement } from '../page-element.ts';
import { dueStyles } from '../parts/due-label.ts';
import { hostLink } from '../parts/linked-text.ts';
import { statusStyles } from '../parts/status-icon.ts';
import { Polling } from '../polling.ts';
import { StandingEvents } from '../standing-events.ts';
import { StatesController } from '../states-controller.ts';
import { StoreController } from '../store-controller.ts';
import { foundation } from '../styles/foundation.ts';
import { version } from '../version.ts';
import type { InitialData } from '../workspace-scope/initial-data.ts';
import { WorkspaceController, workspaceProperties } from '../workspace-scope/workspace-controller.ts';
import { widgetHeader } from './header.ts';
import { headerStyles } from './header-styles.ts';
import { WidgetInteraction, type WidgetLinks } from './interaction.ts';
import { emptyNote, failureNote, skeletonRows } from './notes.ts';
import { OpenActions, type Shown } from './open-actions.ts';
import { RowFocus } from './row-focus.ts';
import { WidgetRows } from './rows.ts';
import { widgetStyles } from './styles.ts';
import { widgetWords } from '../localize/late-widget.ts';

export type { WidgetLinks } from './interaction.ts';

/**
 * The viewer's open actions in small space: complete, reschedule, add a personal one. Never taller than `limit` rows.
 *
 * @example
 * <actions-widget heading="My actions" view-all-href="/actions" quick-add></actions-widget>
 *
 * @tag actions-widget
 * @slot header - In place of the heading's end, beside "View all".
 * @slot footer - Below the list.
 * @slot empty - In place of the words shown when nothing is open.
 * @slot error - In place of the words shown when loading failed.
 * @fires action-open - A title was chosen. Cancelled: neither its link is followed nor its details opened.
 * @fires view-all - "View all" was chosen. Cancelled: its link is not followed.
 * @fires action-before-complete - Before an action is completed; can be cancelled.
 * @fires action-completed - After the backend agreed.
 * @fires action-before-create - Before an action is added; can be cancelled.
 * @fires action-created - After the backend agreed.
 * @fires action-before-update - Before a due date changes; can be cancelled.
 * @fires action-updated - After the backend agreed.
 * @fires action-error - A change was refused or failed. Cancelled: nothing is shown.
 * @fires load-start - It loads, for the first time or again; `load-end` once it has.
 * @fires load-error - It could not; what was there is still shown.
 * @fires offline-change - The backend cannot be reached, or can again.
 * @fires pending-change - Another number of changes waits to be sent.
 * @csspart base - The whole.
 * @csspart header - The line with the heading.
 * @csspart heading - The heading.
 * @csspart count - How many are open.
 * @csspart banner - That there is no network, and how many changes wait for it.
 * @csspart updated - How old what is shown is, where newer cannot be had; loads again.
 * @csspart list - The list.
 * @csspart row - A row; also `row-todo`, `row-overdue`, `row-done`, `row-pending`.
 * @csspart checkbox - The control that completes.
 * @csspart item-title - A title.
 * @csspart due - A due date; also `due-overdue`, `due-today`.
 * @csspart place - Where an action belongs.
 * @csspart footer - The line below the list.
 */
export class ActionsWidget extends PageElement {
  static readonly version = version;
  static define(tag = 'actions-widget', registry?: CustomElementRegistry): void {
    defineElement(tag, this, registry);
  }
  static override styles = [...foundation, statusStyles, dueStyles, headerStyles, widgetStyles];
  static override properties = {
    ...workspaceProperties,
    limit: { type: Number, means: /^[1-9]\d{0,2}$/, standard: 5 },
    heading: {},
    label: {},
    headingLevel: { attribute: 'heading-level', type: Number, means: headingLevels, standard: 3 },
    viewAllHref: { attribute: 'view-all-href' },
    show: { type: String, means: /^(mine|all)$/, standard: 'mine' },
    compact: { type: Boolean },
    quickAdd: { attribute: 'quick-add', type: Boolean },
    readonly: { type: Boolean },
    poll: { type: Number },
    links: { attribute: false, standard: {} },
    messages: { attribute: false },
  };

  /** The most rows shown. */
  declare limit: number;
  /** The heading; an empty one hides it (give a `label` then). */
  declare heading: string | undefined;
  /** The accessible name, where it is not the heading. */
  declare label: string | undefined;
  /** The heading's level in the page, 1–6. */
  declare headingLevel: number;
  /** Where "View all" leads; without it there is none. */
  declare viewAllHref: string | undefined;
  /** `mine`: what is assigned to the viewer; `all`: every open action they may see. */
  declare show: Shown;
  /** Smaller rows. */
  declare compact: boolean;
  /** A field to add a personal action. */
  declare quickAdd: boolean;
  /** Shows and changes nothing. */
  declare readonly: boolean;
  /** Loads again every so many seconds, while somebody looks; absent: never by itself. */
  declare poll: number | undefined;
  /** Where things lead in the host's own pages. */
  declare links: WidgetLinks;
  /** Wordings for this element. */
  declare messages: MessageOverrides | undefined;
  /** A backend for this element alone. */
  declare backend: Backend | undefined;
  /** Plain data for this element alone. */
  declare initialData: InitialData | undefined;
  /** A clock in place of the page's, for demos and tests. */
  declare now: (() => number) | undefined;

  readonly #workspace = new WorkspaceController(this);
  readonly #localize = new LocalizeController(this, () => this.#workspace.settings);
  readonly #open = new OpenActions(this, this.#workspace, () => this.show);
  readonly #focus = new RowFocus(this);
  #interaction!: WidgetInteraction;
  #rows!: WidgetRows;
  readonly #online = new StoreController(this, () => this.#workspace.store?.$online);
  readonly #unsent = new StoreController(this, () => this.#workspace.store?.$unsent);
  #hadRows = false;

  constructor() {
    super();
    new Polling(this);
    new StatesController(this, () => this.#states());
    new StandingEvents(this, () => {
      const { phase, refreshing, error } = this.#open;
      const offline = this.#online.value === false;
      return { loading: phase === 'loading' || refreshing, error, offline, pending: this.#rows.pending };
    });
    // A new day makes other things overdue.
    new StoreController(this, () => this.#workspace.store?.$day);
    this.begin();
  }

  protected override assemble(): void {
    const setting = { workspace: this.#workspace, localize: this.#localize };
    this.#interaction = new WidgetInteraction(this, { ...setting, fallbackFocus: this.#focus.give });
    this.#rows = new WidgetRows(this, { ...setting, open: this.#open, interaction: this.#interaction });
    this.#hadRows = false;
  }

  /** The workspace shown: its stores and commands, for scripts; undefined while there is none. */
  get store(): WorkspaceStore | undefined {
    return this.#workspace.store;
  }

  /** Loads again, keeping what is shown meanwhile. */
  refresh(): Promise<void> {
    return this.#open.refresh();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { phase } = this.#open;
    if (this.#hadRows && phase === 'empty') announce(widgetWords(this.#localize.messages).allDone);
    this.#hadRows = phase === 'ready';
  }

  protected override render(): TemplateResult {
    const { direction, locale, messages } = this.#localize;
    const heading =
      this.heading ?? (this.show === 'all' ? widgetWords(messages).headingAll : widgetWords(messages).heading);
    const density: Density = this.compact ? 'compact' : (this.#workspace.settings.density ?? 'comfortable');
    return html`<section
      class="base ${density}"
      part="base"
      dir=${direction}
      lang=${locale}
      aria-label=${this.label ?? (heading || widgetWords(messages).heading)}
      aria-busy=${this.#open.phase === 'loading' ? 'true' : nothing}
    >
      ${this.#header(heading)}
      <div class="body" style=${styleMap({ '--_limit': String(this.limit) })}>${this.#body()}</div>
      ${this.#footer()} ${this.#interaction.tools?.render()}
    </section>`;
  }

  #header(heading: string) {
    const { store } = this.#workspace;
    const offline = this.#online.value === false;
    const { loadedAt, error, count } = this.#open;
    const age = { loadedAt, now: store?.environment.now() ?? 0, stuck: offline || error !== null };
    return widgetHeader({
      heading,
      level: this.headingLevel,
      count,
      viewAllHref: hostLink(this.viewAllHref),
      onViewAll: this.#interaction.viewAll,
      offline,
      waiting: this.#unsent.value ?? 0,
      updated: this.#interaction.tools?.ageText(age) ?? null,
      onRefresh: this.#retry,
      messages: this.#localize.messages,
    });
  }

  #body() {
    const { messages } = this.#localize;
    switch (this.#open.phase) {
      case 'waiting':
        return nothing;
      case 'loading':
        return skeletonRows(this.limit, messages);
      case 'error':
      case 'forbidden':
        return failureNote(this.#open.error, messages, this.#retry);
      case 'empty':
        return emptyNote(messages);
      case 'ready':
        return this.#rows.render();
    }
  }

  #footer() {
    const { store } = this.#workspace;
    const field = store && this.#interaction.tools?.adding(store);
    return html`${this.quickAdd && !this.readonly ? html`<div class="adding">${field}</div>` : nothing}
      <slot name="footer"></slot>`;
  }

  #states(): Record<string, boolean> {
    const { phase } = this.#open;
    return {
      loading: phase === 'loading' || phase === 'waiting',
      refreshing: this.#open.refreshing,
      empty: phase === 'empty',
      error: phase === 'error',
      forbidden: phase === 'forbidden',
      offline: this.#online.value === false,
      pending: this.#rows.pending > 0,
      readonly: this.readonly,
    };
  }

  readonly #retry = () => void this.refresh();
}

declare global {
  interface HTMLElementTagNameMap {
    'actions-widget': ActionsWidget;
  }
}
