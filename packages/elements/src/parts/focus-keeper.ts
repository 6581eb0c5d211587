// Focus is never lost to a drawing: where the control that had it is gone (a bar that has saved, a question that was answered),
// what stands for it is given it; where it was only put elsewhere in the page, it gets it back.
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
    if (!had || this.#focused !== null) return;
    if (had.isConnected) (had as HTMLElement).focus();
    else this.#heir(had)?.focus();
  }

  get #focused(): Element | null {
    return this.#host.shadowRoot?.activeElement ?? null;
  }
}
