// The dates of a plan (rulebook §3): worked out once, then after each change only what the change reaches, in the order in
// which dates rest on one another. A change that would close a loop is refused with the loop, and changes nothing.
import type { Id } from '../../schema/index.ts';
import type { MovedDate, PlanChange, PlanOutcome } from './plan-change.ts';
import { PlanEdits, type PlanParts } from './plan-edits.ts';
import { COMPLETION, DUE, NONE, PlanGraph, START } from './plan-graph.ts';
import { PlanMoves } from './plan-moves.ts';
import { PlanOrder } from './plan-order.ts';
import { PlanSlots } from './plan-slots.ts';
import { PlanSweep } from './plan-sweep.ts';
import { PlanTies } from './plan-ties.ts';
import { ToldLoops } from './plan-told-loops.ts';
import { NO_DAY, PlanValues, PROJECTED, SETTLED } from './plan-values.ts';
import type { DateField, Plan, PlanSetting, ResolvedDate, SectionCompletion } from './plan.ts';

export interface PlanResolver {
  /** What the rule for an action's start or due date gives; undefined for an action that the plan has not. */
  date(actionId: Id, field: DateField): ResolvedDate | undefined;
  /** How a section's completion stands; undefined for a section that the plan has not. */
  completion(sectionId: Id): SectionCompletion | undefined;
  /** The actions and sections of each loop the plan arrived with: each resting on the next, beginning at the smallest id. */
  readonly loops: readonly (readonly Id[])[];
  /** Makes all of the changes, or none of them. */
  apply(changes: readonly PlanChange[]): PlanOutcome;
}

/**
 * The dates of a plan, to be kept up to date change by change.
 * @param setting what they rest on beside the plan; `today` on the container's clock
 * @throws TypeError where an action names a section that the plan has not
 * @example createPlanResolver(plan, setting).date('act_1', 'due')
 */
export function createPlanResolver(plan: Plan, setting: PlanSetting): PlanResolver {
  return new Resolver(plan, setting);
}

class Resolver implements PlanResolver {
  readonly #parts: PlanParts;
  readonly #edits: PlanEdits;
  readonly #loops: ToldLoops;

  constructor(plan: Plan, setting: PlanSetting) {
    const graph = new PlanGraph(plan.actions.length + plan.sections.length);
    const order = new PlanOrder(graph);
    const slots = new PlanSlots(graph);
    const values = new PlanValues(graph, order, setting);
    const moves = new PlanMoves(slots, values);
    const sweep = new PlanSweep(graph, order, values, moves);
    this.#parts = { graph, order, slots, ties: new PlanTies(graph, order, slots), values, moves, sweep };
    this.#edits = new PlanEdits(this.#parts, setting);
    this.#loops = new ToldLoops(graph, order, slots);
    this.#edits.load(plan);
    sweep.begin();
  }

  date(actionId: Id, field: DateField): ResolvedDate | undefined {
    const slot = this.#parts.slots.ofAction(actionId);
    return slot === NONE ? undefined : this.#parts.moves.now(3 * slot + (field === 'start' ? START : DUE));
  }

  completion(sectionId: Id): SectionCompletion | undefined {
    const slot = this.#parts.slots.ofSection(sectionId);
    if (slot === NONE) return undefined;
    const { day, standing } = this.#parts.values;
    const node = 3 * slot + COMPLETION;
    return {
      basis: standing[node] === SETTLED ? 'settled' : standing[node] === PROJECTED ? 'projected' : 'waiting',
      day: day[node] === NO_DAY ? null : (day[node] ?? null),
    };
  }

  get loops(): readonly (readonly Id[])[] {
    return this.#loops.all();
  }

  apply(changes: readonly PlanChange[]): PlanOutcome {
    const { order, ties, moves, sweep } = this.#parts;
    moves.begin();
    const back: PlanChange[] = [];
    let loop: readonly Id[] | null = null;
    try {
      changes.forEach((one, index) => {
        const isLoopFree = ties.closing.length === 0 && !order.hasLoops;
        back.push(...this.#edits.make(one));
        // Nothing comes after it, and there was no loop before: this one stays.
        if (isLoopFree && ties.closing.length > 0 && index === changes.length - 1)
          loop = this.#loops.shortest(ties.closing);
      });
    } catch (error) {
      this.#takeBack(back);
      throw error;
    }
    if (loop !== null) {
      // Taking the last change back opens the loop, so that the order can be kept from there on.
      ties.closing = [];
      this.#takeBack(back);
      return { moved: null, loop };
    }
    if (ties.closing.length > 0) {
      order.sort();
      loop = this.#loops.closedBy(back);
      if (loop !== null) {
        this.#takeBack(back);
        return { moved: null, loop };
      }
      ties.closing = [];
      sweep.touchAll();
    }
    return { moved: this.#settle(), loop: null };
  }

  #takeBack(back: readonly PlanChange[]): void {
    for (const one of back.toReversed()) this.#edits.make(one);
    const { order, ties, sweep } = this.#parts;
    if (ties.closing.length > 0) {
      ties.closing = [];
      order.sort();
      sweep.touchAll();
    }
    this.#settle();
  }

  /** Brings all up to date; gives the dates that moved. */
  #settle(): readonly MovedDate[] {
    const { order, moves, sweep } = this.#parts;
    if (order.hasLoops) {
      order.sort();
      sweep.touchAll();
    }
    sweep.settle();
    return moves.take();
  }
}
