// The actions that a page knows: the latest server state with the pending operations replayed over it, never a snapshot
// restored. So rapid toggles neither flicker nor revert, and a refusal undoes only its own change. Shared by every
// element of a workspace: what is completed in the widget is completed in the list.
import { atom, type ReadableAtom } from 'nanostores';
import { type Backend, BackendError } from '../backend.ts';
import type { Day, Placed, Surroundings } from '../domain/index.ts';
import type {
  Action,
  ActionDraft,
  ActionPatch,
  ActionState,
  Assignee,
  BulkOutcome,
  CivilDate,
  Dependents,
  Id,
} from '../schema/index.ts';
import type { Connection } from './connection.ts';
import type { Environment } from './environment.ts';
import type { ActionCommand } from './action-command.ts';
import type { Failure } from './failures.ts';
import type { Settled } from './operation.ts';
import { quiet } from './quiet.ts';
import { createServerState } from './server-state.ts';
import { createShownActions, type ShownChange } from './shown-actions.ts';
import type { UndoStep } from './undo.ts';
import type { Writes } from './writes.ts';

type SettledListener = (settled: { command: ActionCommand; action: Action | null; previous: Action | null }) => void;

export interface ActionsStore {
  /** Every known action as the page shows it: server state with the pending operations over it, status derived today. */
  readonly $actions: ReadableAtom<ReadonlyMap<Id, Action>>;
  /** Ids with a change on its way. */
  readonly $pending: ReadableAtom<ReadonlySet<Id>>;
  /** Refused or failed changes, oldest first. */
  readonly $failures: ReadableAtom<readonly Failure[]>;
  /** The newest step that can be undone. */
  readonly $undo: ReadableAtom<UndoStep | null>;
  get(id: Id): Action | undefined;
  /** Today on the clock of the action's container. */
  todayOf: (action: Placed) => Day;
  /** Of a room's action, what filters go by beside it: its room, and the sides of those who hold it. */
  around: (action: Placed) => Surroundings;

  /**
   * Whether the part that changes actions is here. It comes with the workspace: once that is ready, a command shows what
   * it does in the very tick; given sooner it waits for the part.
   */
  readonly isPrepared: boolean;
  /** Resolves once it is here. Rejects with BackendError `network` where it could not be had; asked again, it is tried anew. */
  prepare(): Promise<void>;

  /**
   * Resolves with the action once the backend agreed; rejects with the BackendError (also listed in $failures). While a
   * change waits because the backend cannot be reached, it stays shown and its promise open: it is tried again. So for
   * all commands; a rejection that nobody listens to is no unhandled one.
   */
  create(draft: Omit<ActionDraft, 'id'>): { id: Id; done: Promise<Action> };
  edit(id: Id, patch: ActionPatch): Promise<Action>;
  setState(id: Id, state: ActionState): Promise<Action>;
  /** @param dependents what becomes of the dates that rest on it; absent: refused where there are any */
  remove(id: Id, dependents?: Dependents): Promise<void>;
  restore(id: Id): Promise<Action>;
  setStates(ids: readonly Id[], state: ActionState): Promise<readonly BulkOutcome[]>;
  assign(ids: readonly Id[], assignee: Assignee | null): Promise<readonly BulkOutcome[]>;
  reschedule(ids: readonly Id[], due: CivilDate | null): Promise<readonly BulkOutcome[]>;
  removeMany(ids: readonly Id[]): Promise<readonly BulkOutcome[]>;
  /** Gives actions the rules again that they had, once what they rested on is back: no step of its own. */
  redate(actions: readonly Action[]): Promise<void>;
  /** The known actions whose dates rest on any of these actions and sections. */
  restingOn(ids: ReadonlySet<Id>): readonly Action[];
  /** Takes the newest undoable step back, or the one named; resolves with what was undone, or null. */
  undo(key?: string): Promise<UndoStep | null>;

  /** Asks the backend how the action stands. Never rejects: what could not be learnt is learnt by the next load. */
  refresh(id: Id): Promise<void>;
  /**
   * Told by a list that loaded: these are the server's latest. What is older than what is known is passed over.
   * @param since `moment()` before they were asked for: then they tell too what is in sight again
   */
  receive(actions: readonly Action[], since?: number): void;
  /** Counts what was learnt from the backend: taken before a read begins, it dates what the read says. */
  moment(): number;
  /**
   * Told by a list that walked a whole query: those known actions that match it but were not in it are gone.
   * @param since `moment()` before the walk began; what was learnt of an action later stands
   */
  forget(ids: readonly Id[], since?: number): void;
  /** Called back with the actions that are shown otherwise than before, at each change, before `$actions` changes. */
  onChange(listener: (changes: readonly ShownChange[]) => void): () => void;
  /** Called back after each change the backend agreed to, for each action of a bulk. */
  onSettled(listener: SettledListener): () => void;
}

/** The actions as their workspace holds them. */
export interface ActionsOwner {
  readonly store: ActionsStore;
  /** Derives every status anew, for another day or clock. */
  turnDay: () => void;
  /** Sends again what failed for want of a connection. */
  retry: () => void;
  dispose: () => void;
}

export interface ActionsParts {
  backend: Backend;
  connection: Connection;
  environment: Environment;
  /** Whoever makes the changes. */
  viewerId: () => Id;
  todayOf: (action: Placed) => Day;
  around: (action: Placed) => Surroundings;
}

/** The actions of one workspace, over its backend. */
export function createActions(parts: ActionsParts): ActionsOwner {
  const { backend, connection, environment, viewerId, todayOf, around } = parts;
  const server = createServerState();
  const $pending = atom<ReadonlySet<Id>>(new Set());
  const $failures = atom<readonly Failure[]>([]);
  const $undo = atom<UndoStep | null>(null);
  const settledListeners = new Set<SettledListener>();
  let writes: Writes | null = null;
  let coming: Promise<Writes> | null = null;
  let disposed = false;

  const isPending = (id: Id) => writes?.log.isPending(id) ?? false;
  const shown = createShownActions({
    replayed: (id) => (writes ? writes.log.replayed(id) : server.get(id)),
    isPending,
    todayOf,
  });

  // ── what changes actions ────────────────────────────────────────────────────────────────────

  function prepared(): Promise<Writes> {
    coming ??= import('./writes.ts').then(
      ({ createWrites }) => {
        const told = { $pending, $failures, $undo, onSettled: tell };
        writes = createWrites({ backend, connection, environment, server, shown, viewerId, todayOf, ...told });
        if (disposed) writes.log.dispose();
        return writes;
      },
      (cause: unknown) => {
        coming = null;
        throw new BackendError('network', { detail: 'A part of the page could not be loaded.', cause });
      },
    );
    return coming;
  }

  /** Runs a command: in this very tick where the part is here, else once it has come. */
  function run<T>(command: (writes: Writes) => Promise<T>): Promise<T> {
    return writes ? command(writes) : quiet(prepared().then(command));
  }

  function tell({ submission: { command }, operation: { id, base }, answer }: Settled): void {
    if (answer.type !== 'agreed' && answer.type !== 'agreedTo') return;
    for (const listener of settledListeners) {
      listener({ command, action: server.get(id) ?? null, previous: base ?? null });
    }
  }

  const store: ActionsStore = {
    $actions: shown.$actions,
    $pending,
    $failures,
    $undo,
    get: shown.get,
    todayOf,
    around,
    get isPrepared() {
      return writes !== null;
    },
    async prepare() {
      await prepared();
    },
    create(draft) {
      const id = environment.newId();
      return { id, done: run(({ create }) => create({ ...draft, id })) };
    },
    edit: (id, patch) => run(({ edit }) => edit(id, patch)),
    setState: (id, state) => run(({ setState }) => setState(id, state)),
    remove: (id, dependents) => run(({ remove }) => remove(id, dependents)),
    restore: (id) => run(({ restore }) => restore(id)),
    setStates: (ids, state) => run(({ setStates }) => setStates(ids, state)),
    assign: (ids, assignee) => run(({ assign }) => assign(ids, assignee)),
    reschedule: (ids, due) => run(({ reschedule }) => reschedule(ids, due)),
    removeMany: (ids) => run(({ removeMany }) => removeMany(ids)),
    redate: (actions) => run(({ redate }) => redate(actions)),
    restingOn: (ids) => writes?.restingOn(ids) ?? [],
    undo: (key) => run(({ undo }) => undo.take(key)),
    refresh: (id) => run(({ log }) => log.lookUp(id)).catch(() => undefined),
    receive(actions, since) {
      for (const action of actions) server.accept(action, false, since);
      shown.refresh(actions.map(({ id }) => id));
    },
    moment: server.moment,
    forget(ids, since = server.moment()) {
      shown.refresh(
        server.missing(
          ids.filter((id) => !isPending(id)),
          since,
        ),
      );
    },
    onChange: shown.onChange,
    onSettled(listener) {
      settledListeners.add(listener);
      return () => settledListeners.delete(listener);
    },
  };
  return {
    store,
    turnDay: shown.turnDay,
    retry: () => writes?.log.retry(),
    dispose() {
      disposed = true;
      writes?.log.dispose();
    },
  };
}
