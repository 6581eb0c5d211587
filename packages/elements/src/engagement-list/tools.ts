// What the list needs once somebody does something with it: buttons beside the heading, filters, the bar for a selection, and
// the dialogs of bulk operations and of export, which are fetched when they are first asked for. Loaded right after the rows.
import type { Engagement, EngagementBulkOperation, EngagementFilter, EngagementSort } from '@followthrough/core/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { bulkIcon, downloadIcon } from '../icons/engagement-list-icons.ts';
import { plusIcon } from '../icons/icons.ts';
import { engagementListWords } from '../localize/late-engagement-list.ts';
import { toastWords } from '../localize/late-tools.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { adoptStyles } from '../parts/adopt-styles.ts';
import { filterBarStyles } from '../parts/filter-bar-styles.ts';
import type { PartOptions } from '../parts/popover.ts';
import type { Shortcuts } from '../parts/shortcuts.ts';
import { ToastController, toastStyles } from '../parts/toast.ts';
import { controls } from '../styles/controls.ts';
import type { WorkspaceController } from '../workspace-scope/workspace-controller.ts';
import { bulkStyles } from '../action-list/bulk-styles.ts';
import { printStyles } from '../action-list/print-styles.ts';
import { BulkBar } from './bulk-bar.ts';
import type { BulkDialog } from './bulk-dialog.ts';
import type { ExportDialog } from './export-dialog.ts';
import { FilterBar } from './filter-bar.ts';
import type { FilterSpec } from './filter-words.ts';
import type { GroupNames } from './group-names.ts';
import { EngagementFilterChange, EngagementSortChange } from './list-events.ts';
import type { EngagementListHost } from './list-options.ts';
import type { ListState } from './list-state.ts';
import { coacheesOf } from './row-models.ts';
import { toolsStyles } from './tools-styles.ts';

/** What the tools need of the list. */
export interface ToolSetting {
  readonly host: EngagementListHost;
  readonly workspace: WorkspaceController;
  readonly localize: LocalizeController;
  readonly state: ListState;
  readonly groups: GroupNames;
  readonly focusAgain: () => void;
  /** Asks the host page to show where engagements are made. */
  readonly create: () => void;
}

export class ListTools {
  readonly #on: ToolSetting;
  readonly #options: PartOptions;
  readonly #filterBar: FilterBar;
  readonly #bulkBar: BulkBar;
  readonly #toast: ToastController;
  #bulkDialog: BulkDialog | undefined;
  #exportDialog: ExportDialog | undefined;
  #shortcuts: Shortcuts | undefined;

  constructor(on: ToolSetting) {
    const { host, localize } = on;
    adoptStyles(host, [controls, toastStyles, filterBarStyles, bulkStyles, printStyles, toolsStyles]);
    this.#on = on;
    this.#options = { localize, fallbackFocus: on.focusAgain };
    this.#toast = new ToastController(host, () => toastWords(localize.messages).dismiss);
    this.#filterBar = new FilterBar(host, this.#options);
    this.#bulkBar = new BulkBar(host, this.#options);
  }

  // ── what is drawn ─────────────────────────────────────────────────────────────────────────────

  /** The buttons beside the heading; none for those who only read. */
  heading(): TemplateResult | typeof nothing {
    const { host, state, create, localize } = this.#on;
    const { phase } = state;
    if (!state.manages || phase === 'forbidden' || phase === 'error') return nothing;
    const words = engagementListWords(localize.messages);
    const hasRows = phase === 'rows';
    return html`${hasRows && state.selects ? this.#bulkToggle() : nothing}
    ${
      host.hideExport || phase === 'none' || this.#formats === 0
        ? nothing
        : html`<button
            type="button"
            class="button export-button"
            part="button"
            aria-haspopup="dialog"
            aria-label=${words.export}
            title=${words.export}
            @click=${(event: Event) => void this.openExport(event.currentTarget as HTMLElement)}
          >
            ${downloadIcon()}<span class="action-word">${words.export}</span>
          </button>`
    }
    ${
      host.hideCreate
        ? nothing
        : html`<button
            type="button"
            class="button primary"
            part="button-primary"
            aria-label=${words.createNamed}
            title=${words.createNamed}
            @click=${create}
          >
            ${plusIcon()}<span class="action-word">${words.create}</span>
          </button>`
    }`;
  }

  #bulkToggle(): TemplateResult {
    const { state, localize } = this.#on;
    const words = engagementListWords(localize.messages);
    return html`<button
      type="button"
      class="button bulk-toggle"
      part="bulk-toggle"
      aria-pressed=${state.selecting}
      aria-label=${words.bulkMode}
      title=${words.bulkMode}
      @click=${this.#toggleBulk}
    >
      ${bulkIcon()}<span class="action-word">${words.bulkMode}</span>
    </button>`;
  }

  /** What the list is filtered and ordered by; nothing where there is nothing to filter. */
  filters(): TemplateResult | typeof nothing {
    const { state } = this.#on;
    const { list, phase } = state;
    if (!list || phase === 'forbidden' || phase === 'none' || phase === 'error') return nothing;
    if (state.workspace?.$status.get() !== 'ready') return nothing;
    return this.#filterBar.render({
      ...this.#facets,
      filter: list.$filter.get(),
      sort: list.$sort.get(),
      count: list.$count.get(),
      onFilter: (filter) => this.setFilter(filter),
      onSort: (sort) => this.setSort(sort),
    });
  }

  /** The bar for the selection; nothing while nothing is selected, nor is to be. */
  bar(): TemplateResult | typeof nothing {
    const { state } = this.#on;
    const { list, selected } = state;
    if (!list || !state.selecting || state.phase !== 'rows') return nothing;
    const count = list.$count.get();
    const isLoadedAll = selected !== null && selected >= list.$rows.get().length;
    return this.#bulkBar.render({
      selected,
      matching: isLoadedAll && count !== null && count > selected ? count : null,
      onSelectMatching: () => list.selectAll(),
      onApply: (operation, anchor) => void this.#openBulk(operation, anchor),
      onLeave: () => this.#leaveBulk(),
    });
  }

  /** What floats, where something does. */
  floating(): TemplateResult {
    return html`${this.#bulkDialog?.render() ?? nothing} ${this.#exportDialog?.render() ?? nothing}
    ${this.#shortcuts?.render() ?? nothing} ${this.#toast.render()}`;
  }

  // ── what is done ──────────────────────────────────────────────────────────────────────────────

  setFilter(filter: EngagementFilter): void {
    this.#on.state.list?.setFilter(filter);
    this.#on.host.dispatchEvent(new EngagementFilterChange(filter));
  }

  setSort(sort: EngagementSort): void {
    this.#on.state.list?.setSort(sort);
    this.#on.host.dispatchEvent(new EngagementSortChange(sort));
  }

  /** Puts the focus into the search field; gives whether there is one. */
  focusSearch(): boolean {
    return this.#filterBar.focus();
  }

  /** Puts the focus on the bar for the selection; gives whether it is there. */
  focusBar(): boolean {
    return this.#bulkBar.focus();
  }

  /** Takes back what was done last; gives whether there is anything to take back. */
  undo(): boolean {
    if (!this.#bulkDialog || !this.#on.state.list?.bulk.$undo.get()) return false;
    this.#toast.hide();
    void this.#bulkDialog.undo();
    return true;
  }

  async openHelp(): Promise<void> {
    const { host, localize, focusAgain } = this.#on;
    const [{ Shortcuts }, { SHORTCUTS }] = await Promise.all([
      import('../parts/shortcuts.ts'),
      import('./grid-keys.ts'),
    ]);
    this.#shortcuts ??= new Shortcuts(host, { localize, keys: SHORTCUTS, onClose: focusAgain });
    await this.#shortcuts.open();
  }

  /** @param anchor what asked for it and gets the focus back; the button for it by default */
  async openExport(anchor?: HTMLElement): Promise<void> {
    const { host, workspace, state } = this.#on;
    const button = host.renderRoot.querySelector<HTMLElement>('.export-button');
    const { ExportDialog } = await import('./export-dialog.ts');
    this.#exportDialog ??= new ExportDialog(host, {
      ...this.#options,
      workspace: () => workspace.store,
      facets: () => this.#facets,
    });
    this.#exportDialog.open(anchor ?? button ?? host, state.list?.$filter.get() ?? {});
  }

  async #openBulk(operation: EngagementBulkOperation, anchor: HTMLElement): Promise<void> {
    const { host, state } = this.#on;
    const { BulkDialog } = await import('./bulk-dialog.ts');
    this.#bulkDialog ??= new BulkDialog(host, {
      ...this.#options,
      list: () => state.list,
      notifies: () => this.#on.workspace.store?.$me.get()?.notifies ?? [],
      coacheesOf: (engagement) => this.#coacheesOf(engagement),
      toast: this.#toast,
      onEnd: () => this.#bulkBar.reset(),
    });
    this.#bulkDialog.open(operation, anchor);
  }

  readonly #toggleBulk = (): void => {
    const { state, host } = this.#on;
    if (state.selecting) {
      this.#leaveBulk();
      return;
    }
    state.isBulkMode = true;
    host.requestUpdate();
  };

  #coacheesOf(engagement: Engagement): string {
    const { workspace, groups, localize } = this.#on;
    const people = workspace.store?.$people.get() ?? new Map();
    return coacheesOf(engagement, { people, groups: groups.now, localize }).coachees;
  }

  /** Nothing is selected any more, and no boxes are shown. */
  #leaveBulk(): void {
    const { state, host } = this.#on;
    state.isBulkMode = false;
    state.list?.clearSelection();
    this.#bulkBar.reset();
    host.requestUpdate();
  }

  get #formats(): number {
    return this.#on.workspace.store?.backend.exportFormats.length ?? 0;
  }

  get #facets(): Omit<FilterSpec, 'filter' | 'onFilter'> {
    const { workspace, groups } = this.#on;
    const store = workspace.store;
    const me = store?.$me.get();
    const zone = me?.person.timeZone ?? me?.workspace.timeZone ?? 'UTC';
    return {
      me: me?.person.id ?? null,
      people: store?.$people.get() ?? new Map(),
      groups: groups.now,
      today: store?.todayIn(zone) ?? 0,
      weekStart: store?.$weekStart.get() ?? 1,
    };
  }
}
