// The order in which the dates of a plan are worked out: nothing before what it rests on. Kept while anchors change by
// moving only what lies between the two (Pearce and Kelly 2006, "A dynamic topological sort algorithm for directed acyclic
// graphs"), which also finds the loop that a change would close. A plan that arrives with a loop in it is ordered around
// the rules on the loop, which are marked (rulebook §3).
import { ACTION, COMPLETION, FREE, grown, NONE, type PlanGraph } from './plan-graph.ts';
import { rulesOnLoops } from './plan-loops.ts';

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
  #mark = new Int32Array(0);
  #turn = 0;
  #gone = 0;

  constructor(graph: PlanGraph) {
    this.#graph = graph;
  }

  /** Puts the nodes of a new slot at the end. */
  append(slot: number): void {
    this.#reserve();
    const from = this.#graph.kind[slot] === ACTION ? 0 : COMPLETION;
    for (let node = 3 * slot + from; node <= 3 * slot + COMPLETION; node++) {
      this.looped[node] = 0;
      this.place[node] = this.length;
      this.nodes[this.length++] = node;
    }
  }

  /** Takes out the nodes of a slot that goes. */
  drop(slot: number): void {
    const from = this.#graph.kind[slot] === ACTION ? 0 : COMPLETION;
    for (let node = 3 * slot + from; node <= 3 * slot + COMPLETION; node++) {
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

  /** Orders all anew. */
  sort(): void {
    this.#reserve();
    const graph = this.#graph;
    const { slots, kind } = graph;
    const waits = new Int32Array(3 * slots);
    this.looped.fill(0);
    this.length = 0;
    this.#gone = 0;
    let nodes = 0;
    for (let slot = 0; slot < slots; slot++) {
      if (kind[slot] === FREE) continue;
      if (kind[slot] === ACTION) {
        nodes += 3;
        for (let node = 3 * slot; node < 3 * slot + COMPLETION; node++) {
          if (graph.target[node] === NONE) this.#put(node);
          else waits[node] = 1;
        }
        waits[3 * slot + COMPLETION] = 2;
      } else {
        nodes++;
        let members = 0;
        for (let action = graph.first[slot] ?? NONE; action !== NONE; action = graph.nextInSection[action] ?? NONE)
          members++;
        if (members === 0) this.#put(3 * slot + COMPLETION);
        else waits[3 * slot + COMPLETION] = members;
      }
    }
    this.#follow(waits, 0);
    this.hasLoops = this.length < nodes;
    if (!this.hasLoops) return;
    const done = this.length;
    for (const node of rulesOnLoops(graph, waits)) {
      this.looped[node] = 1;
      waits[node] = 0;
      this.#put(node);
    }
    this.#follow(waits, done);
  }

  /** Puts in all that waits for nothing more, from the place given on. */
  #follow(waits: Int32Array, from: number): void {
    const { head, next, kind, section } = this.#graph;
    const met = (node: number) => {
      const left = (waits[node] ?? 0) - 1;
      waits[node] = left;
      if (left === 0) this.#put(node);
    };
    for (let place = from; place < this.length; place++) {
      const node = this.nodes[place] ?? 0;
      const slot = Math.floor(node / 3);
      if (node - 3 * slot !== COMPLETION) met(3 * slot + COMPLETION);
      else if (kind[slot] === ACTION && section[slot] !== NONE) met(3 * (section[slot] ?? 0) + COMPLETION);
      for (let over = head[node] ?? NONE; over !== NONE; over = next[over] ?? NONE)
        if (this.looped[over] === 0) met(over);
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
      this.#mark = grown(this.#mark, nodes);
    }
    // What has gone keeps its place until the next compaction.
    if (this.nodes.length < this.length + 3 || this.nodes.length < nodes)
      this.nodes = grown(this.nodes, Math.max(nodes, 2 * this.length + 3), NONE);
  }
}
