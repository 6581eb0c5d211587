// What a field that finds by name draws beside its input: what is chosen as chips, and the list of what was found.
import { html, nothing, type TemplateResult } from 'lit';
import { checkIcon, closeIcon } from '../icons/icons.ts';

/** One that can be chosen, or is. */
export interface SearchChoice {
  readonly value: string;
  readonly label: string;
  /** Quiet words after the label. */
  readonly description?: string | undefined;
  readonly icon?: TemplateResult | undefined;
  /** Chosen, and not known any more. */
  readonly unknown?: boolean | undefined;
}

interface SearchFieldWords {
  readonly label: string;
  readonly placeholder: string;
  readonly chosen: string;
  readonly remove: (name: string) => string;
  readonly removed: (name: string) => string;
  readonly added: (name: string) => string;
  readonly showAll: (count: number) => string;
  readonly more: string;
  readonly searching: string;
  readonly failed: string;
  readonly retry: string;
  readonly none: (query: string) => string;
  readonly found: (count: number) => string;
}

export interface SearchFieldSpec {
  readonly words: SearchFieldWords;
  readonly multiple: boolean;
  /** `open`: its list always shows; `closed`: while somebody looks for one. */
  readonly list: 'open' | 'closed';
  readonly chosen: readonly SearchChoice[];
  /** What was found for the words typed, in order. */
  readonly choices: readonly SearchChoice[];
  readonly status: 'loading' | 'ready' | 'error';
  readonly hasMore: boolean;
  readonly describedBy: string | typeof nothing;
  readonly invalid: boolean;
  readonly onSearch: (query: string) => void;
  readonly onMore: () => void;
  readonly onRetry: () => void;
  readonly onChange: (values: readonly string[]) => void;
}

/** Chips shown before somebody asks for all. */
const CHIPS = 12;

/** What is chosen; nothing while nothing is. */
export function chosenChips(
  { words, chosen }: SearchFieldSpec,
  showsAll: boolean,
  on: { remove: (choice: SearchChoice) => void; showAll: () => void },
): TemplateResult | typeof nothing {
  if (chosen.length === 0) return nothing;
  const shown = showsAll ? chosen : chosen.slice(0, CHIPS);
  return html`<ul class="chips" aria-label=${words.chosen}>
    ${shown.map(
      (choice) =>
        html`<li class="chip ${choice.unknown ? 'unknown' : ''}" part="chip">
          ${choice.icon ?? nothing}<span class="chip-label" dir="auto" title=${choice.label}>${choice.label}</span>
          <button
            type="button"
            class="chip-remove"
            part="chip-remove"
            data-value=${choice.value}
            aria-label=${words.remove(choice.label)}
            @click=${() => on.remove(choice)}
            @keydown=${(event: KeyboardEvent) => {
              if (event.key !== 'Delete' && event.key !== 'Backspace') return;
              event.preventDefault();
              on.remove(choice);
            }}
          >
            ${closeIcon()}
          </button>
        </li>`,
    )}
    ${
      shown.length < chosen.length
        ? html`<li>
            <button type="button" class="button quiet chips-all" @click=${on.showAll}>
              ${words.showAll(chosen.length)}
            </button>
          </li>`
        : nothing
    }
  </ul>`;
}

/** What was found, or why there is nothing. */
export function searchList(
  spec: SearchFieldSpec,
  now: { id: string; idOf: (index: number) => string; at: number; query: string },
  on: { pick: (choice: SearchChoice) => void; scroll: (event: Event) => void },
): TemplateResult {
  const { words, choices, status, multiple, hasMore } = spec;
  const chosen = new Set(spec.chosen.map(({ value }) => value));
  return html`<div class="search-list" @pointerdown=${keepFocus} @scroll=${on.scroll}>
    <div
      class="search-options"
      id=${now.id}
      role="listbox"
      aria-label=${words.label}
      aria-multiselectable=${multiple ? 'true' : nothing}
      aria-busy=${status === 'loading' ? 'true' : nothing}
    >
      ${choices.map((choice, index) => {
        const isChosen = chosen.has(choice.value);
        return html`<button
          type="button"
          tabindex="-1"
          class="search-option ${index === now.at ? 'current' : ''}"
          part="choice"
          role="option"
          id=${now.idOf(index)}
          aria-selected=${isChosen}
          @click=${() => on.pick(choice)}
        >
          ${choice.icon ?? nothing}<span class="search-label" dir="auto">${choice.label}</span>
          ${choice.description ? html`<span class="search-description" dir="auto">${choice.description}</span>` : nothing}
          <span class="search-check">${isChosen ? checkIcon() : nothing}</span>
        </button>`;
      })}
    </div>
    ${
      status === 'error'
        ? html`<p class="search-note" role="alert">
            <span class="danger-text">${words.failed}</span>
            <button type="button" class="button" @click=${spec.onRetry}>${words.retry}</button>
          </p>`
        : status === 'loading' && choices.length === 0
          ? html`<div class="search-waiting" role="status" aria-label=${words.searching}>
              ${[0, 1, 2].map(() => html`<span class="search-skeleton"><span class="skeleton dot"></span><span class="skeleton line"></span></span>`)}
            </div>`
          : choices.length === 0
            ? html`<p class="search-note">${words.none(now.query)}</p>`
            : hasMore
              ? html`<button type="button" class="button quiet search-more" @click=${spec.onMore}>
                  ${words.more}
                </button>`
              : nothing
    }
    <span class="visually-hidden" role="status"
      >${now.query === '' || status !== 'ready' ? '' : words.found(choices.length)}</span
    >
  </div>`;
}

/** A press on the list leaves focus in the field. */
function keepFocus(event: Event): void {
  if (!(event.target as Element).closest('button:not([role])')) event.preventDefault();
}
