// Picking one of many by typing a part of its name: an editable combobox over a list. Loaded when first opened.
import { css, type nothing, type TemplateResult } from 'lit';
import { type CloseOptions, type PartHost, type PartOptions, Popover } from './popover.ts';

export interface Choice {
  value: string;
  label: string;
  /** Quiet words under the label. */
  description?: string | undefined;
  /** A picture before the label. */
  icon?: TemplateResult | undefined;
  /** The heading it stands under; choices of one group follow one another. */
  group?: string | undefined;
}

export interface ChoicePickerSpec {
  /** The accessible name of the field and the list. */
  label: string;
  placeholder?: string | undefined;
  choices: readonly Choice[];
  /** The value chosen now. */
  selected: string | null;
  onPick: (value: string) => void;
}

export class ChoicePicker {
  readonly #popover: Popover;

  constructor(host: PartHost, options: PartOptions = {}) {
    this.#popover = new Popover(host, options, [choicePickerStyles]);
  }

  get isOpen(): boolean {
    return this.#popover.isOpen;
  }

  open(anchor: HTMLElement, spec: ChoicePickerSpec): void {
    void anchor, spec;
  }

  close(options?: CloseOptions): void {
    this.#popover.close(options);
  }

  render(): TemplateResult | typeof nothing {
    return this.#popover.render();
  }
}

export const choicePickerStyles = css``;
