// The loops of a plan as they are told (rulebook §3, §3.1): the actions and sections on one, each resting on the next, beginning
// at the smallest id.
import type { Id } from '../../schema/index.ts';
import { isSameAnchor } from './plan-anchoring.ts';
import type { PlanChange } from './plan-change.ts';
import { COMPLETION, NONE, type PlanGraph, slotOf } from './plan-graph.ts';
import { shortestWay } from './plan-loops.ts';
import type { PlanOrder } from './plan-order.ts';
import { fieldOf, type PlanSlots } from './plan-slots.ts';
import type { Tie } from './plan-ties.ts';
import type { PlanAction } from './plan.ts';

export class ToldLoops {
  readonly #graph: PlanGraph;
  readonly #order: PlanOrder;
  readonly #slots: PlanSlots;

  constructor(graph: PlanGraph, order: PlanOrder, slots: PlanSlots) {
    this.#graph = graph;
    this.#order = order;
    this.#slots = slots;
  }

  /** For each rule on a loop the shortest loop through it, each loop once. */
  all(): readonly (readonly Id[])[] {
    const found = new Map<string, readonly Id[]>();
    for (const tie of this.#tiesOnLoops()) {
      const loop = this.#through(tie);
      if (loop.length > 0) found.set(loop.join('\n'), loop);
    }
    return [...found.values()].sort((a, b) => (a.join() < b.join() ? -1 : 1));
  }

  /** The shortest of the loops through any of these ties; null where they close none. */
  shortest(ties: readonly Tie[]): readonly Id[] | null {
    const loops = ties.map((tie) => this.#through(tie)).filter(({ length }) => length > 0);
    return loops.reduce<readonly Id[] | null>((best, one) => (best && best.length <= one.length ? best : one), null);
  }

  /**
   * Of the loops there are, one that changes closed; null where they closed none. All has been put in order anew.
   * @param back what takes the changes back, in the order of the changes
   */
  closedBy(back: readonly PlanChange[]): readonly Id[] | null {
    const before = actionsBefore(back);
    const ties = this.#tiesOnLoops().filter(({ over }) => this.#isNew(over, before));
    for (const [id, was] of before) {
      const slot = this.#slots.ofAction(id);
      if (slot === NONE || was?.sectionId === this.#slots.actionAt(slot)?.sectionId) continue;
      ties.push({ under: 3 * slot + COMPLETION, over: 3 * (this.#graph.section[slot] ?? NONE) + COMPLETION });
    }
    return this.shortest(ties);
  }

  #tiesOnLoops(): Tie[] {
    const ties: Tie[] = [];
    for (let over = 0; over < 3 * this.#graph.slots; over++) {
      const under = this.#graph.target[over] ?? NONE;
      if (this.#order.looped[over] === 1 && under !== NONE) ties.push({ under, over });
    }
    return ties;
  }

  /** Whether a rule did not rest on what it rests on now. Where its anchor was not there, neither was the anchor's own tie. */
  #isNew(over: number, before: ReadonlyMap<Id, PlanAction | null>): boolean {
    const id = this.#slots.idOf(slotOf(over));
    return before.has(id) && !isSameAnchor(before.get(id)?.[fieldOf(over)] ?? null, this.#slots.dateAt(over));
  }

  /** The loop that `over` resting on `under` closes; empty where it closes none. */
  #through({ under, over }: Tie): readonly Id[] {
    return turned((shortestWay(this.#graph, under, over) ?? []).map((slot) => this.#slots.idOf(slot)));
  }
}

/** Begins at the smallest id; where the way ends where it began, that is named once. */
function turned(loop: readonly Id[]): readonly Id[] {
  const once = loop.length > 1 && loop[0] === loop.at(-1) ? loop.slice(0, -1) : loop;
  const smallest = once.reduce((least, id, at) => (id < (once[least] ?? '') ? at : least), 0);
  return [...once.slice(smallest), ...once.slice(0, smallest)];
}

/** The actions that changes touched, as they were before; null where they were not there. */
function actionsBefore(back: readonly PlanChange[]): Map<Id, PlanAction | null> {
  const actions = new Map<Id, PlanAction | null>();
  for (const one of back.toReversed()) {
    if (one.type === 'action') actions.set(one.action.id, one.action);
    else if (one.type === 'removeAction') actions.set(one.actionId, null);
  }
  return actions;
}
