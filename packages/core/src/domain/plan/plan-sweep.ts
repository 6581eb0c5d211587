// Brings the dates of a plan up to date (rulebook §3): what was touched, and then only what rests on what came to something
// else, each node once, in the order in which nodes rest on one another. A bit for each place in that order says whether what
// stands there is to be worked out.
import { ACTION, COMPLETION, DUE, NONE, type PlanGraph, slotOf } from './plan-graph.ts';
import type { PlanMoves } from './plan-moves.ts';
import type { PlanOrder } from './plan-order.ts';
import { NO_DAY, type PlanValues } from './plan-values.ts';

export class PlanSweep {
  readonly #graph: PlanGraph;
  readonly #order: PlanOrder;
  readonly #values: PlanValues;
  readonly #moves: PlanMoves;
  #dirty = new Int32Array(0);
  #first = 0;
  #last = -1;
  /** Touched by changes: places may still move, so they are looked up only when all changes are made. */
  #touched: number[] = [];
  #isAll = false;

  constructor(graph: PlanGraph, order: PlanOrder, values: PlanValues, moves: PlanMoves) {
    this.#graph = graph;
    this.#order = order;
    this.#values = values;
    this.#moves = moves;
  }

  /** This node is to be worked out. */
  touch(node: number): void {
    this.#touched.push(node);
  }

  /** All is to be worked out. */
  touchAll(): void {
    this.#isAll = true;
  }

  /** Works all out for the first time. */
  begin(): void {
    const { nodes, length } = this.#order;
    const values = this.#values;
    for (let place = 0; place < length; place++) values.work(nodes[place] ?? 0);
  }

  /** Works out what was touched and what follows; notes each start and due date that came to something else. */
  settle(): void {
    this.#mark();
    const { nodes } = this.#order;
    const dirty = this.#dirty;
    // What follows stands later in the order, mostly in the words after.
    for (let word = this.#first; word <= this.#last; word++) {
      for (let bits = dirty[word] ?? 0; bits !== 0; bits = dirty[word] ?? 0) {
        const bit = 31 - Math.clz32(bits & -bits);
        dirty[word] = bits & ~(1 << bit);
        const node = nodes[(word << 5) + bit] ?? NONE;
        if (node !== NONE) this.#follow(node);
      }
    }
  }

  #mark(): void {
    const { length, place, nodes } = this.#order;
    const words = (length >>> 5) + 1;
    if (this.#dirty.length < words) this.#dirty = new Int32Array((nodes.length >>> 5) + 1);
    this.#first = words;
    this.#last = -1;
    if (this.#isAll) {
      this.#isAll = false;
      this.#dirty.fill(-1, 0, words - 1);
      this.#dirty[words - 1] = (1 << (length & 31)) - 1;
      this.#first = 0;
      this.#last = words - 1;
    } else {
      // A node that has gone since stands nowhere.
      for (const node of this.#touched) if (nodes[place[node] ?? 0] === node) this.#soil(node);
    }
    this.#touched = [];
  }

  #follow(node: number): void {
    const values = this.#values;
    const day = values.day[node] ?? NO_DAY;
    const standing = values.standing[node] ?? 0;
    if (!values.work(node)) return;
    const slot = slotOf(node);
    const kind = node - 3 * slot;
    if (kind === COMPLETION) {
      this.#soilOver(node);
      if (this.#graph.kind[slot] === ACTION) this.#soilSection(slot);
      return;
    }
    this.#moves.note(node, day, standing);
    if (kind !== DUE) return;
    this.#soilOver(node);
    // Its completion rests on nothing else that counts, so it is worked out with it.
    const completion = 3 * slot + COMPLETION;
    if (!values.work(completion)) return;
    this.#soilOver(completion);
    this.#soilSection(slot);
  }

  #soilOver(node: number): void {
    const { head, next } = this.#graph;
    for (let over = head[node] ?? NONE; over !== NONE; over = next[over] ?? NONE) this.#soil(over);
  }

  #soilSection(slot: number): void {
    const section = this.#graph.section[slot] ?? NONE;
    if (section !== NONE) this.#soil(3 * section + COMPLETION);
  }

  #soil(node: number): void {
    const place = this.#order.place[node] ?? 0;
    const word = place >>> 5;
    this.#dirty[word] = (this.#dirty[word] ?? 0) | (1 << (place & 31));
    if (word < this.#first) this.#first = word;
    if (word > this.#last) this.#last = word;
  }
}
