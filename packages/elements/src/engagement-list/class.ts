// <engagement-list>: the coaching engagements that its viewer sees, and for admins what is done to many of them at once.
import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Backend } from '@followthrough/core/backend';
import type { EngagementFilter, EngagementSort, Id } from '@followthrough/core/schema';
import type { WorkspaceStore } from '@followthrough/core/stores';
import type { Density } from '../context.ts';
import { defineElement } from '../define-element.ts';
import { engagementListWords } from '../localize/late-engagement-list.ts';
import { LocalizeController } from '../localize/localize-controller.ts';
import type { MessageOverrides } from '../localize/messages.ts';
import { densities, headingLevels, urlPlaces } from '../meaning.ts';
import { PageElement } from '../page-element.ts';
import { Polling } from '../polling.ts';
import { StatesController } from '../states-controller.ts';
import { foundation } from '../styles/foundation.ts';
import { noteStyles } from '../styles/notes.ts';
import { version } from '../version.ts';
import type { InitialData } from '../workspace-scope/initial-data.ts';
import { WorkspaceController, workspaceProperties } from '../workspace-scope/workspace-controller.ts';
import type { EngagementColumn } from './columns.ts';
import { ListBody } from './list-body.ts';
import type { EngagementListHost, EngagementListLinks } from './list-options.ts';
import { listStyles } from './list-styles.ts';
import type { UrlPlace } from '../url-place.ts';
import { UrlSync } from './url-sync.ts';

export type { EngagementListLinks } from './list-options.ts';

/**
 * All engagements that its viewer sees: filter, sort, open. Admins select some, or all that match, and mark them as active,
 * share, unshare or delete them or add an item to each; what that would do is said before it is done, and every engagement
 * answers for itself. They export them as a workbook or as CSV. Coaches, coachees and spectators read the list of theirs.
 * Thousands scroll with few rows in the page.
 *
 * @example
 * <engagement-list></engagement-list>
 * <engagement-list filter="status:draft" sort="-updated" columns="coachees, coach, status"></engagement-list>
 *
 * @tag engagement-list
 * @slot header - In place of the heading.
 * @slot actions-start - Before the buttons beside the heading; `actions-end` after them.
 * @slot actions-end - After the buttons beside the heading.
 * @slot toolbar-start - Before the filters.
 * @slot empty - In place of the words where there is nothing to show.
 * @slot error - In place of the words where loading failed.
 * @slot footer - Below the list.
 * @slot item-{id}-start - Before the title of the engagement with this id; `item-{id}-end` after it.
 * @fires engagement-open - An engagement is to be shown. Cancelled: its link is not followed.
 * @fires engagement-create-request - Somebody wants to make engagements: the host page shows where.
 * @fires bulk-before-apply - Before one operation on several engagements; can be cancelled.
 * @fires bulk-applied - It has ended; every engagement has answered for itself.
 * @fires export-before-start - Before a file is asked for. Cancelled: the host page makes it.
 * @fires export-ready - The file is made. Cancelled: it is not saved; the host page takes it.
 * @fires selection-change - Other engagements are selected.
 * @fires filter-change - The person asked for other engagements.
 * @fires sort-change - For another order.
 * @fires session-expired - The backend no longer knows who is asking.
 * @fires load-start - It loads, for the first time or again; `load-end` once it has.
 * @fires load-error - It could not; what was there is still shown.
 * @fires offline-change - The backend cannot be reached, or can again.
 * @fires pending-change - Another number of engagements wait for an answer.
 * @csspart base - The whole.
 * @csspart header - The line with the heading.
 * @csspart title - The heading.
 * @csspart toolbar - The filters.
 * @csspart bulk-toggle - The button that shows the boxes to select with.
 * @csspart button-primary - The button that asks for a new engagement.
 * @csspart list - The grid.
 * @csspart columns - The row of column headers.
 * @csspart row - A row; also `row-draft`, `row-active`, `row-pending`, `row-selected`, `row-rest`.
 * @csspart checkbox - The box that selects.
 * @csspart item-title - A title.
 * @csspart coachees - Whom it is for.
 * @csspart coach - Who coaches.
 * @csspart avatar - A picture or initials.
 * @csspart status - The word for draft or active; also `status-draft`, `status-active`.
 * @csspart shared-badge - The mark of what is shared.
 * @csspart dates - From when to when.
 * @csspart progress - How far it has come.
 * @csspart updated - When it was changed last.
 * @csspart bulk-bar - What can be done with the selection.
 * @csspart dialog - What asks, and tells what became of each.
 * @csspart skeleton - The bars while loading.
 * @csspart empty - What is said where there is nothing.
 * @csspart error - What is said where loading failed.
 * @csspart banner - The line while offline or out of date.
 */
export class EngagementList extends PageElement implements EngagementListHost {
  static readonly version = version;
  static define(tag = 'engagement-list', registry?: CustomElementRegistry): void {
    defineElement(tag, this, registry);
  }
  static override styles = [...foundation, noteStyles, ...listStyles];
  static override properties = {
    ...workspaceProperties,
    filter: {},
    sort: { type: String, means: /^(title|-title|start|-start|updated|-updated)$/, standard: 'title' },
    columns: {},
    pageSize: { attribute: 'page-size', type: Number, means: /^([1-9]\d?|1\d\d|200)$/ },
    density: { type: String, means: densities },
    readonly: { type: Boolean },
    selection: { type: String, means: /^(multiple|none)$/, standard: 'multiple' },
    hotkeys: { type: String, means: /^(on|off)$/, standard: 'on' },
    headingLevel: { attribute: 'heading-level', type: Number, means: headingLevels, standard: 3 },
    label: {},
    hideHeader: { attribute: 'hide-header', type: Boolean },
    hideExport: { attribute: 'hide-export', type: Boolean },
    hideCreate: { attribute: 'hide-create', type: Boolean },
    syncUrl: { attribute: 'sync-url', means: urlPlaces, standard: 'off' },
    urlKey: { attribute: 'url-key', means: /./, standard: 'engagements' },
    poll: { type: Number },
    links: { attribute: false, standard: {} },
    messages: { attribute: false },
  };

  /** A backend for this element alone. */
  declare backend: Backend | undefined;
  /** Plain data for this element alone. */
  declare initialData: InitialData | undefined;
  /** A clock in place of the page's, for demos and tests. */
  declare now: (() => number) | undefined;
  /** What is asked for: as text (`status:draft coach:me dates:2026-01-01..`) or as a filter. */
  declare filter: string | EngagementFilter | undefined;
  /** The order it begins with. */
  declare sort: EngagementSort;
  /** The columns beside the title, in order: of `coachees coach status shared dates progress updated`; absent: all. */
  declare columns: string | readonly EngagementColumn[] | undefined;
  /** How many are loaded at once, 1–200; 50 by default. */
  declare pageSize: number | undefined;
  /** Room for rows; the workspace's where absent. */
  declare density: Density | undefined;
  /** Shows and changes nothing. */
  declare readonly: boolean;
  /** `none`: nothing can be selected, and nothing done to many at once. */
  declare selection: 'multiple' | 'none';
  /** `off`: keys that are a single character do nothing. */
  declare hotkeys: 'on' | 'off';
  /** The heading's level in the page, 1–6. */
  declare headingLevel: number;
  /** The heading and accessible name. */
  declare label: string | undefined;
  /** Shows no heading, no buttons beside it and no filters. */
  declare hideHeader: boolean;
  /** Offers no export. */
  declare hideExport: boolean;
  /** Offers no new engagement. */
  declare hideCreate: boolean;
  /** Keeps filter and order in the page's address: in its `query` or its `hash`; `off`: leaves it alone. */
  declare syncUrl: UrlPlace;
  /** What the list's parameters in the address begin with. */
  declare urlKey: string;
  /** Loads again every so many seconds, while somebody looks; absent: never by itself. */
  declare poll: number | undefined;
  /** Where things lead in the host's own pages. */
  declare links: EngagementListLinks;
  /** Wordings for this element. */
  declare messages: MessageOverrides | undefined;

  readonly #workspace = new WorkspaceController(this);
  readonly #localize = new LocalizeController(this, () => this.#workspace.settings);
  #body!: ListBody;

  constructor() {
    super();
    new Polling(this);
    new StatesController(this, () => this.#body.state.states);
    this.begin();
  }

  protected override assemble(): void {
    // The address first: the list begins as it says.
    new UrlSync(this, () => this.#body.list);
    this.#body = new ListBody(this, this.#workspace, this.#localize);
  }

  // ── for the host page ─────────────────────────────────────────────────────────────────────────

  /** The workspace shown: its stores and commands, for scripts; undefined while there is none. */
  get store(): WorkspaceStore | undefined {
    return this.#workspace.store;
  }

  /** Loads again, keeping what is shown meanwhile. */
  async refresh(): Promise<void> {
    await this.#body.refresh();
  }

  /** Scrolls to an engagement and focuses its title; gives whether the list holds it. */
  focusItem(id: Id): boolean {
    return this.#body.focusItem(id);
  }

  /** Focuses the row that the arrows are at, else what can be pressed: a page gives the focus back with it. */
  override focus(): void {
    this.#body.takeFocus();
  }

  clearSelection(): void {
    this.#body.list?.clearSelection();
  }

  /** Opens the dialog that exports what the list is filtered by. */
  async openExport(): Promise<void> {
    await (await this.#body.loader.load()).openExport();
  }

  // ── lifecycle ─────────────────────────────────────────────────────────────────────────────────

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!isServer) this.#body.willUpdate(changed);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#body.updated();
  }

  protected override render(): TemplateResult {
    const { locale, direction, messages } = this.#localize;
    const body = this.#body;
    const label = this.label ?? engagementListWords(messages).heading;
    return html`<section
      class="base ${this.density ?? this.#workspace.settings.density ?? 'comfortable'}"
      part="base"
      dir=${direction}
      lang=${locale}
      aria-label=${label}
      aria-busy=${body.state.phase === 'loading' ? 'true' : nothing}
      @keydown=${body.key}
      @click=${body.click}
      @mousedown=${body.press}
      @focusin=${body.focus}
    >
      ${this.hideHeader ? nothing : this.#heading(label)} ${body.render(label)}
      <slot name="footer"></slot>
      ${body.floating()}
    </section>`;
  }

  #heading(label: string): TemplateResult {
    const { phase } = this.#body.state;
    return html`<div class="top" part="header">
        <slot name="header"
          ><div class="heading" part="title" role="heading" aria-level=${this.headingLevel}>${label}</div></slot
        >
        <div class="actions">
          <slot name="actions-start"></slot>${this.#body.heading()}<slot name="actions-end"></slot>
        </div>
      </div>
      <div class="toolbar ${phase === 'none' || phase === 'forbidden' ? 'bare' : ''}" part="toolbar">
        <slot name="toolbar-start"></slot>
        ${this.#body.filters()}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'engagement-list': EngagementList;
  }
}
