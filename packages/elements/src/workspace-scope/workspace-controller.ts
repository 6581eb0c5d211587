// Gives an element the workspace it shows. The nearest wins: its own `backend`, its own plain data, the
// <action-workspace> around it, the page's configureWorkspace(). Each may come, change or go at any time; the element
// may be moved or connected twice.
import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { WorkspaceStore } from '@followthrough/core/stores';
import { configuredWorkspace, onConfigured } from '../configure.ts';
import { workspaceContext, type WorkspaceScope, type WorkspaceSettings } from '../context.ts';
import { OwnWorkspace, sessionOf, type WorkspaceSource } from './own-workspace.ts';

/** An element that shows a workspace. */
export interface WorkspaceHost extends ReactiveControllerHost, HTMLElement, WorkspaceSource {
  /** Somebody else looks: nothing of what the one before did stays. */
  begin?(): void;
}

/** The properties a {@link WorkspaceHost} declares. */
export const workspaceProperties = { backend: { attribute: false }, initialData: { attribute: false } } as const;

const NO_SETTINGS: WorkspaceSettings = {};

/**
 * @example
 * #workspace = new WorkspaceController(this);
 * // this.#workspace.store is undefined until there is one; the element updates when it comes
 */
export class WorkspaceController implements ReactiveController {
  readonly #host: WorkspaceHost;
  readonly #own: OwnWorkspace;
  readonly #consumer: ContextConsumer<typeof workspaceContext, WorkspaceHost>;
  /** Undefined: nobody provides; null: somebody does and has none yet. */
  #provided: WorkspaceScope | null | undefined;
  #current: WorkspaceStore | undefined;
  #session: unknown;
  #releaseConfigured: (() => void) | undefined;

  constructor(host: WorkspaceHost) {
    this.#host = host;
    this.#own = new OwnWorkspace(
      host,
      () => host,
      () => this.#changed(),
    );
    // First this controller, then the consumer: it must listen for providers before the consumer asks.
    host.addController(this);
    this.#consumer = new ContextConsumer(host, {
      context: workspaceContext,
      subscribe: true,
      callback: (scope) => {
        this.#provided = scope;
        this.#changed();
      },
    });
  }

  /** The workspace to show; undefined while there is none. */
  get store(): WorkspaceStore | undefined {
    return this.#own.wanted ? this.#own.store : this.#around?.store;
  }

  /** How the workspace wants to be shown. */
  get settings(): WorkspaceSettings {
    return (this.#own.wanted ? null : this.#around)?.settings ?? NO_SETTINGS;
  }

  /** The workspace that the page offers. */
  get #around(): WorkspaceScope | null {
    return this.#provided === undefined ? configuredWorkspace() : this.#provided;
  }

  hostConnected(): void {
    if (typeof document === 'undefined') return;
    document.addEventListener('context-provider', this.#askAgain);
    this.#releaseConfigured = onConfigured(() => this.#changed());
    this.#own.connect();
    this.#changed();
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#askAgain);
    this.#releaseConfigured?.();
    this.#provided = undefined;
    this.#current = undefined;
    this.#own.disconnect();
  }

  hostUpdate(): void {
    this.#own.look();
    this.#loadOnce();
    const around = this.#around?.store;
    const session = this.#own.wanted ? this.#own.session : around && sessionOf(around);
    if (this.#session && this.#session !== session) this.#host.begin?.();
    this.#session = session;
  }

  /** Somebody provides who did not before (an element that is upgraded or moved): it may be the nearest one. */
  readonly #askAgain = (event: Event & { context?: unknown }): void => {
    if (event.context === workspaceContext) this.#consumer.hostConnected();
  };

  #changed(): void {
    this.#loadOnce();
    this.#host.requestUpdate();
  }

  #loadOnce(): void {
    const store = this.store;
    if (store === this.#current || !this.#host.isConnected) return;
    this.#current = store;
    // A failure is in the store's $error, which elements show.
    if (store?.$status.get() === 'idle') void store.load();
  }
}
