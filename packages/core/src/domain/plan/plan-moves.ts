// Which dates of a plan came to something else by a batch of changes, from what to what (rulebook §3). Of dates that only
// follow others there may be very many, so each is kept as a few numbers and put together when it is read.
import type { Id } from '../../schema/index.ts';
import type { Day } from '../civil-date.ts';
import type { MovedDate } from './plan-change.ts';
import { NONE, slotOf, START } from './plan-graph.ts';
import { dateRead, isSameDate } from './plan-reading.ts';
import { FIELDS, fieldOf, type PlanSlots } from './plan-slots.ts';
import { isWaiting, NO_DAY, type PlanValues } from './plan-values.ts';
import type { DateField, ResolvedDate } from './plan.ts';

/** A date that came to something else by what it rests on, which it did before and still does. */
class FollowingMove implements MovedDate {
  readonly actionId: Id;
  readonly #anchorId: Id | null;
  readonly #fromDay: Day;
  readonly #toDay: Day;
  /** What it came from, what to, four bits each; above them whether it is a start or a due date. */
  readonly #standings: number;

  constructor(actionId: Id, anchorId: Id | null, fromDay: Day, toDay: Day, standings: number) {
    this.actionId = actionId;
    this.#anchorId = anchorId;
    this.#fromDay = fromDay;
    this.#toDay = toDay;
    this.#standings = standings;
  }

  get field(): DateField {
    return this.#standings >> 8 === START ? 'start' : 'due';
  }

  get from(): ResolvedDate {
    const standing = this.#standings & 15;
    return dateRead(this.#fromDay, standing, isWaiting(standing) ? this.#anchorId : null);
  }

  get to(): ResolvedDate {
    const standing = (this.#standings >> 4) & 15;
    return dateRead(this.#toDay, standing, isWaiting(standing) ? this.#anchorId : null);
  }
}

export class PlanMoves {
  readonly #slots: PlanSlots;
  readonly #values: PlanValues;
  #moved: MovedDate[] = [];
  /** Of each node whose own rule was touched: whose it is, and what it came to before; null where it was not there. */
  readonly #before = new Map<number, { id: Id; date: ResolvedDate | null }>();
  /** The dates of actions that the changes took away, should they come back. */
  readonly #left = new Map<Id, Partial<Record<DateField, ResolvedDate | null>>>();

  constructor(slots: PlanSlots, values: PlanValues) {
    this.#slots = slots;
    this.#values = values;
  }

  /** What a start or due date comes to now. */
  now(node: number): ResolvedDate {
    const standing = this.#values.standing[node] ?? 0;
    const anchor = isWaiting(standing) ? this.#values.anchorOf(node) : NONE;
    const waitsFor = anchor === NONE ? null : this.#slots.idOf(slotOf(anchor));
    return dateRead(this.#values.day[node] ?? NO_DAY, standing, waitsFor);
  }

  /** Begins a batch of changes. */
  begin(): void {
    this.#before.clear();
    this.#left.clear();
  }

  /** Keeps what a date came to before what it rests on is changed. */
  remember(node: number): void {
    if (!this.#before.has(node)) this.#before.set(node, { id: this.#slots.idOf(slotOf(node)), date: this.now(node) });
  }

  /** Keeps that an action comes: what its dates came to before the batch, where the batch took it away. */
  arrive(slot: number, id: Id): void {
    for (const [kind, field] of FIELDS)
      this.#before.set(3 * slot + kind, { id, date: this.#left.get(id)?.[field] ?? null });
  }

  /** Keeps that an action goes, with what its dates came to. */
  leave(slot: number, id: Id): void {
    const dates: Partial<Record<DateField, ResolvedDate | null>> = {};
    for (const [kind, field] of FIELDS) {
      const node = 3 * slot + kind;
      this.remember(node);
      dates[field] = this.#before.get(node)?.date ?? null;
      this.#before.delete(node);
    }
    this.#left.set(id, dates);
  }

  /** Notes a date that came to something else, by what it came to before. Those touched themselves are told at the end. */
  note(node: number, fromDay: Day, fromStanding: number): void {
    if (this.#before.has(node)) return;
    const { day, standing } = this.#values;
    const slot = slotOf(node);
    const anchor = this.#values.anchorOf(node);
    const move = new FollowingMove(
      this.#slots.idOf(slot),
      anchor === NONE ? null : this.#slots.idOf(slotOf(anchor)),
      fromDay,
      day[node] ?? NO_DAY,
      fromStanding | ((standing[node] ?? 0) << 4) | ((node - 3 * slot) << 8),
    );
    this.#moved.push(move);
  }

  /** All that moved since it was last asked, each date once. */
  take(): readonly MovedDate[] {
    const moved = this.#moved;
    this.#moved = [];
    for (const [node, { id, date: from }] of this.#before) {
      if (from === null) continue;
      const to = this.now(node);
      if (!isSameDate(from, to)) moved.push({ actionId: id, field: fieldOf(node), from, to });
    }
    return moved;
  }
}
