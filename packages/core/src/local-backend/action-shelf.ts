// The actions of one place, kept in each order they were asked for, so that a page is found without looking at them all.
import { asGuestsSee, comparatorOf, sortKey } from '../domain/index.ts';
import type { ActionRecord, ActionSort, Id } from '../schema/index.ts';
import { firstAfter, type Ordered } from './ordered-page.ts';

/** The actions of one place. */
export interface ActionShelf {
  add(action: ActionRecord): void;
  remove(action: ActionRecord): void;
  /** All of them in this order, as our team sees them or as the guests of their room do. */
  inOrder(sort: ActionSort, asGuest?: boolean): readonly Ordered<ActionRecord>[];
}

/** An order of a shelf. Guests have orders of their own by when something changed to their eyes. */
interface ShelfOrder {
  sort: ActionSort;
  asGuest: boolean;
  shelved: Ordered<ActionRecord>[];
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

/** An action with its key in an order, as our team sees it or as the guests of its room do. */
export function shelvedAction(record: ActionRecord, sort: ActionSort, asGuest = false): Ordered<ActionRecord> {
  return { key: sortKey(asGuest ? asGuestsSee(record) : record, sort), id: record.id, record };
}

/** An empty shelf. */
export function createActionShelf(): ActionShelf {
  const records = new Map<Id, ActionRecord>();
  const orders = new Map<string, ShelfOrder>();

  return {
    add(record) {
      records.set(record.id, record);
      for (const { sort, asGuest, shelved } of orders.values()) {
        const added = shelvedAction(record, sort, asGuest);
        shelved.splice(firstAfter(shelved, added, comparatorOf(sort)), 0, added);
      }
    },
    remove(record) {
      if (!records.delete(record.id)) return;
      for (const { sort, asGuest, shelved } of orders.values()) {
        const gone = shelvedAction(record, sort, asGuest);
        shelved.splice(firstAfter(shelved, gone, comparatorOf(sort)) - 1, 1);
      }
    },
    inOrder(sort, asGuest = false) {
      const isTheirs = asGuest && sort.endsWith('updated');
      const name = isTheirs ? `${sort} as guests see it` : sort;
      let order = orders.get(name);
      if (!order) {
        const shelved = Array.from(records.values(), (record) => shelvedAction(record, sort, isTheirs));
        shelved.sort(comparatorOf(sort));
        orders.set(name, (order = { sort, asGuest: isTheirs, shelved }));
      }
      return order.shelved;
    },
  };
}
