// The list's store for an element: made when there is a workspace, made anew when the workspace or the place it shows is
// another, followed while the element is on the page. What a person filtered and sorted outlives a move in the page.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ActionFilter, ActionSort } from '@followthrough/core/schema';
import type { ActionListOptions, ActionListStore, Grouping, WorkspaceStore } from '@followthrough/core/stores';
import { beginningOf, placeKey, type Scope, scopeFilter } from './scope.ts';

/** What a list begins with. */
export interface Beginning {
  readonly filter: ActionFilter | undefined;
  readonly sort: ActionSort;
  readonly grouping: Grouping;
}

type CreateList = (options: ActionListOptions) => ActionListStore;

export class ListController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #workspace: () => WorkspaceStore | undefined;
  readonly #scope: () => Scope;
  readonly #beginning: () => Beginning;
  readonly #create: CreateList;
  #store: ActionListStore | undefined;
  #of: { workspace: WorkspaceStore; place: string; name: string } | undefined;
  #kept: { filter: ActionFilter; sort: ActionSort; grouping: Grouping } | undefined;
  #connected = false;

  constructor(
    host: ReactiveControllerHost,
    of: {
      workspace: () => WorkspaceStore | undefined;
      scope: () => Scope;
      beginning: () => Beginning;
      create: CreateList;
    },
  ) {
    this.#host = host;
    this.#workspace = of.workspace;
    this.#scope = of.scope;
    this.#beginning = of.beginning;
    this.#create = of.create;
    host.addController(this);
  }

  get store(): ActionListStore | undefined {
    return this.#store;
  }

  hostConnected(): void {
    this.#connected = true;
    this.hostUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#drop();
  }

  hostUpdate(): void {
    const workspace = this.#workspace();
    const scope = this.#scope();
    const place = placeKey(scope);
    const name = `${place}|${scope.recent}`;
    if (this.#of && (this.#of.workspace !== workspace || this.#of.name !== name)) {
      const samePlace = this.#of.place === place;
      this.#drop();
      if (!samePlace) this.#kept = undefined;
    }
    if (!workspace || this.#store || !this.#connected) return;
    const beginning = this.#beginning();
    const kept = this.#kept;
    this.#of = { workspace, place, name };
    this.#store = this.#create({
      workspace,
      scope: scopeFilter(scope),
      filter: kept?.filter ?? beginning.filter ?? beginningOf(scope),
      sort: kept?.sort ?? beginning.sort,
      grouping: kept?.grouping ?? beginning.grouping,
    });
    this.#host.requestUpdate();
  }

  #drop(): void {
    const store = this.#store;
    if (!store) return;
    this.#kept = { filter: store.$filter.get(), sort: store.$sort.get(), grouping: store.$grouping.get() };
    store.dispose();
    this.#store = undefined;
    this.#of = undefined;
  }
}
