// The status of an action as a menu: the states of its context, the one it has checked. Not done is offered while the
// action is overdue; before that it is shown with the rule that withholds it (rulebook §2.1).
import { partWords } from '../localize/late-tools.ts';
import { type Day, refusedTransition, statesOf } from '@followthrough/core/domain';
import type { Action, ActionState } from '@followthrough/core/schema';
import type { nothing, TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { ruleText } from '../load-problem-text.ts';
import { Menu, type MenuItem } from './menu.ts';
import type { CloseOptions, PartHost, PartOptions } from './popover.ts';

export interface StatusMenuSpec {
  action: Action;
  /** Today on the clock of the action's container. */
  today: Day;
  onPick: (state: ActionState) => void;
}

export class StatusMenu {
  readonly #menu: Menu;
  readonly #localize: DateWords;

  constructor(host: PartHost, options: PartOptions) {
    this.#menu = new Menu(host, options);
    this.#localize = options.localize;
  }

  get isOpen(): boolean {
    return this.#menu.isOpen;
  }

  open(anchor: HTMLElement, spec: StatusMenuSpec): void {
    const { messages } = this.#localize;
    this.#menu.open(anchor, {
      label: partWords(messages).statusOf(spec.action.title),
      items: () => statesOf(spec.action.context.type).map((state) => this.#item(state, spec)),
    });
  }

  close(options?: CloseOptions): void {
    this.#menu.close(options);
  }

  render(): TemplateResult | typeof nothing {
    return this.#menu.render();
  }

  #item(state: ActionState, { action, today, onPick }: StatusMenuSpec): MenuItem {
    const { messages } = this.#localize;
    const withheld = action.may.setState === true ? refusedTransition(action, state, today) : action.may.setState;
    return {
      label: messages.status[state],
      kind: 'radio',
      checked: state === action.state,
      refused: withheld === null || state === action.state ? undefined : ruleText(withheld, messages),
      onPick: () => {
        if (state !== action.state) onPick(state);
      },
    };
  }
}
