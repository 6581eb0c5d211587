// Picking one of many by typing a part of its name. Loaded when first opened.
import type { CSSResult, nothing, TemplateResult } from 'lit';
import { ChoiceField, type ChoiceFieldSpec } from './choice-field.ts';
import { choicePickerStyles } from './choice-picker-styles.ts';
import { type CloseOptions, type PartHost, type PartOptions, Popover } from './popover.ts';

export type { Choice } from './choice-field.ts';
export type ChoicePickerSpec = ChoiceFieldSpec;

export class ChoicePicker {
  readonly #popover: Popover;
  readonly #field: ChoiceField;

  /** @param styles those of the choices' pictures */
  constructor(host: PartHost, options: PartOptions, styles: readonly CSSResult[] = []) {
    this.#popover = new Popover(host, options, [choicePickerStyles, ...styles]);
    this.#field = new ChoiceField(host, options.localize, this.#popover.id);
  }

  get isOpen(): boolean {
    return this.#popover.isOpen;
  }

  open(anchor: HTMLElement, given: ChoicePickerSpec): void {
    const spec: ChoicePickerSpec = {
      ...given,
      onPick: (value) => {
        this.close();
        given.onPick(value);
      },
    };
    this.#popover.open(anchor, {
      role: 'dialog',
      name: 'choices',
      label: spec.label,
      content: () => this.#field.render(spec, { isOpen: true }),
      initialFocus: () => '.choices-field',
      onKeyDown: this.#onKeyDown,
    });
    this.#field.begin(spec);
  }

  close(options?: CloseOptions): void {
    this.#popover.close(options);
  }

  render(): TemplateResult | typeof nothing {
    return this.#popover.render();
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowUp' && event.altKey) {
      this.close();
      event.preventDefault();
    } else this.#field.onKeyDown(event);
  };
}
