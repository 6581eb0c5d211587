// What a list is filtered, ordered and grouped by: a chip each, with a way back to all.
import type { Day } from '@followthrough/core/domain';
import type { ActionFilter, ActionSort, Id, Person } from '@followthrough/core/schema';
import type { Grouping } from '@followthrough/core/stores';
import { css, nothing, type TemplateResult } from 'lit';
import type { Pickers } from './pickers.ts';
import type { PartHost, PartOptions } from './popover.ts';

export interface FilterBarSpec {
  filter: ActionFilter;
  sort: ActionSort;
  grouping: Grouping;
  /** How many rows the filter gives; null while that is not known. */
  count: number | null;
  me: Id | null;
  people: readonly Person[];
  /** Relationships to filter by, with the name each is shown by. Empty where the list has one context: no Where chip. */
  relationships: readonly { id: Id; label: string; description?: string | undefined }[];
  /** What the list starts with: "Clear filters" shows where the filter differs from nothing. */
  today: Day;
  weekStart?: number | undefined;
  onFilter: (filter: ActionFilter) => void;
  onSort: (sort: ActionSort) => void;
  onGrouping: (grouping: Grouping) => void;
}

export class FilterBar {
  readonly #host: PartHost;
  readonly #pickers: Pickers;

  constructor(host: PartHost, options: PartOptions & { pickers: Pickers }) {
    this.#host = host;
    this.#pickers = options.pickers;
  }

  /** Puts focus into the search field. */
  focus(): void {
    this.#host.renderRoot.querySelector<HTMLInputElement>('.filter-query')?.focus();
  }

  render(spec: FilterBarSpec): TemplateResult | typeof nothing {
    void spec, this.#pickers;
    return nothing;
  }
}

export const filterBarStyles = css``;
