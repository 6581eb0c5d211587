// The pickers that are needed only once somebody picks: each is loaded when first opened, and all of a host's parts
// share them. A host makes one, hands it to its parts, and renders it once at the end of its template.
import { nothing, type TemplateResult } from 'lit';
import type { AssigneePicker, AssigneePickerSpec } from './assignee-picker.ts';
import type { ChoicePicker, ChoicePickerSpec } from './choice-picker.ts';
import type { DuePopover, DuePopoverSpec } from './due-popover.ts';
import type { FilterDates, FilterDatesSpec } from './filter-dates.ts';
import type { CloseOptions, PartHost, PartOptions } from './popover.ts';

interface Opened {
  isOpen: boolean;
  close(options?: CloseOptions): void;
  render(): TemplateResult | typeof nothing;
}

export class Pickers {
  readonly #host: PartHost;
  readonly #options: PartOptions;
  #due: DuePopover | null = null;
  #assignee: AssigneePicker | null = null;
  #choice: ChoicePicker | null = null;
  #dates: FilterDates | null = null;

  constructor(host: PartHost, options: PartOptions) {
    this.#host = host;
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#all().some((picker) => picker.isOpen);
  }

  /** Opens the due date's popover. */
  async due(anchor: HTMLElement, spec: DuePopoverSpec): Promise<void> {
    const { DuePopover } = await import('./due-popover.ts');
    (this.#due ??= new DuePopover(this.#host, this.#options)).open(anchor, spec);
  }

  /** Opens the assignee's picker. */
  async assignee(anchor: HTMLElement, spec: AssigneePickerSpec): Promise<void> {
    const { AssigneePicker } = await import('./assignee-picker.ts');
    (this.#assignee ??= new AssigneePicker(this.#host, this.#options)).open(anchor, spec);
  }

  /** Opens a picker of one of many. */
  async choice(anchor: HTMLElement, spec: ChoicePickerSpec): Promise<void> {
    const { ChoicePicker } = await import('./choice-picker.ts');
    (this.#choice ??= new ChoicePicker(this.#host, this.#options)).open(anchor, spec);
  }

  /** Opens the span of a filter's due dates. */
  async dates(anchor: HTMLElement, spec: FilterDatesSpec): Promise<void> {
    const { FilterDates } = await import('./filter-dates.ts');
    (this.#dates ??= new FilterDates(this.#host, this.#options)).open(anchor, spec);
  }

  close(options?: CloseOptions): void {
    for (const picker of this.#all()) picker.close(options);
  }

  render(): TemplateResult | typeof nothing {
    return (
      this.#all()
        .find((picker) => picker.isOpen)
        ?.render() ?? nothing
    );
  }

  #all(): readonly Opened[] {
    return [this.#due, this.#assignee, this.#choice, this.#dates].filter((picker) => picker !== null);
  }
}
