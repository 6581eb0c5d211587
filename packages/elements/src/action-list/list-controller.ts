// The list's store for an element: made when there is a workspace, made anew when the workspace or the place it shows is
// another, followed while the element is on the page. What a person filtered and sorted outlives a move in the page.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ActionFilter, ActionSort, Id } from '@followthrough/core/schema';
import { type ActionListStore, createActionList, type Grouping, type WorkspaceStore } from '@followthrough/core/stores';

/** Days of closed actions that recent activity goes back (rulebook §2.3). */
export const RECENT_DAYS = 30;

/** Which actions a list is of: what no filter of the person's takes away. Another scope is another list. */
export interface Scope {
  readonly relationship: Id | undefined;
  readonly personal: boolean;
  /** A relationship's or a personal list: only recent activity. */
  readonly recent: boolean;
}

/** What a list begins with. */
export interface Beginning {
  readonly filter: ActionFilter | undefined;
  readonly sort: ActionSort;
  readonly grouping: Grouping;
}

/** Every action one may see begins at what is open and one's own (rulebook §2.3); a list of one place at all of it. */
export const OPEN_AND_MINE: ActionFilter = { status: ['todo', 'overdue', 'inProgress'], assignee: 'me' };

/** What every filter of a scope is narrowed by. */
function scopeFilter({ relationship, personal, recent }: Scope): ActionFilter {
  if (relationship !== undefined)
    return { context: `relationship:${relationship}`, ...(recent && { recent: RECENT_DAYS }) };
  if (personal) return { context: 'personal', assignee: 'me', ...(recent && { recent: RECENT_DAYS }) };
  return {};
}

/** Whether the scope is one place, so that rows need not name it. */
export function isOnePlace({ relationship, personal }: Scope): boolean {
  return relationship !== undefined || personal;
}

export class ListController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #workspace: () => WorkspaceStore | undefined;
  readonly #scope: () => Scope;
  readonly #beginning: () => Beginning;
  #store: ActionListStore | undefined;
  #of: { workspace: WorkspaceStore; place: string; name: string } | undefined;
  #kept: { filter: ActionFilter; sort: ActionSort; grouping: Grouping } | undefined;
  #connected = false;

  constructor(
    host: ReactiveControllerHost,
    of: { workspace: () => WorkspaceStore | undefined; scope: () => Scope; beginning: () => Beginning },
  ) {
    this.#host = host;
    this.#workspace = of.workspace;
    this.#scope = of.scope;
    this.#beginning = of.beginning;
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
    const place = `${scope.relationship ?? ''}|${scope.personal}`;
    const name = `${place}|${scope.recent}`;
    if (this.#of && (this.#of.workspace !== workspace || this.#of.name !== name)) {
      const samePlace = this.#of.place === place;
      this.#drop();
      if (!samePlace) this.#kept = undefined;
    }
    if (!workspace || this.#store || !this.#connected) return;
    const beginning = this.#beginning();
    const kept = this.#kept;
    const defaults = isOnePlace(scope) ? {} : OPEN_AND_MINE;
    this.#of = { workspace, place, name };
    this.#store = createActionList({
      workspace,
      scope: scopeFilter(scope),
      filter: kept?.filter ?? beginning.filter ?? defaults,
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
