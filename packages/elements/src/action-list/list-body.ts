// What <action-list> is made of once its code is there: the list's store, the window of rows, the one tab stop, and what
// is loaded after them to act on rows. The element itself is the frame and what the host page says.
import type { LitElement, PropertyValues, TemplateResult } from 'lit';
import type { ActionFilter, Id } from '@followthrough/core/schema';
import { type ActionListStore, createFirstActionList } from '@followthrough/core/stores';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { adoptStyles } from '../parts/adopt-styles.ts';
import { avatarStyles } from '../parts/avatar.ts';
import type { QuickAddDefaults } from '../parts/quick-add.ts';
import { statusStyles } from '../parts/status-icon.ts';
import type { PolledHost } from '../polling.ts';
import { StandingEvents } from '../standing-events.ts';
import { type Followed, StoreController } from '../store-controller.ts';
import type { WorkspaceController } from '../workspace-scope/workspace-controller.ts';
import { ActiveCell } from './active-cell.ts';
import { adaptStyles } from './adapt-styles.ts';
import { DueWidth } from './due-width.ts';
import { entryKey, HEADER, isGroupHeader, type ListEntry } from './entries.ts';
import { FirstScreen } from './first-screen.ts';
import { foldStyles } from './fold-styles.ts';
import type * as groupParts from './group.ts';
import { gridStyles } from './grid-styles.ts';
import { ListController } from './list-controller.ts';
import type { ListOptions } from './list-options.ts';
import { ListState } from './list-state.ts';
import { filters, listView } from './list-view.ts';
import { type EntryModel, type HeaderModel, rowModel, type Shown } from './models.ts';
import type { Emptiness, Phase } from './phase.ts';
import type * as roomParts from './room-rows.ts';
import { cellParts, row } from './row.ts';
import { RowBox } from './row-box.ts';
import { rowStyles } from './row-styles.ts';
import type { Slotted } from './slotted.ts';
import type { EmptySpec } from './states.ts';
import { beginningOf } from './scope.ts';
import { ToolsLoader } from './tools-loader.ts';
import type * as addressParts from './url-sync.ts';
import type { UrlHost } from './url-sync.ts';
import type { RowWindow, Windowed } from './window.ts';

/** The element that shows the list. */
export type ListHost = LitElement & ListOptions & UrlHost & PolledHost;

type Groups = typeof groupParts;
type Rooms = typeof roomParts;

/** What is fetched with the list's body where the host page asks for it from the start, and later where somebody does. */
export interface EarlyParts {
  /** Keeps the page's address. */
  UrlSync: (new (host: UrlHost, list: () => ActionListStore | undefined) => unknown) | undefined;
  /** Reads a filter that is said in words. */
  saidFilter: ((text: string) => ActionFilter) | undefined;
  /** Draws headers of groups. */
  groups: Groups | undefined;
  /** Reads what the host page has put into rows. */
  readonly Slotted: typeof Slotted | undefined;
  /** Draws what rows of rooms show in their own way. */
  readonly rooms: Rooms | undefined;
  /** What the filter that is said means, where more than it is said. */
  readonly meant?: (said: ActionFilter | undefined) => ActionFilter;
  /** What is said where there is nothing to show, in place of the list's own words. */
  readonly empty?: (why: Emptiness, spec: EmptySpec) => TemplateResult;
}

const NOWHERE: Slotted['now'] = new Map();

export class ListBody {
  readonly #host: ListHost;
  readonly #localize: LocalizeController;
  readonly #early: EarlyParts;
  readonly #list: ListController;
  readonly #state: ListState;
  readonly #box: RowBox<ListEntry, EntryModel | HeaderModel>;
  /** Scrolls through all rows, once it is there. */
  #window: RowWindow<ListEntry, EntryModel | HeaderModel> | undefined;
  readonly #cell: ActiveCell;
  /** Gets what one does something with. */
  readonly loader: ToolsLoader;
  readonly #dueWidth: DueWidth;
  /** Where the host page has put something of its own into rows, once that can be read. */
  #slotted: Slotted | undefined;
  #shown!: Shown;
  #rooms: roomParts.RoomRows | undefined;
  #label = '';
  #hadFocus = false;

  /** @param early what not every list needs, where this one needs it before its rows show */
  constructor(host: ListHost, workspace: WorkspaceController, localize: LocalizeController, early: EarlyParts) {
    adoptStyles(host, [statusStyles, avatarStyles, gridStyles, rowStyles, foldStyles, adaptStyles]);
    this.#host = host;
    this.#localize = localize;
    this.#early = early;
    if (early.groups) adoptStyles(host, [early.groups.groupStyles]);
    this.#dueWidth = new DueWidth(host);
    const list = () => this.#list.store;
    this.#state = new ListState({
      options: host,
      workspace,
      localize,
      list,
      groups: () => this.#early.groups !== undefined,
    });
    const windowed: Windowed<ListEntry, EntryModel | HeaderModel> = {
      host,
      keyOf: entryKey,
      isHeader: isGroupHeader,
      textOf: (entry) => (isGroupHeader(entry) ? '' : entry.title),
      modelOf: (entry, index) =>
        // Headers are among the entries only once their code is there.
        isGroupHeader(entry)
          ? (this.#early.groups as Groups).groupModel(entry, index, this.#shown)
          : rowModel(entry, index, this.#shown),
      draw: (model) => {
        if (!model.row) return (this.#early.groups as Groups).groupRow(model);
        this.#dueWidth.fit(model.due.text);
        return row(model);
      },
      keptKey: () => (this.#cell.key === HEADER ? null : this.#cell.key),
      scrolled: (past) => host.renderRoot.querySelector('.head')?.classList.toggle('stuck', past),
      focusLost: (index) => this.#focusAgain(index),
    };
    this.#box = new RowBox(windowed);
    const firstScreen = new FirstScreen(this.#box);
    host.addController(firstScreen);
    this.#cell = new ActiveCell({
      host,
      entries: () => this.#box.entries,
      columns: () => this.#state.columns,
      pageRows: () => this.#window?.pageRows ?? 1,
      reveal: (index) => this.#window?.reveal(index) ?? null,
    });
    this.loader = new ToolsLoader(() => ({
      host,
      workspace,
      localize,
      list,
      scope: () => this.#state.scope,
      selectable: () => this.#state.selects,
      columns: () => this.#state.columns,
      label: () => this.#label,
      refresh: () => this.refresh(),
      cell: this.#cell,
      entries: () => this.#box.entries,
      keyAt: (node) => this.#box.keyAt(node),
      rowOf: (key) => this.#box.elementOf(key),
      onRest: (parts) => {
        host.removeController(firstScreen);
        this.#window ??= new parts.RowWindow(windowed, this.#box);
        this.#slotted ??= new parts.Slotted(host);
      },
      focusItem: (id) => this.focusItem(id),
      focusAgain: () => this.#focusAgain(null),
      toggleGroup: (key) => {
        this.#state.toggleGroup(key);
        host.requestUpdate();
      },
      cellParts,
      rooms: () => this.#rooms,
      onRooms: (rooms) => {
        this.#rooms = rooms;
        host.requestUpdate();
      },
    }));
    this.#slotted = early.Slotted && new early.Slotted(host);
    // The address first: the list begins as it says.
    if (early.UrlSync) new early.UrlSync(host, list);
    this.#list = new ListController(host, {
      workspace: () => workspace.store,
      scope: () => this.#state.scope,
      beginning: () => ({ filter: this.#filter, sort: host.sort, grouping: host.groupBy }),
      // One that begins in groups has its rows in them from the first.
      create: early.groups?.createActionList ?? createFirstActionList,
    });
    const follow = <T>(find: () => Followed<T> | undefined) => new StoreController(host, find);
    new StandingEvents(host, () => this.#state.standing);
    if (early.rooms) this.#rooms = new early.rooms.RoomRows(host, workspace, cellParts);
    // Said in words after it was decided what comes with the list.
    if (typeof host.filter === 'string' && !early.saidFilter) this.#setFilter();
    this.#needAddress();
    void host.updateComplete.then(() => Promise.all([this.loader.load(), this.#needGroups()])).catch(reportError);
    follow(() => list()?.$view);
    follow(() => list()?.$status);
    follow(() => list()?.$error);
    follow(() => list()?.$refreshing);
    follow(() => list()?.$complete);
    follow(() => list()?.$filter);
    follow(() => list()?.$sort);
    follow(() => list()?.$grouping);
    follow(() => list()?.$selection);
    follow(() => list()?.$lingering);
    follow(() => workspace.store?.$status);
    follow(() => workspace.store?.$error);
    follow(() => workspace.store?.$people);
    follow(() => workspace.store?.$relationships);
    follow(() => workspace.store?.$rooms);
    follow(() => workspace.store?.$engagements);
    follow(() => workspace.store?.$online);
    follow(() => workspace.store?.$unsent);
    follow(() => workspace.store?.$day);
    follow(() => workspace.store?.actions.$pending);
    follow(() => workspace.store?.actions.$failures);
  }

  /** How the list stands as a whole. */
  get phase(): Phase {
    return this.#state.phase;
  }

  /** For the host page's CSS. */
  get states(): Record<string, boolean> {
    return this.#state.states;
  }

  // ── what the element offers its host page ─────────────────────────────────────────────────────

  async refresh(): Promise<void> {
    const { workspace, list } = this.#state;
    if (workspace?.$status.get() === 'error') await workspace.load();
    await list?.refresh();
  }

  focusItem(id: Id): boolean {
    const index = this.#cell.indexOf(id);
    if (index < 0) return false;
    if (this.#window) this.#cell.focus(index, 'title');
    else void this.loader.load().then(() => this.focusItem(id));
    return true;
  }

  openCreate(defaults?: QuickAddDefaults): void {
    const { tools } = this.loader;
    if (tools) tools.openCreate(defaults);
    else void this.loader.load().then((loaded) => loaded.openCreate(defaults));
  }

  async exportCsv(): Promise<void> {
    await (await this.loader.load()).exportCsv();
  }

  clearSelection(): void {
    this.#list.store?.clearSelection();
  }

  /** The list's store, while there is one. */
  get list(): ActionListStore | undefined {
    return this.#list.store;
  }

  // ── the element's life ────────────────────────────────────────────────────────────────────────

  willUpdate(changed: PropertyValues<ListOptions & UrlHost>): void {
    const list = this.#list.store;
    if (changed.has('filter') || changed.has('side')) this.#setFilter();
    if (changed.has('syncUrl')) this.#needAddress();
    if (list) {
      if (changed.has('sort')) list.setSort(this.#host.sort);
      if (changed.has('groupBy')) list.setGrouping(this.#host.groupBy);
      this.#box.entries = this.#state.entries;
    }
    this.#cell.follow();
    this.#shown = this.#state.shown({
      rooms: this.#rooms,
      remarks: this.loader.tools?.remarks ?? null,
      edited: (id) => this.loader.tools?.edit.of(id) ?? null,
      printing: this.#window?.printing ?? false,
      slotted: this.#slotted?.now ?? NOWHERE,
      stopKey: this.#cell.key,
      stopColumn: this.#cell.column,
    });
    this.#hadFocus = this.#host.shadowRoot?.activeElement != null;
  }

  updated(): void {
    const { tools } = this.loader;
    tools?.updated();
    this.#dueWidth.updated();
    // What held the focus is gone (a button of the toast, the bar of the selection): the list takes it.
    const active = this.#host.shadowRoot?.activeElement;
    // The box of the rows holds it while they load.
    const isHeld = active?.matches('.scroller[tabindex]') && !this.#waits;
    if (isHeld || (this.#hadFocus && !active && !tools?.edit.active)) this.#focusAgain(null);
  }

  // ── what is drawn ─────────────────────────────────────────────────────────────────────────────

  /** What the toolbar holds. */
  filters(): unknown {
    return filters(this.#state, this.loader.tools);
  }

  /** Below the toolbar: the line that adds, banners, rows or what stands in their place, the selection's bar. */
  render(label: string): TemplateResult {
    this.#label = label;
    return listView({
      label,
      options: this.#host,
      state: this.#state,
      localize: this.#localize,
      cell: this.#cell,
      printing: this.#window?.printing ?? false,
      tools: this.loader.tools,
      toolsFailed: this.loader.failed,
      loadTools: () => void this.loader.load().catch(reportError),
      refresh: () => void this.refresh(),
      openCreate: () => this.openCreate(),
      toggleRecent: this.#toggleRecent,
      empty: this.#early.empty,
    });
  }

  /** What floats over the page, where something does. */
  floating(): unknown {
    return this.loader.tools?.render();
  }

  // ── what a person does ────────────────────────────────────────────────────────────────────────

  readonly key = (event: KeyboardEvent): void => this.loader.key(event);
  readonly press = (event: MouseEvent): void => this.loader.tools?.interaction.press(event);
  readonly focus = (event: FocusEvent): void => this.loader.tools?.interaction.focus(event);
  readonly blur = (event: FocusEvent): void => this.loader.tools?.interaction.blur(event);
  readonly click = (event: MouseEvent): void => this.loader.click(event);

  readonly #toggleRecent = (): void => {
    this.#state.toggleRecent();
    this.#host.requestUpdate();
  };

  /** The filter that the property says; undefined where it says none, or where it cannot be read yet. */
  get #filter(): ActionFilter | undefined {
    const { filter } = this.#host;
    const said = typeof filter === 'string' ? this.#early.saidFilter?.(filter) : filter;
    return this.#early.meant ? this.#early.meant(said) : said;
  }

  /** The property says another filter. */
  #setFilter(): void {
    if (typeof this.#host.filter !== 'string' || this.#early.saidFilter) {
      this.#list.store?.setFilter(this.#filter ?? beginningOf(this.#state.scope));
      return;
    }
    const arrived = ({ saidFilter }: Pick<EarlyParts, 'saidFilter'>) => {
      this.#early.saidFilter = saidFilter;
      this.#setFilter();
    };
    void import('./filter-attribute.ts').then(arrived).catch(reportError);
  }

  /** What keeps the page's address: it may be wanted later. */
  #needAddress(): void {
    if (this.#early.UrlSync || this.#host.syncUrl === 'off') return;
    const arrived = ({ UrlSync }: typeof addressParts) => {
      if (this.#early.UrlSync) return;
      this.#early.UrlSync = UrlSync;
      new UrlSync(this.#host, () => this.#list.store);
    };
    void import('./url-sync.ts').then(arrived).catch(reportError);
  }

  /** What draws the headers of groups: here before anybody groups, where that may be. */
  async #needGroups(): Promise<void> {
    if (this.#early.groups) return;
    const groups = await import('./group.ts');
    adoptStyles(this.#host, [groups.groupStyles]);
    this.#early.groups = groups;
    this.#host.requestUpdate();
  }

  /** Gives the focus a place after what held it has gone: a row, else what can be done, else the list until there is. */
  #focusAgain(index: number | null): void {
    if (index !== null && this.#window) return this.#cell.focus(index);
    if (this.#window && this.#cell.refocus()) return;
    focusFirst(this.#host, this.#waits ? [] : ['.quick-add-field', '.nothing button', '.filter-query']);
  }

  /** Whether there is nothing to do yet. */
  get #waits(): boolean {
    return this.#state.phase === 'loading' || (!this.#window && !this.loader.failed);
  }
}

/** Focuses the first of these that takes the focus; where none does, the box of the rows holds it. */
function focusFirst({ renderRoot, shadowRoot }: LitElement, places: readonly string[]): void {
  for (const place of places) {
    const found = renderRoot.querySelector<HTMLElement>(place);
    found?.focus();
    if (found && shadowRoot?.activeElement === found) return;
  }
  const box = renderRoot.querySelector<HTMLElement>('.scroller');
  if (!box || box === shadowRoot?.activeElement) return;
  box.tabIndex = -1;
  box.addEventListener('blur', () => box.removeAttribute('tabindex'), { once: true });
  box.focus();
}
