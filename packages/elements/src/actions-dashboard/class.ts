// <actions-dashboard>: every room action its viewer may see.
import { css, html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Backend } from '@followthrough/core/backend';
import type { ActionFilter, ActionSort, Id } from '@followthrough/core/schema';
import type { Grouping, WorkspaceStore } from '@followthrough/core/stores';
import { failed, heading, skeleton } from '../action-list/frame.ts';
import type { Phase } from '../action-list/phase.ts';
import { frameStyles } from '../action-list/frame-styles.ts';
import type { ListBody } from '../action-list/list-body.ts';
import { type ActionListLinks, type ListOptions, sorts } from '../action-list/list-options.ts';
import type { UrlPlace } from '../url-place.ts';
import type { Density } from '../context.ts';
import { defineElement } from '../define-element.ts';
import { LocalizeController } from '../localize/localize-controller.ts';
import type { MessageOverrides } from '../localize/messages.ts';
import { densities, headingLevels, urlPlaces, words } from '../meaning.ts';
import { PageElement } from '../page-element.ts';
import { StatesController } from '../states-controller.ts';
import { foundation } from '../styles/foundation.ts';
import { noteStyles } from '../styles/notes.ts';
import { version } from '../version.ts';
import type { ListView } from '../view-events.ts';
import type { InitialData } from '../workspace-scope/initial-data.ts';
import { WorkspaceController, workspaceProperties } from '../workspace-scope/workspace-controller.ts';
import { type DashboardGrouping, groupingOf } from './options.ts';
import type { TileBar } from './tile-bar.ts';

/** Where things lead in the host's own pages. */
export type DashboardLinks = Pick<ActionListLinks, 'room' | 'action'>;

/**
 * Every room action its viewer may see: what is overdue, what is coming up, whose turn it is. Counts that filter, groups by
 * room, due date or owner; status, assignee and due date are changed in place, of several at once too; the name of a room
 * opens it. It begins at what is open, whoever holds it. A guest sees what is theirs to see.
 *
 * @example
 * <actions-dashboard></actions-dashboard>
 * <actions-dashboard group-by="due" side="us"></actions-dashboard>
 * <actions-dashboard rooms="room_1 room_2" filter="status:todo,inProgress overdue:yes"></actions-dashboard>
 *
 * @tag actions-dashboard
 * @slot header - In place of the heading.
 * @slot toolbar-start - Before the filters.
 * @slot toolbar-end - After the heading.
 * @slot empty - In place of the words where there is nothing to show.
 * @slot error - In place of the words where loading failed.
 * @slot footer - Below the list.
 * @slot item-{id}-start - Before the title of the action with this id; `item-{id}-end` after it.
 * @fires room-open - The name of a room was chosen. Cancelled: its link is not followed.
 * @fires action-open - Details are asked for. Cancelled: neither is the built-in dialog opened nor the link followed.
 * @fires action-before-update - Before title, assignee, date or description change; can be cancelled.
 * @fires action-updated - After the backend agreed.
 * @fires action-before-complete - Before an action is completed; can be cancelled. So too `-reopen`, `-start` and `-cancel`.
 * @fires action-completed - After the backend agreed. So too `action-reopened`, `action-started` and `action-cancelled`.
 * @fires action-before-delete - Before an action is deleted; can be cancelled.
 * @fires action-deleted - After the backend agreed.
 * @fires action-restored - A deletion was undone.
 * @fires bulk-before-apply - Before one operation on several actions; can be cancelled.
 * @fires bulk-applied - Every one has answered for itself.
 * @fires action-error - A change was refused or failed. Cancelled: nothing is shown.
 * @fires session-expired - The backend no longer knows who is asking.
 * @fires selection-change - Other rows are selected.
 * @fires filter-change - The person asked for other actions, by a count or by a filter.
 * @fires sort-change - For another order.
 * @fires group-change - For other groups.
 * @fires load-start - It loads, for the first time or again; `load-end` once it has.
 * @fires load-error - It could not; what was there is still shown.
 * @fires offline-change - The backend cannot be reached, or can again.
 * @fires pending-change - Another number of changes waits to be sent.
 * @fires view-change - Somebody chose a saved view.
 * @fires view-save - Somebody wants a view kept; `waitUntil()` tells whether it was. Cancelled: it was not.
 * @fires export-before-save - A CSV file is about to be saved. Cancelled: the host page takes its text.
 * @csspart base - The whole.
 * @csspart header - The line with the heading.
 * @csspart title - The heading.
 * @csspart tiles - The counts that filter.
 * @csspart tile - One of them; also `tile-overdue`, `tile-thisWeek`, `tile-us`, `tile-them`, `tile-unassigned`.
 * @csspart count - The number in it.
 * @csspart toolbar - The filters.
 * @csspart views - The button that names the saved view shown.
 * @csspart list - The grid.
 * @csspart columns - The row of column headers.
 * @csspart row - A row; also `row-` with its status, `row-pending`, `row-failed`, `row-selected`, `row-leaving`.
 * @csspart checkbox - The control that completes, and the one that selects.
 * @csspart item-title - A title.
 * @csspart internal-badge - The mark of what only your team sees.
 * @csspart due - A due date; also `due-overdue`, `due-today`, `due-later`, `due-done`, `due-waiting`, `due-broken`.
 * @csspart avatar - A picture or initials.
 * @csspart meta - The name of a room.
 * @csspart status - The word for a status.
 * @csspart group-header - The header of a group; `group` its name, `group-count` its count.
 * @csspart bulk-bar - What can be done with the selection.
 * @csspart skeleton - The bars while loading.
 * @csspart empty - What is said where there is nothing.
 * @csspart error - What is said where loading failed.
 * @csspart banner - The line while offline or out of date.
 */
export class ActionsDashboard extends PageElement implements ListOptions {
  static readonly version = version;
  static define(tag = 'actions-dashboard', registry?: CustomElementRegistry): void {
    defineElement(tag, this, registry);
  }
  static override styles = [
    ...foundation,
    noteStyles,
    frameStyles,
    css`
      .tiles-room {
        min-block-size: 5.1em;
      }
    `,
  ];
  static override properties = {
    ...workspaceProperties,
    rooms: { converter: { fromAttribute: words }, standard: [] },
    side: { type: String, means: /^(all|us|them)$/, standard: 'all' },
    filter: {},
    sort: { type: String, means: sorts, standard: 'due' },
    groupBy: { attribute: 'group-by', noAccessor: true },
    density: { type: String, means: densities },
    readonly: { type: Boolean },
    selection: { type: String, means: /^(multiple|none)$/, standard: 'multiple' },
    hotkeys: { type: String, means: /^(on|off)$/, standard: 'on' },
    headingLevel: { attribute: 'heading-level', type: Number, means: headingLevels, standard: 3 },
    label: {},
    hideHeader: { attribute: 'hide-header', type: Boolean },
    syncUrl: { attribute: 'sync-url', means: urlPlaces, standard: 'off' },
    urlKey: { attribute: 'url-key', means: /./, standard: 'rooms' },
    views: { attribute: false, standard: [] },
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
  /** The ids of the rooms whose actions are shown; none: of all rooms that the viewer sees. */
  declare rooms: readonly Id[];
  /** Whose turn it begins with: `us`, `them` or `all`. */
  declare side: 'all' | 'us' | 'them';
  /** What it begins with: as text (`overdue:yes`) or as a filter; absent: what is open. */
  declare filter: string | ActionFilter | undefined;
  /** The order it begins with. */
  declare sort: ActionSort;
  /** Room for rows; the workspace's where absent. */
  declare density: Density | undefined;
  /** Shows and changes nothing: text in place of controls. Counts and filters still work. */
  declare readonly: boolean;
  /** `none`: rows cannot be selected. */
  declare selection: 'multiple' | 'none';
  /** `off`: keys that are a single character do nothing. */
  declare hotkeys: 'on' | 'off';
  /** The heading's level in the page, 1–6. */
  declare headingLevel: number;
  /** The heading and accessible name. */
  declare label: string | undefined;
  /** Shows no heading, no counts and no filters. */
  declare hideHeader: boolean;
  /** Keeps filter, order and groups in the page's address: in its `query` or its `hash`; `off`: leaves it alone. */
  declare syncUrl: UrlPlace;
  /** What its parameters in the address begin with; each element on a page needs its own. */
  declare urlKey: string;
  /** Saved views to choose from: none, and nothing is said of views. It fires `view-save` to have one kept. */
  declare views: readonly ListView[];
  /** Loads again every so many seconds, while somebody looks; absent: never by itself. */
  declare poll: number | undefined;
  /** Where things lead in the host's own pages: a room, an action. */
  declare links: DashboardLinks;
  /** Wordings for this element. */
  declare messages: MessageOverrides | undefined;

  // What a list has that this has not.
  /** @internal */ readonly relationship = undefined;
  /** @internal */ readonly room = undefined;
  /** @internal */ readonly personal = false;
  /** @internal */ readonly columns = undefined;
  /** @internal */ readonly renderers = undefined;
  /** @internal */ readonly hideQuickAdd = true;

  readonly #workspace = new WorkspaceController(this);
  readonly #localize = new LocalizeController(this, () => this.#workspace.settings);
  #groupBy: Grouping = 'context';
  #body: ListBody | undefined;
  #tiles: TileBar | undefined;
  #loading: Promise<ListBody> | undefined;
  #unloadable = false;

  constructor() {
    super();
    new StatesController(this, () => this.#body?.states ?? { loading: !this.#unloadable, error: this.#unloadable });
  }

  // ── for the host page ─────────────────────────────────────────────────────────────────────────

  /** The groups it begins with: `room`, `due`, `owner` or `none`; read as the list calls them. */
  get groupBy(): Grouping {
    return this.#groupBy;
  }

  set groupBy(named: DashboardGrouping) {
    const before = this.#groupBy;
    this.#groupBy = groupingOf(named);
    this.requestUpdate('groupBy', before);
  }

  /** The workspace shown: its stores and commands, for scripts; undefined while there is none. */
  get store(): WorkspaceStore | undefined {
    return this.#workspace.store;
  }

  /** Loads and counts again, keeping what is shown meanwhile. */
  async refresh(): Promise<void> {
    const body = await this.#ready();
    await Promise.all([body.refresh(), this.#tiles?.refresh()]);
  }

  /** Scrolls to an action and focuses its title; gives whether the list holds it. */
  focusItem(id: Id): boolean {
    return this.#body?.focusItem(id) ?? false;
  }

  clearSelection(): void {
    this.#body?.clearSelection();
  }

  /**
   * Saves every action that the filter gives as a CSV file, those that are still to be loaded too.
   * `export-before-save` can take the text instead. Rejects where the actions could not be loaded.
   */
  async exportCsv(): Promise<void> {
    await (await this.#ready()).exportCsv();
  }

  /** Prints the page with every row in it. */
  print(): void {
    globalThis.print();
  }

  // ── lifecycle ─────────────────────────────────────────────────────────────────────────────────

  override connectedCallback(): void {
    super.connectedCallback();
    if (!isServer) void this.#ready().catch(reportError);
  }

  protected override assemble(): void {
    this.#body = this.#tiles = this.#loading = undefined;
    void this.#ready().catch(reportError);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#body?.willUpdate(changed);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#body?.updated();
  }

  protected override render(): TemplateResult {
    const { locale, direction, messages } = this.#localize;
    const body = this.#body;
    const label = this.label ?? messages.list.headingRooms;
    const phase = this.#phase;
    return html`<section
      class="base ${this.density ?? this.#workspace.settings.density ?? 'comfortable'}"
      part="base"
      dir=${direction}
      lang=${locale}
      aria-label=${label}
      aria-busy=${phase === 'loading' ? 'true' : nothing}
      @keydown=${body?.key}
      @click=${body?.click}
      @mousedown=${body?.press}
      @focusin=${body?.focus}
      @focusout=${body?.blur}
    >
      ${this.hideHeader ? nothing : heading(label, this.headingLevel, phase, true, phase === 'nothingYet' ? nothing : body?.filters(), this.#counts())}
      ${body ? body.render(label) : html`<div class="scroller">${this.#waiting()}</div>`}
      <slot name="footer"></slot>
      ${body?.floating()}
    </section>`;
  }

  /** How it stands; where there is no room at all there is nothing to count and nothing to filter. */
  get #phase(): Phase {
    const phase = this.#body?.phase ?? 'loading';
    const hasRooms = (this.#workspace.store?.$rooms.get().size ?? 0) > 0;
    return !hasRooms && (phase === 'caughtUp' || phase === 'filteredOut') ? 'nothingYet' : phase;
  }

  #counts(): TemplateResult | typeof nothing {
    const phase = this.#phase;
    if (phase === 'forbidden' || phase === 'nothingYet' || this.#unloadable) return nothing;
    return html`<div class="tiles-room">${this.#tiles?.render()}</div>`;
  }

  #waiting(): TemplateResult {
    const { messages } = this.#localize;
    return this.#unloadable ? failed(messages, () => void this.#ready().catch(reportError)) : skeleton(messages);
  }

  /** Fetched beside the actions themselves, so that a page's own code stays small; asked for again where that failed. */
  #ready(): Promise<ListBody> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<ListBody> {
    try {
      this.#unloadable = false;
      const { assemble } = await import('./assemble.ts');
      const begin = await assemble(this);
      if (!this.#body) ({ body: this.#body, tiles: this.#tiles } = begin(this.#workspace, this.#localize));
      return this.#body;
    } catch (error) {
      this.#loading = undefined;
      this.#unloadable = true;
      throw error;
    } finally {
      this.requestUpdate();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'actions-dashboard': ActionsDashboard;
  }
}
