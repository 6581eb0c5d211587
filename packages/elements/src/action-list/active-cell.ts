// The grid's one tab stop: which cell the arrows are at. It follows the focus, moves it, and stays with its row; where
// the row goes, it goes to the row that took its place.
import type { LitElement } from 'lit';
import type { Column } from './columns.ts';
import { entryKey, HEADER, isGroupHeader, type ListEntry } from './entries.ts';

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

export class ActiveCell {
  /** What moving the focus needs of the list. */
  readonly cells: Cells;
  #key: string | null = null;
  #index = 0;
  #column: Column = 'title';

  constructor(cells: Cells) {
    this.cells = cells;
  }

  /** The key of the entry with the tab stop; null while there is none. */
  get key(): string | null {
    return this.#key;
  }

  get column(): Column {
    return this.#column;
  }

  /** Where the entry with the tab stop stands; −1 for the header. */
  get index(): number {
    return this.#key === HEADER ? -1 : this.#index;
  }

  /** Where the entry with this key stands; −1 where there is none. */
  indexOf(key: string): number {
    const entries = this.cells.entries();
    const there = entries[this.#index];
    if (there !== undefined && entryKey(there) === key) return this.#index;
    return entries.findIndex((entry) => entryKey(entry) === key);
  }

  /** Looks where its row is now; call before drawing. */
  follow(): void {
    const entries = this.cells.entries();
    if (this.#key === HEADER) {
      if (entries.length > 0 && this.#headerShown()) return;
      this.#key = null;
      this.#index = 0;
    }
    const found = this.#key === null ? -1 : this.indexOf(this.#key);
    this.#index = found >= 0 ? found : Math.max(0, Math.min(this.#index, entries.length - 1));
    const entry = entries[this.#index];
    this.#key = entry === undefined ? null : entryKey(entry);
    if (!this.cells.columns().includes(this.#column)) this.#column = 'title';
  }

  /** Takes note of where the focus went. */
  at(key: string, column: string | undefined): void {
    const columns: readonly string[] = this.cells.columns();
    const known = column !== undefined && columns.includes(column) ? (column as Column) : this.#column;
    if (key === this.#key && known === this.#column) return;
    this.#key = key;
    this.#column = known;
    if (key !== HEADER) this.#index = Math.max(0, this.indexOf(key));
    this.#redraw();
  }

  /** Moves the focus to a cell of an entry. */
  focus(index: number, column: Column = this.#column): void {
    const entry = this.cells.entries()[index];
    if (entry === undefined) return;
    this.#key = entryKey(entry);
    this.#index = index;
    this.#column = column;
    const row = this.cells.reveal(index);
    const name = isGroupHeader(entry) ? 'group' : column;
    row?.querySelector<HTMLElement>(`[data-column="${name}"]`)?.focus({ preventScroll: true });
    this.#redraw();
  }

  /** Moves the focus to what is in a column of the same row. */
  focusIn(target: HTMLElement, column: Column): void {
    this.#column = column;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.#redraw();
  }

  /** Moves the focus to where the tab stop is. Gives whether there is one. */
  refocus(): boolean {
    if (this.#key === HEADER) return this.focusHeader();
    if (this.#key === null) return false;
    this.focus(this.#index);
    return true;
  }

  /** The element of the row with the tab stop. */
  get row(): HTMLElement | null {
    return this.#key === HEADER ? this.#header() : this.cells.reveal(this.#index);
  }

  /** Draws the tab stop where it is now; later, for the focus may move while the list is being drawn. */
  #redraw(): void {
    queueMicrotask(() => this.cells.host.requestUpdate());
  }

  /** The row of column headers. */
  #header(): HTMLElement | null {
    return this.cells.host.renderRoot.querySelector<HTMLElement>('.columns');
  }

  #headerShown(): boolean {
    return this.#header()?.checkVisibility() === true;
  }

  /** Moves the focus to the column's header, where headers are shown; gives whether they are. */
  focusHeader(): boolean {
    if (!this.#headerShown()) return false;
    this.#key = HEADER;
    const target = this.#header()?.querySelector<HTMLElement>(`[data-column="${this.#column}"]`);
    target?.focus();
    this.#redraw();
    return target != null;
  }
}
