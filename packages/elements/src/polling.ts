// Loads again every so many seconds (`poll`), for backends that tell nobody of changes: while the page is looked at, and
// never while the last time is still on its way.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** An element that can be polled. */
export interface PolledHost extends ReactiveControllerHost {
  /** Seconds between one load and the next; absent, not above 0, or longer than a browser waits: never. */
  readonly poll: number | undefined;
  refresh(): Promise<void>;
}

/** The longest that a browser's timer waits, in seconds; one that is longer would go off at once. */
const LONGEST = 2 ** 31 / 1000;

export class Polling implements ReactiveController {
  readonly #host: PolledHost;
  #seconds = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #busy = false;

  constructor(host: PolledHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#start();
  }

  hostUpdated(): void {
    if (this.#seconds !== this.#wanted) this.#start();
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#seconds = 0;
  }

  get #wanted(): number {
    const { poll } = this.#host;
    return poll !== undefined && poll > 0 && poll < LONGEST ? poll : 0;
  }

  #start(): void {
    clearInterval(this.#timer);
    this.#seconds = this.#wanted;
    if (this.#seconds > 0) this.#timer = setInterval(() => void this.#load(), this.#seconds * 1000);
  }

  async #load(): Promise<void> {
    if (this.#busy || document.visibilityState === 'hidden') return;
    this.#busy = true;
    try {
      await this.#host.refresh();
    } finally {
      this.#busy = false;
    }
  }
}
