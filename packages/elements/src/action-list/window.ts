// A list of 10,000 actions holds in the page only the rows in view: fixed heights say which (layout.ts). The row that
// holds the focus or the tab stop always stays; where it is removed, the focus goes to its neighbour. Printing puts every
// row in the page.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FindLayer } from './find-layer.ts';
import { boxHeight, type Layout, listOffset, offsetOf, type Range, rangeOf, totalHeight } from './layout.ts';
import { type Drawn, RowSlots, type Slot } from './row-slots.ts';
import { scrollersOf, viewOf } from './scroller.ts';

/** What the window asks of the list it shows. */
export interface Windowed<Entry, Model extends object> extends Drawn<Entry, Model> {
  /** Whose rows; the element that holds them and what measures their heights are found in its root. */
  readonly host: ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };
  /** Whether the entry is a group header, with a height of its own. */
  isHeader(entry: Entry): boolean;
  /** What find-in-page finds of it. */
  textOf(entry: Entry): string;
  /** The key of the entry to keep in the page wherever it is: the one with the tab stop. */
  keptKey(): string | null;
  /** Whether rows have gone up behind the view's edge. */
  scrolled?(past: boolean): void;
  /** The entry that held the focus is gone; the one now at its place, or null where none is left. */
  focusLost(index: number | null): void;
}

/** Rows kept ready beyond either edge of the view. */
const OVERSCAN = 2;
/** How long after the last scroll the page counts as still, in milliseconds. */
const SETTLE = 120;
/** How long after that it is taken to stay so, and what find-in-page finds is written. */
const REST = 400;

/** Shows a window of a long list inside its host's `.rows`; `.probe-row` and `.probe-header` there give the heights. */
export class RowWindow<Entry, Model extends object> implements ReactiveController {
  readonly #list: Windowed<Entry, Model>;
  #entries: readonly Entry[] = [];
  #layout: Layout = { count: 0, rowHeight: 40, headerHeight: 32, headers: [] };
  #rows: HTMLElement | null = null;
  #find: FindLayer | null = null;
  #findStale = true;
  #scrollers: readonly Element[] = [];
  #range: Range = { start: 0, end: 0 };
  readonly #slots: RowSlots<Entry, Model>;
  #printing = false;
  /** The list is being asked where the focus goes: what it reveals is shown by the turn that asks. */
  #syncing = false;
  #settle: ReturnType<typeof setTimeout> | undefined;
  #resize: ResizeObserver | null = null;
  #listening: AbortController | null = null;
  #scrolling: AbortController | null = null;

  constructor(list: Windowed<Entry, Model>) {
    this.#list = list;
    this.#slots = new RowSlots(list);
    list.host.addController(this);
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
    this.#findStale = true;
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Whether every row is in the page, for paper. */
  get printing(): boolean {
    return this.#printing;
  }

  /** How many whole rows the view holds, for PageUp and PageDown. */
  get pageRows(): number {
    return Math.max(1, Math.floor(viewOf(this.#scrollers).height / this.#layout.rowHeight) - 2);
  }

  /** The row's element, where it is in the page. */
  elementOf(key: string): HTMLElement | null {
    return this.#slots.at(key)?.element ?? null;
  }

  /** The key of the row that holds this node. */
  keyAt(node: Node): string | null {
    return this.#slots.holding(node)?.key ?? null;
  }

  /** Brings the entry into the page and scrolls it into view, by as little as needed. */
  reveal(index: number): HTMLElement | null {
    const entry = this.#entries[index];
    if (entry === undefined || !this.#rows) return null;
    const slot = this.#slots.mount(entry, index);
    this.#slots.put(slot, this.#placeOf(index));
    slot.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (!this.#syncing) this.sync();
    return this.elementOf(this.#list.keyOf(entry)) ?? this.#slots.mount(entry, index).element;
  }

  hostConnected(): void {
    if (typeof window === 'undefined') return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener('beforeprint', () => this.#print(true), { signal });
    addEventListener('afterprint', () => this.#print(false), { signal });
    addEventListener('resize', () => this.#list.host.requestUpdate(), { signal, passive: true });
    this.#rows = null;
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#scrolling?.abort();
    this.#resize?.disconnect();
    clearTimeout(this.#settle);
    this.#rows = null;
  }

  hostUpdated(): void {
    this.#attach();
    this.#measure();
    this.sync();
  }

  /** Shows what is in view now. */
  sync(): void {
    const rows = this.#rows;
    if (!rows) return;
    const layout = this.#layout;
    const lost = this.#lostFocus();
    const range = this.#printing ? { start: 0, end: layout.count } : this.#inView(rows);
    this.#range = range;
    const wanted = new Map<string, number>();
    for (let index = range.start; index < range.end; index++) {
      const entry = this.#entries[index];
      if (entry !== undefined) wanted.set(this.#list.keyOf(entry), index);
    }
    for (const key of this.#kept()) {
      const index = wanted.has(key) ? -1 : this.#indexOf(key, this.#slots.at(key)?.index);
      if (index >= 0) wanted.set(key, index);
    }
    let neighbour: number | null = null;
    if (lost) {
      neighbour = layout.count === 0 ? null : Math.min(lost.index, layout.count - 1);
      const entry = neighbour === null ? undefined : this.#entries[neighbour];
      if (entry !== undefined && neighbour !== null) wanted.set(this.#list.keyOf(entry), neighbour);
    }
    this.#slots.releaseOthers(wanted, lost);
    for (const index of wanted.values()) {
      const entry = this.#entries[index];
      if (entry !== undefined) this.#slots.mount(entry, index);
    }
    this.#slots.putAll((index) => this.#placeOf(index));
    if (lost) {
      this.#syncing = true;
      this.#list.focusLost(neighbour);
      this.#syncing = false;
      if (lost.key !== null && !wanted.has(lost.key)) this.#slots.release(lost);
    }
    this.#slots.trim();
    this.#find?.cover(range);
    if (this.#printing) this.#slots.order();
    else this.#still();
  }

  #attach(): void {
    const rows = this.#list.host.renderRoot.querySelector<HTMLElement>('.rows');
    if (rows === this.#rows) return;
    this.#find?.remove();
    this.#find = null;
    this.#findStale = true;
    this.#slots.rows = rows;
    this.#rows = rows;
    if (!rows) return;
    this.#resize?.disconnect();
    this.#resize = new ResizeObserver(() => {
      this.#measure();
      this.sync();
    });
    this.#follow(rows);
    for (const target of [...this.#probes(), document.body]) this.#resize.observe(target);
  }

  #probes(): Element[] {
    return [...this.#list.host.renderRoot.querySelectorAll('.probe-row, .probe-header')];
  }

  /** Heights come from the style sheet, so that density, breakpoints and the page's text size all count. */
  #measure(): void {
    if (!this.#rows) return;
    const [row, header] = this.#probes().map((probe) => Math.round(probe.getBoundingClientRect().height));
    if (row && header && (row !== this.#layout.rowHeight || header !== this.#layout.headerHeight)) {
      this.#layout = { ...this.#layout, rowHeight: row, headerHeight: header };
      this.#findStale = true;
    }
    this.#rows.style.setProperty('--_row-px', `${this.#layout.rowHeight}px`);
    this.#rows.style.setProperty('--_header-px', `${this.#layout.headerHeight}px`);
    this.#rows.style.blockSize = `${boxHeight(this.#layout)}px`;
    this.#scrollInside(this.#rows);
  }

  /** Where the host page gave the element a height that the rows outgrow, they scroll inside it, else with the page. */
  #scrollInside(rows: HTMLElement): void {
    const box = rows.closest('.scroller');
    // The grid's own height: rows that are still to leave may reach out of it.
    const height = rows.closest<HTMLElement>('.grid')?.offsetHeight ?? 0;
    if (!box || height > box.clientHeight + 1 === box.classList.contains('inner')) return;
    box.classList.toggle('inner');
    this.#follow(rows);
  }

  #follow(rows: HTMLElement): void {
    this.#scrolling?.abort();
    this.#scrolling = new AbortController();
    const { signal } = this.#scrolling;
    this.#scrollers = scrollersOf(rows);
    const scrolled = () => this.sync();
    for (const target of [...this.#scrollers, document])
      target.addEventListener('scroll', scrolled, { signal, passive: true });
    for (const scroller of this.#scrollers) this.#resize?.observe(scroller);
  }

  #inView(rows: HTMLElement): Range {
    const view = viewOf(this.#scrollers);
    const scrolled = view.top - rows.getBoundingClientRect().top;
    this.#list.scrolled?.(scrolled > 0);
    this.#shift = listOffset(this.#layout, scrolled, view.height) - scrolled;
    if (scrolled + view.height < 0 || scrolled > boxHeight(this.#layout)) return { start: 0, end: 0 };
    const top = listOffset(this.#layout, scrolled, view.height);
    return rangeOf(this.#layout, Math.max(0, top), view.height + Math.min(0, top), OVERSCAN);
  }

  /** How far the rows' true offsets are from where they are put; nought but for lists beyond the tallest box. */
  #shift = 0;

  *#kept(): Iterable<string> {
    const kept = this.#list.keptKey();
    if (kept !== null) yield kept;
    const { focused } = this.#slots;
    if (focused?.key != null) yield focused.key;
  }

  /** The focused row, where its entry is no longer in the list. */
  #lostFocus(): Slot | null {
    const slot = this.#slots.focused;
    return slot?.key != null && this.#indexOf(slot.key, slot.index) < 0 ? slot : null;
  }

  #indexOf(key: string, guess = -1): number {
    const guessed = this.#entries[guess];
    if (guessed !== undefined && this.#list.keyOf(guessed) === key) return guess;
    return this.#entries.findIndex((entry) => this.#list.keyOf(entry) === key);
  }

  #placeOf(index: number): number {
    return offsetOf(this.#layout, index) - this.#shift;
  }

  #still(): void {
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => {
      this.#slots.order();
      this.#settle = setTimeout(() => void this.#writeFind(), REST);
    }, SETTLE);
  }

  async #writeFind(): Promise<void> {
    const rows = this.#rows;
    if (!rows || !this.#findStale) return;
    if (!this.#find) {
      const { FindLayer } = await import('./find-layer.ts');
      if (rows !== this.#rows) return;
      this.#find ??= new FindLayer(rows);
    }
    this.#findStale = false;
    if (totalHeight(this.#layout) !== boxHeight(this.#layout)) {
      this.#find.clear();
      return;
    }
    const entries = this.#entries;
    this.#find.write(this.#layout, this.#range, (index) => {
      const entry = entries[index];
      return entry === undefined ? '' : this.#list.textOf(entry);
    });
  }

  /** Paper takes every row, and takes them now: an update is not waited for. */
  #print(printing: boolean): void {
    this.#printing = printing;
    this.#list.host.requestUpdate();
    (this.#list.host as { performUpdate?: () => void }).performUpdate?.();
  }
}
