// "Why this date?" of any date of a plan: asked when it is opened, told as the steps in order. Loaded when first opened.
import type { BackendError } from '@followthrough/core/backend';
import type { Action, Explanation, Id, Person } from '@followthrough/core/schema';
import type { ShownPlan } from '@followthrough/core/stores';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { planWhyWords } from '../localize/late-plan-why.ts';
import { loadProblemText } from '../load-problem-text.ts';
import { explanationInWords } from './explanation-words.ts';
import { type CloseOptions, type PartHost, type PartOptions, Popover } from './popover.ts';
import { namesOf } from './rule-words.ts';

export interface DateExplanationSpec {
  action: Pick<Action, 'id' | 'title'>;
  plan: ShownPlan;
  /** Everybody who may be named. */
  people: ReadonlyMap<Id, Person>;
  explain: (id: Id) => Promise<Explanation>;
}

const FIELDS = ['start', 'due'] as const;

export class DateExplanation {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  readonly #popover: Popover;
  #told: Explanation | BackendError | null = null;
  /** Grows with each question, so that a late answer to an earlier one is not told. */
  #question = 0;

  constructor(host: PartHost, options: PartOptions) {
    this.#host = host;
    this.#localize = options.localize;
    this.#popover = new Popover(host, options, [dateExplanationStyles]);
  }

  get isOpen(): boolean {
    return this.#popover.isOpen;
  }

  /** Opens beside `anchor`, and asks. */
  open(anchor: HTMLElement, spec: DateExplanationSpec): void {
    this.#popover.open(anchor, {
      role: 'dialog',
      name: 'plan-why',
      label: planWhyWords(this.#localize.messages).label,
      content: () => this.#content(spec),
      initialFocus: () => '.popover.plan-why',
      onClose: () => this.#question++,
    });
    if (this.isOpen) void this.#ask(spec);
  }

  close(options?: CloseOptions): void {
    this.#popover.close(options);
  }

  render(): TemplateResult | typeof nothing {
    return this.#popover.render();
  }

  async #ask({ action, explain }: DateExplanationSpec): Promise<void> {
    const question = ++this.#question;
    this.#told = null;
    this.#host.requestUpdate();
    const told = await explain(action.id).catch((error: BackendError) => error);
    if (question !== this.#question) return;
    this.#told = told;
    this.#host.requestUpdate();
  }

  #content(spec: DateExplanationSpec): TemplateResult {
    const why = planWhyWords(this.#localize.messages);
    return html`<h2 class="plan-why-heading">${why.label}</h2>
      <p class="meta" dir="auto">${spec.action.title}</p>
      <div role="status">${this.#steps(spec)}</div>`;
  }

  #steps(spec: DateExplanationSpec): TemplateResult {
    const { messages } = this.#localize;
    const why = planWhyWords(messages);
    const told = this.#told;
    if (told === null) return html`<p class="muted">${why.loading}</p>`;
    if (told instanceof Error) {
      return html`<p class="danger-text">${loadProblemText(told, messages)}</p>
        <button type="button" class="button" @click=${() => void this.#retry(spec)}>${why.retry}</button>`;
    }
    const dates = FIELDS.filter((field) => told[field] !== null);
    if (dates.length === 0) return html`<p class="muted">${why.none}</p>`;
    return html`${dates.map(
      (field) =>
        html`${dates.length > 1 ? html`<h3 class="meta">${why[field]}</h3>` : nothing}
          <ol class="plan-why-steps">
            ${this.#sentences(told, field, spec).map((text) => html`<li>${text}</li>`)}
          </ol>`,
    )}`;
  }

  #sentences(told: Explanation, field: 'start' | 'due', { action, plan, people }: DateExplanationSpec): string[] {
    const { messages } = this.#localize;
    const place = {
      actionId: action.id,
      field,
      nameOf: namesOf(plan),
      nameOfPerson: (id: Id | null) => people.get(id ?? '')?.name ?? messages.context.unknownPerson,
      timeZone: plan.room.timeZone ?? undefined,
    };
    return explanationInWords(told[field]?.steps ?? [], place, this.#localize);
  }

  async #retry(spec: DateExplanationSpec): Promise<void> {
    // The button that had it goes.
    this.#popover.element?.focus();
    await this.#ask(spec);
  }
}

const dateExplanationStyles = css`
  .popover.plan-why {
    inline-size: 26em;
    padding: 12px 16px;
  }
  .plan-why-heading {
    font-size: 1em;
    font-weight: 600;
  }
  .plan-why > .meta {
    overflow-wrap: anywhere;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .plan-why h3 {
    margin-block-start: 10px;
    font-weight: 500;
  }
  .plan-why [role='status'] {
    margin-block-start: 8px;
  }
  .plan-why-steps {
    display: grid;
    gap: 6px;
    margin: 4px 0 0;
    padding-inline-start: 1.4em;
    list-style: decimal;
  }
  .plan-why-steps > li {
    padding-inline-start: 0.2em;
    overflow-wrap: anywhere;
  }
  .plan-why-steps > li::marker {
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }
  .plan-why .button {
    margin-block-start: 8px;
  }
  @media (max-width: 29.99em) {
    .popover.plan-why {
      inline-size: auto;
    }
  }
`;
