// What a list is filtered, ordered and grouped by: a chip for each facet, with one press back to all. The number of
// results is said once it has settled after a change.
import { type Day, parseDay } from '@followthrough/core/domain';
import type { ActionFilter, ActionSort, ActionStatus, Id, Person } from '@followthrough/core/schema';
import type { Grouping } from '@followthrough/core/stores';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { announce } from '../announce.ts';
import { type DateWords, dayText } from '../dates/date-label.ts';
import { chevronDownIcon, closeIcon, filterIcon, groupIcon, searchIcon, sortIcon } from '../icons/icons.ts';
import { avatar } from './avatar.ts';
import { facetsOf, type FilterFacet, SPANS, spanFilter, spanOf, STATUSES, withoutFacet } from './filter-facets.ts';
import { Menu, type MenuItem } from './menu.ts';
import type { Pickers } from './pickers.ts';
import type { PartHost, PartOptions } from './popover.ts';
import { statusIcon } from './status-icon.ts';

export { filterBarStyles } from './filter-bar-styles.ts';

export interface FilterBarSpec {
  filter: ActionFilter;
  sort: ActionSort;
  grouping: Grouping;
  /** How many rows the filter gives; null while that is not known. */
  count: number | null;
  me: Id | null;
  people: readonly Person[];
  /** Relationships to filter by, with the name each is shown by; null where the list has one place: no Where chip. */
  relationships: readonly { id: Id; label: string; description?: string | undefined }[] | null;
  today: Day;
  weekStart?: number | undefined;
  onFilter: (filter: ActionFilter) => void;
  onSort: (sort: ActionSort) => void;
  onGrouping: (grouping: Grouping) => void;
}

const QUERY_PAUSE = 200;
const ANNOUNCE_PAUSE = 500;
const ALL = ':all';
const SORTS = {
  due: 'sortDue',
  '-due': 'sortDueLast',
  '-created': 'sortCreatedLast',
  created: 'sortCreated',
  '-updated': 'sortUpdatedLast',
  updated: 'sortUpdated',
  title: 'sortTitle',
  '-title': 'sortTitleLast',
} as const satisfies Record<ActionSort, string>;
const GROUPINGS = {
  none: 'groupNone',
  due: 'groupDue',
  status: 'groupStatus',
  assignee: 'groupAssignee',
  context: 'groupContext',
} as const satisfies Record<Grouping, string>;

export class FilterBar implements ReactiveController {
  readonly #host: PartHost;
  readonly #localize: DateWords;
  readonly #pickers: Pickers;
  readonly #menu: Menu;
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
    this.#pickers = options.pickers;
    this.#menu = new Menu(host, options);
    host.addController(this);
  }

  /** Puts focus into the search field. */
  focus(): void {
    this.#host.renderRoot.querySelector<HTMLInputElement>('.filter-query')?.focus();
  }

  hostUpdated(): void {
    if (!this.#unsaid || this.#spec?.count == null) return;
    clearTimeout(this.#sayTimer);
    this.#sayTimer = setTimeout(() => {
      this.#unsaid = false;
      const count = this.#spec?.count;
      if (count != null) announce(this.#localize.messages.filter.count(count));
    }, ANNOUNCE_PAUSE);
  }

  hostDisconnected(): void {
    clearTimeout(this.#queryTimer);
    clearTimeout(this.#sayTimer);
  }

  /** The bar, and the menu it has open: nothing else of it is to be rendered. */
  render(spec: FilterBarSpec): TemplateResult {
    this.#spec = spec;
    const { filter } = this.#localize.messages;
    const facets = facetsOf(spec.filter);
    const chips = facets.filter((facet) => facet !== 'query').length;
    return html`<div class="filter-bar" part="filter-bar" role="search" aria-label=${filter.label}>
        <label class="filter-search">
          ${searchIcon()}
          <input
            class="filter-query"
            part="input"
            type="search"
            aria-label=${filter.search}
            placeholder=${filter.searchPlaceholder}
            maxlength="200"
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
        <div class="filter-chips ${this.#expanded ? 'expanded' : ''}" id="filter-chips" role="group" aria-label=${filter.filters(0)}>
          ${this.#chip('status', this.#statusText(spec.filter.status), this.#openStatus, 'menu')}
          ${this.#chip('assignee', this.#assigneeText(spec), this.#openAssignee, 'dialog')}
          ${spec.relationships === null ? nothing : this.#chip('where', this.#whereText(spec), this.#openWhere, 'dialog')}
          ${this.#chip('due', this.#dueText(spec), this.#openDue, 'menu')}
          ${facets.length > 0
            ? html`<button type="button" class="button link filter-clear" @click=${this.#clear}>${filter.clear}</button>`
            : nothing}
        </div>
        <div class="filter-end">
          ${spec.count === null ? nothing : html`<span class="meta filter-count">${filter.count(spec.count)}</span>`}
          ${this.#orderButton(groupIcon(), filter.group, filter[GROUPINGS[spec.grouping]], this.#openGrouping)}
          ${this.#orderButton(sortIcon(), filter.sort, filter[SORTS[spec.sort]], this.#openSort)}
        </div>
      </div>
      ${this.#menu.render()}`;
  }

  // ── parts ─────────────────────────────────────────────────────────────────────────────────────

  #chip(
    facet: Exclude<FilterFacet, 'query'>,
    value: string | null,
    open: (event: Event) => void,
    opens: 'menu' | 'dialog',
  ): TemplateResult {
    const { filter } = this.#localize.messages;
    const name = filter[facet];
    return html`<span class="filter-chip ${value === null ? '' : 'on'}" part="chip">
      <button
        type="button"
        class="filter-value"
        aria-haspopup=${opens}
        aria-expanded="false"
        aria-label=${filter.chip(name, value ?? filter.all)}
        @click=${open}
        @keydown=${(event: KeyboardEvent) => this.#onChipKey(event, facet)}
      >
        <span class="filter-name">${name}</span>
        ${value === null ? nothing : html`<span class="ellipsis">${value}</span>`} ${chevronDownIcon()}
      </button>
      ${value === null
        ? nothing
        : html`<button
            type="button"
            class="filter-remove"
            part="chip-remove"
            aria-label=${filter.remove(name)}
            @click=${(event: Event) => this.#remove(event, facet)}
          >
            ${closeIcon()}
          </button>`}
    </span>`;
  }

  #orderButton(icon: TemplateResult, label: string, value: string, open: (event: Event) => void): TemplateResult {
    const name = this.#localize.messages.filter.chip(label, value);
    return html`<button
      type="button"
      class="icon-button"
      aria-haspopup="menu"
      aria-expanded="false"
      aria-label=${name}
      title=${name}
      @click=${open}
    >
      ${icon}
    </button>`;
  }

  #statusText(status: ActionFilter['status']): string | null {
    if (!status) return null;
    const { messages, dates } = this.#localize;
    const words = STATUSES.filter((one) => status.includes(one)).map((one) => messages.status[one]);
    return new Intl.ListFormat(dates.locale, { style: 'short', type: 'unit' }).format(words);
  }

  #assigneeText({ filter: { assignee }, me, people }: FilterBarSpec): string | null {
    const { context } = this.#localize.messages;
    if (assignee === undefined) return null;
    if (assignee === 'me' || assignee === me) return context.me;
    return people.find(({ id }) => id === assignee)?.name ?? context.unknownPerson;
  }

  #whereText({ filter: { context }, relationships }: FilterBarSpec): string | null {
    const { messages } = this.#localize;
    if (context === undefined) return null;
    if (context === 'personal') return messages.context.personal;
    const [, id] = context.split(':', 2);
    return relationships?.find((one) => one.id === id)?.label ?? messages.filter.groupContext;
  }

  #dueText(spec: FilterBarSpec): string | null {
    const { filter } = this.#localize.messages;
    const span = spanOf(spec.filter, spec.today, this.#weekStart);
    if (span === 'any') return null;
    if (span !== 'dates') return filter[span];
    const { dueFrom, dueTo } = spec.filter;
    const text = (date: string) => dayText(parseDay(date), spec.today, this.#localize);
    if (dueFrom !== undefined && dueTo !== undefined) return filter.span(text(dueFrom), text(dueTo));
    return dueFrom !== undefined ? filter.since(text(dueFrom)) : dueTo !== undefined ? filter.until(text(dueTo)) : filter.overdue;
  }

  // ── menus ─────────────────────────────────────────────────────────────────────────────────────

  readonly #openStatus = (event: Event): void => {
    const { messages } = this.#localize;
    this.#menu.open(event.currentTarget as HTMLElement, {
      label: messages.filter.status,
      items: () => {
        const status = this.#spec?.filter.status;
        return [
          ...STATUSES.map(
            (one): MenuItem => ({
              label: messages.status[one],
              icon: statusIcon(one),
              kind: 'checkbox',
              checked: status?.includes(one) ?? false,
              onPick: () => this.#toggleStatus(one),
            }),
          ),
          {
            label: messages.filter.all,
            kind: 'radio',
            checked: status === undefined,
            separated: true,
            onPick: () => this.#change('status', {}),
          },
        ];
      },
    });
  };

  #toggleStatus(one: ActionStatus): void {
    const chosen = new Set(this.#spec?.filter.status);
    if (!chosen.delete(one)) chosen.add(one);
    // None chosen is no filter, not an empty list.
    const status = STATUSES.filter((each) => chosen.has(each));
    this.#change('status', status.length === 0 ? {} : { status });
  }

  readonly #openAssignee = (event: Event): void => {
    const { filter, context } = this.#localize.messages;
    const { people = [], me = null, filter: { assignee } = {} } = this.#spec ?? {};
    void this.#pickers.choice(event.currentTarget as HTMLElement, {
      label: filter.assignee,
      choices: [
        { value: 'me', label: context.me },
        { value: ALL, label: filter.anyone },
        ...people.filter(({ id }) => id !== me).map((person) => ({ value: person.id, label: person.name, icon: avatar(person) })),
      ],
      selected: assignee === undefined ? ALL : assignee === me ? 'me' : assignee,
      onPick: (value) => this.#change('assignee', value === ALL ? {} : { assignee: value }),
    });
  };

  readonly #openWhere = (event: Event): void => {
    const { filter, context } = this.#localize.messages;
    const spec = this.#spec;
    void this.#pickers.choice(event.currentTarget as HTMLElement, {
      label: filter.where,
      choices: [
        { value: ALL, label: filter.all },
        { value: 'personal', label: context.personal },
        ...(spec?.relationships ?? []).map(({ id, ...shown }) => ({ value: `relationship:${id}`, ...shown })),
      ],
      selected: spec?.filter.context ?? ALL,
      onPick: (value) => this.#change('where', value === ALL ? {} : { context: value }),
    });
  };

  readonly #openDue = (event: Event): void => {
    const { filter } = this.#localize.messages;
    const anchor = event.currentTarget as HTMLElement;
    const spec = this.#spec;
    if (!spec) return;
    const current = spanOf(spec.filter, spec.today, this.#weekStart);
    this.#menu.open(anchor, {
      label: filter.due,
      items: () => [
        ...SPANS.map((span): MenuItem => ({
          label: filter[span],
          kind: 'radio',
          checked: span === current,
          onPick: () => this.#change('due', spanFilter(span, spec.today, this.#weekStart)),
        })),
        {
          label: filter.dates,
          kind: 'radio',
          checked: current === 'dates',
          separated: true,
          onPick: () =>
            void this.#pickers.dates(anchor, {
              from: spec.filter.dueFrom,
              to: spec.filter.dueTo,
              onPick: (dueFrom, dueTo) =>
                this.#change('due', { ...(dueFrom ? { dueFrom } : {}), ...(dueTo ? { dueTo } : {}) }),
            }),
        },
      ],
    });
  };

  readonly #openGrouping = (event: Event): void => {
    const { filter } = this.#localize.messages;
    const all = Object.entries(GROUPINGS) as [Grouping, (typeof GROUPINGS)[Grouping]][];
    const offered = all.filter(([grouping]) => grouping !== 'context' || this.#spec?.relationships !== null);
    this.#openOrder(event, filter.group, offered, this.#spec?.grouping, (grouping) => this.#spec?.onGrouping(grouping));
  };

  readonly #openSort = (event: Event): void => {
    const { filter } = this.#localize.messages;
    const all = Object.entries(SORTS) as [ActionSort, (typeof SORTS)[ActionSort]][];
    this.#openOrder(event, filter.sort, all, this.#spec?.sort, (sort) => this.#spec?.onSort(sort));
  };

  #openOrder<T extends string>(
    event: Event,
    label: string,
    all: readonly [T, (typeof SORTS)[ActionSort] | (typeof GROUPINGS)[Grouping]][],
    current: T | undefined,
    onPick: (value: T) => void,
  ): void {
    const { filter } = this.#localize.messages;
    this.#menu.open(event.currentTarget as HTMLElement, {
      label,
      items: () =>
        all.map(([value, key]) => ({
          label: filter[key],
          kind: 'radio',
          checked: value === current,
          onPick: () => onPick(value),
        })),
    });
  }

  // ── changes ───────────────────────────────────────────────────────────────────────────────────

  get #weekStart(): number {
    return this.#spec?.weekStart ?? this.#localize.dates.weekStart;
  }

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
