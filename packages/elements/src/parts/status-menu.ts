// The status of an action as a menu: the states of its context, the one it has checked. Not done is offered while the
// action is overdue; before that it is shown with the rule that withholds it (rulebook §2.1).
import type { Day } from '@followthrough/core/domain';
import type { Action, ActionState } from '@followthrough/core/schema';
import type { nothing, TemplateResult } from 'lit';
import { Menu } from './menu.ts';
import type { CloseOptions, PartHost, PartOptions } from './popover.ts';

export interface StatusMenuSpec {
  action: Action;
  /** Today on the clock of the action's container. */
  today: Day;
  onPick: (state: ActionState) => void;
}

export class StatusMenu {
  readonly #menu: Menu;

  constructor(host: PartHost, options: PartOptions = {}) {
    this.#menu = new Menu(host, options);
  }

  get isOpen(): boolean {
    return this.#menu.isOpen;
  }

  open(anchor: HTMLElement, spec: StatusMenuSpec): void {
    void anchor, spec;
  }

  close(options?: CloseOptions): void {
    this.#menu.close(options);
  }

  render(): TemplateResult | typeof nothing {
    return this.#menu.render();
  }
}
