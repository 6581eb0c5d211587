// What the widget has to show: the viewer's open actions, as a list store over the workspace around it, and how loading
// them stands. A list is made when a workspace comes and ends when the element has left the page.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BackendError } from '@followthrough/core/backend';
import type { Action, ActionFilter } from '@followthrough/core/schema';
import { type ActionListStore, createFirstActionList, type WorkspaceStore } from '@followthrough/core/stores';
import { isForbidden } from '../problem-kind.ts';
import { StoreController } from '../store-controller.ts';
import type { WorkspaceController } from '../workspace-scope/workspace-controller.ts';

/** Whose actions: what is assigned to the viewer, or all they may see. */
export type Shown = 'mine' | 'all';

/** `waiting`: loading, but not for so long that it is worth a word. */
export type Phase = 'waiting' | 'loading' | 'error' | 'forbidden' | 'empty' | 'ready';

/** How long a completed action stays in sight, in milliseconds; the row's fading in styles.ts ends with it. */
const GRACE = 2_000;
/** How long loading is not worth a word, in milliseconds. */
const PATIENCE = 150;

/** The open actions of a widget. */
export class OpenActions implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #workspace: WorkspaceController;
  readonly #shown: () => Shown;
  #list: ActionListStore | undefined;
  #of: { store: WorkspaceStore | undefined; shown: Shown } | undefined;
  #patient = true;
  #patience: ReturnType<typeof setTimeout> | undefined;

  readonly #view: StoreController<{ readonly rows: readonly Action[] }>;
  readonly #lingering: StoreController<ReadonlySet<string>>;
  readonly #status: StoreController<string>;
  readonly #error: StoreController<BackendError | null>;
  readonly #refreshing: StoreController<boolean>;
  readonly #loadedAt: StoreController<number | null>;
  readonly #workspaceStatus: StoreController<string>;
  readonly #workspaceError: StoreController<BackendError | null>;

  constructor(host: ReactiveControllerHost & HTMLElement, workspace: WorkspaceController, shown: () => Shown) {
    this.#host = host;
    this.#workspace = workspace;
    this.#shown = shown;
    // First this controller, then its followers: they look for the list that this one opens.
    host.addController(this);
    this.#view = new StoreController(host, () => this.#list?.$view);
    this.#lingering = new StoreController(host, () => this.#list?.$lingering);
    this.#status = new StoreController(host, () => this.#list?.$status);
    this.#error = new StoreController(host, () => this.#list?.$error);
    this.#refreshing = new StoreController(host, () => this.#list?.$refreshing);
    this.#loadedAt = new StoreController(host, () => this.#list?.$loadedAt);
    this.#workspaceStatus = new StoreController(host, () => workspace.store?.$status);
    this.#workspaceError = new StoreController(host, () => workspace.store?.$error);
  }

  /** In the order of their due dates; what was just completed still in its place, so that one sees what one did. */
  get rows(): readonly Action[] {
    return this.#view.value?.rows ?? [];
  }

  /** How many are open. */
  get count(): number {
    return this.rows.length - (this.#lingering.value?.size ?? 0);
  }

  get refreshing(): boolean {
    return this.#refreshing.value === true;
  }

  /** Why they could not be loaded. */
  get error(): BackendError | null {
    return this.#workspaceError.value ?? this.#error.value ?? null;
  }

  /** When what is shown was loaded, in milliseconds since 1970-01-01T00:00Z; null where it was not. */
  get loadedAt(): number | null {
    return this.#loadedAt.value ?? null;
  }

  get phase(): Phase {
    if (this.rows.length > 0) return 'ready';
    const { error } = this;
    if (error) return isForbidden(error) ? 'forbidden' : 'error';
    if (this.#workspaceStatus.value === 'ready' && this.#status.value === 'ready') return 'empty';
    return this.#patient ? 'waiting' : 'loading';
  }

  /** Whether the action was just completed and is about to leave. */
  isLeaving(action: Action): boolean {
    return this.#lingering.value?.has(action.id) ?? false;
  }

  /** Loads again, keeping what is shown meanwhile. */
  async refresh(): Promise<void> {
    const { store } = this.#workspace;
    if (store?.$status.get() === 'error') await store.load();
    await this.#list?.refresh();
  }

  hostConnected(): void {
    this.#wait();
  }

  hostDisconnected(): void {
    clearTimeout(this.#patience);
    // Moved within the page, it is connected again before this runs.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#open(undefined);
    });
  }

  hostUpdate(): void {
    if (this.#host.isConnected) this.#open(this.#workspace.store);
  }

  #open(store: WorkspaceStore | undefined): void {
    const shown = this.#shown();
    if (this.#of?.store === store && this.#of?.shown === shown) return;
    this.#of = { store, shown };
    this.#list?.dispose();
    this.#list =
      store && createFirstActionList({ workspace: store, filter: filterOf(shown), sort: 'due', grace: GRACE });
    if (store) this.#wait();
  }

  #wait(): void {
    this.#patient = true;
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => {
      this.#patient = false;
      this.#host.requestUpdate();
    }, PATIENCE);
  }
}

function filterOf(shown: Shown): ActionFilter {
  const open: ActionFilter = { status: ['todo', 'overdue', 'inProgress'] };
  return shown === 'all' ? open : { ...open, assignee: 'me' };
}
