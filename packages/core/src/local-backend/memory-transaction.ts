// One transaction over a memory repository's tables: its writes lie over what is committed until it is kept or dropped.
import {
  comparatorOf,
  engagementOrder,
  engagementSortKey,
  isGuestOf,
  isOpen,
  isParty,
  isShownIn,
  matches,
  matchesEngagement,
  parseInstant,
  placeAmong,
} from '../domain/index.ts';
import type { ActionRecord, EngagementRecord, Id, ItemRecord } from '../schema/index.ts';
import { placeOf, shelfReaderOf, shelvedAction } from './action-shelf.ts';
import { pageOfListing, placed } from './listing.ts';
import { pageOfWalks } from './ordered-page.ts';
import { emptyRows, fits, frozenCopy, type Tables } from './memory-tables.ts';
import {
  type Criteria,
  IdTaken,
  type Kind,
  type Kinds,
  LostRace,
  type Transaction,
  type VersionedKind,
} from './repository.ts';
import type { Write } from './snapshot.ts';

/** A transaction that has begun. */
export interface OpenTransaction {
  readonly tx: Transaction;
  /** Ends it: later calls are refused. Gives what it wrote, each thing as it was written last. */
  end: () => Write[];
}

/** Begins a transaction; nothing reaches the tables until its writes are applied to them. */
export function beginTransaction(tables: Tables): OpenTransaction {
  const written = emptyRows();
  let ended = false;

  /** One call on the transaction: its answer, or why there is none. */
  function answer<T>(give: () => T): Promise<T> {
    return new Promise((resolve) => {
      if (ended) throw new TypeError('This transaction has ended: await every call before its work returns.');
      resolve(give());
    });
  }

  function read<K extends Kind>(kind: K, id: Id): Kinds[K] | undefined {
    return written[kind].get(id) ?? tables.get(kind, id);
  }

  function* all<K extends Kind>(kind: K): Generator<Kinds[K]> {
    for (const entity of tables.all(kind)) yield written[kind].get(entity.id) ?? entity;
    for (const entity of written[kind].values()) if (!tables.get(kind, entity.id)) yield entity;
  }

  function* some<K extends Kind>(kind: K, ids: readonly Id[]): Generator<Kinds[K]> {
    for (const id of new Set(ids)) {
      const entity = read(kind, id);
      if (entity) yield entity;
    }
  }

  /** The items of the engagements that are asked for: there are far more of others. */
  function ofEngagements<K extends Kind>(kind: K, where: Criteria<K>): Kinds[K][] | null {
    if (kind !== 'item' || !('engagementId' in where) || where.engagementId === undefined) return null;
    const wanted = new Set([where.engagementId].flat() as Id[]);
    const committed = [...wanted].flatMap((id) => [...tables.itemsOf(id)]);
    const items: ItemRecord[] = [
      ...committed.filter(({ id }) => !written.item.has(id)),
      ...[...written.item.values()].filter(({ engagementId }) => wanted.has(engagementId)),
    ];
    return items as Kinds[K][];
  }

  function add<K extends Kind>(kind: K, entities: readonly Kinds[K][]): void {
    for (const entity of entities) {
      if (read(kind, entity.id)) throw new IdTaken(`The id ${entity.id} is in use.`);
      written[kind].set(entity.id, frozenCopy(entity));
    }
  }

  /** @param step how much further the version is than what was read */
  function put<K extends VersionedKind>(kind: K, entities: readonly Kinds[K][], step: 0 | 1): void {
    for (const entity of entities) {
      if (read(kind, entity.id)?.version !== entity.version - step)
        throw new LostRace(`${kind} ${entity.id} was written meanwhile.`);
      written[kind].set(entity.id, frozenCopy(entity));
    }
  }

  function ownActions(): Map<string, ActionRecord[]> {
    const shelves = new Map<string, ActionRecord[]>();
    for (const action of written.action.values()) {
      if (action.deleted !== null) continue;
      const place = placeOf(action);
      const shelf = shelves.get(place) ?? [];
      shelf.push(action);
      shelves.set(place, shelf);
    }
    return shelves;
  }

  const tx: Transaction = {
    workspace: () => answer(() => read('workspace', tables.workspace.id) ?? tables.workspace),

    get: (kind, id) => answer(() => read(kind, id) ?? null),

    find: <K extends Kind>(kind: K, where: Criteria<K>) =>
      answer(() => {
        const ids: Id | readonly Id[] | undefined = where.id;
        const candidates =
          ids !== undefined
            ? some(kind, typeof ids === 'string' ? [ids] : ids)
            : (ofEngagements(kind, where) ?? all(kind));
        return Array.from(candidates).filter((entity) => fits(entity, where));
      }),

    relationshipsOf: (personId) =>
      answer(() => Array.from(all('relationship')).filter((relationship) => isParty(relationship, personId))),

    roomsOf: (personId) =>
      answer(() =>
        Array.from(all('room')).filter(
          (room) => room.deleted === null && (room.memberIds.includes(personId) || isGuestOf(room, personId)),
        ),
      ),

    engagementsOf: (personId) =>
      answer(() =>
        Array.from(all('engagement')).filter(
          ({ deleted, coachId, coacheeIds, spectatorIds }) =>
            deleted === null &&
            (coachId === personId || coacheeIds.includes(personId) || spectatorIds.includes(personId)),
        ),
      ),

    engagementZones: () =>
      answer(() => [...new Set(Array.from(all('engagement')).flatMap(({ timeZone }) => timeZone ?? []))]),

    engagementsTurning: (by) =>
      answer(() => Array.from(all('engagement')).filter(({ deleted, turnsOn }) => deleted === null && turnsOn <= by)),

    actionsOfRoom: (roomId) =>
      answer(() => {
        const isHere = ({ context, deleted }: ActionRecord) =>
          deleted === null && context.type === 'room' && context.roomId === roomId;
        const committed = tables.actionsOf({ type: 'room', id: roomId }, 'created').map(({ record }) => record);
        return [
          ...committed.filter(({ id }) => !written.action.has(id)),
          ...[...written.action.values()].filter(isHere),
        ];
      }),

    agendaRows: ({ relationshipId, meetingId, since }) =>
      answer(() => {
        const from = since === null ? -Infinity : parseInstant(since);
        const isHere = ({ context, deleted, state, updatedAt }: ActionRecord) =>
          deleted === null &&
          context.type === 'relationship' &&
          context.relationshipId === relationshipId &&
          (isOpen(state) || context.meetingId === meetingId || parseInstant(updatedAt) >= from);
        const committed = tables.actionsOf({ type: 'relationship', id: relationshipId }, 'created');
        const actions = [
          ...committed.map(({ record }) => record).filter(({ id }) => !written.action.has(id)),
          ...written.action.values(),
        ].filter(isHere);
        const ids = new Set(actions.map(({ id }) => id));
        const changes = [...ids].flatMap((id) => tables.changesOf(id));
        for (const change of written.stateChange.values()) if (ids.has(change.actionId)) changes.push(change);
        return { actions, changes };
      }),

    hold: (roomId) => answer(() => read('room', roomId) ?? null),
    holdEngagements: (ids) => answer(() => Array.from(some('engagement', ids))),

    insert: (kind, entity) => answer(() => add(kind, [entity])),
    insertAll: (kind, entities) => answer(() => add(kind, entities)),

    replace: (kind, entity) => answer(() => put(kind, [entity], 1)),
    replaceAll: (kind, entities) => answer(() => put(kind, entities, 1)),
    restate: (kind, entities) => answer(() => put(kind, entities, 0)),

    list: (kind, where, page) =>
      answer(() =>
        pageOfListing(kind, where, page, {
          committed: tables.inOrder(kind),
          own: [...written[kind].values()].map((thing) => placed(kind, thing)),
          covered: written[kind],
        }),
      ),

    listActions: ({ containers, everyEngagement, filter, sort, ...page }) =>
      answer(() => {
        const standing = everyEngagement ? Array.from(all('engagement')).filter(({ deleted }) => deleted === null) : [];
        const engagements = everyEngagement ? standing.map((one) => placeAmong(everyEngagement, one)) : [];
        // What this transaction wrote lies on shelves of its own, over the committed ones.
        const own = ownActions();
        const people = { get: (id: Id) => read('person', id) };
        const walks = [...containers, ...engagements].map((container) => {
          const { type, id, today, room, engagement } = container;
          const as = shelfReaderOf(container);
          const titleOnly = engagement?.role === 'spectator';
          return {
            committed: tables.actionsOf(container, sort, as),
            own: (own.get(`${type}:${id}`) ?? []).map((action) => shelvedAction(action, sort, as)),
            covered: written.action,
            wanted: (action: ActionRecord) =>
              isShownIn(action, container) && matches(action, filter, today, undefined, { room, people, titleOnly }),
          };
        });
        return pageOfWalks(walks, page, comparatorOf(sort));
      }),

    listEngagements: ({ filter, sort, among, ...page }) =>
      answer(() => {
        const order = engagementOrder(sort);
        const ordered = (record: EngagementRecord) => ({ key: engagementSortKey(record, sort), id: record.id, record });
        const walk = {
          committed: Array.from(all('engagement'), ordered).sort(order),
          own: [],
          covered: new Map<Id, never>(),
          wanted: (record: EngagementRecord) =>
            record.deleted === null && (among?.has(record.id) ?? true) && matchesEngagement(record, filter),
        };
        return pageOfWalks([walk], page, order);
      }),
  };

  return {
    tx,
    end() {
      ended = true;
      return (Object.keys(written) as Kind[]).flatMap((kind) =>
        [...written[kind].values()].map((entity) => ({ kind, entity }) as Write),
      );
    },
  };
}
