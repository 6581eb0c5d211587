// What a filter's chips open: the statuses and the spans of due dates as menus, people and relationships to find by
// typing, the orders and the groupings.
import { NO_ASSIGNEE } from '@followthrough/core/domain';
import type { ActionFilter, ActionSort, ActionStatus } from '@followthrough/core/schema';
import type { Grouping } from '@followthrough/core/stores';
import type { nothing, TemplateResult } from 'lit';
import type { DateWords } from '../dates/date-label.ts';
import { filterWords } from '../localize/late-filter.ts';
import { avatar } from './avatar.ts';
import { SPANS, spanFilter, spanOf } from './filter-facets.ts';
import { type ChipFacet, type FilterBarSpec, GROUPINGS, groupingText, SORTS, statusesOf } from './filter-words.ts';
import { Menu, type MenuItem } from './menu.ts';
import type { Pickers } from './pickers.ts';
import type { PartHost, PartOptions } from './popover.ts';
import { statusIcon } from './status-icon.ts';
import { contextWords } from '../localize/late-acts.ts';

/** The value of the choice that filters by nothing; no id has a colon. */
const ALL = ':all';

/** What the menus read and do. */
export interface FilterMenusSetting {
  spec: () => FilterBarSpec | null;
  /** Replaces one facet of the filter. */
  change: (facet: ChipFacet, value: ActionFilter) => void;
}

export class FilterMenus {
  readonly #localize: DateWords;
  readonly #pickers: Pickers;
  readonly #menu: Menu;
  readonly #setting: FilterMenusSetting;

  constructor(host: PartHost, options: PartOptions & { pickers: Pickers }, setting: FilterMenusSetting) {
    this.#localize = options.localize;
    this.#pickers = options.pickers;
    this.#menu = new Menu(host, options);
    this.#setting = setting;
  }

  render(): TemplateResult | typeof nothing {
    return this.#menu.render();
  }

  /** Opens what a facet is chosen by. */
  open(facet: ChipFacet, anchor: HTMLElement): void {
    const spec = this.#setting.spec();
    if (!spec) return;
    switch (facet) {
      case 'status':
        this.#menu.open(anchor, { label: this.#words.status, items: () => this.#statuses() });
        return;
      case 'assignee':
        this.#assignee(anchor, spec);
        return;
      case 'where':
        this.#where(anchor, spec);
        return;
      case 'due':
        this.#menu.open(anchor, { label: this.#words.due, items: () => this.#spans(anchor, spec) });
    }
  }

  openSort(anchor: HTMLElement): void {
    const orders = Object.entries(SORTS) as [ActionSort, (typeof SORTS)[ActionSort]][];
    this.#openOrder(
      anchor,
      this.#words.sort,
      orders.map(([sort, word]) => [sort, this.#words[word]]),
      (spec) => spec.sort,
      (spec, sort) => spec.onSort(sort),
    );
  }

  openGrouping(anchor: HTMLElement): void {
    const spec = this.#setting.spec();
    if (!spec) return;
    const all = Object.keys(GROUPINGS) as Grouping[];
    // In a list of one place there is nothing to group by place.
    const offered = all.filter((grouping) => grouping !== 'context' || spec.relationships !== null);
    this.#openOrder(
      anchor,
      this.#words.group,
      offered.map((grouping) => [grouping, groupingText(grouping, spec, this.#localize)]),
      (spec) => spec.grouping,
      (spec, one) => spec.onGrouping(one),
    );
  }

  get #words() {
    return filterWords(this.#localize.messages);
  }

  #statuses(): MenuItem[] {
    const { messages } = this.#localize;
    const spec = this.#setting.spec();
    const status = spec?.filter.status;
    return [
      ...statusesOf(spec ?? {}).map((one): MenuItem => ({
        label: messages.status[one],
        icon: statusIcon(one),
        kind: 'checkbox',
        checked: status?.includes(one) ?? false,
        onPick: () => this.#toggle(one),
      })),
      {
        label: filterWords(messages).all,
        kind: 'radio',
        checked: status === undefined,
        separated: true,
        onPick: () => this.#setting.change('status', {}),
      },
    ];
  }

  #toggle(one: ActionStatus): void {
    const spec = this.#setting.spec();
    const chosen = new Set(spec?.filter.status);
    if (!chosen.delete(one)) chosen.add(one);
    const status = statusesOf(spec ?? {}).filter((each) => chosen.has(each));
    // None chosen is no filter, not an empty list.
    this.#setting.change('status', status.length === 0 ? {} : { status });
  }

  #assignee(anchor: HTMLElement, { people, me, rooms, filter: { assignee } }: FilterBarSpec): void {
    const others = people.filter(({ id }) => id !== me);
    void this.#pickers.choice(anchor, {
      label: this.#words.assignee,
      choices: [
        { value: 'me', label: contextWords(this.#localize.messages).me },
        { value: ALL, label: this.#words.anyone },
        // Only rooms have what is nobody's.
        ...(rooms && rooms.length > 0 ? [{ value: NO_ASSIGNEE, label: this.#words.nobody }] : []),
        ...others.map((person) => ({ value: person.id, label: person.name, icon: avatar(person) })),
      ],
      selected: assignee === undefined ? ALL : assignee === me ? 'me' : assignee,
      onPick: (value) => this.#setting.change('assignee', value === ALL ? {} : { assignee: value }),
    });
  }

  #where(
    anchor: HTMLElement,
    { relationships, rooms = [], engagements = [], ofRooms, filter: { context } }: FilterBarSpec,
  ): void {
    void this.#pickers.choice(anchor, {
      label: ofRooms ? this.#words.groupRoom : this.#words.where,
      choices: [
        { value: ALL, label: this.#words.all },
        ...(ofRooms ? [] : [{ value: 'personal', label: this.#localize.messages.context.personal }]),
        ...(relationships ?? []).map(({ id, ...shown }) => ({ value: `relationship:${id}`, ...shown })),
        ...rooms.map(({ id, label }) => ({ value: `room:${id}`, label })),
        ...engagements.map(({ id, label }) => ({ value: `engagement:${id}`, label })),
      ],
      selected: context ?? ALL,
      onPick: (value) => this.#setting.change('where', value === ALL ? {} : { context: value }),
    });
  }

  #spans(anchor: HTMLElement, spec: FilterBarSpec): MenuItem[] {
    const { filter, today, weekStart = this.#localize.dates.weekStart } = spec;
    const current = spanOf(filter, today, weekStart);
    const radio = { kind: 'radio' } as const;
    return [
      ...SPANS.map((span) => ({
        ...radio,
        label: this.#words[span],
        checked: span === current,
        onPick: () => this.#setting.change('due', spanFilter(span, today, weekStart)),
      })),
      {
        ...radio,
        label: this.#words.dates,
        checked: current === 'dates',
        separated: true,
        onPick: () => this.#dates(anchor, spec),
      },
    ];
  }

  #dates(anchor: HTMLElement, { filter: { dueFrom, dueTo }, today, weekStart }: FilterBarSpec): void {
    void this.#pickers.dates(anchor, {
      from: dueFrom,
      to: dueTo,
      today,
      weekStart,
      onPick: (from, to) =>
        this.#setting.change('due', {
          ...(from === undefined ? {} : { dueFrom: from }),
          ...(to === undefined ? {} : { dueTo: to }),
        }),
    });
  }

  #openOrder<T extends string>(
    anchor: HTMLElement,
    label: string,
    orders: readonly [T, string][],
    current: (spec: FilterBarSpec) => T,
    pick: (spec: FilterBarSpec, value: T) => void,
  ): void {
    const spec = this.#setting.spec();
    if (!spec) return;
    this.#menu.open(anchor, {
      label,
      items: () =>
        orders.map(([value, label]) => ({
          label,
          kind: 'radio',
          checked: value === current(spec),
          onPick: () => pick(spec, value),
        })),
    });
  }
}
