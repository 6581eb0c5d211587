// How the list stands, gathered from its workspace, its store and what the host page says. It draws nothing and changes
// nothing.
import type { BackendError } from '@followthrough/core/backend';
import { mayManageEngagements } from '@followthrough/core/domain';
import type { Engagement } from '@followthrough/core/schema';
import {
  type EngagementListStore,
  isSameEngagementFilter,
  selectedCount,
  type WorkspaceStore,
} from '@followthrough/core/stores';
import { isForbidden } from '../problem-kind.ts';
import type { Standing } from '../standing-events.ts';
import { type Column, columnsOf, type EngagementColumn, namedColumns } from './columns.ts';
import { type ListEntry, REST } from './entries.ts';
import type { EngagementListHost } from './list-options.ts';

/** How the list stands as a whole. */
export type Phase = 'loading' | 'error' | 'forbidden' | 'rows' | 'none' | 'filteredOut';

/** Where its state comes from. */
export interface StateSource {
  readonly host: EngagementListHost;
  readonly workspace: { readonly store: WorkspaceStore | undefined };
  readonly list: () => EngagementListStore | undefined;
}

export class ListState {
  readonly #of: StateSource;
  /** Whether boxes are shown to select with, though nothing is selected. */
  isBulkMode = false;
  #columns: readonly Column[] = [];
  #entries: { rows: readonly Engagement[]; more: boolean; entries: readonly ListEntry[] } | undefined;
  #named: { columns: EngagementListHost['columns']; named: readonly EngagementColumn[] | undefined } = {
    columns: undefined,
    named: undefined,
  };

  constructor(of: StateSource) {
    this.#of = of;
  }

  get workspace(): WorkspaceStore | undefined {
    return this.#of.workspace.store;
  }

  get list(): EngagementListStore | undefined {
    return this.#of.list();
  }

  /** Whether the viewer makes, changes and exports engagements; all others read what they see. */
  get manages(): boolean {
    const me = this.workspace?.$me.get()?.person;
    if (!me || this.#of.host.readonly) return false;
    return mayManageEngagements({ personId: me.id, role: me.role }) === true;
  }

  get selects(): boolean {
    return this.manages && this.#of.host.selection !== 'none';
  }

  /** Whether boxes show in every row. */
  get selecting(): boolean {
    return this.selects && (this.isBulkMode || this.selected !== 0);
  }

  /** How many are selected; null where that is not known. */
  get selected(): number | null {
    const { list } = this;
    return list ? selectedCount(list.$selection.get(), list.$count.get()) : 0;
  }

  get error(): BackendError | null {
    return this.workspace?.$error.get() ?? this.list?.$error.get() ?? null;
  }

  get phase(): Phase {
    const { list, error } = this;
    if ((list?.$rows.get().length ?? 0) > 0) return 'rows';
    if (error) return isForbidden(error) ? 'forbidden' : 'error';
    if (this.workspace?.$status.get() !== 'ready' || list?.$status.get() !== 'ready') return 'loading';
    if (list.$more.get()) return 'loading';
    return isSameEngagementFilter(list.$filter.get(), {}) ? 'none' : 'filteredOut';
  }

  /** The columns shown; the very same array while they are the same. */
  get columns(): readonly Column[] {
    const columns = columnsOf(this.selects, this.#namedColumns);
    if (columns.join() !== this.#columns.join()) this.#columns = columns;
    return this.#columns;
  }

  /** The columns that the host page names; a name that is none is reported once, and the usual ones are shown. */
  get #namedColumns(): readonly EngagementColumn[] | undefined {
    const { columns } = this.#of.host;
    if (columns !== this.#named.columns) {
      this.#named = { columns, named: undefined };
      try {
        this.#named = { columns, named: namedColumns(columns) };
      } catch (error) {
        reportError(error);
      }
    }
    return this.#named.named;
  }

  /** The rows, and after them one that stands for the rest; the very same array while they are the same. */
  get entries(): readonly ListEntry[] {
    const rows = this.list?.$rows.get() ?? [];
    const more = this.list?.$more.get() ?? false;
    const known = this.#entries;
    if (known?.rows === rows && known.more === more) return known.entries;
    const entries = more ? [...rows, REST as typeof REST] : rows;
    this.#entries = { rows, more, entries };
    return entries;
  }

  /** For the host page's CSS: `engagement-list:state(…)`. */
  get states(): Record<string, boolean> {
    const { phase, list } = this;
    return {
      loading: phase === 'loading',
      refreshing: list?.$refreshing.get() === true,
      empty: phase === 'none',
      'filtered-empty': phase === 'filteredOut',
      error: phase === 'error',
      forbidden: phase === 'forbidden',
      offline: this.workspace?.$online.get() === false,
      pending: (list?.$pending.get().size ?? 0) > 0,
      readonly: !this.manages,
      selecting: this.selecting,
    };
  }

  /** For the events about loading and waiting. */
  get standing(): Standing {
    const { list, error, phase } = this;
    return {
      loading: phase === 'loading' || list?.$refreshing.get() === true,
      error,
      offline: this.workspace?.$online.get() === false,
      pending: list?.$pending.get().size ?? 0,
    };
  }
}
