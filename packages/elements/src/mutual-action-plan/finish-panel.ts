// What the finish of a plan hangs on (rulebook §3): the target date, whose side holds the days, and the chain of actions
// that sets it, each with the days it can slip. Loaded when first opened.
import { css, html, nothing, type TemplateResult } from 'lit';
import { parseDay } from '@followthrough/core/domain';
import type { Id } from '@followthrough/core/schema';
import type { ShownPlan } from '@followthrough/core/stores';
import { type DateWords, dayText } from '../dates/date-label.ts';
import { planWords } from '../localize/late-plan.ts';
import { type PartHost, type PartOptions, Popover } from '../parts/popover.ts';

export interface FinishPanelSpec {
  readonly plan: () => ShownPlan | null;
  readonly held: (plan: ShownPlan) => string | null;
  readonly mayEdit: boolean;
  readonly onTarget: (anchor: HTMLElement) => void;
  readonly onOpen: (id: Id) => void;
}

export class FinishPanel {
  readonly #localize: DateWords;
  readonly #popover: Popover;

  constructor(host: PartHost, options: PartOptions) {
    this.#localize = options.localize;
    this.#popover = new Popover(host, options, [finishPanelStyles]);
  }

  open(anchor: HTMLElement, spec: FinishPanelSpec): void {
    const { messages } = this.#localize;
    this.#popover.open(anchor, {
      role: 'dialog',
      name: 'finish-panel',
      label: planWords(messages).finishDetails,
      content: () => this.#content(anchor, spec),
      initialFocus: () => 'button',
    });
  }

  render(): TemplateResult | typeof nothing {
    return this.#popover.render();
  }

  #content(anchor: HTMLElement, spec: FinishPanelSpec): TemplateResult {
    const plan = spec.plan();
    if (!plan) return html``;
    const { finish, criticalPath, slack } = plan;
    const words = planWords(this.#localize.messages);
    const day = (date: string) => dayText(parseDay(date), plan.today, this.#localize);
    const held = spec.held(plan);
    const chain = criticalPath.flatMap((id) => plan.actions.find((one) => one.id === id) ?? []);
    const target = finish.target === null ? words.finish.none : words.target(day(finish.target));
    return html`<p class="finish-main ${finish.state}">
        ${finish.date === null ? words.noFinish : words.finishes(day(finish.date))}
      </p>
      <p class="finish-target">
        <span>${target}</span>
        ${
          spec.mayEdit
            ? html`<button
                type="button"
                class="button quiet"
                @click=${() => {
                  this.#popover.close({ returnFocus: false });
                  spec.onTarget(anchor);
                }}
              >
                ${words.setTarget}
              </button>`
            : nothing
        }
      </p>
      ${held === null ? nothing : html`<p class="meta">${held}</p>`}
      <h3 class="finish-heading">${words.criticalPath}</h3>
      ${
        chain.length === 0
          ? html`<p class="meta">${words.noCriticalPath}</p>`
          : html`<ol class="finish-chain">
              ${chain.map((action) => {
                const days = slack.get(action.id);
                return html`<li>
                  <button type="button" class="finish-step" @click=${() => this.#go(spec, action.id)}>
                    <span class="ellipsis">${action.title}</span>
                    <span class="meta">${action.due?.date ? day(action.due.date) : ''}</span>
                    ${days === undefined ? nothing : html`<span class="meta finish-slack">${words.slack(days)}</span>`}
                  </button>
                </li>`;
              })}
            </ol>`
      }`;
  }

  #go(spec: FinishPanelSpec, id: Id): void {
    this.#popover.close({ returnFocus: false });
    spec.onOpen(id);
  }
}

const finishPanelStyles = css`
  .popover.finish-panel {
    inline-size: 25em;
    padding: calc(var(--_space) * 3);
  }
  .finish-main {
    font-size: 1.143em;
    font-weight: 600;
  }
  .finish-target {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
  }
  .finish-heading {
    font-weight: 500;
    margin-block: calc(var(--_space) * 3) var(--_space);
  }
  .finish-step {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: calc(var(--_space) * 2);
    inline-size: 100%;
    padding: var(--_space) calc(var(--_space) * 1.5);
    border-radius: var(--_radius-small);
    border-inline-start: 2px solid var(--_border-strong);
  }
  .finish-step:hover {
    background: var(--_hover);
  }
  .finish-slack {
    grid-column: 1 / -1;
  }
  @media (max-width: 29.99em) {
    .popover.finish-panel {
      inline-size: auto;
    }
  }
  @media (pointer: coarse) {
    .finish-step {
      min-block-size: 44px;
    }
  }
`;
