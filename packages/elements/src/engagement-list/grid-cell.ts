// The grid's one tab stop: which cell the arrows are at. It follows the focus, moves it as the APG's grid pattern says, and
// stays with its row; where the row goes, it goes to the row that took its place.
import type { LitElement } from 'lit';
import type { Column } from './columns.ts';
import { entryKey, HEADER, type ListEntry, REST } from './entries.ts';
import type { Command } from './grid-keys.ts';

/** What moving the focus needs of the list. */
export interface Cells {
  readonly host: LitElement;
  entries(): readonly ListEntry[];
  columns(): readonly Column[];
  /** How many rows PageUp and PageDown go over. */
  pageRows(): number;
  /** Brings a row into the page and into view; its element. */
  reveal(index: number): HTMLElement | null;
}

export class GridCell {
  readonly #cells: Cells;
  #key: string | null = null;
  #index = 0;
  #column: Column = 'title';

  constructor(cells: Cells) {
    this.#cells = cells;
  }

  /** The key of the row with the tab stop; null while there is none. */
  get key(): string | null {
    return this.#key;
  }

  get column(): Column {
    return this.#column;
  }

  /** Where the row with the tab stop stands; −1 for the header. */
  get index(): number {
    return this.#key === HEADER ? -1 : this.#index;
  }

  indexOf(key: string): number {
    const entries = this.#cells.entries();
    const there = entries[this.#index];
    if (there !== undefined && entryKey(there) === key) return this.#index;
    return entries.findIndex((entry) => entryKey(entry) === key);
  }

  /** Looks where its row is now; call before drawing. */
  follow(): void {
    const entries = this.#cells.entries();
    if (!this.#cells.columns().includes(this.#column)) this.#column = 'title';
    if (this.#key === HEADER) {
      if (entries.length > 0 && this.#header?.checkVisibility()) return;
      this.#key = null;
      this.#index = 0;
    }
    const found = this.#key === null ? -1 : this.indexOf(this.#key);
    this.#index = found >= 0 ? found : Math.max(0, Math.min(this.#index, entries.length - 1));
    const entry = entries[this.#index];
    this.#key = entry === undefined ? null : entryKey(entry);
  }

  /** Takes note of where the focus went. */
  at(key: string, column: string | undefined): void {
    const columns: readonly string[] = this.#cells.columns();
    const known = column !== undefined && columns.includes(column) ? (column as Column) : this.#column;
    if (key === this.#key && known === this.#column) return;
    this.#key = key;
    this.#column = known;
    if (key !== HEADER) this.#index = Math.max(0, this.indexOf(key));
    this.#redraw();
  }

  /** Moves the focus to a cell of a row. */
  focus(index: number, column: Column = this.#column): void {
    const entry = this.#cells.entries()[index];
    if (entry === undefined) return;
    this.#key = entryKey(entry);
    this.#index = index;
    this.#column = column;
    const row = this.#cells.reveal(index);
    const inRow = (name: string) => row?.querySelector<HTMLElement>(`[data-column="${name}"]`);
    const target = inRow(entry === REST ? REST : column);
    // A column that is not shown at this width has no cell to be in.
    (target?.checkVisibility() ? target : inRow('title'))?.focus({ preventScroll: true });
    this.#redraw();
  }

  /** Moves the focus to where the tab stop is. Gives whether there is one. */
  refocus(): boolean {
    if (this.#key === HEADER) return this.#focusHeader();
    if (this.#key === null) return false;
    this.focus(this.#index);
    return true;
  }

  /** Does what a moving command says; gives whether it was one. */
  move(command: Command): boolean {
    const last = this.#cells.entries().length - 1;
    const columns = this.#cells.columns();
    switch (command) {
      case 'up':
        if (this.index > 0) this.focus(this.index - 1);
        else if (this.index === 0) this.#focusHeader();
        return true;
      case 'down':
        if (this.index < last) this.focus(this.index + 1);
        return true;
      case 'pageUp':
        this.focus(Math.max(0, this.index - this.#cells.pageRows()));
        return true;
      case 'pageDown':
        this.focus(Math.min(last, Math.max(0, this.index) + this.#cells.pageRows()));
        return true;
      case 'first':
        this.focus(0, columns[0]);
        return true;
      case 'last':
        this.focus(last, columns.at(-1));
        return true;
      case 'back':
        this.#sideways(Math.max(0, columns.indexOf(this.#column) - 1), -1);
        return true;
      case 'forward':
        this.#sideways(Math.min(columns.length - 1, columns.indexOf(this.#column) + 1), 1);
        return true;
      case 'rowStart':
        this.#sideways(0, 1);
        return true;
      case 'rowEnd':
        this.#sideways(columns.length - 1, -1);
        return true;
      default:
        return false;
    }
  }

  /** To the column at `to`, or the next one that way which is shown at this width. */
  #sideways(to: number, step: 1 | -1): void {
    const columns = this.#cells.columns();
    const row = this.#key === HEADER ? this.#header : this.#cells.reveal(this.#index);
    for (let at = to; at >= 0 && at < columns.length; at += step) {
      const column = columns[at];
      const target = row?.querySelector<HTMLElement>(`[data-column="${column}"]`);
      if (column === undefined || !target?.checkVisibility()) continue;
      this.#column = column;
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      this.#redraw();
      return;
    }
  }

  /** Draws the tab stop where it is now; later, for the focus may move while the list is being drawn. */
  #redraw(): void {
    queueMicrotask(() => this.#cells.host.requestUpdate());
  }

  get #header(): HTMLElement | null {
    return this.#cells.host.renderRoot.querySelector<HTMLElement>('.columns');
  }

  #focusHeader(): boolean {
    if (!this.#header?.checkVisibility()) return false;
    this.#key = HEADER;
    const target = this.#header.querySelector<HTMLElement>(`[data-column="${this.#column}"]`);
    target?.focus();
    this.#redraw();
    return target !== null;
  }
}
