// One action as a row of the grid: done control, title, and quiet meta to the end. Whatever may not be changed is text
// that says why, never a disabled control. Presses and keys are told by `data-column`; the list listens once for all rows.
import type { Action, Id, Permission, Person } from '@followthrough/core/schema';
import type { Failure } from '@followthrough/core/stores';
import { html, nothing, type TemplateResult } from 'lit';
import type { DateLabel } from '../dates/date-label.ts';
import type { Holder } from '../mutual-action-plan/holder.ts';
import { programmeIcon } from '../icons/place-icons.ts';
import type { Messages } from '../localize/messages.ts';
import { avatar } from '../parts/avatar.ts';
import { statusIcon } from '../parts/status-icon.ts';
import type { Column } from './columns.ts';
import type { EditedTitle } from './edit-cell.ts';
import { drawn, type Renderers } from './renderers.ts';
import type { RowRemarks } from './row-remarks.ts';

/** What a row of a room shows; the very same object while nothing of it is another. */
export interface RoomRow {
  readonly cells: Partial<Cells>;
  /** Beside the title. */
  readonly badge: TemplateResult | typeof nothing;
  readonly holder: Holder;
  readonly side: 'us' | 'them' | null;
  readonly due: TemplateResult | typeof nothing;
  readonly roomId: Id;
  /** Whether the room can be opened from the row, and its address. */
  readonly opens: boolean;
  readonly href: string | null;
}

/** All that a row shows. Equal fields: the row is not drawn again. */
export interface RowModel {
  readonly action: Action;
  /** Its place among all entries, from 0. */
  readonly index: number;
  readonly columns: readonly Column[];
  readonly messages: Messages;
  readonly due: DateLabel;
  readonly assignee: Person | null;
  /** The day on which it was changed last, in short and in full; null where no column says. */
  readonly updated: string | null;
  readonly updatedName: string | null;
  /** Where it belongs, in words; where that can be opened, by a link. */
  readonly place: string;
  readonly placeId: Id | null;
  readonly placeHref: string | null;
  /** What it shows in its own way, being a room's. */
  readonly room: RoomRow | null;
  /** The column of this row that holds the tab stop, or null where another row does. */
  readonly stop: Column | null;
  readonly selected: boolean;
  readonly selectable: boolean;
  readonly readonly: boolean;
  readonly pending: boolean;
  /** It no longer belongs here and is on its way out. */
  readonly leaving: boolean;
  readonly failure: Failure | null;
  /** The title while it is edited; null while it is not. */
  readonly edited: EditedTitle | null;
  /** What says why something is withheld; null until it has come. */
  readonly remarks: RowRemarks | null;
  readonly printing: boolean;
  /** The host page's own drawing of cells. */
  readonly renderers: Renderers | undefined;
  /** Which of `start` and `end` the host page has put something of its own at. */
  readonly slotted: 'start' | 'end' | 'both' | null;
}

/** The row's template. */
export function row(model: RowModel): TemplateResult {
  const { action, selectable, selected, pending, leaving, failure } = model;
  const states = [
    action.status,
    pending && 'pending',
    failure && 'failed',
    leaving && 'leaving',
    selected && 'selected',
  ].filter(Boolean);
  return html`<div
    role="row"
    class="row ${states.join(' ')}"
    part="row ${states.map((state) => `row-${state}`).join(' ')}"
    aria-rowindex=${model.index + 2}
    aria-selected=${selectable ? String(selected) : nothing}
    aria-busy=${pending ? 'true' : nothing}
  >
    ${model.columns.map((column) => (model.room?.cells[column] ?? CELLS[column])(model))}
  </div>`;
}

export type Cells = { readonly [column in Column]: (model: RowModel) => TemplateResult };

const CELLS: Cells = {
  select: selectCell,
  done: doneCell,
  title: titleCell,
  due: dueCell,
  assignee: assigneeCell,
  where: whereCell,
  status: statusCell,
  updated: updatedCell,
  more: moreCell,
};

/** The tab index of what takes the focus in a cell. */
function tab(model: RowModel, column: Column): string {
  return model.stop === column ? '0' : '-1';
}

function selectCell(model: RowModel): TemplateResult {
  const { messages, action, selected } = model;
  return html`<div role="gridcell" class="cell select">
    <button
      class="box"
      part="checkbox"
      role="checkbox"
      data-column="select"
      tabindex=${tab(model, 'select')}
      aria-checked=${selected}
      aria-label=${messages.list.select(action.title)}
    ></button>
  </div>`;
}

function doneCell(model: RowModel): TemplateResult {
  const { action, messages } = model;
  const refused = withheld(model, action.may.setState);
  const word = messages.status[action.status];
  if (model.readonly || refused !== null) {
    const mark = html`<span class="mark" role="img" aria-label=${word}>${statusIcon(action.status)}</span>`;
    return plainCell(model, 'done', refused || word, mark);
  }
  return html`<div role="gridcell" class="cell done">
    <button
      class="mark"
      part="checkbox"
      role="checkbox"
      data-column="done"
      tabindex=${tab(model, 'done')}
      aria-checked=${action.state === 'done'}
      aria-label=${messages.action.complete(action.title)}
      title=${word}
    >
      ${statusIcon(action.status)}
    </button>
  </div>`;
}

function titleCell(model: RowModel): TemplateResult {
  const { action, messages, edited, failure } = model;
  if (edited !== null) return edited.cell(edited, messages);
  const refused = withheld(model, action.may.edit);
  const content = html`${place(model, 'start')}<span
      class="text"
      part="item-title"
      dir="auto"
      title=${refused ? `${action.title}\n${refused}` : action.title}
      >${drawn(model.renderers, 'title', action, action.title)}</span
    >${model.room?.badge}${place(model, 'end')} ${failure && model.remarks?.failedMark(failure, messages)}`;
  return plainCell(model, 'title', refused, content);
}

/** Where the host page puts something of its own into this row. */
function place({ action, slotted }: RowModel, at: 'start' | 'end'): TemplateResult | typeof nothing {
  return slotted === at || slotted === 'both' ? html`<slot name="item-${action.id}-${at}"></slot>` : nothing;
}

/** Why it is withheld; null where it is not, '' where nothing says why yet. */
function withheld({ readonly, remarks, messages }: RowModel, permission: Permission): string | null {
  return readonly || permission === true ? null : (remarks?.reasonOf(permission, messages) ?? '');
}

/** A cell that is text, and takes the focus itself. */
function plainCell(model: RowModel, column: Column, title: string | null, content: unknown): TemplateResult {
  return html`<div
    role="gridcell"
    class="cell ${column}"
    data-column=${column}
    tabindex=${tab(model, column)}
    title=${title || nothing}
  >
    ${content}
  </div>`;
}

/** A cell that is a button where it may be changed, and text that says why where not. */
function editableCell(
  model: RowModel,
  column: 'due' | 'assignee' | 'status',
  popup: 'dialog' | 'menu',
  own: unknown,
  name: string,
): TemplateResult {
  const { action } = model;
  const content = drawn(model.renderers, column, action, own);
  const permission = column === 'status' ? action.may.setState : action.may.edit;
  const refused = withheld(model, permission);
  if (model.readonly || refused !== null) {
    return plainCell(model, column, refused ? `${name}\n${refused}` : name, content);
  }
  return html`<div role="gridcell" class="cell ${column}">
    <button class="field" data-column=${column} tabindex=${tab(model, column)} aria-haspopup=${popup} title=${name}>
      ${content}
    </button>
  </div>`;
}

function dueCell(model: RowModel): TemplateResult {
  const { due, messages } = model;
  const text = model.printing ? due.name : due.text;
  const content =
    due.date === null
      ? html`<span class="none">${model.readonly || model.action.may.edit !== true ? '' : messages.list.setDue}</span>`
      : html`<time class="due ${due.tone}" part="due due-${due.tone}" datetime=${due.date}>${text}</time>`;
  return editableCell(model, 'due', 'dialog', content, due.name);
}

function assigneeCell(model: RowModel): TemplateResult {
  const { assignee, messages, action } = model;
  const known = assignee?.name ?? (action.assignee?.type === 'person' ? messages.context.unknownPerson : '');
  const content = html`${assignee === null ? nothing : avatar(assignee)}<span
      class="ellipsis"
      part="assignee"
      dir="auto"
      >${known}</span
    >`;
  // A personal action is always its maker's: there is nobody else to choose.
  if (action.context.type === 'personal') {
    return plainCell(model, 'assignee', known, drawn(model.renderers, 'assignee', action, content));
  }
  // Of whom nothing is said here (nobody, or a role whose room is still to come), the button says what it is for.
  return editableCell(model, 'assignee', 'dialog', content, known === '' ? messages.list.column.assignee : known);
}

function whereCell(model: RowModel): TemplateResult {
  const { place, placeId, placeHref } = model;
  const { context } = model.action;
  const named = context.type === 'engagement' ? html`${programmeIcon()} ${place}` : place;
  const content = drawn(model.renderers, 'where', model.action, named);
  if (placeId === null || placeHref === null) {
    return plainCell(model, 'where', place, html`<span class="ellipsis" part="meta" dir="auto">${content}</span>`);
  }
  return html`<div role="gridcell" class="cell where">
    <a
      class="ellipsis"
      part="meta"
      dir="auto"
      href=${placeHref}
      data-column="where"
      data-place=${placeId}
      tabindex=${tab(model, 'where')}
      title=${place}
      >${content}</a
    >
  </div>`;
}

function statusCell(model: RowModel): TemplateResult {
  const { action, messages } = model;
  const word = messages.status[action.status];
  return editableCell(
    model,
    'status',
    'menu',
    html`<span class="word ${action.status}" part="status">${word}</span>`,
    word,
  );
}

function updatedCell(model: RowModel): TemplateResult {
  const { action, updated, updatedName } = model;
  const content = html`<time class="when" part="updated" datetime=${action.updatedAt}>${updated}</time>`;
  return plainCell(model, 'updated', updatedName, drawn(model.renderers, 'updated', action, content));
}

function moreCell(model: RowModel): TemplateResult {
  const { messages, action } = model;
  return html`<div role="gridcell" class="cell more">
    <button
      class="more-button"
      part="menu-button"
      data-column="more"
      tabindex=${tab(model, 'more')}
      aria-haspopup="menu"
      aria-label=${messages.list.more(action.title)}
    >
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M3.5 8h.01M8 8h.01M12.5 8h.01" /></svg>
    </button>
  </div>`;
}

/** What cells that are drawn elsewhere are made of: handed on, so that what comes late takes nothing of this file with it. */
export const cellParts = { tab, plainCell, editableCell, drawn };
export type CellParts = typeof cellParts;
