// A token may be narrowed to some relationships (api.md R-T-2, `authorization_details`): its holder then sees and changes
// nothing else, whatever else they may. Narrowed below the rules, at the repository, so that no rule can miss it.
import { BackendError } from '@followthrough/core/backend';
import { type Container, containerOf } from '@followthrough/core/domain';
import type { Kind, Kinds, Listings, Repository, Transaction } from '@followthrough/core/local-backend';
import type { Id } from '@followthrough/core/schema';
import type { TokenDetail } from './verify-token.ts';

/** The repository as a narrowed token reaches it; the very same one where it is not narrowed. */
export function narrowed(repository: Repository, details: readonly TokenDetail[] | null): Repository {
  if (details === null) return repository;
  const granted = (action: string) =>
    new Set(details.filter((d) => d.type === 'relationship' && (d.actions?.includes(action) ?? true)).map((d) => d.id));
  const readable = granted('read');
  const writable = granted('write');
  return { transaction: (work) => repository.transaction((tx) => work(narrowedTransaction(tx, readable, writable))) };
}

function narrowedTransaction(tx: Transaction, readable: ReadonlySet<Id>, writable: ReadonlySet<Id>): Transaction {
  function assertWritable<K extends Kind>(kind: K, entity: Kinds[K]): void {
    const place = placeOf(kind, entity);
    // What has no place of its own (a state's change) follows a write that has one.
    if (place === null || (place.type === 'relationship' && writable.has(place.id))) return;
    throw new BackendError('insufficient-scope', { detail: 'The token is narrowed to other relationships.' });
  }

  function isReadable<K extends Kind>(kind: K, entity: Kinds[K]): boolean {
    const place = placeOf(kind, entity);
    return place === null || (place.type === 'relationship' && readable.has(place.id));
  }

  return {
    workspace: () => tx.workspace(),
    async get(kind, id) {
      const entity = await tx.get(kind, id);
      return entity && isReadable(kind, entity) ? entity : null;
    },
    async find(kind, where) {
      return (await tx.find(kind, where)).filter((entity) => isReadable(kind, entity));
    },
    async relationshipsOf(personId) {
      return (await tx.relationshipsOf(personId)).filter(({ id }) => readable.has(id));
    },
    async insert(kind, entity) {
      assertWritable(kind, entity);
      await tx.insert(kind, entity);
    },
    async replace(kind, entity) {
      assertWritable(kind, entity);
      await tx.replace(kind, entity);
    },
    async list(kind, where, page) {
      if (kind === 'relationship') return tx.list(kind, { ...where, among: readable }, page);
      if (kind === 'meeting' && !readable.has((where as Listings['meeting']).relationshipId)) {
        return { records: [], more: false, count: page.count ? 0 : null };
      }
      return tx.list(kind, where, page);
    },
    listActions: (request) =>
      tx.listActions({
        ...request,
        containers: request.containers.filter(({ type, id }) => type === 'relationship' && readable.has(id)),
      }),
  };
}

/** The place a thing belongs to; null for what belongs to the workspace as a whole. */
function placeOf<K extends Kind>(kind: K, entity: Kinds[K]): Container | null {
  switch (kind) {
    case 'action':
      return containerOf(entity as Kinds['action']);
    case 'relationship':
      return { type: 'relationship', id: entity.id };
    case 'meeting':
      return { type: 'relationship', id: (entity as Kinds['meeting']).relationshipId };
    default:
      return null;
  }
}
