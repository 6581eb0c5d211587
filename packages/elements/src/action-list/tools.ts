// What the list needs once somebody does something with it: filters, the line that adds, menus, pickers, editing in
// place, the bar for a selection, and what presses and keys mean. Loaded right after the rows are shown, so that a page
// shows its actions first; room is kept for it, so nothing moves when it comes.
import { toastWords } from '../localize/late-tools.ts';
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { Action, ActionDraft, ActionFilter, ActionPatch, ActionSort, Id, Room } from '@followthrough/core/schema';
import type { ActionListStore, Grouping, WorkspaceStore } from '@followthrough/core/stores';
import { ActionCommands } from '../action-commands.ts';
import { announce } from '../announce.ts';
import { FilterChange, GroupChange, SelectionChange, SortChange } from '../events.ts';
import { listWords, problemWords, ruleWords } from '../localize/late-acts.ts';
import { refusalWords } from '../localize/late-refusal.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { adoptStyles } from '../parts/adopt-styles.ts';
import { FilterBar, filterBarStyles } from '../parts/filter-bar.ts';
import { hostLink } from '../parts/linked-text.ts';
import { Menu } from '../parts/menu.ts';
import { Pickers } from '../parts/pickers.ts';
import { QuickAdd, type QuickAddDefaults } from '../parts/quick-add.ts';
import { quickAddStyles } from '../parts/quick-add-styles.ts';
import { RescheduleMenu } from '../parts/reschedule-menu.ts';
import type { Shortcuts } from '../parts/shortcuts.ts';
import { StatusMenu } from '../parts/status-menu.ts';
import { isTooLong, TEXT_LIMITS } from '../parts/text-limits.ts';
import { ToastController, toastStyles } from '../parts/toast.ts';
import { Polling, type PolledHost } from '../polling.ts';
import { problemText } from '../problem-text.ts';
import { bannerStyles } from '../styles/banner.ts';
import { controls } from '../styles/controls.ts';
import type { ActiveCell } from './active-cell.ts';
import { BulkBar, bulkStates, selectionText, titlesRestingOn } from './bulk-bar.ts';
import { bulkStyles } from './bulk-styles.ts';
import { ChangeAsks } from './change-asks.ts';
import type { Column } from './columns.ts';
import type { CsvExport } from './csv-export.ts';
import { editStyles } from './edit-styles.ts';
import type { ListEntry } from './entries.ts';
import { InlineEdit } from './inline-edit.ts';
import { Interaction } from './interaction.ts';
import type { ListOptions } from './list-options.ts';
import { ListDetails } from './list-details.ts';
import { banners, type NotesOn, withoutRows } from './list-notes.ts';
import { nearStyles } from './near-styles.ts';
import { printStyles } from './print-styles.ts';
import type { Phase } from './phase.ts';
import type { RoomRows } from './room-rows.ts';
import { RowCommands } from './row-commands.ts';
import { rowRemarks } from './row-remarks.ts';
import type { SavedViews } from './saved-views.ts';
import type { CellParts } from './row.ts';
import { saveFields } from './saving.ts';
import type { Scope } from './scope.ts';
import { Slotted } from './slotted.ts';
import { filterBarSpec, quickAddSpec } from './specs.ts';
import { RowWindow } from './window.ts';

const NONE: ReadonlySet<Id> = new Set();

/** What the tools need of the list. */
export interface ToolSetting {
  readonly host: LitElement & PolledHost & Pick<ListOptions, 'readonly' | 'hotkeys' | 'views' | 'links'>;
  readonly workspace: { readonly store: WorkspaceStore | undefined };
  readonly localize: LocalizeController;
  readonly list: () => ActionListStore | undefined;
  readonly scope: () => Scope;
  readonly selectable: () => boolean;
  readonly columns: () => readonly Column[];
  /** What the list is called. */
  readonly label: () => string;
  readonly refresh: () => Promise<void>;
  readonly cell: ActiveCell;
  readonly entries: () => readonly ListEntry[];
  readonly keyAt: (node: Node) => string | null;
  /** Takes what scrolls through all rows, and what reads the host page's own in them. */
  readonly onRest: (parts: { RowWindow: typeof RowWindow; Slotted: typeof Slotted }) => void;
  readonly rowOf: (key: string) => HTMLElement | null;
  readonly focusItem: (id: Id) => void;
  readonly focusAgain: () => void;
  readonly toggleGroup: (key: string) => void;
  /** What cells of rows are made of. */
  readonly cellParts: CellParts;
  /** What draws rows of rooms in their own way, once it is there. */
  readonly rooms: () => RoomRows | undefined;
  /** It is there now. */
  readonly onRooms: (rooms: RoomRows) => void;
}

export class ListTools {
  readonly #on: ToolSetting;
  readonly #commands: ActionCommands;
  readonly #asks: ChangeAsks;
  readonly #toast: ToastController;
  readonly #pickers: Pickers;
  readonly #statusMenu: StatusMenu;
  readonly #rescheduleMenu: RescheduleMenu;
  readonly #menu: Menu;
  readonly #quickAdd: QuickAdd;
  readonly #filterBar: FilterBar;
  readonly #bulk: BulkBar;
  readonly #rows: RowCommands;
  readonly #details: ListDetails;
  /** The title that is edited in its row. */
  readonly edit: InlineEdit;
  /** What rows say beside what they show. */
  readonly remarks = rowRemarks;
  /** What presses and keys mean. */
  readonly interaction: Interaction;
  #toldSelection: ReadonlySet<Id> = NONE;
  /** Somebody selects, and is told how many are. */
  #selects = false;
  #shortcuts: Shortcuts | undefined;
  #afterHelp: () => void = () => {};
  #roomsAsked = false;
  #views: SavedViews | undefined;
  #export: CsvExport | undefined;

  constructor(on: ToolSetting) {
    const { host, workspace, localize } = on;
    adoptStyles(host, [
      bannerStyles,
      controls,
      toastStyles,
      quickAddStyles,
      filterBarStyles,
      nearStyles,
      bulkStyles,
      editStyles,
      printStyles,
    ]);
    new Polling(host);
    on.onRest({ RowWindow, Slotted });
    const options = { localize, fallbackFocus: on.focusAgain };
    const messages = () => localize.messages;
    this.#on = on;
    this.#toast = new ToastController(host, () => toastWords(messages()).dismiss);
    const companyName = (room: Room) => on.rooms()?.companyName(room) ?? room.name;
    this.#asks = new ChangeAsks({ ...on, toast: this.#toast, companyName });
    this.#commands = new ActionCommands(host, { workspace, localize, toast: this.#toast, asks: this.#asks });
    this.#pickers = new Pickers(host, options);
    this.#statusMenu = new StatusMenu(host, options);
    this.#rescheduleMenu = new RescheduleMenu(host, { ...options, pickers: this.#pickers });
    this.#menu = new Menu(host, options);
    this.#quickAdd = new QuickAdd(host, { ...options, pickers: this.#pickers });
    this.#filterBar = new FilterBar(host, { ...options, pickers: this.#pickers });
    this.#bulk = new BulkBar(host);
    this.edit = new InlineEdit({
      host,
      current: (id) => workspace.store?.actions.get(id),
      save: (action, title) => this.#save(action, { title }),
      faultOf: (title) =>
        title === ''
          ? listWords(messages()).titleEmpty
          : isTooLong('title', title)
            ? refusalWords(messages()).tooLong(TEXT_LIMITS.title)
            : null,
      reasonOf: (error) => problemText(error, messages()),
      gone: (title, why) => this.#toast.show({ text: problemWords(messages()).notSaved(title, why), tone: 'problem' }),
      rowOf: on.rowOf,
      leave: (id) => void host.updateComplete.then(() => on.focusItem(id)),
    });
    this.#rows = new RowCommands({
      commands: this.#commands,
      pickers: this.#pickers,
      statusMenu: this.#statusMenu,
      rescheduleMenu: this.#rescheduleMenu,
      menu: this.#menu,
      toast: this.#toast,
      messages,
      workspace: () => workspace.store,
      readonly: () => host.readonly,
      selectable: on.selectable,
      select: (id) => this.#select((list) => list.toggleSelected(id)),
      editTitle: (action) => this.edit.start(action),
      openDetails: (action, anchor) => void this.#details.open(action, anchor),
      companyName,
    });
    this.#details = new ListDetails({
      ...on,
      commands: this.#commands,
      toast: this.#toast,
      partiesOf: (action) => this.#rows.partiesOf(action),
      hrefOf: (action) => hostLink(host.links.action?.(action)),
      adapt: (spec, action) => this.#asks.adapt(spec, action),
    });
    this.interaction = new Interaction({
      ...on,
      rows: this.#rows,
      edit: this.edit,
      bulk: this.#bulk,
      rtl: () => localize.direction === 'rtl',
      setSort: (sort) => this.setSort(sort),
      add: () => this.openCreate(),
      search: () => this.#filterBar.focus(),
      group: () => this.#filterBar.openGrouping(),
      undo: () => void this.#commands.undo(),
      select: (change) => this.#select(change),
      help: () => void this.#openHelp(),
    });
  }

  /** Call when the list has updated. */
  updated(): void {
    this.edit.updated();
    void this.#needRooms();
    const selection = this.#on.list()?.$selection.get() ?? NONE;
    if (selection === this.#toldSelection) return;
    if (this.#selects) announce(selectionText(selection.size, this.#toldSelection.size, this.#on.localize.messages));
    this.#selects = false;
    this.#toldSelection = selection;
    this.#on.host.dispatchEvent(new SelectionChange(selection));
  }

  /** Changes what is selected as a person asks for, who is told how many are. */
  #select(change: (list: ActionListStore) => void): void {
    const list = this.#on.list();
    if (!list) return;
    this.#selects = true;
    change(list);
  }

  /** Puts the focus into the line that adds. */
  openCreate(defaults?: QuickAddDefaults): void {
    if (this.#on.scope().engagement !== undefined) {
      this.#toast.show({ text: ruleWords(this.#on.localize.messages)['action-is-item'], tone: 'problem' });
      return;
    }
    void this.#quickAdd.focus(defaults);
  }

  setFilter(filter: ActionFilter): void {
    this.#on.list()?.setFilter(filter);
    this.#on.host.dispatchEvent(new FilterChange(filter));
  }

  setSort(sort: ActionSort): void {
    this.#on.list()?.setSort(sort);
    this.#on.host.dispatchEvent(new SortChange(sort));
  }

  setGrouping(grouping: Grouping): void {
    this.#on.list()?.setGrouping(grouping);
    this.#on.host.dispatchEvent(new GroupChange(grouping));
  }

  /** Saves all that the filter gives as a CSV file. */
  async exportCsv(): Promise<void> {
    const { CsvExport } = await import('./csv-export.ts');
    this.#export ??= new CsvExport({ ...this.#on, toast: this.#toast });
    await this.#export.run();
  }

  /** What the list is filtered, sorted and grouped by. */
  filters(workspace: WorkspaceStore, list: ActionListStore): TemplateResult {
    const { scope, localize, host } = this.#on;
    if (host.views.length > 0) void this.#loadViews();
    const spec = filterBarSpec(workspace, list, scope(), localize, {
      filter: (filter) => this.setFilter(filter),
      sort: (sort) => this.setSort(sort),
      grouping: (grouping) => this.setGrouping(grouping),
    });
    // Nothing to export or print, and no keys to tell of.
    const isBare = host.hotkeys === 'off' && list.$view.get().rows.length === 0;
    const onMore = isBare ? undefined : (anchor: HTMLElement) => void this.#openMore(anchor);
    return this.#filterBar.render({ ...spec, views: this.#views?.button(list), onMore });
  }

  /** The line that adds; nothing where nothing can be added here. */
  adding(workspace: WorkspaceStore): TemplateResult | typeof nothing {
    const { scope, localize } = this.#on;
    const spec = quickAddSpec(workspace, scope(), localize, (draft, options) => this.#add(draft, options));
    return spec === null ? nothing : this.#quickAdd.render(spec);
  }

  /** Lines over the rows. */
  banners(on: Omit<NotesOn, 'setFilter'>, phase: Phase): TemplateResult {
    return banners({ ...on, setFilter: (filter) => this.setFilter(filter) }, phase);
  }

  /** What is said where there are no rows. */
  withoutRows(
    on: Omit<NotesOn, 'setFilter'>,
    phase: Exclude<Phase, 'rows' | 'loading'>,
    canAdd: boolean,
  ): TemplateResult {
    return withoutRows({ ...on, setFilter: (filter) => this.setFilter(filter) }, phase, canAdd);
  }

  /** The bar for the selection; nothing while nothing is selected. */
  selection(workspace: WorkspaceStore, list: ActionListStore): TemplateResult | typeof nothing {
    return this.#bulk.render({
      messages: this.#on.localize.messages,
      states: bulkStates(this.#on.scope()),
      selection: list.$selection.get(),
      actionOf: (id) => workspace.actions.get(id),
      titlesRestingOn: (id) => titlesRestingOn(id, workspace.actions.$actions.get().values()),
      apply: (ids, command) => {
        this.#selects = false;
        return this.#commands.bulk(ids, command);
      },
      pickAssignee: (anchor, ids) =>
        void this.#rows.assigneeOfMany(
          anchor,
          ids,
          (assignee) => void this.#bulk.run(ids, { operation: 'assign', assignee }),
        ),
      pickDue: (anchor, ids) =>
        void this.#rows.dueOfMany(anchor, ids, (due) => void this.#bulk.run(ids, { operation: 'reschedule', due })),
      select: (ids) => list.select(ids),
      clear: () => this.#select(() => list.clearSelection()),
    });
  }

  /** What floats, where something does. */
  render(): TemplateResult {
    return html`${this.#statusMenu.render()} ${this.#rescheduleMenu.render()} ${this.#menu.render()}
    ${this.#pickers.render()} ${this.#details.render()} ${this.#shortcuts?.render() ?? nothing}
    ${this.#views?.render() ?? nothing} ${this.#asks.render() ?? nothing} ${this.#toast.render()}`;
  }

  async #add(draft: Omit<ActionDraft, 'id'>, { openDetails }: { openDetails: boolean }): Promise<Action | null> {
    const action = await this.#commands.create(draft);
    if (action && openDetails) await this.#details.open(action, this.#on.host);
    return action;
  }

  async #save(action: Action, patch: ActionPatch): Promise<Action | null> {
    const workspace = this.#on.workspace.store;
    return workspace ? saveFields(workspace, this.#commands, action, patch) : null;
  }

  async #openMore(anchor: HTMLElement): Promise<void> {
    const { host, localize, list } = this.#on;
    const { moreItems } = await import('./more-menu.ts');
    const items = () =>
      moreItems({
        messages: localize.messages,
        hasRows: (list()?.$view.get().rows.length ?? 0) > 0,
        hotkeys: host.hotkeys !== 'off',
        // What went wrong was said by then.
        onExport: () => void this.exportCsv().catch(() => undefined),
        onPrint: () => globalThis.print(),
        onShortcuts: () => void this.#openHelp(anchor),
      });
    this.#menu.open(anchor, { label: localize.messages.list.column.more, items });
  }

  /** What draws rows of rooms: where there are any, once the first rows are shown. */
  async #needRooms(): Promise<void> {
    const { rooms, onRooms, cellParts, host, workspace } = this.#on;
    if (rooms() || this.#roomsAsked || !workspace.store?.$rooms.get().size) return;
    this.#roomsAsked = true;
    try {
      const { RoomRows } = await import('./room-rows.ts');
      onRooms(new RoomRows(host, workspace, cellParts));
    } catch (error) {
      this.#roomsAsked = false;
      reportError(error);
    }
  }

  async #loadViews(): Promise<void> {
    if (this.#views) return;
    const { SavedViews } = await import('./saved-views.ts');
    if (this.#views) return;
    this.#views = new SavedViews({
      ...this.#on,
      menu: this.#menu,
      toast: this.#toast,
      setFilter: (filter) => {
        this.setFilter(filter);
        this.#filterBar.sayCount();
      },
    });
    this.#on.host.requestUpdate();
  }

  /** @param from what asked for it and gets the focus back; absent: a key in the grid */
  async #openHelp(from?: HTMLElement): Promise<void> {
    const { host, localize, cell } = this.#on;
    const [{ Shortcuts }, { SHORTCUTS }] = await Promise.all([
      import('../parts/shortcuts.ts'),
      import('./grid-keys.ts'),
    ]);
    this.#shortcuts ??= new Shortcuts(host, { localize, keys: SHORTCUTS, onClose: () => this.#afterHelp() });
    this.#afterHelp = () => (from?.isConnected ? from.focus() : cell.refocus());
    await this.#shortcuts.open();
  }
}
