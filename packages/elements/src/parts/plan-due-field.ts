// The line of the editor of a plan's date in which a date or a rule is typed, with what is asked or said of it right under
// it. What is understood fills in the rest while one types; what is not stays as it is.
import type { Day, MatchedRule, RelativeRule } from '@followthrough/core/domain';
import type { ShownPlan } from '@followthrough/core/stores';
import { html, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { dueDateWords } from '../localize/late-tools.ts';
import { planDueWords } from '../localize/late-plan-due.ts';
import type { TypingSetting } from './due-typing.ts';
import { anchorsOf, type TypedPlanDate, typedPlanDate } from './plan-due-typing.ts';
import type { PartHost } from './popover.ts';
import { type NameOf, ruleInWords } from './rule-words.ts';

export interface PlanDueFieldScene extends TypingSetting {
  plan: ShownPlan;
  nameOf: NameOf;
  onDay: (day: Day) => void;
  onRule: (rule: RelativeRule) => void;
  /** Enter was pressed on what is understood. */
  onEnter: (typed: 'day' | 'rule' | 'clear' | 'none') => void;
  /** To what is under it. */
  onDown: () => void;
}

export class PlanDueField {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  #text = '';
  #typed: TypedPlanDate = { type: 'none' };
  /** Enter was pressed on something that is not understood. */
  #refused = false;

  constructor(host: PartHost, localize: DateWords) {
    this.#host = host;
    this.#localize = localize;
  }

  begin(): void {
    this.#text = '';
    this.#typed = { type: 'none' };
    this.#refused = false;
  }

  /** Something else was chosen: what was understood is done with, what was not stays. */
  letGo(): void {
    this.#refused = false;
    if (this.#typed.type === 'day' || this.#typed.type === 'rule') this.begin();
  }

  render(scene: PlanDueFieldScene): TemplateResult {
    const words = planDueWords(this.#localize.messages);
    const { type } = this.#typed;
    const invalid = type === 'outOfRange' || type === 'refused' || (type === 'unknown' && this.#refused);
    return html`<input
        type="text"
        class="input due-field"
        part="input"
        aria-label=${words.field}
        aria-describedby="plan-due-typed plan-due-preview"
        aria-invalid=${invalid ? 'true' : nothing}
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        enterkeyhint="done"
        placeholder=${words.placeholder}
        .value=${this.#text}
        @input=${(event: InputEvent) => this.#onInput(event, scene)}
        @keydown=${(event: KeyboardEvent) => this.#onKeyDown(event, scene)}
      />
      <div class="plan-due-typed" id="plan-due-typed" role="status">${this.#said(scene)}</div>`;
  }

  #said(scene: PlanDueFieldScene): TemplateResult | typeof nothing {
    const { messages } = this.#localize;
    const words = planDueWords(messages);
    const typed = this.#typed;
    const fault = (text: string) => html`<span class="danger-text">${text}</span>`;
    switch (typed.type) {
      case 'outOfRange':
        return fault(dueDateWords(messages).outOfRange);
      case 'refused':
        return fault(words.refused[typed.why]);
      case 'clear':
        return html`${dueDateWords(messages).noDate}`;
      case 'ambiguous':
        return this.#which(typed.candidates, scene);
      case 'unknown':
        if (typed.name !== undefined) return html`${words.nothingCalled(typed.name)}`;
        return this.#refused ? fault(words.notUnderstood) : nothing;
      default:
        return nothing;
    }
  }

  /** Of what is called so, the one that is meant. */
  #which(candidates: readonly MatchedRule[], { nameOf, onRule }: PlanDueFieldScene): TemplateResult {
    const words = planDueWords(this.#localize.messages);
    return html`${words.which(candidates.length)}
      <div class="plan-due-which" role="group" aria-label=${words.which(candidates.length)}>
        ${candidates.slice(0, SHOWN).map(
          ({ rule }) =>
            html`<button
              type="button"
              @click=${() => {
                this.begin();
                onRule(rule);
              }}
            >
              ${ruleInWords(rule, nameOf, this.#localize)}
            </button>`,
        )}
      </div>`;
  }

  #onInput(event: InputEvent, scene: PlanDueFieldScene): void {
    this.#text = (event.currentTarget as HTMLInputElement).value;
    this.#refused = false;
    this.#typed = typedPlanDate(this.#text, scene, anchorsOf(scene.plan));
    if (this.#typed.type === 'day') scene.onDay(this.#typed.day);
    if (this.#typed.type === 'rule') scene.onRule(this.#typed.rule);
    this.#host.requestUpdate();
  }

  #onKeyDown(event: KeyboardEvent, { onEnter, onDown }: PlanDueFieldScene): void {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      onDown();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const { type } = this.#typed;
      if (type === 'day' || type === 'rule' || type === 'clear' || type === 'none') onEnter(type);
      else {
        this.#refused = true;
        this.#host.requestUpdate();
      }
    }
  }
}

/** How many things of one name are shown; more of the name tells them apart. */
const SHOWN = 6;
