// What <engagement-list> is made of: its store, the window of rows, the one tab stop, and what is fetched after the rows to
// do something with them. The element itself is what the host page says.
import type { PropertyValues, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { dayAt, knownZone } from '@followthrough/core/domain';
import type { EngagementFilter, Id } from '@followthrough/core/schema';
import {
  type EngagementListStore,
  type EngagementSelection,
  isSelected,
  parseEngagementFilter,
} from '@followthrough/core/stores';
import { Slotted } from '../action-list/slotted.ts';
import { RowBox } from '../action-list/row-box.ts';
import { RowWindow, type Windowed } from '../action-list/window.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { engagementListWords } from '../localize/late-engagement-list.ts';
import { StandingEvents } from '../standing-events.ts';
import { type Followed, StoreController } from '../store-controller.ts';
import type { WorkspaceController } from '../workspace-scope/workspace-controller.ts';
import { entryKey, HEADER, type ListEntry, REST } from './entries.ts';
import { GridCell } from './grid-cell.ts';
import { GroupNames } from './group-names.ts';
import { Interaction } from './interaction.ts';
import { ListController } from './list-controller.ts';
import { EngagementCreateRequest, EngagementOpen, EngagementSelectionChange } from './list-events.ts';
import type { EngagementListHost } from './list-options.ts';
import { ListState } from './list-state.ts';
import { listView } from './list-view.ts';
import { rowModel, type RowScene } from './row-models.ts';
import { type RestModel, restRow, row, type RowModel } from './row.ts';
import { ToolsLoader } from './tools-loader.ts';

/** How many rows before the last one the next page is asked for. */
const AHEAD = 15;
const NONE: EngagementSelection = { type: 'some', ids: new Set() };

export class ListBody {
  readonly #host: EngagementListHost;
  readonly #workspace: WorkspaceController;
  readonly #localize: LocalizeController;
  readonly #list: ListController;
  readonly #box: RowBox<ListEntry, RowModel | RestModel>;
  readonly #window: RowWindow<ListEntry, RowModel | RestModel>;
  readonly #cell: GridCell;
  readonly #slotted: Slotted;
  readonly #groups: GroupNames;
  readonly #interaction: Interaction;
  /** How it stands. */
  readonly state: ListState;
  /** Gets what one does something with. */
  readonly loader: ToolsLoader;
  #scene!: RowScene;
  #hadFocus = false;
  #told: EngagementSelection = NONE;

  constructor(host: EngagementListHost, workspace: WorkspaceController, localize: LocalizeController) {
    this.#host = host;
    this.#workspace = workspace;
    this.#localize = localize;
    const list = () => this.#list.store;
    this.state = new ListState({ host, workspace, list });
    const windowed: Windowed<ListEntry, RowModel | RestModel> = {
      host,
      keyOf: entryKey,
      isHeader: () => false,
      textOf: (entry) => (entry === REST ? '' : entry.title),
      modelOf: (entry, index) => this.#modelOf(entry, index),
      draw: (model) => ('rest' in model ? restRow(model) : row(model)),
      keptKey: () => (this.#cell.key === HEADER ? null : this.#cell.key),
      scrolled: (past) => host.renderRoot.querySelector('.head')?.classList.toggle('stuck', past),
      focusLost: (index) => this.#focusAgain(index),
    };
    this.#box = new RowBox(windowed);
    this.#window = new RowWindow(windowed, this.#box);
    this.#cell = new GridCell({
      host,
      entries: () => this.#box.entries,
      columns: () => this.state.columns,
      pageRows: () => this.#window.pageRows,
      reveal: (index) => this.#window.reveal(index),
    });
    this.#groups = new GroupNames(host, () => (this.state.manages ? workspace.store : undefined));
    this.loader = new ToolsLoader({
      host,
      workspace,
      localize,
      state: this.state,
      groups: this.#groups,
      focusAgain: () => this.#focusAgain(null),
      create: this.create,
    });
    this.#interaction = new Interaction({
      host,
      cell: this.#cell,
      state: this.state,
      loader: this.loader,
      entries: () => this.#box.entries,
      keyAt: (node) => this.#box.keyAt(node),
      rtl: () => localize.direction === 'rtl',
      open: (engagement, href) => host.dispatchEvent(new EngagementOpen(engagement, href)),
      create: this.create,
    });
    this.#slotted = new Slotted(host);
    this.#list = new ListController(host, {
      workspace: () => workspace.store,
      beginning: () => ({ filter: this.#filter, sort: host.sort, pageSize: host.pageSize }),
    });
    new StandingEvents(host, () => this.state.standing);
    const follow = <T>(find: () => Followed<T> | undefined) => new StoreController(host, find);
    follow(() => list()?.$rows);
    follow(() => list()?.$status);
    follow(() => list()?.$error);
    follow(() => list()?.$refreshing);
    follow(() => list()?.$loadingMore);
    follow(() => list()?.$more);
    follow(() => list()?.$count);
    follow(() => list()?.$filter);
    follow(() => list()?.$sort);
    follow(() => list()?.$selection);
    follow(() => list()?.$pending);
    follow(() => list()?.bulk.$job);
    follow(() => workspace.store?.$status);
    follow(() => workspace.store?.$error);
    follow(() => workspace.store?.$me);
    follow(() => workspace.store?.$people);
    follow(() => workspace.store?.$online);
    follow(() => workspace.store?.$day);
  }

  /** The list's store, while there is one. */
  get list(): EngagementListStore | undefined {
    return this.#list.store;
  }

  // ── what the element offers its host page ─────────────────────────────────────────────────────

  async refresh(): Promise<void> {
    const { workspace, list } = this.state;
    if (workspace?.$status.get() === 'error') await workspace.load();
    await list?.refresh();
  }

  takeFocus(): void {
    this.#focusAgain(null);
  }

  focusItem(id: Id): boolean {
    const index = this.#cell.indexOf(id);
    if (index >= 0) this.#cell.focus(index, 'title');
    return index >= 0;
  }

  /** Asks the host page to show where engagements are made. */
  readonly create = (): void => {
    this.#host.dispatchEvent(new EngagementCreateRequest());
  };

  // ── the element's life ────────────────────────────────────────────────────────────────────────

  willUpdate(changed: PropertyValues<EngagementListHost>): void {
    const { list } = this;
    if (list) {
      if (changed.has('filter')) list.setFilter(this.#filter);
      if (changed.has('sort')) list.setSort(this.#host.sort);
      this.#box.entries = this.state.entries;
    }
    this.#cell.follow();
    this.#scene = this.#sceneNow();
    this.#hadFocus = this.#host.shadowRoot?.activeElement != null;
  }

  updated(): void {
    void this.loader.load().catch(reportError);
    this.#tellSelection();
    // What held the focus is gone (a button of the toast, the bar of the selection): the list takes it.
    if (this.#hadFocus && !this.#host.shadowRoot?.activeElement) this.#focusAgain(null);
  }

  // ── what is drawn ─────────────────────────────────────────────────────────────────────────────

  /** What can be done beside the heading. */
  heading(): unknown {
    return this.loader.tools?.heading() ?? nothing;
  }

  /** What the list is filtered by. */
  filters(): unknown {
    return this.loader.tools?.filters() ?? nothing;
  }

  render(label: string): TemplateResult {
    const { tools } = this.loader;
    return html`${listView({
      label,
      host: this.#host,
      state: this.state,
      localize: this.#localize,
      cell: this.#cell,
      printing: this.#window.printing,
      refresh: () => void this.refresh(),
      clearFilter: () => this.list?.setFilter({}),
      create: this.create,
    })}
    ${tools?.bar() ?? nothing}`;
  }

  /** What floats over the page, where something does. */
  floating(): unknown {
    return this.loader.tools?.floating() ?? nothing;
  }

  // ── what a person does ────────────────────────────────────────────────────────────────────────

  readonly key = (event: KeyboardEvent): void => this.#interaction.key(event);
  readonly press = (event: MouseEvent): void => this.#interaction.press(event);
  readonly focus = (event: FocusEvent): void => this.#interaction.focus(event);
  readonly click = (event: MouseEvent): void => this.#interaction.click(event);

  /** The filter that the property says. */
  get #filter(): EngagementFilter {
    const { filter = {} } = this.#host;
    return typeof filter === 'string' ? parseEngagementFilter(filter).filter : filter;
  }

  readonly #loadMore = (): void => void this.list?.loadMore();

  #modelOf(entry: ListEntry, index: number): RowModel | RestModel {
    const count = this.#box.entries.length;
    const error = this.list?.$error.get() ?? null;
    // Near its end the list goes on; where that failed, somebody is asked first.
    if (index >= count - AHEAD && error === null && this.list?.$more.get()) queueMicrotask(this.#loadMore);
    if (entry !== REST) return rowModel(entry, index, this.#scene);
    const { messages } = this.#localize;
    const stop = this.#cell.key === REST;
    return { rest: true, index, words: engagementListWords(messages), messages, error, stop, onRetry: this.#loadMore };
  }

  #sceneNow(): RowScene {
    const { list, state } = this;
    const store = this.#workspace.store;
    const me = store?.$me.get();
    const zone = knownZone(me?.person.timeZone, me?.workspace.timeZone);
    const selection = list?.$selection.get() ?? NONE;
    return {
      localize: this.#localize,
      columns: state.columns,
      people: store?.$people.get() ?? new Map(),
      groups: this.#groups.now,
      links: this.#host.links,
      today: store?.todayIn(zone) ?? dayAt(0, 'UTC'),
      zone,
      selectable: state.selects,
      selected: (id) => isSelected(selection, id),
      pending: list?.$pending.get() ?? new Set(),
      slotted: this.#slotted.now,
      stopKey: this.#cell.key,
      stopColumn: this.#cell.column,
    };
  }

  #tellSelection(): void {
    const selection = this.list?.$selection.get() ?? NONE;
    if (selection === this.#told) return;
    const wasNothing = this.#told.type === 'some' && this.#told.ids.size === 0;
    this.#told = selection;
    if (wasNothing && selection.type === 'some' && selection.ids.size === 0) return;
    this.#host.dispatchEvent(new EngagementSelectionChange(selection));
  }

  /** Gives the focus a place after what held it has gone: a row, else what can be pressed. */
  #focusAgain(index: number | null): void {
    if (index !== null) this.#cell.focus(index);
    else if (!this.#cell.refocus()) {
      this.#host.renderRoot.querySelector<HTMLElement>('.nothing button, .filter-query, .top button')?.focus();
    }
  }
}
