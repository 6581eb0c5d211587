// A token may be narrowed to some relationships, rooms and engagements (api.md R-T-2, `authorization_details`): its holder then sees and changes
// nothing else, whatever else they may. Narrowed below the rules, at the repository, so that no rule can miss it.
import type { Scope } from '@followthrough/api-client/contract';
import { BackendError } from '@followthrough/core/backend';
import { type Container, containerOf, placeAmong, type Reach, type WrittenSide } from '@followthrough/core/domain';
import type { Kind, Kinds, Listings, Repository, Transaction } from '@followthrough/core/local-backend';
import type { Id } from '@followthrough/core/schema';
import type { Token, TokenDetail } from './verify-token.ts';

/** The places that a token can be narrowed to. */
const NARROWED_TO = new Set(['relationship', 'room', 'engagement']);

/** The scope that lets a side be written. */
const SCOPES: Readonly<Record<WrittenSide, Scope>> = {
  actions: 'actions:write',
  rooms: 'rooms:write',
  engagements: 'engagements:write',
  directory: 'admin',
};
const SIDES: readonly WrittenSide[] = ['actions', 'rooms', 'engagements'];

/** What is of no one place, and of use in all of them: it is neither listed nor changed. */
const OF_NO_PLACE: ReadonlySet<Kind> = new Set<Kind>(['template', 'invoicingMethod', 'preferences']);

/** What all places share: it is read in each, and changed for none of them alone. */
const OF_EVERY_PLACE: ReadonlySet<Kind> = new Set<Kind>(['workspace', 'person', 'company', 'group']);

/** The repository as a narrowed token reaches it; the very same one where it is not narrowed. */
export function narrowed(repository: Repository, details: readonly TokenDetail[] | null): Repository {
  if (details === null) return repository;
  const readable = granted(details, 'read');
  const writable = granted(details, 'write');
  return { transaction: (work) => repository.transaction((tx) => work(narrowedTransaction(tx, readable, writable))) };
}

/** What a token lets its holder write, for the rules to say; undefined where it is all that they may. */
export function reachOf({ scopes, details }: Pick<Token, 'scopes' | 'details'>): Reach | undefined {
  const isWhole = details === null && SIDES.every((side) => scopes.has(SCOPES[side]));
  if (isWhole) return undefined;
  const writable = details && granted(details, 'write');
  return (side, place) =>
    scopes.has(SCOPES[side]) && (writable === null || (place !== null && writable.has(`${place.type}:${place.id}`)));
}

/** The places that a token's details allow something in. */
function granted(details: readonly TokenDetail[], action: 'read' | 'write'): Set<string> {
  return new Set(
    details
      .filter(({ type, actions }) => NARROWED_TO.has(type) && (actions?.includes(action) ?? true))
      .map(({ type, id }) => `${type}:${id}`),
  );
}

function narrowedTransaction(
  tx: Transaction,
  readable: ReadonlySet<string>,
  writable: ReadonlySet<string>,
): Transaction {
  function assertWritable<K extends Kind>(kind: K, entity: Kinds[K]): void {
    const place = placeOf(kind, entity);
    // What has no place of its own (a state's change) follows a write that has one.
    if (
      !OF_NO_PLACE.has(kind) &&
      !OF_EVERY_PLACE.has(kind) &&
      (place === null || writable.has(`${place.type}:${place.id}`))
    )
      return;
    throw new BackendError('insufficient-scope', { detail: 'The token is narrowed to other places.' });
  }

  function isReadable<K extends Kind>(kind: K, entity: Kinds[K]): boolean {
    const place = placeOf(kind, entity);
    // What is in a template is of no one place; the rate of an engagement is told with it.
    return kind !== 'template' && (place === null || readable.has(`${place.type}:${place.id}`));
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
      return (await tx.relationshipsOf(personId)).filter(({ id }) => readable.has(`relationship:${id}`));
    },
    async roomsOf(personId) {
      return (await tx.roomsOf(personId)).filter(({ id }) => readable.has(`room:${id}`));
    },
    async engagementsOf(personId) {
      return (await tx.engagementsOf(personId)).filter(({ id }) => readable.has(`engagement:${id}`));
    },
    async actionsOfRoom(roomId) {
      return readable.has(`room:${roomId}`) ? tx.actionsOfRoom(roomId) : [];
    },
    async agendaRows(request) {
      return readable.has(`relationship:${request.relationshipId}`)
        ? tx.agendaRows(request)
        : { actions: [], changes: [] };
    },
    async insert(kind, entity) {
      assertWritable(kind, entity);
      await tx.insert(kind, entity);
    },
    async replace(kind, entity) {
      assertWritable(kind, entity);
      await tx.replace(kind, entity);
    },
    async hold(roomId) {
      return readable.has(`room:${roomId}`) ? tx.hold(roomId) : null;
    },
    holdEngagements: (ids) => tx.holdEngagements(ids.filter((id) => readable.has(`engagement:${id}`))),
    async insertAll(kind, entities) {
      for (const entity of entities) assertWritable(kind, entity);
      await tx.insertAll(kind, entities);
    },
    async replaceAll(kind, entities) {
      for (const entity of entities) assertWritable(kind, entity);
      await tx.replaceAll(kind, entities);
    },
    // The day turns for whoever looks.
    restate: (kind, entities) => tx.restate(kind, entities),
    async list(kind, where, page) {
      if (kind === 'relationship' || kind === 'room')
        return tx.list(kind, { ...where, among: idsOf(kind, readable) }, page);
      const isHidden =
        OF_NO_PLACE.has(kind) ||
        (kind === 'meeting' && !readable.has(`relationship:${(where as Listings['meeting']).relationshipId}`));
      if (isHidden) return { records: [], more: false, count: page.count ? 0 : null };
      return tx.list(kind, where, page);
    },
    engagementZones: () => tx.engagementZones(),
    async engagementsTurning(by) {
      return (await tx.engagementsTurning(by)).filter(({ id }) => readable.has(`engagement:${id}`));
    },
    async listActions({ everyEngagement, ...request }) {
      const ids = everyEngagement ? [...idsOf('engagement', readable)] : [];
      const engagements = ids.length > 0 ? await tx.find('engagement', { id: ids }) : [];
      const standing = engagements.filter(({ deleted }) => deleted === null);
      return tx.listActions({
        ...request,
        containers: [
          ...request.containers.filter(({ type, id }) => readable.has(`${type}:${id}`)),
          ...(everyEngagement ? standing.map((one) => placeAmong(everyEngagement, one)) : []),
        ],
      });
    },
    listEngagements: (request) => tx.listEngagements({ ...request, among: idsOf('engagement', readable) }),
  };
}

/** The ids of the places of this type. */
function idsOf(type: Container['type'], places: ReadonlySet<string>): Set<Id> {
  return new Set(
    Array.from(places).flatMap((place) => (place.startsWith(`${type}:`) ? [place.slice(type.length + 1)] : [])),
  );
}

/** The place a thing belongs to; null for what belongs to the workspace as a whole. */
function placeOf<K extends Kind>(kind: K, entity: Kinds[K]): Container | null {
  switch (kind) {
    case 'action':
      return containerOf(entity as Kinds['action']);
    case 'relationship':
      return { type: 'relationship', id: entity.id };
    case 'room':
      return { type: 'room', id: entity.id };
    case 'engagement':
      return { type: 'engagement', id: entity.id };
    case 'item':
      return { type: 'engagement', id: (entity as Kinds['item']).engagementId };
    case 'notification':
      return { type: 'engagement', id: (entity as Kinds['notification']).engagementId };
    case 'section':
      return { type: 'room', id: (entity as Kinds['section']).roomId };
    case 'meeting':
      return { type: 'relationship', id: (entity as Kinds['meeting']).relationshipId };
    default:
      return null;
  }
}
