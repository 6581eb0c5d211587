// A list of 10,000 actions holds in the page only the rows in view: fixed heights say which (layout.ts). The row that
// holds the focus or the tab stop always stays; where it is removed, the focus goes to its neighbour. Printing puts every
// row in the page.
import type { ReactiveController } from 'lit';
import type { FindLayer } from './find-layer.ts';
import { boxHeight, type Layout, listOffset, offsetOf, type Range, rangeOf, totalHeight } from './layout.ts';
import type { Boxed, RowBox } from './row-box.ts';
import type { Slot } from './row-slots.ts';
import { scrollersOf, viewOf } from './scroller.ts';

/** What the window asks of the list it shows. */
export interface Windowed<Entry, Model extends object> extends Boxed<Entry, Model> {
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

/** Shows a window of a long list inside its box. */
export class RowWindow<Entry, Model extends object> implements ReactiveController {
  readonly #list: Windowed<Entry, Model>;
  readonly #box: RowBox<Entry, Model>;
  #rows: HTMLElement | null = null;
  #find: FindLayer | null = null;
  /** Of which entries and heights what find-in-page finds was written. */
  #found: { entries: readonly Entry[]; layout: Layout } | null = null;
  #scrollers: readonly Element[] = [];
  #range: Range = { start: 0, end: 0 };
  #printing = false;
  /** The list is being asked where the focus goes: what it reveals is shown by the turn that asks. */
  #syncing = false;
  #settle: ReturnType<typeof setTimeout> | undefined;
  #resize: ResizeObserver | null = null;
  #listening: AbortController | null = null;
  #scrolling: AbortController | null = null;

  /** @param box with the rows that are shown already */
  constructor(list: Windowed<Entry, Model>, box: RowBox<Entry, Model>) {
    this.#list = list;
    this.#box = box;
    list.host.addController(this);
  }

  /** Whether every row is in the page, for paper. */
  get printing(): boolean {
    return this.#printing;
  }

  /** How many whole rows the view holds, for PageUp and PageDown. */
  get pageRows(): number {
    return Math.max(1, Math.floor(viewOf(this.#scrollers).height / this.#box.layout.rowHeight) - 2);
  }

  /** Brings the entry into the page and scrolls it into view, by as little as needed. */
  reveal(index: number): HTMLElement | null {
    const slot = this.#rows && this.#box.mount(index, this.#shift);
    if (!slot) return null;
    slot.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (!this.#syncing) this.sync();
    const entry = this.#box.entries[index];
    const shown = entry === undefined ? null : this.#box.elementOf(this.#list.keyOf(entry));
    return shown ?? this.#box.mount(index, this.#shift)?.element ?? null;
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
    const { slots, layout, entries } = this.#box;
    const lost = this.#lostFocus();
    const range = this.#printing ? { start: 0, end: layout.count } : this.#inView(rows);
    this.#range = range;
    const wanted = new Map<string, number>();
    for (let index = range.start; index < range.end; index++) {
      const entry = entries[index];
      if (entry !== undefined) wanted.set(this.#list.keyOf(entry), index);
    }
    for (const key of this.#kept()) {
      const index = wanted.has(key) ? -1 : this.#indexOf(key, slots.at(key)?.index);
      if (index >= 0) wanted.set(key, index);
    }
    let neighbour: number | null = null;
    if (lost) {
      neighbour = layout.count === 0 ? null : Math.min(lost.index, layout.count - 1);
      const entry = neighbour === null ? undefined : entries[neighbour];
      if (entry !== undefined && neighbour !== null) wanted.set(this.#list.keyOf(entry), neighbour);
    }
    slots.releaseOthers(wanted, lost);
    for (const index of wanted.values()) this.#box.mount(index, this.#shift);
    if (lost) {
      // It stays where it was until the focus has left it.
      slots.put(lost, offsetOf(layout, lost.index) - this.#shift);
      this.#syncing = true;
      this.#list.focusLost(neighbour);
      this.#syncing = false;
      if (lost.key !== null && !wanted.has(lost.key)) slots.release(lost);
    }
    slots.trim();
    this.#find?.cover(range);
    if (this.#printing) slots.order();
    else this.#still();
  }

  #attach(): void {
    const rows = this.#box.attach();
    if (rows === this.#rows) return;
    this.#find?.remove();
    this.#find = null;
    this.#found = null;
    this.#rows = rows;
    if (!rows) return;
    this.#resize?.disconnect();
    this.#resize = new ResizeObserver(() => {
      this.#measure();
      this.sync();
    });
    this.#follow(rows);
    for (const target of [...this.#box.probes, document.body]) this.#resize.observe(target);
  }

  #measure(): void {
    if (this.#rows && this.#box.measure()) this.#follow(this.#rows);
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
    this.#shift = listOffset(this.#box.layout, scrolled, view.height) - scrolled;
    if (scrolled + view.height < 0 || scrolled > boxHeight(this.#box.layout)) return { start: 0, end: 0 };
    const top = listOffset(this.#box.layout, scrolled, view.height);
    return rangeOf(this.#box.layout, Math.max(0, top), view.height + Math.min(0, top), OVERSCAN);
  }

  /** How far the rows' true offsets are from where they are put; nought but for lists beyond the tallest box. */
  #shift = 0;

  *#kept(): Iterable<string> {
    const kept = this.#list.keptKey();
    if (kept !== null) yield kept;
    const { focused } = this.#box.slots;
    if (focused?.key != null) yield focused.key;
  }

  /** The focused row, where its entry is no longer in the list. */
  #lostFocus(): Slot | null {
    const slot = this.#box.slots.focused;
    return slot?.key != null && this.#indexOf(slot.key, slot.index) < 0 ? slot : null;
  }

  #indexOf(key: string, guess = -1): number {
    const { entries } = this.#box;
    const guessed = entries[guess];
    if (guessed !== undefined && this.#list.keyOf(guessed) === key) return guess;
    return entries.findIndex((entry) => this.#list.keyOf(entry) === key);
  }

  #still(): void {
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => {
      this.#box.slots.order();
      this.#settle = setTimeout(() => void this.#writeFind(), REST);
    }, SETTLE);
  }

  async #writeFind(): Promise<void> {
    const rows = this.#rows;
    if (!rows || (this.#found?.entries === this.#box.entries && this.#found.layout === this.#box.layout)) return;
    if (!this.#find) {
      const { FindLayer } = await import('./find-layer.ts');
      if (rows !== this.#rows) return;
      this.#find ??= new FindLayer(rows);
    }
    const { entries, layout } = this.#box;
    this.#found = { entries, layout };
    if (totalHeight(layout) !== boxHeight(layout)) {
      this.#find.clear();
      return;
    }
    this.#find.write(layout, this.#range, (index) => {
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
