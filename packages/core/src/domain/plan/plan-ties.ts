// Ties the rules of a plan to their anchors (rulebook §3), and again as anchors go and come back. A tie that would close a
// loop is noted; whether the loop stays is known only when all changes of a batch are made.
import type { Id } from '../../schema/index.ts';
import { anchorId } from './plan-anchoring.ts';
import { NONE, type PlanGraph, SECTION, type SlotKind } from './plan-graph.ts';
import type { PlanOrder } from './plan-order.ts';
import type { PlanSlots } from './plan-slots.ts';
import type { PlanDate } from './plan.ts';

/** One node resting on another. */
export interface Tie {
  readonly under: number;
  readonly over: number;
}

export class PlanTies {
  readonly #graph: PlanGraph;
  readonly #order: PlanOrder;
  readonly #slots: PlanSlots;
  /** Rules whose anchor is not in the plan, by the id they name: tied again where it comes back. */
  readonly #astray = new Map<Id, Set<number>>();
  /** The first tie of a batch of changes that closes a loop, and those made after it. */
  closing: readonly Tie[] = [];

  constructor(graph: PlanGraph, order: PlanOrder, slots: PlanSlots) {
    this.#graph = graph;
    this.#order = order;
    this.#slots = slots;
  }

  /** Ties a rule to its anchor while nothing is in order yet. */
  tieUnordered(node: number, date: PlanDate | null): void {
    if (date === null || date.rule.type !== 'relative') return;
    const target = this.#slots.anchorNode(date);
    if (target === NONE) this.#lose(node, anchorId(date));
    else this.#graph.tie(node, target);
  }

  /** Ties a rule to its anchor. */
  tie(node: number, date: PlanDate | null): void {
    const target = date === null ? NONE : this.#slots.anchorNode(date);
    if (target !== NONE) this.allow(target, node);
    this.tieUnordered(node, date);
  }

  untie(node: number, date: PlanDate | null): void {
    this.#graph.untie(node);
    const id = anchorId(date);
    if (id !== null) this.#astray.get(id)?.delete(node);
  }

  /**
   * Makes room for one node to rest on another. Where that closes a loop it is noted, and nothing is put in order any more:
   * whether the loop stays is known when all changes are made.
   */
  allow(under: number, over: number): void {
    if (this.closing.length > 0 || !this.#order.allow(under, over)) this.closing = [...this.closing, { under, over }];
  }

  /** Ties the rules that named it while it was not there; gives them. */
  retie(id: Id, kind: SlotKind): readonly number[] {
    const tied: number[] = [];
    for (const node of [...(this.#astray.get(id) ?? [])]) {
      const date = this.#slots.dateAt(node);
      const anchor = date?.rule.type === 'relative' ? date.rule.anchor : null;
      if (!anchor || (anchor.type === 'sectionCompleted') !== (kind === SECTION)) continue;
      this.untie(node, date);
      this.tie(node, date);
      tied.push(node);
    }
    return tied;
  }

  /** Leaves without anchor the rules that rest on a node which goes; calls back for each before. */
  strand(node: number, id: Id, before: (over: number) => void): void {
    const { head } = this.#graph;
    for (let over = head[node] ?? NONE; over !== NONE; over = head[node] ?? NONE) {
      before(over);
      this.#graph.untie(over);
      this.#lose(over, id);
    }
  }

  #lose(node: number, id: Id | null): void {
    if (id === null) return;
    const known = this.#astray.get(id);
    if (known) known.add(node);
    else this.#astray.set(id, new Set([node]));
  }
}
