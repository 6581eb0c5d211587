// Focus is never lost with a row that leaves: it goes to the row that takes its place, or to the last one, or to what
// else there is to press.
import type { LitElement, ReactiveController } from 'lit';

export class RowFocus implements ReactiveController {
  readonly #host: LitElement;
  #before = -1;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#before = this.#rows.findIndex((row) => row.matches(':focus-within'));
  }

  hostUpdated(): void {
    if (this.#before < 0 || this.#host.shadowRoot?.activeElement) return;
    this.give(this.#before);
  }

  /** Gives focus to the control of a row. */
  readonly give = (index = 0): void => {
    const rows = this.#rows;
    const row = rows[Math.min(index, rows.length - 1)];
    const target =
      row?.querySelector<HTMLElement>('button, a') ??
      this.#host.shadowRoot?.querySelector<HTMLElement>('input, a, button');
    target?.focus();
  };

  get #rows(): HTMLElement[] {
    return [...(this.#host.shadowRoot?.querySelectorAll<HTMLElement>('.row[data-id]') ?? [])];
  }
}
