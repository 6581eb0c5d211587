// Picking one of many by typing a part of its name: an editable combobox over a list, accents and letter case aside.
// Focus stays in the field; the list's current choice is named by aria-activedescendant. Loaded when first opened.
import { partWords } from '../localize/late-tools.ts';
import { titleKey } from '@followthrough/core/domain';
import { type CSSResult, html, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { checkIcon } from '../icons/icons.ts';
import { choicePickerStyles } from './choice-picker-styles.ts';
import { type CloseOptions, type PartHost, type PartOptions, Popover } from './popover.ts';

export interface Choice {
  value: string;
  label: string;
  /** Quiet words after the label. */
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

/** How many choices are drawn at once; typing finds the rest. */
const DRAWN = 100;
const PAGE = 8;

export class ChoicePicker {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  readonly #popover: Popover;
  #spec: ChoicePickerSpec | null = null;
  #query = '';
  #at = 0;

  /** @param styles those of the choices' pictures */
  constructor(host: PartHost, options: PartOptions, styles: readonly CSSResult[] = []) {
    this.#host = host;
    this.#localize = options.localize;
    this.#popover = new Popover(host, options, [choicePickerStyles, ...styles]);
  }

  get isOpen(): boolean {
    return this.#popover.isOpen;
  }

  open(anchor: HTMLElement, spec: ChoicePickerSpec): void {
    this.#spec = spec;
    this.#query = '';
    this.#at = Math.max(
      0,
      spec.choices.findIndex(({ value }) => value === spec.selected),
    );
    this.#popover.open(anchor, {
      role: 'dialog',
      name: 'choices',
      label: spec.label,
      content: () => this.#content(spec),
      initialFocus: () => '.choices-field',
      onKeyDown: this.#onKeyDown,
    });
    this.#showCurrent();
  }

  close(options?: CloseOptions): void {
    this.#popover.close(options);
  }

  render(): TemplateResult | typeof nothing {
    return this.#popover.render();
  }

  /** The choices that hold every word typed. */
  #matches(): readonly Choice[] {
    const words = titleKey(this.#query).split(/\s+/).filter(Boolean);
    const choices = this.#spec?.choices ?? [];
    if (words.length === 0) return choices;
    return choices.filter(({ label, description = '' }) => {
      const key = titleKey(`${label} ${description}`);
      return words.every((word) => key.includes(word));
    });
  }

  #content({ label, placeholder = partWords(this.#localize.messages).find }: ChoicePickerSpec): TemplateResult {
    const { messages } = this.#localize;
    const matches = this.#matches();
    const drawn = matches.slice(0, Math.max(DRAWN, this.#at + 1));
    const list = `${this.#popover.id}-list`;
    return html`
      <input
        type="text"
        class="input choices-field"
        part="input"
        role="combobox"
        aria-label=${label}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls=${list}
        aria-activedescendant=${drawn[this.#at] ? this.#idOf(this.#at) : nothing}
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        enterkeyhint="done"
        placeholder=${placeholder}
        .value=${this.#query}
        @input=${this.#onInput}
      />
      <div class="choices-list" id=${list} role="listbox" aria-label=${label} @pointerdown=${keepFocus}>
        ${groupsOf(drawn).map(({ group, from, choices }, index) =>
          group === undefined
            ? choices.map((choice, offset) => this.#option(choice, from + offset))
            : html`<div role="group" aria-labelledby="${list}-${index}">
                <div class="choices-group" id="${list}-${index}" role="presentation">${group}</div>
                ${choices.map((choice, offset) => this.#option(choice, from + offset))}
              </div>`,
        )}
      </div>
      ${matches.length === 0 ? html`<p class="choices-none">${partWords(messages).noMatch(this.#query)}</p>` : nothing}
      <span class="visually-hidden" role="status"
        >${this.#query === '' ? '' : partWords(messages).matches(matches.length)}</span
      >
    `;
  }

  #option(choice: Choice, index: number): TemplateResult {
    const chosen = choice.value === this.#spec?.selected;
    return html`<button
      type="button"
      tabindex="-1"
      class="choice ${index === this.#at ? 'current' : ''}"
      part="choice"
      role="option"
      id=${this.#idOf(index)}
      aria-selected=${chosen}
      @click=${() => this.#pick(choice)}
      @pointermove=${() => this.#go(index)}
    >
      ${choice.icon ? html`<span class="choice-icon" aria-hidden="true">${choice.icon}</span>` : nothing}
      <span class="choice-label">${choice.label}</span>
      ${choice.description ? html`<span class="choice-description">${choice.description}</span>` : nothing}
      <span class="choice-check">${chosen ? checkIcon() : nothing}</span>
    </button>`;
  }

  #idOf(index: number): string {
    return `${this.#popover.id}-${index}`;
  }

  #pick(choice: Choice | undefined): void {
    const spec = this.#spec;
    if (!spec || !choice) return;
    this.close();
    spec.onPick(choice.value);
  }

  #go(index: number): void {
    if (index === this.#at) return;
    this.#at = index;
    this.#host.requestUpdate();
    this.#showCurrent();
  }

  #showCurrent(): void {
    void this.#host.updateComplete.then(() => {
      this.#popover.element?.querySelector('.choice.current')?.scrollIntoView({ block: 'nearest' });
    });
  }

  readonly #onInput = (event: InputEvent): void => {
    this.#query = (event.currentTarget as HTMLInputElement).value;
    this.#at = 0;
    this.#host.requestUpdate();
    this.#showCurrent();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const matches = this.#matches();
    const last = matches.length - 1;
    switch (event.key) {
      case 'ArrowDown':
        this.#go(this.#at >= last ? 0 : this.#at + 1);
        break;
      case 'ArrowUp':
        if (event.altKey) this.close();
        else this.#go(this.#at <= 0 ? Math.max(0, last) : this.#at - 1);
        break;
      case 'PageDown':
        this.#go(Math.min(Math.max(0, last), this.#at + PAGE));
        break;
      case 'PageUp':
        this.#go(Math.max(0, this.#at - PAGE));
        break;
      case 'Enter':
        this.#pick(matches[this.#at]);
        break;
      default:
        return;
    }
    event.preventDefault();
  };
}

/** A press on the list leaves focus in the field. */
function keepFocus(event: Event): void {
  event.preventDefault();
}

/** Runs of choices under one heading, and where each begins. */
function groupsOf(choices: readonly Choice[]): { group: string | undefined; from: number; choices: Choice[] }[] {
  const groups: { group: string | undefined; from: number; choices: Choice[] }[] = [];
  choices.forEach((choice, index) => {
    const current = groups.at(-1);
    if (current && current.group === choice.group) current.choices.push(choice);
    else groups.push({ group: choice.group, from: index, choices: [choice] });
  });
  return groups;
}
