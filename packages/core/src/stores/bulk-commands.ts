// One command on many actions: shown at once on all of them, sent by as many as a backend takes, each answering for itself. A
// refused row goes back alone. It is one step to undo: each action goes back to what it was.
import { type BackendError } from '../backend.ts';
import { isOpen, pinnedByHand } from '../domain/index.ts';
import type { Action, BulkOutcome, Id } from '../schema/index.ts';
import { BULK_LIMIT } from '../schema/limits.ts';
import type { ActionCommand } from './action-command.ts';
import { type Change, writtenDate } from './change.ts';
import type { Answer, BulkChange, Operation } from './operation.ts';
import { quiet } from './quiet.ts';
import type { CommandParts } from './single-commands.ts';

interface BulkParts extends CommandParts {
  restoreAs: (action: Action) => Promise<Action>;
  bringBack: (action: Action) => Promise<unknown>;
}

export function createBulkCommands({ log, shown, undo, newId, momentOf, restoreAs, bringBack }: BulkParts) {
  /** Resolves with every row's outcome, in the order asked, also where the backend refused the whole. */
  function run(asked: readonly Id[], bulk: BulkChange, undoable = true): Promise<readonly BulkOutcome[]> {
    const ids = [...new Set(asked)];
    const known = ids.flatMap((id) => shown.get(id) ?? []);
    const step = newId();
    // A row that waits for an earlier change of its own goes by itself, so that it holds up no other.
    const free = known.filter(({ id }) => !log.isPending(id));
    const busy = known.filter(({ id }) => log.isPending(id));
    const chunks = [...chunksOf(free), ...busy.map((action) => [action])];
    const sent = chunks.map((chunk) => send(chunk, bulk, step, newId()));
    if (undoable && known.length > 0) {
      const takenBack = (rows: readonly Action[]) => takeBack(rows, bulk).then(() => null);
      undo.push({ key: step, of: step, command: commandOf(bulk, known), actions: known, takeBack: takenBack });
    }
    return quiet(outcomesOf(ids, chunks, sent));
  }

  async function send(rows: readonly Action[], bulk: BulkChange, step: Id, intent: Id): Promise<readonly Answer[]> {
    const operations = rows.map((action): Operation => {
      return { id: action.id, change: changeOf(bulk, action), moment: momentOf(action), base: action };
    });
    // What was refused had no effect, so it can be asked for as if for the first time.
    const again = (command: ActionCommand) => {
      if (command.type === 'bulk') void run(command.ids, bulk);
    };
    return log.append({ intent, command: commandOf(bulk, rows), operations, bulk, step, again });
  }

  async function takeBack(rows: readonly Action[], bulk: BulkChange): Promise<void> {
    switch (bulk.operation) {
      case 'delete':
        await Promise.all(rows.map(restoreAs));
        return;
      case 'setState':
        await takeBackStates(rows);
        return;
      case 'assign':
        await inGroups(rows, ({ assignee }) => ({ operation: 'assign', assignee }));
        return;
      case 'reschedule':
        await inGroups(rows, ({ due }) => ({ operation: 'reschedule', due: writtenDate(due) }));
    }
  }

  // Reopening, and what was not done and can be so again, differ from row to row.
  async function takeBackStates(rows: readonly Action[]): Promise<void> {
    const reopened = rows.filter(({ state }) => isOpen(state));
    const closed = rows.filter(({ state }) => !isOpen(state));
    await Promise.all([
      inGroups(reopened, ({ state }) => ({ operation: 'setState', state })),
      ...closed.map(bringBack),
    ]);
  }

  async function inGroups(rows: readonly Action[], inverse: (row: Action) => BulkChange): Promise<void> {
    const groups = new Map<string, { bulk: BulkChange; ids: Id[] }>();
    for (const row of rows) {
      const bulk = inverse(row);
      const key = JSON.stringify(bulk);
      const group = groups.get(key) ?? { bulk, ids: [] };
      group.ids.push(row.id);
      groups.set(key, group);
    }
    await Promise.all(Array.from(groups.values(), ({ bulk, ids }) => run(ids, bulk, false)));
  }

  return { run };
}

function commandOf(bulk: BulkChange, rows: readonly Action[]): ActionCommand {
  return { type: 'bulk', operation: bulk.operation, ids: rows.map(({ id }) => id) };
}

function changeOf(bulk: BulkChange, action: Action): Change {
  switch (bulk.operation) {
    case 'setState':
      return { type: 'setState', state: bulk.state };
    case 'assign':
      return { type: 'update', patch: { assignee: bulk.assignee } };
    case 'reschedule':
      return { type: 'update', patch: { due: pinnedByHand(action.due, bulk.due) } };
    case 'delete':
      return { type: 'delete' };
  }
}

async function outcomesOf(
  ids: readonly Id[],
  chunks: readonly (readonly Action[])[],
  sent: readonly Promise<readonly Answer[]>[],
): Promise<readonly BulkOutcome[]> {
  const answers = await Promise.all(sent);
  const outcomes = new Map<Id, BulkOutcome>();
  chunks.forEach((chunk, at) => {
    chunk.forEach(({ id }, row) => {
      const answer = answers[at]?.[row];
      if (answer) outcomes.set(id, outcomeOf(id, answer));
    });
  });
  return ids.map((id) => outcomes.get(id) ?? { id, outcome: 'refused', reason: 'not-found' });
}

function outcomeOf(id: Id, answer: Answer): BulkOutcome {
  switch (answer.type) {
    case 'agreed':
      return { id, outcome: 'done', version: answer.action.version };
    case 'agreedTo':
      return { id, outcome: 'done', ...(answer.version !== undefined && { version: answer.version }) };
    case 'skipped':
      return { id, outcome: 'skipped', ...(answer.reason !== undefined && { reason: answer.reason }) };
    case 'refused':
      return { id, outcome: 'refused', reason: reasonOf(answer.error) };
  }
}

function reasonOf(error: BackendError): string {
  return error.rule ?? error.errors[0]?.code ?? error.code;
}

function chunksOf(rows: readonly Action[]): Action[][] {
  const chunks: Action[][] = [];
  for (let start = 0; start < rows.length; start += BULK_LIMIT) chunks.push(rows.slice(start, start + BULK_LIMIT));
  return chunks;
}
