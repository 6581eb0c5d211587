// Follows a store for an element: it updates whenever the store does, and when it is given another store (because the
// workspace around it changed) it lets go of the old one.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What can be followed: a nanostore, or anything with its `get` and `listen`. */
export interface Followed<T> {
  get(): T;
  listen(listener: (value: T) => void): () => void;
}

/**
 * Keeps a host up to date with a store.
 * @example #online = new StoreController(this, () => this.#workspace.store?.$online)
 */
export class StoreController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #find: () => Followed<T> | undefined;
  #store: Followed<T> | undefined;
  #release: (() => void) | undefined;
  #connected = false;

  constructor(host: ReactiveControllerHost, find: () => Followed<T> | undefined) {
    this.#host = host;
    this.#find = find;
    host.addController(this);
  }

  /** The store's value now; undefined while there is no store. */
  get value(): T | undefined {
    return this.#find()?.get();
  }

  hostConnected(): void {
    this.#connected = true;
    this.hostUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#follow(undefined);
  }

  hostUpdate(): void {
    if (this.#connected) this.#follow(this.#find());
  }

  #follow(store: Followed<T> | undefined): void {
    if (store === this.#store) return;
    this.#release?.();
    this.#store = store;
    this.#release = store?.listen(() => this.#host.requestUpdate());
  }
}
