// What changes actions: the operation log and the commands over it. Reading needs none of it, so it is a part of its own
// that comes while the first list is on its way.
import type { WritableAtom } from 'nanostores';
import type { Backend } from '../backend.ts';
import { type Day, fixedDate, formatInstant, type Placed } from '../domain/index.ts';
import type { ActionState, Assignee, CivilDate, Id } from '../schema/index.ts';
import { createBulkCommands } from './bulk-commands.ts';
import type { Connection } from './connection.ts';
import type { Environment } from './environment.ts';
import { createFailures, type Failure } from './failures.ts';
import type { Settled } from './operation.ts';
import { createOperationLog } from './operation-log.ts';
import type { ServerState } from './server-state.ts';
import type { ShownActions } from './shown-actions.ts';
import { createSingleCommands } from './single-commands.ts';
import { createUndo, type UndoStep } from './undo.ts';

export interface WritesParts {
  backend: Backend;
  connection: Connection;
  environment: Environment;
  server: ServerState;
  shown: ShownActions;
  // What they tell is read before they are here.
  $pending: WritableAtom<ReadonlySet<Id>>;
  $failures: WritableAtom<readonly Failure[]>;
  $undo: WritableAtom<UndoStep | null>;
  /** Whoever makes the changes. */
  viewerId: () => Id;
  todayOf: (action: Placed) => Day;
  onSettled: (settled: Settled) => void;
}

export type Writes = ReturnType<typeof createWrites>;

/** The operation log of one workspace's actions, and the commands on them. */
export function createWrites({ viewerId, todayOf, onSettled, $failures, $undo, ...parts }: WritesParts) {
  const { environment, server, shown } = parts;
  const undo = createUndo($undo);
  const log = createOperationLog({ ...parts, failures: createFailures($failures), shown: () => shown });
  log.onSettled((settled) => {
    const undone = new Map<Id, Set<Id>>();
    for (const { submission, operation, answer } of settled) {
      if (answer.type !== 'refused' && answer.type !== 'skipped') continue;
      const of = submission.step ?? submission.intent;
      undone.set(of, (undone.get(of) ?? new Set()).add(operation.id));
    }
    for (const [of, ids] of undone) undo.drop(of, ids);
    settled.forEach(onSettled);
  });

  const commands = {
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
  const { restoreAs, ...single } = createSingleCommands(commands);
  const bulk = createBulkCommands({ ...commands, restoreAs });
  return {
    log,
    undo,
    ...single,
    setStates: (ids: readonly Id[], state: ActionState) => bulk.run(ids, { operation: 'setState', state }),
    assign: (ids: readonly Id[], assignee: Assignee | null) => bulk.run(ids, { operation: 'assign', assignee }),
    reschedule: (ids: readonly Id[], due: CivilDate | null) =>
      bulk.run(ids, { operation: 'reschedule', due: due === null ? null : fixedDate(due) }),
    removeMany: (ids: readonly Id[]) => bulk.run(ids, { operation: 'delete' }),
  };
}
