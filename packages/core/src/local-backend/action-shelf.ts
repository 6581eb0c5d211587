// The actions of one place, kept in each order they were asked for, so that a page is found without looking at them all.
import { actionChangedAt, asGuestsSee, comparatorOf, sortKey, type VisibleContainer } from '../domain/index.ts';
import type { ActionRecord, ActionSort, Id } from '../schema/index.ts';
import { firstAfter, type Ordered } from './ordered-page.ts';

/** The actions of one place. */
export interface ActionShelf {
  add(action: ActionRecord): void;
  remove(action: ActionRecord): void;
  /** All of them in this order, as these readers have it. */
  inOrder(sort: ActionSort, as?: ShelfReader): readonly Ordered<ActionRecord>[];
}

/** Whose eyes an order is for: those who see everything, or those who have times of change of their own. */
export type ShelfReader = 'insider' | 'guest' | 'coachee' | 'spectator';

/** Whose eyes the order of a place is for. */
export function shelfReaderOf(container: Pick<VisibleContainer, 'room' | 'engagement'> | undefined): ShelfReader {
  if (container?.room?.whole === false) return 'guest';
  const role = container?.engagement?.role;
  return role === 'coachee' || role === 'spectator' ? role : 'insider';
}

/** An order of a shelf. */
interface ShelfOrder {
  sort: ActionSort;
  as: ShelfReader;
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

/** An action with its key in an order, as these readers have it. */
export function shelvedAction(
  record: ActionRecord,
  sort: ActionSort,
  as: ShelfReader = 'insider',
): Ordered<ActionRecord> {
  return { key: sortKey(asSeen(record, as), sort), id: record.id, record };
}

function asSeen(record: ActionRecord, as: ShelfReader): ActionRecord {
  if (as === 'insider') return record;
  return as === 'guest' ? asGuestsSee(record) : { ...record, updatedAt: actionChangedAt(record, as) };
}

/** An empty shelf. */
export function createActionShelf(): ActionShelf {
  const records = new Map<Id, ActionRecord>();
  const orders = new Map<string, ShelfOrder>();

  return {
    add(record) {
      records.set(record.id, record);
      for (const { sort, as, shelved } of orders.values()) {
        const added = shelvedAction(record, sort, as);
        shelved.splice(firstAfter(shelved, added, comparatorOf(sort)), 0, added);
      }
    },
    remove(record) {
      if (!records.delete(record.id)) return;
      for (const { sort, as, shelved } of orders.values()) {
        const gone = shelvedAction(record, sort, as);
        shelved.splice(firstAfter(shelved, gone, comparatorOf(sort)) - 1, 1);
      }
    },
    inOrder(sort, as = 'insider') {
      // Only when something changed is another to other eyes.
      const eyes = sort.endsWith('updated') ? as : 'insider';
      const name = `${sort} ${eyes}`;
      let order = orders.get(name);
      if (!order) {
        const shelved = Array.from(records.values(), (record) => shelvedAction(record, sort, eyes));
        shelved.sort(comparatorOf(sort));
        orders.set(name, (order = { sort, as: eyes, shelved }));
      }
      return order.shelved;
    },
  };
}
