// <action-list>: every action its viewer may see, or those of one relationship, or their personal ones.
import { html, isServer, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Backend } from '@followthrough/core/backend';
import type { ActionFilter, ActionSort, Id } from '@followthrough/core/schema';
import { type Grouping, parseFilter } from '@followthrough/core/stores';
import type { Density } from '../context.ts';
import { defineElement } from '../define-element.ts';
import { SelectionChange } from '../events.ts';
import { LocalizeController } from '../localize/localize-controller.ts';
import type { MessageOverrides } from '../localize/messages.ts';
import { avatarStyles } from '../parts/avatar.ts';
import type { QuickAddDefaults } from '../parts/quick-add.ts';
import { statusStyles } from '../parts/status-icon.ts';
import { StatesController } from '../states-controller.ts';
import { type Followed, StoreController } from '../store-controller.ts';
import { foundation } from '../styles/foundation.ts';
import { version } from '../version.ts';
import type { InitialData } from '../workspace-scope/initial-data.ts';
import { WorkspaceController, workspaceProperties } from '../workspace-scope/workspace-controller.ts';
import { ActiveCell, HEADER } from './active-cell.ts';
import { DueWidth } from './due-width.ts';
import { entryKey, isGroupHeader, type ListEntry } from './entries.ts';
import { adaptStyles } from './adapt-styles.ts';
import { foldStyles } from './fold-styles.ts';
import { gridStyles } from './grid-styles.ts';
import { groupRow } from './group.ts';
import { groupStyles } from './group-styles.ts';
import { ListController } from './list-controller.ts';
import type { ActionListLinks, ListOptions } from './list-options.ts';
import { ListState, NONE } from './list-state.ts';
import { listView } from './list-view.ts';
import { type EntryModel, type HeaderModel, modelOf, type Shown } from './models.ts';
import { row } from './row.ts';
import { rowStyles } from './row-styles.ts';
import { listStyles } from './styles.ts';
import { ToolsLoader } from './tools-loader.ts';
import { type UrlPlace, UrlSync } from './url-sync.ts';
import { RowWindow } from './window.ts';

export type { ActionListLinks } from './list-options.ts';
/** What a new action begins with: title, place (a relationship's id, or `personal`), due date, assignee. */
export type ActionDefaults = QuickAddDefaults;

/**
 * Every action its viewer may see: filter, sort, group, add, complete, edit in place, select several. With
 * `relationship`, the list of that one (recent activity, with a way to its full history); with `personal`, the viewer's
 * personal list. Rows have one height: a long title ends in … and is whole in its tooltip and details. 10,000 rows
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
 * @fires bulk-before-apply - Before one operation on several actions; can be cancelled.
 * @fires bulk-applied - Every one has answered for itself.
 * @fires action-error - A change was refused or failed. Cancelled: nothing is shown.
 * @fires session-expired - The backend no longer knows who is asking.
 * @fires selection-change - Other rows are selected.
 * @fires filter-change - The person asked for other actions.
 * @csspart base - The whole.
 * @csspart header - The line with the heading.
 * @csspart title - The heading.
 * @csspart count - How many there are.
 * @csspart toolbar - The filters.
 * @csspart quick-add - The line that adds.
 * @csspart list - The grid.
 * @csspart columns - The row of column headers.
 * @csspart row - A row; also `row-` with its status, `row-pending`, `row-failed`, `row-selected`, `row-leaving`.
 * @csspart checkbox - The control that completes, and the one that selects.
 * @csspart item-title - A title.
 * @csspart due - A due date; also `due-overdue`, `due-today`, `due-later`, `due-done`.
 * @csspart assignee - A name.
 * @csspart avatar - A picture or initials.
 * @csspart meta - Where an action belongs.
 * @csspart status - The word for a status.
 * @csspart group-header - The header of a group; `group` its name, `group-count` its count.
 * @csspart bulk-bar - What can be done with the selection.
 * @csspart skeleton - The bars while loading.
 * @csspart empty - What is said where there is nothing.
 * @csspart error - What is said where loading failed.
 * @csspart banner - The line while offline or out of date.
 */
export class ActionList extends LitElement implements ListOptions {
  static readonly version = version;
  static define(tag = 'action-list', registry?: CustomElementRegistry): void {
    defineElement(tag, this, registry);
  }
  static override styles = [
    ...foundation,
    statusStyles,
    avatarStyles,
    listStyles,
    gridStyles,
    rowStyles,
    groupStyles,
    foldStyles,
    adaptStyles,
  ];
  static override properties = {
    ...workspaceProperties,
    relationship: {},
    personal: { type: Boolean },
    filter: {},
    sort: {},
    groupBy: { attribute: 'group-by' },
    density: {},
    readonly: { type: Boolean },
    selection: {},
    hotkeys: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    label: {},
    hideHeader: { attribute: 'hide-header', type: Boolean },
    hideQuickAdd: { attribute: 'hide-quick-add', type: Boolean },
    syncUrl: { attribute: 'sync-url' },
    urlKey: { attribute: 'url-key' },
    links: { attribute: false },
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
  /** Where things lead in the host's own pages. */
  declare links: ActionListLinks;
  /** Wordings for this element. */
  declare messages: MessageOverrides | undefined;

  readonly #workspace = new WorkspaceController(this);
  readonly #localize = new LocalizeController(this, () => this.#workspace.settings);
  readonly #list: ListController;
  readonly #state: ListState = new ListState({
    options: this,
    workspace: this.#workspace,
    localize: this.#localize,
    list: () => this.#list.store,
  });
  readonly #window: RowWindow<ListEntry, EntryModel | HeaderModel> = new RowWindow<ListEntry, EntryModel | HeaderModel>(
    {
      host: this,
      keyOf: entryKey,
      isHeader: isGroupHeader,
      textOf: (entry) => (isGroupHeader(entry) ? '' : entry.title),
      modelOf: (entry, index) => modelOf(entry, index, this.#shown),
      draw: (model) => {
        if (!model.row) return groupRow(model);
        this.#dueWidth.fit(model.due.text);
        return row(model);
      },
      keptKey: () => (this.#cell.key === HEADER ? null : this.#cell.key),
      scrolled: (past) => this.renderRoot.querySelector('.head')?.classList.toggle('stuck', past),
      focusLost: (index) => this.#focusAgain(index),
    },
  );
  readonly #cell: ActiveCell = new ActiveCell({
    host: this,
    entries: () => this.#window.entries,
    columns: () => this.#state.columns,
    pageRows: () => this.#window.pageRows,
    reveal: (index) => this.#window.reveal(index),
  });
  readonly #loader = new ToolsLoader(() => ({
    host: this,
    workspace: this.#workspace,
    localize: this.#localize,
    list: () => this.#list.store,
    scope: () => this.#state.scope,
    selectable: () => this.#state.selects,
    cell: this.#cell,
    entries: () => this.#window.entries,
    keyAt: (node) => this.#window.keyAt(node),
    rowOf: (key) => this.#window.elementOf(key),
    focusItem: (id) => this.focusItem(id),
    focusAgain: () => this.#focusAgain(null),
    toggleGroup: (key) => {
      this.#state.toggleGroup(key);
      this.requestUpdate();
    },
  }));
  readonly #dueWidth = new DueWidth(this);
  #shown!: Shown;
  #hadFocus = false;
  #toldSelection: ReadonlySet<Id> = NONE;

  constructor() {
    super();
    this.personal = false;
    this.sort = 'due';
    this.groupBy = 'none';
    this.readonly = false;
    this.selection = 'multiple';
    this.hotkeys = 'on';
    this.headingLevel = 3;
    this.hideHeader = false;
    this.hideQuickAdd = false;
    this.syncUrl = 'off';
    this.urlKey = 'actions';
    // The address first: the list begins as it says.
    new UrlSync(this, () => this.#list.store);
    this.#list = new ListController(this, {
      workspace: () => this.#workspace.store,
      scope: () => this.#state.scope,
      beginning: () => ({ filter: filterOf(this.filter), sort: this.sort, grouping: this.groupBy }),
    });
    this.links = {};
    new StatesController(this, () => this.#state.states);
    const follow = <T>(find: () => Followed<T> | undefined) => new StoreController(this, find);
    follow(() => this.#list.store?.$view);
    follow(() => this.#list.store?.$status);
    follow(() => this.#list.store?.$error);
    follow(() => this.#list.store?.$refreshing);
    follow(() => this.#list.store?.$complete);
    follow(() => this.#list.store?.$filter);
    follow(() => this.#list.store?.$sort);
    follow(() => this.#list.store?.$grouping);
    follow(() => this.#list.store?.$selection);
    follow(() => this.#list.store?.$lingering);
    follow(() => this.#workspace.store?.$status);
    follow(() => this.#workspace.store?.$error);
    follow(() => this.#workspace.store?.$people);
    follow(() => this.#workspace.store?.$relationships);
    follow(() => this.#workspace.store?.$online);
    follow(() => this.#workspace.store?.$day);
    follow(() => this.#workspace.store?.actions.$pending);
    follow(() => this.#workspace.store?.actions.$failures);
  }

  // ── for the host page ─────────────────────────────────────────────────────────────────────────

  /** Loads again, keeping what is shown meanwhile. */
  async refresh(): Promise<void> {
    const { store } = this.#workspace;
    if (store?.$status.get() === 'error') await store.load();
    await this.#list.store?.refresh();
  }

  /** Scrolls to an action and focuses its title; gives whether the list holds it. */
  focusItem(id: Id): boolean {
    const index = this.#cell.indexOf(id);
    if (index >= 0) this.#cell.focus(index, 'title');
    return index >= 0;
  }

  /**
   * Puts the focus into the line that adds, with what the new action begins with; what is typed there already is kept.
   * @example list.openCreate({ title: 'Send the deck', context: 'rel_1', due: '2026-05-22', assignee: 'per_2' })
   */
  openCreate(defaults?: ActionDefaults): void {
    const { tools } = this.#loader;
    if (tools) tools.openCreate(defaults);
    else void this.#loader.load().then((loaded) => loaded.openCreate(defaults));
  }

  clearSelection(): void {
    this.#list.store?.clearSelection();
  }

  /** Prints the page with every row in it. */
  print(): void {
    globalThis.print();
  }

  // ── lifecycle ─────────────────────────────────────────────────────────────────────────────────

  protected override willUpdate(changed: PropertyValues<this>): void {
    const list = this.#list.store;
    if (list && this.hasUpdated) {
      if (changed.has('filter')) list.setFilter(filterOf(this.filter) ?? {});
      if (changed.has('sort')) list.setSort(this.sort);
      if (changed.has('groupBy')) list.setGrouping(this.groupBy);
    }
    if (list) this.#window.entries = this.#state.entries;
    this.#cell.follow();
    this.#shown = this.#state.shown({
      edited: (id) => this.#loader.tools?.edit.of(id) ?? null,
      printing: this.#window.printing,
      stopKey: this.#cell.key,
      stopColumn: this.#cell.column,
    });
    this.#hadFocus = !isServer && this.shadowRoot?.activeElement != null;
  }

  protected override firstUpdated(): void {
    void this.#loader.load().catch(reportError);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { tools } = this.#loader;
    tools?.edit.updated();
    this.#dueWidth.updated();
    // What held the focus is gone (a button of the toast, the bar of the selection): the list takes it.
    if (this.#hadFocus && !this.shadowRoot?.activeElement && !tools?.edit.active) this.#focusAgain(null);
    const selection = this.#list.store?.$selection.get() ?? NONE;
    if (selection === this.#toldSelection) return;
    this.#toldSelection = selection;
    this.dispatchEvent(new SelectionChange(selection));
  }

  protected override render(): TemplateResult {
    const { locale, direction } = this.#localize;
    const { tools, click } = this.#loader;
    const { label, density, phase } = this.#state;
    return html`<section
      class="base ${density}"
      part="base"
      dir=${direction}
      lang=${locale}
      aria-label=${label}
      aria-busy=${phase === 'loading' ? 'true' : nothing}
      @keydown=${(event: KeyboardEvent) => this.#loader.tools?.interaction.key(event)}
      @click=${click}
      @mousedown=${(event: MouseEvent) => this.#loader.tools?.interaction.press(event)}
      @focusin=${(event: FocusEvent) => this.#loader.tools?.interaction.focus(event)}
      @focusout=${(event: FocusEvent) => this.#loader.tools?.interaction.blur(event)}
    >
      ${listView({
        options: this,
        state: this.#state,
        localize: this.#localize,
        cell: this.#cell,
        printing: this.#window.printing,
        tools,
        refresh: () => void this.refresh(),
        openCreate: () => this.openCreate(),
        toggleRecent: this.#toggleRecent,
      })}
      <slot name="footer"></slot>
      ${tools?.render()}
    </section>`;
  }

  readonly #toggleRecent = (): void => {
    this.#state.toggleRecent();
    this.requestUpdate();
  };

  /** Gives the focus a place after what held it has gone: a row, else the line that adds, else the list itself. */
  #focusAgain(index: number | null): void {
    if (index !== null) this.#cell.focus(index);
    else if (!this.#cell.refocus()) {
      const next = this.renderRoot.querySelector<HTMLElement>('.quick-add-field, .nothing button, .filter-query');
      next?.focus();
    }
  }
}

/** The filter that a property says; undefined where it says none. */
function filterOf(filter: string | ActionFilter | undefined): ActionFilter | undefined {
  return typeof filter === 'string' ? parseFilter(filter).filter : filter;
}

declare global {
  interface HTMLElementTagNameMap {
    'action-list': ActionList;
  }
}
