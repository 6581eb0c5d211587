// <action-list>: every action its viewer may see, or those of one relationship, or their personal ones.
import { html, isServer, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Backend } from '@followthrough/core/backend';
import type { ActionFilter, ActionSort, Id } from '@followthrough/core/schema';
import {
  type ActionListStore,
  type ActionListView,
  type Failure,
  formatFilter,
  type Grouping,
  parseFilter,
} from '@followthrough/core/stores';
import type { Density } from '../context.ts';
import type { DateWords } from '../dates/date-label.ts';
import { defineElement } from '../define-element.ts';
import { SelectionChange } from '../events.ts';
import { LocalizeController } from '../localize/localize-controller.ts';
import type { MessageOverrides } from '../localize/messages.ts';
import { avatarStyles } from '../parts/avatar.ts';
import { statusStyles } from '../parts/status-icon.ts';
import { StatesController } from '../states-controller.ts';
import { type Followed, StoreController } from '../store-controller.ts';
import { foundation } from '../styles/foundation.ts';
import { version } from '../version.ts';
import type { InitialData } from '../workspace-scope/initial-data.ts';
import { WorkspaceController, workspaceProperties } from '../workspace-scope/workspace-controller.ts';
import { ActiveCell, HEADER } from './active-cell.ts';
import { type Column, columnsOf } from './columns.ts';
import { entriesOf, entryKey, isGroupHeader, type ListEntry } from './entries.ts';
import { gridAdaptStyles, gridStyles } from './grid-styles.ts';
import { groupRow } from './group.ts';
import { columnHeaders } from './header.ts';
import { isOnePlace, ListController, OPEN_AND_MINE, RECENT_DAYS } from './list-controller.ts';
import { type EntryModel, type HeaderModel, modelOf, type Shown } from './models.ts';
import { row } from './row.ts';
import { addContexts, directoryOf } from './specs.ts';
import { banner, empty, failed, forbidden, type Phase, phaseOf, skeleton } from './states.ts';
import { listStyles } from './styles.ts';
import type { ListTools } from './tools.ts';
import { RowWindow } from './window.ts';

/** Where things lead in the host's own pages. */
export interface ActionListLinks {
  /** The address of a relationship. */
  relationship?: ((id: Id) => string) | undefined;
}

const NONE: ReadonlySet<Id> = new Set();

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
export class ActionList extends LitElement {
  static readonly version = version;
  static define(tag = 'action-list', registry?: CustomElementRegistry): void {
    defineElement(tag, this, registry);
  }
  static override styles = [...foundation, statusStyles, avatarStyles, listStyles, gridStyles, gridAdaptStyles];
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
  /** Where things lead in the host's own pages. */
  declare links: ActionListLinks;
  /** Wordings for this element. */
  declare messages: MessageOverrides | undefined;

  readonly #workspace = new WorkspaceController(this);
  readonly #localize = new LocalizeController(this, () => this.#workspace.settings);
  readonly #list = new ListController(this, {
    workspace: () => this.#workspace.store,
    scope: () => this.#scope,
    beginning: () => ({ filter: filterOf(this.filter), sort: this.sort, grouping: this.groupBy }),
  });
  readonly #window: RowWindow<ListEntry, EntryModel | HeaderModel> = new RowWindow<ListEntry, EntryModel | HeaderModel>(
    {
      host: this,
      keyOf: entryKey,
      isHeader: isGroupHeader,
      textOf: (entry) => (isGroupHeader(entry) ? '' : entry.title),
      modelOf: (entry, index) => modelOf(entry, index, this.#shown),
      draw: (model) => (model.row ? row(model) : groupRow(model)),
      keptKey: () => (this.#cell.key === HEADER ? null : this.#cell.key),
      scrolled: (past) => this.renderRoot.querySelector('.head')?.classList.toggle('stuck', past),
      focusLost: (index) => this.#focusAgain(index),
    },
  );
  readonly #cell: ActiveCell = new ActiveCell({
    host: this,
    entries: () => this.#window.entries,
    columns: () => this.#columns,
    pageRows: () => this.#window.pageRows,
    reveal: (index) => this.#window.reveal(index),
  });
  #tools: ListTools | undefined;
  #loading: Promise<ListTools> | undefined;
  #recent = true;
  #collapsed: ReadonlySet<string> = NONE;
  #columns: readonly Column[] = [];
  #shown!: Shown;
  #words: DateWords | undefined;
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
    this.links = {};
    new StatesController(this, () => this.#states());
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

  /** Puts the focus into the line that adds. */
  openCreate(): void {
    if (this.#tools) this.#tools.openCreate();
    else void this.#loadTools().then((tools) => tools.openCreate());
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
    if (list) {
      if (changed.has('filter') && this.hasUpdated) list.setFilter(filterOf(this.filter) ?? {});
      if (changed.has('sort') && this.hasUpdated) list.setSort(this.sort);
      if (changed.has('groupBy') && this.hasUpdated) list.setGrouping(this.groupBy);
    }
    const { messages, dates } = this.#localize;
    if (this.#words?.messages !== messages || this.#words.dates !== dates) this.#words = { messages, dates };
    const columns = columnsOf({ selectable: this.#selects, places: !isOnePlace(this.#scope), readonly: this.readonly });
    if (columns.join() !== this.#columns.join()) this.#columns = columns;
    if (list) this.#window.entries = this.#entriesOf(list);
    this.#cell.follow();
    this.#shown = this.#gather();
    this.#hadFocus = !isServer && this.shadowRoot?.activeElement != null;
  }

  protected override firstUpdated(): void {
    void this.#loadTools().catch(reportError);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#tools?.edit.updated();
    // What held the focus is gone (a button of the toast, the bar of the selection): the list takes it.
    if (this.#hadFocus && !this.shadowRoot?.activeElement && !this.#tools?.edit.active) this.#focusAgain(null);
    const selection = this.#list.store?.$selection.get() ?? NONE;
    if (selection === this.#toldSelection) return;
    this.#toldSelection = selection;
    this.dispatchEvent(new SelectionChange(selection));
  }

  protected override render(): TemplateResult {
    const { locale, direction } = this.#localize;
    const density = this.density ?? this.#workspace.settings.density ?? 'comfortable';
    const phase = this.#phase;
    return html`<section
      class="base ${density}"
      part="base"
      dir=${direction}
      lang=${locale}
      aria-label=${this.#label}
      aria-busy=${phase === 'loading' ? 'true' : nothing}
      @keydown=${(event: KeyboardEvent) => this.#tools?.interaction.key(event)}
      @click=${this.#onClick}
      @mousedown=${(event: MouseEvent) => this.#tools?.interaction.press(event)}
      @focusin=${(event: FocusEvent) => this.#tools?.interaction.focus(event)}
      @focusout=${(event: FocusEvent) => this.#tools?.interaction.blur(event)}
    >
      ${this.hideHeader ? nothing : this.#header(phase)} ${this.#adding(phase)} ${this.#banners(phase)}
      <div class="scroller">${phase === 'rows' ? this.#grid() : this.#without(phase)}</div>
      ${this.#scopeLine(phase)} ${this.#bulkBar()}
      <slot name="footer"></slot>
      ${this.#tools?.render()}
    </section>`;
  }

  // ── parts ─────────────────────────────────────────────────────────────────────────────────────

  #header(phase: Phase): TemplateResult {
    const list = this.#list.store;
    const workspace = this.#workspace.store;
    const filters =
      list && workspace && workspace.$status.get() === 'ready' && phase !== 'forbidden' && phase !== 'nothingYet';
    return html`<div class="top" part="header">
        <slot name="header"
          ><div class="heading" part="title" role="heading" aria-level=${this.headingLevel}>${this.#label}</div></slot
        >
        <slot name="toolbar-end"></slot>
      </div>
      <div class="toolbar" part="toolbar">
        <slot name="toolbar-start"></slot>
        ${filters && this.#tools ? this.#tools.filters(workspace, list) : nothing}
      </div>`;
  }

  #adding(phase: Phase): TemplateResult | typeof nothing {
    const workspace = this.#workspace.store;
    if (!workspace || this.readonly || this.hideQuickAdd || phase === 'forbidden' || phase === 'error') return nothing;
    if (addContexts(workspace, this.#scope, this.#localize).length === 0) return nothing;
    return html`<div class="add">${this.#tools?.adding(workspace)}</div>`;
  }

  #banners(phase: Phase): TemplateResult {
    const { messages } = this.#localize;
    const { store } = this.#workspace;
    const waiting = new Set([...(store?.actions.$pending.get() ?? []), ...this.#failures.keys()]).size;
    const offline = store?.$online.get() === false && phase !== 'error';
    const stale = phase === 'rows' && this.#error !== null && !offline;
    return html`${this.#list.store?.$refreshing.get() ? html`<div class="progress" aria-hidden="true"></div>` : nothing}
    ${offline ? banner(waiting === 0 ? messages.state.offline : `${messages.state.offline} · ${messages.state.waiting(waiting)}`, null, 'offline') : nothing}
    ${stale ? banner(`${messages.problem.load} ${messages.list.stale}`, { label: messages.problem.retry, run: () => void this.refresh() }, 'problem') : nothing}`;
  }

  #grid(): TemplateResult {
    const list = this.#list.store;
    if (!list) return html``;
    const { messages } = this.#localize;
    const selected = list.$selection.get().size;
    const { columns, printing } = this.#shown;
    const has = (column: Column, name: string) => (columns.includes(column) ? name : '');
    return html`<div
      class="grid ${has('select', 'selects')} ${has('where', 'places')} ${has('more', 'offers')} ${selected > 0 ? 'selecting' : ''}"
      part="list"
      role="grid"
      aria-label=${this.#label}
      aria-rowcount=${list.$complete.get() ? this.#window.entries.length + 1 : -1}
      aria-colcount=${columns.length}
      aria-multiselectable=${this.#selects ? 'true' : nothing}
      aria-readonly=${this.readonly ? 'true' : nothing}
    >
      ${columnHeaders({
        columns,
        sort: list.$sort.get(),
        messages,
        allSelected: selected === 0 ? 'false' : selected < list.$view.get().rows.length ? 'mixed' : 'true',
        stop: this.#cell.key === HEADER ? this.#cell.column : null,
      })}
      <div role="rowgroup" class="rows ${printing ? 'printing' : ''}"></div>
      <div class="probe-row" aria-hidden="true"></div>
      <div class="probe-header" aria-hidden="true"></div>
    </div>`;
  }

  #without(phase: Exclude<Phase, 'rows'>): TemplateResult {
    const { messages } = this.#localize;
    switch (phase) {
      case 'loading':
        return skeleton(messages);
      case 'forbidden':
        return forbidden(messages);
      case 'error':
        return html`<slot name="error"
          >${this.#error ? failed(this.#error, messages, () => void this.refresh()) : nothing}</slot
        >`;
      default:
        return html`<slot name="empty"
          >${empty(phase, {
            messages,
            onAdd: this.#adding(phase) === nothing ? null : () => this.openCreate(),
            onClear: () => this.#tools?.setFilter({}),
            onShowCompleted: () => this.#tools?.setFilter({ assignee: 'me', status: ['done', 'doneLate', 'notDone'] }),
          })}</slot
        >`;
    }
  }

  /** Lists of one place begin at recent activity and say so. */
  #scopeLine(phase: Phase): TemplateResult | typeof nothing {
    if (!isOnePlace(this.#scope) || (phase !== 'rows' && phase !== 'nothingYet' && phase !== 'filteredOut'))
      return nothing;
    const { list } = this.#localize.messages;
    return html`<div class="scope" part="scope">
      <span>${this.#recent ? list.recent(RECENT_DAYS) : list.full}</span>
      <button type="button" class="button link" part="button" @click=${this.#toggleRecent}>
        ${this.#recent ? list.showAll : list.showRecent}
      </button>
    </div>`;
  }

  #bulkBar(): TemplateResult | typeof nothing {
    const list = this.#list.store;
    const workspace = this.#workspace.store;
    if (!list || !workspace) return nothing;
    return this.#tools?.selection(workspace, list) ?? nothing;
  }

  // ── what there is to show ─────────────────────────────────────────────────────────────────────

  get #scope() {
    return { relationship: this.relationship, personal: this.personal, recent: this.#recent };
  }

  get #selects(): boolean {
    return this.selection !== 'none' && !this.readonly;
  }

  get #label(): string {
    const { list } = this.#localize.messages;
    return this.label ?? (this.personal ? list.headingPersonal : list.heading);
  }

  get #error() {
    return this.#workspace.store?.$error.get() ?? this.#list.store?.$error.get() ?? null;
  }

  get #phase(): Phase {
    const list = this.#list.store;
    const filter = list?.$filter.get() ?? {};
    return phaseOf({
      error: this.#error,
      ready: this.#workspace.store?.$status.get() === 'ready' && list?.$status.get() === 'ready',
      rows: list?.$view.get().rows.length ?? 0,
      filtered: formatFilter(filter) !== '',
      openAndMine: formatFilter(filter) === formatFilter(OPEN_AND_MINE),
    });
  }

  /** The latest failure of each action that trying again may mend. */
  get #failures(): ReadonlyMap<Id, Failure> {
    const failures = this.#workspace.store?.actions.$failures.get() ?? [];
    return new Map(
      failures.flatMap((failure) =>
        'id' in failure.command && failure.error.transient ? [[failure.command.id, failure]] : [],
      ),
    );
  }

  #entriesOf(list: ActionListStore): readonly ListEntry[] {
    const view = list.$view.get();
    const grouped = list.$grouping.get() !== 'none';
    const known = this.#entries;
    if (known?.view !== view || known.grouped !== grouped || known.collapsed !== this.#collapsed) {
      this.#entries = { view, grouped, collapsed: this.#collapsed, entries: entriesOf(view, grouped, this.#collapsed) };
    }
    return this.#entries?.entries ?? [];
  }
  #entries:
    | { view: ActionListView; grouped: boolean; collapsed: ReadonlySet<string>; entries: readonly ListEntry[] }
    | undefined;

  #gather(): Shown {
    const list = this.#list.store;
    const workspace = this.#workspace.store;
    return {
      words: this.#words ?? this.#localize,
      columns: this.#columns,
      directory: workspace ? directoryOf(workspace) : { me: null, people: new Map(), relationships: new Map() },
      todayOf: (action) => workspace?.actions.todayOf(action) ?? 0,
      grouping: list?.$grouping.get() ?? 'none',
      selection: list?.$selection.get() ?? NONE,
      pending: workspace?.actions.$pending.get() ?? NONE,
      leaving: list?.$lingering.get() ?? NONE,
      failures: this.#failures,
      placeHref: this.links.relationship,
      edited: (id) => this.#tools?.edit.of(id) ?? null,
      selectable: this.#selects,
      readonly: this.readonly,
      printing: this.#window.printing,
      stopKey: this.#cell.key,
      stopColumn: this.#cell.column,
    };
  }

  #states(): Record<string, boolean> {
    const phase = this.#phase;
    const { store } = this.#workspace;
    return {
      loading: phase === 'loading',
      refreshing: this.#list.store?.$refreshing.get() === true,
      empty: phase === 'nothingYet',
      'filtered-empty': phase === 'filteredOut',
      'all-done': phase === 'caughtUp',
      error: phase === 'error',
      forbidden: phase === 'forbidden',
      offline: store?.$online.get() === false,
      pending: (store?.actions.$pending.get().size ?? 0) > 0,
      readonly: this.readonly,
      selecting: (this.#list.store?.$selection.get().size ?? 0) > 0,
    };
  }

  // ── what a person does ────────────────────────────────────────────────────────────────────────

  /** Loads what one does something with; loaded again where that failed. */
  #loadTools(): Promise<ListTools> {
    this.#loading ??= import('./tools.ts').then(
      ({ ListTools }) => {
        this.#tools = new ListTools({
          host: this,
          workspace: this.#workspace,
          localize: this.#localize,
          list: () => this.#list.store,
          scope: () => this.#scope,
          selectable: () => this.#selects,
          cell: this.#cell,
          entries: () => this.#window.entries,
          keyAt: (node) => this.#window.keyAt(node),
          rowOf: (key) => this.#window.elementOf(key),
          focusItem: (id) => this.focusItem(id),
          focusAgain: () => this.#focusAgain(null),
          toggleGroup: (key) => this.#toggleGroup(key),
        });
        this.requestUpdate();
        return this.updateComplete.then(() => this.#tools as ListTools);
      },
      (error: unknown) => {
        this.#loading = undefined;
        throw error;
      },
    );
    return this.#loading;
  }

  /** A press that comes before the tools are there is made once they are. */
  readonly #onClick = (event: MouseEvent): void => {
    const target = (event.target as Element).closest<HTMLElement>('button, a, [data-column]');
    if (this.#tools) this.#tools.interaction.click(event);
    else void this.#loadTools().then(() => target?.click());
  };

  #toggleGroup(key: string): void {
    const collapsed = new Set(this.#collapsed);
    if (!collapsed.delete(key)) collapsed.add(key);
    this.#collapsed = collapsed;
    this.requestUpdate();
  }

  readonly #toggleRecent = (): void => {
    this.#recent = !this.#recent;
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
