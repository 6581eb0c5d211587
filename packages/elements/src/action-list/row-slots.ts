// The elements that hold the rows in the page. A row that leaves the view lends its element to one that comes in, so
// scrolling makes none; a row is drawn again only when a field of its model is another.
import { render, type TemplateResult } from 'lit';

/** What the slots ask of the list they show. `Model` holds all that a row's template reads. */
export interface Drawn<Entry, Model extends object> {
  readonly host: HTMLElement;
  keyOf(entry: Entry): string;
  modelOf(entry: Entry, index: number): Model;
  draw(model: Model): TemplateResult;
}

/** An element, and the entry it shows now. */
export interface Slot {
  readonly element: HTMLElement;
  key: string | null;
  index: number;
  model: object | null;
  place: number;
}

/** Spare elements kept for the next rows that come into view. */
const SPARE = 8;

function sameModel(a: object | null, b: object): boolean {
  if (a === null) return false;
  const before = a as Record<string, unknown>;
  const after = b as Record<string, unknown>;
  for (const field in after) if (before[field] !== after[field]) return false;
  return true;
}

export class RowSlots<Entry, Model extends object> {
  readonly #list: Drawn<Entry, Model>;
  readonly #slots = new Map<string, Slot>();
  #free: Slot[] = [];
  #rows: HTMLElement | null = null;

  constructor(list: Drawn<Entry, Model>) {
    this.#list = list;
  }

  /** The element that holds them; another one begins with none. */
  set rows(rows: HTMLElement | null) {
    for (const slot of [...this.#slots.values(), ...this.#free]) slot.element.remove();
    this.#slots.clear();
    this.#free = [];
    this.#rows = rows;
  }

  get rows(): HTMLElement | null {
    return this.#rows;
  }

  at(key: string): Slot | undefined {
    return this.#slots.get(key);
  }

  holding(node: Node): Slot | null {
    for (const slot of this.#slots.values()) if (slot.element.contains(node)) return slot;
    return null;
  }

  /** The one that holds the focus. */
  get focused(): Slot | null {
    const root = this.#rows?.getRootNode();
    const active = root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
    return active && this.#rows?.contains(active) ? this.holding(active) : null;
  }

  /** Draws an entry, in the slot it has or in a spare one. */
  mount(entry: Entry, index: number): Slot {
    const key = this.#list.keyOf(entry);
    const slot = this.#slots.get(key) ?? this.#free.pop() ?? this.#make();
    slot.key = key;
    this.#slots.set(key, slot);
    slot.element.hidden = false;
    slot.index = index;
    const model = this.#list.modelOf(entry, index);
    if (sameModel(slot.model, model)) return slot;
    slot.model = model;
    render(this.#list.draw(model), slot.element, { host: this.#list.host });
    return slot;
  }

  /** Puts it where its row is to be seen. */
  put(slot: Slot, place: number): void {
    if (place === slot.place) return;
    slot.place = place;
    slot.element.style.transform = `translateY(${place}px)`;
  }

  /** Puts all of them where `placeOf` says. */
  putAll(placeOf: (index: number) => number): void {
    for (const slot of this.#slots.values()) this.put(slot, placeOf(slot.index));
  }

  release(slot: Slot): void {
    if (slot.key !== null) this.#slots.delete(slot.key);
    slot.key = null;
    this.#free.push(slot);
  }

  /** Releases those of other entries than these, but for `kept`. */
  releaseOthers(wanted: ReadonlyMap<string, number>, kept: Slot | null): void {
    for (const [key, slot] of this.#slots) if (!wanted.has(key) && slot !== kept) this.release(slot);
  }

  /** Hides what is spare, and lets go of more than a few. */
  trim(): void {
    for (const slot of this.#free) slot.element.hidden = true;
    while (this.#free.length > SPARE) this.#free.shift()?.element.remove();
  }

  /** Puts the rows in the page in the order in which they are seen, for reading order; the focused one is not moved. */
  order(): void {
    const rows = this.#rows;
    if (!rows) return;
    const focused = this.focused?.element;
    const slots = [...this.#slots.values()].sort((a, b) => a.index - b.index);
    let cursor: Element | null = rows.firstElementChild;
    for (const { element } of slots) {
      if (element === cursor || element === focused) cursor = element.nextElementSibling;
      else rows.insertBefore(element, cursor);
    }
  }

  #make(): Slot {
    const element = document.createElement('div');
    element.className = 'slot';
    this.#rows?.insertBefore(element, this.#rows.querySelector(':scope > .find'));
    return { element, key: null, index: -1, model: null, place: NaN };
  }
}
