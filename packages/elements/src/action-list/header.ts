// The row of column headers: names for every column, a button where it sorts, and the box that selects all.
import type { ActionSort } from '@followthrough/core/schema';
import { html, nothing, type TemplateResult } from 'lit';
import { arrowDownIcon, arrowUpIcon } from '../icons/sorted-icons.ts';
import type { Messages } from '../localize/messages.ts';
import { type Column, sortOf } from './columns.ts';

/** All that the row of headers shows. */
export interface HeaderSpec {
  readonly columns: readonly Column[];
  readonly sort: ActionSort;
  readonly messages: Messages;
  /** Whether all rows are of rooms: where they belong is a room. */
  readonly ofRooms: boolean;
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

function header(column: Column, { sort, messages, ofRooms, allSelected, stop }: HeaderSpec): TemplateResult {
  const name = messages.list.column[ofRooms && column === 'where' ? 'room' : column];
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
        aria-label=${messages.list.selectAll}
      ></button>
    </div>`;
  }
  const sorted = sortOf(column, sort);
  if (sorted === null) {
    const hidden = column === 'done' || column === 'more';
    return html`<div role="columnheader" class="cell ${column}" data-column=${column} tabindex=${tab}>
      <span class=${hidden ? 'visually-hidden' : 'name'}>${name}</span>
    </div>`;
  }
  return html`<div role="columnheader" class="cell ${column}" aria-sort=${sorted}>
    <button class="sort" part="sort-button" data-column=${column} tabindex=${tab}>
      ${name}${sorted === 'none' ? nothing : sorted === 'ascending' ? arrowUpIcon() : arrowDownIcon()}
    </button>
  </div>`;
}
