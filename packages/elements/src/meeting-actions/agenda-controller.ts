// What the element has to show: the agenda of its meeting, as a store over the workspace around it, and how loading it
// stands. A store is made when a workspace comes, and ends when the element has left the page.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BackendError } from '@followthrough/core/backend';
import type { Agenda, Id } from '@followthrough/core/schema';
import { createMeetingAgenda, type MeetingAgendaStore, type WorkspaceStore } from '@followthrough/core/stores';
import { isForbidden } from '../problem-kind.ts';
import { StoreController } from '../store-controller.ts';
import type { WorkspaceController } from '../workspace-scope/workspace-controller.ts';

/** What is asked for: a meeting, or the one that a relationship is at. */
export interface AskedMeeting {
  readonly meeting: Id | undefined;
  readonly relationship: Id | undefined;
}

/** `none`: the relationship has no meeting; `gone`: there is no such meeting for this reader. */
export type Standing = 'loading' | 'error' | 'forbidden' | 'gone' | 'none' | 'ready';

export class AgendaController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #workspace: WorkspaceController;
  readonly #asked: () => AskedMeeting;
  #store: MeetingAgendaStore | undefined;
  #of: { store: WorkspaceStore | undefined; asked: AskedMeeting } | undefined;

  readonly #agenda: StoreController<Agenda | null>;
  readonly #lingering: StoreController<ReadonlySet<Id>>;
  readonly #status: StoreController<string>;
  readonly #error: StoreController<BackendError | null>;
  readonly #refreshing: StoreController<boolean>;
  readonly #workspaceStatus: StoreController<string>;
  readonly #workspaceError: StoreController<BackendError | null>;

  constructor(host: ReactiveControllerHost & HTMLElement, workspace: WorkspaceController, asked: () => AskedMeeting) {
    this.#host = host;
    this.#workspace = workspace;
    this.#asked = asked;
    // First this controller, then its followers: they look for the store that this one opens.
    host.addController(this);
    this.#agenda = new StoreController(host, () => this.#store?.$agenda);
    this.#lingering = new StoreController(host, () => this.#store?.$lingering);
    this.#status = new StoreController(host, () => this.#store?.$status);
    this.#error = new StoreController(host, () => this.#store?.$error);
    this.#refreshing = new StoreController(host, () => this.#store?.$refreshing);
    this.#workspaceStatus = new StoreController(host, () => workspace.store?.$status);
    this.#workspaceError = new StoreController(host, () => workspace.store?.$error);
  }

  get agenda(): Agenda | null {
    return this.#agenda.value ?? null;
  }

  /** The store, while there is one. */
  get store(): MeetingAgendaStore | undefined {
    return this.#store;
  }

  /** Whether a carried row was just completed and is about to leave. */
  isLeaving(id: Id): boolean {
    return this.#lingering.value?.has(id) ?? false;
  }

  get refreshing(): boolean {
    return this.#refreshing.value === true;
  }

  /** Why it could not be loaded. */
  get error(): BackendError | null {
    return this.#workspaceError.value ?? this.#error.value ?? null;
  }

  get standing(): Standing {
    if (this.agenda) return 'ready';
    const { error } = this;
    if (error) return error.code === 'not-found' ? 'gone' : isForbidden(error) ? 'forbidden' : 'error';
    return this.#workspaceStatus.value === 'ready' && this.#status.value === 'ready' ? 'none' : 'loading';
  }

  /** Loads again, keeping what is shown meanwhile. */
  async refresh(): Promise<void> {
    const { store } = this.#workspace;
    if (store?.$status.get() === 'error') await store.load();
    await this.#store?.refresh();
  }

  hostDisconnected(): void {
    // Moved within the page, it is connected again before this runs.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#open(undefined, { meeting: undefined, relationship: undefined });
    });
  }

  hostUpdate(): void {
    if (this.#host.isConnected) this.#open(this.#workspace.store, this.#asked());
  }

  #open(store: WorkspaceStore | undefined, asked: AskedMeeting): void {
    const { meeting, relationship } = asked;
    const of = this.#of;
    if (of && of.store === store && of.asked.meeting === meeting && of.asked.relationship === relationship) return;
    this.#of = { store, asked };
    this.#store?.dispose();
    const which = meeting ? { meetingId: meeting } : relationship ? { relationshipId: relationship } : null;
    this.#store = store && which ? createMeetingAgenda(store, which) : undefined;
  }
}
