// What each node of a plan comes to (rulebook §3, §3.1), in arrays of numbers: a day and a standing (its basis, or why it is
// broken) for each start and due date, and for the completion of each action and section. A closing's dates and a pin stand as
// they are; a rule on a loop is broken; any other relative rule counts from what its anchor comes to.
import type { ActionState, Calendar, CivilDate } from '../../schema/index.ts';
import { type Day, parseDay } from '../civil-date.ts';
import { ACTION, COMPLETION, DUE, grown, NONE, type PlanGraph, slotOf, START } from './plan-graph.ts';
import type { PlanOrder } from './plan-order.ts';
import type { DateField, PlanAction, PlanSetting } from './plan.ts';
import { dayAtDistance, distanceOf } from './shift.ts';

/** No day. */
export const NO_DAY = -0x80000000;

/** Standings: no rule, the bases, and from GONE on why it is broken. */
const NO_RULE = 0;
const FIXED = 1;
export const SETTLED = 2;
export const PROJECTED = 3;
const WAITING = 4;
const GONE = 5;
const CANCELLED = 6;
const LOOP = 7;
const ON_BROKEN = 8;

/** What a date comes from, in the low three bits; above them the standing of what is given, or else a rule's unit and roll. */
const FROM_NOTHING = 0;
const FROM_ROOM = 1;
const FROM_START = 2;
const FROM_NODE = 3;
const GIVEN = 4;
const SOURCE_BITS = 3;
const UNIT_BITS = 2;

/** What an action's completion comes from. */
const OPEN = 0;
const DONE = 1;
const DROPPED = 2;

const STATES: Readonly<Record<ActionState, number>> = {
  todo: OPEN,
  inProgress: OPEN,
  done: DONE,
  notDone: DROPPED,
  cancelled: DROPPED,
};

/** Whether a date with that standing waits for what it counts from. */
export function isWaiting(standing: number): boolean {
  return standing === PROJECTED || standing === WAITING;
}

const dayOrNone = (date: CivilDate | null): Day => (date === null ? NO_DAY : parseDay(date));

export class PlanValues {
  readonly #graph: PlanGraph;
  readonly #order: PlanOrder;
  #roomCreated: Day = NO_DAY;
  #engagementStart: Day = NO_DAY;
  #today: Day = NO_DAY;
  #calendar: Calendar;
  /** By node: where it comes from, and the number to that: the day that is given, or how far a rule counts. */
  #source: Uint8Array;
  #number: Int32Array;
  /** By node: what it comes to. */
  day: Int32Array;
  standing: Uint8Array;

  constructor(graph: PlanGraph, order: PlanOrder, setting: PlanSetting) {
    this.#graph = graph;
    this.#order = order;
    this.#calendar = setting.calendar;
    this.ask(setting);
    const nodes = 3 * graph.capacity;
    this.#source = new Uint8Array(nodes);
    this.#number = new Int32Array(nodes);
    this.day = new Int32Array(nodes).fill(NO_DAY);
    this.standing = new Uint8Array(nodes);
  }

  /** The facts and the calendar that rules count by from now on. */
  ask({ roomCreated, engagementStart, calendar, today }: PlanSetting): void {
    this.#roomCreated = dayOrNone(roomCreated);
    this.#engagementStart = dayOrNone(engagementStart);
    this.#calendar = calendar;
    this.#today = today;
  }

  /** A slot that is used anew has come to nothing yet. */
  clear(slot: number): void {
    const nodes = 3 * this.#graph.capacity;
    if (this.day.length < nodes) {
      this.#source = grown(this.#source, nodes);
      this.#number = grown(this.#number, nodes);
      this.day = grown(this.day, nodes, NO_DAY);
      this.standing = grown(this.standing, nodes);
    }
    for (let node = 3 * slot; node <= 3 * slot + COMPLETION; node++) {
      this.#source[node] = FROM_NOTHING;
      this.day[node] = NO_DAY;
      this.standing[node] = NO_RULE;
    }
  }

  /** Takes in where an action's dates and its completion come from. */
  write(slot: number, action: PlanAction): void {
    const { closed, state } = action;
    this.#writeDate(3 * slot + START, action, 'start');
    this.#writeDate(3 * slot + DUE, action, 'due');
    this.#source[3 * slot + COMPLETION] = STATES[state];
    this.#number[3 * slot + COMPLETION] = closed === null ? NO_DAY : parseDay(closed.on);
  }

  /** What stands by itself is a closing's date, a pin, a fixed date. */
  #writeDate(node: number, action: PlanAction, field: DateField): void {
    const date = action[field];
    if (date === null) {
      this.#source[node] = FROM_NOTHING;
      return;
    }
    const { rule, pinned } = date;
    if (action.closed !== null) {
      const day = dayOrNone(action.closed[field]);
      this.#give(node, day, day === NO_DAY ? WAITING : SETTLED);
    } else if (pinned !== null) this.#give(node, parseDay(pinned), FIXED);
    else if (rule.type === 'fixed') this.#give(node, parseDay(rule.date), FIXED);
    else {
      const { amount, unit, roll } = distanceOf(rule);
      const { type } = rule.anchor;
      const from = type === 'roomCreated' ? FROM_ROOM : type === 'engagementStart' ? FROM_START : FROM_NODE;
      this.#source[node] = from | (unit << SOURCE_BITS) | (roll << (SOURCE_BITS + UNIT_BITS));
      this.#number[node] = amount;
    }
  }

  #give(node: number, day: Day, standing: number): void {
    this.#source[node] = GIVEN | (standing << SOURCE_BITS);
    this.#number[node] = day;
  }

  /** The node that a start or due date is counted from; NONE where it stands by itself or counts from a fact. */
  anchorOf(node: number): number {
    return ((this.#source[node] ?? 0) & 7) === FROM_NODE ? (this.#graph.target[node] ?? NONE) : NONE;
  }

  /** Works a node out from what it rests on; gives whether it came to something else than before. */
  work(node: number): boolean {
    const slot = slotOf(node);
    if (node - 3 * slot !== COMPLETION) return this.#workDate(node);
    return this.#graph.kind[slot] === ACTION ? this.#workAction(node) : this.#workSection(slot, node);
  }

  #workDate(node: number): boolean {
    const source = this.#source[node] ?? 0;
    switch (source & 7) {
      case FROM_NOTHING:
        return this.#set(node, NO_DAY, NO_RULE);
      case GIVEN:
        return this.#set(node, this.#number[node] ?? NO_DAY, source >> SOURCE_BITS);
      case FROM_ROOM:
        return this.#count(node, source, this.#roomCreated, SETTLED);
      case FROM_START:
        return this.#count(node, source, this.#engagementStart, SETTLED);
      default:
        return this.#countFrom(node, source, this.#graph.target[node] ?? NONE);
    }
  }

  #countFrom(node: number, source: number, anchor: number): boolean {
    if (anchor === NONE) return this.#set(node, NO_DAY, GONE);
    if (this.#order.hasLoops && this.#order.looped[node] === 1) return this.#set(node, NO_DAY, LOOP);
    const standing = this.standing[anchor] ?? NO_RULE;
    const day = this.day[anchor] ?? NO_DAY;
    // Of completions only an action's can be broken: it is cancelled, and so is what counts from it.
    if (standing >= GONE) return this.#set(node, NO_DAY, anchor - 3 * slotOf(anchor) === DUE ? ON_BROKEN : CANCELLED);
    return this.#count(node, source, day, standing === FIXED ? SETTLED : standing);
  }

  #count(node: number, source: number, from: Day, standing: number): boolean {
    if (from === NO_DAY) return this.#set(node, NO_DAY, WAITING);
    const unit = (source >> SOURCE_BITS) & 3;
    const roll = source >> (SOURCE_BITS + UNIT_BITS);
    const to = dayAtDistance(from, this.#number[node] ?? 0, unit, roll, this.#calendar);
    return to === null ? this.#set(node, NO_DAY, WAITING) : this.#set(node, to, standing);
  }

  /** An open action is taken to be completed on the later of today and its due date; where it has none, on no day. */
  #workAction(node: number): boolean {
    const state = this.#source[node];
    if (state === DROPPED) return this.#set(node, NO_DAY, CANCELLED);
    const day = (state === DONE ? this.#number[node] : this.day[node - COMPLETION + DUE]) ?? NO_DAY;
    if (day === NO_DAY) return this.#set(node, NO_DAY, WAITING);
    return state === DONE
      ? this.#set(node, day, SETTLED)
      : this.#set(node, day > this.#today ? day : this.#today, PROJECTED);
  }

  /** All of its actions that were not dropped, and one at least, must be done; the latest of their days is its own. */
  #workSection(section: number, node: number): boolean {
    const { first, nextInSection } = this.#graph;
    let latest = NO_DAY;
    let standing = NO_RULE;
    for (let action = first[section] ?? NONE; action !== NONE; action = nextInSection[action] ?? NONE) {
      const completion = 3 * action + COMPLETION;
      const one = this.standing[completion] ?? WAITING;
      if (one === CANCELLED) continue;
      if (one === WAITING) return this.#set(node, NO_DAY, WAITING);
      if (one > standing) standing = one;
      const day = this.day[completion] ?? NO_DAY;
      if (day > latest) latest = day;
    }
    return this.#set(node, latest, standing === NO_RULE ? WAITING : standing);
  }

  #set(node: number, day: Day, standing: number): boolean {
    if (this.day[node] === day && this.standing[node] === standing) return false;
    this.day[node] = day;
    this.standing[node] = standing;
    return true;
  }
}
