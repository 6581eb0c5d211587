// <action-list>: every action its viewer may see, or those of one relationship, room or engagement, or their personal ones.
import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Backend } from '@followthrough/core/backend';
import type { ActionFilter, ActionSort, Id } from '@followthrough/core/schema';
import type { Grouping, WorkspaceStore } from '@followthrough/core/stores';
import type { Density } from '../context.ts';
import { defineElement } from '../define-element.ts';
import { LocalizeController } from '../localize/localize-controller.ts';
import type { MessageOverrides } from '../localize/messages.ts';
import { densities, headingLevels, urlPlaces } from '../meaning.ts';
import { PageElement } from '../page-element.ts';
import type { QuickAddDefaults } from '../parts/quick-add.ts';
import { StatesController } from '../states-controller.ts';
import { foundation } from '../styles/foundation.ts';
import { noteStyles } from '../styles/notes.ts';
import { version } from '../version.ts';
import type { ListView } from '../view-events.ts';
import type { InitialData } from '../workspace-scope/initial-data.ts';
import { WorkspaceController, workspaceProperties } from '../workspace-scope/workspace-controller.ts';
import type { OfferedColumn } from './columns.ts';
import { failed, heading, skeleton } from './frame.ts';
import { frameStyles } from './frame-styles.ts';
import type { ListBody } from './list-body.ts';
import { type ActionListLinks, groupings, type ListOptions, sorts } from './list-options.ts';
import type { Renderers } from './renderers.ts';
import type { UrlPlace } from '../url-place.ts';

export type { ActionListLinks } from './list-options.ts';
/** What a new action begins with: title, place (a relationship's id, or `personal`), due date, assignee. */
export type ActionDefaults = QuickAddDefaults;

/**
 * Every action its viewer may see: filter, sort, group, add, complete, edit in place, select several. With
 * `relationship`, `room` or `engagement`, the list of that one (recent activity, with a way to its full history); with `personal`, the
 * viewer's personal list. Rows have one height: a long title ends in … and is whole in its tooltip and details. 10,000 rows
 * scroll without a dropped frame; find-in-page and print know them all.
 *
 * @example
 * <action-list></action-list>
 * <action-list relationship="rel_1" label="Actions with Ben"></action-list>
 * <action-list filter="status:todo,overdue assignee:me" group-by="due"></action-list>
 *
 * @tag action-list
 * @slot header - In place of the heading.
 * @slot toolbar-start - Before the filters.
 * @slot toolbar-end - After the heading.
 * @slot empty - In place of the words where there is nothing to show.
 * @slot error - In place of the words where loading failed.
 * @slot footer - Below the list.
 * @slot item-{id}-start - Before the title of the action with this id; `item-{id}-end` after it.
 * @fires action-before-create - Before an action is added; can be cancelled.
 * @fires action-created - After the backend agreed.
 * @fires action-before-update - Before title, assignee, date or description change; can be cancelled.
 * @fires action-updated - After the backend agreed.
 * @fires action-before-complete - Before an action is completed; can be cancelled. So too `-reopen` and `-dismiss`.
 * @fires action-completed - After the backend agreed. So too `action-reopened` and `action-dismissed`.
 * @fires action-before-delete - Before an action is deleted; can be cancelled.
 * @fires action-deleted - After the backend agreed.
 * @fires action-restored - A deletion was undone.
 * @fires action-open - Details are asked for. Cancelled: the built-in dialog stays closed.
 * @fires relationship-open - The name of a relationship was chosen. Cancelled: its link is not followed.
 * @fires room-open - The name of a room was chosen. Cancelled: its link is not followed.
 * @fires bulk-before-apply - Before one operation on several actions; can be cancelled.
 * @fires bulk-applied - Every one has answered for itself.
 * @fires action-error - A change was refused or failed. Cancelled: nothing is shown.
 * @fires session-expired - The backend no longer knows who is asking.
 * @fires selection-change - Other rows are selected.
 * @fires filter-change - The person asked for other actions.
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
 * @csspart count - How many there are.
 * @csspart toolbar - The filters.
 * @csspart views - The button that names the saved view shown.
 * @csspart quick-add - The line that adds.
 * @csspart list - The grid.
 * @csspart columns - The row of column headers.
 * @csspart row - A row; also `row-` with its status, `row-pending`, `row-failed`, `row-selected`, `row-leaving`.
 * @csspart checkbox - The control that completes, and the one that selects.
 * @csspart item-title - A title.
 * @csspart due - A due date; also `due-overdue`, `due-today`, `due-later`, `due-done`.
 * @csspart assignee - A name.
 * @csspart internal-badge - The mark of what only your team sees.
 * @csspart avatar - A picture or initials.
 * @csspart meta - Where an action belongs.
 * @csspart status - The word for a status.
 * @csspart updated - When an action was changed last.
 * @csspart group-header - The header of a group; `group` its name, `group-count` its count.
 * @csspart bulk-bar - What can be done with the selection.
 * @csspart skeleton - The bars while loading.
 * @csspart empty - What is said where there is nothing.
 * @csspart error - What is said where loading failed.
 * @csspart banner - The line while offline or out of date.
 */
export class ActionList extends PageElement implements ListOptions {
  static readonly version = version;
  static define(tag = 'action-list', registry?: CustomElementRegistry): void {
    defineElement(tag, this, registry);
  }
  static override styles = [...foundation, noteStyles, frameStyles];
  static override properties = {
    ...workspaceProperties,
    relationship: {},
    room: {},
    engagement: {},
    personal: { type: Boolean },
    filter: {},
    sort: { type: String, means: sorts, standard: 'due' },
    groupBy: { attribute: 'group-by', means: groupings, standard: 'none' },
    density: { type: String, means: densities },
    readonly: { type: Boolean },
    selection: { type: String, means: /^(multiple|none)$/, standard: 'multiple' },
    hotkeys: { type: String, means: /^(on|off)$/, standard: 'on' },
    headingLevel: { attribute: 'heading-level', type: Number, means: headingLevels, standard: 3 },
    label: {},
    hideHeader: { attribute: 'hide-header', type: Boolean },
    hideQuickAdd: { attribute: 'hide-quick-add', type: Boolean },
    syncUrl: { attribute: 'sync-url', means: urlPlaces, standard: 'off' },
    urlKey: { attribute: 'url-key', means: /./, standard: 'actions' },
    columns: {},
    views: { attribute: false, standard: [] },
    poll: { type: Number },
    renderers: { attribute: false },
    links: { attribute: false, standard: {} },
    messages: { attribute: false },
  };

  /** A backend for this element alone. */
  declare backend: Backend | undefined;
  /** Plain data for this element alone. */
  declare initialData: InitialData | undefined;
  /** A clock in place of the page's, for demos and tests. */
  declare now: (() => number) | undefined;
  /** The id of the relationship whose actions are shown. */
  declare relationship: Id | undefined;
  /** The id of the room whose actions are shown. */
  declare room: Id | undefined;
  /** The id of the engagement whose actions are shown; they are added as items of it. */
  declare engagement: Id | undefined;
  /** Whether the viewer's personal actions are shown, and no others. */
  declare personal: boolean;
  /** What is asked for: as text (`status:todo,overdue assignee:me`) or as a filter. */
  declare filter: string | ActionFilter | undefined;
  /** The order it begins with. */
  declare sort: ActionSort;
  /** The groups it begins with. */
  declare groupBy: Grouping;
  /** Room for rows; the workspace's where absent. */
  declare density: Density | undefined;
  /** Shows and changes nothing: text in place of controls. */
  declare readonly: boolean;
  /** `none`: rows cannot be selected. */
  declare selection: 'multiple' | 'none';
  /** `off`: keys that are a single character do nothing. */
  declare hotkeys: 'on' | 'off';
  /** The heading's level in the page, 1–6. */
  declare headingLevel: number;
  /** The heading and accessible name. */
  declare label: string | undefined;
  /** Shows no heading and no filters. */
  declare hideHeader: boolean;
  /** Shows no line that adds. */
  declare hideQuickAdd: boolean;
  /** Keeps filter, order and groups in the page's address: in its `query` or its `hash`; `off`: leaves it alone. */
  declare syncUrl: UrlPlace;
  /** What the list's parameters in the address begin with; each list on a page needs its own. */
  declare urlKey: string;
  /** The columns beside the title, in order: of `due assignee where status updated`; absent: all but `updated`. */
  declare columns: string | readonly OfferedColumn[] | undefined;
  /** Saved views to choose from: none, and nothing is said of views. The list fires `view-save` to have one kept. */
  declare views: readonly ListView[];
  /** Loads again every so many seconds, while somebody looks; absent: never by itself. */
  declare poll: number | undefined;
  /** Draw what stands in a column's cells. */
  declare renderers: Renderers | undefined;
  /** Where things lead in the host's own pages. */
  declare links: ActionListLinks;
  /** Wordings for this element. */
  declare messages: MessageOverrides | undefined;

  readonly #workspace = new WorkspaceController(this);
  readonly #localize = new LocalizeController(this, () => this.#workspace.settings);
  #body: ListBody | undefined;
  #loading: Promise<ListBody> | undefined;
  #unloadable = false;

  constructor() {
    super();
    new StatesController(this, () => this.#body?.states ?? { loading: !this.#unloadable, error: this.#unloadable });
  }

  // ── for the host page ─────────────────────────────────────────────────────────────────────────

  /** The workspace shown: its stores and commands, for scripts; undefined while there is none. */
  get store(): WorkspaceStore | undefined {
    return this.#workspace.store;
  }

  /** Loads again, keeping what is shown meanwhile. */
  async refresh(): Promise<void> {
    await (await this.#ready()).refresh();
  }

  /** Scrolls to an action and focuses its title; gives whether the list holds it. */
  focusItem(id: Id): boolean {
    return this.#body?.focusItem(id) ?? false;
  }

  /**
   * Puts the focus into the line that adds, with what the new action begins with; what is typed there already is kept.
   * @example list.openCreate({ title: 'Send the deck', context: 'rel_1', due: '2026-05-22', assignee: 'per_2' })
   */
  openCreate(defaults?: ActionDefaults): void {
    void this.#ready().then((body) => body.openCreate(defaults));
  }

  clearSelection(): void {
    this.#body?.clearSelection();
  }

  /**
   * Saves every action that the filter gives as a CSV file, in the list's order, those that are still to be loaded too:
   * the columns shown, then status, description, instants and ids. `export-before-save` can take the text instead.
   * Resolves once it was handed over or somebody stopped it; rejects where the actions could not be loaded, which a
   * toast has said by then.
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
    this.#body = this.#loading = undefined;
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
    const label = this.label ?? (this.personal ? messages.list.headingPersonal : messages.list.heading);
    const phase = body?.phase ?? 'loading';
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
      ${this.hideHeader ? nothing : heading(label, this.headingLevel, phase, !(this.relationship ?? this.room ?? this.engagement ?? this.personal), body?.filters())}
      ${body ? body.render(label) : html`<div class="scroller">${this.#waiting()}</div>`}
      <slot name="footer"></slot>
      ${body?.floating()}
    </section>`;
  }

  // ── what shows the rows ───────────────────────────────────────────────────────────────────────

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
      // What the page says before it is upgraded, or right after it is put there, is known with the first update.
      const beside = this.updateComplete.then(() => this.#loadBeside());
      const [{ ListBody }, [address, said, groups, slotted]] = await Promise.all([import('./list-body.ts'), beside]);
      this.#body ??= new ListBody(this, this.#workspace, this.#localize, {
        UrlSync: address?.UrlSync,
        saidFilter: said?.saidFilter,
        groups,
        Slotted: slotted?.Slotted,
        rooms: undefined,
      });
      return this.#body;
    } catch (error) {
      this.#loading = undefined;
      this.#unloadable = true;
      throw error;
    } finally {
      this.requestUpdate();
    }
  }

  /** What not every list needs. */
  #loadBeside() {
    const inAddress = this.syncUrl !== 'off';
    return Promise.all([
      inAddress ? import('./url-sync.ts') : undefined,
      inAddress || typeof this.filter === 'string' ? import('./filter-attribute.ts') : undefined,
      inAddress || this.groupBy !== 'none' ? import('./group.ts') : undefined,
      this.querySelector(':scope > [slot^="item-"]') ? import('./slotted.ts') : undefined,
    ]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'action-list': ActionList;
  }
}
