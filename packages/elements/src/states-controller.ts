// An element's states for a host page's CSS: `actions-widget:state(loading)`.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Keeps an element's custom states what `current` says after each update.
 * @example new StatesController(this, () => ({ loading: this.#loading, empty: this.#rows.length === 0 }))
 */
export class StatesController implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #current: () => Record<string, boolean>;
  #internals: ElementInternals | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, current: () => Record<string, boolean>) {
    this.#host = host;
    this.#current = current;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#internals ??= this.#host.attachInternals();
    const { states } = this.#internals;
    for (const [name, on] of Object.entries(this.#current())) {
      if (on) states.add(name);
      else states.delete(name);
    }
  }
}
