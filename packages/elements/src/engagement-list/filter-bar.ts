// What the list is filtered and ordered by: a search field, the chips, one press back to all. In narrow containers the chips
// wait behind "Filters". The number of results is said once it has settled after a change.
import type { EngagementFilter, EngagementSort } from '@followthrough/core/schema';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { announce } from '../announce.ts';
import type { DateWords } from '../dates/date-label.ts';
import { filterIcon, searchIcon, sortIcon } from '../icons/icons.ts';
import { filterWords } from '../localize/late-filter.ts';
import { engagementListWords } from '../localize/late-engagement-list.ts';
import { Menu } from '../parts/menu.ts';
import type { PartHost, PartOptions } from '../parts/popover.ts';
import { TEXT_LIMITS } from '../parts/text-limits.ts';
import { FilterChips } from './filter-chips.ts';
import { type FilterSpec, SORTS } from './filter-words.ts';

/** What the bar shows and does. */
export interface FilterBarSpec extends FilterSpec {
  readonly sort: EngagementSort;
  /** How many the filter gives; null while that is not known. */
  readonly count: number | null;
  readonly onSort: (sort: EngagementSort) => void;
}

const ANNOUNCE_PAUSE = 500;

export class FilterBar implements ReactiveController {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  readonly #chips: FilterChips;
  readonly #menu: Menu;
  #spec: FilterBarSpec | null = null;
  #expanded = false;
  /** A change whose number of results is still to be said. */
  #unsaid = false;
  #sayTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PartHost, options: PartOptions) {
    this.#host = host;
    this.#localize = options.localize;
    this.#chips = new FilterChips(host, options);
    this.#menu = new Menu(host, options);
    host.addController(this);
  }

  /** Puts the focus into the search field; gives whether there is one. */
  focus(): boolean {
    const field = this.#host.renderRoot.querySelector<HTMLInputElement>('.filter-query');
    field?.focus();
    return field !== null;
  }

  hostUpdated(): void {
    const { count = null } = this.#spec ?? {};
    if (!this.#unsaid || count === null) return;
    clearTimeout(this.#sayTimer);
    this.#sayTimer = setTimeout(() => {
      this.#unsaid = false;
      announce(engagementListWords(this.#localize.messages).count(count));
    }, ANNOUNCE_PAUSE);
  }

  hostDisconnected(): void {
    clearTimeout(this.#sayTimer);
  }

  render(given: FilterBarSpec): TemplateResult {
    const spec = { ...given, onFilter: (filter: EngagementFilter) => this.#filter(filter) };
    this.#spec = given;
    const { messages } = this.#localize;
    const filter = filterWords(messages);
    const words = engagementListWords(messages);
    const chosen = this.#chips.chosen(spec);
    return html`<div class="filter-bar" part="filter-bar" role="search" aria-label=${words.filterLabel}>
        <label class="filter-search">
          ${searchIcon()}
          <input
            class="filter-query"
            part="input"
            type="search"
            aria-label=${words.search}
            placeholder=${filter.searchPlaceholder}
            maxlength=${TEXT_LIMITS.query}
            autocomplete="off"
            .value=${spec.filter.query ?? ''}
            @input=${(event: InputEvent) => this.#search((event.currentTarget as HTMLInputElement).value)}
            @keydown=${this.#onQueryKey}
          />
        </label>
        <button
          type="button"
          class="button quiet filter-toggle"
          aria-expanded=${this.#expanded}
          aria-controls="filter-chips"
          @click=${this.#toggle}
        >
          ${filterIcon()}${filter.filters(chosen)}
        </button>
        <div
          class="filter-chips ${this.#expanded ? 'expanded' : ''}"
          id="filter-chips"
          role="group"
          aria-label=${filter.filters(0)}
        >
          ${this.#chips.render(spec)}
          ${
            chosen > 0 || spec.filter.query !== undefined
              ? html`<button type="button" class="button link filter-clear" @click=${this.#clear}>
                  ${filter.clear}
                </button>`
              : nothing
          }
        </div>
        <div class="filter-end">
          ${spec.count === null ? nothing : html`<span class="meta filter-count">${words.count(spec.count)}</span>`}
          <button
            type="button"
            class="icon-button"
            aria-haspopup="menu"
            aria-expanded="false"
            aria-label=${filter.chip(words.sort, words[SORTS[spec.sort]])}
            title=${filter.chip(words.sort, words[SORTS[spec.sort]])}
            @click=${this.#openSort}
          >
            ${sortIcon()}
          </button>
        </div>
      </div>
      ${this.#chips.floating()} ${this.#menu.render()}`;
  }

  #filter(filter: EngagementFilter): void {
    this.#unsaid = true;
    this.#spec?.onFilter(filter);
    this.#host.requestUpdate();
  }

  /** The store waits while one types. */
  #search(text: string): void {
    const spec = this.#spec;
    if (!spec) return;
    const { query: _, ...others } = spec.filter;
    this.#filter(text.trim() === '' ? others : { ...others, query: text });
  }

  readonly #onQueryKey = (event: KeyboardEvent): void => {
    const field = event.currentTarget as HTMLInputElement;
    if (event.isComposing || event.key !== 'Escape' || field.value === '') return;
    event.preventDefault();
    event.stopPropagation();
    field.value = '';
    this.#search('');
  };

  readonly #toggle = (): void => {
    this.#expanded = !this.#expanded;
    this.#host.requestUpdate();
  };

  readonly #clear = (event: Event): void => {
    const first = (event.currentTarget as HTMLElement).parentElement?.querySelector<HTMLElement>('.filter-value');
    this.#filter({});
    first?.focus();
  };

  readonly #openSort = (event: Event): void => {
    const words = engagementListWords(this.#localize.messages);
    this.#menu.open(event.currentTarget as HTMLElement, {
      label: words.sort,
      items: () =>
        (Object.entries(SORTS) as [EngagementSort, (typeof SORTS)[EngagementSort]][]).map(([sort, word]) => ({
          label: words[word],
          kind: 'radio',
          checked: sort === this.#spec?.sort,
          onPick: () => this.#spec?.onSort(sort),
        })),
    });
  };
}
