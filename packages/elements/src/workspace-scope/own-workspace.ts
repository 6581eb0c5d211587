// A workspace that belongs to one element: made of a backend, or of plain data. The code that serves plain data is
// loaded only when there is some. It outlives being moved in the page and ends when the element has left it.
import type { Backend } from '@followthrough/core/backend';
import { createWorkspace, type WorkspaceStore } from '@followthrough/core/stores';
import { keepAwake } from '../keep-awake.ts';
import type * as dataBackend from './data-backend.ts';
import { dataScriptIn, type InitialData } from './initial-data.ts';

/** What the element brings. */
export interface WorkspaceSource {
  backend?: Backend | undefined;
  initialData?: InitialData | undefined;
  /** The clock, in milliseconds since 1970-01-01T00:00Z; the page's where absent. */
  now?: (() => number) | undefined;
}

/** Serves plain data, once a page has had some. */
let serving: typeof dataBackend | undefined;

/** Which session each workspace is of. */
const sessions = new WeakMap<WorkspaceStore, unknown>();

/** What is the same for workspaces that one person looks at, one after the other. */
export const sessionOf = (store: WorkspaceStore): unknown => sessions.get(store) ?? store;

/** The workspace of one element. */
export class OwnWorkspace {
  readonly #owner: HTMLElement;
  readonly #given: () => WorkspaceSource;
  readonly #changed: () => void;
  #child: Element | undefined;
  #source: Backend | InitialData | Element | undefined;
  #backend: Backend | undefined;
  #store: WorkspaceStore | undefined;
  #session: unknown;
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

  /** Of which session it is, or will be. */
  get session(): unknown {
    return this.#session;
  }

  /** The workspace; undefined while there is none, or it is being made. */
  get store(): WorkspaceStore | undefined {
    return this.#store;
  }

  connect(): void {
    this.#child ??= dataScriptIn(this.#owner);
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
    this.#session = backend ?? initialData?.viewerId ?? data;
    if (backend) this.#open(backend);
    else if (data) void this.#serve(data);
  }

  /** Lets go of all that was loaded and begins anew over the same backend: somebody else is signed in. */
  reopen(): void {
    this.#close();
    this.#session = {};
    if (this.#backend) this.#open(this.#backend);
    this.#changed();
  }

  readonly #onParsed = () => {
    this.#child ??= dataScriptIn(this.#owner);
    this.look();
    this.#changed();
  };

  async #serve(data: InitialData | Element): Promise<void> {
    const { createDataBackend, dataOf } = (serving ??= await import('./data-backend.ts'));
    if (data !== this.#source) return;
    this.#open(createDataBackend(dataOf(data), this.#given().now));
    this.#changed();
  }

  #open(backend: Backend): void {
    this.#backend = backend;
    if (!this.#owner.isConnected) return;
    const { now } = this.#given();
    this.#store = createWorkspace(backend, now && { now });
    sessions.set(this.#store, this.#session);
    this.#sleep = keepAwake(this.#store);
  }

  #close(): void {
    this.#sleep?.();
    this.#store?.dispose();
    this.#store = undefined;
  }
}
