// A workspace that belongs to one element: made of its own `backend`, or of plain data. The code that serves plain data
// is loaded only when there is some. It outlives being moved in the page and ends when the element has left it.
import type { Backend } from '@followthrough/core/backend';
import { createWorkspace } from '@followthrough/core/stores';
import type { WorkspaceScope } from '../context.ts';
import { type InitialData, initialDataIn } from './initial-data.ts';

interface Owner extends HTMLElement {
  backend?: Backend | undefined;
  initialData?: InitialData | undefined;
  now?: (() => number) | undefined;
}

/** The workspace of one element. */
export class OwnWorkspace {
  readonly #owner: Owner;
  readonly #changed: () => void;
  #child: InitialData | undefined;
  #source: Backend | InitialData | undefined;
  #backend: Backend | undefined;
  #scope: WorkspaceScope | null = null;
  #mistake: TypeError | undefined;

  constructor(owner: Owner, changed: () => void) {
    this.#owner = owner;
    this.#changed = changed;
  }

  /** Whether the element brings a workspace of its own. */
  get wanted(): boolean {
    return this.#source !== undefined || this.#mistake !== undefined;
  }

  /** The workspace; null while it is being made. */
  get scope(): WorkspaceScope | null {
    return this.#scope;
  }

  get mistake(): TypeError | undefined {
    return this.#mistake;
  }

  connect(): void {
    this.#readChild();
    // An element may be connected before the parser has read its children.
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', this.#parsed, { once: true });
    this.look();
    if (this.#backend && !this.#scope) this.#open(this.#backend);
  }

  disconnect(): void {
    document.removeEventListener('DOMContentLoaded', this.#parsed);
    // Moved within the page, it is connected again before this runs.
    queueMicrotask(() => {
      if (!this.#owner.isConnected) this.#close();
    });
  }

  /** Looks at the element's properties again. */
  look(): void {
    const source = this.#owner.backend ?? this.#owner.initialData ?? this.#child;
    if (source === this.#source) return;
    this.#close();
    this.#backend = undefined;
    this.#source = source;
    if (source === undefined) return;
    if (source === this.#owner.backend) this.#open(source as Backend);
    else void this.#serve(source as InitialData);
  }

  readonly #parsed = () => {
    this.#readChild();
    this.look();
    this.#changed();
  };

  #readChild(): void {
    try {
      this.#child ??= initialDataIn(this.#owner);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      if (this.#mistake === undefined) reportError(error);
      this.#mistake = error;
    }
  }

  async #serve(data: InitialData): Promise<void> {
    const { createDataBackend } = await import('./data-backend.ts');
    if (data !== this.#source) return;
    this.#open(createDataBackend(data, this.#owner.now));
    this.#changed();
  }

  #open(backend: Backend): void {
    this.#backend = backend;
    if (!this.#owner.isConnected) return;
    const { now } = this.#owner;
    this.#scope = { store: createWorkspace(backend, now && { now }), settings: {} };
  }

  #close(): void {
    this.#scope?.store.dispose();
    this.#scope = null;
  }
}
