// One call of the backend: a transaction in which it is known who asks, what they have access to and what time it is.
// Whatever goes wrong in it leaves nothing written and is told as a BackendError (or as the reason of an aborted signal).
import { BackendError, type ReadOptions } from '../backend.ts';
import {
  type Access,
  accessOf,
  type Clocks,
  type Day,
  formatInstant,
  type Placed,
  type Reach,
  todayOf,
} from '../domain/index.ts';
import {
  type Id,
  idSchema,
  type Instant,
  type NotificationChannel,
  type Person,
  type Workspace,
} from '../schema/index.ts';
import type { ExportMakers } from './export-maker.ts';
import { type Kind, type Kinds, LostRace, type Repository, type Transaction } from './repository.ts';

/** Who asks of what, and where time and new ids come from. */
export interface LocalBackendOptions {
  /** Where everything is kept. */
  repository: Repository;
  /** Who asks: a person of the workspace. */
  viewerId: Id;
  /** What time it is, in milliseconds since 1970-01-01T00:00Z. */
  now: () => number;
  /** A new id, such as a UUIDv7. */
  newId: () => Id;
  /** What writes exports of engagements besides CSV: without it there is CSV alone. */
  exports?: ExportMakers | undefined;
  /** What the credentials of whoever asks let them write; all that the rules do by default. */
  reach?: Reach | undefined;
  /** How people are told what concerns them; on the platform alone by default. Whoever says `email` sends it. */
  notifies?: readonly NotificationChannel[] | undefined;
}

/** What is known inside a call. */
export interface Call {
  tx: Transaction;
  viewer: Person;
  access: Access;
  workspace: Workspace;
  /** Milliseconds since 1970-01-01T00:00Z. */
  now: number;
  at: Instant;
  newId: () => Id;
  /** How people are told what concerns them. */
  notifies: readonly NotificationChannel[];
}

/** Runs work in a call of its own. */
export type Calls = <T>(work: (call: Call) => Promise<T>, options?: ReadOptions) => Promise<T>;

/** Calls on behalf of one viewer. */
export function callsOf({
  repository,
  viewerId,
  now,
  newId,
  reach,
  notifies = ['platform'],
}: LocalBackendOptions): Calls {
  return async (work, { signal } = {}) => {
    signal?.throwIfAborted();
    try {
      return await repository.transaction(async (tx) => {
        const viewer = await tx.get('person', viewerId);
        if (!viewer) {
          throw new BackendError('token-invalid', { detail: 'Whoever asks is not a person of this workspace.' });
        }
        const access = accessOf(
          { personId: viewer.id, role: viewer.role, companyId: viewer.companyId, reach },
          await tx.relationshipsOf(viewer.id),
        );
        const instant = now();
        const workspace = await tx.workspace();
        const at = formatInstant(instant);
        const answer = await work({ tx, viewer, access, workspace, now: instant, at, newId, notifies });
        signal?.throwIfAborted();
        return answer;
      });
    } catch (error) {
      if (error instanceof BackendError || signal?.aborted) throw error;
      throw new BackendError(error instanceof LostRace ? 'unavailable' : 'internal', {
        detail: 'It could not be read or kept just now; nothing was changed.',
        cause: error,
      });
    }
  };
}

/** What the clocks of the viewer's places are told from, where `owners` are the people whose personal actions count. */
export async function clocksOf({ tx, access, workspace }: Call, owners: Iterable<Id>): Promise<Clocks> {
  const ids = [...owners];
  const people = ids.length > 0 ? await tx.find('person', { id: ids }) : [];
  return {
    relationships: access.relationships,
    rooms: access.rooms,
    engagements: access.engagements,
    people: new Map(people.map((person) => [person.id, person])),
    workspace,
  };
}

/** Today on the clock of an action's place. */
export async function todayFor(call: Call, action: Placed): Promise<Day> {
  const owners = action.context.type === 'personal' && action.createdBy !== null ? [action.createdBy] : [];
  return todayOf(action, await clocksOf(call, owners), call.now);
}

/** The thing with this id; null where there is none, or where what was given is no id at all. */
export async function lookUp<K extends Kind>({ tx }: Pick<Call, 'tx'>, kind: K, id: Id): Promise<Kinds[K] | null> {
  return idSchema.safeParse(id).success ? tx.get(kind, id) : null;
}
