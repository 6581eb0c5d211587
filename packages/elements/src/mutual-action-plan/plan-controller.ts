// Gives an element the plan of the room it names: the store is made for the workspace and the room, and let go when either
// is another or the element has left the page.
import type { ReactiveController } from 'lit';
import type { BackendError } from '@followthrough/core/backend';
import type { Company, Id } from '@followthrough/core/schema';
import {
  createRoomPlan,
  type LookingAs,
  type RoomPlanStore,
  type ShownPlan,
  type WorkspaceStore,
} from '@followthrough/core/stores';
import { type Followed, StoreController } from '../store-controller.ts';
import type { WorkspaceHost } from '../workspace-scope/workspace-controller.ts';

/** How a plan stands as a whole; `waiting`: there is no workspace yet. */
export type PlanPhase = 'waiting' | 'loading' | 'error' | 'forbidden' | 'gone' | 'ready';

/** An element that shows a room's plan. */
export interface PlanHost extends WorkspaceHost {
  /** The id of the room. */
  room: Id | undefined;
}

export class PlanController implements ReactiveController {
  readonly #host: PlanHost;
  readonly #workspace: { readonly store: WorkspaceStore | undefined };
  #of: { readonly workspace: WorkspaceStore; readonly room: Id } | undefined;
  #store: RoomPlanStore | undefined;
  readonly #plan: StoreController<ShownPlan | null>;
  readonly #status;
  readonly #error: StoreController<BackendError | null>;
  readonly #refreshing: StoreController<boolean>;
  readonly #company: StoreController<Company | null>;
  readonly #as: StoreController<LookingAs>;
  readonly #loadedAt: StoreController<number | null>;

  constructor(host: PlanHost, workspace: { readonly store: WorkspaceStore | undefined }) {
    this.#host = host;
    this.#workspace = workspace;
    // Before the controllers that follow its stores.
    host.addController(this);
    const follow = <T>(pick: (store: RoomPlanStore) => Followed<T>) =>
      new StoreController<T>(host, () => this.#store && pick(this.#store));
    this.#plan = follow((store) => store.$plan);
    this.#status = follow((store) => store.$status);
    this.#error = follow((store) => store.$error);
    this.#refreshing = follow((store) => store.$refreshing);
    this.#company = follow((store) => store.$company);
    this.#as = follow((store) => store.$as);
    this.#loadedAt = follow((store) => store.$loadedAt);
  }

  /** The store of the room's plan; undefined while there is no workspace or no room. */
  get store(): RoomPlanStore | undefined {
    return this.#store;
  }

  get plan(): ShownPlan | null {
    return this.#plan.value ?? null;
  }

  get error(): BackendError | null {
    return this.#error.value ?? null;
  }

  get refreshing(): boolean {
    return this.#refreshing.value ?? false;
  }

  get company(): Company | null {
    return this.#company.value ?? null;
  }

  /** As whom the plan is looked at. */
  get as(): LookingAs {
    return this.#as.value ?? 'self';
  }

  get loadedAt(): number | null {
    return this.#loadedAt.value ?? null;
  }

  get phase(): PlanPhase {
    if (!this.#store) return 'waiting';
    if (this.plan) return 'ready';
    const { error } = this;
    if (error?.code === 'not-found') return 'gone';
    if (error?.code === 'forbidden' || error?.code === 'insufficient-scope') return 'forbidden';
    return error && this.#status.value === 'error' ? 'error' : 'loading';
  }

  hostConnected(): void {
    this.hostUpdate();
  }

  hostUpdate(): void {
    const workspace = this.#host.isConnected ? this.#workspace.store : undefined;
    const { room } = this.#host;
    if (this.#of?.workspace === workspace && this.#of?.room === room) return;
    this.#let();
    if (!workspace || !room) return;
    this.#of = { workspace, room };
    this.#store = createRoomPlan(workspace, room);
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
