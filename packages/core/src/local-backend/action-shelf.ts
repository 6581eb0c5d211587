// The actions of one place, kept in each order they were asked for, so that a page is found without looking at them all.
import { comparatorOf, sortKey } from '../domain/index.ts';
import type { ActionRecord, ActionSort, Id } from '../schema/index.ts';
import { firstAfter, type Ordered } from './ordered-page.ts';

/** The actions of one place. */
export interface ActionShelf {
  add(action: ActionRecord): void;
  remove(action: ActionRecord): void;
  /** All of them in this order. */
  inOrder(sort: ActionSort): readonly Ordered<ActionRecord>[];
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
export function shelvedAction(record: ActionRecord, sort: ActionSort): Ordered<ActionRecord> {
  return { key: sortKey(record, sort), id: record.id, record };
}

/** An empty shelf. */
export function createActionShelf(): ActionShelf {
  const records = new Map<Id, ActionRecord>();
  const orders = new Map<ActionSort, Ordered<ActionRecord>[]>();

  return {
    add(record) {
      records.set(record.id, record);
      for (const [sort, order] of orders) {
        const shelved = shelvedAction(record, sort);
        order.splice(firstAfter(order, shelved, comparatorOf(sort)), 0, shelved);
      }
    },
    remove(record) {
      if (!records.delete(record.id)) return;
      for (const [sort, order] of orders)
        order.splice(firstAfter(order, shelvedAction(record, sort), comparatorOf(sort)) - 1, 1);
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
