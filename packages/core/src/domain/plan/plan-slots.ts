// Which action or section of a plan has which slot in its arrays of numbers (rulebook §3), and the actions as they stand.
import type { Id } from '../../schema/index.ts';
import { ACTION, COMPLETION, DUE, NONE, type PlanGraph, type SlotKind, slotOf, START } from './plan-graph.ts';
import type { DateField, PlanAction, PlanDate } from './plan.ts';

/** The start and the due date: what each is to the graph, and to a plan. */
export const FIELDS = [
  [START, 'start'],
  [DUE, 'due'],
] as const;

/** Whether a node is a start or a due date. */
export function fieldOf(node: number): DateField {
  return node - 3 * slotOf(node) === START ? 'start' : 'due';
}

export class PlanSlots {
  readonly #graph: PlanGraph;
  readonly #actionSlots = new Map<Id, number>();
  readonly #sectionSlots = new Map<Id, number>();
  readonly #ids: Id[] = [];
  readonly #actions: (PlanAction | undefined)[] = [];

  constructor(graph: PlanGraph) {
    this.#graph = graph;
  }

  add(id: Id, kind: SlotKind): number {
    const slot = this.#graph.add(kind);
    this.#ids[slot] = id;
    (kind === ACTION ? this.#actionSlots : this.#sectionSlots).set(id, slot);
    return slot;
  }

  /** Frees the slot of what goes. */
  remove(slot: number): void {
    const id = this.idOf(slot);
    (this.#graph.kind[slot] === ACTION ? this.#actionSlots : this.#sectionSlots).delete(id);
    this.#actions[slot] = undefined;
    this.#graph.remove(slot);
  }

  /** An action's slot; NONE where the plan has it not. */
  ofAction(id: Id): number {
    return this.#actionSlots.get(id) ?? NONE;
  }

  /** A section's slot; NONE where the plan has it not. */
  ofSection(id: Id): number {
    return this.#sectionSlots.get(id) ?? NONE;
  }

  idOf(slot: number): Id {
    return this.#ids[slot] ?? '';
  }

  actionAt(slot: number): PlanAction | undefined {
    return slot === NONE ? undefined : this.#actions[slot];
  }

  put(slot: number, action: PlanAction): void {
    this.#actions[slot] = action;
  }

  /** The rule that a start or due date has. */
  dateAt(node: number): PlanDate | null {
    return this.#actions[slotOf(node)]?.[fieldOf(node)] ?? null;
  }

  /** The node that a relative rule counts from; NONE where it counts from a fact, or from what the plan has not. */
  anchorNode(date: PlanDate): number {
    if (date.rule.type !== 'relative') return NONE;
    const { anchor } = date.rule;
    switch (anchor.type) {
      case 'sectionCompleted':
        return nodeAt(this.ofSection(anchor.sectionId), COMPLETION);
      case 'actionDue':
        return nodeAt(this.ofAction(anchor.actionId), DUE);
      case 'actionCompleted':
        return nodeAt(this.ofAction(anchor.actionId), COMPLETION);
      default:
        return NONE;
    }
  }
}

function nodeAt(slot: number, kind: number): number {
  return slot === NONE ? NONE : 3 * slot + kind;
}
