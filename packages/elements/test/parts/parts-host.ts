// A small element that holds the parts as a real one does: one root, one language, pickers shared and rendered once.
import { formatDay, parseDay } from '@followthrough/core/domain';
import type { Action, ActionDraft, ActionFilter, ActionSort, Person } from '@followthrough/core/schema';
import type { Grouping } from '@followthrough/core/stores';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { LocalizeController } from '../../src/localize/localize-controller.ts';
import { avatarStyles } from '../../src/parts/avatar.ts';
import { DetailsDialog } from '../../src/parts/details-dialog.ts';
import { FilterBar, type FilterBarSpec, filterBarStyles } from '../../src/parts/filter-bar.ts';
import { Menu } from '../../src/parts/menu.ts';
import { Pickers } from '../../src/parts/pickers.ts';
import { QuickAdd, type QuickAddContext, type QuickAddSpec, quickAddStyles } from '../../src/parts/quick-add.ts';
import { RescheduleMenu } from '../../src/parts/reschedule-menu.ts';
import { statusStyles } from '../../src/parts/status-icon.ts';
import { StatusMenu } from '../../src/parts/status-menu.ts';
import { controls } from '../../src/styles/controls.ts';
import { foundation } from '../../src/styles/foundation.ts';

/** A Thursday. */
export const TODAY = parseDay('2026-11-26');

export function person(id: string, name: string): Person {
  return {
    id,
    name,
    email: null,
    avatarUrl: null,
    side: 'internal',
    role: 'member',
    companyId: null,
    timeZone: null,
    version: 1,
  };
}

export const ANA = person('ana', 'Ana Pereira');
export const ZOE = person('zoe', 'Zoë Lindqvist');
const TOM = person('tom', 'Tom Okafor');
export const PEOPLE = [ANA, ZOE, TOM];

export const PERSONAL: QuickAddContext = {
  value: { type: 'personal' },
  label: 'Personal',
  parties: [ANA],
  today: TODAY,
};
export const WITH_ZOE: QuickAddContext = {
  value: { type: 'relationship', relationshipId: 'r-zoe' },
  label: 'Zoë Lindqvist',
  description: 'You manage',
  parties: [ANA, ZOE],
  reportId: 'zoe',
  today: TODAY,
};
export const OF_OTHERS: QuickAddContext = {
  value: { type: 'relationship', relationshipId: 'r-tom' },
  label: 'Tom Okafor · Zoë Lindqvist',
  parties: [TOM, ZOE],
  reportId: 'tom',
  today: TODAY,
};

/** An action due so many days from today. */
export function action(fields: Partial<Action> = {}, dueIn = 3): Action {
  const date = formatDay(TODAY + dueIn);
  const overdue = dueIn < 0;
  return {
    id: 'a1',
    context: { type: 'relationship', relationshipId: 'r-zoe' },
    title: 'Send the deck',
    description: '',
    assignee: { type: 'person', personId: 'ana' },
    start: null,
    due: { rule: { type: 'fixed', date }, pinned: null, date, basis: 'fixed', waitingOn: [] },
    position: null,
    state: 'todo',
    status: overdue ? 'overdue' : 'todo',
    overdue,
    late: false,
    closed: null,
    createdBy: 'ana',
    createdAt: '2026-11-02T09:30:00Z',
    updatedAt: '2026-11-02T09:30:00Z',
    version: 1,
    may: { edit: true, setState: true, delete: true },
    ...fields,
  };
}

export class PartsHost extends LitElement {
  static override styles = [...foundation, controls, avatarStyles, statusStyles, quickAddStyles, filterBarStyles];

  readonly localize = new LocalizeController(this);
  readonly #options = { localize: this.localize, fallbackFocus: () => this.lostFocus() };
  readonly pickers = new Pickers(this, this.#options);
  readonly menu = new Menu(this, this.#options);
  readonly status = new StatusMenu(this, this.#options);
  readonly reschedule = new RescheduleMenu(this, { ...this.#options, pickers: this.pickers });
  readonly quickAdd = new QuickAdd(this, { ...this.#options, pickers: this.pickers });
  readonly filterBar = new FilterBar(this, { ...this.#options, pickers: this.pickers });
  readonly details = new DetailsDialog(this, this.#options);

  /** What is shown besides the anchor. */
  shows: 'nothing' | 'quickAdd' | 'filterBar' = 'nothing';
  anchored = true;
  added: { draft: Omit<ActionDraft, 'id'>; openDetails: boolean }[] = [];
  answer: () => Promise<unknown> = () => Promise.resolve({});
  quickAddSpec: Partial<QuickAddSpec> = {};
  filter: ActionFilter = {};
  sort: ActionSort = 'due';
  grouping: Grouping = 'none';
  filterSpec: Partial<FilterBarSpec> = {};

  get anchor(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('#anchor') ?? this;
  }

  get fallback(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('#fallback') ?? this;
  }

  lostFocus(): void {
    this.fallback.focus();
  }

  override render(): TemplateResult {
    return html`<div class="base">
      ${
        this.anchored
          ? html`<button id="anchor" class="button" aria-haspopup="dialog" aria-expanded="false">Open</button>`
          : nothing
      }
      ${this.shows === 'quickAdd' ? this.quickAdd.render(this.#quickAdd()) : nothing}
      ${this.shows === 'filterBar' ? this.filterBar.render(this.#filterBar()) : nothing}
      <button id="fallback" class="button">Elsewhere</button>
      ${this.menu.render()}${this.status.render()}${this.reschedule.render()}${this.pickers.render()}${this.details.render()}
    </div>`;
  }

  #quickAdd(): QuickAddSpec {
    return {
      contexts: [WITH_ZOE, PERSONAL, OF_OTHERS],
      me: 'ana',
      onSubmit: (draft, { openDetails }) => {
        this.added.push({ draft, openDetails });
        return this.answer();
      },
      ...this.quickAddSpec,
    };
  }

  #filterBar(): FilterBarSpec {
    return {
      filter: this.filter,
      sort: this.sort,
      grouping: this.grouping,
      count: 12,
      me: 'ana',
      people: PEOPLE,
      relationships: [
        { id: 'r-zoe', label: 'Zoë Lindqvist', description: 'You manage' },
        { id: 'r-tom', label: 'Tom Okafor · Zoë Lindqvist' },
      ],
      today: TODAY,
      onFilter: (filter) => {
        this.filter = filter;
        this.requestUpdate();
      },
      onSort: (sort) => {
        this.sort = sort;
        this.requestUpdate();
      },
      onGrouping: (grouping) => {
        this.grouping = grouping;
        this.requestUpdate();
      },
      ...this.filterSpec,
    };
  }
}
customElements.define('parts-host', PartsHost);
