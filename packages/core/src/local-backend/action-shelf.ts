// The actions of one place, kept in each order they were asked for, so that a page is found by halving and not by
// looking at everything: the next after a position, place by place, then the first of them all.
import { comparatorOf, matches, sortKey } from '../domain/index.ts';
import type { ActionRecord, ActionSort, Id } from '../schema/index.ts';
import type { ActionListAnswer, ActionListRequest, Position, VisibleContainer } from './repository.ts';

/** An action with its key in some order. */
export interface ShelvedAction extends Position {
  record: ActionRecord;
}

/** The actions of one place. */
export interface ActionShelf {
  add(action: ActionRecord): void;
  remove(action: ActionRecord): void;
  /** All of them in this order. */
  inOrder(sort: ActionSort): readonly ShelvedAction[];
}

/** The place an action lives in, as a key: `relationship:ID`, or `personal:` and its owner. */
export function placeOf({ context, createdBy }: ActionRecord): string {
  switch (context.type) {
    case 'personal':
      return `personal:${createdBy}`;
    case 'relationship':
      return `relationship:${context.relationshipId}`;
    case 'room':
      return `room:${context.roomId}`;
    case 'engagement':
      return `engagement:${context.engagementId}`;
  }
}

/** An action with its key in an order. */
export function shelvedAction(record: ActionRecord, sort: ActionSort): ShelvedAction {
  return { key: sortKey(record, sort), id: record.id, record };
}

/** An empty shelf. */
export function createActionShelf(): ActionShelf {
  const records = new Map<Id, ActionRecord>();
  const orders = new Map<ActionSort, ShelvedAction[]>();

  return {
    add(record) {
      records.set(record.id, record);
      for (const [sort, order] of orders) {
        const shelved = shelvedAction(record, sort);
        order.splice(firstAfter(order, shelved, sort), 0, shelved);
      }
    },
    remove(record) {
      if (!records.delete(record.id)) return;
      for (const [sort, order] of orders) order.splice(firstAfter(order, shelvedAction(record, sort), sort) - 1, 1);
    },
    inOrder(sort) {
      let order = orders.get(sort);
      if (!order) {
        order = [...records.values()].map((record) => shelvedAction(record, sort)).sort(comparatorOf(sort));
        orders.set(sort, order);
      }
      return order;
    },
  };
}

/** What a transaction sees of a place: what is committed, less what it wrote itself, and what it wrote. */
export interface VisibleShelves {
  committed: readonly ShelvedAction[];
  own: readonly ShelvedAction[];
  /** Whose committed form does not count. */
  covered: ReadonlyMap<Id, unknown>;
}

/** One page of the actions of the request's places. */
export function pageOfShelves(
  { containers, filter, sort, after, limit, count }: ActionListRequest,
  shelvesOf: (container: VisibleContainer) => VisibleShelves,
): ActionListAnswer {
  const compare = comparatorOf(sort);
  const page: ShelvedAction[] = [];
  let counted = 0;

  for (const container of containers) {
    const { committed, own, covered } = shelvesOf(container);
    const wanted = (action: ShelvedAction) => matches(action.record, filter, container.today);
    let taken = 0;
    for (let at = after && !count ? firstAfter(committed, after, sort) : 0; at < committed.length; at++) {
      const action = committed[at] as ShelvedAction;
      if (covered.has(action.id) || !wanted(action)) continue;
      counted++;
      if (taken > limit || (after && compare(action, after) <= 0)) continue;
      page.push(action);
      // One more than the page holds tells whether more follow; no place can fill more than that.
      if (++taken > limit && !count) break;
    }
    for (const action of own) {
      if (!wanted(action)) continue;
      counted++;
      if (!after || compare(action, after) > 0) page.push(action);
    }
  }

  page.sort(compare);
  return {
    records: page.slice(0, limit).map(({ record }) => record),
    more: page.length > limit,
    count: count ? counted : null,
  };
}

/** The index of the first that comes after the position. */
function firstAfter(order: readonly ShelvedAction[], position: Position, sort: ActionSort): number {
  const compare = comparatorOf(sort);
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(order[middle] as ShelvedAction, position) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
