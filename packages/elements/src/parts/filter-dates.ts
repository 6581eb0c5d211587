// Filtering by any span of due dates: from, to, or both. Loaded when first opened.
import type { CivilDate } from '@followthrough/core/schema';
import { css, html, type nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { filterWords } from '../localize/late-filter.ts';
import { type CloseOptions, type PartHost, type PartOptions, Popover } from './popover.ts';

export interface FilterDatesSpec {
  from: CivilDate | undefined;
  to: CivilDate | undefined;
  onPick: (from: CivilDate | undefined, to: CivilDate | undefined) => void;
}

const MIN = '1970-01-01';
const MAX = '2199-12-31';

export class FilterDates {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  readonly #popover: Popover;
  /** Said where it cannot be applied. */
  #fault = '';

  constructor(host: PartHost, options: PartOptions) {
    this.#host = host;
    this.#localize = options.localize;
    this.#popover = new Popover(host, options, [filterDatesStyles]);
  }

  get isOpen(): boolean {
    return this.#popover.isOpen;
  }

  open(anchor: HTMLElement, spec: FilterDatesSpec): void {
    this.#fault = '';
    this.#popover.open(anchor, {
      role: 'dialog',
      name: 'filter-dates',
      label: filterWords(this.#localize.messages).dates,
      content: () => this.#content(spec),
      initialFocus: () => 'input',
    });
  }

  close(options?: CloseOptions): void {
    this.#popover.close(options);
  }

  render(): TemplateResult | typeof nothing {
    return this.#popover.render();
  }

  #content({ from = '', to = '', onPick }: FilterDatesSpec): TemplateResult {
    const filter = filterWords(this.#localize.messages);
    return html`<form class="filter-span" novalidate @submit=${(event: SubmitEvent) => this.#onSubmit(event, onPick)}>
      <label
        ><span class="meta">${filter.from}</span
        ><input class="input" type="date" name="from" min=${MIN} max=${MAX} .defaultValue=${from}
      /></label>
      <label
        ><span class="meta">${filter.to}</span
        ><input class="input" type="date" name="to" min=${MIN} max=${MAX} .defaultValue=${to}
      /></label>
      <p class="danger-text" role="alert">${this.#fault}</p>
      <button class="button primary">${filter.apply}</button>
    </form>`;
  }

  #onSubmit(event: SubmitEvent, onPick: FilterDatesSpec['onPick']): void {
    event.preventDefault();
    const filter = filterWords(this.#localize.messages);
    const { dueDate } = this.#localize.messages;
    const [from, to] = [...(event.currentTarget as HTMLFormElement).elements] as [HTMLInputElement, HTMLInputElement];
    if (!from.validity.valid || !to.validity.valid) this.#fault = dueDate.outOfRange;
    else if (from.value !== '' && to.value !== '' && from.value > to.value) this.#fault = filter.backwards;
    else {
      this.close();
      onPick(from.value || undefined, to.value || undefined);
      return;
    }
    this.#host.requestUpdate();
  }
}

const filterDatesStyles = css`
  .filter-span {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: 8px;
    inline-size: 16em;
    max-inline-size: 100%;
  }
  .filter-span label {
    display: grid;
    gap: calc(var(--_space) * 0.5);
  }
  @media (max-width: 479.98px) {
    .filter-span {
      inline-size: auto;
    }
  }
`;
