// The actions that a page knows: the latest server state with the pending operations replayed over it, never a snapshot
// restored. So rapid toggles neither flicker nor revert, and a refusal undoes only its own change. Shared by every
// element of a workspace: what is completed in the widget is completed in the list.
import type { ReadableAtom } from 'nanostores';
import type { Backend } from '../backend.ts';
import { type Day, fixedDate, formatInstant, type Placed } from '../domain/index.ts';
import type {
  Action,
  ActionDraft,
  ActionPatch,
  ActionState,
  Assignee,
  BulkOutcome,
  CivilDate,
  Id,
} from '../schema/index.ts';
import { createBulkCommands } from './bulk-commands.ts';
import type { Connection } from './connection.ts';
import type { Environment } from './environment.ts';
import type { ActionCommand } from './action-command.ts';
import { createFailures, type Failure } from './failures.ts';
import { createOperationLog } from './operation-log.ts';
import { createServerState } from './server-state.ts';
import { createShownActions, type ShownActions, type ShownChange } from './shown-actions.ts';
import { createSingleCommands } from './single-commands.ts';
import { createUndo, type UndoStep } from './undo.ts';

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

  /**
   * Resolves with the action once the backend agreed; rejects with the BackendError (also listed in $failures). While a
   * change waits because the backend cannot be reached, it stays shown and its promise open: it is tried again. So for
   * all commands; a rejection that nobody listens to is no unhandled one.
   */
  create(draft: Omit<ActionDraft, 'id'>): { id: Id; done: Promise<Action> };
  edit(id: Id, patch: ActionPatch): Promise<Action>;
  setState(id: Id, state: ActionState): Promise<Action>;
  remove(id: Id): Promise<void>;
  restore(id: Id): Promise<Action>;
  setStates(ids: readonly Id[], state: ActionState): Promise<readonly BulkOutcome[]>;
  assign(ids: readonly Id[], assignee: Assignee | null): Promise<readonly BulkOutcome[]>;
  reschedule(ids: readonly Id[], due: CivilDate | null): Promise<readonly BulkOutcome[]>;
  removeMany(ids: readonly Id[]): Promise<readonly BulkOutcome[]>;
  /** Takes the newest undoable step back, or the one named; resolves with what was undone, or null. */
  undo(key?: string): Promise<UndoStep | null>;

  /** Asks the backend how the action stands. Never rejects: what could not be learnt is learnt by the next load. */
  refresh(id: Id): Promise<void>;
  /** Told by a list that loaded: these are the server's latest. What is older than what is known is passed over. */
  receive(actions: readonly Action[]): void;
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
  onSettled(
    listener: (settled: { command: ActionCommand; action: Action | null; previous: Action | null }) => void,
  ): () => void;
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
}

/** The actions of one workspace, over its backend. */
export function createActions({ backend, connection, environment, viewerId, todayOf }: ActionsParts): ActionsOwner {
  const server = createServerState();
  const failures = createFailures();
  const undo = createUndo();
  const log = createOperationLog({ backend, connection, environment, server, failures, shown: () => shown });
  const shown: ShownActions = createShownActions({ latest: server.get, pending: log.pending, todayOf });

  log.onSettled(({ submission, operation, answer }) => {
    if (answer.type === 'refused') undo.drop(submission.step ?? submission.intent, operation.id);
  });

  const parts = {
    log,
    shown,
    undo,
    newId: environment.newId,
    lastKnown: server.last,
    momentOf: (action: Placed) => ({
      by: viewerId(),
      at: formatInstant(environment.now()),
      today: todayOf(action),
    }),
  };
  const single = createSingleCommands(parts);
  const bulk = createBulkCommands({ ...parts, restoreAs: single.restoreAs, bringBack: single.bringBack });

  const store: ActionsStore = {
    $actions: shown.$actions,
    $pending: log.$pending,
    $failures: failures.$failures,
    $undo: undo.$undo,
    get: shown.get,
    todayOf,
    create: single.create,
    edit: single.edit,
    setState: single.setState,
    remove: single.remove,
    restore: single.restore,
    setStates: (ids, state) => bulk.run(ids, { operation: 'setState', state }),
    assign: (ids, assignee) => bulk.run(ids, { operation: 'assign', assignee }),
    reschedule: (ids, date) => bulk.run(ids, { operation: 'reschedule', due: date === null ? null : fixedDate(date) }),
    removeMany: (ids) => bulk.run(ids, { operation: 'delete' }),
    undo: undo.take,
    refresh: log.lookUp,
    receive(actions) {
      for (const action of actions) server.accept(action);
      shown.refresh(actions.map(({ id }) => id));
    },
    moment: server.moment,
    forget(ids, since = server.moment()) {
      shown.refresh(
        server.missing(
          ids.filter((id) => log.pending(id).length === 0),
          since,
        ),
      );
    },
    onChange: shown.onChange,
    onSettled: (listener) =>
      log.onSettled(({ submission: { command }, operation: { id, base }, answer }) => {
        if (answer.type === 'agreed' || answer.type === 'agreedTo') {
          listener({ command, action: server.get(id) ?? null, previous: base ?? null });
        }
      }),
  };
  return { store, turnDay: shown.turnDay, retry: log.retry, dispose: log.dispose };
}
