// The box that holds a list's rows: which entries there are, how tall rows are, and which of them are in the page. It is the
// same from the first screenful on (first-screen.ts) to the window that scrolls through all (window.ts).
import type { ReactiveControllerHost } from 'lit';
import { boxHeight, type Layout, offsetOf } from './offsets.ts';
import { type Drawn, RowSlots, type Slot } from './row-slots.ts';

/** What the box asks of the list it shows. */
export interface Boxed<Entry, Model extends object> extends Drawn<Entry, Model> {
  /** Whose rows; the element that holds them and what measures their heights are found in its root. */
  readonly host: ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };
  /** Whether the entry is a group header, with a height of its own. */
  isHeader(entry: Entry): boolean;
}

/** Shows entries inside its host's `.rows`; `.probe-row` and `.probe-header` there give the heights. */
export class RowBox<Entry, Model extends object> {
  readonly #list: Boxed<Entry, Model>;
  readonly slots: RowSlots<Entry, Model>;
  #entries: readonly Entry[] = [];
  #layout: Layout = { count: 0, rowHeight: 40, headerHeight: 32, headers: [] };

  constructor(list: Boxed<Entry, Model>) {
    this.#list = list;
    this.slots = new RowSlots(list);
  }

  /** The entries, in order; takes effect when the host has updated. */
  set entries(entries: readonly Entry[]) {
    if (entries === this.#entries) return;
    this.#entries = entries;
    const headers: number[] = [];
    entries.forEach((entry, index) => {
      if (this.#list.isHeader(entry)) headers.push(index);
    });
    this.#layout = { ...this.#layout, count: entries.length, headers };
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Another object whenever anything of it is another. */
  get layout(): Layout {
    return this.#layout;
  }

  /** The row's element, where it is in the page. */
  elementOf(key: string): HTMLElement | null {
    return this.slots.at(key)?.element ?? null;
  }

  /** The key of the row that holds this node. */
  keyAt(node: Node): string | null {
    return this.slots.holding(node)?.key ?? null;
  }

  /** Finds the element that holds the rows; null while there is none. */
  attach(): HTMLElement | null {
    const rows = this.#list.host.renderRoot.querySelector<HTMLElement>('.rows');
    if (rows !== this.slots.rows) this.slots.rows = rows;
    return rows;
  }

  /** What the heights of rows are read from. */
  get probes(): Element[] {
    return [...this.#list.host.renderRoot.querySelectorAll('.probe-row, .probe-header')];
  }

  /**
   * Heights come from the style sheet, so that density, breakpoints and the page's text size all count. Where the host page
   * gave the element a height that the rows outgrow, they scroll inside it, else with the page; gives whether that is
   * another than before.
   */
  measure(): boolean {
    const { rows } = this.slots;
    if (!rows) return false;
    const [row, header] = this.probes.map((probe) => Math.round(probe.getBoundingClientRect().height));
    if (row && header && (row !== this.#layout.rowHeight || header !== this.#layout.headerHeight)) {
      this.#layout = { ...this.#layout, rowHeight: row, headerHeight: header };
    }
    rows.style.setProperty('--_row-px', `${this.#layout.rowHeight}px`);
    rows.style.setProperty('--_header-px', `${this.#layout.headerHeight}px`);
    rows.style.blockSize = `${boxHeight(this.#layout)}px`;
    const box = rows.closest('.scroller');
    // The grid's own height: rows that are still to leave may reach out of it.
    const height = rows.closest<HTMLElement>('.grid')?.offsetHeight ?? 0;
    if (!box || height > box.clientHeight + 1 === box.classList.contains('inner')) return false;
    box.classList.toggle('inner');
    return true;
  }

  /** Draws an entry where it is to be seen. */
  mount(index: number, shift = 0): Slot | null {
    const entry = this.#entries[index];
    if (entry === undefined) return null;
    const slot = this.slots.mount(entry, index);
    this.slots.put(slot, offsetOf(this.#layout, index) - shift);
    return slot;
  }
}
