// One transaction over a memory repository's tables: its writes lie over what is committed until it is kept or dropped.
import { isParty } from '../domain/index.ts';
import type { Id } from '../schema/index.ts';
import { pageOfShelves, placeOf, shelvedAction, type ShelvedAction } from './action-shelf.ts';
import { emptyRows, fits, frozenCopy, type Tables } from './memory-tables.ts';
import { type Criteria, IdTaken, type Kind, type Kinds, LostRace, type Transaction } from './repository.ts';
import type { Write } from './snapshot.ts';

/** A transaction that has begun. */
export interface OpenTransaction {
  readonly tx: Transaction;
  /** Ends it: later calls are refused. Gives what it wrote, each thing as it was written last. */
  end(): Write[];
}

/** Begins a transaction; nothing reaches the tables until its writes are applied to them. */
export function beginTransaction(tables: Tables): OpenTransaction {
  const written = emptyRows();
  let ended = false;

  function assertOpen(): void {
    if (ended) throw new TypeError('This transaction has ended: await every call before its work returns.');
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

  const tx: Transaction = {
    async workspace() {
      assertOpen();
      return tables.workspace;
    },

    async get(kind, id) {
      assertOpen();
      return read(kind, id) ?? null;
    },

    async find<K extends Kind>(kind: K, where: Criteria<K>): Promise<Kinds[K][]> {
      assertOpen();
      const ids: Id | readonly Id[] | undefined = where.id;
      const candidates = ids === undefined ? all(kind) : some(kind, typeof ids === 'string' ? [ids] : ids);
      const found: Kinds[K][] = [];
      for (const entity of candidates) if (fits(entity, where)) found.push(entity);
      return found;
    },

    async relationshipsOf(personId) {
      assertOpen();
      const found = [];
      for (const relationship of all('relationship')) if (isParty(relationship, personId)) found.push(relationship);
      return found;
    },

    async insert(kind, entity) {
      assertOpen();
      if (read(kind, entity.id)) throw new IdTaken(`The id ${entity.id} is in use.`);
      written[kind].set(entity.id, frozenCopy(entity));
    },

    async replace(kind, entity) {
      assertOpen();
      const before = read(kind, entity.id);
      if (before?.version !== entity.version - 1) throw new LostRace(`${kind} ${entity.id} was written meanwhile.`);
      written[kind].set(entity.id, frozenCopy(entity));
    },

    async listActions(request) {
      assertOpen();
      const { sort } = request;
      // What this transaction wrote lies on shelves of its own, over the committed ones.
      const own = new Map<string, ShelvedAction[]>();
      for (const action of written.action.values()) {
        if (action.deleted !== null) continue;
        const place = placeOf(action);
        const shelf = own.get(place);
        if (shelf) shelf.push(shelvedAction(action, sort));
        else own.set(place, [shelvedAction(action, sort)]);
      }
      return pageOfShelves(request, (container) => ({
        committed: tables.actionsOf(container, sort),
        own: own.get(`${container.type}:${container.id}`) ?? [],
        covered: written.action,
      }));
    },
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
