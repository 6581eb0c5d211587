// What a list is filtered, ordered and grouped by: a chip for each facet, with one press back to all. The number of
// results is said once it has settled after a change.
import type { ActionFilter } from '@followthrough/core/schema';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { announce } from '../announce.ts';
import type { DateWords } from '../dates/date-label.ts';
import { closeIcon, filterIcon, groupIcon, moreIcon, searchIcon, sortIcon } from '../icons/icons.ts';
import { chevronDownIcon } from '../icons/shown-icons.ts';
import { filterWords } from '../localize/late-filter.ts';
import { facetsOf, type FilterFacet, withoutFacet } from './filter-facets.ts';
import type { FilterMenus } from './filter-menus.ts';
import { type ChipFacet, facetText, type FilterBarSpec, groupingText, SORTS } from './filter-words.ts';
import type { Pickers } from './pickers.ts';
import type { PartHost, PartOptions } from './popover.ts';
import { TEXT_LIMITS } from './text-limits.ts';

export { filterBarStyles } from './filter-bar-styles.ts';
export type { FilterBarSpec } from './filter-words.ts';

const QUERY_PAUSE = 200;
const ANNOUNCE_PAUSE = 500;

export class FilterBar implements ReactiveController {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  readonly #options: PartOptions & { pickers: Pickers };
  /** What the chips open: it comes when first opened. */
  #menus: FilterMenus | null = null;
  #spec: FilterBarSpec | null = null;
  /** In narrow containers: whether the chips are shown. */
  #expanded = false;
  /** A change whose number of results is still to be said. */
  #unsaid = false;
  #queryTimer: ReturnType<typeof setTimeout> | undefined;
  #sayTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PartHost, options: PartOptions & { pickers: Pickers }) {
    this.#host = host;
    this.#localize = options.localize;
    this.#options = options;
    host.addController(this);
  }

  /** Says the number of results once it has settled: what is shown was changed from elsewhere. */
  sayCount(): void {
    this.#unsaid = true;
  }

  /** Puts focus into the search field. */
  focus(): void {
    this.#host.renderRoot.querySelector<HTMLInputElement>('.filter-query')?.focus();
  }

  /** Opens what the list is grouped by. */
  openGrouping(): void {
    this.#host.renderRoot.querySelector<HTMLElement>('.filter-end [data-opens="groups"]')?.click();
  }

  hostUpdated(): void {
    if (!this.#unsaid || typeof this.#spec?.count !== 'number') return;
    clearTimeout(this.#sayTimer);
    this.#sayTimer = setTimeout(() => {
      this.#unsaid = false;
      const count = this.#spec?.count;
      if (typeof count === 'number') announce(filterWords(this.#localize.messages).count(count));
    }, ANNOUNCE_PAUSE);
  }

  hostDisconnected(): void {
    clearTimeout(this.#queryTimer);
    clearTimeout(this.#sayTimer);
  }

  /** The bar, and the menu it has open: nothing else of it is to be rendered. */
  render(spec: FilterBarSpec): TemplateResult {
    this.#spec = spec;
    const filter = filterWords(this.#localize.messages);
    const facets = facetsOf(spec.filter);
    const chips = facets.filter((facet) => facet !== 'query' && facet !== 'side').length;
    return html`<div class="filter-bar" part="filter-bar" role="search" aria-label=${filter.label}>
        <label class="filter-search">
          ${searchIcon()}
          <input
            class="filter-query"
            part="input"
            type="search"
            aria-label=${filter.search}
            placeholder=${filter.searchPlaceholder}
            maxlength=${TEXT_LIMITS.query}
            autocomplete="off"
            .value=${spec.filter.query ?? ''}
            @input=${this.#onQuery}
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
          ${filterIcon()}${filter.filters(chips)}
        </button>
        ${spec.views}
        <div
          class="filter-chips ${this.#expanded ? 'expanded' : ''}"
          id="filter-chips"
          role="group"
          aria-label=${filter.filters(0)}
        >
          ${this.#chip('status', spec, 'menu')} ${this.#chip('assignee', spec, 'dialog')}
          ${spec.relationships === null ? nothing : this.#chip('where', spec, 'dialog')}
          ${this.#chip('due', spec, 'menu')}
          ${
            facets.length > 0
              ? html`<button type="button" class="button link filter-clear" @click=${this.#clear}>
                  ${filter.clear}
                </button>`
              : nothing
          }
        </div>
        <div class="filter-end">
          ${spec.count === null ? nothing : html`<span class="meta filter-count">${filter.count(spec.count)}</span>`}
          ${this.#menuButton(
            groupIcon(),
            filter.chip(filter.group, groupingText(spec.grouping, spec, this.#localize)),
            (event) => this.#open(event, (menus, anchor) => menus.openGrouping(anchor)),
            'groups',
          )}
          ${this.#menuButton(sortIcon(), filter.chip(filter.sort, filter[SORTS[spec.sort]]), (event) =>
            this.#open(event, (menus, anchor) => menus.openSort(anchor)),
          )}
          ${
            spec.onMore
              ? this.#menuButton(moreIcon(), this.#localize.messages.list.column.more, (event) =>
                  spec.onMore?.(event.currentTarget as HTMLElement),
                )
              : nothing
          }
        </div>
      </div>
      ${this.#menus?.render() ?? nothing}`;
  }

  // ── parts ─────────────────────────────────────────────────────────────────────────────────────

  #chip(facet: ChipFacet, spec: FilterBarSpec, opens: 'menu' | 'dialog'): TemplateResult {
    const filter = filterWords(this.#localize.messages);
    const name = facet === 'where' && spec.ofRooms ? filter.groupRoom : filter[facet];
    const value = facetText(facet, spec, this.#localize);
    return html`<span class="filter-chip ${value === null ? '' : 'on'}" part="chip">
      <button
        type="button"
        class="filter-value"
        aria-haspopup=${opens}
        aria-expanded="false"
        aria-label=${filter.chip(name, value ?? filter.all)}
        @click=${(event: Event) => this.#open(event, (menus, anchor) => menus.open(facet, anchor))}
        @keydown=${(event: KeyboardEvent) => this.#onChipKey(event, facet)}
      >
        <span class="filter-words" dir="auto"
          ><span class="filter-name">${name}</span>
          ${value === null ? nothing : html`<span class="ellipsis">${value}</span>`}</span
        >
        ${chevronDownIcon()}
      </button>
      ${
        value === null
          ? nothing
          : html`<button
              type="button"
              class="filter-remove"
              part="chip-remove"
              aria-label=${filter.remove(name)}
              @click=${(event: Event) => this.#remove(event, facet)}
            >
              ${closeIcon()}
            </button>`
      }
    </span>`;
  }

  #menuButton(
    icon: TemplateResult,
    name: string,
    open: (event: Event) => void,
    opens: 'groups' | typeof nothing = nothing,
  ): TemplateResult {
    return html`<button
      type="button"
      class="icon-button"
      data-opens=${opens}
      aria-haspopup="menu"
      aria-expanded="false"
      aria-label=${name}
      title=${name}
      @click=${open}
    >
      ${icon}
    </button>`;
  }

  #open(event: Event, how: (menus: FilterMenus, anchor: HTMLElement) => void): void {
    // The event names its target only while it is on its way.
    const anchor = event.currentTarget as HTMLElement;
    void this.#load().then((menus) => how(menus, anchor));
  }

  async #load(): Promise<FilterMenus> {
    const { FilterMenus } = await import('./filter-menus.ts');
    return (this.#menus ??= new FilterMenus(this.#host, this.#options, {
      spec: () => this.#spec,
      change: (facet, value) => this.#change(facet, value),
    }));
  }

  // ── changes ───────────────────────────────────────────────────────────────────────────────────

  /** Replaces one facet of the filter. */
  #change(facet: FilterFacet, value: ActionFilter): void {
    const spec = this.#spec;
    if (!spec) return;
    this.#unsaid = true;
    spec.onFilter({ ...withoutFacet(spec.filter, facet), ...value });
    this.#host.requestUpdate();
  }

  /** Focus stays with the chip whose × is gone. */
  #remove(event: Event, facet: FilterFacet): void {
    const chip = (event.currentTarget as HTMLElement).previousElementSibling as HTMLElement | null;
    this.#change(facet, {});
    chip?.focus();
  }

  readonly #clear = (event: Event): void => {
    const first = (event.currentTarget as HTMLElement).parentElement?.querySelector<HTMLElement>('.filter-value');
    this.#unsaid = true;
    clearTimeout(this.#queryTimer);
    this.#spec?.onFilter(clearedOf(this.#spec.filter));
    this.#host.requestUpdate();
    first?.focus();
  };

  readonly #toggle = (): void => {
    this.#expanded = !this.#expanded;
    this.#host.requestUpdate();
  };

  #onChipKey(event: KeyboardEvent, facet: FilterFacet): void {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    this.#change(facet, {});
  }

  readonly #onQuery = (event: InputEvent): void => {
    const query = (event.currentTarget as HTMLInputElement).value;
    clearTimeout(this.#queryTimer);
    this.#queryTimer = setTimeout(() => this.#search(query), QUERY_PAUSE);
  };

  readonly #onQueryKey = (event: KeyboardEvent): void => {
    const field = event.currentTarget as HTMLInputElement;
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      clearTimeout(this.#queryTimer);
      this.#search(field.value);
    } else if (event.key === 'Escape' && field.value !== '') {
      event.preventDefault();
      event.stopPropagation();
      clearTimeout(this.#queryTimer);
      field.value = '';
      this.#search('');
    }
  };

  #search(query: string): void {
    if (query.trim() === (this.#spec?.filter.query ?? '')) return;
    this.#change('query', query.trim() === '' ? {} : { query: query.trim() });
  }
}

/** What stays of a filter that is cleared: what no chip shows, such as a tab's recent activity. */
function clearedOf(filter: ActionFilter): ActionFilter {
  return facetsOf(filter).reduce(withoutFacet, filter);
}
