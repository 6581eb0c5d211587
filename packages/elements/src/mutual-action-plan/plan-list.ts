// The plan as a list: what presses and keys on its rows mean. One listener of each kind serves all rows; where something
// happened is read off the row around it.
import { html, type LitElement, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isOpen } from '@followthrough/core/domain';
import type { Id } from '@followthrough/core/schema';
import { planWords } from '../localize/late-plan.ts';
import type { LocalizeController } from '../localize/localize-controller.ts';
import { isUndoKey } from '../undo-key.ts';
import { type ActiveCell, COLUMNS_OF, type PlanColumn } from './active-cell.ts';
import type { RowDrag } from './drag.ts';
import type { ActionRow, PlanRow, SectionRow } from './plan-rows.ts';
import { RowBlocks } from './row-blocks.ts';
import { actionView, addView, type RowSetting, sectionView } from './row-views.ts';

/** What rows do, whoever asks for it: a press, a key or a menu. */
export interface RowActions {
  toggle(row: ActionRow): void;
  openStatus(row: ActionRow, anchor: HTMLElement): void;
  openDetails(row: ActionRow, anchor: HTMLElement): void;
  editTitle(row: ActionRow): void;
  openAssignee(row: ActionRow, anchor: HTMLElement): void;
  openDate(row: ActionRow, field: 'start' | 'due', anchor: HTMLElement): void;
  openMenu(row: ActionRow | SectionRow, anchor: HTMLElement): void;
  remove(row: ActionRow | SectionRow): void;
  move(row: ActionRow | SectionRow, by: 1 | -1): void;
  shift(row: ActionRow, days: number): void;
  fold(row: SectionRow): void;
  rename(row: SectionRow): void;
  add(sectionId: Id): void;
  undo(): void;
  help(): void;
}

export interface PlanListSetting {
  readonly host: LitElement & { readonly hotkeys: 'on' | 'off' };
  readonly localize: LocalizeController;
  readonly rows: () => readonly PlanRow[];
  readonly cell: ActiveCell;
  readonly on: RowActions;
  readonly drag: RowDrag;
  readonly readonly: () => boolean;
}

/** What keeps a press or a key to itself. */
const OWN = 'input, textarea, a[href], .text-edit';

export class PlanList {
  readonly #set: PlanListSetting;
  readonly #blocks: RowBlocks;

  constructor(setting: PlanListSetting) {
    this.#set = setting;
    this.#blocks = new RowBlocks(setting.host);
  }

  /** Whether the page is being put on paper, which wants the list whatever is on the screen. */
  get isPrinting(): boolean {
    return this.#blocks.isPrinting;
  }

  render(rows: readonly PlanRow[], setting: RowSetting, label: string): TemplateResult {
    const { cell, localize } = this.#set;
    const words = planWords(localize.messages);
    cell.settle(rows);
    return html`<div
      class="grid"
      part="list"
      role="treegrid"
      aria-label=${label}
      aria-rowcount=${rows.length + 1}
      aria-colcount="5"
      @pointerdown=${this.#set.drag.down}
      @click=${this.#click}
      @keydown=${this.#key}
      @focusin=${this.#focus}
      @dblclick=${this.#twice}
    >
      <div class="row columns" part="columns" role="row" aria-rowindex="1">
        ${(['done', 'title', 'assignee', 'dates', 'more'] as const).map(
          (column) =>
            html`<div role="columnheader" class="cell ${column}">
              <span class=${column === 'done' || column === 'more' ? 'visually-hidden' : ''}
                >${words.column[column]}</span
              >
            </div>`,
        )}
      </div>
      ${this.#blocks.render(
        rows,
        (row) => cell.key === row.key || setting.edit.isOf(row.key) || setting.dragged === row.key,
        (some, from) =>
          html`${repeat(
            some,
            ({ key }) => key,
            (row, index) => {
              const at = from + index + 2;
              if (row.type === 'section') return sectionView(row, at, setting);
              return row.type === 'action' ? actionView(row, at, setting) : addView(row, at, setting);
            },
          )}`,
      )}
    </div>`;
  }

  /** Puts the focus on a row; gives whether it is there. */
  focus(key: string, column: PlanColumn = 'title'): boolean {
    if (!this.#set.rows().some((row) => row.key === key)) return false;
    this.#set.cell.go(key, column);
    return true;
  }

  readonly #focus = (event: FocusEvent): void => {
    const place = this.#place(event);
    if (place) this.#set.cell.at(place.row.key, place.column);
  };

  readonly #click = (event: MouseEvent): void => {
    const target = event.target as Element;
    const place = this.#place(event);
    if (!place || target.closest(OWN)) return;
    const { row, column } = place;
    const { on } = this.#set;
    const doing = target.closest<HTMLElement>('[data-do]');
    const what = doing?.dataset['do'];
    if (row.type === 'add') return on.add(row.section.id);
    if (what === 'more' && doing) return on.openMenu(row, doing);
    if (row.type === 'section') {
      if (what === 'add') on.add(row.section.id);
      else if (what === 'fold' || target.closest('.section-name')) on.fold(row);
      return;
    }
    const anchor = target.closest<HTMLElement>('.pressable');
    if (!anchor) {
      if (target.closest('.text')) this.#title(row);
      return;
    }
    if (column === 'done') on.toggle(row);
    else if (column === 'assignee') on.openAssignee(row, anchor);
    else if (column === 'dates') on.openDate(row, target.closest('[data-field="start"]') ? 'start' : 'due', anchor);
  };

  readonly #twice = (event: MouseEvent): void => {
    const place = this.#place(event);
    const { row } = place ?? {};
    if (row?.type === 'section' && (event.target as Element).closest('.section-name')) this.#set.on.rename(row);
  };

  readonly #key = (event: KeyboardEvent): void => {
    const isTyping = (event.target as Element).closest('input, textarea') !== null && !isUndoKey(event);
    if (event.defaultPrevented || event.isComposing || isTyping) return;
    const place = this.#place(event);
    if (!place) return;
    if (this.#run(event, place.row, place.column, place.cell)) event.preventDefault();
  };

  /** Gives whether the key means something here. */
  #run(event: KeyboardEvent, row: PlanRow, column: PlanColumn, anchor: HTMLElement): boolean {
    const { on } = this.#set;
    const { key, altKey, shiftKey } = event;
    const command = event.ctrlKey || event.metaKey;
    if (command && key.toLowerCase() === 'z' && !shiftKey && !altKey) return done(on.undo());
    if (command && key !== 'Home' && key !== 'End' && key !== 'Enter') return false;
    if (altKey) return this.#moveRow(event, row);
    if (this.#go(event, row, column)) return true;
    if (row.type === 'add') {
      if (key === 'Enter' || key === ' ' || key === 'F2') return done(on.add(row.section.id));
      return this.#letter(key, row, anchor);
    }
    if (row.type === 'section') return this.#sectionKey(key, row, column, anchor) || this.#letter(key, row, anchor);
    switch (key) {
      case ' ':
        return done(on.toggle(row));
      case 'Enter':
        return done(command ? on.toggle(row) : this.#enter(row, column, anchor));
      case 'F2':
        return done(on.editTitle(row));
      case 'Delete':
      case 'Backspace':
        return done(on.remove(row));
      case 'ContextMenu':
        return done(on.openMenu(row, anchor));
      default:
        return this.#letter(key, row, anchor);
    }
  }

  #enter(row: ActionRow, column: PlanColumn, anchor: HTMLElement): void {
    const { on } = this.#set;
    if (column === 'done') on.toggle(row);
    else if (column === 'assignee') on.openAssignee(row, anchor);
    else if (column === 'dates') on.openDate(row, 'due', anchor);
    else if (column === 'more') on.openMenu(row, anchor);
    else on.openDetails(row, anchor);
  }

  #sectionKey(key: string, row: SectionRow, column: PlanColumn, anchor: HTMLElement): boolean {
    const { on } = this.#set;
    switch (key) {
      case 'Enter':
      case ' ':
        return done(column === 'more' ? on.openMenu(row, anchor) : on.fold(row));
      case 'F2':
        return done(on.rename(row));
      case 'Delete':
        return done(on.remove(row));
      case 'ContextMenu':
        return done(on.openMenu(row, anchor));
      default:
        return false;
    }
  }

  /** Keys that are a single character; a host page can turn them off. */
  #letter(key: string, row: PlanRow, anchor: HTMLElement): boolean {
    const { on, host } = this.#set;
    if (host.hotkeys === 'off') return false;
    if (key === '?') return done(on.help());
    if (key === 'n') return done(on.add(row.section.id));
    if (row.type !== 'action') return row.type === 'section' && key === 'e' ? done(on.rename(row)) : false;
    // What opens stands beside what it is about, wherever in the row the key was pressed.
    const at = (column: PlanColumn) =>
      anchor.closest('.row')?.querySelector<HTMLElement>(`.cell.${column} .field, .cell.${column} .mark`) ?? anchor;
    switch (key) {
      case 'e':
        return done(on.editTitle(row));
      case 'd':
        return done(on.openDate(row, 'due', at('dates')));
      case 'D':
        return done(on.openDate(row, 'start', at('dates')));
      case 'a':
        return done(on.openAssignee(row, at('assignee')));
      case 's':
        return done(on.openStatus(row, at('done')));
      default:
        return false;
    }
  }

  /** Alt with an arrow moves the row up or down, or its dates by a day. */
  #moveRow({ key }: KeyboardEvent, row: PlanRow): boolean {
    if (row.type === 'add') return false;
    const { on, localize } = this.#set;
    if (key === 'ArrowUp') return done(on.move(row, -1));
    if (key === 'ArrowDown') return done(on.move(row, 1));
    if (row.type !== 'action' || !isOpen(row.action.state)) return false;
    const forward = localize.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = localize.direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    if (key === forward) return done(on.shift(row, 1));
    return key === back ? done(on.shift(row, -1)) : false;
  }

  #go({ key, ctrlKey, metaKey }: KeyboardEvent, row: PlanRow, column: PlanColumn): boolean {
    const { cell, localize, on, host } = this.#set;
    const rows = this.#set.rows();
    const at = rows.findIndex((one) => one.key === row.key);
    const toRow = (index: number) => {
      const next = rows[Math.max(0, Math.min(rows.length - 1, index))];
      if (!next) return false;
      const columns = COLUMNS_OF[next.type];
      return done(cell.go(next.key, columns.includes(column) ? column : 'title'));
    };
    const columns = COLUMNS_OF[row.type];
    const place = columns.indexOf(column);
    const toColumn = (index: number) => {
      const next = columns[Math.max(0, Math.min(columns.length - 1, index))];
      return next !== undefined && done(cell.go(row.key, next));
    };
    const letters = host.hotkeys === 'on';
    const forward = localize.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = localize.direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    if (key === 'ArrowDown' || (letters && key === 'j')) return toRow(at + 1);
    if (key === 'ArrowUp' || (letters && key === 'k')) return toRow(at - 1);
    if (key === 'PageDown') return toRow(at + 10);
    if (key === 'PageUp') return toRow(at - 10);
    const all = ctrlKey || metaKey;
    if (key === 'Home') return all ? toRow(0) : toColumn(0);
    if (key === 'End') return all ? toRow(rows.length - 1) : toColumn(columns.length - 1);
    if (key === forward) {
      if (row.type === 'section' && row.folded && place === 0) return done(on.fold(row));
      return toColumn(place + 1);
    }
    if (key === back) {
      if (row.type === 'section' && !row.folded && place === 0) return done(on.fold(row));
      if (row.type !== 'section' && place === 0) return done(cell.go(`section:${row.section.id}`, 'title'));
      return toColumn(place - 1);
    }
    return false;
  }

  #title(row: ActionRow): void {
    const { on } = this.#set;
    if (row.action.may.edit === true && !this.#set.readonly()) on.editTitle(row);
    else on.openDetails(row, this.#set.host);
  }

  #place(event: Event): { row: PlanRow; column: PlanColumn; cell: HTMLElement } | null {
    const target = event.target as Element;
    const cell = target.closest<HTMLElement>('.cell[data-column]');
    const key = target.closest<HTMLElement>('[data-key]')?.dataset['key'];
    const row = this.#set.rows().find((one) => one.key === key);
    return cell && row ? { row, column: cell.dataset['column'] as PlanColumn, cell } : null;
  }
}

function done(_: void): true {
  return true;
}
