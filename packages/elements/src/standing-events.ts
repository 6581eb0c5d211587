// What an element tells the page of how it stands, beyond its `:state()`s: that it loads, has loaded or could not, that
// the backend cannot be reached, and how many changes wait. About the element alone, so these do not bubble.
import type { BackendError } from '@followthrough/core/backend';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Loading has ended badly; what was there is still shown. */
export class LoadError extends Event {
  readonly error: BackendError;
  constructor(error: BackendError) {
    super('load-error');
    this.error = error;
  }
}

/** The backend cannot be reached, or can again. */
export class OfflineChange extends Event {
  readonly offline: boolean;
  constructor(offline: boolean) {
    super('offline-change');
    this.offline = offline;
  }
}

/** Another number of changes wait for the backend to take them. */
export class PendingChange extends Event {
  readonly count: number;
  constructor(count: number) {
    super('pending-change');
    this.count = count;
  }
}

/** How an element stands. */
export interface Standing {
  /** It loads, for the first time or again. */
  readonly loading: boolean;
  readonly error: BackendError | null;
  readonly offline: boolean;
  /** How many changes wait. */
  readonly pending: number;
}

/**
 * Tells what is another after each update: `load-start` and `load-end` (plain events), `load-error`, `offline-change`,
 * `pending-change`.
 */
export class StandingEvents implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #now: () => Standing;
  #told: Standing = { loading: false, error: null, offline: false, pending: 0 };

  constructor(host: ReactiveControllerHost & HTMLElement, now: () => Standing) {
    this.#host = host;
    this.#now = now;
    host.addController(this);
  }

  hostUpdated(): void {
    const told = this.#told;
    const now = (this.#told = this.#now());
    const tell = (event: Event) => this.#host.dispatchEvent(event);
    if (now.offline !== told.offline) tell(new OfflineChange(now.offline));
    if (now.pending !== told.pending) tell(new PendingChange(now.pending));
    if (now.loading && !told.loading) tell(new Event('load-start'));
    if (now.error !== null && now.error !== told.error) tell(new LoadError(now.error));
    if (!now.loading && told.loading && now.error === null) tell(new Event('load-end'));
  }
}
