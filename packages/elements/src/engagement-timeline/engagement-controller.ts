// Gives an element the engagement that it names: the store is made for the workspace and the engagement, and let go when
// either is another or the element has left the page.
import type { ReactiveController } from 'lit';
import type { BackendError } from '@followthrough/core/backend';
import type { Id } from '@followthrough/core/schema';
import {
  createEngagement,
  type EngagementStore,
  type LoadStatus,
  type ShownEngagement,
  type WorkspaceStore,
} from '@followthrough/core/stores';
import { isForbidden } from '../problem-kind.ts';
import { type Followed, StoreController } from '../store-controller.ts';
import type { WorkspaceHost } from '../workspace-scope/workspace-controller.ts';

/** How an engagement stands as a whole; `waiting`: there is no workspace yet, or none is named. */
export type EngagementPhase = 'waiting' | 'loading' | 'error' | 'forbidden' | 'gone' | 'ready';

/** An element that shows an engagement. */
export interface EngagementHost extends WorkspaceHost {
  /** The id of the engagement. */
  engagement: Id | undefined;
}

export class EngagementController implements ReactiveController {
  readonly #host: EngagementHost;
  readonly #workspace: { readonly store: WorkspaceStore | undefined };
  #of: { readonly workspace: WorkspaceStore; readonly engagement: Id } | undefined;
  #store: EngagementStore | undefined;
  readonly #shown: StoreController<ShownEngagement | null>;
  readonly #status: StoreController<LoadStatus>;
  readonly #error: StoreController<BackendError | null>;
  readonly #refreshing: StoreController<boolean>;
  readonly #pending: StoreController<ReadonlySet<Id>>;
  readonly #waiting: StoreController<number>;

  constructor(host: EngagementHost, workspace: { readonly store: WorkspaceStore | undefined }) {
    this.#host = host;
    this.#workspace = workspace;
    // Before the controllers that follow its stores.
    host.addController(this);
    const follow = <T>(pick: (store: EngagementStore) => Followed<T>) =>
      new StoreController<T>(host, () => this.#store && pick(this.#store));
    this.#shown = follow((store) => store.$engagement);
    this.#status = follow((store) => store.$status);
    this.#error = follow((store) => store.$error);
    this.#refreshing = follow((store) => store.$refreshing);
    this.#pending = follow((store) => store.$pending);
    this.#waiting = follow((store) => store.$waiting);
  }

  /** The store of the engagement; undefined while there is no workspace or no engagement. */
  get store(): EngagementStore | undefined {
    return this.#store;
  }

  get shown(): ShownEngagement | null {
    return this.#shown.value ?? null;
  }

  get error(): BackendError | null {
    return this.#error.value ?? null;
  }

  get refreshing(): boolean {
    return this.#refreshing.value ?? false;
  }

  get pending(): ReadonlySet<Id> {
    return this.#pending.value ?? new Set();
  }

  /** How many changes wait for a connection. */
  get waiting(): number {
    return this.#waiting.value ?? 0;
  }

  get phase(): EngagementPhase {
    if (!this.#store) return 'waiting';
    if (this.shown) return 'ready';
    const { error } = this;
    if (error?.code === 'not-found') return 'gone';
    if (error && isForbidden(error)) return 'forbidden';
    return error && this.#status.value === 'error' ? 'error' : 'loading';
  }

  hostConnected(): void {
    this.hostUpdate();
  }

  hostUpdate(): void {
    const workspace = this.#host.isConnected ? this.#workspace.store : undefined;
    const { engagement } = this.#host;
    if (this.#of?.workspace === workspace && this.#of?.engagement === engagement) return;
    this.#let();
    if (!workspace || !engagement) return;
    this.#of = { workspace, engagement };
    this.#store = createEngagement(workspace, engagement);
  }

  hostDisconnected(): void {
    // Moved within the page, it is connected again before this runs.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#let();
    });
  }

  #let(): void {
    this.#store?.dispose();
    this.#store = undefined;
    this.#of = undefined;
  }
}
