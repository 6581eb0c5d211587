// Focus is never lost to what goes away: where the control that had it is gone after a drawing (a bar that has saved, a
// question that was answered), what stands for it is given it.
import type { LitElement, ReactiveController } from 'lit';

export class FocusKeeper implements ReactiveController {
  readonly #host: LitElement;
  readonly #heir: (gone: Element) => HTMLElement | null | undefined;
  #had: Element | null = null;

  /** @param heir what gets the focus in place of what is gone */
  constructor(host: LitElement, heir: (gone: Element) => HTMLElement | null | undefined) {
    this.#host = host;
    this.#heir = heir;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#had = this.#focused;
  }

  hostUpdated(): void {
    const had = this.#had;
    this.#had = null;
    if (had && !had.isConnected && this.#focused === null) this.#heir(had)?.focus();
  }

  get #focused(): Element | null {
    return this.#host.shadowRoot?.activeElement ?? null;
  }
}
