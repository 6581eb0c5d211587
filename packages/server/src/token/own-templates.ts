// A template belongs to rooms or to engagements, by its kind, and a token reaches those of the sides that its scopes name (api.md R-T-3).
// Like a token's details, kept to at the repository, so that no rule can miss it.
import type { Scope } from '@followthrough/api-client/contract';
import { BackendError } from '@followthrough/core/backend';
import type { Kind, Kinds, Repository, Transaction } from '@followthrough/core/local-backend';

type TemplateKind = Kinds['template']['content']['kind'];

const SIDES: readonly (readonly [kind: TemplateKind, read: Scope, write: Scope])[] = [
  ['room', 'rooms:read', 'rooms:write'],
  ['engagement', 'engagements:read', 'engagements:write'],
];

/** The repository as a token of these scopes reaches it; the very same one where it reaches both sides. */
export function withOwnTemplates(repository: Repository, scopes: ReadonlySet<string>): Repository {
  const writable = new Set(SIDES.flatMap(([kind, , write]) => (scopes.has(write) ? [kind] : [])));
  // Who writes a side reads what it is made from.
  const readable = new Set(
    SIDES.flatMap(([kind, read, write]) => (scopes.has(read) || scopes.has(write) ? [kind] : [])),
  );
  if (writable.size === SIDES.length) return repository;
  return { transaction: (work) => repository.transaction((tx) => work(ownTransaction(tx, readable, writable))) };
}

function ownTransaction(
  tx: Transaction,
  readable: ReadonlySet<TemplateKind>,
  writable: ReadonlySet<TemplateKind>,
): Transaction {
  const sideOf = <K extends Kind>(kind: K, entity: Kinds[K]) =>
    kind === 'template' ? (entity as Kinds['template']).content.kind : null;
  function isReadable<K extends Kind>(kind: K, entity: Kinds[K]): boolean {
    const side = sideOf(kind, entity);
    return side === null || readable.has(side);
  }
  function assertWritable<K extends Kind>(kind: K, entities: readonly Kinds[K][]): void {
    const sides = entities.map((entity) => sideOf(kind, entity)).filter((side) => side !== null);
    if (sides.every((side) => writable.has(side))) return;
    throw new BackendError('insufficient-scope', { detail: 'The token does not write templates of this kind.' });
  }
  return {
    ...tx,
    async get(kind, id) {
      const entity = await tx.get(kind, id);
      return entity && isReadable(kind, entity) ? entity : null;
    },
    async find(kind, where) {
      return (await tx.find(kind, where)).filter((entity) => isReadable(kind, entity));
    },
    async insert(kind, entity) {
      assertWritable(kind, [entity]);
      await tx.insert(kind, entity);
    },
    async insertAll(kind, entities) {
      assertWritable(kind, entities);
      await tx.insertAll(kind, entities);
    },
    async replace(kind, entity) {
      assertWritable(kind, [entity]);
      await tx.replace(kind, entity);
    },
    async replaceAll(kind, entities) {
      assertWritable(kind, entities);
      await tx.replaceAll(kind, entities);
    },
    list: (kind, where, page) =>
      kind === 'template' ? tx.list(kind, { ...where, kinds: readable }, page) : tx.list(kind, where, page),
  };
}
