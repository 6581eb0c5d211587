// A workspace that belongs to one element: made of a backend, or of plain data. The code that serves plain data is
// loaded only when there is some. It outlives being moved in the page and ends when the element has left it.
import type { Backend } from '@followthrough/core/backend';
import { createWorkspace, type WorkspaceStore } from '@followthrough/core/stores';
import { keepAwake } from '../keep-awake.ts';
import { type InitialData, initialDataIn } from './initial-data.ts';

/** What the element brings. */
export interface WorkspaceSource {
  backend?: Backend | undefined;
  initialData?: InitialData | undefined;
  /** The clock, in milliseconds since 1970-01-01T00:00Z; the page's where absent. */
  now?: (() => number) | undefined;
}

/** The workspace of one element. */
export class OwnWorkspace {
  readonly #owner: HTMLElement;
  readonly #given: () => WorkspaceSource;
  readonly #changed: () => void;
  #child: InitialData | TypeError | undefined;
  #source: Backend | InitialData | TypeError | undefined;
  #backend: Backend | undefined;
  #store: WorkspaceStore | undefined;
  #sleep: (() => void) | undefined;

  /** @param changed called when the workspace came or went by itself */
  constructor(owner: HTMLElement, given: () => WorkspaceSource, changed: () => void) {
    this.#owner = owner;
    this.#given = given;
    this.#changed = changed;
  }

  /** Whether the element brings a workspace of its own. */
  get wanted(): boolean {
    return this.#source !== undefined;
  }

  /** The workspace; undefined while there is none, or it is being made. */
  get store(): WorkspaceStore | undefined {
    return this.#store;
  }

  connect(): void {
    this.#child ??= initialDataIn(this.#owner);
    // An element may be connected before the parser has read its children.
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', this.#onParsed, { once: true });
    this.look();
    if (this.#backend && !this.#store) this.#open(this.#backend);
  }

  disconnect(): void {
    document.removeEventListener('DOMContentLoaded', this.#onParsed);
    // Moved within the page, it is connected again before this runs.
    queueMicrotask(() => {
      if (!this.#owner.isConnected) this.#close();
    });
  }

  /** Looks again at what the element brings. */
  look(): void {
    const { backend, initialData } = this.#given();
    const data = initialData ?? this.#child;
    const source = backend ?? data;
    if (source === this.#source) return;
    this.#close();
    this.#backend = undefined;
    this.#source = source;
    if (backend) this.#open(backend);
    else if (data) void this.#serve(data);
  }

  /** Lets go of all that was loaded and begins anew over the same backend: somebody else is signed in. */
  reopen(): void {
    this.#close();
    if (this.#backend) this.#open(this.#backend);
    this.#changed();
  }

  readonly #onParsed = () => {
    this.#child ??= initialDataIn(this.#owner);
    this.look();
    this.#changed();
  };

  async #serve(data: InitialData | TypeError): Promise<void> {
    const { createDataBackend } = await import('./data-backend.ts');
    if (data !== this.#source) return;
    this.#open(createDataBackend(data, this.#given().now));
    this.#changed();
  }

  #open(backend: Backend): void {
    this.#backend = backend;
    if (!this.#owner.isConnected) return;
    const { now } = this.#given();
    this.#store = createWorkspace(backend, now && { now });
    this.#sleep = keepAwake(this.#store);
  }

  #close(): void {
    this.#sleep?.();
    this.#store?.dispose();
    this.#store = undefined;
  }
}
