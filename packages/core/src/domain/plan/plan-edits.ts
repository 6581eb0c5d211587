// Makes the changes of a plan, one at a time, in what is kept of it (rulebook §3): each gives what takes it back, and marks
// what is to be worked out again.
import type { Id } from '../../schema/index.ts';
import { isSameAnchor } from './plan-anchoring.ts';
import type { PlanChange } from './plan-change.ts';
import { ACTION, COMPLETION, DUE, NONE, type PlanGraph, SECTION, type SlotKind } from './plan-graph.ts';
import type { PlanMoves } from './plan-moves.ts';
import type { PlanOrder } from './plan-order.ts';
import { FIELDS, type PlanSlots } from './plan-slots.ts';
import type { PlanSweep } from './plan-sweep.ts';
import type { PlanTies } from './plan-ties.ts';
import type { PlanValues } from './plan-values.ts';
import type { Plan, PlanAction, PlanSetting } from './plan.ts';

/** What is kept of a plan. */
export interface PlanParts {
  readonly graph: PlanGraph;
  readonly order: PlanOrder;
  readonly slots: PlanSlots;
  readonly ties: PlanTies;
  readonly values: PlanValues;
  readonly moves: PlanMoves;
  readonly sweep: PlanSweep;
}

export class PlanEdits {
  readonly #parts: PlanParts;
  #setting: PlanSetting;

  constructor(parts: PlanParts, setting: PlanSetting) {
    this.#parts = parts;
    this.#setting = setting;
  }

  /** Takes a plan in as it arrives, loops and all. */
  load({ sections, actions }: Plan): void {
    const { graph, order, slots, ties, values } = this.#parts;
    for (const { id } of sections) slots.add(id, SECTION);
    for (const { id } of actions) slots.add(id, ACTION);
    // Slots are given one after the other, and actions mostly come section by section.
    let slot = sections.length;
    let section = { id: '', slot: NONE };
    for (const action of actions) {
      if (section.id !== action.sectionId || section.slot === NONE)
        section = { id: action.sectionId, slot: this.#sectionOf(action) };
      graph.join(slot, section.slot);
      values.write(slot, action);
      slots.put(slot, action);
      for (const [kind, field] of FIELDS) ties.tieUnordered(3 * slot + kind, action[field]);
      slot++;
    }
    order.sort();
  }

  /** Makes one change; gives how to take it back. */
  make(change: PlanChange): readonly PlanChange[] {
    switch (change.type) {
      case 'setting': {
        const before = this.#setting;
        this.#setting = { ...before, ...change.setting };
        this.#parts.values.ask(this.#setting);
        this.#parts.sweep.touchAll();
        return [{ type: 'setting', setting: before }];
      }
      case 'section':
        return this.#addSection(change.sectionId);
      case 'removeSection':
        return this.#removeSection(change.sectionId);
      case 'removeAction':
        return this.#removeAction(change.actionId);
      case 'action':
        return this.#put(change.action);
    }
  }

  #addSection(id: Id): readonly PlanChange[] {
    const { slots } = this.#parts;
    if (slots.ofSection(id) !== NONE) return [];
    const slot = this.#add(id, SECTION);
    this.#parts.sweep.touch(3 * slot + COMPLETION);
    this.#retie(id, SECTION);
    return [{ type: 'removeSection', sectionId: id }];
  }

  #removeSection(id: Id): readonly PlanChange[] {
    const { graph, order, slots } = this.#parts;
    const slot = slots.ofSection(id);
    if (slot === NONE) return [];
    if (graph.first[slot] !== NONE) throw new TypeError(`section ${id} still holds actions: remove or move them first`);
    this.#strand(3 * slot + COMPLETION, id);
    order.drop(slot);
    slots.remove(slot);
    return [{ type: 'section', sectionId: id }];
  }

  #removeAction(id: Id): readonly PlanChange[] {
    const { order, slots, ties, moves } = this.#parts;
    const slot = slots.ofAction(id);
    const action = slots.actionAt(slot);
    if (action === undefined) return [];
    moves.leave(slot, id);
    for (const [kind, field] of FIELDS) ties.untie(3 * slot + kind, action[field]);
    this.#strand(3 * slot + DUE, id);
    this.#strand(3 * slot + COMPLETION, id);
    this.#leaveSection(slot);
    order.drop(slot);
    slots.remove(slot);
    return [{ type: 'action', action }];
  }

  /** Adds an action, or puts it in place of the one there is. */
  #put(action: PlanAction): readonly PlanChange[] {
    const { graph, slots, ties, values, moves, sweep } = this.#parts;
    const section = this.#sectionOf(action);
    const known = slots.ofAction(action.id);
    const before = slots.actionAt(known);
    const slot = known === NONE ? this.#add(action.id, ACTION) : known;
    if (before === undefined) moves.arrive(slot, action.id);
    else for (const [kind] of FIELDS) moves.remember(3 * slot + kind);
    // What it no longer rests on closes no loop, so all is untied before anything is tied.
    const untied = FIELDS.filter(([, field]) => !before || !isSameAnchor(before[field], action[field]));
    for (const [kind, field] of untied) ties.untie(3 * slot + kind, before?.[field] ?? null);
    if (graph.section[slot] !== section) {
      this.#leaveSection(slot);
      ties.allow(3 * slot + COMPLETION, 3 * section + COMPLETION);
      graph.join(slot, section);
      sweep.touch(3 * section + COMPLETION);
    }
    values.write(slot, action);
    slots.put(slot, action);
    for (const [kind, field] of untied) ties.tie(3 * slot + kind, action[field]);
    for (let node = 3 * slot; node <= 3 * slot + COMPLETION; node++) sweep.touch(node);
    if (before !== undefined) return [{ type: 'action', action: before }];
    this.#retie(action.id, ACTION);
    return [{ type: 'removeAction', actionId: action.id }];
  }

  #add(id: Id, kind: SlotKind): number {
    const { order, slots, values } = this.#parts;
    const slot = slots.add(id, kind);
    values.clear(slot);
    order.append(slot);
    return slot;
  }

  #leaveSection(slot: number): void {
    const { graph, sweep } = this.#parts;
    const section = graph.section[slot] ?? NONE;
    if (section !== NONE) sweep.touch(3 * section + COMPLETION);
    graph.leave(slot);
  }

  /** Rules that named it while it was not there rest on it now. */
  #retie(id: Id, kind: SlotKind): void {
    for (const node of this.#parts.ties.retie(id, kind)) this.#parts.sweep.touch(node);
  }

  /** Rules that rest on a node which goes are left without. */
  #strand(node: number, id: Id): void {
    const { ties, moves, sweep } = this.#parts;
    ties.strand(node, id, (over) => {
      moves.remember(over);
      sweep.touch(over);
    });
  }

  #sectionOf({ id, sectionId }: PlanAction): number {
    const slot = this.#parts.slots.ofSection(sectionId);
    if (slot === NONE)
      throw new TypeError(`action ${id} is in section ${sectionId}, which the plan has not: add the section first`);
    return slot;
  }
}
