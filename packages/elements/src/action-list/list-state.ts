// How a list stands, gathered from its workspace, its store and what the host page says: which phase it is in, which
// entries there are, and what its rows are made of. It draws nothing and changes nothing but what is folded away.
import type { BackendError } from '@followthrough/core/backend';
import { dayAt, knownZone } from '@followthrough/core/domain';
import type { Id } from '@followthrough/core/schema';
import {
  type ActionListStore,
  type ActionListView,
  type Failure,
  isSameFilter,
  type WorkspaceStore,
} from '@followthrough/core/stores';
import type { DateWords } from '../dates/date-label.ts';
import { directoryOf } from '../place-name.ts';
import type { Standing } from '../standing-events.ts';
import { type Column, columnsOf, type OfferedColumn, offeredColumns } from './columns.ts';
import { entriesOf, type ListEntry } from './entries.ts';
import type { ListOptions } from './list-options.ts';
import type { Shown } from './models.ts';
import { type Phase, phaseOf } from './phase.ts';
import { beginningOf, isOnePlace, type Scope } from './scope.ts';

const NONE: ReadonlySet<Id> = new Set();
const NO_FAILURES: ReadonlyMap<Id, Failure> = new Map();
const NOBODY = { me: null, people: new Map<Id, never>(), relationships: new Map<Id, never>() };

/** Where a list's state comes from. */
export interface StateSource {
  readonly options: ListOptions;
  readonly workspace: { readonly store: WorkspaceStore | undefined };
  readonly localize: DateWords;
  readonly list: () => ActionListStore | undefined;
  /** Whether headers of groups can be drawn; until then rows stand in their order alone. */
  readonly groups: () => boolean;
}

export class ListState {
  readonly #of: StateSource;
  /** A list of one place begins at recent activity. */
  #recent = true;
  #collapsed: ReadonlySet<string> = new Set();
  #columns: readonly Column[] = [];
  #named: { columns: ListOptions['columns']; offered: readonly OfferedColumn[] | undefined } = {
    columns: undefined,
    offered: undefined,
  };
  #words: DateWords;
  #entries:
    | { view: ActionListView; grouped: boolean; collapsed: ReadonlySet<string>; entries: readonly ListEntry[] }
    | undefined;

  constructor(of: StateSource) {
    this.#of = of;
    this.#words = of.localize;
  }

  get workspace(): WorkspaceStore | undefined {
    return this.#of.workspace.store;
  }

  get list(): ActionListStore | undefined {
    return this.#of.list();
  }

  get scope(): Scope {
    const { relationship, room, engagement, rooms, personal } = this.#of.options;
    return { relationship, room, engagement, rooms, personal, recent: this.#recent };
  }

  get selects(): boolean {
    return this.#of.options.selection !== 'none' && !this.#of.options.readonly;
  }

  /** Whether the viewer may add anything here: to their personal list, or to the relationship shown. In a room its plan adds, in an engagement its items. */
  get mayAdd(): boolean {
    const { relationship, room, engagement, rooms } = this.scope;
    if (!this.workspace?.$me.get() || [room, engagement, rooms].some((place) => place !== undefined)) return false;
    return (
      relationship === undefined || this.workspace.$relationships.get().get(relationship)?.may.createAction === true
    );
  }

  get error(): BackendError | null {
    return this.workspace?.$error.get() ?? this.list?.$error.get() ?? null;
  }

  get phase(): Phase {
    const { list } = this;
    const filter = list?.$filter.get() ?? {};
    return phaseOf({
      error: this.error,
      ready: this.workspace?.$status.get() === 'ready' && list?.$status.get() === 'ready',
      rows: list?.$view.get().rows.length ?? 0,
      filtered: !isSameFilter(filter, {}),
      asBegun: isSameFilter(filter, beginningOf(this.scope)),
    });
  }

  /** The columns shown; the very same array while they are the same. */
  get columns(): readonly Column[] {
    const columns = columnsOf({
      selectable: this.selects,
      places: this.#namesPlaces,
      readonly: this.#of.options.readonly,
      offered: this.#offered,
    });
    if (columns.join() !== this.#columns.join()) this.#columns = columns;
    return this.#columns;
  }

  /** Whether rows say where they belong: not where all are of one place, nor where the header of each group says it. */
  get #namesPlaces(): boolean {
    const { scope } = this;
    return !isOnePlace(scope) && !(scope.rooms && this.list?.$grouping.get() === 'context');
  }

  /** The columns that the host page names; a name that is none is reported once, and the usual ones are shown. */
  get #offered(): readonly OfferedColumn[] | undefined {
    const { columns } = this.#of.options;
    if (columns !== this.#named.columns) {
      this.#named = { columns, offered: undefined };
      try {
        this.#named = { columns, offered: offeredColumns(columns) };
      } catch (error) {
        reportError(error);
      }
    }
    return this.#named.offered;
  }

  /** Rows and headers of groups, in order; the very same array while they are the same. */
  get entries(): readonly ListEntry[] {
    const { list } = this;
    if (!list) return [];
    const view = list.$view.get();
    // Rows may be there before what groups them.
    const grouped = list.$grouping.get() !== 'none' && this.#of.groups() && view.groups[0]?.key !== '';
    const collapsed = this.#collapsed;
    const known = this.#entries;
    if (known?.view === view && known.grouped === grouped && known.collapsed === collapsed) return known.entries;
    const entries = entriesOf(view, grouped, collapsed);
    this.#entries = { view, grouped, collapsed, entries };
    return entries;
  }

  /** The latest failure of each action that trying again may mend. */
  get failures(): ReadonlyMap<Id, Failure> {
    const failures = this.workspace?.actions.$failures.get() ?? [];
    if (failures.length === 0) return NO_FAILURES;
    return new Map(
      failures.flatMap((failure) =>
        'id' in failure.command && failure.error.transient ? [[failure.command.id, failure]] : [],
      ),
    );
  }

  /** How many actions have a change that the backend has not taken yet. */
  get waiting(): number {
    return new Set([...(this.workspace?.actions.$pending.get() ?? []), ...this.failures.keys()]).size;
  }

  /** What the rows' models are made of. */
  shown(now: Pick<Shown, 'rooms' | 'edited' | 'remarks' | 'printing' | 'slotted' | 'stopKey' | 'stopColumn'>): Shown {
    const { workspace, list } = this;
    const me = workspace?.$me.get();
    const zone = knownZone(me?.person.timeZone, me?.workspace.timeZone);
    const { messages, dates } = this.#of.localize;
    if (this.#words.messages !== messages || this.#words.dates !== dates) this.#words = { messages, dates };
    return {
      ...now,
      words: this.#words,
      columns: this.columns,
      directory: workspace ? directoryOf(workspace) : NOBODY,
      dayOf: (instant) => dayAt(Date.parse(instant), zone),
      today: workspace?.todayIn(zone) ?? 0,
      todayOf: (action) => workspace?.actions.todayOf(action) ?? 0,
      grouping: list?.$grouping.get() ?? 'none',
      selection: list?.$selection.get() ?? NONE,
      pending: workspace?.actions.$pending.get() ?? NONE,
      leaving: list?.$lingering.get() ?? NONE,
      failures: this.failures,
      links: this.#of.options.links,
      ofRooms: this.scope.rooms !== undefined,
      selectable: this.selects,
      readonly: this.#of.options.readonly,
      renderers: this.#of.options.renderers,
    };
  }

  /** For the host page's CSS: `action-list:state(…)`. */
  get states(): Record<string, boolean> {
    const { phase, workspace, list } = this;
    return {
      loading: phase === 'loading',
      refreshing: list?.$refreshing.get() === true,
      empty: phase === 'nothingYet',
      'filtered-empty': phase === 'filteredOut',
      'all-done': phase === 'caughtUp',
      error: phase === 'error',
      forbidden: phase === 'forbidden',
      offline: workspace?.$online.get() === false,
      pending: (workspace?.actions.$pending.get().size ?? 0) > 0,
      readonly: this.#of.options.readonly,
      selecting: (list?.$selection.get().size ?? 0) > 0,
    };
  }

  /** For the events about loading and waiting. */
  get standing(): Standing {
    const { workspace, list, error, phase } = this;
    return {
      loading: phase === 'loading' || list?.$refreshing.get() === true,
      error,
      offline: workspace?.$online.get() === false,
      pending: this.waiting,
    };
  }

  /** Opens or closes a group. */
  toggleGroup(key: string): void {
    const collapsed = new Set(this.#collapsed);
    if (!collapsed.delete(key)) collapsed.add(key);
    this.#collapsed = collapsed;
  }

  /** From recent activity to the full history, and back. */
  toggleRecent(): void {
    this.#recent = !this.#recent;
  }
}
