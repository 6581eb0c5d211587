// The list's store, made anew where the workspace or the page size is another, and let go of when the element leaves. What
// somebody filtered and sorted outlives that.
import type { EngagementFilter, EngagementSort } from '@followthrough/core/schema';
import { createEngagementList, type EngagementListStore, type WorkspaceStore } from '@followthrough/core/stores';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the store is made of. */
export interface ListSetting {
  readonly workspace: () => WorkspaceStore | undefined;
  readonly beginning: () => {
    readonly filter: EngagementFilter;
    readonly sort: EngagementSort;
    readonly pageSize: number | undefined;
  };
}

export class ListController implements ReactiveController {
  readonly #setting: ListSetting;
  #workspace: WorkspaceStore | undefined;
  #pageSize: number | undefined;
  #store: EngagementListStore | undefined;
  #kept: { filter: EngagementFilter; sort: EngagementSort } | undefined;
  #connected = false;

  constructor(host: ReactiveControllerHost, setting: ListSetting) {
    this.#setting = setting;
    host.addController(this);
  }

  get store(): EngagementListStore | undefined {
    return this.#store;
  }

  hostConnected(): void {
    this.#connected = true;
    this.hostUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#close();
  }

  hostUpdate(): void {
    if (!this.#connected) return;
    const workspace = this.#setting.workspace();
    const beginning = this.#setting.beginning();
    if (workspace === this.#workspace && beginning.pageSize === this.#pageSize) return;
    this.#close();
    this.#workspace = workspace;
    this.#pageSize = beginning.pageSize;
    if (workspace) this.#store = createEngagementList({ workspace, ...beginning, ...this.#kept });
  }

  #close(): void {
    const store = this.#store;
    if (store) this.#kept = { filter: store.$filter.get(), sort: store.$sort.get() };
    store?.dispose();
    this.#store = undefined;
    this.#workspace = undefined;
  }
}
