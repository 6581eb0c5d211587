// The order in which the dates of a plan are worked out: nothing before what it rests on. Kept while anchors change by
// moving only what lies between the two (Pearce and Kelly 2006, "A dynamic topological sort algorithm for directed acyclic
// graphs"), which also finds the loop that a change would close. A plan that arrives with a loop in it is ordered around
// the rules on the loop, which are marked (rulebook §3).
import { ACTION, COMPLETION, FREE, grown, NONE, type PlanGraph, slotOf } from './plan-graph.ts';
import { rulesOnLoops } from './plan-loops.ts';

/** In place of how many a node waits for: it stands in the order. */
const DONE = -1;

export class PlanOrder {
  readonly #graph: PlanGraph;
  /** The nodes in order; NONE where one has gone. */
  nodes = new Int32Array(0);
  /** Where each node stands. */
  place = new Int32Array(0);
  length = 0;
  /** By node: whether it is a rule on a loop. */
  looped = new Uint8Array(0);
  hasLoops = false;
  /** By node: when it was last reached. Made when the order first has to change. */
  #mark = new Int32Array(0);
  #turn = 0;
  #gone = 0;

  constructor(graph: PlanGraph) {
    this.#graph = graph;
  }

  /** Puts the nodes of a new slot at the end. */
  append(slot: number): void {
    this.#reserve();
    for (let node = firstNode(this.#graph.kind, slot); node <= 3 * slot + COMPLETION; node++) {
      this.looped[node] = 0;
      this.place[node] = this.length;
      this.nodes[this.length++] = node;
    }
  }

  /** Takes out the nodes of a slot that goes. */
  drop(slot: number): void {
    for (let node = firstNode(this.#graph.kind, slot); node <= 3 * slot + COMPLETION; node++) {
      this.nodes[this.place[node] ?? 0] = NONE;
      this.#gone++;
    }
    if (this.#gone > this.length / 2 + 64) this.#compact();
  }

  /** Makes room for `over` to rest on `under`; gives false, and changes nothing, where that would close a loop. */
  allow(under: number, over: number): boolean {
    if (under === over) return false;
    const to = this.place[under] ?? 0;
    const from = this.place[over] ?? 0;
    if (to < from && !this.hasLoops) return true;
    const above = this.#reach(
      over,
      (node, visit) => this.#graph.eachOver(node, visit),
      (place) => place <= to || this.hasLoops,
    );
    if (this.#mark[under] === this.#turn) return false;
    if (this.hasLoops) return true;
    const below = this.#reach(
      under,
      (node, visit) => this.#graph.eachUnder(node, visit),
      (place) => place >= from,
    );
    const byPlace = (a: number, b: number) => (this.place[a] ?? 0) - (this.place[b] ?? 0);
    above.sort(byPlace);
    below.sort(byPlace);
    const moved = [...below, ...above];
    const places = moved.map((node) => this.place[node] ?? 0).sort((a, b) => a - b);
    moved.forEach((node, index) => {
      const place = places[index] ?? 0;
      this.place[node] = place;
      this.nodes[place] = node;
    });
    return true;
  }

  /**
   * Orders all anew: what rests on a node comes as soon after it as it can, so that what is worked out together lies together.
   */
  sort(): void {
    this.#reserve();
    const graph = this.#graph;
    const { slots, kind } = graph;
    const waits = new Int32Array(3 * slots);
    if (this.hasLoops) this.looped.fill(0);
    this.length = 0;
    this.#gone = 0;
    let nodes = 0;
    for (let slot = 0; slot < slots; slot++) {
      if (kind[slot] === FREE) continue;
      nodes += kind[slot] === ACTION ? 3 : 1;
      this.#countUnder(slot, waits);
    }
    for (let slot = 0; slot < slots; slot++) {
      if (kind[slot] === FREE) continue;
      for (let node = firstNode(kind, slot); node <= 3 * slot + COMPLETION; node++)
        if (waits[node] === 0) this.#follow(node, waits);
    }
    this.hasLoops = this.length < nodes;
    if (!this.hasLoops) return;
    const onLoops = rulesOnLoops(graph, waits);
    for (const node of onLoops) this.looped[node] = 1;
    for (const node of onLoops) this.#follow(node, waits);
  }

  /** How many nodes each node of the slot rests on. */
  #countUnder(slot: number, waits: Int32Array): void {
    const { kind, target, first, nextInSection } = this.#graph;
    if (kind[slot] === ACTION) {
      for (let node = 3 * slot; node < 3 * slot + COMPLETION; node++) if (target[node] !== NONE) waits[node] = 1;
      waits[3 * slot + COMPLETION] = 2;
      return;
    }
    let members = 0;
    for (let action = first[slot] ?? NONE; action !== NONE; action = nextInSection[action] ?? NONE) members++;
    waits[3 * slot + COMPLETION] = members;
  }

  /** Puts in a node, and all that waits for nothing more with it. Those still to be followed stand at the end of `nodes`. */
  #follow(from: number, waits: Int32Array): void {
    const { head, next, kind, section } = this.#graph;
    const { nodes, looped } = this;
    const end = nodes.length;
    let top = end;
    waits[from] = DONE;
    nodes[--top] = from;
    while (top < end) {
      const node = nodes[top++] ?? 0;
      this.#put(node);
      const slot = slotOf(node);
      let own = NONE;
      if (node - 3 * slot !== COMPLETION) own = 3 * slot + COMPLETION;
      else if (kind[slot] === ACTION && section[slot] !== NONE) own = 3 * (section[slot] ?? 0) + COMPLETION;
      for (let over = head[node] ?? NONE; over !== NONE; over = next[over] ?? NONE) {
        if (looped[over] === 0 && isMet(over, waits)) nodes[--top] = over;
      }
      if (own !== NONE && isMet(own, waits)) nodes[--top] = own;
    }
  }

  #put(node: number): void {
    this.place[node] = this.length;
    this.nodes[this.length++] = node;
  }

  /** All that is reached from a node, itself included, within those places; each is marked with this turn. */
  #reach(
    from: number,
    each: (node: number, visit: (other: number) => void) => void,
    within: (place: number) => boolean,
  ): number[] {
    if (this.#mark.length < this.place.length) this.#mark = grown(this.#mark, this.place.length);
    const turn = ++this.#turn;
    const found = [from];
    this.#mark[from] = turn;
    const visit = (node: number) => {
      if (this.#mark[node] === turn || !within(this.place[node] ?? 0)) return;
      this.#mark[node] = turn;
      found.push(node);
    };
    for (const node of found) each(node, visit);
    return found;
  }

  #compact(): void {
    let length = 0;
    for (let place = 0; place < this.length; place++) {
      const node = this.nodes[place] ?? NONE;
      if (node === NONE) continue;
      this.place[node] = length;
      this.nodes[length++] = node;
    }
    this.length = length;
    this.#gone = 0;
  }

  #reserve(): void {
    const nodes = 3 * this.#graph.capacity;
    if (this.place.length < nodes) {
      this.place = grown(this.place, nodes);
      this.looped = grown(this.looped, nodes);
    }
    // What has gone keeps its place until the next compaction.
    if (this.nodes.length < this.length + 3 || this.nodes.length < nodes)
      this.nodes = grown(this.nodes, Math.max(nodes, 2 * this.length + 3), NONE);
  }
}

/** Notes that one node less is waited for; gives whether that was the last. */
function isMet(node: number, waits: Int32Array): boolean {
  const left = (waits[node] ?? 0) - 1;
  waits[node] = left === 0 ? DONE : left;
  return left === 0;
}

/** The first of a slot's nodes that is one: a section has only the last. */
function firstNode(kind: Uint8Array, slot: number): number {
  return kind[slot] === ACTION ? 3 * slot : 3 * slot + COMPLETION;
}
