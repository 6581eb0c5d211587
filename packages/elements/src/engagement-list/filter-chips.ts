// A chip for each facet of a filter of engagements, with what it opens: a menu of few, people and groups to find by typing,
// a span of dates. Used above the list, and in the dialog that exports.
import type { EngagementFilter } from '@followthrough/core/schema';
import { html, nothing, type TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { closeIcon } from '../icons/icons.ts';
import { chevronDownIcon } from '../icons/shown-icons.ts';
import { filterWords } from '../localize/late-filter.ts';
import { engagementListWords } from '../localize/late-engagement-list.ts';
import { avatar } from '../parts/avatar.ts';
import { Menu, type MenuItem } from '../parts/menu.ts';
import { Pickers } from '../parts/pickers.ts';
import type { PartHost, PartOptions } from '../parts/popover.ts';
import {
  type Facet,
  facetName,
  facetsOf,
  facetText,
  type FilterSpec,
  spanFilter,
  spanOf,
  withoutFacet,
} from './filter-words.ts';
import { contextWords } from '../localize/late-acts.ts';

/** The value of the choice that filters by nothing; no id has a colon. */
const ALL = ':all';

export class FilterChips {
  readonly #localize: DateWords;
  readonly #menu: Menu;
  readonly #pickers: Pickers;
  #spec: FilterSpec | null = null;

  constructor(host: PartHost, options: PartOptions) {
    this.#localize = options.localize;
    this.#menu = new Menu(host, options);
    this.#pickers = new Pickers(host, options);
  }

  /** How many facets are chosen. */
  chosen(spec: FilterSpec): number {
    return facetsOf(spec).filter((facet) => facetText(facet, spec, this.#localize) !== null).length;
  }

  /** The chips. */
  render(spec: FilterSpec): TemplateResult {
    this.#spec = spec;
    return html`${facetsOf(spec).map((facet) => this.#chip(facet, spec))}`;
  }

  /** What a chip has open. */
  floating(): TemplateResult {
    return html`${this.#menu.render()} ${this.#pickers.render()}`;
  }

  #chip(facet: Facet, spec: FilterSpec): TemplateResult {
    const filter = filterWords(this.#localize.messages);
    const name = facetName(facet, this.#localize);
    const value = facetText(facet, spec, this.#localize);
    const opens = facet === 'status' || facet === 'shared' || facet === 'dates' ? 'menu' : 'dialog';
    return html`<span class="filter-chip ${value === null ? '' : 'on'}" part="chip">
      <button
        type="button"
        class="filter-value"
        aria-haspopup=${opens}
        aria-expanded="false"
        aria-label=${filter.chip(name, value ?? filter.all)}
        @click=${(event: Event) => this.#open(facet, event.currentTarget as HTMLElement)}
        @keydown=${(event: KeyboardEvent) => this.#onKey(event, facet)}
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

  #change(facet: Facet, value: EngagementFilter): void {
    const spec = this.#spec;
    spec?.onFilter({ ...withoutFacet(spec.filter, facet), ...value });
  }

  /** Focus stays with the chip whose × is gone. */
  #remove(event: Event, facet: Facet): void {
    const chip = (event.currentTarget as HTMLElement).previousElementSibling as HTMLElement | null;
    this.#change(facet, {});
    chip?.focus();
  }

  #onKey(event: KeyboardEvent, facet: Facet): void {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    this.#change(facet, {});
  }

  #open(facet: Facet, anchor: HTMLElement): void {
    const spec = this.#spec;
    if (!spec) return;
    const label = facetName(facet, this.#localize);
    switch (facet) {
      case 'status':
        this.#menu.open(anchor, { label, items: () => this.#statuses() });
        break;
      case 'shared':
        this.#menu.open(anchor, { label, items: () => this.#sharing() });
        break;
      case 'coach':
      case 'coachee':
        this.#person(facet, anchor, spec);
        break;
      case 'group':
        this.#group(anchor, spec);
        break;
      case 'dates':
        this.#menu.open(anchor, { label, items: () => this.#spans(anchor, spec) });
    }
  }

  #radio(label: string, checked: boolean, facet: Facet, value: EngagementFilter): MenuItem {
    return { label, kind: 'radio', checked, onPick: () => this.#change(facet, value) };
  }

  #statuses(): MenuItem[] {
    const words = engagementListWords(this.#localize.messages);
    const status = this.#spec?.filter.status;
    return [
      this.#radio(filterWords(this.#localize.messages).all, status === undefined, 'status', {}),
      this.#radio(words.draft, status === 'draft', 'status', { status: 'draft' }),
      this.#radio(words.active, status === 'active', 'status', { status: 'active' }),
    ];
  }

  #sharing(): MenuItem[] {
    const words = engagementListWords(this.#localize.messages);
    const shared = this.#spec?.filter.shared;
    return [
      this.#radio(filterWords(this.#localize.messages).all, shared === undefined, 'shared', {}),
      this.#radio(words.yes, shared === true, 'shared', { shared: true }),
      this.#radio(words.no, shared === false, 'shared', { shared: false }),
    ];
  }

  #spans(anchor: HTMLElement, spec: FilterSpec): MenuItem[] {
    const words = engagementListWords(this.#localize.messages);
    const { filter, today } = this.#spec ?? spec;
    const current = spanOf(filter, today);
    return [
      ...(['anyDates', 'running', 'nextMonth'] as const).map((span) =>
        this.#radio(words[span], span === current, 'dates', spanFilter(span, today)),
      ),
      {
        label: words.chooseDates,
        kind: 'radio',
        checked: current === 'chooseDates',
        separated: true,
        onPick: () => this.#dates(anchor, spec),
      },
    ];
  }

  #dates(anchor: HTMLElement, { filter: { from, to }, today, weekStart }: FilterSpec): void {
    void this.#pickers.dates(anchor, {
      from,
      to,
      today,
      weekStart,
      onPick: (first, last) =>
        this.#change('dates', {
          ...(first !== undefined && { from: first }),
          ...(last !== undefined && { to: last }),
        }),
    });
  }

  #person(facet: 'coach' | 'coachee', anchor: HTMLElement, { people, me, filter }: FilterSpec): void {
    const { messages } = this.#localize;
    const chosen = filter[facet];
    const others = [...people.values()].filter(({ id }) => id !== me);
    void this.#pickers.choice(anchor, {
      label: facetName(facet, this.#localize),
      choices: [
        { value: ALL, label: filterWords(messages).anyone },
        { value: 'me', label: contextWords(messages).me },
        ...others.map((person) => ({ value: person.id, label: person.name, icon: avatar(person) })),
      ],
      selected: chosen === undefined ? ALL : chosen === me ? 'me' : chosen,
      onPick: (value) => this.#change(facet, value === ALL ? {} : { [facet]: value }),
    });
  }

  #group(anchor: HTMLElement, { groups, filter: { group } }: FilterSpec): void {
    void this.#pickers.choice(anchor, {
      label: facetName('group', this.#localize),
      choices: [
        { value: ALL, label: engagementListWords(this.#localize.messages).anyGroup },
        ...[...groups.values()].map(({ id, name }) => ({ value: id, label: name })),
      ],
      selected: group ?? ALL,
      onPick: (value) => this.#change('group', value === ALL ? {} : { group: value }),
    });
  }
}
