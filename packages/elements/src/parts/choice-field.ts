// A field that finds one of many by a part of its name: an editable combobox with its list right under it, accents and letter
// case aside. Focus stays in the field; the list's current choice is named by aria-activedescendant.
import { titleKey } from '@followthrough/core/domain';
import { html, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { checkIcon } from '../icons/icons.ts';
import { partWords } from '../localize/late-tools.ts';
import type { PartHost } from './popover.ts';

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

export interface ChoiceFieldSpec {
  /** The accessible name of the field and the list. */
  label: string;
  placeholder?: string | undefined;
  choices: readonly Choice[];
  /** The value chosen now. */
  selected: string | null;
  onPick: (value: string) => void;
}

/** What a field says of itself beside its choices. */
export interface ChoiceFieldState {
  /** Whether its list shows. */
  isOpen: boolean;
  /** What stands in it while its list does not show. */
  rest?: string | undefined;
  /** The id of what tells more of it. */
  describedBy?: string | undefined;
  invalid?: boolean | undefined;
  onOpen?: (() => void) | undefined;
  onLeave?: (() => void) | undefined;
}

/** How many choices are drawn at once; typing finds the rest. */
const DRAWN = 100;
const PAGE = 8;

export class ChoiceField {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  readonly #id: string;
  #spec: ChoiceFieldSpec | null = null;
  #query = '';
  #at = 0;

  /** @param id a beginning for the ids in it */
  constructor(host: PartHost, localize: DateWords, id: string) {
    this.#host = host;
    this.#localize = localize;
    this.#id = id;
  }

  /** Begins anew, at the choice that is chosen now. */
  begin(spec: ChoiceFieldSpec): void {
    this.#spec = spec;
    this.#query = '';
    this.#at = Math.max(
      0,
      spec.choices.findIndex(({ value }) => value === spec.selected),
    );
    this.#showCurrent();
  }

  render(spec: ChoiceFieldSpec, { isOpen, rest = '', ...state }: ChoiceFieldState): TemplateResult {
    this.#spec = spec;
    const { label, placeholder = partWords(this.#localize.messages).find } = spec;
    const matches = isOpen ? this.#matches() : [];
    const drawn = matches.slice(0, Math.max(DRAWN, this.#at + 1));
    const list = `${this.#id}-list`;
    return html`
      <input
        type="text"
        class="input choices-field"
        part="input"
        role="combobox"
        aria-label=${label}
        aria-expanded=${isOpen}
        aria-autocomplete="list"
        aria-controls=${isOpen ? list : nothing}
        aria-activedescendant=${drawn[this.#at] ? this.#idOf(this.#at) : nothing}
        aria-describedby=${state.describedBy ?? nothing}
        aria-invalid=${state.invalid ? 'true' : nothing}
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        enterkeyhint="done"
        placeholder=${placeholder}
        .value=${isOpen ? this.#query : rest}
        @input=${(event: InputEvent) => this.#onInput(event, state)}
        @focus=${selectAll}
        @click=${state.onOpen ?? nothing}
        @blur=${state.onLeave ?? nothing}
      />
      ${isOpen ? this.#list(list, label, drawn, matches.length) : nothing}
    `;
  }

  /** Takes a key of the field's; gives whether it was one. */
  onKeyDown(event: KeyboardEvent): boolean {
    const matches = this.#matches();
    const last = matches.length - 1;
    switch (event.key) {
      case 'ArrowDown':
        this.#go(this.#at >= last ? 0 : this.#at + 1);
        break;
      case 'ArrowUp':
        this.#go(this.#at <= 0 ? Math.max(0, last) : this.#at - 1);
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
        return false;
    }
    event.preventDefault();
    return true;
  }

  #list(id: string, label: string, drawn: readonly Choice[], count: number): TemplateResult {
    const { messages } = this.#localize;
    return html`<div class="choices-list" id=${id} role="listbox" aria-label=${label} @pointerdown=${keepFocus}>
        ${groupsOf(drawn).map(({ group, from, choices }, index) =>
          group === undefined
            ? choices.map((choice, offset) => this.#option(choice, from + offset))
            : html`<div role="group" aria-labelledby="${id}-${index}">
                <div class="choices-group" id="${id}-${index}" role="presentation">${group}</div>
                ${choices.map((choice, offset) => this.#option(choice, from + offset))}
              </div>`,
        )}
      </div>
      ${count === 0 ? html`<p class="choices-none">${partWords(messages).noMatch(this.#query)}</p>` : nothing}
      <span class="visually-hidden" role="status"
        >${this.#query === '' ? '' : partWords(messages).matches(count)}</span
      >`;
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

  #idOf(index: number): string {
    return `${this.#id}-${index}`;
  }

  #pick(choice: Choice | undefined): void {
    if (choice) this.#spec?.onPick(choice.value);
  }

  #go(index: number): void {
    if (index === this.#at) return;
    this.#at = index;
    this.#host.requestUpdate();
    this.#showCurrent();
  }

  #showCurrent(): void {
    void this.#host.updateComplete.then(() => {
      const option = (this.#host.renderRoot as ShadowRoot).getElementById(this.#idOf(this.#at));
      option?.scrollIntoView({ block: 'nearest' });
    });
  }

  #onInput(event: InputEvent, { onOpen }: Omit<ChoiceFieldState, 'isOpen'>): void {
    const { value } = event.currentTarget as HTMLInputElement;
    onOpen?.();
    this.#query = value;
    this.#at = 0;
    this.#host.requestUpdate();
    this.#showCurrent();
  }
}

/** What stands there is typed over. */
function selectAll(event: Event): void {
  (event.currentTarget as HTMLInputElement).select();
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
