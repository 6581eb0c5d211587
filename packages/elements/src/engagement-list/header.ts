// The row of column headers: names for every column, a button where it sorts, and the box that selects what is shown.
import type { EngagementSort } from '@followthrough/core/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { arrowDownIcon, arrowUpIcon } from '../icons/sorted-icons.ts';
import type { engagementList } from '../localize/en-engagement-list.ts';
import { classOf, type Column, sortOf } from './columns.ts';

/** All that the row of headers shows. */
export interface HeaderSpec {
  readonly columns: readonly Column[];
  readonly sort: EngagementSort;
  readonly words: typeof engagementList;
  /** `mixed` where some rows are selected. */
  readonly allSelected: 'true' | 'false' | 'mixed';
  /** The column that holds the tab stop, or null where a row does. */
  readonly stop: Column | null;
}

/** The header row's template. */
export function columnHeaders(spec: HeaderSpec): TemplateResult {
  return html`<div role="rowgroup" class="head" part="head">
    <div role="row" class="columns" part="columns" aria-rowindex="1">
      ${spec.columns.map((column) => header(column, spec))}
    </div>
  </div>`;
}

function header(column: Column, { sort, words, allSelected, stop }: HeaderSpec): TemplateResult {
  const name = words[column];
  const tab = stop === column ? '0' : '-1';
  if (column === 'select') {
    return html`<div role="columnheader" class="cell select" aria-label=${name}>
      <button
        class="box"
        part="checkbox"
        role="checkbox"
        data-column="select"
        tabindex=${tab}
        aria-checked=${allSelected}
        aria-label=${words.selectLoaded}
      ></button>
    </div>`;
  }
  const sorted = sortOf(column, sort);
  if (sorted === null) {
    return html`<div role="columnheader" class="cell ${classOf(column)}" data-column=${column} tabindex=${tab}>
      <span class="name">${name}</span>
    </div>`;
  }
  return html`<div role="columnheader" class="cell ${classOf(column)}" aria-sort=${sorted}>
    <button type="button" class="sort" part="sort-button" data-column=${column} tabindex=${tab}>
      ${name}${sorted === 'none' ? nothing : sorted === 'ascending' ? arrowUpIcon() : arrowDownIcon()}
    </button>
  </div>`;
}
