// What rests on what in a plan, as arrays of numbers. Each action and each section has a slot, each slot three nodes: its
// start, its due date, its completion (a section has only the last). A start or a due date rests on its anchor, a completion
// on its own action's start and due date, a section's on the completions of its actions (rulebook §3.1). Whatever hangs on a
// node is a list through the nodes themselves, for each rests on one anchor only.

/** No node, no slot. */
export const NONE = -1;

/** What a node is: the remainder of its number by three; the quotient is its slot. */
export const START = 0;
export const DUE = 1;
export const COMPLETION = 2;

export const FREE = 0;
export const ACTION = 1;
export const SECTION = 2;

/** What has a slot. */
export type SlotKind = typeof ACTION | typeof SECTION;

type Numbers = Int32Array | Uint8Array;

/** The slot of a node. */
export function slotOf(node: number): number {
  return (node / 3) | 0;
}

/** The array with room for more. */
export function grown<T extends Numbers>(array: T, size: number, filler = 0): T {
  const larger = new (array.constructor as new (size: number) => T)(size);
  larger.set(array);
  if (filler !== 0) larger.fill(filler, array.length);
  return larger;
}

export class PlanGraph {
  /** How many slots there are, free ones included. */
  slots = 0;
  #free: number[] = [];
  /** By slot: what it is, the section's slot of an action, the first action of a section, the next and the one before. */
  kind = new Uint8Array(0);
  section = new Int32Array(0);
  first = new Int32Array(0);
  nextInSection = new Int32Array(0);
  #prevInSection = new Int32Array(0);
  /** By node: the anchor it rests on; the first that rests on it; the next that rests on the same anchor. */
  target = new Int32Array(0);
  head = new Int32Array(0);
  next = new Int32Array(0);
  #prev = new Int32Array(0);

  constructor(capacity: number) {
    this.#reserve(Math.max(4, capacity));
  }

  /** How many slots there is room for. */
  get capacity(): number {
    return this.kind.length;
  }

  add(kind: SlotKind): number {
    const slot = this.#free.pop() ?? this.slots++;
    if (slot >= this.capacity) this.#reserve(this.capacity * 2);
    this.kind[slot] = kind;
    return slot;
  }

  /** Frees a slot. Whatever rested on it, or it on others, has been untied before. */
  remove(slot: number): void {
    this.kind[slot] = FREE;
    this.#free.push(slot);
  }

  /** Ties a start or due date to its anchor. */
  tie(node: number, anchor: number): void {
    const after = this.head[anchor] ?? NONE;
    this.target[node] = anchor;
    this.next[node] = after;
    this.#prev[node] = NONE;
    if (after !== NONE) this.#prev[after] = node;
    this.head[anchor] = node;
  }

  untie(node: number): void {
    const anchor = this.target[node] ?? NONE;
    if (anchor === NONE) return;
    const before = this.#prev[node] ?? NONE;
    const after = this.next[node] ?? NONE;
    if (before === NONE) this.head[anchor] = after;
    else this.next[before] = after;
    if (after !== NONE) this.#prev[after] = before;
    this.target[node] = NONE;
  }

  join(action: number, section: number): void {
    const after = this.first[section] ?? NONE;
    this.section[action] = section;
    this.nextInSection[action] = after;
    this.#prevInSection[action] = NONE;
    if (after !== NONE) this.#prevInSection[after] = action;
    this.first[section] = action;
  }

  leave(action: number): void {
    const section = this.section[action] ?? NONE;
    if (section === NONE) return;
    const before = this.#prevInSection[action] ?? NONE;
    const after = this.nextInSection[action] ?? NONE;
    if (before === NONE) this.first[section] = after;
    else this.nextInSection[before] = after;
    if (after !== NONE) this.#prevInSection[after] = before;
    this.section[action] = NONE;
  }

  /** Calls back for each node that this one rests on. */
  eachUnder(node: number, visit: (under: number) => void): void {
    const slot = slotOf(node);
    if (node % 3 !== COMPLETION) {
      const anchor = this.target[node] ?? NONE;
      if (anchor !== NONE) visit(anchor);
    } else if (this.kind[slot] === ACTION) {
      visit(3 * slot + START);
      visit(3 * slot + DUE);
    } else {
      for (let action = this.first[slot] ?? NONE; action !== NONE; action = this.nextInSection[action] ?? NONE)
        visit(3 * action + COMPLETION);
    }
  }

  /** Calls back for each node that rests on this one. */
  eachOver(node: number, visit: (over: number) => void): void {
    const slot = slotOf(node);
    if (node % 3 !== COMPLETION) visit(3 * slot + COMPLETION);
    else if (this.kind[slot] === ACTION) {
      const section = this.section[slot] ?? NONE;
      if (section !== NONE) visit(3 * section + COMPLETION);
    }
    for (let over = this.head[node] ?? NONE; over !== NONE; over = this.next[over] ?? NONE) visit(over);
  }

  #reserve(capacity: number): void {
    this.kind = grown(this.kind, capacity);
    this.section = grown(this.section, capacity, NONE);
    this.first = grown(this.first, capacity, NONE);
    this.nextInSection = grown(this.nextInSection, capacity, NONE);
    this.#prevInSection = grown(this.#prevInSection, capacity, NONE);
    this.target = grown(this.target, 3 * capacity, NONE);
    this.head = grown(this.head, 3 * capacity, NONE);
    this.next = grown(this.next, 3 * capacity, NONE);
    this.#prev = grown(this.#prev, 3 * capacity, NONE);
  }
}
