// What one page knows of one workspace: who looks, the people, relationships and rooms they see, what day it is where, and
// the actions with their pending changes. One per <action-workspace>; never a module-level store, for a page may hold two.
import { atom, batch, type ReadableAtom } from 'nanostores';
import type { Backend, BackendError, PageQuery } from '../backend.ts';
import {
  type Clocks,
  type Container,
  containerOf,
  type Day,
  dayAt,
  dayToldBy,
  firstWeekday,
  knownZone,
  isTold,
  type Placed,
  roomPlaceOf,
  type Surroundings,
  zoneOf,
} from '../domain/index.ts';
import type { Engagement, Id, Me, Page, Person, Relationship, Room, TimeZone } from '../schema/index.ts';
import { LARGEST_PAGE } from '../schema/limits.ts';
import { type ActionsStore, createActions } from './actions.ts';
import { asBackendError, createConnection } from './connection.ts';
import { createEngagementNames } from './engagement-names.ts';
import { type Environment, environment as environmentOf } from './environment.ts';
import { notOffered } from './offered.ts';
import { createToday } from './today.ts';
import { createUnsent } from './unsent.ts';

/** After how long a page that is looked at again asks anew, in milliseconds. */
const STALE = 300_000;

export type LoadStatus = 'idle' | 'loading' | 'ready' | 'error';

export interface WorkspaceStore {
  readonly backend: Backend;
  /** How loading who-am-I, people, relationships and the part that changes actions stands. */
  readonly $status: ReadableAtom<LoadStatus>;
  /** Why loading failed. */
  readonly $error: ReadableAtom<BackendError | null>;
  readonly $me: ReadableAtom<Me | null>;
  readonly $people: ReadableAtom<ReadonlyMap<Id, Person>>;
  readonly $relationships: ReadableAtom<ReadonlyMap<Id, Relationship>>;
  /** The rooms that they see; none where the backend offers no rooms. */
  readonly $rooms: ReadableAtom<ReadonlyMap<Id, Room>>;
  /**
   * The engagements that they see; none where the backend offers none. Nobody waits for them: they come beside the rest, of
   * very many the first by name before the others.
   */
  readonly $engagements: ReadableAtom<ReadonlyMap<Id, Engagement>>;
  /** Whether the last call reached the backend (and the browser thinks it is online). */
  readonly $online: ReadableAtom<boolean>;
  /** How many actions have a change that waits: from when the backend could not be reached until it took the last. */
  readonly $unsent: ReadableAtom<number>;
  /** Changes whenever some container's day turns, at its midnight or when the tab wakes; its value only differs. */
  readonly $day: ReadableAtom<number>;
  /** The ISO weekday that weeks begin on: as given, else by the workspace's locale. */
  readonly $weekStart: ReadableAtom<number>;
  /** Today on the clock of a zone; of one that is not known here, on the workspace's. */
  todayIn(zone: TimeZone): Day;
  /** The zone on whose clock an action's days are told: its place's or its owner's, else the workspace's. */
  zoneOf(action: Placed): TimeZone;
  /** The actions known to this page, with their pending changes, and the commands on them. */
  readonly actions: ActionsStore;
  /** Loads (again) who is asking, people and relationships. Safe to call twice; the second joins the first. */
  load(): Promise<void>;
  /**
   * The page is looked at again (visible, shown, focused) after it may have slept: looks at the clock, sends again what
   * failed, loads again what is older than five minutes, and tells those who asked to be told.
   */
  wake(): void;
  /** Calls back at each {@link wake}. */
  onWake(listener: () => void): () => void;
  /** Makes a call of the backend and learns from its outcome whether it can be reached. */
  call<T>(work: () => Promise<T>): Promise<T>;
  /** What the workspace takes from the world around it. */
  readonly environment: Environment;
  /** Ends timers, listeners and reads. A change on its way is still sent. */
  dispose(): void;
}

export interface WorkspaceOptions extends Partial<Environment> {
  /** ISO weekday that weeks begin on; by default as the workspace's locale has it. */
  weekStart?: number | undefined;
}

/**
 * One workspace over a backend.
 * @example
 * const workspace = createWorkspace(createClient({ baseUrl, getToken }));
 * await workspace.load();
 */
export function createWorkspace(backend: Backend, options: WorkspaceOptions = {}): WorkspaceStore {
  const environment = environmentOf(options);
  const $status = atom<LoadStatus>('idle');
  const $error = atom<BackendError | null>(null);
  const $me = atom<Me | null>(null);
  const $people = atom<ReadonlyMap<Id, Person>>(new Map());
  const $relationships = atom<ReadonlyMap<Id, Relationship>>(new Map());
  const $rooms = atom<ReadonlyMap<Id, Room>>(new Map());
  const $weekStart = atom(options.weekStart ?? 1);
  const connection = createConnection(environment);
  const today = createToday(environment);
  const reads = new AbortController();
  const names = createEngagementNames({ backend, connection, signal: reads.signal });
  const { $engagements } = names;
  const wakeListeners = new Set<() => void>();
  const sought = new Set<Id>();
  let loading: Promise<void> | null = null;
  let naming: Promise<void> | null = null;
  /** When the last load began. */
  let loadedAt = Infinity;
  /** Whether not all engagements are known that there are. */
  let lacksEngagements = false;
  // Asked for each row of a list, so kept beside the stores.
  let clocks: Clocks | null = null;

  // On a clock that is not known (yet), what the backend says of an action stands.
  function todayOf(action: Placed & Parameters<typeof dayToldBy>[0]): Day {
    if (!clocks) return dayToldBy(action, dayAt(environment.now(), 'UTC'));
    const container = containerOf(action);
    const day = today.todayIn(zoneOf(container, clocks));
    if (isTold(container, clocks)) return day;
    void seek(container);
    return dayToldBy(action, day);
  }

  /** Loads anew where a container came about since: each is looked for once, for not every one is told to everybody. */
  async function seek(container: Container): Promise<void> {
    const { id } = container;
    if (id === '' || sought.has(id)) return;
    sought.add(id);
    await Promise.all([loading, naming]);
    if (clocks && !isTold(container, clocks)) await load();
  }

  function around({ context }: Placed): Surroundings {
    if (context.type === 'engagement') {
      return { titleOnly: $engagements.get().get(context.engagementId)?.role === 'spectator' };
    }
    const room = context.type === 'room' ? $rooms.get().get(context.roomId) : undefined;
    const me = $me.get()?.person;
    if (!room || !me) return {};
    return {
      room: roomPlaceOf(room, { personId: me.id, role: me.role, companyId: me.companyId }),
      people: $people.get(),
    };
  }

  const actions = createActions({
    backend,
    connection,
    environment,
    viewerId: () => $me.get()?.person.id ?? '',
    todayOf,
    around,
  });
  const { $pending, $failures } = actions.store;
  const unsent = createUnsent({ $online: connection.$online, $pending, $failures });
  const stopNaming = $engagements.listen((engagements) => {
    if (!clocks) return;
    clocks = { ...clocks, engagements };
    actions.turnDay();
  });
  const stopTurning = today.$day.listen(() => actions.turnDay());
  const stopRetrying = connection.$online.listen((online) => {
    if (online) tryAgain();
  });

  function tryAgain(): void {
    actions.retry();
    if ($error.get() || environment.now() - loadedAt > STALE) void load();
    else if (lacksEngagements) nameEngagements();
  }

  function nameEngagements(all = names.load()): void {
    lacksEngagements = false;
    naming = all.then((areAll) => {
      lacksEngagements = !areAll;
    });
  }

  function load(): Promise<void> {
    loading ??= loadAll().finally(() => {
      loading = null;
    });
    return loading;
  }

  async function loadAll(): Promise<void> {
    if ($status.get() !== 'ready') $status.set('loading');
    loadedAt = environment.now();
    try {
      const { signal } = reads;
      const asked = [
        connection.call(() => backend.me({ signal })),
        all((query) => backend.people.list(query, { signal })),
        all((query) => backend.relationships.list(query, { signal })),
        all((query) => backend.rooms.list(query, { signal })).catch(notOffered<Room>),
      ] as const;
      const engagements = names.load();
      // An answer after the first failure says that there is a network, and who hears that tries again: once all have come.
      await Promise.allSettled(asked);
      nameEngagements(engagements);
      const [me, people, relationships, rooms] = await Promise.all(asked);
      if (reads.signal.aborted) return;
      batch(() => {
        $me.set(me);
        $people.set(byId([...people, me.person]));
        $relationships.set(byId(relationships));
        $rooms.set(byId(rooms));
        clocks = {
          people: $people.get(),
          relationships: $relationships.get(),
          rooms: $rooms.get(),
          engagements: $engagements.get(),
          workspace: me.workspace,
        };
        if (options.weekStart === undefined) $weekStart.set(firstWeekday(me.workspace.locale));
        $error.set(null);
        actions.turnDay();
        $status.set('ready');
      });
      // Rows are shown meanwhile; a change made before this has come waits for it.
      await actions.store.prepare();
    } catch (thrown) {
      if (reads.signal.aborted) return;
      batch(() => {
        $error.set(asBackendError(thrown));
        if ($status.get() !== 'ready') $status.set('error');
      });
    }
  }

  async function all<T>(list: (query: PageQuery) => Promise<Page<T>>): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | undefined;
    do {
      const page: Page<T> = await connection.call(() => list({ limit: LARGEST_PAGE, cursor }));
      items.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return items;
  }

  function wake(): void {
    today.wake();
    tryAgain();
    for (const listener of wakeListeners) listener();
  }

  return {
    backend,
    environment,
    $status,
    $error,
    $me,
    $people,
    $relationships,
    $rooms,
    $engagements,
    $weekStart,
    $online: connection.$online,
    $unsent: unsent.$unsent,
    $day: today.$day,
    todayIn: (zone) => today.todayIn(knownZone(zone, clocks?.workspace.timeZone)),
    zoneOf: (action) => (clocks ? zoneOf(containerOf(action), clocks) : 'UTC'),
    actions: actions.store,
    load,
    wake,
    onWake(listener) {
      wakeListeners.add(listener);
      return () => wakeListeners.delete(listener);
    },
    call: connection.call,
    dispose() {
      reads.abort();
      today.dispose();
      connection.dispose();
      unsent.dispose();
      stopNaming();
      stopTurning();
      stopRetrying();
      actions.dispose();
      wakeListeners.clear();
    },
  };
}

function byId<T extends { id: Id }>(items: readonly T[]): ReadonlyMap<Id, T> {
  return new Map(items.map((item) => [item.id, item]));
}
