// What each node of a plan comes to (rulebook §3, §3.1), in arrays of numbers: a day and a basis for each start and due date,
// and for each section's completion. A closing's dates and a pin stand as they are; a rule on a loop is broken; any other
// relative rule counts from what its anchor comes to.
import type { Calendar } from '../../schema/index.ts';
import type { Day } from '../civil-date.ts';
import { ACTION, COMPLETION, DUE, grown, NONE, type PlanGraph } from './plan-graph.ts';
import type { PlanOrder } from './plan-order.ts';
import { dayAtDistance } from './shift.ts';

/** No day. */
export const NO_DAY = -0x80000000;

/** Bases, as numbers; 0: no rule. */
export const NO_RULE = 0;
export const FIXED = 1;
export const SETTLED = 2;
export const PROJECTED = 3;
export const WAITING = 4;
const BROKEN = 5;

/** Reasons for being broken, as numbers. */
const GONE = 1;
const CANCELLED = 2;
const LOOP = 3;
const ON_BROKEN = 4;

/** What a rule counts from where that is no node. */
export const FROM_NODE = 0;
export const FROM_ROOM = 1;
export const FROM_START = 2;
export const FROM_GONE = 3;

/** States, as numbers. */
export const OPEN = 0;
export const DONE = 1;
export const DROPPED = 2;

/** The facts and the calendar that rules count by. */
export interface ValueSetting {
  readonly roomCreated: Day;
  readonly engagementStart: Day;
  readonly calendar: Calendar;
  readonly today: Day;
}

export class PlanValues {
  readonly #graph: PlanGraph;
  readonly #order: PlanOrder;
  setting: ValueSetting;
  /** By slot: an action's state, and the day it was closed on. */
  state = new Uint8Array(0);
  closedOn = new Int32Array(0);
  /** By node: what stands by itself, its basis (NO_RULE: nothing does), or else how the rule counts and from what. */
  given = new Int32Array(0);
  givenBasis = new Uint8Array(0);
  from = new Uint8Array(0);
  amount = new Int32Array(0);
  unit = new Uint8Array(0);
  roll = new Uint8Array(0);
  /** By node: what it comes to. */
  day = new Int32Array(0);
  basis = new Uint8Array(0);
  reason = new Uint8Array(0);

  constructor(graph: PlanGraph, order: PlanOrder, setting: ValueSetting) {
    this.#graph = graph;
    this.#order = order;
    this.setting = setting;
    this.reserve();
  }

  /** Makes room for as many slots as the graph has room for. */
  reserve(): void {
    const slots = this.#graph.capacity;
    if (this.state.length >= slots) return;
    this.state = grown(this.state, slots);
    this.closedOn = grown(this.closedOn, slots);
    this.given = grown(this.given, 3 * slots);
    this.givenBasis = grown(this.givenBasis, 3 * slots);
    this.from = grown(this.from, 3 * slots);
    this.amount = grown(this.amount, 3 * slots);
    this.unit = grown(this.unit, 3 * slots);
    this.roll = grown(this.roll, 3 * slots);
    this.day = grown(this.day, 3 * slots, NO_DAY);
    this.basis = grown(this.basis, 3 * slots);
    this.reason = grown(this.reason, 3 * slots);
  }

  /** A slot that is used anew has come to nothing yet. */
  clear(slot: number): void {
    this.reserve();
    for (let node = 3 * slot; node <= 3 * slot + COMPLETION; node++) {
      this.givenBasis[node] = NO_RULE;
      this.from[node] = FROM_NODE;
      this.#set(node, NO_DAY, NO_RULE);
    }
  }

  /** Works a node out from what it rests on; gives whether it came to something else than before. */
  work(node: number): boolean {
    const day = this.day[node];
    const basis = this.basis[node];
    const reason = this.reason[node];
    const slot = Math.floor(node / 3);
    if (node - 3 * slot !== COMPLETION) this.#workRule(node);
    else if (this.#graph.kind[slot] !== ACTION) this.#workSection(slot, node);
    return this.day[node] !== day || this.basis[node] !== basis || this.reason[node] !== reason;
  }

  #workRule(node: number): void {
    const givenBasis = this.givenBasis[node] ?? NO_RULE;
    if (givenBasis !== NO_RULE) this.#set(node, this.given[node] ?? NO_DAY, givenBasis);
    else if (this.from[node] === FROM_NODE && this.#graph.target[node] === NONE) this.#set(node, NO_DAY, NO_RULE);
    else if (this.#order.looped[node] === 1) this.#set(node, NO_DAY, BROKEN, LOOP);
    else this.#count(node);
  }

  #count(node: number): void {
    const { roomCreated, engagementStart } = this.setting;
    switch (this.from[node]) {
      case FROM_ROOM:
        return this.#shift(node, roomCreated, roomCreated === NO_DAY ? WAITING : SETTLED);
      case FROM_START:
        return this.#shift(node, engagementStart, engagementStart === NO_DAY ? WAITING : SETTLED);
      case FROM_GONE:
        return this.#set(node, NO_DAY, BROKEN, GONE);
      default:
        return this.#countFrom(node, this.#graph.target[node] ?? NONE);
    }
  }

  #countFrom(node: number, anchor: number): void {
    const slot = Math.floor(anchor / 3);
    if (anchor - 3 * slot === DUE) {
      const basis = this.basis[anchor] ?? NO_RULE;
      if (basis === BROKEN) this.#set(node, NO_DAY, BROKEN, ON_BROKEN);
      else
        this.#shift(node, this.day[anchor] ?? NO_DAY, basis === FIXED ? SETTLED : basis === NO_RULE ? WAITING : basis);
    } else if (this.#graph.kind[slot] !== ACTION) {
      this.#shift(node, this.day[anchor] ?? NO_DAY, this.basis[anchor] ?? WAITING);
    } else if (this.state[slot] === DONE) {
      this.#shift(node, this.closedOn[slot] ?? NO_DAY, SETTLED);
    } else if (this.state[slot] === DROPPED) {
      this.#set(node, NO_DAY, BROKEN, CANCELLED);
    } else {
      const day = this.projectionOf(slot);
      this.#shift(node, day, day === NO_DAY ? WAITING : PROJECTED);
    }
  }

  /** The day an open action is taken to be completed on: the later of today and its own due date; none where it has none. */
  projectionOf(slot: number): Day {
    const due = this.day[3 * slot + DUE] ?? NO_DAY;
    return due === NO_DAY ? NO_DAY : Math.max(due, this.setting.today);
  }

  /** All of its actions that were not dropped, and one at least, must be done; the latest of their days is its own. */
  #workSection(section: number, node: number): void {
    const { first, nextInSection } = this.#graph;
    let latest = NO_DAY;
    let basis = NO_RULE;
    for (let action = first[section] ?? NONE; action !== NONE; action = nextInSection[action] ?? NONE) {
      if (this.state[action] === DROPPED) continue;
      const isDone = this.state[action] === DONE;
      const day = isDone ? (this.closedOn[action] ?? NO_DAY) : this.projectionOf(action);
      if (day === NO_DAY) return this.#set(node, NO_DAY, WAITING);
      basis = isDone ? Math.max(basis, SETTLED) : PROJECTED;
      if (day > latest) latest = day;
    }
    this.#set(node, latest, basis === NO_RULE ? WAITING : basis);
  }

  #shift(node: number, day: Day, basis: number): void {
    if (day === NO_DAY) return this.#set(node, NO_DAY, basis === BROKEN ? BROKEN : WAITING);
    const amount = this.amount[node] ?? 0;
    const to = dayAtDistance(day, amount, this.unit[node] ?? 0, this.roll[node] ?? 0, this.setting.calendar);
    if (to === null) this.#set(node, NO_DAY, WAITING);
    else this.#set(node, to, basis);
  }

  #set(node: number, day: Day, basis: number, reason = 0): void {
    this.day[node] = day;
    this.basis[node] = basis;
    this.reason[node] = reason;
  }
}
