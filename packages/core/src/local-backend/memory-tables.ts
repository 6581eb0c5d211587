// What a memory repository keeps: every kind of thing by its id, and the actions of each place in the orders they were
// asked for. What is kept is a frozen copy, so that no caller can change it from outside a transaction.
import type { Container } from '../domain/index.ts';
import type { ActionRecord, ActionSort, Id, ItemRecord, StateChange, Workspace } from '../schema/index.ts';
import { type ActionShelf, createActionShelf, placeOf, type ShelfReader } from './action-shelf.ts';
import { inListOrder } from './listing.ts';
import type { Ordered } from './ordered-page.ts';
import type { Criteria, Kind, Kinds, ListedKind } from './repository.ts';
import { presentForm, type SnapshotAction, type WorkspaceSnapshot, type Write, writesOf } from './snapshot.ts';

type Rows = { [K in Kind]: Map<Id, Kinds[K]> };

/** What of a kind is kept, by id. */
export function emptyRows(): Rows {
  return {
    workspace: new Map(),
    person: new Map(),
    company: new Map(),
    group: new Map(),
    relationship: new Map(),
    meeting: new Map(),
    room: new Map(),
    section: new Map(),
    template: new Map(),
    engagement: new Map(),
    item: new Map(),
    invoicingMethod: new Map(),
    action: new Map(),
    stateChange: new Map(),
    notification: new Map(),
    preferences: new Map(),
  };
}

/** Everything that is kept and committed. */
export interface Tables {
  readonly workspace: Workspace;
  get<K extends Kind>(kind: K, id: Id): Kinds[K] | undefined;
  all<K extends Kind>(kind: K): Iterable<Kinds[K]>;
  /** The actions of a place in order, deleted ones left out; see `ActionShelf`. */
  actionsOf(place: Container, sort: ActionSort, as?: ShelfReader): readonly Ordered<ActionRecord>[];
  /** The items of an engagement, deleted ones included. */
  itemsOf(engagementId: Id): Iterable<ItemRecord>;
  /** The changes of an action's state. */
  changesOf(actionId: Id): readonly StateChange[];
  /** All of a kind in the order of its list. */
  inOrder<K extends ListedKind>(kind: K): readonly Ordered<Kinds[K]>[];
  /** Takes in committed writes, newest last. */
  apply(writes: Iterable<Write>): void;
}

/** Tables that hold what the snapshot holds. */
export function createTables(snapshot: WorkspaceSnapshot): Tables {
  const rows = emptyRows();
  const shelves = new Map<string, ActionShelf>();
  const changes = new Map<Id, StateChange[]>();
  /** The items of each engagement, by id. */
  const items = new Map<Id, Map<Id, ItemRecord>>();
  /** Kinds in the order of their lists, made when asked for, until one of them is written. */
  const orders = new Map<Kind, readonly Ordered<unknown>[]>();

  function shelve(action: ActionRecord, before: ActionRecord | undefined): void {
    if (before) shelves.get(placeOf(before))?.remove(before);
    const place = placeOf(action);
    let shelf = shelves.get(place);
    if (!shelf) shelves.set(place, (shelf = createActionShelf()));
    if (action.deleted === null) shelf.add(action);
  }

  /** What was kept by an earlier version may lack what is stored now. */
  function putAction(entity: SnapshotAction): void {
    const action = frozenCopy(presentForm(entity));
    shelve(action, rows.action.get(action.id));
    rows.action.set(action.id, action);
  }

  function putChange(entity: StateChange): void {
    const change = frozenCopy(entity);
    // Changes are only ever added; one that is read in again is the same.
    if (!rows.stateChange.has(change.id)) {
      const known = changes.get(change.actionId);
      if (known) known.push(change);
      else changes.set(change.actionId, [change]);
    }
    rows.stateChange.set(change.id, change);
  }

  function putItem(entity: ItemRecord): void {
    const item = frozenCopy(entity);
    const known = items.get(item.engagementId);
    if (known) known.set(item.id, item);
    else items.set(item.engagementId, new Map([[item.id, item]]));
    rows.item.set(item.id, item);
  }

  function put<K extends Kind>(kind: K, entity: Kinds[K]): void {
    rows[kind].set(entity.id, frozenCopy(entity));
    orders.delete(kind);
  }

  const tables: Tables = {
    get workspace() {
      return rows.workspace.get(snapshot.workspace.id) ?? snapshot.workspace;
    },
    get: (kind, id) => rows[kind].get(id),
    all: (kind) => rows[kind].values(),
    actionsOf: (place, sort, as) => shelves.get(`${place.type}:${place.id}`)?.inOrder(sort, as) ?? [],
    itemsOf: (engagementId) => items.get(engagementId)?.values() ?? [],
    changesOf: (actionId) => changes.get(actionId) ?? [],
    inOrder<K extends ListedKind>(kind: K): readonly Ordered<Kinds[K]>[] {
      const known = orders.get(kind);
      if (known) return known as readonly Ordered<Kinds[K]>[];
      const made = inListOrder(kind, rows[kind].values());
      orders.set(kind, made);
      return made;
    },
    apply(writes) {
      for (const { kind, entity } of writes) {
        if (kind === 'action') putAction(entity);
        else if (kind === 'stateChange') putChange(entity);
        else if (kind === 'item') putItem(entity);
        else put(kind, entity);
      }
    },
  };
  put('workspace', snapshot.workspace);
  tables.apply(writesOf(snapshot));
  return tables;
}

/** Whether every named field of the thing equals the value, or is one of the values. */
export function fits<K extends Kind>(entity: Kinds[K], where: Criteria<K>): boolean {
  for (const [field, wanted] of Object.entries(where)) {
    if (wanted === undefined) continue;
    const value: unknown = entity[field as keyof Kinds[K]];
    if (Array.isArray(wanted) ? !wanted.includes(value) : value !== wanted) return false;
  }
  return true;
}

/** A deep copy of plain data that cannot be changed. */
export function frozenCopy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map((item: unknown) => frozenCopy(item))) as T;
  const copy: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) copy[name] = frozenCopy(field);
  return Object.freeze(copy) as T;
}
